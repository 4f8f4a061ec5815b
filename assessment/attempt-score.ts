/** One graded item: what it earned as a fraction in [0, 1] of its weight in points. Blank and malformed earn 0. */
export interface GradedItem {
  fraction: number;
  /** What the item is worth; not negative. */
  weight: number;
}

export interface AttemptScore {
  points: number;
  maxPoints: number;
}

/** What an item earns: fraction times weight. Throws on a fraction outside [0, 1] or a negative weight. */
export function itemPoints({ fraction, weight }: GradedItem): number {
  if (!(fraction >= 0 && fraction <= 1)) throw new RangeError(`A fraction lies in [0, 1]; this one is ${fraction}.`);
  if (!(weight >= 0 && Number.isFinite(weight)))
    throw new RangeError(`A weight is not negative; this one is ${weight}.`);
  return fraction * weight;
}

/** The score of an attempt: the points of its items, added up. Of no items: 0 of 0. */
export function attemptScore(items: readonly GradedItem[]): AttemptScore {
  let points = 0;
  let maxPoints = 0;
  for (const item of items) {
    points += itemPoints(item);
    maxPoints += item.weight;
  }
  return { points: withoutCrumbs(points), maxPoints: withoutCrumbs(maxPoints) };
}

/**
 * Rounds to a billionth. Fractions are thirds and sevenths, which no float holds: three thirds of a point must add up
 * to a point, and only the sum is rounded, so that the parts' own roundings do not add up instead.
 */
function withoutCrumbs(sum: number): number {
  return Math.round(sum * 1e9) / 1e9;
}
