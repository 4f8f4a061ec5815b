import type { Fields, Reading } from "../contract";
import type { Body, Response } from "./schema";

/**
 * One field an item, named by its id, that holds its place: '1' to the number of items, or nothing. Untouched, all are
 * empty: the order in which the items are shown is no answer. An item without a place, and two at the same place, are in
 * no order: what was sent is kept and has to be settled, and earns what the others earn.
 */
export function read(fields: Fields, body: Body): Reading<Response> {
  const ids = body.items.map(({ id }) => id);
  const known = new Set(ids);
  if (Object.keys(fields).some((name) => !known.has(name))) return malformed("This question has no such field.");
  const at: string[][] = ids.map(() => []);
  let touched = false;
  for (const id of ids) {
    const sent = Object.hasOwn(fields, id) ? fields[id]! : [];
    if (sent.length > 1) return malformed("Each has one place, and more than one was sent.");
    if (sent.length === 0 || sent[0] === "") continue;
    const place = /^[1-9]\d?$/.test(sent[0]!) ? Number(sent[0]) : NaN;
    if (!(place <= ids.length)) return malformed("That is no place of this order.");
    at[place - 1]!.push(id);
    touched = true;
  }
  if (!touched) return { state: "blank" };
  const order = at.map((here) => (here.length === 1 ? here[0]! : null));
  return { state: "read", response: { order }, ...(order.includes(null) ? { unsettled: true } : {}) };
}

function malformed(why: string): { state: "malformed"; why: string } {
  return { state: "malformed", why };
}
