import { Prisma } from "@/prisma/client/client";
import { kindOf } from "@/questions";
import { keyFits } from "@/questions/changed-key";

import { attemptsMarkedBy } from "./change-source";
import { currentQuizzes } from "./current-quizzes";
import { database } from "./database";
import { NotFound } from "./errors";
import { id } from "./ids";
import { mustTeach } from "./must-teach";
import type { Viewer } from "./viewer";
import { classesTaughtBy } from "./visibility";

/** A course was published with another key for a question that learners have answered: their teacher may mark by it. */
export interface Proposal {
  /** The version that is published now. */
  itemVersionId: string;
  itemId: string;
  kind: string;
  prompt: string;
  quizTitle: string;
  /** Attempts that were marked by another version's key, of learners of this viewer's. */
  attempts: number;
  /** What is right now, and was: written as its kind writes an answer. */
  right: { now: string; before: string };
  publishedAt: Date;
}

/**
 * What the newest release proposes to the teacher of a class: questions whose key is another than the one by which attempts
 * in their classes of this course were marked, where those answers can be marked by it. Not what was made or passed by.
 * Throws NotFound.
 */
export async function proposals(viewer: Viewer, input: { classId: string }): Promise<Proposal[]> {
  const classId = id(input.classId);
  await mustTeach(viewer, classId);
  return proposed(
    viewer,
    Prisma.sql`m."ownerId" = ${viewer.personId}::uuid OR (m."ownerId" IS NULL AND m."assignmentId" IS NULL)`,
    Prisma.sql`q."courseId" = (SELECT c."courseId" FROM "Class" c WHERE c."schoolId" = ${viewer.schoolId}::uuid AND c."id" = ${classId}::uuid)
      AND ${inTheirClasses(viewer)}`,
  );
}

/** The same for a whole school, to its administrators. Throws NotFound. */
export async function schoolProposals(viewer: Viewer): Promise<Proposal[]> {
  if (viewer.role !== "administrator") throw new NotFound();
  return proposed(viewer, Prisma.sql`m."ownerId" IS NULL AND m."assignmentId" IS NULL`, attemptsMarkedBy(viewer));
}

/** Lets a proposal go by: it is not made again to this viewer. Throws NotFound. */
export async function passProposal(viewer: Viewer, input: { itemVersionId: string }): Promise<void> {
  if (viewer.role === "learner") throw new NotFound();
  const versionId = id(input.itemVersionId);
  const found = await database().$queryRaw<unknown[]>`
    SELECT 1 FROM "ItemVersion" i WHERE i."id" = ${versionId}::uuid AND EXISTS (
      SELECT 1 FROM "QuizVersionItem" qi JOIN "QuizVersion" v ON v."id" = qi."quizVersionId"
      WHERE qi."itemVersionId" = i."id" AND (${viewer.role === "administrator"} OR EXISTS (
        SELECT 1 FROM "Class" c WHERE ${classesTaughtBy(viewer)} AND c."courseId" = v."courseId")))`;
  if (found.length === 0) throw new NotFound();
  await database().$executeRaw`
    INSERT INTO "ProposalPassed" ("schoolId", "personId", "itemVersionId", "passedAt")
    VALUES (${viewer.schoolId}::uuid, ${viewer.personId}::uuid, ${versionId}::uuid, clock_timestamp())
    ON CONFLICT DO NOTHING`;
}

/** Attempts `a` that a change for all of a teacher's classes would be about. */
function inTheirClasses(viewer: Viewer): Prisma.Sql {
  return Prisma.sql`(a."schoolId" = ${viewer.schoolId}::uuid AND CASE
    WHEN a."assignmentId" IS NOT NULL THEN EXISTS (
      SELECT 1 FROM "Assignment" s JOIN "Class" c ON c."schoolId" = s."schoolId" AND c."id" = s."classId"
      WHERE s."schoolId" = a."schoolId" AND s."id" = a."assignmentId" AND ${classesTaughtBy(viewer)})
    ELSE EXISTS (
      SELECT 1 FROM "Enrolment" e JOIN "Class" c ON c."schoolId" = e."schoolId" AND c."id" = e."classId"
      WHERE e."schoolId" = a."schoolId" AND e."personId" = a."personId" AND c."courseId" = q."courseId"
        AND (e."removedAt" IS NULL OR a."startedAt" < e."removedAt") AND ${classesTaughtBy(viewer)})
  END)`;
}

interface ProposedRow {
  itemVersionId: string;
  itemId: string;
  kind: string;
  prompt: string;
  quizTitle: string;
  body: unknown;
  key: unknown;
  createdAt: Date;
  asked: { body: unknown; key: unknown; attempts: number }[];
}

async function proposed(viewer: Viewer, made: Prisma.Sql, attempts: Prisma.Sql): Promise<Proposal[]> {
  const rows = await database().$queryRaw<ProposedRow[]>`
    WITH current AS MATERIALIZED (
      SELECT DISTINCT ON (i."itemId") i."id", i."itemId", i."kind", i."prompt", i."body", i."key"->'answer' AS "key",
             i."createdAt", q."courseId", q."title"
      FROM ${currentQuizzes} q
      JOIN "QuizVersionItem" qi ON qi."quizVersionId" = q."quizVersionId"
      JOIN "ItemVersion" i ON i."id" = qi."itemVersionId"
      ORDER BY i."itemId", i."version" DESC
    ), other AS MATERIALIZED (
      SELECT q."id" AS "current", q."courseId", o."id", o."body", o."key"->'answer' AS "key"
      FROM current q
      JOIN "ItemVersion" o ON o."itemId" = q."itemId" AND o."id" <> q."id" AND o."kind" = q."kind"
        AND o."key"->'answer' IS DISTINCT FROM q."key"
    ), asked AS (
      SELECT q."current", q."id", q."body", q."key", (
        SELECT count(DISTINCT a."id")::int
        FROM "Response" r JOIN "Attempt" a ON a."schoolId" = r."schoolId" AND a."id" = r."attemptId"
        WHERE r."schoolId" = ${viewer.schoolId}::uuid AND r."itemVersionId" = q."id" AND a."submittedAt" IS NOT NULL
          AND ${attempts}
      ) AS "attempts"
      FROM other q
    )
    SELECT q."id" AS "itemVersionId", q."itemId", q."kind", q."prompt", q."title" AS "quizTitle", q."body", q."key",
           q."createdAt", json_agg(json_build_object('body', k."body", 'key', k."key", 'attempts', k."attempts")) AS "asked"
    FROM current q JOIN asked k ON k."current" = q."id" AND k."attempts" > 0
    WHERE NOT EXISTS (
        SELECT 1 FROM "ProposalPassed" y
        WHERE y."schoolId" = ${viewer.schoolId}::uuid AND y."personId" = ${viewer.personId}::uuid
          AND y."itemVersionId" = q."id")
      AND NOT EXISTS (
        SELECT 1 FROM "MarkingChange" m
        WHERE m."schoolId" = ${viewer.schoolId}::uuid AND m."itemVersionId" = q."id" AND m."undoneAt" IS NULL AND (${made}))
    GROUP BY q."id", q."itemId", q."kind", q."prompt", q."title", q."body", q."key", q."createdAt"
    ORDER BY q."createdAt" DESC, q."itemId"`;
  return rows.flatMap(({ body, key, asked, createdAt, ...row }): Proposal[] => {
    const kind = kindOf(row.kind);
    const fits = asked.filter((each) => keyFits(kind, key, each.body));
    if (fits.length === 0) return [];
    const right = (of: { body: unknown; key: unknown }) => rightWords(row.kind, of);
    return [
      {
        ...row,
        attempts: fits.reduce((sum, each) => sum + each.attempts, 0),
        right: { now: right({ body, key }), before: right(fits[0]!) },
        publishedAt: createdAt,
      },
    ];
  });
}

/** The right answer, as its receipt reads it. */
export function rightWords(name: string, { body, key }: { body: unknown; key: unknown }): string {
  const kind = kindOf(name);
  const reading = kind.read(kind.solve(key, body), body);
  if (reading.state !== "read") return "";
  const outcome = kind.grade(reading.response, key, body);
  return outcome.state === "scored" ? outcome.receipt.read : "";
}
