import { attemptClock } from "@/assessment/time-rules";
import { Prisma } from "@/prisma/client/client";

import { database, type Transaction } from "./database";
import { handIn } from "./handing-in";
import { tellWatchers } from "./live-news";
import { sitterColumns, termsOf, type SitterRow } from "./terms";
import type { SystemViewer, Viewer } from "./viewer";
import { classesTaughtBy } from "./visibility";

/** Whose time is over: the server hands it in, at the moment when it ended. */

/**
 * Hands in what ran out, wherever it is: the server's own sweep. Several servers may sweep at once; an attempt that one of
 * them holds, or that a learner is just handing in, is left to them. Answers how many it handed in.
 */
export async function handInOverdue(_: SystemViewer): Promise<number> {
  let handedIn = 0;
  const failed: unknown[] = [];
  const all = await database().$queryRaw<OverdueAttempt[]>`
    SELECT a."schoolId", a."id" FROM "Attempt" a WHERE ${overdue} ORDER BY a."acceptedUntil" LIMIT 1000`;
  for (const attempt of all) {
    // One that cannot be graded must not keep the others waiting.
    const done = await one(attempt, "SKIP LOCKED").catch((error: unknown) => void failed.push(error));
    if (done) handedIn++;
  }
  if (failed.length > 0) throw failed[0];
  return handedIn;
}

/** Attempts `a` that are open and take nothing any more. */
export const overdue = Prisma.sql`(a."submittedAt" IS NULL AND a."acceptedUntil" < now())`;

/** Hands in what ran out among the attempts `a` that a condition names, before somebody looks at them. */
export async function settle(which: Prisma.Sql): Promise<void> {
  const all = await database().$queryRaw<OverdueAttempt[]>`
    SELECT a."schoolId", a."id" FROM "Attempt" a WHERE ${overdue} AND ${which}`;
  for (const attempt of all) await one(attempt, "WAIT");
}

/** Attempts `a` at the assignments of a class that the viewer teaches. */
export function inClass(viewer: Viewer, classId: string): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT 1 FROM "Assignment" s JOIN "Class" c ON c."schoolId" = s."schoolId" AND c."id" = s."classId"
    WHERE s."schoolId" = a."schoolId" AND s."id" = a."assignmentId" AND s."classId" = ${classId}::uuid
      AND ${classesTaughtBy(viewer)})`;
}

interface OverdueAttempt {
  schoolId: string;
  id: string;
}

async function one({ schoolId, id }: OverdueAttempt, busy: "WAIT" | "SKIP LOCKED"): Promise<boolean> {
  const which = Prisma.sql`a."schoolId" = ${schoolId}::uuid AND a."id" = ${id}::uuid AND ${overdue}`;
  const handedIn = await database().$transaction((transaction) => handIn(transaction, which, busy));
  if (handedIn) tellWatchers(handedIn.assignmentId);
  return handedIn !== null;
}

/**
 * Sets the clocks of open attempts anew, after dates, limits, exceptions or a profile have changed: `s` is the assignment,
 * `p` the learner. What has run out must be handed in before. An end that would lie in the past is now.
 */
export async function resetClocks(transaction: Transaction, which: Prisma.Sql): Promise<void> {
  const rows = await transaction.$queryRaw<(SitterRow & { now: Date })[]>`
    SELECT ${sitterColumns}, now() AS "now"
    FROM "Assignment" s
    JOIN "Class" c ON c."schoolId" = s."schoolId" AND c."id" = s."classId"
    JOIN "School" sc ON sc."id" = s."schoolId"
    JOIN "Person" p ON p."schoolId" = s."schoolId"
    WHERE ${which} AND EXISTS (
      SELECT 1 FROM "Attempt" a
      WHERE a."schoolId" = s."schoolId" AND a."assignmentId" = s."id" AND a."personId" = p."id"
        AND a."submittedAt" IS NULL)`;
  const clocks = rows.flatMap((row) => {
    const terms = termsOf(row);
    return row.sat
      .filter((each) => each.submittedAt === null)
      .map(({ id, startedAt, reopenedUntil, extendedBy }) => {
        const { endsAt: granted } = attemptClock(terms, {
          startedAt: new Date(startedAt),
          extendedUntil: reopenedUntil === null ? null : new Date(reopenedUntil),
        });
        const end = granted && new Date(granted.getTime() + extendedBy * 1000);
        const endsAt = end && end < row.now ? row.now : end;
        return { id, endsAt, acceptedUntil: endsAt && new Date(endsAt.getTime() + terms.grace * 1000) };
      });
  });
  if (clocks.length === 0) return;
  await transaction.$executeRaw`
    UPDATE "Attempt" a SET "endsAt" = n."endsAt", "acceptedUntil" = n."acceptedUntil"
    FROM jsonb_to_recordset(${JSON.stringify(clocks)}::jsonb) AS n("id" uuid, "endsAt" timestamptz, "acceptedUntil" timestamptz),
         "Assignment" s, "Person" p
    WHERE a."id" = n."id" AND a."submittedAt" IS NULL AND s."schoolId" = a."schoolId" AND s."id" = a."assignmentId"
      AND p."schoolId" = a."schoolId" AND p."id" = a."personId" AND ${which}`;
}
