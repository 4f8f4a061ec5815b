import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { displayName, folded, userName } from "./names";

describe("a user name", () => {
  test.each(["ilze.k", "anna-7", "Мария", "åsa", "a_b", "李小龍", "x@y.z"])("may be %s", (typed) => {
    expect(userName(typed)).toEqual({ ok: true, value: typed });
  });

  test.each([
    ["", "Choose a user name."],
    ["  ", "Choose a user name."],
    ["ab", "Use at least 3 characters."],
    ["a".repeat(41), "Use at most 40 characters."],
    ["two words", "A user name has no spaces: try a dot or a hyphen."],
    ["zero\u200bwidth", "Leave out characters that cannot be seen."],
    ["nul\0", "Leave out characters that cannot be seen."],
    ["right\u202eleft", "Leave out characters that cannot be seen."],
    ["half\ud800", "Leave out characters that cannot be seen."],
    ["hangul\u3164", "Leave out characters that cannot be seen."],
  ])("may not be %j", (typed, message) => {
    expect(userName(typed)).toEqual({ ok: false, message });
  });

  test.each([
    ["Ilze", "ilze"],
    ["МАРИЯ", "мария"],
    ["ＩＬＺＥ", "ilze"],
    ["e\u0301va", "éva"],
    [" ilze ", "ilze"],
  ])("%j is the same as %j", (one, other) => {
    expect(folded(one)).toBe(folded(other));
  });

  test("folds once and for all", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(folded(folded(text))).toBe(folded(text));
      }),
      { numRuns: 2000 },
    );
  });
});

describe("a display name", () => {
  test.each([
    ["  Ilze   Kalniņa ", "Ilze Kalniņa"],
    ["O’Connor-Šmits", "O’Connor-Šmits"],
    ["می‌خواهم", "می‌خواهم"],
    ["E\u0301va", "Éva"],
  ])("%j is kept as %j", (typed, value) => {
    expect(displayName(typed)).toEqual({ ok: true, value });
  });

  test.each(["", " ", "\u200d", "a\0b", "a".repeat(61), "a\u202eb", "\ud83d"])("may not be %j", (typed) => {
    expect(displayName(typed).ok).toBe(false);
  });
});
