import { countedScore, outOfByHand, type CountableAttempt, type CountedScore, type CountingRule } from "@/assessment";
import type { ShowRule, Sitter } from "@/assessment/show-rules";
import {
  attemptClock,
  effectiveTerms,
  type Exception,
  type TermField,
  type Terms,
  type TimedAttempt,
  type TimeRules,
} from "@/assessment/time-rules";
import { Prisma } from "@/prisma/client/client";

import { currentQuizzes } from "./current-quizzes";

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
  /** What teachers have decided by hand, as far as it holds. */
  decided: DecidedRow;
  /** What was begun, by number. */
  sat: SatRow[];
}

export interface DecidedRow {
  /** Points given for the whole assignment; null: none. */
  score: number | null;
  excused: boolean;
  /** Attempts more than the terms allow. */
  added: number;
  /** What the paper is worth; null where no points are given by hand. */
  outOf: number | null;
}

/** An assignment's own rules, as `rulesColumns` gives them. */
export interface RulesRow extends TimeRules {
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
  /** A teacher has taken it out: it counts nowhere. */
  voided: boolean;
  /** Until when a teacher has opened it again; null: not, or by the terms. */
  reopenedUntil: string | null;
  /** Seconds that teachers have given it while it ran, on top of the terms. */
  extendedBy: number;
}

/** Of an assignment `s` in a class `c` of a school `sc`. */
export const rulesColumns = Prisma.sql`
  s."opensAt", s."dueAt", s."closesAt", s."timeLimit", s."grace", s."late", s."attempts", s."counts", s."show",
  coalesce(c."timeZone", sc."timeZone") AS "timeZone"`;

/** What the paper of an assignment `s` is worth as it is set now. */
export const paperPoints = Prisma.sql`(
  SELECT sum(qi."points")::float8 FROM "QuizVersionItem" qi
  WHERE qi."variant" = 1 AND qi."quizVersionId" = coalesce(
    s."quizVersionId",
    (SELECT q."quizVersionId" FROM ${currentQuizzes} q WHERE q."courseId" = s."courseId" AND q."quizId" = s."quizId" LIMIT 1),
    (SELECT v."id" FROM "QuizVersion" v WHERE v."quizId" = s."quizId" ORDER BY v."createdAt" DESC, v."id" DESC LIMIT 1)))`;

/** Whether a teacher has taken an attempt `a` out, so that it counts nowhere. */
export const voided = Prisma.sql`EXISTS (
  SELECT 1 FROM "Decision" d
  WHERE d."schoolId" = a."schoolId" AND d."attemptId" = a."id" AND d."what" = 'void' AND d."undoneAt" IS NULL)`;

/** Exceptions `x`, those that concern one learner. */
export const exceptionsFor = Prisma.sql`
  json_agg(json_build_object(
    'for', CASE WHEN x."personId" IS NULL THEN 'group' ELSE 'learner' END, 'opensAt', x."opensAt", 'dueAt', x."dueAt",
    'closesAt', x."closesAt", 'timeLimit', x."timeLimit", 'attempts', x."attempts", 'lifted', to_json(x."lifted")))`;

/** Decisions `d` that hold, those about one learner at an assignment `s`. */
export const decidedOf = Prisma.sql`
  json_build_object(
    'score', (array_agg(d."value" ORDER BY d."decidedAt" DESC) FILTER (WHERE d."what" = 'score'))[1],
    'excused', coalesce(bool_or(d."what" = 'excuse'), false),
    'added', coalesce(sum(d."value") FILTER (WHERE d."what" = 'add'), 0),
    'outOf', CASE WHEN bool_or(d."what" = 'score') THEN ${paperPoints} END)`;

/** Decisions `d` that hold, those about one attempt. Each time that was given adds to those before. */
export const decidedOfAttempt = Prisma.sql`
  bool_or(d."what" = 'void') AS "voided",
  max(d."decidedAt" + d."value" * interval '1 second') FILTER (WHERE d."what" = 'reopen') AS "reopenedUntil",
  sum(d."value") FILTER (WHERE d."what" = 'extend') AS "extendedBy"`;

/** Attempts `a` of one learner at one assignment, each with what was decided about it, `o`. */
export const satOf = Prisma.sql`
  json_agg(json_build_object(
    'id', a."id", 'startedAt', a."startedAt", 'endsAt', a."endsAt", 'submittedAt', a."submittedAt",
    'points', a."points", 'maxPoints', a."maxPoints", 'lateBy', a."lateBy", 'deduction', a."deduction",
    'voided', coalesce(o."voided", false), 'reopenedUntil', o."reopenedUntil",
    'extendedBy', coalesce(o."extendedBy", 0)) ORDER BY a."number")`;

/** Of a person `p` at an assignment `s` in a class `c` of a school `sc`. Of a whole class `everySitter` costs less. */
export const sitterColumns = Prisma.sql`
  s."id" AS "assignmentId", p."id" AS "personId", p."timeFactor", ${rulesColumns},
  (SELECT coalesce(${exceptionsFor}, '[]')
   FROM "AssignmentException" x
   WHERE x."schoolId" = s."schoolId" AND x."assignmentId" = s."id" AND (
     x."personId" = p."id" OR EXISTS (
       SELECT 1 FROM "ClassGroupMember" m
       WHERE m."schoolId" = x."schoolId" AND m."groupId" = x."groupId" AND m."personId" = p."id"))) AS "exceptions",
  (SELECT ${decidedOf}
   FROM "Decision" d
   WHERE d."schoolId" = s."schoolId" AND d."assignmentId" = s."id" AND d."personId" = p."id"
     AND d."undoneAt" IS NULL) AS "decided",
  (SELECT coalesce(${satOf}, '[]')
   FROM "Attempt" a
   CROSS JOIN LATERAL (
     SELECT ${decidedOfAttempt} FROM "Decision" d
     WHERE d."schoolId" = a."schoolId" AND d."attemptId" = a."id" AND d."undoneAt" IS NULL) o
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

/** The terms of a learner at an assignment, with the attempts that a teacher has added. */
export function termsOf(row: SitterRow): Terms {
  const terms = effectiveTerms(timeRulesOf(row), row.exceptions.map(exceptionOf), { timeFactor: row.timeFactor });
  const { added } = row.decided;
  if (terms.attempts === null || added === 0) return terms;
  return { ...terms, attempts: terms.attempts + added, origin: { ...terms.origin, attempts: "learner" } };
}

/** How many attempts were begun that use up one of those allowed: what was voided is as though it had not been. */
export function attemptsUsed({ sat }: Pick<SitterRow, "sat">): number {
  return sat.filter((each) => !each.voided).length;
}

/** What counts for a learner: points that a teacher has given by hand are final, and need no attempt. */
export function scoreOf(row: SitterRow): CountedScore | null {
  const counted = countedScore(countable(row.sat), row.counts);
  const { score, outOf } = row.decided;
  if (score === null) return counted;
  const maxPoints = outOfByHand(score, counted, outOf ?? score);
  return {
    points: score,
    maxPoints,
    attemptIds: counted?.attemptIds ?? [],
    deduction: 0,
    late: false,
    overridden: true,
  };
}

/** What was begun, for counting. */
export function countable(sat: readonly SatRow[]): CountableAttempt[] {
  return sat.map(({ id, submittedAt, voided, points, maxPoints, lateBy, deduction }, index) => ({
    attemptId: id,
    number: index + 1,
    submitted: submittedAt !== null,
    voided,
    points: points ?? 0,
    maxPoints: maxPoints ?? 0,
    late: lateBy > 0,
    deduction,
    override: null,
  }));
}

/**
 * An attempt that was begun, as its clock sees it. What stands in its row counts when it is later than what the terms
 * make of it now: time that was granted is not taken back by a change of the rules.
 */
export function timed(terms: Terms, attempt: Pick<SatRow, "startedAt" | "endsAt">): TimedAttempt {
  const startedAt = new Date(attempt.startedAt);
  const endsAt = attempt.endsAt === null ? null : new Date(attempt.endsAt);
  const byTerms = attemptClock(terms, { startedAt }).endsAt;
  // Where nothing ends it by the terms, an end is that of a reopening.
  return { startedAt, extendedUntil: endsAt && (byTerms === null || endsAt > byTerms) ? endsAt : null };
}

/** A learner of an assignment as far as its closing is concerned. */
export function sitterOf(row: SitterRow): Sitter {
  const terms = termsOf(row);
  const running = row.sat.filter((each) => each.submittedAt === null);
  return { terms, attempts: attemptsUsed(row), running: running.map((each) => timed(terms, each)) };
}
