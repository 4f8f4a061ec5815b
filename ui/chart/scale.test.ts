import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { percentOf, piecesOf, ticksTo } from "./scale";

describe("the scale of bars", () => {
  test("goes in round steps past the greatest number", () => {
    expect(ticksTo(2_742_909)).toEqual([0, 1e6, 2e6, 3e6]);
    expect(ticksTo(1_802_000)).toEqual([0, 5e5, 1e6, 15e5, 2e6]);
    expect(ticksTo(14_000_000)).toEqual([0, 5e6, 1e7, 15e6]);
    expect(ticksTo(100)).toEqual([0, 50, 100]);
  });

  test("holds every number, with two to six steps", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), (greatest) => {
        const ticks = ticksTo(greatest);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(greatest * 0.999);
        expect(ticks.length).toBeGreaterThanOrEqual(3);
        expect(ticks.length).toBeLessThanOrEqual(6);
      }),
    );
  });

  test("begins at nothing and never leaves the drawing", () => {
    expect(percentOf(2.5, 10)).toBe(25);
    expect(percentOf(20, 10)).toBe(100);
  });
});

describe("the pieces of a bar", () => {
  test("of one number are one", () => {
    expect(piecesOf({ low: 50, high: 50, best: 50 }, 100)).toEqual([{ kind: "rest", from: 0, to: 50 }]);
  });

  test("lie end to end: part, rest, range", () => {
    expect(piecesOf({ low: 50, high: 80, part: { value: 20 } }, 100)).toEqual([
      { kind: "part", from: 0, to: 20 },
      { kind: "rest", from: 20, to: 50 },
      { kind: "range", from: 50, to: 80 },
    ]);
  });

  test("end solid at the best number within a range", () => {
    expect(piecesOf({ low: 50, high: 80, best: 60 }, 100)).toEqual([
      { kind: "rest", from: 0, to: 60 },
      { kind: "range", from: 60, to: 80 },
    ]);
  });
});
