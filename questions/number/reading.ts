import { foldUnit, formatNumber, readNumber } from "@/facts/numbers";
import type { Body, Response } from "./schema";

export type Unit = NonNullable<Body["unit"]>["units"][number];

/** A text, and the unit that was chosen beside it, read for this question. Null when there is nothing in it. */
export function readFor(text: string, chosen: string, body: Body): Response["reading"] | null {
  const units = body.unit?.units ?? [];
  const read = readNumber(text, {
    decimal: body.decimal,
    units: units.flatMap(({ names }) => names.map(foldUnit)),
  });
  if (read.state === "blank") return null;
  if (read.state === "unreadable") return read;
  const told = chosen === "" ? unitNamed(read.unit, units)?.id : chosen;
  const notes = [...read.notes];
  const beside = read.unit !== "" && (chosen !== "" || told === undefined) ? read.unit : undefined;
  return {
    state: "read",
    low: read.low,
    high: read.high,
    about: read.about,
    ...(told === undefined ? {} : { unit: told }),
    ...(beside === undefined ? {} : { beside }),
    notes,
  };
}

/** 'Mile' and 'miles' are one when only the one is listed. */
function unitNamed(text: string, units: readonly Unit[]): Unit | undefined {
  if (text === "") return undefined;
  const said = foldUnit(text);
  const exact = units.find(({ names }) => names.some((name) => foldUnit(name) === said));
  if (exact || said.length < 4) return exact;
  const singular = said.replace(/s$/, "");
  return units.find(({ names }) => names.some((name) => foldUnit(name).replace(/s$/, "") === singular));
}

/** '27,000,000', 'about 26,000,000 to 27,000,000 km'. */
export function readAs(reading: Response["reading"], body: Body): string {
  if (reading.state === "unreadable") return "nothing that can be read as a number";
  const { low, high, about, unit } = reading;
  const name = body.unit?.units.find(({ id }) => id === unit)?.names[0];
  const number =
    low === high
      ? formatNumber(low, body.decimal)
      : `${formatNumber(low, body.decimal)} to ${formatNumber(high, body.decimal)}`;
  return `${about ? "about " : ""}${name === undefined ? number : withUnit(number, name)}`;
}

/** A currency's sign stands before the number, a percentage after it without a space, all others after a space. */
export function withUnit(number: string, unit: string | undefined): string {
  if (!unit) return number;
  if (/^\p{Sc}$/u.test(unit)) return number.startsWith("−") ? `−${unit}${number.slice(1)}` : unit + number;
  return unit === "%" ? `${number}%` : `${number} ${unit}`;
}
