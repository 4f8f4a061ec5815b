import { describe, expect, it } from "vitest";
import ordering from "@/test/vectors/grading/ordering.json";
import { markOrder } from "./rules";
import type { Rule } from "./schema";

/** Moodle's grading methods by our names. */
const methods: Record<string, Rule> = {
  "all-or-nothing": "all-or-nothing",
  "absolute-position": "absolute",
  "relative-next-exclude-last": "adjacent",
  "relative-next-include-last": "adjacent-and-last",
  "relative-one-previous-and-next": "both-neighbours",
  "relative-all-previous-and-next": "all-pairs",
  "longest-ordered-subset": "longest-run",
  "longest-contiguous-subset": "longest-chain",
  "relative-to-correct": "distance",
};

// No method differs on purpose: as there, a run or a stretch of a single item earns nothing. Ours besides is the default,
// 'pairs-corrected', and that items whose dates overlap are not graded against each other; these items have none.

const items = ordering.meta.correctOrder.map((id, index) => ({ id, first: index, last: index }));

interface Case {
  mode: string;
  response: string[];
  fraction?: number;
  above?: number;
  below?: number;
  state: string;
}

describe("an order, as Moodle's tests expect it", () => {
  it("knows every method", () => {
    expect(Object.keys(methods).sort()).toEqual(Object.keys(ordering.meta.methods).sort());
  });

  it.each(ordering.gradeCases as Case[])("$mode: $response", ({ mode, response, fraction, above, below, state }) => {
    const marked = markOrder(methods[mode]!, response, items).fraction;
    if (fraction !== undefined) expect(marked).toBeCloseTo(fraction, 6);
    if (above !== undefined) expect(marked).toBeGreaterThan(above);
    if (below !== undefined) expect(marked).toBeLessThan(below);
    expect(marked === 1 ? "right" : marked > 0 ? "partial" : "wrong").toBe(state);
  });
});
