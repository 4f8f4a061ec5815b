import type { Body } from "./schema";

/** Units by their names, so that the author's order, in which the right one often comes first, leaves no trace. */
export function arrange(body: Body): Body {
  if (!body.unit) return body;
  const units = body.unit.units
    .map(({ id, names }) => ({ id, names: [names[0] ?? "", ...names.slice(1).sort()] }))
    .sort((a, b) => compare(a.names[0] ?? "", b.names[0] ?? "") || compare(a.id, b.id));
  return { ...body, unit: { ...body.unit, units } };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
