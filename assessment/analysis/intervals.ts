import { fQuantile, tQuantile } from "./beta";

/** Where the value lies in 95 of 100 such classes, and by which method that was said. */
export interface Interval {
  low: number;
  high: number;
  method:
    | "Student's t"
    | "Wilson"
    | "Fisher's z"
    | "Feldt"
    | "Bonett"
    | "order statistics"
    | "Fisher's standard error"
    | "infinitesimal jackknife";
}

/** Of the standard normal distribution, 2.5 per cent lie above it. */
export const Z = 1.959963984540054;

/**
 * Of a facility index, in per cent. `points` is its list of points, each in [0, max]. Wilson's score interval (1927)
 * where every answer earned all or nothing, else Student's t, cut at 0 and 100. Null with fewer than two answers, or
 * without spread in points that are neither.
 */
export function facilityInterval(
  { mean, sd, attempts }: { mean: number; sd: number | null; attempts: number },
  max: number,
  allOrNothing: boolean,
): Interval | null {
  if (attempts < 2 || max <= 0 || sd === null) return null;
  if (allOrNothing) {
    const p = mean / max;
    const n = attempts;
    const middle = (p + Z ** 2 / (2 * n)) / (1 + Z ** 2 / n);
    const half = (Z / (1 + Z ** 2 / n)) * Math.sqrt((p * (1 - p)) / n + Z ** 2 / (4 * n ** 2));
    return { low: 100 * Math.max(0, middle - half), high: 100 * Math.min(1, middle + half), method: "Wilson" };
  }
  if (sd === 0) return null;
  const half = (tQuantile(0.975, attempts - 1) * sd) / Math.sqrt(attempts);
  const share = (points: number) => (100 * Math.min(max, Math.max(0, points))) / max;
  return { low: share(mean - half), high: share(mean + half), method: "Student's t" };
}

/** Of a correlation in per cent, by Fisher's z-transformation (1921). Null with fewer than four pairs. */
export function correlationInterval(index: number, attempts: number): Interval | null {
  if (attempts < 4) return null;
  const z = Math.atanh(Math.min(1, Math.max(-1, index / 100)));
  if (!Number.isFinite(z)) return null;
  const half = Z / Math.sqrt(attempts - 3);
  return { low: 100 * Math.tanh(z - half), high: 100 * Math.tanh(z + half), method: "Fisher's z" };
}

/** Of Cronbach's alpha, which the CIC is, in per cent (Feldt 1965). Null with fewer than two attempts or questions. */
export function consistencyInterval(cic: number, attempts: number, questions: number): Interval | null {
  if (attempts < 2 || questions < 2) return null;
  const [one, two] = [attempts - 1, (attempts - 1) * (questions - 1)];
  const unexplained = 1 - cic / 100;
  return {
    low: 100 * (1 - unexplained * fQuantile(0.975, one, two)),
    high: 100 * (1 - unexplained * fQuantile(0.025, one, two)),
    method: "Feldt",
  };
}
