import { lessDeduction } from "@/assessment/time-rules";

import { currentQuizzes } from "./current-quizzes";
import { database } from "./database";
import { NotFound } from "./errors";
import { slug } from "./ids";
import { settle } from "./overdue";
import type { QuizScope } from "./publish";
import { ownAssignments, showingOf } from "./showing";
import { voided } from "./terms";
import type { Viewer } from "./viewer";
import { membersNow, ownAttempts } from "./visibility";

/** Notes that the viewer has read a lesson; a second time changes nothing. Throws NotFound when no course has it. */
export async function markLessonRead(viewer: Viewer, input: { courseId: string; lessonId: string }): Promise<void> {
  const [lesson] = await database().$queryRaw<{ there: boolean }[]>`
    WITH lesson AS (
      SELECT q."courseId", q."lessonId" FROM ${currentQuizzes} q
      WHERE q."courseId" = ${slug(input.courseId)} AND q."lessonId" = ${slug(input.lessonId)}
      LIMIT 1
    ), read AS (
      INSERT INTO "LessonRead" ("schoolId", "personId", "courseId", "lessonId")
      SELECT ${viewer.schoolId}::uuid, ${viewer.personId}::uuid, "courseId", "lessonId" FROM lesson
      ON CONFLICT DO NOTHING
    )
    SELECT EXISTS (SELECT 1 FROM lesson) AS "there"`;
  if (!lesson?.there) throw new NotFound();
}

export interface QuizProgress {
  quizId: string;
  courseId: string;
  /** The lesson that it follows; of a long quiz the last that it is about. */
  lessonId: string;
  scope: QuizScope;
  title: string;
  /** The submitted attempt with the highest fraction, lateness counted; practice does not count, nor what is held back. */
  best: { attemptId: string; points: number; maxPoints: number } | null;
  /** Something was handed in whose score an assignment still holds back. */
  held: boolean;
  openAttemptId: string | null;
  /** How far the open attempt is that is for no assignment; null when there is none. */
  open: { attemptId: string; answered: number; of: number } | null;
  /** How many were submitted, practice left out. */
  attempts: number;
}

export interface Home {
  /** Ids of the lessons that the viewer has marked as read. */
  lessonsRead: string[];
  /** Every published quiz, in the course's order. */
  quizzes: QuizProgress[];
  /** The classes that the viewer learns in and that are not put away, by name, each with the course that it follows. */
  classes: { id: string; name: string; courseId: string }[];
}

/** How far the viewer has come. */
export async function home(viewer: Viewer): Promise<Home> {
  await settle(ownAttempts(viewer));
  const [read, quizzes, classes, assignments] = await Promise.all([
    database().$queryRaw<{ lessonId: string }[]>`
      SELECT r."lessonId" FROM "LessonRead" r
      WHERE r."schoolId" = ${viewer.schoolId}::uuid AND r."personId" = ${viewer.personId}::uuid
      ORDER BY r."readAt"`,
    database().$queryRaw<QuizRow[]>`
      SELECT q."quizId", q."courseId", q."lessonId", q."scope", q."title", coalesce(mine."attempts", 0) AS "attempts",
             coalesce(mine."done", '[]') AS "done", mine."open"
      FROM ${currentQuizzes} q
      LEFT JOIN (
        SELECT a."quizId", count(*) FILTER (WHERE a."submittedAt" IS NOT NULL AND NOT a."practice")::int AS "attempts",
          jsonb_agg(
            jsonb_build_object('attemptId', a."id", 'points', a."points", 'maxPoints', a."maxPoints",
                               'assignmentId', a."assignmentId", 'deduction', a."deduction")
            ORDER BY a."number"
          ) FILTER (WHERE a."submittedAt" IS NOT NULL AND NOT a."practice" AND NOT ${voided}) AS "done",
          (array_agg(jsonb_build_object(
            'attemptId', a."id",
            'answered', (SELECT count(*) FROM "Response" r
                         WHERE r."schoolId" = a."schoolId" AND r."attemptId" = a."id" AND r."answered"),
            'of', (SELECT count(*) FROM "Response" r WHERE r."schoolId" = a."schoolId" AND r."attemptId" = a."id")
          )) FILTER (WHERE a."submittedAt" IS NULL AND a."assignmentId" IS NULL))[1] AS "open"
        FROM "Attempt" a
        WHERE ${ownAttempts(viewer)}
        GROUP BY a."quizId"
      ) mine ON mine."quizId" = q."quizId"
      ORDER BY q."courseId", q."position"`,
    database().$queryRaw<Home["classes"]>`
      SELECT c."id", c."name", c."courseId"
      FROM "Enrolment" e
      JOIN "Class" c ON c."schoolId" = e."schoolId" AND c."id" = e."classId"
      WHERE e."schoolId" = ${viewer.schoolId}::uuid AND e."personId" = ${viewer.personId}::uuid
        AND ${membersNow} AND c."archivedAt" IS NULL
      ORDER BY c."name" COLLATE "und-x-icu", c."id"`,
    ownAssignments(viewer),
  ]);
  return {
    lessonsRead: read.map((each) => each.lessonId),
    quizzes: quizzes.map(({ done, ...quiz }) => {
      const told = done.filter(
        ({ assignmentId }) => showingOf(assignments, { quizId: quiz.quizId, assignmentId }).shown.score,
      );
      return {
        ...quiz,
        best: bestOf(told),
        held: told.length < done.length,
        openAttemptId: quiz.open?.attemptId ?? null,
      };
    }),
    classes,
  };
}

interface QuizRow extends Omit<QuizProgress, "openAttemptId" | "best" | "held"> {
  done: { attemptId: string; points: number; maxPoints: number; assignmentId: string | null; deduction: number }[];
}

/** The one with the highest share; among equals the earliest. */
function bestOf(done: QuizRow["done"]): QuizProgress["best"] {
  const share = (of: { points: number; maxPoints: number }) =>
    of.maxPoints > 0 ? of.points / of.maxPoints : -Infinity;
  return done
    .map(({ attemptId, points, maxPoints, deduction }) => ({
      attemptId,
      points: lessDeduction(points, deduction),
      maxPoints,
    }))
    .reduce<QuizProgress["best"]>((best, each) => (best === null || share(each) > share(best) ? each : best), null);
}
