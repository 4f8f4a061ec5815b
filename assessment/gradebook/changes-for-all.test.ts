import { expect, test } from "vitest";

import { adjustedScore } from "./adjusted-score";
import { changedForAll, type ChangeForAll } from "./changes-for-all";

const items = [
  { itemId: "a", points: 2, weight: 2 },
  { itemId: "b", points: 0, weight: 2 },
];
const change = (what: "full" | "drop", itemId: string, neverLower = false): ChangeForAll => ({
  what,
  itemId,
  neverLower,
});

test.each<[string, ChangeForAll[], [number, string][], string]>([
  ["none", [], [], "2/4"],
  ["full", [change("full", "b")], [], "4/4"],
  ["a drop that raises", [change("drop", "b", true)], [], "2/2"],
  ["a drop that lowers", [change("drop", "a")], [], "0/2"],
  ["a drop that never lowers", [change("drop", "a", true)], [], "2/4"],
  ["the later of two", [change("drop", "b"), change("full", "b")], [], "4/4"],
  ["all dropped", [change("drop", "a"), change("drop", "b")], [], "0/0"],
  ["all dropped, and never lower", [change("drop", "a", true), change("drop", "b", true)], [], "2/2"],
  ["points by hand", [change("full", "b")], [[1, "b"]], "3/4"],
])("%s", (_, changes, byHand, expected) => {
  const hand = new Map(byHand.map(([points, itemId]) => [itemId, points]));
  const { points, maxPoints } = adjustedScore(items, changedForAll(items, hand, changes));
  expect(`${points}/${maxPoints}`).toBe(expected);
});
