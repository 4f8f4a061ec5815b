import { Prisma } from "@/prisma/client/client";

import { database, type Transaction } from "./database";
import { unsaid } from "./decision-lines";
import { NotFound } from "./errors";
import { id, isId } from "./ids";
import { tellWatchers } from "./live-news";
import { note } from "./names";
import { newId } from "./new-id";
import { settle } from "./overdue";
import { refused, type Refused } from "./slip";
import type { Viewer } from "./viewer";
import { assignmentsTaughtBy } from "./visibility";

/** What a teacher decides while a class works: more time, or the end, for one or for all who are at it. */

export interface LiveDecisionWanted {
  classId: string;
  assignmentId: string;
  /** The learner; null: everyone who works now. */
  personId: string | null;
  reason?: string | undefined;
}

export type LiveDecisionField = "who" | "minutes" | "reason";

export type LiveDecided =
  /** Whose attempts it moved; those that nothing ends are not among them. */
  { state: "decided"; learners: number } | Refused<LiveDecisionField>;

/** Half a day: longer than this nobody sits. */
const mostMinutes = 720;

/**
 * Gives those who work so many minutes more, from when their time would end, and adds to what was given before. Given to all,
 * who has a standing profile has as many times the minutes; given to one it is as it was said. Throws NotFound.
 */
export async function extendTime(
  viewer: Viewer,
  wanted: LiveDecisionWanted & { minutes: number },
): Promise<LiveDecided> {
  const { minutes } = wanted;
  const decided = await deciding(viewer, wanted, unsaid.extend, async (transaction, { which, reason, now }) => {
    if (!Number.isFinite(minutes) || minutes <= 0)
      return refused("minutes", "Write how many minutes, as a number above 0.");
    if (minutes > mostMinutes) return refused("minutes", `Give at most ${mostMinutes} minutes at once.`);
    const each = Prisma.sql`ceil(${minutes * 60}::float8 * ${wanted.personId === null ? timeFactor : Prisma.sql`1`})`;
    const moved = await transaction.$queryRaw<Held[]>`
      UPDATE "Attempt" a SET
        "endsAt" = a."endsAt" + ${each} * interval '1 second',
        "acceptedUntil" = a."acceptedUntil" + ${each} * interval '1 second'
      WHERE ${which} AND a."endsAt" IS NOT NULL
      RETURNING a."id", a."personId", ${each} AS "value"`;
    if (moved.length === 0)
      return refused(
        "who",
        "Nothing ends their time: give them another due date among ‘Other terms for some’ instead.",
      );
    await write(transaction, viewer, moved, { ...wanted, what: "extend", reason, now });
    return { state: "decided", learners: moved.length };
  });
  return decided;
}

/**
 * Ends the work of those who are at it: what stands is handed in as of this moment, for all of them alike. It cannot be taken
 * back (an attempt can be opened again). Throws NotFound.
 */
export async function endNow(viewer: Viewer, wanted: LiveDecisionWanted): Promise<LiveDecided> {
  const decided = await deciding(viewer, wanted, unsaid.end, async (transaction, { which, reason, now }) => {
    // Waits for saves under way; whatever comes after finds it closed.
    const ended = await transaction.$queryRaw<Held[]>`
      UPDATE "Attempt" a SET "endsAt" = ${now}::timestamptz, "acceptedUntil" = ${now}::timestamptz
      WHERE ${which}
      RETURNING a."id", a."personId", NULL::float8 AS "value"`;
    await write(transaction, viewer, ended, { ...wanted, what: "end", reason, now });
    return { state: "decided", learners: ended.length };
  });
  // Marked one by one; what a fault leaves here the server's sweep hands in.
  if (decided.state === "decided") await settle(running(viewer, wanted));
  return decided;
}

/** Of an attempt `a` that is being changed. */
const timeFactor = Prisma.sql`(
  SELECT p."timeFactor" FROM "Person" p WHERE p."schoolId" = a."schoolId" AND p."id" = a."personId")`;

interface Held {
  id: string;
  personId: string;
  value: number | null;
}

interface Deciding {
  /** The attempts `a` that it is about. */
  which: Prisma.Sql;
  reason: string;
  /** The moment of the decision, to the millisecond that columns keep, and not after it. */
  now: Date;
}

function running(viewer: Viewer, { assignmentId, personId }: LiveDecisionWanted): Prisma.Sql {
  return Prisma.sql`(
    a."schoolId" = ${viewer.schoolId}::uuid AND a."assignmentId" = ${assignmentId}::uuid AND a."submittedAt" IS NULL
    AND (${personId}::uuid IS NULL OR a."personId" = ${personId}::uuid))`;
}

/** Decides while nobody can begin or be decided on otherwise; what has run out is handed in before. */
async function deciding(
  viewer: Viewer,
  wanted: LiveDecisionWanted,
  otherwise: string,
  decide: (transaction: Transaction, about: Deciding) => Promise<LiveDecided>,
): Promise<LiveDecided> {
  const [classId, assignmentId] = [id(wanted.classId), id(wanted.assignmentId)];
  const reason = note(wanted.reason ?? "");
  if (!(await mayDecide(viewer, { classId, assignmentId }))) throw new NotFound();
  if (!reason.ok) return refused("reason", reason.message);
  if (wanted.personId !== null && !isId(wanted.personId)) return refused("who", "Choose who it is for.");
  const which = running(viewer, wanted);
  await settle(which);
  const decided = await database().$transaction(async (transaction) => {
    const [held] = await transaction.$queryRaw<{ id: string }[]>`
      SELECT s."id" FROM "Assignment" s JOIN "Class" c ON ${assignmentsTaughtBy(viewer)}
      WHERE s."id" = ${assignmentId}::uuid AND s."classId" = ${classId}::uuid
      FOR UPDATE OF s`;
    if (!held) throw new NotFound();
    const [sat] = await transaction.$queryRaw<{ any: boolean; now: Date }[]>`
      SELECT EXISTS (SELECT 1 FROM "Attempt" a WHERE ${which}) AS "any",
             date_trunc('milliseconds', clock_timestamp()) AS "now"`;
    if (!sat!.any)
      return refused("who", wanted.personId === null ? "Nobody works on it now." : "They do not work on it now.");
    return decide(transaction, { which, reason: reason.value || otherwise, now: sat!.now });
  });
  if (decided.state === "decided") tellWatchers(assignmentId);
  return decided;
}

async function mayDecide(viewer: Viewer, { classId, assignmentId }: { classId: string; assignmentId: string }) {
  const found = await database().$queryRaw<unknown[]>`
    SELECT 1 FROM "Assignment" s JOIN "Class" c ON ${assignmentsTaughtBy(viewer)}
    WHERE s."id" = ${assignmentId}::uuid AND s."classId" = ${classId}::uuid`;
  return found.length > 0;
}

/** A decision an attempt, in one statement: what was given stands with whom it was given to. */
async function write(
  transaction: Transaction,
  viewer: Viewer,
  attempts: readonly Held[],
  about: { assignmentId: string; what: "extend" | "end"; reason: string; now: Date },
): Promise<void> {
  const rows = attempts.map((each) => ({ decision: newId(), ...each }));
  await transaction.$executeRaw`
    INSERT INTO "Decision"
      ("schoolId", "id", "assignmentId", "personId", "attemptId", "what", "value", "reason", "decidedById", "decidedAt")
    SELECT ${viewer.schoolId}::uuid, n."decision", ${about.assignmentId}::uuid, n."personId", n."id", ${about.what},
           n."value", ${about.reason}, ${viewer.personId}::uuid, ${about.now}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS n("decision" uuid, "id" uuid, "personId" uuid, "value" float8)`;
}
