import { z } from "zod";

const id = z.string().min(1).max(40);

/** Options in an order that means nothing; their ids tell nothing. */
export const body = z.strictObject({
  options: z
    .array(z.strictObject({ id, text: z.string().min(1).max(400) }))
    .min(2)
    .max(12),
  /** True or false: the options stand in that order for everybody. */
  truth: z.literal(true).optional(),
});

export const key = z.strictObject({
  options: z
    .array(
      z.strictObject({
        id,
        /** What choosing it earns; one option earns all. Below 0, as other systems have it, earns nothing. */
        fraction: z.number().min(-1).max(1),
        /** Said to whoever chose it. */
        feedback: z.string().max(1000).optional(),
      }),
    )
    .max(12),
  /** Why it is so, said to everybody: of a true-or-false question. */
  because: z.string().max(1000).optional(),
});

export const response = z.strictObject({ choice: id });

export type Body = z.infer<typeof body>;
export type Key = z.infer<typeof key>;
export type Response = z.infer<typeof response>;
