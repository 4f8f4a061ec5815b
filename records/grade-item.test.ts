import { describe, expect, test } from "vitest";

import type { Outcome } from "@/questions";

import { feedbackTo, gradeItem, sameEvidence, wholeReceipt } from "./grade-item";

const receipt = { read: "1939", matched: [], rule: "One rule.", lines: [], notes: [] };
const scored = (fraction: number, parts: string[]): Outcome => ({
  state: "scored",
  fraction,
  receipt: { ...receipt, parts: parts.map((id) => ({ id, text: id, right: false })) },
});

test.each([
  [{ fields: { a: ["1"], b: ["2"] } }, { fields: { b: ["2"], a: ["1"] } }, true],
  [{ fields: { a: ["1"], b: [""] } }, { fields: { a: ["1"] } }, true],
  [{ fields: { a: ["1", ""] } }, { fields: { a: ["", "1"] } }, false],
  [{ fields: { a: ["1"] } }, { fields: { a: ["1 "] } }, false],
  [{ fields: {} }, {}, true],
  [{ response: { choice: "a" } }, { response: { choice: "a" } }, true],
  [{ response: { choice: "a" } }, { fields: { choice: ["a"] } }, false],
])("%j and %j are the same answer: %s", (a, b, same) => {
  expect(sameEvidence(a, b)).toBe(same);
});

describe("feedback", () => {
  const key = {
    answers: { munich: "That was in 1938.", pact: "Almost.", toString: "Never." },
    bands: [
      { from: 0, say: "Read it again." },
      { from: 0.5, say: "Nearly." },
    ],
  };

  test("is said to each part that was answered, once, and by the highest band reached", () => {
    expect(feedbackTo(scored(0.5, ["pact", "unknown", "pact"]), key)).toEqual({
      answers: ["Almost."],
      band: "Nearly.",
    });
    expect(feedbackTo(scored(0.4, ["munich", "pact"]), key)).toEqual({
      answers: ["That was in 1938.", "Almost."],
      band: "Read it again.",
    });
  });

  test("to a blank is the lowest band, and without an author's words nothing", () => {
    expect(feedbackTo({ state: "blank" }, key)).toEqual({ answers: [], band: "Read it again." });
    expect(feedbackTo(scored(1, ["munich"]), {})).toEqual({ answers: [] });
    expect(feedbackTo(scored(1, ["constructor", "__proto__"]), key)).toMatchObject({ answers: [] });
  });
});

test("a receipt of earlier days gets what receipts have now", () => {
  const old = { read: "1939", rule: "One rule.", lines: [], notes: [] } as never;
  expect(wholeReceipt(old)).toEqual({ ...receipt, parts: [] });
  expect(wholeReceipt({} as never)).toEqual({ read: "", rule: "", matched: [], lines: [], notes: [], parts: [] });
});

test("a kind that there is not cannot be graded", () => {
  expect(() => gradeItem({ kind: "essay", body: {}, key: {}, fields: {} })).toThrow(/no kind of question/);
});
