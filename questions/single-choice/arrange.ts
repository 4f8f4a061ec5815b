import { shuffled } from "../shuffle";
import type { Body } from "./schema";

/** Options in an order of the seed's, whatever order they came in; True stands before False for everybody. */
export function arrange(body: Body, seed: number): Body {
  const sorted = [...body.options].sort((a, b) => (a.id < b.id ? -1 : 1));
  return { ...body, options: body.truth ? sorted.reverse() : shuffled(sorted, seed) };
}
