import type { Receipt } from "../contract";
import { fractionText, settled, share } from "../fraction";
import type { Rule } from "./schema";

interface Score {
  fraction: number;
  rule: string;
  lines: Receipt["lines"];
}

/** The fraction of `right` right and `wrong` wrong names, each counted once, when the set has `of` members. */
export function score(rule: Rule, right: number, wrong: number, of: number, not = "is not one of them"): Score {
  const counts = [
    { label: `Right names: ${right} of ${of}`, value: `+${right}` },
    { label: `Names that ${not.replace(/^is\b/, "are")}: ${wrong}`, value: wrong > 0 ? `−${wrong}` : "0" },
  ];
  if (rule === "precision-recall") {
    const fraction = right === 0 ? 0 : settled((right / (right + wrong)) * (right / of));
    return {
      fraction,
      rule: "Precision times recall, in any order: the share of your names that are right, times the share of the right names that you gave.",
      lines: [
        {
          label: `Precision: ${right} of ${right + wrong} names right`,
          value: fractionText(share(right, right + wrong)),
        },
        { label: `Recall: ${right} of ${of} named`, value: fractionText(share(right, of)) },
        { label: `Fraction: ${right}/${right + wrong} × ${right}/${of}`, value: fractionText(fraction) },
      ],
    };
  }
  if (rule === "per-slot") {
    const beyond = Math.max(0, right + wrong - of);
    const fraction = share(Math.max(0, right - beyond), of);
    return {
      fraction,
      rule: `A place a name, in any order: there are ${of}, each right name fills one, and each name beyond ${of} empties one.`,
      lines: [
        counts[0]!,
        { label: `Names beyond ${of}: ${beyond}`, value: beyond > 0 ? `−${beyond}` : "0" },
        {
          label: `Fraction: (${right} − ${beyond}) ÷ ${of}${right < beyond ? ", not below 0" : ""}`,
          value: fractionText(fraction),
        },
      ],
    };
  }
  const fraction = share(Math.max(0, right - wrong), of);
  return {
    fraction,
    rule: `Set of names, in any order: each right name earns its share, each name that ${not} takes one right name away, and nothing goes below 0.`,
    lines: [
      ...counts,
      {
        label: `Fraction: (${right} − ${wrong}) ÷ ${of}${right < wrong ? ", not below 0" : ""}`,
        value: fractionText(fraction),
      },
    ],
  };
}
