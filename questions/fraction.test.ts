import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fractionText, settled, share } from "./fraction";

describe("a settled fraction", () => {
  it.each([
    ["three thirds written with seven digits", 3 * 0.3333333, 1],
    ["three thirds written with five digits", 3 * 0.33333, 1],
    ["six sixths written with five digits", 6 * 0.16667, 1],
    ["a thousandth short of all", 0.999, 0.999],
    ["ten tenths", Array.from({ length: 10 }, () => 0.1).reduce((a, b) => a + b), 1],
    ["a thousand thousandths", Array.from({ length: 1000 }, () => 0.001).reduce((a, b) => a + b), 1],
    ["three exact thirds", 1 / 3 + 1 / 3 + 1 / 3, 1],
    ["more than all", 1.5, 1],
    ["less than nothing", -0.5, 0],
    ["a half less three sixths", 0.5 - 1 / 6 - 1 / 6 - 1 / 6, 0],
    ["no number", NaN, 0],
    ["without end", Infinity, 1],
    ["two thirds", 2 / 3, 2 / 3],
  ])("of %s", (_, sum, fraction) => {
    expect(settled(sum)).toBe(fraction);
  });

  it("lies in [0, 1] and keeps the order of what it is made from", () => {
    fc.assert(
      fc.property(fc.double(), fc.double(), (a, b) => {
        expect(settled(a)).toBeGreaterThanOrEqual(0);
        expect(settled(a)).toBeLessThanOrEqual(1);
        if (a <= b) expect(settled(a)).toBeLessThanOrEqual(settled(b));
      }),
    );
  });

  it("is exactly 1 when n equal shares are added up, for every n up to 1000", () => {
    for (let n = 1; n <= 1000; n++) {
      let sum = 0;
      for (let k = 0; k < n; k++) sum += 1 / n;
      expect(settled(sum)).toBe(1);
      expect(share(n, n)).toBe(1);
    }
  });
});

it("prints a fraction with three places at most", () => {
  expect([1, 0, 0.5, 2 / 3].map(fractionText)).toEqual(["1", "0", "0.5", "0.667"]);
});
