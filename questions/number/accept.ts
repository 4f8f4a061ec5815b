import type { AcceptMode } from "../contract";
import type { Body, Key, Response } from "./schema";
import { within } from "./tolerance";

const MOST_ANSWERS = 20;

/** A key by which this number is right: it alone beside what was; in its place with the tolerance of what was. */
export function accept({ reading }: Response, key: Key, _: Body, mode: AcceptMode): Key | null {
  if (reading.state !== "read" || reading.low !== reading.high || key.answers.length >= MOST_ANSWERS) return null;
  const { low, unit } = reading;
  const value = unit !== undefined && Object.hasOwn(key.times, unit) ? low * key.times[unit]! : low;
  if (!Number.isFinite(value)) return null;
  if (mode === "instead") {
    const [first] = key.answers;
    // Not so wide that what was right stays right.
    const fits =
      first &&
      ["absolute", "relative", "geometric"].includes(first.tolerance.type) &&
      !within(first.value, value, first.tolerance);
    const tolerance = fits ? first.tolerance : ({ type: "relative", by: 0 } as const);
    return { ...key, answers: [{ value, tolerance, fraction: 1 }] };
  }
  const also = { value, tolerance: { type: "relative", by: 0 } as const, fraction: 1 };
  // The first that holds the number decides; the first of all is shown as the answer.
  const decides = key.answers.findIndex((each) => within(value, each.value, each.tolerance));
  const at = decides < 0 ? key.answers.length : decides;
  return { ...key, answers: [...key.answers.slice(0, at), also, ...key.answers.slice(at)] };
}
