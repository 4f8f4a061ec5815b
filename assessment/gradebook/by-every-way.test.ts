import { expect, test } from "vitest";

import { totalling } from "./totals";

/** Totals computed once more the slowest way: every set of results that may be dropped is tried. */

function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function sets(from: number[], size: number): number[][] {
  if (size === 0) return [[]];
  return from.flatMap((first, at) => sets(from.slice(at + 1), size - 1).map((rest) => [first, ...rest]));
}

function bestMean(scores: { s: number; w: number }[], drop: number): { mean: number; weight: number } | null {
  const counting = scores.filter(({ w }) => w > 0);
  if (counting.length === 0) return null;
  const gone = Math.min(drop, counting.length - 1);
  const means = sets([...counting.keys()], gone).map((out) => {
    const kept = counting.filter((_, index) => !out.includes(index));
    const weight = kept.reduce((sum, { w }) => sum + w, 0);
    return { mean: kept.reduce((sum, { s, w }) => sum + s * w, 0) / weight, weight };
  });
  return means.reduce((best, each) => (each.mean > best.mean ? each : best));
}

test("Totals with weights, drops and gaps are those of every way tried", () => {
  for (let seed = 0; seed < 300; seed++) {
    const next = numbers(seed);
    const weighted = next() > 0.5;
    const pick = (most: number) => Math.floor(next() * (most + 1));
    const categories = Array.from({ length: 1 + pick(2) }, (_, index) => ({
      categoryId: String(index),
      weight: weighted ? pick(3) : null,
      dropLowest: pick(3),
    }));
    const columns = Array.from({ length: 1 + pick(7) }, () => ({
      categoryId: String(pick(categories.length - 1)),
      weight: next() > 0.6 ? pick(4) : null,
      maxPoints: 1 + pick(9),
    }));
    // Null: excused, not theirs to do, or not due yet; 0: missing where that counts.
    const counts = columns.map(() => (next() > 0.75 ? null : next() > 0.8 ? 0 : pick(8) / 8));
    const parts = categories.map(({ categoryId, dropLowest, weight }) => {
      const own = columns.flatMap((column, index) =>
        column.categoryId === categoryId && counts[index] !== null
          ? [{ s: counts[index]!, w: column.weight ?? column.maxPoints }]
          : [],
      );
      const best = bestMean(own, dropLowest);
      return best && { ...best, weight: weight ?? best.weight };
    });
    const there = parts.filter((each) => each !== null && each.weight > 0) as { mean: number; weight: number }[];
    const all = there.reduce((sum, { weight }) => sum + weight, 0);
    const total = totalling(categories, columns)(counts);
    if (there.length === 0) {
      expect(total.share).toBeNull();
      continue;
    }
    // Without weights the rest's points depend on which of equally good sets was dropped: then any of them is right.
    if (weighted || categories.every(({ dropLowest }) => dropLowest === 0))
      expect(total.share).toBeCloseTo(there.reduce((sum, { mean, weight }) => sum + mean * weight, 0) / all, 9);
    for (const [index, part] of parts.entries()) {
      if (part === null) expect(total.categories[index]!.share).toBeNull();
      else expect(total.categories[index]!.share).toBeCloseTo(part.mean, 9);
    }
  }
});
