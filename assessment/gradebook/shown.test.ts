import { describe, expect, test } from "vitest";
import { cellFigure, columnFigure, perCent, tenthsOfPerCent, totalFigure, type ShownForm } from "./shown";

const percent: ShownForm = { as: "percent" };
const points: ShownForm = { as: "points", outOf: null };

describe("a share", () => {
  test("is 100 only when it is all, and 0 only when it is nothing", () => {
    expect([1, 0.999, 0.995, 0.994, 0.001, 0].map(perCent)).toEqual([100, 99, 99, 99, 1, 0]);
    expect([1, 0.9996, 0.834, 0.0002, 0].map(tenthsOfPerCent)).toEqual([100, 99.9, 83.4, 0.1, 0]);
  });
});

describe("a cell", () => {
  test("has whole per cent, or points to two decimals", () => {
    const score = { points: 10 / 3, share: 1 / 3 };
    expect(cellFigure(score, percent)).toBe(33);
    expect(cellFigure(score, points)).toBe(3.33);
    expect(columnFigure(1 / 3, 10, points)).toBe(3.33);
    expect(columnFigure(1 / 3, 10, percent)).toBe(33);
  });
});

describe("a total", () => {
  const total = { share: 0.8336, maxPoints: 50 };

  test("is nothing where nothing counts", () => {
    expect(totalFigure({ share: null, maxPoints: 0 }, percent)).toBeNull();
  });

  test("is in per cent to a tenth, in the points of what counts, or out of a number", () => {
    expect(totalFigure(total, percent)).toEqual({ value: 83.4, of: 100, grade: null });
    expect(totalFigure(total, points)).toEqual({ value: 41.68, of: 50, grade: null });
    expect(totalFigure(total, { as: "points", outOf: 20 })).toEqual({ value: 16.67, of: 20, grade: null });
  });

  test("has as many decimals beside a grade as it takes not to look like the next", () => {
    const scale = [
      { from: 0.9, name: "A" },
      { from: 0.5, name: "B" },
    ];
    const form: ShownForm = { as: "scale", scale };
    expect(totalFigure({ share: 0.9, maxPoints: 1 }, form)).toEqual({ value: 90, of: 100, grade: "A" });
    expect(totalFigure({ share: 0.89996, maxPoints: 1 }, form)).toEqual({ value: 89.996, of: 100, grade: "B" });
    expect(totalFigure({ share: 0.2, maxPoints: 1 }, form)).toEqual({ value: 20, of: 100, grade: null });
  });
});
