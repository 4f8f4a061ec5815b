import { expect, test } from "vitest";
import { bandFor } from "./bands";

const bands = [
  { from: 0.5, say: "half" },
  { from: 0, say: "none" },
  { from: 1, say: "all" },
];

test.each([
  [0, "none"],
  [-1.5, "none"],
  [0.49, "none"],
  [0.5, "half"],
  [0.1 + 0.2 + 0.2, "half"],
  [0.999, "half"],
  [1, "all"],
])("Of a share of %s the highest band that it reaches is said: %s", (share, say) => {
  expect(bandFor(bands, share)).toBe(say);
});

test("Below the lowest band nothing is said, and without bands nothing ever", () => {
  expect(bandFor([{ from: 0.5, say: "half" }], 0.4)).toBeUndefined();
  expect(bandFor([], 1)).toBeUndefined();
});

test("Thirds reach a band that was written with seven digits", () => {
  expect(bandFor([{ from: 2 / 3, say: "most" }], 1 / 3 + 1 / 3)).toBe("most");
});
