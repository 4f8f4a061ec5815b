import { describe, expect, test } from "vitest";

import { pathWithin, signInPath } from "./paths";

describe("where to go after signing in", () => {
  test.each(["/", "/quizzes/munich", "/classes/1?sort=name", "/lessons/pact#new-minister"])("may be %s", (path) => {
    expect(pathWithin(path)).toBe(path);
  });

  test.each([
    "https://elsewhere.example/",
    "//elsewhere.example",
    "/\\elsewhere.example",
    "/\n/elsewhere.example",
    "/\t/elsewhere.example",
    "javascript:alert(1)",
    "home",
    "",
    null,
  ])("is never %j", (path) => {
    expect(pathWithin(path)).toBe("/home");
  });

  test("is carried along by the way to the form", () => {
    expect(signInPath("/quizzes/munich")).toBe("/api/auth/signin?callbackUrl=%2Fquizzes%2Fmunich");
  });
});
