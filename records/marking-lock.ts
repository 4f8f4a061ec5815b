import type { Prisma } from "@/prisma/client/client";

import type { Transaction } from "./database";

/**
 * Who hands in or gives points by hand marks single attempts, many at once; a change of how a question is marked goes over
 * all of them, alone. Each takes its lock before any row, so that no attempt falls between the two and none waits in a ring.
 */

/** Taken by whoever marks single attempts of a school; held until the transaction ends. */
export async function markSome(transaction: Transaction, schoolId: string): Promise<void> {
  await transaction.$executeRaw`
    SELECT pg_advisory_xact_lock_shared(hashtextextended('annals: marking ' || ${schoolId}::text, 0))`;
}

/** The same for an attempt `a`, whose school is not known yet. False when the condition names none. */
export async function markSomeOf(transaction: Transaction, which: Prisma.Sql): Promise<boolean> {
  const found = await transaction.$queryRaw<unknown[]>`
    SELECT pg_advisory_xact_lock_shared(hashtextextended('annals: marking ' || a."schoolId"::text, 0))::text
    FROM "Attempt" a WHERE ${which}`;
  return found.length > 0;
}

/** Taken by whoever marks a whole school's attempts anew: waits for those who mark single ones, and they wait for it. */
export async function markAll(transaction: Transaction, schoolId: string): Promise<void> {
  await transaction.$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended('annals: marking ' || ${schoolId}::text, 0))`;
}
