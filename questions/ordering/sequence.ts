/**
 * The rows of an order as a page shows them: what has a place of its own stands there, the rest fills the gaps in the
 * order in which it was shown. `places` are what the fields say, by id.
 */
export function rowsOf(ids: readonly string[], places: (id: string) => string): string[] {
  const at = new Map<number, string[]>();
  for (const id of ids) {
    const place = Number(places(id));
    if (Number.isInteger(place) && place >= 1 && place <= ids.length) at.set(place, [...(at.get(place) ?? []), id]);
  }
  const fixed = new Map([...at].flatMap(([place, here]) => (here.length === 1 ? [[place, here[0]!] as const] : [])));
  const placed = new Set(fixed.values());
  const rest = ids.filter((id) => !placed.has(id));
  return ids.map((_, slot) => fixed.get(slot + 1) ?? rest.shift()!);
}

/** The same rows with one of them moved to a place, from 0. */
export function moved(rows: readonly string[], id: string, to: number): string[] {
  const others = rows.filter((each) => each !== id);
  const place = Math.max(0, Math.min(others.length, to));
  return [...others.slice(0, place), id, ...others.slice(place)];
}

/** How far an order is given: no place at all, some or doubled ones, each with its own. */
export function givenOf(ids: readonly string[], places: (id: string) => string): "none" | "part" | "all" {
  const given = ids.map(places).filter((place) => place !== "");
  if (given.length === 0) return "none";
  return given.length === ids.length && new Set(given).size === ids.length ? "all" : "part";
}
