import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { droppedForBest, weightedMean, type Droppable } from "./drop-lowest";

const equal = (...shares: number[]) => shares.map((share) => ({ share, weight: 1 }));

const unequal = [
  { share: 0.6, weight: 1 },
  { share: 0.4, weight: 5 },
  { share: 0.3, weight: 1 },
  { share: 0.4, weight: 5 },
];

describe("the lowest", () => {
  test.each<[string, Droppable[], number, number[]]>([
    ["one of four", equal(0.5, 0.2, 0.9, 0.4), 1, [1]],
    ["two of four", equal(0.5, 0.2, 0.9, 0.4), 2, [1, 3]],
    ["the earlier of equals", equal(0.5, 0.2, 0.2), 1, [1]],
    ["never the last one left", equal(0.5, 0.2), 5, [1]],
    ["not the only one", equal(0.5), 1, []],
    ["none of none", [], 2, []],
    ["none when none is to be dropped", equal(0.5, 0.2), 0, []],
    [
      "not the lowest share where a heavier one costs more",
      [
        { share: 0.1, weight: 1 },
        { share: 0.4, weight: 20 },
        { share: 0.9, weight: 10 },
      ],
      1,
      [1],
    ],
    // The best single one to drop is not among the best two.
    ["one of four unequal ones", unequal, 1, [2]],
    ["not one after the other", unequal, 2, [1, 3]],
  ])("%s", (_, scores, k, dropped) => {
    expect(droppedForBest(scores, k)).toEqual(dropped);
  });

  const scores = fc.array(
    fc.record({ share: fc.integer({ min: 0, max: 20 }).map((n) => n / 20), weight: fc.integer({ min: 1, max: 30 }) }),
    { minLength: 1, maxLength: 8 },
  );

  test("are those without which the mean is highest, of all that could be dropped", () => {
    fc.assert(
      fc.property(scores, fc.nat(8), (list, k) => {
        const dropped = droppedForBest(list, k);
        const count = Math.min(k, list.length - 1);
        expect(dropped).toHaveLength(count);
        const without = (gone: readonly number[]) => weightedMean(list.filter((_, index) => !gone.includes(index)));
        const best = Math.max(...subsets(list.length, count).map(without));
        expect(without(dropped)).toBeCloseTo(best, 12);
        expect(best).toBeGreaterThanOrEqual(weightedMean(list) - 1e-12);
      }),
    );
  });
});

/** All ways to choose `k` of 0 … n − 1. */
function subsets(n: number, k: number): number[][] {
  if (k === 0) return [[]];
  if (n < k) return [];
  return [...subsets(n - 1, k), ...subsets(n - 1, k - 1).map((each) => [...each, n - 1])];
}
