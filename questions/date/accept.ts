import { bounds, edtf, toEdtf } from "@/facts/dates";
import type { AcceptMode } from "../contract";
import type { Body, Key, Response } from "./schema";
import { unitsOf } from "./units";

const MOST_DATES = 6;

/** A key by which this date is right. Null of what is wider than is asked: then every date in it would be right too. */
export function accept({ reading }: Response, key: Key, { precision }: Body, mode: AcceptMode): Key | null {
  if (reading.state !== "read" || key.accepted.length >= MOST_DATES) return null;
  const date = edtf(reading.date);
  const units = date.precision === "interval" ? null : unitsOf(bounds(date), precision);
  if (!units || toEdtf(units[0]) !== toEdtf(units[1])) return null;
  const also = { date: toEdtf(units[0]), ...(reading.style === "old" && { oldStyle: true as const }) };
  return { ...key, accepted: mode === "also" ? [...key.accepted, also] : [also] };
}
