import { givesAway } from "../given-away";
import { gapsInWords, lintGaps } from "../gap-parts";
import type { Body, Key } from "./schema";
import { slotName } from "./slots";

/** What an author should mend: what each slot's kind finds, held against what is given; one slot that tells another. */
export function lint({ prompt, body, key }: { prompt: string; body: Body; key: Key }): string[] {
  const nameOf = (id: string) => slotName(id, body.when);
  const found = lintGaps({ prompt, asked: body.asked, keys: key.slots }, nameOf);
  if (found.length > 0) return found;

  // '2 August 1940 (3 August 1940 counts too)': what stands in brackets is said of it.
  const answers = gapsInWords(null, key.slots, body.asked).map(({ id, solution }) => ({
    id,
    solution: solution.split(" (")[0]!,
  }));
  for (const { id, text } of body.given)
    for (const answer of answers.filter(({ solution }) => givesAway(text, [solution])))
      found.push(
        `${nameOf(id)} is told, and '${text}' says '${answer.solution}', which is asked: leave '${id}' out of \`given\`.`,
      );
  const words = (id: string) =>
    [...body.given.map(({ id, text }) => ({ id, solution: text })), ...answers].find((each) => each.id === id)
      ?.solution;
  const date = words("when");
  const by = answers.find(({ id }) => id === "by")?.solution;
  if (date && by && givesAway(by, [date]))
    found.push(
      `The right instrument, '${by}', says the date, so that date and instrument tell each other: ask one of the two, and do not give the other.`,
    );
  const same = answers.filter(({ id }) => id === "from" || id === "to");
  if (same.length === 2 && same[0]!.solution === same[1]!.solution)
    found.push(`The land passed from ${same[0]!.solution} to itself: mend the fact, or ask another.`);
  return found;
}
