import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { planImport, readRoster, userNameFor } from "@/interchange/roster";
import {
  aClass,
  aLearner,
  aPublishedQuiz,
  aSchool,
  aTeacher,
  anAdministrator,
  unique,
  type SomePerson,
} from "@/test/factories";

import { classRoster, removeLearner } from "./class-people";
import { archiveClass } from "./classes";
import { closeDatabase, database } from "./database";
import { classGroups } from "./groups";
import {
  importLearners,
  knownForList,
  nameRules,
  type Imported,
  type ListedLearner,
  type ListRules,
} from "./importing";
import { renameSelf } from "./people";
import { checkSignIn } from "./sign-in";
import { systemViewer } from "./viewer";

const rules: ListRules = { plan: planImport, userNameFor };
let schoolId: string;
let teacher: SomePerson;
let courseId: string;

beforeAll(async () => {
  ({ schoolId } = await aSchool());
  teacher = await aTeacher({ schoolId });
  ({ courseId } = await aPublishedQuiz());
});
afterAll(closeDatabase);

const classWith = (...learners: SomePerson[]) => aClass({ teacher, learners, courseId });
const rowsOf = (...files: [name: string, text: string][]) =>
  readRoster(
    files.map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) })),
    { rules: { ...nameRules } },
  ).rows;
const list = (text: string) => rowsOf(["10b.csv", text]);

async function imported(classId: string, rows: readonly ListedLearner[]): Promise<Imported> {
  const answer = await importLearners(teacher.viewer, { classId, rows, rules });
  if (answer.state === "refused") throw new Error(answer.slips[0]!.message);
  return answer;
}
/** All that an import could change. */
const everything = async () =>
  JSON.stringify([
    await database().person.findMany({ where: { schoolId }, orderBy: { id: "asc" } }),
    await database().enrolment.findMany({ where: { schoolId }, orderBy: { personId: "asc" } }),
    await database().classGroup.findMany({ where: { schoolId }, orderBy: { id: "asc" } }),
    await database().classGroupMember.findMany({
      where: { schoolId },
      orderBy: [{ groupId: "asc" }, { personId: "asc" }],
    }),
  ]);
const namesIn = async (classId: string) =>
  (await classRoster(teacher.viewer, { classId })).learners.map((each) => each.displayName);

describe("learners from a list", () => {
  test("get accounts with passwords to hand over, places and groups", async () => {
    const { classId } = await classWith();
    const mark = unique();
    const { accounts, ...rest } = await imported(
      classId,
      list(`Name,User name,Group\nAnna Kask,anna-${mark},Red\nJüri Tamm,,red\nJüri  Tamme,,\n=1+1,,Blue\n`),
    );
    expect(rest).toEqual({ state: "imported", joined: [], back: [], already: 0 });
    expect(accounts.map(({ displayName, group }) => [displayName, group])).toEqual([
      ["Anna Kask", "Red"],
      ["Jüri Tamm", "red"],
      ["Jüri Tamme", null],
      ["=1+1", "Blue"],
    ]);
    expect(accounts[0]!.userName).toBe(`anna-${mark}`);
    expect(accounts[1]!.userName).toMatch(/^juri\.tamm\d*$/);
    const known = await checkSignIn(systemViewer("a test"), {
      schoolId,
      userName: accounts[1]!.userName,
      password: accounts[1]!.oneTimePassword,
      address: "",
    });
    expect(known).toMatchObject({ state: "known" });
    const { learners } = await classRoster(teacher.viewer, { classId });
    expect(
      learners.map(({ displayName, groups, mustChangePassword }) => [displayName, groups, mustChangePassword]),
    ).toEqual([
      ["=1+1", ["Blue"], true],
      ["Anna Kask", ["Red"], true],
      ["Jüri Tamm", ["Red"], true],
      ["Jüri Tamme", [], true],
    ]);
  });

  test("the same file twice changes nothing, also after they took other names", async () => {
    const { classId } = await classWith();
    const files = [
      list(`Anna Kask\nLi\nInga O’Hara\n`),
      list(`Name,User,Group\nAnna Kask,anna-${unique()},Red\nBoriss Kask,,Blue\n`),
      rowsOf([
        "users.csv",
        `sourcedId,status,enabledUser,role,username,givenName,familyName\nu1${unique()},,true,student,,Dace,Liepa\nu2${unique()},,true,student,dace,Dace,Liepa\n`,
      ]),
    ];
    for (const rows of files) {
      const first = await imported(classId, rows);
      expect(first.accounts.length + first.already).toBe(rows.length);
      const before = await everything();
      expect(await imported(classId, rows)).toEqual({
        state: "imported",
        accounts: [],
        joined: [],
        back: [],
        already: rows.length,
      });
      expect(await everything()).toBe(before);
    }
    const anna = (await classRoster(teacher.viewer, { classId })).learners.find((each) => each.displayName === "Li")!;
    await database().person.update({
      where: { schoolId_id: { schoolId, id: anna.personId } },
      data: { displayName: "Lee" },
    });
    expect(await imported(classId, files[0]!)).toMatchObject({ accounts: [], already: 3 });
  });

  test("who joined by the code is known by name, and by the list from then on", async () => {
    const ilze = await aLearner({ schoolId, displayName: "Ilze Ozola" });
    const { classId } = await classWith(ilze);
    const rows = list("ilze ozola\n");
    expect(await imported(classId, rows)).toMatchObject({ accounts: [], already: 1 });
    await renameSelf(ilze.viewer, { displayName: "Ilzīte" });
    expect(await imported(classId, rows)).toMatchObject({ accounts: [], already: 1 });
  });

  test("who was taken out comes back, who has an account is put in, who is a namesake elsewhere is somebody else", async () => {
    const [gone, here, elsewhere] = await Promise.all(
      ["Gunta Priede", "Rita Egle", "Uldis Bite"].map((displayName) => aLearner({ schoolId, displayName })),
    );
    const { classId } = await classWith(gone!);
    await classWith(elsewhere!);
    await classWith(here!);
    await removeLearner(teacher.viewer, { classId, personId: gone!.personId });
    const answer = await imported(
      classId,
      list(`Name,User\nGunta Priede,\nRita Egle,${here!.userName}\nUldis Bite,\n`),
    );
    expect(answer).toMatchObject({ joined: ["Rita Egle"], back: ["Gunta Priede"] });
    expect(answer.accounts.map((each) => each.displayName)).toEqual(["Uldis Bite"]);
    const ids = (await classRoster(teacher.viewer, { classId })).learners.map((each) => each.personId);
    expect(ids).toEqual(expect.arrayContaining([gone!.personId, here!.personId]));
    expect(ids).not.toContain(elsewhere!.personId);
  });

  test("no list puts a learner into a class of a teacher who never taught them; an administrator's does", async () => {
    const [theirs, other] = await Promise.all([
      aTeacher({ schoolId }),
      aLearner({ schoolId, displayName: "Ilze Roze" }),
    ]);
    const { classId } = await aClass({ teacher: theirs, courseId });
    const rows = list(`Name,User\nIlze Roze,${other.userName}\n`);
    const attempt = await importLearners(theirs.viewer, { classId, rows, rules });
    expect(attempt).toMatchObject({ state: "imported", accounts: [], joined: [], already: 0 });
    expect((await classRoster(theirs.viewer, { classId })).learners).toEqual([]);
    const administrator = await anAdministrator({ schoolId });
    const own = await aClass({ teacher: administrator, courseId });
    expect(await importLearners(administrator.viewer, { classId: own.classId, rows, rules })).toMatchObject({
      joined: ["Ilze Roze"],
    });
  });

  test("an id of the register is the same learner in every class of the school, and in no other school", async () => {
    const [one, two] = await Promise.all([classWith(), classWith()]);
    const set = (file: string) =>
      rowsOf([file, `sourcedId,role,givenName,familyName\nreg-${classMark},student,Zane,Liepa\n`]);
    const classMark = unique();
    await imported(one.classId, set("users.csv"));
    expect(await imported(two.classId, set("users.csv"))).toMatchObject({ accounts: [], joined: ["Zane Liepa"] });
    const { schoolId: elsewhere } = await aSchool();
    const stranger = await aTeacher({ schoolId: elsewhere });
    const { classId } = await aClass({ teacher: stranger, courseId });
    expect((await knownForList(stranger.viewer, { classId, rows: set("users.csv") })).known).toEqual([]);
  });

  test("two lists at once, or the same one twice at once, are one after the other", async () => {
    const { classId } = await classWith();
    const rows = list("Anna Viens\nBoriss Divi\nCilla Trīs\n");
    const answers = await Promise.all([imported(classId, rows), imported(classId, rows), imported(classId, rows)]);
    expect(answers.map(({ accounts }) => accounts.length).sort()).toEqual([0, 0, 3]);
    expect(await namesIn(classId)).toEqual(["Anna Viens", "Boriss Divi", "Cilla Trīs"]);
    // Into two classes, where the same new names are wanted.
    const [one, two] = await Promise.all([classWith(), classWith()]);
    const same = list("Namesake Same\nNamesake Other\n");
    const both = await Promise.all([imported(one.classId, same), imported(two.classId, same)]);
    const userNames = both.flatMap(({ accounts }) => accounts.map((each) => each.userName));
    expect(new Set(userNames).size).toBe(4);
  });

  test("a list that fails half-way leaves nothing behind", async () => {
    const { classId } = await classWith();
    const before = await everything();
    const broken: ListRules = {
      ...rules,
      // The second of the new ones cannot be written.
      userNameFor: (name, isTaken) => (name.startsWith("Second") ? "\0" : userNameFor(name, isTaken)),
    };
    const rows = list("First One\nSecond Two\nThird Three\n");
    await expect(importLearners(teacher.viewer, { classId, rows, rules: broken })).rejects.toThrow();
    expect(await everything()).toBe(before);
  });

  test("what no list of ours holds is refused as a whole", async () => {
    const { classId } = await classWith();
    const [row] = list("Anna Kask\n") as [ListedLearner];
    const before = await everything();
    for (const bad of [
      { ...row, name: "" },
      { ...row, name: "A\u202eB" },
      { ...row, userName: "a b" },
      { ...row, group: "x".repeat(99) },
      { ...row, key: "mine" },
      { ...row, key: "list:\0" },
      { ...row, name: 7 as never },
      { ...row, userName: undefined as never },
    ])
      expect(
        await importLearners(teacher.viewer, { classId, rows: [{ ...row, key: "list:x", name: "Fine" }, bad], rules }),
      ).toMatchObject({ state: "refused" });
    expect(await importLearners(teacher.viewer, { classId, rows: [row, row], rules })).toMatchObject({
      state: "refused",
    });
    const many = Array.from({ length: 1001 }, (_, index) => ({ ...row, key: `list:${index}` }));
    expect(await importLearners(teacher.viewer, { classId, rows: many, rules })).toMatchObject({ state: "refused" });
    await archiveClass(teacher.viewer, { classId });
    expect(await importLearners(teacher.viewer, { classId, rows: [row], rules })).toMatchObject({ state: "refused" });
    expect((await classGroups(teacher.viewer, { classId })).learners).toEqual([]);
    expect(await everything()).toBe(before);
  });
});
