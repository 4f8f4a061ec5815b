import { describe, expect, test } from "vitest";

import { joinCode, newJoinCode } from "./join-code";

describe("a join code", () => {
  test("is known again however it is typed", () => {
    const code = newJoinCode();
    for (const typed of [code, code.toLowerCase(), code.replace("-", ""), ` ${code.replace("-", " – ")} `])
      expect(joinCode(typed)).toBe(code);
  });

  test("holds no character that is taken for another", () => {
    for (let round = 0; round < 200; round++) expect(newJoinCode()).toMatch(/^[A-HJKMNP-Z2-9]{3}-[A-HJKMNP-Z2-9]{4}$/);
  });

  test.each(["", "KQT", "KQT-7M4P-X", "'; drop table", "КОД-1234"])("is not %j", (typed) => {
    expect(joinCode(typed)).toBeNull();
  });
});
