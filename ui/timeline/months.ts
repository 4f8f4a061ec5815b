/**
 * Months since the beginning of `origin`, as the start of a date: '1938-09-16' from '1938-09' is 0.5. Dates are
 * written year, year-month or year-month-day; every month counts alike, so that a year is twelve equal steps.
 */
export function monthsTo(date: string, origin: string): number {
  return monthNumber(date) - monthNumber(origin);
}

/** The same for the end of a date: '1938-09' from '1938-09' is 1. */
export function monthsToEnd(date: string, origin: string): number {
  const precision = date.split("-").length;
  return monthsTo(date, origin) + (precision === 1 ? 12 : precision === 2 ? 1 : 1 / 31);
}

function monthNumber(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return year * 12 + (month - 1) + (day - 1) / 31;
}
