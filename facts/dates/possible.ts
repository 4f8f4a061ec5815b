import { daysInMonth } from "./calendar";
import type { DatePoint } from "./date";
import { formatDate, monthName } from "./format";
import type { Unread } from "./parts";

/** A day or a month of a year, if there is such a one; else why not. */
export function datePoint(year: number, month: number, day: number | undefined): DatePoint | Unread {
  if (month < 1 || month > 12) return { why: `There is no month ${month}.` };
  if (day === undefined) return { precision: "month", year, month };
  const trouble = dayTrouble(year, month, day);
  return trouble ? { why: trouble } : { precision: "day", year, month, day };
}

/** Why a day of a month is none, as a sentence; null when all is well. */
export function dayTrouble(year: number, month: number, day: number): string | null {
  const last = daysInMonth(year, month);
  if (day >= 1 && day <= last) return null;
  if (month === 2 && day === 29) {
    return `There was no 29 February in ${formatDate({ precision: "year", year })}: it was not a leap year.`;
  }
  if (day < 1 || day > 31) return `There is no day ${day} in a month.`;
  return `There is no ${day} ${monthName(month)}: ${monthName(month)} has ${last} days.`;
}
