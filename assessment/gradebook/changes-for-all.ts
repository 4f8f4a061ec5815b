import { adjustedScore, type AdjustableItem, type Adjustments } from "./adjusted-score";

/** A change for everybody who was asked a question: all have its points, or it is worth nothing. */
export interface ChangeForAll {
  itemId: string;
  what: "full" | "drop";
  /** For this attempt: it was handed in before, and loses nothing by it. */
  neverLower: boolean;
}

/**
 * What changes make of an attempt's questions, in the order in which they were made: of two about one question the later
 * holds. One that never lowers is passed over where the attempt has the better share of its points without it.
 */
export function changedForAll(
  items: readonly AdjustableItem[],
  byHand: Adjustments["byHand"],
  changes: readonly ChangeForAll[],
): Adjustments {
  let forEveryone = new Map<string, "full" | "dropped">();
  const share = (of: Adjustments["forEveryone"]) => {
    const { points, maxPoints } = adjustedScore(items, { byHand, forEveryone: of });
    return maxPoints > 0 ? points / maxPoints : 0;
  };
  for (const { itemId, what, neverLower } of changes) {
    const changed = new Map(forEveryone).set(itemId, what === "drop" ? "dropped" : "full");
    if (!neverLower || share(changed) >= share(forEveryone)) forEveryone = changed;
  }
  return { byHand, forEveryone };
}
