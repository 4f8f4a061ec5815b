import { Prisma } from "@/prisma/client/client";

import type { Viewer } from "./viewer";

/**
 * What a viewer may see, as conditions for a `where`. Each is whole in itself and begins with the school; join them
 * to others with AND. A row that a viewer may not see is never loaded, so there is no check to forget.
 */

/** Attempts `a` that are the viewer's own. */
export function ownAttempts(viewer: Viewer): Prisma.Sql {
  return Prisma.sql`(a."schoolId" = ${viewer.schoolId}::uuid AND a."personId" = ${viewer.personId}::uuid)`;
}

/**
 * Attempts `a` that are the viewer's own; or by a learner of a class that the viewer teaches, in that class's course; or
 * at an assignment of such a class. Of who was taken out of a class stays what was begun before.
 */
export function attemptsVisibleTo(viewer: Viewer): Prisma.Sql {
  return Prisma.sql`(
    a."schoolId" = ${viewer.schoolId}::uuid AND (
      a."personId" = ${viewer.personId}::uuid
      OR EXISTS (
        SELECT 1
        FROM "Enrolment" e
        JOIN "Class" c ON c."schoolId" = e."schoolId" AND c."id" = e."classId"
        JOIN "QuizVersion" v ON v."id" = a."quizVersionId" AND v."courseId" = c."courseId"
        WHERE e."schoolId" = a."schoolId" AND e."personId" = a."personId" AND ${classesTaughtBy(viewer)}
          AND ${seenInClass}
      )
      OR EXISTS (
        SELECT 1
        FROM "Assignment" w
        JOIN "Class" c ON c."schoolId" = w."schoolId" AND c."id" = w."classId"
        WHERE w."schoolId" = a."schoolId" AND w."id" = a."assignmentId" AND ${classesTaughtBy(viewer)}
      )
    )
  )`;
}

/** Of an attempt `a` by whom an enrolment `e` is for: it was begun before they were taken out, if ever they were. */
export const seenInClass = Prisma.sql`(e."removedAt" IS NULL OR a."startedAt" < e."removedAt")`;

/** Enrolments `e` that hold: of learners who are in the class now. */
export const membersNow = Prisma.sql`(e."removedAt" IS NULL)`;

/** Groups `g` that stand in lists: all but those that were made with a paper to practise with, for who needs it. */
export const listedGroups = Prisma.sql`NOT EXISTS (
  SELECT 1 FROM "Assignment" w
  WHERE w."schoolId" = g."schoolId" AND w."groupId" = g."id" AND w."quizVersionId" IS NOT NULL)`;

/** Classes `c` that the viewer teaches. The role counts as well as the row: who is a teacher no more teaches nothing. */
export function classesTaughtBy(viewer: Viewer): Prisma.Sql {
  return Prisma.sql`(
    c."schoolId" = ${viewer.schoolId}::uuid
    AND ${mayTeach(viewer)}
    AND EXISTS (
      SELECT 1 FROM "ClassTeacher" t
      WHERE t."schoolId" = c."schoolId" AND t."classId" = c."id" AND t."personId" = ${viewer.personId}::uuid
    )
  )`;
}

/** Assignments `s` of classes `c` that the viewer teaches, but for those that were taken back. */
export function assignmentsTaughtBy(viewer: Viewer): Prisma.Sql {
  return Prisma.sql`(
    c."schoolId" = s."schoolId" AND c."id" = s."classId" AND s."removedAt" IS NULL AND ${classesTaughtBy(viewer)})`;
}

/** Of a class `c` and a session `w`: whose it is teaches it now, whatever was so when they came. */
export const teachStill = Prisma.sql`EXISTS (
  SELECT 1 FROM "ClassTeacher" t
  JOIN "Person" p ON p."schoolId" = t."schoolId" AND p."id" = t."personId" AND p."role" IN ('teacher', 'administrator')
  WHERE t."schoolId" = c."schoolId" AND t."classId" = c."id" AND w."schoolId" = c."schoolId" AND t."personId" = w."personId")`;

/**
 * People `p` whose password this viewer may set and whose sessions they may end: a teacher, the learners of their own
 * classes; an administrator, everyone of the school but the other administrators (a command helps those).
 */
export function peopleHelpedBy(viewer: Viewer): Prisma.Sql {
  return Prisma.sql`(
    p."schoolId" = ${viewer.schoolId}::uuid
    AND p."id" <> ${viewer.personId}::uuid
    AND (
      (${viewer.role === "administrator"} AND p."role" <> 'administrator')
      OR (
        p."role" = 'learner'
        AND EXISTS (
          SELECT 1
          FROM "Enrolment" e
          JOIN "Class" c ON c."schoolId" = e."schoolId" AND c."id" = e."classId"
          WHERE e."schoolId" = p."schoolId" AND e."personId" = p."id" AND ${membersNow} AND ${classesTaughtBy(viewer)}
        )
      )
    )
  )`;
}

/** Everyone of the school, to its administrators; to others no one. */
export function peopleListedFor(viewer: Viewer): Prisma.Sql {
  return Prisma.sql`(p."schoolId" = ${viewer.schoolId}::uuid AND ${viewer.role === "administrator"})`;
}

/** True of those who may make classes and be their teachers. */
export function mayTeach(viewer: Viewer): boolean {
  return viewer.role === "teacher" || viewer.role === "administrator";
}
