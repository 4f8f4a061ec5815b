import { Prisma } from "@/prisma/client/client";

/**
 * The quizzes of each course's newest release: a subquery with `courseId`, `position`, `quizVersionId`, `quizId`,
 * `lessonId`, `scope`, `title`, `shortTitle`. Join it as a table; it is small and served by the index on (courseId, publishedAt).
 */
export const currentQuizzes = Prisma.sql`(
  SELECT r."courseId", rq."position", v."id" AS "quizVersionId", v."quizId", v."lessonId", v."scope", v."title", v."shortTitle"
  FROM (SELECT DISTINCT ON ("courseId") "courseId", "id" FROM "Release" ORDER BY "courseId", "publishedAt" DESC, "id" DESC) r
  JOIN "ReleaseQuiz" rq ON rq."releaseId" = r."id"
  JOIN "QuizVersion" v ON v."id" = rq."quizVersionId"
)`;
