import type { Fields } from "../contract";
import type { Key } from "./schema";

/** Every stem with the first of its right choices. */
export function solve(key: Key): Fields {
  return Object.fromEntries(key.pairs.map(({ stem, choices }) => [stem, [choices[0]!]]));
}
