import type { Fields } from "../contract";
import type { Body, Key } from "./schema";

/** Every stem with the first of its right choices. */
export function solve(key: Key): Fields {
  return Object.fromEntries(key.pairs.map(({ stem, choices }) => [stem, [choices[0]!]]));
}

/** Stems for which more than one choice is right. */
export function alsoRight({ pairs }: Key, { stems, choices }: Body): string[] {
  const textOf = (list: Body["stems"], id: string) => list.find((each) => each.id === id)?.text ?? id;
  return pairs.flatMap(({ stem, choices: right }) =>
    right.length > 1 ? [`${textOf(stems, stem)}: ${right.map((id) => textOf(choices, id)).join(" or ")}.`] : [],
  );
}
