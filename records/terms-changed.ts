import { arrival, attemptClock, type Terms } from "@/assessment/time-rules";
import { Prisma } from "@/prisma/client/client";

import type { Transaction } from "./database";
import { sitterColumns, termsOf, type SatRow, type SitterRow } from "./terms";

/** What follows when somebody's terms have changed, for what they have begun and for what they have handed in. */

/**
 * Sets the clocks of open attempts anew, after dates, limits, exceptions, groups or a profile have changed, and judges
 * lateness anew: `s` is the assignment, `p` the learner. What has run out must be handed in before. An end that would lie in
 * the past is now. Lateness only ever shrinks, since nobody is late by what they were not told; but `anew` it is what the
 * terms say now: for those at whom an exception is aimed, so that it can be taken back.
 */
export async function termsChanged(transaction: Transaction, which: Prisma.Sql, anew = Prisma.sql`false`) {
  await resetClocks(transaction, which);
  await judgeLateness(transaction, which, anew);
}

/**
 * The same for those who have come into groups of a class, or left them; nobody begins meanwhile. Answers the assignments of
 * which a live view is another now: what is given to the groups, and what they have other terms for.
 */
export async function groupsChanged(
  transaction: Transaction,
  of: { schoolId: string; classId: string; groupIds: readonly string[]; personIds: readonly string[] },
): Promise<string[]> {
  if (of.personIds.length === 0) return [];
  const given = await transaction.$queryRaw<{ id: string }[]>`
    SELECT s."id" FROM "Assignment" s
    WHERE s."schoolId" = ${of.schoolId}::uuid AND s."classId" = ${of.classId}::uuid
      AND s."groupId" = ANY(${of.groupIds}::uuid[])`;
  const assignments = Prisma.sql`(
    s."schoolId" = ${of.schoolId}::uuid AND s."classId" = ${of.classId}::uuid AND EXISTS (
      SELECT 1 FROM "AssignmentException" x
      WHERE x."schoolId" = s."schoolId" AND x."assignmentId" = s."id" AND x."groupId" = ANY(${of.groupIds}::uuid[])))`;
  const held = await transaction.$queryRaw<{ id: string }[]>`
    SELECT s."id" FROM "Assignment" s WHERE ${assignments} FOR UPDATE`;
  if (held.length > 0)
    await termsChanged(transaction, Prisma.sql`${assignments} AND p."id" = ANY(${of.personIds}::uuid[])`);
  return [...given, ...held].map(({ id }) => id);
}

async function resetClocks(transaction: Transaction, which: Prisma.Sql): Promise<void> {
  const rows = await sitters(transaction, which, Prisma.sql`a."submittedAt" IS NULL`);
  const clocks = rows.flatMap((row) => {
    const terms = termsOf(row);
    return row.sat
      .filter((each) => each.submittedAt === null)
      .map((each) => {
        const end = grantedEnd(terms, each);
        const endsAt = end && end < row.now ? row.now : end;
        return { id: each.id, endsAt, acceptedUntil: endsAt && new Date(endsAt.getTime() + terms.grace * 1000) };
      });
  });
  if (clocks.length === 0) return;
  await transaction.$executeRaw`
    UPDATE "Attempt" a SET "endsAt" = n."endsAt", "acceptedUntil" = n."acceptedUntil"
    FROM jsonb_to_recordset(${JSON.stringify(clocks)}::jsonb) AS n("id" uuid, "endsAt" timestamptz, "acceptedUntil" timestamptz),
         ${sitting}
    WHERE a."id" = n."id" AND a."submittedAt" IS NULL AND ${satAt} AND ${which}`;
}

async function judgeLateness(transaction: Transaction, which: Prisma.Sql, anew: Prisma.Sql): Promise<void> {
  const judged = Prisma.sql`a."submittedAt" IS NOT NULL AND (a."lateBy" > 0 OR ${anew})`;
  const rows = await sitters(transaction, which, judged, anew);
  const changed = rows.flatMap((row) => {
    const terms = termsOf(row);
    return row.sat.flatMap((each) => {
      if (each.submittedAt === null) return [];
      const now = latenessNow(terms, each, row.timeZone);
      if (now === null) return [];
      const lateBy = row.anew ? now.lateBy : Math.min(now.lateBy, each.lateBy);
      const deduction = row.anew ? now.deduction : Math.min(now.deduction, each.deduction);
      return lateBy === each.lateBy && deduction === each.deduction ? [] : [{ id: each.id, lateBy, deduction }];
    });
  });
  if (changed.length === 0) return;
  await transaction.$executeRaw`
    UPDATE "Attempt" a SET "lateBy" = n."lateBy", "deduction" = n."deduction"
    FROM jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) AS n("id" uuid, "lateBy" int, "deduction" float8),
         ${sitting}
    WHERE a."id" = n."id" AND a."submittedAt" IS NOT NULL AND ${satAt} AND ${which}`;
}

/** Beside an attempt `a` that is written, and how they belong together. */
const sitting = Prisma.sql`"Assignment" s, "Person" p`;
const satAt = Prisma.sql`(
  s."schoolId" = a."schoolId" AND s."id" = a."assignmentId" AND p."schoolId" = a."schoolId" AND p."id" = a."personId")`;

/** Null of what the terms would not take at all any more: it stays as it was taken. */
function latenessNow(terms: Terms, sat: SatRow, zone: string): { lateBy: number; deduction: number } | null {
  const extendedUntil = sat.reopenedUntil !== null || sat.extendedBy > 0 ? grantedEnd(terms, sat) : null;
  const attempt = { startedAt: new Date(sat.startedAt), extendedUntil };
  const arrived = arrival(terms, attempt, new Date(sat.submittedAt!), zone);
  if (arrived.state === "too late") return null;
  if (arrived.state === "on time") return { lateBy: 0, deduction: 0 };
  return { lateBy: Math.ceil(arrived.by), deduction: arrived.deduction };
}

/** When an attempt ends by the terms, by its being opened again and by what was given to it while it ran. */
function grantedEnd(terms: Terms, { startedAt, reopenedUntil, extendedBy }: SatRow): Date | null {
  const { endsAt } = attemptClock(terms, {
    startedAt: new Date(startedAt),
    extendedUntil: reopenedUntil === null ? null : new Date(reopenedUntil),
  });
  return endsAt && new Date(endsAt.getTime() + extendedBy * 1000);
}

/** Learners `p` at assignments `s` who have an attempt `a` of that kind there. */
function sitters(
  transaction: Transaction,
  which: Prisma.Sql,
  kind: Prisma.Sql,
  anew = Prisma.sql`false`,
): Promise<(SitterRow & { now: Date; anew: boolean })[]> {
  return transaction.$queryRaw`
    SELECT ${sitterColumns}, now() AS "now", ${anew} AS "anew"
    FROM "Assignment" s
    JOIN "Class" c ON c."schoolId" = s."schoolId" AND c."id" = s."classId"
    JOIN "School" sc ON sc."id" = s."schoolId"
    JOIN "Person" p ON p."schoolId" = s."schoolId"
    WHERE ${which} AND EXISTS (
      SELECT 1 FROM "Attempt" a
      WHERE a."schoolId" = s."schoolId" AND a."assignmentId" = s."id" AND a."personId" = p."id" AND ${kind})`;
}
