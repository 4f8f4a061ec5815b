import { factsOfType } from "@/facts/base";
import { instrumentOf, sameName } from "@/facts/distractors";
import { wrongType, type Blueprint } from "./blueprint";
import { allOf, sentence, theLand, theState } from "./words";

const slotWords: Record<string, string> = { from: "from whom", to: "to whom", when: "when", by: "by what" };

/** A land is told; asked is from whom it passed, to whom, when and by what, as far as the fact says so. `asks` may name
 * other slots. */
export const change: Blueprint = {
  ask: "change",
  kind: "transfer",
  takes: "one",
  make([fact], { base, given }) {
    if (fact?.type !== "transfer") return wrongType("change", "a transfer", fact!);
    const [land, from] = [base.territories.get(fact.territory), base.states.get(fact.from)];
    const instrument = instrumentOf(fact, base);
    const asks = Array.isArray(given.asks)
      ? given.asks.map(String)
      : [
          // A land that was a state of its own passed from nobody else.
          ...(land && from && (fact.from === fact.territory || sameName(land, from)) ? [] : ["from"]),
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
    const passed = `${theLand(fact, base)} passed from ${theState(fact.from, base)} to ${theState(fact.to, base)}`;
    return {
      fields: {
        prompt: `${what} Say ${allOf(asks.map((ask) => slotWords[ask] ?? ask))}.`,
        right: fact.statement,
        wrong: `${sentence(instrument === null ? passed : `${passed}, by this: ${instrument}`)} ${fact.statement}`,
        asks,
      },
    };
  },
};
