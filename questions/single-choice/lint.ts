import type { Body, Key } from "./schema";

/** What an author should mend: no full mark, two of them, the key in the stem, a right option told by its length. */
export function lint({ prompt, body, key }: { prompt: string; body: Body; key: Key }): string[] {
  const found: string[] = [];
  const full = key.options.filter((option) => option.fraction === 1);
  if (full.length === 0) found.push("No option earns full marks: mark one with `right: true`.");
  if (full.length > 1)
    found.push("More than one option earns full marks: keep one, or ask for all of them in another kind.");
  const ids = body.options.map((option) => option.id);
  if (new Set(ids).size !== ids.length || ids.some((id) => !key.options.some((option) => option.id === id)))
    found.push("Body and key do not name the same options: publish the item anew from its file.");
  const plain = body.options.map((option) => simple(option.text));
  if (new Set(plain).size !== plain.length) found.push("Two options say the same: change or drop one.");
  if (body.options.some((option) => /^(all|none) of (the above|these)\b/i.test(option.text.trim())))
    found.push("Options come in a different order for each learner: 'all of the above' means nothing there.");

  const right = body.options.find((option) => option.id === full[0]?.id);
  if (!right) return found;
  if (simple(right.text).length > 3 && ` ${simple(prompt)} `.includes(` ${simple(right.text)} `))
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
