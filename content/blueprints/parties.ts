import { otherParties } from "@/facts/distractors";
import { distractorsFrom, isRefused, wrongType, type Blueprint } from "./blueprint";
import { allOf, sentence, theName, theState } from "./words";

/** States on the list beside the parties. */
const OTHERS = 5;

/** Which states are parties to an agreement; who signed is another question. */
export const parties: Blueprint = {
  ask: "parties",
  kind: "signatories",
  takes: "one",
  make([fact], around) {
    if (fact?.type !== "agreement") return wrongType("parties", "an agreement", fact!);
    const entry = around.given.entry === "typed" ? "typed" : "picked";
    const others =
      entry === "typed" || around.given.others
        ? []
        : distractorsFrom((wanted) => otherParties(fact, around.base, wanted), around, OTHERS);
    if (isRefused(others)) return others;
    const states = allOf(fact.parties.map((id) => theState(id, around.base)));
    return {
      fields: {
        prompt: `Which states are parties to ${theName(fact)}? ${entry === "typed" ? "Type all of them." : "Choose every one."}`,
        right: fact.statement,
        wrong: `${sentence(`The parties are ${states}`)} ${fact.statement}`,
        ask: "parties",
        entry,
        ...(others.length > 0 ? { others: others.map(({ id }) => id) } : {}),
      },
    };
  },
};
