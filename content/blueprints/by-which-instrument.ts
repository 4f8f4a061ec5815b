import { instrumentOf, mentions, otherInstruments } from "@/facts/distractors";
import { distractorsFrom, isRefused, wrongType, type Blueprint } from "./blueprint";
import { passed, told } from "./words";

/** By which agreement, law or other act a land changed hands. */
export const byWhichInstrument: Blueprint = {
  ask: "by-which-instrument",
  kind: "single-choice",
  skill: "annexations",
  takes: "one",
  make([fact], around) {
    if (fact?.type !== "transfer") return wrongType("by-which-instrument", "a transfer", fact!);
    const { base } = around;
    const instrument = instrumentOf(fact, base);
    if (instrument === null) return { problem: `No act is named for \`${fact.id}\`: ask another transfer.` };
    const land = base.territories.get(fact.territory);
    if (land && mentions(instrument, land))
      return {
        problem: `The act that moved \`${fact.territory}\` names it, which gives it away: ask another transfer.`,
      };
    const others = distractorsFrom((wanted) => otherInstruments(fact, base, wanted), around);
    if (isRefused(others)) return others;
    return {
      fields: {
        prompt: `By which of these did ${passed(fact, base, "pass")}?`,
        right: fact.statement,
        wrong: told(`The right answer is '${instrument}'.`, { ...fact, alsoDate: undefined }),
        options: [
          { text: instrument, right: true },
          ...others.map(({ text, because }) => ({ text, feedback: because })),
        ],
      },
      rests: [{ fact: fact.id, part: "transfer" }],
    };
  },
};
