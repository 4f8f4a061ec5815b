/**
 * What blind guessing earns on average, as a fraction. Somebody who guesses blindly ticks any set of what is offered with
 * equal chance: of every size but none, or of the size that is told.
 */
export function guessedSet(
  { right, wrong, free = 0, choose }: { right: number; wrong: number; free?: number; choose?: number | undefined },
  earns: (hit: number, missed: number) => number,
): number | null {
  let ways = 0;
  let earned = 0;
  for (let hit = 0; hit <= right; hit++)
    for (let missed = 0; missed <= wrong; missed++)
      for (let idle = 0; idle <= free; idle++) {
        const size = hit + missed + idle;
        if (size === 0 || (choose !== undefined && size !== choose)) continue;
        const many = among(right, hit) * among(wrong, missed) * among(free, idle);
        ways += many;
        earned += many * earns(hit, missed);
      }
  return ways === 0 ? null : earned / ways;
}

/** How many ways there are to take k of n. */
export function among(n: number, k: number): number {
  let ways = 1;
  for (let i = 1; i <= k; i++) ways = (ways * (n - k + i)) / i;
  return ways;
}

/** The mean of what each of some equally likely answers earns; null of none. */
export function meanOf(fractions: readonly number[]): number | null {
  return fractions.length === 0 ? null : fractions.reduce((sum, each) => sum + each, 0) / fractions.length;
}
