import { expect, test } from "vitest";

import { cellWords, changeWords, decisionWords, type Told } from "./words";

const about: Omit<Told, "what"> = {
  value: null,
  attempt: { id: "a", number: 2 },
  question: { itemId: "i", position: 3, prompt: "When?" },
};

test.each<[Partial<Told> & { what: string }, string]>([
  [{ what: "score", value: 7.5, attempt: null }, "Points by hand for the assignment: 7.5"],
  [{ what: "question", value: 1 }, "Points by hand for question 3: 1"],
  [{ what: "excuse" }, "Excused"],
  [{ what: "void" }, "Attempt 2 taken out"],
  [{ what: "reopen", value: 1800 }, "Attempt 2 opened again for 30 minutes"],
  [{ what: "reopen" }, "Attempt 2 opened again"],
  [{ what: "add", value: 1 }, "One attempt more"],
  [{ what: "add", value: 3 }, "3 attempts more"],
  [{ what: "extend", value: 600 }, "10 minutes more for attempt 2"],
  [{ what: "end" }, "Attempt 2 ended"],
  [{ what: "comment" }, "Comment on question 3"],
  [{ what: "comment", question: null }, "Comment on attempt 2"],
  [{ what: "comment", question: null, attempt: null }, "Comment on the work"],
])("%j reads %s", (told, expected) => {
  expect(decisionWords({ ...about, ...told })).toBe(expected);
});

test.each([
  [{ before: 0, after: 1, positions: [3], undo: false }, "Question 3 is marked anew: 1 point more"],
  [{ before: 2, after: 0.5, positions: [1, 4], undo: false }, "Questions 1, 4 are marked anew: 1.5 points less"],
  [{ before: 1, after: 0, positions: [3], undo: true }, "Question 3 is marked as before: 1 point less"],
  [{ before: 0.1 + 0.2, after: 0.3, positions: [3], undo: false }, "Question 3 is marked anew: the same points"],
  // Which questions they are is held back.
  [{ before: 0, after: 1, positions: [], undo: false }, "Marked anew: 1 point more"],
])("%j reads %s", (change, expected) => {
  expect(changeWords(change)).toBe(expected);
});

test.each([
  [{ before: 1.5, after: 0, positions: [2], undo: false }, "Question 2 no longer counts: it gave 1.5 points"],
  [{ before: 0, after: 0, positions: [2], undo: false }, "Question 2 no longer counts: it gave no points"],
  [{ before: 0, after: 0, positions: [], undo: false }, "A question no longer counts: it gave no points"],
  [{ before: 0, after: 1, positions: [2], undo: true }, "Question 2 counts again: 1 point more"],
])("a dropped question, %j, reads %s", (change, expected) => {
  expect(changeWords({ ...change, what: "drop" })).toBe(expected);
});

test("Points by hand where nothing was handed in are not called handed in", () => {
  const score = { points: 1, maxPoints: 2, share: 0.5, deduction: 0, overridden: true };
  expect(cellWords({ state: "scored", score: { ...score, attemptIds: [] } })).toBe("Points by hand");
  expect(cellWords({ state: "scored", score: { ...score, attemptIds: ["a"] } })).toBe("Handed in");
});
