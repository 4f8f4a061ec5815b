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
      notes: notesOn(order, items, body.rule, texts),
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
  if (of === 0) return ": any order is right";
  if (rule === "all-or-nothing") return "";
  if (rule !== "pairs-corrected") return `: ${count} ÷ ${of}`;
  return `: 2 × ${count}/${of} − 1${2 * count < of ? ", not below 0" : ""}`;
}

function notesOn(
  order: Response["order"],
  items: Key["items"],
  rule: Body["rule"],
  texts: ReadonlyMap<string, string>,
): string[] {
  const placed = order.filter((id) => id !== null);
  if (placed.length < items.length) return [unplaced(items.length - placed.length)];
  if (turnedRound(order, items)) return ["This is the right order turned round."];
  if (rule !== "pairs-corrected" && rule !== "all-pairs") return [];
  // Which pairs cost something: those that are counted as in order are all the others.
  const known = new Map(items.map((item) => [item.id, item]));
  const wrong = placed.flatMap((id, slot) =>
    placed
      .slice(slot + 1)
      .filter((later) => before(known.get(later)!, known.get(id)!))
      .map((later) => `${texts.get(later)!} came before ${texts.get(id)!}`),
  );
  if (wrong.length === 0) return [];
  const more = wrong.length - MOST_NAMED;
  return [
    `${wrong.slice(0, MOST_NAMED).join("; ")}${more > 0 ? `; and ${more} more pairs are the wrong way round` : ""}.`,
  ];
}

/** Pairs that a receipt names. */
const MOST_NAMED = 6;

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
