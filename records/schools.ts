import { database, type Transaction } from "./database";
import { NotFound } from "./errors";
import { id } from "./ids";
import { folded } from "./names";
import { newId } from "./new-id";
import { newPerson, userNameTaken, type Newcomer, type NewcomerField } from "./newcomer";
import { hashPassword, temporaryPassword } from "./passwords";
import { refused, type Refused } from "./slip";
import { forgetSignIns } from "./throttle";
import type { Role, SystemViewer } from "./viewer";

export interface School {
  id: string;
  name: string;
  /** True of the school with invented people. */
  demo: boolean;
  /** IANA name. */
  timeZone: string;
}

/**
 * The school that a host name leads to: with one school, that one, whatever the name; with several, the one that has
 * it; null when there is none. `host`: as the browser sent it, its port is ignored.
 */
export async function schoolForHost(_: SystemViewer, input: { host: string }): Promise<School | null> {
  const host = input.host.trim().toLowerCase().replace(/:\d+$/, "").replace(/\.$/, "");
  const [school] = await database().$queryRaw<School[]>`
    SELECT "id", "name", "demo", "timeZone" FROM "School"
    WHERE "host" = ${host.replace(/[\0\p{Surrogate}]/gu, "")}
       OR NOT EXISTS (SELECT 1 FROM "School" other WHERE other."id" <> "School"."id")
    LIMIT 1`;
  return school ?? null;
}

/** Every school of the installation, the oldest first. */
export async function schools(_: SystemViewer): Promise<(School & { host: string | null })[]> {
  return database().$queryRaw`SELECT "id", "name", "demo", "timeZone", "host" FROM "School" ORDER BY "id"`;
}

/** Makes an empty school. `host` is needed once there are several. */
export async function makeSchool(
  _: SystemViewer,
  input: { name: string; host?: string; demo?: boolean; timeZone?: string },
): Promise<{ schoolId: string }> {
  const { name, host = null, demo = false, timeZone = "UTC" } = input;
  const schoolId = newId();
  await database().school.create({
    data: { id: schoolId, name, host: host?.toLowerCase() ?? null, demo, timeZone },
  });
  return { schoolId };
}

/**
 * Makes a person of any role, with a password that is theirs: for the demo school and for tests. People come by
 * `signUpLearner` and `acceptInvitation`.
 */
export async function makePerson(
  _: SystemViewer,
  input: Newcomer & { schoolId: string; role: Role },
): Promise<{ state: "made"; personId: string } | Refused<NewcomerField>> {
  const checked = await newPerson(input);
  if (checked.state === "refused") return checked;
  const personId = newId();
  const { userName, userNameFolded, displayName, password } = checked.person;
  const passwordHash = await hashPassword(password);
  const made = await database().$executeRaw`
    INSERT INTO "Person" ("schoolId", "id", "userName", "userNameFolded", "displayName", "role", "passwordHash")
    VALUES (${id(input.schoolId)}::uuid, ${personId}::uuid, ${userName}, ${userNameFolded}, ${displayName},
            ${input.role}::"Role", ${passwordHash})
    ON CONFLICT ("schoolId", "userNameFolded") DO NOTHING`;
  return made === 0 ? refused("userName", userNameTaken) : { state: "made", personId };
}

/** A sign-in to print once on the operator's screen. */
export interface FirstSignIn {
  userName: string;
  password: string;
}

/**
 * Makes the school's first administrator, who is asked for a password of their own at the first sign-in. Null when the
 * school has one; two starts at once make one.
 */
export async function firstAdministrator(
  _: SystemViewer,
  input: { schoolId: string; userName?: string; password?: string },
): Promise<FirstSignIn | null> {
  return database().$transaction((transaction) => appointFirst(transaction, input));
}

async function appointFirst(
  transaction: Transaction,
  {
    schoolId,
    userName = "admin",
    password = temporaryPassword(),
  }: { schoolId: string; userName?: string; password?: string },
): Promise<FirstSignIn | null> {
  await transaction.$executeRaw`SELECT 1 FROM "School" WHERE "id" = ${id(schoolId)}::uuid FOR UPDATE`;
  const administrators = await transaction.person.count({ where: { schoolId, role: "administrator" } });
  if (administrators > 0) return null;
  const taken = await transaction.person.findUnique({
    where: { schoolId_userNameFolded: { schoolId, userNameFolded: folded(userName) } },
    select: { id: true },
  });
  const name = taken ? `${userName}-${newId().slice(-4)}` : userName;
  await transaction.person.create({
    data: {
      schoolId,
      id: newId(),
      userName: name,
      userNameFolded: folded(name),
      displayName: "Administrator",
      role: "administrator",
      passwordHash: await hashPassword(password),
      mustChangePassword: true,
    },
  });
  return { userName: name, password };
}

/**
 * Gives an administrator a new password and ends their sessions: what nobody in the school can do for them. Without
 * `schoolId`, in the only school. Throws NotFound.
 */
export async function resetAdministratorPassword(
  _: SystemViewer,
  input: { userName: string; schoolId?: string },
): Promise<FirstSignIn> {
  const password = temporaryPassword();
  const passwordHash = await hashPassword(password);
  const rows = await database().$queryRaw<{ schoolId: string; userName: string; userNameFolded: string }[]>`
    WITH changed AS (
      UPDATE "Person" SET "passwordHash" = ${passwordHash}, "mustChangePassword" = true
      WHERE "userNameFolded" = ${folded(input.userName)} AND "role" = 'administrator'
        AND "schoolId" = coalesce(
          ${input.schoolId === undefined ? null : id(input.schoolId)}::uuid,
          (SELECT CASE WHEN count(*) = 1 THEN (array_agg("id"))[1] END FROM "School"))
      RETURNING "schoolId", "id", "userName", "userNameFolded"
    ), ended AS (
      DELETE FROM "Session" s USING changed WHERE s."schoolId" = changed."schoolId" AND s."personId" = changed."id"
    )
    SELECT "schoolId", "userName", "userNameFolded" FROM changed`;
  const [person] = rows;
  if (!person) throw new NotFound();
  await forgetSignIns({ ...person, userName: person.userNameFolded, address: "" });
  return { userName: person.userName, password };
}

/**
 * Moves an attempt of the school with invented people back by so many minutes, so that what a class did does not all
 * lie in the minute of the first start. An attempt of any other school is never touched: its times are evidence.
 */
export async function ageDemoAttempt(
  _: SystemViewer,
  { attemptId, minutes }: { attemptId: string; minutes: number },
): Promise<void> {
  await database().$executeRaw`
    WITH attempt AS (
      UPDATE "Attempt" a
      SET "startedAt" = a."startedAt" - make_interval(mins => ${minutes}::int),
          "submittedAt" = a."submittedAt" - make_interval(mins => ${minutes}::int)
      FROM "School" s
      WHERE s."id" = a."schoolId" AND s."demo" AND a."id" = ${id(attemptId)}::uuid
      RETURNING a."schoolId", a."id"
    ), revisions AS (
      UPDATE "Revision" v SET "savedAt" = v."savedAt" - make_interval(mins => ${minutes}::int)
      FROM attempt WHERE v."schoolId" = attempt."schoolId" AND v."attemptId" = attempt."id"
    ), tries AS (
      UPDATE "Try" t SET "triedAt" = t."triedAt" - make_interval(mins => ${minutes}::int)
      FROM attempt WHERE t."schoolId" = attempt."schoolId" AND t."attemptId" = attempt."id"
    )
    UPDATE "Response" r SET "savedAt" = r."savedAt" - make_interval(mins => ${minutes}::int)
    FROM attempt WHERE r."schoolId" = attempt."schoolId" AND r."attemptId" = attempt."id"`;
}

/**
 * Removes the school with invented people and everyone in it, and leaves an empty school with an administrator. Null
 * when there is no demo school; a school that is not one is never touched.
 */
export async function removeDemoSchool(
  _: SystemViewer,
  input: { name?: string; timeZone?: string } = {},
): Promise<{ schoolId: string; administrator: FirstSignIn | null } | null> {
  return database().$transaction(
    async (transaction) => {
      const demo = await transaction.$queryRaw<{ id: string; host: string | null; timeZone: string }[]>`
        SELECT "id", "host", "timeZone" FROM "School" WHERE "demo" ORDER BY "id" FOR UPDATE`;
      if (!demo[0]) return null;
      for (const { id: schoolId } of demo) {
        await transaction.invitation.deleteMany({ where: { schoolId } });
        // From the leaves: what was done at an assignment keeps it, and an assignment its group and category.
        await transaction.attempt.deleteMany({ where: { schoolId } });
        await transaction.assignment.deleteMany({ where: { schoolId } });
        await transaction.class.deleteMany({ where: { schoolId } });
        await transaction.quizVersionItem.deleteMany({ where: { quizVersion: { schoolId } } });
        await transaction.quizVersion.deleteMany({ where: { schoolId } });
        await transaction.person.deleteMany({ where: { schoolId } });
        await transaction.school.delete({ where: { id: schoolId } });
      }
      const schoolId = newId();
      const { host, timeZone } = demo[0];
      await transaction.school.create({
        data: { id: schoolId, name: input.name ?? "Our school", host, timeZone: input.timeZone ?? timeZone },
      });
      return { schoolId, administrator: await appointFirst(transaction, { schoolId }) };
    },
    { timeout: 60_000 },
  );
}
