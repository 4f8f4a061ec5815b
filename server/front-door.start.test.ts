import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { request } from "node:http";
import type { IncomingHttpHeaders } from "node:http";
import { join } from "node:path";
import pg from "pg";
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
  sent?: string,
): Promise<{ headers: IncomingHttpHeaders; body: string; status: number }> {
  const { hostname, port, host } = new URL(school.url);
  const method = sent === undefined ? "GET" : "POST";
  return new Promise((done, fail) => {
    request({ hostname, port, path, method, headers: { host, ...headers } }, (answer) => {
      let body = "";
      answer.setEncoding("utf8").on("data", (text: string) => (body += text));
      answer.on("end", () => done({ headers: answer.headers, body, status: answer.statusCode ?? 0 }));
    })
      .on("error", fail)
      .end(sent);
  });
}

/** What `work` gives while the database lacks a table: a fault that is ours. */
async function withoutSchools<T>(work: () => Promise<T>): Promise<T> {
  const pool = new pg.Pool({ connectionString: await school.databaseUrl(), max: 1 });
  try {
    await pool.query('ALTER TABLE "School" RENAME TO "SchoolAway"');
    return await work();
  } finally {
    await pool.query('ALTER TABLE IF EXISTS "SchoolAway" RENAME TO "School"');
    await pool.end();
  }
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

  it.each([
    ["from another site", 403, { origin: "http://evil.test" }, "a=b"],
    ["from another site, as the browser says", 403, { "sec-fetch-site": "cross-site" }, "a=b"],
    ["larger than any of ours", 413, {}, "a=".padEnd(300_000, "b")],
  ])("refuses a form %s, before anything reads it", async (_, status, headers, form) => {
    for (const path of ["/join", "/lessons/pact", "/account"]) {
      const type = { "content-type": "multipart/form-data; boundary=b", "content-length": String(form.length) };
      const answer = await ask(path, { ...type, ...headers }, form);
      expect(answer.status).toBe(status);
      expect(answer.headers["cache-control"]).toBe("no-store");
    }
  });

  it("says so to a browser that sends fifty megabytes as a list of learners, too", async () => {
    const form = "a=".padEnd(50_000_000, "b");
    const path = "/classes/01a20a5c-7830-7be2-86d3-9b5cc42c0aee/people/add";
    const answer = await ask(path, { "content-length": String(form.length) }, form);
    expect(answer).toMatchObject({ status: 413, body: expect.stringContaining("nothing was changed") as string });
  });

  it("says in words that a page could not be shown, and its reference in the log", async () => {
    const { headers, status, body } = await withoutSchools(() => ask("/sign-in?ready=1", { accept: "text/html" }));
    expect(status).toBe(500);
    expect(body).toContain("<h1>This page could not be shown.</h1>");
    expect(body).not.toContain("<script");
    expect(headers).toMatchObject({ "content-type": "text/html; charset=utf-8", "cache-control": "no-store" });
    const [, reference] = /this reference: <b>(\d+)<\/b>/.exec(body) ?? [];
    expect(school.said()).toContain(reference);
    const packed = await withoutSchools(() => ask("/join", { accept: "text/html", "accept-encoding": "gzip" }));
    expect(packed.headers).not.toHaveProperty("content-encoding");
    expect(packed.body).toMatch(/this reference: <b>\d+<\/b>/);
    expect((await ask("/sign-in?ready=1", { accept: "text/html" })).status).toBe(200);
  });

  it("tells of its health nothing but that", async () => {
    const { body, headers, status } = await ask("/api/health");
    expect({ body, status }).toEqual({ body: '{"status":"ok"}', status: 200 });
    expect(headers["cache-control"]).toBe("no-store");
  });
});
