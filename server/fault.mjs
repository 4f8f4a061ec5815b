// @ts-check
/**
 * The page for our own fault. What Next sends then is an empty frame that a script fills; who has no script, or whose
 * script fails as well, would see nothing.
 */
import { brotliDecompressSync, gunzipSync } from "node:zlib";

/** Next's frame holds the reference under which the fault is logged, and little else. */
const FRAME_AT_MOST = 256 * 1024;

/**
 * Makes ready to send that page in the place of whatever body an answer has. To be called before anything can write.
 *
 * @param {import("node:http").ServerResponse} response
 * @returns {() => void} To be called just before the headers leave, when the answer is to be that page
 */
export function faultPages(response) {
  const { write, end } = response;
  /** @type {{ coding: string, parts: Buffer[], length: number } | null} */
  let frame = null;

  /** @param {unknown} chunk @param {unknown} encoding */
  const keep = (chunk, encoding) => {
    if (!frame || (typeof chunk !== "string" && !(chunk instanceof Uint8Array))) return;
    const bytes =
      typeof chunk === "string"
        ? Buffer.from(chunk, typeof encoding === "string" ? /** @type {BufferEncoding} */ (encoding) : "utf8")
        : Buffer.from(chunk);
    frame.length += bytes.length;
    if (frame.length <= FRAME_AT_MOST) frame.parts.push(bytes);
  };
  response.write = /** @type {typeof write} */ (
    (/** @type {unknown[]} */ ...args) => {
      // The first write sends the head, and only then is it known what this is.
      if (!response.headersSent) response.writeHead(response.statusCode);
      if (!frame) return Reflect.apply(write, response, args);
      keep(args[0], args[1]);
      const done = args.find((each) => typeof each === "function");
      if (done) queueMicrotask(/** @type {() => void} */ (done));
      return true;
    }
  );
  response.end = /** @type {typeof end} */ (
    (/** @type {unknown[]} */ ...args) => {
      if (!response.headersSent) {
        // With the head still here, Node would count a body that is not the one we send.
        if (response.statusCode !== 500) return Reflect.apply(end, response, args);
        response.writeHead(response.statusCode);
      }
      if (!frame) return Reflect.apply(end, response, args);
      keep(args[0], args[1]);
      const done = args.find((each) => typeof each === "function");
      return Reflect.apply(end, response, [faultPage(referenceIn(frame)), ...(done ? [done] : [])]);
    }
  );

  return () => {
    frame = { coding: String(response.getHeader("content-encoding") ?? ""), parts: [], length: 0 };
    for (const name of ["content-encoding", "content-length", "etag", "link"]) response.removeHeader(name);
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.setHeader("cache-control", "no-store");
  };
}

/** Next's digest of the error. @param {{ coding: string, parts: Buffer[] }} frame @returns {string | null} */
function referenceIn({ coding, parts }) {
  const sent = Buffer.concat(parts);
  try {
    const text = coding === "br" ? brotliDecompressSync(sent) : coding === "gzip" ? gunzipSync(sent) : sent;
    return /(?:digest\\?":\\?"|data-dgst=")(\d{1,12})\b/.exec(text.toString("utf8"))?.[1] ?? null;
  } catch {
    return null;
  }
}

/** @param {string | null} reference Digits, or none */
export function faultPage(reference) {
  const tell = reference ? `this reference: <b>${reference}</b>` : "what you were doing";
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>This page could not be shown · Annals</title>
<main>
<h1>This page could not be shown.</h1>
<p>That is our fault. What was saved is safe. Try again in a minute; if it happens again, tell your teacher ${tell}.</p>
<p><a href="">Try again</a> or go to <a href="/home">your page</a>.</p>
</main>
</html>
`;
}
