import { describe, expect, test } from "vitest";
import { costText, pointsText, pointsWords, scoreText, shareText, stakeText } from "./points";

describe("points on a page", () => {
  test.each([
    [9, "9"],
    [7.5, "7.5"],
    [10 / 3, "3.33"],
    [0.1 + 0.2, "0.3"],
    [-2, "−2"],
    [-4 / 3, "−1.33"],
    [-0.001, "0"],
    [-0, "0"],
  ])("%d are shown as %s, with a real minus", (points, text) => {
    expect(pointsText(points)).toBe(text);
  });

  test("are out of something, or nothing counts", () => {
    expect(scoreText({ points: 7.5, maxPoints: 10 })).toBe("7.5 of 10");
    expect(scoreText({ points: 7.5, maxPoints: 10 }, " points")).toBe("7.5 of 10 points");
    expect(scoreText({ points: 0, maxPoints: 0 }, " points")).toBe("–, nothing counts in this quiz");
  });

  test("are one point only when there is one", () => {
    expect([1, 2, 0, -1, 0.5].map(pointsWords)).toEqual(["1 point", "2 points", "0 points", "−1 point", "0.5 points"]);
  });

  test.each([
    [2 / 3, "+⅔"],
    [4 / 3, "+1⅓"],
    [2, "+2"],
    [0, "0"],
    [-0, "0"],
    [-4 / 3, "−1⅓"],
    [-4, "−4"],
    [0.85, "+0.85"],
    [-6.3, "−6.3"],
    [0.9999999, "+1"],
  ])("at stake, %d are %s", (points, text) => {
    expect(stakeText(points)).toBe(text);
  });

  test.each([
    [2 / 3, "⅔ of a point"],
    [0.3333333, "⅓ of a point"],
    [1, "1 point"],
    [4 / 3, "1⅓ points"],
    [0.15, "0.15 of a point"],
    [0, "nothing"],
  ])("as a price, %d are %s", (points, text) => {
    expect(costText(points)).toBe(text);
  });
});

describe("a share", () => {
  test.each([
    [0.25, "¼"],
    [1 / 3, "⅓"],
    [0.1, "10\u00a0%"],
    [0.125, "⅛"],
    [1, "1"],
  ])("of %d is the figure %s", (share, text) => {
    expect(shareText(share)).toBe(text);
  });
});
