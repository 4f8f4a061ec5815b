import fc from "fast-check";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, test } from "vitest";
import { makeFactBase, type Fact } from "@/facts/base";
import { arrange } from "./arrange";
import { author } from "./author";
import { grade } from "./grade";
import { lint } from "./lint";
import MatchingPlayer from "./player";
import { read } from "./read";
import { Review, summary } from "./review";
import { samples } from "./samples";
import type { Body, Key, Response } from "./schema";
import { solve } from "./solve";

const [match, sort] = [samples[0]!.item, samples.find(({ item }) => item.body.mode === "sort")!.item];

const pairs = (said: Record<string, string>): Response => ({
  pairs: Object.entries(said).map(([stem, choice]) => ({ stem, choice })),
});
function earned(response: Response, { body, key }: { body: Body; key: Key }): number {
  const outcome = grade(response, key, body);
  if (outcome.state !== "scored") return 0;
  return outcome.fraction;
}

describe("one stem, one mark", () => {
  test.each<[Record<string, string>, number]>([
    [{ s1a: "c91", s2b: "c72", s3c: "c53", s4d: "c91" }, 1],
    [{ s1a: "c91", s2b: "c72", s3c: "c53" }, 0.75],
    [{ s1a: "c91", s2b: "c53", s3c: "c72", s4d: "c91" }, 0.5],
    [{ s1a: "c91" }, 0.25],
    [{ s1a: "c34", s2b: "c34", s3c: "c34", s4d: "c34" }, 0],
  ])("%j earns %d", (said, fraction) => {
    expect(earned(pairs(said), match)).toBe(fraction);
  });

  it("has a receipt that adds up, and says what a choice would have been right for", () => {
    const outcome = grade(pairs({ s1a: "c72", s2b: "c72" }), match.key, match.body);
    if (outcome.state !== "scored") throw new Error(outcome.state);
    expect(outcome.receipt.lines).toEqual([
      { label: "Stems that are right", value: "1 of 4" },
      { label: "Stems left empty", value: "2" },
      { label: "Fraction: 1 ÷ 4", value: "0.25" },
    ]);
    expect(outcome.receipt.notes).toEqual(["‘5 October 1939’ belongs to The pact with Latvia."]);
    expect(outcome.receipt.parts).toEqual([
      { id: "s1a>c72", text: "The pact with Estonia: 5 October 1939", right: false },
      { id: "s2b>c72", text: "The pact with Latvia: 5 October 1939", right: true },
    ]);
  });

  it("turns away what is of no form of this question", () => {
    for (const response of [
      pairs({ s1a: "g1" }),
      pairs({ i1: "c91" }),
      { pairs: [...pairs({ s1a: "c91" }).pairs, ...pairs({ s1a: "c91" }).pairs] },
    ])
      expect(grade(response, match.key, match.body).state).toBe("malformed");
  });
});

describe("laws", () => {
  const anyItem = fc.tuple(fc.integer({ min: 2, max: 8 }), fc.integer({ min: 2, max: 8 })).chain(([n, m]) =>
    fc
      .array(fc.uniqueArray(fc.nat({ max: m - 1 }), { minLength: 1, maxLength: 2 }), { minLength: n, maxLength: n })
      .map((right) => ({
        body: {
          mode: "match",
          stems: right.map((_, i) => ({ id: `s${i}`, text: `Stem ${i}` })),
          choices: Array.from({ length: m }, (_, i) => ({ id: `c${i}`, text: `Choice ${i}` })),
        } satisfies Body,
        key: {
          pairs: right.map((list, i) => ({ stem: `s${i}`, choices: list.map((each) => `c${each}`) })),
        } satisfies Key,
      })),
  );
  const answered = anyItem.chain((item) =>
    fc.tuple(
      fc.constant(item),
      fc
        .array(fc.option(fc.nat({ max: item.body.choices.length - 1 })), {
          minLength: item.body.stems.length,
          maxLength: item.body.stems.length,
        })
        .map((list) =>
          Object.fromEntries(list.flatMap((choice, i) => (choice === null ? [] : [[`s${i}`, `c${choice}`]]))),
        ),
    ),
  );

  it("A fraction lies in [0, 1]; the key, and nothing that misses a stem of it, earns exactly 1", () => {
    fc.assert(
      fc.property(answered, ([item, said]) => {
        const fraction = earned(pairs(said), item);
        expect(fraction).toBeGreaterThanOrEqual(0);
        expect(fraction).toBeLessThanOrEqual(1);
        expect(fraction === 1).toBe(item.key.pairs.every(({ stem, choices }) => choices.includes(said[stem] ?? "")));
        const reading = read(solve(item.key), item.body);
        expect(reading.state === "read" && earned(reading.response, item)).toBe(1);
      }),
    );
  });

  it("Filling an empty stem never lowers; a right choice raises by its share, a wrong one changes nothing", () => {
    fc.assert(
      fc.property(answered, fc.nat(), ([item, said], pick) => {
        const empty = item.key.pairs.filter(({ stem }) => !(stem in said));
        const stem = empty[pick % Math.max(1, empty.length)];
        if (!stem) return;
        const before = earned(pairs(said), item);
        for (const { id } of item.body.choices) {
          const after = earned(pairs({ ...said, [stem.stem]: id }), item);
          const more = stem.choices.includes(id) ? 1 / item.body.stems.length : 0;
          expect(after).toBeCloseTo(before + more, 9);
        }
      }),
    );
  });

  it("The order of stems and choices and what their ids are changes nothing", () => {
    fc.assert(
      fc.property(answered, fc.integer(), ([item, said], seed) => {
        const x = (id: string) => `x${id}`;
        const body: Body = {
          mode: "match",
          stems: item.body.stems.map((each) => ({ ...each, id: x(each.id) })),
          choices: item.body.choices.map((each) => ({ ...each, id: x(each.id) })),
        };
        const key: Key = {
          pairs: item.key.pairs.map(({ stem, choices }) => ({ stem: x(stem), choices: choices.map(x) })).reverse(),
        };
        const other = pairs(Object.fromEntries(Object.entries(said).map(([stem, choice]) => [x(stem), x(choice)])));
        expect(earned({ pairs: other.pairs.reverse() }, { body: arrange(body, seed), key })).toBe(
          earned(pairs(said), item),
        );
      }),
    );
  });
});

describe("the author's text", () => {
  const core = { statement: "s", sources: ["K"], confidence: "H" as const, revision: 1 };
  const event = (id: string, date: string, more = {}): Fact => ({
    id,
    type: "event",
    name: `The ${id}`,
    date,
    ...core,
    ...more,
  });
  const transfer = (id: string, from: string, to: string): Fact => ({
    id,
    type: "transfer",
    name: `Transfer ${id}`,
    territory: "estonia",
    from,
    to,
    date: "1940-08-06",
    instrument: "law",
    how: "annexed",
    ...core,
  });
  const facts = makeFactBase({
    facts: [
      event("pact", "1939-08-23", { alsoDate: { date: "1939-08-24", why: "w" }, place: "Moscow, in the Kremlin" }),
      event("evening", "1939-08-24", { place: "Berlin" }),
      event("treaty", "1939-09-28", { place: "Moscow" }),
      event("september", "1939-09"),
      event("later", "1940-06-14", { place: "Kaunas" }),
      event("last", "1940-06-15", { place: "Riga" }),
      transfer("estonia", "estonia", "ussr"),
      transfer("vilnius", "ussr", "lithuania"),
      { id: "words", type: "statement", name: "Words", ...core },
    ],
    states: [
      { id: "ussr", name: "Soviet Union", accept: ["USSR"] },
      { id: "estonia", name: "Estonia", accept: [] },
      { id: "lithuania", name: "Lithuania", accept: ["Lietuva"] },
      { id: "poland", name: "Poland", accept: [] },
    ],
    people: [{ id: "molotov", name: "Vyacheslav Molotov", sortName: "Molotov", accept: ["Molotow"] }],
  });
  const derive = (authored: unknown) =>
    author.derive(author.schema.parse(authored), facts, { id: "q", prompt: "Match.", fact: "pact" });
  const good = (authored: unknown) => {
    const made = derive(authored);
    if ("problems" in made) throw new Error(made.problems.join(" "));
    const text = new Map([...made.body.stems, ...made.body.choices].map(({ id, text }) => [id, text]));
    return {
      ...made,
      choices: made.body.choices.map(({ text }) => text).sort(),
      pairs: Object.fromEntries(
        made.key.pairs.map(({ stem, choices }) => [text.get(stem), choices.map((id) => text.get(id))]),
      ),
    };
  };

  it("takes pairs of texts or of names, and others that are right for none", () => {
    const made = good({
      pairs: [
        { stem: { person: "molotov" }, choice: "Commissar" },
        { stem: "Ribbentrop", choice: "Minister" },
        { stem: "Ciano", choice: "Minister" },
      ],
      others: ["Ambassador"],
    });
    expect(made.pairs).toEqual({ "Vyacheslav Molotov": ["Commissar"], Ribbentrop: ["Minister"], Ciano: ["Minister"] });
    expect(made.choices).toEqual(["Ambassador", "Commissar", "Minister"]);
    expect(made.body.mode).toBe("match");
  });

  it("sorts items into groups", () => {
    const made = good({
      mode: "sort",
      groups: [
        { group: { state: "ussr" }, items: ["A", "B"] },
        { group: { state: "poland" }, items: ["C"] },
      ],
    });
    expect(made.pairs).toEqual({ A: ["Soviet Union"], B: ["Soviet Union"], C: ["Poland"] });
  });

  it("asks facts for their dates, and counts a second date that another fact bears", () => {
    const made = good({
      ask: "date",
      facts: ["pact", { fact: "evening", text: "The reply" }, "later"],
      others: [{ fact: "last" }],
    });
    expect(made.pairs).toEqual({
      "The pact": ["23 August 1939", "24 August 1939"],
      "The reply": ["24 August 1939"],
      "The later": ["14 June 1940"],
    });
    expect(made.choices).toContain("15 June 1940");
    expect(made.rests).toContainEqual({ fact: "later", part: "date", tolerant: false });
    expect(made.rests).toContainEqual({ fact: "pact", part: "date", tolerant: true });
  });

  it("asks months, places and sides of a transfer", () => {
    expect(good({ ask: "month", facts: ["pact", "treaty", "later", "last"] }).choices).toEqual([
      "August 1939",
      "June 1940",
      "September 1939",
    ]);
    expect(good({ ask: "place", facts: ["pact", "treaty", "evening"], others: ["Riga"] }).pairs).toEqual({
      "The pact": ["Moscow"],
      "The treaty": ["Moscow"],
      "The evening": ["Berlin"],
    });
    expect(good({ ask: "to", facts: ["estonia", "vilnius"], others: [{ state: "poland" }] }).pairs).toEqual({
      "Transfer estonia": ["Soviet Union"],
      "Transfer vilnius": ["Lithuania"],
    });
  });

  test.each([
    [{ ask: "date", facts: ["treaty", "september"] }, /may be right for/],
    [{ ask: "date", facts: ["pact", "later"], others: [{ fact: "evening" }] }, /is right for pact/],
    [{ ask: "date", facts: ["pact", "words"] }, /has no date/],
    [{ ask: "to", facts: ["pact", "vilnius"] }, /being no transfer/],
    [{ ask: "to", facts: ["estonia", "vilnius"], others: ["USSR"] }, /may be right for|name the same/],
    [{ ask: "date", facts: ["pact", "nowhere"] }, /No fact has the id 'nowhere'/],
    [
      {
        pairs: [
          { stem: "A", choice: { state: "ussr" } },
          { stem: "B", choice: "USSR" },
        ],
      },
      /name the same/,
    ],
    [
      {
        pairs: [
          { stem: "A", choice: "x" },
          { stem: "B", choice: "y" },
        ],
        others: ["X"],
      },
      /among the others and is right/,
    ],
    [
      {
        pairs: [
          { stem: "A", choice: "x" },
          { stem: "a", choice: "y" },
        ],
      },
      /Two stems say/,
    ],
    [
      {
        pairs: [
          { stem: "A", choice: "x" },
          { stem: "B", choice: "x" },
        ],
      },
      /There is one of the choices/,
    ],
    [
      {
        pairs: [
          { stem: { state: "atlantis" }, choice: "x" },
          { stem: "B", choice: "y" },
        ],
      },
      /No state has the id/,
    ],
  ])("%j: %s", (authored, problem) => {
    const made = derive(authored);
    expect("problems" in made ? made.problems.join(" ") : "").toMatch(problem);
  });

  it("is refused when it has two forms or none, or groups that are not sorted into", () => {
    const two = [
      { stem: "A", choice: "x" },
      { stem: "B", choice: "y" },
    ];
    const groups = [
      { group: "x", items: ["A"] },
      { group: "y", items: ["B"] },
    ];
    for (const authored of [
      {},
      { pairs: two, groups, mode: "sort" },
      { groups },
      { ask: "date" },
      { pairs: two, facts: ["pact", "later"] },
    ])
      expect(author.schema.safeParse(authored).success).toBe(false);
  });
});

describe("lint", () => {
  const linted = (change: (item: { body: Body; key: Key }) => Partial<{ body: Body; key: Key }>) =>
    lint({ prompt: "", body: match.body, key: match.key, ...change(match) }).join(" ");

  it("finds a last choice that follows from the others", () => {
    const body: Body = { mode: "match", stems: sort.body.stems, choices: sort.body.choices };
    expect(lint({ prompt: "", body, key: sort.key }).join(" ")).toMatch(/the last follows from the others/);
    expect(lint(sort)).toEqual([]);
  });

  it("finds a stem that says its answer, doubles, and one answer that is right everywhere", () => {
    expect(
      linted(({ body }) => ({
        body: {
          ...body,
          stems: body.stems.map((each, i) => (i ? each : { ...each, text: "The pact of 28 September 1939" })),
        },
      })),
    ).toMatch(/says its own answer/);
    expect(
      linted(({ body }) => ({ body: { ...body, choices: body.choices.map((each) => ({ ...each, text: "Same" })) } })),
    ).toMatch(/Two choices say/);
    expect(linted(({ key }) => ({ key: { pairs: key.pairs.map((each) => ({ ...each, choices: ["c91"] })) } }))).toMatch(
      /right everywhere/,
    );
    expect(linted(({ key }) => ({ key: { pairs: key.pairs.slice(1) } }))).toMatch(/do not name the same/);
  });
});

describe("on screen", () => {
  const play = (body: Body, fields = {}) =>
    renderToStaticMarkup(createElement(MatchingPlayer, { name: "q1", body, fields, labelledBy: "p" }));

  it("has a list for each stem, and buttons for a few groups", () => {
    expect(play(match.body).match(/<select/g)).toHaveLength(4);
    expect(play(match.body, { s1a: ["c91"] })).toMatch(/<option value="c91" selected="">/);
    expect(play(sort.body).match(/type="radio"/g)).toHaveLength(9);
    expect(play(sort.body).match(/<legend>/g)).toHaveLength(3);
    const many: Body = { ...match.body, mode: "sort", choices: [...match.body.choices, { id: "c0", text: "Fifth" }] };
    expect(play(many)).not.toContain('type="radio"');
  });

  it("shuffles stems and choices apart from each other", () => {
    const orders = new Set(
      Array.from({ length: 40 }, (_, seed) => {
        const { stems, choices } = arrange(match.body, seed);
        return [...stems, ...choices].map(({ id }) => id).join();
      }),
    );
    expect(orders.size).toBeGreaterThan(20);
  });

  it("shows each stem with how it stands, and what belongs there", () => {
    const response = pairs({ s1a: "c91", s2b: "c53" });
    const html = renderToStaticMarkup(
      createElement(Review, {
        body: match.body,
        key_: match.key,
        response,
        outcome: grade(response, match.key, match.body),
      }),
    );
    expect(html).toContain("left empty");
    expect(html).toContain("not right");
    expect(html).toContain("For none of them: 23 August 1939.");
    expect(summary(response, match.body)).toContain("The pact with Estonia: 28 September 1939");
  });
});
