import { expect, test } from "vitest";
import type { ScoreLine } from "@/records";
import { standsWords } from "./line-words";

const attempt = {
  ...{ id: "a", number: 1, startedAt: new Date(), submittedAt: new Date(), endsAt: null, lateBy: 0, deduction: 0 },
  ...{ voided: false, points: 3, maxPoints: 4, counts: true },
};
const score = { points: 3, maxPoints: 4, share: 0.75, deduction: 0, overridden: false, attemptIds: ["a"] };
const scored = { state: "scored", score, counts: 0.75, running: null } as const;
const line = { cell: scored, held: null, attempts: [attempt], counts: "best", dropped: false } as unknown as ScoreLine;

test.each<[string, Partial<ScoreLine>, string]>([
  ["handed in", {}, "Handed in."],
  [
    "late",
    {
      attempts: [{ ...attempt, lateBy: 90_000 }],
      cell: { ...scored, state: "late", score: { ...score, deduction: 0.25 } },
    },
    "Handed in 1 day late, less ¼ of the points.",
  ],
  [
    "late for nothing",
    { attempts: [{ ...attempt, lateBy: 600 }], cell: { ...scored, state: "late" } },
    "Handed in 10 minutes late, which costs nothing.",
  ],
  ["several", { attempts: [attempt, { ...attempt, counts: false }] }, "Handed in. 2 attempts, the best counts."],
  ["one of two taken out", { attempts: [attempt, { ...attempt, counts: false, voided: true }] }, "Handed in."],
  [
    "by hand",
    { cell: { ...scored, score: { ...score, overridden: true } } },
    "Handed in. The points were given by hand.",
  ],
  ["excused", { cell: { ...scored, state: "excused", counts: null } }, "Excused. It does not count."],
  [
    "missing",
    { attempts: [], cell: { state: "missing", score: null, counts: 0, running: null } },
    "Missing. It counts as 0.",
  ],
  ["held back", { cell: { ...scored, score: null, counts: null }, held: "never" }, "Handed in. The score: not shown."],
  [
    "nothing left to count",
    { cell: { ...scored, score: { ...score, points: 0, maxPoints: 0, share: 0 }, counts: null } },
    "Handed in. Nothing counts in this quiz.",
  ],
  ["dropped", { dropped: true }, "Handed in. One of the lowest, so it does not count."],
])("%s", (_, more, expected) => {
  expect(standsWords({ ...line, ...more }, "Europe/Riga")).toBe(expected);
});
