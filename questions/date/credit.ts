import { bounds, type Bounds, type HistoricalDate } from "@/facts/dates";
import type { Precision } from "./schema";
import { isCoarser, reach } from "./units";

/**
 * What an answer is worth that holds the date and is wider, by the days it covers. One that is as wide as what is asked
 * for is worth all of it; what is wider than the last step is worth nothing: it is true and says too little.
 */
const STEPS: Record<Precision, readonly { days: number; as: string; worth: number }[]> = {
  day: [
    { days: 1, as: "a day", worth: 1 },
    { days: 31, as: "a month", worth: 1 / 2 },
    { days: 123, as: "a season or a third of a year", worth: 3 / 8 },
    { days: 366, as: "a year", worth: 1 / 4 },
  ],
  month: [
    { days: 31, as: "a month", worth: 1 },
    { days: 123, as: "a season or a third of a year", worth: 3 / 4 },
    { days: 366, as: "a year", worth: 1 / 2 },
  ],
  season: [
    { days: 92, as: "a season", worth: 1 },
    { days: 123, as: "a third of a year", worth: 3 / 4 },
    { days: 366, as: "a year", worth: 1 / 2 },
  ],
  year: [
    { days: 366, as: "a year", worth: 1 },
    { days: 1096, as: "three years", worth: 1 / 2 },
    { days: 3653, as: "a decade", worth: 1 / 4 },
  ],
  decade: [
    { days: 3653, as: "a decade", worth: 1 },
    { days: 10958, as: "three decades", worth: 1 / 2 },
    { days: 36525, as: "a century", worth: 1 / 4 },
  ],
  century: [
    { days: 36525, as: "a century", worth: 1 },
    { days: 73050, as: "two centuries", worth: 1 / 2 },
  ],
};

/** The steps in words, for the rule: 'a month ½, a season or a third of a year ⅜, a year ¼'. */
export function widthsInWords(precision: Precision): string {
  return STEPS[precision]
    .slice(1)
    .map(({ as, worth }) => `${as} ${FRACTIONS[worth]}`)
    .join(", ");
}

const FRACTIONS: Record<number, string> = { 0.25: "¼", 0.375: "⅜", 0.5: "½", 0.75: "¾" };

/** How an answer that names days lies to the days that count. */
export interface Overlap {
  covers: Bounds;
  days: number;
  /** The share of what it covers that counts; 1 when it lies wholly within. */
  share: number;
  /** Whether it has all that counts in it. */
  holds: boolean;
  as: string | null;
  worth: number;
}

/**
 * The days that an answer stands for. 'About' reaches one unit either way: about 1939 is 1938 to 1940, and no narrower
 * than if that had been written; what is finer than is asked for is not marked, and neither is its 'about'.
 */
export function covered(answer: HistoricalDate, precision: Precision): Bounds {
  const points = answer.precision === "interval" ? [answer.from, answer.to] : [answer];
  const finer = points.some((end) => typeof end !== "string" && isCoarser(precision, end.precision));
  return finer ? bounds(answer) : reach(answer);
}

/** Null when no day of the answer counts. */
export function overlap(covers: Bounds, counts: Bounds, precision: Precision): Overlap | null {
  const first = Math.max(covers.earliest, counts.earliest);
  const last = Math.min(covers.latest, counts.latest);
  if (first > last) return null;
  const days = covers.latest - covers.earliest + 1;
  if (first === covers.earliest && last === covers.latest) {
    return { covers, days, share: 1, holds: true, as: null, worth: 1 };
  }
  const holds = first === counts.earliest && last === counts.latest;
  const step = STEPS[precision].find((each) => days <= each.days);
  const share = holds || !Number.isFinite(days) ? 1 : (last - first + 1) / days;
  return { covers, days, share, holds, as: step?.as ?? null, worth: (step?.worth ?? 0) * share };
}
