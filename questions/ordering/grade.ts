import type { Outcome, Receipt } from "../contract";
import { fractionText } from "../fraction";
import { markOrder, type Marked } from "./rules";
import type { Body, Key, Response } from "./schema";
import { before, placesOf } from "./spans";
import { ordinal, said } from "./words";

/** The order by the rule of the body. What may stand either way, because its dates overlap, is not graded. */
export function grade({ order }: Response, key: Key, body: Body): Outcome {
  const texts = new Map(body.items.map(({ id, text }) => [id, text]));
  const items = key.items.filter(({ id }) => texts.has(id));
  const known = new Set(items.map(({ id }) => id));
  const placed = order.filter((id) => id !== null);
  if (order.length > items.length || new Set(placed).size < placed.length || placed.some((id) => !known.has(id)))
    return { state: "malformed", why: "What was put in order is not of this question." };

  const marked = markOrder(body.rule, order, items);
  const places = new Map(order.flatMap((id, slot) => (id === null ? [] : [[id, slot + 1] as const])));
  const parts = items.flatMap((item) => {
    const place = places.get(item.id);
    if (place === undefined) return [];
    const { from, to } = placesOf(item, items);
    const right = from <= place && place <= to;
    return [{ id: `${item.id}>${place}`, text: `${texts.get(item.id)!}: ${ordinal(place)}`, right }];
  });
  parts.sort((a, b) => (a.id < b.id ? -1 : 1));
  const missing = items.length - places.size;
  return {
    state: "scored",
    fraction: marked.fraction,
    receipt: {
      read: order.map((id) => (id === null ? "nothing" : texts.get(id)!)).join("; ") || "Nothing",
      matched: parts.filter(({ right }) => right).map(({ text }) => ({ said: text, as: text })),
      rule: said[body.rule],
      lines: linesOf(marked, missing, body.rule),
      notes:
        missing > 0 ? [unplaced(missing)] : turnedRound(order, items) ? ["This is the right order turned round."] : [],
      parts,
    },
  };
}

function linesOf(
  { what, count, of, ungraded, fraction }: Marked,
  missing: number,
  rule: Body["rule"],
): Receipt["lines"] {
  return [
    ...(missing > 0 ? [{ label: "Items without a place of their own", value: String(missing) }] : []),
    { label: what, value: `${count} of ${of}` },
    ...(ungraded ? [{ label: "Pairs whose dates overlap, not graded", value: String(ungraded) }] : []),
    { label: `Fraction${arithmetic(rule, count, of)}`, value: fractionText(fraction) },
  ];
}

function arithmetic(rule: Body["rule"], count: number, of: number): string {
  if (rule === "all-or-nothing") return "";
  if (rule !== "pairs-corrected") return `: ${count} ÷ ${of}`;
  return `: 2 × ${count}/${of} − 1${2 * count < of ? ", not below 0" : ""}`;
}

function unplaced(missing: number): string {
  return missing === 1
    ? "One has no place of its own: it is in no order, and earns nothing."
    : `${missing} have no place of their own: they are in no order, and earn nothing.`;
}

function turnedRound(order: Response["order"], items: Key["items"]): boolean {
  const known = new Map(items.map((item) => [item.id, item]));
  const spans = order.map((id) => known.get(id!)!);
  return spans.every((later, slot) => spans.slice(slot + 1).every((earlier) => before(earlier, later)));
}
