import type { Tolerance } from "./schema";

/** What a double may be off by: a few of its last digits, and never a digit that anybody writes. */
const NOISE = 1e-14;

export interface Interval {
  low: number;
  high: number;
}

/** From where to where an answer counts, without the allowance for rounding. */
export function intervalOf(value: number, tolerance: Tolerance): Interval {
  switch (tolerance.type) {
    case "absolute":
      return ordered(value - tolerance.by, value + tolerance.by);
    case "relative":
      return ordered(value - Math.abs(value) * tolerance.by, value + Math.abs(value) * tolerance.by);
    case "geometric":
      return ordered(value / (1 + tolerance.by), value * (1 + tolerance.by));
    case "range":
      return ordered(tolerance.low, tolerance.high);
    case "any":
      return { low: -Infinity, high: Infinity };
  }
}

/** Whether a number lies within the tolerance, both ends included; 0.1 + 0.2 is 0.3. False for what is no number. */
export function within(answer: number, value: number, tolerance: Tolerance): boolean {
  if (!Number.isFinite(answer)) return false;
  const { low, high } = intervalOf(value, tolerance);
  const off = NOISE * Math.max(Math.abs(value), tolerance.type === "absolute" ? tolerance.by : 0);
  const lowOff = tolerance.type === "range" ? NOISE * Math.abs(low) : off;
  const highOff = tolerance.type === "range" ? NOISE * Math.abs(high) : off;
  return answer >= low - lowOff && answer <= high + highOff;
}

/** What is left of a fraction when the unit is missing or wrong. */
export function lessPenalty(fraction: number, { share, of }: { share: number; of: "answer" | "question" }): number {
  return Math.max(0, fraction - share * (of === "answer" ? fraction : 1));
}

function ordered(a: number, b: number): Interval {
  return a <= b ? { low: a, high: b } : { low: b, high: a };
}
