import { shuffled } from "@/questions/shuffle";

import { seedAt } from "./seed";

/**
 * The positions of a paper in the order in which an attempt shows them: the paper's own, or, where it shuffles, one that
 * its seed decides. What is stored goes by position all the same.
 */
export function shownOrder(
  positions: readonly number[],
  { seed, shuffle }: { seed: number; shuffle: boolean },
): number[] {
  const paper = [...positions].sort((a, b) => a - b);
  // No question has position 0, so this seed orders nothing else.
  return shuffle ? shuffled(paper, seedAt(seed, 0)) : paper;
}
