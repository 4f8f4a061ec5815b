import { describe, expect, test } from "vitest";
import type { LiveLearner, LiveQuestion, LiveView } from "@/records";
import { filterIn, filters, shownBy, stuckWords, tookText, totalsWords } from "./words";

const totals = (notBegun: number, working: number, handedIn: number) =>
  totalsWords({ totals: { learners: notBegun + working + handedIn, notBegun, working, handedIn } } as LiveView);

describe("the live view in words", () => {
  test("says how many are where", () => {
    expect(totals(3, 12, 15)).toBe("12 work on it, 3 have not begun, 15 of 30 handed in.");
    expect(totals(1, 1, 0)).toBe("1 works on it, 1 has not begun, 0 of 2 handed in.");
  });

  test("says why a question is stuck, in full", () => {
    const question = { waiting: 2, tried: 4, triedInVain: 3, passedOver: 5 } as LiveQuestion;
    expect(stuckWords({ ...question, stuck: [] })).toEqual([]);
    expect(stuckWords({ ...question, stuck: ["waiting", "wrong", "passed over"] })).toEqual([
      ...["2 have been at it for long", "3 of 4 who checked it have nothing right", "5 left it and went on"],
    ]);
  });

  test("shows whom a filter names, and everyone by one that nobody knows", () => {
    const learner = { state: "working", quiet: true } as LiveLearner;
    expect(filters.filter((each) => shownBy(each, learner))).toEqual(["everyone", "quiet", "working"]);
    expect(filterIn("handed in")).toBe("handed in");
    expect(filterIn(["x"])).toBe("everyone");
  });

  test("says how long a question takes", () => {
    expect([9, 60, 130].map(tookText)).toEqual(["9 s", "1 min", "2 min 10 s"]);
  });
});
