import { certainties, itemMark } from "@/assessment";
import type { AttemptRules, Certainty, HintLine } from "@/records";
import { costText, shareText, stakeText } from "./points";

/** What things cost at one question and what is at stake, as they are written: the browser only shows them. */
export interface Prices {
  /** At each certainty, after so many hints as the place in the list. Empty when it is not asked. */
  stakes: Stake[][];
  /** The words on the button for each hint: 'Show a hint (costs ¼ of the points)'. */
  hints: string[];
  /** What each try after the first costs: '⅔ of a point', 'nothing'. */
  extraTry: string;
}

/** What is at stake with one certainty, in points: 'Low', '+⅔', '0'. */
export interface Stake {
  certainty: Certainty;
  name: string;
  right: string;
  wrong: string;
}

/** The prices of a question of an attempt. */
export function pricesOf(
  { certainty, penalty }: AttemptRules,
  { points, hints }: { points: number; hints: readonly HintLine[] },
): Prices {
  const costs = hints.map(({ cost }) => cost);
  const taken = [...costs.keys(), costs.length];
  return {
    stakes: certainty ? taken.map((count) => stakes(points, costs.slice(0, count))) : [],
    hints: costs.map((cost, index) => hintWords(index, cost)),
    extraTry: costText(penalty * points),
  };
}

/** What a right and a wrong answer give at each certainty, with the hints taken counted. */
export function stakes(points: number, hintCosts: readonly number[] = []): Stake[] {
  return certainties.map((certainty) => {
    const of = (fraction: number) => stakeText(itemMark({ points, hintCosts, fraction, certainty }).points);
    return { certainty, name: names[certainty], right: of(1), wrong: of(0) };
  });
}

const names: Record<Certainty, string> = { low: "Low", middle: "Middle", high: "High" };

function hintWords(taken: number, cost: number): string {
  const price = cost > 0 ? `costs ${cost >= 1 ? "all" : shareText(cost)} of the points` : "costs nothing";
  return `Show ${taken === 0 ? "a" : "another"} hint (${price})`;
}
