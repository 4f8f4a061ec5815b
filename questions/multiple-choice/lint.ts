import { settled } from "../fraction";
import { givesAway } from "../given-away";
import type { Body, Key } from "./schema";

/** What an author should mend: marks out of reach or for nothing, the key in the stem, options that cannot be told apart. */
export function lint({ prompt, body, key }: { prompt: string; body: Body; key: Key }): string[] {
  const right = key.options.filter(({ fraction }) => fraction > 0);
  const wrong = key.options.filter(({ fraction }) => fraction <= 0);
  const texts = body.options.map(({ text }) =>
    text
      .toLocaleLowerCase("en")
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim(),
  );
  const ids = body.options.map(({ id }) => id);
  const known = new Set(key.options.map(({ id }) => id));
  const rightTexts = body.options.filter(({ id }) => right.some((each) => each.id === id)).map(({ text }) => text);
  return [
    ...(right.length === 0 ? ["No option is right, so that nobody can earn all: mark what is right."] : []),
    ...(new Set(ids).size !== ids.length || known.size !== ids.length || ids.some((id) => !known.has(id))
      ? ["Body and key do not name the same options: publish the item anew from its file."]
      : []),
    ...(new Set(texts).size !== texts.length ? ["Two options say the same: change or drop one."] : []),
    ...(body.options.some(({ text }) => /^(all|none|both|neither) of (the above|these|them)\b/i.test(text.trim()))
      ? ["'All of the above' means nothing where options come in a different order for each learner: drop it."]
      : []),
    ...(body.choose !== undefined && body.choose !== right.length
      ? [`The learner is told to choose ${body.choose} and ${right.length} are right: tell the number that is right.`]
      : []),
    ...(body.rule === "weighted" ? lintWeights(right, wrong) : []),
    ...rightTexts
      .filter((text) => text.length > 3 && givesAway(prompt, [text]))
      .map((text) => `The prompt says '${text}', which is part of the answer: word it anew.`),
  ];
}

function lintWeights(right: Key["options"], wrong: Key["options"]): string[] {
  const full = right.reduce((sum, { fraction }) => sum + fraction, 0);
  return [
    ...(settled(full) !== 1
      ? ["The right options add up to less than 1, so that nobody can earn all: raise them."]
      : []),
    ...(settled(full - 1) > 0
      ? ["The right options add up to more than 1, so that a part of them earns all: lower them."]
      : []),
    ...(wrong.some(({ fraction }) => fraction === 0)
      ? ["A wrong option costs nothing, so that ticking everything loses nothing: give it a fraction below 0."]
      : []),
  ];
}
