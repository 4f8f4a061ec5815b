import { edtf, formatDate, toEdtf, type HistoricalDate } from "@/facts/dates";
import type { Body, Key } from "./schema";

const FINENESS = { interval: 0, year: 1, season: 2, month: 3, day: 4 } as const;

export function lint({ prompt, body, key }: { prompt: string; body: Body; key: Key }): string[] {
  const accepted = key.accepted.map(({ date }) => edtf(date));
  return [
    ...accepted
      .filter((date) => FINENESS[date.precision] < FINENESS[body.precision])
      .map((date) => {
        return `The ${body.precision} is asked, and the fact says only ${formatDate(date)}: ask it less precisely.`;
      }),
    ...accepted
      .filter((date) => givenAway(prompt, date))
      .map((date) => {
        return `The prompt says ${formatDate(date)}, which is the answer: leave the date out.`;
      }),
    ...(new Set(key.accepted.map(({ date }) => date)).size < accepted.length
      ? ["Two accepted dates are the same: leave one out."]
      : []),
    ...key.accepted
      .slice(1)
      .filter(({ why }) => !why)
      .map(
        ({ date }) => `${formatDate(edtf(date))} counts as well, and nothing says why: give the fact's alsoDate a why.`,
      ),
  ];
}

function givenAway(prompt: string, date: HistoricalDate): boolean {
  const said = prompt.replace(/\s+/g, " ").toLowerCase();
  return [formatDate(date), toEdtf(date)].some((words) => said.includes(words.toLowerCase()));
}
