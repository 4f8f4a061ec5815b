import { dayNumber, daysInMonth } from "./calendar";

/** How a source qualifies a date: `~` about, `?` perhaps. */
interface Qualified {
  approximate?: true;
  uncertain?: true;
}

export interface Day extends Qualified {
  precision: "day";
  /** Astronomical: 0 is 1 BC. -9999 to 9999. */
  year: number;
  /** 1 to 12. */
  month: number;
  /** 1 to the length of the month. */
  day: number;
}

export interface Month extends Qualified {
  precision: "month";
  year: number;
  month: number;
}

/** EDTF's own numbers, independent of hemisphere: 21 spring, 22 summer, 23 autumn, 24 winter. */
export interface Season extends Qualified {
  precision: "season";
  year: number;
  season: 21 | 22 | 23 | 24;
}

export interface Year extends Qualified {
  precision: "year";
  year: number;
}

/** Ten years: the 1930s, EDTF `193X`. There is none before AD 10: the tens of years BC begin with no round year. */
export interface Decade extends Qualified {
  precision: "decade";
  /** Its first year: 1930. */
  year: number;
}

/**
 * A hundred years by their first two digits, EDTF `19XX`: the 20th century as most people count it, 1900 to 1999. Before
 * Christ `-01XX`, the 2nd century BC, 200 to 101 BC.
 */
export interface Century extends Qualified {
  precision: "century";
  /** Its first year, astronomical: 1900, or -199 for the 2nd century BC. */
  year: number;
}

/** One date, as precisely as it is known. */
export type DatePoint = Day | Month | Season | Year | Decade | Century;

export interface Interval {
  precision: "interval";
  /** 'open': it goes on without end. 'unknown': it has an end that nobody knows. */
  from: DatePoint | "open" | "unknown";
  to: DatePoint | "open" | "unknown";
}

export type HistoricalDate = DatePoint | Interval;

export type Precision = HistoricalDate["precision"];

export function day(year: number, month: number, ofMonth: number): Day {
  return { precision: "day", year, month, day: ofMonth };
}

export function month(year: number, ofYear: number): Month {
  return { precision: "month", year, month: ofYear };
}

export function year(number: number): Year {
  return { precision: "year", year: number };
}

/** First and last day that a date may mean, as day numbers; infinite where an interval has no known end. */
export interface Bounds {
  earliest: number;
  latest: number;
}

export function bounds(date: HistoricalDate): Bounds {
  switch (date.precision) {
    case "day": {
      const n = dayNumber(date.year, date.month, date.day);
      return { earliest: n, latest: n };
    }
    case "month":
      return span(date.year, date.month, date.month);
    case "season":
      return seasonBounds(date);
    case "year":
      return years(date.year, date.year);
    case "decade":
      return years(date.year, date.year + 9);
    case "century":
      // There is no year 0: the first century begins with AD 1.
      return years(date.year === 0 ? 1 : date.year, date.year + 99);
    case "interval":
      return {
        earliest: typeof date.from === "string" ? -Infinity : bounds(date.from).earliest,
        latest: typeof date.to === "string" ? Infinity : bounds(date.to).latest,
      };
  }
}

function span(ofYear: number, firstMonth: number, lastMonth: number): Bounds {
  return {
    earliest: dayNumber(ofYear, firstMonth, 1),
    latest: dayNumber(ofYear, lastMonth, daysInMonth(ofYear, lastMonth)),
  };
}

function years(first: number, last: number): Bounds {
  return { earliest: dayNumber(first, 1, 1), latest: dayNumber(last, 12, 31) };
}

/** As historians of the north count: spring is March to May; winter is the year's last month and the two after it. */
function seasonBounds({ year: ofYear, season }: Season): Bounds {
  if (season === 24) {
    return { earliest: dayNumber(ofYear, 12, 1), latest: dayNumber(ofYear + 1, 2, daysInMonth(ofYear + 1, 2)) };
  }
  const first = 3 + 3 * (season - 21);
  return span(ofYear, first, first + 2);
}

/** Order by first day; of two that begin together the one that ends first comes first. Negative when `a` is earlier. */
export function compareDates(a: HistoricalDate, b: HistoricalDate): number {
  const x = bounds(a);
  const y = bounds(b);
  // Not a subtraction: two open beginnings would give NaN.
  if (x.earliest !== y.earliest) return x.earliest < y.earliest ? -1 : 1;
  if (x.latest !== y.latest) return x.latest < y.latest ? -1 : 1;
  return 0;
}

/** Whether some day may belong to both. */
export function datesOverlap(a: HistoricalDate, b: HistoricalDate): boolean {
  const x = bounds(a);
  const y = bounds(b);
  return x.earliest <= y.latest && y.earliest <= x.latest;
}

/** Whether every day of `inner` belongs to `outer`: 23 August 1939 lies within August 1939. */
export function liesWithin(inner: HistoricalDate, outer: HistoricalDate): boolean {
  const x = bounds(inner);
  const y = bounds(outer);
  return y.earliest <= x.earliest && x.latest <= y.latest;
}

/** The same days at the same precision; 'about' and 'perhaps' make no difference. */
export function sameDate(a: HistoricalDate, b: HistoricalDate): boolean {
  return a.precision === b.precision && compareDates(a, b) === 0;
}
