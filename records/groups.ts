import { database } from "./database";
import { NotFound } from "./errors";
import { id, isId } from "./ids";
import { tellWatchers } from "./live-news";
import { mustTeach } from "./must-teach";
import { groupName } from "./names";
import { newId } from "./new-id";
import { inClass, settle } from "./overdue";
import { refused, type Refused } from "./slip";
import { groupsChanged } from "./terms-changed";
import type { Viewer } from "./viewer";
import { classesTaughtBy, listedGroups, membersNow } from "./visibility";

export interface ClassGroups {
  class: { id: string; name: string; archivedAt: Date | null };
  /** By name. `used`: work was given to it, or other terms, so that it cannot be deleted. */
  groups: { id: string; name: string; learners: string[]; used: boolean }[];
  /** Everyone in the class, by name. */
  learners: { personId: string; displayName: string; userName: string }[];
}

/** The groups of a class that the viewer teaches, with the ids of those in them. Throws NotFound. */
export async function classGroups(viewer: Viewer, input: { classId: string }): Promise<ClassGroups> {
  const classId = id(input.classId);
  const [found, groups, learners] = await Promise.all([
    database().$queryRaw<ClassGroups["class"][]>`
      SELECT c."id", c."name", c."archivedAt" FROM "Class" c
      WHERE ${classesTaughtBy(viewer)} AND c."id" = ${classId}::uuid`,
    database().$queryRaw<ClassGroups["groups"]>`
      SELECT g."id", g."name",
             EXISTS (SELECT 1 FROM "Assignment" w WHERE w."schoolId" = g."schoolId" AND w."groupId" = g."id")
               OR EXISTS (SELECT 1 FROM "AssignmentException" x
                          WHERE x."schoolId" = g."schoolId" AND x."groupId" = g."id") AS "used",
             ARRAY(
               SELECT m."personId" FROM "ClassGroupMember" m
               JOIN "Enrolment" e ON e."schoolId" = m."schoolId" AND e."classId" = m."classId"
                 AND e."personId" = m."personId" AND ${membersNow}
               WHERE m."schoolId" = g."schoolId" AND m."groupId" = g."id"
             ) AS "learners"
      FROM "Class" c
      JOIN "ClassGroup" g ON g."schoolId" = c."schoolId" AND g."classId" = c."id"
      WHERE ${classesTaughtBy(viewer)} AND c."id" = ${classId}::uuid AND ${listedGroups}
      ORDER BY g."name" COLLATE "und-x-icu", g."id"`,
    database().$queryRaw<ClassGroups["learners"]>`
      SELECT p."id" AS "personId", p."displayName", p."userName"
      FROM "Class" c
      JOIN "Enrolment" e ON e."schoolId" = c."schoolId" AND e."classId" = c."id"
      JOIN "Person" p ON p."schoolId" = e."schoolId" AND p."id" = e."personId"
      WHERE ${classesTaughtBy(viewer)} AND c."id" = ${classId}::uuid AND ${membersNow}
      ORDER BY p."displayName" COLLATE "und-x-icu", p."id"`,
  ]);
  if (!found[0]) throw new NotFound();
  return { class: found[0], groups, learners };
}

const nameTaken = "There is a group of this name already.";

/** Makes a group in a class that the viewer teaches. Throws NotFound. */
export async function makeGroup(
  viewer: Viewer,
  input: { classId: string; name: string },
): Promise<{ state: "made"; groupId: string } | Refused<"name">> {
  const classId = id(input.classId);
  await mustTeach(viewer, classId);
  const name = groupName(input.name);
  if (!name.ok) return refused("name", name.message);
  const groupId = newId();
  const made = await database().$executeRaw`
    INSERT INTO "ClassGroup" ("schoolId", "id", "classId", "name")
    SELECT c."schoolId", ${groupId}::uuid, c."id", ${name.value} FROM "Class" c
    WHERE ${classesTaughtBy(viewer)} AND c."id" = ${classId}::uuid
      AND NOT EXISTS (SELECT 1 FROM "ClassGroup" g WHERE g."schoolId" = c."schoolId" AND g."classId" = c."id"
                      AND lower(g."name" COLLATE "und-x-icu") = lower(${name.value}::text COLLATE "und-x-icu"))
    ON CONFLICT ("schoolId", "classId", "name") DO NOTHING`;
  return made === 0 ? refused("name", nameTaken) : { state: "made", groupId };
}

/** Renames a group of a class that the viewer teaches. Throws NotFound. */
export async function renameGroup(
  viewer: Viewer,
  input: { groupId: string; name: string },
): Promise<{ state: "renamed" } | Refused<"name">> {
  const groupId = id(input.groupId);
  const classId = await classOf(viewer, groupId);
  const name = groupName(input.name);
  if (!name.ok) return refused("name", name.message);
  return database().$transaction(async (transaction) => {
    // Whoever names groups of one class does so one after the other.
    await transaction.$queryRaw`
      SELECT 1 FROM "Class" WHERE "schoolId" = ${viewer.schoolId}::uuid AND "id" = ${classId}::uuid FOR UPDATE`;
    const [other] = await transaction.$queryRaw<unknown[]>`
      SELECT 1 FROM "ClassGroup" WHERE "schoolId" = ${viewer.schoolId}::uuid AND "classId" = ${classId}::uuid
        AND "id" <> ${groupId}::uuid AND lower("name" COLLATE "und-x-icu") = lower(${name.value}::text COLLATE "und-x-icu")`;
    if (other) return refused("name", nameTaken);
    const renamed = await transaction.$executeRaw`
      UPDATE "ClassGroup" g SET "name" = ${name.value}
      FROM "Class" c
      WHERE c."schoolId" = g."schoolId" AND c."id" = g."classId" AND ${classesTaughtBy(viewer)}
        AND g."id" = ${groupId}::uuid`;
    if (renamed === 0) throw new NotFound();
    return { state: "renamed" };
  });
}

/** Deletes a group to which nothing was given; its learners stay in the class. Throws NotFound. */
export async function deleteGroup(
  viewer: Viewer,
  input: { groupId: string },
): Promise<{ state: "deleted" } | Refused<"group">> {
  const groupId = id(input.groupId);
  await classOf(viewer, groupId);
  const deleted = await database().$executeRaw`
    DELETE FROM "ClassGroup" g
    USING "Class" c
    WHERE c."schoolId" = g."schoolId" AND c."id" = g."classId" AND ${classesTaughtBy(viewer)}
      AND g."id" = ${groupId}::uuid
      AND NOT EXISTS (SELECT 1 FROM "Assignment" w WHERE w."schoolId" = g."schoolId" AND w."groupId" = g."id")
      AND NOT EXISTS (SELECT 1 FROM "AssignmentException" x WHERE x."schoolId" = g."schoolId" AND x."groupId" = g."id")`;
  return deleted === 0
    ? refused("group", "Work was given to this group, so it stays. Take its learners out if it is no longer needed.")
    : { state: "deleted" };
}

/**
 * Puts exactly these learners of the class into a group; others of the class leave it. Ids of who is not in the class
 * count for nothing. Other terms that the group has count at once, for whoever sits something too. Throws NotFound.
 */
export async function setGroupMembers(
  viewer: Viewer,
  input: { groupId: string; personIds: readonly string[] },
): Promise<{ learners: number }> {
  const groupId = id(input.groupId);
  const wanted = [...new Set(input.personIds)].filter(isId);
  const classId = await classOf(viewer, groupId);
  await settle(inClass(viewer, classId));
  const { learners, seen } = await database().$transaction(async (transaction) => {
    const [set] = await transaction.$queryRaw<{ there: boolean; learners: number; changed: string[] }[]>`
    WITH grp AS (
      SELECT g."schoolId", g."id", g."classId"
      FROM "ClassGroup" g JOIN "Class" c ON c."schoolId" = g."schoolId" AND c."id" = g."classId"
      WHERE ${classesTaughtBy(viewer)} AND g."id" = ${groupId}::uuid
    ), members AS (
      SELECT grp."schoolId", grp."id" AS "groupId", e."classId", e."personId"
      FROM grp JOIN "Enrolment" e ON e."schoolId" = grp."schoolId" AND e."classId" = grp."classId" AND ${membersNow}
      WHERE e."personId" = ANY(${wanted}::uuid[])
    ), gone AS (
      DELETE FROM "ClassGroupMember" m USING grp, "Enrolment" e
      WHERE m."schoolId" = grp."schoolId" AND m."groupId" = grp."id"
        AND e."schoolId" = m."schoolId" AND e."classId" = m."classId" AND e."personId" = m."personId"
        AND ${membersNow} AND NOT m."personId" = ANY(${wanted}::uuid[])
      RETURNING m."personId"
    ), come AS (
      INSERT INTO "ClassGroupMember" ("schoolId", "groupId", "classId", "personId")
      SELECT "schoolId", "groupId", "classId", "personId" FROM members
      ON CONFLICT DO NOTHING
      RETURNING "personId"
    )
    SELECT EXISTS (SELECT 1 FROM grp) AS "there", (SELECT count(*)::int FROM members) AS "learners",
           ARRAY(SELECT "personId" FROM come UNION SELECT "personId" FROM gone) AS "changed"`;
    if (!set?.there) throw new NotFound();
    const { learners, changed: personIds } = set;
    const of = { schoolId: viewer.schoolId, classId, groupIds: [groupId], personIds };
    return { learners, seen: await groupsChanged(transaction, of) };
  });
  seen.forEach(tellWatchers);
  return { learners };
}

/** The class of a group that the viewer may change. Throws NotFound. */
async function classOf(viewer: Viewer, groupId: string): Promise<string> {
  const [found] = await database().$queryRaw<{ classId: string }[]>`
    SELECT c."id" AS "classId"
    FROM "ClassGroup" g JOIN "Class" c ON c."schoolId" = g."schoolId" AND c."id" = g."classId"
    WHERE ${classesTaughtBy(viewer)} AND g."id" = ${groupId}::uuid`;
  if (!found) throw new NotFound();
  return found.classId;
}
