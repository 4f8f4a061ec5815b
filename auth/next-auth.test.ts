import { describe, expect, test, vi } from "vitest";

// No request of these gets as far as the library.
const library = vi.fn();
vi.mock("next-auth", () => ({ default: library }));
vi.mock("./options", () => ({ options: () => Promise.resolve({}) }));
vi.mock("./current", () => ({ currentViewer: () => Promise.resolve(null) }));
const { nextAuth } = await import("./next-auth");

const ask = (path: string, type: string | null, body: string) =>
  nextAuth(
    new Request(`http://school.example/api/auth/${path}`, {
      method: "POST",
      body,
      headers: { host: "school.example", origin: "http://school.example", ...(type && { "content-type": type }) },
    }),
    { params: Promise.resolve({}) },
  );

describe("what next-auth is not asked", () => {
  test.each([
    ["broken JSON", "application/json", '{"a'],
    ["JSON", "application/json", "{}"],
    ["a text", "text/plain", "a=b"],
    ["what says nothing of itself", "", "a=b"],
  ])("to sign in with %s", async (_, type, body) => {
    expect((await ask("callback/credentials", type, body)).status).toBe(415);
    expect(library).not.toHaveBeenCalled();
  });

  test("to write into our log what a stranger sends", async () => {
    const form = "application/x-www-form-urlencoded";
    expect((await ask("_log", form, "level=error&code=anything")).status).toBe(404);
    expect(library).not.toHaveBeenCalled();
  });
});
