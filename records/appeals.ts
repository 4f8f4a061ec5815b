import { Prisma } from "@/prisma/client/client";
import type { Fields } from "@/questions";

import { answerAppeal, mustAnswer } from "./appeal-answers";
import { answerOf } from "./change-source";
import { database } from "./database";
import { NotFound } from "./errors";
import { id, position } from "./ids";
import { newId } from "./new-id";
import { remark } from "./names";
import { about, ownAssignments, showingOf } from "./showing";
import { refused, type Refused } from "./slip";
import type { Viewer } from "./viewer";
import { classesTaughtBy, ownAttempts, seenInClass } from "./visibility";

/** 'My answer should count': a learner's word about one mark, and what a teacher makes of it. */

export type AppealState = "open" | "accepted" | "declined" | "withdrawn";

export interface AppealAt {
  attemptId: string;
  position: number;
}

export type Appealed = { state: "open" } | Refused<"text" | "question">;

const longest = 500;

/**
 * Asks the learner's teachers to look at a mark again: of an own answer that is handed in, not wholly right, and known to be
 * so. Asking again says it anew; what was answered stays answered. Throws NotFound.
 */
export async function appeal(viewer: Viewer, input: AppealAt & { text: string }): Promise<Appealed> {
  const at = position(input.position);
  const [own] = await database().$queryRaw<
    { id: string; quizId: string; assignmentId: string | null; answered: boolean; full: boolean; taught: boolean }[]
  >`
    SELECT a."id", a."quizId", a."assignmentId", r."outcome" = 'scored' AS "answered", r."fraction" = 1 AS "full",
           ${hasTeacher} AS "taught"
    FROM "Attempt" a
    JOIN "Response" r ON r."schoolId" = a."schoolId" AND r."attemptId" = a."id" AND r."position" = ${at}
    WHERE ${ownAttempts(viewer)} AND a."id" = ${id(input.attemptId)}::uuid AND a."submittedAt" IS NOT NULL`;
  if (!own) throw new NotFound();
  const { shown } = showingOf(await ownAssignments(viewer, about(own.quizId)), own);
  if (!shown.correctness && !shown.key) throw new NotFound();
  if (!own.answered) return refused("question", "There is no answer here that could count.");
  if (own.full) return refused("question", "This answer counts in full already.");
  if (!own.taught) return refused("question", "This is practice of your own: no teacher marks it.");
  const typed = input.text.trim() === "" ? null : remark(input.text);
  if (typed && !typed.ok) return refused("text", typed.message);
  const text = typed?.ok ? typed.value : "";
  if (text.length > longest) return refused("text", `Use at most ${longest} characters.`);
  await database().$executeRaw`
    INSERT INTO "Appeal" ("schoolId", "id", "attemptId", "position", "text", "madeAt")
    VALUES (${viewer.schoolId}::uuid, ${newId()}::uuid, ${own.id}::uuid, ${at}, ${text}, clock_timestamp())
    ON CONFLICT ("schoolId", "attemptId", "position") DO UPDATE
      SET "text" = excluded."text", "madeAt" = excluded."madeAt", "state" = 'open'
      WHERE "Appeal"."state" IN ('open', 'withdrawn')`;
  return { state: "open" };
}

/** Takes an own appeal back; one that was answered stays. Throws NotFound. */
export async function withdrawAppeal(viewer: Viewer, input: AppealAt): Promise<void> {
  const found = await database().$queryRaw<unknown[]>`
    SELECT 1 FROM "Attempt" a JOIN "Appeal" p ON p."schoolId" = a."schoolId" AND p."attemptId" = a."id"
    WHERE ${ownAttempts(viewer)} AND a."id" = ${id(input.attemptId)}::uuid AND p."position" = ${position(input.position)}`;
  if (found.length === 0) throw new NotFound();
  await database().$executeRaw`
    UPDATE "Appeal" SET "state" = 'withdrawn'
    WHERE "schoolId" = ${viewer.schoolId}::uuid AND "attemptId" = ${id(input.attemptId)}::uuid
      AND "position" = ${position(input.position)} AND "state" = 'open'`;
}

/** Whether somebody marks an attempt `a`: it was begun for an assignment, or in the course of a class of the learner's. */
export const hasTeacher = Prisma.sql`(a."assignmentId" IS NOT NULL OR EXISTS (
  SELECT 1 FROM "Enrolment" e
  JOIN "Class" c ON c."schoolId" = e."schoolId" AND c."id" = e."classId"
  JOIN "QuizVersion" ev ON ev."id" = a."quizVersionId" AND ev."courseId" = c."courseId"
  WHERE e."schoolId" = a."schoolId" AND e."personId" = a."personId" AND ${seenInClass}))`;

export interface AppealLine {
  id: string;
  attemptId: string;
  position: number;
  learner: { personId: string; displayName: string };
  assignment: { id: string; title: string } | null;
  quizTitle: string;
  prompt: string;
  /** What was answered, in words. */
  said: string;
  points: number;
  maxPoints: number;
  text: string;
  madeAt: Date;
  state: AppealState;
  answer: string;
  answeredBy: string | null;
  answeredAt: Date | null;
}

/** The appeals of a class that the viewer teaches, what is open first, then the newest. Throws NotFound. */
export async function classAppeals(viewer: Viewer, input: { classId: string }): Promise<AppealLine[]> {
  const rows = await database().$queryRaw<AppealRow[]>`
    SELECT g."id" AS "classId", p."id", p."attemptId", p."position", p."text", p."madeAt", p."state", p."answer", p."answeredAt",
           n."displayName" AS "answeredBy", l."id" AS "personId", l."displayName", v."title" AS "quizTitle",
           CASE WHEN s."id" IS NOT NULL THEN jsonb_build_object('id', s."id", 'title', s."title") END AS "assignment",
           r."points", qi."points"::float8 AS "maxPoints", i."prompt", i."kind", i."body", i."key"->'answer' AS "key",
           r."fields", (SELECT t."fields" FROM "Try" t
             WHERE t."schoolId" = r."schoolId" AND t."attemptId" = r."attemptId" AND t."position" = r."position"
             ORDER BY t."number" DESC LIMIT 1) AS "lastTry"
    FROM (
      SELECT c."schoolId", c."id", c."courseId" FROM "Class" c
      WHERE ${classesTaughtBy(viewer)} AND c."id" = ${id(input.classId)}::uuid
    ) g
    LEFT JOIN (
      "Appeal" p
      JOIN "Attempt" a ON a."schoolId" = p."schoolId" AND a."id" = p."attemptId"
      JOIN "QuizVersion" v ON v."id" = a."quizVersionId"
      JOIN "Person" l ON l."schoolId" = a."schoolId" AND l."id" = a."personId"
      JOIN "Response" r ON r."schoolId" = p."schoolId" AND r."attemptId" = p."attemptId" AND r."position" = p."position"
      JOIN "ItemVersion" i ON i."id" = r."itemVersionId"
      JOIN "QuizVersionItem" qi
        ON qi."quizVersionId" = a."quizVersionId" AND qi."position" = r."position" AND qi."itemVersionId" = i."id"
      LEFT JOIN "Assignment" s ON s."schoolId" = a."schoolId" AND s."id" = a."assignmentId"
      LEFT JOIN "Person" n ON n."schoolId" = p."schoolId" AND n."id" = p."answeredById"
    ) ON p."schoolId" = g."schoolId" AND p."state" <> 'withdrawn' AND (
      s."classId" = g."id" OR (a."assignmentId" IS NULL AND v."courseId" = g."courseId" AND EXISTS (
        SELECT 1 FROM "Enrolment" e
        WHERE e."schoolId" = g."schoolId" AND e."classId" = g."id" AND e."personId" = a."personId" AND ${seenInClass})))
    ORDER BY p."state" <> 'open', p."madeAt" DESC, p."id" DESC
    LIMIT 500`;
  if (rows.length === 0) throw new NotFound();
  return rows.flatMap((row): AppealLine[] => {
    if (row.id === null) return [];
    const { personId, displayName, kind, body, key, fields, lastTry, classId: _, ...line } = row;
    const said = answerOf({ kind, body, key }, fields, lastTry).answer ?? "";
    return [{ ...line, id: row.id, learner: { personId, displayName }, said }];
  });
}

type AppealRow = Omit<AppealLine, "id" | "learner" | "said"> & {
  classId: string;
  /** Null in the one row of a class without appeals. */
  id: string | null;
  personId: string;
  displayName: string;
  kind: string;
  body: unknown;
  key: unknown;
  fields: Fields;
  lastTry: Fields | null;
};

/** Declines an appeal with an answer to the learner. Throws NotFound. */
export async function declineAppeal(
  viewer: Viewer,
  input: { appealId: string; answer: string },
): Promise<{ state: "declined" } | Refused<"answer">> {
  const answer = remark(input.answer);
  const appealId = id(input.appealId);
  return database().$transaction(async (transaction) => {
    await mustAnswer(transaction, viewer, appealId);
    if (!answer.ok) return refused("answer", `${answer.message} The learner reads it.`);
    await answerAppeal(transaction, viewer, { appealId, state: "declined", answer: answer.value });
    return { state: "declined" };
  });
}
