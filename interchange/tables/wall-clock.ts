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
  const offset = offsetAt(at.getTime(), timeZone);
  const [date, time] = new Date(at.getTime() + offset).toISOString().split("T") as [string, string];
  const minutes = Math.abs(Math.trunc(offset / MINUTE));
  const two = (number: number) => String(number).padStart(2, "0");
  return {
    date,
    time: time.slice(0, -1),
    offset: `${offset < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`,
  };
}

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
