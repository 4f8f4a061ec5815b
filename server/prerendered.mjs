// @ts-check
/** The pages that the build made whole: which addresses they have, and which inline scripts they hold. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const INLINE = /<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g;

/**
 * A nonce reaches only pages rendered for a request; what was rendered before is allowed by the hash of its scripts.
 *
 * @param {string} html
 * @returns {string[]} `'sha256-…'`, each once
 */
export function scriptHashes(html) {
  const hash = (/** @type {string} */ text) => createHash("sha256").update(text).digest("base64");
  return [...new Set([...html.matchAll(INLINE)].map((match) => `'sha256-${hash(match[1] ?? "")}'`))];
}

/**
 * @param {string} build Folder of the build
 * @returns {{ of: (path: string) => string[] | null, ofErrors: string[] }} `of`: the hashes of the prerendered page at
 *   an address, null when there is none there. `ofErrors`: those of the pages shown where there is none, or it failed.
 */
export function prerenderedPages(build) {
  /** @type {{ routes: Record<string, unknown> }} */
  const manifest = JSON.parse(readFileSync(join(build, "prerender-manifest.json"), "utf8"));
  /** @type {Map<string, string[]>} */
  const pages = new Map();
  for (const route of Object.keys(manifest.routes)) {
    const file = join(build, "server", "app", `${route === "/" ? "index" : route.slice(1)}.html`);
    if (existsSync(file)) pages.set(route, scriptHashes(readFileSync(file, "utf8")));
  }
  return {
    of: (path) => pages.get(path) ?? pages.get(decoded(path)) ?? null,
    ofErrors: [...new Set(["/_not-found", "/_global-error"].flatMap((route) => pages.get(route) ?? []))],
  };
}

/** @param {string} path */
function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
