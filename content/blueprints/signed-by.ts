import { otherPeople } from "@/facts/distractors";
import { distractorsFrom, isRefused, wrongType, type Blueprint } from "./blueprint";
import { itWas, sentence, theName, whoSigned } from "./words";

/** People on a list beside those who signed, so that the list gives nothing away. */
const OTHERS = 6;

/** Who signed an agreement. `entry`: picked from a list, unless the author wants the names typed. */
export const signedBy: Blueprint = {
  ask: "signed-by",
  kind: "signatories",
  takes: "one",
  make([fact], around) {
    if (fact?.type !== "agreement") return wrongType("signed-by", "an agreement", fact!);
    if (fact.signatories.length === 0) {
      return { problem: `The agreement \`${fact.id}\` names no signatories: give it some, or ask another.` };
    }
    const entry = around.given.entry === "typed" ? "typed" : "picked";
    const others =
      entry === "typed" || around.given.others
        ? []
        : distractorsFrom((wanted) => otherPeople(fact, around.base, wanted), around, OTHERS);
    if (isRefused(others)) return others;
    return {
      fields: {
        prompt: `Who signed ${theName(fact)}? ${entry === "typed" ? "Type the names of all who did." : "Choose everyone who did."}`,
        right: fact.statement,
        wrong: `${sentence(`${itWas(fact)} signed by ${whoSigned(fact, around.base)}`)} ${fact.statement}`,
        ask: "signatories",
        entry,
        ...(others.length > 0 ? { others: others.map(({ id }) => id) } : {}),
      },
    };
  },
};
