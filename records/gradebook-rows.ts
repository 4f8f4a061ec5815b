import { Prisma } from "@/prisma/client/client";

import { database } from "./database";
import type { GradebookCategory, GradebookHead } from "./gradebook-types";
import { paperPoints, rulesColumns, type exceptionOf, type RulesRow } from "./terms";
import type { Viewer } from "./viewer";
import { assignmentsTaughtBy, classesTaughtBy, listedGroups, membersNow } from "./visibility";

/** What a gradebook is made of, as it comes from the database: few rows, and numbers in one text a learner. */

export type ClassRow = GradebookHead["class"] & { gradebook: unknown; now: Date };

export type CategoryRow = GradebookCategory & { categoryId: string };

export interface ColumnRow extends RulesRow {
  assignmentId: string;
  quizId: string;
  title: string;
  groupId: string | null;
  categoryId: string | null;
  weight: number | null;
  /** Of the quiz as it would be begun now. */
  maxPoints: number;
  exceptions: (Parameters<typeof exceptionOf>[0] & { personId: string | null; groupId: string | null })[];
}

export interface LearnerRow {
  personId: string;
  displayName: string;
  userName: string;
  timeFactor: number;
}

export interface GroupRow {
  id: string;
  name: string;
  /** It stands in lists: it was not made for a paper to practise with. */
  listed: boolean;
  /** Ids of those in it. */
  learners: string[];
}

export interface WorkRow {
  personId: string;
  /** What was handed in, six numbers an attempt, with commas; null: nothing. See `submittedFields`. */
  submitted: string | null;
  running: RunningRow[] | null;
}

/** The six numbers of an attempt that was handed in. */
export const submittedFields = 6;
export const flags = { voided: 1, late: 2 } as const;

export interface RunningRow {
  /** The place of its column. */
  column: number;
  id: string;
  startedAt: string;
  endsAt: string | null;
  answered: number;
  of: number;
}

export interface DecisionRow {
  /** The place of its column. */
  column: number;
  personId: string;
  what: "score" | "excuse";
  value: number | null;
}

export async function classRow(viewer: Viewer, classId: string): Promise<ClassRow | undefined> {
  const [row] = await database().$queryRaw<ClassRow[]>`
    SELECT c."id", c."name", c."courseId", c."joinCode", coalesce(c."timeZone", sc."timeZone") AS "timeZone",
           c."archivedAt" IS NOT NULL AS "archived", c."gradebook", now() AS "now"
    FROM "Class" c JOIN "School" sc ON sc."id" = c."schoolId"
    WHERE ${classesTaughtBy(viewer)} AND c."id" = ${classId}::uuid`;
  return row;
}

export function categoryRows(viewer: Viewer, classId: string): Promise<CategoryRow[]> {
  return database().$queryRaw<CategoryRow[]>`
    SELECT k."id" AS "categoryId", k."name", k."weight", k."dropLowest"
    FROM "Class" c JOIN "Category" k ON k."schoolId" = c."schoolId" AND k."classId" = c."id"
    WHERE ${classesTaughtBy(viewer)} AND c."id" = ${classId}::uuid
    ORDER BY k."position", k."id"`;
}

export function columnRows(viewer: Viewer, classId: string): Promise<ColumnRow[]> {
  return database().$queryRaw<ColumnRow[]>`
    SELECT s."id" AS "assignmentId", s."quizId", s."title", s."groupId", s."categoryId", s."weight", ${rulesColumns},
           coalesce(${paperPoints}, 0) AS "maxPoints",
           (SELECT coalesce(jsonb_agg(jsonb_build_object(
               'for', CASE WHEN x."personId" IS NULL THEN 'group' ELSE 'learner' END,
               'personId', x."personId", 'groupId', x."groupId", 'opensAt', x."opensAt", 'dueAt', x."dueAt",
               'closesAt', x."closesAt", 'timeLimit', x."timeLimit", 'attempts', x."attempts",
               'lifted', to_jsonb(x."lifted"))), '[]')
            FROM "AssignmentException" x
            WHERE x."schoolId" = s."schoolId" AND x."assignmentId" = s."id") AS "exceptions"
    FROM "Assignment" s
    JOIN "Class" c ON ${assignmentsTaughtBy(viewer)}
    JOIN "School" sc ON sc."id" = s."schoolId"
    WHERE s."classId" = ${classId}::uuid AND NOT s."practice"
    ORDER BY s."position", s."id"`;
}

export function learnerRows(viewer: Viewer, classId: string): Promise<LearnerRow[]> {
  return database().$queryRaw<LearnerRow[]>`
    SELECT p."id" AS "personId", p."displayName", p."userName", p."timeFactor"
    FROM "Class" c
    JOIN "Enrolment" e ON e."schoolId" = c."schoolId" AND e."classId" = c."id"
    JOIN "Person" p ON p."schoolId" = e."schoolId" AND p."id" = e."personId"
    WHERE ${classesTaughtBy(viewer)} AND c."id" = ${classId}::uuid AND ${membersNow}
    ORDER BY p."displayName" COLLATE "und-x-icu", p."id"`;
}

export function groupRows(viewer: Viewer, classId: string): Promise<GroupRow[]> {
  return database().$queryRaw<GroupRow[]>`
    SELECT g."id", g."name", ${listedGroups} AS "listed", (
      SELECT coalesce(jsonb_agg(m."personId"), '[]')
      FROM "ClassGroupMember" m
      JOIN "Enrolment" e ON e."schoolId" = m."schoolId" AND e."classId" = m."classId" AND e."personId" = m."personId"
      WHERE m."schoolId" = g."schoolId" AND m."groupId" = g."id" AND ${membersNow}
    ) AS "learners"
    FROM "Class" c JOIN "ClassGroup" g ON g."schoolId" = c."schoolId" AND g."classId" = c."id"
    WHERE ${classesTaughtBy(viewer)} AND c."id" = ${classId}::uuid
    ORDER BY g."name" COLLATE "und-x-icu", g."id"`;
}

/** The assignments `s` of `columns`, each with its place `col."n"`, from 0. */
function placed(viewer: Viewer, columns: readonly { assignmentId: string }[]): Prisma.Sql {
  const ids = columns.map(({ assignmentId }) => assignmentId);
  return Prisma.sql`
    (SELECT "id", "ordinality" - 1 AS "n" FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS u("id")) col
    JOIN "Assignment" s ON s."schoolId" = ${viewer.schoolId}::uuid AND s."id" = col."id"
    JOIN "Class" c ON ${assignmentsTaughtBy(viewer)}`;
}

/**
 * What everyone did, a row a learner. Of attempts handed in the column's place, the attempt's number, points, what they are
 * out of, the deduction and flags: as numbers in a text, for 400,000 of them are read at once.
 */
export async function workRows(viewer: Viewer, columns: readonly ColumnRow[]): Promise<WorkRow[]> {
  if (columns.length === 0) return [];
  return database().$queryRaw<WorkRow[]>`
    SELECT a."personId",
      string_agg(
        concat_ws(',', col."n", a."number", coalesce(a."points", 0), coalesce(a."maxPoints", 0), a."deduction",
          CASE WHEN gone."attemptId" IS NULL THEN 0 ELSE ${flags.voided}::int END
            + CASE WHEN a."lateBy" > 0 THEN ${flags.late}::int ELSE 0 END),
        ',') FILTER (WHERE a."submittedAt" IS NOT NULL) AS "submitted",
      jsonb_agg(jsonb_build_object(
        'column', col."n", 'id', a."id", 'startedAt', a."startedAt", 'endsAt', a."endsAt",
        'answered', (SELECT count(*) FROM "Response" r
                     WHERE r."schoolId" = a."schoolId" AND r."attemptId" = a."id" AND r."answered"),
        'of', (SELECT count(*) FROM "Response" r WHERE r."schoolId" = a."schoolId" AND r."attemptId" = a."id")
      )) FILTER (WHERE a."submittedAt" IS NULL AND gone."attemptId" IS NULL) AS "running"
    FROM ${placed(viewer, columns)}
    JOIN "Attempt" a ON a."schoolId" = s."schoolId" AND a."assignmentId" = s."id"
    LEFT JOIN (
      SELECT DISTINCT d."attemptId" FROM "Decision" d
      WHERE d."schoolId" = ${viewer.schoolId}::uuid AND d."what" = 'void' AND d."undoneAt" IS NULL
        AND d."assignmentId" = ANY(${columns.map(({ assignmentId }) => assignmentId)}::uuid[])
    ) gone ON gone."attemptId" = a."id"
    WHERE NOT a."practice"
    GROUP BY a."personId"`;
}

/** What holds of what was decided about whole cells; of several the last. */
export async function decisionRows(viewer: Viewer, columns: readonly ColumnRow[]): Promise<DecisionRow[]> {
  if (columns.length === 0) return [];
  return database().$queryRaw<DecisionRow[]>`
    SELECT col."n"::int AS "column", d."personId", d."what", d."value"
    FROM ${placed(viewer, columns)}
    JOIN "Decision" d ON d."schoolId" = s."schoolId" AND d."assignmentId" = s."id"
    WHERE d."what" IN ('score', 'excuse') AND d."undoneAt" IS NULL AND d."personId" IS NOT NULL
      AND d."attemptId" IS NULL
    ORDER BY d."decidedAt", d."id"`;
}
