import { gradebookCell, type CellColumn, type CellFacts, type GradebookCell, type MissingRule } from "./cell";
import { columnStatistics, type ColumnStatistics } from "./column-statistics";
import { totalling, type Category, type Total, type WeightedColumn } from "./totals";

export interface GradebookColumn extends CellColumn, WeightedColumn {
  assignmentId: string;
}

export interface GradebookInput {
  /** Across, in the order shown. */
  columns: readonly GradebookColumn[];
  categories: readonly Category[];
  missing: MissingRule;
  /**
   * Down, in the order shown. `facts`: one for each column; undefined where the learner has done nothing. They are read
   * once, one learner after the other, so that those of ten thousand need not be there at the same time.
   */
  learners: Iterable<{ personId: string; facts: readonly (CellFacts | undefined)[] }>;
}

export interface GradebookRow {
  personId: string;
  /** One for each column. */
  cells: GradebookCell[];
  total: Total;
}

export interface Gradebook {
  rows: GradebookRow[];
  /** One for each column. */
  columns: ColumnStatistics[];
}

/** Lays out a class's scores and adds them up, in one pass over the learners and one over the columns. */
export function gradebook({ columns, categories, missing, learners }: GradebookInput, now: Date): Gradebook {
  const totalOf = totalling(categories, columns);
  const rows: GradebookRow[] = [];
  for (const { personId, facts } of learners) {
    const cells = columns.map((column, index) => gradebookCell(column, facts[index], missing, now));
    rows.push({ personId, cells, total: totalOf(cells.map((cell) => cell.counts)) });
  }
  return { rows, columns: columns.map((_, index) => columnStatistics(rows.map((row) => row.cells[index]!))) };
}
