import { shareForm } from "@/facts/names";
import { givesAway } from "../given-away";
import { fitting } from "./pattern";
import type { Body, Key } from "./schema";

export function lint({ prompt, key }: { prompt: string; body: Body; key: Key }): string[] {
  const full = key.right.filter(({ fraction }) => fraction === 1);
  return [
    ...full
      .filter(({ aliases }) => givesAway(prompt, aliases))
      .map(({ name }) => `The prompt names ${name}, which is the answer: call it by another word.`),
    ...(full.length === 0 && key.patterns.every(({ fraction }) => fraction < 1)
      ? ["Nothing earns all: give an answer the fraction 1."]
      : []),
    ...key.patterns
      .filter(({ pattern, fraction }) => fraction > 0 && fitting(pattern) === "")
      .map(({ pattern }) => `The pattern ${pattern} lets every text through: name some of its letters.`),
    ...key.right.flatMap((one, i) =>
      key.right
        .slice(i + 1)
        .filter((other) => shareForm(one, other) && one.fraction !== other.fraction)
        .map((other) => `${other.name} and ${one.name} are one text with two fractions: leave one out.`),
    ),
    ...full
      .filter((right) => key.others.some((other) => other.id.startsWith("text:") && shareForm(right, other)))
      .map(({ name }) => `${name} is right and among the wrong texts: leave one out.`),
  ];
}
