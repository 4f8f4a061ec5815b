import { Prisma } from "@/prisma/client/client";

import { database } from "./database";
import { NotFound } from "./errors";
import { id } from "./ids";
import { displayName } from "./names";
import { hashPassword, isPassword, passwordFault, temporaryPassword } from "./passwords";
import { refused, type Refused } from "./slip";
import { countSignIn, forgetSignIns } from "./throttle";
import type { Role, Viewer } from "./viewer";
import { peopleHelpedBy, peopleListedFor } from "./visibility";

export interface PersonLine {
  id: string;
  displayName: string;
  userName: string;
  role: Role;
  createdAt: Date;
}

export interface PeoplePage {
  people: PersonLine[];
  /** How many there are on all pages. */
  total: number;
  /** 1, 2, 3, … */
  page: number;
  pages: number;
}

const pageLength = 50;

/**
 * The people of the school by name, fifty a page: to its administrators, others get an empty list's NotFound.
 * `search`: any part of a name or user name; `role`: only these.
 */
export async function people(
  viewer: Viewer,
  input: { search?: string; role?: Role; page?: number } = {},
): Promise<PeoplePage> {
  if (viewer.role !== "administrator") throw new NotFound();
  const search = (input.search ?? "")
    .replace(/[\0\p{Surrogate}]/gu, "")
    .trim()
    .slice(0, 100);
  const like = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
  const where = Prisma.sql`
    ${peopleListedFor(viewer)}
    AND ${search ? Prisma.sql`(p."displayName" ILIKE ${like} OR p."userName" ILIKE ${like})` : Prisma.sql`true`}
    AND ${input.role ? Prisma.sql`p."role" = ${input.role}::"Role"` : Prisma.sql`true`}`;
  const page = Number.isSafeInteger(input.page) ? Math.min(Math.max(input.page!, 1), 100_000) : 1;
  const [counted, list] = await Promise.all([
    database().$queryRaw<{ total: number }[]>`SELECT count(*)::int AS "total" FROM "Person" p WHERE ${where}`,
    database().$queryRaw<PersonLine[]>`
      SELECT p."id", p."displayName", p."userName", p."role"::text AS "role", p."createdAt"
      FROM "Person" p
      WHERE ${where}
      ORDER BY p."displayName" COLLATE "und-x-icu", p."id"
      LIMIT ${pageLength} OFFSET ${(page - 1) * pageLength}`,
  ]);
  const total = counted[0]?.total ?? 0;
  return { people: list, total, page, pages: Math.max(1, Math.ceil(total / pageLength)) };
}

/**
 * Gives someone else another role: administrators only, and never their own, so that a school keeps one. It counts at
 * that person's next request. Throws NotFound.
 */
export async function changeRole(viewer: Viewer, input: { personId: string; role: Role }): Promise<void> {
  const personId = id(input.personId);
  if (viewer.role !== "administrator" || personId === viewer.personId) throw new NotFound();
  await database().$transaction(async (transaction) => {
    // Two administrators who demote each other at once would leave none: whoever comes second is one no more.
    const administrators = await transaction.$queryRaw<{ id: string }[]>`
      SELECT "id" FROM "Person"
      WHERE "schoolId" = ${viewer.schoolId}::uuid AND "role" = 'administrator'
      ORDER BY "id"
      FOR UPDATE`;
    if (!administrators.some((each) => each.id === viewer.personId)) throw new NotFound();
    const changed = await transaction.$executeRaw`
      UPDATE "Person" p SET "role" = ${input.role}::"Role"
      WHERE ${peopleListedFor(viewer)} AND p."id" = ${personId}::uuid`;
    if (changed === 0) throw new NotFound();
  });
}

/** Changes the viewer's own name. */
export async function renameSelf(
  viewer: Viewer,
  input: { displayName: string },
): Promise<{ state: "renamed"; displayName: string } | Refused<"displayName">> {
  const name = displayName(input.displayName);
  if (!name.ok) return refused("displayName", name.message);
  await database().$executeRaw`
    UPDATE "Person" SET "displayName" = ${name.value}
    WHERE "schoolId" = ${viewer.schoolId}::uuid AND "id" = ${viewer.personId}::uuid`;
  return { state: "renamed", displayName: name.value };
}

/**
 * Changes the viewer's own password and ends their other sessions. The current one is asked for, so that a device left
 * open is not enough; who has none yet (a provider signs them in) leaves it out.
 */
export async function changeOwnPassword(
  viewer: Viewer,
  input: { current?: string; password: string },
): Promise<{ state: "changed"; endedSessions: number } | Refused<"current" | "password">> {
  const own = { schoolId: viewer.schoolId, id: viewer.personId };
  const person = await database().person.findUnique({
    where: { schoolId_id: own },
    select: { passwordHash: true, userNameFolded: true },
  });
  if (!person) throw new NotFound();
  if (person.passwordHash !== null) {
    const tries = { schoolId: viewer.schoolId, userName: person.userNameFolded, address: "" };
    const seconds = await countSignIn(tries);
    if (seconds > 0) return refused("current", `Too many tries. Wait ${seconds} seconds, then try again.`);
    if (!(await isPassword(input.current ?? "", person.passwordHash)))
      return refused("current", "This is not your present password.");
    await forgetSignIns(tries);
  }
  const fault = await passwordFault(input.password, [viewer.displayName, viewer.userName]);
  if (fault) return refused("password", fault);
  if (await isPassword(input.password, person.passwordHash))
    return refused("password", "This is the password you have now: choose another.");
  const passwordHash = await hashPassword(input.password);
  const [written] = await database().$queryRaw<{ changed: boolean; ended: number }[]>`
    WITH changed AS (
      UPDATE "Person" SET "passwordHash" = ${passwordHash}, "mustChangePassword" = false
      WHERE "schoolId" = ${own.schoolId}::uuid AND "id" = ${own.id}::uuid
        AND "passwordHash" IS NOT DISTINCT FROM ${person.passwordHash}
      RETURNING "schoolId", "id"
    ), ended AS (
      DELETE FROM "Session" s USING changed
      WHERE s."schoolId" = changed."schoolId" AND s."personId" = changed."id" AND s."id" <> ${viewer.sessionId}::uuid
      RETURNING 1
    )
    SELECT EXISTS (SELECT 1 FROM changed) AS "changed", (SELECT count(*)::int FROM ended) AS "ended"`;
  if (!written?.changed) return refused("current", "Your password has just been changed elsewhere.");
  return { state: "changed", endedSessions: written.ended };
}

/**
 * Gives someone a new password to hand over on paper, ends their sessions, and asks them to choose their own at the
 * next sign-in: a teacher for the learners of their classes, an administrator for everyone but administrators. It is
 * answered once and not kept. Throws NotFound.
 */
export async function resetPassword(
  viewer: Viewer,
  input: { personId: string },
): Promise<{ displayName: string; userName: string; temporaryPassword: string }> {
  const personId = id(input.personId);
  const password = temporaryPassword();
  const passwordHash = await hashPassword(password);
  const [person] = await database().$queryRaw<{ displayName: string; userName: string; userNameFolded: string }[]>`
    WITH changed AS (
      UPDATE "Person" p SET "passwordHash" = ${passwordHash}, "mustChangePassword" = true
      WHERE ${peopleHelpedBy(viewer)} AND p."id" = ${personId}::uuid
      RETURNING p."schoolId", p."id", p."displayName", p."userName", p."userNameFolded"
    ), ended AS (
      DELETE FROM "Session" s USING changed WHERE s."schoolId" = changed."schoolId" AND s."personId" = changed."id"
    )
    SELECT "displayName", "userName", "userNameFolded" FROM changed`;
  if (!person) throw new NotFound();
  await forgetSignIns({ schoolId: viewer.schoolId, userName: person.userNameFolded, address: "" });
  return { displayName: person.displayName, userName: person.userName, temporaryPassword: password };
}
