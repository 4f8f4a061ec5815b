import { dayNumber, dayOfNumber, daysInMonth, type CalendarDay } from "../calendar";
import { leapYear } from "./year";
import type { Edtf, EdtfDate, EdtfEnd } from "./types";

/** A day of the proleptic Gregorian calendar, years astronomical; or none: it goes on, or nobody knows how far. */
export type EdtfLimit = CalendarDay | "open" | "unknown";

export interface EdtfBounds {
  earliest: EdtfLimit;
  latest: EdtfLimit;
}

/**
 * First and last day that it may mean. Qualifiers make no difference: about 1984 is the days of 1984. A time of day with
 * a zone is of the day that it is in UTC; a winter (24, 28) ends with the February of the year after.
 */
export function edtfBounds(edtf: Edtf): EdtfBounds {
  switch (edtf.type) {
    case "date":
      return { earliest: endOf(edtf, "earliest"), latest: endOf(edtf, "latest") };
    case "interval":
      return { earliest: endOf(edtf.from, "earliest"), latest: endOf(edtf.to, "latest") };
    case "set": {
      const froms = edtf.members.map(({ from }) => endOf(from, "earliest"));
      const tos = edtf.members.map(({ to }) => endOf(to, "latest"));
      return {
        earliest: froms.reduce((a, b) => (isBefore(b, a) ? b : a)),
        latest: tos.reduce((a, b) => (isAfter(b, a) ? b : a)),
      };
    }
  }
}

/** '1985-04-12', '-0043-03-15', '-170000000-01-01'. */
export function dayText({ year, month, day }: CalendarDay): string {
  const digits = String(Math.abs(year)).padStart(4, "0");
  return `${year < 0 ? "-" : ""}${digits}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Order in time of two days, as numbers sort. */
export function compareDays(a: CalendarDay, b: CalendarDay): number {
  return a.year - b.year || a.month - b.month || a.day - b.day;
}

function isBefore(a: EdtfLimit, b: EdtfLimit): boolean {
  if (typeof a === "string") return true;
  return typeof b === "string" ? false : compareDays(a, b) < 0;
}

function isAfter(a: EdtfLimit, b: EdtfLimit): boolean {
  if (typeof a === "string") return true;
  return typeof b === "string" ? false : compareDays(a, b) > 0;
}

function endOf(end: EdtfEnd, which: keyof EdtfBounds): EdtfLimit {
  if (typeof end === "string") return end;
  const { year } = end;
  // A year that no number holds has only the side that is nearer to us.
  if (year.beyond && (which === "earliest" ? year.min < 0 : year.max > 0)) return "open";
  return dateBounds(end)[which];
}

export function dateBounds(date: EdtfDate): { earliest: CalendarDay; latest: CalendarDay } {
  const { year, month, season, day, time } = date;
  if (season) return seasonBounds(date, season.code);
  if (!month) {
    return { earliest: { year: year.min, month: 1, day: 1 }, latest: { year: year.max, month: 12, day: 31 } };
  }
  if (!day) {
    const last = month.values.at(-1) ?? 12;
    return {
      earliest: { year: year.min, month: month.values[0] ?? 1, day: 1 },
      latest: { year: year.max, month: last, day: daysInMonth(year.max, last) },
    };
  }
  const earliest = firstDay(date);
  if (time?.offset === undefined) return { earliest, latest: lastDay(date) };
  const shift = Math.floor((time.minutes - time.offset) / 1440);
  const inUtc = dayOfNumber(dayNumber(earliest.year, earliest.month, earliest.day) + shift);
  return { earliest: inUtc, latest: inUtc };
}

function firstDay({ year, month, day }: EdtfDate): CalendarDay {
  for (const m of month?.values ?? [])
    for (const d of day?.values ?? []) if (d <= daysInMonth(year.min, m)) return { year: year.min, month: m, day: d };
  return { year: leapYear(year, "first") ?? year.min, month: 2, day: 29 };
}

function lastDay({ year, month, day }: EdtfDate): CalendarDay {
  for (const m of month?.values.toReversed() ?? [])
    for (const d of day?.values.toReversed() ?? [])
      if (d <= daysInMonth(year.max, m)) return { year: year.max, month: m, day: d };
  return { year: leapYear(year, "last") ?? year.max, month: 2, day: 29 };
}

/** First month and number of months: seasons anywhere, northern, southern; quarters, thirds, halves. */
const SEASONS: readonly (readonly [number, number])[] = [
  ...[...[3, 6, 9, 12], ...[3, 6, 9, 12], ...[9, 12, 3, 6], ...[1, 4, 7, 10]].map((first) => [first, 3] as const),
  ...[1, 5, 9].map((first) => [first, 4] as const),
  ...[1, 7].map((first) => [first, 6] as const),
];

function seasonBounds({ year }: EdtfDate, code: number): { earliest: CalendarDay; latest: CalendarDay } {
  const [first, length] = SEASONS[code - 21] ?? [1, 12];
  const end = first + length - 2;
  const last = { year: year.max + Math.floor(end / 12), month: (end % 12) + 1 };
  return {
    earliest: { year: year.min, month: first, day: 1 },
    latest: { ...last, day: daysInMonth(last.year, last.month) },
  };
}
