import { instrumentOf, otherInstruments } from "@/facts/distractors";
import { distractorsFrom, isRefused, wrongType, type Blueprint } from "./blueprint";
import { sentence, theLand, theState, told } from "./words";

/** By which agreement, law or other act a land changed hands. */
export const byWhichInstrument: Blueprint = {
  ask: "by-which-instrument",
  kind: "single-choice",
  takes: "one",
  make([fact], around) {
    if (fact?.type !== "transfer") return wrongType("by-which-instrument", "a transfer", fact!);
    const { base } = around;
    const instrument = instrumentOf(fact, base);
    if (instrument === null) return { problem: `No act is named for \`${fact.id}\`: ask another transfer.` };
    const others = distractorsFrom((wanted) => otherInstruments(fact, base, wanted), around);
    if (isRefused(others)) return others;
    const [land, from, to] = [theLand(fact, base), theState(fact.from, base), theState(fact.to, base)];
    return {
      fields: {
        prompt: `By which of these did ${land} pass from ${from} to ${to}?`,
        right: fact.statement,
        wrong: told(sentence(`That was by this: ${instrument}`), { ...fact, alsoDate: undefined }),
        options: [
          { text: instrument, right: true },
          ...others.map(({ text, because }) => ({ text, feedback: because })),
        ],
      },
      rests: [{ fact: fact.id, part: "transfer" }],
    };
  },
};
