import { attemptClock, lastEnd, type TimedAttempt } from "./time-rules/attempt-clock";
import type { Terms } from "./time-rules/terms";

/** What may be shown of an attempt to the learner whose it is. */
export type Showable = "score" | "correctness" | "key" | "feedback";

export const showables: readonly Showable[] = ["score", "correctness", "key", "feedback"];

/** From when on: while it is being answered, once it is handed in, once the assignment is closed, or never. */
export type ShowFrom = "during" | "after" | "closed" | "never";

export interface ShowRule extends Record<Showable, ShowFrom> {
  /**
   * What 'once closed' waits for. Everyone: no learner of the assignment can begin or go on any more, exceptions and
   * extended times included; what one learner is shown cannot help another. Learner: it is closed for this one.
   */
  closedMeans: "everyone" | "learner";
}

/** Whether something is over, and by when it certainly will be; `by` null: no end is known. */
export interface Closing {
  closed: boolean;
  by: Date | null;
}

export interface ShowMoment {
  /** Whether this attempt is handed in. */
  handedIn: boolean;
  forLearner: Closing;
  forEveryone: Closing;
}

export type Shown = Record<Showable, boolean>;

/** What the learner may see of an attempt now. What is for 'once closed' is shown of an attempt that is handed in. */
export function shown(rule: ShowRule, moment: ShowMoment): Shown {
  return forEach((what) => {
    switch (rule[what]) {
      case "during":
        return true;
      case "after":
        return moment.handedIn;
      case "closed":
        return moment.handedIn && closingFor(rule, moment).closed;
      case "never":
        return false;
    }
  });
}

/** When something that is not shown will be: what the learner is told in its place. */
export type ShowPromise = "now" | "handed-in" | { closed: Date | null } | "never";

/** `{ closed }`: by that instant at the latest, and perhaps sooner; null where no end is known. */
export function shownWhen(rule: ShowRule, moment: ShowMoment): Record<Showable, ShowPromise> {
  const now = shown(rule, moment);
  return forEach((what) => {
    if (now[what]) return "now";
    if (rule[what] === "never") return "never";
    const closing = closingFor(rule, moment);
    return rule[what] === "after" || closing.closed ? "handed-in" : { closed: closing.by };
  });
}

/**
 * What may be seen when several assignments use the same paper, of which any may hold something back: only what all of
 * them show. Of none: everything.
 */
export function strictest(all: readonly Shown[]): Shown {
  return forEach((what) => all.every((each) => each[what]));
}

/** A learner of an assignment, as far as its closing is concerned. */
export interface Sitter {
  terms: Terms;
  /** Attempts begun and not voided. */
  attempts: number;
  /** Those that are not handed in. */
  running: readonly TimedAttempt[];
}

/**
 * Whether an assignment is closed for these learners: for one, or for a whole class. A learner who can still begin holds
 * it open until the last moment to which their time could run; one who cannot, until the attempts end that they have
 * running. One whose window has passed without their coming holds nothing open. Over no learners it is closed.
 */
export function closing(sitters: Iterable<Sitter>, now: Date): Closing {
  let closed = true;
  let by: Date | null = now;
  const holdOpen = (until: Date | null) => {
    if (until !== null && until < now) return;
    closed = false;
    by = by === null || until === null ? null : until > by ? until : by;
  };
  for (const { terms, attempts, running } of sitters) {
    const { closesAt } = terms;
    const left = terms.attempts === null || attempts < terms.attempts;
    if (left && (closesAt === null || now < closesAt)) holdOpen(lastEnd(terms));
    for (const attempt of running) holdOpen(attemptClock(terms, attempt).acceptedUntil);
  }
  return { closed, by: closed ? null : by };
}

export interface ShowProblem {
  field: Showable;
  code:
    | "others-can-be-told" // Learners who have yet to sit can hear the key from those who have sat.
    | "known-before-last-attempt" // The learner knows the key when they try again.
    | "never-closes" // 'Once closed', and it never closes.
    | "key-before-correctness"; // Holding back right or wrong is for nothing where the key is shown.
}

/** What a teacher should be told about a rule before it is used: warnings, all of them. */
export function showProblems(rule: ShowRule, terms: Pick<Terms, "closesAt" | "attempts">): ShowProblem[] {
  const found: ShowProblem[] = [];
  for (const field of ["key", "feedback"] as const) {
    const early = order[rule[field]] < order.closed;
    if (early || (rule[field] === "closed" && rule.closedMeans === "learner"))
      found.push({ field, code: "others-can-be-told" });
    if (early && terms.attempts !== 1) found.push({ field, code: "known-before-last-attempt" });
  }
  for (const field of showables)
    if (rule[field] === "closed" && terms.closesAt === null) found.push({ field, code: "never-closes" });
  if (order[rule.key] < order[rule.correctness]) found.push({ field: "correctness", code: "key-before-correctness" });
  return found;
}

const order: Record<ShowFrom, number> = { during: 0, after: 1, closed: 2, never: 3 };

function closingFor(rule: ShowRule, moment: ShowMoment): Closing {
  return rule.closedMeans === "everyone" ? moment.forEveryone : moment.forLearner;
}

function forEach<T>(of: (what: Showable) => T): Record<Showable, T> {
  return { score: of("score"), correctness: of("correctness"), key: of("key"), feedback: of("feedback") };
}
