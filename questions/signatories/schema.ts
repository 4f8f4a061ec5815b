import { z } from "zod";
import { nameByHand } from "../by-hand";
import { LONGEST_NAME, MOST_ROWS } from "./rows";

const id = z.string().min(1).max(80);
const name = z.string().min(1).max(200);

/** What sort of set is asked: a signatory is a person, a party a state, a ratifier a party that ratified; or an author's
 * own set of people, states, territories or agreements. */
export const ask = z.enum(["signatories", "parties", "ratifiers", "people", "states", "territories", "agreements"]);

/**
 * How it is marked. `minus`: a wrong name takes a right one away. `precision-recall`: the share of names that are right
 * times the share of the set that was named. `per-slot`: as many places as there are members, a right name fills one.
 */
export const rule = z.enum(["minus", "precision-recall", "per-slot"]);

const common = {
  /** Signatories, when it is not said. */
  ask: ask.optional(),
  /** `minus`, when it is not said. */
  rule: rule.optional(),
  /** How many members there are; told with the rule `per-slot` only. */
  slots: z.int().min(1).max(MOST_ROWS).optional(),
};

export const body = z.discriminatedUnion("entry", [
  z.strictObject({ ...common, entry: z.literal("typed") }),
  z.strictObject({
    ...common,
    entry: z.literal("picked"),
    /** What can be chosen: people, or states, territories, agreements. */
    people: z
      .array(z.strictObject({ id, name, sortName: name }))
      .min(2)
      .max(60),
  }),
]);

/** Of before there were other sets. */
const firstKey = z.strictObject({
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

const forms = z.array(z.string().max(300)).max(80);

/** A name with its forms made ready for comparing (`FoldedName`); nothing is built when an answer is graded. */
const folded = z.strictObject({
  id,
  name,
  of: z.enum(["person", "thing", "phrase"]),
  texts: forms,
  keys: forms,
  surnames: forms.optional(),
  surnameKeys: forms.optional(),
  given: forms.optional(),
  givenKeys: forms.optional(),
  particles: forms.optional(),
});

const setKey = z.strictObject({
  members: z
    .array(
      z.strictObject({
        /** Id of one of the cast. */
        id,
        /** Said beside it afterwards: 'Germany: Reich Minister for Foreign Affairs'. */
        note: z.string().max(400).optional(),
        /** Its forms as they are written, to tell by which one it was known. */
        aliases: forms.default([]),
      }),
    )
    .min(1)
    .max(40),
  /** All that a typed name may mean, or all that is offered; `elsewhere` says what it would have been right for. */
  cast: z.array(z.preprocess(nameByHand, folded.extend({ elsewhere: z.string().max(600).optional() }))).max(2000),
  /** Names of another sort, which count neither for nor against: states where people are asked. `say` tells why. */
  kin: z
    .array(z.preprocess(nameByHand, folded.extend({ say: z.string().max(400) })))
    .max(400)
    .default([]),
});

export const key = z.union([setKey, firstKey]);

export const response = z.discriminatedUnion("entry", [
  z.strictObject({ entry: z.literal("typed"), names: z.array(z.string().max(LONGEST_NAME)).min(1).max(MOST_ROWS) }),
  z.strictObject({ entry: z.literal("picked"), people: z.array(id).min(1).max(60) }),
]);

export type Ask = z.infer<typeof ask>;
export type Rule = z.infer<typeof rule>;
export type Body = z.infer<typeof body>;
export type FirstKey = z.infer<typeof firstKey>;
export type SetKey = z.infer<typeof setKey>;
export type Key = z.infer<typeof key>;
export type Response = z.infer<typeof response>;
