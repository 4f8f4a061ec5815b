import { Prisma } from "@/prisma/client/client";

import { database } from "./database";
import { NotFound } from "./errors";
import { handIn } from "./handing-in";
import { id } from "./ids";
import { tellWatchers } from "./live-news";
import { about, ownAssignments, showingOf } from "./showing";
import type { Viewer } from "./viewer";
import { ownAttempts } from "./visibility";

export interface Submitted {
  attemptId: string;
  /** With certainty they may lie below 0. Null while an assignment holds the score back. */
  points: number | null;
  maxPoints: number;
}

/**
 * Closes an own attempt and grades it, in one transaction: waits for saves under way, and whatever comes after finds
 * it closed. Submitting again gives the first result; what comes when the time is over is handed in as it stood then.
 * Throws NotFound.
 */
export async function submitAttempt(viewer: Viewer, input: { attemptId: string }): Promise<Submitted> {
  const which = Prisma.sql`${ownAttempts(viewer)} AND a."id" = ${id(input.attemptId)}::uuid`;
  const handedIn = await database().$transaction((transaction) => handIn(transaction, which));
  if (!handedIn) throw new NotFound();
  const { attemptId, quizId, assignmentId, points, maxPoints } = handedIn;
  tellWatchers(assignmentId);
  const all = await ownAssignments(viewer, about(quizId));
  const { score } = showingOf(all, { quizId, assignmentId }).shown;
  return { attemptId, points: score ? points : null, maxPoints };
}
