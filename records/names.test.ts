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
    ["variation\ufe0f", "Leave out characters that cannot be seen."],
    ["joined\u034f", "Leave out characters that cannot be seen."],
    ["khmer\u17b4", "Leave out characters that cannot be seen."],
    ["plane14\u{e0100}", "Leave out characters that cannot be seen."],
    ["\u0301\u0302\u0303", "Use letters or digits."],
    ["...", "Use letters or digits."],
    ["ann" + "\u0301".repeat(6) + "a", "Use at most four accents on a letter."],
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
    ["葛\u{e0100}城", "葛\u{e0100}城"],
    ["Ilze \u2764\ufe0f", "Ilze \u2764\ufe0f"],
    ["Nguyễn Thị", "Nguyễn Thị"],
    ["שָׁלוֹם", "שָׁלוֹם".normalize("NFC")],
  ])("%j is kept as %j", (typed, value) => {
    expect(displayName(typed)).toEqual({ ok: true, value });
  });

  test.each([
    "",
    " ",
    "\u200d",
    "a\0b",
    "a".repeat(61),
    "a\u202eb",
    "\ud83d",
    "Ilze\ufe0f",
    "Il\u034fze",
    "\u0301",
    "a" + "\u0301".repeat(50),
  ])("may not be %j", (typed) => {
    expect(displayName(typed).ok).toBe(false);
  });
});
