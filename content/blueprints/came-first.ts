import { bounds, compareDates } from "@/facts/dates";
import { apart, datesOf } from "@/facts/distractors";
import type { Blueprint } from "./blueprint";
import { oneAfterOther, onDate } from "./words";

/** Which of several things came first. */
export const cameFirst: Blueprint = {
  ask: "came-first",
  kind: "single-choice",
  skill: "dates",
  takes: "several",
  make(facts) {
    const undated = facts.find((fact) => datesOf(fact).length === 0);
    if (undated) return { problem: `\`${undated.id}\` has no date: leave it out, or give it one.` };
    const inOrder = [...facts].sort((a, b) => compareDates(datesOf(a)[0]!, datesOf(b)[0]!));
    const [first, ...later] = inOrder;
    const latest = Math.max(...datesOf(first!).map((date) => bounds(date).latest));
    const unsure = later.find(
      (fact) => !apart(datesOf(first!), datesOf(fact)) || datesOf(fact).some((date) => bounds(date).earliest <= latest),
    );
    if (unsure) {
      return { problem: `\`${unsure.id}\` may have been as early as \`${first!.id}\`: leave one of the two out.` };
    }
    const followed = oneAfterOther(inOrder);
    return {
      fields: {
        fact: first!.id,
        prompt: "Which of these came first?",
        right: `${first!.statement} ${followed}`,
        wrong: followed,
        options: [
          { fact: first!.id, right: true },
          ...later.map((fact) => ({
            fact: fact.id,
            feedback: `That came later, ${onDate({ ...fact, alsoDate: undefined })}.`,
          })),
        ],
      },
      rests: facts.map((fact) => ({ fact: fact.id, part: "date" as const, tolerant: true })),
    };
  },
};
