import { attemptScore, type MarkLine } from "@/assessment";
import type { Fields, Outcome } from "@/questions";

import { database, type Transaction } from "./database";
import { NotFound } from "./errors";
import { gradeItem } from "./grade-item";
import { id } from "./ids";
import type { AttemptRules, Certainty, ItemRules } from "./rules";
import type { Viewer } from "./viewer";
import { ownAttempts } from "./visibility";

export interface Submitted {
  attemptId: string;
  /** With certainty they may lie below 0. */
  points: number;
  maxPoints: number;
}

/**
 * Closes an own attempt and grades it, in one transaction: waits for saves under way, and whatever comes after finds
 * it closed. Submitting again gives the first result. Throws NotFound.
 */
export async function submitAttempt(viewer: Viewer, input: { attemptId: string }): Promise<Submitted> {
  const attemptId = id(input.attemptId);
  return database().$transaction(async (transaction) => {
    const [attempt] = await transaction.$queryRaw<LockedAttempt[]>`
      SELECT a."id", a."schoolId", a."rules", a."submittedAt", a."points", a."maxPoints"
      FROM "Attempt" a
      WHERE ${ownAttempts(viewer)} AND a."id" = ${attemptId}::uuid
      FOR UPDATE`;
    if (!attempt) throw new NotFound();
    if (attempt.submittedAt) return { attemptId, points: attempt.points!, maxPoints: attempt.maxPoints! };
    const answers = await answersToGrade(transaction, attempt);
    const graded = answers.map((answer) => grade(answer, attempt.rules));
    const { points, maxPoints } = attemptScore(graded);
    await writeGrades(transaction, attempt, graded, { points, maxPoints });
    return { attemptId, points, maxPoints };
  });
}

interface LockedAttempt {
  id: string;
  schoolId: string;
  rules: AttemptRules;
  submittedAt: Date | null;
  points: number | null;
  maxPoints: number | null;
}

interface AnswerToGrade {
  position: number;
  weight: number;
  kind: string;
  body: unknown;
  answer: unknown;
  itemRules: ItemRules;
  fields: Fields;
  certainty: Certainty | null;
  hintsTaken: number;
  /** What was checked on the way, in order. */
  tries: Fields[] | null;
}

/** Every question of the attempt with its key, and what was done at it. */
function answersToGrade(transaction: Transaction, attempt: LockedAttempt): Promise<AnswerToGrade[]> {
  return transaction.$queryRaw<AnswerToGrade[]>`
    SELECT r."position", qi."points"::float8 AS "weight", i."kind", i."body", i."key"->'answer' AS "answer",
           i."rules" AS "itemRules", r."fields", r."certainty", r."hintsTaken",
           CASE WHEN r."triesUsed" > 0 THEN (
             SELECT jsonb_agg(t."fields" ORDER BY t."number") FROM "Try" t
             WHERE t."schoolId" = r."schoolId" AND t."attemptId" = r."attemptId" AND t."position" = r."position"
           ) END AS "tries"
    FROM "Response" r
    JOIN "Attempt" a ON a."schoolId" = r."schoolId" AND a."id" = r."attemptId"
    JOIN "ItemVersion" i ON i."id" = r."itemVersionId"
    JOIN "QuizVersionItem" qi
      ON qi."quizVersionId" = a."quizVersionId" AND qi."position" = r."position" AND qi."variant" = 1
    WHERE r."schoolId" = ${attempt.schoolId}::uuid AND r."attemptId" = ${attempt.id}::uuid
    ORDER BY r."position"`;
}

interface Graded {
  position: number;
  outcome: Outcome["state"];
  fraction: number;
  weight: number;
  points: number;
  receipt: unknown;
  mark: MarkLine[];
}

function grade(answer: AnswerToGrade, { certainty: asked, penalty }: AttemptRules): Graded {
  const { position, weight, kind, body, fields, certainty, hintsTaken, tries, itemRules } = answer;
  const { outcome, points, mark } = gradeItem({
    kind,
    body,
    key: answer.answer,
    rules: { points: weight, penalty, certainty: asked, hints: itemRules.hints },
    fields,
    tries: (tries ?? []).map((fields) => ({ fields })),
    certainty,
    hintsTaken,
  });
  return {
    position,
    outcome: outcome.state,
    fraction: outcome.state === "scored" ? outcome.fraction : 0,
    weight,
    points,
    receipt: outcome.state === "scored" ? outcome.receipt : null,
    mark,
  };
}

async function writeGrades(
  transaction: Transaction,
  attempt: LockedAttempt,
  graded: Graded[],
  { points, maxPoints }: { points: number; maxPoints: number },
): Promise<void> {
  await transaction.$executeRaw`
    WITH graded AS (
      UPDATE "Response" r SET
        "outcome" = g."outcome", "fraction" = g."fraction", "points" = g."points", "receipt" = g."receipt",
        "mark" = g."mark"
      FROM jsonb_to_recordset(${JSON.stringify(graded)}::jsonb)
        AS g("position" int, "outcome" text, "fraction" float8, "points" float8, "receipt" jsonb, "mark" jsonb)
      WHERE r."schoolId" = ${attempt.schoolId}::uuid AND r."attemptId" = ${attempt.id}::uuid
        AND r."position" = g."position"
    )
    UPDATE "Attempt"
    SET "submittedAt" = now(), "points" = ${points}::float8, "maxPoints" = ${maxPoints}::float8
    WHERE "schoolId" = ${attempt.schoolId}::uuid AND "id" = ${attempt.id}::uuid`;
}
