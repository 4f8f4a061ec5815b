/**
 * Between what a teacher types ("29 March, 02:30", in the class's time zone) and the instant that it is. The zone's rules
 * are those of the running JavaScript engine (Intl), so that no table of ours goes out of date.
 */

/** A date and time of day as a class's clock shows it: '2026-03-29T02:30', as a `datetime-local` field sends it. */
export type LocalTime = string;

export interface Placed {
  instant: Date;
  /**
   * 'gap': the clocks are put forward over this time, so that it does not exist; it is moved forward by as much (02:30
   * becomes 03:30). 'fold': the clocks are put back and it exists twice; the first is taken. Null on all other days.
   */
  shift: "gap" | "fold" | null;
}

export type NotPlaced = { problem: "not-a-date" | "not-a-zone" };

/** Whether Intl knows it as a named zone ('Europe/Berlin'). A bare '+02:00' is none: it would never change its clocks. */
export function isTimeZone(zone: string): boolean {
  return !/^[+-]/.test(zone) && format(zone) !== null;
}

/** The instant of a local time in a zone; seconds may be left out. Years 1970 to 9999. */
export function instantOf(local: LocalTime, zone: string): Placed | NotPlaced {
  const shown = readLocal(local);
  if (shown === null) return { problem: "not-a-date" };
  if (!isTimeZone(zone)) return { problem: "not-a-zone" };
  return place(shown, zone);
}

/**
 * What a clock in the zone shows, cut to the minute; throws RangeError for a zone that is none. The second of two equal
 * times of a fold reads like the first: a form whose text was not changed should keep the instant that it had.
 */
export function localTimeOf(instant: Date, zone: string): LocalTime {
  return new Date(shownAt(instant.getTime(), zone)).toISOString().slice(0, 16);
}

/** The same time of day so many days later (or earlier): 23, 24 or 25 hours a day, as the zone's clocks go. */
export function daysLater(instant: Date, days: number, zone: string): Date {
  if (days === 0) return instant;
  return place(shownAt(instant.getTime(), zone) + days * DAY, zone).instant;
}

/**
 * How many days have been started since `from`: 0 up to and at `from`, 1 until the same time of day on the next, and so
 * on. A day over a change of the clocks has 23 or 25 hours.
 */
export function startedDays(from: Date, at: Date, zone: string): number {
  if (at <= from) return 0;
  let days = Math.max(1, Math.floor((at.getTime() - from.getTime()) / DAY) - 1);
  while (daysLater(from, days, zone) < at) days++;
  return days;
}

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

const pattern = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d))?$/;

/** The local time as though it were UTC, in milliseconds; null for what no calendar and no clock shows. */
function readLocal(local: string): number | null {
  const found = pattern.exec(local.trim());
  if (!found) return null;
  const [year, month, day, hour, minute, second] = found.slice(1).map((each) => Number(each ?? 0));
  if (year! < 1970 || hour! > 23 || minute! > 59 || second! > 59) return null;
  const read = new Date(Date.UTC(year!, month! - 1, day!, hour, minute, second));
  return read.getUTCMonth() === month! - 1 && read.getUTCDate() === day ? read.getTime() : null;
}

/** What the clocks of the zone show, as though it were UTC. */
function shownAt(instant: number, zone: string): number {
  const clock = format(zone);
  if (clock === null) throw new RangeError(`${zone} is no time zone.`);
  const part: Record<string, number> = {};
  for (const { type, value } of clock.formatToParts(instant)) part[type] = Number(value);
  // Date.UTC reads a year below 100 as one of the last century.
  const shown = new Date(0).setUTCFullYear(part.year!, part.month! - 1, part.day!);
  return shown + ((part.hour! * 60 + part.minute!) * 60 + part.second!) * 1000 + (((instant % 1000) + 1000) % 1000);
}

/** What is shown a day before and a day after tells both offsets that can be meant, on the day of a change too. */
function place(shown: number, zone: string): Placed {
  const before = shownAt(shown - DAY, zone) - (shown - DAY);
  const after = shownAt(shown + DAY, zone) - (shown + DAY);
  const early = shown - Math.max(before, after);
  const late = shown - Math.min(before, after);
  const [first, second] = [early, late].map((instant) => shownAt(instant, zone) === shown);
  if (first) return { instant: new Date(early), shift: second && early !== late ? "fold" : null };
  if (second) return { instant: new Date(late), shift: null };
  return { instant: new Date(shown - before), shift: "gap" };
}

/** Making a formatter costs a hundred times what using it does. */
const formats = new Map<string, Intl.DateTimeFormat | null>();

function format(zone: string): Intl.DateTimeFormat | null {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = makeFormat(zone);
  formats.set(zone, made);
  return made;
}

function makeFormat(zone: string): Intl.DateTimeFormat | null {
  const numeric = "numeric";
  try {
    return new Intl.DateTimeFormat("en-US-u-ca-iso8601-nu-latn", {
      timeZone: zone,
      hourCycle: "h23",
      year: numeric,
      month: numeric,
      day: numeric,
      hour: numeric,
      minute: numeric,
      second: numeric,
    });
  } catch {
    return null;
  }
}
