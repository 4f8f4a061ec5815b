import { formatNumber } from "@/facts/numbers";
import type { Outcome, Receipt } from "../contract";
import { fractionText, settled } from "../fraction";
import { readAs, withUnit } from "./reading";
import type { Body, Key, Response, Tolerance } from "./schema";
import { intervalOf, lessPenalty, within } from "./tolerance";

type Answer = Key["answers"][number];
const EXACTLY: Tolerance = { type: "relative", by: 0 };

type Read = Extract<Response["reading"], { state: "read" }>;

/** A number held against the key: which answer holds it, and whether it needed the unit that was told. */
interface Held {
  /** As it was compared. */
  value: number;
  answer?: Answer;
  unitRight: boolean;
  fraction: number;
}

/**
 * The first answer of the key whose tolerance holds the number decides. A span is marked by its worse end, so that a
 * wider one never earns more; 'about' changes nothing.
 */
export function grade(response: Response, key: Key, body: Body): Outcome {
  const { reading } = response;
  if (reading.state === "unreadable") return unread(response, reading.why, body);
  const low = hold(reading.low, reading.unit, key, body);
  const high = reading.high === reading.low ? low : hold(reading.high, reading.unit, key, body);
  const worse = high.fraction < low.fraction ? high : low;
  const fraction = settled(worse.fraction);
  const read = readAs(reading, body);
  const text = (value: number) => withUnit(formatNumber(legible(value), body.decimal), key.unit);
  return {
    state: "scored",
    fraction,
    receipt: {
      read,
      matched: matchedBy(response, worse, text),
      rule: ruleOf(body),
      lines: [
        ...converted(reading, low, high, key, body, text),
        ...(low !== high ? [{ label: "Marked by the worse end of the span", value: text(worse.value) }] : []),
        ...comparisons(worse, key, text),
        ...unitLine(reading, worse, key, body),
        { label: "Fraction", value: fractionText(fraction) },
      ],
      notes: [...reading.notes, ...besideNote(reading, body), ...(fraction < 1 ? rightFor(worse, key, text) : [])],
      parts: [{ id: partId(reading, low.value, high.value), text: withBeside(read, reading), right: fraction === 1 }],
    },
  };
}

/** As a receipt prints it: the ends of a tolerance of two thirds have no end of their own. */
function legible(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(8));
}

function hold(said: number, unit: string | undefined, key: Key, body: Body): Held {
  const times = unit !== undefined && Object.hasOwn(key.times, unit) ? key.times[unit] : undefined;
  const asked = body.unit !== undefined && body.unit.rule !== "optional";
  const value = unit === undefined || times === undefined ? said : said * times;
  // A unit that we know to be of another kind makes another number of it; one that was not told does not.
  const unitRight = unit === undefined ? !asked : times !== undefined;
  if (!unitRight && !asked) return { value, unitRight, fraction: 0 };
  const penalty = penaltyOf(key, body);
  for (const answer of key.answers) {
    if (within(value, answer.value, answer.tolerance))
      return { value, answer, unitRight, fraction: earned(answer, unitRight, penalty) };
    // Where the unit is marked by itself, the number is too: '3.14 cm' has the number of '3.14 m'.
    if (asked && times !== undefined && within(said, answer.value, answer.tolerance))
      return { value: said, answer, unitRight: false, fraction: earned(answer, false, penalty) };
  }
  return { value, unitRight, fraction: 0 };
}

function earned({ fraction }: Answer, unitRight: boolean, penalty: Key["penalty"]): number {
  return unitRight ? fraction : lessPenalty(fraction, penalty);
}

/** What a missing or wrong unit takes off; where the unit is required, everything. */
function penaltyOf({ penalty }: Key, { unit }: Body): Key["penalty"] {
  return unit?.rule === "required" ? { share: 1, of: "answer" } : penalty;
}

function ruleOf(body: Body): string {
  const rule = "The number earns what the first interval that holds it is worth, its ends included.";
  const unit = body.unit?.rule;
  if (unit === "required") return `${rule} Without its unit it earns nothing.`;
  return unit === "graded" ? `${rule} A missing or wrong unit takes some off.` : rule;
}

function matchedBy({ text }: Response, { answer, value }: Held, show: (value: number) => string): Receipt["matched"] {
  if (!answer) return [];
  const by = value === answer.value ? undefined : toleranceText(answer, show);
  return [{ said: text, as: show(answer.value), ...(by === undefined ? {} : { by }) }];
}

function converted(
  { low, high, unit }: Read,
  from: Held,
  to: Held,
  key: Key,
  body: Body,
  text: (value: number) => string,
): Receipt["lines"] {
  const times = unit !== undefined && Object.hasOwn(key.times, unit) ? key.times[unit] : undefined;
  if (times === undefined || times === 1 || (from.value === low && to.value === high)) return [];
  const name = body.unit?.units.find(({ id }) => id === unit)?.names[0] ?? unit;
  const ends = from === to ? text(from.value) : `${text(from.value)} to ${text(to.value)}`;
  return [{ label: `In ${name}, times ${formatNumber(times, body.decimal)}`, value: ends }];
}

/** Every interval down to the one that holds the number. */
function comparisons({ value, answer }: Held, key: Key, text: (value: number) => string): Receipt["lines"] {
  const upTo = answer ? key.answers.indexOf(answer) + 1 : key.answers.length;
  return key.answers.slice(0, upTo).map((each) => ({
    label: `${text(value)} within ${toleranceText(each, text)}`,
    value: each === answer ? `yes, worth ${fractionText(each.fraction)}` : "no",
  }));
}

function toleranceText({ value, tolerance }: Answer, text: (value: number) => string): string {
  if (tolerance.type === "any") return "any number";
  const { low, high } = intervalOf(value, tolerance);
  if (low === high) return text(low);
  const ends = `${text(rounded(low))} to ${text(rounded(high))}`;
  const percent = (by: number) => `${fractionOf100(by)} %`;
  switch (tolerance.type) {
    case "absolute":
      return `${ends} (${text(value)} ± ${text(tolerance.by)})`;
    case "relative":
      return `${ends} (${text(value)} ± ${percent(tolerance.by)})`;
    case "geometric":
      return `${ends} (${text(value)} by a factor of ${rounded(1 + tolerance.by)} either way)`;
    case "range":
      return ends;
  }
}

/** 0.1 + 0.2 is shown as 0.3. */
function rounded(value: number): number {
  return Number(value.toPrecision(14));
}

function fractionOf100(by: number): number {
  return rounded(by * 100);
}

function unitLine({ unit, beside }: Read, held: Held, key: Key, body: Body): Receipt["lines"] {
  if (!body.unit || body.unit.rule === "optional") {
    return held.answer || held.unitRight ? [] : [{ label: "A unit of another kind", value: "another number" }];
  }
  if (held.unitRight) return [{ label: "Unit", value: "right" }];
  const { share, of } = penaltyOf(key, body);
  const what = unit === undefined && beside === undefined ? "No unit" : "Unit";
  const off = `${fractionText(share)} of ${of === "answer" ? "what the number earns" : "the question"} taken off`;
  return [{ label: what, value: what === "Unit" ? `wrong, ${off}` : off }];
}

function besideNote({ beside }: Read, body: Body): string[] {
  if (beside === undefined) return [];
  return body.unit && body.unit.rule !== "optional"
    ? [`‘${beside}’ is no unit that was asked for.`]
    : [`‘${beside}’ was not marked, the number was.`];
}

function rightFor({ value }: Held, key: Key, text: (value: number) => string): string[] {
  const names = key.confusable.filter((each) => within(value, each.value, EXACTLY)).map(({ name }) => name);
  return names.length > 0 ? [`${text(value)} is another number: ${names.join("; ")}.`] : [];
}

/** By the number as it was compared, so that 2.7 km and 2,700 m are one answer. */
function partId({ unit, beside }: Read, low: number, high: number): string {
  const number = low === high ? String(rounded(low)) : `${rounded(low)}–${rounded(high)}`;
  const other = unit === undefined && beside ? ` ${beside.toLowerCase().slice(0, 40)}` : "";
  return `${number}${other}`.replace(/\s+/g, " ");
}

function withBeside(read: string, { beside, unit }: Read): string {
  return beside && unit === undefined ? `${read} (${beside})` : read;
}

function unread({ text, reading }: Response, why: string, body: Body): Outcome {
  const shown = text.replace(/\s+/g, " ").trim();
  return {
    state: "scored",
    fraction: 0,
    receipt: {
      read: readAs(reading, body),
      matched: [],
      rule: ruleOf(body),
      lines: [
        { label: "No number could be read", value: "0" },
        { label: "Fraction", value: "0" },
      ],
      notes: why === "" ? [] : [why],
      parts: [{ id: `other:${[...shown.toLowerCase()].slice(0, 60).join("")}`, text: shown || "signs", right: false }],
    },
  };
}
