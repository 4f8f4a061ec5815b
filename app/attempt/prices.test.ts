import { describe, expect, test } from "vitest";
import { pricesOf, stakes } from "./prices";

const said = (points: number, hintCosts: number[] = []) =>
  stakes(points, hintCosts).map(({ name, right, wrong }) => `${name}: ${right} or ${wrong}`);
const plain = { certainty: false, tries: 1, penalty: 0 };

describe("what is at stake", () => {
  test("is told in points, a third, two thirds and all of them, and twice of them lost", () => {
    expect(said(2)).toEqual(["Low: +⅔ or 0", "Middle: +1⅓ or −1⅓", "High: +2 or −4"]);
    expect(said(1)).toEqual(["Low: +⅓ or 0", "Middle: +⅔ or −⅔", "High: +1 or −2"]);
    expect(said(3)).toEqual(["Low: +1 or 0", "Middle: +2 or −2", "High: +3 or −6"]);
  });

  test("counts the hints that were taken: they make less to win, and no more to lose", () => {
    expect(said(2, [0.25])).toEqual(["Low: +⅙ or 0", "Middle: +⅚ or −1⅓", "High: +1½ or −4"]);
    expect(said(2, [1])).toEqual(["Low: 0 or 0", "Middle: 0 or −1⅓", "High: 0 or −4"]);
  });

  test("is known for every number of hints before any is taken, and only where certainty is asked", () => {
    const hints = [{ cost: 0.25 }, { cost: 0.5 }];
    const { stakes } = pricesOf({ ...plain, certainty: true }, { points: 2, hints });
    expect(stakes.map((after) => after[2]!.right)).toEqual(["+2", "+1½", "+½"]);
    expect(pricesOf(plain, { points: 2, hints }).stakes).toEqual([]);
  });
});

describe("the price", () => {
  test.each([
    [0.25, "Show a hint (costs ¼ of the points)"],
    [0.15, "Show a hint (costs 15\u00a0% of the points)"],
    [1, "Show a hint (costs all of the points)"],
    [0, "Show a hint (costs nothing)"],
  ])("of a hint stands on its button: %d", (cost, words) => {
    expect(pricesOf(plain, { points: 2, hints: [{ cost }] }).hints).toEqual([words]);
  });

  test("of a second hint is said to be of another", () => {
    const hints = [{ cost: 0.1 }, { cost: 1 / 3 }];
    expect(pricesOf(plain, { points: 2, hints }).hints[1]).toBe("Show another hint (costs ⅓ of the points)");
  });

  test.each([
    [1 / 3, 2, "⅔ of a point"],
    [1 / 3, 3, "1 point"],
    [0, 3, "nothing"],
  ])("of an extra try is told in points: %d of %d", (penalty, points, words) => {
    expect(pricesOf({ ...plain, penalty }, { points, hints: [] }).extraTry).toBe(words);
  });
});
