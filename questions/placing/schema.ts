import { z } from "zod";
import { parseEdtf } from "@/facts/dates";
import { placesOn } from "./axis";

/** Fewer places could be guessed, more could not be chosen from a list. */
const FEWEST_PLACES = 6;
const MOST_PLACES = 400;

const id = z.string().min(1).max(40);
const edtf = z
  .string()
  .max(25)
  .refine((text) => parseEdtf(text) !== null, { message: "is not an EDTF date" });

const axis = z
  .strictObject({
    unit: z.enum(["month", "year"]),
    from: z.string().max(10),
    to: z.string().max(10),
  })
  .refine((each) => placesOn(each) >= FEWEST_PLACES && placesOn(each) <= MOST_PLACES, {
    message: `an axis has ${FEWEST_PLACES} to ${MOST_PLACES} places`,
  });

export const body = z.strictObject({
  axis,
  /** In days: as near as `full` is wholly right, as far as `zero` is worth nothing. Said to the learner. */
  tolerance: z
    .strictObject({ full: z.number().min(0).max(200_000), zero: z.number().positive().max(400_000) })
    .refine(({ full, zero }) => zero > full, { message: "`zero` lies beyond `full`" }),
  /** What is to be placed, by ids that tell nothing. */
  events: z
    .array(z.strictObject({ id, name: z.string().min(1).max(200) }))
    .min(1)
    .max(12),
});

export const key = z.strictObject({
  events: z
    .array(
      z.strictObject({
        id,
        /** The fact that it is; what its answers are known by. */
        of: z.string().min(1).max(80),
        /** Every date that counts; the first is shown as the answer. */
        dates: z
          .array(z.strictObject({ date: edtf, why: z.string().max(400).optional() }))
          .min(1)
          .max(4),
      }),
    )
    .min(1)
    .max(12),
});

/** The events that were placed, and where: '1939-10'. */
export const response = z.strictObject({
  places: z
    .array(z.strictObject({ event: id, at: z.string().min(1).max(10) }))
    .min(1)
    .max(12),
});

export type Body = z.infer<typeof body>;
export type Key = z.infer<typeof key>;
export type Response = z.infer<typeof response>;
