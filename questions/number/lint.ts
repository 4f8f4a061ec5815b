import { formatNumber, readNumber } from "@/facts/numbers";
import { withUnit } from "./reading";
import type { Body, Key } from "./schema";
import { intervalOf, within } from "./tolerance";

/** With fewer, the list tells the unit. */
const LEAST_UNITS = 3;

export function lint({ prompt, body, key }: { prompt: string; body: Body; key: Key }): string[] {
  const [first] = key.answers;
  if (!first) return [];
  const shown = withUnit(formatNumber(first.value, body.decimal), key.unit);
  const offered = new Set(body.unit?.units.map(({ id }) => id));
  return [
    ...(numbersIn(prompt).some((number) => number === first.value)
      ? [`The prompt says ${shown}, which is the answer: leave the number out.`]
      : []),
    ...(first.fraction === 1 ? [] : ["The number that is shown as right does not earn all: give it the fraction 1."]),
    ...(within(first.value, first.value, first.tolerance)
      ? []
      : [`${shown} lies outside its own range: mend the value or the range.`]),
    ...(first.tolerance.type === "any" ? ["Any number earns all: give the value a tolerance."] : []),
    ...key.answers.slice(1).flatMap((answer, i) => useless(key.answers.slice(0, i + 1), answer)),
    ...Object.keys(key.times)
      .filter((id) => !offered.has(id))
      .map((id) => `The unit ${id} is right and not offered: add it to the units.`),
    ...(body.unit && body.unit.rule !== "optional" && body.unit.units.length < LEAST_UNITS
      ? [`The unit is asked and only ${body.unit.units.length} are told of: name wrong ones in otherUnits.`]
      : []),
    ...(body.unit && Object.keys(key.times).length === 0
      ? ["No unit of the list is right: say which the value is in."]
      : []),
  ];
}

/** A band that an earlier one hides, or that gives more to a number further off. */
function useless(earlier: Key["answers"], { value, tolerance, fraction }: Key["answers"][number]): string[] {
  const { low, high } = intervalOf(value, tolerance);
  const hidden = earlier.some((each) => {
    const interval = intervalOf(each.value, each.tolerance);
    return interval.low <= low && interval.high >= high;
  });
  if (hidden) return ["A band lies wholly within one before it and never counts: widen it, or leave it out."];
  return earlier.some((each) => each.fraction < fraction)
    ? ["A band further off earns more than one before it: put the bands in order."]
    : [];
}

/** Numerals of a prompt; a year among them is found like any other. */
function numbersIn(prompt: string): number[] {
  return [...prompt.matchAll(/\d[\d.,'\u00a0\u2009\u202f]*(?:\s*\p{L}+)?/gu)].flatMap(([text]) => {
    const both = [text, text.replace(/\s*\p{L}+$/u, "").replace(/[.,]$/, "")].map((each) => readNumber(each));
    return both.flatMap((read) => (read.state === "read" ? [read.low] : []));
  });
}
