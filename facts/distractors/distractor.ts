/** A wrong answer of the same type and period as the right one, which the fact base proves to be wrong. */
export interface Distractor {
  /** Of the person, state, territory or fact; of a date, its EDTF; of what has no id, the words themselves. */
  id: string;
  /** As a learner reads it. */
  text: string;
  /** What it would have been right for, or why it is wrong: a sentence to whoever chose it. */
  because: string;
}

/** How many are wanted, and by which number they are chosen among those that will do. */
export interface Wanted {
  count: number;
  /** An integer of 32 bits: the same seed chooses the same ones, whatever order the fact base is in. */
  seed: number;
}

/** A wrong answer that is proved, and how far it is from what people confuse: 0 is nearest. */
export interface Candidate extends Distractor {
  far: number;
}
