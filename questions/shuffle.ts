/**
 * The same list in an order that the seed alone decides: not the author's, not the alphabet's. `seed` is an integer
 * of 32 bits; higher bits and fractions are dropped. Sort the list by id first when its own order could differ.
 */
export function shuffled<T>(list: readonly T[], seed: number): T[] {
  const next = numbers(seed);
  const order = [...list];
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(next() * (last + 1));
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}

/** Numbers in [0, 1) that follow from a seed (mulberry32). For orders, never for secrets. */
function numbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
