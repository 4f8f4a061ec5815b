import type { Fields } from "../contract";
import type { Key } from "./schema";
import { inOrder } from "./spans";

/** Each item at its place, the earliest first. */
export function solve(key: Key): Fields {
  return Object.fromEntries(inOrder(key.items).map(({ id }, index) => [id, [String(index + 1)]]));
}
