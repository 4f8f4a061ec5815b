import { attemptScore, itemPoints } from "@/assessment";
import { kindOf, type Fields, type Outcome } from "@/questions";

import { database, type Transaction } from "./database";
import { NotFound } from "./errors";
import { id } from "./ids";
import type { Viewer } from "./viewer";
import { ownAttempts } from "./visibility";

export interface Submitted {
  attemptId: string;
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
      SELECT a."id", a."schoolId", a."quizVersionId", a."submittedAt", a."points", a."maxPoints"
      FROM "Attempt" a
      WHERE ${ownAttempts(viewer)} AND a."id" = ${attemptId}::uuid
      FOR UPDATE`;
    if (!attempt) throw new NotFound();
    if (attempt.submittedAt) return { attemptId, points: attempt.points!, maxPoints: attempt.maxPoints! };
    const graded = (await itemsToGrade(transaction, attempt)).map(grade);
    const { points, maxPoints } = attemptScore(graded);
    await writeGrades(transaction, attempt, graded, { points, maxPoints });
    return { attemptId, points, maxPoints };
  });
}

interface LockedAttempt {
  id: string;
  schoolId: string;
  quizVersionId: string;
  submittedAt: Date | null;
  points: number | null;
  maxPoints: number | null;
}

interface ItemToGrade {
  position: number;
  weight: number;
  kind: string;
  body: unknown;
  key: { answer: unknown };
  fields: Fields | null;
}

/** Every item of the attempt's quiz version with its key, and what was saved for it. */
function itemsToGrade(transaction: Transaction, attempt: LockedAttempt): Promise<ItemToGrade[]> {
  return transaction.$queryRaw<ItemToGrade[]>`
    SELECT qi."position", qi."points"::float8 AS "weight", i."kind", i."body", i."key", r."fields"
    FROM "QuizVersionItem" qi
    JOIN "ItemVersion" i ON i."id" = qi."itemVersionId"
    LEFT JOIN "Response" r
      ON r."schoolId" = ${attempt.schoolId}::uuid AND r."attemptId" = ${attempt.id}::uuid AND r."position" = qi."position"
    WHERE qi."quizVersionId" = ${attempt.quizVersionId}::uuid
    ORDER BY qi."position"`;
}

interface Graded {
  position: number;
  outcome: Outcome["state"];
  fraction: number;
  weight: number;
  points: number;
  receipt: unknown;
}

function grade(item: ItemToGrade): Graded {
  const outcome = outcomeOf(item);
  const fraction = outcome.state === "scored" ? outcome.fraction : 0;
  return {
    position: item.position,
    outcome: outcome.state,
    fraction,
    weight: item.weight,
    points: itemPoints({ fraction, weight: item.weight }),
    receipt: outcome.state === "scored" ? outcome.receipt : null,
  };
}

/** Reads and grades one answer; what was never sent is blank. */
function outcomeOf({ kind: name, fields, body, key }: ItemToGrade): Outcome {
  const kind = kindOf(name);
  const reading = kind.read(fields ?? {}, body);
  return reading.state === "read" ? kind.grade(reading.response, key.answer, body) : reading;
}

async function writeGrades(
  transaction: Transaction,
  attempt: LockedAttempt,
  graded: Graded[],
  { points, maxPoints }: { points: number; maxPoints: number },
): Promise<void> {
  await transaction.$executeRaw`
    WITH graded AS (
      INSERT INTO "Response"
        ("schoolId", "attemptId", "position", "savedAt", "outcome", "fraction", "points", "receipt")
      SELECT ${attempt.schoolId}::uuid, ${attempt.id}::uuid, g."position", NULL, g."outcome", g."fraction", g."points",
             g."receipt"
      FROM jsonb_to_recordset(${JSON.stringify(graded)}::jsonb)
        AS g("position" int, "outcome" text, "fraction" float8, "points" float8, "receipt" jsonb)
      ON CONFLICT ("schoolId", "attemptId", "position") DO UPDATE SET
        "outcome" = excluded."outcome", "fraction" = excluded."fraction",
        "points" = excluded."points", "receipt" = excluded."receipt"
    )
    UPDATE "Attempt"
    SET "submittedAt" = now(), "points" = ${points}::float8, "maxPoints" = ${maxPoints}::float8
    WHERE "schoolId" = ${attempt.schoolId}::uuid AND "id" = ${attempt.id}::uuid`;
}
