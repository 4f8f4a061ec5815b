/** What an answer, or a part of one, says in terms of the fact base, so that it can be looked up there. */
export type Told =
  /** EDTF. */
  | { date: string }
  | { person: string }
  | { territory: string }
  | { state: string }
  | { fact: string }
  | { number: number }
  /** Words that may be the name of anything, or a date. */
  | { text: string };

/** A part of an answer: what it says, and of what, when that is not what the whole question asks. */
export interface Tells {
  told: Told;
  about?: { fact: string } | { territory: string } | { text: string };
}
