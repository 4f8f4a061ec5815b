import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { attemptScore, shareOf } from "./attempt-score";

describe("the score of an attempt", () => {
  test.each([
    { of: "nothing", items: [], points: 0, maxPoints: 0 },
    { of: "one right answer", items: [{ points: 2, weight: 2 }], points: 2, maxPoints: 2 },
    {
      of: "one blank among two",
      items: [
        { points: 0, weight: 1 },
        { points: 1, weight: 1 },
      ],
      points: 1,
      maxPoints: 2,
    },
    { of: "half of three points", items: [{ points: 1.5, weight: 3 }], points: 1.5, maxPoints: 3 },
    { of: "three thirds", items: Array(3).fill({ points: 1 / 3, weight: 1 }), points: 1, maxPoints: 3 },
    { of: "seven sevenths", items: Array(7).fill({ points: 1 / 7, weight: 1 }), points: 1, maxPoints: 7 },
    { of: "ten tenths", items: Array(10).fill({ points: 0.1, weight: 1 }), points: 1, maxPoints: 10 },
    { of: "twelve times two thirds", items: Array(12).fill({ points: 2 / 3, weight: 1 }), points: 8, maxPoints: 12 },
    {
      of: "one that was sure and wrong beside one that was sure and right",
      items: [
        { points: -4, weight: 2 },
        { points: 2, weight: 2 },
      ],
      points: -2,
      maxPoints: 4,
    },
  ])("of $of is $points of $maxPoints", ({ items, points, maxPoints }) => {
    expect(attemptScore(items)).toEqual({ points, maxPoints });
  });

  const items = fc.array(
    fc
      .record({ share: fc.double({ min: -2, max: 1, noNaN: true }), weight: fc.integer({ min: 0, max: 10 }) })
      .map(({ share, weight }) => ({ points: share * weight, weight })),
  );

  test("lies between twice its loss and all, and does not depend on the order of the questions", () => {
    fc.assert(
      fc.property(items, (list) => {
        const score = attemptScore(list);
        expect(score.points).toBeGreaterThanOrEqual(-2 * score.maxPoints - 1e-9);
        expect(score.points).toBeLessThanOrEqual(score.maxPoints);
        expect(attemptScore([...list].reverse()).points).toBeCloseTo(score.points, 8);
      }),
    );
  });

  test("of n nths is exactly one point, and of a thousand thousandths", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (n) => {
        expect(attemptScore(Array(n).fill({ points: 1 / n, weight: 1 })).points).toBe(1);
      }),
    );
    expect(attemptScore(Array(1000).fill({ points: 0.001, weight: 1 })).points).toBe(1);
  });

  test.each([-2.1, 1.1, Number.NaN, Number.POSITIVE_INFINITY])("does not take %s points of one", (points) => {
    expect(() => attemptScore([{ points, weight: 1 }])).toThrow(RangeError);
  });

  test.each([
    [{ points: 3, maxPoints: 4 }, 0.75],
    [{ points: -3, maxPoints: 4 }, 0],
    [{ points: 0, maxPoints: 0 }, 0],
  ])("%j is a share of %s, never below 0", (score, share) => {
    expect(shareOf(score)).toBe(share);
  });
});
