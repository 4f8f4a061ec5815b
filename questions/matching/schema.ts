import { z } from "zod";

const id = z.string().min(1).max(40);
const text = z.string().min(1).max(400);

export const MOST_STEMS = 20;
export const MOST_CHOICES = 30;

/** Stems to put a choice to, or items to sort into groups: then the stems are the items and the choices the groups. */
export const body = z.strictObject({
  mode: z.enum(["match", "sort"]),
  stems: z.array(z.strictObject({ id, text })).min(2).max(MOST_STEMS),
  /** Each once, however many stems it is right for; some are right for none. */
  choices: z.array(z.strictObject({ id, text })).min(2).max(MOST_CHOICES),
});

export const key = z.strictObject({
  pairs: z
    .array(
      z.strictObject({
        stem: id,
        /** Usually one; the first is shown as the answer. */
        choices: z.array(id).min(1).max(MOST_CHOICES),
      }),
    )
    .max(MOST_STEMS),
});

/** Only stems that something was put to. */
export const response = z.strictObject({
  pairs: z.array(z.strictObject({ stem: id, choice: id })).max(MOST_STEMS),
});

export type Body = z.infer<typeof body>;
export type Key = z.infer<typeof key>;
export type Response = z.infer<typeof response>;
