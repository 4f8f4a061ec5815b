/**
 * Places labels along a line: each as near as can be to where it wants to stand, none nearer to its neighbour than
 * `distance`, in the given order. The sum of squared shifts is least (pool adjacent violators: labels that would
 * touch form a block that stands at the mean of its wishes).
 *
 *   place([10, 12, 100], 20) -> [1, 21, 100]; with { from: 5 } -> [5, 25, 100]
 */
export function place(wishes: readonly number[], distance: number, { from = -Infinity } = {}): number[] {
  // With the distances taken out, 'no nearer than' becomes 'not before': an isotonic regression.
  const blocks: { sum: number; count: number }[] = [];
  wishes.forEach((wish, index) => {
    blocks.push({ sum: wish - index * distance, count: 1 });
    for (let last = blocks.length - 1; last > 0 && mean(blocks[last - 1]!) > mean(blocks[last]!); last--) {
      const { sum, count } = blocks.pop()!;
      blocks[last - 1]!.sum += sum;
      blocks[last - 1]!.count += count;
    }
  });
  return blocks
    .flatMap((block) => Array.from({ length: block.count }, () => Math.max(mean(block), from)))
    .map((place, index) => place + index * distance);
}

function mean({ sum, count }: { sum: number; count: number }): number {
  return sum / count;
}
