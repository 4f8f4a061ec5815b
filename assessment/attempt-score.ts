import { leastMark } from "./item-mark";

/** One marked question: what it gave, and what it could have given. */
export interface MarkedItem {
  /** At least −2 · weight: certainty can take a question below 0. */
  points: number;
  /** What the question is worth; not negative. */
  weight: number;
}

export interface AttemptScore {
  /** The sum as it is: with certainty it may lie below 0. */
  points: number;
  maxPoints: number;
}

/** The score of an attempt: the points of its questions, added up. Of no questions: 0 of 0. Throws RangeError. */
export function attemptScore(items: readonly MarkedItem[]): AttemptScore {
  let points = 0;
  let maxPoints = 0;
  for (const item of items) {
    checked(item);
    points += item.points;
    maxPoints += item.weight;
  }
  return { points: withoutCrumbs(points), maxPoints: withoutCrumbs(maxPoints) };
}

function checked({ points, weight }: MarkedItem): void {
  if (!(weight >= 0 && Number.isFinite(weight)))
    throw new RangeError(`A weight is not negative; this one is ${weight}.`);
  if (!(points >= leastMark * weight && points <= weight))
    throw new RangeError(
      `Of ${weight} points a question gives ${leastMark * weight} to ${weight}; this one ${points}.`,
    );
}

/**
 * Rounds to a billionth. Marks are thirds and sevenths, which no float holds: three thirds of a point must add up to a
 * point, and only the sum is rounded, so that the parts' own roundings do not add up instead.
 */
function withoutCrumbs(sum: number): number {
  return Math.round(sum * 1e9) / 1e9 + 0;
}

/** Points as a share of what could be earned, in [0, 1]: what a percentage shows. A sum below 0 is 0, and so is 0 of 0. */
export function shareOf({ points, maxPoints }: AttemptScore): number {
  return maxPoints > 0 ? Math.max(0, points / maxPoints) : 0;
}
