import { worthALook } from "@/assessment/analysis";
import { Prisma } from "@/prisma/client/client";

import { countedAttempts } from "./counted-attempts";
import { currentQuizzes } from "./current-quizzes";
import { database } from "./database";
import { NotFound } from "./errors";
import { id } from "./ids";
import { inClass, settle } from "./overdue";
import type { Viewer } from "./viewer";

/** The quizzes that a class has handed in, to go to the analysis of each. */
export interface ClassQuizzes {
  class: { id: string; name: string };
  learners: number;
  /** In the order of the course; what is published no more comes last. */
  quizzes: ClassQuiz[];
}

export interface ClassQuiz {
  quizId: string;
  title: string;
  /** One a learner: those that count. */
  attempts: number;
  /** They were begun for an assignment of the class; false: by the learners themselves, and the class was never set it. */
  assigned: boolean;
  /** Of the points, as a share of what the paper is worth; null when it is worth none. */
  mean: number | null;
  /** Questions that are worth a look. */
  look: number;
}

/** Throws NotFound of a class that the viewer does not teach. */
export async function classQuizzes(viewer: Viewer, input: { classId: string }): Promise<ClassQuizzes> {
  const classId = id(input.classId);
  await settle(inClass(viewer, classId));
  const [row] = await database().$queryRaw<QuizzesRow[]>`
    WITH ${countedAttempts(viewer, { classId }, () => Prisma.sql`TRUE`)},
    -- Added up before anything is joined to it: all responses of a year go through here.
    given AS MATERIALIZED (
      SELECT a."quizVersionId", r."position", count(*)::int AS "attempts", avg(r."points") AS "earned",
             corr(r."points", a."points" - r."points") AS "discrimination"
      FROM counted a
      JOIN "Response" r ON r."schoolId" = ${viewer.schoolId}::uuid AND r."attemptId" = a."id"
      GROUP BY a."quizVersionId", r."position", r."itemVersionId"
    ), questions AS MATERIALIZED (
      SELECT v."quizId", g."attempts", g."earned" / nullif(q."points", 0) AS "facility", g."discrimination"
      FROM given g
      JOIN "QuizVersion" v ON v."id" = g."quizVersionId"
      JOIN "QuizVersionItem" q
        ON q."quizVersionId" = g."quizVersionId" AND q."position" = g."position" AND q."variant" = 1
    ), quizzes AS MATERIALIZED (
      SELECT "quizId", count(*)::int AS "attempts", avg("points" / nullif("maxPoints", 0)) AS "mean"
      FROM counted GROUP BY "quizId"
    )
    SELECT g."id" AS "classId", g."name", (SELECT count(*)::int FROM members) AS "learners",
      (SELECT coalesce(json_agg(json_build_object(
         'quizId', z."quizId", 'attempts', z."attempts", 'mean', z."mean", 'title', v."title",
         'assigned', EXISTS (SELECT 1 FROM assigned s WHERE s."quizId" = z."quizId"),
         'questions', (SELECT coalesce(json_agg(json_build_object(
            'attempts', x."attempts", 'facility', x."facility", 'discrimination', x."discrimination")), '[]')
            FROM questions x WHERE x."quizId" = z."quizId")
       ) ORDER BY now."position" NULLS LAST, v."title", z."quizId"), '[]')
       FROM quizzes z
       LEFT JOIN ${currentQuizzes} now ON now."quizId" = z."quizId"
       JOIN LATERAL (
         SELECT v."title" FROM "QuizVersion" v WHERE v."quizId" = z."quizId"
         ORDER BY v."id" <> now."quizVersionId", v."createdAt" DESC LIMIT 1
       ) v ON true) AS "quizzes"
    FROM "group" g`;
  if (!row) throw new NotFound();
  return {
    class: { id: row.classId, name: row.name },
    learners: row.learners,
    quizzes: row.quizzes.map(({ questions, ...quiz }) => {
      return { ...quiz, look: questions.filter((each) => worthALook(each) !== null).length };
    }),
  };
}

interface QuizzesRow {
  classId: string;
  name: string;
  learners: number;
  quizzes: (Omit<ClassQuiz, "look"> & {
    questions: { attempts: number; facility: number | null; discrimination: number | null }[];
  })[];
}
