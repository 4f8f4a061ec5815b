import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { request } from "node:http";
import type { IncomingHttpHeaders } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { removeFolder, startSchool } from "../test/school";

let school: Awaited<ReturnType<typeof startSchool>>;
beforeAll(async () => {
  school = await startSchool();
});
afterAll(async () => {
  await school.stop();
  removeFolder(school.dataDir);
});

/** As a browser asks; not by fetch, which sets some headers itself. */
function ask(
  path: string,
  headers: Record<string, string> = {},
): Promise<{ headers: IncomingHttpHeaders; body: string; status: number }> {
  const { hostname, port, host } = new URL(school.url);
  return new Promise((done, fail) => {
    request({ hostname, port, path, headers: { host, ...headers } }, (answer) => {
      let body = "";
      answer.setEncoding("utf8").on("data", (text: string) => (body += text));
      answer.on("end", () => done({ headers: answer.headers, body, status: answer.statusCode ?? 0 }));
    })
      .on("error", fail)
      .end();
  });
}

const scripts = (html: string) => [...html.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)];
const policyOf = (headers: IncomingHttpHeaders) => String(headers["content-security-policy"]);

describe("the front door", () => {
  it.each(["/", "/lessons/pact", "/no-such-page"])(
    "names the hash of every inline script of the prerendered %s",
    async (path) => {
      const { headers, body } = await ask(path);
      const inline = scripts(body).filter(([, attributes]) => !attributes?.includes("src="));
      expect(inline.length).toBeGreaterThan(0);
      for (const [, , text] of inline) {
        expect(policyOf(headers)).toContain(`'sha256-${createHash("sha256").update(text!).digest("base64")}'`);
      }
    },
  );

  it("gives the scripts of a page rendered for a request its nonce, a new one each time", async () => {
    const [first, second] = [await ask("/sign-in?ready=1"), await ask("/sign-in?ready=1")];
    const [nonce, other] = [first, second].map(({ headers }) => /'nonce-([^']+)'/.exec(policyOf(headers))?.[1]);
    expect(nonce).toBeTruthy();
    expect(nonce).not.toBe(other);
    expect(scripts(first.body).length).toBeGreaterThan(0);
    for (const [, attributes] of scripts(first.body)) expect(attributes).toContain(`nonce="${nonce}"`);
  });

  it("takes no policy or nonce from a visitor", async () => {
    const { headers, body } = await ask("/sign-in?ready=1", { "content-security-policy": "script-src 'nonce-mine'" });
    expect(policyOf(headers) + body).not.toContain("mine'");
    expect(body).not.toContain('nonce="mine"');
  });

  it.each(["/", "/sign-in?ready=1", "/no-such-page", "/api/health", "/home"])(
    "sends %s with the security headers",
    async (path) => {
      const { headers } = await ask(path);
      expect(headers).toMatchObject({
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "same-origin",
      });
      expect(headers).not.toHaveProperty("x-powered-by");
      const policy = policyOf(headers);
      expect(policy).toMatch(/script-src 'self'/);
      expect(policy).not.toMatch(/script-src[^;]*unsafe/);
      expect(policy).toContain("frame-ancestors 'none'");
    },
  );

  it("sends nobody to a host that was forged", async () => {
    const { headers } = await ask("/api/auth/signin", {
      "x-forwarded-host": "evil.test",
      "x-forwarded-proto": "https",
    });
    expect(JSON.stringify(headers)).not.toContain("evil.test");
  });

  it("lets a lesson be kept only as long as it is asked after, and the map for a year, compressed", async () => {
    expect((await ask("/lessons/pact")).headers["cache-control"]).toBe("public, max-age=0, must-revalidate");
    const [map] = readdirSync(join(import.meta.dirname, "..", "public", "map")).filter((name) => name.endsWith(".svg"));
    const { headers } = await ask(`/map/${map}`, { "accept-encoding": "gzip, br" });
    expect(headers["cache-control"]).toContain("immutable");
    expect(headers["content-encoding"]).toBe("br");
  });

  it("answers a kept lesson that has not changed with 304", async () => {
    const { headers } = await ask("/lessons/pact");
    const again = await ask("/lessons/pact", { "if-none-match": headers.etag! });
    expect(again.status).toBe(304);
  });

  it.each(["/quizzes/%FF", "/lessons/%E0%A4%A", "/%"])("answers 404 to %s", async (path) => {
    expect((await ask(path)).status).toBe(404);
  });

  it("tells of its health nothing but that", async () => {
    const { body, headers, status } = await ask("/api/health");
    expect({ body, status }).toEqual({ body: '{"status":"ok"}', status: 200 });
    expect(headers["cache-control"]).toBe("no-store");
  });
});
