import { Prisma } from "@/prisma/client/client";

import type { Transaction } from "./database";
import { remarkBy } from "./marking-changes";
import { newId } from "./new-id";

/** A teacher's changes hold in their classes: what becomes of them when a teacher comes to a class or goes. */

interface Of {
  schoolId: string;
  classId: string;
  personId: string;
}

/** Attempts `a` for an assignment of this class, and by its learners for none. */
const ofClass = ({ classId }: Of) => Prisma.sql`CASE
  WHEN a."assignmentId" IS NULL THEN EXISTS (
    SELECT 1 FROM "Enrolment" oe
    WHERE oe."schoolId" = a."schoolId" AND oe."classId" = ${classId}::uuid AND oe."personId" = a."personId")
  ELSE EXISTS (
    SELECT 1 FROM "Assignment" os
    WHERE os."schoolId" = a."schoolId" AND os."id" = a."assignmentId" AND os."classId" = ${classId}::uuid)
  END`;

/** After a teacher was added: the class's attempts are marked by their changes too. Take `markAll` before. */
export async function followTeacher(transaction: Transaction, of: Of): Promise<void> {
  const { schoolId, personId } = of;
  const changes = await transaction.$queryRaw<{ id: string; itemId: string }[]>`
    SELECT m."id", m."itemId" FROM "MarkingChange" m
    WHERE m."schoolId" = ${schoolId}::uuid AND m."ownerId" = ${personId}::uuid AND m."assignmentId" IS NULL
      AND m."undoneAt" IS NULL
    ORDER BY m."madeAt", m."id"`;
  // One after the other, as they were made: those to come do not hold yet.
  const toCome = new Set(changes.map(({ id: changeId }) => changeId));
  for (const { id: changeId, itemId } of changes) {
    toCome.delete(changeId);
    await remarkBy(transaction, { schoolId, itemId, changeId, undo: false, within: ofClass(of), toCome });
  }
}

/**
 * Before a teacher goes: their changes go on holding at the class's assignments, so that nobody's marks change because a
 * teacher left. Take `markAll` before.
 */
export async function keepTeachersChanges(
  transaction: Transaction,
  { schoolId, classId, personId }: Of,
): Promise<void> {
  const kept = await transaction.$queryRaw<{ changeId: string; assignmentId: string }[]>`
    SELECT DISTINCT m."id" AS "changeId", s."id" AS "assignmentId"
    FROM "MarkingChange" m
    JOIN "Assignment" s ON s."schoolId" = m."schoolId" AND s."classId" = ${classId}::uuid
    JOIN "QuizVersion" v ON v."quizId" = s."quizId"
    JOIN "QuizVersionItem" qi ON qi."quizVersionId" = v."id"
    JOIN "ItemVersion" i ON i."id" = qi."itemVersionId" AND i."itemId" = m."itemId"
    WHERE m."schoolId" = ${schoolId}::uuid AND m."ownerId" = ${personId}::uuid AND m."assignmentId" IS NULL
      AND m."undoneAt" IS NULL`;
  const rows = kept.map((each) => ({ ...each, id: newId() }));
  if (rows.length === 0) return;
  await transaction.$executeRaw`
    INSERT INTO "MarkingChange"
      ("schoolId", "id", "itemId", "what", "response", "part", "itemVersionId", "assignmentId", "ownerId", "neverLower",
       "reason", "note", "appealId", "madeById", "madeAt")
    SELECT m."schoolId", n."id", m."itemId", m."what", m."response", m."part", m."itemVersionId", n."assignmentId", NULL,
           m."neverLower", m."reason", m."note", m."appealId", m."madeById", m."madeAt"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS n("id" uuid, "changeId" uuid, "assignmentId" uuid)
    JOIN "MarkingChange" m ON m."schoolId" = ${schoolId}::uuid AND m."id" = n."changeId"`;
}
