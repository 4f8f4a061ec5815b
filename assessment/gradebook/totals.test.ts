import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { totalIn, totalling, weightProblems, type Category, type WeightedColumn } from "./totals";

const category = (categoryId: string, weight: number | null = null, dropLowest = 0): Category => ({
  categoryId,
  weight,
  dropLowest,
});
const column = (categoryId: string, maxPoints = 10, weight: number | null = null): WeightedColumn => ({
  categoryId,
  weight,
  maxPoints,
});

describe("a total", () => {
  test.each<[string, Category[], WeightedColumn[], (number | null)[], number | null, (number | null)[], number[][]]>([
    [
      "without weights is the points over the maximum",
      [category("all")],
      [column("all", 10), column("all", 30)],
      [1, 0.5],
      25 / 40,
      [25 / 40],
      [[]],
    ],
    ["is none where nothing counts", [category("all")], [column("all")], [null], null, [null], [[]]],
    [
      "leaves out what does not count",
      [category("all")],
      [column("all"), column("all"), column("all")],
      [0.5, null, 1],
      0.75,
      [0.75],
      [[]],
    ],
    [
      "weighs categories",
      [category("work", 40), category("tests", 60)],
      [column("work"), column("work"), column("tests", 50)],
      [1, 0.5, 0.5],
      0.6,
      [0.75, 0.5],
      [[], []],
    ],
    [
      "leaves an empty category's weight to the others",
      [category("work", 40), category("tests", 60)],
      [column("work"), column("tests")],
      [0.9, null],
      0.9,
      [0.9, null],
      [[], []],
    ],
    [
      "weighs assignments in a category",
      [category("all", 1)],
      [column("all", 10, 3), column("all", 10, 1)],
      [1, 0],
      0.75,
      [0.75],
      [[]],
    ],
    [
      "drops the lowest of what counts; what is excused uses up no drop",
      [category("all", 1, 1)],
      [column("all"), column("all"), column("all"), column("all")],
      [0.8, null, 0.4, 0.6],
      0.7,
      [0.7],
      [[2]],
    ],
    [
      "never drops the last one",
      [category("all", 1, 3)],
      [column("all"), column("all")],
      [0.2, 0.4],
      0.4,
      [0.4],
      [[0]],
    ],
    [
      "does not drop what has no weight",
      [category("all", 1, 1)],
      [column("all", 10, 0), column("all"), column("all")],
      [0, 0.4, 0.6],
      0.6,
      [0.6],
      [[1]],
    ],
    [
      "counts a category of weight 0 nowhere",
      [category("work", 0), category("tests", 1)],
      [column("work"), column("tests")],
      [1, 0.5],
      0.5,
      [1, 0.5],
      [[], []],
    ],
    [
      "has no trace of thirds",
      [category("all", 1)],
      [column("all", 3), column("all", 3), column("all", 3)],
      [1 / 3, 1 / 3, 1 / 3],
      0.333333333333,
      [0.333333333333],
      [[]],
    ],
  ])("%s", (_, categories, columns, counts, share, shares, dropped) => {
    const total = totalling(categories, columns)(counts);
    expect(total.share).toBe(share);
    expect(total.categories.map((each) => each.share)).toEqual(shares);
    expect(total.categories.map((each) => each.dropped)).toEqual(dropped);
  });

  test("in per cent, in points of what counts, and in points of a given number", () => {
    const total = totalling([category("all", null, 1)], [column("all"), column("all"), column("all")])([0.5, 1, 0.2]);
    expect(totalIn(total, { as: "percent" })).toEqual({ value: 75, of: 100 });
    expect(totalIn(total, { as: "points", outOf: null })).toEqual({ value: 15, of: 20 });
    expect(totalIn(total, { as: "points", outOf: 15 })).toEqual({ value: 11.25, of: 15 });
    expect(totalIn({ share: null, maxPoints: 0 }, { as: "percent" })).toBeNull();
  });

  test.each([
    ["a column without its category", [category("all")], [column("other")]],
    ["a negative weight", [category("all", -1)], [column("all")]],
    ["a weight that is no number", [category("all")], [column("all", 10, Number.NaN)]],
  ])("is refused for %s", (_, categories, columns) => {
    expect(() => totalling(categories, columns)).toThrow(RangeError);
  });

  const shares = fc.option(fc.integer({ min: 0, max: 10 }).map((n) => n / 10));
  const cases = fc
    .record({
      categories: fc.array(fc.record({ weight: fc.option(fc.nat(5)), dropLowest: fc.nat(3) }), {
        minLength: 1,
        maxLength: 3,
      }),
      columns: fc.array(
        fc.record({
          of: fc.nat(20),
          maxPoints: fc.integer({ min: 1, max: 20 }),
          weight: fc.option(fc.nat(4)),
          share: shares,
        }),
        { maxLength: 12 },
      ),
    })
    .map(({ categories, columns }) => ({
      categories: categories.map((each, index) => ({ ...each, categoryId: `${index}` })),
      columns: columns.map(({ of, maxPoints, weight }) => ({
        categoryId: `${of % categories.length}`,
        maxPoints,
        weight,
      })),
      counts: columns.map((each) => each.share),
    }));

  test("lies between the lowest and the highest share, and rises when a score does", () => {
    fc.assert(
      fc.property(cases, fc.nat(11), ({ categories, columns, counts }, which) => {
        const totalOf = totalling(categories, columns);
        const { share } = totalOf(counts);
        const known = counts.filter((each) => each !== null);
        if (share === null) return;
        expect(share).toBeGreaterThanOrEqual(Math.min(...known) - 1e-9);
        expect(share).toBeLessThanOrEqual(Math.max(...known) + 1e-9);
        const category = categories.find((each) => each.categoryId === columns[which]?.categoryId);
        // Where categories weigh what is kept in them, a better score may change what is kept, and so the weights.
        fc.pre(counts[which] != null && category !== undefined && categories.every((each) => each.weight !== null));
        const better = counts.map((each, index) => (index === which ? Math.min(1, each! + 0.3) : each));
        expect(totalOf(better).share!).toBeGreaterThanOrEqual(share - 1e-9);
      }),
    );
  });
});

describe("weights", () => {
  test.each<[string, Category[], WeightedColumn[], string[]]>([
    ["sound", [category("a", 40, 1), category("b", 60)], [column("a"), column("a"), column("b")], []],
    ["negative", [category("a", -1)], [column("a")], ["a not-a-weight"]],
    ["of a column, no number", [category("a")], [column("a", 1, Number.NaN)], ["a not-a-weight"]],
    ["all nothing", [category("a", 0), category("b", 0)], [], ["null nothing-has-weight"]],
    ["mixed", [category("a", 1), category("b")], [], ["null weights-mixed"]],
    ["half a drop", [category("a", 1, 0.5)], [column("a")], ["a not-a-count"]],
    ["as many drops as columns", [category("a", 1, 2)], [column("a"), column("a")], ["a drops-all-but-one"]],
  ])("%s", (_, categories, columns, expected) => {
    expect(weightProblems(categories, columns).map(({ categoryId, code }) => `${categoryId} ${code}`)).toEqual(
      expected,
    );
  });
});
