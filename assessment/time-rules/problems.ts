import { effectiveTerms, type Exception, type StandingProfile, type TimeRules } from "./terms";

/** What is wrong with an entry: a code, for whoever shows it to put into words. */
export interface TimeProblem {
  field: TimeField;
  code: TimeProblemCode;
  /** An error cannot be saved; a warning is said, and can. */
  severity: "error" | "warning";
}

export type TimeField =
  | "opensAt"
  | "dueAt"
  | "closesAt"
  | "timeLimit"
  | "grace"
  | "attempts"
  | "late.deduction"
  | "late.atMost"
  | "timeFactor";

export type TimeProblemCode = keyof typeof severities;

const severities = {
  "not-a-date": "error",
  "not-a-number": "error",
  /** More than ten years away: a slip of the keyboard. */
  "far-away": "error",
  "due-before-open": "error",
  "close-before-open": "error",
  "close-before-due": "error",
  /** Nobody could begin: it lies in the past. */
  "already-closed": "warning",
  "already-due": "warning",
  /** Late work is not accepted, so it closes when it is due. */
  "close-without-effect": "warning",
  /** Late work is accepted, but it closes when it is due. */
  "no-time-for-late": "warning",
  /** Late work costs something, but nothing is ever due. */
  "late-without-due": "warning",
  "below-one": "error",
  "not-whole": "error",
  "limit-under-a-minute": "warning",
  /** Nobody can use the whole limit. */
  "limit-longer-than-window": "warning",
  "limit-over-a-day": "warning",
  "below-zero": "error",
  "grace-over-ten-minutes": "warning",
  "not-a-share": "error",
  /** A single deduction is more than all together may be. */
  "at-most-below-deduction": "warning",
  "deducts-nothing": "warning",
  "above-ten": "error",
  "changes-nothing": "warning",
} as const satisfies Record<string, TimeProblem["severity"]>;

/** What is wrong with the time rules of an assignment, all of it, field by field. Empty when nothing is. */
export function timeProblems(rules: TimeRules, now: Date): TimeProblem[] {
  const dates = dateProblems(rules, now);
  const lengths = [
    ...limitProblems(rules.timeLimit),
    ...attemptProblems(rules.attempts),
    ...graceProblems(rules.grace),
  ];
  const sound = ![...dates, ...lengths].some((each) => each.severity === "error");
  return [...dates, ...lengths, ...lateProblems(rules), ...(sound ? togetherProblems(rules) : [])];
}

/**
 * What is wrong with one exception, with the terms that it makes together with what holds for everybody. Problems that
 * everybody's rules have without it are not said again.
 */
export function exceptionProblems(rules: TimeRules, exception: Exception, now: Date): TimeProblem[] {
  const terms = effectiveTerms(rules, [exception]);
  const fields = ["opensAt", "dueAt", "closesAt", "timeLimit", "attempts"] as const;
  // An error of its own must be seen as it was entered, not as the terms have mended it.
  const invalid = fields.some((field) => exception[field] !== undefined && !valid(exception[field]!));
  const known = new Set(timeProblems(rules, now).map(({ field, code }) => `${field} ${code}`));
  // What closes when it is due does so by the rules: an exception need not be told.
  known.add("closesAt close-without-effect").add("closesAt no-time-for-late");
  const contradicts = exception.dueAt != null && exception.closesAt != null && exception.closesAt < exception.dueAt;
  const merged = { ...rules, ...(invalid || contradicts ? defined(exception) : pick(terms, fields)) };
  const found = timeProblems(merged, now).filter(({ field, code }) => !known.has(`${field} ${code}`));
  const everybody = effectiveTerms(rules);
  if (!found.length && fields.every((field) => same(terms[field], everybody[field])))
    return [problem("dueAt", "changes-nothing")];
  return found;
}

export function profileProblems({ timeFactor }: StandingProfile): TimeProblem[] {
  if (!Number.isFinite(timeFactor)) return [problem("timeFactor", "not-a-number")];
  if (timeFactor < 1) return [problem("timeFactor", "below-one")];
  return timeFactor > 10 ? [problem("timeFactor", "above-ten")] : [];
}

function problem(field: TimeField, code: TimeProblemCode): TimeProblem {
  return { field, code, severity: severities[code] };
}

const TEN_YEARS = 3653 * 86_400_000;

function dateProblems({ opensAt, dueAt, closesAt, late }: TimeRules, now: Date): TimeProblem[] {
  const found: TimeProblem[] = [];
  const read = { opensAt, dueAt, closesAt };
  for (const [field, date] of Object.entries(read) as [keyof typeof read, Date | null][]) {
    if (date === null) continue;
    if (!valid(date)) found.push(problem(field, "not-a-date"));
    else if (Math.abs(date.getTime() - now.getTime()) > TEN_YEARS) found.push(problem(field, "far-away"));
  }
  if (found.length > 0) return found;
  if (opensAt && dueAt && dueAt <= opensAt) found.push(problem("dueAt", "due-before-open"));
  if (opensAt && closesAt && closesAt <= opensAt) found.push(problem("closesAt", "close-before-open"));
  if (dueAt && closesAt && closesAt < dueAt) found.push(problem("closesAt", "close-before-due"));
  if (found.length > 0) return found;
  const closing = late.accept ? closesAt : (dueAt ?? closesAt);
  if (closing && closing <= now) found.push(problem(closing === dueAt ? "dueAt" : "closesAt", "already-closed"));
  else if (dueAt && dueAt <= now) found.push(problem("dueAt", "already-due"));
  return found;
}

function limitProblems(timeLimit: number | null): TimeProblem[] {
  if (timeLimit === null) return [];
  const wrong = count("timeLimit", timeLimit);
  if (wrong.length > 0) return wrong;
  if (timeLimit < 60) return [problem("timeLimit", "limit-under-a-minute")];
  return timeLimit > 86_400 ? [problem("timeLimit", "limit-over-a-day")] : [];
}

function attemptProblems(attempts: number | null): TimeProblem[] {
  return attempts === null ? [] : count("attempts", attempts);
}

function count(field: TimeField, value: number): TimeProblem[] {
  if (!Number.isFinite(value)) return [problem(field, "not-a-number")];
  if (value < 1) return [problem(field, "below-one")];
  return Number.isInteger(value) ? [] : [problem(field, "not-whole")];
}

function graceProblems(grace: number): TimeProblem[] {
  if (!Number.isFinite(grace)) return [problem("grace", "not-a-number")];
  if (grace < 0) return [problem("grace", "below-zero")];
  return grace > 600 ? [problem("grace", "grace-over-ten-minutes")] : [];
}

function lateProblems({ late, dueAt }: TimeRules): TimeProblem[] {
  if (!late.accept) return [];
  const found: TimeProblem[] = [];
  if (!isShare(late.deduction)) found.push(problem("late.deduction", "not-a-share"));
  if (!isShare(late.atMost)) found.push(problem("late.atMost", "not-a-share"));
  if (found.length > 0) return found;
  if (late.deduction > 0 && late.atMost === 0) found.push(problem("late.atMost", "deducts-nothing"));
  else if (late.atMost < late.deduction) found.push(problem("late.atMost", "at-most-below-deduction"));
  if (late.deduction > 0 && dueAt === null) found.push(problem("dueAt", "late-without-due"));
  return found;
}

/** What only shows in dates and limits that are sound each for itself. */
function togetherProblems({ opensAt, dueAt, closesAt, timeLimit, late }: TimeRules): TimeProblem[] {
  const found: TimeProblem[] = [];
  if (!late.accept && dueAt && closesAt && dueAt < closesAt) found.push(problem("closesAt", "close-without-effect"));
  if (late.accept && dueAt && closesAt && dueAt.getTime() === closesAt.getTime())
    found.push(problem("closesAt", "no-time-for-late"));
  const closing = late.accept ? closesAt : (dueAt ?? closesAt);
  if (timeLimit !== null && opensAt && closing && timeLimit * 1000 > closing.getTime() - opensAt.getTime())
    found.push(problem("timeLimit", "limit-longer-than-window"));
  return found;
}

function isShare(value: number): boolean {
  return value >= 0 && value <= 1;
}

function valid(value: Date | number | null): boolean {
  return value === null || Number.isFinite(Number(value));
}

function same(a: Date | number | null, b: Date | number | null): boolean {
  return a === null || b === null ? a === b : Number(a) === Number(b);
}

function defined(exception: Exception): Partial<TimeRules> {
  const { for: _, ...fields } = exception;
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function pick<T, K extends keyof T>(from: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<T, K>;
}
