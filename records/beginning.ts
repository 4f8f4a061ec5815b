import { randomInt } from "node:crypto";

import { drawVariant } from "@/questions/variant";

import { currentQuizzes } from "./current-quizzes";
import { database } from "./database";
import { NotFound } from "./errors";
import { newId } from "./new-id";
import { plainRules, type AttemptRules } from "./rules";
import { seedAt } from "./seed";
import { about, ownAssignments, showingOf } from "./showing";
import type { Viewer } from "./viewer";
import { ownAttempts } from "./visibility";

/** Whether an open assignment of the viewer's holds back what is right at a quiz, from practice or from another's work. */
export async function heldBack(
  viewer: Viewer,
  { quizId, assignmentId = null }: { quizId: string; assignmentId?: string | null },
): Promise<boolean> {
  const all = await ownAssignments(viewer, about(quizId), { closings: true });
  return !showingOf(all, { quizId, assignmentId }).shown.correctness;
}

/** What an attempt is begun for. */
export interface ForAssignment {
  assignmentId: string;
  /** The paper that was made for it; null: the quiz as it is published now. */
  quizVersionId: string | null;
  startedAt: Date;
  endsAt: Date | null;
  acceptedUntil: Date | null;
  /** How many were begun before, as far as was known: when there are more by now, none is begun. */
  before: number;
}

/** A new attempt with a response a position, in one statement; null when another request was first. */
export async function begin(
  viewer: Viewer,
  quizId: string,
  choose: (quiz: AttemptRules) => { rules: AttemptRules; practice: boolean },
  work: ForAssignment | null = null,
  through: Pick<ReturnType<typeof database>, "$queryRaw"> = database(),
): Promise<string | null> {
  const [current] = await through.$queryRaw<{ versionId: string; rules: AttemptRules; asked: Asked[] }[]>`
    SELECT v."id" AS "versionId", v."rules" - 'bands' AS "rules",
           (SELECT jsonb_agg(p) FROM (
              SELECT i."position", array_agg(i."itemVersionId" ORDER BY i."variant") AS "variants"
              FROM "QuizVersionItem" i WHERE i."quizVersionId" = v."id" GROUP BY i."position"
            ) p) AS "asked"
    FROM "QuizVersion" v
    WHERE v."id" = coalesce(${work?.quizVersionId ?? null}::uuid, (
        SELECT q."quizVersionId" FROM ${currentQuizzes} q WHERE q."quizId" = ${quizId} LIMIT 1))
      AND v."quizId" = ${quizId}`;
  if (!current) throw new NotFound();
  const seed = randomInt(2 ** 31 - 1);
  const drawn = current.asked.map(({ position, variants }) => ({
    position,
    itemVersionId: variants[drawVariant(seedAt(seed, position), variants.length) - 1]!,
  }));
  const { rules, practice } = choose({ ...plainRules, ...current.rules });
  const [begun] = await through.$queryRaw<{ id: string }[]>`
    WITH begun AS (
      INSERT INTO "Attempt"
        ("schoolId", "id", "personId", "quizId", "quizVersionId", "number", "seed", "rules", "practice",
         "assignmentId", "startedAt", "endsAt", "acceptedUntil")
      SELECT ${viewer.schoolId}::uuid, ${newId()}::uuid, ${viewer.personId}::uuid, ${quizId},
             ${current.versionId}::uuid,
             1 + coalesce((SELECT max(a."number") FROM "Attempt" a
                           WHERE ${ownAttempts(viewer)} AND a."quizId" = ${quizId}), 0),
             ${seed}::int, ${JSON.stringify(rules)}::jsonb, ${practice}, ${work?.assignmentId ?? null}::uuid,
             coalesce(${work?.startedAt ?? null}::timestamptz, now()), ${work?.endsAt ?? null}::timestamptz,
             ${work?.acceptedUntil ?? null}::timestamptz
      WHERE ${work === null} OR ${work?.before ?? 0}::int = (
        SELECT count(*) FROM "Attempt" a
        WHERE ${ownAttempts(viewer)} AND a."assignmentId" = ${work?.assignmentId ?? null}::uuid)
      ON CONFLICT DO NOTHING
      RETURNING "schoolId", "id"
    ), responses AS (
      INSERT INTO "Response" ("schoolId", "attemptId", "position", "itemVersionId")
      SELECT begun."schoolId", begun."id", d."position", d."itemVersionId"
      FROM begun, jsonb_to_recordset(${JSON.stringify(drawn)}::jsonb) AS d("position" int, "itemVersionId" uuid)
    )
    SELECT "id" FROM begun`;
  return begun?.id ?? null;
}

interface Asked {
  position: number;
  /** Ids of the item versions, in the order of the variants. */
  variants: string[];
}
