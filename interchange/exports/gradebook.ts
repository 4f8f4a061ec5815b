import { sheet, type Column, type Table } from "../tables";

/** A number as people see it, and as it was computed; null: it has no value. */
export interface Figure {
  shown: number;
  exact: number;
}

/** A total, or a category's. */
export interface TotalFigure extends Figure {
  /** The points that it is out of, where these differ from learner to learner. */
  of: Figure;
  grade: string | null;
}

export interface GradebookColumn {
  title: string;
  category: string;
  group: string | null;
  maxPoints: number;
  opensAt: Date | null;
  dueAt: Date | null;
  closesAt: Date | null;
  mean: Figure | null;
  median: Figure | null;
  /** How many learners' cells are in each state. */
  states: Readonly<Record<string, number>>;
}

export interface GradebookLine {
  learnerId: string;
  name: string;
  userName: string;
  groups: readonly string[];
  /** One for each column; the state in a word. */
  cells: readonly { figure: Figure | null; state: string }[];
  /** In the order of the categories. */
  categories: readonly (TotalFigure | null)[];
  total: TotalFigure | null;
}

export interface GradebookFile {
  timeZone: string;
  /** How cells are written: in per cent of their points, or in points. */
  cells: "percent" | "points";
  /** Totals: in per cent; in points out of the same number for everyone, or out of what counts for each. */
  totals: "percent" | { outOf: number | null };
  /** Totals have a step of a grading scale. */
  graded: boolean;
  /** Whose totals are written; none of a gradebook without categories. */
  categories: readonly string[];
  columns: readonly GradebookColumn[];
  /** Down; read once for each sheet. */
  learners: Iterable<GradebookLine>;
}

export interface GradebookWanted {
  numbers: "as shown" | "exact";
  names: boolean;
}

/**
 * A gradebook as a table: learners down, for each assignment its score and its state in a word, then the totals. Scores
 * are numbers and nothing else, so that another program can take them; what has none is blank.
 */
export function gradebookTable(book: GradebookFile, { numbers, names }: GradebookWanted): Table<GradebookLine> {
  const pick = (figure: Figure | null | undefined) =>
    figure ? (numbers === "exact" ? figure.exact : figure.shown) : null;
  const columns: Column<GradebookLine>[] = names ? [...named, learnerId] : [learnerId, groups];
  const titles = distinct(book.columns.map(({ title }) => title));
  book.columns.forEach(({ maxPoints }, index) => {
    const title = `${titles[index]} (${book.cells === "percent" ? "%" : `of ${written(maxPoints)}`})`;
    columns.push(
      { title, type: "number", value: ({ cells }) => pick(cells[index]?.figure) },
      { title: `${titles[index]}: state`, type: "text", width: 14, value: ({ cells }) => cells[index]?.state },
    );
  });
  const category = distinct(book.categories);
  category.forEach((name, index) => {
    columns.push(...totalColumns(book, `${name}: total`, pick, ({ categories }) => categories[index] ?? null));
  });
  columns.push(...totalColumns(book, "Total", pick, ({ total }) => total));
  if (book.graded) columns.push({ title: "Grade", type: "text", width: 10, value: ({ total }) => total?.grade });
  return {
    name: numbers === "exact" ? "Exact" : "As shown",
    timeZone: book.timeZone,
    frozenColumns: 1,
    precision: "exact",
    columns,
    rows: book.learners,
  };
}

/** The gradebook as sheets of a workbook: as people see it, exact, and what the assignments are. */
export function gradebookSheets(book: GradebookFile, wanted: { names: boolean }): Table<unknown>[] {
  return [
    sheet(gradebookTable(book, { ...wanted, numbers: "as shown" })),
    sheet(gradebookTable(book, { ...wanted, numbers: "exact" })),
    sheet(assignments(book)),
  ];
}

const groups: Column<GradebookLine> = { title: "Groups", type: "text", value: ({ groups }) => groups.join(", ") };
const learnerId: Column<GradebookLine> = {
  title: "Learner id",
  type: "text",
  width: 38,
  value: (row) => row.learnerId,
};
const named: Column<GradebookLine>[] = [
  { title: "Learner", type: "text", width: 26, value: ({ name }) => name },
  { title: "User name", type: "text", value: ({ userName }) => userName },
  groups,
];

function totalColumns(
  { totals }: GradebookFile,
  title: string,
  pick: (figure: Figure | null | undefined) => number | null,
  total: (row: GradebookLine) => TotalFigure | null,
): Column<GradebookLine>[] {
  const value = (row: GradebookLine) => pick(total(row));
  if (totals === "percent") return [{ title: `${title} (%)`, type: "number", value }];
  if (totals.outOf !== null) return [{ title: `${title} (of ${written(totals.outOf)})`, type: "number", value }];
  return [
    { title: `${title} (points)`, type: "number", value },
    { title: `${title} (out of)`, type: "number", value: (row) => pick(total(row)?.of) },
  ];
}

/** A line an assignment: what the columns of the other sheets are, and how the class did. */
function assignments({ timeZone, cells, columns }: GradebookFile): Table<GradebookColumn> {
  const unit = cells === "percent" ? "%" : "points";
  const states = [...new Set(columns.flatMap(({ states }) => Object.keys(states)))];
  return {
    name: "Assignments",
    timeZone,
    frozenColumns: 1,
    columns: [
      { title: "Assignment", type: "text", width: 34, value: ({ title }) => title },
      { title: "Category", type: "text", value: ({ category }) => category },
      { title: "Given to", type: "text", value: ({ group }) => group ?? "the class" },
      { title: "Points", type: "number", value: ({ maxPoints }) => maxPoints },
      { title: "Opens", type: "date-time", value: ({ opensAt }) => opensAt },
      { title: "Due", type: "date-time", value: ({ dueAt }) => dueAt },
      { title: "Closes", type: "date-time", value: ({ closesAt }) => closesAt },
      { title: `Mean (${unit})`, type: "number", value: ({ mean }) => mean?.shown },
      { title: `Mean (${unit}, exact)`, type: "number", value: ({ mean }) => mean?.exact },
      { title: `Median (${unit})`, type: "number", value: ({ median }) => median?.shown },
      { title: `Median (${unit}, exact)`, type: "number", value: ({ median }) => median?.exact },
      ...states.map((state): Column<GradebookColumn> => ({
        title: `Learners: ${state}`,
        type: "number",
        value: ({ states }) => states[state] ?? 0,
      })),
    ],
    rows: columns,
  };
}

/** Other programs take columns by their titles: no two are alike. */
function distinct(titles: readonly string[]): string[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    let candidate = title;
    for (let number = 2; taken.has(candidate); number++) candidate = `${title} (${number})`;
    taken.add(candidate);
    return candidate;
  });
}

const written = (points: number) => String(Math.round(points * 100) / 100);
