import { attemptsMarkedBy, wouldHold, type ChangeRow } from "./change-source";
import type { Transaction } from "./database";
import { NotFound } from "./errors";
import type { Viewer } from "./viewer";

/** Answers an open appeal about an attempt that the viewer may mark; one that is answered stays. Throws NotFound. */
export async function answerAppeal(
  transaction: Transaction,
  viewer: Viewer,
  { appealId, state, answer }: { appealId: string; state: "accepted" | "declined"; answer: string },
): Promise<void> {
  if ((await mustAnswer(transaction, viewer, appealId)) !== "open") return;
  await transaction.$executeRaw`
    UPDATE "Appeal"
    SET "state" = ${state}, "answer" = ${answer}, "answeredById" = ${viewer.personId}::uuid, "answeredAt" = clock_timestamp()
    WHERE "schoolId" = ${viewer.schoolId}::uuid AND "id" = ${appealId}::uuid`;
}

/** How an appeal stands that is this viewer's to answer. Throws NotFound. */
export async function mustAnswer(transaction: Transaction, viewer: Viewer, appealId: string): Promise<string> {
  const [found] = await transaction.$queryRaw<{ state: string }[]>`
    SELECT p."state" FROM "Appeal" p
    JOIN "Attempt" a ON a."schoolId" = p."schoolId" AND a."id" = p."attemptId"
    WHERE p."schoolId" = ${viewer.schoolId}::uuid AND p."id" = ${appealId}::uuid AND ${attemptsMarkedBy(viewer)}
    FOR UPDATE OF p`;
  if (!found) throw new NotFound();
  return found.state;
}

/**
 * Whether a change, begun with that answer, is about the mark that an appeal asks to be looked at again. Throws NotFound
 * for an appeal that is not this viewer's to answer.
 */
export async function isAppealed(
  transaction: Transaction,
  viewer: Viewer,
  {
    appealId,
    change,
    from,
  }: { appealId: string; change: ChangeRow; from: { attemptId: string; position: number } | null },
): Promise<boolean> {
  const [found] = await transaction.$queryRaw<{ attemptId: string; position: number; concerned: boolean }[]>`
    SELECT p."attemptId", p."position", i."itemId" = ${change.itemId} AND ${wouldHold(viewer.schoolId, change)} AS "concerned"
    FROM "Appeal" p
    JOIN "Attempt" a ON a."schoolId" = p."schoolId" AND a."id" = p."attemptId"
    JOIN "Response" r ON r."schoolId" = p."schoolId" AND r."attemptId" = p."attemptId" AND r."position" = p."position"
    JOIN "ItemVersion" i ON i."id" = r."itemVersionId"
    WHERE p."schoolId" = ${viewer.schoolId}::uuid AND p."id" = ${appealId}::uuid AND ${attemptsMarkedBy(viewer)}`;
  if (!found) throw new NotFound();
  const same = from === null || (from.attemptId === found.attemptId && from.position === found.position);
  return found.concerned && same;
}
