/** A score that may be dropped. */
export interface Droppable {
  /** In [0, 1]. */
  share: number;
  /** More than 0. */
  weight: number;
}

/**
 * Which `k` scores to drop, as indices in order: those without which the weighted mean of the rest, Σ w·s / Σ w, is
 * highest. Never the last one left; what is excused is not among the scores and uses up no drop. With equal weights these
 * are the k lowest; with unequal ones they need not be (a weak result of little weight may be cheaper to keep). Among
 * equals the earlier are dropped.
 *
 * Dinkelbach's method for a quotient of sums: for a mean q, the best to keep are the n − k largest w · (s − q); they have
 * a mean of at least q, and when it rises no more, none is higher (D. and J. Kane, Dropping Lowest Grades, Mathematics
 * Magazine 79, 2006, state the problem). It ends because there are finitely many sets and q only rises.
 */
export function droppedForBest(scores: readonly Droppable[], k: number): number[] {
  const drop = Math.min(Math.max(0, Math.floor(k)), scores.length - 1);
  if (drop <= 0) return [];
  let order = scores.map((_, index) => index);
  let q = -1;
  for (;;) {
    const gain = scores.map(({ share, weight }) => weight * (share - q));
    // Sorting is stable: among equals the earlier come first.
    const next = [...order.keys()].sort((a, b) => gain[a]! - gain[b]!);
    const mean = weightedMean(next.slice(drop).map((index) => scores[index]!));
    if (q >= 0 && mean <= q + 1e-15) return order.slice(0, drop).sort((a, b) => a - b);
    order = next;
    q = mean;
  }
}

/** Σ w·s / Σ w; 0 over nothing. */
export function weightedMean(scores: readonly Droppable[]): number {
  let sum = 0;
  let weights = 0;
  for (const { share, weight } of scores) {
    sum += share * weight;
    weights += weight;
  }
  return weights > 0 ? sum / weights : 0;
}
