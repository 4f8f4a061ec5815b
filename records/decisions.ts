import { attemptClock, mayBegin } from "@/assessment/time-rules";
import { Prisma } from "@/prisma/client/client";

import { databaseErrorCode } from "./conflict";
import { database, type Transaction } from "./database";
import {
  anotherIsOpen,
  decisionKinds,
  decisionSlips,
  decisionWords,
  replacesEarlier,
  type DecisionFacts,
  type DecisionField,
  type DecisionKind,
  type DecisionWanted,
} from "./decision-input";
import { NotFound } from "./errors";
import { handIn } from "./handing-in";
import { id } from "./ids";
import { tellWatchers } from "./live-news";
import { recountAttempts } from "./marking";
import { markSome } from "./marking-lock";
import { newId } from "./new-id";
import { settle } from "./overdue";
import { refused, type Refused } from "./slip";
import { attemptsUsed, paperPoints, scoreOf, sitterColumns, termsOf, timed, type SitterRow } from "./terms";
import type { Viewer } from "./viewer";
import { assignmentsTaughtBy } from "./visibility";

export type { DecisionField, DecisionKind, DecisionWanted } from "./decision-input";

/** What teachers decide by hand about one learner's work at an assignment: with a reason, a name, a time, and undo. */

export type Decided =
  | {
      state: "decided";
      decisionId: string;
      /** Of 'add': they have the attempt, but cannot begin it now. */
      cannotBegin: "closed" | "not-open" | null;
    }
  | Refused<DecisionField>;

/**
 * Decides something about the work of a learner at an assignment of a class that the viewer teaches. What gives points or
 * lets off stands in the place of an earlier decision of the same kind about the same thing. Throws NotFound.
 */
export async function decide(viewer: Viewer, wanted: DecisionWanted): Promise<Decided> {
  const { what } = wanted;
  const [classId, assignmentId, personId] = [id(wanted.classId), id(wanted.assignmentId), id(wanted.personId)];
  const attemptId = wanted.attemptId === undefined ? null : id(wanted.attemptId);
  const itemId = wanted.itemId ?? null;
  await settle(Prisma.sql`a."schoolId" = ${viewer.schoolId}::uuid AND a."assignmentId" = ${assignmentId}::uuid
    AND a."personId" = ${personId}::uuid`);
  const made = database().$transaction<Decided>(async (transaction) => {
    await markSome(transaction, viewer.schoolId);
    const row = await sitterHeld(transaction, viewer, { classId, assignmentId, personId });
    const facts = await factsOf(transaction, row, { attemptId, itemId });
    const slips = decisionSlips(wanted, facts);
    if (slips.length > 0) return { state: "refused", slips };
    const { reason, comment } = decisionWords(wanted);
    const value = what === "score" || what === "question" || what === "add" || what === "reopen" ? wanted.value : null;
    if (replacesEarlier(what))
      await transaction.$executeRaw`
        UPDATE "Decision" SET "undoneById" = ${viewer.personId}::uuid, "undoneAt" = now()
        WHERE "schoolId" = ${viewer.schoolId}::uuid AND "assignmentId" = ${assignmentId}::uuid
          AND "personId" = ${personId}::uuid AND "what" = ${what} AND "undoneAt" IS NULL
          AND "attemptId" IS NOT DISTINCT FROM ${attemptId}::uuid AND "itemId" IS NOT DISTINCT FROM ${itemId}::text`;
    const decisionId = newId();
    await transaction.$executeRaw`
      INSERT INTO "Decision"
        ("schoolId", "id", "assignmentId", "personId", "attemptId", "itemId", "what", "value", "comment", "reason",
         "decidedById", "decidedAt", "handedInAt")
      VALUES (${viewer.schoolId}::uuid, ${decisionId}::uuid, ${assignmentId}::uuid, ${personId}::uuid, ${attemptId}::uuid,
              ${itemId}::text, ${what}, ${value ?? null}::float8, ${comment}, ${reason}, ${viewer.personId}::uuid, now(),
              ${what === "reopen" ? row.sat.find((each) => each.id === attemptId)!.submittedAt : null}::timestamptz)`;
    if (what === "question") await recountAttempts(transaction, attemptIs(viewer, attemptId!));
    if (what === "reopen") await reopen(transaction, viewer, { row, attemptId: attemptId!, value: value ?? null });
    return { state: "decided", decisionId, cannotBegin: what === "add" ? cannotBegin(row, value ?? 0) : null };
  });
  const decided = await made.catch((error: unknown) => {
    // They have begun another attempt at the quiz in this very moment.
    if (what !== "reopen" || databaseErrorCode(error) !== "unique") throw error;
    return refused<DecisionField>("attempt", anotherIsOpen);
  });
  if (decided.state === "decided") tellWatchers(assignmentId);
  return decided;
}

export interface Undone {
  state: "undone";
  classId: string;
  assignmentId: string;
  personId: string;
  attemptId: string | null;
}

/**
 * Takes a decision back: what it replaced holds again, and an attempt that it opened is handed in as it stands now. Taking
 * it back once more changes nothing. Throws NotFound.
 */
export async function undoDecision(
  viewer: Viewer,
  input: { decisionId: string },
): Promise<Undone | Refused<DecisionField>> {
  const decisionId = id(input.decisionId);
  const answer = await database().$transaction(async (transaction): Promise<Undone | Refused<DecisionField>> => {
    await markSome(transaction, viewer.schoolId);
    const [found] = await transaction.$queryRaw<DecisionHeld[]>`
      SELECT s."classId", d."assignmentId", d."personId", d."attemptId", d."what", d."decidedAt", d."handedInAt",
             d."undoneAt"
      FROM "Decision" d
      JOIN "Assignment" s ON s."schoolId" = d."schoolId" AND s."id" = d."assignmentId"
      JOIN "Class" c ON ${assignmentsTaughtBy(viewer)}
      WHERE d."id" = ${decisionId}::uuid AND d."personId" IS NOT NULL AND d."what" = ANY(${[...decisionKinds]}::text[])
      FOR UPDATE OF s, d`;
    if (!found) throw new NotFound();
    const { classId, assignmentId, personId, attemptId, what, undoneAt } = found;
    const answer: Undone = { state: "undone", classId, assignmentId, personId, attemptId };
    if (undoneAt) return answer;
    if (what === "reopen") {
      const { decidedAt, handedInAt } = found;
      const closed = await handInAgain(transaction, viewer, { attemptId: attemptId!, decidedAt, handedInAt });
      if (!closed) return refused("attempt", "It has been handed in again since: there is nothing to undo.");
    }
    await transaction.$executeRaw`
      UPDATE "Decision" SET "undoneById" = ${viewer.personId}::uuid, "undoneAt" = now()
      WHERE "schoolId" = ${viewer.schoolId}::uuid AND "id" = ${decisionId}::uuid`;
    if (replacesEarlier(what))
      // What it replaced ended with the very moment at which it was made.
      await transaction.$executeRaw`
        UPDATE "Decision" o SET "undoneById" = NULL, "undoneAt" = NULL
        FROM "Decision" d
        WHERE d."schoolId" = ${viewer.schoolId}::uuid AND d."id" = ${decisionId}::uuid
          AND o."schoolId" = d."schoolId" AND o."assignmentId" = d."assignmentId" AND o."personId" = d."personId"
          AND o."what" = d."what" AND o."attemptId" IS NOT DISTINCT FROM d."attemptId"
          AND o."itemId" IS NOT DISTINCT FROM d."itemId" AND o."undoneAt" = d."decidedAt"`;
    if (what === "question") await recountAttempts(transaction, attemptIs(viewer, attemptId!));
    return answer;
  });
  if (answer.state === "undone") tellWatchers(answer.assignmentId);
  return answer;
}

interface DecisionHeld {
  classId: string;
  assignmentId: string;
  personId: string;
  attemptId: string | null;
  what: DecisionKind;
  decidedAt: Date;
  /** Of an attempt that was opened again. */
  handedInAt: Date | null;
  undoneAt: Date | null;
}

interface HeldSitter extends SitterRow {
  quizId: string;
  member: boolean;
  archived: boolean;
  maxPoints: number | null;
  now: Date;
}

/** A learner at an assignment of the viewer's, with nobody beginning or deciding meanwhile. Throws NotFound. */
async function sitterHeld(
  transaction: Transaction,
  viewer: Viewer,
  { classId, assignmentId, personId }: { classId: string; assignmentId: string; personId: string },
): Promise<HeldSitter> {
  // Locked first and read then, so that what is read is what holds once the lock is had.
  await transaction.$queryRaw`
    SELECT 1 FROM "Assignment" s JOIN "Class" c ON ${assignmentsTaughtBy(viewer)}
    WHERE s."id" = ${assignmentId}::uuid FOR UPDATE OF s`;
  const [row] = await transaction.$queryRaw<HeldSitter[]>`
    SELECT ${sitterColumns}, s."quizId", e."personId" IS NOT NULL AND e."removedAt" IS NULL AS "member",
           c."archivedAt" IS NOT NULL AS "archived", ${paperPoints} AS "maxPoints", now() AS "now"
    FROM "Assignment" s
    JOIN "Class" c ON ${assignmentsTaughtBy(viewer)}
    JOIN "School" sc ON sc."id" = s."schoolId"
    JOIN "Person" p ON p."schoolId" = s."schoolId" AND p."id" = ${personId}::uuid
    LEFT JOIN "Enrolment" e ON e."schoolId" = s."schoolId" AND e."classId" = s."classId" AND e."personId" = p."id"
    WHERE s."id" = ${assignmentId}::uuid AND s."classId" = ${classId}::uuid AND (
      e."personId" IS NOT NULL OR EXISTS (
        SELECT 1 FROM "Attempt" a
        WHERE a."schoolId" = s."schoolId" AND a."assignmentId" = s."id" AND a."personId" = p."id"))`;
  if (!row) throw new NotFound();
  return row;
}

async function factsOf(
  transaction: Transaction,
  row: HeldSitter,
  { attemptId, itemId }: { attemptId: string | null; itemId: string | null },
): Promise<DecisionFacts> {
  const attempt = attemptId === null ? undefined : row.sat.find((each) => each.id === attemptId);
  const [asked] = await transaction.$queryRaw<{ running: boolean; questionPoints: number | null }[]>`
    SELECT EXISTS (
             SELECT 1 FROM "Attempt" a JOIN "Person" p ON p."schoolId" = a."schoolId" AND p."id" = a."personId"
             WHERE p."id" = ${row.personId}::uuid AND a."quizId" = ${row.quizId} AND a."submittedAt" IS NULL) AS "running",
           (SELECT qi."points"::float8
            FROM "Response" r
            JOIN "Attempt" a ON a."schoolId" = r."schoolId" AND a."id" = r."attemptId"
            JOIN "ItemVersion" i ON i."id" = r."itemVersionId"
            JOIN "QuizVersionItem" qi
              ON qi."quizVersionId" = a."quizVersionId" AND qi."position" = r."position" AND qi."variant" = 1
            WHERE r."attemptId" = ${attempt?.id ?? null}::uuid AND i."itemId" = ${itemId}::text
            LIMIT 1) AS "questionPoints"`;
  const terms = termsOf(row);
  return {
    now: row.now,
    member: row.member,
    archived: row.archived,
    maxPoints: scoreOf({ ...row, decided: { ...row.decided, score: null } })?.maxPoints ?? row.maxPoints,
    allowed: terms.attempts,
    excused: row.decided.excused,
    running: asked!.running,
    attempt: attempt
      ? {
          handedIn: attempt.submittedAt !== null,
          voided: attempt.voided,
          endsByTerms: attemptClock(terms, { startedAt: new Date(attempt.startedAt) }).endsAt,
        }
      : null,
    questionPoints: asked!.questionPoints,
  };
}

/** Why a learner could not begin one of so many attempts more; null: they can, or have one open. */
function cannotBegin(row: HeldSitter, more: number): "closed" | "not-open" | null {
  const { added } = row.decided;
  const terms = termsOf({ ...row, decided: { ...row.decided, added: added + more } });
  const open = row.sat.find((each) => each.submittedAt === null);
  const begun = { attempts: attemptsUsed(row), running: open ? timed(terms, open) : null };
  const answer = mayBegin(terms, begun, row.now);
  return !answer.may && (answer.why === "closed" || answer.why === "not-open") ? answer.why : null;
}

/** Opens an attempt that was handed in: its answers stay, its marks go. What lateness cost is kept for its undoing. */
async function reopen(
  transaction: Transaction,
  viewer: Viewer,
  { row, attemptId, value }: { row: HeldSitter; attemptId: string; value: number | null },
): Promise<void> {
  const terms = termsOf(row);
  const { startedAt } = row.sat.find((each) => each.id === attemptId)!;
  const byTerms = attemptClock(terms, { startedAt: new Date(startedAt) }).endsAt;
  const granted = value === null ? null : new Date(row.now.getTime() + value * 1000);
  // Not for less than the terms still give it.
  const endsAt = granted && byTerms && byTerms > granted ? byTerms : (granted ?? byTerms);
  const acceptedUntil = endsAt && new Date(endsAt.getTime() + terms.grace * 1000);
  const opened = await transaction.$executeRaw`
    UPDATE "Attempt" a SET "submittedAt" = NULL, "points" = NULL, "maxPoints" = NULL,
      "endsAt" = ${endsAt}::timestamptz, "acceptedUntil" = ${acceptedUntil}::timestamptz
    WHERE ${attemptIs(viewer, attemptId)} AND a."submittedAt" IS NOT NULL`;
  if (opened === 0) throw new NotFound();
  await transaction.$executeRaw`
    UPDATE "Response" SET "outcome" = NULL, "fraction" = NULL, "points" = NULL, "receipt" = NULL, "mark" = NULL
    WHERE "schoolId" = ${viewer.schoolId}::uuid AND "attemptId" = ${attemptId}::uuid`;
}

/**
 * Hands an attempt in that was opened again; false when it is not open any more. Where its learner has changed nothing
 * since, it was handed in when it was before, and is as late; else what they have answered stays, and is handed in now.
 */
async function handInAgain(
  transaction: Transaction,
  viewer: Viewer,
  { attemptId, decidedAt, handedInAt }: { attemptId: string; decidedAt: Date; handedInAt: Date | null },
): Promise<boolean> {
  const [before] = await transaction.$queryRaw<{ lateBy: number; deduction: number; untouched: boolean }[]>`
    SELECT a."lateBy", a."deduction", NOT EXISTS (
      SELECT 1 FROM "Revision" r
      WHERE r."schoolId" = a."schoolId" AND r."attemptId" = a."id" AND r."savedAt" >= ${decidedAt}::timestamptz) AS "untouched"
    FROM "Attempt" a WHERE ${attemptIs(viewer, attemptId)} AND a."submittedAt" IS NULL`;
  if (!before) return false;
  const { untouched, lateBy, deduction } = before;
  const asBefore = untouched && handedInAt ? { at: handedInAt, lateBy, deduction } : null;
  await handIn(transaction, attemptIs(viewer, attemptId), { asBefore });
  return true;
}

function attemptIs(viewer: Viewer, attemptId: string): Prisma.Sql {
  return Prisma.sql`a."schoolId" = ${viewer.schoolId}::uuid AND a."id" = ${attemptId}::uuid`;
}
