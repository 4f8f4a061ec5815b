import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { certainties, itemMark, type Certainty, type ItemMarkInput } from "./item-mark";

const third = 1 / 3;
const mark = (input: Partial<ItemMarkInput>) => itemMark({ points: 1, fraction: 1, ...input }).points;

describe("a mark", () => {
  test.each<[string, Partial<ItemMarkInput>, number]>([
    ["a right answer earns all", { points: 3 }, 3],
    ["a part-right answer earns its part", { points: 3, fraction: 0.5 }, 1.5],
    ["a wrong answer earns nothing", { points: 3, fraction: 0 }, 0],
    ["a blank earns nothing", { points: 3, fraction: null }, 0],
    ["a question worth nothing gives nothing", { points: 0 }, 0],
    // Tries.
    ["right at the second try, less the penalty", { points: 3, tries: [0], penalty: third }, 2],
    ["right at the third try, less two penalties", { points: 3, tries: [0, 0], penalty: third }, 1],
    ["right at the fourth try, when all is used up", { points: 3, tries: [0, 0, 0], penalty: third }, 0],
    ["right at the fifth try, never below nothing", { points: 3, tries: [0, 0, 0, 0], penalty: third }, 0],
    ["a penalty written with seven digits uses up all as well", { tries: [0, 0, 0], penalty: 0.3333333 }, 0],
    ["tries that cost nothing", { tries: [0, 0], penalty: 0 }, 1],
    ["the best try counts, not the last", { fraction: 0.5, tries: [0.8], penalty: 0.1 }, 0.8],
    ["the best after its penalty counts", { fraction: 0.9, tries: [0.8], penalty: 0.2 }, 0.8],
    ["the last try is the answer itself", { fraction: null, tries: [0, 1], penalty: 0.25 }, 0.75],
    // Hints.
    ["a hint takes its cost", { hintCosts: [0.25] }, 0.75],
    ["hints take the sum of their costs", { points: 2, hintCosts: [0.25, 0.1] }, 1.3],
    ["three hints of a third take all, to the last crumb", { hintCosts: [third, third, third] }, 0],
    ["hints never take more than there is", { fraction: 0.5, hintCosts: [0.4, 0.4] }, 0],
    ["a hint to a wrong answer takes nothing", { fraction: 0, hintCosts: [0.5] }, 0],
    ["a hint to a blank takes nothing", { fraction: null, hintCosts: [0.5] }, 0],
    ["hints are taken after tries", { tries: [0], penalty: 0.25, hintCosts: [0.25] }, 0.5],
    // Certainty.
    ["low and right", { certainty: "low" }, third],
    ["low and wrong", { fraction: 0, certainty: "low" }, 0],
    ["middle and right", { certainty: "middle" }, 2 / 3],
    ["middle and wrong", { fraction: 0, certainty: "middle" }, -2 / 3],
    ["high and right", { points: 3, certainty: "high" }, 3],
    ["high and wrong", { points: 3, fraction: 0, certainty: "high" }, -6],
    ["high and half right lies half-way", { points: 3, fraction: 0.5, certainty: "high" }, -1.5],
    ["middle and half right lies half-way", { fraction: 0.5, certainty: "middle" }, 0],
    ["high and right by two thirds is where it turns", { fraction: 2 / 3, certainty: "high" }, 0],
    ["not said counts as low", { points: 3, certainty: null }, 1],
    ["a blank is 0, however sure", { fraction: null, certainty: "high" }, 0],
    ["a hint takes from what certainty won", { certainty: "high", hintCosts: [0.25] }, 0.75],
    ["a hint does not deepen what certainty lost", { fraction: 0, certainty: "high", hintCosts: [0.25] }, -2],
    ["a hint takes no more than certainty won", { certainty: "low", hintCosts: [0.5] }, 0],
    ["a second try takes from what certainty won", { certainty: "high", tries: [0], penalty: 0.25 }, 0.75],
    ["tries that all went wrong lose once", { fraction: 0, certainty: "high", tries: [0, 0], penalty: 0.25 }, -2],
    ["what was tried and taken back is not blank", { fraction: null, certainty: "high", tries: [0] }, -2],
  ])("%s", (_, input, expected) => {
    expect(mark(input)).toBeCloseTo(expected, 12);
    if (Number.isInteger(expected)) expect(mark(input)).toBe(expected);
  });

  test("thirds add up to exactly 1, however they are earned", () => {
    expect(mark({ certainty: "low" }) + mark({ certainty: "middle" })).toBe(1);
    expect(mark({ certainty: "low" }) * 3).toBe(1);
    expect(mark({ tries: [0], penalty: third }) + mark({ tries: [0, 0], penalty: third })).toBeCloseTo(1, 15);
    expect(Object.is(mark({ fraction: 2 / 3, certainty: "high" }), 0)).toBe(true);
  });

  test("is explained line by line, down to the points", () => {
    const { lines } = itemMark({
      points: 3,
      fraction: 1,
      tries: [0.5],
      penalty: 0.25,
      hintCosts: [0.1],
      certainty: "high",
    });
    expect(lines).toEqual([
      { label: "How sure: high (right +1, wrong −2)", value: "" },
      { label: "Try 1, partly right: 0.5 of the way from −2 to +1", value: "−0.5" },
      { label: "Try 2, right", value: "1" },
      { label: "Less 0.25 for 1 extra try", value: "0.75" },
      { label: "The best try counts", value: "0.75" },
      { label: "Less 0.1 for 1 hint", value: "0.65" },
      { label: "Points: 0.65 × 3", value: "1.95" },
    ]);
    expect(itemMark({ points: 2, fraction: 0.5 }).lines).toEqual([{ label: "Points: 0.5 × 2", value: "1" }]);
    expect(itemMark({ points: 2, fraction: null, certainty: "high" }).lines).toEqual([
      { label: "No answer", value: "0" },
    ]);
    expect(itemMark({ points: 3, fraction: 1, certainty: null }).lines[0]).toEqual({
      label: "How sure: not said, counts as low (right +⅓, wrong 0)",
      value: "",
    });
  });

  test("writes thirds as thirds, so that what is shown can be checked by hand", () => {
    const { lines } = itemMark({ points: 2, fraction: 1, tries: [0, 0], penalty: third, certainty: "middle" });
    expect(lines).toEqual([
      { label: "How sure: middle (right +⅔, wrong −⅔)", value: "" },
      { label: "Try 1, not right", value: "−⅔" },
      { label: "Try 2, not right", value: "−⅔" },
      { label: "Try 3, right", value: "⅔" },
      { label: "Less 2 × ⅓ for 2 extra tries", value: "0" },
      { label: "The best try counts", value: "0" },
      { label: "Points: 0 × 2", value: "0" },
    ]);
    expect(itemMark({ points: 2, fraction: 2 / 3 }).lines).toEqual([{ label: "Points: ⅔ × 2", value: "1⅓" }]);
  });

  test.each<[string, Partial<ItemMarkInput>]>([
    ["a fraction above 1", { fraction: 1.1 }],
    ["a fraction that is no number", { fraction: Number.NaN }],
    ["a try below 0", { tries: [-0.1] }],
    ["points below 0", { points: -1 }],
    ["endless points", { points: Number.POSITIVE_INFINITY }],
    ["a penalty of 200 %", { penalty: 2 }],
    ["a hint that gives", { hintCosts: [-0.5] }],
  ])("does not take %s", (_, input) => {
    expect(() => mark(input)).toThrow(RangeError);
  });
});

describe("the laws of a mark", () => {
  const share = fc.oneof(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.constantFrom(0, 1, 0.5, third, 2 * third, 0.3333333, 0.1),
  );
  const input: fc.Arbitrary<ItemMarkInput> = fc.record(
    {
      points: fc.integer({ min: 0, max: 12 }),
      fraction: fc.option(share),
      tries: fc.array(share, { maxLength: 5 }),
      penalty: share,
      hintCosts: fc.array(share, { maxLength: 4 }),
      certainty: fc.option(fc.constantFrom<Certainty>(...certainties)),
    },
    { requiredKeys: ["points", "fraction"] },
  );
  const of = (each: ItemMarkInput) => itemMark(each).points;
  const near = 1e-9;
  const holds = (law: (each: ItemMarkInput) => void) => fc.assert(fc.property(input, law), { numRuns: 1000 });

  test("it lies in [0, points]; with certainty in [−2 · points, points]", () => {
    holds((each) => {
      const least = each.certainty === undefined ? 0 : -2 * each.points;
      expect(of(each)).toBeGreaterThanOrEqual(least);
      expect(of(each)).toBeLessThanOrEqual(each.points);
      expect(Object.is(of(each), -0)).toBe(false);
    });
  });

  test("only certainty goes below 0: without it, and where it won, deductions end at 0", () => {
    holds(({ certainty: _, ...each }) => {
      expect(of(each)).toBeGreaterThanOrEqual(0);
    });
    holds((each) => {
      const bare = of({ ...each, hintCosts: [], penalty: 0 });
      if (bare >= 0) expect(of(each)).toBeGreaterThanOrEqual(0);
      else expect(of(each)).toBeCloseTo(bare, 12);
    });
  });

  test("what was never answered is 0", () => {
    holds((each) => {
      expect(of({ ...each, fraction: null, tries: [] })).toBe(0);
    });
  });

  test("a better answer never earns less", () => {
    fc.assert(
      fc.property(input, share, (each, other) => {
        const [worse, better] = [Math.min(each.fraction ?? 0, other), Math.max(each.fraction ?? 0, other)];
        expect(of({ ...each, fraction: better })).toBeGreaterThanOrEqual(of({ ...each, fraction: worse }) - near);
      }),
      { numRuns: 1000 },
    );
  });

  test("a further hint and a higher price never earn more", () => {
    fc.assert(
      fc.property(input, share, (each, cost) => {
        expect(of({ ...each, hintCosts: [...(each.hintCosts ?? []), cost] })).toBeLessThanOrEqual(of(each) + near);
        const dearer = Math.max(each.penalty ?? 0, cost);
        expect(of({ ...each, penalty: dearer })).toBeLessThanOrEqual(of(each) + near);
      }),
      { numRuns: 1000 },
    );
  });

  test("trying once more never earns less than stopping, and a wrong try first never more than without it", () => {
    fc.assert(
      fc.property(input, share, (each, more) => {
        fc.pre(each.fraction !== null);
        const stopped = { ...each, tries: [...(each.tries ?? []), each.fraction!], fraction: null };
        expect(of({ ...stopped, fraction: more })).toBeGreaterThanOrEqual(of(stopped) - near);
        expect(of({ ...each, tries: [0, ...(each.tries ?? [])] })).toBeLessThanOrEqual(of(each) + near);
      }),
      { numRuns: 1000 },
    );
  });

  test("a right answer earns more the surer it was, a wrong one less, and all agree on neither", () => {
    const right = certainties.map((certainty) => mark({ certainty }));
    const wrong = certainties.map((certainty) => mark({ certainty, fraction: 0 }));
    expect([...right].sort((a, b) => a - b)).toEqual(right);
    expect([...wrong].sort((a, b) => b - a)).toEqual(wrong);
  });

  test("who is right with some likelihood does best by saying so: two thirds and four fifths are where it turns", () => {
    const expected = (certainty: Certainty, p: number) =>
      p * mark({ certainty }) + (1 - p) * mark({ certainty, fraction: 0 });
    const best = (p: number) => [...certainties].sort((a, b) => expected(b, p) - expected(a, p))[0];
    expect([0.5, 0.6, 0.7, 0.75, 0.85, 0.95].map(best)).toEqual(["low", "low", "middle", "middle", "high", "high"]);
  });

  test("twice the points is twice the mark", () => {
    holds((each) => {
      expect(of({ ...each, points: 2 * each.points })).toBeCloseTo(2 * of(each), 12);
    });
  });
});
