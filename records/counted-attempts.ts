import { Prisma } from "@/prisma/client/client";

import { id } from "./ids";
import { meantFor, voided } from "./terms";
import type { Viewer } from "./viewer";
import { classesTaughtBy, membersNow } from "./visibility";

/** Whose attempts are looked at: an assignment's, the class's, or those of all the viewer's classes of the same course. */
export interface CountedWanted {
  classId: string;
  of?: "class" | "mine" | undefined;
  assignmentId?: string | undefined;
  /** A group of the class: only its learners. */
  groupId?: string | undefined;
}

/**
 * The attempts that count, one a learner and quiz, as tables of a WITH: "group" (the class, when the viewer teaches it),
 * classes, assigned (assignments `s` that are looked at), members, and counted ("earlier": it was for no assignment).
 *
 * Where a class was set a quiz, an attempt counts only through its assignment, by that assignment's rule (of 'mean', where
 * all count, the best), and of two assignments through the later. Where it was not, the best attempt stands for it.
 * What was voided and what was practice never counts. `quiz` is about the quiz ids of "Assignment" `s` and "Attempt" `a`.
 */
export function countedAttempts(
  viewer: Viewer,
  { classId, of = "class", assignmentId, groupId }: CountedWanted,
  quiz: (quizId: Prisma.Sql) => Prisma.Sql,
): Prisma.Sql {
  const group = groupId === undefined ? null : id(groupId);
  const member = group
    ? Prisma.sql`(e."removedAt" IS NULL AND EXISTS (
        SELECT 1 FROM "ClassGroupMember" m
        WHERE m."schoolId" = e."schoolId" AND m."groupId" = ${group}::uuid AND m."personId" = e."personId"))`
    : membersNow;
  const one = assignmentId === undefined ? null : id(assignmentId);
  const asked = one === null ? Prisma.sql`NOT s."practice"` : Prisma.sql`s."id" = ${one}::uuid`;
  const whole = Prisma.sql`FROM classes c
    JOIN "Enrolment" e ON e."schoolId" = c."schoolId" AND e."classId" = c."id" AND ${member}`;
  // Who has moved to another group keeps what they did for it.
  const sitters = Prisma.sql`FROM assigned s
    JOIN "Enrolment" e ON e."schoolId" = s."schoolId" AND e."classId" = s."classId" AND ${member}
      AND (${meantFor} OR EXISTS (
        SELECT 1 FROM "Attempt" a
        WHERE a."schoolId" = s."schoolId" AND a."assignmentId" = s."id" AND a."personId" = e."personId"))`;
  return Prisma.sql`
    "group" AS MATERIALIZED (
      SELECT c."schoolId", c."id", c."name", c."courseId" FROM "Class" c
      WHERE ${classesTaughtBy(viewer)} AND c."id" = ${id(classId)}::uuid
        AND (${group}::uuid IS NULL OR EXISTS (
          SELECT 1 FROM "ClassGroup" k
          WHERE k."schoolId" = c."schoolId" AND k."classId" = c."id" AND k."id" = ${group}::uuid))
    ), classes AS MATERIALIZED (
      SELECT c."schoolId", c."id", c."courseId" FROM "Class" c JOIN "group" g ON g."courseId" = c."courseId"
      WHERE ${classesTaughtBy(viewer)}
        AND ${one === null && group === null && of === "mine" ? Prisma.sql`TRUE` : Prisma.sql`c."id" = g."id"`}
    ), assigned AS MATERIALIZED (
      SELECT s."schoolId", s."id", s."classId", s."groupId", s."quizId", s."counts", s."position", s."createdAt"
      FROM classes c JOIN "Assignment" s ON s."schoolId" = c."schoolId" AND s."classId" = c."id"
      WHERE s."removedAt" IS NULL AND ${asked} AND ${quiz(Prisma.sql`s."quizId"`)}
    ), members AS MATERIALIZED (
      SELECT DISTINCT e."schoolId", e."personId" ${one === null ? whole : sitters}
    ), candidates AS (
      SELECT a."schoolId", a."id", a."personId", a."quizId", a."quizVersionId", a."number", a."points", a."maxPoints",
             a."deduction", s."counts", s."createdAt" AS "given", false AS "earlier"
      FROM assigned s
      JOIN "Enrolment" e ON e."schoolId" = s."schoolId" AND e."classId" = s."classId" AND ${member}
      JOIN "Attempt" a ON a."schoolId" = s."schoolId" AND a."assignmentId" = s."id" AND a."personId" = e."personId"
      WHERE a."submittedAt" IS NOT NULL AND NOT ${voided}
      UNION ALL
      SELECT a."schoolId", a."id", a."personId", a."quizId", a."quizVersionId", a."number", a."points", a."maxPoints",
             a."deduction", 'best', NULL, true
      ${whole}
      JOIN "Attempt" a ON a."schoolId" = e."schoolId" AND a."personId" = e."personId" AND ${quiz(Prisma.sql`a."quizId"`)}
      JOIN "QuizVersion" v ON v."id" = a."quizVersionId" AND v."courseId" = c."courseId"
      WHERE ${one === null} AND a."assignmentId" IS NULL AND a."submittedAt" IS NOT NULL AND NOT a."practice"
        AND NOT EXISTS (SELECT 1 FROM assigned s WHERE s."classId" = c."id" AND s."quizId" = a."quizId")
    ), counted AS MATERIALIZED (
      SELECT DISTINCT ON (a."quizId", a."personId")
             a."schoolId", a."id", a."personId", a."quizId", a."quizVersionId", a."points", a."maxPoints", a."earlier"
      FROM candidates a
      ORDER BY a."quizId", a."personId", a."earlier", a."given" DESC, ${byRule}, a."number", a."id"
    )`;
}

/** As assessment/counting has it: after lateness, by share; among equals the earliest. */
const byRule = Prisma.sql`
  CASE a."counts"
    WHEN 'first' THEN 0
    WHEN 'last' THEN a."number"
    ELSE round((CASE WHEN a."points" > 0 THEN a."points" * (1 - a."deduction") ELSE a."points" END
                / nullif(a."maxPoints", 0))::numeric, 9)
  END DESC NULLS LAST`;
