import { z } from "zod";
import { LONGEST_NAME, MOST_ROWS } from "./rows";

const id = z.string().min(1).max(80);
const name = z.string().min(1).max(200);

export const body = z.discriminatedUnion("entry", [
  z.strictObject({ entry: z.literal("typed") }),
  z.strictObject({
    entry: z.literal("picked"),
    people: z
      .array(z.strictObject({ id, name, sortName: name }))
      .min(2)
      .max(60),
  }),
]);

export const key = z.strictObject({
  signatories: z
    .array(
      z.strictObject({
        /** Id of one of the cast. */
        person: id,
        /** The state signed for, by name: 'Germany'. */
        for: name,
        /** The office held that day. */
        as: z.string().max(300),
      }),
    )
    .min(1)
    .max(40),
  /** Everybody a typed name may mean, or everybody who is offered. */
  cast: z
    .array(
      z.strictObject({
        id,
        name,
        sortName: name,
        accept: z.array(name),
        /** Other agreements with this signature, by name: what the name would have been right for. */
        signed: z.array(name).max(3),
      }),
    )
    .max(2000),
});

export const response = z.discriminatedUnion("entry", [
  z.strictObject({ entry: z.literal("typed"), names: z.array(z.string().max(LONGEST_NAME)).min(1).max(MOST_ROWS) }),
  z.strictObject({ entry: z.literal("picked"), people: z.array(id).min(1).max(60) }),
]);

export type Body = z.infer<typeof body>;
export type Key = z.infer<typeof key>;
export type Response = z.infer<typeof response>;
