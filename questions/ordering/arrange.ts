import { shuffled } from "../shuffle";
import type { Body } from "./schema";

/** Items in an order of the seed's, whatever order they came in. */
export function arrange(body: Body, seed: number): Body {
  const sorted = [...body.items].sort((a, b) => (a.id < b.id ? -1 : 1));
  return { ...body, items: shuffled(sorted, seed) };
}
