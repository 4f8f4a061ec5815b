import type { Fields } from "../contract";
import type { Body, Key } from "./schema";

/** The answer that earns all, as the list sends it. */
export function solve(key: Key): Fields {
  if (key.task === "taker")
    return Object.fromEntries(
      Object.entries(key.takers).map(([territory, [state]]) => [`taker-${territory}`, [state!]]),
    );
  if (key.task === "place") return { square: [key.square] };
  return { territory: [...key.right] };
}

/** Every land marked; the other tasks take one answer a land, or one at all, and cannot be answered with everything. */
export function markAll(body: Body): Fields {
  return body.task === "taker" || body.task === "place" ? {} : { territory: body.territories.map(({ id }) => id) };
}
