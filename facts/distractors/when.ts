import type { Fact } from "@/facts/base";
import { bounds, datesOverlap, parseEdtf, toJulian, type HistoricalDate } from "@/facts/dates";

/** Years either way that still count as the same period. */
const PERIOD = 12;
const YEAR = 365.25;

/**
 * Every date at which a fact may be said to have happened: its own, the second that is defensible, and what the Julian
 * calendar called them where people of the time used it.
 */
export function datesOf(fact: Fact): HistoricalDate[] {
  const dates = [fact.date, fact.alsoDate?.date].flatMap((text) => (text === undefined ? [] : (parseEdtf(text) ?? [])));
  if (fact.oldStyle === undefined) return dates;
  return [
    ...dates,
    ...dates.flatMap((date): HistoricalDate[] => (date.precision === "day" ? [{ ...date, ...toJulian(date) }] : [])),
  ];
}

/** Whether a date is only about right or perhaps right: then nothing that is near can be proved false. */
export function isVague(date: HistoricalDate): boolean {
  if (date.precision === "interval") return [date.from, date.to].some((end) => typeof end === "string" || isVague(end));
  return date.approximate === true || date.uncertain === true;
}

/** Whether no day can belong to both, now that all that is unsure is counted in: the one proof that dates allow. */
export function apart(some: readonly HistoricalDate[], others: readonly HistoricalDate[]): boolean {
  if (some.length === 0 || others.length === 0 || [...some, ...others].some(isVague)) return false;
  return some.every((one) => others.every((other) => !datesOverlap(one, other)));
}

/** Years between two facts; Infinity when one has no date, or when they are not of one period. */
export function yearsBetween(a: Fact, b: Fact): number {
  const [x] = datesOf(a);
  const [y] = datesOf(b);
  if (!x || !y) return Infinity;
  const years = yearsApart(x, y);
  return years > PERIOD ? Infinity : years;
}

/** Years from one date to the other, 0 when they overlap. */
export function yearsApart(a: HistoricalDate, b: HistoricalDate): number {
  const x = bounds(a);
  const y = bounds(b);
  return Math.max(0, x.earliest - y.latest, y.earliest - x.latest) / YEAR;
}

/** Whether a year is of a fact's period. */
export function ofThePeriod(fact: Fact, year: number): boolean {
  const [date] = datesOf(fact);
  return date !== undefined && yearsApart(date, { precision: "year", year }) <= PERIOD;
}
