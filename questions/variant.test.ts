import fc from "fast-check";
import { expect, it } from "vitest";
import { drawVariant } from "./variant";

it("draws the same variant for the same seed, and never one that is not there", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffffff }), fc.integer({ min: 1, max: 50 }), (seed, count) => {
      const variant = drawVariant(seed, count);
      expect(drawVariant(seed, count)).toBe(variant);
      expect(variant).toBeGreaterThanOrEqual(1);
      expect(variant).toBeLessThanOrEqual(count);
      expect(Number.isInteger(variant)).toBe(true);
    }),
  );
});

it("draws each of seven variants about equally often, also from seeds that follow each other", () => {
  const drawn = new Map<number, number>();
  for (let seed = 0; seed < 7000; seed++) {
    const variant = drawVariant(seed, 7);
    drawn.set(variant, 1 + (drawn.get(variant) ?? 0));
  }
  // 1000 each; seven standard deviations are about 200.
  for (let variant = 1; variant <= 7; variant++) {
    expect(drawn.get(variant)).toBeGreaterThan(800);
    expect(drawn.get(variant)).toBeLessThan(1200);
  }
});
