import { dayNumber, dayOfNumber, daysInMonth } from "./calendar";
import type { DatePoint, HistoricalDate, Season } from "./date";

/** The first and the last year that people and EDTF both write with four digits: 9999 BC and 9999. */
const FIRST = -9998;
const LAST = 9999;

/**
 * The date so many of its own units later: two months after June 1940 is August 1940, the decade before the 1930s the
 * 1920s. Null beyond the years that have four digits.
 */
export function stepped<T extends DatePoint>(date: T, by: number): T | null {
  const moved = { ...date, ...place(date, by) };
  const last = moved.year + (moved.precision === "century" ? 99 : moved.precision === "decade" ? 9 : 0);
  return last > LAST || moved.year < (moved.precision === "decade" ? 10 : FIRST) ? null : moved;
}

function place(date: DatePoint, by: number): Partial<DatePoint> {
  switch (date.precision) {
    case "day":
      return dayOfNumber(dayNumber(date.year, date.month, date.day) + by);
    case "month": {
      const months = date.year * 12 + date.month - 1 + by;
      return { year: Math.floor(months / 12), month: mod(months, 12) + 1 };
    }
    case "season": {
      const seasons = date.year * 4 + date.season - 21 + by;
      return { year: Math.floor(seasons / 4), season: (mod(seasons, 4) + 21) as Season["season"] };
    }
    case "year":
      return { year: date.year + by };
    case "decade":
      return { year: date.year + 10 * by };
    case "century": {
      // …, -199, -99, 0, 100, …: the first century BC and the first AD share no hundred.
      const number = date.year < 0 ? (date.year - 1) / 100 : date.year / 100;
      const moved = number + by;
      return { year: moved < 0 ? moved * 100 + 1 : moved * 100 };
    }
  }
}

function mod(a: number, b: number): number {
  return ((a % b) + b) % b;
}

/** A part of a date: `index` 0 of 3 is 'early', 1 'mid', 2 'late'; of 2 a half, of 4 a quarter. */
export interface Portion {
  index: number;
  of: 2 | 3 | 4;
}

/**
 * The days, months or years that are meant by a part of a date. Early, mid and late are thirds:
 * - of a month its days 1 to 10, 11 to 20, and 21 to the last;
 * - of a year its months January to April, May to August, September to December;
 * - of a season its three months;
 * - of a decade its years 0 to 3, 4 to 6, 7 to 9; of a century its years 0 to 33, 34 to 66, 67 to 99.
 * Halves are days 1 to 15 and 16 to the last, six months, five years, fifty years; quarters are of years and centuries.
 * Null where there is no such part: a quarter of a month.
 */
export function portionOf(date: DatePoint, { index, of }: Portion): HistoricalDate | null {
  const { approximate, uncertain } = date;
  const marks = { ...(approximate ? { approximate } : {}), ...(uncertain ? { uncertain } : {}) };
  const between = (from: DatePoint, to: DatePoint): HistoricalDate => ({
    precision: "interval",
    from: { ...from, ...marks },
    to: { ...to, ...marks },
  });
  switch (date.precision) {
    case "day":
      return date;
    case "month": {
      if (of === 4) return null;
      const length = of === 3 ? 10 : 15;
      const { year, month } = date;
      const last = index === of - 1 ? daysInMonth(year, month) : (index + 1) * length;
      const day = (n: number): DatePoint => ({ precision: "day", year, month, day: n });
      return between(day(index * length + 1), day(last));
    }
    case "season": {
      if (of !== 3) return null;
      const months = date.year * 12 + 2 + 3 * (date.season - 21) + index;
      return { precision: "month", year: Math.floor(months / 12), month: mod(months, 12) + 1, ...marks };
    }
    case "year": {
      const month = (n: number): DatePoint => ({ precision: "month", year: date.year, month: n });
      return between(month((index * 12) / of + 1), month(((index + 1) * 12) / of));
    }
    case "decade":
      return of === 4 ? null : between(...yearsOf(date.year, of === 3 ? [0, 4, 7, 10] : [0, 5, 10], index));
    case "century": {
      const cuts = { 2: [0, 50, 100], 3: [0, 34, 67, 100], 4: [0, 25, 50, 75, 100] }[of];
      return between(...yearsOf(date.year, cuts, index));
    }
  }
}

function yearsOf(first: number, cuts: readonly number[], index: number): [DatePoint, DatePoint] {
  const from = first + (cuts[index] ?? 0);
  return [
    // There is no year 0: the first century begins with AD 1.
    { precision: "year", year: from === 0 ? 1 : from },
    { precision: "year", year: first + (cuts[index + 1] ?? 0) - 1 },
  ];
}
