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

/** Lands that change nothing, second takers, and how near to a city counts in full. */
export function alsoRight(key: Key, body: Body): string[] {
  if (key.task === "place")
    return [`All within ${key.full} km of ${key.name} count in full, nothing from ${key.zero} km on.`];
  if (body.task === "place") return [];
  const landOf = (id: string) => body.territories.find((land) => land.id === id)?.name ?? id;
  if (key.task !== "taker") {
    const out = key.uncounted.map(landOf);
    return out.length > 0 ? [`Ticked or not, these change nothing: ${out.join(", ")}.`] : [];
  }
  const states = body.task === "taker" ? body.states : [];
  const nameOf = (id: string) => states.find((state) => state.id === id)?.name ?? id;
  return Object.entries(key.takers).flatMap(([land, takers]) =>
    takers.length > 1 ? [`${landOf(land)}: ${takers.map(nameOf).join(" or ")}.`] : [],
  );
}
