import { settled, share } from "../fraction";
import type { Rule } from "./schema";
import { before, nearestRight, type Spanned } from "./spans";

/**
 * The rules by which an order is marked. An answer is a list of places: an item's id, or null where none stands.
 *
 * Rules of pairs and runs ask the items' spans, and grade nothing of two that overlap. Rules of places and neighbours ask
 * the right order that is nearest to the answer, so that items that overlap may stand either way there too. An item
 * without a place earns nothing by any rule, and still counts among those that could.
 */
export interface Marked {
  fraction: number;
  /** What is counted: 'Pairs in the right order'. */
  what: string;
  /** How many of how many. */
  count: number;
  of: number;
  /** Pairs that are not graded, where pairs are. */
  ungraded?: number;
}

/** An answer with the place in the right order of what stands at each place, from 0. */
type Ranks = readonly (number | null)[];

export function markOrder(rule: Rule, order: readonly (string | null)[], items: readonly Spanned[]): Marked {
  const known = new Map(items.map((item) => [item.id, item]));
  const slots = new Map<string, number>();
  order.forEach((id, slot) => {
    if (id !== null && known.has(id) && !slots.has(id)) slots.set(id, slot);
  });
  if (rule === "all-pairs" || rule === "pairs-corrected") return pairs(rule, items, slots);
  if (rule === "longest-run") return longestRun(order, known, items.length);
  const rank = new Map(nearestRight(items, slots).map(({ id }, index) => [id, index]));
  const ranks = items.map((_, slot) => {
    const id = order[slot] ?? null;
    return id !== null && slots.get(id) === slot ? rank.get(id)! : null;
  });
  return byRanks[rule](ranks, items.length);
}

/** P = pairs in the right order ÷ graded pairs; corrected for chance, max(0, 2P − 1). */
function pairs(
  rule: "all-pairs" | "pairs-corrected",
  items: readonly Spanned[],
  slots: ReadonlyMap<string, number>,
): Marked {
  let count = 0;
  let of = 0;
  let ungraded = 0;
  for (const [index, a] of items.entries())
    for (const b of items.slice(index + 1)) {
      const [first, second] = before(b, a) ? [b, a] : [a, b];
      const placed = slots.has(a.id) && slots.has(b.id);
      // Two that overlap may stand either way, but stand somewhere they must.
      if (placed && !before(first, second)) {
        ungraded += 1;
        continue;
      }
      of += 1;
      if (placed && slots.get(first.id)! < slots.get(second.id)!) count += 1;
    }
  // Where every pair overlaps, every order is right, as it is by the other rules.
  const fraction = of === 0 ? 1 : rule === "all-pairs" ? share(count, of) : share(2 * count - of, of);
  return { fraction, what: "Pairs in the right order", count, of, ungraded };
}

/** The most items that stand in order among themselves, wherever the others are; a single one is in no order. */
function longestRun(order: readonly (string | null)[], known: ReadonlyMap<string, Spanned>, n: number): Marked {
  // What may follow a run hangs only on the latest beginning in it: the longest run for each.
  const longest = new Map([[-Infinity, 0]]);
  const seen = new Set<string>();
  for (const id of order) {
    const item = id === null ? undefined : known.get(id);
    if (!item || seen.has(item.id)) continue;
    seen.add(item.id);
    for (const [latest, length] of [...longest])
      if (item.last >= latest) {
        const next = Math.max(latest, item.first);
        longest.set(next, Math.max(longest.get(next) ?? 0, length + 1));
      }
  }
  return counted("Items of the longest run in order", noSingle(Math.max(...longest.values())), n);
}

const byRanks: Record<
  Exclude<Rule, "all-pairs" | "pairs-corrected" | "longest-run">,
  (ranks: Ranks, n: number) => Marked
> = {
  "all-or-nothing": (ranks, n) => {
    const marked = counted("Items in their place", inPlace(ranks), n);
    return { ...marked, fraction: marked.fraction === 1 ? 1 : 0 };
  },

  absolute: (ranks, n) => counted("Items in their place", inPlace(ranks), n),

  adjacent: (ranks, n) => counted("Items followed by the right one", followed(ranks), n - 1),

  "adjacent-and-last": (ranks, n) =>
    counted("Items followed by the right one, or rightly last", followed(ranks) + (ranks[n - 1] === n - 1 ? 1 : 0), n),

  // Both ends count as neighbours.
  "both-neighbours": (ranks, n) =>
    counted(
      "Right neighbours",
      2 * followed(ranks) + (ranks[0] === 0 ? 1 : 0) + (ranks[n - 1] === n - 1 ? 1 : 0),
      2 * n,
    ),

  // Items that follow each other in the right order, and stand in that order, though perhaps with others between.
  "longest-chain": (ranks, n) => {
    const chain = new Map<number, number>();
    for (const rank of ranks) if (rank !== null) chain.set(rank, 1 + (chain.get(rank - 1) ?? 0));
    return counted("Items of the longest unbroken stretch in order", noSingle(Math.max(0, ...chain.values())), n);
  },

  // As near to its place as it can be is n − 1, as far n − 1 places off, 0.
  distance: (ranks, n) => {
    const near = ranks.reduce<number>(
      (sum, rank, slot) => sum + (rank === null ? 0 : n - 1 - Math.abs(rank - slot)),
      0,
    );
    return counted("Nearness to the right places, added up", near, n * (n - 1));
  },
};

function counted(what: string, count: number, of: number): Marked {
  return { fraction: settled(share(count, of)), what, count, of };
}

const inPlace = (ranks: Ranks) => ranks.filter((rank, slot) => rank === slot).length;
const followed = (ranks: Ranks) => ranks.filter((rank, slot) => rank !== null && ranks[slot + 1] === rank + 1).length;
const noSingle = (length: number) => (length > 1 ? length : 0);
