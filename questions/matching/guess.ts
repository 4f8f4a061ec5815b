import { meanOf } from "../guessing";
import type { Body, Key } from "./schema";

/** Any choice put to each stem: of n choices with one that is right, 1/n. */
export function randomGuess({ pairs }: Key, { choices }: Body): number | null {
  const offered = new Set(choices.map(({ id }) => id));
  return meanOf(pairs.map((pair) => new Set(pair.choices.filter((id) => offered.has(id))).size / offered.size));
}
