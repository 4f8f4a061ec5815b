import { settled } from "../fraction";
import { givesAway } from "../given-away";
import type { Body, Key } from "./schema";

/** What an author should mend: no full mark, two of them, the key in the stem, a right option told by its length. */
export function lint({ prompt, body, key }: { prompt: string; body: Body; key: Key }): string[] {
  const found: string[] = [];
  const full = key.options.filter((option) => settled(option.fraction) === 1);
  if (full.length === 0) found.push("No option earns full marks: mark one with `right: true`.");
  if (full.length > 1)
    found.push("More than one option earns full marks: keep one, or ask for all of them in a multiple choice.");
  const ids = body.options.map((option) => option.id);
  if (new Set(ids).size !== ids.length || ids.some((id) => !key.options.some((option) => option.id === id)))
    found.push("Body and key do not name the same options: publish the item anew from its file.");
  const folded = body.options.map((option) => simple(option.text));
  if (new Set(folded).size !== folded.length) found.push("Two options say the same: change or drop one.");
  if (body.options.some((option) => /^(all|none|both|neither) of (the above|these|them)\b/i.test(option.text.trim())))
    found.push("'All of the above' means nothing where options come in a different order for each learner: drop it.");

  const right = body.options.find((option) => option.id === full[0]?.id);
  if (!right || body.truth) return found;
  if (simple(right.text).length > 3 && givesAway(prompt, [right.text]))
    found.push(`The prompt says '${right.text}', which is the answer: word it anew.`);
  const others = body.options.filter((option) => option !== right).map((option) => option.text.length);
  const longest = Math.max(...others);
  if (right.text.length > 40 && right.text.length > 1.6 * longest)
    found.push("The right option is by far the longest, which gives it away: shorten it or fill out the others.");
  return found;
}

const simple = (text: string) =>
  text
    .toLocaleLowerCase("en")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
