import type { FirstKey } from "./schema";

type Cast = FirstKey["cast"];

/** As many questions as a class, or a regrading of many, meets at a time. */
const MOST_KEPT = 64;
const kept = new Map<string, Cast>();

/**
 * An equal cast that was seen before, else this one. Its names are made ready for comparing once for each list, and
 * every answer comes with a list read anew; what is compared stays the same.
 */
export function sameCast(cast: Cast): Cast {
  const content = JSON.stringify(cast);
  const before = kept.get(content);
  if (before) return before;
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(content, cast);
  return cast;
}
