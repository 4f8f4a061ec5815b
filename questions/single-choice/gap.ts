import type { Fields } from "../contract";
import { fractionText, settled } from "../fraction";
import { defineGap } from "../gap";
import { accept } from "./accept";
import { arrange } from "./arrange";
import { author } from "./author";
import { grade } from "./grade";
import { randomGuess } from "./guess";
import { lint } from "./lint";
import { read } from "./read";
import { body, key, response, type Body, type Key, type Response } from "./schema";
import { tells } from "./tells";

/** The option that earns all. */
export function rightOption(key: Key, body: Body): Body["options"][number] | undefined {
  const right = key.options.find(({ fraction }) => settled(fraction) === 1);
  return body.options.find(({ id }) => id === right?.id);
}

export function solve(key: Key, body: Body): Fields {
  const right = rightOption(key, body);
  return right ? { choice: [right.id] } : {};
}

/** Options that earn a part. */
export function alsoRight(key: Key, body: Body): string[] {
  return key.options.flatMap(({ id, fraction }) => {
    const text = body.options.find((option) => option.id === id)?.text;
    return text && fraction > 0 && settled(fraction) < 1 ? [`${text}: ${fractionText(fraction)} of the points.`] : [];
  });
}

export function said({ choice }: Response, { options }: Body): string {
  return options.find(({ id }) => id === choice)?.text ?? "";
}

/** One of several, as a list to choose from in running text; the kind 'single-choice' is this with radio buttons. */
export const choiceGap = defineGap({
  name: "choice",
  schema: { body, key, response },
  author,
  arrange,
  read,
  grade,
  solve,
  solution: (key, body) => rightOption(key, body)?.text ?? "",
  said,
  alsoRight,
  accept,
  lint,
  randomGuess,
  tells,
});
