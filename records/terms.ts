import type { CountingRule } from "@/assessment";
import type { ShowRule, Sitter } from "@/assessment/show-rules";
import {
  attemptClock,
  effectiveTerms,
  type Exception,
  type LateRule,
  type TermField,
  type Terms,
  type TimedAttempt,
  type TimeRules,
} from "@/assessment/time-rules";
import { Prisma } from "@/prisma/client/client";

/**
 * What the database knows about one learner at one assignment, and what follows from it: their terms, their attempts. The
 * one place where rows become the terms that everything asks.
 */

/** A learner at an assignment, as `sitterColumns` gives it. */
export interface SitterRow extends RulesRow {
  assignmentId: string;
  personId: string;
  timeFactor: number;
  exceptions: ExceptionRow[];
  /** What was begun, by number. */
  sat: SatRow[];
}

/** An assignment's own rules, as `rulesColumns` gives them. */
export interface RulesRow {
  opensAt: Date | null;
  dueAt: Date | null;
  closesAt: Date | null;
  timeLimit: number | null;
  grace: number;
  late: LateRule;
  attempts: number | null;
  counts: CountingRule;
  show: ShowRule;
  /** The class's, or its school's. */
  timeZone: string;
}

interface ExceptionRow {
  for: "learner" | "group";
  opensAt: string | null;
  dueAt: string | null;
  closesAt: string | null;
  timeLimit: number | null;
  attempts: number | null;
  lifted: string[];
}

export interface SatRow {
  id: string;
  startedAt: string;
  endsAt: string | null;
  submittedAt: string | null;
  points: number | null;
  maxPoints: number | null;
  lateBy: number;
  deduction: number;
}

/** Of an assignment `s` in a class `c` of a school `sc`. */
export const rulesColumns = Prisma.sql`
  s."opensAt", s."dueAt", s."closesAt", s."timeLimit", s."grace", s."late", s."attempts", s."counts", s."show",
  coalesce(c."timeZone", sc."timeZone") AS "timeZone"`;

/** Of a person `p` at an assignment `s` in a class `c` of a school `sc`. */
export const sitterColumns = Prisma.sql`
  s."id" AS "assignmentId", p."id" AS "personId", p."timeFactor", ${rulesColumns},
  (SELECT coalesce(jsonb_agg(jsonb_build_object(
      'for', CASE WHEN x."personId" IS NULL THEN 'group' ELSE 'learner' END, 'opensAt', x."opensAt", 'dueAt', x."dueAt",
      'closesAt', x."closesAt", 'timeLimit', x."timeLimit", 'attempts', x."attempts", 'lifted', to_jsonb(x."lifted"))), '[]')
   FROM "AssignmentException" x
   WHERE x."schoolId" = s."schoolId" AND x."assignmentId" = s."id" AND (
     x."personId" = p."id" OR EXISTS (
       SELECT 1 FROM "ClassGroupMember" m
       WHERE m."schoolId" = x."schoolId" AND m."groupId" = x."groupId" AND m."personId" = p."id"))) AS "exceptions",
  (SELECT coalesce(jsonb_agg(jsonb_build_object(
      'id', a."id", 'startedAt', a."startedAt", 'endsAt', a."endsAt", 'submittedAt', a."submittedAt",
      'points', a."points", 'maxPoints', a."maxPoints", 'lateBy', a."lateBy", 'deduction', a."deduction")
      ORDER BY a."number"), '[]')
   FROM "Attempt" a
   WHERE a."schoolId" = s."schoolId" AND a."assignmentId" = s."id" AND a."personId" = p."id") AS "sat"`;

/** Assignments `s` that an enrolment `e` in their class is meant by: the whole class's, and those of its groups. */
export const meantFor = Prisma.sql`(
  e."removedAt" IS NULL AND (
    s."groupId" IS NULL OR EXISTS (
      SELECT 1 FROM "ClassGroupMember" m
      WHERE m."schoolId" = s."schoolId" AND m."groupId" = s."groupId" AND m."personId" = e."personId")))`;

/** What an attempt `a` was begun for. */
export const assignmentOf = Prisma.sql`(
  SELECT jsonb_build_object('id', s."id", 'title', s."title") FROM "Assignment" s
  WHERE s."schoolId" = a."schoolId" AND s."id" = a."assignmentId")`;

export function timeRulesOf({ opensAt, dueAt, closesAt, timeLimit, grace, late, attempts }: RulesRow): TimeRules {
  return { opensAt, dueAt, closesAt, timeLimit, grace, late, attempts };
}

/** Fields in which an exception may say something. */
export const termFields: readonly TermField[] = ["opensAt", "dueAt", "closesAt", "timeLimit", "attempts"];

/** An exception as the rules take it: what is null is not said, unless it is lifted. */
export function exceptionOf(row: ExceptionRow): Exception {
  const exception: Exception = { for: row.for };
  for (const field of termFields) {
    if (row.lifted.includes(field)) exception[field] = null;
    else if (field === "timeLimit" || field === "attempts") exception[field] = row[field] ?? undefined;
    else exception[field] = row[field] === null ? undefined : new Date(row[field]);
  }
  return exception;
}

/** The terms of a learner at an assignment. */
export function termsOf(row: SitterRow): Terms {
  return effectiveTerms(timeRulesOf(row), row.exceptions.map(exceptionOf), { timeFactor: row.timeFactor });
}

/**
 * An attempt that was begun, as its clock sees it. What stands in its row counts when it is later than what the terms
 * make of it now: time that was granted is not taken back by a change of the rules.
 */
export function timed(terms: Terms, attempt: Pick<SatRow, "startedAt" | "endsAt">): TimedAttempt {
  const startedAt = new Date(attempt.startedAt);
  const endsAt = attempt.endsAt === null ? null : new Date(attempt.endsAt);
  const byTerms = attemptClock(terms, { startedAt }).endsAt;
  return { startedAt, extendedUntil: endsAt && byTerms && endsAt > byTerms ? endsAt : null };
}

/** A learner of an assignment as far as its closing is concerned. */
export function sitterOf(row: SitterRow): Sitter {
  const terms = termsOf(row);
  const running = row.sat.filter((each) => each.submittedAt === null);
  return { terms, attempts: row.sat.length, running: running.map((each) => timed(terms, each)) };
}
