import { Prisma } from "@/prisma/client/client";

import type { Viewer } from "./viewer";
import { classesTaughtBy, mayTeach } from "./visibility";

/**
 * Changes `m` that a viewer may look at: those that hold in a class that they teach (its assignment's, a colleague's who
 * teaches it too, the school's), their own, and of an administrator the school's all.
 */
export function changesSeenBy(viewer: Viewer): Prisma.Sql {
  return Prisma.sql`(
    m."schoolId" = ${viewer.schoolId}::uuid AND ${mayTeach(viewer)} AND (
      ${viewer.role === "administrator"}
      OR m."ownerId" = ${viewer.personId}::uuid
      OR (m."ownerId" IS NULL AND m."assignmentId" IS NULL)
      OR EXISTS (SELECT 1 FROM "Class" c WHERE ${classesTaughtBy(viewer)} AND ${holdsInClass})))`;
}

/** Whether a change `m` holds in a class `c`: one for many classes in those whose course asks its question. */
export const holdsInClass = Prisma.sql`(
  m."schoolId" = c."schoolId" AND CASE
    WHEN m."assignmentId" IS NOT NULL THEN EXISTS (
      SELECT 1 FROM "Assignment" hs
      WHERE hs."schoolId" = m."schoolId" AND hs."id" = m."assignmentId" AND hs."classId" = c."id")
    ELSE (m."ownerId" IS NULL OR EXISTS (
      SELECT 1 FROM "ClassTeacher" ht
      WHERE ht."schoolId" = c."schoolId" AND ht."classId" = c."id" AND ht."personId" = m."ownerId")
    ) AND EXISTS (
      SELECT 1 FROM "ItemVersion" hi
      JOIN "QuizVersionItem" hq ON hq."itemVersionId" = hi."id"
      JOIN "QuizVersion" hv ON hv."id" = hq."quizVersionId"
      WHERE hi."itemId" = m."itemId" AND hv."courseId" = c."courseId")
  END)`;

/** Of the changes `m` that a viewer sees, those that are theirs to undo: their own classes', of an administrator all. */
export function mayUndo(viewer: Viewer): Prisma.Sql {
  return Prisma.sql`(
    ${viewer.role === "administrator"} OR m."ownerId" = ${viewer.personId}::uuid OR m."assignmentId" IS NOT NULL)`;
}
