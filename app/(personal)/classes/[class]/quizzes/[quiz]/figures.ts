import type { Figure, QuestionMeasure, TestMeasure } from "@/assessment/analysis";
import { rounded } from "@/interchange/tables/table";

/** How a measure is written and drawn. */
export interface Form {
  /** As the head of its column: 'Facility'. */
  title: string;
  /** What it is, in a few words. */
  short: string;
  /** Digits behind the point. */
  digits: 0 | 2;
  /** The scale that its interval is drawn on; without one it is not drawn. */
  scale?: readonly [from: number, to: number];
}

export const questionForms: Record<QuestionMeasure, Form> = {
  facility: { title: "Facility", short: "per cent of the points earned", digits: 0, scale: [0, 100] },
  sd: { title: "Spread", short: "standard deviation, in points", digits: 2 },
  discriminationIndex: {
    title: "Discrimination",
    short: "correlation with the rest, in per cent",
    digits: 0,
    scale: [-100, 100],
  },
  discriminativeEfficiency: {
    title: "Efficiency",
    short: "discrimination in per cent of what was possible",
    digits: 0,
    scale: [-100, 100],
  },
  intendedWeight: { title: "Intended weight", short: "per cent of all points", digits: 0 },
  effectiveWeight: { title: "Effective weight", short: "per cent of the differences", digits: 0, scale: [0, 100] },
  randomGuess: { title: "Random guess", short: "per cent, by guessing blindly", digits: 0 },
};

export const testForms: Record<TestMeasure, Form> = {
  mean: { title: "Mean", short: "points", digits: 2 },
  median: { title: "Median", short: "points", digits: 2 },
  sd: { title: "Standard deviation", short: "points", digits: 2 },
  skewness: { title: "Skewness", short: "0 is even on both sides", digits: 2 },
  kurtosis: { title: "Kurtosis", short: "0 is as a normal distribution", digits: 2 },
  cic: { title: "Internal consistency", short: "CIC, per cent", digits: 0, scale: [-100, 100] },
  errorRatio: { title: "Error ratio", short: "per cent", digits: 0, scale: [0, 100] },
  standardError: { title: "Standard error", short: "points", digits: 2 },
};

/** '45', '0.43', '−27' */
export function figureText(value: number, digits: number): string {
  const seen = rounded(value, digits);
  return (digits === 0 ? String(seen) : seen.toFixed(digits)).replace("-", "−");
}

/** '26 to 64' */
export function intervalText({ low, high }: NonNullable<Figure["interval"]>, digits: number): string {
  return `${figureText(low, digits)} to ${figureText(high, digits)}`;
}
