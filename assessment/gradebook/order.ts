import { cellStates, type CellState } from "./cell";
import type { GradebookRow } from "./gradebook";

/** What the rows of a gradebook are ordered by; a column or category by its place. Name: as they come. */
export type GradebookOrder =
  | { by: "name" | "total" }
  | { by: "column" | "category"; index: number }
  /** By how many of a learner's cells are in the state. */
  | { by: "count"; state: CellState };

/**
 * Rows in another order. A row without the figure asked for stands last either way: in a column by its state (missing
 * before open, say), and else as it came. Equals keep their order.
 */
export function orderedGradebook<Row extends Pick<GradebookRow, "cells" | "total">>(
  rows: readonly Row[],
  order: GradebookOrder,
  descending: boolean,
): Row[] {
  if (order.by === "name") return descending ? [...rows].reverse() : [...rows];
  return rows
    .map((row) => ({ row, figure: figureOf(row, order), state: stateRank(row, order) }))
    .sort((a, b) => {
      if (a.figure === null || b.figure === null)
        return Number(a.figure === null) - Number(b.figure === null) || a.state - b.state;
      return descending ? b.figure - a.figure : a.figure - b.figure;
    })
    .map(({ row }) => row);
}

function figureOf({ cells, total }: Pick<GradebookRow, "cells" | "total">, order: GradebookOrder): number | null {
  switch (order.by) {
    case "name":
      return null;
    case "total":
      return total.share;
    case "category":
      return total.categories[order.index]?.share ?? null;
    case "count":
      return cells.reduce((count, cell) => count + Number(cell.state === order.state), 0);
    case "column": {
      const cell = cells[order.index];
      return cell?.state === "scored" || cell?.state === "late" ? (cell.score?.share ?? null) : null;
    }
  }
}

/** A teacher who sorts looks for those who need them: first who handed nothing in, last whom it does not concern. */
const ranks: readonly CellState[] = ["missing", "voided", "in progress", "open", "not open", "excused", "exempt"];

function stateRank({ cells }: Pick<GradebookRow, "cells">, order: GradebookOrder): number {
  const state = order.by === "column" ? cells[order.index]?.state : undefined;
  return state === undefined ? cellStates.length : ranks.indexOf(state);
}
