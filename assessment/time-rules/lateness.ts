import { attemptClock, type TimedAttempt } from "./attempt-clock";
import type { LateRule, Terms } from "./terms";
import { startedDays } from "./wall-clock";

/** How an attempt that is handed in at some moment arrives. */
export type Arrival =
  | { state: "on time" }
  | {
      state: "late";
      /** Seconds since it was due. */
      by: number;
      /** Days started since it was due, at least 1, by the clocks of the class's zone. */
      days: number;
      /** Share of its points that this costs, in [0, 1]. */
      deduction: number;
    }
  | {
      /** Not accepted; what had been saved by the end is what counts. */
      state: "too late";
      /** Seconds since the end. */
      by: number;
    };

/**
 * Whether an attempt handed in `at` is late, by how much, and what that costs. Grace is on the learner's side at every
 * boundary, of days too. An attempt that the server handed in because its time was over is handed in at its `endsAt`,
 * whenever the server came round to it.
 */
export function arrival(terms: Terms, attempt: TimedAttempt, at: Date, zone: string): Arrival {
  const { endsAt, acceptedUntil, onTimeUntil } = attemptClock(terms, attempt);
  if (acceptedUntil !== null && at > acceptedUntil) return { state: "too late", by: seconds(endsAt!, at) };
  const sent = new Date(at.getTime() - terms.grace * 1000);
  if (onTimeUntil === null || sent <= onTimeUntil) return { state: "on time" };
  const days = startedDays(onTimeUntil, sent, zone);
  return { state: "late", by: seconds(onTimeUntil, at), days, deduction: lateDeduction(terms.late, days) };
}

/**
 * The share that so many started days cost, in [0, 1]. Where late work is not accepted it costs nothing: what a teacher
 * let in all the same, by reopening, they did not mean to punish.
 */
export function lateDeduction(rule: LateRule, days: number): number {
  if (!rule.accept || days <= 0) return 0;
  const share = rule.per === "day" ? rule.deduction * days : rule.deduction;
  return withoutCrumbs(Math.min(1, Math.max(0, rule.atMost), Math.max(0, share)));
}

/**
 * Points less a deduction. It is a share of what was earned, not of what could be: an attempt that is half right and half
 * forfeited keeps a quarter of the points, so that handing in late is always worth more than not at all. What certainty
 * took below 0 stays as it is, as with every deduction.
 */
export function lessDeduction(points: number, deduction: number): number {
  return points > 0 ? withoutCrumbs(points * (1 - deduction)) : points;
}

function seconds(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / 1000;
}

/** Three days of a tenth are 0.3. */
function withoutCrumbs(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}
