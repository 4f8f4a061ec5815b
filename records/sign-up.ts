import { database } from "./database";
import { id } from "./ids";
import { joinCode } from "./join-code";
import { newId } from "./new-id";
import { newPerson, userNameTaken, type Newcomer, type NewcomerField } from "./newcomer";
import { hashPassword } from "./passwords";
import { refused, type Refused } from "./slip";
import { countCode, countNewcomer, forgetCode } from "./throttle";
import type { SystemViewer, Viewer } from "./viewer";

export interface ClassByCode {
  classId: string;
  name: string;
  /** Names of its teachers, so that a learner sees whose class it is. */
  teachers: string[];
}

const noSuchCode = "No class has this code. Look again, or ask your teacher whether joining is still open.";

const tooManyCodes = (seconds: number) =>
  `Too many codes were tried from here. Wait ${seconds} seconds, then try again.`;

/**
 * The class that a code opens; null when none does, or joining is closed. `address`: the visitor's, by which codes that
 * are none are counted; `wait`: too many were, and no code opens anything for so many seconds.
 */
export async function classByCode(
  _: SystemViewer,
  input: { schoolId: string; code: string; address?: string },
): Promise<ClassByCode | { wait: number } | null> {
  const code = joinCode(input.code);
  if (!code) return null;
  const comer = { schoolId: input.schoolId, from: input.address ?? "" };
  const wait = await countCode(comer);
  if (wait > 0) return { wait };
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
  if (found) await forgetCode(comer);
  return found ?? null;
}

/** A learner's own account, made with a class's code: the person and their place in the class, together or not at all. */
export async function signUpLearner(
  system: SystemViewer,
  input: Newcomer & { schoolId: string; code: string; address?: string },
): Promise<{ state: "signed up"; personId: string; classId: string } | Refused<NewcomerField | "code">> {
  const schoolId = id(input.schoolId);
  const [found, checked] = await Promise.all([classByCode(system, input), newPerson(input)]);
  const slips = checked.state === "refused" ? checked.slips : [];
  if (!found) return { state: "refused", slips: [{ field: "code", message: noSuchCode }, ...slips] };
  if ("wait" in found) return refused("code", tooManyCodes(found.wait));
  if (checked.state === "refused") return checked;
  const wait = await countNewcomer({ schoolId, from: input.address ?? "" });
  if (wait > 0) return refused("code", `Too many people are joining from here. Wait ${wait} seconds, then try again.`);

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

/**
 * A learner who has an account joins another class by its code; joining twice is once, and who was taken out of the class
 * comes back to their record.
 */
export async function joinClass(
  viewer: Viewer,
  input: { code: string },
): Promise<{ state: "joined"; classId: string; name: string } | Refused<"code">> {
  if (viewer.role !== "learner")
    return refused("code", "Only learners join by a code. A class is joined to learn in it.");
  const comer = { schoolId: viewer.schoolId, from: viewer.personId };
  const wait = await countCode(comer);
  if (wait > 0) return refused("code", tooManyCodes(wait));
  const code = joinCode(input.code);
  const [joined] = await database().$queryRaw<{ classId: string; name: string }[]>`
    WITH class AS (
      SELECT "schoolId", "id", "name" FROM "Class"
      WHERE "schoolId" = ${viewer.schoolId}::uuid AND "joinCode" = ${code}
      FOR SHARE
    ), enrolled AS (
      INSERT INTO "Enrolment" ("schoolId", "classId", "personId")
      SELECT "schoolId", "id", ${viewer.personId}::uuid FROM class
      ON CONFLICT ("schoolId", "classId", "personId") DO UPDATE SET "removedAt" = NULL
      WHERE "Enrolment"."removedAt" IS NOT NULL
    )
    SELECT "id" AS "classId", "name" FROM class`;
  if (!joined) return refused("code", noSuchCode);
  await forgetCode(comer);
  return { state: "joined", ...joined };
}
