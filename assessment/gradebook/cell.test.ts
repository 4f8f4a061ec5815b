import { describe, expect, test } from "vitest";
import type { CountedScore } from "../counting";
import { gradebookCell, type CellFacts, type CellTerms, type MissingRule } from "./cell";

const day = (number: number) => new Date(Date.UTC(2026, 8, number));
const terms: CellTerms = { opensAt: day(2), dueAt: day(10), closesAt: day(12) };
const column = { terms, maxPoints: 10 };
const counted: CountedScore = {
  points: 8,
  maxPoints: 10,
  attemptIds: ["a1"],
  deduction: 0,
  late: false,
  overridden: false,
};
const running = (onTimeUntil: Date | null, acceptedUntil: Date | null = day(12)) => ({
  attemptId: "r",
  answered: 3,
  of: 10,
  clock: { onTimeUntil, acceptedUntil },
});
const cell = (facts: Partial<CellFacts> | undefined, now: number, missing: MissingRule = "after-due", own = terms) =>
  gradebookCell({ ...column, terms: own }, facts && { counted: null, ...facts }, missing, day(now));

describe("a cell is", () => {
  test.each<[string, Partial<CellFacts> | undefined, number, number | null]>([
    ["not open", undefined, 1, null],
    ["open", undefined, 2, null],
    ["open", undefined, 10, null],
    ["missing", undefined, 11, 0],
    ["missing", {}, 13, 0],
    ["in progress", { running: running(day(10)) }, 5, null],
    ["scored", { counted }, 5, 0.8],
    ["scored", { counted, running: running(day(10)) }, 5, 0.8],
    ["scored", { counted: { ...counted, points: -3 } }, 5, 0],
    ["late", { counted: { ...counted, late: true } }, 11, 0.8],
    ["scored", { counted: { ...counted, late: true }, override: 9 }, 11, 0.9],
    ["scored", { override: 4 }, 11, 0.4],
    ["scored", { override: 0 }, 1, 0],
    // Dropped questions since: out of what it was given out of, and of nothing there is no share.
    ["scored", { counted: { ...counted, maxPoints: 5 }, override: 8, overrideOf: 10 }, 5, 0.8],
    ["scored", { counted: { ...counted, points: 0, maxPoints: 0 }, override: 8, overrideOf: 10 }, 5, 0.8],
    ["scored", { counted: { ...counted, maxPoints: 5 }, override: 12, overrideOf: 10 }, 5, 1],
    ["scored", { counted: { ...counted, points: 0, maxPoints: 0 } }, 5, null],
    ["voided", { voided: 1 }, 5, null],
    ["voided", { voided: 1 }, 11, 0],
    ["in progress", { voided: 1, running: running(day(10)) }, 5, null],
    ["excused", { excused: true }, 11, null],
    ["excused", { excused: true, counted }, 11, null],
    ["exempt", { exempt: true, counted }, 11, null],
    ["missing", { terms: { ...terms, dueAt: day(4) } }, 5, 0],
    ["open", { terms: { ...terms, dueAt: day(20), closesAt: day(20) } }, 11, null],
  ])("%s: %j on day %i, which counts %s", (state, facts, now, counts) => {
    expect(cell(facts, now)).toMatchObject({ state, counts });
  });

  test("never missing where nothing is due and nothing closes; missing from the close where nothing is due", () => {
    expect(cell(undefined, 28, "after-due", { opensAt: null, dueAt: null, closesAt: null }).state).toBe("open");
    expect(cell(undefined, 28, "after-due", { opensAt: null, dueAt: null, closesAt: day(12) })).toMatchObject({
      state: "missing",
      counts: 0,
    });
  });
});

describe("what is missing", () => {
  test.each<[MissingRule, number, number | null]>([
    ["after-due", 10, null],
    ["after-due", 11, 0],
    ["after-close", 11, null],
    ["after-close", 13, 0],
    ["never", 28, null],
  ])("by '%s' on day %i counts %s", (rule, now, counts) => {
    expect(cell(undefined, now, rule).counts).toBe(counts);
  });

  test("counts 0 beside an attempt that was left open, but not while that may be on time", () => {
    expect(cell({ running: running(day(10)) }, 11).counts).toBe(0);
    expect(cell({ running: running(day(12)) }, 11).counts).toBeNull();
    const nothingDue = { opensAt: null, dueAt: null, closesAt: day(12) };
    expect(cell({ running: running(null, day(14)) }, 13, "after-due", nothingDue).counts).toBeNull();
    expect(cell({ running: running(null, day(14)) }, 15, "after-due", nothingDue).counts).toBe(0);
    expect(cell({ running: running(day(10)) }, 13, "after-close").counts).toBeNull();
  });
});

test("An excused cell shows its score all the same, and one by hand says so", () => {
  expect(cell({ excused: true, counted }, 11).score).toMatchObject({ points: 8, overridden: false });
  expect(cell({ override: 7, counted }, 11).score).toEqual({
    points: 7,
    maxPoints: 10,
    share: 0.7,
    deduction: 0,
    overridden: true,
    attemptIds: ["a1"],
  });
});
