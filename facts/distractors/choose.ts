import type { Candidate, Distractor, Wanted } from "./distractor";

/**
 * Of all that are proved the nearest ones, with enough left over that another seed chooses others. Two that read alike
 * are one. Independent of the order in which they come; fewer than were wanted when there are no more.
 */
export function choose(candidates: readonly Candidate[], { count, seed }: Wanted): Distractor[] {
  const nearest = [...candidates].sort((a, b) => a.far - b.far || compare(a.id, b.id));
  const once = [...new Map(nearest.toReversed().map((each) => [each.text.toLowerCase(), each])).values()].toReversed();
  const pool = once.slice(0, count + Math.max(1, Math.floor(count / 2)));
  return pool
    .map((each) => ({ each, place: mixed(each.id, seed) }))
    .sort((a, b) => a.place - b.place || compare(a.each.id, b.each.id))
    .slice(0, count)
    .map(({ each: { id, text, because } }) => ({ id, text, because }));
}

/** A number that follows from a text and a seed, without any order of its own (FNV-1a, mixed once more). */
export function mixed(text: string, seed: number): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return (hash ^ (hash >>> 15)) >>> 0;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
