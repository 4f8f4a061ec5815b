import { describe, expect, test } from "vitest";
import { columnStatistics } from "./column-statistics";
import type { CellFacts, CellState } from "./cell";
import { gradebook, type GradebookColumn, type GradebookInput } from "./gradebook";
import { orderedGradebook, type GradebookOrder } from "./order";
import { isFound, searchKey } from "./search";

const day = (number: number) => new Date(Date.UTC(2026, 8, number));
const now = day(15);
const column = (assignmentId: string, more: Partial<GradebookColumn> = {}): GradebookColumn => ({
  assignmentId,
  categoryId: "all",
  weight: null,
  maxPoints: 10,
  terms: { opensAt: day(1), dueAt: day(10), closesAt: day(12) },
  ...more,
});
const scored = (points: number, late = false): CellFacts => ({
  counted: { points, maxPoints: 10, attemptIds: ["a"], deduction: 0, late, overridden: false },
});
const later = { opensAt: day(14), dueAt: day(20), closesAt: null };
const input: GradebookInput = {
  columns: [column("one"), column("two"), column("three", { terms: later })],
  categories: [{ categoryId: "all", weight: null, dropLowest: 0 }],
  missing: "after-due",
  learners: [
    { personId: "Anna", facts: [scored(10), scored(4, true), undefined] },
    { personId: "Boris", facts: [scored(6), undefined, undefined] },
    { personId: "Cilla", facts: [{ counted: null, excused: true }, { counted: null, excused: true }, undefined] },
    { personId: "Dora", facts: [] },
  ],
};
const book = gradebook(input, now);

describe("a gradebook", () => {
  test("has a row a learner, a cell a column, and a total", () => {
    expect(
      book.rows.map(({ personId, cells, total }) => [personId, ...cells.map((c) => c.state), total.share]),
    ).toEqual([
      ["Anna", "scored", "late", "open", 0.7],
      ["Boris", "scored", "missing", "open", 0.3],
      ["Cilla", "excused", "excused", "open", null],
      ["Dora", "missing", "missing", "open", 0],
    ]);
  });

  test("says of each column how the class stands; what is missing is in no mean", () => {
    expect(book.columns[0]).toMatchObject({ scored: 2, mean: 0.8, median: 0.8, lowest: 0.6, highest: 1 });
    expect(book.columns[0]!.states).toMatchObject({ scored: 2, excused: 1, missing: 1, late: 0 });
    expect(book.columns[0]!.tenths).toEqual([0, 0, 0, 0, 0, 0, 1, 0, 0, 1]);
    expect(book.columns[2]).toMatchObject({ scored: 0, mean: null, median: null, lowest: null, sd: null });
  });

  test("of nobody has columns and no rows", () => {
    const empty = gradebook({ ...input, learners: [] }, now);
    expect(empty.rows).toEqual([]);
    expect(empty.columns).toHaveLength(3);
  });

  test("of 1,000 learners and 40 assignments has every cell and loses nobody", () => {
    const columns = Array.from({ length: 40 }, (_, i) => column(`${i}`, { categoryId: `c${i % 4}` }));
    const categories = [0, 1, 2, 3].map((i) => ({ categoryId: `c${i}`, weight: i + 1, dropLowest: 2 }));
    const learners = Array.from({ length: 1000 }, (_, p) => ({
      personId: `${p}`,
      facts: columns.map((_, i) => ((p * 7 + i * 13) % 9 === 0 ? undefined : scored((p * 31 + i * 17) % 11))),
    }));
    const large = gradebook({ columns, categories, missing: "after-due", learners }, now);
    expect(large.rows).toHaveLength(1000);
    expect(large.columns.every((each) => each.scored + each.states.missing === 1000)).toBe(true);
  });
});

describe("the tenths of a column", () => {
  test("hold what a float puts a hair beside them", () => {
    const cell = (share: number) => ({
      state: "scored" as CellState,
      score: { share, points: share, maxPoints: 1, deduction: 0, overridden: false, attemptIds: [] },
    });
    const tenths = columnStatistics([0, 0.1 * 3, 0.7 - 0.4, 0.3, 0.99, 1].map(cell)).tenths;
    expect(tenths).toEqual([1, 0, 0, 3, 0, 0, 0, 0, 0, 2]);
  });
});

describe("rows in order", () => {
  const order = (by: GradebookOrder, descending = false) =>
    orderedGradebook(book.rows, by, descending).map((row) => row.personId);

  test.each<[string, GradebookOrder, boolean, string[]]>([
    ["by name as they come", { by: "name" }, false, ["Anna", "Boris", "Cilla", "Dora"]],
    ["by name from the end", { by: "name" }, true, ["Dora", "Cilla", "Boris", "Anna"]],
    ["by total, without one last", { by: "total" }, false, ["Dora", "Boris", "Anna", "Cilla"]],
    ["by total, the highest first, without one last", { by: "total" }, true, ["Anna", "Boris", "Dora", "Cilla"]],
    ["by a column, missing before excused", { by: "column", index: 0 }, false, ["Boris", "Anna", "Dora", "Cilla"]],
    ["by a column with late ones", { by: "column", index: 1 }, true, ["Anna", "Boris", "Dora", "Cilla"]],
    ["by a category", { by: "category", index: 0 }, true, ["Anna", "Boris", "Dora", "Cilla"]],
    ["by what is missing", { by: "count", state: "missing" }, true, ["Dora", "Boris", "Anna", "Cilla"]],
    ["by a column that is not there", { by: "column", index: 9 }, true, ["Anna", "Boris", "Cilla", "Dora"]],
  ])("%s", (_, by, descending, expected) => {
    expect(order(by, descending)).toEqual(expected);
  });
});

describe("a search", () => {
  test.each([
    ["Zoë  Müller", "zoe muller"],
    ["Ёлкина Мария", "елкина мария"],
    ["Łukasz Żółć", "lukasz zolc"],
    ["Þóra Æsir", "thora aesir"],
    ["STRASSE ß", "strasse ss"],
    ["Anne-Marie O’Neill", "anne marie o'neill"],
    ["  ", ""],
  ])("knows '%s' as '%s'", (name, key) => {
    expect(searchKey(name)).toBe(key);
  });

  test.each([
    ["mu zo", true],
    ["ZOË", true],
    ["", true],
    ["ller", false],
    ["zoe meyer", false],
  ])("for '%s' finds Zoë Müller: %s", (query, found) => {
    expect(isFound(searchKey("Zoë Müller"), query)).toBe(found);
  });
});
