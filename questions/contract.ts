import type { ComponentType, ReactNode } from "react";
import type { z } from "zod";
import type { FactBase, FactPart } from "@/facts/base";
import type { Tells } from "@/facts/confusions";

/**
 * What every kind of question must know to do. A kind is one folder; see docs/question-kinds.md.
 *
 * An item is split at birth: `body` is all that a browser may have, `key` is the rest. Nothing is made public
 * by taking things out of a whole.
 */
export interface Item<Body = unknown, Key = unknown> {
  id: string;
  kind: string;
  /** The question as the learner reads it; plain text. */
  prompt: string;
  body: Body;
  key: Key;
}

/**
 * Form fields of one answer, by name, without the item's prefix: the input named `q3.date` arrives as
 * `{ date: ["23.8.1939"] }`. A name that was not sent is absent; a text field left empty is `[""]`.
 */
export type Fields = Readonly<Record<string, readonly string[]>>;

/** What a kind made of the fields. Wrong answers and unreadable dates are `read`; only what no honest form of
 * this item could have sent is `malformed` and is refused with a 4xx. */
export type Reading<Response> =
  | { state: "blank" }
  | { state: "malformed"; why: string }
  /** `unsettled`: kept, yet the learner has something to settle before it can count, such as which of two dates is
   * meant; until then the question is listed as unanswered. */
  | { state: "read"; response: Response; unsettled?: true };

export type Outcome =
  | { state: "blank" }
  | { state: "malformed"; why: string }
  /** `fraction` is in [0, 1]. */
  | { state: "scored"; fraction: number; receipt: Receipt };

/** How a fraction came about, in words a teacher can follow. */
export interface Receipt {
  /** What was read from the answer: '23 August 1939', 'Molotov; Ribbentrop'. */
  read: string;
  /** Which part of the answer met which part of the key: what was sent ('Молотов'), what it was taken for ('Vyacheslav
   * Molotov'), and by what when it was not that name itself ('also written Молотов', 'a slip of one letter'). Only parts
   * that met something; empty when none did. */
  matched: readonly { said: string; as: string; by?: string }[];
  /** The rule, one sentence. */
  rule: string;
  /** The arithmetic, line by line, down to the fraction. */
  lines: readonly { label: string; value: string }[];
  /** What this answer would have been right for, or why a second answer counts too; a sentence each. */
  notes: readonly string[];
  /** The answer part by part, so that wrong answers can be counted over a class and answered one by one. */
  parts: readonly Part[];
}

/** One thing that was answered: a date, a person named, a land marked, a stem with what was put to it. */
export interface Part {
  /** The same for the same answer, whatever the learner's order or spelling: '1939-09-28', 'stalin', 'estonia',
   * 'pact>1939'. Of what could not be recognised, 'other:' and the folded text, 60 characters at most. */
  id: string;
  /** In words: '28 September 1939', 'Joseph Stalin'. */
  text: string;
  right: boolean;
}

export interface PlayerProps<Body = unknown> {
  /** Prefix of every field's name: the input for `date` of `q3` is named `q3.date`. */
  name: string;
  body: Body;
  /** What was saved before. */
  fields: Fields;
  /** Id of the element that holds the prompt, for aria-labelledby. */
  labelledBy: string;
}

/**
 * A question on a sheet of paper, to be answered with a pen: boxes, lines, a map. It is handed no key; the teacher's sheet
 * is the same with the fields of the right answer, drawn as an answer would be.
 */
export interface PaperProps<Body = unknown> {
  body: Body;
  /** {} on the sheet to be answered. */
  fields: Fields;
}

/**
 * A review is an `AnswerList` (`@/ui/answer`): what was answered and what is right, each said in words before colour.
 * The page adds beneath it why, the receipt's notes, the passage and the arithmetic.
 */
export interface ReviewProps<Body = unknown, Key = unknown, Response = unknown> {
  body: Body;
  key_: Key;
  /** Null when the answer was blank or malformed. */
  response: Response | null;
  outcome: Outcome;
}

/** A worked example: what is sent for an item, and what it earns. */
export interface Sample<Body = unknown, Key = unknown> {
  /** The behaviour it shows, as a sentence: 'A date one day off earns nothing'. */
  shows: string;
  item: { prompt: string; body: Body; key: Key };
  fields: Fields;
  earns: number | "blank" | "malformed";
}

/** What an author's text becomes: the two halves of an item, or sentences saying what to mend. */
export type Derived<Body, Key> = { body: Body; key: Key; rests?: readonly Rests[] } | { problems: string[] };

/** A part of a fact that the key is made of. The content check refuses a key that rests on what may not be graded:
 * marked L, not re-checked, or marked M when the key is not tolerant. Of a kind that names none, the statement of the
 * item's own fact is asked. */
export interface Rests {
  fact: string;
  part: FactPart;
  /** True when the key lets through what sources could differ on: it asks a month, and they differ by a day. */
  tolerant?: boolean;
}

/** The fields that every question in a quiz file has, whatever its kind. */
export interface AuthoredItem {
  /** Stable across versions, unique in the course: 'munich-q3'. */
  id: string;
  prompt: string;
  /** The fact it asks; known to be in the fact base. */
  fact: string;
}

/** How an author writes a question of this kind, and how that becomes body and key. */
export interface Author<Authored, Body, Key> {
  /** The kind's own fields of a question in a quiz file; the common ones (id, kind, points, prompt, fact, passage,
   * right, wrong) are taken out before. Strict: a field it does not know is the author's slip. */
  schema: z.ZodType<Authored>;
  /** Pure. Ids that do not resolve, a date asked more precisely than it is known and the like are `problems`. */
  derive(authored: Authored, facts: FactBase, item: AuthoredItem): Derived<Body, Key>;
}

/** 'also': counts as well; 'instead': what was right before counts no more. */
export type AcceptMode = "also" | "instead";

export type Accept<Body, Key, Response> = (
  response: Response,
  key: Key,
  body: Body,
  mode: AcceptMode,
  part?: string,
) => Key | null;

export interface Kind<Name extends string, Body, Key, Response, Authored = unknown> {
  name: Name;
  /** As shown to teachers: 'Date'. */
  title: string;
  schema: { body: z.ZodType<Body>; key: z.ZodType<Key>; response: z.ZodType<Response> };
  author: Author<Authored, Body, Key>;
  /** The body as this learner sees it: same seed, same order; independent of the author's order. */
  arrange(body: Body, seed: number): Body;
  /** Fields to response. Turns away forged and malformed input, so that grading stays simple. Never throws. */
  read(fields: Fields, body: Body): Reading<Response>;
  /** Pure and total: no clock, no chance, no throw on any response that the schema admits. */
  grade(response: Response, key: Key, body: Body): Outcome;
  /** The form fields of an answer that earns 1, as a learner would send them for the body as authored. The content
   * check and the contract test grade it: a key that does not earn 1 cannot be published. */
  solve(key: Key, body: Body): Fields;
  /** The answer that marks everything there is to mark, for kinds where that can be done; graded by the content check,
   * which refuses an item where it earns 1 without being the key. */
  markAll?(body: Body): Fields;
  /** What is wrong with an item, as sentences to its author; empty when all is well. */
  lint(item: { prompt: string; body: Body; key: Key }): string[];
  /** What a finished answer looks like beside the right one. Server-rendered, no script. */
  Review: ComponentType<ReviewProps<Body, Key, Response>>;
  /** How it is asked on paper; left out, by lines to write on. Server-rendered, no script, no form fields. */
  Paper?: ComponentType<PaperProps<Body>>;
  /** For who marks on paper: what earns besides the answer of `solve`, a sentence each. */
  alsoRight?(key: Key, body: Body): string[];
  /** What somebody earns on average who guesses blindly, as a fraction of the points; null where there is nothing to
   * guess from. Left out by kinds whose answers are written. */
  randomGuess?(key: Key, body: Body): number | null;
  /** The key by which this response is right too, or is right in place of what was: so that the same answer counts in
   * whatever spelling. `part`: only that part of it is accepted, as one gap. Null where no key can say it; then what has
   * the same parts counts. Pure; a key that comes of it fits the kind's schema. */
  accept?: Accept<Body, Key, Response>;
  /** What a part of an answer says in terms of the fact base, so that a wrong one can be looked up as the right answer
   * to something else; null when it says nothing that is there. Words are enough. */
  tells?(part: Part, body: Body, key: Key): Tells | null;
  /** The response in one line of plain text, for tables. */
  summary(response: Response, body: Body): ReactNode;
  samples: readonly Sample<Body, Key>[];
}

export type AnyKind = Kind<string, unknown, unknown, unknown>;

/** Checks a kind against the contract and forgets its types, so that the registry can hold all kinds alike. */
export function defineKind<Name extends string, Body, Key, Response, Authored>(
  kind: Kind<Name, Body, Key, Response, Authored>,
): Kind<Name, unknown, unknown, unknown> {
  return kind as unknown as Kind<Name, unknown, unknown, unknown>;
}
