import type { EdtfTime } from "./types";

const TIME = /^((\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?)(Z|([+-])(\d{2})(?::?(\d{2}))?)?$/;

/** The farthest zones ahead of and behind UTC, in minutes. */
const AHEAD = 14 * 60;
const BEHIND = 12 * 60;

/** The time of day after the T; null when there is none such. Seconds are asked for, and there is no leap second. */
export function timeOf(text: string): EdtfTime | null {
  const found = TIME.exec(text);
  if (!found) return null;
  const [, clock = "", hh, mm, ss, fraction = "", zone, sign, zoneHours, zoneMinutes = "00"] = found;
  const [hours, minutes, seconds] = [hh, mm, ss].map(Number) as [number, number, number];
  const midnight = hours === 24 && minutes === 0 && seconds === 0 && /^0*$/.test(fraction);
  if (!midnight && (hours > 23 || minutes > 59 || seconds > 59)) return null;
  const time: EdtfTime = { text: clock, minutes: hours * 60 + minutes };
  if (zone === undefined) return time;
  if (zone === "Z") return { ...time, offset: 0 };
  const offset = Number(zoneHours) * 60 + Number(zoneMinutes);
  if (Number(zoneMinutes) > 59 || offset > (sign === "-" ? BEHIND : AHEAD)) return null;
  // There is no minus zero.
  if (sign === "-" && offset === 0) return null;
  return { ...time, offset: sign === "-" ? -offset : offset };
}
