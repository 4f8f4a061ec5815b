import { z } from "zod";

const id = z.string().min(1).max(40);

/** How an order is marked; see rules.ts. */
export const rule = z.enum([
  "pairs-corrected",
  "all-pairs",
  "absolute",
  "adjacent",
  "longest-run",
  "all-or-nothing",
  "adjacent-and-last",
  "both-neighbours",
  "longest-chain",
  "distance",
]);

export const MOST_ITEMS = 20;

/** Items in an order that means nothing; the rule is told to the learner. */
export const body = z.strictObject({
  items: z
    .array(z.strictObject({ id, text: z.string().min(1).max(400) }))
    .min(2)
    .max(MOST_ITEMS),
  rule,
  /** What stands at the two ends; of a timeline, 'earliest' and 'latest'. */
  ends: z.strictObject({ first: z.string().min(1).max(40), last: z.string().min(1).max(40) }).optional(),
});

export const key = z.strictObject({
  items: z
    .array(
      z
        .strictObject({
          id,
          /** First and last day that it may have been, as numbers that only their order matters of. Of two items whose
           * spans overlap, neither has to come first. */
          first: z.number(),
          last: z.number(),
          /** When it was, in words. */
          when: z.string().max(200).optional(),
        })
        .refine(({ first, last }) => first <= last, { message: "a span ends before it begins" }),
    )
    .max(MOST_ITEMS),
});

export const response = z.strictObject({
  /** Place by place; null where nothing stands, or more than one. As long as there are items. */
  order: z.array(id.nullable()).max(MOST_ITEMS),
});

export type Rule = z.infer<typeof rule>;
export type Body = z.infer<typeof body>;
export type Key = z.infer<typeof key>;
export type Response = z.infer<typeof response>;
