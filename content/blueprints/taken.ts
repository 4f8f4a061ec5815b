import type { Fact } from "@/facts/base";
import { otherStates } from "@/facts/distractors";
import { distractorsFrom, isRefused, wrongType, type Around, type Made, type Refused } from "./blueprint";
import { inMonth, passed, sentence, theLand, told } from "./words";

/** Which state got a land (`to`), or lost it (`from`), by one change: the two asks differ in nothing else. */
export function taken(ask: string, end: "from" | "to", fact: Fact | undefined, around: Around): Made | Refused {
  if (fact?.type !== "transfer") return wrongType(ask, "a transfer", fact!);
  const { base } = around;
  const when = inMonth(fact);
  if (when === null)
    return { problem: `\`${fact.id}\` has no date that tells it from other changes: ask another fact.` };
  const others = distractorsFrom((wanted) => otherStates(fact, base, { ...wanted, end }), around);
  if (isRefused(others)) return others;
  const land = theLand(fact, base);
  return {
    fields: {
      prompt: end === "to" ? `Which state got ${land} ${when}?` : `Which state lost ${land} ${when}?`,
      right: fact.statement,
      wrong: told(sentence(passed(fact, base)), { ...fact, alsoDate: undefined }),
      options: [
        { state: fact[end], right: true },
        ...others.map(({ id, because }) => ({ state: id, feedback: because })),
      ],
    },
    rests: [{ fact: fact.id, part: "transfer" }],
  };
}
