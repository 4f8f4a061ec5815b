import type { Fields } from "./contract";

/** The fields of each part under its id: `date` of the part `g2` becomes `g2.date`. */
export function prefixed(parts: readonly (readonly [id: string, fields: Fields])[]): Fields {
  return Object.fromEntries(
    parts.flatMap(([id, fields]) => Object.entries(fields).map(([name, values]) => [`${id}.${name}`, values])),
  );
}

/** The other way: the fields of each part without its id. Null when a field belongs to none of these parts. */
export function unprefixed(fields: Fields, ids: readonly string[]): Map<string, Fields> | null {
  const own = new Map<string, [string, readonly string[]][]>(ids.map((id) => [id, []]));
  for (const [name, values] of Object.entries(fields)) {
    const dot = name.indexOf(".");
    const part = dot < 0 ? undefined : own.get(name.slice(0, dot));
    if (!part) return null;
    part.push([name.slice(dot + 1), values]);
  }
  // Not by assignment: a field may be called `__proto__`, and is then its gap's to refuse.
  return new Map([...own].map(([id, pairs]) => [id, Object.fromEntries(pairs)]));
}

/** The fields of one part, for its own player; whatever is not its is passed over. */
export function fieldsOfPart(fields: Fields, id: string): Fields {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, values]) =>
      name.startsWith(`${id}.`) ? [[name.slice(id.length + 1), values]] : [],
    ),
  );
}
