import { describe, expect, test } from "vitest";
import { afterCheck, checkedWords, triesWords } from "./tries";

describe("a checked answer", () => {
  test("is right, part right by how much, or not right", () => {
    expect([1, 2 / 3, 0.5, 0.46, 0].map(checkedWords)).toEqual([
      "Right",
      "Partly right: two thirds",
      "Partly right: a half",
      "Partly right: about 46 per cent",
      "Not right",
    ]);
  });

  test.each([
    [3, "⅔ of a point", 0, "You can check 3 times. The first costs nothing, each one after it ⅔ of a point."],
    [2, "1 point", 0, "You can check twice. The first costs nothing, the second 1 point."],
    [3, "⅔ of a point", 1, "2 tries are left. The next one costs ⅔ of a point."],
    [3, "1 point", 2, "1 try is left. It costs 1 point."],
    [2, "nothing", 1, "1 try is left. It costs nothing."],
  ])("of %d that may be, at %s, is told its price before it is made, after %d", (tries, extraTry, used, words) => {
    expect(triesWords({ tries, extraTry }, used)).toBe(words);
  });

  test("settles its question when it is right or the last", () => {
    const rules = { tries: 2, extraTry: "1 point" };
    expect(afterCheck(rules, [{ fraction: 1 }])).toMatch(/settled/);
    expect(afterCheck(rules, [{ fraction: 0 }, { fraction: 0.5 }])).toMatch(/last try/);
    expect(afterCheck(rules, [{ fraction: 0 }])).toBe("1 try is left. It costs 1 point.");
  });
});
