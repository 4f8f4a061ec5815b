import type { Rule } from "./schema";

/** Rules by which leaving an option can earn; there 'None of these' is an answer, and ticking nothing is none. */
export function canBeNone(rule: Rule): boolean {
  return rule === "decisions" || rule === "halves";
}

export const NONE = "None of these is right";

/** How it is marked, as the learner is told before answering. */
export function told(rule: Rule, options: number): string {
  switch (rule) {
    case "all-or-nothing":
      return "It counts when every right one is ticked and no other.";
    case "right-minus-wrong":
      return "A wrong tick takes a right one away. Nobody goes below zero.";
    case "coverage":
      return "Right ticks earn; every wrong tick makes them worth less.";
    case "decisions":
      return "Each line is a decision: it earns when it is rightly ticked or rightly left. When nothing is ticked, nothing is answered.";
    case "halves":
      if (options > 4) return "One error leaves a half, two leave a quarter, more leave nothing.";
      return options > 2 ? "One error leaves a half, more leave nothing." : "One error leaves nothing.";
    case "weighted":
      return "Right ticks earn and wrong ones cost, not all the same. Nobody goes below zero.";
  }
}

/** The rule as a receipt says it. */
export const said: Record<Rule, string> = {
  "all-or-nothing": "Multiple choice, all or nothing: every right option and no other.",
  "right-minus-wrong":
    "Multiple choice, right minus wrong: right ticks less wrong ticks, over the right options, never below 0.",
  coverage:
    "Multiple choice, coverage: the share of the right options that was ticked, times the share of the ticks that was right.",
  decisions: "Multiple choice, each option a decision: the share of options rightly ticked or rightly left.",
  halves:
    "Multiple choice, halves: one error leaves a half when there are more than two options, two leave a quarter when there are more than four.",
  weighted: "Multiple choice, weighted: each tick earns or costs what its author set, from 0 to 1 altogether.",
};
