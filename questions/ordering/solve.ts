import type { Fields } from "../contract";
import type { Body, Key } from "./schema";
import { inOrder, placesOf } from "./spans";
import { ordinal } from "./words";

/** Each item at its place, the earliest first. */
export function solve(key: Key): Fields {
  return Object.fromEntries(inOrder(key.items).map(({ id }, index) => [id, [String(index + 1)]]));
}

/** When each was, and what may stand at more than one place. */
export function alsoRight({ items }: Key, body: Body): string[] {
  return inOrder(items).flatMap((item) => {
    const { from, to } = placesOf(item, items);
    const said = [item.when, from < to && `may stand ${ordinal(from)} to ${ordinal(to)}`].filter(Boolean);
    const text = body.items.find(({ id }) => id === item.id)?.text ?? item.id;
    return said.length > 0 ? [`${text}: ${said.join("; ")}.`] : [];
  });
}
