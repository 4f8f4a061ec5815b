/** By which address a visitor came, and from where. Headers are those that the front door has put right. */
export interface Address {
  /** Host name with its port, as the browser's address bar has it. */
  host: string;
  /** True over https: cookies are then for https only. */
  secure: boolean;
  /** The visitor's IP address; empty when unknown. */
  visitor: string;
}

interface ReadableHeaders {
  get(name: string): string | null;
}

/**
 * Reads the address out of a request's headers. `x-forwarded-*` are believed: the front door overwrites what a
 * visitor sends by those names unless a proxy that the operator trusts stands before it.
 */
export function addressOf(headers: ReadableHeaders): Address {
  return {
    host: first(headers.get("x-forwarded-host")) || headers.get("host") || "",
    secure: first(headers.get("x-forwarded-proto")).toLowerCase() === "https",
    visitor: first(headers.get("x-forwarded-for")),
  };
}

function first(list: string | null): string {
  return list?.split(",")[0]?.trim() ?? "";
}
