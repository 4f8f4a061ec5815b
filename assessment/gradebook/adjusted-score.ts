import { attemptScore, type AttemptScore, type MarkedItem } from "../attempt-score";

/** A marked question of an attempt, with the id by which teachers' decisions name it. */
export interface AdjustableItem extends MarkedItem {
  itemId: string;
}

/** What teachers decided about the questions of an attempt. */
export interface Adjustments {
  /** Points given to this learner by hand, by question. */
  byHand: ReadonlyMap<string, number>;
  /** For everybody who was asked it. Full: all its points. Dropped: it is worth nothing, as though it were not asked. */
  forEveryone: ReadonlyMap<string, "full" | "dropped">;
}

export type AdjustedItem<Item extends AdjustableItem = AdjustableItem> = Item & {
  by: "marking" | "hand" | "everyone" | "dropped";
};

/**
 * The questions with the decisions applied. A dropped question is dropped for everybody, whatever was given by hand: the
 * total must be out of the same points. Else what was given by hand to one learner beats what is for everyone, because it
 * is about this answer. Throws RangeError when points given by hand are outside 0 to what the question is worth.
 */
export function adjustedItems<Item extends AdjustableItem>(
  items: readonly Item[],
  { byHand, forEveryone }: Adjustments,
): AdjustedItem<Item>[] {
  return items.map((item) => {
    const everyone = forEveryone.get(item.itemId);
    if (everyone === "dropped") return { ...item, points: 0, weight: 0, by: "dropped" };
    const given = byHand.get(item.itemId);
    if (given !== undefined) {
      const problem = overrideProblem(given, item.weight);
      if (problem) throw new RangeError(`${given} of ${item.weight} points cannot be given: ${problem}.`);
      return { ...item, points: given, by: "hand" };
    }
    if (everyone === "full") return { ...item, points: item.weight, by: "everyone" };
    // Of a school that is marked anew these are most, and what is added after a spread makes an object three times as large.
    return { by: "marking", ...item };
  });
}

/** The score of an attempt with the decisions applied. */
export function adjustedScore(items: readonly AdjustableItem[], adjustments: Adjustments): AttemptScore {
  return attemptScore(adjustedItems(items, adjustments));
}

/** Why points cannot be given by hand, for a question or a whole attempt; null when they can. */
export function overrideProblem(
  points: number,
  maxPoints: number,
): "not-a-number" | "below-zero" | "above-maximum" | null {
  if (!Number.isFinite(points)) return "not-a-number";
  if (points < 0) return "below-zero";
  return points > maxPoints ? "above-maximum" : null;
}
