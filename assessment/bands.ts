/** What is said to whoever earned at least `from`, as a share of the points; the highest band reached is said. */
export interface Band {
  /** In [0, 1]. */
  from: number;
  say: string;
}

/** The sentence for a share; undefined when no band begins as low. What certainty took below 0 counts as 0. */
export function bandFor(bands: readonly Band[], share: number): string | undefined {
  const reached = Math.max(0, share) + 1e-9;
  let best: Band | undefined;
  for (const band of bands) if (band.from <= reached && (!best || band.from > best.from)) best = band;
  return best?.say;
}
