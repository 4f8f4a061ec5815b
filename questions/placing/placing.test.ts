import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeFactBase, type Fact } from "@/facts/base";
import { edtf } from "@/facts/dates";
import { arrange } from "./arrange";
import { author } from "./author";
import { marksOf, placeAt, placeInWords, placeOf, placesByHeading, placesOn, type Axis } from "./axis";
import { daysApart, daysInWords, worthOf } from "./distance";
import { grade } from "./grade";
import { lint } from "./lint";
import { samples } from "./samples";
import type { Body, Key } from "./schema";
import { solve } from "./solve";

const war = samples[0]!.item;
const months: Axis = { unit: "month", from: "1938-11", to: "1940-02" };

describe("the axis", () => {
  it.each([
    ["1938-11", 0],
    ["1939-01", 2],
    ["1940-02", 15],
    ["1938-10", null],
    ["1940-03", null],
    ["1939", null],
    ["1939-01-01", null],
    ["1939-01~", null],
    ["", null],
    ["NaN", null],
  ])("puts '%s' at the place %s", (at, place) => expect(placeOf(at, months)).toBe(place));

  it("gives back every place that it names, on axes of months and of years, before Christ too", () => {
    for (const axis of [
      months,
      { unit: "year", from: "-0050", to: "0050" },
      { unit: "month", from: "0000-01", to: "0001-12" },
    ] as const)
      for (let place = 0; place < placesOn(axis); place++) expect(placeOf(placeAt(place, axis), axis)).toBe(place);
  });

  it("lists each place once, under its year or its ten years, in words", () => {
    const groups = placesByHeading(months);
    expect(groups.map(({ heading }) => heading)).toEqual(["1938", "1939", "1940"]);
    expect(groups.flatMap(({ places }) => places)).toHaveLength(placesOn(months));
    expect(groups[1]?.places[9]).toEqual({ at: "1939-10", words: "October 1939" });
    expect(placesByHeading({ unit: "year", from: "1915", to: "1931" })[1]?.heading).toBe("1920 to 1929");
  });

  it("bears few enough labels for a narrow screen, in words that follow from its ends alone", () => {
    for (const axis of [
      months,
      { unit: "month", from: "1938-09", to: "1946-12" },
      { unit: "month", from: "1939-08", to: "1940-01" },
      { unit: "year", from: "1600", to: "1999" },
      { unit: "year", from: "-0050", to: "0050" },
    ] as const) {
      const labels = marksOf(axis).filter(({ label }) => label);
      expect(labels.length).toBeGreaterThan(0);
      expect(labels.length).toBeLessThanOrEqual(7);
    }
    expect(marksOf({ unit: "month", from: "1939-08", to: "1940-01" }).flatMap(({ label }) => label ?? [])).toEqual([
      "Oct 1939",
      "Jan 1940",
    ]);
  });

  it("is none when its ends are of another kind or the wrong way round", () => {
    expect(placesOn({ unit: "month", from: "1939", to: "1940" })).toBe(0);
    expect(placesOn({ unit: "year", from: "1940", to: "1939" })).toBe(0);
    expect(placesOn({ unit: "month", from: "soon", to: "1940-01" })).toBe(0);
  });
});

describe("the distance in days", () => {
  it.each([
    ["1939-08", "1939-08-23", 0],
    ["1939-09", "1939-08-23", 9],
    ["1939-07", "1939-08-23", 23],
    ["1940-06", "1940-06-28/1940-07-03", 0],
    ["1940-07", "1940-06-28/1940-07-03", 0],
    ["1940-08", "1940-06-28/1940-07-03", 29],
    ["1940-03", "1940", 0],
    ["1934", "1934-09-18", 0],
    ["1935", "1934-09-18", 105],
    ["1938-01", "1937-12-31", 1],
  ])("from %s to %s is %i", (at, date, days) => {
    expect(daysApart(edtf(at), edtf(date))).toBe(days);
    expect(daysApart(edtf(date), edtf(at))).toBe(days);
  });

  it.each([
    [0, 30, 330, 1],
    [30, 30, 330, 1],
    [31, 30, 330, 299 / 300],
    [180, 30, 330, 0.5],
    [329, 30, 330, 1 / 300],
    [330, 30, 330, 0],
    [100_000, 30, 330, 0],
    [0, 0, 100, 1],
    [1, 0, 100, 0.99],
  ])("%i days, held against %i and %i, are worth %f", (days, full, zero, worth) =>
    expect(worthOf(days, { full, zero })).toBeCloseTo(worth, 12),
  );

  it.each([
    [1, "1 day"],
    [40, "40 days"],
    [250, "about 8 months"],
    [1100, "about 3 years"],
  ])("%i is said as '%s'", (days, words) => expect(daysInWords(days)).toBe(words));
});

describe("grading", () => {
  const { body, key } = war;
  const fractionOf = (places: { event: string; at: string }[]) => {
    const outcome = grade({ places }, key, body);
    return outcome.state === "scored" ? outcome.fraction : outcome.state;
  };
  const places = fc
    .array(
      fc.tuple(
        fc.constantFrom(...body.events.map(({ id }) => id)),
        fc.nat(placesOn(body.axis) - 1).map((place) => placeAt(place, body.axis)),
      ),
      { minLength: 1, maxLength: 4 },
    )
    .map((pairs) => [...new Map(pairs)].map(([event, at]) => ({ event, at })));

  it("never earns less for a place nearer to the date", () => {
    fc.assert(
      fc.property(fc.nat(600), fc.nat(600), fc.nat(300), fc.integer({ min: 1, max: 300 }), (a, b, full, more) => {
        const tolerance = { full, zero: full + more };
        const [near, far] = a < b ? [a, b] : [b, a];
        expect(worthOf(near, tolerance)).toBeGreaterThanOrEqual(worthOf(far, tolerance));
      }),
    );
  });

  it("never takes anything away for one more event placed, however wrong", () => {
    fc.assert(
      fc.property(places, (all) => {
        const [last, ...rest] = all;
        if (rest.length === 0) return;
        expect(fractionOf(all)).toBeGreaterThanOrEqual(fractionOf(rest) as number);
        expect(last).toBeDefined();
      }),
    );
  });

  it("does not depend on the order in which events come, in the answer, the key or the body", () => {
    fc.assert(
      fc.property(places, fc.integer(), (all, seed) => {
        const turned = { events: [...key.events].reverse() };
        const one = grade({ places: all }, key, body);
        const other = grade({ places: [...all].reverse() }, turned, body);
        expect(other).toEqual(one);
        const shuffled = grade({ places: all }, key, arrange(body, seed));
        if (one.state !== "scored" || shuffled.state !== "scored") throw new Error("not scored");
        expect(shuffled.fraction).toBeCloseTo(one.fraction, 12);
      }),
    );
  });

  it("earns exactly 1 for thirds that are all right", () => {
    const three = { ...body, events: body.events.slice(0, 3) };
    const right = solve(key, three);
    const sent = Object.entries(right).map(([event, [at]]) => ({ event, at: at! }));
    expect(grade({ places: sent }, key, three)).toMatchObject({ state: "scored", fraction: 1 });
  });

  it("says what was matched, how far off, and what stands where an event was put", () => {
    const outcome = grade(
      {
        places: [
          { event: "e0c2", at: "1938-11" },
          { event: "e1a7", at: "1940-06" },
        ],
      },
      key,
      body,
    );
    if (outcome.state !== "scored") throw new Error(outcome.state);
    const { receipt } = outcome;
    expect(receipt.read).toBe("The agreement at Munich: November 1938; The pact of Molotov and Ribbentrop: June 1940");
    expect(receipt.matched).toEqual([
      { said: "November 1938", as: "The agreement at Munich, 30 September 1938", by: "32 days off" },
    ]);
    expect(receipt.lines[0]).toEqual({
      label:
        "The agreement at Munich: November 1938 held against 30 September 1938, 32 days off, (115 − 32) ÷ (115 − 15)",
      value: "0.83",
    });
    expect(receipt.lines.at(-1)?.label).toBe("Fraction: (0.83 + 0 + 0 + 0) ÷ 4");
    expect(receipt.notes).toEqual([
      "The agreement at Munich: Dated 29 September, signed after midnight.",
      "June 1940 is right for Soviet troops occupy Lithuania and Bessarabia is occupied; The pact of Molotov and Ribbentrop is 23 August 1939.",
    ]);
    expect(receipt.parts).toEqual([
      { id: "munich-agreement-1938>1938-11", text: "The agreement at Munich in November 1938", right: false },
      {
        id: "molotov-ribbentrop-pact-1939>1940-06",
        text: "The pact of Molotov and Ribbentrop in June 1940",
        right: false,
      },
    ]);
  });

  it.each([
    [
      "an event twice",
      [
        { event: "e0c2", at: "1938-09" },
        { event: "e0c2", at: "1938-10" },
      ],
    ],
    ["an event of another question", [{ event: "eee", at: "1938-09" }]],
    ["a place beyond the axis", [{ event: "e0c2", at: "2038-09" }]],
    ["'__proto__'", [{ event: "__proto__", at: "1938-09" }]],
  ])("turns away %s", (_, sent) => expect(fractionOf(sent)).toBe("malformed"));
});

// ── authors ──────────────────────────────────────────────────────────────────────────────────────────────────

const fact = (id: string, date: string, more: Partial<Fact> = {}): Fact =>
  ({
    type: "event",
    id,
    name: `The matter of ${id}`,
    statement: "It happened.",
    date,
    sources: [],
    confidence: "H",
    revision: 1,
    ...more,
  }) as Fact;

const facts = makeFactBase({
  facts: [
    fact("munich", "1938-09-29", { alsoDate: { date: "1938-09-30", why: "Signed after midnight." } }),
    fact("pact", "1939-08-23"),
    fact("summer", "1940-06", { name: "The summer" }),
    fact("open", "1939/.."),
    { ...fact("land", "1940-08-03"), type: "transfer", occupied: "1940-06-15" } as Fact,
    { ...fact("undated", ""), type: "statement", date: undefined } as Fact,
  ],
});

const derive = (authored: unknown) =>
  author.derive(author.schema.parse(authored), facts, { id: "q1", prompt: "Place them.", fact: "pact" });

describe("what an author writes", () => {
  const axis = { from: 1938, to: 1941 };

  it("becomes an axis of whole years in months, with tolerances from its length", () => {
    const made = derive({ axis, events: ["munich", "pact", { fact: "land", ask: "occupied" }] });
    if ("problems" in made) throw new Error(made.problems.join());
    expect(made.body.axis).toEqual({ unit: "month", from: "1938-01", to: "1941-12" });
    expect(made.body.tolerance).toEqual({ full: 15, zero: 146 });
    const of = new Map(made.key.events.map((each) => [each.of, each.dates]));
    expect(of.get("munich")).toEqual([{ date: "1938-09-29" }, { date: "1938-09-30", why: "Signed after midnight." }]);
    expect(of.get("land")).toEqual([{ date: "1940-06-15" }]);
    expect(made.rests).toContainEqual({ fact: "land", part: "transfer", tolerant: true });
    expect(lint({ prompt: "Place them.", ...made })).toEqual([]);
  });

  it("shows nothing of ids or order to a browser: many an id holds its year", () => {
    const one = derive({ axis, events: ["munich", "pact"] });
    const other = derive({ axis, events: ["pact", "munich"] });
    if ("problems" in one || "problems" in other) throw new Error("problems");
    expect(other.body).toEqual(one.body);
    for (const { id } of one.body.events) expect(id).toMatch(/^e[0-9a-f]{10}$/);
  });

  it.each([
    ["an id that is none", { axis, events: ["nobody"] }, /No fact has the id 'nobody': mend it/],
    ["a fact without a date", { axis, events: ["undated"] }, /has no date: place another/],
    ["a fact that was never occupied", { axis, events: [{ fact: "pact", ask: "occupied" }] }, /no date of occupation/],
    ["a date without an end", { axis, events: ["open"] }, /which has no end: place another/],
    ["an event twice", { axis, events: ["pact", "pact"] }, /to be placed twice: drop one/],
    ["ends the wrong way round", { axis: { from: 1941, to: 1938 }, events: ["pact"] }, /is none of months: write/],
    ["an axis of three months", { axis: { from: "1939-07", to: "1939-09" }, events: ["pact"] }, /6 to 400 places/],
    ["tolerances the wrong way round", { axis, events: ["pact"], full: 90, zero: 30 }, /not beyond `full`/],
  ])("is refused for %s", (_, authored, says) => {
    const made = derive(authored);
    expect("problems" in made && made.problems.join()).toMatch(says);
  });
});

describe("lint", () => {
  const item = (change: { body?: Partial<Body>; dates?: string[]; names?: string[]; prompt?: string }) => {
    const dates = change.dates ?? ["1938-09-29", "1939-08-23", "1940-06-15"];
    const ids = dates.map((_, i) => `e${i}`);
    return {
      prompt: change.prompt ?? "Place them.",
      body: {
        ...war.body,
        events: ids.map((id, i) => ({ id, name: change.names?.[i] ?? `Event ${id}` })),
        ...change.body,
      } as Body,
      key: { events: ids.map((id, i) => ({ id, of: id, dates: [{ date: dates[i]! }] })) } as Key,
    };
  };

  it("has nothing to say of a good item", () => expect(lint(item({}))).toEqual([]));

  it.each([
    ["a date off the axis", item({ dates: ["1937-01-01", "1940-01-01"] }), /not on the axis: let/],
    ["a date at the very end of the axis", item({ dates: ["1938-01-05", "1940-01-01"] }), /very end of the axis/],
    [
      "a date too vague to be missed",
      item({ dates: ["1938-06/1940-12", "1940-01-01"] }),
      /right on half of the axis or more/,
    ],
    ["a name with its year", item({ names: ["The accord of 1938"] }), /says when it was: give it/],
    ["a prompt that tells", item({ prompt: "One of them was on 23 August 1939." }), /prompt says when Event e1 was/],
    ["two events of one name", item({ names: ["A war", "a war "] }), /same name/],
    ["dates so near that one place earns most", item({ dates: ["1939-08-23", "1939-09-01"] }), /All events put in/],
  ])("finds %s", (_, bad, says) => {
    const found = lint(bad);
    expect(found.join("\n")).toMatch(says);
    for (const sentence of found) expect(sentence).toMatch(/^[^:]+: [^:]+\.$/);
  });

  it("lets the prompt name the years of the axis", () => {
    expect(lint(item({ prompt: "Place these events of 1938 to 1941." }))).toEqual([]);
  });

  it("finds a second date that nothing explains", () => {
    const bad = item({});
    bad.key.events[0]!.dates.push({ date: "1938-09-30" });
    expect(lint(bad).join()).toMatch(/counts for Event e0 too, and nothing says why: give/);
  });
});

it("says places in words, as a screen reader reads them", () => {
  expect(placeInWords("1939-10")).toBe("October 1939");
  expect(placeInWords("-0043")).toBe("44 BC");
});
