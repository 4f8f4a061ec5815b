import type { KeyChange } from "@/questions/changed-key";

import { gradeItem, type GradableItem, type GradedItem } from "./grade-item";

/** A change of what counts as right, as it holds for one response. */
export interface ResponseChange {
  change: KeyChange;
  /** It was handed in before, and loses no point by it. */
  neverLower: boolean;
}

/**
 * The mark of one response by its key and the changes that hold, in the order in which they were made. One that never
 * lowers keeps the better of the marks before and after it, until a later change lowers it. Pure: handing in and marking
 * again years later come to the same.
 */
export function markedWith(item: Omit<GradableItem, "changes">, changes: readonly ResponseChange[]): GradedItem {
  const upTo = (count: number) => gradeItem({ ...item, changes: changes.slice(0, count).map(({ change }) => change) });
  // Without a promise only the end matters.
  if (!changes.some(({ neverLower }) => neverLower)) return upTo(changes.length);
  let now = upTo(0);
  let kept = now;
  for (const [index, { neverLower }] of changes.entries()) {
    const next = upTo(index + 1);
    const lowers = next.points < now.points;
    kept = lowers && !neverLower ? next : next.points >= kept.points ? next : kept;
    now = next;
  }
  return kept;
}
