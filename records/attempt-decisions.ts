import { Prisma } from "@/prisma/client/client";

import { database } from "./database";
import {
  changesToLearner,
  decisionLines,
  markChangeLines,
  toldToLearner,
  type DecisionLine,
  type MarkChangeLine,
} from "./decision-lines";
import { NotFound } from "./errors";
import { id } from "./ids";
import { about, ownAssignments, showingOf } from "./showing";
import type { Viewer } from "./viewer";
import { attemptsVisibleTo, classesTaughtBy, ownAttempts } from "./visibility";

/** What was decided about an attempt, to be told beside its result. */
export interface AttemptDecisions {
  /** Where the viewer may decide about it; null: they do not teach the class that it was handed in for. */
  decides: { classId: string; assignmentId: string; personId: string } | null;
  /** The newest first: about the attempt and about the learner's whole assignment. To its learner what holds and may be told. */
  decisions: DecisionLine[];
  /** Points given by hand that may be told, by the position of the question. */
  byHand: Record<number, number>;
  /** What changes of marking did to it; none while the score is held back. */
  changes: MarkChangeLine[];
}

/** Throws NotFound of an attempt that is not handed in, or not the viewer's to see. */
export async function attemptDecisions(viewer: Viewer, input: { attemptId: string }): Promise<AttemptDecisions> {
  const attemptId = id(input.attemptId);
  const [attempt] = await database().$queryRaw<AttemptRow[]>`
    SELECT a."personId", a."assignmentId", a."quizId", ${ownAttempts(viewer)} AS "own", (
             SELECT c."id" FROM "Assignment" s JOIN "Class" c ON c."schoolId" = s."schoolId" AND c."id" = s."classId"
             WHERE s."schoolId" = a."schoolId" AND s."id" = a."assignmentId" AND s."removedAt" IS NULL
               AND ${classesTaughtBy(viewer)}) AS "classId"
    FROM "Attempt" a
    WHERE ${attemptsVisibleTo(viewer)} AND a."id" = ${attemptId}::uuid AND a."submittedAt" IS NOT NULL`;
  if (!attempt) throw new NotFound();
  const { personId, assignmentId, quizId, classId, own } = attempt;
  const [changes, lines, all] = await Promise.all([
    markChangeLines(Prisma.sql`a."schoolId" = ${viewer.schoolId}::uuid AND a."id" = ${attemptId}::uuid`),
    assignmentId === null
      ? []
      : decisionLines(Prisma.sql`d."schoolId" = ${viewer.schoolId}::uuid
          AND d."assignmentId" = ${assignmentId}::uuid AND (d."personId" = ${personId}::uuid OR d."personId" IS NULL)
          AND (d."attemptId" IS NULL OR d."attemptId" = ${attemptId}::uuid)`),
    own ? ownAssignments(viewer, about(quizId)) : [],
  ]);
  const decides = classId !== null && assignmentId !== null && !own ? { classId, assignmentId, personId } : null;
  if (!own) return { decides, decisions: lines, byHand: byHandOf(lines), changes };
  const { shown } = showingOf(all, { quizId, assignmentId });
  const over = all.find(({ row }) => row.assignmentId === assignmentId)?.moment.forEveryone.closed ?? true;
  const decisions = toldToLearner(lines, { shown, over });
  const told = changesToLearner(changes, { shown, over });
  return { decides, decisions, byHand: byHandOf(decisions), changes: told };
}

function byHandOf(lines: readonly DecisionLine[]): Record<number, number> {
  return Object.fromEntries(
    lines.flatMap(({ what, question, value, undone }) =>
      what === "question" && question && value !== null && !undone ? [[question.position, value]] : [],
    ),
  );
}

interface AttemptRow {
  personId: string;
  assignmentId: string | null;
  quizId: string;
  own: boolean;
  /** Of a class that the viewer teaches. */
  classId: string | null;
}
