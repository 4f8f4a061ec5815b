import { meanOf } from "../guessing";
import { markOrder } from "./rules";
import type { Body, Key } from "./schema";

/** More orders than those of so many items are not tried one by one. */
const MOST_ITEMS = 7;

// A page of a teacher asks the same of the same question again and again.
const tried = new Map<string, number | null>();
const MOST_KNOWN = 500;

/** The mean over every order there is; null of so many items that their orders are too many. */
export function randomGuess({ items }: Key, { rule }: Body): number | null {
  if (items.length > MOST_ITEMS) return null;
  const name = JSON.stringify([rule, items.map(({ id, first, last }) => [id, first, last])]);
  const known = tried.get(name);
  if (known !== undefined) return known;
  const orders = ordersOf(items.map(({ id }) => id));
  const found = meanOf(orders.map((order) => markOrder(rule, order, items).fraction));
  if (tried.size >= MOST_KNOWN) tried.clear();
  tried.set(name, found);
  return found;
}

function ordersOf(ids: readonly string[]): string[][] {
  if (ids.length <= 1) return [[...ids]];
  return ids.flatMap((first) => ordersOf(ids.filter((id) => id !== first)).map((rest) => [first, ...rest]));
}
