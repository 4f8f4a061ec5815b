import { expect, test } from "vitest";
import { askedWords, countsWords, lateSetWords, shownWords } from "./set-words";
import { newValues } from "./wanted";

const set = (changed: Readonly<Record<string, string>> = {}) => ({ ...newValues, ...changed });

test.each([
  [{}, "Accepted until it closes, costs nothing"],
  [{ "late.deduction": "" }, "Accepted until it closes, costs nothing"],
  [{ "late.deduction": "12,5" }, "Accepted until it closes, less 12,5\u00a0% for each day begun"],
  [
    { "late.deduction": "25", "late.atMost": "50" },
    "Accepted until it closes, less 25\u00a0% for each day begun, at most 50\u00a0%",
  ],
  [{ "late.deduction": "25", per: "once", "late.atMost": "50" }, "Accepted until it closes, less 25\u00a0%"],
  [{ late: "no", "late.deduction": "25" }, "Not accepted: it closes when it is due"],
])("the fold of late work says what is set: %o", (changed, words) => expect(lateSetWords(set(changed))).toBe(words));

const categories = [{ id: "c", name: "Tests" }];

test.each([
  [{}, "No time limit, any number of attempts: the best attempt counts"],
  [{ timeLimit: "1", attempts: "1" }, "1 minute, one attempt"],
  [
    { timeLimit: "7,5", attempts: "3", counts: "mean", category: "c" },
    "7,5 minutes, 3 attempts: the mean of all counts, Tests",
  ],
])("that of time and attempts: %o", (changed, words) =>
  expect(countsWords(set(changed), categories, false)).toBe(words),
);

test("where categories have weights, none is said", () => {
  const none = "No time limit, any number of attempts: the best attempt counts, in no category, so in no total";
  expect(countsWords(set(), categories, true)).toBe(none);
  expect(countsWords(set({ category: "c" }), categories, true)).toMatch(/counts, Tests$/);
  expect(countsWords(set(), [], true)).toMatch(/counts$/);
});

test.each([
  [{}, false, "One at a time, no password"],
  [
    { pages: "one", shuffle: "on", certainty: "no" },
    false,
    "All on one page, shuffled, certainty marking off, no password",
  ],
  [{ password: "munich", withLesson: "on" }, false, "One at a time, with the lesson, with a password"],
  [{}, true, "One at a time, with a password"],
  [{ noPassword: "on" }, true, "One at a time, no password"],
])("that of how it is asked: %o", (changed, asks, words) => expect(askedWords(set(changed), asks)).toBe(words));

test.each([
  [{}, "Their score when they have handed in; right or wrong, the right answers and explanations once it is closed"],
  [
    { "show.correctness": "during", "show.score": "never", "show.key": "never" },
    "Right or wrong as they go; explanations once it is closed; their score and the right answers never",
  ],
])("that of what learners see: %o", (changed, words) => expect(shownWords(set(changed))).toBe(words));
