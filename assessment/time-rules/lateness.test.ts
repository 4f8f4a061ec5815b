import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arrival, lateDeduction, lessDeduction } from "./lateness";
import { effectiveTerms, type LateRule, type TimeRules } from "./terms";
import { instantOf } from "./wall-clock";

const zone = "Europe/Berlin";
const at = (local: string) => {
  const placed = instantOf(local, zone);
  if ("problem" in placed) throw new Error(placed.problem);
  return placed.instant;
};
const perDay: LateRule = { accept: true, deduction: 0.1, per: "day", atMost: 0.5 };
/** Due on the evening before the clocks are put forward. */
const rules: TimeRules = {
  opensAt: at("2026-03-20T08:00"),
  dueAt: at("2026-03-28T20:00"),
  closesAt: at("2026-04-05T20:00"),
  timeLimit: null,
  grace: 30,
  late: perDay,
  attempts: null,
};
const startedAt = at("2026-03-28T19:50");

describe("handed in at", () => {
  test.each([
    ["2026-03-28T20:00:00", { state: "on time" }],
    ["2026-03-28T20:00:30", { state: "on time" }],
    ["2026-03-28T20:00:31", { state: "late", by: 31, days: 1, deduction: 0.1 }],
    ["2026-03-29T20:00:30", { state: "late", by: 23 * 3600 + 30, days: 1, deduction: 0.1 }],
    ["2026-03-29T20:00:31", { state: "late", by: 23 * 3600 + 31, days: 2, deduction: 0.2 }],
    ["2026-03-31T20:00:00", { state: "late", by: 71 * 3600, days: 3, deduction: 0.3 }],
    ["2026-04-05T20:00:30", { state: "late", by: 191 * 3600 + 30, days: 8, deduction: 0.5 }],
    ["2026-04-05T20:00:31", { state: "too late", by: 31 }],
  ])("%s: %j", (local, expected) => {
    expect(arrival(effectiveTerms(rules), { startedAt }, at(local), zone)).toEqual(expected);
  });

  test("any time, what has no due date is on time", () => {
    const open = effectiveTerms({ ...rules, dueAt: null, closesAt: null });
    expect(arrival(open, { startedAt }, at("2027-01-01T00:00"), zone)).toEqual({ state: "on time" });
  });

  test("a moment past the due date, what is not accepted late is too late", () => {
    const strict = effectiveTerms({ ...rules, late: { accept: false } });
    expect(arrival(strict, { startedAt }, at("2026-03-28T20:01"), zone)).toEqual({ state: "too late", by: 60 });
  });

  test("a moment that a profile grants past the due date, nothing is late", () => {
    const timed = { ...rules, timeLimit: 1200 };
    const then = at("2026-03-28T20:15");
    expect(arrival(effectiveTerms(timed, [], { timeFactor: 1.5 }), { startedAt }, then, zone).state).toBe("on time");
    expect(arrival(effectiveTerms(timed), { startedAt }, at("2026-03-28T20:10"), zone).state).toBe("late");
  });

  test("a moment that a teacher granted, begun late, it is late and costs nothing where late work is not accepted", () => {
    const strict = effectiveTerms({ ...rules, late: { accept: false } });
    const reopened = { startedAt: at("2026-03-29T09:00"), extendedUntil: at("2026-03-29T10:00") };
    expect(arrival(strict, reopened, at("2026-03-29T09:30"), zone)).toMatchObject({ state: "late", deduction: 0 });
  });
});

describe("a deduction", () => {
  test.each<[LateRule, number, number]>([
    [perDay, 0, 0],
    [perDay, 3, 0.3],
    [perDay, 9, 0.5],
    [{ ...perDay, per: "once" }, 9, 0.1],
    [{ ...perDay, deduction: 0 }, 9, 0],
    [{ ...perDay, atMost: 1 }, 30, 1],
    [{ accept: false }, 3, 0],
  ])("by %j after %i days is %s", (rule, days, share) => {
    expect(lateDeduction(rule, days)).toBe(share);
  });

  test.each([
    [8, 0.5, 4],
    [8, 0, 8],
    [8, 1, 0],
    [2 / 3, 0.25, 0.5],
    [0, 0.5, 0],
    [-2, 0.5, -2],
  ])("from %d points of a share of %d leaves %d", (points, share, left) => {
    expect(lessDeduction(points, share)).toBe(left);
  });

  test("never rises with the points lost nor falls with the days", () => {
    const rule = fc.record({
      accept: fc.constant(true as const),
      deduction: fc.double({ min: 0, max: 1, noNaN: true }),
      per: fc.constantFrom("day" as const, "once" as const),
      atMost: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(rule, fc.nat(60), fc.double({ min: -10, max: 10, noNaN: true }), (late, days, points) => {
        const cost = lateDeduction(late, days);
        expect(cost).toBeGreaterThanOrEqual(0);
        expect(cost).toBeLessThanOrEqual(late.atMost + 1e-9);
        expect(lateDeduction(late, days + 1)).toBeGreaterThanOrEqual(cost);
        expect(lessDeduction(points, cost)).toBeLessThanOrEqual(points + 1e-9);
        expect(Math.sign(lessDeduction(points, cost)) * Math.sign(points)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
