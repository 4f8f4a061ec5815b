import type { FactBase } from "@/facts/base";
import type { TypedBlock } from "./markdown";
import { evidenceIn, evidenceOf, together, vouches, type Evidence } from "./number-evidence";
import { anyOf, type Place, type Problems } from "./problems";
import { numbersIn, type Stated } from "./prose-numbers";

/** Words of a lesson that belong to no block: its standfirst, a caption. */
export interface LooseWords {
  text: string;
  place: Place;
}

/** A written-out number below this is not held to a fact: 'two treaties', 'ten years'. */
const leastInWords = 11;

/** Facts that are proposed when a number is found in so few. */
const fewFacts = 3;

/**
 * Every number and every date in a lesson's prose comes from a fact that its block names, or is exempt. What stands
 * outside the blocks may rest on anything that the lesson names or exempts.
 */
export function checkNumbers(
  file: string,
  { typed, loose, exempt }: { typed: readonly TypedBlock[]; loose: readonly LooseWords[]; exempt: readonly string[] },
  facts: FactBase,
  problems: Problems,
): void {
  const evidence = (ids: readonly string[]) => ids.flatMap((id) => facts.facts.get(id) ?? []).map(evidenceOf);
  const whole = together([
    ...evidence([...new Set(typed.flatMap((block) => block.facts))]),
    ...typed.flatMap((block) => block.titles.map(evidenceIn)),
    ...exempt.map(evidenceIn),
  ]);
  for (const block of typed) {
    const own = block.heading ? whole : together(evidence(block.facts));
    for (const { text, line } of block.words) {
      for (const said of unfounded(text, own, whole)) {
        const place = { file, line: line + text.slice(0, said.index).split("\n").length - 1 };
        problems.add(place, ...slip(said, block.heading ? "the lesson" : "this part of the lesson", facts));
      }
    }
  }
  for (const { text, place } of loose) {
    for (const said of unfounded(text, whole, whole)) problems.add(place, ...slip(said, "the lesson", facts));
  }
}

/** What a text states and nothing vouches for. What only says which one (Article 58) may be named anywhere in the lesson. */
function unfounded(text: string, own: Evidence, whole: Evidence): Stated[] {
  return numbersIn(text).filter((said) => {
    if (said.kind === "number" && said.spelled && said.readings.every(({ value }) => value < leastInWords))
      return false;
    return !vouches((said.kind === "number" && said.named) || said.kind === "code" ? whole : own, said);
  });
}

function slip(said: Stated, where: string, facts: FactBase): [message: string, remedy: string] {
  const { written } = said;
  if (said.kind === "lesson")
    return [`\`${written}\` is no link`, `Write [${written}](/lessons/…), so that the check can compare the number.`];
  const found = [...facts.facts.values()].filter((fact) => vouches(evidenceOf(fact), said));
  const near =
    found.length > 0 && found.length <= fewFacts ? `${anyOf(found.map(({ id }) => `\`${id}\``))} says it. ` : "";
  const quote = said.kind === "number" || said.kind === "some" || said.kind === "code" ? "number" : "date";
  return [
    `\`${written}\` stands in no fact that ${where} names`,
    where === "the lesson"
      ? `${near}Name its fact in the lesson's text, or take it out.`
      : `${near}Quote it with \`:${quote}[fact-id]\`, name its fact in \`about="fact-id"\`, or write \`:exempt[${written}]{why="…"}\`.`,
  ];
}
