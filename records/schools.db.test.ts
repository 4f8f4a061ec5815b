import { afterAll, describe, expect, test } from "vitest";

import { aClass, aLearner, anAdministrator, anAssignment, aPublishedQuiz, aTeacher } from "@/test/factories";

import { startAttempt } from "./attempts";
import { beginAssignment } from "./own-assignments";
import { closeDatabase, database } from "./database";
import { ageDemoAttempt, firstAdministrator, makeSchool, removeDemoSchool, schoolForHost } from "./schools";
import { checkSignIn } from "./sign-in";
import { submitAttempt } from "./submitting";
import { systemViewer } from "./viewer";

const system = systemViewer("a test");
afterAll(closeDatabase);

const at = async (host: string) => (await schoolForHost(system, { host }))?.name ?? null;

// In this order: the installation grows.
describe("the school that a host leads to", () => {
  test("is none while there is none", async () => {
    expect(await at("localhost:3000")).toBeNull();
  });

  test("is the only one, by whatever name it is called", async () => {
    await makeSchool(system, { name: "First", host: "First.example" });
    expect(await at("localhost:3000")).toBe("First");
    expect(await at("192.168.1.7")).toBe("First");
    expect(await at("")).toBe("First");
  });

  test("is the one with that host once there are several, and otherwise none", async () => {
    await makeSchool(system, { name: "Second", host: "second.example" });
    expect(await at("FIRST.example:443")).toBe("First");
    expect(await at("second.example.")).toBe("Second");
    expect(await at("localhost")).toBeNull();
    expect(await at("second.example\0")).toBe("Second");
  });
});

describe("the first administrator", () => {
  test("is made once, also when two starts come at once, and is asked for a password of their own", async () => {
    const { schoolId } = await makeSchool(system, { name: "Third" });
    const made = await Promise.all([1, 2, 3].map(() => firstAdministrator(system, { schoolId })));
    const [first, ...more] = made.filter((each) => each !== null);
    expect(more).toEqual([]);
    expect(await firstAdministrator(system, { schoolId })).toBeNull();
    expect(await checkSignIn(system, { schoolId, address: "", ...first! })).toMatchObject({ state: "known" });
    expect(
      await database().person.findMany({ where: { schoolId }, select: { role: true, mustChangePassword: true } }),
    ).toEqual([{ role: "administrator", mustChangePassword: true }]);
  });
});

describe("an attempt", () => {
  test("of the demo school can be moved back in time, and of no other", async () => {
    const quiz = await aPublishedQuiz();
    for (const demo of [true, false]) {
      const { schoolId } = await makeSchool(system, { name: "Times", host: `times-${demo}.example`, demo });
      const { viewer } = await aLearner({ schoolId });
      const { attemptId } = await startAttempt(viewer, quiz);
      await submitAttempt(viewer, { attemptId });
      const times = async () => {
        const found = await database().attempt.findFirstOrThrow({ where: { id: attemptId } });
        return [found.startedAt.getTime(), found.submittedAt!.getTime()];
      };
      const before = await times();
      await ageDemoAttempt(system, { attemptId, minutes: 90 });
      expect(await times()).toEqual(before.map((time) => time - (demo ? 90 * 60_000 : 0)));
      if (demo) await removeDemoSchool(system, { name: "Times" });
    }
  });
});

describe("removing the demo school", () => {
  test("leaves every other school alone, and an empty one with an administrator in its place", async () => {
    const quiz = await aPublishedQuiz();
    const { schoolId } = await makeSchool(system, { name: "Demo", host: "demo.example", demo: true });
    const [teacher, learner] = [await aTeacher({ schoolId }), await aLearner({ schoolId })];
    await anAdministrator({ schoolId });
    const { classId } = await aClass({ teacher, learners: [learner], courseId: quiz.courseId });
    await submitAttempt(learner.viewer, await startAttempt(learner.viewer, quiz));
    const { assignmentId } = await anAssignment({ teacher, classId, quizId: quiz.quizId });
    const begun = await beginAssignment(learner.viewer, { assignmentId });
    expect(begun.state).toBe("begun");
    const category = await database().category.create({ data: { schoolId, classId, name: "Tests", position: 1 } });
    await database().assignment.updateMany({ where: { schoolId }, data: { categoryId: category.id } });
    const others = await database().person.count({ where: { schoolId: { not: schoolId } } });

    const left = await removeDemoSchool(system, { name: "Ours" });
    expect(left?.administrator).toMatchObject({ userName: "admin" });
    expect(await at("demo.example")).toBe("Ours");
    expect(await database().person.count({ where: { schoolId } })).toBe(0);
    expect(await database().attempt.count({ where: { schoolId } })).toBe(0);
    expect(await database().person.count({ where: { schoolId: { not: schoolId } } })).toBe(others + 1);
    expect(await removeDemoSchool(system)).toBeNull();
  });
});
