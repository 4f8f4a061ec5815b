import type { Row } from "./cells";
import { brief, type NameRules } from "./names";
import type { Field, Problems } from "./problem";
import { rosterRow, withoutTwins, type RosterRow, type Typed } from "./row";
import { shapeOf, type Shape } from "./shape";
import { notALearner, type Skipped } from "./skipped";

/** A column as the preview shows it: its title, and what was read from it; null: it was not read. */
export interface ColumnRead {
  title: string;
  field: Field | null;
}

export interface ListRead {
  rows: RosterRow[];
  skipped: Skipped[];
  columns: ColumnRead[];
}

interface How {
  file: string;
  rules: NameRules;
  problems: Problems;
  /** What the columns hold, by who looked at them. */
  columns?: readonly (Field | null)[];
  inPairs: boolean;
}

/** A class list of a teacher's own: one column of names, or columns that a first line names. */
export function readList(given: readonly Row[], how: How): ListRead {
  const shape = shapeOf(given, how);
  if (!shape) return { rows: [], skipped: [], columns: [] };
  const skipped: Skipped[] = [];
  const rows = shape.body.flatMap((row) => learnerOf(row, shape, { ...how, skipped }) ?? []);
  return {
    rows: withoutTwins(rows, how.problems),
    skipped,
    columns: shape.titles.map((title, index) => ({ title: brief(title), field: shape.fields[index] ?? null })),
  };
}

function learnerOf(row: Row, { fields }: Shape, { file, rules, problems, skipped }: How & { skipped: Skipped[] }) {
  if (row.cells.slice(fields.length).some((cell) => cell.trim())) {
    const message = `This line has ${row.cells.length} cells, where ${fields.length} have a title.`;
    const mend = 'Delete what is too much. A name with a comma in it needs quotation marks: "Kask, Anna".';
    problems.leaveOut("too-many-cells", row.line, null, message, mend);
    return null;
  }
  const cell = (field: Field) => {
    const index = fields.indexOf(field);
    return index < 0 ? undefined : (row.cells[index] ?? "");
  };
  const typed: Typed = {
    name: cell("name"),
    givenName: cell("givenName"),
    familyName: cell("familyName"),
    userName: cell("userName"),
    group: cell("group"),
  };
  const why = notALearner(cell("role"));
  if (why) {
    const name = typed.name || `${typed.givenName ?? ""} ${typed.familyName ?? ""}`.trim();
    skipped.push({ file, line: row.line, name: brief(name), why });
    return null;
  }
  return rosterRow(typed, { row, file, rules, problems });
}
