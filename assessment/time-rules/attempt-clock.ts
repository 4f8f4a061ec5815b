import type { Terms } from "./terms";

/** An attempt as its clock sees it. */
export interface TimedAttempt {
  startedAt: Date;
  /** A teacher's word, by extending or reopening: the attempt may go on until then, whatever the terms say. */
  extendedUntil?: Date | null;
}

export interface AttemptClock {
  /** When it ends by itself; null: never. This is what the learner is told. */
  endsAt: Date | null;
  /** What the server still takes, saving and handing in: `endsAt` and the grace after it, inclusive. Null: no end. */
  acceptedUntil: Date | null;
  /** Handed in by then, with the same grace, it is not late; null: it never is. */
  onTimeUntil: Date | null;
  /** What ends it. */
  endsBy: "time-limit" | "close" | "teacher" | null;
  /** It may go on after the assignment has closed for this learner: by a profile, or by a teacher's word. */
  runsPastClose: boolean;
}

/**
 * When an attempt ends and until when it is on time. It must have been begun at a legal moment (see begin.ts).
 *
 * Without a profile: when its limit is over or the assignment closes, whichever is first.
 *
 * With a profile (`timeFactor` above 1) the close cuts nothing that was granted:
 * - with a limit, the attempt has all of its extended limit, past the close too;
 * - without one, in a sitting (a window of at most 12 hours, such as a lesson), the window is the limit: what is left of
 *   it at the start is multiplied by the factor;
 * - without one, in a longer window, the close holds: days at home are not a test against the clock.
 * Nor does the due date cost anything: begun by the due date, the attempt is on time for as long as it was granted.
 *
 * `extendedUntil` only ever gives: an attempt begun by the due date stays on time until then as well; one begun late stays
 * late.
 */
export function attemptClock(terms: Terms, { startedAt, extendedUntil = null }: TimedAttempt): AttemptClock {
  const limitEnd = terms.timeLimit === null ? null : after(startedAt, terms.timeLimit);
  const closeEnd =
    terms.timeFactor === 1 ? terms.closesAt : limitEnd === null ? stretched(terms, terms.closesAt, startedAt) : null;
  let endsAt = first(limitEnd, closeEnd);
  let endsBy: AttemptClock["endsBy"] = endsAt === null ? null : endsAt === limitEnd ? "time-limit" : "close";
  if (endsAt !== null && extendedUntil !== null && extendedUntil > endsAt)
    [endsAt, endsBy] = [extendedUntil, "teacher"];
  return {
    endsAt,
    acceptedUntil: endsAt && after(endsAt, terms.grace),
    onTimeUntil: onTimeUntil(terms, startedAt, limitEnd, extendedUntil),
    endsBy,
    runsPastClose: endsAt !== null && terms.closesAt !== null && endsAt > terms.closesAt,
  };
}

/**
 * From when on certainly no attempt by these terms is accepted any more, however it was begun (but for a teacher's
 * extending it); null: it never closes.
 */
export function lastEnd(terms: Terms): Date | null {
  const { opensAt, closesAt } = terms;
  if (closesAt === null) return null;
  if (opensAt !== null && opensAt >= closesAt) return closesAt;
  const granted =
    terms.timeFactor === 1
      ? closesAt
      : terms.timeLimit !== null
        ? after(closesAt, terms.timeLimit)
        : stretched(terms, closesAt, opensAt ?? closesAt)!;
  return after(granted, terms.grace);
}

export interface ClockLeft {
  /** Whole seconds until it ends, started ones counted; 0 when it is over, null when nothing ends it. */
  seconds: number | null;
  /** Ended, but what was sent before the end may still arrive. */
  inGrace: boolean;
  /** Nothing is accepted any more. */
  over: boolean;
}

export function clockLeft(clock: AttemptClock, now: Date): ClockLeft {
  const { endsAt, acceptedUntil } = clock;
  if (endsAt === null || acceptedUntil === null) return { seconds: null, inGrace: false, over: false };
  const seconds = Math.max(0, Math.ceil((endsAt.getTime() - now.getTime()) / 1000));
  const over = now > acceptedUntil;
  return { seconds, inGrace: seconds === 0 && !over, over };
}

/** A window of at most this many seconds is a sitting, in which the clock presses; a longer one is homework. */
export const longestSitting = 12 * 3600;

function onTimeUntil(terms: Terms, startedAt: Date, limitEnd: Date | null, extendedUntil: Date | null): Date | null {
  const { dueAt, timeFactor } = terms;
  if (dueAt === null || startedAt > dueAt) return dueAt;
  const granted = timeFactor === 1 ? null : (limitEnd ?? stretched(terms, dueAt, startedAt));
  return [granted, extendedUntil].reduce<Date>((last, each) => (each !== null && each > last ? each : last), dueAt);
}

/** A deadline as a profile moves it for an attempt without a limit. */
function stretched({ opensAt, timeFactor }: Terms, deadline: Date | null, startedAt: Date): Date | null {
  if (deadline === null || opensAt === null || seconds(opensAt, deadline) > longestSitting) return deadline;
  return after(deadline, Math.ceil(Math.max(0, seconds(startedAt, deadline)) * (timeFactor - 1)));
}

function first(a: Date | null, b: Date | null): Date | null {
  return a === null ? b : b === null ? a : b < a ? b : a;
}

function after(instant: Date, seconds: number): Date {
  return new Date(instant.getTime() + seconds * 1000);
}

function seconds(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / 1000;
}
