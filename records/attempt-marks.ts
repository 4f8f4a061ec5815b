import { Prisma } from "@/prisma/client/client";

import { hasTeacher, type AppealState } from "./appeals";
import type { ChangeWhat } from "./change-source";
import { database } from "./database";
import { NotFound } from "./errors";
import { id } from "./ids";
import { counted, marksOf, type HeldChange } from "./marking";
import { about, ownAssignments, showingOf } from "./showing";
import type { Viewer } from "./viewer";
import { attemptsVisibleTo, classesTaughtBy, seenInClass } from "./visibility";

/** What changes did to the marks of one attempt, and what its learner said to them. */
export interface AttemptMarks {
  /** The class through which the viewer may change its marks; null: they may not. */
  classId: string | null;
  /** By position. */
  questions: ReadonlyMap<number, QuestionMarks>;
}

export interface QuestionMarks {
  itemId: string;
  /** What the question earns in the end, and by what; null while the score is held back from its learner. */
  points: number | null;
  maxPoints: number;
  by: "marking" | "hand" | "everyone" | "dropped";
  /** The changes that changed this mark, in the order in which they were made; none while the score is held back. */
  changes: MarkChange[];
  /** Of what `by` says and none of `changes` does, since it held before the attempt was handed in; null while that is held back. */
  forEveryone: ChangeWords | null;
  appeal: { state: AppealState; text: string; answer: string } | null;
  /** Its learner may ask for it to be looked at again. */
  mayAppeal: boolean;
}

/** What is said of a change to the learners whom it concerns. */
export interface ChangeWords {
  reason: string;
  /** Empty where there is none. */
  note: string;
}

export interface MarkChange extends ChangeWords {
  id: string;
  what: ChangeWhat;
  madeAt: Date;
  undone: boolean;
  before: number;
  after: number;
  maxBefore: number;
  maxAfter: number;
}

/**
 * The changes and appeals of a submitted attempt: to its learner, once right and wrong are shown, and to who teaches them.
 * Throws NotFound.
 */
export async function attemptMarks(viewer: Viewer, input: { attemptId: string }): Promise<AttemptMarks> {
  const attemptId = id(input.attemptId);
  const [attempt] = await database().$queryRaw<AttemptRow[]>`
    SELECT a."quizId", a."assignmentId", a."personId" = ${viewer.personId}::uuid AS "own", ${hasTeacher} AS "taught",
           ${taughtClass(viewer)} AS "classId"
    FROM "Attempt" a
    WHERE ${attemptsVisibleTo(viewer)} AND a."id" = ${attemptId}::uuid AND a."submittedAt" IS NOT NULL`;
  if (!attempt) throw new NotFound();
  const { own, quizId, assignmentId, taught, classId } = attempt;
  const { schoolId } = viewer;
  const [assignments, [marks], rows] = await Promise.all([
    own ? ownAssignments(viewer, about(quizId)) : null,
    marksOf(database(), { schoolId, attemptIds: [attemptId] }),
    markRows(viewer, attemptId),
  ]);
  let scoreTold = true;
  if (assignments) {
    const { shown } = showingOf(assignments, { quizId, assignmentId });
    if (!shown.correctness && !shown.key) throw new NotFound();
    scoreTold = shown.score;
  }
  const by = new Map(rows.map((row) => [row.position, row]));
  const all = counted(marks!).questions;
  const words = scoreTold
    ? await wordsForEveryone(
        viewer,
        all.flatMap((question) => {
          const told = by.get(question.position)!.changes.some(({ undone }) => !undone);
          const change = told ? undefined : whatMade(question, marks!.changes);
          return change ? [{ position: question.position, changeId: change.id }] : [];
        }),
      )
    : new Map<number, ChangeWords>();
  const questions = all.map(({ position, itemId, points, weight, by: how }) => {
    const { notFull, appeal, changes } = by.get(position)!;
    const mayAppeal =
      own && taught && notFull && (!scoreTold || points < weight) && (appeal === null || appeal.state === "withdrawn");
    const whenMade = changes.map((each) => ({ ...each, madeAt: new Date(each.madeAt) }));
    const earned = scoreTold
      ? { points, by: how, changes: whenMade }
      : { points: null, by: unlessHand(how), changes: [] };
    const forEveryone = words.get(position) ?? null;
    return [position, { itemId, maxPoints: weight, ...earned, forEveryone, appeal, mayAppeal }] as const;
  });
  return { classId, questions: new Map(questions) };
}

/** That points were given by hand waits as the points do. */
const unlessHand = (by: QuestionMarks["by"]) => (by === "hand" ? "marking" : by);

/** Of the changes that hold, the last that everyone has the points of a question by, or that dropped it. */
function whatMade(
  { itemId, by }: { itemId: string; by: QuestionMarks["by"] },
  changes: readonly HeldChange[],
): HeldChange | undefined {
  const what = by === "everyone" ? "full" : by === "dropped" ? "drop" : null;
  return changes.findLast((each) => each.itemId === itemId && each.what === what);
}

/** By position. */
async function wordsForEveryone(
  { schoolId }: Viewer,
  made: readonly { position: number; changeId: string }[],
): Promise<Map<number, ChangeWords>> {
  if (made.length === 0) return new Map();
  const rows = await database().$queryRaw<(ChangeWords & { id: string })[]>`
    SELECT m."id", m."reason", m."note" FROM "MarkingChange" m
    WHERE m."schoolId" = ${schoolId}::uuid AND m."id" = ANY(${made.map(({ changeId }) => changeId)}::uuid[])`;
  const words = new Map(rows.map(({ id: changeId, ...said }) => [changeId, said]));
  return new Map(made.map(({ position, changeId }) => [position, words.get(changeId)!]));
}

interface AttemptRow {
  quizId: string;
  assignmentId: string | null;
  own: boolean;
  taught: boolean;
  classId: string | null;
}

interface MarkRow {
  position: number;
  notFull: boolean;
  appeal: QuestionMarks["appeal"];
  changes: MarkChange[];
}

function markRows(viewer: Viewer, attemptId: string): Promise<MarkRow[]> {
  return database().$queryRaw<MarkRow[]>`
    SELECT r."position", coalesce(r."outcome" = 'scored' AND r."fraction" < 1, false) AS "notFull",
           (SELECT jsonb_build_object('state', p."state", 'text', p."text", 'answer', p."answer") FROM "Appeal" p
            WHERE p."schoolId" = r."schoolId" AND p."attemptId" = r."attemptId" AND p."position" = r."position"
           ) AS "appeal",
           (SELECT coalesce(jsonb_agg(jsonb_build_object(
              'id', m."id", 'what', m."what", 'reason', m."reason", 'note', m."note", 'madeAt', m."madeAt",
              'undone', m."undoneAt" IS NOT NULL,
              'before', x."before", 'after', x."after", 'maxBefore', x."maxBefore", 'maxAfter', x."maxAfter"
            ) ORDER BY m."madeAt", m."id"), '[]')
            FROM "ScoreChange" x
            JOIN "MarkingChange" m ON m."schoolId" = x."schoolId" AND m."id" = x."changeId"
            WHERE x."schoolId" = r."schoolId" AND x."attemptId" = r."attemptId" AND x."position" = r."position"
              AND NOT x."undo") AS "changes"
    FROM "Response" r
    WHERE r."schoolId" = ${viewer.schoolId}::uuid AND r."attemptId" = ${attemptId}::uuid`;
}

/** The class whose assignment an attempt `a` is for, or one of its learner's in its course, that the viewer teaches. */
function taughtClass(viewer: Viewer): Prisma.Sql {
  return Prisma.sql`coalesce((
    SELECT c."id" FROM "Assignment" s JOIN "Class" c ON c."schoolId" = s."schoolId" AND c."id" = s."classId"
    WHERE s."schoolId" = a."schoolId" AND s."id" = a."assignmentId" AND ${classesTaughtBy(viewer)}
  ), (
    SELECT c."id" FROM "Enrolment" e
    JOIN "Class" c ON c."schoolId" = e."schoolId" AND c."id" = e."classId"
    JOIN "QuizVersion" v ON v."id" = a."quizVersionId" AND v."courseId" = c."courseId"
    WHERE a."assignmentId" IS NULL AND e."schoolId" = a."schoolId" AND e."personId" = a."personId"
      AND ${classesTaughtBy(viewer)} AND ${seenInClass}
    ORDER BY c."createdAt", c."id" LIMIT 1
  ))`;
}
