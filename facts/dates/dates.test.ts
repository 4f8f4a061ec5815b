import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it, test, vi } from "vitest";
import {
  bounds,
  compareDates,
  datesOverlap,
  daysInMonth,
  edtf,
  formatDate,
  liesWithin,
  parseEdtf,
  readDate,
  sameDate,
  toEdtf,
  weekdayName,
  type DatePoint,
  type Interval,
} from ".";
import { dayNumber } from "./calendar";

// Many runs of a law take their time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const vectors = <T>(name: string): T[] =>
  (JSON.parse(readFileSync(new URL(`../../test/vectors/edtf/${name}.json`, import.meta.url), "utf8")) as { cases: T[] })
    .cases;

const anyYear = fc.integer({ min: -9998, max: 9999 });
const anyDay = fc
  .record({
    year: anyYear,
    month: fc.integer({ min: 1, max: 12 }),
    share: fc.double({ min: 0, max: 0.999, noNaN: true }),
  })
  .map(({ year, month, share }): DatePoint => {
    return { precision: "day", year, month, day: 1 + Math.floor(share * daysInMonth(year, month)) };
  });
const anyMonth = fc
  .record({ year: anyYear, month: fc.integer({ min: 1, max: 12 }) })
  .map((at): DatePoint => ({ precision: "month", ...at }));
const anyYearDate = anyYear.map((year): DatePoint => ({ precision: "year", year }));
const anySeason = fc
  .record({ year: anyYear, season: fc.constantFrom(21 as const, 22 as const, 23 as const, 24 as const) })
  .map((at): DatePoint => ({ precision: "season", ...at }));
const qualifiers = fc.constantFrom(
  {},
  { approximate: true as const },
  { uncertain: true as const },
  {
    approximate: true as const,
    uncertain: true as const,
  },
);
const anyDecade = fc.integer({ min: 1, max: 998 }).map((n): DatePoint => ({ precision: "decade", year: n * 10 }));
const anyCentury = fc
  .integer({ min: -99, max: 98 })
  .map((n): DatePoint => ({ precision: "century", year: n < 0 ? n * 100 + 1 : n * 100 }));

const anyPoint = fc
  .tuple(fc.oneof(anyDay, anyMonth, anyYearDate, anySeason, anyDecade, anyCentury), qualifiers)
  .map(([date, q]): DatePoint => ({ ...date, ...q }));
const anyInterval = fc
  .tuple(anyPoint, anyPoint)
  .map(([a, b]): Interval => ({
    precision: "interval",
    ...(compareDates(a, b) <= 0 ? { from: a, to: b } : { from: b, to: a }),
  }))
  .filter(({ from, to }) => compareDates(from as DatePoint, to as DatePoint) < 0);
const anyOpen = fc
  .tuple(anyPoint, fc.constantFrom("open" as const, "unknown" as const), fc.boolean())
  .map(([point, end, first]): Interval => ({
    precision: "interval",
    from: first ? end : point,
    to: first ? point : end,
  }));
const anyDate = fc.oneof(anyPoint, anyInterval, anyOpen);

describe("the calendar", () => {
  test.each([
    ["1939-08-23", "Wednesday"],
    ["1938-09-30", "Friday"],
    ["1941-06-22", "Sunday"],
    ["1945-05-09", "Wednesday"],
    ["2000-02-29", "Tuesday"],
    ["1582-10-15", "Friday"],
    ["0001-01-01", "Monday"],
  ])("%s was a %s", (text, weekday) => {
    expect(weekdayName(edtf(text))).toBe(weekday);
  });

  it("counts days as JavaScript does, without its Date", () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        if (date.precision !== "day") return;
        const at = new Date(0);
        at.setUTCFullYear(date.year, date.month - 1, date.day);
        const expected = at.getTime() / 86_400_000 - Date.UTC(2000, 2, 1) / 86_400_000;
        expect(dayNumber(date.year, date.month, date.day) - dayNumber(2000, 3, 1)).toBe(expected);
        expect(weekdayName(date)).toBe(at.toLocaleDateString("en", { weekday: "long", timeZone: "UTC" }));
      }),
    );
  });
});

describe("EDTF", () => {
  it("gives back the date that it was written from", () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(parseEdtf(toEdtf(date))).toEqual(date);
      }),
    );
  });

  it("never reads what other implementations refuse", () => {
    const wrong = vectors<{ edtf: string; verdict: string }>("validity")
      .filter(({ verdict, edtf: text }) => verdict === "invalid" && parseEdtf(text) !== null)
      .map(({ edtf: text }) => text);
    expect(wrong).toEqual([]);
  });

  it("reads all days, months, years, seasons and intervals of them that others agree on, but for times and set forms", () => {
    const ours = /^[-\d/.?~%]*$/;
    const missed = vectors<{ edtf: string; verdict: string; level: unknown }>("validity")
      .filter(({ verdict, level }) => verdict === "valid" && (level === 0 || level === 1))
      .filter(({ edtf: text }) => ours.test(text) && parseEdtf(text) === null)
      .map(({ edtf: text }) => text);
    expect(missed).toEqual(DIFFERENT_ON_PURPOSE);
  });

  it("covers the days that others say it covers", () => {
    const cases = vectors<{ edtf: string; lower: string; upper: string; lowerOpen: boolean; upperOpen: boolean }>(
      "bounds-go-edtf",
    );
    let seen = 0;
    for (const { edtf: text, lower, upper, lowerOpen, upperOpen } of cases) {
      const date = parseEdtf(text);
      // Seasons: their winter ends with the year, ours with the frost. Open and unknown ends have no day.
      if (date === null || date.precision === "season" || lowerOpen || upperOpen || text.includes("..")) continue;
      if (/^\/|\/$/.test(text)) continue;
      seen++;
      const days = bounds(date);
      expect([text, days.earliest, days.latest]).toEqual([
        text,
        bounds(edtf(lower)).earliest,
        bounds(edtf(upper)).latest,
      ]);
    }
    expect(seen).toBeGreaterThan(4);
  });

  it("knows no impossible day, no minus zero, no interval that ends before it begins", () => {
    for (const text of ["1939-02-29", "1939-06-31", "1939-13", "1939-00-01", "-0000", "1940/1939", "/", "../..", ""]) {
      expect(parseEdtf(text), text).toBeNull();
    }
  });

  it("says which text is none", () => {
    expect(() => edtf("August 1939")).toThrow("not an EDTF date: August 1939");
  });
});

/** Valid elsewhere and not read here: a year of two digits, and an interval of which neither end is known. */
const DIFFERENT_ON_PURPOSE = ["-04", "../"];

describe("printing", () => {
  test.each([
    ["1939-08-23", "23 August 1939"],
    ["1938-09-29/1938-09-30", "29 to 30 September 1938"],
    ["1938-09-30/1938-10-01", "30 September to 1 October 1938"],
    ["1938-12-31/1939-01-01", "31 December 1938 to 1 January 1939"],
    ["1940-06", "June 1940"],
    ["1940-06/1940-08", "June to August 1940"],
    ["1941/1945", "1941 to 1945"],
    ["1939-08-23/1939-08-23", "23 August 1939"],
    ["1940-22", "summer 1940"],
    ["1939~", "about 1939"],
    ["1939-08-23?", "perhaps 23 August 1939"],
    ["1939/..", "from 1939"],
    ["../1939", "until 1939"],
    ["1939/", "from 1939 to an unknown date"],
    ["-0043-03-15", "15 March 44 BC"],
    ["0000", "1 BC"],
    ["0039", "AD 39"],
  ])("%s is %s", (text, words) => {
    expect(formatDate(edtf(text))).toBe(words);
  });

  test.each([
    ["1939-08-23", "day-month", "23 August"],
    ["1939-08-23", "month-year", "August 1939"],
    ["1939-08-23", "year", "1939"],
    ["1938-09-29/1938-09-30", "day-month", "29 to 30 September"],
    ["1938-09-29/1938-09-30", "month-year", "September 1938"],
    ["1938-09-30/1938-10-01", "year", "1938"],
    ["1940-06", "day-month", "June"],
    ["1940", "day-month", "1940"],
  ] as const)("%s in the form %s is %s", (text, form, words) => {
    expect(formatDate(edtf(text), form)).toBe(words);
  });
});

describe("order", () => {
  test.each([
    ["1939-08-23", "1939-08-24", -1],
    ["1939-08", "1939-08-23", -1],
    ["1939", "1939-01-01", 1],
    ["1939-01-01", "1939", -1],
    ["1939/..", "1939", 1],
    ["../1939", "1938", -1],
    ["../1939", "../1940", -1],
    ["1939-08-23", "1939-08-23~", 0],
  ])("%s against %s is %i", (a, b, sign) => {
    expect(compareDates(edtf(a), edtf(b))).toBe(sign);
  });

  it("says what overlaps, what lies within and what is the same", () => {
    expect(datesOverlap(edtf("1939-08"), edtf("1939-08-23/1939-09-01"))).toBe(true);
    expect(datesOverlap(edtf("1939-08"), edtf("1939-09"))).toBe(false);
    expect(liesWithin(edtf("1939-08-23"), edtf("1939-08"))).toBe(true);
    expect(liesWithin(edtf("1939-08"), edtf("1939-08-23"))).toBe(false);
    expect(sameDate(edtf("1939-08"), edtf("1939-08-01/1939-08-31"))).toBe(false);
  });
});

describe("reading what is read and printed", () => {
  it("reads every date that it prints, of whatever precision, as that date", () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const { notes, ...read } = readDate(formatDate(date), { century: 1900 }) as { notes: string[] };
        expect(read).toEqual({ state: "read", date });
        // '1800s' is said of ten years and of a hundred, so which is meant is said back.
        if (!/00s/.test(formatDate(date))) expect(notes).toEqual([]);
      }),
      { numRuns: 5000 },
    );
  });
});
