import fc from "fast-check";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, test, vi } from "vitest";
import { makeFactBase, type Fact } from "@/facts/base";
import { daysInMonth } from "@/facts/dates";
import { date as kind } from ".";
import { author } from "./author";
import DateField from "./field";
import { dateGap } from "./gap";
import { lint } from "./lint";
import DatePlayer from "./player";
import { read } from "./read";
import { grade } from "./grade";
import { Review, summary } from "./review";
import { samples } from "./samples";
import { response as responseSchema, type Body, type Key, type Response } from "./schema";

// Many runs of a law take their time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const asked: Body = { precision: "day", century: 1900 };
const pact: Key = {
  accepted: [
    { date: "1939-08-23" },
    { date: "1939-08-24", why: "The treaty is dated 23 August; it was signed during the night." },
  ],
  confusable: [{ date: "1939-09-28", name: "Boundary and Friendship Treaty" }],
};

function answer(text: string, body: Body = asked, meant?: string): Response {
  const reading = read({ text: [text], ...(meant ? { meant: [meant] } : {}) }, body);
  if (reading.state !== "read") throw new Error(reading.state);
  return reading.response;
}

function scored(response: Response, key: Key = pact, body: Body = asked) {
  const outcome = grade(response, key, body);
  if (outcome.state !== "scored") throw new Error(outcome.state);
  return outcome;
}

describe("samples", () => {
  test.each(samples.map((sample) => [sample.shows, sample] as const))("%s", (_, { item, fields, earns }) => {
    const reading = read(fields, item.body);
    const got =
      reading.state === "read" ? scored(reading.response, item.key, item.body).fraction : (reading.state as unknown);
    expect(got).toBe(earns);
  });
});

describe("the receipt", () => {
  it("says why a second date counts too", () => {
    const { fraction, receipt } = scored(answer("24.8.39"));
    expect(fraction).toBe(1);
    expect(receipt.read).toBe("24 August 1939");
    expect(receipt.notes).toEqual([
      "24 August 1939 counts as fully as 23 August 1939. The treaty is dated 23 August; it was signed during the night.",
    ]);
  });

  it("says what a wrong date would have been right for", () => {
    expect(scored(answer("28 September 1939")).receipt.notes).toContain(
      "28 September 1939 is the date of another thing: Boundary and Friendship Treaty.",
    );
  });

  it("asks again what was not said", () => {
    expect(scored(answer("8/9/1939")).receipt.notes).toEqual([
      "‘8/9/1939’ can mean 8 September 1939 or 9 August 1939. Which was meant was asked and not said, and nothing is guessed.",
    ]);
  });

  it("lets count as far as the key's own 'about' reaches, where the key says no span", () => {
    const key: Key = { accepted: [{ date: "1939~" }], confusable: [] };
    const body: Body = { precision: "year", century: 1900 };
    for (const [text, earns] of [
      ["c. 1939", 1],
      ["1939", 1],
      ["1938", 1],
      ["1941", 0],
    ] as const)
      expect([text, scored(answer(text, body), key, body).fraction]).toEqual([text, earns]);
  });

  it("says of what cannot be compared why it earns nothing, and calls no part of it left out", () => {
    const labels = (text: string) =>
      scored(answer(text))
        .receipt.lines.slice(1)
        .map(({ label }) => label);
    expect(labels("8/9/1939")).toEqual(["Two meanings, and neither was chosen", "Fraction"]);
    expect(labels("never")).toEqual(["No date could be read", "Fraction"]);
  });

  it("promises nothing for a part left out where another is wrong", () => {
    expect(scored(answer("August 1939")).receipt.notes).toEqual(["The day would have earned the rest."]);
    for (const text of ["September 1939", "August 1938", "25 August"])
      expect(scored(answer(text)).receipt.notes).toEqual([]);
  });

  it("says which part is right, wrong or left out", () => {
    expect(scored(answer("25 August 1939")).receipt.lines.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      "Held against 23 August 1939: ",
      "Day: 25: wrong",
      "Month: August: right",
      "Year: 1939: right",
      "Fraction: 0.25",
    ]);
  });
});

describe("laws", () => {
  const anyDay = fc
    .record({ year: fc.integer({ min: 1930, max: 1950 }), month: fc.integer({ min: 1, max: 12 }), n: fc.nat(30) })
    .map(({ year, month, n }) => ({ year, month, day: 1 + (n % daysInMonth(year, month)) }));
  const iso = ({ year, month, day }: { year: number; month: number; day: number }) =>
    `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  const precision = fc.constantFrom("day" as const, "month" as const, "year" as const);
  const cut = { day: 10, month: 7, year: 4 };

  it("The key itself earns 1", () => {
    fc.assert(
      fc.property(anyDay, precision, (at, asks) => {
        const key: Key = { accepted: [{ date: iso(at).slice(0, cut[asks]) }], confusable: [] };
        const body: Body = { precision: asks, century: 1900 };
        expect(scored(answer(key.accepted[0]!.date, body), key, body).fraction).toBe(1);
      }),
    );
  });

  it("Leaving a part out never earns less than getting it wrong, and adding a right part never earns less", () => {
    fc.assert(
      fc.property(anyDay, anyDay, (right, other) => {
        const key: Key = { accepted: [{ date: iso(right) }], confusable: [] };
        const earns = (text: string) => scored(answer(text), key).fraction;
        const [day, month, year] = [iso(right), iso(right).slice(0, 7), iso(right).slice(0, 4)];
        expect(earns(year)).toBeLessThanOrEqual(earns(month));
        expect(earns(month)).toBeLessThanOrEqual(earns(day));
        if (other.day !== right.day && other.day <= 28) {
          expect(earns(iso({ ...right, day: other.day }))).toBeLessThan(earns(month));
        }
        if (other.month !== right.month)
          expect(earns(iso({ ...other, year: right.year }).slice(0, 7))).toBeLessThan(earns(year));
      }),
    );
  });

  it("A fraction lies in [0, 1] whatever is sent, and the response passes its schema", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.string({ unit: fc.constantFrom(..."0123456789./- August"), maxLength: 20 }),
    );
    const fields = fc.record(
      { text: fc.array(text, { maxLength: 2 }), meant: fc.array(text, { maxLength: 2 }) },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fields, precision, (sent, asks) => {
        const body: Body = { precision: asks, century: 1900 };
        const reading = read(sent, body);
        if (reading.state !== "read") return;
        expect(responseSchema.safeParse(reading.response).success).toBe(true);
        const { fraction } = scored(reading.response, pact, body);
        expect(fraction).toBeGreaterThanOrEqual(0);
        expect(fraction).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("Grading never throws on what the schema admits", () => {
    const dates = [
      "1939-08-23",
      "1939-08",
      "1939",
      "1939-22",
      "1938/1940",
      "1939/..",
      "../1939-08-23",
      "1939/",
      "0000",
      "-0044~",
    ];
    for (const date of dates) scored({ text: "x", reading: { state: "read", date } });
    for (const date of dates) scored({ text: "x", reading: { state: "undecided", meanings: [date, date] } });
    scored({ text: "x", reading: { state: "partial", month: 2, day: 31 } });
  });
});

describe("the author's text", () => {
  const core = { statement: "s", sources: ["K"], confidence: "H" as const, revision: 1 };
  const facts: Fact[] = [
    {
      id: "pact",
      type: "agreement",
      name: "Pact",
      shortName: "pact",
      date: "1939-08-23",
      place: "Moscow",
      parties: [],
      signatories: [],
      alsoDate: { date: "1939-08-24", why: "Signed at night." },
      ...core,
    },
    {
      id: "munich",
      type: "agreement",
      name: "Munich Agreement",
      shortName: "m",
      date: "1938-09-29",
      place: "Munich",
      parties: [],
      signatories: [],
      alsoDate: { date: "1938-09-30", why: "Signed after midnight.", prefer: true },
      ...core,
    },
    { id: "march", type: "event", name: "March", date: "1938-10-01/1938-10-10", ...core },
    { id: "summer", type: "event", name: "Summer", date: "1940-06", ...core },
    { id: "old", type: "event", name: "Old", date: "1812", ...core },
    { id: "word", type: "statement", name: "Word", ...core },
    {
      id: "moved",
      type: "transfer",
      name: "Moved",
      territory: "t",
      from: "a",
      to: "b",
      date: "1940-08-03",
      occupied: "1940-06-15",
      instrument: "law",
      how: "annexed",
      ...core,
    },
  ];
  const base = makeFactBase({ facts });
  const derive = (fact: string, authored: object) => {
    const parsed = author.schema.parse(authored);
    return author.derive(parsed, base, { id: "q", prompt: "When?", fact });
  };

  it("takes both defensible dates from the fact, and other facts' days for comparison", () => {
    expect(derive("pact", { ask: "date", precision: "day" })).toEqual({
      body: { precision: "day", century: 1900 },
      key: {
        accepted: [{ date: "1939-08-23" }, { date: "1939-08-24", why: "Signed at night." }],
        confusable: [
          { date: "1938-09-30", name: "Munich Agreement" },
          { date: "1938-09-29", name: "Munich Agreement" },
          { date: "1940-08-03", name: "Moved" },
        ],
      },
      rests: [{ fact: "pact", part: "date", tolerant: true }],
    });
  });

  it("shows the preferred date first", () => {
    expect(derive("munich", { precision: "day" })).toMatchObject({
      key: { accepted: [{ date: "1938-09-30" }, { date: "1938-09-29", why: "Signed after midnight." }] },
    });
  });

  it("asks no more finely than the fact is known", () => {
    expect(derive("summer", { precision: "day" })).toEqual({
      problems: [
        "The fact summer is dated June 1940, which is not one day: ask it less precisely, or ask a fact that is.",
      ],
    });
    expect(derive("march", { precision: "day" })).toHaveProperty("problems");
    expect(derive("old", { precision: "month" })).toHaveProperty("problems");
    expect(derive("word", { precision: "year" })).toHaveProperty("problems");
    expect(derive("march", { precision: "month" })).toMatchObject({ key: { accepted: [{ date: "1938-10" }] } });
  });

  it("takes two days of one month for one answer when the month is asked", () => {
    expect(derive("pact", { precision: "month" })).toMatchObject({ key: { accepted: [{ date: "1939-08" }] } });
  });

  it("can ask when a land was occupied", () => {
    expect(derive("moved", { ask: "occupied", precision: "month" })).toMatchObject({
      key: { accepted: [{ date: "1940-06" }] },
      rests: [{ fact: "moved", part: "transfer", tolerant: true }],
    });
    expect(derive("pact", { ask: "occupied", precision: "month" })).toHaveProperty("problems");
  });

  it("gives the same body for every fact of one precision", () => {
    const bodies = ["pact", "munich"].map((fact) => derive(fact, { precision: "day" }));
    expect(bodies[0]).toMatchObject({ body: (bodies[1] as { body: Body }).body });
  });
});

describe("lint", () => {
  const item = (prompt: string, key: Key, body: Body = asked) => lint({ prompt, key, body });

  it("finds nothing wrong with the samples", () => {
    for (const sample of samples) expect(lint(sample.item)).toEqual([]);
  });

  it("finds a date that the prompt gives away, one that is too fine, and a second date without a reason", () => {
    const key: Key = { accepted: [{ date: "1939-08-23" }], confusable: [] };
    expect(item("What was signed on 23 August 1939, and when?", key)[0]).toMatch("The prompt says 23 August 1939");
    expect(item("When?", { ...key, accepted: [{ date: "1939-08" }] })[0]).toMatch("The day is asked");
    expect(item("When?", { ...key, accepted: [{ date: "1939-08-23" }, { date: "1939-08-24" }] })[0]).toMatch(
      "nothing says why",
    );
  });
});

describe("on screen", () => {
  const play = (fields: Record<string, string[]>, body: Body = asked) =>
    renderToStaticMarkup(createElement(DatePlayer, { name: "q3", body, fields, labelledBy: "prompt" }));

  it("reads back what was saved, with the weekday, without script", () => {
    const html = play({ text: ["23.8.39"] });
    expect(html).toContain("I read this as <b>23 August 1939</b>, a Wednesday.");
    expect(html).toContain('name="q3.text"');
    expect(html).toContain('value="23.8.39"');
  });

  it("asks which of two meanings, and keeps the choice", () => {
    const open = play({ text: ["3/9/1939"] });
    expect(open).toContain("3 September 1939, a Sunday");
    expect(open).toContain("9 March 1939, a Thursday");
    expect(open).not.toContain("checked");
    const chosen = play({ text: ["3/9/1939"], meant: ["1939-03-09"] });
    expect(chosen).toMatch(/value="1939-03-09"[^>]*checked|checked[^>]*value="1939-03-09"/);
    expect(chosen).toContain("I read this as <b>9 March 1939</b>, a Thursday.");
  });

  it("says so when it cannot read a text, and says nothing of none", () => {
    expect(play({ text: ["31 June 1939"] })).toContain("There is no 31 June");
    expect(play({})).not.toContain("I read this");
  });

  it("shows what was written, how it was read, and the date", () => {
    const response = answer("24.8.39");
    const outcome = grade(response, pact, asked);
    const html = renderToStaticMarkup(createElement(Review, { body: asked, key_: pact, response, outcome }));
    expect(html).toContain("24.8.39, read as 24 August 1939");
    expect(html).toContain("23 August 1939");
    expect(summary(answer("23 August 1939"))).toBe("23 August 1939");
    expect(summary(answer("a Friday"))).toBe("a Friday (nothing that can be read as a date)");
  });
});

describe("as a gap in a passage", () => {
  const field = (fields: Record<string, string[]>, inline = true) =>
    renderToStaticMarkup(
      createElement(DateField, { name: "q3.g1", body: asked, fields, label: "Gap 1: date", inline }),
    );

  it("is made of what may stand in a paragraph, and has its name for everyone", () => {
    for (const text of ["", "23.8.39", "3/9/1939", "31 June"]) {
      const html = field({ text: [text] });
      expect(html).not.toMatch(/<(div|p|fieldset|ul|details)\b/);
      expect(html).toMatch(/<label for="q3\.g1-date"[^>]*>Gap 1: date<\/label>/);
      expect(html).toContain('name="q3.g1.text"');
    }
  });

  it("reads back in a few words, but not what is written so already", () => {
    expect(field({ text: ["23.8.39"] })).toContain("read as 23 August 1939.");
    expect(field({ text: ["23 August 1939"] })).not.toContain("read as");
    expect(field({ text: ["31 June 1939"] })).toContain("There is no 31 June");
    expect(field({ text: ["autumn"] })).toContain("read as autumn, no year.");
  });

  it("asks which of two meanings, and keeps the choice", () => {
    const html = field({ text: ["3/9/1939"], meant: ["1939-03-09"] });
    expect(html).toContain('role="radiogroup"');
    expect(html.match(/type="radio"/g)).toHaveLength(2);
    expect(html).toMatch(/value="1939-03-09"[^>]*checked|checked[^>]*value="1939-03-09"/);
    expect(html).toContain("read as 9 March 1939");
  });

  it("reads, marks and solves as the question of its kind does", () => {
    for (const sample of samples) {
      expect(dateGap.read(sample.fields, sample.item.body)).toEqual(kind.read(sample.fields, sample.item.body));
      expect(dateGap.solve(sample.item.key, sample.item.body)).toEqual(kind.solve(sample.item.key, sample.item.body));
    }
    expect(dateGap.said(answer("24.8.39"), asked)).toBe("24 August 1939");
    expect(dateGap.said(answer("a Friday"), asked)).toBe("a Friday");
  });
});

test("The registry knows the kind by its name", () => {
  expect(kind.name).toBe("date");
});

describe("An answer that still has to be settled is kept but listed as unanswered", () => {
  test.each([
    ["23.8.1939", {}, undefined],
    ["August 1939", {}, undefined],
    ["3/9/1939", {}, true],
    ["3/9/1939", { meant: ["1939-09-03"] }, undefined],
    ["31 June 1940", {}, true],
  ])("%s %o", (text, choice, unsettled) => {
    const reading = read({ text: [text], ...choice }, asked);
    expect(reading).toMatchObject({ state: "read", response: { text } });
    expect(reading.state === "read" && reading.unsettled).toBe(unsettled);
  });
});
