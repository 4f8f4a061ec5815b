import { compareDates } from "@/facts/dates";
import { apart, datesOf } from "@/facts/distractors";
import type { Blueprint } from "./blueprint";
import { inWords, oneAfterOther } from "./words";

/** Several things in the order in which they happened. */
export const inOrder: Blueprint = {
  ask: "in-order",
  kind: "ordering",
  takes: "several",
  make(facts) {
    const undated = facts.find((fact) => datesOf(fact).length === 0);
    if (undated) return { problem: `\`${undated.id}\` has no date: leave it out, or give it one.` };
    const pairs = facts.flatMap((a, index) => facts.slice(index + 1).map((b) => [a, b] as const));
    if (pairs.every(([a, b]) => !apart(datesOf(a), datesOf(b)))) {
      return { problem: `Of these no two are surely one after the other: put facts together that do not overlap.` };
    }
    const order = [...facts].sort((a, b) => compareDates(datesOf(a)[0]!, datesOf(b)[0]!));
    const followed = oneAfterOther(order);
    return {
      fields: {
        prompt: `Put these ${inWords(facts.length)} in the order in which they happened, the earliest first.`,
        right: `${order[0]!.statement} ${followed}`,
        wrong: followed,
        items: facts.map((fact) => ({ fact: fact.id })),
      },
    };
  },
};
