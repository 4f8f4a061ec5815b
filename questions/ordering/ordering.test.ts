import fc from "fast-check";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, test } from "vitest";
import { makeFactBase, type Fact } from "@/facts/base";
import { arrange } from "./arrange";
import { author } from "./author";
import { grade } from "./grade";
import { lint } from "./lint";
import OrderingPlayer from "./player";
import { read } from "./read";
import { Review, summary } from "./review";
import { markOrder } from "./rules";
import { samples } from "./samples";
import { rule as ruleSchema, type Body, type Key, type Rule } from "./schema";
import { givenOf, moved, rowsOf } from "./sequence";
import { solve } from "./solve";
import { before, nearestRight, placesOf, type Spanned } from "./spans";
import { ordinal } from "./words";

const every = ruleSchema.options;

/** Items a, b, c …, each on a day of its own. */
const line = (n: number): Spanned[] =>
  Array.from({ length: n }, (_, index) => ({ id: String.fromCharCode(97 + index), first: index, last: index }));
const mark = (rule: Rule, order: string, n = order.length) =>
  markOrder(
    rule,
    [...order].map((id) => (id === "-" ? null : id)),
    line(n),
  ).fraction;

describe("the rules", () => {
  //         order    pairs-corrected, all-pairs, absolute, adjacent, longest-run
  test.each<[string, number, number, number, number, number]>([
    ["abcde", 1, 1, 1, 1, 1],
    ["edcba", 0, 0, 0.2, 0, 0],
    ["bcdea", 0.2, 0.6, 0, 0.75, 0.8],
    ["eabcd", 0.2, 0.6, 0, 0.75, 0.8],
    ["bacde", 0.8, 0.9, 0.6, 0.5, 0.8],
    ["abced", 0.8, 0.9, 0.6, 0.5, 0.8],
    ["badce", 0.6, 0.8, 0.2, 0, 0.6],
    ["cabed", 0.4, 0.7, 0, 0.25, 0.6],
    ["dcbae", 0, 0.4, 0.2, 0, 0.4],
    ["acbd", 2 / 3, 5 / 6, 0.5, 0, 0.75],
  ])("%s", (order, corrected, all, absolute, adjacent, run) => {
    expect(mark("pairs-corrected", order)).toBeCloseTo(corrected, 12);
    expect(mark("all-pairs", order)).toBeCloseTo(all, 12);
    expect(mark("absolute", order)).toBeCloseTo(absolute, 12);
    expect(mark("adjacent", order)).toBeCloseTo(adjacent, 12);
    expect(mark("longest-run", order)).toBeCloseTo(run, 12);
  });

  //         order   all-or-nothing, adjacent-and-last, both-neighbours, longest-chain, distance
  test.each<[string, number, number, number, number, number]>([
    ["abcd", 1, 1, 1, 1, 1],
    ["dcba", 0, 0, 0, 0, 4 / 12],
    ["bcda", 0, 0.5, 4 / 8, 0.75, 6 / 12],
    ["acbd", 0, 0.25, 2 / 8, 0.5, 10 / 12],
    ["badc", 0, 0, 0, 0.5, 8 / 12],
    ["bdac", 0, 0, 0, 0.5, 6 / 12],
  ])("%s by the rarer rules", (order, nothing, last, both, chain, distance) => {
    expect(mark("all-or-nothing", order)).toBe(nothing);
    expect(mark("adjacent-and-last", order)).toBeCloseTo(last, 12);
    expect(mark("both-neighbours", order)).toBeCloseTo(both, 12);
    expect(mark("longest-chain", order)).toBeCloseTo(chain, 12);
    expect(mark("distance", order)).toBeCloseTo(distance, 12);
  });

  it("give nothing for a reversed order by the default, however many items", () => {
    for (let n = 2; n <= 20; n++)
      expect(
        mark(
          "pairs-corrected",
          [...line(n)]
            .reverse()
            .map(({ id }) => id)
            .join(""),
        ),
      ).toBe(0);
  });
});

describe("items without a place of their own", () => {
  //         order     pairs-corrected, all-pairs, absolute, adjacent, longest-run
  test.each<[string, number, number, number, number, number]>([
    ["abcd-", 0.2, 0.6, 0.8, 0.75, 0.8],
    ["ab-de", 0.2, 0.6, 0.8, 0.5, 0.8],
    ["a----", 0, 0, 0.2, 0, 0],
    ["-----", 0, 0, 0, 0, 0],
  ])("%s: are in no order, and count among those that could be", (order, corrected, all, absolute, adjacent, run) => {
    expect(mark("pairs-corrected", order, 5)).toBeCloseTo(corrected, 12);
    expect(mark("all-pairs", order, 5)).toBeCloseTo(all, 12);
    expect(mark("absolute", order, 5)).toBeCloseTo(absolute, 12);
    expect(mark("adjacent", order, 5)).toBeCloseTo(adjacent, 12);
    expect(mark("longest-run", order, 5)).toBeCloseTo(run, 12);
  });

  const body: Body = { rule: "all-pairs", items: line(4).map(({ id }) => ({ id, text: `Text ${id}` })) };
  test.each([
    [{ a: ["1"], b: ["2"], c: ["3"], d: ["4"] }, ["a", "b", "c", "d"], undefined],
    [{ a: ["1"], b: ["2"], c: ["4"] }, ["a", "b", null, "c"], true],
    [{ a: ["1"], b: ["2"], c: ["2"], d: ["4"] }, ["a", null, null, "d"], true],
    [{ a: ["3"], b: [""], c: [""], d: [] }, [null, null, "a", null], true],
    [{ a: ["1"], b: ["1"], c: ["1"], d: ["1"] }, [null, null, null, null], true],
  ])("%j is read as %j", (fields, order, unsettled) => {
    expect(read(fields as never, body)).toEqual({
      state: "read",
      response: { order },
      ...(unsettled ? { unsettled } : {}),
    });
  });

  test.each(["0", "5", "-1", "1.0", "01", "1e0", "١", " 1", "NaN", "Infinity", "1e309"])("%j is no place", (place) => {
    expect(read({ a: [place] }, body).state).toBe("malformed");
  });
});

describe("items whose dates overlap", () => {
  // b lasts until after c has begun.
  const spans: Spanned[] = [
    { id: "a", first: 1, last: 1 },
    { id: "b", first: 2, last: 9 },
    { id: "c", first: 5, last: 6 },
    { id: "d", first: 20, last: 20 },
  ];
  const of = (rule: Rule, order: string) => markOrder(rule, [...order], spans).fraction;

  it.each(every)("may stand either way by the rule %s", (rule) => {
    expect(of(rule, "abcd")).toBe(1);
    expect(of(rule, "acbd")).toBe(1);
    for (const order of ["bacd", "cabd", "adbc", "dcba"]) expect(of(rule, order)).toBeLessThan(1);
  });

  it.each(every)("may stand in any order at all when all of them overlap, by the rule %s", (rule) => {
    const all = ["a", "b", "c"].map((id): Spanned => ({ id, first: 1, last: 9 }));
    for (const order of ["abc", "cba", "bca"]) expect(markOrder(rule, [...order], all).fraction).toBe(1);
    expect(markOrder(rule, ["a", "b", null], all).fraction).toBeLessThan(1);
  });

  it("are no pair that is graded", () => {
    expect(markOrder("all-pairs", [..."bacd"], spans)).toMatchObject({ count: 4, of: 5, ungraded: 1 });
    expect(of("pairs-corrected", "dcba")).toBe(0);
  });

  it("have a range of places that are right", () => {
    expect(spans.map((item) => placesOf(item, spans))).toEqual([
      { from: 1, to: 1 },
      { from: 2, to: 3 },
      { from: 2, to: 3 },
      { from: 4, to: 4 },
    ]);
  });
});

describe("laws", () => {
  const anySpans = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 6 })), { minLength: 2, maxLength: 9 })
    .map((list) => list.map(([first, length], index): Spanned => ({ id: `i${index}`, first, last: first + length })))
    .filter((spans) => spans.some((a) => spans.some((b) => before(a, b))));
  const answered = anySpans.chain((spans) =>
    fc.tuple(
      fc.constant(spans),
      fc.shuffledSubarray(
        spans.map(({ id }) => id),
        { minLength: spans.length },
      ),
    ),
  );
  const partly = answered.chain(([spans, order]) =>
    fc.tuple(
      fc.constant(spans),
      fc.tuple(...order.map((id) => fc.oneof({ weight: 3, arbitrary: fc.constant(id) }, fc.constant(null)))),
    ),
  );

  it.each(every)("A fraction lies in [0, 1], and 1 is earned by right orders and no others: %s", (rule) => {
    fc.assert(
      fc.property(partly, ([spans, order]) => {
        const { fraction } = markOrder(rule, order, spans);
        expect(fraction).toBeGreaterThanOrEqual(0);
        expect(fraction).toBeLessThanOrEqual(1);
        const at = (id: string) => order.indexOf(id);
        const right =
          order.every((id) => id !== null) &&
          spans.every((a) => spans.every((b) => !before(a, b) || at(a.id) < at(b.id)));
        expect(fraction === 1).toBe(right);
      }),
    );
  });

  it.each(["all-pairs", "pairs-corrected"] as const)(
    "An item left out costs something even where none of its pairs could be wrong: %s",
    (rule) => {
      const spans = [
        { id: "a", first: 1, last: 1 },
        { id: "b", first: 2, last: 2 },
        { id: "war", first: 0, last: 9 },
      ];
      expect(markOrder(rule, ["a", "b", "war"], spans).fraction).toBe(1);
      expect(markOrder(rule, ["a", "b", null], spans).fraction).toBeLessThan(1);
    },
  );

  it.each(every)("The key's own order earns exactly 1: %s", (rule) => {
    fc.assert(
      fc.property(anySpans, (spans) => {
        const solved = Object.entries(solve({ items: spans })).sort(([, [a]], [, [b]]) => Number(a) - Number(b));
        expect(
          markOrder(
            rule,
            solved.map(([id]) => id),
            spans,
          ).fraction,
        ).toBe(1);
      }),
    );
  });

  it.each(every)("What the items are called and how the key lists them changes nothing: %s", (rule) => {
    fc.assert(
      fc.property(answered, ([spans, order]) => {
        const name = (id: string) => `z${9 - Number(id.slice(1))}`;
        const renamed = spans.map((item) => ({ ...item, id: name(item.id) }));
        expect(markOrder(rule, order.map(name), renamed).fraction).toBe(markOrder(rule, order, spans).fraction);
        expect(markOrder(rule, order, [...spans].reverse()).fraction).toBe(markOrder(rule, order, spans).fraction);
      }),
    );
  });

  const swapping: Rule[] = [
    "pairs-corrected",
    "all-pairs",
    "longest-run",
    "all-or-nothing",
    "longest-chain",
    "distance",
  ];
  const total = fc.integer({ min: 2, max: 9 }).chain((n) => {
    const ids = line(n).map(({ id }) => id);
    return fc.tuple(fc.shuffledSubarray(ids, { minLength: n }), fc.nat({ max: n - 2 }));
  });

  it.each(swapping)("Putting two neighbours right never lowers, putting them wrong never raises: %s", (rule) => {
    fc.assert(
      fc.property(total, ([order, at]) => {
        const spans = line(order.length);
        const swapped = [...order];
        [swapped[at], swapped[at + 1]] = [swapped[at + 1]!, swapped[at]!];
        const [better, worse] = order[at]! < order[at + 1]! ? [order, swapped] : [swapped, order];
        const fraction = (each: string[]) => markOrder(rule, each, spans).fraction;
        expect(fraction(better)).toBeGreaterThanOrEqual(fraction(worse) - 1e-12);
      }),
    );
  });

  it("Places and neighbours break that law by nature: what is put right may leave a place or a neighbour that was right", () => {
    // b stands in its place between two that do not; putting c and b right takes it out.
    expect(mark("absolute", "cba")).toBeGreaterThan(mark("absolute", "bca"));
    // c d is a right pair of neighbours, and a right order of d and b parts it.
    for (const rule of ["adjacent", "adjacent-and-last", "both-neighbours"] as const)
      expect(mark(rule, "cdba")).toBeGreaterThan(mark(rule, "cbda"));
    expect(every.filter((rule) => !swapping.includes(rule)).sort()).toEqual(
      ["absolute", "adjacent", "adjacent-and-last", "both-neighbours"].sort(),
    );
  });

  it.each(every)("One more put at its right place never lowers: %s", (rule) => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 9 }), fc.nat(), fc.nat(), (n, seed, pick) => {
        const ids = line(n).map(({ id }) => id);
        const order = ids.map((id, index) => ((seed >> index) & 1 ? id : null));
        const next = order.map((id, index) => (index === pick % n ? ids[index]! : id));
        const fraction = (each: (string | null)[]) => markOrder(rule, each, line(n)).fraction;
        expect(fraction(next)).toBeGreaterThanOrEqual(fraction(order) - 1e-12);
      }),
    );
  });

  it("The longest run is the longest increasing part of an order, found the long way", () => {
    fc.assert(
      fc.property(answered, ([spans, order]) => {
        const items = order.map((id) => spans.find((each) => each.id === id)!);
        let longest = 0;
        for (let set = 0; set < 1 << items.length; set++) {
          const run = items.filter((_, index) => (set >> index) & 1);
          if (run.every((a, index) => run.slice(index + 1).every((b) => !before(b, a))))
            longest = Math.max(longest, run.length);
        }
        expect(markOrder("longest-run", order, spans).count).toBe(longest > 1 ? longest : 0);
      }),
      { numRuns: 60 },
    );
  });

  it("An order that is right is its own nearest right one", () => {
    fc.assert(
      fc.property(answered, ([spans, order]) => {
        const nearest = nearestRight(spans, new Map(order.map((id, slot) => [id, slot]))).map(({ id }) => id);
        expect([...nearest].sort()).toEqual([...order].sort());
        expect(markOrder("all-pairs", nearest, spans).fraction).toBe(1);
        if (markOrder("all-pairs", order, spans).fraction === 1) expect(nearest).toEqual(order);
      }),
    );
  });
});

describe("the receipt", () => {
  const { item } = samples[0]!;
  const receipt = (order: (string | null)[]) => {
    const outcome = grade({ order }, item.key, item.body);
    if (outcome.state !== "scored") throw new Error(outcome.state);
    return outcome.receipt;
  };

  it("shows the arithmetic, and which stand in their place", () => {
    const { lines, parts } = receipt(["o2p", "o3b", "o4u", "o5l", "o1m"]);
    expect(lines).toEqual([
      { label: "Pairs in the right order", value: "6 of 10" },
      { label: "Fraction: 2 × 6/10 − 1", value: "0.2" },
    ]);
    expect(parts[0]).toEqual({ id: "o1m>5", text: "The conference in Munich: 5th", right: false });
  });

  it("names the pairs that are the wrong way round, where pairs are graded", () => {
    expect(receipt(["o2p", "o1m", "o3b", "o4u", "o5l"]).notes).toEqual([
      "The conference in Munich came before The pact of non-aggression.",
    ]);
    expect(receipt(["o5l", "o4u", "o3b", "o1m", "o2p"]).notes[0]).toMatch(
      /; and 3 more pairs are the wrong way round\.$/,
    );
    expect(receipt(["o1m", "o2p", "o3b", "o4u", "o5l"]).notes).toEqual([]);
  });

  it("says that an order is turned round, and how many have no place", () => {
    expect(receipt(["o5l", "o4u", "o3b", "o2p", "o1m"]).notes).toEqual(["This is the right order turned round."]);
    expect(receipt(["o1m", null, "o3b", null, "o5l"]).notes[0]).toMatch(/^2 have no place of their own/);
    expect(receipt(["o1m", null, "o3b", null, "o5l"]).lines[0]).toEqual({
      label: "Items without a place of their own",
      value: "2",
    });
  });

  it("names places in words", () => {
    expect([1, 2, 3, 4, 11, 12, 13, 20].map(ordinal)).toEqual("1st 2nd 3rd 4th 11th 12th 13th 20th".split(" "));
  });
});

describe("the author's text", () => {
  const core = { statement: "s", sources: ["K"], confidence: "H" as const, revision: 1, place: "p" };
  const event = (id: string, date: string, more = {}): Fact => ({
    id,
    type: "event",
    name: `The ${id}`,
    date,
    ...core,
    ...more,
  });
  const facts = makeFactBase({
    facts: [
      event("first", "1938-09-29", { alsoDate: { date: "1938-09-30", why: "w" } }),
      event("second", "1939-08-23"),
      event("month", "1939-08"),
      event("third", "1940-06-14"),
      event("next", "1940-06-15"),
      event("vague", "1940~"),
      event("open", "1939-09-01/.."),
      { id: "undated", type: "statement", name: "Undated", ...core },
    ],
  });
  const derive = (items: unknown[], more = {}) =>
    author.derive(author.schema.parse({ items, ...more }), facts, { id: "q", prompt: "Order.", fact: "first" });
  const order = (made: ReturnType<typeof derive>) => {
    if ("problems" in made) throw new Error(made.problems.join(" "));
    const text = new Map(made.body.items.map(({ id, text }) => [id, text]));
    return made.key.items.map(({ id }) => text.get(id));
  };

  it("orders facts by their dates, whatever the author's order, and takes the default rule", () => {
    const made = derive([{ fact: "third" }, { fact: "first", text: "Munich" }, { fact: "second" }]);
    expect(order(made)).toEqual(["Munich", "The second", "The third"]);
    expect(made).toMatchObject({ body: { rule: "pairs-corrected" } });
    expect(made).toEqual(derive([{ fact: "second" }, { fact: "third" }, { fact: "first", text: "Munich" }]));
  });

  it("counts a second date and a month as the span that they leave open", () => {
    const made = derive([{ fact: "first" }, { fact: "second" }, { fact: "month" }, { fact: "third" }]);
    if ("problems" in made) throw new Error(made.problems.join(" "));
    const spans = made.key.items;
    expect(spans[0]!.last - spans[0]!.first).toBe(1);
    const loose = spans.filter(({ when }) => when?.includes("August 1939"));
    expect(loose).toHaveLength(2);
    expect(before(loose[0]!, loose[1]!) || before(loose[1]!, loose[0]!)).toBe(false);
  });

  it("makes 'about' as long again on either side", () => {
    const made = derive([{ fact: "first" }, { fact: "vague" }, { text: "Late", date: "1941-05" }]);
    if ("problems" in made) throw new Error(made.problems.join(" "));
    const [, vague, late] = made.key.items;
    expect(before(vague!, late!)).toBe(false);
  });

  it("rests on the dates of its facts, tolerantly where nothing else is near", () => {
    const made = derive([{ fact: "first" }, { fact: "third" }, { fact: "next" }]);
    if ("problems" in made) throw new Error(made.problems.join(" "));
    expect([...made.rests!].sort((a, b) => (a.fact < b.fact ? -1 : 1))).toEqual([
      { fact: "first", part: "date", tolerant: true },
      { fact: "next", part: "date", tolerant: false },
      { fact: "third", part: "date", tolerant: false },
    ]);
  });

  it("takes a list without dates as it stands, with names for its ends", () => {
    const made = derive([{ text: "Low" }, { text: "Middle" }, { text: "High" }], {
      ends: { first: "Smallest", last: "Largest" },
    });
    expect(order(made)).toEqual(["Low", "Middle", "High"]);
    expect(made).toMatchObject({ body: { ends: { first: "Smallest" } } });
  });

  test.each([
    [[{ fact: "nowhere" }, { fact: "first" }], /No fact has the id 'nowhere'/],
    [[{ fact: "undated" }, { fact: "first" }], /has no date/],
    [[{ text: "A" }, { fact: "first" }], /'A' has no date and others have/],
    [[{ text: "A", date: "23.8.1939" }, { fact: "first" }], /no EDTF date/],
    [[{ fact: "open" }, { fact: "first" }], /no known end/],
    [[{ fact: "second" }, { fact: "month" }], /overlap, so that there is no order/],
    [[{ fact: "first" }, { fact: "first" }], /Two items say/],
    [[{ fact: "first", by: "occupied" }, { fact: "second" }], /no date of occupation/],
  ])("%j: %s", (items, problem) => {
    const made = derive(items);
    expect("problems" in made ? made.problems.join(" ") : "").toMatch(problem);
  });

  it("is refused when an item says nothing, or has a date beside that of its fact", () => {
    for (const item of [{}, { fact: "first", date: "1939" }, { text: "A", by: "date" }, { text: "A", order: 1 }])
      expect(author.schema.safeParse({ items: [item, { fact: "second" }] }).success).toBe(false);
  });
});

describe("lint", () => {
  const { item } = samples[0]!;
  const named = (...texts: string[]) => ({
    prompt: "Order.",
    body: { ...item.body, items: item.body.items.map((each, i) => ({ ...each, text: texts[i] ?? each.text })) },
    key: item.key,
  });

  it("finds an item that says when it was, unless all of them say that year", () => {
    expect(lint(named("The conference of 1938")).join(" ")).toMatch(/says when it was/);
    expect(lint(named("The protocol of 23 August")).join(" ")).toMatch(/says when it was/);
    expect(lint(named(...["A", "B", "C", "D", "E"].map((each) => `${each} in 1939`)))).toEqual([]);
    expect(lint(named("A march through Poland"))).toEqual([]);
  });

  it("finds too few items, doubles, and an item that may stand anywhere", () => {
    expect(lint(named("Same", "same")).join(" ")).toMatch(/Two items say/);
    const two: { body: Body; key: Key } = {
      body: { rule: "all-pairs", items: item.body.items.slice(0, 2) },
      key: { items: item.key.items.slice(0, 2) },
    };
    expect(lint({ prompt: "", ...two }).join(" ")).toMatch(/give 3 or more/);
    const anywhere = item.key.items.map((each, i) => (i ? each : { ...each, first: 0, last: 9999 }));
    expect(lint({ prompt: "", body: item.body, key: { items: anywhere } }).join(" ")).toMatch(/may stand anywhere/);
  });
});

describe("on screen", () => {
  const { item } = samples[0]!;
  const play = (fields: Record<string, string[]> = {}) =>
    renderToStaticMarkup(
      createElement(OrderingPlayer, { name: "q1", body: arrange(item.body, 3), fields, labelledBy: "p" }),
    );
  const shown = (html: string) => [...html.matchAll(/<\/span>([^<]+)<\/label>/g)].map(([, text]) => text);

  it("shows the seed's order with every place empty, and no buttons without script", () => {
    const html = play();
    expect(shown(html)).toEqual(arrange(item.body, 3).items.map(({ text }) => text));
    expect(html.match(/<option value="" selected="">/g)).toHaveLength(5);
    expect(html).not.toContain("<button");
  });

  it("shows what was saved in the order that was given", () => {
    const html = play({ ...solve(item.key) } as Record<string, string[]>);
    expect(shown(html)[0]).toBe("The conference in Munich");
    expect(shown(html)[4]).toBe("The law that took in Estonia");
  });

  it("moves a row to a place, and keeps the others in their order", () => {
    expect(moved(["a", "b", "c", "d"], "d", 0)).toEqual(["d", "a", "b", "c"]);
    expect(moved(["a", "b", "c", "d"], "a", 2)).toEqual(["b", "c", "a", "d"]);
    expect(moved(["a", "b"], "a", 99)).toEqual(["b", "a"]);
    expect(moved(["a", "b"], "b", -1)).toEqual(["b", "a"]);
  });

  it("fills gaps and doubles with what is left, as it was shown", () => {
    const rows = (places: Record<string, string>) => rowsOf(["a", "b", "c", "d"], (id) => places[id] ?? "");
    expect(rows({})).toEqual(["a", "b", "c", "d"]);
    expect(rows({ a: "4" })).toEqual(["b", "c", "d", "a"]);
    expect(rows({ a: "2", b: "2", c: "1" })).toEqual(["c", "a", "b", "d"]);
    expect(rows({ a: "9", b: "x" })).toEqual(["a", "b", "c", "d"]);
    const given = (places: Record<string, string>) => givenOf(["a", "b"], (id) => places[id] ?? "");
    expect([given({}), given({ a: "1" }), given({ a: "1", b: "1" }), given({ a: "2", b: "1" })]).toEqual([
      "none",
      "part",
      "part",
      "all",
    ]);
  });

  it("reviews each with where it belongs, and the order with its dates", () => {
    const response = { order: ["o2p", "o1m", null, "o4u", "o5l"] };
    const html = renderToStaticMarkup(
      createElement(Review, {
        body: item.body,
        key_: item.key,
        response,
        outcome: grade(response, item.key, item.body),
      }),
    );
    expect(html).toContain("belongs 2nd");
    expect(html).toContain("no place of its own");
    expect(html).toContain("23 August 1939");
    expect(summary(response, item.body)).toContain("3. nothing");
  });
});
