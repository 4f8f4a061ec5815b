import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { prerenderedPages, scriptHashes } from "./prerendered.mjs";

it("hashes each inline script once, and none that is loaded", () => {
  const html = `<script src="/a.js"></script><script>one()</script><script id="x">two()</script><script>one()</script>`;
  // As openssl has them.
  expect(scriptHashes(html)).toEqual([
    "'sha256-HR7iaask9daLMRRskMI++QeJtjWDOjyPA6lGzYGzKW4='",
    "'sha256-iMrPAWirDC2X0OhZzLsM2MRIWSmepJGI4r7D8ZlwBOw='",
  ]);
});

it("knows the prerendered pages by their addresses, also when letters are written as codes", () => {
  const build = mkdtempSync(join(tmpdir(), "annals-build-"));
  mkdirSync(join(build, "server", "app", "lessons"), { recursive: true });
  const routes = { "/": {}, "/lessons/pact": {}, "/_not-found": {}, "/feed.xml": {} };
  writeFileSync(join(build, "prerender-manifest.json"), JSON.stringify({ routes }));
  for (const name of ["index", "lessons/pact", "_not-found"]) {
    writeFileSync(join(build, "server", "app", `${name}.html`), `<script>"${name}"</script>`);
  }
  const pages = prerenderedPages(build);
  expect(pages.of("/")).toHaveLength(1);
  expect(pages.of("/lessons/p%61ct")).toEqual(pages.of("/lessons/pact"));
  expect(pages.of("/feed.xml")).toBeNull();
  expect(pages.of("/%ff")).toBeNull();
  expect(pages.ofErrors).toHaveLength(1);
});
