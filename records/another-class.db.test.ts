import { afterAll, beforeAll, describe, expect, test } from "vitest";

import * as records from "@/records";
import {
  aClass,
  aLearner,
  anAdministrator,
  anAssignment,
  aPublishedQuiz,
  aSchool,
  aTeacher,
  plainAssignment,
  begun,
  handedIn,
  type SomePerson,
  type SomeQuiz,
} from "@/test/factories";

import { closeDatabase, database } from "./database";

/** Ids of one class put together with those of another: what forms can be made to say, and no page does. */

afterAll(closeDatabase);

type Room = Awaited<ReturnType<typeof aRoom>>;

let quiz: SomeQuiz;
let ours: Room;
let theirs: Room;
let callers: [string, SomePerson][];

/** A class with all that can be decided about. */
async function aRoom(schoolId: string, teacher: SomePerson) {
  const [learner, other] = [await aLearner({ schoolId }), await aLearner({ schoolId })];
  const { classId } = await aClass({ teacher, learners: [learner, other], courseId: quiz.courseId });
  const { viewer } = teacher;
  const group = await records.makeGroup(viewer, { classId, name: "Blue" });
  if (group.state !== "made") throw new Error("no group");
  await records.setGroupMembers(viewer, { groupId: group.groupId, personIds: [other.personId] });
  const line = { categoryId: null, name: "Tests", weight: 1, dropLowest: 0, remove: false };
  await records.setCategories(viewer, { classId, wanted: [line] });
  const [category] = (await records.assignmentChoices(viewer, { classId })).categories;
  const { assignmentId } = await anAssignment({ teacher, classId, quizId: quiz.quizId, closesAt: 600 });
  const attemptId = await handedIn(learner, quiz, "W", assignmentId);
  await records.appeal(learner.viewer, { attemptId, position: 1, text: "" });
  const running = await begun(other, { assignmentId });
  const decided = await records.decide(viewer, {
    ...{ classId, assignmentId, personId: learner.personId, what: "score", value: 1, reason: "A word" },
  });
  const excepted = await records.setException(viewer, {
    ...{ assignmentId, personId: learner.personId, opensAt: "", dueAt: "", closesAt: "", timeLimit: 90 },
    ...{ attempts: null, lifted: [], reason: "" },
  });
  const changed = await records.makeChange(viewer, {
    ...{ what: "full", scope: "assignment", classId, assignmentId, attemptId, position: 2 },
    ...{ neverLower: false, reason: "Badly put", note: "" },
  });
  if (decided.state !== "decided" || excepted.state !== "saved" || changed.state !== "made")
    throw new Error("no scene");
  const [{ id: appealId } = { id: "" }] = await records.classAppeals(viewer, { classId });
  return {
    ...{ schoolId, classId, assignmentId, attemptId, running, appealId, groupId: group.groupId },
    ...{ categoryId: category!.id, personId: learner.personId, otherId: other.personId },
    ...{ decisionId: decided.decisionId, exceptionId: excepted.exceptionId, changeId: changed.changeId },
  };
}

beforeAll(async () => {
  const { schoolId } = await aSchool();
  quiz = await aPublishedQuiz();
  const [mine, colleague, gone] = [
    await aTeacher({ schoolId }),
    await aTeacher({ schoolId }),
    await aTeacher({ schoolId }),
  ];
  ours = await aRoom(schoolId, mine);
  theirs = await aRoom(schoolId, colleague);
  const { userName } = gone;
  await records.addTeacher(colleague.viewer, { classId: theirs.classId, userName });
  await records.addTeacher(mine.viewer, { classId: ours.classId, userName });
  await records.removeTeacher(colleague.viewer, { classId: theirs.classId, personId: gone.personId });
  const administrator = await anAdministrator({ schoolId });
  await database().classTeacher.create({
    data: { schoolId, classId: ours.classId, personId: administrator.personId },
  });
  callers = [
    ["a teacher of another class", mine],
    ["a teacher who was taken out", gone],
    ["an administrator who teaches another class", administrator],
    ["a teacher of another school", await aTeacher(await aSchool())],
  ];
});

/** Everything that is kept of a class. */
async function kept({ schoolId, classId, assignmentId }: Room) {
  const where = { schoolId, classId };
  const at = { schoolId, assignmentId };
  const db = database();
  return JSON.stringify([
    await db.class.findMany({ where: { schoolId, id: classId } }),
    await db.classTeacher.findMany({ where, orderBy: { personId: "asc" } }),
    await db.enrolment.findMany({ where, orderBy: { personId: "asc" } }),
    await db.classGroup.findMany({ where, orderBy: { id: "asc" } }),
    await db.classGroupMember.findMany({ where, orderBy: { personId: "asc" } }),
    await db.category.findMany({ where, orderBy: { id: "asc" } }),
    await db.assignment.findMany({ where, orderBy: { id: "asc" } }),
    await db.assignmentException.findMany({ where: at, orderBy: { id: "asc" } }),
    await db.decision.findMany({ where: at, orderBy: { id: "asc" } }),
    await db.markingChange.findMany({ where: at, orderBy: { id: "asc" } }),
    await db.attempt.findMany({ where: at, orderBy: { id: "asc" } }),
    await db.appeal.findMany({ where: { attempt: at }, orderBy: { id: "asc" } }),
    await db.person.findMany({ where: { enrolments: { some: where } }, orderBy: { id: "asc" } }),
  ]);
}

/** What is asked of our class with an id of theirs in its place, and of theirs with ids of ours. */
function asked(viewer: records.Viewer): Record<string, () => Promise<unknown>> {
  const because = { reason: "Because" };
  const score = { what: "score", value: 1, ...because } as const;
  const exception = { opensAt: "", dueAt: "", closesAt: "", timeLimit: 60, attempts: null, lifted: [], reason: "" };
  const change = { what: "full", neverLower: false, note: "", ...because } as const;
  const [our, their] = [
    { classId: ours.classId, assignmentId: ours.assignmentId },
    { classId: theirs.classId, assignmentId: theirs.assignmentId },
  ];
  const crossed = { classId: ours.classId, assignmentId: theirs.assignmentId };
  const wanted = { ...plainAssignment, quizId: quiz.quizId };
  return {
    "a score, by their assignment in our class": () =>
      records.decide(viewer, { ...crossed, personId: theirs.personId, ...score }),
    "a score, by our assignment": () => records.decide(viewer, { ...our, personId: theirs.personId, ...score }),
    "a voided attempt of theirs": () =>
      records.decide(viewer, {
        ...our,
        personId: ours.personId,
        attemptId: theirs.attemptId,
        what: "void",
        ...because,
      }),
    "an attempt opened again": () =>
      records.decide(viewer, {
        ...{ ...their, personId: theirs.personId, attemptId: theirs.attemptId, what: "reopen", value: 600, ...because },
      }),
    "a decision undone": () => records.undoDecision(viewer, { decisionId: theirs.decisionId }),
    "more time": () => records.extendTime(viewer, { ...crossed, personId: null, minutes: 5 }),
    "more time for one of theirs": () => records.extendTime(viewer, { ...our, personId: theirs.otherId, minutes: 5 }),
    "the end": () => records.endNow(viewer, { ...crossed, personId: null }),
    "the end, by their class": () => records.endNow(viewer, { ...their, personId: theirs.otherId }),
    "an exception at their assignment": () =>
      records.setException(viewer, { ...exception, assignmentId: theirs.assignmentId, personId: theirs.personId }),
    "an exception for one of theirs": () =>
      records.setException(viewer, { ...exception, assignmentId: ours.assignmentId, personId: theirs.personId }),
    "an exception for a group of theirs": () =>
      records.setException(viewer, { ...exception, assignmentId: ours.assignmentId, groupId: theirs.groupId }),
    "an exception of theirs taken back": () =>
      records.removeException(viewer, { assignmentId: ours.assignmentId, exceptionId: theirs.exceptionId }),
    "a profile": () => records.setTimeFactor(viewer, { personId: theirs.personId, timeFactor: 2 }),
    "an assignment for a group of theirs": () =>
      records.createAssignment(viewer, { classId: ours.classId, wanted: { ...wanted, groupId: theirs.groupId } }),
    "an assignment in a category of theirs": () =>
      records.createAssignment(viewer, { classId: ours.classId, wanted: { ...wanted, categoryId: theirs.categoryId } }),
    "an assignment changed": () => records.changeAssignment(viewer, { assignmentId: theirs.assignmentId, wanted }),
    "an assignment taken back": () => records.removeAssignment(viewer, { assignmentId: theirs.assignmentId }),
    "a category renamed": () =>
      records.setCategories(viewer, {
        classId: ours.classId,
        wanted: [{ categoryId: theirs.categoryId, name: "Mine", weight: 1, dropLowest: 0, remove: false }],
      }),
    "a category removed": () =>
      records.setCategories(viewer, {
        classId: ours.classId,
        wanted: [{ categoryId: theirs.categoryId, name: "", weight: null, dropLowest: 0, remove: true }],
      }),
    "their assignment weighed": () =>
      records.placeAssignments(viewer, {
        classId: ours.classId,
        wanted: [{ assignmentId: theirs.assignmentId, categoryId: null, weight: 3 }],
      }),
    "our assignment in their category": () =>
      records.placeAssignments(viewer, {
        classId: ours.classId,
        wanted: [{ assignmentId: ours.assignmentId, categoryId: theirs.categoryId, weight: null }],
      }),
    "a group's members": () =>
      records.setGroupMembers(viewer, { groupId: theirs.groupId, personIds: [theirs.personId] }),
    "a group renamed": () => records.renameGroup(viewer, { groupId: theirs.groupId, name: "Red" }),
    "a change at their assignment": () =>
      records.makeChange(viewer, {
        ...change,
        ...crossed,
        scope: "assignment",
        attemptId: ours.attemptId,
        position: 1,
      }),
    "a change at their class": () =>
      records.makeChange(viewer, {
        ...change,
        ...their,
        scope: "assignment",
        attemptId: theirs.attemptId,
        position: 1,
      }),
    "a change of theirs undone": () => records.undoChange(viewer, { changeId: theirs.changeId }),
    "a learner removed": () => records.removeLearner(viewer, { classId: theirs.classId, personId: theirs.personId }),
    "practice for one of theirs": () =>
      records.givePractice(viewer, {
        ...{ classId: ours.classId, confused: { asked: "a-fact", with: "another" }, about: "It" },
        personIds: [theirs.personId],
      }),
    "their live view": () => records.liveView(viewer, crossed),
    "their cell": () => records.learnerCell(viewer, { ...crossed, personId: theirs.personId }),
    "their learner's cell": () => records.learnerCell(viewer, { ...our, personId: theirs.personId }),
    "their learner's sheet": () => records.learnerScores(viewer, { classId: ours.classId, personId: theirs.personId }),
    "their assignment": () => records.classAssignment(viewer, crossed),
    "their analysis": () =>
      records.questionAnalysis(viewer, { classId: ours.classId, quizId: quiz.quizId, groupId: theirs.groupId }),
    "their responses": () =>
      records.quizResponses(viewer, { classId: theirs.classId, quizId: quiz.quizId, names: true }),
    "their attempt": () => records.attemptResult(viewer, { attemptId: theirs.attemptId }),
    "its marks": () => records.attemptMarks(viewer, { attemptId: theirs.attemptId }),
    "its decisions": () => records.attemptDecisions(viewer, { attemptId: theirs.attemptId }),
  };
}

describe("ids of a class that is another's", () => {
  test.each([0, 1, 2, 3])("change nothing there and show nothing of it (%i)", async (index) => {
    const [, { viewer }] = callers[index]!;
    const before = await kept(theirs);
    const administers = viewer.role === "administrator";
    // An administrator helps everyone of the school, and the teacher's school-wide mandate is theirs alone.
    const theirRight = ["a profile", "a change of theirs undone"];
    for (const [name, ask] of Object.entries(asked(viewer))) {
      if (administers && theirRight.includes(name)) continue;
      const answer = await ask().then(
        (found) => (found as { state?: string } | undefined)?.state ?? "answered",
        (error: unknown) => (records.isNotFound(error) ? "not found" : error),
      );
      expect(["not found", "refused"], `${callers[index]![0]}: ${name}: ${String(answer)}`).toContain(answer);
    }
    expect(await kept(theirs)).toBe(before);
  });

  test("an appeal of theirs is not answered, nor by a change of ours", async () => {
    for (const [name, { viewer }] of callers) {
      if (viewer.role === "administrator") continue;
      const ask = [
        () => records.declineAppeal(viewer, { appealId: theirs.appealId, answer: "No" }),
        () =>
          records.makeChange(viewer, {
            ...{ what: "full", scope: "assignment", neverLower: false, reason: "Because", note: "" },
            ...{ classId: ours.classId, assignmentId: ours.assignmentId, attemptId: ours.attemptId, position: 3 },
            appealId: theirs.appealId,
          }),
      ];
      for (const each of ask) await expect(each(), name).rejects.toMatchObject({ name: "NotFound" });
    }
    expect(await database().appeal.findFirst({ where: { id: theirs.appealId } })).toMatchObject({ state: "open" });
  });

  test("a paper's name, which a teacher wrote, is told to no other school", async () => {
    const school = await aSchool();
    const [teacher, learner] = [await aTeacher(school), await aLearner(school)];
    const { classId } = await aClass({ teacher, learners: [learner], courseId: quiz.courseId });
    const about = `What ${learner.userName} did not know`;
    const personIds = [learner.personId];
    const confused = { asked: "a-fact", with: "another-fact" };
    expect(await records.givePractice(teacher.viewer, { classId, confused, about, personIds })).toMatchObject({
      state: "given",
    });
    const administrator = await anAdministrator({ schoolId: ours.schoolId });
    const found = await records.askedQuestions(administrator.viewer, { search: learner.userName });
    expect(found.questions).toEqual([]);
  });
});
