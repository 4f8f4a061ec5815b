/** What a clock on the wall in a time zone shows at an instant: to be written down, never to be computed with. */
export interface WallClock {
  /** '2026-09-01' */
  date: string;
  /** '14:30:05.120' */
  time: string;
  /** '+03:00' */
  offset: string;
}

const MINUTE = 60_000;
/** Since 1970 clocks have been set at a quarter of an hour, if at all. */
const QUARTER = 15 * MINUTE;
const MOST_KEPT = 20_000;

const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();

/** Throws RangeError on a time zone that does not exist and on an invalid date. */
export function wallClock(at: Date, timeZone: string): WallClock {
  const time = at.getTime();
  // In a table the same time stands in many lines, one after the other.
  if (last?.at !== time || last.timeZone !== timeZone) last = { at: time, timeZone, shows: shown(time, timeZone) };
  return last.shows;
}

let last: { at: number; timeZone: string; shows: WallClock } | undefined;

function shown(at: number, timeZone: string): WallClock {
  const offset = offsetAt(at, timeZone);
  const [date, time] = new Date(at + offset).toISOString().split("T") as [string, string];
  const minutes = Math.abs(Math.trunc(offset / MINUTE));
  return {
    date,
    time: time.slice(0, -1),
    offset: `${offset < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`,
  };
}

const two = (number: number) => String(number).padStart(2, "0");

/** By how many milliseconds the wall is ahead of UTC. Asking Intl for each of many thousand times would take longest. */
function offsetAt(at: number, timeZone: string): number {
  if (!(at >= 0)) return askedOffset(at, timeZone);
  const key = `${timeZone} ${Math.floor(at / QUARTER)}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    offset = askedOffset(at, timeZone);
    if (offsets.size >= MOST_KEPT) offsets.clear();
    offsets.set(key, offset);
  }
  return offset;
}

function askedOffset(at: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-GB", { timeZone, timeZoneName: "longOffset" });
    formats.set(timeZone, format);
  }
  const name = format.formatToParts(at).find(({ type }) => type === "timeZoneName")!.value;
  const [, sign, hours, minutes, seconds = "0"] = /^GMT([+-])(\d+):(\d+)(?::(\d+))?$/.exec(name) ?? ["", "+", "0", "0"];
  const size = Number(hours) * 60 * MINUTE + Number(minutes) * MINUTE + Number(seconds) * 1000;
  return sign === "-" ? -size : size;
}
