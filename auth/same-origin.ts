import { addressOf } from "./address";

/**
 * True of a request that one of our own pages sent. Next checks this for server actions only, so that a form on any
 * other site could post to a route handler with the learner's cookie. Every browser of the last years sends `Origin`
 * with a POST; `Sec-Fetch-Site` is missing over plain http on a school's network; a request with neither is refused.
 */
export function isSameOrigin(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") return false;
  const origin = headers.get("origin");
  // 'null' is sent by a page that hides where it is: then only Sec-Fetch-Site can vouch for it.
  if (origin !== null && origin !== "null") return hostOf(origin) === addressOf(headers).host.toLowerCase();
  return site === "same-origin";
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host.toLowerCase();
  } catch {
    return null;
  }
}
