import { z } from "zod";

const id = z.string().min(1).max(40);

/** How ticks add up; see rules.ts. */
export const rule = z.enum(["all-or-nothing", "right-minus-wrong", "coverage", "decisions", "halves", "weighted"]);

export const MOST_OPTIONS = 20;

/** Options in an order that means nothing; their ids tell nothing. The rule is told to the learner. */
export const body = z.strictObject({
  options: z
    .array(z.strictObject({ id, text: z.string().min(1).max(400) }))
    .min(2)
    .max(MOST_OPTIONS),
  rule,
  /** How many are right, when the learner is told. */
  choose: z.int().min(1).max(MOST_OPTIONS).optional(),
});

export const key = z.strictObject({
  options: z
    .array(
      z.strictObject({
        id,
        /** Above 0 it is right. Under the rule 'weighted' what a tick earns or costs; else 1 or 0. */
        fraction: z.number().min(-1).max(1),
        /** Said to whoever ticked it. */
        feedback: z.string().max(1000).optional(),
      }),
    )
    .max(MOST_OPTIONS),
});

export const response = z.strictObject({
  chosen: z.array(id).max(MOST_OPTIONS),
  /** Said to be none of them. Beside ticks it is a contradiction, and the ticks count. */
  none: z.literal(true).optional(),
});

export type Rule = z.infer<typeof rule>;
export type Body = z.infer<typeof body>;
export type Key = z.infer<typeof key>;
export type Response = z.infer<typeof response>;
