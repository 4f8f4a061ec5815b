import { Prisma } from "@/prisma/client/client";

import { database } from "./database";
import { handIn } from "./handing-in";
import { tellWatchers } from "./live-news";
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
  const handedIn = await database().$transaction((transaction) => handIn(transaction, which, { busy }));
  if (handedIn) tellWatchers(handedIn.assignmentId);
  return handedIn !== null;
}
