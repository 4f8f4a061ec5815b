// @ts-check
/**
 * Files that never change under their name (scripts and styles of the build, maps, fonts): sent from memory, with a
 * year's leave to keep them, and compressed once instead of for every reader.
 */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const TYPES = /** @type {Record<string, string>} */ ({
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".woff2": "font/woff2",
});
const COMPRESSIBLE = new Set([".css", ".js", ".json", ".svg", ".txt"]);

/**
 * @param {Record<string, string>} folders Folder by the address it is served under: `{ "/map/": "…/public/map" }`
 * @returns {(request: import("node:http").IncomingMessage, response: import("node:http").ServerResponse, path: string) =>
 *   boolean} True when it has answered, or will
 */
export function unchangingFiles(folders) {
  /** @type {Map<string, string>} */
  const files = new Map();
  // Only what is there now is ever served: an address is looked up whole and never made into a path.
  for (const [address, folder] of Object.entries(folders)) {
    for (const name of list(folder)) if (TYPES[extname(name)]) files.set(address + name, join(folder, name));
  }
  /** @type {Map<string, Promise<Buffer>>} */
  const bodies = new Map();

  return (request, response, path) => {
    const file = files.get(path) ?? files.get(decoded(path));
    if (file === undefined || (request.method !== "GET" && request.method !== "HEAD")) return false;
    const type = extname(file);
    const coding = COMPRESSIBLE.has(type) ? best(request.headers["accept-encoding"]) : "identity";
    const key = `${coding} ${file}`;
    const body = bodies.get(key) ?? encode(file, coding);
    bodies.set(key, body);
    body.then(
      (bytes) => {
        response.setHeader("content-type", TYPES[type] ?? "application/octet-stream");
        response.setHeader("cache-control", "public, max-age=31536000, immutable");
        // Opened by itself, a drawing is a document too, and one that runs nothing.
        response.setHeader("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'");
        if (COMPRESSIBLE.has(type)) response.setHeader("vary", "accept-encoding");
        if (coding !== "identity") response.setHeader("content-encoding", coding);
        response.setHeader("content-length", bytes.length);
        response.end(request.method === "HEAD" ? undefined : bytes);
      },
      () => {
        bodies.delete(key);
        response.statusCode = 500;
        response.end();
      },
    );
    return true;
  };
}

/** @param {string} folder @returns {string[]} */
function list(folder, prefix = "") {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? list(join(folder, entry.name), `${prefix}${entry.name}/`) : [`${prefix}${entry.name}`],
  );
}

/** @param {string | string[] | undefined} accepted @returns {"br" | "gzip" | "identity"} */
export function best(accepted) {
  const names = String(accepted ?? "")
    .split(",")
    .map((text) => text.trim().toLowerCase())
    .filter((text) => !/;\s*q=0(\.0+)?$/.test(text))
    .map((text) => text.split(";")[0]?.trim());
  return names.includes("br") ? "br" : names.includes("gzip") ? "gzip" : "identity";
}

/** @param {string} file @param {"br" | "gzip" | "identity"} coding @returns {Promise<Buffer>} */
async function encode(file, coding) {
  const bytes = readFileSync(file);
  if (coding === "gzip") return promisify(gzip)(bytes, { level: 9 });
  // 9 of 11: the last two cost ten times the time for two per cent.
  if (coding === "br") return promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
  return bytes;
}

/** @param {string} path */
function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
