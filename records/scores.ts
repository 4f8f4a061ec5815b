import { classSummary, type Cell, type Standing } from "@/assessment";
import { Prisma } from "@/prisma/client/client";

import type { AttemptLine } from "./attempts";
import { currentQuizzes } from "./current-quizzes";
import { database } from "./database";
import { NotFound } from "./errors";
import { id } from "./ids";
import { inClass, settle } from "./overdue";
import type { QuizScope } from "./publish";
import { assignmentOf } from "./terms";
import type { Viewer } from "./viewer";
import { classesTaughtBy, membersNow, seenInClass } from "./visibility";

export type { Cell } from "@/assessment";

export interface ClassScores {
  class: { id: string; name: string; courseId: string; joinCode: string | null };
  /** Across: the quizzes of the class's course as it is published now. */
  quizzes: {
    quizId: string;
    lessonId: string;
    scope: QuizScope;
    title: string;
    shortTitle: string;
    maxPoints: number;
  }[];
  /** Down: the learners by name, a cell a quiz. `mean`: of the best fractions; null when nothing was handed in. */
  learners: { personId: string; displayName: string; cells: Cell[]; mean: number | null }[];
  /** A number a quiz: the mean of its learners' best fractions; null when nobody handed it in. */
  quizMeans: (number | null)[];
  /** A number a quiz: how many learners handed it in. */
  handedIn: number[];
}

/** The best score of every learner at every quiz of a class that the viewer teaches; practice counts for nothing here.
 * Throws NotFound. */
export async function classScores(viewer: Viewer, input: { classId: string }): Promise<ClassScores> {
  const classId = id(input.classId);
  await settle(inClass(viewer, classId));
  const [columns, rows] = await Promise.all([classAndQuizzes(viewer, classId), standings(viewer, classId)]);
  const [first] = columns;
  if (!first) throw new NotFound();
  const quizzes = columns.flatMap(({ quizId, lessonId, scope, title, shortTitle, maxPoints }) =>
    quizId === null ? [] : [{ quizId, lessonId, scope, title, shortTitle, maxPoints }],
  );
  const names = new Map(rows.map((row) => [row.personId, row.displayName]));
  const summary = classSummary(
    [...names.keys()],
    quizzes.map((quiz) => quiz.quizId),
    rows.flatMap((row) => (row.quizId === null ? [] : [{ ...row, quizId: row.quizId }])),
  );
  return {
    class: { id: first.classId, name: first.name, courseId: first.courseId, joinCode: first.joinCode },
    quizzes,
    learners: summary.rows.map((row) => ({ ...row, displayName: names.get(row.personId)! })),
    quizMeans: summary.quizMeans,
    handedIn: summary.handedIn,
  };
}

interface ColumnRow {
  classId: string;
  name: string;
  courseId: string;
  joinCode: string | null;
  /** Null in the one row of a class whose course shows no quiz. */
  quizId: string | null;
  lessonId: string;
  scope: QuizScope;
  title: string;
  shortTitle: string;
  maxPoints: number;
}

function classAndQuizzes(viewer: Viewer, classId: string): Promise<ColumnRow[]> {
  return database().$queryRaw<ColumnRow[]>`
    SELECT c."id" AS "classId", c."name", c."courseId", c."joinCode",
           q."quizId", q."lessonId", q."scope", q."title", q."shortTitle",
           (SELECT sum(i."points")::float8 FROM "QuizVersionItem" i
            WHERE i."quizVersionId" = q."quizVersionId" AND i."variant" = 1) AS "maxPoints"
    FROM "Class" c
    LEFT JOIN ${currentQuizzes} q ON q."courseId" = c."courseId"
    WHERE ${classesTaughtBy(viewer)} AND c."id" = ${classId}::uuid
    ORDER BY q."position"`;
}

interface StandingRow extends Omit<Standing, "quizId"> {
  displayName: string;
  /** Null in the one row of a learner who has not begun anything. */
  quizId: string | null;
}

/** The points of an attempt `a` after what lateness takes. */
const pointsCounted = Prisma.sql`(a."points" * CASE WHEN a."points" > 0 THEN 1 - a."deduction" ELSE 1 END)`;

function standings(viewer: Viewer, classId: string): Promise<StandingRow[]> {
  return database().$queryRaw<StandingRow[]>`
    SELECT p."id" AS "personId", p."displayName", done."quizId", coalesce(done."attempts", 0) AS "attempts",
           done."best", done."open"
    FROM "Class" c
    JOIN "Enrolment" e ON e."schoolId" = c."schoolId" AND e."classId" = c."id"
    JOIN "Person" p ON p."schoolId" = e."schoolId" AND p."id" = e."personId"
    LEFT JOIN LATERAL (
      SELECT a."quizId", count(*) FILTER (WHERE a."submittedAt" IS NOT NULL)::int AS "attempts",
        (array_agg(
          jsonb_build_object('attemptId', a."id", 'points', ${pointsCounted}, 'maxPoints', a."maxPoints")
          ORDER BY ${pointsCounted} / nullif(a."maxPoints", 0) DESC NULLS LAST, a."number"
        ) FILTER (WHERE a."submittedAt" IS NOT NULL))[1] AS "best",
        (array_agg(jsonb_build_object(
          'attemptId', a."id",
          'answered', (SELECT count(*) FROM "Response" r
                       WHERE r."schoolId" = a."schoolId" AND r."attemptId" = a."id" AND r."answered"),
          'of', (SELECT count(*) FROM "Response" r WHERE r."schoolId" = a."schoolId" AND r."attemptId" = a."id")
        )) FILTER (WHERE a."submittedAt" IS NULL))[1] AS "open"
      FROM "Attempt" a
      JOIN "QuizVersion" v ON v."id" = a."quizVersionId" AND v."courseId" = c."courseId"
      WHERE a."schoolId" = p."schoolId" AND a."personId" = p."id" AND NOT a."practice" AND a."assignmentId" IS NULL
      GROUP BY a."quizId"
    ) done ON true
    WHERE ${classesTaughtBy(viewer)} AND c."id" = ${classId}::uuid AND ${membersNow}
    ORDER BY p."displayName" COLLATE "und-x-icu", p."id"`;
}

export interface LearnerAttempts {
  class: { id: string; name: string };
  /** `removedAt`: when they were taken out of the class; what they began before stays here. Null: they are in it. */
  learner: { id: string; displayName: string; removedAt: Date | null; timeFactor: number };
  /** Quizzes of the class's course that the learner has begun, by title; attempts newest first, practice too. */
  quizzes: { quizId: string; title: string; attempts: AttemptLine[] }[];
}

/** Every attempt of one learner in a class that the viewer teaches, at the quizzes of its course. Throws NotFound. */
export async function learnerAttempts(
  viewer: Viewer,
  input: { classId: string; personId: string },
): Promise<LearnerAttempts> {
  await settle(inClass(viewer, id(input.classId)));
  const rows = await database().$queryRaw<LearnerAttemptRow[]>`
    SELECT c."id" AS "classId", c."name", p."id" AS "personId", p."displayName", p."timeFactor", e."removedAt",
           a."id", a."quizId", a."title", a."number", a."startedAt", a."submittedAt", a."points", a."maxPoints", a."practice",
           a."assignment"
    FROM "Class" c
    JOIN "Enrolment" e ON e."schoolId" = c."schoolId" AND e."classId" = c."id"
    JOIN "Person" p ON p."schoolId" = e."schoolId" AND p."id" = e."personId"
    LEFT JOIN (SELECT a.*, v."courseId", v."title", ${assignmentOf} AS "assignment" FROM "Attempt" a JOIN "QuizVersion" v ON v."id" = a."quizVersionId") a
      ON a."schoolId" = p."schoolId" AND a."personId" = p."id" AND a."courseId" = c."courseId" AND ${seenInClass}
    WHERE ${classesTaughtBy(viewer)} AND c."id" = ${id(input.classId)}::uuid AND p."id" = ${id(input.personId)}::uuid
    ORDER BY a."quizId", a."number" DESC`;
  const [first] = rows;
  if (!first) throw new NotFound();
  const quizzes = new Map<string, LearnerAttempts["quizzes"][number]>();
  for (const row of rows) {
    if (row.id === null) continue;
    const { id, quizId, title, number, startedAt, submittedAt, points, maxPoints, practice, assignment } = row;
    const quiz = quizzes.get(quizId) ?? { quizId, title, attempts: [] };
    quiz.attempts.push({ id, number, startedAt, submittedAt, points, maxPoints, practice, assignment, held: false });
    quizzes.set(quizId, quiz);
  }
  return {
    class: { id: first.classId, name: first.name },
    learner: {
      id: first.personId,
      displayName: first.displayName,
      removedAt: first.removedAt,
      timeFactor: first.timeFactor,
    },
    quizzes: [...quizzes.values()].sort((a, b) => a.title.localeCompare(b.title, "en")),
  };
}

interface LearnerAttemptRow extends Omit<AttemptLine, "id" | "held"> {
  classId: string;
  name: string;
  personId: string;
  displayName: string;
  removedAt: Date | null;
  timeFactor: number;
  /** The attempt's; null in the one row of a learner who has not begun anything. */
  id: string | null;
  quizId: string;
  title: string;
}
