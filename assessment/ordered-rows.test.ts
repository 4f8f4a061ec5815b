import { expect, test } from "vitest";
import type { Cell } from "./class-summary";
import { orderedRows } from "./ordered-rows";

const scored = (fraction: number): Cell => ({
  state: "scored",
  fraction,
  points: fraction * 10,
  maxPoints: 10,
  attemptId: "a",
  attempts: 1,
  inProgress: false,
});
const row = (name: string, mean: number | null, ...cells: Cell[]) => ({ name, mean, cells });
const rows = [
  row("Ada", 0.5, scored(0.5)),
  row("Ben", null, { state: "not tried" }),
  row("Cem", 0, scored(0)),
  row("Dov", 0.5, scored(0.9)),
];
const names = (ordered: typeof rows) => ordered.map((each) => each.name).join(" ");

test("Names come as they are, or from the end", () => {
  expect(names(orderedRows(rows, "name", false))).toBe("Ada Ben Cem Dov");
  expect(names(orderedRows(rows, "name", true))).toBe("Dov Cem Ben Ada");
});

test("Who handed nothing in stands last, whichever way the means are ordered, and after a score of 0", () => {
  expect(names(orderedRows(rows, "mean", false))).toBe("Cem Ada Dov Ben");
  expect(names(orderedRows(rows, "mean", true))).toBe("Ada Dov Cem Ben");
});

test("A quiz orders by its own column", () => {
  expect(names(orderedRows(rows, 0, true))).toBe("Dov Ada Cem Ben");
});
