/** An item with the span of time in which it may have been. */
export interface Spanned {
  id: string;
  first: number;
  last: number;
}

/** Whether one certainly comes before the other; spans that overlap say nothing. */
export function before(a: Spanned, b: Spanned): boolean {
  return a.last < b.first;
}

/** Earliest first; of two that begin together the one that ends first. */
export function inOrder<T extends Spanned>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => a.first - b.first || a.last - b.last || (a.id < b.id ? -1 : 1));
}

/**
 * The right order that is nearest to an answer: items that do not overlap as they were, those that do in the order of the
 * answer. An answer that is right is its own. `slots` are the places of the answer, by id; items without one come after
 * those that have one.
 */
export function nearestRight(items: readonly Spanned[], slots: ReadonlyMap<string, number>): Spanned[] {
  const left = inOrder(items);
  const slot = ({ id }: Spanned) => slots.get(id) ?? Infinity;
  const order: Spanned[] = [];
  while (left.length > 0) {
    // What may stand next: nothing that is left certainly comes before it.
    const end = Math.min(...left.map(({ last }) => last));
    let best = -1;
    for (const [index, item] of left.entries())
      if (item.first <= end && (best < 0 || slot(item) < slot(left[best]!))) best = index;
    order.push(...left.splice(best, 1));
  }
  return order;
}

/** First and last place, from 1, at which an item can stand in a right order. */
export function placesOf(item: Spanned, items: readonly Spanned[]): { from: number; to: number } {
  return {
    from: 1 + items.filter((other) => before(other, item)).length,
    to: items.length - items.filter((other) => before(item, other)).length,
  };
}
