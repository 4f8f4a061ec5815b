import fc from "fast-check";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, test } from "vitest";
import { makeFactBase } from "@/facts/base";
import { author } from "./author";
import { grade } from "./grade";
import { lint } from "./lint";
import MultipleChoicePlayer from "./player";
import { read } from "./read";
import { Review, summary } from "./review";
import { rules, tally } from "./rules";
import { samples } from "./samples";
import { rule as ruleSchema, type Body, type Key, type Rule } from "./schema";
import { markAll, solve } from "./solve";
import { canBeNone } from "./words";

const every = ruleSchema.options;

/** C right options of n, c of them and w wrong ones ticked. */
const made = (rule: Rule, n: number, C: number) => {
  const ids = Array.from({ length: n }, (_, index) => `o${index}`);
  // Weights that keep to what an author may write: the right ones add up to 1, a wrong one costs.
  const worth = (index: number) => (rule === "weighted" ? (index < C ? 1 / C : -1 / C) : index < C ? 1 : 0);
  return {
    body: { rule, options: ids.map((id) => ({ id, text: `Text ${id}` })) } satisfies Body,
    key: { options: ids.map((id, index) => ({ id, fraction: worth(index) })) } satisfies Key,
    ticks: (c: number, w: number) => [...ids.slice(0, c), ...ids.slice(C, C + w)],
  };
};

function earned(chosen: string[], { body, key }: { body: Body; key: Key }, none = false): number {
  const outcome = grade({ chosen, ...(none ? { none: true } : {}) }, key, body);
  return outcome.state === "scored" ? outcome.fraction : 0;
}

describe("the rules", () => {
  //        rule                  n  C  c  w  earns
  test.each<[Rule, number, number, number, number, number]>([
    ["all-or-nothing", 5, 3, 3, 0, 1],
    ["all-or-nothing", 5, 3, 2, 0, 0],
    ["all-or-nothing", 5, 3, 3, 1, 0],
    ["right-minus-wrong", 5, 3, 3, 0, 1],
    ["right-minus-wrong", 5, 3, 2, 0, 2 / 3],
    ["right-minus-wrong", 5, 3, 2, 1, 1 / 3],
    ["right-minus-wrong", 5, 3, 1, 2, 0],
    ["right-minus-wrong", 5, 3, 3, 2, 1 / 3],
    ["coverage", 5, 3, 3, 0, 1],
    ["coverage", 5, 3, 2, 0, 2 / 3],
    ["coverage", 5, 3, 2, 1, 4 / 9],
    ["coverage", 5, 3, 3, 2, 3 / 5],
    ["coverage", 5, 3, 0, 2, 0],
    ["decisions", 5, 3, 3, 0, 1],
    ["decisions", 5, 3, 2, 0, 4 / 5],
    ["decisions", 5, 3, 2, 1, 3 / 5],
    ["decisions", 5, 3, 0, 2, 0],
    ["decisions", 5, 3, 3, 2, 3 / 5],
    ["halves", 2, 1, 1, 0, 1],
    ["halves", 2, 1, 1, 1, 0],
    ["halves", 3, 1, 1, 1, 0.5],
    ["halves", 3, 1, 1, 2, 0],
    ["halves", 4, 2, 2, 2, 0],
    ["halves", 5, 3, 3, 1, 0.5],
    ["halves", 5, 3, 2, 0, 0.5],
    ["halves", 5, 3, 2, 1, 0.25],
    ["halves", 5, 3, 3, 2, 0.25],
    ["halves", 6, 3, 3, 3, 0],
    ["weighted", 5, 3, 3, 0, 1],
    ["weighted", 5, 3, 2, 0, 2 / 3],
    ["weighted", 5, 3, 2, 1, 1 / 3],
    ["weighted", 5, 3, 1, 2, 0],
  ])("%s: of %d options with %d right, %d right and %d wrong ticks earn %d", (rule, n, C, c, w, fraction) => {
    const item = made(rule, n, C);
    expect(earned(item.ticks(c, w), item)).toBeCloseTo(fraction, 12);
  });

  it("weigh thirds of any digits to exactly 1, and clamp what lies outside", () => {
    const weigh = (...fractions: number[]) =>
      rules.weighted(
        tally(
          fractions.map((fraction, i) => ({ id: `${i}`, fraction })),
          new Set(["0", "1", "2"]),
        ),
      ).fraction;
    expect(weigh(0.3333333, 0.3333333, 0.3333333)).toBe(1);
    expect(weigh(1 / 3, 1 / 3, 1 / 3)).toBe(1);
    expect(weigh(0.1, 0.2, 0.7)).toBe(1);
    expect(weigh(0.9, 0.9, 0.9)).toBe(1);
    expect(weigh(0.3333333, -0.3333333, -0.5)).toBe(0);
  });
});

describe("nothing ticked", () => {
  it.each(every)("is blank by the rule %s", (rule) => {
    expect(read({}, made(rule, 5, 3).body)).toEqual({ state: "blank" });
    expect(grade({ chosen: [] }, made(rule, 5, 3).key, made(rule, 5, 3).body)).toEqual({ state: "blank" });
  });

  it("is told from 'none of these is right', which is an answer where leaving earns", () => {
    for (const rule of every) {
      const { body } = made(rule, 5, 3);
      const expected = canBeNone(rule)
        ? { state: "read", response: { chosen: [], none: true } }
        : { state: "malformed" };
      expect(read({ none: ["1"] }, body)).toMatchObject(expected);
    }
    const decisions = made("decisions", 5, 3);
    expect(grade({ chosen: [], none: true }, decisions.key, decisions.body)).toMatchObject({
      fraction: 2 / 5,
      receipt: { read: "None of these is right", parts: [{ id: "none", right: false }] },
    });
  });

  it("beside a tick, 'none' has to be settled, and until then the tick counts", () => {
    const item = made("decisions", 5, 3);
    expect(read({ none: ["1"], choice: ["o0"] }, item.body)).toMatchObject({ state: "read", unsettled: true });
    expect(earned(["o0"], item, true)).toBe(earned(["o0"], item));
  });
});

describe("'choose exactly'", () => {
  const item = made("coverage", 5, 2);
  const body: Body = { ...item.body, choose: 2 };

  it("has to be settled while more or fewer are ticked, and keeps them", () => {
    expect(read({ choice: ["o0"] }, body)).toEqual({ state: "read", response: { chosen: ["o0"] }, unsettled: true });
    expect(read({ choice: ["o0", "o3"] }, body)).toEqual({ state: "read", response: { chosen: ["o0", "o3"] } });
    expect(read({ choice: ["o0", "o1", "o2"] }, body)).toMatchObject({ unsettled: true });
  });

  it("is told to the learner", () => {
    const html = renderToStaticMarkup(
      createElement(MultipleChoicePlayer, { name: "q1", body, fields: { choice: ["o0"] }, labelledBy: "p" }),
    );
    expect(html).toContain("Choose exactly 2.");
    expect(html).toContain("1 of 2 chosen.");
  });
});

describe("laws", () => {
  const anyItem = fc
    .tuple(fc.constantFrom(...every), fc.integer({ min: 2, max: 12 }))
    .chain(([rule, n]) => fc.integer({ min: 1, max: n }).map((C) => ({ ...made(rule, n, C), rule, n, C })));

  const withTicks = anyItem.chain((item) =>
    fc.tuple(fc.constant(item), fc.subarray(item.body.options.map(({ id }) => id))),
  );

  it("A fraction lies in [0, 1], and the key earns exactly 1", () => {
    fc.assert(
      fc.property(withTicks, ([item, ticks]) => {
        const fraction = earned(ticks, item);
        expect(fraction).toBeGreaterThanOrEqual(0);
        expect(fraction).toBeLessThanOrEqual(1);
        expect(earned([...solve(item.key, item.body).choice!], item)).toBe(1);
      }),
    );
  });

  it("Only the key earns 1: ticking everything never does, unless everything is right", () => {
    fc.assert(
      fc.property(withTicks, ([item, ticks]) => {
        const right = item.key.options.filter(({ fraction }) => fraction > 0).map(({ id }) => id);
        const isKey = ticks.length === right.length && right.every((id) => ticks.includes(id));
        expect(earned(ticks, item) === 1).toBe(isKey);
        expect(earned([...markAll(item.body).choice!], item) === 1).toBe(item.C === item.n);
      }),
    );
  });

  it("A right tick more never lowers, a wrong one more never raises", () => {
    // By their nature 'decisions' and 'halves' pay for what is left, so that the first tick, even a wrong one, is worth
    // more than a blank, which is worth nothing. There the law holds from 'none of these is right' onwards.
    fc.assert(
      fc.property(withTicks, fc.nat(), ([item, ticks], pick) => {
        const left = item.key.options.filter(({ id }) => !ticks.includes(id));
        const next = left[pick % Math.max(1, left.length)];
        if (!next) return;
        const before = earned(ticks, item, ticks.length === 0 && canBeNone(item.rule));
        const after = earned([...ticks, next.id], item);
        if (next.fraction > 0) expect(after).toBeGreaterThanOrEqual(before - 1e-12);
        else expect(after).toBeLessThanOrEqual(before + 1e-12);
      }),
    );
    const decisions = made("decisions", 5, 1);
    expect(earned([], decisions)).toBeLessThan(earned(decisions.ticks(0, 1), decisions));
  });

  it("Order, doubles and the names of the ids change nothing", () => {
    fc.assert(
      fc.property(withTicks, ([item, ticks]) => {
        const renamed = <T extends { id: string }>(list: readonly T[]) =>
          list.map((each) => ({ ...each, id: `x${each.id}` })).reverse();
        const other = {
          body: { ...item.body, options: renamed(item.body.options) },
          key: { options: renamed(item.key.options) },
        };
        const twice = [...ticks, ...ticks].reverse().map((id) => `x${id}`);
        expect(earned(twice, other)).toBeCloseTo(earned(ticks, item), 12);
      }),
    );
  });
});

describe("the receipt", () => {
  const receipt = (sample: number) => {
    const { item, fields } = samples[sample]!;
    const outcome = grade({ chosen: [...fields.choice!] }, item.key, item.body);
    if (outcome.state !== "scored") throw new Error(outcome.state);
    return outcome.receipt;
  };
  const showing = (words: RegExp) => samples.findIndex(({ shows }) => words.test(shows));

  it("shows the arithmetic of each rule", () => {
    expect(receipt(showing(/takes a right one away/)).lines).toEqual([
      { label: "Right options ticked", value: "3 of 3" },
      { label: "Wrong options ticked", value: "1" },
      { label: "Fraction: (3 − 1) ÷ 3", value: "0.667" },
    ]);
    expect(receipt(showing(/^Coverage: two right/)).lines.at(-1)).toEqual({
      label: "Fraction: 2/3 × 2/3",
      value: "0.444",
    });
    expect(receipt(showing(/^Decisions: two/)).lines).toEqual([
      { label: "Right options ticked", value: "2 of 3" },
      { label: "Wrong options left", value: "4 of 4" },
      { label: "Fraction: (2 + 4) ÷ 7", value: "0.857" },
    ]);
    expect(receipt(showing(/costs what it is worth/)).lines).toEqual([
      { label: "Mutual assistance pacts", value: "+0.333" },
      { label: "Ultimatums", value: "+0.333" },
      { label: "A treaty of cession", value: "−0.5" },
      { label: "Fraction: 0.167", value: "0.167" },
    ]);
  });

  it("says what a tick was worth saying to, and which parts were right", () => {
    const { notes, parts } = receipt(showing(/takes a right one away/));
    expect(notes).toEqual(["That country passed to the Soviet sphere five weeks later."]);
    expect(parts.map(({ text, right }) => [text, right])).toEqual([
      ["Estonia", true],
      ["Latvia", true],
      ["Lithuania", false],
      ["Finland", true],
    ]);
  });
});

describe("the author's text", () => {
  const core = { statement: "s", sources: ["K"], confidence: "H" as const, revision: 1, place: "p", shortName: "s" };
  const facts = makeFactBase({
    facts: [
      {
        id: "pact",
        type: "agreement",
        name: "Pact",
        date: "1939-08-23",
        parties: ["germany", "ussr"],
        signatories: [{ person: "molotov", for: "ussr", as: "Commissar" }],
        territories: ["estonia"],
        ...core,
      },
      { id: "day", type: "event", name: "Day", date: "1939-08-23", ...core },
    ],
    people: [{ id: "molotov", name: "Vyacheslav Molotov", sortName: "Molotov", accept: [] }],
    states: [
      { id: "germany", name: "Germany", accept: ["German Reich"] },
      { id: "ussr", name: "Soviet Union", accept: ["USSR"] },
      { id: "italy", name: "Italy", accept: [] },
      { id: "poland", name: "Poland", accept: [] },
    ],
    territories: [{ id: "estonia", name: "Estonia", where: "w" }],
  });
  const item = (fact: string) => ({ id: "q", prompt: "Which?", fact });
  const derive = (authored: unknown, fact = "pact") => author.derive(author.schema.parse(authored), facts, item(fact));

  it("marks what is right, and lets an option name what the fact base knows", () => {
    const made = derive({
      rule: "coverage",
      choose: 2,
      options: [
        { state: "germany", right: true },
        { person: "molotov", right: true, feedback: "Yes." },
        { territory: "estonia" },
        { text: "Nobody" },
      ],
    });
    if ("problems" in made) throw new Error(made.problems.join(" "));
    expect(made.body).toMatchObject({ rule: "coverage", choose: 2 });
    expect(made.body.options.map(({ text }) => text).sort()).toEqual([
      "Estonia",
      "Germany",
      "Nobody",
      "Vyacheslav Molotov",
    ]);
    expect(made.body.options.map(({ id }) => id)).toEqual([...made.body.options.map(({ id }) => id)].sort());
    expect(made.key.options.filter(({ fraction }) => fraction === 1)).toHaveLength(2);
  });

  it("takes what is right from the fact, and offers it among the others", () => {
    const made = derive({
      rule: "right-minus-wrong",
      ask: "parties",
      options: [{ state: "italy" }, { state: "poland" }],
    });
    if ("problems" in made) throw new Error(made.problems.join(" "));
    const right = new Set(made.key.options.filter(({ fraction }) => fraction > 0).map(({ id }) => id));
    expect(
      made.body.options
        .filter(({ id }) => right.has(id))
        .map(({ text }) => text)
        .sort(),
    ).toEqual(["Germany", "Soviet Union"]);
    expect(made.rests).toEqual([{ fact: "pact", part: "parties" }]);
  });

  test.each([
    [{ rule: "coverage", ask: "parties", options: [{ text: "USSR" }] }, "pact", /name the same/],
    [{ rule: "coverage", ask: "territories", options: [{ text: "A" }] }, "day", /names no territories/],
    [{ rule: "coverage", options: [{ state: "atlantis", right: true }, { text: "A" }] }, "pact", /No state has the id/],
    [{ rule: "coverage", options: [{ text: "A", right: true }, { text: "a " }] }, "pact", /Two options say/],
    [{ rule: "coverage", options: [{ text: "A", right: true }] }, "pact", /There is one option/],
  ])("%j of %s: %s", (authored, fact, problem) => {
    const made = derive(authored, fact);
    expect("problems" in made ? made.problems.join(" ") : "").toMatch(problem);
  });

  it("is refused when weights and rule do not go together, or everything ticked would earn all", () => {
    const refused = (authored: unknown) => expect(author.schema.safeParse(authored).success).toBe(false);
    refused({ options: [{ text: "A", right: true }, { text: "B" }] });
    refused({ rule: "coverage", options: [{ text: "A", fraction: 1 }, { text: "B" }] });
    refused({ rule: "weighted", options: [{ text: "A", fraction: 1 }, { text: "B" }] });
    refused({
      rule: "weighted",
      options: [
        { text: "A", fraction: 1 },
        { text: "B", fraction: 0 },
      ],
    });
    refused({ rule: "coverage", ask: "parties", options: [{ state: "italy", right: true }] });
    refused({
      rule: "weighted",
      options: [
        { text: "A", fraction: 1, right: true },
        { text: "B", fraction: -1 },
      ],
    });
    const sum = (wrong: number) => ({
      rule: "weighted",
      options: [
        { text: "A", fraction: 0.6 },
        { text: "B", fraction: 0.6 },
        { text: "C", fraction: wrong },
      ],
    });
    refused(sum(-0.2));
    expect(author.schema.safeParse(sum(-0.3)).success).toBe(true);
  });
});

describe("lint", () => {
  const linted = (item: { body: Body; key: Key }, prompt = "Which?") => lint({ prompt, ...item });
  const weighted = (...fractions: number[]) => ({
    body: { rule: "weighted" as const, options: fractions.map((_, i) => ({ id: `o${i}`, text: `Text ${i}` })) },
    key: { options: fractions.map((fraction, i) => ({ id: `o${i}`, fraction })) },
  });

  it("finds marks out of reach, and marks for nothing", () => {
    expect(linted(made("coverage", 4, 0)).join(" ")).toMatch(/No option is right/);
    expect(linted(weighted(0.5, 0.3, -1)).join(" ")).toMatch(/less than 1/);
    expect(linted(weighted(0.7, 0.7, -1)).join(" ")).toMatch(/more than 1/);
    expect(linted(weighted(0.5, 0.5, 0)).join(" ")).toMatch(/costs nothing/);
    expect(linted(weighted(0.3333333, 0.3333333, 0.3333333, -0.5))).toEqual([]);
  });

  it("finds a number that is not the number of right ones, the answer in the prompt, and 'all of these'", () => {
    const item = made("coverage", 4, 2);
    expect(linted({ ...item, body: { ...item.body, choose: 3 } }).join(" ")).toMatch(
      /told to choose 3 and 2 are right/,
    );
    expect(linted(item, "Is it Text o1?").join(" ")).toMatch(/The prompt says 'Text o1'/);
    const all = {
      ...item,
      body: {
        ...item.body,
        options: item.body.options.map((each, i) => (i ? each : { ...each, text: "All of these" })),
      },
    };
    expect(linted(all).join(" ")).toMatch(/different order/);
  });
});

describe("on screen", () => {
  const { item } = samples[0]!;

  it("tells the learner the rule, and offers 'none' only where it is an answer", () => {
    const play = (body: Body) =>
      renderToStaticMarkup(createElement(MultipleChoicePlayer, { name: "q1", body, fields: {}, labelledBy: "p" }));
    expect(play(item.body)).toContain("A wrong tick takes a right one away.");
    expect(play(item.body)).not.toContain("None of these");
    expect(play({ ...item.body, rule: "decisions" })).toContain('name="q1.none"');
  });

  it("shows each tick with how it stands, and what was left", () => {
    const response = { chosen: ["o1e0", "o3c4"] };
    const html = renderToStaticMarkup(
      createElement(Review, {
        body: item.body,
        key_: item.key,
        response,
        outcome: grade(response, item.key, item.body),
      }),
    );
    expect(html).toMatch(/Estonia<span class="vh">, right/);
    expect(html).toMatch(/Lithuania<small> not right/);
    expect(html).toMatch(/Latvia<\/b><small> was left/);
    expect(summary(response, item.body)).toBe("Estonia; Lithuania");
    expect(summary({ chosen: [], none: true }, item.body)).toBe("None of these is right");
  });
});
