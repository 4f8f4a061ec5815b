import { among, guessedSet } from "../guessing";
import { rules, tally } from "./rules";
import type { Body, Key } from "./schema";
import { canBeNone } from "./words";

/** By the rule's expectation: any set of ticks as likely as any other, or any of the number that is told. */
export function randomGuess({ options }: Key, { rule, choose }: Body): number | null {
  const fractions = options.map(({ fraction }) => fraction);
  if (rule === "weighted") return weighted(fractions, choose);
  const { right } = tally(options, new Set());
  const wrong = options.length - right;
  const earns = (hit: number, missed: number) =>
    rules[rule]({ options: options.length, right, hit, wrong: missed, sum: hit }).fraction;
  const ticked = guessedSet({ right, wrong, choose }, earns);
  if (ticked === null || choose !== undefined || !canBeNone(rule)) return ticked;
  // 'None of these' is one answer more.
  const sets = 2 ** options.length - 1;
  return (ticked * sets + earns(0, 0)) / (sets + 1);
}

/** Sums of ticks with how many ways lead to each: options of a worth are alike, so that there are few. */
function weighted(fractions: readonly number[], choose: number | undefined): number | null {
  const alike = new Map<number, number>();
  for (const fraction of fractions) alike.set(fraction, (alike.get(fraction) ?? 0) + 1);
  let reached = new Map([["0 0", { ticks: 0, sum: 0, ways: 1 }]]);
  for (const [fraction, n] of alike) {
    const next: typeof reached = new Map();
    for (const { ticks, sum, ways } of reached.values())
      for (let k = 0; k <= n; k++) {
        const at = { ticks: ticks + k, sum: sum + k * fraction };
        const name = `${at.ticks} ${Math.round(at.sum * 1e9)}`;
        next.set(name, { ...at, ways: (next.get(name)?.ways ?? 0) + ways * among(n, k) });
      }
    reached = next;
  }
  const told = [...reached.values()].filter(({ ticks }) => ticks > 0 && (choose === undefined || ticks === choose));
  const all = told.reduce((sum, { ways }) => sum + ways, 0);
  const none = { options: fractions.length, right: 0, hit: 0, wrong: 0 };
  return all === 0
    ? null
    : told.reduce((sum, each) => sum + each.ways * rules.weighted({ ...none, sum: each.sum }).fraction, 0) / all;
}
