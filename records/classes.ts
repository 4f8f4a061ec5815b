import { databaseErrorCode } from "./conflict";
import { currentQuizzes } from "./current-quizzes";
import { database } from "./database";
import { NotFound } from "./errors";
import { id, slug } from "./ids";
import { newJoinCode } from "./join-code";
import { className } from "./names";
import { newId } from "./new-id";
import { refused, type Refused } from "./slip";
import type { Viewer } from "./viewer";
import { classesTaughtBy, mayTeach } from "./visibility";

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

/** Gives a class that the viewer teaches a new code; the old one opens nothing any more. Throws NotFound. */
export async function renewJoinCode(viewer: Viewer, input: { classId: string }): Promise<{ joinCode: string }> {
  const classId = id(input.classId);
  return withFreshCode(async (joinCode) => {
    const renewed = await database().$executeRaw`
      UPDATE "Class" c SET "joinCode" = ${joinCode} WHERE ${classesTaughtBy(viewer)} AND c."id" = ${classId}::uuid`;
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

export interface ClassLine {
  id: string;
  name: string;
  courseId: string;
  /** Null when joining is closed. */
  joinCode: string | null;
  learners: number;
  createdAt: Date;
}

/** The classes that the viewer teaches, by name. */
export async function myClasses(viewer: Viewer): Promise<ClassLine[]> {
  return database().$queryRaw<ClassLine[]>`
    SELECT c."id", c."name", c."courseId", c."joinCode", c."createdAt",
           (SELECT count(*)::int FROM "Enrolment" e WHERE e."schoolId" = c."schoolId" AND e."classId" = c."id") AS "learners"
    FROM "Class" c
    WHERE ${classesTaughtBy(viewer)}
    ORDER BY c."name" COLLATE "und-x-icu", c."id"`;
}

export interface ClassRoster {
  class: { id: string; name: string; courseId: string; joinCode: string | null };
  teachers: { personId: string; displayName: string }[];
  /** By name. */
  learners: {
    personId: string;
    displayName: string;
    userName: string;
    enrolledAt: Date;
    /** True after a reset, until they have chosen a password of their own. */
    mustChangePassword: boolean;
  }[];
}

/** Who is in a class that the viewer teaches. Throws NotFound. */
export async function classRoster(viewer: Viewer, input: { classId: string }): Promise<ClassRoster> {
  const classId = id(input.classId);
  const [found, teachers, learners] = await Promise.all([
    database().$queryRaw<ClassRoster["class"][]>`
      SELECT c."id", c."name", c."courseId", c."joinCode" FROM "Class" c
      WHERE ${classesTaughtBy(viewer)} AND c."id" = ${classId}::uuid`,
    database().$queryRaw<ClassRoster["teachers"]>`
      SELECT p."id" AS "personId", p."displayName"
      FROM "Class" c
      JOIN "ClassTeacher" ct ON ct."schoolId" = c."schoolId" AND ct."classId" = c."id"
      JOIN "Person" p ON p."schoolId" = ct."schoolId" AND p."id" = ct."personId" AND p."role" <> 'learner'
      WHERE ${classesTaughtBy(viewer)} AND c."id" = ${classId}::uuid
      ORDER BY p."displayName" COLLATE "und-x-icu", p."id"`,
    database().$queryRaw<ClassRoster["learners"]>`
      SELECT p."id" AS "personId", p."displayName", p."userName", e."enrolledAt", p."mustChangePassword"
      FROM "Class" c
      JOIN "Enrolment" e ON e."schoolId" = c."schoolId" AND e."classId" = c."id"
      JOIN "Person" p ON p."schoolId" = e."schoolId" AND p."id" = e."personId"
      WHERE ${classesTaughtBy(viewer)} AND c."id" = ${classId}::uuid
      ORDER BY p."displayName" COLLATE "und-x-icu", p."id"`,
  ]);
  if (!found[0]) throw new NotFound();
  return { class: found[0], teachers, learners };
}

/** Takes a learner out of a class that the viewer teaches; what they did stays theirs. Throws NotFound. */
export async function removeLearner(viewer: Viewer, input: { classId: string; personId: string }): Promise<void> {
  const removed = await database().$executeRaw`
    DELETE FROM "Enrolment" e USING "Class" c
    WHERE c."schoolId" = e."schoolId" AND c."id" = e."classId" AND ${classesTaughtBy(viewer)}
      AND e."classId" = ${id(input.classId)}::uuid AND e."personId" = ${id(input.personId)}::uuid`;
  if (removed === 0) throw new NotFound();
}

/** The courses that are published, for whoever makes a class. */
export async function publishedCourses(_: Viewer): Promise<{ courseId: string; quizzes: number }[]> {
  return database().$queryRaw`
    SELECT q."courseId", count(*)::int AS "quizzes" FROM ${currentQuizzes} q GROUP BY q."courseId" ORDER BY 1`;
}

async function mustTeach(viewer: Viewer, classId: string): Promise<void> {
  const found = await database().$queryRaw<unknown[]>`
    SELECT 1 FROM "Class" c WHERE ${classesTaughtBy(viewer)} AND c."id" = ${classId}::uuid`;
  if (found.length === 0) throw new NotFound();
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
