import { database } from "./database";
import { NotFound } from "./errors";
import { id, isId } from "./ids";
import { newId } from "./new-id";
import type { SystemViewer, Viewer } from "./viewer";
import { peopleHelpedBy } from "./visibility";

/** How long a sign-in lasts, in days. */
export const sessionDays = 30;

/** What a browser's token names; everything else is looked up. */
export interface SessionKey {
  schoolId: string;
  personId: string;
  sessionId: string;
}

/** The person behind a session, as they are now; null when it has ended, expired or never was. One query. */
export async function viewerOfSession(_: SystemViewer, key: SessionKey): Promise<Viewer | null> {
  if (!isId(key.schoolId) || !isId(key.personId) || !isId(key.sessionId)) return null;
  const [row] = await database().$queryRaw<Viewer[]>`
    SELECT p."schoolId", p."id" AS "personId", s."id" AS "sessionId", p."role"::text AS "role", p."displayName",
           p."userName", p."mustChangePassword", p."passwordHash" IS NOT NULL AS "hasPassword", school."timeZone"
    FROM "Session" s
    JOIN "Person" p ON p."schoolId" = s."schoolId" AND p."id" = s."personId"
    JOIN "School" school ON school."id" = s."schoolId"
    WHERE s."schoolId" = ${key.schoolId}::uuid AND s."id" = ${key.sessionId}::uuid
      AND s."personId" = ${key.personId}::uuid AND s."expiresAt" > now()`;
  return row ?? null;
}

/** Begins a session for someone whose password or provider has just been checked. Throws NotFound. */
export async function beginSession(
  _: SystemViewer,
  person: { schoolId: string; personId: string; userAgent: string },
): Promise<SessionKey> {
  const sessionId = newId();
  const begun = await database().$executeRaw`
    WITH expired AS (
      DELETE FROM "Session"
      WHERE "schoolId" = ${id(person.schoolId)}::uuid AND "personId" = ${id(person.personId)}::uuid AND "expiresAt" < now()
    )
    INSERT INTO "Session" ("schoolId", "id", "personId", "userAgent", "expiresAt")
    SELECT p."schoolId", ${sessionId}::uuid, p."id", ${printable(person.userAgent)}, now() + make_interval(days => ${sessionDays})
    FROM "Person" p
    WHERE p."schoolId" = ${id(person.schoolId)}::uuid AND p."id" = ${id(person.personId)}::uuid`;
  if (begun === 0) throw new NotFound();
  return { schoolId: person.schoolId, personId: person.personId, sessionId };
}

/** Ends the session that a token names: signing out. Nothing happens when it has ended already. */
export async function leaveSession(_: SystemViewer, key: SessionKey): Promise<void> {
  if (!isId(key.schoolId) || !isId(key.personId) || !isId(key.sessionId)) return;
  await database().$executeRaw`
    DELETE FROM "Session"
    WHERE "schoolId" = ${key.schoolId}::uuid AND "id" = ${key.sessionId}::uuid AND "personId" = ${key.personId}::uuid`;
}

export interface SessionLine {
  id: string;
  /** What the browser calls itself. */
  userAgent: string;
  createdAt: Date;
  /** True of the one that asks. */
  current: boolean;
}

/** The viewer's own devices, the newest first. */
export async function sessionsOf(viewer: Viewer): Promise<SessionLine[]> {
  return database().$queryRaw<SessionLine[]>`
    SELECT s."id", s."userAgent", s."createdAt", s."id" = ${viewer.sessionId}::uuid AS "current"
    FROM "Session" s
    WHERE s."schoolId" = ${viewer.schoolId}::uuid AND s."personId" = ${viewer.personId}::uuid AND s."expiresAt" > now()
    ORDER BY s."createdAt" DESC, s."id" DESC`;
}

/** Ends one of the viewer's own sessions. Throws NotFound. */
export async function endSession(viewer: Viewer, input: { sessionId: string }): Promise<void> {
  const ended = await database().$executeRaw`
    DELETE FROM "Session"
    WHERE "schoolId" = ${viewer.schoolId}::uuid AND "personId" = ${viewer.personId}::uuid
      AND "id" = ${id(input.sessionId)}::uuid`;
  if (ended === 0) throw new NotFound();
}

/**
 * Signs a person out everywhere: without `personId` the viewer, this device included; with it, someone whose account
 * the viewer may help with. Answers how many sessions ended. Throws NotFound.
 */
export async function endAllSessions(viewer: Viewer, input: { personId?: string } = {}): Promise<{ ended: number }> {
  if (input.personId === undefined || input.personId === viewer.personId) {
    const ended = await database().$executeRaw`
      DELETE FROM "Session"
      WHERE "schoolId" = ${viewer.schoolId}::uuid AND "personId" = ${viewer.personId}::uuid`;
    return { ended };
  }
  const [row] = await database().$queryRaw<{ known: boolean; ended: number }[]>`
    WITH helped AS (
      SELECT p."schoolId", p."id" FROM "Person" p
      WHERE ${peopleHelpedBy(viewer)} AND p."id" = ${id(input.personId)}::uuid
    ), ended AS (
      DELETE FROM "Session" s USING helped
      WHERE s."schoolId" = helped."schoolId" AND s."personId" = helped."id"
      RETURNING 1
    )
    SELECT EXISTS (SELECT 1 FROM helped) AS "known", (SELECT count(*)::int FROM ended) AS "ended"`;
  if (!row?.known) throw new NotFound();
  return { ended: row.ended };
}

/** A browser's name as it can be stored and shown: one line, not endless. */
function printable(userAgent: string): string {
  return userAgent.replace(/[^\x20-\x7e]/g, "").slice(0, 300);
}
