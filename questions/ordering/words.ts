import type { Rule } from "./schema";

/** How it is marked, as the learner is told before answering. */
export function told(rule: Rule): string {
  switch (rule) {
    case "pairs-corrected":
      return "Every two in the right order earn, every two the wrong way round cost as much; nobody goes below zero.";
    case "all-pairs":
      return "Every two that stand in the right order earn.";
    case "absolute":
      return "Each earns when it is in its place.";
    case "adjacent":
      return "Each earns when the right one follows it.";
    case "longest-run":
      return "The most that stand in order among themselves earn.";
    case "all-or-nothing":
      return "It counts when the whole order is right.";
    case "adjacent-and-last":
      return "Each earns when the right one follows it, and the last when it is last.";
    case "both-neighbours":
      return "Each earns for either neighbour that is right.";
    case "longest-chain":
      return "The longest unbroken stretch in the right order earns.";
    case "distance":
      return "Each earns the more, the nearer it is to its place.";
  }
}

/** The rule as a receipt says it. */
export const said: Record<Rule, string> = {
  "pairs-corrected":
    "Order, pairs corrected for chance: twice the share of pairs in the right order less 1, never below 0. An order by chance earns nothing, one turned round too.",
  "all-pairs": "Order, all pairs: the share of pairs in the right order.",
  absolute: "Order, places: the share of items in their place.",
  adjacent: "Order, neighbours: items followed by the right one, over all that have one to follow.",
  "longest-run":
    "Order, longest run: the most items that stand in order among themselves, over all items. One alone is no run.",
  "all-or-nothing": "Order, all or nothing: every item in its place.",
  "adjacent-and-last":
    "Order, neighbours and the last: items followed by the right one or rightly last, over all items.",
  "both-neighbours":
    "Order, both neighbours: neighbours that are right on either side, over all of them; the ends count.",
  "longest-chain":
    "Order, longest stretch: the most items that follow each other without a gap and stand in that order, over all items. One alone is no stretch.",
  distance: "Order, nearness: how near each item is to its place, over the nearest that all can be.",
};

/** 1st, 2nd, 3rd, 4th … 21st. */
export function ordinal(n: number): string {
  const teen = n % 100 > 10 && n % 100 < 14;
  return `${n}${teen ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th")}`;
}
