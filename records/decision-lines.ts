import { decisionShown } from "@/assessment/decision-shown";
import type { Shown } from "@/assessment/show-rules";
import type { Prisma } from "@/prisma/client/client";

import { database } from "./database";
import type { HeldChange } from "./marking";

/** What teachers decided by hand, as it is told: by whom, when, why. Whoever asks has seen to it that the viewer may know. */

/** A decision about one learner's work, or about everyone's. */
export interface DecisionLine {
  id: string;
  assignmentId: string;
  /** 'score', 'question', 'excuse', 'void', 'reopen', 'add', 'extend', 'end', 'comment' */
  what: string;
  /** Points, seconds or attempts; null where there is no number. */
  value: number | null;
  /** Empty where nobody gave one. */
  reason: string;
  comment: string;
  by: string;
  at: Date;
  /** Null while it holds. */
  undone: { by: string; at: Date; /** A newer one took its place. */ replaced: boolean } | null;
  /** `number`: 1 for the learner's first at this assignment. */
  attempt: { id: string; number: number } | null;
  question: { itemId: string; position: number; prompt: string } | null;
}

/** What is kept as the reason of decisions at the live view for which none was written. */
export const unsaid = { extend: "More time", end: "Ended by the teacher" } as const;
const unsaidOf = new Map<string, string>(Object.entries(unsaid));

/** The decisions `d` that a condition names, the newest first. */
export async function decisionLines(which: Prisma.Sql): Promise<DecisionLine[]> {
  return database().$queryRaw<DecisionLine[]>`
    SELECT d."id", d."assignmentId", d."what", d."value", d."reason", d."comment", by."displayName" AS "by", d."decidedAt" AS "at",
           CASE WHEN d."undoneAt" IS NOT NULL THEN jsonb_build_object(
             'by', undoer."displayName", 'at', d."undoneAt",
             'replaced', EXISTS (
               SELECT 1 FROM "Decision" n
               WHERE n."schoolId" = d."schoolId" AND n."assignmentId" = d."assignmentId" AND n."what" = d."what"
                 AND n."personId" IS NOT DISTINCT FROM d."personId" AND n."attemptId" IS NOT DISTINCT FROM d."attemptId"
                 AND n."itemId" IS NOT DISTINCT FROM d."itemId" AND n."decidedAt" = d."undoneAt"))
           END AS "undone",
           CASE WHEN a."id" IS NOT NULL THEN jsonb_build_object('id', a."id", 'number', (
             SELECT count(*) FROM "Attempt" b
             WHERE b."schoolId" = a."schoolId" AND b."assignmentId" = a."assignmentId" AND b."personId" = a."personId"
               AND b."number" <= a."number"))
           END AS "attempt",
           CASE WHEN d."itemId" IS NOT NULL THEN (
             SELECT jsonb_build_object('itemId', i."itemId", 'position', r."position", 'prompt', i."prompt")
             FROM "Response" r JOIN "ItemVersion" i ON i."id" = r."itemVersionId"
             WHERE r."schoolId" = a."schoolId" AND r."attemptId" = a."id" AND i."itemId" = d."itemId"
             LIMIT 1)
           END AS "question"
    FROM "Decision" d
    JOIN "Person" by ON by."schoolId" = d."schoolId" AND by."id" = d."decidedById"
    LEFT JOIN "Person" undoer ON undoer."schoolId" = d."schoolId" AND undoer."id" = d."undoneById"
    LEFT JOIN "Attempt" a ON a."schoolId" = d."schoolId" AND a."id" = d."attemptId"
    WHERE ${which}
    ORDER BY d."decidedAt" DESC, d."id" DESC`.then((rows) =>
    rows.map((row) => ({
      ...row,
      // It says what was done once more.
      reason: row.reason === unsaidOf.get(row.what) ? "" : row.reason,
      undone: row.undone && { ...row.undone, at: new Date(row.undone.at) },
    })),
  );
}

/** What a learner is told of it: what holds, as far as it may be shown. */
export function toldToLearner(
  lines: readonly DecisionLine[],
  showing: { shown: Shown; over: boolean },
): DecisionLine[] {
  return lines.filter(
    ({ what, question, undone }) => undone === null && decisionShown({ what, onQuestion: question !== null }, showing),
  );
}

/**
 * What a learner is told of changes of marking: nothing while the score is held back; which questions it were tells right
 * and wrong, so that waits for these, and the teacher's words with it, at most until nobody can sit it any more.
 */
export function changesToLearner(
  lines: readonly MarkChangeLine[],
  { shown, over }: { shown: Shown; over: boolean },
): MarkChangeLine[] {
  if (!shown.score) return [];
  if (shown.correctness || shown.key) return [...lines];
  return lines.map((line) => ({ ...line, positions: [], ...(!over && { reason: "", note: "" }) }));
}

/** A change in how questions are marked, as it changed one attempt. */
export interface MarkChangeLine {
  /** Null: at the learner's own practice. */
  assignmentId: string | null;
  changeId: string;
  what: HeldChange["what"];
  attemptId: string;
  /** It did nothing here when it was made, and something when it was taken back: `before` and `after` are of that. */
  undo: boolean;
  /** Null while it holds, and where taking it back changed nothing. `points`: what that did, more or less. */
  undone: { by: string; at: Date; points: number } | null;
  /** Of the questions that it changed, together. */
  before: number;
  after: number;
  /** None while it is held back which they are. */
  positions: number[];
  /** Why it was made, and what was said to the learners concerned; empty when nothing was, and when it holds no more. */
  reason: string;
  note: string;
  by: string;
  at: Date;
}

/** What changes of marking did to the attempts `a` that a condition names, a line for each, the newest first. */
export async function markChangeLines(which: Prisma.Sql): Promise<MarkChangeLine[]> {
  const rows = await database().$queryRaw<Omit<MarkChangeLine, "undone">[]>`
    SELECT a."assignmentId", x."changeId", m."what", x."undo", x."attemptId", sum(x."before") AS "before",
           sum(x."after") AS "after",
           array_agg(x."position" ORDER BY x."position") AS "positions",
           CASE WHEN m."undoneAt" IS NULL THEN m."reason" ELSE '' END AS "reason",
           CASE WHEN m."undoneAt" IS NULL THEN m."note" ELSE '' END AS "note", by."displayName" AS "by",
           max(x."changedAt") AS "at"
    FROM "Attempt" a
    JOIN "ScoreChange" x ON x."schoolId" = a."schoolId" AND x."attemptId" = a."id"
    JOIN "MarkingChange" m ON m."schoolId" = x."schoolId" AND m."id" = x."changeId"
    JOIN "Person" by ON by."schoolId" = m."schoolId"
      AND by."id" = CASE WHEN x."undo" THEN coalesce(m."undoneById", m."madeById") ELSE m."madeById" END
    WHERE ${which}
    GROUP BY a."assignmentId", x."changeId", m."what", x."undo", x."attemptId", m."undoneAt", m."reason", m."note",
             by."displayName"
    ORDER BY max(x."changedAt") DESC, x."changeId"`;
  const of = ({ changeId, attemptId }: { changeId: string; attemptId: string }) => `${changeId} ${attemptId}`;
  const made = new Set(rows.filter(({ undo }) => !undo).map(of));
  const undoings = new Map(rows.filter(({ undo }) => undo).map((row) => [of(row), row]));
  return rows
    .filter((row) => !row.undo || !made.has(of(row)))
    .map((row) => {
      const undoing = row.undo ? undefined : undoings.get(of(row));
      return {
        ...row,
        undone: undoing ? { by: undoing.by, at: undoing.at, points: undoing.after - undoing.before } : null,
      };
    });
}
