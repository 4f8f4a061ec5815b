import type { AttemptScore, MarkLine } from "@/assessment";
import { Prisma } from "@/prisma/client/client";
import type { Fields, Outcome } from "@/questions";

import type { Transaction } from "./database";
import type { GradedItem } from "./grade-item";
import { markedWith } from "./marked-with";
import {
  atOnce,
  counted,
  marksOf,
  responseChanges,
  versionKeys,
  writePoints,
  type CountedMarks,
  type HeldChange,
  type MarkedQuestion,
} from "./marking";
import type { AttemptRules, Certainty, ItemRules } from "./rules";

/** Attempts marked anew, from what was sent and everything that holds: before a change and after it. */

/** An attempt that a change concerns. */
export interface Remarked {
  attemptId: string;
  before: AttemptScore;
  after: AttemptScore;
  /** Questions whose points change, or what they are worth. */
  questions: QuestionChange[];
  /** Marks to be written: the place of the grade in the batch. */
  marks: { position: number; grade: number }[];
}

export interface QuestionChange {
  position: number;
  itemId: string;
  before: number;
  after: number;
  maxBefore: number;
  maxAfter: number;
}

export interface RemarkedBatch {
  /** Of all that were marked. */
  attempts: Remarked[];
  /** Each different mark once. */
  grades: Grade[];
}

interface Grade {
  outcome: Outcome["state"];
  fraction: number;
  points: number;
  receipt: unknown;
  mark: MarkLine[];
}

export interface RemarkWanted {
  schoolId: string;
  itemId: string;
  /** Attempts `a`, of which those count that are handed in and were asked the item. */
  which: Prisma.Sql;
  /** The changes that hold before and after, of those that are stored. */
  before?: (held: readonly HeldChange[]) => readonly HeldChange[];
  after: (held: readonly HeldChange[]) => readonly HeldChange[];
  /** The changes that are not stored: their versions' keys are wanted too. */
  besides?: readonly HeldChange[];
}

/** Attempts `a` that were asked an item. */
export function askedItem(itemId: string): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT 1 FROM "Response" ar JOIN "ItemVersion" ai ON ai."id" = ar."itemVersionId"
    WHERE ar."schoolId" = a."schoolId" AND ar."attemptId" = a."id" AND ai."itemId" = ${itemId})`;
}

/** Marks attempts anew, batch by batch, and writes nothing: what does not change is there without questions and marks. */
export async function* remark(transaction: Transaction, wanted: RemarkWanted): AsyncGenerator<RemarkedBatch> {
  const { schoolId, itemId } = wanted;
  const all = await transaction.$queryRaw<{ id: string }[]>`
    SELECT a."id" FROM "Attempt" a
    WHERE a."schoolId" = ${schoolId}::uuid AND a."submittedAt" IS NOT NULL AND (${wanted.which})
      AND a."id" IN (
        SELECT r."attemptId" FROM "ItemVersion" i JOIN "Response" r ON r."itemVersionId" = i."id"
        WHERE i."itemId" = ${itemId} AND r."schoolId" = ${schoolId}::uuid)
    ORDER BY a."id"`;
  const versions = await versionsOf(transaction, itemId);
  const known: Known = new Map();
  for (let from = 0; from < all.length; from += atOnce) {
    const attemptIds = all.slice(from, from + atOnce).map(({ id }) => id);
    yield await remarkThese(transaction, { ...wanted, attemptIds, versions, known });
  }
}

interface Marking extends RemarkWanted {
  attemptIds: readonly string[];
  versions: ReadonlyMap<string, ItemRow>;
  known: Known;
}

/** What evidence is worth before and after, so that each different answer is graded once. */
type Known = Map<string, { before: GradedItem; after: GradedItem; same: boolean }>;

async function remarkThese(transaction: Transaction, wanted: Marking): Promise<RemarkedBatch> {
  const { schoolId, itemId, attemptIds, before = (held) => held, after } = wanted;
  const rows = await marksOf(transaction, { schoolId, attemptIds });
  const evidence = await evidenceOf(transaction, { schoolId, itemId, attemptIds });
  const keys = await versionKeys(transaction, [...rows.flatMap(({ changes }) => changes), ...(wanted.besides ?? [])]);
  const grades: Grade[] = [];
  const placeOf = new Map<GradedItem, number>();
  const attempts = rows.map((row): Remarked => {
    const [held, holds] = [before(row.changes), after(row.changes)];
    const { submittedAt } = row;
    const marks: Remarked["marks"] = [];
    const points = new Map<number, number>();
    for (const response of evidence.get(row.attemptId) ?? []) {
      const [was, is] = [held, holds].map((changes) => responseChanges(changes, { itemId, submittedAt, keys }));
      if (was!.length === 0 && is!.length === 0) continue;
      const version = wanted.versions.get(response.itemVersionId)!;
      const ids = (changes: readonly HeldChange[]) =>
        changes.flatMap((each) =>
          each.itemId === itemId ? [`${each.id}${each.neverLower && submittedAt < each.madeAt ? "+" : ""}`] : [],
        );
      const { attemptId: _, position, ...sent } = response;
      const name = JSON.stringify([sent, ids(held), ids(holds)]);
      let marked = wanted.known.get(name);
      if (!marked) {
        const item = gradable(response, version);
        const [before, after] = [markedWith(item, was!), markedWith(item, is!)];
        marked = { before, after, same: JSON.stringify(before) === JSON.stringify(after) };
        // Essays of ten thousand learners are ten thousand answers, and need not all be kept.
        if (wanted.known.size >= mostKnown) wanted.known.clear();
        wanted.known.set(name, marked);
      }
      if (marked.same) continue;
      const { after: graded } = marked;
      let grade = placeOf.get(graded);
      if (grade === undefined) {
        grade = grades.push(asStored(graded)) - 1;
        placeOf.set(graded, grade);
      }
      marks.push({ position, grade });
      points.set(position, graded.points);
    }
    const anew = (each: MarkedQuestion) => ({ ...each, points: points.get(each.position) ?? each.points });
    const questions = points.size > 0 ? row.questions.map(anew) : row.questions;
    const was = counted({ ...row, changes: held });
    const is = counted({ ...row, questions, changes: holds });
    return {
      attemptId: row.attemptId,
      before: { points: row.points, maxPoints: row.maxPoints },
      after: { points: is.points, maxPoints: is.maxPoints },
      questions: differences(was, is),
      marks,
    };
  });
  return { attempts, grades };
}

const mostKnown = 5000;

function differences(was: CountedMarks, is: CountedMarks): QuestionChange[] {
  return was.questions.flatMap(({ position, itemId, points, weight }, index) => {
    const now = is.questions[index]!;
    if (points === now.points && weight === now.weight) return [];
    return [{ position, itemId, before: points, after: now.points, maxBefore: weight, maxAfter: now.weight }];
  });
}

/** True of an attempt in which anything comes out otherwise. */
export function isChanged({ before, after, questions }: Remarked): boolean {
  return questions.length > 0 || before.points !== after.points || before.maxPoints !== after.maxPoints;
}

/** Writes what was marked anew, with what changed and by which change. */
export async function writeRemarked(
  transaction: Transaction,
  { schoolId, changeId, undo }: { schoolId: string; changeId: string; undo: boolean },
  { attempts, grades }: RemarkedBatch,
): Promise<void> {
  const marks = attempts.flatMap(({ attemptId, marks }) => marks.map((each) => ({ attemptId, ...each })));
  if (marks.length > 0)
    await transaction.$executeRaw`
      UPDATE "Response" r SET
        "outcome" = g."outcome", "fraction" = g."fraction", "points" = g."points", "receipt" = g."receipt",
        "mark" = g."mark"
      FROM jsonb_to_recordset(${JSON.stringify(marks)}::jsonb) AS m("attemptId" uuid, "position" int, "grade" int)
      JOIN jsonb_to_recordset(${JSON.stringify(grades.map((each, place) => ({ place, ...each })))}::jsonb)
        AS g("place" int, "outcome" text, "fraction" float8, "points" float8, "receipt" jsonb, "mark" jsonb)
        ON g."place" = m."grade"
      WHERE r."schoolId" = ${schoolId}::uuid AND r."attemptId" = m."attemptId" AND r."position" = m."position"`;
  const points = attempts.filter(isChanged).map(({ attemptId, after }) => ({ id: attemptId, ...after }));
  await writePoints(transaction, schoolId, points);
  const lines = attempts.flatMap(({ attemptId, questions }) =>
    questions.map(({ itemId: _, ...each }) => ({ attemptId, ...each })),
  );
  if (lines.length > 0)
    await transaction.$executeRaw`
      INSERT INTO "ScoreChange"
        ("schoolId", "changeId", "undo", "attemptId", "position", "before", "after", "maxBefore", "maxAfter", "changedAt")
      SELECT ${schoolId}::uuid, ${changeId}::uuid, ${undo}, l."attemptId", l."position", l."before", l."after",
             l."maxBefore", l."maxAfter", clock_timestamp()
      FROM jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
        AS l("attemptId" uuid, "position" int, "before" float8, "after" float8, "maxBefore" float8, "maxAfter" float8)
      ON CONFLICT ("schoolId", "changeId", "undo", "attemptId", "position") DO UPDATE
        SET "after" = excluded."after", "maxAfter" = excluded."maxAfter", "changedAt" = excluded."changedAt"`;
}

interface Evidence {
  attemptId: string;
  position: number;
  itemVersionId: string;
  weight: number;
  rules: AttemptRules;
  fields: Fields;
  certainty: Certainty | null;
  hintsTaken: number;
  tries: Fields[] | null;
}

async function evidenceOf(
  transaction: Transaction,
  { schoolId, itemId, attemptIds }: { schoolId: string; itemId: string; attemptIds: readonly string[] },
): Promise<Map<string, Evidence[]>> {
  const rows = await transaction.$queryRaw<Evidence[]>`
    SELECT r."attemptId", r."position", r."itemVersionId", qi."points"::float8 AS "weight", a."rules", r."fields",
           r."certainty", r."hintsTaken", CASE WHEN r."triesUsed" > 0 THEN (
             SELECT jsonb_agg(t."fields" ORDER BY t."number") FROM "Try" t
             WHERE t."schoolId" = r."schoolId" AND t."attemptId" = r."attemptId" AND t."position" = r."position"
           ) END AS "tries"
    FROM "Response" r
    JOIN "ItemVersion" i ON i."id" = r."itemVersionId" AND i."itemId" = ${itemId}
    JOIN "Attempt" a ON a."schoolId" = r."schoolId" AND a."id" = r."attemptId"
    JOIN "QuizVersionItem" qi
      ON qi."quizVersionId" = a."quizVersionId" AND qi."position" = r."position" AND qi."variant" = 1
    WHERE r."schoolId" = ${schoolId}::uuid AND r."attemptId" = ANY(${attemptIds as string[]}::uuid[])
    ORDER BY r."attemptId", r."position"`;
  const found = new Map<string, Evidence[]>();
  for (const row of rows) {
    const there = found.get(row.attemptId);
    if (there) there.push(row);
    else found.set(row.attemptId, [row]);
  }
  return found;
}

/** A version of an item with its key. */
interface ItemRow {
  id: string;
  kind: string;
  body: unknown;
  answer: unknown;
  rules: ItemRules;
}

async function versionsOf(transaction: Transaction, itemId: string): Promise<Map<string, ItemRow>> {
  const rows = await transaction.$queryRaw<ItemRow[]>`
    SELECT i."id", i."kind", i."body", i."key"->'answer' AS "answer", i."rules"
    FROM "ItemVersion" i WHERE i."itemId" = ${itemId}`;
  return new Map(rows.map((row) => [row.id, row]));
}

function gradable(response: Evidence, { kind, body, answer, rules }: ItemRow) {
  const { weight, fields, certainty, hintsTaken, tries } = response;
  return {
    kind,
    body,
    key: answer,
    rules: {
      points: weight,
      penalty: response.rules.penalty,
      certainty: response.rules.certainty,
      hints: rules.hints,
    },
    fields,
    tries: (tries ?? []).map((fields) => ({ fields })),
    certainty,
    hintsTaken,
  };
}

function asStored({ outcome, points, mark }: GradedItem): Grade {
  const scored = outcome.state === "scored";
  return {
    outcome: outcome.state,
    fraction: scored ? outcome.fraction : 0,
    points,
    receipt: scored ? outcome.receipt : null,
    mark,
  };
}
