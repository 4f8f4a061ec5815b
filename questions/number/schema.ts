import { z } from "zod";

const finite = z.number();
/** What an unread or wrong answer never earns more than. */
const fraction = z.number().min(0).max(1);

const unit = z.strictObject({
  id: z.string().min(1).max(40),
  /** As it may be written, the first as it is shown. */
  names: z.array(z.string().min(1).max(60)).min(1).max(12),
});

export const body = z.strictObject({
  /** Which sign parts decimals where an answer leaves it open, as '1,234' does. */
  decimal: z.enum([".", ","]).default("."),
  /** Absent: units are not asked, and what is written beside the number is passed over. */
  unit: z
    .strictObject({
      /** Typed beside the number, or chosen from the list. */
      entry: z.enum(["typed", "chosen"]),
      rule: z.enum(["optional", "required", "graded"]),
      /** Every unit that can be told, right or not: so many that the list gives nothing away when the unit is asked. */
      units: z.array(unit).min(1).max(20),
      /** Shown beside the field; only where the unit is not asked. */
      shown: z.string().max(60).optional(),
    })
    .optional(),
});

export const tolerance = z.discriminatedUnion("type", [
  /** No further from the value than `by`; also called nominal. */
  z.strictObject({ type: z.literal("absolute"), by: z.number().min(0) }),
  /** No further than `by` times the value: 0.05 is 5 %. */
  z.strictObject({ type: z.literal("relative"), by: z.number().min(0) }),
  /** From value ÷ (1 + by) to value × (1 + by): 1 is 'no more than twice, no less than half'. */
  z.strictObject({ type: z.literal("geometric"), by: z.number().min(0) }),
  /** From `low` to `high`, whatever the value. */
  z.strictObject({ type: z.literal("range"), low: finite, high: finite }),
  /** Any number. */
  z.strictObject({ type: z.literal("any") }),
]);

export const key = z.strictObject({
  /** In order: the first whose interval holds the answer decides. The first of all is shown as the answer. */
  answers: z
    .array(z.strictObject({ value: finite, tolerance, fraction: fraction.default(1) }))
    .min(1)
    .max(20),
  /** By which a number in this unit has to be multiplied to be compared; a unit that is not here is a wrong one. */
  times: z.record(z.string(), finite).default({}),
  /** What a missing or wrong unit takes off, of what the answer earns or of the question's whole. */
  penalty: z
    .strictObject({ share: fraction, of: z.enum(["answer", "question"]) })
    .default({ share: 0, of: "question" }),
  /** The unit that goes with the values: 'people'. */
  unit: z.string().max(60).optional(),
  /** Numbers that answer another question. */
  confusable: z
    .array(z.strictObject({ value: finite, name: z.string().max(300) }))
    .max(20)
    .default([]),
});

/** What was made of the text when it was sent, kept so that a regrade sees what the learner saw. */
const reading = z.discriminatedUnion("state", [
  z.strictObject({
    state: z.literal("read"),
    low: finite,
    high: finite,
    about: z.boolean(),
    /** Id of the unit that was told. */
    unit: z.string().max(40).optional(),
    /** What else stood beside the number. */
    beside: z.string().max(200).optional(),
    notes: z.array(z.string().max(400)).max(20),
  }),
  z.strictObject({ state: z.literal("unreadable"), why: z.string().max(200) }),
]);

export const response = z.strictObject({ text: z.string().min(1).max(200), reading });

export type Body = z.infer<typeof body>;
export type Key = z.infer<typeof key>;
export type Response = z.infer<typeof response>;
export type Tolerance = z.infer<typeof tolerance>;
