import { Prisma } from "@/prisma/client/client";
import { kindOf, type Fields } from "@/questions";
import { canApply } from "@/questions/changed-key";

import type { Transaction } from "./database";
import { NotFound } from "./errors";
import { id, position } from "./ids";
import { changeHolds, type HeldChange } from "./marking";
import { mustTeach } from "./must-teach";
import { reason, remark } from "./names";
import type { Slip } from "./slip";
import type { Viewer } from "./viewer";
import { attemptsVisibleTo, classesTaughtBy, mayTeach } from "./visibility";

/** What a change of marks is about, whose attempts it concerns, and whether this viewer may make it. */

export type ChangeWhat = HeldChange["what"];
export const changeWhats: readonly ChangeWhat[] = ["accept", "replace", "version", "full", "drop"];

/** At one assignment; in all classes that the viewer teaches; in the whole school, for administrators. */
export type ChangeScope = "assignment" | "mine" | "school";

export interface ChangeWanted {
  what: ChangeWhat;
  scope: ChangeScope;
  /** The class from which it is made; not of the whole school's. */
  classId?: string | undefined;
  assignmentId?: string | undefined;
  /** The response that it begins with; of 'accept' and 'replace' it is what counts. */
  attemptId?: string | undefined;
  position?: number | undefined;
  /** The part of the response that is meant, by its id in the receipt. */
  part?: string | undefined;
  /** Of a change that begins with no response. */
  itemId?: string | undefined;
  /** Of 'version': whose key is taken. */
  itemVersionId?: string | undefined;
  neverLower: boolean;
}

export interface ChangeSaid extends ChangeWanted {
  reason: string;
  note: string;
  /** The appeal that it answers. */
  appealId?: string | undefined;
}

export type ChangeField = "what" | "scope" | "answer" | "reason" | "note";

/** A change as it will be stored. */
export interface ChangeRow extends HeldChange {
  assignmentId: string | null;
  ownerId: string | null;
}

export interface ChangeSource {
  change: ChangeRow;
  /** The question as it was asked. */
  prompt: string;
  kind: string;
  /** What was answered, in words; null of a change that begins with no answer. */
  answer: string | null;
  slips: Slip<ChangeField>[];
}

/** Later than everything that is handed in. */
const notYet = new Date(8_640_000_000_000_000);

/** What is wanted, as a change that is not stored. Throws NotFound for what is not this viewer's to change. */
export async function changeSource(
  transaction: Transaction,
  viewer: Viewer,
  wanted: ChangeWanted,
): Promise<ChangeSource> {
  const where = await scopeOf(transaction, viewer, wanted);
  const question = await questionOf(transaction, viewer, wanted);
  const { itemId, prompt, kind, answer, response } = question;
  const { what, neverLower } = wanted;
  const isAnswer = what === "accept" || what === "replace";
  const part = isAnswer ? (wanted.part ?? null) : null;
  const slips: Slip<ChangeField>[] = [];
  if (!changeWhats.includes(what)) slips.push({ field: "what", message: "Choose what to change." });
  if (isAnswer && response === undefined)
    slips.push({ field: "answer", message: "There is no answer here that could be accepted." });
  else if (isAnswer && !canApply(kindOf(kind), question, { what, response, part }))
    slips.push({
      field: "answer",
      message: "This part cannot be accepted by itself. Accept the whole answer, or give everyone the points.",
    });
  return {
    change: {
      ...{ id: "wanted", itemId, what, part, neverLower, madeAt: notYet, ...where },
      response: isAnswer ? response : null,
      itemVersionId: what === "version" ? await versionOf(transaction, itemId, wanted.itemVersionId) : null,
    },
    ...{ prompt, kind, answer, slips },
  };
}

/** What is wrong with what is said of a change. */
export function saidSlips({ reason: why, note }: { reason: string; note: string }): Slip<ChangeField>[] {
  const [because, told] = [reason(why), note.trim() === "" ? null : remark(note)];
  return [
    ...(because.ok ? [] : [{ field: "reason" as const, message: because.message }]),
    ...(told === null || told.ok ? [] : [{ field: "note" as const, message: told.message }]),
  ];
}

/** What is said of it, as it is kept. */
export function saidWords({ reason: why, note }: { reason: string; note: string }): { reason: string; note: string } {
  const [because, told] = [reason(why), remark(note)];
  return { reason: because.ok ? because.value : "", note: told.ok ? told.value : "" };
}

/** Attempts `a` that a change would be about. */
export function wouldHold(schoolId: string, { assignmentId, ownerId }: Pick<ChangeRow, "assignmentId" | "ownerId">) {
  return Prisma.sql`EXISTS (
    SELECT 1 FROM (SELECT ${schoolId}::uuid AS "schoolId", NULL::timestamptz AS "undoneAt", clock_timestamp() AS "madeAt",
                          ${assignmentId}::uuid AS "assignmentId", ${ownerId}::uuid AS "ownerId") m
    WHERE ${changeHolds})`;
}

async function scopeOf(
  transaction: Transaction,
  viewer: Viewer,
  { scope, classId, assignmentId }: ChangeWanted,
): Promise<Pick<ChangeRow, "assignmentId" | "ownerId">> {
  if (scope === "school") {
    if (viewer.role !== "administrator") throw new NotFound();
    return { assignmentId: null, ownerId: null };
  }
  // Asked on the same connection: others may all be waiting for this transaction.
  await mustTeach(viewer, id(classId ?? ""), transaction);
  if (scope === "mine") return { assignmentId: null, ownerId: viewer.personId };
  const found = await transaction.$queryRaw<unknown[]>`
    SELECT 1 FROM "Assignment" s
    JOIN "Class" c ON c."schoolId" = s."schoolId" AND c."id" = s."classId"
    WHERE ${classesTaughtBy(viewer)} AND s."id" = ${id(assignmentId ?? "")}::uuid AND c."id" = ${id(classId ?? "")}::uuid`;
  if (found.length === 0) throw new NotFound();
  return { assignmentId: id(assignmentId ?? ""), ownerId: null };
}

interface Question {
  itemId: string;
  prompt: string;
  kind: string;
  body: unknown;
  key: unknown;
  response: unknown;
  answer: string | null;
}

async function questionOf(transaction: Transaction, viewer: Viewer, wanted: ChangeWanted): Promise<Question> {
  if (!mayTeach(viewer)) throw new NotFound();
  if (wanted.attemptId !== undefined) return answered(transaction, viewer, wanted);
  const [item] = await transaction.$queryRaw<Omit<Question, "response" | "answer">[]>`
    SELECT i."itemId", i."prompt", i."kind", i."body", i."key"->'answer' AS "key"
    FROM "ItemVersion" i
    WHERE i."itemId" = ${wanted.itemId ?? ""} AND (
      ${viewer.role === "administrator"} OR EXISTS (
        SELECT 1 FROM "QuizVersionItem" qi
        JOIN "QuizVersion" v ON v."id" = qi."quizVersionId"
        JOIN "ItemVersion" any_ ON any_."id" = qi."itemVersionId" AND any_."itemId" = i."itemId"
        JOIN "Class" c ON c."courseId" = v."courseId"
        WHERE ${classesTaughtBy(viewer)}))
    ORDER BY i."version" DESC LIMIT 1`;
  if (!item) throw new NotFound();
  return { ...item, response: undefined, answer: null };
}

async function answered(
  transaction: Transaction,
  viewer: Viewer,
  { attemptId, position: at, part }: ChangeWanted,
): Promise<Question> {
  const [row] = await transaction.$queryRaw<
    (Omit<Question, "response" | "answer"> & { fields: Fields; lastTry: Fields | null })[]
  >`
    SELECT i."itemId", i."prompt", i."kind", i."body", i."key"->'answer' AS "key", r."fields",
           (SELECT t."fields" FROM "Try" t
            WHERE t."schoolId" = r."schoolId" AND t."attemptId" = r."attemptId" AND t."position" = r."position"
            ORDER BY t."number" DESC LIMIT 1) AS "lastTry"
    FROM "Attempt" a
    JOIN "Response" r ON r."schoolId" = a."schoolId" AND r."attemptId" = a."id"
    JOIN "ItemVersion" i ON i."id" = r."itemVersionId"
    WHERE ${attemptsMarkedBy(viewer)} AND a."id" = ${id(attemptId ?? "")}::uuid
      AND r."position" = ${position(at ?? 0)} AND a."submittedAt" IS NOT NULL`;
  if (!row) throw new NotFound();
  const { fields, lastTry, ...item } = row;
  const { response, answer } = answerOf(item, fields, lastTry, part);
  return { ...item, response, answer };
}

/** What was answered, and how it reads; an answer that was checked and then taken back is the one that was checked. */
export function answerOf(
  { kind: name, body, key }: { kind: string; body: unknown; key: unknown },
  fields: Fields,
  lastTry: Fields | null,
  part?: string,
): { response: unknown; answer: string | null } {
  const kind = kindOf(name);
  for (const sent of [fields, ...(lastTry ? [lastTry] : [])]) {
    const reading = kind.read(sent, body);
    if (reading.state !== "read") continue;
    const outcome = kind.grade(reading.response, key, body);
    if (outcome.state !== "scored") continue;
    const said = outcome.receipt.parts.find((each) => each.id === part)?.text ?? outcome.receipt.read;
    return { response: reading.response, answer: said };
  }
  return { response: undefined, answer: null };
}

/** Attempts `a` of which a viewer may change the marks: those of their classes, of an administrator the school's. */
export function attemptsMarkedBy(viewer: Viewer): Prisma.Sql {
  return Prisma.sql`(a."schoolId" = ${viewer.schoolId}::uuid
    AND (${viewer.role === "administrator"} OR (${mayTeach(viewer)} AND ${attemptsVisibleTo(viewer)})))`;
}

async function versionOf(transaction: Transaction, itemId: string, versionId: string | undefined): Promise<string> {
  const found = await transaction.$queryRaw<unknown[]>`
    SELECT 1 FROM "ItemVersion" i WHERE i."id" = ${id(versionId ?? "")}::uuid AND i."itemId" = ${itemId}`;
  if (found.length === 0) throw new NotFound();
  return id(versionId ?? "");
}
