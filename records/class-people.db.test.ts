import { afterAll, beforeAll, describe, expect, test } from "vitest";

import {
  aClass,
  aLearner,
  anAdministrator,
  aPublishedQuiz,
  aSchool,
  aTeacher,
  type SomePerson,
  type SomeQuiz,
} from "@/test/factories";

import {
  addTeacher,
  classRoster,
  learnersWithoutOwnPassword,
  removeLearner,
  removeTeacher,
  renewOneTimePasswords,
  takeBackLearner,
} from "./class-people";
import { archiveClass, copyClass, myClasses, renewJoinCode, restoreClass } from "./classes";
import { closeDatabase, database } from "./database";
import { NotFound } from "./errors";
import { classGroups, deleteGroup, makeGroup, renameGroup, setGroupMembers } from "./groups";
import { newId } from "./new-id";
import { changeRole, resetPassword } from "./people";
import { home } from "./progress";
import { checkSignIn } from "./sign-in";
import { classByCode, joinClass } from "./sign-up";
import { systemViewer } from "./viewer";

const system = systemViewer("a test");
let schoolId: string;
let quiz: SomeQuiz;
let teacher: SomePerson;

beforeAll(async () => {
  ({ schoolId } = await aSchool());
  [quiz, teacher] = await Promise.all([aPublishedQuiz(), aTeacher({ schoolId })]);
});
afterAll(closeDatabase);

const learner = (displayName = "Ilze") => aLearner({ schoolId, displayName });
const classOf = (...learners: SomePerson[]) => aClass({ teacher, learners, courseId: quiz.courseId });

/** Work given to a class, written as its form would. */
async function assignment(
  classId: string,
  over: Partial<Parameters<ReturnType<typeof database>["assignment"]["create"]>[0]["data"]> = {},
) {
  const id = newId();
  await database().assignment.create({
    data: {
      schoolId,
      id,
      classId,
      courseId: quiz.courseId,
      quizId: quiz.quizId,
      title: "Homework",
      late: { kind: "refuse" },
      show: {},
      position: 1,
      createdById: teacher.personId,
      ...over,
    } as never,
  });
  return id;
}

describe("a class put away", () => {
  test("is read as before, opens to nobody, and is named to its learners no more, until it is restored", async () => {
    const ilze = await learner();
    const { classId, joinCode } = await classOf(ilze);
    await archiveClass(teacher.viewer, { classId });
    const archivedAt = (await myClasses(teacher.viewer)).find(({ id }) => id === classId)?.archivedAt;
    expect(archivedAt).toBeInstanceOf(Date);
    await archiveClass(teacher.viewer, { classId });
    expect((await classRoster(teacher.viewer, { classId })).class).toMatchObject({ archivedAt, joinCode: null });
    expect(await classByCode(system, { schoolId, code: joinCode })).toBeNull();
    await expect(renewJoinCode(teacher.viewer, { classId })).rejects.toThrow(NotFound);
    expect((await home(ilze.viewer)).classes).toEqual([]);

    await restoreClass(teacher.viewer, { classId });
    expect((await home(ilze.viewer)).classes).toMatchObject([{ id: classId }]);
    const { class: group, total } = await classRoster(teacher.viewer, { classId });
    expect({ ...group, total }).toMatchObject({ archivedAt: null, joinCode: null, total: 1 });
  });
});

describe("a copy of a class", () => {
  test("has its work, its groups and its settings, and none of its people", async () => {
    const { classId } = await classOf(await learner());
    const made = await makeGroup(teacher.viewer, { classId, name: "Red" });
    if (made.state !== "made") throw new Error();
    const categoryId = newId();
    await database().category.create({
      data: { schoolId, id: categoryId, classId, name: "Tests", weight: 2, position: 1 },
    });
    // Riga's clocks go forward on 30 March 2025 and 29 March 2026, back on 26 October 2025.
    const opensAt = new Date("2025-09-01T08:00:00+03:00");
    const closesAt = new Date("2025-11-03T08:00:00+02:00");
    await assignment(classId, { opensAt, closesAt, groupId: made.groupId, categoryId, title: "For Red" } as never);
    await assignment(classId, { title: "For all", position: 2, attempts: 2 } as never);
    await assignment(classId, { title: "Taken back", removedAt: new Date() } as never);

    const cleared = await copyClass(teacher.viewer, { classId, name: "Next year" });
    const shifted = await copyClass(teacher.viewer, { classId, name: "Later", weeks: 8 });
    if (cleared.state !== "made" || shifted.state !== "made") throw new Error("Nothing was copied.");
    expect([cleared.assignments, shifted.assignments]).toEqual([2, 2]);
    const of = (id: string) =>
      database().assignment.findMany({
        where: { schoolId, classId: id },
        orderBy: { position: "asc" },
        include: { group: true, category: true },
      });
    const [red, all] = await of(cleared.classId);
    expect(red).toMatchObject({
      title: "For Red",
      opensAt: null,
      closesAt: null,
      group: { name: "Red", classId: cleared.classId },
      category: { name: "Tests", weight: 2, classId: cleared.classId },
    });
    expect(all).toMatchObject({
      title: "For all",
      groupId: null,
      categoryId: null,
      attempts: 2,
      createdById: teacher.personId,
    });
    // The same hour on the wall, eight weeks on, with the clocks changed between.
    expect((await of(shifted.classId))[0]).toMatchObject({
      opensAt: new Date("2025-10-27T08:00:00+02:00"),
      closesAt: new Date("2025-12-29T08:00:00+02:00"),
    });
    expect(await of(classId)).toHaveLength(3);
    expect(await classRoster(teacher.viewer, { classId: cleared.classId })).toMatchObject({
      class: { name: "Next year", joinCode: cleared.joinCode },
      teachers: [{ personId: teacher.personId }],
      total: 0,
    });
    expect((await classGroups(teacher.viewer, { classId: cleared.classId })).groups).toMatchObject([
      { name: "Red", learners: [], used: true },
    ]);
  });

  test("whose dates fall into an hour that does not exist still closes after it opens", async () => {
    const { classId } = await classOf();
    // A week later it is 29 March 2026, when 03:00 to 04:00 is left out.
    await assignment(classId, {
      opensAt: new Date("2026-03-22T03:30:00+02:00"),
      closesAt: new Date("2026-03-22T04:15:00+02:00"),
    } as never);
    const made = await copyClass(teacher.viewer, { classId, name: "Spring", weeks: 1 });
    if (made.state !== "made") throw new Error();
    const [copy] = await database().assignment.findMany({ where: { schoolId, classId: made.classId } });
    expect(copy!.opensAt!.getTime()).toBeLessThan(copy!.closesAt!.getTime());
  });

  test("needs a name and a number of weeks that make sense", async () => {
    const { classId } = await classOf();
    expect(await copyClass(teacher.viewer, { classId, name: " " })).toMatchObject({
      state: "refused",
      slips: [{ field: "name" }],
    });
    for (const weeks of [-1, 1.5, Number.NaN, 10_000])
      expect(await copyClass(teacher.viewer, { classId, name: "A", weeks })).toMatchObject({
        slips: [{ field: "weeks" }],
      });
  });
});

describe("several teachers", () => {
  test("a colleague is added by user name, sees the class, and may leave; the last may not", async () => {
    const [colleague, ilze] = await Promise.all([aTeacher({ schoolId, displayName: "Mara" }), learner()]);
    const { classId } = await classOf(ilze);
    await expect(classRoster(colleague.viewer, { classId })).rejects.toThrow(NotFound);
    const added = { state: "added", displayName: "Mara" };
    expect(await addTeacher(teacher.viewer, { classId, userName: ` ${colleague.userName.toUpperCase()}` })).toEqual(
      added,
    );
    expect(await addTeacher(teacher.viewer, { classId, userName: colleague.userName })).toEqual(added);
    expect((await classRoster(colleague.viewer, { classId })).teachers).toHaveLength(2);

    const own = { classId, personId: teacher.personId };
    const theirs = { classId, personId: colleague.personId };
    // Both leave at once: one of them stays.
    const left = await Promise.all([removeTeacher(teacher.viewer, own), removeTeacher(colleague.viewer, theirs)]);
    expect(left.map(({ state }) => state).sort()).toEqual(["refused", "removed"]);
  });

  test("who is none, of another school, or a learner, is nobody to add", async () => {
    const { schoolId: elsewhere } = await aSchool();
    const [stranger, ilze] = await Promise.all([aTeacher({ schoolId: elsewhere }), learner()]);
    const { classId } = await classOf(ilze);
    for (const userName of [stranger.userName, ilze.userName, "", "nobody at all", "\0", "x'; --"])
      expect(await addTeacher(teacher.viewer, { classId, userName })).toMatchObject({
        state: "refused",
        slips: [{ field: "userName" }],
      });
  });

  test("who is a teacher no more does not count as one", async () => {
    const [former, administrator] = await Promise.all([aTeacher({ schoolId }), anAdministrator({ schoolId })]);
    const { classId } = await classOf();
    await addTeacher(teacher.viewer, { classId, userName: former.userName });
    await changeRole(administrator.viewer, { personId: former.personId, role: "learner" });
    expect(await removeTeacher(teacher.viewer, { classId, personId: teacher.personId })).toMatchObject({
      state: "refused",
    });
    expect(await removeTeacher(teacher.viewer, { classId, personId: former.personId })).toEqual({ state: "removed" });
  });
});

describe("learners of a class", () => {
  test("who are taken out stand in a list of their own, with their groups when they come back", async () => {
    const [ilze, anna] = await Promise.all([learner("Ilze"), learner("Anna")]);
    const { classId, joinCode } = await classOf(ilze, anna);
    const group = await makeGroup(teacher.viewer, { classId, name: "Red" });
    if (group.state !== "made") throw new Error();
    await setGroupMembers(teacher.viewer, { groupId: group.groupId, personIds: [ilze.personId, anna.personId] });
    const asked = { classId, personId: ilze.personId };

    await removeLearner(teacher.viewer, asked);
    await expect(removeLearner(teacher.viewer, asked)).rejects.toThrow(NotFound);
    const roster = await classRoster(teacher.viewer, { classId });
    expect(roster.learners.map((each) => each.displayName)).toEqual(["Anna"]);
    expect(roster.removed.map((each) => each.displayName)).toEqual(["Ilze"]);
    expect((await myClasses(teacher.viewer)).find(({ id }) => id === classId)).toMatchObject({ learners: 1 });
    expect((await classGroups(teacher.viewer, { classId })).groups[0]!.learners).toEqual([anna.personId]);
    // Nobody in the class: the group's list as it stands in the form leaves those who are gone alone.
    await setGroupMembers(teacher.viewer, { groupId: group.groupId, personIds: [anna.personId] });

    await takeBackLearner(teacher.viewer, asked);
    expect((await classRoster(teacher.viewer, { classId })).learners).toMatchObject([
      { displayName: "Anna", groups: ["Red"] },
      { displayName: "Ilze", groups: ["Red"] },
    ]);
    await removeLearner(teacher.viewer, asked);
    await joinClass(ilze.viewer, { code: joinCode });
    expect((await classRoster(teacher.viewer, { classId })).removed).toEqual([]);
  });

  test("are searched, and come a hundred a page", async () => {
    const { classId } = await classOf(await learner("Ilze Kalniņa"), await learner("Anna_B%"));
    const search = async (text: string) =>
      (await classRoster(teacher.viewer, { classId, search: text })).learners.map((each) => each.displayName);
    expect(await search("kaln")).toEqual(["Ilze Kalniņa"]);
    expect(await search("_B%")).toEqual(["Anna_B%"]);
    expect(await search("\0nobody")).toEqual([]);
    expect(await classRoster(teacher.viewer, { classId, page: 2 })).toMatchObject({
      total: 2,
      found: 2,
      pages: 1,
      learners: [],
    });
  });

  test("who have not chosen a password get new ones on new slips, the others keep theirs", async () => {
    const [ilze, anna] = await Promise.all([learner("Ilze"), learner("Anna")]);
    const { classId } = await classOf(ilze, anna);
    const first = await resetPassword(teacher.viewer, { personId: ilze.personId });
    expect(await learnersWithoutOwnPassword(teacher.viewer, { classId })).toMatchObject({ learners: 1 });
    const slips = await renewOneTimePasswords(teacher.viewer, { classId });
    expect(slips).toMatchObject([{ displayName: "Ilze", userName: ilze.userName, group: null }]);
    const signIn = (userName: string, password: string) =>
      checkSignIn(system, { schoolId, userName, password, address: "" });
    expect(await signIn(ilze.userName, first.temporaryPassword)).not.toMatchObject({ state: "known" });
    expect(await signIn(ilze.userName, slips[0]!.oneTimePassword)).toMatchObject({ state: "known" });
    expect(await signIn(anna.userName, anna.password)).toMatchObject({ state: "known" });
  });
});

describe("groups", () => {
  test("are made, renamed, and deleted while nothing was given to them", async () => {
    const ilze = await learner();
    const { classId } = await classOf(ilze);
    const red = await makeGroup(teacher.viewer, { classId, name: " Red  one " });
    const blue = await makeGroup(teacher.viewer, { classId, name: "Õhtu" });
    if (red.state !== "made" || blue.state !== "made") throw new Error();
    for (const name of ["red one", "ÕHTU", "", "x".repeat(61)])
      expect(await makeGroup(teacher.viewer, { classId, name })).toMatchObject({ state: "refused" });
    expect(await renameGroup(teacher.viewer, { groupId: red.groupId, name: "õhtu" })).toMatchObject({
      state: "refused",
    });
    expect(await renameGroup(teacher.viewer, { groupId: red.groupId, name: "RED ONE" })).toEqual({ state: "renamed" });

    await assignment(classId, { groupId: red.groupId } as never);
    expect((await classGroups(teacher.viewer, { classId })).groups).toMatchObject([
      { name: "Õhtu", used: false },
      { name: "RED ONE", used: true },
    ]);
    expect(await deleteGroup(teacher.viewer, { groupId: red.groupId })).toMatchObject({ state: "refused" });
    expect(await deleteGroup(teacher.viewer, { groupId: blue.groupId })).toEqual({ state: "deleted" });
    await expect(deleteGroup(teacher.viewer, { groupId: blue.groupId })).rejects.toThrow(NotFound);
  });

  test("hold learners of their class and nobody else", async () => {
    const [ilze, stranger] = await Promise.all([learner(), learner()]);
    const { classId } = await classOf(ilze);
    await classOf(stranger);
    const red = await makeGroup(teacher.viewer, { classId, name: "Red" });
    if (red.state !== "made") throw new Error();
    const put = (...personIds: string[]) => setGroupMembers(teacher.viewer, { groupId: red.groupId, personIds });
    expect(await put(ilze.personId, stranger.personId, "nonsense", ilze.personId)).toEqual({ learners: 1 });
    expect((await classGroups(teacher.viewer, { classId })).groups[0]!.learners).toEqual([ilze.personId]);
    expect(await put()).toEqual({ learners: 0 });
  });
});
