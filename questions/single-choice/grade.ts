import type { Outcome } from "../contract";
import type { Body, Key, Response } from "./schema";

/** The option's own fraction; all but one are worth nothing unless the author said otherwise. */
export function grade({ choice }: Response, key: Key, body: Body): Outcome {
  const chosen = key.options.find((option) => option.id === choice);
  const text = body.options.find((option) => option.id === choice)?.text;
  if (!chosen || text === undefined)
    return { state: "malformed", why: "What was chosen is not an option of this question." };
  const graded = key.options.some((option) => option.fraction > 0 && option.fraction < 1);
  return {
    state: "scored",
    fraction: chosen.fraction,
    receipt: {
      read: text,
      rule: graded
        ? "Single choice: each option is worth what its author set."
        : "Single choice: the right option is worth all, any other nothing.",
      lines: [
        { label: `Chosen: ${text}`, value: hundredths(chosen.fraction) },
        { label: "Fraction", value: hundredths(chosen.fraction) },
      ],
      notes: chosen.feedback ? [chosen.feedback] : [],
    },
  };
}

const hundredths = (fraction: number) => fraction.toFixed(2);
