import { shareOf } from "../attempt-score";
import { outOfByHand, type CountedScore } from "../counting";
import type { AttemptClock } from "../time-rules/attempt-clock";
import type { Terms } from "../time-rules/terms";

/**
 * What a cell of the gradebook says of one learner at one assignment:
 *
 * - exempt: it was given to groups that the learner is not in
 * - excused: a teacher lets the learner off
 * - scored, late: something counts; late when it was handed in late
 * - in progress: an attempt runs, and nothing counts yet
 * - voided: all that was handed in has been voided
 * - missing: it was due, and nothing was handed in
 * - open, not open: it can be done, or not yet
 *
 * Each beats those below it.
 */
export type CellState = (typeof cellStates)[number];

export const cellStates = [
  "exempt",
  "excused",
  "scored",
  "late",
  "in progress",
  "voided",
  "missing",
  "open",
  "not open",
] as const;

/** What is known of one learner at one assignment. */
export interface CellFacts {
  /** The learner's own dates, where they differ from the column's. */
  terms?: CellTerms;
  /** The assignment was given to groups, and the learner is in none of them. */
  exempt?: boolean;
  excused?: boolean;
  /** Points given by hand for the whole assignment, also where nothing was handed in; final. */
  override?: number | null;
  /** What the paper is worth, out of which those points were given; undefined: what the column is worth. */
  overrideOf?: number;
  /** What counts of the attempts (see counting.ts); null: nothing was handed in, or all of it was voided. */
  counted: CountedScore | null;
  /** The attempt that is not handed in, with its own clock: a profile may let it run past the learner's dates. */
  running?: RunningCell | null;
  /** How many attempts were voided. */
  voided?: number;
}

export interface RunningCell {
  attemptId: string;
  answered: number;
  of: number;
  clock: Pick<AttemptClock, "onTimeUntil" | "acceptedUntil">;
}

export type CellTerms = Pick<Terms, "opensAt" | "dueAt" | "closesAt">;

/** When nothing handed in counts as 0: once it was due (by its close where nothing is due), once it closed, or never. */
export type MissingRule = "after-due" | "after-close" | "never";

export interface CellScore {
  /** After lateness and by hand; below 0 by certainty alone. */
  points: number;
  maxPoints: number;
  /** In [0, 1]. */
  share: number;
  /** The share that lateness took off, in [0, 1]. */
  deduction: number;
  overridden: boolean;
  /** What counts; empty for a score given by hand where nothing was handed in. */
  attemptIds: readonly string[];
}

export interface GradebookCell {
  state: CellState;
  /** Also of an excused cell, for which it does not count. */
  score: CellScore | null;
  /** What totals take: a share in [0, 1], or null when the cell does not count. */
  counts: number | null;
  /** The attempt that runs, beside a score too. */
  running: RunningCell | null;
}

/** What totals need to know of a column to make a cell of it. */
export interface CellColumn {
  terms: CellTerms;
  /** What the assignment is worth, for a score given by hand to someone who handed nothing in. */
  maxPoints: number;
}

const nothing: CellFacts = { counted: null };

/**
 * The cell of a learner; facts undefined: they have done nothing, by everybody's terms. An excused or exempt cell counts
 * nowhere. An attempt that runs counts for nothing as long as it could still be handed in on time, and from then on as
 * what is missing does: opening a quiz does not put off a 0.
 */
export function gradebookCell(
  column: CellColumn,
  facts: CellFacts | undefined,
  missing: MissingRule,
  now: Date,
): GradebookCell {
  const { terms = column.terms, exempt, excused, running = null, voided = 0 } = facts ?? nothing;
  if (exempt) return { state: "exempt", score: null, counts: null, running: null };
  const score = cellScore(column, facts ?? nothing);
  if (excused) return { state: "excused", score, counts: null, running };
  if (score) {
    const late = facts?.counted?.late === true && !isNumber(facts.override);
    // Of nothing, as where every question was dropped, there is no share.
    return { state: late ? "late" : "scored", score, counts: score.maxPoints > 0 ? score.share : null, running };
  }
  const zero = column.maxPoints > 0 && isMissing(terms, missing, running, now) ? 0 : null;
  const state = running ? "in progress" : voided > 0 ? "voided" : emptyState(terms, now);
  return { state, score: null, counts: zero, running };
}

function cellScore({ maxPoints }: CellColumn, { counted, override, overrideOf }: CellFacts): CellScore | null {
  if (isNumber(override)) {
    const of = outOfByHand(override, counted, overrideOf ?? maxPoints);
    const share = shareOf({ points: override, maxPoints: of });
    const attemptIds = counted?.attemptIds ?? [];
    return { points: override, maxPoints: of, share, deduction: 0, overridden: true, attemptIds };
  }
  if (counted === null) return null;
  const { points, deduction, overridden, attemptIds } = counted;
  return { points, maxPoints: counted.maxPoints, share: shareOf(counted), deduction, overridden, attemptIds };
}

function emptyState({ opensAt, dueAt, closesAt }: CellTerms, now: Date): CellState {
  const deadline = dueAt ?? closesAt;
  if (deadline !== null && now > deadline) return "missing";
  return opensAt !== null && now < opensAt ? "not open" : "open";
}

function isMissing({ dueAt, closesAt }: CellTerms, rule: MissingRule, running: RunningCell | null, now: Date) {
  if (rule === "never") return false;
  if (rule === "after-close") return closesAt !== null && now > closesAt && !running;
  const deadline = dueAt ?? closesAt;
  if (deadline === null || now <= deadline) return false;
  const until = running && (running.clock.onTimeUntil ?? running.clock.acceptedUntil);
  return until === null || now > until;
}

function isNumber(value: number | null | undefined): value is number {
  return value !== null && value !== undefined;
}
