// @ts-check
/** The front door: our own HTTP server in front of Next. Every answer passes here and leaves with its headers. */
import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import { join } from "node:path";
import { faultPages } from "./fault.mjs";
import { unchangingFiles } from "./files.mjs";
import { settleForwarding, trustedProxies } from "./forwarding.mjs";
import { SECURITY_HEADERS, contentPolicy, formTargets } from "./policy.mjs";
import { prerenderedPages } from "./prerendered.mjs";

/**
 * @param {{ root: string, build: string, handle: import("node:http").RequestListener, environment?: NodeJS.ProcessEnv }} parts
 *   `root`: the checkout; `build`: folder of the production build; `handle`: Next.
 */
export function frontDoor({ root, build, handle, environment = process.env }) {
  const trusted = trustedProxies(environment.TRUSTED_PROXY);
  const targets = formTargets(environment);
  const pages = prerenderedPages(build);
  const sendFile = unchangingFiles({
    "/_next/static/": join(build, "static"),
    "/map/": join(root, "public", "map"),
    "/fonts/": join(root, "public", "fonts"),
  });

  /** @type {Set<import("node:http").ServerResponse>} */
  const streams = new Set();
  const server = createServer(
    { keepAliveTimeout: 65_000, headersTimeout: 20_000, requestTimeout: 60_000 },
    (request, response) => {
      settleForwarding(request, trusted);
      for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
      // An address that is no text (`%FF`) leads nowhere like any other; Next would call it our own fault.
      if (!isText(request.url ?? "/")) request.url = NOWHERE;
      const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
      if (sendFile(request, response, path)) return;

      // Next would call these our own fault, too. What goes to /api/ is looked at there.
      const refusal = request.method === "POST" && !path.startsWith("/api/") ? refusalOf(request) : null;
      if (refusal) return refuse(request, response, refusal);

      // Next takes the nonce from the request's own policy; what a visitor sent under that name is nothing to us.
      delete request.headers["content-security-policy"];
      delete request.headers["content-security-policy-report-only"];
      // A form that was sent without script has its page rendered anew, whatever was prerendered.
      const hashes = request.method === "GET" || request.method === "HEAD" ? pages.of(path) : null;
      const policy = contentPolicy(hashes ?? [`'nonce-${randomBytes(16).toString("base64")}'`], targets);
      response.setHeader("content-security-policy", policy);
      if (!hashes) request.headers["content-security-policy"] = policy;
      const toFaultPage = isForAPage(request, path) ? faultPages(response) : null;
      atHead(response, () => {
        if (isStream(response)) {
          streams.add(response);
          response.once("close", () => streams.delete(response));
        }
        if (response.statusCode === 500) toFaultPage?.();
        if (!response.hasHeader("x-nextjs-prerender")) return;
        // Next allows a shared cache to keep it for a year, and knows no way to call it back after an upgrade.
        if (response.statusCode < 400) response.setHeader("cache-control", "public, max-age=0, must-revalidate");
        // An address that leads nowhere gets the prerendered page that says so, and no nonce ever reached that.
        else response.setHeader("content-security-policy", contentPolicy(pages.ofErrors, targets));
      });
      handle(request, response);
    },
  );
  endless.set(server, streams);
  return server;
}

/** Answers that have no end of their own, by server. @type {WeakMap<import("node:http").Server, Set<import("node:http").ServerResponse>>} */
const endless = new WeakMap();

/** Whether it goes on for as long as somebody listens. @param {import("node:http").ServerResponse} response */
function isStream(response) {
  return String(response.getHeader("content-type") ?? "").startsWith("text/event-stream");
}

/** An address that no page has. */
const NOWHERE = "/-";

/** Whether the escapes of an address's path stand for characters. @param {string} url */
function isText(url) {
  try {
    decodeURIComponent(url.split("?", 1)[0] ?? "");
    return true;
  } catch {
    return false;
  }
}

/** The largest form of ours is far below; Next takes three megabytes, and reads as much of what does not say its length. */
const MOST_BYTES = 256 * 1024;
/** Where a school's lists of learners are given. */
const LISTS = /^\/classes\/[^/?]+\/people\/add(\?|$)/;
const MOST_BYTES_OF_LISTS = 3_000_000;
/** What is not taken is still heard to its end, up to so much. */
const MOST_BYTES_HEARD = 100_000_000;

/** @typedef {{ status: 403 | 413, say: string }} Refusal */

/** Why a form is not taken: another site's page sent it, or nobody's form is as large. @param {import("node:http").IncomingMessage} request @returns {Refusal | null} */
function refusalOf({ headers, url = "" }) {
  const { origin = "null" } = headers;
  const host = URL.canParse(origin) ? new URL(origin).host : null;
  const site = headers["sec-fetch-site"];
  // Only the page of an invitation, which tells nobody where it is, sends 'null'; then Sec-Fetch-Site vouches.
  const elsewhere =
    (origin !== "null" && host !== String(headers["x-forwarded-host"]).toLowerCase()) ||
    site === "cross-site" ||
    site === "same-site";
  if (elsewhere) return { status: 403, say: "This came from another site, so nothing was done." };
  const length = Number(headers["content-length"] ?? 0);
  if (LISTS.test(url)) {
    if (length > MOST_BYTES_OF_LISTS)
      return {
        status: 413,
        say: "That file is too large, and nothing was changed. Go back and give the list of one class.",
      };
  } else if (length > MOST_BYTES) return { status: 413, say: "That is more than can be taken at once." };
  return null;
}

/** @param {import("node:http").IncomingMessage} request @param {import("node:http").ServerResponse} response @param {Refusal} refusal */
function refuse(request, response, { status, say }) {
  response.setHeader("cache-control", "no-store");
  response.setHeader("content-security-policy", contentPolicy([]));
  response.setHeader("content-type", "text/plain; charset=utf-8");
  // A browser reads no answer before it has sent all; what nobody sends by mistake is not waited for.
  if (!(Number(request.headers["content-length"] ?? 0) <= MOST_BYTES_HEARD)) response.setHeader("connection", "close");
  response.writeHead(status);
  response.end(`${say}\n`);
  request.resume();
}

/** Whether a browser wants to show what comes; what goes wrong under /api/ has a page of its own. @param {import("node:http").IncomingMessage} request @param {string} path */
function isForAPage({ method, headers }, path) {
  return method === "GET" && !path.startsWith("/api/") && /\btext\/html\b/.test(headers.accept ?? "");
}

/** Calls `settle` once, just before the headers leave. @param {import("node:http").ServerResponse} response @param {() => void} settle */
function atHead(response, settle) {
  const { writeHead } = response;
  response.writeHead = /** @type {typeof writeHead} */ (
    (/** @type {Parameters<typeof writeHead>} */ ...args) => {
      response.writeHead = writeHead;
      response.statusCode = args[0];
      settle();
      return writeHead.apply(response, args);
    }
  );
}

/**
 * Stops taking visitors and lets those inside finish: nothing that was asked is left without an answer, unless it takes
 * longer than `patience` milliseconds. What would never end is cut off.
 *
 * @param {import("node:http").Server} server
 */
export function drain(server, patience = 10_000) {
  return /** @type {Promise<void>} */ (
    new Promise((done) => {
      const timer = setTimeout(() => server.closeAllConnections(), patience);
      server.close(() => {
        clearTimeout(timer);
        done();
      });
      server.closeIdleConnections();
      // Who listens comes back by itself, to whoever serves then.
      for (const stream of endless.get(server) ?? []) stream.destroy();
      // A kept-alive connection that was busy above becomes idle when its answer is out.
      const sweep = setInterval(() => server.closeIdleConnections(), 100);
      server.once("close", () => clearInterval(sweep));
    })
  );
}
