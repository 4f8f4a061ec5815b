/** What came with a request: a form's fields, a JSON value, or nothing. */
export type Body =
  { type: "form"; fields: Record<string, string[]> } | { type: "json"; value: unknown } | { type: "none" };

/** A body that is too large or is not what it says. */
export class UnreadableBody extends Error {
  override readonly name = "UnreadableBody";

  constructor(
    readonly status: 400 | 413 | 415,
    message: string,
  ) {
    super(message);
  }
}

/** An answer is a few hundred bytes; the largest form of ours stays far below this. */
export const mostBytes = 256 * 1024;

/** Reads a request's body, at most `mostBytes` of it. Throws UnreadableBody. */
export async function bodyOf(request: Request): Promise<Body> {
  const bytes = await bytesOf(request);
  if (bytes.byteLength === 0) return { type: "none" };
  const type = request.headers.get("content-type") ?? "";
  if (/^application\/json\b/i.test(type)) return { type: "json", value: json(bytes) };
  if (/^application\/x-www-form-urlencoded\b/i.test(type))
    return { type: "form", fields: grouped(new URLSearchParams(new TextDecoder().decode(bytes))) };
  if (/^multipart\/form-data\b/i.test(type)) return { type: "form", fields: grouped(await multipart(bytes, type)) };
  throw new UnreadableBody(415, "Send a form or JSON.");
}

/** The bytes of a request's body, at most `mostBytes`. Throws UnreadableBody. */
export async function bytesOf(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = () => new UnreadableBody(413, "That is more than can be taken at once.");
  if (Number(request.headers.get("content-length") ?? 0) > mostBytes) throw tooLarge();
  const parts: Uint8Array[] = [];
  let length = 0;
  // Counted while it arrives: a length may be missing or a lie.
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader!.read()) {
    length += part.value.byteLength;
    if (length > mostBytes) {
      await reader!.cancel();
      throw tooLarge();
    }
    parts.push(part.value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}

function json(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new UnreadableBody(400, "That is not JSON.");
  }
}

async function multipart(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<FormData> {
  try {
    return await new Response(bytes, { headers: { "content-type": type } }).formData();
  } catch {
    throw new UnreadableBody(400, "That is not a form.");
  }
}

/** Values by name, in the order sent. A file is refused: no form of ours has one. */
function grouped(entries: Iterable<[string, unknown]>): Record<string, string[]> {
  const fields: Record<string, string[]> = Object.create(null);
  for (const [name, value] of entries) {
    if (typeof value !== "string") throw new UnreadableBody(400, "A file cannot be taken here.");
    (fields[name] ??= []).push(value);
  }
  return { ...fields };
}
