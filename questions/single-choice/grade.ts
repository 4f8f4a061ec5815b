import type { Outcome } from "../contract";
import { fractionText, settled } from "../fraction";
import type { Body, Key, Response } from "./schema";

/** The option's own fraction; all but one are worth nothing unless the author said otherwise, none less than nothing. */
export function grade({ choice }: Response, key: Key, body: Body): Outcome {
  const chosen = key.options.find((option) => option.id === choice);
  const text = body.options.find((option) => option.id === choice)?.text;
  if (!chosen || text === undefined)
    return { state: "malformed", why: "What was chosen is not an option of this question." };
  const fraction = settled(chosen.fraction);
  return {
    state: "scored",
    fraction,
    receipt: {
      read: text,
      matched: fraction > 0 ? [{ said: text, as: text }] : [],
      rule: ruleOf(key, body),
      lines: [
        { label: `Chosen: ${text}`, value: fractionText(chosen.fraction) },
        { label: chosen.fraction < 0 ? "Fraction, not below 0" : "Fraction", value: fractionText(fraction) },
      ],
      notes: [chosen.feedback, key.because].filter((note) => note !== undefined),
      parts: [{ id: choice, text, right: fraction === 1 }],
    },
  };
}

function ruleOf(key: Key, body: Body): string {
  if (body.truth) return "True or false: the right one is worth all, the other nothing.";
  return key.options.some(({ fraction }) => fraction !== 0 && fraction !== 1)
    ? "Single choice: each option is worth what its author set."
    : "Single choice: the right option is worth all, any other nothing.";
}
