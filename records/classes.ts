import { isTimeZone } from "@/assessment/time-rules";
import { Prisma } from "@/prisma/client/client";

import { databaseErrorCode } from "./conflict";
import { currentQuizzes } from "./current-quizzes";
import { database, type Transaction } from "./database";
import { NotFound } from "./errors";
import { id, slug } from "./ids";
import { newJoinCode } from "./join-code";
import { className } from "./names";
import { newId } from "./new-id";
import { refused, type Refused } from "./slip";
import type { Viewer } from "./viewer";
import { mustTeach } from "./must-teach";
import { classesTaughtBy, listedGroups, mayTeach, membersNow } from "./visibility";

/**
 * Makes a class with a fresh code to join by; whoever makes it teaches it. Teachers and administrators only. Without
 * `courseId` it follows the course that was published first. Throws NotFound.
 */
export async function createClass(
  viewer: Viewer,
  input: { name: string; courseId?: string },
): Promise<{ state: "made"; classId: string; joinCode: string } | Refused<"name">> {
  if (!mayTeach(viewer)) throw new NotFound();
  const name = className(input.name);
  if (!name.ok) return refused("name", name.message);
  const courseId = input.courseId === undefined ? null : slug(input.courseId);
  return withFreshCode(async (joinCode) => {
    const classId = newId();
    const made = await database().$executeRaw`
      WITH course AS (
        SELECT "courseId" FROM "Release"
        WHERE ${courseId}::text IS NULL OR "courseId" = ${courseId}
        ORDER BY "id" LIMIT 1
      ), class AS (
        INSERT INTO "Class" ("schoolId", "id", "name", "courseId", "joinCode")
        SELECT ${viewer.schoolId}::uuid, ${classId}::uuid, ${name.value}, "courseId", ${joinCode} FROM course
        RETURNING "schoolId", "id"
      )
      INSERT INTO "ClassTeacher" ("schoolId", "classId", "personId")
      SELECT "schoolId", "id", ${viewer.personId}::uuid FROM class`;
    if (made === 0) throw new NotFound();
    return { state: "made", classId, joinCode };
  });
}

/** Renames a class that the viewer teaches. Throws NotFound. */
export async function renameClass(
  viewer: Viewer,
  input: { classId: string; name: string },
): Promise<{ state: "renamed" } | Refused<"name">> {
  const name = className(input.name);
  const classId = id(input.classId);
  // Asked before the slip is answered, so that a stranger learns nothing.
  await mustTeach(viewer, classId);
  if (!name.ok) return refused("name", name.message);
  const renamed = await database().$executeRaw`
    UPDATE "Class" c SET "name" = ${name.value} WHERE ${classesTaughtBy(viewer)} AND c."id" = ${classId}::uuid`;
  if (renamed === 0) throw new NotFound();
  return { state: "renamed" };
}

/**
 * Sets the clock of a class that the viewer teaches, by which its dates are written and told; empty: the school's. Dates
 * that are set stay the moments that they are. Throws NotFound.
 */
export async function setTimeZone(
  viewer: Viewer,
  input: { classId: string; timeZone: string },
): Promise<{ state: "set"; timeZone: string } | Refused<"timeZone">> {
  const classId = id(input.classId);
  await mustTeach(viewer, classId);
  const typed = input.timeZone.trim().replace(/\s+/g, "_");
  // Both of those who reckon with it must know it: the database, too, moves dates by it.
  const [zone] =
    typed !== "" && isTimeZone(typed)
      ? await database().$queryRaw<{ name: string }[]>`
          SELECT "name" FROM pg_timezone_names WHERE lower("name") = lower(${typed}) LIMIT 1`
      : [];
  if (typed !== "" && !zone)
    return refused("timeZone", "This server knows no such zone. Choose another from the list, such as Riga.");
  const [set] = await database().$queryRaw<{ timeZone: string }[]>`
    UPDATE "Class" c SET "timeZone" = ${zone?.name ?? null} FROM "School" s
    WHERE ${classesTaughtBy(viewer)} AND c."id" = ${classId}::uuid AND s."id" = c."schoolId"
    RETURNING coalesce(c."timeZone", s."timeZone") AS "timeZone"`;
  if (!set) throw new NotFound();
  return { state: "set", timeZone: set.timeZone };
}

/**
 * Gives a class that the viewer teaches a new code; the old one opens nothing any more. Throws NotFound, also for a class
 * that is put away.
 */
export async function renewJoinCode(viewer: Viewer, input: { classId: string }): Promise<{ joinCode: string }> {
  const classId = id(input.classId);
  return withFreshCode(async (joinCode) => {
    const renewed = await database().$executeRaw`
      UPDATE "Class" c SET "joinCode" = ${joinCode}
      WHERE ${classesTaughtBy(viewer)} AND c."id" = ${classId}::uuid AND c."archivedAt" IS NULL`;
    if (renewed === 0) throw new NotFound();
    return { joinCode };
  });
}

/** Takes the code away from a class that the viewer teaches: nobody joins until there is a new one. Throws NotFound. */
export async function closeJoining(viewer: Viewer, input: { classId: string }): Promise<void> {
  const closed = await database().$executeRaw`
    UPDATE "Class" c SET "joinCode" = NULL WHERE ${classesTaughtBy(viewer)} AND c."id" = ${id(input.classId)}::uuid`;
  if (closed === 0) throw new NotFound();
}

/**
 * Puts away a class that the viewer teaches: it is read as before, nobody joins it, and its learners' pages name it no
 * more. A second time changes nothing. Throws NotFound.
 */
export async function archiveClass(viewer: Viewer, input: { classId: string }): Promise<void> {
  const archived = await database().$executeRaw`
    UPDATE "Class" c SET "archivedAt" = coalesce(c."archivedAt", now()), "joinCode" = NULL
    WHERE ${classesTaughtBy(viewer)} AND c."id" = ${id(input.classId)}::uuid`;
  if (archived === 0) throw new NotFound();
}

/** Takes a class that the viewer teaches back into use, with joining closed. Throws NotFound. */
export async function restoreClass(viewer: Viewer, input: { classId: string }): Promise<void> {
  const restored = await database().$executeRaw`
    UPDATE "Class" c SET "archivedAt" = NULL WHERE ${classesTaughtBy(viewer)} AND c."id" = ${id(input.classId)}::uuid`;
  if (restored === 0) throw new NotFound();
}

/** By how many weeks the dates of a copied class may be moved at most. */
const mostWeeks = 520;

/**
 * A new class like one that the viewer teaches: its course, its settings, its groups (empty) and its assignments, none of
 * its people. Whoever copies teaches it. `weeks`: the assignments' dates are moved on by so many, at the same hour in the
 * class's time zone; null: they have none. Throws NotFound.
 */
export async function copyClass(
  viewer: Viewer,
  input: { classId: string; name: string; weeks?: number | null },
): Promise<{ state: "made"; classId: string; joinCode: string; assignments: number } | Refused<"name" | "weeks">> {
  const from = id(input.classId);
  await mustTeach(viewer, from);
  const name = className(input.name);
  if (!name.ok) return refused("name", name.message);
  const weeks = input.weeks ?? null;
  if (weeks !== null && !(Number.isInteger(weeks) && weeks >= 0 && weeks <= mostWeeks))
    return refused("weeks", `Write a whole number of weeks, at most ${mostWeeks}, or leave it empty.`);
  return withFreshCode((joinCode) =>
    database().$transaction(async (transaction) => {
      const classId = newId();
      const made = await transaction.$executeRaw`
        INSERT INTO "Class" ("schoolId", "id", "name", "courseId", "joinCode", "timeZone", "gradebook")
        SELECT c."schoolId", ${classId}::uuid, ${name.value}, c."courseId", ${joinCode}, c."timeZone", c."gradebook"
        FROM "Class" c WHERE ${classesTaughtBy(viewer)} AND c."id" = ${from}::uuid`;
      if (made === 0) throw new NotFound();
      await transaction.$executeRaw`
        INSERT INTO "ClassTeacher" ("schoolId", "classId", "personId")
        VALUES (${viewer.schoolId}::uuid, ${classId}::uuid, ${viewer.personId}::uuid)`;
      const assignments = await copyContents(transaction, {
        schoolId: viewer.schoolId,
        from,
        to: classId,
        weeks,
        viewer,
      });
      return { state: "made" as const, classId, joinCode, assignments };
    }),
  );
}

/** Every column of a row goes along but those named here, whatever columns the tables get. */
async function copyContents(
  transaction: Transaction,
  {
    schoolId,
    from,
    to,
    weeks,
    viewer,
  }: { schoolId: string; from: string; to: string; weeks: number | null; viewer: Viewer },
): Promise<number> {
  const old = await transaction.$queryRaw<{ what: "category" | "group" | "assignment"; id: string }[]>`
    SELECT 'category' AS "what", "id" FROM "Category" WHERE "schoolId" = ${schoolId}::uuid AND "classId" = ${from}::uuid
    UNION ALL
    SELECT 'group', g."id" FROM "ClassGroup" g
    WHERE g."schoolId" = ${schoolId}::uuid AND g."classId" = ${from}::uuid AND ${listedGroups}
    UNION ALL
    SELECT 'assignment', "id" FROM "Assignment"
    WHERE "schoolId" = ${schoolId}::uuid AND "classId" = ${from}::uuid AND "removedAt" IS NULL
      -- A paper that was made for some of the old class is nothing to the new one.
      AND "quizVersionId" IS NULL`;
  const ids = old.map((each) => each.id);
  const copies = ids.map(() => newId());
  const mapped = (name: "m" | "mg" | "mk") =>
    Prisma.sql`unnest(${ids}::uuid[], ${copies}::uuid[]) AS ${Prisma.raw(name)}("old", "new")`;
  await transaction.$executeRaw`
    INSERT INTO "Category"
    SELECT (jsonb_populate_record(k, jsonb_build_object('id', m."new", 'classId', ${to}::uuid))).*
    FROM "Category" k JOIN ${mapped("m")} ON m."old" = k."id"
    WHERE k."schoolId" = ${schoolId}::uuid`;
  await transaction.$executeRaw`
    INSERT INTO "ClassGroup"
    SELECT (jsonb_populate_record(g, jsonb_build_object('id', m."new", 'classId', ${to}::uuid))).*
    FROM "ClassGroup" g JOIN ${mapped("m")} ON m."old" = g."id"
    WHERE g."schoolId" = ${schoolId}::uuid`;
  return transaction.$executeRaw`
    INSERT INTO "Assignment"
    SELECT (jsonb_populate_record(w, jsonb_build_object(
      'id', m."new", 'classId', ${to}::uuid, 'groupId', mg."new", 'categoryId', mk."new",
      'createdById', ${viewer.personId}::uuid, 'createdAt', now(),
      'opensAt', moved."opensAt", 'dueAt', moved."dueAt",
      -- An hour that a change of the clocks leaves out moves on; what closes still closes after it has opened.
      'closesAt', CASE WHEN moved."closesAt" <= moved."opensAt" THEN moved."opensAt" + interval '1 minute'
                       ELSE moved."closesAt" END
    ))).*
    FROM "Assignment" w
    JOIN ${mapped("m")} ON m."old" = w."id"
    JOIN "Class" c ON c."schoolId" = w."schoolId" AND c."id" = w."classId"
    JOIN "School" s ON s."id" = w."schoolId"
    LEFT JOIN ${mapped("mg")} ON mg."old" = w."groupId"
    LEFT JOIN ${mapped("mk")} ON mk."old" = w."categoryId"
    CROSS JOIN LATERAL (SELECT coalesce(c."timeZone", s."timeZone") AS "zone") z
    CROSS JOIN LATERAL (SELECT make_interval(weeks => ${weeks}::int) AS "on") b
    CROSS JOIN LATERAL (
      SELECT (w."opensAt" AT TIME ZONE z."zone" + b."on") AT TIME ZONE z."zone" AS "opensAt",
             (w."dueAt" AT TIME ZONE z."zone" + b."on") AT TIME ZONE z."zone" AS "dueAt",
             (w."closesAt" AT TIME ZONE z."zone" + b."on") AT TIME ZONE z."zone" AS "closesAt"
    ) moved
    WHERE w."schoolId" = ${schoolId}::uuid`;
}

export interface ClassLine {
  id: string;
  name: string;
  courseId: string;
  /** Null when joining is closed. */
  joinCode: string | null;
  learners: number;
  createdAt: Date;
  /** Null while it is in use. */
  archivedAt: Date | null;
}

/** The classes that the viewer teaches, those put away too, by name. */
export async function myClasses(viewer: Viewer): Promise<ClassLine[]> {
  return database().$queryRaw<ClassLine[]>`
    SELECT c."id", c."name", c."courseId", c."joinCode", c."createdAt", c."archivedAt",
           (SELECT count(*)::int FROM "Enrolment" e
            WHERE e."schoolId" = c."schoolId" AND e."classId" = c."id" AND ${membersNow}) AS "learners"
    FROM "Class" c
    WHERE ${classesTaughtBy(viewer)}
    ORDER BY c."name" COLLATE "und-x-icu", c."id"`;
}

/** The courses that are published, for whoever makes a class. */
export async function publishedCourses(_: Viewer): Promise<{ courseId: string; quizzes: number }[]> {
  return database().$queryRaw`
    SELECT q."courseId", count(*)::int AS "quizzes" FROM ${currentQuizzes} q GROUP BY q."courseId" ORDER BY 1`;
}

/** Tries codes until one is free; a second try is all but unheard of. */
async function withFreshCode<Answer>(write: (joinCode: string) => Promise<Answer>): Promise<Answer> {
  for (let tries = 0; ; tries++) {
    try {
      return await write(newJoinCode());
    } catch (error) {
      if (tries > 5 || databaseErrorCode(error) !== "unique") throw error;
    }
  }
}
