import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomGuess as annexations } from "./annexations/guess";
import { guessedSet } from "./guessing";
import { randomGuess as matching } from "./matching/guess";
import { randomGuess as multiple } from "./multiple-choice/guess";
import { grade } from "./multiple-choice/grade";
import type { Key, Rule } from "./multiple-choice/schema";
import { randomGuess as ordering } from "./ordering/guess";
import { randomGuess as single } from "./single-choice/guess";

const options = (n: number) => Array.from({ length: n }, (_, i) => ({ id: `o${i}`, text: `Option ${i}` }));
const worth = (fractions: number[]) => ({ options: fractions.map((fraction, i) => ({ id: `o${i}`, fraction })) });

describe("blind guessing earns", () => {
  it("of a single choice its share, of true or false a half, with part credit the mean", () => {
    expect(single(worth([0, 1, 0, 0]), { options: options(4) })).toBe(0.25);
    expect(
      single(
        {
          options: [
            { id: "true", fraction: 1 },
            { id: "false", fraction: 0 },
          ],
        },
        {
          truth: true,
          options: [
            { id: "true", text: "True" },
            { id: "false", text: "False" },
          ],
        },
      ),
    ).toBe(0.5);
    expect(single(worth([1, 0.5, -1, 0]), { options: options(4) })).toBe(0.375);
  });

  it("of a matching a share of its choices", () => {
    const pairs = [
      { stem: "a", choices: ["o0"] },
      { stem: "b", choices: ["o1", "o2"] },
    ];
    const stems = [
      { id: "a", text: "A" },
      { id: "b", text: "B" },
    ];
    expect(matching({ pairs }, { mode: "match", stems, choices: options(5) })).toBeCloseTo((1 / 5 + 2 / 5) / 2, 12);
  });

  it("of an order of three by all or nothing one in six, by pairs corrected for chance what every order earns", () => {
    const items = [1, 2, 3].map((n) => ({ id: `i${n}`, first: n, last: n }));
    const body = { items: items.map(({ id }) => ({ id, text: id })) };
    expect(ordering({ items }, { ...body, rule: "all-or-nothing" })).toBeCloseTo(1 / 6, 12);
    // One order is right, two have one pair turned and a third left, three are worth nothing.
    expect(ordering({ items }, { ...body, rule: "pairs-corrected" })).toBeCloseTo(5 / 18, 12);
    const many = Array.from({ length: 9 }, (_, n) => ({ id: `i${n}`, first: n, last: n }));
    expect(ordering({ items: many }, { items: many.map(({ id }) => ({ id, text: id })), rule: "absolute" })).toBeNull();
  });

  it("of lands marked the mean of every set of them", () => {
    const territories = ["a", "b", "c"].map((id) => ({ id, name: id, where: "there" }));
    const key = { right: ["a"], uncounted: [], stories: {} };
    // a: 1; b, c, ab, ac, bc, abc: 0.
    expect(annexations(key, { map: "europe-1938", territories })).toBeCloseTo(1 / 7, 12);
  });

  it("of nothing nothing", () => expect(guessedSet({ right: 0, wrong: 0 }, () => 1)).toBeNull());

  const rules: Rule[] = ["all-or-nothing", "right-minus-wrong", "coverage", "decisions", "halves", "weighted"];
  it.each(rules)("of a multiple choice by '%s' the mean over every set of ticks", (rule) => {
    const fractions = fc.array(fc.constantFrom(0, 1, ...(rule === "weighted" ? [-0.5, 0.5, 1 / 3] : [])), {
      minLength: 2,
      maxLength: 6,
    });
    fc.assert(
      fc.property(fractions, fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }), (fractions, told) => {
        const choose = told !== undefined && told <= fractions.length ? told : undefined;
        const key: Key = worth(fractions);
        const body = { options: options(fractions.length), rule, ...(choose !== undefined && { choose }) };
        const sets = Array.from({ length: 2 ** fractions.length }, (_, bits) =>
          fractions.flatMap((_, i) => (bits & (1 << i) ? [`o${i}`] : [])),
        ).filter((chosen) => chosen.length > 0 && (choose === undefined || chosen.length === choose));
        const none = choose === undefined && (rule === "decisions" || rule === "halves");
        const earned = [
          ...sets.map((chosen) => ({ chosen })),
          ...(none ? [{ chosen: [], none: true as const }] : []),
        ].map((response) => {
          const outcome = grade(response, key, body);
          return outcome.state === "scored" ? outcome.fraction : 0;
        });
        const mean = earned.reduce((sum, each) => sum + each, 0) / earned.length;
        expect(multiple(key, body)).toBeCloseTo(mean, 9);
      }),
    );
  });
});
