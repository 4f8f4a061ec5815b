/**
 * Sums of a list of numbers about its mean. Two passes and Neumaier's compensation: a mean of 0.1 times 30 is 0.1, so
 * that a list without spread has exactly none.
 */

/** Whether all are the same number. A list of none or one has no spread. */
export function withoutSpread(xs: readonly number[]): boolean {
  return xs.every((x) => x === xs[0]);
}

/**
 * The list; without spread, where its numbers differ by no more than `dust`: what sums and differences of thirds leave
 * would pass for spread.
 */
export function dusted(xs: readonly number[], dust: number): readonly number[] {
  const lowest = xs.reduce((a, b) => Math.min(a, b), Infinity);
  return xs.every((x) => x - lowest <= dust) ? xs.map(() => xs[0]!) : xs;
}

/** Null for an empty list. */
export function mean(xs: readonly number[]): number | null {
  if (xs.length === 0) return null;
  return withoutSpread(xs) ? xs[0]! : sum(xs) / xs.length;
}

/** The middle of the sorted list, or halfway between its two middles. Null for an empty list. */
export function median(xs: readonly number[]): number | null {
  if (xs.length === 0) return null;
  const sorted = [...xs].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** Over n − 1; null with fewer than two numbers. */
export function variance(xs: readonly number[]): number | null {
  return covariance(xs, xs);
}

/** Over n − 1; null with fewer than two pairs. Throws when the lists differ in length. */
export function covariance(xs: readonly number[], ys: readonly number[]): number | null {
  if (xs.length !== ys.length) throw new RangeError("Lists of different lengths do not vary together.");
  if (xs.length < 2) return null;
  if (withoutSpread(xs) || withoutSpread(ys)) return 0;
  const dx = centred(xs);
  return product(dx, xs === ys ? dx : centred(ys));
}

/** The variances of two lists and their covariance, for less than one by one; null with fewer than two pairs. */
export function together(xs: readonly number[], ys: readonly number[]) {
  if (xs.length < 2) return null;
  const [dx, dy] = [centred(xs), centred(ys)];
  return { xx: product(dx, dx), yy: product(dy, dy), xy: product(dx, dy) };
}

function product(dx: readonly number[], dy: readonly number[]): number {
  return sum(dx.map((x, i) => x * dy[i]!)) / (dx.length - 1);
}

/** Over n − 1; null with fewer than two numbers. */
export function standardDeviation(xs: readonly number[]): number | null {
  const found = variance(xs);
  return found === null ? null : Math.sqrt(found);
}

/**
 * k₃ / k₂^1.5 with Fisher's k-statistics (Kendall and Stuart, The Advanced Theory of Statistics I, ch. 12). Null with
 * fewer than three numbers or without spread.
 */
export function skewness(xs: readonly number[]): number | null {
  const n = xs.length;
  if (n < 3 || withoutSpread(xs)) return null;
  const k2 = variance(xs)!;
  const k3 = (n * powers(xs, 3)) / ((n - 1) * (n - 2));
  return k3 / k2 ** 1.5;
}

/** k₄ / k₂², so that a normal distribution has 0. Null with fewer than four numbers or without spread. */
export function kurtosis(xs: readonly number[]): number | null {
  const n = xs.length;
  if (n < 4 || withoutSpread(xs)) return null;
  const k2 = variance(xs)!;
  const s2 = powers(xs, 2);
  const k4 = (n * (n + 1) * powers(xs, 4) - 3 * (n - 1) * s2 ** 2) / ((n - 1) * (n - 2) * (n - 3));
  return k4 / k2 ** 2;
}

/** Σ (x − x̄)^power */
function powers(xs: readonly number[], power: number): number {
  return sum(centred(xs).map((x) => x ** power));
}

/** Differences from the mean. Twice over: what the mean of large numbers loses in rounding is the mean of the first ones. */
function centred(xs: readonly number[]): number[] {
  if (withoutSpread(xs)) return xs.map(() => 0);
  const first = sum(xs) / xs.length;
  const near = xs.map((x) => x - first);
  const left = sum(near) / xs.length;
  return left === 0 ? near : near.map((x) => x - left);
}

/** Compensated (Neumaier 1974): what a small number loses next to a large one is kept and added in the end. */
export function sum(xs: readonly number[]): number {
  const { total, lost } = sumWithRest(xs);
  return total + lost;
}

/** The sum in two parts: as a number of its own, and what that lost in rounding. */
export function sumWithRest(xs: readonly number[]): { total: number; lost: number } {
  let total = 0;
  let lost = 0;
  for (const x of xs) {
    const next = total + x;
    lost += Math.abs(total) >= Math.abs(x) ? total - next + x : x - next + total;
    total = next;
  }
  return { total, lost };
}
