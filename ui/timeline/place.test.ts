import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { place } from "./place";

describe("labels along a line", () => {
  test("stand where they want when there is room", () => {
    expect(place([0, 50, 100], 20)).toEqual([0, 50, 100]);
  });

  test("share the shift when they would touch", () => {
    expect(place([10, 12, 100], 20)).toEqual([1, 21, 100]);
  });

  test("never begin before the line does", () => {
    expect(place([10, 12, 100], 20, { from: 5 })).toEqual([5, 25, 100]);
  });

  test("are never nearer than the distance, and keep their order", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1000, max: 1000 }), { maxLength: 20 }),
        fc.integer({ min: 1, max: 200 }),
        (wishes, distance) => {
          const placed = place(
            wishes.sort((a, b) => a - b),
            distance,
            { from: -500 },
          );
          expect(placed).toHaveLength(wishes.length);
          placed.forEach((each, index) => {
            expect(each).toBeGreaterThanOrEqual(-500);
            if (index > 0) expect(each - placed[index - 1]!).toBeGreaterThanOrEqual(distance - 1e-6);
          });
        },
      ),
    );
  });

  test("of none are none", () => {
    expect(place([], 20)).toEqual([]);
  });
});
