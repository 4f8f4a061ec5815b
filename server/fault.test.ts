import { createServer, get } from "node:http";
import type { RequestListener, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { faultPage, faultPages } from "./fault.mjs";

const frame = `<!DOCTYPE html><html id="__next_error__"><script>push('{"digest":\\"2914830012\\"}')</script>`;

/** What reaches a browser of an answer that `handle` gives, with the front door's hand on it when it is a fault. */
async function answered(handle: RequestListener): Promise<{ status: number; headers: object; body: string }> {
  const server = createServer((request, response) => {
    const toFaultPage = faultPages(response);
    const { writeHead } = response;
    response.writeHead = ((...args: Parameters<ServerResponse["writeHead"]>) => {
      response.writeHead = writeHead;
      if (args[0] === 500) toFaultPage();
      return writeHead.apply(response, args);
    }) as ServerResponse["writeHead"];
    handle(request, response);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  try {
    return await new Promise((done, fail) => {
      get({ port, host: "127.0.0.1", agent: false }, (answer) => {
        let body = "";
        answer.setEncoding("utf8").on("data", (text: string) => (body += text));
        answer.on("end", () => done({ status: answer.statusCode!, headers: answer.headers, body }));
        answer.on("error", fail);
      }).on("error", fail);
    });
  } finally {
    server.close();
  }
}

describe("our own fault", () => {
  test.each<[string, RequestListener]>([
    ["at once", (_, response) => void response.writeHead(500).end(frame)],
    [
      "in parts",
      (_, response) => {
        response.statusCode = 500;
        response.write(frame.slice(0, 70));
        setTimeout(() => response.end(frame.slice(70)), 20);
      },
    ],
    [
      "as bytes of a stated length",
      (_, response) => {
        response.statusCode = 500;
        response.setHeader("content-length", Buffer.byteLength(frame));
        response.end(Buffer.from(frame));
      },
    ],
    ["with gzip", (_, response) => void response.writeHead(500).end(gzipSync(frame))],
    ["with brotli", (_, response) => void response.writeHead(500).end(brotliCompressSync(frame))],
  ])("is told in words, with its reference, when Next sends its frame %s", async (how, handle) => {
    const coding = { "with gzip": "gzip", "with brotli": "br" }[how];
    const answer = await answered((request, response) => {
      if (coding) response.setHeader("content-encoding", coding);
      response.setHeader("etag", "x");
      handle(request, response);
    });
    expect(answer).toMatchObject({ status: 500, body: faultPage("2914830012") });
    expect(answer.headers).toMatchObject({ "content-type": "text/html; charset=utf-8", "cache-control": "no-store" });
    expect(answer.headers).not.toHaveProperty("content-encoding");
    expect(answer.headers).not.toHaveProperty("etag");
  });

  test.each<[string, RequestListener]>([
    ["nothing", (_, response) => void response.writeHead(500).end()],
    ["what cannot be unpacked", (_, response) => void response.writeHead(500, { "x-a": "b" }).end("\0")],
    ["far too much", (_, response) => void response.writeHead(500).end("x".repeat(3e6) + frame)],
  ])("is told without a reference when Next sends %s", async (_, handle) => {
    expect(await answered(handle)).toMatchObject({ status: 500, body: faultPage(null) });
  });

  test("is nothing that another answer is touched for", async () => {
    for (const status of [200, 404, 503]) {
      const once: RequestListener = (_, response) => void response.writeHead(status, { etag: "x" }).end(frame);
      expect(await answered(once)).toMatchObject({ status, headers: { etag: "x" }, body: frame });
      const parts: RequestListener = (_, response) => {
        response.statusCode = status;
        response.write(frame.slice(0, 10), () => response.end(frame.slice(10)));
      };
      expect(await answered(parts)).toMatchObject({ status, body: frame });
    }
    expect(await answered((_, response) => void response.end("a length"))).toMatchObject({
      headers: { "content-length": "8" },
      body: "a length",
    });
  });
});
