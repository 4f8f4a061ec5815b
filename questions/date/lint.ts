import { edtf, formatDate, liesWithin, toEdtf, type HistoricalDate } from "@/facts/dates";
import { givesAway } from "../given-away";
import type { Body, Key } from "./schema";
import { isCoarser, knownTo } from "./units";

export function lint({ prompt, body, key }: { prompt: string; body: Body; key: Key }): string[] {
  const accepted = key.accepted.map(({ date }) => edtf(date));
  return [
    ...accepted
      .filter((date) => isTooCoarse(date, body))
      .map((date) => {
        return `The ${body.precision} is asked, and the fact says only ${formatDate(date)}: ask it less precisely.`;
      }),
    ...accepted
      .filter((date) => givesAway(prompt, sayings(date)))
      .map((date) => {
        return `The prompt says ${formatDate(date)}, which is the answer: leave the date out.`;
      }),
    ...(new Set(key.accepted.map(({ date }) => date)).size < accepted.length
      ? ["Two accepted dates are the same: leave one out."]
      : []),
    ...key.accepted
      .filter(({ date, span }) => span !== undefined && !liesWithin(edtf(date), edtf(span)))
      .map(({ date }) => `What counts for ${formatDate(edtf(date))} does not hold it: widen its span.`),
    ...key.accepted
      .slice(1)
      .filter(({ why }) => !why)
      .map(
        ({ date }) => `${formatDate(edtf(date))} counts as well, and nothing says why: give the fact's alsoDate a why.`,
      ),
  ];
}

function isTooCoarse(date: HistoricalDate, { precision }: Body): boolean {
  const known = knownTo(date);
  return known === null || isCoarser(known, precision);
}

/** A date as a prompt may say it, doubts left out. */
function sayings(date: HistoricalDate): string[] {
  if (date.precision === "interval")
    return [date.from, date.to].every((end) => typeof end === "string") ? [] : [formatDate(date)];
  const { approximate, uncertain, ...certain } = date;
  void (approximate || uncertain);
  return [formatDate(certain), toEdtf(certain)];
}
