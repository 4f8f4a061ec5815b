import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shuffled } from "./shuffle";

describe("a shuffled list", () => {
  it("holds what the list held, once each", () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (list, seed) => {
        expect(shuffled(list, seed).sort()).toEqual([...list].sort());
      }),
    );
  });

  it("is the same for the same seed, and another for most others", () => {
    const list = [..."abcdefgh"];
    expect(shuffled(list, 7)).toEqual(shuffled(list, 7));
    expect(new Set(Array.from({ length: 50 }, (_, seed) => shuffled(list, seed).join(""))).size).toBeGreaterThan(45);
  });

  it("puts each first about equally often", () => {
    const firsts = new Map<string, number>();
    for (let seed = 0; seed < 4000; seed++) {
      const first = shuffled([..."abcd"], seed)[0]!;
      firsts.set(first, (firsts.get(first) ?? 0) + 1);
    }
    for (const times of firsts.values()) expect(Math.abs(times - 1000)).toBeLessThan(120);
  });
});
