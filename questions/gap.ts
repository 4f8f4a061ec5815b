import type { z } from "zod";
import type { Tells } from "@/facts/confusions";
import type { Accept, Author, Fields, Outcome, Part, PlayerProps, Reading } from "./contract";

/**
 * A gap is one small answer: a date, a number, a text, a choice. A kind of question that is one gap (date, number,
 * short text, single choice) and kinds that have many (cloze, territorial change) share it: the same reading, the same
 * rule, the same receipt. Each stands in its kind's folder (`gap.ts`, `field.tsx`) and is listed in `gaps.ts` and
 * `gap-fields.tsx`.
 */
export interface Gap<Name extends string, Body, Key, Response, Authored = unknown> {
  name: Name;
  schema: { body: z.ZodType<Body>; key: z.ZodType<Key>; response: z.ZodType<Response> };
  /** As `Kind.author`; a gap rests on the fact of its item unless the author names another. */
  author: Author<Authored, Body, Key>;
  arrange(body: Body, seed: number): Body;
  /** Fields of this gap alone, without the prefix of the gap in its question. */
  read(fields: Fields, body: Body): Reading<Response>;
  /** Pure and total, as `Kind.grade`. */
  grade(response: Response, key: Key, body: Body): Outcome;
  /** Fields of an answer that earns 1. */
  solve(key: Key, body: Body): Fields;
  /** The right answer in words: '23 August 1939 (24 August counts too)'. */
  solution(key: Key, body: Body): string;
  /** What was answered, in words. */
  said(response: Response, body: Body): string;
  /** As `Kind.alsoRight`. */
  alsoRight?(key: Key, body: Body): string[];
  /** As `Kind.accept`; a gap has no parts. */
  accept?: Accept<Body, Key, Response>;
  lint(item: { prompt: string; body: Body; key: Key }): string[];
  /** As `Kind.randomGuess`. */
  randomGuess?(key: Key, body: Body): number | null;
  /** As `Kind.tells`. */
  tells?(part: Part, body: Body, key: Key): Tells | null;
}

export type AnyGap = Gap<string, unknown, unknown, unknown>;

/** Checks a gap and forgets its types, so that the list can hold all gaps alike. */
export function defineGap<Name extends string, Body, Key, Response, Authored>(
  gap: Gap<Name, Body, Key, Response, Authored>,
): Gap<Name, unknown, unknown, unknown> {
  return gap as unknown as Gap<Name, unknown, unknown, unknown>;
}

/** The fields of one gap, small enough to stand in a sentence or a table's cell. Native, and named `<name>.<field>`. */
export interface GapFieldProps<Body = unknown> extends Omit<PlayerProps<Body>, "labelledBy"> {
  /** What to write there, for a screen reader and as a small label: 'Gap 2: date'. */
  label: string;
  /** True when it stands in running text and its label is for screen readers alone. */
  inline?: boolean;
}
