import type { Cell } from "./class-summary";

/** What the class scores are ordered by: the learners' names (as they come), their means, or a quiz by its place. */
export type RowOrder = "name" | "mean" | number;

/**
 * Rows in another order; a row without the figure asked for stands last either way, and equals keep their order.
 * `descending`: the highest first, or the names from the end.
 */
export function orderedRows<Row extends { cells: readonly Cell[]; mean: number | null }>(
  rows: readonly Row[],
  by: RowOrder,
  descending: boolean,
): Row[] {
  if (by === "name") return descending ? [...rows].reverse() : [...rows];
  const figure = (row: Row): number | null => {
    if (by === "mean") return row.mean;
    const cell = row.cells[by];
    return cell?.state === "scored" ? cell.fraction : null;
  };
  return rows
    .map((row) => ({ row, figure: figure(row) }))
    .sort((a, b) => {
      if (a.figure === null || b.figure === null) return Number(a.figure === null) - Number(b.figure === null);
      return descending ? b.figure - a.figure : a.figure - b.figure;
    })
    .map(({ row }) => row);
}
