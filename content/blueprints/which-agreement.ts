import { parseEdtf } from "@/facts/dates";
import { otherAgreements } from "@/facts/distractors";
import { distractorsFrom, isRefused, wrongType, type Blueprint } from "./blueprint";
import { dateWords, sentence, theName, told, wasOrWere } from "./words";

/** Which agreement bears a date; an agreement that is dated one day and was signed the next bears the first. */
export const whichAgreement: Blueprint = {
  ask: "which-agreement",
  kind: "single-choice",
  skill: "dates",
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
    const day = dateWords({ ...fact, alsoDate: undefined });
    if (fact.name.replace(/\s/g, " ").includes(day.replace(/\s/g, " ")))
      return { problem: `The name of \`${fact.id}\` says its date: ask another agreement.` };
    return {
      fields: {
        prompt: `Which of these is dated ${day}?`,
        right: told(`${day} is the date of ${fact.shortName}`, fact),
        wrong: told(sentence(`${theName(fact)} ${wasOrWere(fact) === "were" ? "are" : "is"} of that date`), fact),
        options: [
          { fact: fact.id, right: true },
          ...others.map(({ id, because }) => ({ fact: id, feedback: because })),
        ],
      },
      rests: [{ fact: fact.id, part: "date", tolerant: fact.alsoDate !== undefined }],
    };
  },
};
