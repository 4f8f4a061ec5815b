import { lessDeduction } from "./time-rules/lateness";

/** Which of a learner's attempts at an assignment counts. */
export type CountingRule = "best" | "last" | "first" | "mean";

/** A go at an assignment, as far as counting is concerned. */
export interface CountableAttempt {
  attemptId: string;
  /** 1 for the first. Attempts are in this order, whatever the order of handing in. */
  number: number;
  /** Only these count. */
  submitted: boolean;
  /** A teacher has taken it out: it counts for nothing. */
  voided: boolean;
  /** As marked; below 0 by certainty alone. */
  points: number;
  /** 0 or more; attempts may differ in it, when the quiz was changed between them. */
  maxPoints: number;
  /** Whether it was handed in late; that may cost nothing. */
  late: boolean;
  /** The share that lateness costs, in [0, 1]. */
  deduction: number;
  /** The points that a teacher gave the attempt by hand; null: none. Final: lateness takes nothing off them. */
  override: number | null;
}

export interface CountedScore {
  /** What counts, after lateness. Of a mean: the mean share, in points of the last attempt's `maxPoints`. */
  points: number;
  maxPoints: number;
  /** The attempt that counts; all of them, by number, for a mean. */
  attemptIds: string[];
  /** The share that lateness took off what counts, in [0, 1]; of a mean the mean of its attempts'. */
  deduction: number;
  /** Whether what counts was handed in late or, for a mean, any of it. */
  late: boolean;
  /** Whether a score given by hand is in it. */
  overridden: boolean;
}

/**
 * The score that counts, of the attempts that were handed in and not voided; null when there are none.
 *
 * Lateness is taken off before attempts are compared: the best is the one that is worth most in the end, so that a late 9
 * less half does not displace a 6 that was on time. Attempts are compared by share, and among equals the earliest counts.
 */
export function countedScore(attempts: readonly CountableAttempt[], rule: CountingRule): CountedScore | null {
  // Most learners have one: ten thousand at forty assignments are counted while somebody waits.
  if (attempts.length === 1 && rule !== "mean") return counts(attempts[0]!) ? single(worth(attempts[0]!)) : null;
  const countable = attempts
    .filter(counts)
    .sort((a, b) => a.number - b.number)
    .map(worth);
  const [first] = countable;
  if (!first) return null;
  const last = countable.at(-1)!;
  switch (rule) {
    case "first":
      return single(first);
    case "last":
      return single(last);
    case "best":
      return single(countable.reduce((best, each) => (each.share > best.share + noise ? each : best)));
    case "mean":
      return {
        points: mean(countable.map((each) => each.share * last.maxPoints)),
        maxPoints: last.maxPoints,
        attemptIds: countable.map((each) => each.attemptId),
        deduction: mean(countable.map((each) => each.deduction)),
        late: countable.some((each) => each.late),
        overridden: countable.some((each) => each.overridden),
      };
  }
}

/**
 * What points given by hand for the whole assignment are out of: what counts of the attempts or, where that has become
 * less than was given because questions were dropped since, the paper.
 */
export function outOfByHand(points: number, counted: Pick<CountedScore, "maxPoints"> | null, paper: number): number {
  const holds = [counted?.maxPoints ?? 0, paper].find((of) => of > 0 && of >= points);
  return holds ?? points;
}

function counts({ submitted, voided }: CountableAttempt): boolean {
  return submitted && !voided;
}

interface Worth extends Omit<CountedScore, "attemptIds"> {
  attemptId: string;
  /** Not cut at 0: what certainty took in one attempt counts in a mean. */
  share: number;
}

function worth(attempt: CountableAttempt): Worth {
  const { attemptId, maxPoints, late, override } = attempt;
  const overridden = override !== null;
  const deduction = overridden ? 0 : attempt.deduction;
  const points = overridden ? override : lessDeduction(attempt.points, deduction);
  return { attemptId, points, maxPoints, share: maxPoints > 0 ? points / maxPoints : 0, deduction, late, overridden };
}

function single({ attemptId, points, maxPoints, deduction, late, overridden }: Worth): CountedScore {
  return { points, maxPoints, attemptIds: [attemptId], deduction, late, overridden };
}

function mean(numbers: readonly number[]): number {
  return withoutCrumbs(numbers.reduce((sum, each) => sum + each, 0) / numbers.length);
}

/** Two thirds by one way and two thirds by another are equal. */
const noise = 1e-9;

function withoutCrumbs(value: number): number {
  return Math.round(value * 1e9) / 1e9 + 0;
}
