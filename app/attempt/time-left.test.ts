import { expect, test } from "vitest";
import { leftText, moreSaid, saidAt } from "./time-left";

test.each([
  [7200, "2 h 00 min"],
  [3901, "1 h 06 min"],
  [3600, "1 h 00 min"],
  [3541, "1 h 00 min"],
  [3540, "59 min"],
  [600, "10 min"],
  [599.2, "10 min"],
  [599, "9:59"],
  [61, "1:01"],
  [0.4, "0:01"],
  [0, "0:00"],
  [-5, "0:00"],
])("%d seconds are shown as %s", (seconds, text) => {
  expect(leftText(seconds)).toBe(text);
});

test("The clock speaks at its marks, once each, and when it is over", () => {
  expect(saidAt(1900, 1850)).toBeNull();
  expect(saidAt(601, 600)).toBe("10 minutes are left.");
  expect(saidAt(600, 599)).toBeNull();
  // After a sleep only the last mark that was passed is said.
  expect(saidAt(2000, 290)).toBe("5 minutes are left.");
  expect(saidAt(1, 0)).toMatch(/over/);
  expect(saidAt(0, 0)).toBeNull();
});

test.each([
  [0, null],
  [-600, null],
  [29, null],
  [30, "You have one minute more."],
  [89, "You have one minute more."],
  [150, "You have 3 minutes more."],
  [600, "You have 10 minutes more."],
  [90_000, "You have more time."],
])("An end that lies %d seconds later than it was told before is announced as %s", (later, said) => {
  const was = Date.parse("2026-10-05T09:04:00Z");
  expect(moreSaid(new Date(was).toISOString(), new Date(was + later * 1000).toISOString())).toBe(said);
});
