import { showProblems, showables, type Showable, type ShowFrom, type ShowRule } from "@/assessment/show-rules";
import {
  instantOf,
  localTimeOf,
  timeProblems,
  type LateRule,
  type LocalTime,
  type TimeField,
  type TimeProblem,
  type TimeRules,
} from "@/assessment/time-rules";
import type { CountingRule } from "@/assessment";

import { showWords, timeWords } from "./assignment-words";
import type { Slip } from "./slip";

/** What a teacher enters about an assignment. Dates are as the class's clock shows them; empty: none. */
export interface AssignmentWanted {
  title: string;
  quizId: string;
  /** Null: the whole class. */
  groupId: string | null;
  /** Of the gradebook; null: none. Undefined: as it was. */
  categoryId?: string | null | undefined;
  withLesson: boolean;
  opensAt: LocalTime;
  dueAt: LocalTime;
  closesAt: LocalTime;
  /** Minutes; null: none; NaN of what is no number, here and below. */
  timeLimit: number | null;
  /** Seconds. */
  grace: number;
  late: LateRule;
  attempts: number | null;
  counts: CountingRule;
  show: ShowRule;
  certainty: boolean | null;
  /** Each attempt has the questions in an order of its own. */
  shuffle: boolean;
  /** All questions on one page; else one at a time. */
  onePage: boolean;
  /** Null: none is asked. Undefined: as it was. */
  password?: string | null | undefined;
}

export type AssignmentField =
  "title" | "quizId" | "groupId" | "categoryId" | "counts" | "password" | `show.${Showable}` | AssignmentTimeField;

/** The standing profile is the learner's, not an assignment's. */
type AssignmentTimeField = Exclude<TimeField, "timeFactor">;

export type AssignmentSlip = Slip<AssignmentField>;

/** From when on each thing can be shown: a key during the attempt would be no quiz. */
export const showChoices: Record<Showable, readonly ShowFrom[]> = {
  score: ["after", "closed", "never"],
  correctness: ["during", "after", "closed", "never"],
  key: ["after", "closed", "never"],
  feedback: ["during", "after", "closed", "never"],
};

const dates = ["opensAt", "dueAt", "closesAt"] as const;

/** A time of which the clocks of the zone made something else than was written. */
export interface Moved {
  field: (typeof dates)[number];
  /** 'gap': it did not exist, and was put forward; 'fold': it exists twice, and the first was taken. */
  shift: "gap" | "fold";
}

/**
 * A local time in a zone as an instant; null where it is empty, an invalid date where it is none. One whose text is not
 * changed stays the instant that it was: of a time that exists twice, the second.
 */
export function placed(
  local: LocalTime,
  zone: string,
  before: Date | null,
): { at: Date | null; shift: "gap" | "fold" | null } {
  if (local.trim() === "") return { at: null, shift: null };
  if (before && localTimeOf(before, zone) === local.trim().slice(0, 16)) return { at: before, shift: null };
  const found = instantOf(local, zone);
  return "problem" in found ? { at: new Date(Number.NaN), shift: null } : { at: found.instant, shift: found.shift };
}

/** The time rules that were entered, and where the clocks had another say. */
export function timeRulesFrom(
  wanted: AssignmentWanted,
  zone: string,
  before: Pick<TimeRules, "opensAt" | "dueAt" | "closesAt"> | null,
): { rules: TimeRules; moved: Moved[] } {
  const moved: Moved[] = [];
  const [opensAt, dueAt, closesAt] = dates.map((field) => {
    const { at, shift } = placed(wanted[field], zone, before?.[field] ?? null);
    if (shift) moved.push({ field, shift });
    return at;
  });
  const { late, grace, attempts } = wanted;
  const timeLimit = wanted.timeLimit === null ? null : seconds(wanted.timeLimit);
  return {
    rules: { opensAt: opensAt!, dueAt: dueAt!, closesAt: closesAt!, timeLimit, grace, late, attempts },
    moved,
  };
}

/** Minutes as seconds: a minute and a half is 90. */
export function seconds(minutes: number): number {
  return Math.round(minutes * 60);
}

/** The most that fits the columns, and more than anybody means. */
const most = { timeLimit: 366 * 86_400, attempts: 1000, grace: 86_400 };

/** The fields in which there is more than can be kept. */
export function tooLarge<Field extends keyof typeof most>(
  rules: Readonly<Record<Field, number | null>>,
): Slip<Field>[] {
  return (Object.keys(most) as Field[])
    .filter((field) => (rules[field] ?? 0) > most[field])
    .map((field) => ({ field, message: "This is more than can be meant." }));
}

/** What keeps the rules from being saved, by field. */
export function timeSlips(rules: TimeRules, now: Date): AssignmentSlip[] {
  const whole = Number.isInteger(rules.grace) || !Number.isFinite(rules.grace);
  return [
    ...slipsOf(timeProblems(rules, now), "error"),
    ...tooLarge(rules),
    ...(whole ? [] : [{ field: "grace" as const, message: timeWords["not-whole"] }]),
  ];
}

/** What a teacher should know of rules that can be used all the same. */
export function warningsOf(rules: TimeRules, show: ShowRule, now: Date): AssignmentSlip[] {
  const shows = showProblems(show, { closesAt: closeOf(rules), attempts: rules.attempts }).map(
    ({ field, code }): AssignmentSlip => ({ field: `show.${field}`, message: showWords[code] }),
  );
  return [...slipsOf(timeProblems(rules, now), "warning"), ...shows];
}

function closeOf({ late, dueAt, closesAt }: TimeRules): Date | null {
  return late.accept ? closesAt : (dueAt ?? closesAt);
}

export function slipsOf(problems: readonly TimeProblem[], severity: TimeProblem["severity"]): AssignmentSlip[] {
  return problems.flatMap((each) =>
    each.severity === severity && each.field !== "timeFactor"
      ? [{ field: each.field, message: timeWords[each.code] }]
      : [],
  );
}

/** A rule of what is shown that only holds what can be chosen; null of any other. */
export function showRuleFrom(sent: ShowRule): ShowRule | null {
  const known =
    showables.every((what) => showChoices[what].includes(sent[what])) &&
    (sent.closedMeans === "everyone" || sent.closedMeans === "learner");
  if (!known) return null;
  const { score, correctness, key, feedback, closedMeans } = sent;
  return { score, correctness, key, feedback, closedMeans };
}

export const countingRules: readonly CountingRule[] = ["best", "last", "first", "mean"];
