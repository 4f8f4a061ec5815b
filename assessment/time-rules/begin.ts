import { attemptClock, clockLeft, type AttemptClock, type TimedAttempt } from "./attempt-clock";
import type { Terms } from "./terms";

/** What a learner has done at the assignment so far. */
export interface Begun {
  /** Attempts begun and not voided, the running one included. */
  attempts: number;
  /** The one that is not handed in; null when there is none. */
  running: TimedAttempt | null;
}

export type BeginAnswer =
  | {
      may: true;
      /** What an attempt begun now would have; tell the learner before they begin. */
      clock: AttemptClock;
      /** Seconds that it would have; null: as many as they like. */
      seconds: number | null;
      /** The close leaves less than the limit. */
      cutByClose: boolean;
      /** It is past due already: handing in will be late. */
      late: boolean;
      /** Attempts left, this one included; null: any number. */
      attemptsLeft: number | null;
    }
  | {
      may: false;
      why: "in-progress" | "not-open" | "closed" | "no-attempts-left";
      /** In progress: when that attempt ends. Not open: when it opens. Closed: since when. Null: no such moment. */
      when: Date | null;
    };

/**
 * Whether a learner may begin an attempt now. An attempt may be begun from `opensAt` (inclusive) until `closesAt`
 * (exclusive), while attempts are left and none runs. A profile does not move `closesAt`: it is the last moment for
 * beginning, and what was begun before it keeps its time (attempt-clock.ts). Grace is for what is on its way, not for
 * beginning.
 *
 * An attempt that ran out without being handed in is not running any more; it counts as one of the attempts.
 */
export function mayBegin(terms: Terms, begun: Begun, now: Date): BeginAnswer {
  const running = begun.running && attemptClock(terms, begun.running);
  if (running && !clockLeft(running, now).over) return { may: false, why: "in-progress", when: running.endsAt };
  const { opensAt, closesAt, attempts, timeLimit } = terms;
  // Exceptions of several people may leave no moment between opening and close.
  const never = opensAt !== null && closesAt !== null && opensAt >= closesAt;
  if (closesAt !== null && (never || now >= closesAt)) return { may: false, why: "closed", when: closesAt };
  if (attempts !== null && begun.attempts >= attempts) return { may: false, why: "no-attempts-left", when: null };
  if (opensAt !== null && now < opensAt) return { may: false, why: "not-open", when: opensAt };
  const clock = attemptClock(terms, { startedAt: now });
  return {
    may: true,
    clock,
    seconds: clockLeft(clock, now).seconds,
    cutByClose: timeLimit !== null && clock.endsBy === "close",
    late: terms.dueAt !== null && now > terms.dueAt,
    attemptsLeft: attempts === null ? null : attempts - begun.attempts,
  };
}
