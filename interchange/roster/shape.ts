import type { Row } from "./cells";
import { fieldsOf, titlesAt } from "./headers";
import { brief } from "./names";
import type { Field, Problems } from "./problem";

/** What the columns of a list hold, and its rows without what stands above and before the names. */
export interface Shape {
  fields: (Field | null)[];
  titles: string[];
  body: Row[];
}

/** Finds out what a list's columns are; lines above their titles are left away, and that is said. Null, and a problem, when only a person can tell. */
export function shapeOf(
  all: readonly Row[],
  { columns, inPairs, problems }: { columns?: readonly (Field | null)[]; inPairs: boolean; problems: Problems },
): Shape | null {
  const above = (columns ? null : titlesAt(all)) ?? 0;
  const given = all.slice(above);
  if (above > 0) {
    const what = all.slice(0, above).map(({ cells }) => `‘${brief(cells.filter((cell) => cell.trim()).join(", "))}’`);
    const stands = above === 1 ? "stands" : "stand";
    problems.note("above-titles", all[0]!.line, null, `${what.join(", ")} ${stands} above the titles: not read.`);
  }
  const first = given[0]!;
  const titled = fieldsOf(first.cells);
  const shape: Shape | null = columns
    ? untitled(titled ? given.slice(1) : given, [...columns])
    : titled
      ? { fields: titled, titles: first.cells.map((cell) => cell.trim()), body: given.slice(1) }
      : oneColumn(given, inPairs);
  if (!shape) {
    problems.refuse(
      "no-titles",
      first.line,
      `The list has ${width(given)} columns, and its first line does not say which is which.`,
      "Put a line on top that names them, such as: first name, last name, user name, group.",
    );
    return null;
  }
  if (columns && titled) shape.titles = first.cells.map((cell) => cell.trim());
  if (!shape.fields.some((field) => field !== null && nameFields.includes(field))) {
    const mend = "Add a column with the title ‘name’, or two: ‘first name’ and ‘last name’.";
    problems.refuse("no-names", first.line, "No column of this list holds names.", mend);
    return null;
  }
  const column = shape.fields.indexOf("name");
  return column < 0 ? shape : familyNamesTurned(withoutNumbers(shape, column), column, problems);
}

const nameFields: readonly Field[] = ["name", "givenName", "familyName"];
const width = (rows: readonly Row[]) => Math.max(...rows.map(({ cells }) => cells.length));

function untitled(body: readonly Row[], fields: (Field | null)[]): Shape {
  return { fields, titles: fields.map((_, index) => `Column ${index + 1}`), body: [...body] };
}

/** A list without titles is clear when it is one of names, besides empty columns and running numbers. */
function oneColumn(rows: readonly Row[], inPairs: boolean): Shape | null {
  // 'Kask, Anna' on every line: a comma with a space after it is a name's, not a table's.
  if (inPairs)
    return untitled(
      rows.map((row) => ({ ...row, cells: [row.cells.join(", ")] })),
      ["name"],
    );
  const columns = Array.from({ length: width(rows) }, (_, index) => index);
  const names = columns.filter((index) => {
    const cells = rows.map((row) => (row.cells[index] ?? "").trim()).filter(Boolean);
    return cells.length > 0 && !cells.every((cell) => /^\d+[.)]?$/.test(cell));
  });
  if (names.length !== 1) return null;
  return untitled(
    rows,
    columns.map((index) => (index === names[0] ? "name" : null)),
  );
}

/** '1. Anna', '2) Bob': numbers that run with the lines are no part of a name. */
function withoutNumbers(shape: Shape, column: number): Shape {
  const numbers = shape.body.map(({ cells }) => /^\s*(\d+)[.)]\s*(?=\S)/.exec(cells[column] ?? ""));
  const running = numbers.every((match, index) => match && Number(match[1]) === Number(numbers[0]![1]) + index);
  if (!running || shape.body.length < 2) return shape;
  return changed(shape, column, (cell, index) => cell.slice(numbers[index]![0].length));
}

/** Where all names are 'Kask, Anna', they are read as 'Anna Kask', and that is said. */
function familyNamesTurned(shape: Shape, column: number, problems: Problems): Shape {
  const names = shape.body.map(({ cells }) => cells[column] ?? "").filter((cell) => cell.trim());
  const halves = (name: string) => name.split(",").map((half) => half.trim());
  const turned = (name: string) => halves(name).reverse().join(" ");
  const isTurned = (name: string) => halves(name).length === 2 && halves(name).every(Boolean);
  if (names.length === 0 || !names.every(isTurned)) return shape;
  const [example] = names as [string];
  problems.note(
    "family-name-first",
    shape.body[0]!.line,
    "name",
    `The names are written with the family name first: ‘${brief(example.trim())}’ is read as ‘${brief(turned(example))}’.`,
  );
  return changed(shape, column, (cell) => (cell.trim() ? turned(cell) : cell));
}

function changed(shape: Shape, column: number, change: (cell: string, index: number) => string): Shape {
  const body = shape.body.map((row, index) => ({
    ...row,
    cells: row.cells.map((cell, at) => (at === column ? change(cell, index) : cell)),
  }));
  return { ...shape, body };
}
