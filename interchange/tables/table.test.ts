import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cellOf, rounded, shift, type Column } from "./table";
import { sheetNames } from "./sheet-names";
import { wallClock } from "./wall-clock";
import { columnLetters } from "./xlsx";

describe("rounding is the one done on paper", () => {
  test.each([
    [1.005, 2, 1.01],
    [2.5, 0, 3],
    [-2.5, 0, -3],
    [0.285, 2, 0.29],
    [8.345, 2, 8.35],
    [66.66666666666667, 1, 66.7],
    [-0.04, 1, 0],
    [1e21, 2, 1e21],
    [1.5e-7, 2, 0],
    [123456789.125, 2, 123456789.13],
    [1e300, 20, 1e300],
  ])("%d to %d digits is %d", (value, digits, result) => {
    expect(rounded(value, digits)).toBe(result);
  });

  test("never further away than half a unit, and the same when rounded again", () => {
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.integer({ min: 0, max: 6 }), (value, digits) => {
        const result = rounded(value, digits);
        expect(Math.abs(result - value)).toBeLessThanOrEqual(0.5 * 10 ** -digits + Math.abs(value) * 1e-15);
        expect(rounded(result, digits)).toBe(result);
        expect(Object.is(result, -0)).toBe(false);
      }),
    );
  });

  test("moving the point does not change the digits", () => {
    expect(shift(57.1, -2)).toBe(0.571);
    expect(shift(1.1e-10, -2)).toBe(1.1e-12);
    expect(shift(0, -2)).toBe(0);
  });
});

describe("what stands in a cell", () => {
  const number = (value: number | string | null, digits?: number, fixed?: boolean) =>
    ({ type: "number", title: "", digits, fixed, value: () => value }) satisfies Column<null>;
  const shown = (column: Column<null>, precision: "as shown" | "exact" = "as shown") => {
    const cell = cellOf(column, null, precision);
    return cell.as === "number" ? cell.shown : cell.as === "text" ? cell.text : cell.as;
  };

  test("numbers as on screen, or to the last bit", () => {
    expect(shown(number(25 / 3, 2))).toBe("8.33");
    expect(shown(number(8, 2))).toBe("8.00");
    expect(shown(number(8, 2, false))).toBe("8");
    expect(shown(number(-0.001, 2))).toBe("0.00");
    expect(shown(number(25 / 3))).toBe("8.333333333333334");
    expect(shown(number(25 / 3, 2), "exact")).toBe("8.333333333333334");
    expect(shown(number(-0), "exact")).toBe("0");
  });

  test("what has no value is blank, never 0", () => {
    expect(shown(number(null, 1))).toBe("blank");
    expect(shown(number(NaN, 1))).toBe("blank");
    expect(shown(number(-Infinity))).toBe("blank");
    expect(shown(number("", 1))).toBe("blank");
    expect(shown(number(0, 1))).toBe("0.0");
    expect(shown({ type: "date-time", title: "", value: () => new Date(NaN) })).toBe("blank");
  });

  test("a word may stand where a number has no place", () => {
    expect(shown(number("excused", 1))).toBe("excused");
  });
});

test("a clock on the wall, on both sides of the end of summer time", () => {
  const at = (iso: string) => wallClock(new Date(iso), "Europe/Tallinn");
  expect(at("2026-10-25T00:30:00Z")).toEqual({ date: "2026-10-25", time: "03:30:00.000", offset: "+03:00" });
  expect(at("2026-10-25T01:30:00Z")).toEqual({ date: "2026-10-25", time: "03:30:00.000", offset: "+02:00" });
  expect(at("2026-12-31T22:00:00.120Z")).toEqual({ date: "2027-01-01", time: "00:00:00.120", offset: "+02:00" });
  expect(wallClock(new Date(0), "UTC").offset).toBe("+00:00");
  expect(wallClock(new Date(0), "America/St_Johns").offset).toBe("-03:30");
  expect(() => wallClock(new Date(0), "Mars/Olympus")).toThrow(RangeError);
});

test("a clock on the wall agrees with Intl at any instant", () => {
  const zones = [
    "Europe/Tallinn",
    "America/St_Johns",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "Africa/Casablanca",
    "UTC",
  ];
  const instants = fc.date({ min: new Date("1800-01-01"), max: new Date("2090-01-01"), noInvalidDate: true });
  fc.assert(
    fc.property(instants, fc.constantFrom(...zones), (at, timeZone) => {
      const { date, time } = wallClock(at, timeZone);
      // Swedish writes dates as ISO does.
      const expected = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" }).format(
        at,
      );
      expect(`${date} ${time.slice(0, 8)}`).toBe(expected);
    }),
    { numRuns: 1000 },
  );
});

describe("sheets' names", () => {
  test.each([
    [["Scores"], ["Scores"]],
    [["a/b\\c:d*e?f[g]h"], ["a b c d e f g h"]],
    [["'quoted'"], ["quoted"]],
    [
      ["", "  ", "'"],
      ["Sheet 1", "Sheet 2", "Sheet 3"],
    ],
    [
      ["Scores", "scores", "SCORES"],
      ["Scores", "scores (2)", "SCORES (3)"],
    ],
    [["History"], ["History (2)"]],
    [
      ["x".repeat(40), "x".repeat(40)],
      ["x".repeat(31), "x".repeat(27) + " (2)"],
    ],
    [["x".repeat(30) + "😀"], ["x".repeat(30)]],
    [["История 9«А»"], ["История 9«А»"]],
    [["line\nbreak\ttab"], ["line break tab"]],
  ])("%j are %j", (wanted, names) => {
    expect(sheetNames(wanted)).toEqual(names);
  });

  test("whatever is wanted, Excel takes them", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary", maxLength: 50 }), { maxLength: 8 }), (wanted) => {
        const names = sheetNames(wanted);
        for (const name of names) {
          expect(name).toMatch(/^[^'[\]:*?/\\](?:[^[\]:*?/\\]*[^'[\]:*?/\\])?$/u);
          expect(name.length).toBeLessThanOrEqual(31);
        }
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
      }),
    );
  });
});

test("columns are lettered past Z", () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
});
