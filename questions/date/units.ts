import {
  bounds,
  dayOfNumber,
  daysInMonth,
  fromJulian,
  stepped,
  toJulian,
  type Bounds,
  type CalendarDay,
  type DatePoint,
  type HistoricalDate,
  type Season,
} from "@/facts/dates";
import type { Precision } from "./schema";

/** From the finest to the coarsest. */
const ORDER: readonly DatePoint["precision"][] = ["day", "month", "season", "year", "decade", "century"];

/** Whether the first is known less finely than the second. */
export function isCoarser(a: Precision, b: Precision): boolean {
  return ORDER.indexOf(a) > ORDER.indexOf(b);
}

/** How finely a date is known: an interval as its coarser end, a day that is only about or perhaps right as a month. */
export function knownTo(date: HistoricalDate): Precision | null {
  if (date.precision === "interval") {
    if (typeof date.from === "string" || typeof date.to === "string") return null;
    const [from, to] = [knownTo(date.from), knownTo(date.to)];
    return from && to && (isCoarser(from, to) ? from : to);
  }
  return date.precision === "day" && (date.approximate || date.uncertain) ? "month" : date.precision;
}

/** The day, month, season, year, decade or century that a day is in; null when it is in no decade, before AD 10. */
export function unitAt({ year, month, day }: CalendarDay, precision: Precision): DatePoint | null {
  switch (precision) {
    case "day":
      return { precision, year, month, day };
    case "month":
      return { precision, year, month };
    case "season": {
      // January and February belong to the winter that began in the year before.
      const winter = month < 3 ? year - 1 : year;
      return {
        precision,
        year: winter,
        season: seasonOf(month),
      };
    }
    case "year":
      return { precision, year };
    case "decade":
      return year < 10 ? null : { precision, year: year - (year % 10) };
    case "century":
      return { precision, year: year > 0 ? year - (year % 100) : -99 - 100 * Math.floor(-year / 100) };
  }
}

/** EDTF's code: 21 is spring, from March on. */
export function seasonOf(month: number): Season["season"] {
  return (month % 12 < 3 ? 24 : 20 + Math.floor(month / 3)) as Season["season"];
}

/** The units of one precision that a span touches, as first and last; null when they have no number. */
export function unitsOf({ earliest, latest }: Bounds, precision: Precision): [DatePoint, DatePoint] | null {
  if (!Number.isFinite(earliest) || !Number.isFinite(latest)) return null;
  const from = unitAt(dayOfNumber(earliest), precision);
  const to = unitAt(dayOfNumber(latest), precision);
  return from && to ? [from, to] : null;
}

/** All units from the first to the last, but no more than so many. */
export function unitList([from, to]: [DatePoint, DatePoint], most: number): DatePoint[] | null {
  const end = bounds(to).earliest;
  const list: DatePoint[] = [];
  for (let unit: DatePoint | null = from; unit && bounds(unit).earliest <= end; unit = stepped(unit, 1)) {
    if (list.length === most) return null;
    list.push(unit);
  }
  return list;
}

/** First and last day that are meant when 'about' reaches one unit of the date's own precision either way. */
export function reach(date: HistoricalDate): Bounds {
  if (date.precision !== "interval") return around(date);
  return {
    earliest: typeof date.from === "string" ? -Infinity : around(date.from).earliest,
    latest: typeof date.to === "string" ? Infinity : around(date.to).latest,
  };
}

function around(point: DatePoint): Bounds {
  const own = bounds(point);
  if (!point.approximate) return own;
  const [before, after] = [stepped(point, -1), stepped(point, 1)];
  return {
    earliest: before ? bounds(before).earliest : own.earliest,
    latest: after ? bounds(after).latest : own.latest,
  };
}

/** A date given by the Julian calendar as the Gregorian one has it: a day, or the days of what is longer. */
export function asNewStyle(date: HistoricalDate): HistoricalDate {
  if (date.precision === "day") return { ...date, ...fromJulian(date) };
  const [from, to] = date.precision === "interval" ? [date.from, date.to] : ([date, date] as const);
  if (typeof from === "string" || typeof to === "string") return date;
  return { precision: "interval", from: newStyleDay(firstOf(from)), to: newStyleDay(lastOf(to)) };
}

/** The Julian date of a day or of days; null of what is not known to the day. */
export function asOldStyle(date: HistoricalDate): HistoricalDate | null {
  if (date.precision === "day") return { ...date, ...toJulian(date) };
  if (date.precision !== "interval" || knownTo(date) !== "day") return null;
  const [from, to] = [date.from, date.to];
  if (typeof from === "string" || typeof to === "string" || from.precision !== "day" || to.precision !== "day")
    return null;
  return { ...date, from: { ...from, ...toJulian(from) }, to: { ...to, ...toJulian(to) } };
}

function newStyleDay(day: CalendarDay): DatePoint {
  return { precision: "day", ...fromJulian(day) };
}

function firstOf(point: DatePoint): CalendarDay {
  return dayOfNumber(bounds(point).earliest);
}

/** The last day by the Julian calendar: its February of 1900 has 29. */
function lastOf(point: DatePoint): CalendarDay {
  const { year, month, day } = dayOfNumber(bounds(point).latest);
  const leap = month === 2 && day === daysInMonth(year, 2) && year % 4 === 0;
  return { year, month, day: leap && point.precision !== "day" ? 29 : day };
}
