import fc from "fast-check";
import { expect, it, test } from "vitest";
import { dayNumber, dayOfNumber, fromJulian, toJulian } from "./calendar";

test.each([
  ["the October Revolution", [1917, 10, 25], [1917, 11, 7]],
  ["the last Julian day of Russia", [1918, 1, 31], [1918, 2, 13]],
  ["the Decembrists", [1825, 12, 14], [1825, 12, 26]],
  ["the first Gregorian day of Rome", [1582, 10, 5], [1582, 10, 15]],
  ["a leap day that only the Julian calendar has", [1900, 2, 29], [1900, 3, 13]],
  ["Caesar's death", [-43, 3, 15], [-43, 3, 13]],
] as const)("%s: Julian %j is Gregorian %j", (_, julian, gregorian) => {
  const [a, b] = [julian, gregorian].map(([year, month, day]) => ({ year, month, day }));
  expect(fromJulian(a!)).toEqual(b);
  expect(toJulian(b!)).toEqual(a);
});

it("gives a day back from its number, and from the other calendar", () => {
  fc.assert(
    fc.property(fc.integer({ min: -4_000_000, max: 4_000_000 }), (n) => {
      const day = dayOfNumber(n);
      expect(dayNumber(day.year, day.month, day.day)).toBe(n);
      expect(fromJulian(toJulian(day))).toEqual(day);
    }),
  );
});
