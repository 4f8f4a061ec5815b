import { z } from "zod";
import { nameByHand, rightByHand } from "../by-hand";

const id = z.string().min(1).max(100);
const word = z.string().max(200);
const forms = z.array(word).max(60);

/** A name of the fact base with its forms made ready for comparing (`FoldedName`); nothing is built when it is graded. */
const name = z.strictObject({
  id,
  name: z.string().min(1).max(300),
  of: z.enum(["person", "thing", "phrase"]),
  texts: forms,
  keys: forms,
  surnames: forms.optional(),
  surnameKeys: forms.optional(),
  given: forms.optional(),
  givenKeys: forms.optional(),
  particles: forms.optional(),
});

export const asks = z.enum(["person", "state", "territory", "agreement", "event", "place", "text"]);

export const body = z.strictObject({
  /** What sort of thing is asked; the prompt says as much. */
  asks,
  /** Names of this sort that several bear in the whole course, whoever is asked: such a name is asked back. */
  namesakes: z
    .array(
      z.strictObject({
        key: z.string().min(1).max(200),
        of: z
          .array(z.strictObject({ id, name: z.string().min(1).max(300) }))
          .min(2)
          .max(8),
      }),
    )
    .max(40)
    .default([]),
});

export const key = z.strictObject({
  /** What counts, with what it earns; the first is shown as the answer. A name written by hand is made ready here. */
  right: z
    .array(
      z.preprocess(
        rightByHand,
        name.extend({
          fraction: z.number().min(0).max(1),
          /** Forms as they are written, and how each is found again. */
          aliases: z.array(z.string().max(300)).max(60),
          aliasKeys: forms,
        }),
      ),
    )
    .max(20),
  /** Texts with `*` for whatever stands there; the first that fits decides. */
  patterns: z
    .array(z.strictObject({ pattern: z.string().min(1).max(200), fraction: z.number().min(0).max(1) }))
    .max(40)
    .default([]),
  /** Whether a pattern minds capital letters. */
  caseSensitive: z.boolean().default(false),
  /** Other things of the fact base that a text may name or be as near to; `about` says which they are. */
  others: z
    .array(z.preprocess(nameByHand, name.extend({ about: z.string().max(400).optional() })))
    .max(300)
    .default([]),
  slips: z.strictObject({ forgiven: z.boolean(), cost: z.number().min(0).max(1) }).default({ forgiven: true, cost: 0 }),
  /** What becomes of a name that others bear too, when nobody says which is meant. */
  namesakes: z.enum(["ask", "accept"]).default("ask"),
});

export const response = z.strictObject({
  text: z.string().min(1).max(200),
  /** Which of several that bear the name. */
  meant: id.optional(),
});

export type Asks = z.infer<typeof asks>;
export type Body = z.infer<typeof body>;
export type Key = z.infer<typeof key>;
export type Response = z.infer<typeof response>;
