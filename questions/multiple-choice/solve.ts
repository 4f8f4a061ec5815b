import type { Fields } from "../contract";
import type { Body, Key } from "./schema";

/** Every right option and no other. */
export function solve(key: Key, body: Body): Fields {
  const right = new Set(key.options.filter(({ fraction }) => fraction > 0).map(({ id }) => id));
  return { choice: body.options.map(({ id }) => id).filter((id) => right.has(id)) };
}

/** Every box there is. */
export function markAll(body: Body): Fields {
  return { choice: body.options.map(({ id }) => id) };
}
