/** A step of a grading scale: its name is given from this share of the points on. */
export interface ScaleStep {
  /** In [0, 1]. */
  from: number;
  name: string;
}

export type GradingScale = readonly ScaleStep[];

/**
 * The name of the highest step reached, whatever the order of the list; null below the lowest. The share is compared as it
 * is, to a billionth, and not as it is rounded on screen: 89.96 per cent is not 90, so show totals beside a scale to a
 * tenth at least, and to more when that would round up to a step.
 */
export function gradeOf(scale: GradingScale, share: number): string | null {
  let reached: ScaleStep | null = null;
  for (const step of scale)
    if (step.from <= share + 1e-9 && (reached === null || step.from > reached.from)) reached = step;
  return reached?.name ?? null;
}

export interface ScaleProblem {
  /** The index of the step; null: of the scale as a whole. */
  step: number | null;
  code: "no-steps" | "not-a-share" | "no-name" | "same-from" | "same-name" | "nothing-from-zero";
  severity: "error" | "warning";
}

/** What is wrong with a scale. Without a step from 0, low totals have no name: a warning. */
export function scaleProblems(scale: GradingScale): ScaleProblem[] {
  if (scale.length === 0) return [{ step: null, code: "no-steps", severity: "error" }];
  const found: ScaleProblem[] = [];
  const error = (step: number, code: ScaleProblem["code"]) => found.push({ step, code, severity: "error" });
  const names = scale.map((each) => each.name.trim().toLowerCase());
  for (const [index, { from }] of scale.entries()) {
    if (!(from >= 0 && from <= 1)) error(index, "not-a-share");
    if (names[index] === "") error(index, "no-name");
    if (scale.slice(0, index).some((other) => other.from === from)) error(index, "same-from");
    if (names[index] !== "" && names.indexOf(names[index]!) < index) error(index, "same-name");
  }
  if (!scale.some((each) => each.from === 0))
    found.push({ step: null, code: "nothing-from-zero", severity: "warning" });
  return found;
}
