import { factsOfType } from "@/facts/base";
import { instrumentOf } from "@/facts/distractors";
import { wrongType, type Blueprint } from "./blueprint";
import { allOf, passed, sentence, theLand, wasItsOwn } from "./words";

const slotWords: Record<string, string> = {
  what: "which land it was",
  from: "which state lost it",
  to: "which state got it",
  when: "when",
  by: "by which treaty, law or other act",
};

/** A land is told; asked is from whom it passed, to whom, when and by what, as far as the fact says so. `asks` may name
 * other slots. */
export const change: Blueprint = {
  ask: "change",
  kind: "transfer",
  takes: "one",
  make([fact], { base, given }) {
    if (fact?.type !== "transfer") return wrongType("change", "a transfer", fact!);
    const instrument = instrumentOf(fact, base);
    const asks = Array.isArray(given.asks)
      ? given.asks.map(String)
      : [
          // A land that was a state of its own passed from nobody else.
          ...(wasItsOwn(fact, base) ? [] : ["from"]),
          "to",
          "when",
          // 'USSR law of 3 August 1940' says when: of the two only one can be asked.
          ...(instrument === null || /\d/.test(instrument) ? [] : ["by"]),
        ];
    const again = factsOfType(base, "transfer").some(
      (other) => other.territory === fact.territory && other.id !== fact.id,
    );
    const year = again && !asks.includes("what") ? ` in ${fact.date.slice(0, 4)}` : "";
    const what = asks.includes("what")
      ? "Which change was this?"
      : `How did ${theLand(fact, base)} change hands${year}?`;
    return {
      fields: {
        prompt: `${what} Say ${allOf(asks.map((ask) => slotWords[ask] ?? ask))}.`,
        right: fact.statement,
        wrong: `${sentence(passed(fact, base))}${instrument === null ? "" : ` What moved it: ${instrument}.`} ${fact.statement}`,
        asks,
      },
    };
  },
};
