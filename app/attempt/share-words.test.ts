import { expect, test } from "vitest";
import { shareWords } from "./share-words";

test.each([
  [0.5, "a half"],
  [1 / 3, "a third"],
  [2 / 3, "two thirds"],
  [0.6666667, "two thirds"],
  [0.75, "three quarters"],
  [5 / 6, "five sixths"],
  [1 / 8, "an eighth"],
  [0.9, "nine tenths"],
  [0.46, "about 46 per cent"],
  [0.004, "about 1 per cent"],
  [0.999, "about 99 per cent"],
  [1, "all"],
  [0, "nothing"],
])("A share of %d is %s in words", (share, words) => {
  expect(shareWords(share)).toBe(words);
});
