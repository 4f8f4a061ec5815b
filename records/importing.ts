import type { SlipFor } from "./class-people";
import { database, type Transaction } from "./database";
import { NotFound } from "./errors";
import { id } from "./ids";
import { tellWatchers } from "./live-news";
import { displayName, folded, groupName, userName } from "./names";
import { newId } from "./new-id";
import { inClass, settle } from "./overdue";
import { hashPasswords, temporaryPassword } from "./passwords";
import { refused, type Refused } from "./slip";
import { groupsChanged } from "./terms-changed";
import type { Role, Viewer } from "./viewer";
import { classesTaughtBy, listedGroups } from "./visibility";

/** What the school takes for names, for whoever reads a list of them. */
export const nameRules = { displayName, userName, folded, groupName };

/** So many learners are taken from one list: each new password takes a moment of the server's. */
export const mostListed = 1000;

/** A learner as a list has them. */
export interface ListedLearner {
  file: string;
  line: number;
  /** The same whenever the same learner comes in the same kind of list: 'id:…' or 'list:…'. */
  key: string;
  name: string;
  /** Null when the list has none. */
  userName: string | null;
  userNameFolded: string | null;
  group: string | null;
}

/** Somebody of the school whom a line may mean. Who came by several lists is named once for each key. */
export interface KnownPerson {
  personId: string;
  key: string | null;
  name: string;
  userName: string;
  userNameFolded: string;
  role: Role;
  place: "in" | "removed" | "none";
  /** The viewer may put them into a class: an administrator anybody, a teacher whom they teach or taught. */
  mayAdd: boolean;
  /** The names of their groups in the class. */
  groups: string[];
}

/** Whom the lines of a list mean; lines that mean nobody are left out of it. */
export interface Listing {
  /** `person` null: they get an account. */
  add: { row: ListedLearner; person: KnownPerson | null }[];
  already: { row: ListedLearner; person: KnownPerson }[];
  reactivate: { row: ListedLearner; person: KnownPerson }[];
}

/** How lists are understood; pure. Asked once more when it counts, over what the school holds then. */
export interface ListRules {
  plan: (rows: readonly ListedLearner[], known: readonly KnownPerson[]) => Listing;
  userNameFor: (name: string, isTaken: (userNameFolded: string) => boolean) => string;
}

/** Those whom the lines of a list may mean, for a preview, in a class that the viewer teaches. Throws NotFound. */
export async function knownForList(
  viewer: Viewer,
  input: { classId: string; rows: readonly ListedLearner[] },
): Promise<{ class: { id: string; name: string; archivedAt: Date | null }; known: KnownPerson[] }> {
  const classId = id(input.classId);
  const [found] = await database().$queryRaw<{ id: string; name: string; archivedAt: Date | null }[]>`
    SELECT c."id", c."name", c."archivedAt" FROM "Class" c
    WHERE ${classesTaughtBy(viewer)} AND c."id" = ${classId}::uuid`;
  if (!found) throw new NotFound();
  const checked = checkedRows(input.rows);
  return { class: found, known: checked ? await knownPeople(database(), viewer, classId, checked) : [] };
}

export interface Imported {
  state: "imported";
  /** Who got an account, with the password to hand over: answered once and not kept. In the list's order. */
  accounts: SlipFor[];
  /** Names of who had an account and was put into the class, and of who came back to it. */
  joined: string[];
  back: string[];
  /** How many were in the class already. */
  already: number;
}

/**
 * Puts the learners of a list into a class that the viewer teaches, all or none: accounts for those who have none, places,
 * groups. The same list again changes nothing. Nobody is removed, and nobody's name changed. Throws NotFound.
 */
export async function importLearners(
  viewer: Viewer,
  input: { classId: string; rows: readonly ListedLearner[]; rules: ListRules },
): Promise<Imported | Refused<"list">> {
  const classId = id(input.classId);
  const { class: group } = await knownForList(viewer, { classId, rows: [] });
  if (group.archivedAt) return refused("list", "This class is put away. Restore it first.");
  const rows = checkedRows(input.rows);
  if (!rows) return refused("list", "This list cannot be used. Give the file once more.");
  if (rows.length > mostListed)
    return refused("list", `At most ${mostListed} learners are added at a time: split the list.`);
  if (rows.some((row) => row.group !== null)) await settle(inClass(viewer, classId));
  // What takes long is done before anything is locked.
  const secrets: Secret[] = [];
  for (let tries = 0; ; tries++) {
    const { add } = input.rules.plan(rows, await knownPeople(database(), viewer, classId, rows));
    await moreSecrets(secrets, add.filter(({ person }) => person === null).length);
    try {
      return await write(viewer, { ...input, classId, rows, secrets });
    } catch (error) {
      // Somebody signed up in between, under a name that this list wanted or as somebody whom it means.
      if (!(error instanceof Overtaken) || tries >= 4) throw error;
    }
  }
}

class Overtaken extends Error {}

interface Secret {
  password: string;
  hash: string;
}

async function moreSecrets(secrets: Secret[], wanted: number): Promise<void> {
  const passwords = Array.from({ length: Math.max(0, wanted - secrets.length) }, temporaryPassword);
  const hashes = await hashPasswords(passwords);
  passwords.forEach((password, index) => secrets.push({ password, hash: hashes[index]! }));
}

async function write(
  viewer: Viewer,
  {
    classId,
    rows,
    rules,
    secrets,
  }: { classId: string; rows: ListedLearner[]; rules: ListRules; secrets: readonly Secret[] },
): Promise<Imported> {
  const { schoolId } = viewer;
  const { seen, imported } = await database().$transaction(async (transaction) => {
    // Two lists for one class at once: the second is planned over what the first has made.
    const [open] = await transaction.$queryRaw<unknown[]>`
      SELECT 1 FROM "Class" c
      WHERE ${classesTaughtBy(viewer)} AND c."id" = ${classId}::uuid AND c."archivedAt" IS NULL
      FOR UPDATE`;
    if (!open) throw new NotFound();
    const listing = rules.plan(rows, await knownPeople(transaction, viewer, classId, rows));
    const fresh = listing.add.filter(({ person }) => person === null).map(({ row }) => row);
    if (fresh.length > secrets.length) throw new Overtaken();
    const made = await makeAccounts(transaction, schoolId, fresh, { rules, secrets });
    const idOf = ({ row, person }: { row: ListedLearner; person: KnownPerson | null }) =>
      person?.personId ?? made.get(row)!.personId;
    const come = [...listing.add, ...listing.reactivate].map((each) => ({ personId: idOf(each), key: each.row.key }));
    await transaction.$executeRaw`
      INSERT INTO "Enrolment" ("schoolId", "classId", "personId", "rosterKey")
      SELECT ${schoolId}::uuid, ${classId}::uuid, n."personId", n."key"
      FROM unnest(${come.map((each) => each.personId)}::uuid[], ${come.map((each) => each.key)}::text[])
        AS n("personId", "key")
      ON CONFLICT ("schoolId", "classId", "personId")
        DO UPDATE SET "removedAt" = NULL, "rosterKey" = excluded."rosterKey"`;
    // Who joined by the code is known by the list from now on, whatever they call themselves.
    const known = listing.already.filter(({ person }) => person.key === null);
    await transaction.$executeRaw`
      UPDATE "Enrolment" e SET "rosterKey" = n."key"
      FROM unnest(${known.map(({ person }) => person.personId)}::uuid[], ${known.map(({ row }) => row.key)}::text[])
        AS n("personId", "key")
      WHERE e."schoolId" = ${schoolId}::uuid AND e."classId" = ${classId}::uuid AND e."personId" = n."personId"
        AND e."rosterKey" IS NULL`;
    const all = [...listing.add, ...listing.reactivate, ...listing.already];
    const grouped = all.flatMap((each) =>
      each.row.group === null ? [] : [{ personId: idOf(each), group: each.row.group }],
    );
    const seen = await putIntoGroups(transaction, { schoolId, classId, grouped });
    const accounts = fresh.map((row) => {
      const { userName, oneTimePassword } = made.get(row)!;
      return { displayName: row.name, userName, oneTimePassword, group: row.group };
    });
    const imported: Imported = {
      state: "imported",
      accounts,
      joined: listing.add.flatMap(({ person }) => person?.name ?? []),
      back: listing.reactivate.map(({ person }) => person.name),
      already: listing.already.length,
    };
    return { seen, imported };
  });
  seen.forEach(tellWatchers);
  return imported;
}

interface Account {
  personId: string;
  userName: string;
  oneTimePassword: string;
}

async function makeAccounts(
  transaction: Transaction,
  schoolId: string,
  rows: readonly ListedLearner[],
  { rules, secrets }: { rules: ListRules; secrets: readonly Secret[] },
): Promise<Map<ListedLearner, Account>> {
  if (rows.length === 0) return new Map();
  const names = await transaction.$queryRaw<{ folded: string }[]>`
    SELECT "userNameFolded" AS "folded" FROM "Person" WHERE "schoolId" = ${schoolId}::uuid`;
  const taken = new Set([...names.map((each) => each.folded), ...rows.flatMap((row) => row.userNameFolded ?? [])]);
  const accounts = rows.map((row, index) => {
    const name = row.userName ?? rules.userNameFor(row.name, (each) => taken.has(folded(each)));
    taken.add(folded(name));
    return { row, personId: newId(), userName: name, ...secrets[index]! };
  });
  const written = await transaction.$executeRaw`
    INSERT INTO "Person" ("schoolId", "id", "userName", "userNameFolded", "displayName", "role", "passwordHash",
                          "mustChangePassword")
    SELECT ${schoolId}::uuid, n."id", n."userName", n."folded", n."name", 'learner', n."hash", true
    FROM unnest(
      ${accounts.map((each) => each.personId)}::uuid[], ${accounts.map((each) => each.userName)}::text[],
      ${accounts.map((each) => folded(each.userName))}::text[], ${accounts.map((each) => each.row.name)}::text[],
      ${accounts.map((each) => each.hash)}::text[]
    ) AS n("id", "userName", "folded", "name", "hash")
    ON CONFLICT ("schoolId", "userNameFolded") DO NOTHING`;
  if (written !== accounts.length) throw new Overtaken();
  return new Map(
    accounts.map(({ row, personId, userName, password }) => [row, { personId, userName, oneTimePassword: password }]),
  );
}

/** Answers the assignments of which a live view is another now. */
async function putIntoGroups(
  transaction: Transaction,
  {
    schoolId,
    classId,
    grouped,
  }: { schoolId: string; classId: string; grouped: readonly { personId: string; group: string }[] },
): Promise<string[]> {
  if (grouped.length === 0) return [];
  // One group however a line writes it: as its first line does.
  const names = new Map<string, string>();
  for (const { group } of grouped) if (!names.has(folded(group))) names.set(folded(group), group);
  const nameOf = (group: string) => names.get(folded(group))!;
  await transaction.$executeRaw`
    INSERT INTO "ClassGroup" ("schoolId", "id", "classId", "name")
    SELECT ${schoolId}::uuid, n."id", ${classId}::uuid, n."name"
    FROM unnest(${[...names].map(() => newId())}::uuid[], ${[...names.values()]}::text[]) AS n("id", "name")
    WHERE NOT EXISTS (
      SELECT 1 FROM "ClassGroup" g
      WHERE g."schoolId" = ${schoolId}::uuid AND g."classId" = ${classId}::uuid AND lower(g."name" COLLATE "und-x-icu") = lower(n."name" COLLATE "und-x-icu")
    )
    ON CONFLICT ("schoolId", "classId", "name") DO NOTHING`;
  const come = await transaction.$queryRaw<{ groupId: string; personId: string }[]>`
    INSERT INTO "ClassGroupMember" ("schoolId", "groupId", "classId", "personId")
    SELECT g."schoolId", g."id", g."classId", n."personId"
    FROM unnest(${grouped.map((each) => each.personId)}::uuid[], ${grouped.map((each) => nameOf(each.group))}::text[])
      AS n("personId", "group")
    JOIN "ClassGroup" g ON g."schoolId" = ${schoolId}::uuid AND g."classId" = ${classId}::uuid
      AND lower(g."name" COLLATE "und-x-icu") = lower(n."group" COLLATE "und-x-icu")
    ON CONFLICT DO NOTHING
    RETURNING "groupId", "personId"`;
  const [groupIds, personIds] = [come.map((each) => each.groupId), come.map((each) => each.personId)];
  return groupsChanged(transaction, { schoolId, classId, groupIds, personIds });
}

function knownPeople(
  on: Pick<Transaction, "$queryRaw">,
  viewer: Viewer,
  classId: string,
  rows: readonly ListedLearner[],
): Promise<KnownPerson[]> {
  const { schoolId } = viewer;
  const ids = rows.flatMap(({ key }) => (key.startsWith("id:") ? [key] : []));
  const userNames = rows.flatMap(({ userNameFolded }) => userNameFolded ?? []);
  return on.$queryRaw<KnownPerson[]>`
    SELECT DISTINCT p."id" AS "personId", k."key", p."displayName" AS "name", p."userName", p."userNameFolded",
           p."role"::text AS "role",
           CASE WHEN here."personId" IS NULL THEN 'none' WHEN here."removedAt" IS NULL THEN 'in' ELSE 'removed' END
             AS "place",
           ${viewer.role === "administrator"} OR EXISTS (
             SELECT 1 FROM "Enrolment" e JOIN "Class" c ON c."schoolId" = e."schoolId" AND c."id" = e."classId"
             WHERE e."schoolId" = p."schoolId" AND e."personId" = p."id" AND ${classesTaughtBy(viewer)}
           ) AS "mayAdd",
           ARRAY(
             SELECT g."name" FROM "ClassGroupMember" m
             JOIN "ClassGroup" g ON g."schoolId" = m."schoolId" AND g."id" = m."groupId"
             WHERE m."schoolId" = p."schoolId" AND m."classId" = ${classId}::uuid AND m."personId" = p."id"
               AND ${listedGroups}
             ORDER BY g."name"
           ) AS "groups"
    FROM "Person" p
    LEFT JOIN "Enrolment" here ON here."schoolId" = p."schoolId" AND here."classId" = ${classId}::uuid
      AND here."personId" = p."id"
    LEFT JOIN LATERAL (
      SELECT here."rosterKey" AS "key" WHERE here."rosterKey" IS NOT NULL
      UNION
      SELECT e."rosterKey" FROM "Enrolment" e
      WHERE e."schoolId" = p."schoolId" AND e."personId" = p."id" AND e."rosterKey" = ANY(${ids}::text[])
    ) k ON true
    WHERE p."schoolId" = ${schoolId}::uuid
      AND (here."personId" IS NOT NULL OR k."key" IS NOT NULL OR p."userNameFolded" = ANY(${userNames}::text[]))
    ORDER BY p."id", k."key"`;
}

/** The rows of a list that came by way of a form, held to the school's rules; null when no list of ours has such. */
function checkedRows(rows: readonly ListedLearner[]): ListedLearner[] | null {
  const keys = new Set<string>();
  const userNames = new Set<string>();
  const checked = rows.map((row): ListedLearner | null => {
    const name = displayName(text(row.name));
    const user = row.userName === null ? null : userName(text(row.userName));
    const group = row.group === null ? null : groupName(text(row.group));
    const key = text(row.key);
    if (
      !name.ok ||
      user?.ok === false ||
      group?.ok === false ||
      !/^(id|list):[^\p{Cc}\p{Surrogate}]{1,500}$/u.test(key)
    )
      return null;
    const userNameFolded = user && folded(user.value);
    if (keys.has(key) || (userNameFolded && userNames.has(userNameFolded))) return null;
    keys.add(key);
    if (userNameFolded) userNames.add(userNameFolded);
    const line = Number.isSafeInteger(row.line) ? row.line : 0;
    return {
      file: text(row.file),
      line,
      key,
      name: name.value,
      userName: user && user.value,
      userNameFolded,
      group: group && group.value,
    };
  });
  return checked.includes(null) ? null : (checked as ListedLearner[]);
}

const text = (value: unknown) => (typeof value === "string" ? value : "");
