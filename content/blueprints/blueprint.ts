import type { Fact, FactBase } from "@/facts/base";
import type { Distractor, Wanted } from "@/facts/distractors";
import type { Rests } from "@/questions";
import type { Skill } from "../skills";

/**
 * A question made from facts. An author writes `ask`, `of` and `points`; what the blueprint makes of them is what an
 * author could have written by hand, and goes the same way from there. Pure: one fact base and one seed, one question.
 */
export interface Blueprint {
  /** The word after `ask:`. */
  ask: string;
  /** The kind of question that it makes. */
  kind: string;
  /** What it exercises, where that is not what its kind does anyhow. Absent: the kind says it, or the author. */
  skill?: Skill;
  /** Whether each fact is a question, or several facts are one. */
  takes: "one" | "several";
  make(facts: readonly Fact[], around: Around): Made | Refused;
}

export interface Around {
  base: FactBase;
  /** Chooses among distractors; the same for the same question for good. */
  seed: number;
  /** How many wrong answers the author wants; undefined when that was left open. */
  distractors: number | undefined;
  /** Names of one town each: Königsberg and Kaliningrad. */
  towns: readonly (readonly string[])[];
  /** What the author wrote besides; it goes before what is made, and some of it decides what is made. */
  given: Readonly<Record<string, unknown>>;
}

export interface Made {
  /** Fields as in a quiz file: those of every question, and the kind's own. */
  fields: { prompt: string; right: string; wrong: string; [own: string]: unknown };
  /** Parts of facts that it leans on, besides those that the kind names. */
  rests?: Rests[];
}

/** Why nothing can be made of this: 'what is wrong: what to do.' */
export interface Refused {
  problem: string;
}

/** Wrong answers where the author named no number, and the least that makes a choice. */
const USUAL = 3;
const LEAST = 2;

/** As many distractors as wanted, or why there are too few. */
export function distractorsFrom(
  offer: (wanted: Wanted) => Distractor[],
  { seed, distractors }: Around,
  usual = USUAL,
): Distractor[] | Refused {
  const found = offer({ seed, count: distractors ?? usual });
  if (found.length >= (distractors ?? Math.min(usual, LEAST))) return found;
  const some =
    found.length === 0
      ? "no wrong answer is"
      : `only ${found.length} wrong ${found.length === 1 ? "answer is" : "answers are"}`;
  return { problem: `From the facts ${some} proved to be wrong: write the options yourself, or ask another fact.` };
}

/** Whether it was refused. */
export function isRefused<T extends object>(made: T | Refused): made is Refused {
  return "problem" in made;
}

/** That an ask was put to a fact of another type: 'signed-on asks an agreement, and x is an event: …'. */
export function wrongType(ask: string, wanted: string, fact: Fact): Refused {
  const article = /^[aeio]/.test(fact.type) ? "an" : "a";
  return {
    problem: `\`${ask}\` asks ${wanted}, and \`${fact.id}\` is ${article} ${fact.type}: ask another fact, or write the question yourself.`,
  };
}
