import { formatNumber } from "@/facts/numbers";
import type { Fields } from "../contract";
import { fractionText } from "../fraction";
import { withUnit } from "./reading";
import type { Body, Key } from "./schema";
import { intervalOf } from "./tolerance";

/** The value itself, in the unit that it is kept in. */
export function solve(key: Key, body: Body): Fields {
  const number = formatNumber(key.answers[0]?.value ?? 0, body.decimal);
  if (!body.unit) return { text: [number] };
  const right = body.unit.units.filter(({ id }) => Object.hasOwn(key.times, id) && key.times[id] === 1);
  const unit = right.find(({ names }) => names[0] === key.unit) ?? right[0];
  if (body.unit.entry === "chosen") return { text: [number], ...(unit ? { unit: [unit.id] } : {}) };
  return { text: [withUnit(number, unit?.names[0])] };
}

/** '26,600,000 people (26,000,000 to 27,000,000 count in full)'. */
export function solution(key: Key, body: Body): string {
  const [first] = key.answers;
  if (!first) return "";
  const shown = withUnit(formatNumber(first.value, body.decimal), key.unit);
  const [within] = intervals(key, body);
  return within ? `${shown} (${within} count in full)` : shown;
}

/** From where to where numbers count, and for how much. */
export function alsoRight(key: Key, body: Body): string[] {
  return intervals(key, body).flatMap((within, index) => {
    const { fraction } = key.answers[index]!;
    const worth = fraction === 1 ? "in full" : `as ${fractionText(fraction)} of the points`;
    return within ? [`${within} count ${worth}.`] : [];
  });
}

/** '26,000,000 to 27,000,000' of each answer; undefined where it is one number, or any. */
function intervals(key: Key, body: Body): (string | undefined)[] {
  return key.answers.map(({ value, tolerance }) => {
    const { low, high } = intervalOf(value, tolerance);
    if (low === high || !Number.isFinite(low)) return undefined;
    return [low, high].map((end) => formatNumber(Number(end.toPrecision(14)), body.decimal)).join(" to ");
  });
}
