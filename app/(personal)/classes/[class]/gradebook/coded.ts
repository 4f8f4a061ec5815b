import {
  cellFigure,
  totalFigure,
  type GradebookCell,
  type ShownForm,
  type Total,
  type TotalFigure,
} from "@/assessment/gradebook";
import { shade } from "../per-cent";
import { letters, type CellCode, type TotalCode } from "./cell-code";

/** `dropped`: it is among the lowest, which the category leaves out. */
export function cellCode({ state, score, running }: GradebookCell, form: ShownForm, dropped: boolean): CellCode {
  if (state === "in progress") return `p ${running!.answered}/${running!.of}`;
  if (state !== "scored" && state !== "late") return letters[state];
  if (score!.maxPoints === 0) return letters.dropped;
  const marks = [state === "late" && "l", score!.overridden && "h", running && "a", dropped && "d"];
  return `${shade(score!.share)}${marks.filter(Boolean).join("")} ${cellFigure(score!, form)}`;
}

export function totalCode(total: Pick<Total, "share" | "maxPoints">, form: ShownForm): TotalCode {
  const figure = totalFigure(total, form);
  return figure === null ? [] : wordsOf(figure, form);
}

function wordsOf({ value, of, grade }: TotalFigure, form: ShownForm): TotalCode {
  if (form.as === "scale") return [grade ?? "", String(value)];
  if (form.as === "percent") return [value.toFixed(1)];
  return form.outOf === null ? [String(value), `of ${of}`] : [String(value)];
}
