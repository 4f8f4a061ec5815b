import { z } from "zod";
import { gapSchemas } from "../gap-parts";
import { SLOTS } from "./slots";

const slot = z.enum(SLOTS);
const gap = gapSchemas(slot);

export const body = z
  .strictObject({
    /** What is meant by the date: occupied, annexed and ceded are three things. */
    when: z.enum(["act", "occupied"]),
    /** Slots that are told. */
    given: z.array(z.strictObject({ id: slot, text: z.string().min(1).max(400) })).max(SLOTS.length),
    /** Slots that are asked, each a gap. */
    asked: z.array(gap.body).min(1).max(SLOTS.length),
  })
  .refine(
    ({ given, asked }) => new Set([...given, ...asked].map(({ id }) => id)).size === given.length + asked.length,
    { message: "a slot is given or asked, once" },
  );

export const key = z.strictObject({
  slots: z.array(gap.key).min(1).max(SLOTS.length),
  /** What would be right for another question about the same land: the day of the troops instead of the law's. */
  near: z
    .array(z.strictObject({ of: gap.key, say: z.string().min(1).max(400) }))
    .max(SLOTS.length)
    .default([]),
});

export const response = z.strictObject({ slots: z.array(gap.response).min(1).max(SLOTS.length) });

export type Body = z.infer<typeof body>;
export type Key = z.infer<typeof key>;
export type Response = z.infer<typeof response>;
