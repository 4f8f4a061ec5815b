import { shuffled } from "../shuffle";
import type { Body } from "./schema";

/** The events in an order of the seed's; the axis is the same for everyone. */
export function arrange(body: Body, seed: number): Body {
  const sorted = [...body.events].sort((a, b) => (a.id < b.id ? -1 : 1));
  return { ...body, events: shuffled(sorted, seed) };
}
