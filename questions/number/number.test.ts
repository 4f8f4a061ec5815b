import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { makeFactBase, type Fact, type FactBase } from "@/facts/base";
import { formatNumber } from "@/facts/numbers";
import naughty from "@/test/vectors/strings/blns-sample.json";
import { author } from "./author";
import { arrange } from "./arrange";
import { numberGap } from "./gap";
import { grade } from "./grade";
import { lint } from "./lint";
import { read } from "./read";
import { response as responseSchema, type Body, type Key, type Tolerance } from "./schema";
import { solve } from "./solve";
import { intervalOf, lessPenalty, within } from "./tolerance";

const plain: Body = { decimal: "." };
const exact: Tolerance = { type: "absolute", by: 0 };
const keyOf = (...answers: Key["answers"]): Key => {
  return { answers, times: {}, penalty: { share: 0, of: "question" }, confusable: [] };
};

function scored(text: string, key: Key, body: Body = plain, unit?: string) {
  const reading = read({ text: [text], ...(unit === undefined ? {} : { unit: [unit] }) }, body);
  if (reading.state !== "read") throw new Error(reading.state);
  expect(responseSchema.safeParse(reading.response).error?.issues).toBeUndefined();
  const outcome = grade(reading.response, key, body);
  if (outcome.state !== "scored") throw new Error(outcome.state);
  return outcome;
}

describe("a tolerance holds both its ends, and is safe against the noise of doubles", () => {
  test.each<[number, Tolerance, number, boolean]>([
    [7, { type: "absolute", by: 1 }, 6, true],
    [7, { type: "absolute", by: 1 }, 8, true],
    [7, { type: "absolute", by: 1 }, 8.01, false],
    [0.3, exact, 0.1 + 0.2, true],
    [0.3, { type: "absolute", by: 0.1 }, 0.2, true],
    [0.3, { type: "absolute", by: 0.1 }, 0.4, true],
    [7, { type: "relative", by: 0.1 }, 7.7, true],
    [7, { type: "relative", by: 0.1 }, 7.71, false],
    [-7, { type: "relative", by: 0.1 }, -6.3, true],
    [7, { type: "geometric", by: 1 }, 3.5, true],
    [7, { type: "geometric", by: 1 }, 14, true],
    [7, { type: "geometric", by: 1 }, 3.49, false],
    [-7, { type: "geometric", by: 1 }, -14, true],
    [5, { type: "range", low: 4, high: 6 }, 4, true],
    [5, { type: "range", low: 4, high: 6 }, 6.0001, false],
    [5, { type: "range", low: 6, high: 4 }, 5, true],
    [0, exact, 0, true],
    [0, exact, -0, true],
    [0, exact, 1e-300, false],
    [1e-20, exact, 9.999999e-21, false],
    [1e300, { type: "relative", by: 0.5 }, 1.4e300, true],
    [5, { type: "any" }, -1e300, true],
    [5, { type: "any" }, NaN, false],
    [5, { type: "relative", by: 1e300 }, Infinity, false],
  ])("%d with %j holds %d: %s", (value, tolerance, answer, holds) =>
    expect(within(answer, value, tolerance)).toBe(holds),
  );
});

describe("a missing or wrong unit takes off", () => {
  test.each([
    [1, 0.2, "answer", 0.8],
    [0.5, 0.2, "answer", 0.4],
    [0.5, 0.2, "question", 0.3],
    [0.1, 0.2, "question", 0],
    [1, 1, "question", 0],
  ] as const)("of %d, %d of the %s: %d is left", (fraction, share, of, left) =>
    expect(lessPenalty(fraction, { share, of })).toBeCloseTo(left, 12),
  );
});

test.each(["5", "5 kg"])("a unit that is required is required, whatever penalty the key names: %s", (text) => {
  const body: Body = { decimal: ".", unit: { entry: "typed", rule: "required", units: [{ id: "km", names: ["km"] }] } };
  const key: Key = { ...keyOf({ value: 5, tolerance: exact, fraction: 1 }), times: { km: 1 } };
  expect(scored(text, key, body).fraction).toBe(0);
  expect(scored("5 km", key, body).fraction).toBe(1);
});

describe("the receipt", () => {
  const key: Key = {
    ...keyOf(
      { value: 26_600_000, tolerance: { type: "relative", by: 0.02 }, fraction: 1 },
      { value: 26_600_000, tolerance: { type: "relative", by: 0.1 }, fraction: 0.5 },
    ),
    confusable: [{ value: 8_700_000, name: "soldiers lost" }],
  };
  it("shows the arithmetic down to the fraction", () => {
    const { fraction, receipt } = scored("25 million", key);
    expect(fraction).toBe(0.5);
    expect(receipt.lines).toEqual([
      { label: "25,000,000 within 26,068,000 to 27,132,000 (26,600,000 ± 2 %)", value: "no" },
      { label: "25,000,000 within 23,940,000 to 29,260,000 (26,600,000 ± 10 %)", value: "yes, worth 0.5" },
      { label: "Fraction", value: "0.5" },
    ]);
    expect(receipt.matched).toEqual([
      { said: "25 million", as: "26,600,000", by: "23,940,000 to 29,260,000 (26,600,000 ± 10 %)" },
    ]);
    expect(receipt.parts).toEqual([{ id: "25000000", text: "25,000,000", right: false }]);
  });
  it("says what a wrong number would have been right for", () => {
    expect(scored("8.7m", key).receipt.notes).toEqual(["8,700,000 is another number: soldiers lost."]);
  });
  it("says how an open comma was read, and what was passed over", () => {
    expect(scored("1,234 tanks", key).receipt.notes).toEqual([
      "The comma in ‘1,234’ was read as parting thousands.",
      "‘tanks’ was not marked, the number was.",
    ]);
  });
  it("marks a span by its worse end, and says so", () => {
    const { fraction, receipt } = scored("25–27 million", key);
    expect(fraction).toBe(0.5);
    expect(receipt.read).toBe("25,000,000 to 27,000,000");
    expect(receipt.lines[0]).toEqual({ label: "Marked by the worse end of the span", value: "25,000,000" });
  });
  it("shows a conversion, and gives the same part for the same amount", () => {
    const body: Body = {
      decimal: ".",
      unit: {
        entry: "typed",
        rule: "graded",
        units: [
          { id: "m", names: ["m"] },
          { id: "km", names: ["km"] },
        ],
      },
    };
    const metres: Key = {
      ...keyOf({ value: 2700, tolerance: exact, fraction: 1 }),
      times: { m: 1, km: 1000 },
      penalty: { share: 0.2, of: "answer" },
      unit: "m",
    };
    const [far, near] = [scored("2.7 km", metres, body), scored("2,700 m", metres, body)];
    expect(far.receipt.lines[0]).toEqual({ label: "In km, times 1,000", value: "2,700 m" });
    expect(far.fraction).toBe(1);
    expect(far.receipt.parts[0]!.id).toBe(near.receipt.parts[0]!.id);
    expect(scored("2700", metres, body).receipt.lines.at(-2)).toEqual({
      label: "No unit",
      value: "0.2 of what the number earns taken off",
    });
  });
});

describe("what breaks others", () => {
  const key = keyOf({ value: 7, tolerance: { type: "relative", by: 0.5 }, fraction: 1 });
  it.each([...(naughty as string[]), "NaN", "Infinity", "1e309", "7\u0000"])(
    "is never right and never throws: %j",
    (text) => {
      const reading = read({ text: [text] }, plain);
      if (reading.state === "read") expect(grade(reading.response, key, plain)).toMatchObject({ fraction: 0 });
    },
  );
  it("is turned away when it is longer than any number", () => {
    expect(read({ text: ["7".repeat(100_000)] }, plain).state).toBe("malformed");
  });
});

describe("laws", () => {
  const value = fc.oneof(
    fc.integer({ min: -1_000_000, max: 1_000_000 }),
    fc.double({ min: -1e12, max: 1e12, noNaN: true }),
  );
  const by = fc.double({ min: 0, max: 3, noNaN: true });
  const tolerance: fc.Arbitrary<Tolerance> = fc.oneof(
    by.map((by) => ({ type: "absolute" as const, by })),
    by.map((by) => ({ type: "relative" as const, by })),
    by.map((by) => ({ type: "geometric" as const, by })),
  );

  it("The value itself earns all, and so do both ends of its tolerance", () => {
    fc.assert(
      fc.property(value, tolerance, (value, tolerance) => {
        const key = keyOf({ value, tolerance, fraction: 1 });
        expect(scored(solve(key, plain).text![0]!, key).fraction).toBe(1);
        const { low, high } = intervalOf(value, tolerance);
        expect([within(low, value, tolerance), within(high, value, tolerance)]).toEqual([true, true]);
      }),
    );
  }, 30_000);

  it("Of bands that widen, a number further off on the same side never earns more", () => {
    fc.assert(
      fc.property(value, by, by, value, value, (right, one, other, a, b) => {
        const [narrow, wide] = [Math.min(one, other), Math.max(one, other)];
        const key = keyOf(
          { value: right, tolerance: { type: "relative", by: narrow }, fraction: 1 },
          { value: right, tolerance: { type: "relative", by: wide }, fraction: 0.5 },
        );
        if (Math.sign(a - right) !== Math.sign(b - right)) return;
        const [near, far] = Math.abs(a - right) <= Math.abs(b - right) ? [a, b] : [b, a];
        const earns = (number: number) => scored(formatNumber(number), key).fraction;
        expect(earns(far)).toBeLessThanOrEqual(earns(near));
      }),
    );
  }, 30_000);

  it("A wider span never earns more", () => {
    const count = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(count, count, count, count, (from, length, before, after) => {
        const key = keyOf(
          { value: 200, tolerance: { type: "absolute", by: 20 }, fraction: 1 },
          { value: 200, tolerance: { type: "absolute", by: 80 }, fraction: 0.5 },
        );
        const earns = (low: number, high: number) => scored(`${low} to ${high}`, key).fraction;
        const wider = earns(Math.max(0, from - before), from + length + after);
        expect(wider).toBeLessThanOrEqual(earns(from, from + length));
      }),
    );
  }, 30_000);
});

describe("the author's text", () => {
  const core = { statement: "s", sources: ["K"], confidence: "M" as const, revision: 1 };
  const facts = makeFactBase({
    facts: [
      {
        id: "munich",
        type: "agreement",
        name: "Munich Agreement",
        shortName: "m",
        date: "1938-09-30",
        place: "Munich",
        parties: ["a", "b", "c", "d"],
        signatories: [],
        ...core,
      },
      { id: "losses", type: "statement", name: "Losses", ...core },
    ] satisfies Fact[],
  });
  const derive = (authored: Record<string, unknown>, fact = "losses") =>
    author.derive(author.schema.parse(authored), facts, { id: "x", prompt: "How many?", fact });
  const key = (authored: Record<string, unknown>, fact?: string) => {
    const derived = derive(authored, fact);
    if ("problems" in derived) throw new Error(derived.problems.join(" "));
    return derived;
  };

  test.each([
    [
      { value: 5, within: 1 },
      { type: "absolute", by: 1 },
    ],
    [
      { value: "26.6 million", within: "5 %" },
      { type: "relative", by: 0.05 },
    ],
    [
      { value: "26.6 million", within: "0.5 million" },
      { type: "absolute", by: 500_000 },
    ],
    [
      { value: 5, within: "factor 2" },
      { type: "geometric", by: 1 },
    ],
    [{ value: 5 }, { type: "absolute", by: 0 }],
    [{ range: ["26 million", "27 million"] }, { type: "range", low: 26e6, high: 27e6 }],
  ])("%j", (authored, tolerance) => expect(key(authored).key.answers[0]).toMatchObject({ tolerance, fraction: 1 }));

  it("puts bands in the order of what they earn", () => {
    const bands = [
      { within: "50 %", earns: 0.25 },
      { within: "10 %", earns: 0.5 },
    ];
    expect(key({ value: 10, bands }).key.answers.map(({ fraction }) => fraction)).toEqual([1, 0.5, 0.25]);
  });
  it("counts what a fact lists, and rests on it", () => {
    const { key: counted, rests } = key({ count: "parties" }, "munich");
    expect(counted.answers[0]!.value).toBe(4);
    expect(rests).toEqual([{ fact: "munich", part: "parties" }]);
  });
  describe("of a figure", () => {
    const figure = (numbers: { best?: number; low?: number; high?: number }) =>
      makeFactBase({
        facts: [
          {
            id: "dead",
            type: "figure",
            name: "The dead",
            what: "dead",
            unit: "people",
            estimateBy: "Overmans",
            ...core,
            ...numbers,
          } as Fact,
        ],
      });
    const asked = (authored: Record<string, unknown>, base: FactBase) =>
      author.derive(author.schema.parse(authored), base, { id: "x", prompt: "?", fact: "dead" });
    it.each([
      [{ best: 5318000 }, { within: "5 %" }, { value: 5318000, tolerance: { type: "relative", by: 0.05 } }],
      [{ low: 300, high: 450 }, {}, { value: 375, tolerance: { type: "range", low: 300, high: 450 } }],
    ])("%j: %j", (numbers, authored, answer) =>
      expect(asked(authored, figure(numbers))).toMatchObject({ key: { answers: [{ ...answer, fraction: 1 }] } }),
    );
    it("its number cannot be written down a second time, and otherwise", () => {
      expect(asked({ value: 5300000 }, figure({ best: 5318000 }))).toEqual({
        problems: [expect.stringMatching(/5,300,000 is none of the fact dead/)],
      });
    });
  });
  it("rests on the statement tolerantly when it has a tolerance", () => {
    expect(key({ value: 5, within: 1 }).rests).toEqual([{ fact: "losses", part: "statement", tolerant: true }]);
    expect(key({ value: 5 }).rests).toEqual([{ fact: "losses", part: "statement" }]);
  });
  it("keeps what a unit is worth out of the body, and the right one unmarked", () => {
    const { body } = key({
      value: 30,
      unit: { name: "km", also: ["kilometres"] },
      units: [{ name: "miles", times: 1.609344 }],
      otherUnits: ["hours", "days"],
      unitRule: "required",
    });
    expect(arrange(body).unit).toEqual({
      entry: "typed",
      rule: "required",
      units: [
        { id: "days", names: ["days"] },
        { id: "hours", names: ["hours"] },
        { id: "km", names: ["km", "kilometres"] },
        { id: "miles", names: ["miles"] },
      ],
    });
  });
  test.each([
    [{}, /Nothing says which number/],
    [{ value: 5, count: "parties" }, /both given/],
    [{ count: "parties" }, /no parties to count/],
    [{ value: "many" }, /cannot be read as one number/],
    [{ value: 5, within: 1, range: [1, 2] }, /both given/],
    [{ value: 5, bands: [{ earns: 0.5 }] }, /neither within nor range/],
    [{ value: 5, unitRule: "required" }, /no unit is named/],
    [{ value: 5, unit: "km", units: [{ name: "KM", times: 1 }] }, /Two units/],
  ])("%j: %s", (authored, problem) => expect(derive(authored)).toEqual({ problems: [expect.stringMatching(problem)] }));

  test.each<[string, Key, Body, RegExp]>([
    ["Were there 4 parties?", keyOf({ value: 4, tolerance: exact, fraction: 1 }), plain, /prompt says 4/],
    ["How many of the 26.6 million?", keyOf({ value: 26.6e6, tolerance: exact, fraction: 1 }), plain, /prompt says/],
    ["?", keyOf({ value: 4, tolerance: exact, fraction: 0.5 }), plain, /does not earn all/],
    ["?", keyOf({ value: 4, tolerance: { type: "range", low: 5, high: 6 }, fraction: 1 }), plain, /outside its own/],
    ["?", keyOf({ value: 4, tolerance: { type: "any" }, fraction: 1 }), plain, /Any number/],
    [
      "?",
      keyOf(
        { value: 4, tolerance: { type: "absolute", by: 2 }, fraction: 1 },
        { value: 4, tolerance: { type: "absolute", by: 1 }, fraction: 0.5 },
      ),
      plain,
      /never counts/,
    ],
    [
      "?",
      { ...keyOf({ value: 4, tolerance: exact, fraction: 1 }), times: { km: 1 } },
      { decimal: ".", unit: { entry: "typed", rule: "required", units: [{ id: "km", names: ["km"] }] } },
      /only 1 are told of/,
    ],
  ])("lint: %s", (prompt, key, body, problem) =>
    expect(lint({ prompt, body, key })).toEqual([expect.stringMatching(problem)]),
  );

  it("says the right answer in words", () => {
    expect(numberGap.solution(key({ value: 5, within: 1, unit: "people" }).key, plain)).toBe(
      "5 people (4 to 6 count in full)",
    );
  });
});
