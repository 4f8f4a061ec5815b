import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { daysLater, instantOf, isTimeZone, localTimeOf, startedDays } from "./wall-clock";

const at = (local: string, zone: string) => {
  const placed = instantOf(local, zone);
  if ("problem" in placed) throw new Error(placed.problem);
  return placed.instant;
};

describe("a local time in a zone", () => {
  // By the IANA time zone database.
  test.each<[string, string, string, "gap" | "fold" | null]>([
    ["2026-01-15T09:00", "Europe/Berlin", "2026-01-15T08:00:00Z", null],
    ["2026-07-15T09:00", "Europe/Berlin", "2026-07-15T07:00:00Z", null],
    // Put forward at 02:00 to 03:00.
    ["2026-03-29T01:59", "Europe/Berlin", "2026-03-29T00:59:00Z", null],
    ["2026-03-29T02:00", "Europe/Berlin", "2026-03-29T01:00:00Z", "gap"],
    ["2026-03-29T02:30", "Europe/Berlin", "2026-03-29T01:30:00Z", "gap"],
    ["2026-03-29T03:00", "Europe/Berlin", "2026-03-29T01:00:00Z", null],
    // Put back at 03:00 to 02:00.
    ["2026-10-25T01:59", "Europe/Berlin", "2026-10-24T23:59:00Z", null],
    ["2026-10-25T02:30", "Europe/Berlin", "2026-10-25T00:30:00Z", "fold"],
    ["2026-10-25T03:00", "Europe/Berlin", "2026-10-25T02:00:00Z", null],
    ["2026-03-08T02:30", "America/New_York", "2026-03-08T07:30:00Z", "gap"],
    ["2026-11-01T01:30", "America/New_York", "2026-11-01T05:30:00Z", "fold"],
    ["2026-10-04T02:15", "Australia/Lord_Howe", "2026-10-03T15:45:00Z", "gap"], // by half an hour
    ["2026-04-05T01:45", "Australia/Lord_Howe", "2026-04-04T14:45:00Z", "fold"],
    ["2011-12-30T12:00", "Pacific/Apia", "2011-12-30T22:00:00Z", "gap"], // a day that was left out
    ["2026-03-08T00:00", "America/Havana", "2026-03-08T05:00:00Z", "gap"], // no midnight
    ["2026-06-01T12:00", "Asia/Kathmandu", "2026-06-01T06:15:00Z", null],
    ["2026-06-01T12:00", "UTC", "2026-06-01T12:00:00Z", null],
    ["2028-02-29T23:59:30", "Europe/Kyiv", "2028-02-29T21:59:30Z", null],
  ])("%s in %s is %s (%s)", (local, zone, instant, shift) => {
    expect(instantOf(local, zone)).toEqual({ instant: new Date(instant), shift });
  });

  test.each([
    "",
    "2026-02-29T10:00",
    "2026-13-01T10:00",
    "2026-00-10T10:00",
    "2026-01-00T10:00",
    "2026-01-01T24:00",
    "2026-01-01T10:60",
    "2026-01-01",
    "1.1.2026 10:00",
    "0026-01-01T10:00",
    "12026-01-01T10:00",
    "2026-01-01T10:00Z",
  ])("'%s' is no local time", (local) => {
    expect(instantOf(local, "Europe/Berlin")).toEqual({ problem: "not-a-date" });
  });

  test.each(["", "Berlin", "Europe/Atlantis", "+02:00", "-0500"])("'%s' is no zone", (zone) => {
    expect(isTimeZone(zone)).toBe(false);
    expect(instantOf("2026-01-01T10:00", zone)).toEqual({ problem: "not-a-zone" });
    expect(() => localTimeOf(new Date(0), zone)).toThrow(RangeError);
  });
});

const zones = fc.constantFrom(...Intl.supportedValuesOf("timeZone"));
const instants = fc
  .integer({ min: Date.UTC(1975, 0, 1) / 60_000, max: Date.UTC(2099, 0, 1) / 60_000 })
  .map((minutes) => new Date(minutes * 60_000));
/** Half of them near a change of the clocks, where they are wrong if anywhere. */
const moments = fc
  .tuple(zones, instants, fc.boolean(), fc.integer({ min: -200, max: 200 }))
  .map(([zone, any, near, by]) => {
    if (!near) return { zone, instant: any };
    const changed = nextChange(any, zone);
    return { zone, instant: new Date(changed.getTime() + by * 60_000) };
  });

/** The first change of the clocks after an instant, to the minute; the instant itself when none comes in a year. */
function nextChange(from: Date, zone: string): Date {
  const offset = (ms: number) => Date.parse(`${localTimeOf(new Date(ms), zone)}Z`) - Math.floor(ms / 60_000) * 60_000;
  const DAY = 86_400_000;
  for (let day = from.getTime(); day < from.getTime() + 366 * DAY; day += DAY) {
    if (offset(day) === offset(day + DAY)) continue;
    let [low, high] = [day, day + DAY];
    while (high - low > 60_000) {
      const middle = low + Math.round((high - low) / 120_000) * 60_000;
      if (offset(middle) === offset(low)) low = middle;
      else high = middle;
    }
    return new Date(high);
  }
  return from;
}

describe("to a local time and back", () => {
  test("comes to the same instant, or in a fold to the first with the same clock", () => {
    fc.assert(
      fc.property(moments, ({ zone, instant }) => {
        const local = localTimeOf(instant, zone);
        const back = instantOf(local, zone);
        if ("problem" in back) throw new Error(back.problem);
        expect(back.shift).not.toBe("gap");
        expect(localTimeOf(back.instant, zone)).toBe(local);
        if (back.shift === "fold") expect(back.instant <= instant).toBe(true);
        else expect(back.instant.getTime()).toBe(instant.getTime());
      }),
    );
  });

  test("a time that does not exist becomes a later one, by as much as the clocks are put forward", () => {
    fc.assert(
      fc.property(moments, ({ zone, instant }) => {
        const local = new Date(Date.parse(`${localTimeOf(instant, zone)}Z`) - 30 * 60_000).toISOString().slice(0, 16);
        const placed = instantOf(local, zone);
        if ("problem" in placed) throw new Error(placed.problem);
        const shown = localTimeOf(placed.instant, zone);
        if (placed.shift === "gap") expect(shown > local).toBe(true);
        else expect(shown).toBe(local);
      }),
    );
  });
});

describe("days", () => {
  const due = at("2026-03-28T18:00", "Europe/Berlin");

  test("a day over a change of the clocks has the same time of day at its end", () => {
    expect(daysLater(due, 1, "Europe/Berlin")).toEqual(at("2026-03-29T18:00", "Europe/Berlin"));
    expect(daysLater(due, -1, "Europe/Berlin")).toEqual(at("2026-03-27T18:00", "Europe/Berlin"));
    expect(daysLater(due, 0, "Europe/Berlin")).toEqual(due);
  });

  test.each([
    ["2026-03-28T17:00", 0],
    ["2026-03-28T18:00", 0],
    ["2026-03-28T18:01", 1],
    ["2026-03-29T18:00", 1], // after 23 hours
    ["2026-03-29T18:01", 2],
    ["2026-03-30T18:00", 2],
    ["2026-04-27T18:00", 30],
    ["2026-04-27T18:01", 31],
  ])("at %s, %i days are started since 28 March, 18:00", (local, days) => {
    expect(startedDays(due, at(local, "Europe/Berlin"), "Europe/Berlin")).toBe(days);
  });

  test("started days never go back, and each has 20 to 28 hours", () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 40 }), ({ zone, instant }, days) => {
        const end = daysLater(instant, days, zone);
        fc.pre(end > instant);
        expect(startedDays(instant, end, zone)).toBeLessThanOrEqual(days);
        expect(startedDays(instant, new Date(end.getTime() + 1), zone)).toBeGreaterThanOrEqual(days + 1);
        expect(startedDays(instant, new Date(end.getTime() + 1), zone)).toBeLessThanOrEqual(days + 2);
      }),
    );
  });
});
