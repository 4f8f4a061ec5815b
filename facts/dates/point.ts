import type { DatePoint, HistoricalDate } from "./date";
import type { Parts, Unread } from "./parts";
import { datePoint } from "./possible";
import { portionOf } from "./step";

/** The date that parts with a year make; why not, when they make none. */
export function pointOf(parts: Parts): HistoricalDate | Unread {
  const { year, month, day, season, unit, portion } = parts;
  if (year === undefined) return { why: "The year is missing." };
  const whole = wholeOf(year, { month, day, season, unit });
  if ("why" in whole) return whole;
  const marked = mark(whole, parts);
  if (!portion) return marked;
  return portionOf(marked, portion) ?? { why: "That part of a date has no fixed days: write the dates that you mean." };
}

function wholeOf(year: number, { month, day, season, unit }: Omit<Parts, "notes">): DatePoint | Unread {
  if (season !== undefined) return { precision: "season", year, season };
  if (unit !== undefined) return { precision: unit, year };
  if (month !== undefined) return datePoint(year, month, day);
  return day === undefined ? { precision: "year", year } : { why: "The month is missing." };
}

function mark<T extends DatePoint>(date: T, { approximate, uncertain }: Parts): T {
  return { ...date, ...(approximate ? { approximate } : {}), ...(uncertain ? { uncertain } : {}) };
}
