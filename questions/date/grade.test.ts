import fc from "fast-check";
import { describe, expect, it, test, vi } from "vitest";
import { makeFactBase, type Event } from "@/facts/base";
import {
  bounds,
  daysInMonth,
  edtf,
  formatDate,
  liesWithin,
  stepped,
  toEdtf,
  type DatePoint,
  type HistoricalDate,
  type Interval,
} from "@/facts/dates";
import { author } from "./author";
import { dateGap } from "./gap";
import { grade } from "./grade";
import { lint } from "./lint";
import { read } from "./read";
import { precisions, type Body, type Key, type Precision } from "./schema";
import { solve } from "./solve";

// Many runs of a law take their time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

function derived(date: string, precision: Precision, more: Partial<Event> = {}) {
  const fact: Event = {
    id: "f",
    type: "event",
    name: "F",
    statement: "s",
    sources: ["K"],
    confidence: "H",
    revision: 1,
    date,
    ...more,
  };
  return author.derive(author.schema.parse({ precision }), makeFactBase({ facts: [fact] }), {
    id: "q",
    prompt: "When?",
    fact: "f",
  });
}

function item(date: string, precision: Precision, more: Partial<Event> = {}): { body: Body; key: Key } {
  const made = derived(date, precision, more);
  if ("problems" in made) throw new Error(made.problems.join());
  return made;
}

function earns({ body, key }: { body: Body; key: Key }, text: string) {
  const reading = read({ text: [text] }, body);
  if (reading.state !== "read") throw new Error(`${text}: ${reading.state}`);
  const outcome = grade(reading.response, key, body);
  if (outcome.state !== "scored") throw new Error(outcome.state);
  return outcome;
}

describe("what a fact's own uncertainty lets count", () => {
  test.each<[string, Precision, string, number]>([
    // Known only about: one unit either way.
    ["1939~", "year", "1938", 1],
    ["1939~", "year", "1940", 1],
    ["1939~", "year", "1937", 0],
    ["1939~", "year", "c. 1939", 1],
    ["1939~", "year", "1938-1940", 1],
    ["1939~", "year", "1938-1941", 0.25],
    ["1939~", "year", "23 August 1940", 1],
    ["1939~", "decade", "1930s", 1],
    ["1939~", "decade", "1940", 1],
    ["1939-08~", "month", "July 1939", 1],
    ["1939-08~", "month", "September 1939", 1],
    ["1939-08~", "month", "October 1939", 0.25],
    ["1939-08-23~", "month", "August 1939", 1],
    ["1939-08-01~", "month", "July 1939", 1],
    // Doubted, and not widened by it.
    ["1939?", "year", "1939", 1],
    ["1939?", "year", "1940", 0],
    ["1939?", "year", "perhaps 1939", 1],
    // A span that lasted.
    ["1939-10-27/1939-10-28", "day", "27 October 1939", 1],
    ["1939-10-27/1939-10-28", "day", "28 October 1939", 1],
    ["1939-10-27/1939-10-28", "day", "29 October 1939", 0.25],
    ["1939-10-27/1939-10-28", "day", "October 1939", 0.5],
    ["1939-10-27/1939-10-28", "day", "28 October", 0.5],
    ["1938-09-30/1938-10-01", "month", "October 1938", 1],
    ["1938-09-30/1938-10-01", "month", "September 1938", 1],
    ["1938-09-30/1938-10-01", "month", "September to October 1938", 1],
    ["1938-09-30/1938-10-01", "month", "autumn 1938", 0.75],
    ["1939/1940", "year", "1939", 1],
    ["1939/1940", "year", "1939-40", 1],
    // A season.
    ["1940-22", "season", "summer 1940", 1],
    ["1940-22", "season", "17 June 1940", 1],
    ["1940-22", "season", "June to July 1940", 1],
    ["1940-22", "season", "August to September 1940", 0.508],
    ["1940-22", "season", "1940", 0.5],
    ["1940-22", "season", "summer 1941", 0.25],
    ["1940-22", "year", "1940", 1],
    ["1939-24", "season", "January 1940", 1],
    ["1939-24", "season", "winter 1939-40", 1],
    ["1939-24", "season", "1939", 0.5],
    ["1939-24", "year", "1940", 1],
    ["1939-11-30", "season", "autumn 1939", 1],
    ["1940-02-29", "season", "winter 1939", 1],
    // Decades and centuries.
    ["193X", "decade", "1930s", 1],
    ["193X", "decade", "early 1930s", 1],
    ["193X", "decade", "1930-1941", 0.5],
    ["193X", "decade", "20th century", 0.25],
    ["19XX", "century", "XX век", 1],
    ["19XX", "century", "1930s", 1],
    ["19XX", "century", "19th to 20th century", 0.5],
    ["1900", "century", "20th century", 1],
    ["1900", "century", "19th century", 1],
    ["1901", "century", "19th century", 0],
    ["-0043-03-15", "century", "1st century BC", 1],
    ["-0043-03-15", "day", "15 March 44 BC", 1],
    ["-0043-03-15", "year", "44 v. Chr.", 1],
    ["-0043-03-15", "year", "44 AD", 0],
  ])("%s asked to the %s: '%s' earns %d", (date, precision, text, fraction) => {
    expect(earns(item(date, precision), text).fraction).toBeCloseTo(fraction, 3);
  });
});

describe("what is asked more finely than it is known is refused", () => {
  test.each<[string, Precision]>([
    ["1939-08", "day"],
    ["1939", "day"],
    ["1939-23", "day"],
    ["193X", "day"],
    ["19XX", "day"],
    ["-01XX", "day"],
    ["1939-08-23~", "day"],
    ["1939-08-23?", "day"],
    ["1939-10-01/1939-10-10", "day"],
    ["1939-08-23/..", "day"],
    ["1939", "month"],
    ["1939-23", "month"],
    ["193X", "month"],
    ["19XX", "month"],
    ["1939", "season"],
    ["193X", "season"],
    ["193X", "year"],
    ["19XX", "year"],
    ["19XX", "decade"],
    ["1930/1935", "year"],
    ["1939-08-23/1940", "month"],
    ["0003", "decade"],
  ])("%s asked to the %s", (date, precision) => {
    expect(derived(date, precision)).toHaveProperty("problems");
  });

  it("whatever the century, no day, month, season, year or decade of it can be asked", () => {
    fc.assert(
      fc.property(fc.integer({ min: -99, max: 98 }), fc.constantFrom(...precisions), (n, precision) => {
        const date = toEdtf({ precision: "century", year: n < 0 ? n * 100 + 1 : n * 100 });
        expect("problems" in derived(date, precision)).toBe(precision !== "century");
        const key: Key = { accepted: [{ date }], confusable: [] };
        const slips = lint({ prompt: "When?", body: { precision, century: 1900 }, key });
        expect(slips.length > 0).toBe(precision !== "century");
      }),
    );
  });
});

describe("the Julian calendar, where the fact says that it was in use", () => {
  const october = item("1917-11-07", "day", { oldStyle: true });

  test.each<[string, number]>([
    ["7 November 1917", 1],
    ["25 October 1917", 1],
    ["25 October 1917 O.S.", 1],
    ["7 November 1917 N.S.", 1],
    ["25 October 1917 N.S.", 0],
    ["7 November 1917 O.S.", 0.25],
    ["25 October (7 November) 1917", 1],
    ["October 1917", 0.5],
    ["26 October 1917", 0.25],
  ])("'%s' earns %d", (text, fraction) => {
    expect(earns(october, text).fraction).toBe(fraction);
  });

  it("says why both count", () => {
    expect(earns(october, "25.10.1917").receipt.notes).toEqual([
      "25 October 1917 counts as fully as 7 November 1917. It is the date by the Julian calendar, then in use in Russia: 25 October 1917 there is 7 November 1917 here.",
    ]);
    expect(earns(october, "25.10.1917").receipt.matched).toEqual([
      { said: "25.10.1917", as: "25 October 1917", by: "the date by the Julian calendar" },
    ]);
  });

  it("takes October and November for the month, 1917 for the year once", () => {
    expect(item("1917-11-07", "month", { oldStyle: true }).key.accepted.map(({ date }) => date)).toEqual([
      "1917-11",
      "1917-10",
    ]);
    expect(item("1917-11-07", "year", { oldStyle: true }).key.accepted.map(({ date }) => date)).toEqual(["1917"]);
    expect(item("1905-01-05", "year", { oldStyle: "By the old calendar." }).key.accepted).toEqual([
      { date: "1905" },
      { date: "1904", why: "By the old calendar.", oldStyle: true },
    ]);
  });

  it("converts what is called old style where the fact says nothing of it", () => {
    expect(earns(item("1939-08-23", "day"), "10 August 1939 (O.S.)").fraction).toBe(1);
    expect(earns(item("1939-08-23", "day"), "25 October 1917").fraction).toBe(0);
  });

  it("is not for facts that are not known to the day", () => {
    expect(derived("1917", "year", { oldStyle: true })).toHaveProperty("problems");
  });
});

describe("two defensible dates", () => {
  const pact = item("1939-08-23", "day", { alsoDate: { date: "1939-08-24", why: "Signed at night." } });

  it("accepts both, both at once, and says why", () => {
    for (const text of ["23 August 1939", "24 August 1939", "23-24 August 1939", "ночь с 23 на 24 августа 1939"])
      expect(earns(pact, text).fraction).toBe(1);
    expect(earns(pact, "24 August 1939").receipt.notes.join()).toMatch("Signed at night.");
    expect(dateGap.solution(pact.key, pact.body)).toBe("23 August 1939 (24 August 1939 counts too)");
  });
});

describe("the receipt", () => {
  const war = item("1939-09-01", "day");
  const lines = (text: string, of = war) =>
    earns(of, text).receipt.lines.map(({ label, value }) => `${label}: ${value}`);

  it("shows the arithmetic of a wider answer", () => {
    expect(lines("autumn 1939")).toEqual([
      "Held against 1 September 1939: ",
      "It covers: 1 September to 30 November 1939, 91 days",
      "It holds the date: wholly",
      "As wide as a season or a third of a year: 0.375",
      "Fraction: 0.375",
    ]);
    expect(lines("August to September 1940", item("1940-22", "season"))).toEqual([
      "Held against summer 1940: ",
      "It covers: 1 August to 30 September 1940, 61 days",
      "It holds the date: a share of 0.508 of it",
      "As wide as a season: 1 × 0.508",
      "Fraction: 0.508",
    ]);
    expect(lines("from 1939").slice(1)).toEqual([
      "It covers: a range without an end",
      "It holds the date: wholly",
      "Too wide for a question that asks the day: 0",
      "Fraction: 0",
    ]);
  });

  it("shows the parts of an answer that names them", () => {
    expect(lines("September 1939").slice(1)).toEqual([
      "Day: left out",
      "Month: September: right",
      "Year: 1939: right",
      "Fraction: 0.5",
    ]);
    expect(lines("autumn 1940", item("1940-22", "season")).slice(1)).toEqual([
      "Season: autumn: wrong",
      "Year: 1940: right",
      "Fraction: 0.25",
    ]);
  });

  test.each([
    ["1. Sept. 39", "1939-09-01"],
    ["September 1939", "1939-09"],
    ["autumn 1939", "1939-23"],
    ["1 September", "XXXX-09-01"],
    ["September", "XXXX-09"],
    ["autumn", "XXXX-23"],
    ["1/9/1939", "[1939-01-09,1939-09-01]"],
    ["c. 1939", "1939~"],
    ["25 October 1917 O.S.", "1917-10-25 old style"],
    ["A  Friday", "other:a friday"],
  ])("names the answer '%s' by EDTF: %s", (text, id) => {
    expect(earns(war, text).receipt.parts).toMatchObject([{ id, right: id === "1939-09-01" }]);
  });

  it("says what was matched, and how", () => {
    expect(earns(war, "1 Sept 39").receipt.matched).toEqual([{ said: "1 Sept 39", as: "1 September 1939" }]);
    expect(earns(war, "autumn 1939").receipt.matched).toMatchObject([{ by: "a wider date that holds it" }]);
    expect(earns(war, "2 September 1939").receipt.matched).toMatchObject([{ by: "month and year right" }]);
    expect(earns(war, "1945").receipt.matched).toEqual([]);
  });
});

describe("laws", () => {
  const anyDay = fc
    .record({ year: fc.integer({ min: -200, max: 2100 }), month: fc.integer({ min: 1, max: 12 }), n: fc.nat(30) })
    .map(({ year, month, n }): DatePoint => ({
      precision: "day",
      year,
      month,
      day: 1 + (n % daysInMonth(year, month)),
    }));
  const units = fc.constantFrom(...precisions);
  const anyPoint = fc.tuple(anyDay, units).chain(([at, precision]) => {
    const made = derived(toEdtf(at), precision);
    return "problems" in made ? fc.constant(at) : fc.constant(made.key.accepted[0]!.date).map(asPoint);
  });
  const marked = fc
    .tuple(anyPoint, fc.constantFrom({}, {}, { approximate: true as const }, { uncertain: true as const }))
    .map(([point, marks]): DatePoint => ({ ...point, ...marks }));
  const anyDate: fc.Arbitrary<HistoricalDate> = fc.oneof(
    { weight: 3, arbitrary: marked },
    fc.tuple(marked, fc.nat(3)).map(([from, n]): HistoricalDate => {
      const to = stepped(from, n + 1);
      return to ? { precision: "interval", from, to } : from;
    }),
  );

  it("the key itself earns 1, whatever is asked of whatever fact", () => {
    fc.assert(
      fc.property(anyDate, units, fc.boolean(), (date, precision, oldStyle) => {
        const made = derived(toEdtf(date), precision, oldStyle ? { oldStyle } : {});
        if ("problems" in made) return;
        const text = solve(made.key).text![0]!;
        expect([text, earns(made, text).fraction]).toEqual([text, 1]);
        for (const each of made.key.accepted) expect(earns(made, formatDate(parse(each.date))).fraction).toBe(1);
        expect(lint({ prompt: "When?", ...made })).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it("every date that lies in the fact earns 1", () => {
    fc.assert(
      fc.property(anyDate, anyDay, units, (date, at, precision) => {
        const made = derived(toEdtf(date), precision);
        if ("problems" in made || !liesWithin(at, date)) return;
        expect(earns(made, formatDate(at)).fraction).toBe(1);
      }),
      { numRuns: 500 },
    );
  });

  it("a coarser answer that is true never earns more than a finer one that is true", () => {
    const width = fc.nat(60_000);
    fc.assert(
      fc.property(anyDay, units, width, width, width, width, (at, precision, a, b, c, d) => {
        const made = derived(toEdtf(at), precision);
        if ("problems" in made) return;
        const days = (before: number, after: number): string => {
          const [from, to] = [stepped(at, -before), stepped(at, after)];
          return toEdtf(
            from && to && before + after > 0 ? ({ precision: "interval", from, to } satisfies Interval) : at,
          );
        };
        const graded = (date: string) => {
          const outcome = grade({ text: "x", reading: { state: "read", date } }, made.key, made.body);
          return outcome.state === "scored" ? outcome.fraction : NaN;
        };
        // All of what counts, then more on either side.
        const own = bounds(parse(made.key.accepted[0]!.date));
        const here = bounds(at).earliest;
        const [left, right] = [here - own.earliest, own.latest - here];
        expect(graded(days(left + a + c, right + b + d))).toBeLessThanOrEqual(graded(days(left + a, right + b)));
      }),
      { numRuns: 500 },
    );
    const finest = [
      "1 September 1939",
      "September 1939",
      "autumn 1939",
      "1939",
      "1938-1939",
      "1930s",
      "20th century",
      "from 1939",
    ];
    for (const precision of precisions) {
      const of = item("1939-09-01", precision);
      const fractions = finest.map((text) => earns(of, text).fraction);
      expect(fractions).toEqual(fractions.toSorted((x, y) => y - x));
    }
  });

  it("a fraction lies in [0, 1], and one answer is one part, right when it earns 1", () => {
    fc.assert(
      fc.property(
        anyDate,
        anyDate,
        units,
        fc.constantFrom(undefined, "old" as const, "new" as const),
        (date, said, precision, style) => {
          const made = derived(toEdtf(date), precision);
          if ("problems" in made) return;
          const response = {
            text: "x",
            reading: { state: "read" as const, date: toEdtf(said), ...(style && { style }) },
          };
          const outcome = grade(response, made.key, made.body);
          if (outcome.state !== "scored") return expect.fail();
          expect(outcome.fraction).toBeGreaterThanOrEqual(0);
          expect(outcome.fraction).toBeLessThanOrEqual(1);
          expect(outcome.receipt.parts.map(({ right }) => right)).toEqual([outcome.fraction === 1]);
          expect(outcome.receipt.matched.length > 0).toBe(outcome.fraction > 0);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("another date that counts never takes from an answer", () => {
    fc.assert(
      fc.property(anyDay, anyDay, anyDate, (date, also, said) => {
        const response = { text: "x", reading: { state: "read" as const, date: toEdtf(said) } };
        const body: Body = { precision: "day", century: 1900 };
        const fraction = (accepted: string[]) => {
          const outcome = grade(response, { accepted: accepted.map((each) => ({ date: each })), confusable: [] }, body);
          return outcome.state === "scored" ? outcome.fraction : NaN;
        };
        expect(fraction([toEdtf(date), toEdtf(also)])).toBeGreaterThanOrEqual(fraction([toEdtf(date)]));
        expect(fraction([toEdtf(date), toEdtf(also)])).toBe(fraction([toEdtf(also), toEdtf(date)]));
      }),
    );
  });

  function parse(text: string): HistoricalDate {
    return edtf(text);
  }

  function asPoint(text: string): DatePoint {
    const date = parse(text);
    return date.precision === "interval" ? (date.from as DatePoint) : date;
  }
});
