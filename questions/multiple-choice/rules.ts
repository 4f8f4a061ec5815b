import { fractionText, settled, share } from "../fraction";
import type { Rule } from "./schema";

/** What was ticked, counted. */
export interface Tally {
  /** Options there are. */
  options: number;
  /** Options that are right: C. */
  right: number;
  /** Right ones that were ticked: c. */
  hit: number;
  /** Wrong ones that were ticked: w. */
  wrong: number;
  /** The fractions of what was ticked, added up. */
  sum: number;
}

interface Graded {
  fraction: number;
  /** The fraction as a sum, for the receipt: '(2 − 1) ÷ 3'. */
  sum: string;
}

/** Counts ticks against what each option is worth; an id that is ticked twice counts once. */
export function tally(options: readonly { id: string; fraction: number }[], chosen: ReadonlySet<string>): Tally {
  const counted: Tally = { options: options.length, right: 0, hit: 0, wrong: 0, sum: 0 };
  for (const { id, fraction } of options) {
    const right = fraction > 0;
    if (right) counted.right += 1;
    if (!chosen.has(id)) continue;
    counted[right ? "hit" : "wrong"] += 1;
    counted.sum += fraction;
  }
  return counted;
}

/** What a tally earns by each rule, in [0, 1]. With C right options, c of them and w wrong ones ticked. */
export const rules: Record<Rule, (tally: Tally) => Graded> = {
  "all-or-nothing": ({ right, hit, wrong }) => ({
    fraction: hit === right && wrong === 0 && right > 0 ? 1 : 0,
    sum: "all of the right ones and no other",
  }),

  // (c − w) ÷ C
  "right-minus-wrong": ({ right, hit, wrong }) => ({
    fraction: share(hit - wrong, right),
    sum: `(${hit} − ${wrong}) ÷ ${right}${hit < wrong ? ", not below 0" : ""}`,
  }),

  // c/C · c/(c + w)
  coverage: ({ right, hit, wrong }) => ({
    fraction: hit === 0 ? 0 : settled(share(hit, right) * share(hit, hit + wrong)),
    sum: hit === 0 ? "no right one" : `${hit}/${right} × ${hit}/${hit + wrong}`,
  }),

  // (c + wrong ones left) ÷ options
  decisions: ({ options, right, hit, wrong }) => {
    const left = options - right - wrong;
    return { fraction: share(hit + left, options), sum: `(${hit} + ${left}) ÷ ${options}` };
  },

  // Errors are wrong ones ticked and right ones left.
  halves: ({ options, right, hit, wrong }) => {
    const errors = wrong + right - hit;
    const fraction = errors === 0 ? 1 : errors === 1 && options > 2 ? 0.5 : errors === 2 && options > 4 ? 0.25 : 0;
    return { fraction, sum: `${errors} ${errors === 1 ? "error" : "errors"} in ${options} options` };
  },

  weighted: ({ sum }) => ({
    fraction: settled(sum),
    sum: `${fractionText(sum)}${settled(-sum) > 0 ? ", not below 0" : settled(sum - 1) > 0 ? ", not above 1" : ""}`,
  }),
};
