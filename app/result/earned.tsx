import { pointsText } from "../attempt/points";

/** What questions earn otherwise than by their marks, by position. */
export type Earned = Readonly<Record<number, EarnedPoints>>;

export interface EarnedPoints {
  points: number;
  by: "hand" | "everyone" | "dropped";
}

const how = { hand: "by hand", everyone: "as everyone" };

/** What a question earns in the end, with its mark where that is another. */
export function Points({
  points,
  maxPoints,
  earned,
}: {
  points: number;
  maxPoints: number;
  earned: EarnedPoints | undefined;
}) {
  const outOf = `${pointsText(maxPoints)} ${maxPoints === 1 ? "point" : "points"}`;
  const marked = `marked ${pointsText(points)}`;
  if (!earned) return `${pointsText(points)} of ${outOf}`;
  if (earned.by === "dropped") return `Dropped (${marked} of ${pointsText(maxPoints)})`;
  return `${pointsText(earned.points)} of ${outOf}, ${how[earned.by]} (${marked})`;
}
