import type { Body } from "./schema";

/** One field looks the same to everyone; namesakes stand by their names. */
export function arrange(body: Body): Body {
  const namesakes = body.namesakes
    .map(({ key, of }) => ({
      key,
      of: [...of].sort((a, b) => compare(a.name, b.name) || compare(a.id, b.id)),
    }))
    .sort((a, b) => compare(a.key, b.key));
  return { ...body, namesakes };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
