import { Prisma } from "@/prisma/client/client";
import type { Fields } from "@/questions";

import { answerOf } from "./change-source";
import { database } from "./database";
import { NotFound } from "./errors";
import type { Viewer } from "./viewer";

/** The questions that a whole school was asked, and what was answered: where an administrator begins a change. */

export interface AskedQuestion {
  itemId: string;
  prompt: string;
  quizTitle: string;
  /** Attempts of this school that were handed in with it. */
  attempts: number;
}

const mostQuestions = 25;

/**
 * Questions by words of their prompt or of their quiz's title, the newest wording of each, the most asked first: to
 * administrators. `more`: there are others, which more words would find. Throws NotFound.
 */
export async function askedQuestions(
  viewer: Viewer,
  input: { search: string },
): Promise<{ questions: AskedQuestion[]; more: boolean }> {
  if (viewer.role !== "administrator") throw new NotFound();
  const words = input.search
    .replace(/[\0\p{Surrogate}]/gu, "")
    .slice(0, 200)
    .split(/\s+/)
    .filter((word) => word !== "")
    .slice(0, 10);
  if (words.length === 0) return { questions: [], more: false };
  const said = words.map((word) => {
    const like = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
    return Prisma.sql`(q."prompt" ILIKE ${like} OR q."quizTitle" ILIKE ${like})`;
  });
  const rows = await database().$queryRaw<AskedQuestion[]>`
    WITH newest AS (
      SELECT DISTINCT ON (i."itemId") i."itemId", i."prompt", v."title" AS "quizTitle"
      FROM "ItemVersion" i
      JOIN "QuizVersionItem" qi ON qi."itemVersionId" = i."id"
      -- What a paper to practise with is called is for its own school.
      JOIN "QuizVersion" v ON v."id" = qi."quizVersionId" AND v."schoolId" IS NULL
      ORDER BY i."itemId", i."version" DESC, v."id"
    )
    SELECT q.*, (
      SELECT count(*)::int
      FROM "ItemVersion" i
      JOIN "Response" r ON r."schoolId" = ${viewer.schoolId}::uuid AND r."itemVersionId" = i."id"
      JOIN "Attempt" a ON a."schoolId" = r."schoolId" AND a."id" = r."attemptId" AND a."submittedAt" IS NOT NULL
      WHERE i."itemId" = q."itemId"
    ) AS "attempts"
    FROM newest q
    WHERE ${Prisma.join(said, " AND ")}
    ORDER BY "attempts" DESC, q."quizTitle", q."itemId"
    LIMIT ${mostQuestions + 1}`;
  return { questions: rows.slice(0, mostQuestions), more: rows.length > mostQuestions };
}

export interface AnswersGiven {
  itemId: string;
  prompt: string;
  /** Answers that do not earn all, the most given first. */
  answers: AnswerGiven[];
  /** There are others, each given by fewer. */
  more: boolean;
}

export interface AnswerGiven {
  /** In words. */
  said: string;
  attempts: number;
  /** One that says so. */
  from: { attemptId: string; position: number };
}

const mostAnswers = 100;

/** What a school answered to a question and did not have all points for: to administrators. Throws NotFound. */
export async function answersGiven(viewer: Viewer, input: { itemId: string }): Promise<AnswersGiven> {
  if (viewer.role !== "administrator") throw new NotFound();
  const [item] = await database().$queryRaw<{ itemId: string; prompt: string }[]>`
    SELECT i."itemId", i."prompt" FROM "ItemVersion" i WHERE i."itemId" = ${input.itemId} ORDER BY i."version" DESC LIMIT 1`;
  if (!item) throw new NotFound();
  const rows = await database().$queryRaw<GivenRow[]>`
    SELECT i."kind", i."body", i."key"->'answer' AS "key", g."fields", g."attempts", g."first"
    FROM (
      SELECT r."itemVersionId", r."fields", count(*)::int AS "attempts",
             (array_agg(json_build_object('attemptId', a."id", 'position', r."position") ORDER BY a."id"))[1] AS "first"
      FROM "ItemVersion" i
      JOIN "Response" r ON r."schoolId" = ${viewer.schoolId}::uuid AND r."itemVersionId" = i."id"
      JOIN "Attempt" a ON a."schoolId" = r."schoolId" AND a."id" = r."attemptId" AND a."submittedAt" IS NOT NULL
      WHERE i."itemId" = ${item.itemId} AND r."outcome" = 'scored' AND r."fraction" < 1
      GROUP BY r."itemVersionId", r."fields"
      ORDER BY count(*) DESC
      LIMIT ${mostAnswers + 1}
    ) g
    JOIN "ItemVersion" i ON i."id" = g."itemVersionId"
    ORDER BY g."attempts" DESC, g."fields"::text`;
  const answers = new Map<string, AnswerGiven>();
  for (const { fields, attempts, first, ...asked } of rows.slice(0, mostAnswers)) {
    const said = answerOf(asked, fields, null).answer;
    if (said === null) continue;
    // Two versions, or two spellings that are read alike.
    const there = answers.get(said);
    if (there) there.attempts += attempts;
    else answers.set(said, { said, attempts, from: first });
  }
  return {
    ...item,
    answers: [...answers.values()].sort((a, b) => b.attempts - a.attempts),
    more: rows.length > mostAnswers,
  };
}

interface GivenRow {
  kind: string;
  body: unknown;
  key: unknown;
  fields: Fields;
  attempts: number;
  first: { attemptId: string; position: number };
}
