import { type MarkLine } from "@/assessment";
import { arrival } from "@/assessment/time-rules";
import { Prisma } from "@/prisma/client/client";
import type { Fields, Outcome } from "@/questions";

import type { Transaction } from "./database";
import { markedWith } from "./marked-with";
import { byHandOf, changesFor, counted, responseChanges, versionKeys, type HeldChange } from "./marking";
import { markSomeOf } from "./marking-lock";
import type { AttemptRules, Certainty, ItemRules } from "./rules";
import { sitterColumns, termsOf, timed, type SitterRow } from "./terms";

export interface HandedIn {
  attemptId: string;
  quizId: string;
  assignmentId: string | null;
  /** With certainty they may lie below 0. */
  points: number;
  maxPoints: number;
}

/**
 * Closes an attempt `a` and grades it: waits for saves under way, and whatever comes after finds it closed. One that was
 * handed in before gives the first result. `asBefore`: it was opened again, and counts as handed in when it had been. Null
 * when the condition names none, or, with `SKIP LOCKED`, when somebody else has it in hand.
 */
export async function handIn(
  transaction: Transaction,
  which: Prisma.Sql,
  {
    busy = "WAIT",
    asBefore = null,
  }: { busy?: "WAIT" | "SKIP LOCKED"; asBefore?: Omit<HandingIn, "byHand"> | null } = {},
): Promise<HandedIn | null> {
  // Before the attempt's row, as everybody who marks: a change of marks counts for this attempt or comes after it.
  if (!(await markSomeOf(transaction, which))) return null;
  const [attempt] = await transaction.$queryRaw<LockedAttempt[]>`
    SELECT a."id", a."schoolId", a."personId", a."quizId", a."assignmentId", a."startedAt", a."endsAt", a."rules", a."submittedAt",
           a."points", a."maxPoints", coalesce(a."acceptedUntil" < clock_timestamp(), false) AS "overdue",
           clock_timestamp()::timestamptz(3) AS "now"
    FROM "Attempt" a
    WHERE ${which}
    FOR UPDATE ${busy === "SKIP LOCKED" ? Prisma.sql`SKIP LOCKED` : Prisma.empty}`;
  if (!attempt) return null;
  const { quizId, assignmentId } = attempt;
  const handed = { attemptId: attempt.id, quizId, assignmentId };
  if (attempt.submittedAt) return { ...handed, points: attempt.points!, maxPoints: attempt.maxPoints! };
  const moment = await handingIn(transaction, attempt, asBefore);
  const answers = await answersToGrade(transaction, attempt);
  const { schoolId, id } = attempt;
  const changes = answers.some(({ changed }) => changed)
    ? ((await changesFor(transaction, { schoolId, attemptIds: [id] })).get(id) ?? [])
    : [];
  const keys = await versionKeys(transaction, changes);
  const graded = answers.map((answer) => grade(answer, attempt.rules, { changes, keys, at: moment.at }));
  const { byHand } = moment;
  const { points, maxPoints } = counted({ submittedAt: moment.at, questions: graded, byHand, changes });
  await writeGrades(transaction, attempt, graded, { points, maxPoints }, moment);
  return { ...handed, points, maxPoints };
}

interface LockedAttempt {
  id: string;
  schoolId: string;
  personId: string;
  quizId: string;
  assignmentId: string | null;
  startedAt: Date;
  endsAt: Date | null;
  rules: AttemptRules;
  submittedAt: Date | null;
  points: number | null;
  maxPoints: number | null;
  /** Its time is over, the grace too. */
  overdue: boolean;
  now: Date;
}

interface HandingIn {
  at: Date;
  /** Seconds after it was due, and the share of the points that this costs. */
  lateBy: number;
  deduction: number;
  /** Points by hand, by item: a reopened attempt has them before it is handed in again. */
  byHand: ReadonlyMap<string, number>;
}

/** When it counts as handed in, and what lateness costs. An attempt that ran out is handed in at the moment when it ended. */
async function handingIn(
  transaction: Transaction,
  attempt: LockedAttempt,
  asBefore: Omit<HandingIn, "byHand"> | null,
): Promise<HandingIn> {
  const at = attempt.overdue && attempt.endsAt ? attempt.endsAt : attempt.now;
  if (attempt.assignmentId === null) return { at, lateBy: 0, deduction: 0, byHand: new Map() };
  const [row] = await transaction.$queryRaw<(SitterRow & { byHand: Record<string, number> | null })[]>`
    SELECT ${sitterColumns}, (
      SELECT ${byHandOf} FROM "Attempt" a WHERE a."schoolId" = s."schoolId" AND a."id" = ${attempt.id}::uuid) AS "byHand"
    FROM "Assignment" s
    JOIN "Class" c ON c."schoolId" = s."schoolId" AND c."id" = s."classId"
    JOIN "School" sc ON sc."id" = s."schoolId"
    JOIN "Person" p ON p."schoolId" = s."schoolId" AND p."id" = ${attempt.personId}::uuid
    WHERE s."schoolId" = ${attempt.schoolId}::uuid AND s."id" = ${attempt.assignmentId}::uuid`;
  const terms = termsOf(row!);
  const byHand = new Map(Object.entries(row!.byHand ?? {}));
  if (asBefore) return { ...asBefore, byHand };
  const { startedAt, endsAt } = attempt;
  const clock = timed(terms, {
    startedAt: startedAt.toISOString(),
    endsAt: endsAt && endsAt.toISOString(),
  });
  const arrived = arrival(terms, clock, at, row!.timeZone);
  if (arrived.state !== "late") return { at, lateBy: 0, deduction: 0, byHand };
  return { at, lateBy: Math.ceil(arrived.by), deduction: arrived.deduction, byHand };
}

interface AnswerToGrade {
  position: number;
  itemId: string;
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
  /** Somebody has changed how this question is marked, here or elsewhere. */
  changed: boolean;
}

/** Every question of the attempt with its key, and what was done at it. */
function answersToGrade(transaction: Transaction, attempt: LockedAttempt): Promise<AnswerToGrade[]> {
  return transaction.$queryRaw<AnswerToGrade[]>`
    SELECT r."position", i."itemId", qi."points"::float8 AS "weight", i."kind", i."body", i."key"->'answer' AS "answer",
           i."rules" AS "itemRules", r."fields", r."certainty", r."hintsTaken",
           CASE WHEN r."triesUsed" > 0 THEN (
             SELECT jsonb_agg(t."fields" ORDER BY t."number") FROM "Try" t
             WHERE t."schoolId" = r."schoolId" AND t."attemptId" = r."attemptId" AND t."position" = r."position"
           ) END AS "tries",
           EXISTS (SELECT 1 FROM "MarkingChange" m
                   WHERE m."schoolId" = r."schoolId" AND m."itemId" = i."itemId" AND m."undoneAt" IS NULL) AS "changed"
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
  itemId: string;
  outcome: Outcome["state"];
  fraction: number;
  weight: number;
  points: number;
  receipt: unknown;
  mark: MarkLine[];
}

function grade(
  answer: AnswerToGrade,
  { certainty: asked, penalty }: AttemptRules,
  held: { changes: readonly HeldChange[]; keys: ReadonlyMap<string, unknown>; at: Date },
): Graded {
  const { position, itemId, weight, kind, body, fields, certainty, hintsTaken, tries, itemRules } = answer;
  const { outcome, points, mark } = markedWith(
    {
      kind,
      body,
      key: answer.answer,
      rules: { points: weight, penalty, certainty: asked, hints: itemRules.hints },
      fields,
      tries: (tries ?? []).map((fields) => ({ fields })),
      certainty,
      hintsTaken,
    },
    responseChanges(held.changes, { itemId, submittedAt: held.at, keys: held.keys }),
  );
  return {
    position,
    itemId,
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
  { at, lateBy, deduction }: HandingIn,
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
    SET "submittedAt" = ${at}::timestamptz, "points" = ${points}::float8, "maxPoints" = ${maxPoints}::float8,
        "lateBy" = ${lateBy}::int, "deduction" = ${deduction}::float8
    WHERE "schoolId" = ${attempt.schoolId}::uuid AND "id" = ${attempt.id}::uuid`;
}
