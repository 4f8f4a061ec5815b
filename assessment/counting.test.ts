import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countedScore, type CountableAttempt, type CountingRule } from "./counting";

const attempt = (number: number, points: number, more: Partial<CountableAttempt> = {}): CountableAttempt => ({
  attemptId: `a${number}`,
  number,
  submitted: true,
  voided: false,
  points,
  maxPoints: 10,
  late: (more.deduction ?? 0) > 0,
  deduction: 0,
  override: null,
  ...more,
});

const three = [attempt(1, 4), attempt(2, 8), attempt(3, 6)];

describe("the attempt that counts", () => {
  test.each<[CountingRule, number, string[]]>([
    ["best", 8, ["a2"]],
    ["last", 6, ["a3"]],
    ["first", 4, ["a1"]],
    ["mean", 6, ["a1", "a2", "a3"]],
  ])("by '%s' gives %d", (rule, points, attemptIds) => {
    expect(countedScore(three, rule)).toMatchObject({ points, maxPoints: 10, attemptIds, late: false });
  });

  test.each<[string, CountableAttempt[], CountingRule, number, string[]]>([
    ["a voided one counts for nothing", [attempt(1, 4), attempt(2, 8, { voided: true })], "best", 4, ["a1"]],
    [
      "one that is not handed in counts for nothing",
      [attempt(1, 4), attempt(2, 8, { submitted: false })],
      "last",
      4,
      ["a1"],
    ],
    ["the first is the first that stands", [attempt(1, 4, { voided: true }), attempt(2, 8)], "first", 8, ["a2"]],
    ["a late 9 less half does not displace a 6", [attempt(1, 6), attempt(2, 9, { deduction: 0.5 })], "best", 6, ["a1"]],
    ["a late 9 less a tenth does", [attempt(1, 6), attempt(2, 9, { deduction: 0.1 })], "best", 8.1, ["a2"]],
    ["among equals the earliest", [attempt(2, 6), attempt(1, 6)], "best", 6, ["a1"]],
    ["thirds by two ways are equal", [attempt(1, 2 / 3), attempt(2, 1 - 1 / 3)], "best", 2 / 3, ["a1"]],
    ["shares are compared, not points", [attempt(1, 6), attempt(2, 5, { maxPoints: 5 })], "best", 5, ["a2"]],
    ["of nothing but losses the least", [attempt(1, -4), attempt(2, -1)], "best", -1, ["a2"]],
    ["what is given by hand is final", [attempt(1, 2, { override: 7, deduction: 0.5 })], "best", 7, ["a1"]],
    ["what is given by hand is compared", [attempt(1, 2, { override: 7 }), attempt(2, 6)], "best", 7, ["a1"]],
    [
      "a mean is of shares, in the last one's points",
      [attempt(1, 10), attempt(2, 0, { maxPoints: 20 })],
      "mean",
      10,
      ["a1", "a2"],
    ],
    [
      "a mean is exact in points",
      [attempt(1, 15, { maxPoints: 51 }), attempt(2, 13.5, { maxPoints: 51 })],
      "mean",
      14.25,
      ["a1", "a2"],
    ],
    ["a loss by certainty counts in a mean", [attempt(1, -4), attempt(2, 8)], "mean", 2, ["a1", "a2"]],
    [
      "lateness is taken off before the mean",
      [attempt(1, 8, { deduction: 0.5 }), attempt(2, 8)],
      "mean",
      6,
      ["a1", "a2"],
    ],
    ["a quiz without points gives none", [attempt(1, 0, { maxPoints: 0 })], "best", 0, ["a1"]],
  ])("%s", (_, attempts, rule, points, attemptIds) => {
    const counted = countedScore(attempts, rule);
    expect(counted?.points).toBeCloseTo(points, 9);
    expect(counted?.attemptIds).toEqual(attemptIds);
  });

  test("says whether it was late, also where that cost nothing, and whether it is by hand", () => {
    expect(countedScore([attempt(1, 4, { late: true })], "best")).toMatchObject({ late: true, deduction: 0 });
    expect(countedScore([attempt(1, 4), attempt(2, 8, { deduction: 0.5 })], "mean")).toMatchObject({
      late: true,
      deduction: 0.25,
    });
    expect(countedScore([attempt(1, 4, { override: 5 })], "last")).toMatchObject({ overridden: true });
  });

  test("is none where none is handed in", () => {
    expect(countedScore([], "mean")).toBeNull();
    expect(countedScore([attempt(1, 4, { voided: true }), attempt(2, 4, { submitted: false })], "best")).toBeNull();
  });
});

const attempts = fc
  .array(
    fc.record({
      points: fc.integer({ min: -8, max: 8 }),
      submitted: fc.boolean(),
      voided: fc.boolean(),
      deduction: fc.constantFrom(0, 0.1, 0.5, 1),
    }),
    { maxLength: 6 },
  )
  .map((list) => list.map(({ points, ...more }, index) => attempt(index + 1, points, { maxPoints: 8, ...more })));

test("The best is at least the mean, the first and the last, and the order of the list never matters", () => {
  fc.assert(
    fc.property(attempts, (list) => {
      const by = (rule: CountingRule, of = list) => countedScore(of, rule);
      const best = by("best");
      for (const rule of ["mean", "first", "last", "best"] as const) {
        const one = by(rule);
        expect(by(rule, [...list].reverse())).toEqual(one);
        expect(one === null).toBe(best === null);
        if (one && best) expect(best.points).toBeGreaterThanOrEqual(one.points - 1e-9);
      }
    }),
  );
});
