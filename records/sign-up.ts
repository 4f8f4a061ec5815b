import { database } from "./database";
import { id } from "./ids";
import { joinCode } from "./join-code";
import { newId } from "./new-id";
import { newPerson, userNameTaken, type Newcomer, type NewcomerField } from "./newcomer";
import { hashPassword } from "./passwords";
import { refused, type Refused } from "./slip";
import type { SystemViewer, Viewer } from "./viewer";

export interface ClassByCode {
  classId: string;
  name: string;
  /** Names of its teachers, so that a learner sees whose class it is. */
  teachers: string[];
}

const noSuchCode = "No class has this code. Look again, or ask your teacher whether joining is still open.";

/** The class that a code opens; null when none does, or joining is closed. */
export async function classByCode(
  _: SystemViewer,
  input: { schoolId: string; code: string },
): Promise<ClassByCode | null> {
  const code = joinCode(input.code);
  if (!code) return null;
  const [found] = await database().$queryRaw<ClassByCode[]>`
    SELECT c."id" AS "classId", c."name",
           ARRAY(
             SELECT p."displayName"
             FROM "ClassTeacher" t
             JOIN "Person" p ON p."schoolId" = t."schoolId" AND p."id" = t."personId" AND p."role" <> 'learner'
             WHERE t."schoolId" = c."schoolId" AND t."classId" = c."id"
             ORDER BY p."displayName" COLLATE "und-x-icu"
           ) AS "teachers"
    FROM "Class" c
    WHERE c."schoolId" = ${id(input.schoolId)}::uuid AND c."joinCode" = ${code}`;
  return found ?? null;
}

/** A learner's own account, made with a class's code: the person and their place in the class, together or not at all. */
export async function signUpLearner(
  system: SystemViewer,
  input: Newcomer & { schoolId: string; code: string },
): Promise<{ state: "signed up"; personId: string; classId: string } | Refused<NewcomerField | "code">> {
  const schoolId = id(input.schoolId);
  const [found, checked] = await Promise.all([classByCode(system, input), newPerson(input)]);
  const slips = checked.state === "refused" ? checked.slips : [];
  if (!found) return { state: "refused", slips: [{ field: "code", message: noSuchCode }, ...slips] };
  if (checked.state === "refused") return checked;

  const personId = newId();
  const { person } = checked;
  const passwordHash = await hashPassword(person.password);
  const [written] = await database().$queryRaw<{ open: boolean; made: boolean }[]>`
    WITH class AS (
      SELECT "schoolId", "id" FROM "Class"
      WHERE "schoolId" = ${schoolId}::uuid AND "id" = ${found.classId}::uuid AND "joinCode" = ${joinCode(input.code)}
      FOR SHARE
    ), person AS (
      INSERT INTO "Person" ("schoolId", "id", "userName", "userNameFolded", "displayName", "role", "passwordHash")
      SELECT "schoolId", ${personId}::uuid, ${person.userName}, ${person.userNameFolded}, ${person.displayName},
             'learner', ${passwordHash}
      FROM class
      ON CONFLICT ("schoolId", "userNameFolded") DO NOTHING
      RETURNING "schoolId", "id"
    ), enrolled AS (
      INSERT INTO "Enrolment" ("schoolId", "classId", "personId")
      SELECT class."schoolId", class."id", person."id" FROM class, person
      RETURNING 1
    )
    SELECT EXISTS (SELECT 1 FROM class) AS "open", EXISTS (SELECT 1 FROM enrolled) AS "made"`;
  if (!written?.open) return refused("code", noSuchCode);
  if (!written.made) return refused("userName", userNameTaken);
  return { state: "signed up", personId, classId: found.classId };
}

/** A learner who has an account joins another class by its code; joining twice is once. */
export async function joinClass(
  viewer: Viewer,
  input: { code: string },
): Promise<{ state: "joined"; classId: string; name: string } | Refused<"code">> {
  if (viewer.role !== "learner")
    return refused("code", "Only learners join by a code. A class is joined to learn in it.");
  const code = joinCode(input.code);
  const [joined] = await database().$queryRaw<{ classId: string; name: string }[]>`
    WITH class AS (
      SELECT "schoolId", "id", "name" FROM "Class"
      WHERE "schoolId" = ${viewer.schoolId}::uuid AND "joinCode" = ${code}
      FOR SHARE
    ), enrolled AS (
      INSERT INTO "Enrolment" ("schoolId", "classId", "personId")
      SELECT "schoolId", "id", ${viewer.personId}::uuid FROM class
      ON CONFLICT DO NOTHING
    )
    SELECT "id" AS "classId", "name" FROM class`;
  return joined ? { state: "joined", ...joined } : refused("code", noSuchCode);
}
