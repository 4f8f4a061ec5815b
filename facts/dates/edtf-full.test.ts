import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it, test, vi } from "vitest";
import { dayText, edtfBounds, edtfQualifiers, formatEdtf, readEdtf, type Edtf, type EdtfLimit } from "./edtf-full";
import { bounds, formatDate, parseEdtf } from ".";
import { dayNumber } from "./calendar";

// Many runs of a law take their time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const vectors = <T>(name: string): T[] =>
  (JSON.parse(readFileSync(new URL(`../../test/vectors/edtf/${name}.json`, import.meta.url), "utf8")) as { cases: T[] })
    .cases;
const must = (text: string): Edtf => readEdtf(text) ?? expect.fail(`no EDTF: ${text}`);
const said = (limit: EdtfLimit) => (typeof limit === "string" ? limit : dayText(limit));
const span = (text: string) => [said(edtfBounds(must(text)).earliest), said(edtfBounds(must(text)).latest)];

describe("what is EDTF and what is not", () => {
  const cases = vectors<{ edtf: string; verdict: string; level: unknown }>("validity");

  it("agrees with every verdict of five other implementations that they do not dispute themselves", () => {
    const wrong = cases.filter(({ edtf, verdict }) => {
      return verdict !== "disputed" && (readEdtf(edtf) !== null) !== (verdict === "valid");
    });
    expect(wrong).toEqual([]);
  });

  it("finds the same level, but for what is listed", () => {
    const differs = cases.filter(({ edtf, verdict, level }) => {
      return verdict === "valid" && typeof level === "number" && readEdtf(edtf)?.level !== level;
    });
    expect(differs.map(({ edtf }) => edtf)).toEqual([
      // Level 1 has the negative years, and the qualifier of a whole date: a season is one.
      "-1200-06",
      "2011-23~",
    ]);
  });

  test.each([
    ["a level 0 date", "1985-04-12", 0],
    ["a century", "19", 0],
    ["a time in a zone ahead", "1985-04-12T23:20:30+14:00", 0],
    ["midnight at the end of a day", "1985-04-12T24:00:00", 0],
    ["a season", "2001-21", 1],
    ["an unspecified day of an unspecified month", "1985-XX-XX", 1],
    ["a long year", "Y-170000002", 1],
    ["both ends open", "../..", 1],
    ["a half of a year", "2001-41", 2],
    ["a year in part unspecified with its month", "156X-12", 2],
    ["unspecified digits in an interval", "2004-06-XX/2004-07-03", 2],
    ["a qualifier before a component", "2004-06-~11", 2],
    ["significant digits", "1950S2", 2],
    ["all before, some days, all after", "{..1983-12-31,1984-10-10..1984-11-01,1984-11-05..}", 2],
    ["a leap day in some year", "19X0-02-29", 2],
  ])("%s: %s is level %i", (_, text, level) => {
    expect(must(text).level).toBe(level);
  });

  test.each([
    "",
    " ",
    "1985 ",
    "85-04-12",
    "1985-4-12",
    "1985-04-31",
    "1985-00",
    "1985-13",
    "1985-20",
    "1985-42",
    "1985-21-03",
    "1985-04-12T9:20:30",
    "1985-04-12T23:20",
    "1985-04-12T24:00:01",
    "1985-04-12T23:20:60",
    "1985-04T10:10:10",
    "1985-04-12T23:20:30-00:00",
    "1985-04-12T23:20:30+15",
    "1985-04-12T23:20:30z",
    "-0000",
    "-00",
    "-000",
    "12004",
    "Y12",
    "Y012345",
    "Y0E5",
    "Y1E0",
    "Y17E7-12-26",
    "1950S0",
    "195XS2",
    "1984??",
    "1984-06?~",
    "1984-??06",
    "?",
    "XX",
    "19X1-02-29",
    "1985-2X",
    "1985-XX-32",
    "1985-02-3X",
    "/",
    "1985/1984",
    "1985//1986",
    "1985/1986/1987",
    "1985/open",
    "[]",
    "{}",
    "[1667",
    "1667]",
    "[1667}",
    "[1667,]",
    "[,1667]",
    "[..]",
    "[1667,..1668]",
    "[1667..,1668]",
    "[1672..1670]",
    "[1667/1668]",
    "198u",
    "NaN",
    "Infinity",
    "1e309",
    "١٩٣٩",
    "😀",
  ])("'%s' is none", (text) => {
    expect(readEdtf(text)).toBeNull();
  });

  it("never throws, and is never slow, whatever the text", () => {
    const piece = fc.constantFrom(
      "1",
      "9",
      "X",
      "-",
      "/",
      "..",
      "?",
      "~",
      "%",
      "[",
      "{",
      "]",
      "}",
      ",",
      "Y",
      "E",
      "S",
      "T",
      ":",
      "Z",
      "+",
      "04",
      " ",
    );
    const text = fc.oneof(
      fc.array(piece, { maxLength: 20 }).map((all) => all.join("")),
      fc.string({ unit: "binary", maxLength: 40 }),
    );
    fc.assert(
      fc.property(text, (each) => {
        const date = readEdtf(each);
        if (!date) return;
        expect(formatEdtf(date)).not.toBe("");
        const { earliest, latest } = edtfBounds(date);
        if (typeof earliest !== "string" && typeof latest !== "string") {
          expect(earliest.year <= latest.year && Number.isSafeInteger(earliest.year)).toBe(true);
        }
      }),
      { numRuns: 5000 },
    );
    const began = process.cpuUsage();
    for (const each of ["1", "X", "?", "[", "Y1E", "1985/", "XXXX-02-29,", "9/", "E9"]) {
      readEdtf(each.repeat(100_000));
      readEdtf(each.repeat(90));
      readEdtf(`[${`${each},`.repeat(60)}1985]`);
    }
    for (const each of [
      `Y${"9".repeat(900)}`,
      `Y1E${"9".repeat(900)}`,
      `Y-9E999999999S9`,
      `${"X".repeat(900)}-02-29`,
    ]) {
      formatEdtf(must(each));
      edtfBounds(must(each));
    }
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(1000);
  });
});

describe("bounds", () => {
  it("covers the days that one other implementation says it covers", () => {
    for (const { edtf, lower, upper } of vectors<{ edtf: string; lower: string | null; upper: string | null }>(
      "bounds-go-edtf",
    ))
      expect([edtf, ...span(edtf)]).toEqual([edtf, lower ?? "open", upper ?? "open"]);
  });

  it("covers the days that another says it covers strictly, but that an unknown end has no day", () => {
    const cases = vectors<{ edtf: string; lowerStrict: string; upperStrict: string }>("bounds-python-edtf");
    for (const { edtf, lowerStrict, upperStrict } of cases) {
      const [lower, upper] = [lowerStrict, upperStrict].map((day) => day.replace(/^-?inf$/, "open"));
      // Theirs reach ten years to an unknown end; nobody knows that.
      const expected = [edtf.startsWith("/") ? "unknown" : lower, edtf.endsWith("/") ? "unknown" : upper];
      expect([edtf, ...span(edtf)]).toEqual([edtf, ...expected]);
    }
  });

  test.each([
    ["0000", "0000-01-01", "0000-12-31"],
    ["-0043-03-15", "-0043-03-15", "-0043-03-15"],
    ["-00XX", "-0099-01-01", "0000-12-31"],
    ["XXXX-02-29", "0000-02-29", "9996-02-29"],
    ["-19X4-02-29", "-1984-02-29", "-1904-02-29"],
    ["1560-XX-31", "1560-01-31", "1560-12-31"],
    ["2001-24", "2001-12-01", "2002-02-28"],
    ["2001-30", "2001-12-01", "2002-02-28"],
    ["2001-32", "2001-06-01", "2001-08-31"],
    ["2001-36", "2001-10-01", "2001-12-31"],
    ["2001-39", "2001-09-01", "2001-12-31"],
    ["1985-04-12T01:00:00+04:30", "1985-04-11", "1985-04-11"],
    ["1985-12-31T23:00:00-02", "1986-01-01", "1986-01-01"],
    ["Y1E999999999", "9007199254740990-01-01", "open"],
    ["{1960,1940..1950,1970..}", "1940-01-01", "open"],
  ])("%s is from %s to %s", (text, ...expected) => {
    expect(span(text)).toEqual(expected);
  });

  it("has the same days as the dates of facts, and reads all that is read there", () => {
    const digits = fc.integer({ min: 0, max: 9999 }).map((n) => String(n).padStart(4, "0"));
    const year = fc.oneof(
      digits,
      digits.filter((n) => n !== "0000").map((n) => `-${n}`),
    );
    const point = fc
      .tuple(
        year,
        fc.constantFrom("", "-02", "-12", "-21", "-24", "-02-28", "-12-31"),
        fc.constantFrom("", "?", "~", "%"),
      )
      .map((all) => all.join(""));
    const text = fc.oneof(
      point,
      fc.tuple(point, point).map((ends) => ends.join("/")),
      point.map((each) => `${each}/..`),
    );
    fc.assert(
      fc.property(text, (each) => {
        const small = parseEdtf(each);
        expect(readEdtf(each) === null).toBe(small === null);
        if (!small) return;
        const number = (limit: EdtfLimit, open: number) =>
          typeof limit === "string" ? open : dayNumber(limit.year, limit.month, limit.day);
        const { earliest, latest } = edtfBounds(must(each));
        expect({ earliest: number(earliest, -Infinity), latest: number(latest, Infinity) }).toEqual(bounds(small));
      }),
    );
  });
});

test("The qualifiers are those that others find", () => {
  for (const { edtf, ...flags } of vectors<{ edtf: string }>("qualifier-flags"))
    expect(edtfQualifiers(must(edtf))).toEqual(flags);
});

describe("words", () => {
  test.each([
    ["1975-07", "July 1975"],
    ["1975-22", "summer 1975"],
    ["XXXX-12-11", "11 December of an unknown year"],
    ["2019/", "from 2019 to an unknown date"],
    ["2023-01?", "perhaps January 2023"],
    ["2023-~01-14", "14 January 2023 (month approximate)"],
    ["1985-%12-?01", "1 December 1985 (month uncertain and approximate, day uncertain)"],
    ["1985-04-12T23:20:30", "12 April 1985, 23:20:30 local time"],
    ["1985-04-12T23:20:30+00:05", "12 April 1985, 23:20:30 UTC+00:05"],
    ["[2020, 2021]", "2020 or 2021"],
    ["[2020..]", "2020 or later"],
    ["{..1975-07-11}", "11 July 1975 and all before"],
    ["{2005-22..}", "summer 2005 and all after"],
    ["{2020-01-01..2021-03-22}", "all from 1 January 2020 to 22 March 2021"],
    ["-1985", "1986 BC"],
    ["0000", "1 BC"],
    ["Y-17E7", "170000001 BC"],
    ["-01XX~", "about 2nd century BC"],
    ["156X-12-25", "25 December in the 1560s"],
    ["1984-1X", "a month from October to December of 1984"],
    ["1985-04-XX", "an unknown day of April 1985"],
    ["1950S2", "about 1950 (between 1900 and 1999)"],
    ["2001-34", "second quarter of 2001"],
    ["[1667,1668,1670..1672]", "1667, 1668 or a date from 1670 to 1672"],
  ])("%s is %s", (text, words) => {
    expect(formatEdtf(must(text))).toBe(words);
  });

  it("says year, month, day, doubt and era wherever others say them", () => {
    // English only; the French wordings of these vectors are held against ours for the same parts.
    for (const { edtf } of vectors<{ edtf: string }>("humanize")) {
      const words = formatEdtf(must(edtf));
      for (const [year] of edtf.matchAll(/(?<![-\d:+])\d{4}/g))
        expect([edtf, words.includes(year)]).toEqual([edtf, true]);
      const days = [...edtf.matchAll(/-\d\d-[?~%]?(\d\d)/g)].map(([, day]) => String(Number(day)));
      for (const day of days) expect(words).toMatch(new RegExp(`\\b${day}\\b`));
      if (edtf.includes("?")) expect(words).toMatch(/perhaps|uncertain/);
      if (/[~%]/.test(edtf)) expect(words).toMatch(/about|approximate/);
    }
  });

  it("says a date as the dates of facts are said", () => {
    for (const text of [
      "1939-08-23",
      "1939-08~",
      "-0043",
      "193X",
      "19XX?",
      "1939-23",
      "1939/1941-06",
      "1939/..",
      "../1941",
    ])
      expect(formatEdtf(must(text))).toBe(formatDate(parseEdtf(text)!));
  });
});
