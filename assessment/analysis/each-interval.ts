import { laidOut, rootCovariance, type Analysis, type QuestionAnalysis, type QuestionPoints } from "./analysis";
import { logGamma, tQuantile } from "./beta";
import { consistencyInterval, correlationInterval, facilityInterval, Z, type Interval } from "./intervals";
import { covariance, mean, sum, variance } from "./moments";
import type { QuestionMeasure, TestMeasure } from "./say";

/** An interval for each measure; null where there is no value, too little to go by, or nothing that chance has moved. */
export interface Intervals {
  test: Record<TestMeasure, Interval | null>;
  /** In the order of the questions. */
  questions: Record<QuestionMeasure, Interval | null>[];
}

/**
 * The 95 per cent confidence interval of every measure of an analysis, each by a method that fits it. What is set and not
 * estimated (the intended weight, the random guess) has none. `questions` are those that were analysed.
 */
export function intervalsOf(questions: readonly QuestionPoints[], analysis: Analysis): Intervals {
  const { places, totals, max, restOf } = laidOut(questions);
  const weigh = weightIntervals(places, totals);
  const { attempts, cic, errorRatio, sd, skewness, kurtosis } = analysis.test;
  const consistency = cic.value === null ? null : consistencyInterval(cic.value, attempts, analysis.test.questions);
  const ratio = errorRatio.value === null ? null : errorRatioInterval(consistency);
  return {
    test: {
      mean: meanInterval(totals, max),
      median: medianInterval(totals),
      sd: spreadInterval(totals),
      skewness: skewness.value === null ? null : around(skewness.value, skewnessError(attempts)),
      kurtosis: kurtosis.value === null ? null : around(kurtosis.value, kurtosisError(attempts)),
      cic: consistency,
      errorRatio: ratio,
      standardError: ratio && sd.value !== null ? scaled(ratio, sd.value / 100) : null,
    },
    questions: questions.map((each, j) => questionIntervals(each, analysis.questions[j]!, restOf(each.points), weigh)),
  };
}

function questionIntervals(
  { max, points }: QuestionPoints,
  found: QuestionAnalysis,
  rest: readonly number[],
  weigh: (points: readonly (number | null)[], weight: number) => Interval | null,
): Record<QuestionMeasure, Interval | null> {
  const x = points.flatMap((each) => each ?? []);
  const { discriminationIndex: index, discriminativeEfficiency: efficiency, effectiveWeight, sd } = found;
  const correlation = index.value === null ? null : correlationInterval(index.value, x.length);
  return {
    facility: facilityInterval(
      { mean: mean(x) ?? 0, sd: sd.value, attempts: x.length },
      max,
      x.every((each) => each === 0 || each === max),
    ),
    sd: spreadInterval(x),
    discriminationIndex: correlation,
    discriminativeEfficiency: correlation && efficiency.value !== null ? scaled(correlation, stretch(x, rest)) : null,
    intendedWeight: null,
    effectiveWeight: effectiveWeight.value === null ? null : weigh(points, effectiveWeight.value),
    randomGuess: null,
  };
}

/** How many times the index the efficiency is: given these points and these rests it does not change with their pairing. */
function stretch(x: readonly number[], rest: readonly number[]): number {
  const ascending = (a: number, b: number) => a - b;
  return Math.sqrt(variance(x)! * variance(rest)!) / covariance([...x].sort(ascending), [...rest].sort(ascending))!;
}

function scaled({ low, high, method }: Interval, by: number): Interval {
  const limit = method === "Fisher's z" ? 100 : Infinity;
  return { low: Math.max(-limit, low * by), high: Math.min(limit, high * by), method };
}

/** Of a mean of points, by Student's t; never above what can be earned. */
function meanInterval(points: readonly number[], max: number): Interval | null {
  const n = points.length;
  const spread = variance(points);
  if (spread === null || spread === 0) return null;
  const half = tQuantile(0.975, n - 1) * Math.sqrt(spread / n);
  return { low: mean(points)! - half, high: Math.min(max, mean(points)! + half), method: "Student's t" };
}

/** Of a median: the two attempts, counted from either end, between which it lies whatever the distribution. */
function medianInterval(points: readonly number[]): Interval | null {
  const n = points.length;
  const sorted = [...points].sort((a, b) => a - b);
  let below = 0;
  let rank = 0;
  for (; rank < n; rank++) {
    below += Math.exp(logGamma(n + 1) - logGamma(rank + 1) - logGamma(n - rank + 1) - n * Math.LN2);
    if (below > 0.025) break;
  }
  return rank === 0 ? null : { low: sorted[rank - 1]!, high: sorted[n - rank]!, method: "order statistics" };
}

/**
 * Of a standard deviation whatever the distribution: D. G. Bonett, Approximate confidence interval for standard deviation
 * of nonnormal distributions, 2006. Null with fewer than five numbers or without spread.
 */
function spreadInterval(points: readonly number[]): Interval | null {
  const n = points.length;
  const spread = variance(points);
  if (n < 5 || spread === null || spread === 0) return null;
  const sorted = [...points].sort((a, b) => a - b);
  const cut = Math.floor(n / (2 * Math.sqrt(n - 4)));
  const middle = mean(sorted.slice(Math.min(cut, (n - 1) >> 1), n - Math.min(cut, (n - 1) >> 1)))!;
  const fourth = (n * sum(points.map((each) => (each - middle) ** 4))) / (spread * (n - 1)) ** 2;
  const c = n / (n - Z);
  const error = c * Math.sqrt(Math.max(0, fourth - (n - 3) / n) / (n - 1));
  const at = (side: number) => Math.sqrt(c * spread * Math.exp(side * Z * error));
  return { low: at(-1), high: at(1), method: "Bonett" };
}

/** Standard error of the skewness under normal scores (Fisher 1930). */
function skewnessError(n: number): number {
  return Math.sqrt((6 * n * (n - 1)) / ((n - 2) * (n + 1) * (n + 3)));
}

function kurtosisError(n: number): number {
  return 2 * skewnessError(n) * Math.sqrt((n ** 2 - 1) / ((n - 3) * (n + 5)));
}

function around(value: number, error: number): Interval {
  return { low: value - Z * error, high: value + Z * error, method: "Fisher's standard error" };
}

/** The less consistent, the more error. */
function errorRatioInterval(consistency: Interval | null): Interval | null {
  if (!consistency) return null;
  const at = (cic: number) => 100 * Math.sqrt(Math.max(0, 1 - cic / 100));
  return { low: at(consistency.high), high: at(consistency.low), method: "Feldt" };
}

/**
 * Of effective weights, by the infinitesimal jackknife (Jaeckel 1972): how far each attempt moves the weight, squared and
 * added up. Linear in the attempts, where leaving each of them out in turn would be their square.
 */
function weightIntervals(places: readonly { points: readonly (number | null)[] }[], totals: readonly number[]) {
  const n = totals.length;
  const shares = places.map(({ points }) => rootCovariance(points, totals) ?? 0);
  const whole = sum(shares);
  const moves = places.map(({ points }, k) => influence(points, totals, shares[k]!));
  const together = totals.map((_, i) => sum(moves.map((each) => each[i]!)));
  return (points: readonly (number | null)[], weight: number): Interval | null => {
    if (n < 4 || whole === 0) return null;
    const own = influence(points, totals, rootCovariance(points, totals) ?? 0);
    const moved = sum(own.map((each, i) => ((100 * each - weight * together[i]!) / whole) ** 2));
    const half = tQuantile(0.975, n - 1) * Math.sqrt(moved / (n * (n - 1)));
    if (half === 0) return null;
    return { low: Math.max(0, weight - half), high: Math.min(100, weight + half), method: "infinitesimal jackknife" };
  };
}

/** How far each attempt moves the root of the covariance with the total, times the number of attempts. */
function influence(points: readonly (number | null)[], totals: readonly number[], root: number): number[] {
  const asked = points.flatMap((each, i) => (each === null ? [] : [i]));
  if (root === 0 || asked.length === 0) return totals.map(() => 0);
  const mx = mean(asked.map((i) => points[i]!))!;
  const mt = mean(asked.map((i) => totals[i]!))!;
  const often = totals.length / asked.length;
  return points.map((each, i) =>
    each === null ? 0 : (often * ((each - mx) * (totals[i]! - mt) - root ** 2)) / (2 * root),
  );
}
