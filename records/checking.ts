import { kindOf, type Fields, type Receipt } from "@/questions";
import type { KeyChange } from "@/questions/changed-key";

import { heldBack } from "./beginning";
import { database, type Transaction } from "./database";
import { NotFound } from "./errors";
import { feedbackTo, outcomeOf, sameEvidence, silence, wholeReceipt, type Feedback } from "./grade-item";
import { id, position } from "./ids";
import type { ItemKey } from "./item-key";
import { tellWatchers } from "./live-news";
import { changesFor, responseChanges, versionKeys } from "./marking";
import type { AttemptRules } from "./rules";
import { anotherQuestion, type NotTaken } from "./saving";
import type { Viewer } from "./viewer";
import { ownAttempts } from "./visibility";

/** Help on the way, in an open attempt: checking an answer before handing in, and hints. Both have their price. */

export interface Asking {
  attemptId: string;
  position: number;
  /** The question that it is asked of, as `attemptQuestion` named it. Absent: whichever is asked here. */
  version?: string | undefined;
}

export type Tried =
  | {
      state: "tried";
      /** Which try this was: 1, 2, 3, … */
      number: number;
      fraction: number;
      right: boolean;
      /** What was read from it, in words. */
      read: string;
      /** How many more answers to this question may be checked. */
      triesLeft: number;
      /** What the author says to this answer; nothing of the key. */
      feedback: Feedback;
    }
  /** Nothing is saved that could be checked: no answer, or one with something still to settle. */
  | { state: "unanswered" }
  /** The attempt's rules have no tries; or another assignment that is open holds back what is right at these questions. */
  | { state: "not offered" }
  | NotTaken;

/**
 * Checks the answer that is saved for a question, and notes the try. After a right one or the last, the question is
 * closed for changes. The same answer checked again at once is the same try. Throws NotFound.
 */
export async function tryAnswer(viewer: Viewer, input: Asking): Promise<Tried> {
  const asked = { attemptId: id(input.attemptId), at: position(input.position), version: input.version };
  const held = await heldByAnother(viewer, asked.attemptId);
  let assignmentId: string | null = null;
  const tried = await database().$transaction(async (transaction): Promise<Tried> => {
    const found = await locked(transaction, viewer, asked);
    if ("state" in found) return found;
    assignmentId = found.assignmentId;
    const { rules, kind, body, fields, triesUsed } = found;
    if (rules.tries === 1 || held) return { state: "not offered" };
    const said = (feedback: Feedback) => (rules.silent ? silence : feedback);

    const where = { schoolId: viewer.schoolId, attemptId: asked.attemptId, position: asked.at };
    const before = await transaction.try.findFirst({ where, orderBy: { number: "desc" } });
    if (before && sameEvidence({ fields: before.fields as Fields }, { fields })) {
      const { number, fraction } = before;
      const feedback = said(before.feedback as unknown as Feedback);
      const triesLeft = found.done ? 0 : rules.tries - triesUsed;
      const { read } = wholeReceipt(before.receipt as unknown as Receipt);
      return { state: "tried", number, fraction, right: fraction === 1, read, triesLeft, feedback };
    }
    if (found.done) return { state: "done" };

    const reading = kindOf(kind).read(fields, body);
    if (reading.state !== "read" || reading.unsettled) return { state: "unanswered" };
    const { answer, answers, bands } = await keyOf(transaction, found.version);
    const changes = await changesHere(transaction, viewer, { attemptId: asked.attemptId, itemId: found.itemId });
    const outcome = outcomeOf({ kind, body, key: answer, changes }, { fields });
    if (outcome.state !== "scored") return { state: "unanswered" };
    const { fraction, receipt } = outcome;
    const feedback = feedbackTo(outcome, { answers, bands });
    const number = triesUsed + 1;
    const right = fraction === 1;
    const last = right || number >= rules.tries;
    await transaction.$executeRaw`
      INSERT INTO "Try"
        ("schoolId", "attemptId", "position", "number", "fields", "certainty", "fraction", "receipt", "feedback", "triedAt")
      VALUES (${viewer.schoolId}::uuid, ${asked.attemptId}::uuid, ${asked.at}, ${number},
              ${JSON.stringify(fields)}::jsonb, ${found.certainty}, ${fraction}::float8,
              ${JSON.stringify(receipt)}::jsonb, ${JSON.stringify(feedback)}::jsonb, clock_timestamp())`;
    await transaction.response.update({
      where: { schoolId_attemptId_position: where },
      data: { triesUsed: number, closed: last },
    });
    const triesLeft = last ? 0 : rules.tries - number;
    return { state: "tried", number, fraction, right, read: receipt.read, triesLeft, feedback: said(feedback) };
  });
  if (tried.state === "tried") tellWatchers(assignmentId);
  return tried;
}

/** Whether an assignment of the viewer's, other than the attempt's own, holds back what is right at its questions. */
async function heldByAnother(viewer: Viewer, attemptId: string): Promise<boolean> {
  const [own] = await database().$queryRaw<{ quizId: string; assignmentId: string | null }[]>`
    SELECT a."quizId", a."assignmentId" FROM "Attempt" a
    WHERE ${ownAttempts(viewer)} AND a."id" = ${attemptId}::uuid`;
  return own !== undefined && heldBack(viewer, own);
}

export type Hinted =
  | {
      state: "hint";
      /** Which hint this is: 1, 2, 3, … */
      number: number;
      text: string;
      /** What it costs, as a share of the question's points. */
      cost: number;
      /** How many more there are. */
      left: number;
    }
  | { state: "none left" }
  /** Another assignment that is open holds back what is right at these questions. */
  | { state: "not offered" }
  | NotTaken;

/**
 * Takes the next hint of a question, at its price. `taken` is how many the page showed as taken: when there are more
 * already, the next of them is told again and nothing is taken, so that asking twice at once costs once. Throws NotFound.
 */
export async function takeHint(viewer: Viewer, input: Asking & { taken?: number | undefined }): Promise<Hinted> {
  const asked = { attemptId: id(input.attemptId), at: position(input.position), version: input.version };
  const held = await heldByAnother(viewer, asked.attemptId);
  return database().$transaction(async (transaction): Promise<Hinted> => {
    const found = await locked(transaction, viewer, asked);
    if ("state" in found) return found;
    const shown = input.taken ?? found.hintsTaken;
    if (!Number.isSafeInteger(shown) || shown < 0) return { state: "malformed", why: "Hints taken are 0, 1, 2, …" };
    const again = shown < found.hintsTaken;
    if (!again && (held || found.rules.hints === false)) return { state: "not offered" };
    if (!again && found.done) return { state: "done" };
    const number = again ? shown + 1 : found.hintsTaken + 1;
    const { hints = [] } = await keyOf(transaction, found.version);
    const hint = hints[number - 1];
    if (!hint) return { state: "none left" };
    if (!again)
      await transaction.response.update({
        where: {
          schoolId_attemptId_position: {
            schoolId: viewer.schoolId,
            attemptId: asked.attemptId,
            position: asked.at,
          },
        },
        data: { hintsTaken: number },
      });
    return { state: "hint", number, text: hint.text, cost: hint.cost, left: hints.length - number };
  });
}

/** The changes of what counts as right that hold for one question of an open attempt. */
async function changesHere(
  transaction: Transaction,
  { schoolId }: Viewer,
  { attemptId, itemId }: { attemptId: string; itemId: string },
): Promise<KeyChange[]> {
  const changes = (await changesFor(transaction, { schoolId, attemptIds: [attemptId] })).get(attemptId) ?? [];
  const keys = await versionKeys(transaction, changes);
  return responseChanges(changes, { itemId, submittedAt: new Date(), keys }).map(({ change }) => change);
}

interface Locked {
  itemId: string;
  rules: AttemptRules;
  assignmentId: string | null;
  version: string;
  kind: string;
  body: unknown;
  fields: Fields;
  certainty: string | null;
  hintsTaken: number;
  triesUsed: number;
  done: boolean;
}

/** One own response for this transaction alone, in an attempt that cannot be handed in meanwhile. */
async function locked(
  transaction: Transaction,
  viewer: Viewer,
  { attemptId, at, version }: { attemptId: string; at: number; version: string | undefined },
): Promise<Locked | Extract<NotTaken, { state: "closed" | "elsewhere" }>> {
  // The attempt before the response, as everyone locks them: else two could wait for each other.
  const [attempt] = await transaction.$queryRaw<(Pick<Locked, "rules" | "assignmentId"> & { closed: boolean })[]>`
    SELECT a."rules", a."assignmentId", a."submittedAt" IS NOT NULL OR coalesce(a."acceptedUntil" < now(), false) AS "closed"
    FROM "Attempt" a
    WHERE ${ownAttempts(viewer)} AND a."id" = ${attemptId}::uuid
    FOR SHARE`;
  if (!attempt) throw new NotFound();
  const [response] = await transaction.$queryRaw<Omit<Locked, "rules" | "assignmentId">[]>`
    SELECT r."itemVersionId" AS "version", i."itemId", i."kind", i."body", r."fields", r."certainty", r."hintsTaken",
           r."triesUsed", r."closed" AS "done"
    FROM "Response" r
    JOIN "ItemVersion" i ON i."id" = r."itemVersionId"
    WHERE r."schoolId" = ${viewer.schoolId}::uuid AND r."attemptId" = ${attemptId}::uuid AND r."position" = ${at}
    FOR UPDATE OF r`;
  if (!response) throw new NotFound();
  if (attempt.closed) return { state: "closed" };
  if (version !== undefined && version !== response.version) return anotherQuestion;
  return { rules: attempt.rules, assignmentId: attempt.assignmentId, ...response };
}

async function keyOf(transaction: Transaction, itemVersionId: string): Promise<ItemKey> {
  const { key } = await transaction.itemVersion.findUniqueOrThrow({
    where: { id: itemVersionId },
    select: { key: true },
  });
  return key as unknown as ItemKey;
}
