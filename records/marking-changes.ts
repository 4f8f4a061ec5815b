import { Prisma } from "@/prisma/client/client";

import { answerAppeal, isAppealed } from "./appeal-answers";
import { previewLines, type PreviewLine } from "./change-lines";
import {
  changeSource,
  saidSlips,
  saidWords,
  wouldHold,
  type ChangeField,
  type ChangeSaid,
  type ChangeScope,
  type ChangeWanted,
  type ChangeWhat,
} from "./change-source";
import { changesSeenBy, mayUndo } from "./changes-seen";
import { database, type Transaction } from "./database";
import { NotFound } from "./errors";
import { id } from "./ids";
import { changeHolds } from "./marking";
import { markAll } from "./marking-lock";
import { newId } from "./new-id";
import { askedItem, isChanged, remark, writeRemarked, type Remarked } from "./remarking";
import type { Refused, Slip } from "./slip";
import type { Viewer } from "./viewer";

export type { PreviewLine } from "./change-lines";
export type { ChangeField, ChangeSaid, ChangeScope, ChangeWanted, ChangeWhat } from "./change-source";

/** Changes of how a question is marked, after learners have answered it: looked at first, then made, and undone. */

export interface ChangePreview {
  what: ChangeWhat;
  scope: ChangeScope;
  itemId: string;
  kind: string;
  prompt: string;
  /** What would count, in words; null of a change that is about no answer. */
  answer: string | null;
  /** Every attempt that would come out otherwise, by class and name. */
  lines: PreviewLine[];
  /** Attempts that stay as they are. */
  unchanged: number;
  /** Attempts that are open: they are marked by it when they are handed in. */
  open: number;
  /** Why it cannot be made. */
  slips: Slip<ChangeField>[];
}

/** A thousand learners are marked in a second or two; ten thousand must not run out of time. */
const patience = { timeout: 300_000, maxWait: 30_000 };

/** Who would be marked otherwise by a change, and from what to what. Writes nothing. Throws NotFound. */
export async function previewChange(viewer: Viewer, wanted: ChangeWanted): Promise<ChangePreview> {
  const { schoolId } = viewer;
  return database().$transaction(async (transaction) => {
    const { change, prompt, kind, answer, slips } = await changeSource(transaction, viewer, wanted);
    const { itemId } = change;
    const which = wouldHold(schoolId, change);
    const found: Remarked[] = [];
    let unchanged = 0;
    if (slips.length === 0)
      for await (const { attempts } of remark(transaction, {
        ...{ schoolId, itemId, which, besides: [change] },
        after: (held) => [...held, change],
      }))
        for (const each of attempts) {
          if (isChanged(each)) found.push(each);
          else unchanged++;
        }
    const lines = await previewLines(transaction, { schoolId, itemId }, found);
    const open = await openOnes(transaction, schoolId, { itemId, which });
    return { what: wanted.what, scope: wanted.scope, itemId, kind, prompt, answer, lines, unchanged, open, slips };
  }, patience);
}

async function openOnes(
  transaction: Transaction,
  schoolId: string,
  { itemId, which }: { itemId: string; which: Prisma.Sql },
): Promise<number> {
  const [row] = await transaction.$queryRaw<{ open: number }[]>`
    SELECT count(*)::int AS "open" FROM "Attempt" a
    WHERE a."schoolId" = ${schoolId}::uuid AND a."submittedAt" IS NULL AND ${askedItem(itemId)} AND ${which}`;
  return row!.open;
}

export type ChangeMade = { state: "made"; changeId: string; changed: number } | Refused<ChangeField>;

/**
 * Makes a change and marks every attempt anew that it is about, in one transaction: hand-ins wait meanwhile, and are marked
 * by it. Open attempts are not touched. Throws NotFound.
 */
export async function makeChange(viewer: Viewer, wanted: ChangeSaid): Promise<ChangeMade> {
  const { schoolId } = viewer;
  const appealId = wanted.appealId === undefined ? null : id(wanted.appealId);
  return database().$transaction<ChangeMade>(async (transaction) => {
    await markAll(transaction, schoolId);
    const source = await changeSource(transaction, viewer, wanted);
    const { change } = source;
    const slips = [...source.slips, ...saidSlips(wanted)];
    if (appealId !== null && !(await isAppealed(transaction, viewer, { appealId, change, from: answerFrom(wanted) })))
      slips.push({ field: "answer", message: anotherAnswer });
    if (slips.length > 0) return { state: "refused", slips };
    const { reason, note } = saidWords(wanted);
    const changeId = newId();
    await transaction.$executeRaw`
      INSERT INTO "MarkingChange"
        ("schoolId", "id", "itemId", "what", "response", "part", "itemVersionId", "assignmentId", "ownerId", "neverLower",
         "reason", "note", "appealId", "madeById", "madeAt")
      VALUES (${schoolId}::uuid, ${changeId}::uuid, ${change.itemId}, ${change.what},
              ${change.response === null ? null : JSON.stringify(change.response)}::jsonb, ${change.part},
              ${change.itemVersionId}::uuid, ${change.assignmentId}::uuid, ${change.ownerId}::uuid, ${change.neverLower},
              ${reason}, ${note}, ${appealId}::uuid, ${viewer.personId}::uuid, clock_timestamp())`;
    if (appealId !== null) await answerAppeal(transaction, viewer, { appealId, state: "accepted", answer: note });
    const changed = await remarkBy(transaction, { schoolId, itemId: change.itemId, changeId, undo: false });
    return { state: "made", changeId, changed };
  }, patience);
}

const anotherAnswer =
  "The appeal is about another answer, or this would not change its mark: begin again at the appeal.";

/** The answer that a change accepts; null of one that is about no answer. */
function answerFrom({ what, attemptId, position }: ChangeWanted): { attemptId: string; position: number } | null {
  const isAnswer = what === "accept" || what === "replace";
  return isAnswer && attemptId !== undefined ? { attemptId, position: position ?? 0 } : null;
}

export interface ChangeUndone {
  state: "undone";
  changed: number;
}

/**
 * Takes a change back: marks are computed by what still holds. Taking it back once more changes nothing. Throws NotFound,
 * also for a change that this viewer sees but did not make for their own classes.
 */
export async function undoChange(viewer: Viewer, input: { changeId: string }): Promise<ChangeUndone> {
  const changeId = id(input.changeId);
  const { schoolId } = viewer;
  return database().$transaction<ChangeUndone>(async (transaction) => {
    await markAll(transaction, schoolId);
    const [found] = await transaction.$queryRaw<{ itemId: string; undone: boolean }[]>`
      SELECT m."itemId", m."undoneAt" IS NOT NULL AS "undone" FROM "MarkingChange" m
      WHERE ${changesSeenBy(viewer)} AND ${mayUndo(viewer)} AND m."id" = ${changeId}::uuid
      FOR UPDATE OF m`;
    if (!found) throw new NotFound();
    if (found.undone) return { state: "undone", changed: 0 };
    const changed = await remarkBy(transaction, { schoolId, itemId: found.itemId, changeId, undo: true });
    await transaction.$executeRaw`
      UPDATE "MarkingChange" SET "undoneById" = ${viewer.personId}::uuid, "undoneAt" = clock_timestamp()
      WHERE "schoolId" = ${schoolId}::uuid AND "id" = ${changeId}::uuid`;
    return { state: "undone", changed };
  }, patience);
}

/** Marks anew what a stored change is about, with it or without it, and writes that. Answers how many attempts changed. */
export async function remarkBy(
  transaction: Transaction,
  {
    schoolId,
    itemId,
    changeId,
    undo,
    within = Prisma.sql`true`,
    toCome = new Set(),
  }: {
    schoolId: string;
    itemId: string;
    changeId: string;
    undo: boolean;
    /** Of the attempts `a` that it is about, only these. */
    within?: Prisma.Sql;
    /** Changes that are stored and do not hold yet. */
    toCome?: ReadonlySet<string>;
  },
): Promise<number> {
  const as = <Change extends { id: string }>(held: readonly Change[]) => held.filter(({ id }) => !toCome.has(id));
  const without = <Change extends { id: string }>(held: readonly Change[]) =>
    as(held).filter((each) => each.id !== changeId);
  const which = Prisma.sql`EXISTS (
    SELECT 1 FROM "MarkingChange" m WHERE m."id" = ${changeId}::uuid AND ${changeHolds}) AND (${within})`;
  let changed = 0;
  for await (const batch of remark(transaction, {
    ...{ schoolId, itemId, which },
    before: undo ? as : without,
    after: undo ? without : as,
  })) {
    await writeRemarked(transaction, { schoolId, changeId, undo }, batch);
    changed += batch.attempts.filter(isChanged).length;
  }
  return changed;
}
