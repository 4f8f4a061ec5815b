/**
 * When an assignment may be done, and how long it may take: as it is given to a class, and as it is for one learner after
 * exceptions and a standing profile. Everything else about time is computed from a learner's terms. Instants are absolute;
 * lengths of time are seconds.
 */
export interface TimeRules {
  /** Attempts may be begun from this instant on; null: from the start. */
  opensAt: Date | null;
  /** What is handed in later is late; null: nothing ever is. */
  dueAt: Date | null;
  /** No attempt may be begun from this instant on, and those that run end; null: never. */
  closesAt: Date | null;
  /** Seconds that an attempt may take, at least 1; null: until the assignment closes. */
  timeLimit: number | null;
  /** Seconds in which what was sent before the end may still arrive. Never shown as time that is left. */
  grace: number;
  late: LateRule;
  /** How many attempts may be begun, at least 1; null: any number. */
  attempts: number | null;
}

/**
 * What becomes of work handed in after it was due. `deduction`: a share, in [0, 1], of the points that the attempt earned;
 * for each started day or once; together never more than `atMost`, in [0, 1].
 */
export type LateRule = { accept: false } | { accept: true; deduction: number; per: "day" | "once"; atMost: number };

/** Other terms for one learner or a group. Undefined: as for everybody. Null: no such date, no limit, any number. */
export interface Exception {
  for: "learner" | "group";
  opensAt?: Date | null;
  dueAt?: Date | null;
  closesAt?: Date | null;
  timeLimit?: number | null;
  attempts?: number | null;
}

/** What a learner is granted at everything, by the school. */
export interface StandingProfile {
  /** Time × this, at least 1: 1.5 makes 30 minutes of 20. */
  timeFactor: number;
}

/** Whose rule a term is: what the learner is told, and the teacher. */
export type Origin = "everyone" | "group" | "learner" | "profile";

export type TermField = "opensAt" | "dueAt" | "closesAt" | "timeLimit" | "attempts";

/**
 * What holds for one learner. `dueAt` never lies after `closesAt`; where late work is not accepted, they are the same
 * moment. `timeLimit` holds the factor already.
 */
export interface Terms extends TimeRules {
  /** At least 1; above 1, the close does not cut time that was granted (see attempt-clock.ts). */
  timeFactor: number;
  origin: Record<TermField, Origin>;
}

/**
 * The terms of a learner, from the exceptions that concern them: their own and those of their groups.
 *
 * Field by field, the learner's own exception beats those of groups, and theirs beat what holds for everybody. Among the
 * exceptions of several groups the most generous value of each field holds: the earliest opening, the latest due and
 * close, the longest limit, the most attempts. It may be stricter than what holds for everybody (a group that sits the
 * quiz on another day), so everybody's value is not among those compared.
 *
 * Dates that then contradict each other: whichever was said for fewer people holds, and the other follows it. Said for the
 * same people, the due date holds: a learner who was given until Friday can hand in until Friday.
 *
 * A profile multiplies the limit that a group or everybody has. A limit of the learner's own holds as it was said, but is
 * never shorter than what the profile makes of the others' limit: an exception cannot cut what the school has granted.
 */
export function effectiveTerms(
  rules: TimeRules,
  exceptions: readonly Exception[] = [],
  profile: StandingProfile | null = null,
): Terms {
  const timeFactor = Math.max(1, profile?.timeFactor ?? 1);
  const opensAt = said(rules.opensAt, exceptions, "opensAt", earlier);
  const dates = agreed(
    said(rules.dueAt, exceptions, "dueAt", later),
    said(rules.closesAt, exceptions, "closesAt", later),
    rules.late.accept,
  );
  const limit = grantedLimit(rules, exceptions, timeFactor);
  const attempts = said(rules.attempts, exceptions, "attempts", more);
  return {
    opensAt: opensAt.value,
    dueAt: dates.due.value,
    closesAt: dates.closes.value,
    timeLimit: limit.value,
    grace: rules.grace,
    late: rules.late,
    attempts: attempts.value,
    timeFactor,
    origin: {
      opensAt: opensAt.origin,
      dueAt: dates.due.origin,
      closesAt: dates.closes.origin,
      timeLimit: limit.origin,
      attempts: attempts.origin,
    },
  };
}

interface Said<T> {
  value: T | null;
  origin: Origin;
}

type Generous<T> = (a: T | null, b: T | null) => T | null;

// No opening is the earliest, no deadline the latest, no limit the longest.
const earlier: Generous<Date> = (a, b) => (a === null || b === null ? null : a < b ? a : b);
const later: Generous<Date> = (a, b) => (a === null || b === null ? null : a > b ? a : b);
const more: Generous<number> = (a, b) => (a === null || b === null ? null : Math.max(a, b));

function said<F extends TermField, T = NonNullable<Exception[F]>>(
  everybody: T | null,
  exceptions: readonly Exception[],
  field: F,
  generous: Generous<T>,
): Said<T> {
  for (const origin of ["learner", "group"] as const) {
    const values = exceptions.flatMap((each) =>
      each.for === origin && each[field] !== undefined ? [each[field] as T | null] : [],
    );
    if (values.length > 0) return { value: values.reduce(generous), origin };
  }
  return { value: everybody, origin: "everyone" };
}

const reach: Record<Origin, number> = { everyone: 0, group: 1, learner: 2, profile: 2 };

function agreed(due: Said<Date>, closes: Said<Date>, acceptsLate: boolean): { due: Said<Date>; closes: Said<Date> } {
  if (due.value === null) return { due, closes };
  if (acceptsLate && (closes.value === null || due.value <= closes.value)) return { due, closes };
  const closesHolds = closes.value !== null && reach[closes.origin] > reach[due.origin];
  return closesHolds ? { due: closes, closes } : { due, closes: due };
}

function grantedLimit(rules: TimeRules, exceptions: readonly Exception[], factor: number): Said<number> {
  const groups = exceptions.filter((each) => each.for === "group");
  const others = said(rules.timeLimit, groups, "timeLimit", more);
  const stretched: Said<number> =
    factor > 1 && others.value !== null ? { value: Math.ceil(others.value * factor), origin: "profile" } : others;
  const own = said(rules.timeLimit, exceptions, "timeLimit", more);
  if (own.origin !== "learner") return stretched;
  if (factor === 1 || own.value === null) return own;
  return stretched.value !== null && own.value >= stretched.value ? own : stretched;
}
