import { bounds, edtf, type HistoricalDate } from "@/facts/dates";
import type { Body, Key } from "./schema";

type Dated = Key["events"][number]["dates"][number];

/** Days between two dates, each as wide as it is known: 0 when some day may belong to both. */
export function daysApart(a: HistoricalDate, b: HistoricalDate): number {
  const [x, y] = [bounds(a), bounds(b)];
  return Math.max(0, y.earliest - x.latest, x.earliest - y.latest);
}

/** All within `full`, nothing from `zero` on, and evenly less between them. */
export function worthOf(days: number, { full, zero }: Body["tolerance"]): number {
  if (days <= full) return 1;
  return days >= zero ? 0 : (zero - days) / (zero - full);
}

/** Of the dates that count the one nearest to a place; of two as near, the first. */
export function nearest(at: string, dates: readonly Dated[]): { date: string; why: string | undefined; days: number } {
  const placed = edtf(at);
  let best: Dated | undefined;
  let least = Infinity;
  for (const each of dates) {
    const days = daysApart(placed, edtf(each.date));
    if (best && days >= least) continue;
    best = each;
    least = days;
  }
  return { date: best!.date, why: best!.why, days: least };
}

/** '1 day', '40 days'; long ones as people say them: 'about 8 months', 'about 3 years'. */
export function daysInWords(days: number): string {
  const rounded = Math.round(days);
  if (rounded <= 90) return rounded === 1 ? "1 day" : `${rounded} days`;
  return rounded <= 730 ? `about ${Math.round(rounded / 30.44)} months` : `about ${Math.round(rounded / 365.25)} years`;
}
