import { expect, test } from "vitest";
import { perCent, shade } from "./per-cent";

test.each([
  [0, 0],
  [0.001, 1],
  [1 / 3, 33],
  [0.995, 99],
  [0.9999, 99],
  [1, 100],
])("%d is shown as %d per cent", (fraction, shown) => expect(perCent(fraction)).toBe(shown));

test.each([
  [1, 0],
  [0.9, 0],
  [0.899, 0],
  [0.894, 1],
  [0.75, 1],
  [0.6, 2],
  [0.45, 3],
  [0.44, 4],
  [0, 4],
])("A fraction of %d is tinted by the figure shown: %d", (fraction, level) => expect(shade(fraction)).toBe(level));
