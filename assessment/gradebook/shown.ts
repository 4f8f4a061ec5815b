import type { CellScore } from "./cell";
import { gradeOf, type GradingScale } from "./grading-scale";
import { totalIn, type Total } from "./totals";

/**
 * What stands on screen, in a file and on paper for a score or a total: rounded in one place, so that they agree. A share
 * is rounded to 100 only when it is all, and to 0 only when it is nothing.
 */

/** How a class's gradebook shows figures. */
export type ShownForm =
  | { as: "percent" }
  /** Totals out of a number such as 20; null: out of the sum of what counts. Cells in points. */
  | { as: "points"; outOf: number | null }
  /** Totals by their step of a scale, with per cent beside it; cells in per cent. */
  | { as: "scale"; scale: GradingScale };

/** A fraction in whole per cent. */
export function perCent(share: number): number {
  return roundedShare(share, 0);
}

/** A fraction in per cent to a tenth. */
export function tenthsOfPerCent(share: number): number {
  return roundedShare(share, 1);
}

/** Points to two decimals. */
export function roundedPoints(points: number): number {
  return Math.round(points * 100) / 100 + 0;
}

/** The one number of a cell: whole per cent of its points, or its points where totals are in points. */
export function cellFigure({ points, share }: Pick<CellScore, "points" | "share">, form: ShownForm): number {
  return form.as === "points" ? roundedPoints(points) : perCent(share);
}

/** The figure for a share of a column that is worth so many points, as a mean: as its cells are. */
export function columnFigure(share: number, maxPoints: number, form: ShownForm): number {
  return form.as === "points" ? roundedPoints(share * maxPoints) : perCent(share);
}

export interface TotalFigure {
  /** Per cent to a tenth (to more where that would round up to a step of the scale), or points to two decimals. */
  value: number;
  /** 100, or the points that it is out of. */
  of: number;
  /** The step of the scale that it reaches; null without a scale, and below its lowest step. */
  grade: string | null;
}

/** A total as shown; null where nothing counts. */
export function totalFigure(total: Pick<Total, "share" | "maxPoints">, form: ShownForm): TotalFigure | null {
  if (total.share === null) return null;
  if (form.as === "points") {
    const { value, of } = totalIn(total, form)!;
    return { value: roundedPoints(value), of: roundedPoints(of), grade: null };
  }
  if (form.as === "percent") return { value: tenthsOfPerCent(total.share), of: 100, grade: null };
  const grade = gradeOf(form.scale, total.share);
  return { value: besideGrade(form.scale, total.share, grade), of: 100, grade };
}

/** Per cent to as many decimals as it takes not to look like another step than it is. */
function besideGrade(scale: GradingScale, share: number, grade: string | null): number {
  for (let decimals = 1; decimals <= 6; decimals++) {
    const value = roundedShare(share, decimals);
    if (gradeOf(scale, value / 100) === grade) return value;
  }
  return share * 100;
}

function roundedShare(share: number, decimals: number): number {
  const unit = 10 ** decimals;
  const rounded = Math.round(share * 100 * unit) / unit;
  if (rounded >= 100 && share < 1) return 100 - 1 / unit;
  if (rounded === 0 && share > 0) return 1 / unit;
  return rounded;
}
