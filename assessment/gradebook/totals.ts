import { droppedForBest } from "./drop-lowest";

/** Assignments that are added up together: homework, tests. */
export interface Category {
  categoryId: string;
  /** Its weight among the categories, any number from 0 (40 and 60, or 2 and 3); null: the weights of what counts in it. */
  weight: number | null;
  /** How many of each learner's lowest results do not count. */
  dropLowest: number;
}

export interface WeightedColumn {
  /** Of one of the categories. */
  categoryId: string;
  /** Its weight within its category, 0 or more; null: its points. */
  weight: number | null;
  maxPoints: number;
}

export interface CategoryTotal {
  /** In [0, 1]; null: nothing counts in it yet. */
  share: number | null;
  /** Indices of the columns that were dropped. */
  dropped: number[];
  /** The sum of the points of the columns that count and were not dropped. */
  maxPoints: number;
}

export interface Total {
  /** In [0, 1]; null: nothing counts yet. */
  share: number | null;
  /** The sum of the points of the columns that count and were not dropped. */
  maxPoints: number;
  /** In the order of the categories. */
  categories: CategoryTotal[];
}

/**
 * Adds up one learner's row. `counts`: for each column the share that it counts with, or null where it does not.
 *
 *     category = Σ w·s / Σ w    over the columns that count, less the lowest dropped
 *     total    = Σ W·C / Σ W    over the categories in which something counts
 *
 * A category in which nothing counts yet leaves its weight to the others. Without weights anywhere the total is Σ points /
 * Σ maximum, as one would add up by hand. A weight of 0 counts nowhere and uses up no drop.
 */
export type TotalOf = (counts: readonly (number | null)[]) => Total;

/** Prepares the adding up, once for all learners. Throws RangeError for a column without its category, or a bad weight. */
export function totalling(categories: readonly Category[], columns: readonly WeightedColumn[]): TotalOf {
  const weights = columns.map((column) => notNegative(column.weight ?? column.maxPoints));
  const members = categories.map(({ categoryId, weight }) => {
    notNegative(weight ?? 0);
    return columns.flatMap((column, index) => (column.categoryId === categoryId ? [index] : []));
  });
  if (members.flat().length !== columns.length) throw new RangeError("Every column needs exactly one category.");
  return (counts) => {
    const totals = categories.map(({ dropLowest, weight }, c) => {
      const counting = members[c]!.filter((index) => counts[index] != null && weights[index]! > 0);
      const droppable = dropLowest > 0 ? counting : [];
      const scores = droppable.map((index) => ({ share: counts[index]!, weight: weights[index]! }));
      const gone = droppedForBest(scores, dropLowest);
      const dropped = gone.map((index) => counting[index]!);
      const kept = gone.length > 0 ? counting.filter((index) => !dropped.includes(index)) : counting;
      const sum = (of: (index: number) => number) => kept.reduce((total, index) => total + of(index), 0);
      const keptWeight = sum((index) => weights[index]!);
      return {
        share: kept.length > 0 ? share(sum((index) => weights[index]! * counts[index]!) / keptWeight) : null,
        dropped,
        maxPoints: withoutCrumbs(sum((index) => columns[index]!.maxPoints)),
        weight: weight ?? keptWeight,
      };
    });
    const counting = totals.filter((each) => each.share !== null && each.weight > 0);
    const all = counting.reduce((sum, each) => sum + each.weight, 0);
    return {
      share: all > 0 ? share(counting.reduce((sum, each) => sum + each.weight * each.share!, 0) / all) : null,
      maxPoints: withoutCrumbs(counting.reduce((sum, each) => sum + each.maxPoints, 0)),
      categories: totals.map(({ share, dropped, maxPoints }) => ({ share, dropped, maxPoints })),
    };
  };
}

/** How totals are shown: per cent; points out of the sum of what counts, or out of a number such as 20; a grading scale. */
export type TotalForm = { as: "percent" } | { as: "points"; outOf: number | null };

/** A total in per cent or points, unrounded; null where nothing counts. */
export function totalIn({ share, maxPoints }: Pick<Total, "share" | "maxPoints">, form: TotalForm) {
  if (share === null) return null;
  if (form.as === "percent") return { value: share * 100, of: 100 };
  const of = form.outOf ?? maxPoints;
  return { value: withoutCrumbs(share * of), of };
}

export interface WeightProblem {
  /** Null: of the categories together. */
  categoryId: string | null;
  code:
    | "not-a-weight" // Negative, or no number.
    | "nothing-has-weight" // All are 0, so that there is no total.
    | "weights-mixed" // Some categories have a weight, others go by points.
    | "not-a-count" // To drop must be a whole number from 0.
    | "drops-all-but-one"; // More are to be dropped than can be: one always stays.
}

export function weightProblems(categories: readonly Category[], columns: readonly WeightedColumn[]): WeightProblem[] {
  const found: WeightProblem[] = [];
  const bad = (weight: number | null) => weight !== null && !(weight >= 0 && Number.isFinite(weight));
  for (const { categoryId, weight, dropLowest } of categories) {
    const own = columns.filter((column) => column.categoryId === categoryId);
    if (bad(weight) || own.some((column) => bad(column.weight))) found.push({ categoryId, code: "not-a-weight" });
    if (!(Number.isInteger(dropLowest) && dropLowest >= 0)) found.push({ categoryId, code: "not-a-count" });
    else if (dropLowest > 0 && own.length > 0 && dropLowest >= own.length)
      found.push({ categoryId, code: "drops-all-but-one" });
  }
  if (found.some((each) => each.code === "not-a-weight")) return found;
  const given = categories.filter((each) => each.weight !== null);
  if (given.length > 0 && given.length < categories.length) found.push({ categoryId: null, code: "weights-mixed" });
  if (categories.length > 0 && categories.every((each) => each.weight === 0))
    found.push({ categoryId: null, code: "nothing-has-weight" });
  return found;
}

function notNegative(weight: number): number {
  if (!(weight >= 0 && Number.isFinite(weight)))
    throw new RangeError(`A weight is not negative; this one is ${weight}.`);
  return weight;
}

/** Rounding may carry a mean of ones a hair above 1. */
function share(value: number): number {
  return Math.min(1, Math.max(0, withoutCrumbs(value)));
}

function withoutCrumbs(value: number): number {
  return Math.round(value * 1e12) / 1e12;
}
