import { dayNumber, fromJulian } from "./calendar";
import type { Day } from "./date";
import { formatDate } from "./format";
import type { Parts } from "./parts";
import { datePoint } from "./possible";
import { ends, shared } from "./range";
import type { Token } from "./tokens";

/** The years in which one land or another still wrote both dates; outside of them a stroke parts the ends of a range. */
const [FIRST_YEAR, LAST_YEAR] = [1582, 1923];

/**
 * Reads one day in two calendars: '25 October (7 November) 1917', '7 November 1917 (25 October O.S.)', '1/14 January
 * 1918'. The day is the Gregorian one. Null when the two are not one day.
 */
export function readTwoCalendars(tokens: readonly Token[], century: number): { date: Day; notes: string[] } | null {
  const cuts = tokens.flatMap(({ kind, text }, i) => (kind === "mark" && text === "/" ? [i] : []));
  if (cuts.length !== 1) return null;
  const [left, right] = ends(tokens.slice(0, cuts[0]), tokens.slice(cuts[0]! + 1), century);
  if ("why" in left || "why" in right) return null;
  const found = ways(left).flatMap((a) =>
    ways(right).flatMap((b) => {
      const [first, last] = shared(a, b);
      return [oneDay(first, last), oneDay(last, first)].filter((each) => each !== null);
    }),
  );
  const [only] = found;
  return found.length === 1 && only ? { date: only.day, notes: [only.note] } : null;
}

/** Both ways round, where day and month may be either. */
function ways(parts: Parts): Parts[] {
  const { other, ...own } = parts;
  return other ? [own, { ...own, ...other }] : [own];
}

/** The Gregorian day when it is the Julian one's; a calendar that is named has to be the right one. */
function oneDay(julian: Parts, gregorian: Parts): { day: Day; note: string } | null {
  if (julian.style === "new" || gregorian.style === "old") return null;
  const [old, day] = [dayOf(julian), dayOf(gregorian)];
  if (!old || !day || day.year < FIRST_YEAR || day.year > LAST_YEAR) return null;
  const meant = fromJulian(old);
  if (dayNumber(meant.year, meant.month, meant.day) !== dayNumber(day.year, day.month, day.day)) return null;
  return { day, note: `${formatDate(old)} by the Julian calendar is ${formatDate(day)}.` };
}

function dayOf({ year, month, day, season, unit, portion, approximate, uncertain }: Parts): Day | null {
  if (season !== undefined || unit || portion || approximate || uncertain) return null;
  if (year === undefined || month === undefined || day === undefined) return null;
  const point = datePoint(year, month, day);
  return "why" in point || point.precision !== "day" ? null : point;
}
