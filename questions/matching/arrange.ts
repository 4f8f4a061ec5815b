import { shuffled } from "../shuffle";
import type { Body } from "./schema";

/** Stems and choices each in an order of the seed's; the two orders tell nothing of each other. */
export function arrange(body: Body, seed: number): Body {
  return {
    mode: body.mode,
    stems: shuffled(sorted(body.stems), seed),
    choices: shuffled(sorted(body.choices), seed ^ 0x3c6ef372),
  };
}

function sorted<T extends { id: string }>(list: readonly T[]): T[] {
  return [...list].sort((a, b) => (a.id < b.id ? -1 : 1));
}
