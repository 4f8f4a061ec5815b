import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, get } from "node:http";
import type { IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { best, unchangingFiles } from "./files.mjs";

const drawing = `<svg xmlns="http://www.w3.org/2000/svg">${"<g/>".repeat(500)}</svg>`;
const folder = mkdtempSync(join(tmpdir(), "annals-files-"));
const server = createServer((request, response) => {
  const path = (request.url ?? "").split("?")[0] ?? "";
  if (!send(request, response, path)) response.writeHead(404).end("none");
});
let send: ReturnType<typeof unchangingFiles>;

beforeAll(async () => {
  mkdirSync(join(folder, "map", "deep"), { recursive: true });
  writeFileSync(join(folder, "secret.svg"), "secret");
  writeFileSync(join(folder, "map", "europe.1a2b.svg"), drawing);
  writeFileSync(join(folder, "map", "deep", "serif.woff2"), "font");
  send = unchangingFiles({ "/map/": join(folder, "map") });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
});
afterAll(() => server.close());

function ask(path: string, headers: Record<string, string> = {}): Promise<{ message: IncomingMessage; body: Buffer }> {
  const { port } = server.address() as AddressInfo;
  return new Promise((done, fail) => {
    get({ host: "127.0.0.1", port, path, headers }, (message) => {
      const parts: Buffer[] = [];
      message.on("data", (part: Buffer) => parts.push(part));
      message.on("end", () => done({ message, body: Buffer.concat(parts) }));
    }).on("error", fail);
  });
}

describe("files that never change under their name", () => {
  it("are kept by a browser for a year", async () => {
    const { message, body } = await ask("/map/europe.1a2b.svg?x");
    expect(message.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(message.headers["content-type"]).toBe("image/svg+xml");
    expect(body.toString()).toBe(drawing);
  });

  it("are compressed as the browser can take it", async () => {
    const brotli = await ask("/map/europe.1a2b.svg", { "accept-encoding": "gzip, deflate, br" });
    expect(brotli.message.headers["content-encoding"]).toBe("br");
    expect(brotliDecompressSync(brotli.body).toString()).toBe(drawing);
    const gzip = await ask("/map/europe.1a2b.svg", { "accept-encoding": "gzip, br;q=0" });
    expect(gunzipSync(gzip.body).toString()).toBe(drawing);
    const font = await ask("/map/deep/serif.woff2", { "accept-encoding": "br" });
    expect(font.message.headers["content-encoding"]).toBeUndefined();
  });

  it("are only those of their folder", async () => {
    for (const path of ["/map/../secret.svg", "/map/%2e%2e/secret.svg", "/map/..%2fsecret.svg", "/map/", "/map/%ff"]) {
      expect((await ask(path)).message.statusCode).toBe(404);
    }
  });

  it("choose no coding that was not offered", () => {
    expect(best(undefined)).toBe("identity");
    expect(best("br;q=0.0, gzip;q=0.5")).toBe("gzip");
  });
});

it("names every font by its bytes, since browsers keep it for a year", () => {
  const fonts = join(import.meta.dirname, "..", "public", "fonts");
  for (const file of readdirSync(fonts).filter((each) => each.endsWith(".woff2"))) {
    const hash = createHash("sha256")
      .update(readFileSync(join(fonts, file)))
      .digest("hex");
    expect(file.split(".").at(-2)).toBe(hash.slice(0, 8));
  }
});
