import { attemptScore, type AttemptScore } from "@/assessment";
import {
  adjustedItems,
  changedForAll,
  type AdjustableItem,
  type AdjustedItem,
  type ChangeForAll,
} from "@/assessment/gradebook";
import { Prisma } from "@/prisma/client/client";

import type { KeyChange } from "@/questions/changed-key";

import type { Transaction } from "./database";
import type { ResponseChange } from "./marked-with";

/**
 * What an attempt's questions earn with everything that holds: their marks, points by hand, and changes for everybody.
 * Handing in, a decision, a change and its undoing all come here, so that a mark made today is a mark computed again tomorrow.
 */

/** What only reads needs no transaction. */
export type Asks = Pick<Transaction, "$queryRaw">;

/** A change in how a question is marked, as it holds for an attempt. */
export interface HeldChange {
  id: string;
  itemId: string;
  what: "accept" | "replace" | "version" | "full" | "drop";
  response: unknown;
  part: string | null;
  itemVersionId: string | null;
  neverLower: boolean;
  madeAt: Date;
}

/**
 * Whether a change `m` that is not undone is about an attempt `a`: its assignment's, the whole school's, or its owner's,
 * who teaches the class whose assignment it is; of a learner's own practice a class in that course, once they were in it.
 */
export const changeHolds = Prisma.sql`(
  m."schoolId" = a."schoolId" AND m."undoneAt" IS NULL AND CASE
    WHEN m."assignmentId" IS NOT NULL THEN coalesce(m."assignmentId" = a."assignmentId", false)
    WHEN m."ownerId" IS NULL THEN true
    WHEN a."assignmentId" IS NOT NULL THEN EXISTS (
      SELECT 1 FROM "Assignment" hw
      JOIN "ClassTeacher" ht ON ht."schoolId" = hw."schoolId" AND ht."classId" = hw."classId" AND ht."personId" = m."ownerId"
      WHERE hw."schoolId" = a."schoolId" AND hw."id" = a."assignmentId")
    ELSE EXISTS (
      SELECT 1 FROM "Enrolment" he
      JOIN "Class" hc ON hc."schoolId" = he."schoolId" AND hc."id" = he."classId"
      JOIN "ClassTeacher" ht ON ht."schoolId" = hc."schoolId" AND ht."classId" = hc."id" AND ht."personId" = m."ownerId"
      JOIN "QuizVersion" hv ON hv."id" = a."quizVersionId" AND hv."courseId" = hc."courseId"
      WHERE he."schoolId" = a."schoolId" AND he."personId" = a."personId"
        AND (he."removedAt" IS NULL OR a."startedAt" < he."removedAt")
        -- What was marked before they came to the class, by what held then, is marked by what is changed later.
        AND he."enrolledAt" <= greatest(m."madeAt", coalesce(a."submittedAt", now())))
  END)`;

/** The changes that hold for attempts, by attempt, in the order in which they were made. */
export async function changesFor(
  transaction: Asks,
  { schoolId, attemptIds }: { schoolId: string; attemptIds: readonly string[] },
): Promise<Map<string, HeldChange[]>> {
  // Most schools have none, and then there is nothing to join.
  const rows = await transaction.$queryRaw<(HeldChange & { attemptIds: string[] })[]>`
    WITH changes AS MATERIALIZED (
      SELECT m.* FROM "MarkingChange" m WHERE m."schoolId" = ${schoolId}::uuid AND m."undoneAt" IS NULL
    ), asked AS MATERIALIZED (
      SELECT DISTINCT i."itemId", r."attemptId"
      FROM "Response" r JOIN "ItemVersion" i ON i."id" = r."itemVersionId"
      WHERE EXISTS (SELECT 1 FROM changes) AND r."schoolId" = ${schoolId}::uuid
        AND r."attemptId" = ANY(${attemptIds as string[]}::uuid[])
    )
    SELECT m."id", m."itemId", m."what", m."response", m."part", m."itemVersionId", m."neverLower", m."madeAt",
           array_agg(a."id") AS "attemptIds"
    FROM changes m
    JOIN asked ON asked."itemId" = m."itemId"
    JOIN "Attempt" a ON a."schoolId" = m."schoolId" AND a."id" = asked."attemptId"
    WHERE ${changeHolds}
    GROUP BY m."id", m."itemId", m."what", m."response", m."part", m."itemVersionId", m."neverLower", m."madeAt"
    ORDER BY m."madeAt", m."id"`;
  const found = new Map<string, HeldChange[]>();
  for (const { attemptIds, ...change } of rows)
    for (const attemptId of attemptIds) {
      const there = found.get(attemptId);
      if (there) there.push(change);
      else found.set(attemptId, [change]);
    }
  return found;
}

/** A question of an attempt with its mark. */
export interface MarkedQuestion extends AdjustableItem {
  position: number;
}

/** What is known of an attempt to count it. */
export interface CountableMarks {
  submittedAt: Date;
  questions: readonly MarkedQuestion[];
  /** Points by hand, by item. */
  byHand: ReadonlyMap<string, number>;
  /** In the order in which they were made. */
  changes: readonly HeldChange[];
}

export interface CountedMarks extends AttemptScore {
  questions: AdjustedItem<MarkedQuestion>[];
}

/** An attempt with everything that holds. Pure. */
export function counted({ submittedAt, questions, byHand, changes }: CountableMarks): CountedMarks {
  // A question may be worth less today than when the points were given.
  const given = new Map(
    [...byHand].flatMap(([itemId, points]): [string, number][] => {
      const weight = questions.findLast((each) => each.itemId === itemId)?.weight;
      return weight === undefined ? [] : [[itemId, Math.min(Math.max(points, 0), weight)]];
    }),
  );
  const forAll = changes.flatMap((each): ChangeForAll[] =>
    each.what === "full" || each.what === "drop"
      ? [{ itemId: each.itemId, what: each.what, neverLower: each.neverLower && submittedAt < each.madeAt }]
      : [],
  );
  const adjusted = adjustedItems(questions, changedForAll(questions, given, forAll));
  return { ...attemptScore(adjusted), questions: adjusted };
}

/** Of the changes that hold for an attempt, those of what counts as right in one of its questions. */
export function responseChanges(
  changes: readonly HeldChange[],
  { itemId, submittedAt, keys }: { itemId: string; submittedAt: Date; keys: ReadonlyMap<string, unknown> },
): ResponseChange[] {
  return changes.flatMap((each): ResponseChange[] => {
    if (each.itemId !== itemId) return [];
    const neverLower = each.neverLower && submittedAt < each.madeAt;
    const change = keyChangeOf(each, keys);
    return change ? [{ change, neverLower }] : [];
  });
}

/** What a change says of the key; null of one that is for all, whatever they answered. */
export function keyChangeOf(change: HeldChange, keys: ReadonlyMap<string, unknown>): KeyChange | null {
  const { what, response, part, itemVersionId } = change;
  if (what === "accept" || what === "replace") return { what, response, part };
  if (what === "version" && itemVersionId !== null && keys.has(itemVersionId))
    return { what, key: keys.get(itemVersionId) };
  return null;
}

/** The keys of the versions that changes take their keys from, by version. */
export async function versionKeys(
  transaction: Asks,
  changes: Iterable<Pick<HeldChange, "itemVersionId">>,
): Promise<Map<string, unknown>> {
  const ids = [...new Set([...changes].flatMap(({ itemVersionId }) => itemVersionId ?? []))];
  if (ids.length === 0) return new Map();
  const rows = await transaction.$queryRaw<{ id: string; answer: unknown }[]>`
    SELECT i."id", i."key"->'answer' AS "answer" FROM "ItemVersion" i WHERE i."id" = ANY(${ids}::uuid[])`;
  return new Map(rows.map(({ id, answer }) => [id, answer]));
}

/** How many attempts are in hand at once. */
export const atOnce = 1000;

/**
 * Computes the points of submitted attempts `a` anew, from the marks of their questions and everything that holds, and
 * writes those that have changed. Answers how many. Take `markSome` before the first row of the transaction.
 */
export async function recountAttempts(transaction: Transaction, which: Prisma.Sql): Promise<number> {
  let written = 0;
  for (let after: string | null = null; ;) {
    const batch: { schoolId: string; id: string }[] = await transaction.$queryRaw`
      SELECT a."schoolId", a."id" FROM "Attempt" a
      WHERE (${which}) AND a."submittedAt" IS NOT NULL AND (${after}::uuid IS NULL OR a."id" > ${after}::uuid)
      ORDER BY a."id" LIMIT ${atOnce}
      FOR NO KEY UPDATE OF a`;
    for (const [schoolId, attemptIds] of bySchool(batch))
      written += await recountThese(transaction, { schoolId, attemptIds });
    if (batch.length < atOnce) return written;
    after = batch.at(-1)!.id;
  }
}

async function recountThese(
  transaction: Transaction,
  these: { schoolId: string; attemptIds: readonly string[] },
): Promise<number> {
  const rows = await marksOf(transaction, these);
  const anew = rows.flatMap((row) => {
    const { points, maxPoints } = counted(row);
    return points === row.points && maxPoints === row.maxPoints ? [] : [{ id: row.attemptId, points, maxPoints }];
  });
  return writePoints(transaction, these.schoolId, anew);
}

/** Attempts that are locked, with all that their points follow from. */
export async function marksOf(
  transaction: Asks,
  { schoolId, attemptIds }: { schoolId: string; attemptIds: readonly string[] },
): Promise<(CountableMarks & { attemptId: string; points: number; maxPoints: number })[]> {
  if (attemptIds.length === 0) return [];
  const rows = await transaction.$queryRaw<MarksRow[]>`
    SELECT a."id" AS "attemptId", a."submittedAt", a."points", a."maxPoints", q."questions",
           ${byHandOf} AS "byHand"
    FROM "Attempt" a
    CROSS JOIN LATERAL (
      SELECT json_agg(json_build_object(
        'position', r."position", 'itemId', i."itemId", 'points', coalesce(r."points", 0), 'weight', qi."points"
      ) ORDER BY r."position") AS "questions"
      FROM "Response" r
      JOIN "ItemVersion" i ON i."id" = r."itemVersionId"
      JOIN "QuizVersionItem" qi
        ON qi."quizVersionId" = a."quizVersionId" AND qi."position" = r."position" AND qi."variant" = 1
      WHERE r."schoolId" = a."schoolId" AND r."attemptId" = a."id"
    ) q
    WHERE a."schoolId" = ${schoolId}::uuid AND a."id" = ANY(${attemptIds as string[]}::uuid[])
    ORDER BY a."id"`;
  const changes = await changesFor(transaction, { schoolId, attemptIds });
  return rows.map(({ questions, byHand, ...row }) => ({
    ...row,
    questions: questions ?? [],
    byHand: new Map(Object.entries(byHand ?? {})),
    changes: changes.get(row.attemptId) ?? [],
  }));
}

interface MarksRow {
  attemptId: string;
  submittedAt: Date;
  points: number;
  maxPoints: number;
  questions: MarkedQuestion[] | null;
  byHand: Record<string, number> | null;
}

/** Points by hand at an attempt `a`, by item: what is said of the attempt beats what is said of the learner. */
export const byHandOf = Prisma.sql`(
  SELECT json_object_agg(given."itemId", given."value") FROM (
    SELECT DISTINCT ON (d."itemId") d."itemId", d."value"
    FROM "Decision" d
    WHERE d."schoolId" = a."schoolId" AND d."assignmentId" = a."assignmentId" AND d."what" = 'question'
      AND d."undoneAt" IS NULL AND d."itemId" IS NOT NULL AND d."value" IS NOT NULL
      AND (d."attemptId" = a."id" OR (d."attemptId" IS NULL AND d."personId" = a."personId"))
    ORDER BY d."itemId", d."attemptId" IS NULL, d."decidedAt" DESC, d."id" DESC
  ) given)`;

/** Writes attempts' points, all at once. */
export async function writePoints(
  transaction: Transaction,
  schoolId: string,
  anew: readonly { id: string; points: number; maxPoints: number }[],
): Promise<number> {
  if (anew.length === 0) return 0;
  return transaction.$executeRaw`
    UPDATE "Attempt" a SET "points" = n."points", "maxPoints" = n."maxPoints"
    FROM jsonb_to_recordset(${JSON.stringify(anew)}::jsonb) AS n("id" uuid, "points" float8, "maxPoints" float8)
    WHERE a."schoolId" = ${schoolId}::uuid AND a."id" = n."id"`;
}

function bySchool(rows: readonly { schoolId: string; id: string }[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { schoolId, id } of rows) {
    const there = found.get(schoolId);
    if (there) there.push(id);
    else found.set(schoolId, [id]);
  }
  return found;
}
