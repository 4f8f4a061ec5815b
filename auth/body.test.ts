import { describe, expect, test } from "vitest";

import { bodyOf, mostBytes, UnreadableBody } from "./body";

const post = (body: BodyInit, type?: string) =>
  new Request("http://school.example/", { method: "POST", body, headers: type ? { "content-type": type } : {} });

const form = "application/x-www-form-urlencoded";

describe("what comes with a request", () => {
  test("is a form's fields, each with all its values", async () => {
    expect(await bodyOf(post("q1.name=a&q1.name=b&go=next", form))).toEqual({
      type: "form",
      fields: { "q1.name": ["a", "b"], go: ["next"] },
    });
  });

  test("is the same when the form is sent in parts", async () => {
    const parts = new FormData();
    parts.append("q1.text", "23 августа");
    expect(await bodyOf(post(parts))).toEqual({ type: "form", fields: { "q1.text": ["23 августа"] } });
  });

  test("is JSON", async () => {
    expect(await bodyOf(post('{"a":1}', "application/json; charset=utf-8"))).toEqual({ type: "json", value: { a: 1 } });
  });

  test("may be nothing", async () => {
    expect(await bodyOf(post(""))).toEqual({ type: "none" });
  });

  test("may name a field like something of the language's own", async () => {
    const body = await bodyOf(post("__proto__=x&constructor=y", form));
    expect(body.type === "form" && Object.entries(body.fields)).toEqual([
      ["__proto__", ["x"]],
      ["constructor", ["y"]],
    ]);
  });

  test.each([
    ["too large", post("x".repeat(mostBytes + 1), form), 413],
    ["broken JSON", post("{", "application/json"), 400],
    ["of a kind that no form sends", post("<a/>", "application/xml"), 415],
    ["broken parts", post("x", "multipart/form-data; boundary=y"), 400],
  ])("is refused when it is %s", async (_, request, status) => {
    const refusal = await bodyOf(request).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(UnreadableBody);
    expect(refusal).toHaveProperty("status", status);
  });

  test("is refused as too large also when its length is not said", async () => {
    const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(64 * 1024)) });
    const request = new Request("http://school.example/", {
      method: "POST",
      body: endless,
      duplex: "half",
    } as RequestInit);
    await expect(bodyOf(request)).rejects.toHaveProperty("status", 413);
  });
});
