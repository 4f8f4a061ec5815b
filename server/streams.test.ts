import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { get, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { drain, frontDoor } from "./front-door.mjs";

/** A front door before a handler that answers events without an end. */
async function aDoor() {
  const build = mkdtempSync(join(tmpdir(), "annals-build-"));
  mkdirSync(join(build, "static"));
  writeFileSync(join(build, "prerender-manifest.json"), JSON.stringify({ routes: {} }));
  let left = 0;
  const server = frontDoor({
    root: build,
    build,
    handle: (_, response) => {
      response.setHeader("content-type", "text/event-stream; charset=utf-8");
      response.writeHead(200);
      response.write("data: 1\n\n");
      response.on("close", () => left++);
    },
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return { server, url: `http://127.0.0.1:${port}/api/events`, left: () => left };
}

const answerOf = (url: string) =>
  new Promise<IncomingMessage>((done, fail) => void get(url, { agent: false }, done).on("error", fail));

it("passes events on as they come, and a server that stops does not wait for their end", async () => {
  const { server, url, left } = await aDoor();
  const answer = await answerOf(url);
  const [first] = await new Promise<Buffer[]>((done) => answer.once("data", (...data: Buffer[]) => done(data)));
  expect(String(first)).toBe("data: 1\n\n");
  const cut = new Promise((done) => answer.on("error", done).on("close", done));
  const began = performance.now();
  await drain(server, 10_000);
  expect(performance.now() - began).toBeLessThan(5_000);
  await cut;
  expect(left()).toBe(1);
});

it("lets go of who has gone", async () => {
  const { server, url, left } = await aDoor();
  const answer = await answerOf(url);
  answer.on("error", () => {});
  answer.destroy();
  await expect.poll(left).toBe(1);
  await drain(server, 1_000);
});
