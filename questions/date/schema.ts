import { z } from "zod";
import { parseEdtf } from "@/facts/dates";

const edtf = z.string().refine((text) => parseEdtf(text) !== null, { message: "is not an EDTF date" });

export const precisions = ["day", "month", "season", "year", "decade", "century"] as const;

export const body = z.strictObject({
  /** How much of the date is asked. */
  precision: z.enum(precisions),
  /** First year of the century that two-digit years belong to. The course's, so that it tells nothing of the key. */
  century: z.int().min(0).max(9900).multipleOf(100),
});

export const key = z.strictObject({
  /** Every date that counts, no finer than is asked; the first is shown as the answer. */
  accepted: z
    .array(
      z.strictObject({
        date: edtf,
        /** Why it counts as well: 'Dated 23 August; signed in the night to the 24th.' */
        why: z.string().max(400).optional(),
        /** All that counts in its place, where the fact is known only about: of 'about 1939', `1938/1940`. */
        span: edtf.optional(),
        /** True when it is given by the Julian calendar. */
        oldStyle: z.literal(true).optional(),
      }),
    )
    .min(1)
    .max(6),
  /** Days of other facts, so that a wrong answer can be told what it would have been right for. */
  confusable: z
    .array(z.strictObject({ date: edtf, name: z.string().max(300) }))
    .max(40)
    .default([]),
});

/** What the parser made of the text when it was sent, kept so that a regrade sees what the learner saw. */
const reading = z.discriminatedUnion("state", [
  z.strictObject({
    state: z.literal("read"),
    date: edtf,
    /** The calendar that was named: 'O.S.' is the Julian. */
    style: z.enum(["old", "new"]).optional(),
  }),
  z.strictObject({
    state: z.literal("partial"),
    month: z.int().min(1).max(12).optional(),
    day: z.int().min(1).max(31).optional(),
    season: z.literal([21, 22, 23, 24]).optional(),
  }),
  z.strictObject({ state: z.literal("undecided"), meanings: z.tuple([edtf, edtf]) }),
  z.strictObject({ state: z.literal("unreadable"), why: z.string().max(200) }),
]);

export const response = z.strictObject({ text: z.string().min(1).max(200), reading });

export type Body = z.infer<typeof body>;
export type Key = z.infer<typeof key>;
export type Response = z.infer<typeof response>;
export type Precision = Body["precision"];
