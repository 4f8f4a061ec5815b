import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { attemptScore, itemPoints } from "./attempt-score";

describe("the score of an attempt", () => {
  test.each([
    { of: "nothing", items: [], points: 0, maxPoints: 0 },
    { of: "one right answer", items: [{ fraction: 1, weight: 2 }], points: 2, maxPoints: 2 },
    {
      of: "one blank among two",
      items: [
        { fraction: 0, weight: 1 },
        { fraction: 1, weight: 1 },
      ],
      points: 1,
      maxPoints: 2,
    },
    { of: "half of three points", items: [{ fraction: 0.5, weight: 3 }], points: 1.5, maxPoints: 3 },
    { of: "three thirds", items: Array(3).fill({ fraction: 1 / 3, weight: 1 }), points: 1, maxPoints: 3 },
    { of: "seven sevenths", items: Array(7).fill({ fraction: 1 / 7, weight: 1 }), points: 1, maxPoints: 7 },
    { of: "ten tenths", items: Array(10).fill({ fraction: 0.1, weight: 1 }), points: 1, maxPoints: 10 },
    { of: "twelve times two thirds", items: Array(12).fill({ fraction: 2 / 3, weight: 1 }), points: 8, maxPoints: 12 },
  ])("of $of is $points of $maxPoints", ({ items, points, maxPoints }) => {
    expect(attemptScore(items)).toEqual({ points, maxPoints });
  });

  const items = fc.array(
    fc.record({ fraction: fc.double({ min: 0, max: 1, noNaN: true }), weight: fc.integer({ min: 0, max: 10 }) }),
  );

  test("lies between nothing and all, and does not depend on the order of the questions", () => {
    fc.assert(
      fc.property(items, (list) => {
        const score = attemptScore(list);
        expect(score.points).toBeGreaterThanOrEqual(0);
        expect(score.points).toBeLessThanOrEqual(score.maxPoints);
        expect(attemptScore([...list].reverse()).points).toBeCloseTo(score.points, 8);
      }),
    );
  });

  test("of n nths is exactly one point", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), (n) => {
        expect(attemptScore(Array(n).fill({ fraction: 1 / n, weight: 1 })).points).toBe(1);
      }),
    );
  });

  test.each([-0.1, 1.1, Number.NaN])("does not take the fraction %s", (fraction) => {
    expect(() => itemPoints({ fraction, weight: 1 })).toThrow(RangeError);
  });
});
