import { describe, expect, test } from "vitest";
import { adjustedItems, adjustedScore, overrideProblem } from "./adjusted-score";

const items = [
  { itemId: "a", points: 1, weight: 2 },
  { itemId: "b", points: 0, weight: 3 },
  { itemId: "c", points: -4, weight: 2 },
];
const decided = (byHand: [string, number][], forEveryone: [string, "full" | "dropped"][] = []) => ({
  byHand: new Map(byHand),
  forEveryone: new Map(forEveryone),
});

describe("decisions about questions", () => {
  test.each([
    ["none", decided([]), -3, 7],
    ["points by hand", decided([["b", 2.5]]), -0.5, 7],
    ["everyone gets the mark", decided([], [["c", "full"]]), 3, 7],
    ["a question is dropped", decided([], [["c", "dropped"]]), 1, 5],
    ["by hand beats the mark for everyone", decided([["c", 1]], [["c", "full"]]), 2, 7],
    ["dropped beats by hand", decided([["c", 1]], [["c", "dropped"]]), 1, 5],
    ["a question that was not asked changes nothing", decided([["z", 1]], [["y", "full"]]), -3, 7],
  ] as const)("%s: %d of %d", (_, adjustments, points, maxPoints) => {
    expect(adjustedScore(items, adjustments)).toEqual({ points, maxPoints });
  });

  test("say by what each question has its points", () => {
    const all = decided([["a", 2]], [["b", "full"]]);
    expect(adjustedItems(items, all).map((each) => each.by)).toEqual(["hand", "everyone", "marking"]);
  });

  test.each([
    [0, null],
    [2, null],
    [-1, "below-zero"],
    [2.01, "above-maximum"],
    [Number.NaN, "not-a-number"],
    [Number.POSITIVE_INFINITY, "not-a-number"],
  ])("%d of 2 points by hand: %s", (points, problem) => {
    expect(overrideProblem(points, 2)).toBe(problem);
    if (problem) expect(() => adjustedItems(items, decided([["a", points]]))).toThrow(RangeError);
  });
});
