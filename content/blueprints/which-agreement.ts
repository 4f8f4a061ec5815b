import { parseEdtf } from "@/facts/dates";
import { otherAgreements } from "@/facts/distractors";
import { distractorsFrom, isRefused, wrongType, type Blueprint } from "./blueprint";
import { onDate, told, wasOrWere } from "./words";

/** Which agreement bears a date. */
export const whichAgreement: Blueprint = {
  ask: "which-agreement",
  kind: "single-choice",
  takes: "one",
  make([fact], around) {
    if (fact?.type !== "agreement") return wrongType("which-agreement", "an agreement", fact!);
    if (parseEdtf(fact.date)?.precision !== "day") {
      return {
        problem: `\`${fact.id}\` is not dated to the day: ask another agreement, or write the question yourself.`,
      };
    }
    const others = distractorsFrom((wanted) => otherAgreements(fact, around.base, wanted), around);
    if (isRefused(others)) return others;
    return {
      fields: {
        prompt: `Which of these was signed ${onDate({ ...fact, alsoDate: undefined })}?`,
        right: told(`The date is right for ${fact.shortName}`, fact),
        wrong: told(`${fact.name} ${wasOrWere(fact)} signed on that day`, fact),
        options: [
          { fact: fact.id, right: true },
          ...others.map(({ id, because }) => ({ fact: id, feedback: because })),
        ],
      },
      rests: [{ fact: fact.id, part: "date", tolerant: fact.alsoDate !== undefined }],
    };
  },
};
