import { Prisma } from "@/prisma/client/client";

import { database } from "./database";
import { NotFound } from "./errors";
import { id } from "./ids";
import { markAll } from "./marking-lock";
import { mustTeach } from "./must-teach";
import { folded, userName } from "./names";
import { hashPasswords, temporaryPassword } from "./passwords";
import { refused, type Refused } from "./slip";
import { followTeacher, keepTeachersChanges } from "./teacher-changes";
import type { Viewer } from "./viewer";
import { classesTaughtBy, listedGroups, membersNow } from "./visibility";

export interface ClassRoster {
  class: {
    id: string;
    name: string;
    courseId: string;
    joinCode: string | null;
    archivedAt: Date | null;
    /** The class's, or its school's. */
    timeZone: string;
    /** It has no clock of its own. */
    followsSchool: boolean;
  };
  teachers: { personId: string; displayName: string; userName: string }[];
  /** By name; those on this page. */
  learners: {
    personId: string;
    displayName: string;
    userName: string;
    enrolledAt: Date;
    /** True after a reset, until they have chosen a password of their own. */
    mustChangePassword: boolean;
    /** The names of their groups. */
    groups: string[];
  }[];
  /** How many match on all pages, and how many are in the class at all. */
  found: number;
  total: number;
  page: number;
  pages: number;
  /** In the class no longer, the last first; at most two hundred. */
  removed: { personId: string; displayName: string; userName: string; removedAt: Date }[];
}

const pageLength = 100;

/**
 * Who is in a class that the viewer teaches, a hundred a page. `search`: any part of a name or user name. Throws NotFound.
 */
export async function classRoster(
  viewer: Viewer,
  input: { classId: string; search?: string; page?: number },
): Promise<ClassRoster> {
  const classId = id(input.classId);
  const search = (input.search ?? "")
    .replace(/[\0\p{Surrogate}]/gu, "")
    .trim()
    .slice(0, 100);
  const like = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
  const page = Number.isSafeInteger(input.page) ? Math.min(Math.max(input.page!, 1), 100_000) : 1;
  const taught = Prisma.sql`${classesTaughtBy(viewer)} AND c."id" = ${classId}::uuid`;
  const matches = search ? Prisma.sql`(p."displayName" ILIKE ${like} OR p."userName" ILIKE ${like})` : Prisma.sql`true`;
  const people = Prisma.sql`
    "Class" c
    JOIN "Enrolment" e ON e."schoolId" = c."schoolId" AND e."classId" = c."id"
    JOIN "Person" p ON p."schoolId" = e."schoolId" AND p."id" = e."personId"`;
  const [found, teachers, learners, removed] = await Promise.all([
    database().$queryRaw<(ClassRoster["class"] & { total: number; found: number })[]>`
      SELECT c."id", c."name", c."courseId", c."joinCode", c."archivedAt", count(p."id")::int AS "total",
             coalesce(c."timeZone", (SELECT s."timeZone" FROM "School" s WHERE s."id" = c."schoolId")) AS "timeZone",
             c."timeZone" IS NULL AS "followsSchool",
             (count(p."id") FILTER (WHERE ${matches}))::int AS "found"
      FROM "Class" c
      LEFT JOIN "Enrolment" e ON e."schoolId" = c."schoolId" AND e."classId" = c."id" AND ${membersNow}
      LEFT JOIN "Person" p ON p."schoolId" = e."schoolId" AND p."id" = e."personId"
      WHERE ${taught}
      GROUP BY c."schoolId", c."id"`,
    database().$queryRaw<ClassRoster["teachers"]>`
      SELECT p."id" AS "personId", p."displayName", p."userName"
      FROM "Class" c
      JOIN "ClassTeacher" ct ON ct."schoolId" = c."schoolId" AND ct."classId" = c."id"
      JOIN "Person" p ON p."schoolId" = ct."schoolId" AND p."id" = ct."personId" AND p."role" <> 'learner'
      WHERE ${taught}
      ORDER BY p."displayName" COLLATE "und-x-icu", p."id"`,
    database().$queryRaw<ClassRoster["learners"]>`
      SELECT p."id" AS "personId", p."displayName", p."userName", e."enrolledAt", p."mustChangePassword",
             ARRAY(
               SELECT g."name" FROM "ClassGroupMember" m
               JOIN "ClassGroup" g ON g."schoolId" = m."schoolId" AND g."id" = m."groupId"
               WHERE m."schoolId" = e."schoolId" AND m."classId" = e."classId" AND m."personId" = e."personId"
                 AND ${listedGroups}
               ORDER BY g."name" COLLATE "und-x-icu"
             ) AS "groups"
      FROM ${people}
      WHERE ${taught} AND ${membersNow} AND ${matches}
      ORDER BY p."displayName" COLLATE "und-x-icu", p."id"
      LIMIT ${pageLength} OFFSET ${(page - 1) * pageLength}`,
    database().$queryRaw<ClassRoster["removed"]>`
      SELECT p."id" AS "personId", p."displayName", p."userName", e."removedAt"
      FROM ${people}
      WHERE ${taught} AND NOT ${membersNow}
      ORDER BY e."removedAt" DESC, p."displayName" COLLATE "und-x-icu", p."id"
      LIMIT 200`,
  ]);
  if (!found[0]) throw new NotFound();
  const { total, found: matching, ...group } = found[0];
  const pages = Math.max(1, Math.ceil(matching / pageLength));
  return { class: group, teachers, learners, found: matching, total, page, pages, removed };
}

/**
 * Takes a learner out of a class that the viewer teaches. What they did stays on record, theirs and the class's, and so
 * do their groups, for when they come back. Throws NotFound.
 */
export async function removeLearner(viewer: Viewer, input: { classId: string; personId: string }): Promise<void> {
  const removed = await database().$executeRaw`
    UPDATE "Enrolment" e SET "removedAt" = now()
    FROM "Class" c
    WHERE c."schoolId" = e."schoolId" AND c."id" = e."classId" AND ${classesTaughtBy(viewer)} AND ${membersNow}
      AND e."classId" = ${id(input.classId)}::uuid AND e."personId" = ${id(input.personId)}::uuid`;
  if (removed === 0) throw new NotFound();
}

/** Takes a learner who was taken out of a class back into it. Throws NotFound. */
export async function takeBackLearner(viewer: Viewer, input: { classId: string; personId: string }): Promise<void> {
  const back = await database().$executeRaw`
    UPDATE "Enrolment" e SET "removedAt" = NULL
    FROM "Class" c
    WHERE c."schoolId" = e."schoolId" AND c."id" = e."classId" AND ${classesTaughtBy(viewer)} AND NOT ${membersNow}
      AND e."classId" = ${id(input.classId)}::uuid AND e."personId" = ${id(input.personId)}::uuid`;
  if (back === 0) throw new NotFound();
}

/** Makes a colleague of the school a teacher of a class that the viewer teaches; twice is once. Throws NotFound. */
export async function addTeacher(
  viewer: Viewer,
  input: { classId: string; userName: string },
): Promise<{ state: "added"; displayName: string } | Refused<"userName">> {
  const classId = id(input.classId);
  await mustTeach(viewer, classId);
  const typed = userName(input.userName);
  return database().$transaction(async (transaction) => {
    await markAll(transaction, viewer.schoolId);
    const [colleague] = await transaction.$queryRaw<{ id: string; displayName: string; added: boolean }[]>`
    WITH colleague AS (
      SELECT "id", "displayName" FROM "Person"
      WHERE "schoolId" = ${viewer.schoolId}::uuid AND "role" <> 'learner'
        AND "userNameFolded" = ${typed.ok ? folded(typed.value) : ""}
    ), added AS (
      INSERT INTO "ClassTeacher" ("schoolId", "classId", "personId")
      SELECT c."schoolId", c."id", colleague."id" FROM "Class" c, colleague
      WHERE ${classesTaughtBy(viewer)} AND c."id" = ${classId}::uuid
      ON CONFLICT DO NOTHING
      RETURNING 1
    )
    SELECT "id", "displayName", EXISTS (SELECT 1 FROM added) AS "added" FROM colleague`;
    if (!colleague)
      return refused("userName", "No teacher of this school has this user name. It is what they sign in with.");
    const { id: personId, displayName, added } = colleague;
    if (added) await followTeacher(transaction, { schoolId: viewer.schoolId, classId, personId });
    return { state: "added", displayName };
  });
}

/**
 * Takes a teacher, or the viewer, off a class that the viewer teaches; never the last one who may teach it. Throws
 * NotFound.
 */
export async function removeTeacher(
  viewer: Viewer,
  input: { classId: string; personId: string },
): Promise<{ state: "removed" } | Refused<"person">> {
  const [classId, personId] = [id(input.classId), id(input.personId)];
  return database().$transaction(async (transaction) => {
    await markAll(transaction, viewer.schoolId);
    // Two who leave at once would leave nobody: the second waits here, and finds themselves the last.
    const taught = await transaction.$queryRaw<unknown[]>`
      SELECT 1 FROM "Class" c WHERE ${classesTaughtBy(viewer)} AND c."id" = ${classId}::uuid FOR UPDATE`;
    if (taught.length === 0) throw new NotFound();
    const teachers = await transaction.$queryRaw<{ id: string; teaches: boolean }[]>`
      SELECT p."id", p."role" <> 'learner' AS "teaches"
      FROM "ClassTeacher" t JOIN "Person" p ON p."schoolId" = t."schoolId" AND p."id" = t."personId"
      WHERE t."schoolId" = ${viewer.schoolId}::uuid AND t."classId" = ${classId}::uuid`;
    if (!teachers.some((each) => each.id === personId)) throw new NotFound();
    if (!teachers.some((each) => each.id !== personId && each.teaches))
      return refused("person", "A class needs a teacher. Add a colleague first, or archive the class.");
    await keepTeachersChanges(transaction, { schoolId: viewer.schoolId, classId, personId });
    await transaction.$executeRaw`
      DELETE FROM "ClassTeacher"
      WHERE "schoolId" = ${viewer.schoolId}::uuid AND "classId" = ${classId}::uuid AND "personId" = ${personId}::uuid`;
    return { state: "removed" };
  });
}

/** What a learner needs on paper to sign in. */
export interface SlipFor {
  displayName: string;
  userName: string;
  oneTimePassword: string;
  /** Their groups in the class, if any. */
  group: string | null;
}

/** How many learners of a class have never chosen a password of their own. Throws NotFound. */
export async function learnersWithoutOwnPassword(
  viewer: Viewer,
  input: { classId: string },
): Promise<{ class: { id: string; name: string }; learners: number }> {
  const [found] = await database().$queryRaw<{ id: string; name: string; learners: number }[]>`
    SELECT c."id", c."name",
           (SELECT count(*)::int FROM "Enrolment" e
            JOIN "Person" p ON p."schoolId" = e."schoolId" AND p."id" = e."personId"
            WHERE e."schoolId" = c."schoolId" AND e."classId" = c."id" AND ${membersNow} AND ${waiting}) AS "learners"
    FROM "Class" c WHERE ${classesTaughtBy(viewer)} AND c."id" = ${id(input.classId)}::uuid`;
  if (!found) throw new NotFound();
  const { learners, ...group } = found;
  return { class: group, learners };
}

const waiting = Prisma.sql`(p."role" = 'learner' AND p."mustChangePassword")`;

/**
 * New one-time passwords for all in a class who have not chosen a password of their own: for slips that got lost. Those
 * handed out before open nothing any more. They are answered once and not kept. Throws NotFound.
 */
export async function renewOneTimePasswords(viewer: Viewer, input: { classId: string }): Promise<SlipFor[]> {
  const classId = id(input.classId);
  await mustTeach(viewer, classId);
  const people = await database().$queryRaw<{ personId: string }[]>`
    SELECT p."id" AS "personId"
    FROM "Class" c
    JOIN "Enrolment" e ON e."schoolId" = c."schoolId" AND e."classId" = c."id"
    JOIN "Person" p ON p."schoolId" = e."schoolId" AND p."id" = e."personId"
    WHERE ${classesTaughtBy(viewer)} AND c."id" = ${classId}::uuid AND ${membersNow} AND ${waiting}`;
  const passwords = people.map(() => temporaryPassword());
  const hashes = await hashPasswords(passwords);
  const ids = people.map(({ personId }) => personId);
  const changed = await database().$queryRaw<(Omit<SlipFor, "oneTimePassword"> & { personId: string })[]>`
    WITH changed AS (
      UPDATE "Person" p SET "passwordHash" = n."hash"
      FROM unnest(${ids}::uuid[], ${hashes}::text[]) AS n("id", "hash"), "Enrolment" e, "Class" c
      WHERE p."schoolId" = ${viewer.schoolId}::uuid AND p."id" = n."id" AND ${waiting}
        AND e."schoolId" = p."schoolId" AND e."personId" = p."id" AND ${membersNow}
        AND c."schoolId" = e."schoolId" AND c."id" = e."classId" AND c."id" = ${classId}::uuid
        AND ${classesTaughtBy(viewer)}
      RETURNING p."schoolId", p."id", p."displayName", p."userName"
    ), ended AS (
      DELETE FROM "Session" s USING changed WHERE s."schoolId" = changed."schoolId" AND s."personId" = changed."id"
    )
    SELECT changed."id" AS "personId", "displayName", "userName", (
      SELECT string_agg(g."name", ', ' ORDER BY g."name" COLLATE "und-x-icu") FROM "ClassGroupMember" m
      JOIN "ClassGroup" g ON g."schoolId" = m."schoolId" AND g."id" = m."groupId"
      WHERE m."schoolId" = changed."schoolId" AND m."classId" = ${classId}::uuid AND m."personId" = changed."id"
        AND ${listedGroups}
    ) AS "group"
    FROM changed ORDER BY "displayName" COLLATE "und-x-icu", changed."id"`;
  const passwordOf = new Map(ids.map((each, index) => [each, passwords[index]!]));
  return changed.map(({ personId, ...slip }) => ({ ...slip, oneTimePassword: passwordOf.get(personId)! }));
}
