import { describe, expect, test } from "vitest";
import type { GradebookCell } from "@/assessment/gradebook";
import { readCell } from "./cell-code";
import { cellCode, totalCode } from "./coded";

const percent = { as: "percent" } as const;

describe("a cell's code", () => {
  test.each(["missing", "excused", "voided", "open", "not open", "exempt"] as const)("tells '%s'", (state) => {
    expect(readCell(cellCode(cell(state), percent, false))).toEqual({ state });
  });

  test("tells that of nothing there is no score", () => {
    expect(readCell(cellCode(scored("scored", { maxPoints: 0 }), percent, false))).toEqual({ state: "dropped" });
  });

  test("tells how far an attempt in progress is", () => {
    const running = { answered: 3, of: 10 } as GradebookCell["running"];
    expect(readCell(cellCode({ ...cell("in progress"), running }, percent, false))).toEqual({
      state: "in progress",
      figure: "3/10",
    });
  });

  test("tells a score's figure, its shade, and each of its marks", () => {
    const plain = {
      state: "scored",
      figure: "68",
      shade: 2,
      late: false,
      byHand: false,
      another: false,
      dropped: false,
    };
    expect(readCell(cellCode(scored("scored"), percent, false))).toEqual(plain);
    expect(readCell(cellCode(scored("late"), percent, false))).toEqual({ ...plain, late: true });
    expect(readCell(cellCode(scored("scored", { overridden: true }), percent, false))).toEqual({
      ...plain,
      byHand: true,
    });
    expect(readCell(cellCode(scored("scored"), percent, true))).toEqual({ ...plain, dropped: true });
    const another = { ...scored("scored"), running: { answered: 0, of: 10 } as GradebookCell["running"] };
    expect(readCell(cellCode(another, percent, false))).toEqual({ ...plain, another: true });
    expect(readCell(cellCode(scored("scored"), { as: "points", outOf: null }, false))).toEqual({
      ...plain,
      figure: "6.8",
    });
  });
});

test("a total's code has what stands beside its figure, and nothing where nothing counts", () => {
  const total = { share: 0.725, maxPoints: 40 };
  const scale = { as: "scale", scale: [{ name: "B", from: 0.7 }] } as never;
  expect(totalCode(total, percent)).toEqual(["72.5"]);
  expect(totalCode(total, { as: "points", outOf: null })).toEqual(["29", "of 40"]);
  expect(totalCode(total, { as: "points", outOf: 20 })).toEqual(["14.5"]);
  expect(totalCode(total, scale)).toEqual(["B", "72.5"]);
  expect(totalCode({ share: null, maxPoints: 0 }, percent)).toEqual([]);
});

function cell(state: GradebookCell["state"]): GradebookCell {
  return { state, score: null, running: null } as GradebookCell;
}

function scored(state: "scored" | "late", more: { overridden?: boolean; maxPoints?: number } = {}): GradebookCell {
  const score = { points: 6.8, maxPoints: 10, share: 0.68, overridden: false, ...more };
  return { ...cell(state), score } as GradebookCell;
}
