import { expect, test } from "vitest";
import { keepDates } from "./keep-dates";

test("a day and its month are not parted by the end of a line", () => {
  expect(keepDates("The treaty of 23 August 1939, and 1 May")).toBe(
    "The treaty of 23\u00a0August 1939, and 1\u00a0May",
  );
});

test("what is no date stays as it is", () => {
  for (const words of ["March 1938", "12 Marchers", "23.8.1939"]) expect(keepDates(words)).toBe(words);
});
