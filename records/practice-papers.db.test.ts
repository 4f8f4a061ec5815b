import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, describe, expect, test } from "vitest";

import {
  allShownFrom,
  aClass,
  aLearner,
  anAssignment,
  aPublishedQuiz,
  aSchool,
  aTeacher,
  SECRET,
  begun,
  type SomePerson,
  type SomeQuiz,
} from "@/test/factories";

import {
  assignmentChoices,
  changeAssignment,
  classAssignment,
  classAssignments,
  removeAssignment,
} from "./assignments";
import { attemptOverview, attemptQuestion, quizOverview, startAttempt } from "./attempts";
import { takeHint, tryAnswer } from "./checking";
import { classQuizzes } from "./class-quizzes";
import { archiveClass, copyClass } from "./classes";
import { closeDatabase, database } from "./database";
import { NotFound } from "./errors";
import { classGroups } from "./groups";
import { assignmentDoor, beginAssignment, myAssignments } from "./own-assignments";
import { givePractice, practicePreview } from "./practice-papers";
import { home } from "./progress";
import { questionAnalysis } from "./question-analysis";
import { attemptResult, attemptSlip } from "./results";
import { saveResponse } from "./saving";
import { submitAttempt } from "./submitting";

afterAll(closeDatabase);

let quiz: SomeQuiz;
let teacher: SomePerson;
let anna: SomePerson;
let boris: SomePerson;
let classId: string;

beforeEach(async () => {
  const { schoolId } = await aSchool();
  [quiz, teacher, anna, boris] = await Promise.all([
    aPublishedQuiz({ help: true }),
    aTeacher({ schoolId }),
    aLearner({ schoolId, displayName: "Anna" }),
    aLearner({ schoolId, displayName: "Boris" }),
  ]);
  ({ classId } = await aClass({ teacher, learners: [anna, boris], courseId: quiz.courseId }));
});

// Every question of a test's quiz is about this fact.
const confused = { asked: "a-fact", with: "another-fact" };
const about = "‘A fact’ and ‘Another’";
const held = { ...allShownFrom("closed"), score: "after" as const };

const wanted = (people: readonly SomePerson[] = [anna]) => ({
  classId,
  confused,
  about,
  personIds: people.map(({ personId }) => personId),
});

async function given(people?: readonly SomePerson[]): Promise<string> {
  const made = await givePractice(teacher.viewer, wanted(people));
  if (made.state !== "given") throw new Error(JSON.stringify(made.slips));
  return made.assignmentId;
}

/** Answers a question rightly, whichever of the quiz it is. */
async function answers(who: SomePerson, attemptId: string, position: number) {
  const { question } = await attemptQuestion(who.viewer, { attemptId, position });
  const index = quiz.items.findIndex(({ variants }) => variants.some(({ prompt }) => prompt === question.prompt));
  await saveResponse(who.viewer, { attemptId, position, revisionId: randomUUID(), fields: quiz.right[index] });
}

describe("a practice paper", () => {
  test("is seen before it is made: what it asks, and whom; nothing of a key", async () => {
    const stranger = await aLearner({ schoolId: teacher.schoolId });
    const preview = await practicePreview(teacher.viewer, wanted([boris, anna, stranger]));
    expect(preview.learners.map(({ displayName }) => displayName)).toEqual(["Anna", "Boris"]);
    expect(preview.questions).toHaveLength(8);
    expect(JSON.stringify(preview)).not.toContain(SECRET);
    expect(await database().assignment.count({ where: { classId } })).toBe(0);
  });

  test("stands on the pages of those who need it, says why, names nobody, and is none of the others'", async () => {
    const assignmentId = await given();
    const [line, ...others] = await myAssignments(anna.viewer);
    expect(others).toEqual([]);
    expect(line).toMatchObject({ id: assignmentId, practice: { about }, begin: { may: true } });
    expect(JSON.stringify(line)).not.toContain("Boris");
    expect(await myAssignments(boris.viewer)).toEqual([]);
    await expect(beginAssignment(boris.viewer, { assignmentId })).rejects.toThrow(NotFound);
    const door = await assignmentDoor(anna.viewer, { assignmentId });
    expect(door).toMatchObject({ quiz: { questions: 8, maxPoints: 8 }, rules: { tries: 3 } });
  });

  test("is begun as it was made, whatever is published since, tells what is right, and counts nowhere", async () => {
    const assignmentId = await given();
    await quiz.reworded();
    const attemptId = await begun(anna, { assignmentId });
    expect((await attemptOverview(anna.viewer, { attemptId })).of).toBe(8);
    await answers(anna, attemptId, 1);
    expect(await tryAnswer(anna.viewer, { attemptId, position: 1 })).toMatchObject({ state: "tried", right: true });
    await submitAttempt(anna.viewer, { attemptId });
    expect(await attemptResult(anna.viewer, { attemptId })).toMatchObject({ attempt: { practice: true, points: 1 } });
    expect(await attemptResult(teacher.viewer, { attemptId })).toMatchObject({ own: false });
    expect(await myAssignments(anna.viewer)).toMatchObject([{ score: { points: 1 } }]);

    const { quizzes } = await home(anna.viewer);
    expect(quizzes.find(({ courseId }) => courseId === quiz.courseId)).toMatchObject({ attempts: 0, best: null });
    expect((await classQuizzes(teacher.viewer, { classId })).quizzes).toEqual([]);
    expect((await questionAnalysis(teacher.viewer, { classId, quizId: quiz.quizId })).attempts).toBe(0);
    // The teacher may look at it alone.
    const { quizId } = (await classAssignment(teacher.viewer, { classId, assignmentId })).assignment;
    expect(await questionAnalysis(teacher.viewer, { classId, quizId, assignmentId })).toMatchObject({ attempts: 1 });
  });

  test("is no quiz of the course: nobody begins it by its name, nobody of another class or school finds it", async () => {
    const assignmentId = await given();
    const { quizId } = (await classAssignment(teacher.viewer, { classId, assignmentId })).assignment;
    await expect(startAttempt(anna.viewer, { quizId })).rejects.toThrow(NotFound);
    await expect(quizOverview(anna.viewer, { quizId })).rejects.toThrow(NotFound);
    const other = await aClass({ teacher, courseId: quiz.courseId });
    await expect(questionAnalysis(teacher.viewer, { classId: other.classId, quizId })).rejects.toThrow(NotFound);
    const { quizzes } = await assignmentChoices(teacher.viewer, { classId });
    expect(quizzes.map((each) => each.quizId)).toEqual([quiz.quizId]);
  });

  test("brings a group that stands in no list, and does not go along when the class is copied", async () => {
    await given();
    await givePractice(teacher.viewer, { ...wanted([anna, boris]), again: true });
    expect((await classGroups(teacher.viewer, { classId })).groups).toEqual([]);
    expect((await assignmentChoices(teacher.viewer, { classId })).groups).toEqual([]);
    const { assignments } = await classAssignments(teacher.viewer, { classId });
    expect(assignments).toMatchObject([
      { practice: true, group: "Practice, 1 learner", learners: 1 },
      { practice: true, group: "Practice, 2 learners", learners: 2 },
    ]);
    expect(await copyClass(teacher.viewer, { classId, name: "Next year" })).toMatchObject({ assignments: 0 });
  });

  test("can be taken back, and its dates changed, but not its questions", async () => {
    const assignmentId = await given();
    const { assignment, choices } = await classAssignment(teacher.viewer, { classId, assignmentId });
    expect(choices.quizzes.map(({ quizId }) => quizId)).toEqual([assignment.quizId]);
    const { rules, local, ...same } = assignment;
    const change = { ...same, ...local, timeLimit: null, grace: rules.grace, late: rules.late, attempts: 2 };
    const other = { ...change, quizId: quiz.quizId };
    expect(await changeAssignment(teacher.viewer, { assignmentId, wanted: other })).toMatchObject({ state: "refused" });
    expect(await changeAssignment(teacher.viewer, { assignmentId, wanted: change })).toMatchObject({ state: "saved" });
    const attemptId = await begun(anna, { assignmentId });
    await submitAttempt(anna.viewer, { attemptId });
    await removeAssignment(teacher.viewer, { assignmentId });
    expect(await myAssignments(anna.viewer)).toEqual([]);
    expect(await attemptResult(anna.viewer, { attemptId })).toMatchObject({
      attempt: { assignment: { there: false } },
    });
  });

  test("is made for nobody twice, unless that is said; what there is stands in the preview", async () => {
    const assignmentId = await given([anna]);
    const both = wanted([anna, boris]);
    expect((await practicePreview(teacher.viewer, both)).given).toEqual([
      { assignmentId, title: `Practice: ${about}`, learners: 1 },
    ]);
    expect(await givePractice(teacher.viewer, both)).toMatchObject({ slips: [{ field: "again" }] });
    // Another matter, other learners: nothing is there yet.
    expect(await practicePreview(teacher.viewer, { ...both, about: "Other dates" })).toMatchObject({ given: [] });
    expect(await practicePreview(teacher.viewer, wanted([boris]))).toMatchObject({ given: [] });
    expect(await givePractice(teacher.viewer, { ...both, again: true })).toMatchObject({ state: "given", learners: 2 });
    // What was taken back is there no more.
    for (const each of (await practicePreview(teacher.viewer, both)).given)
      await removeAssignment(teacher.viewer, { assignmentId: each.assignmentId });
    expect(await givePractice(teacher.viewer, both)).toMatchObject({ state: "given" });
    // Two at the same moment make one.
    const [one, two] = await Promise.all(
      [1, 2].map(() => givePractice(teacher.viewer, { ...wanted([boris]), about: "B" })),
    );
    expect([one!.state, two!.state].sort()).toEqual(["given", "refused"]);
  });

  test("is not made for nobody, nor in a class that is put away", async () => {
    const stranger = await aLearner({ schoolId: teacher.schoolId });
    expect(await givePractice(teacher.viewer, wanted([stranger]))).toMatchObject({ slips: [{ field: "learners" }] });
    const unknown = { ...wanted(), confused: { asked: "unknown", with: "unknown" } };
    expect(await givePractice(teacher.viewer, unknown)).toMatchObject({ slips: [{ field: "questions" }] });
    await archiveClass(teacher.viewer, { classId });
    expect(await givePractice(teacher.viewer, wanted())).toMatchObject({ slips: [{ field: "learners" }] });
  });
});

describe("what an open assignment holds back from a learner", () => {
  test("is asked in no practice paper of theirs; when it is closed, it is", async () => {
    const { assignmentId } = await anAssignment({ teacher, classId, quizId: quiz.quizId, closesAt: 60, show: held });
    expect(await practicePreview(teacher.viewer, wanted())).toMatchObject({ questions: [], leftOut: 8 });
    expect(await givePractice(teacher.viewer, wanted())).toMatchObject({ slips: [{ field: "questions" }] });
    await database().assignment.updateMany({ where: { id: assignmentId }, data: { closesAt: new Date(0) } });
    expect(await practicePreview(teacher.viewer, wanted())).toMatchObject({ leftOut: 0 });
  });

  test("is held back of a paper that was made before, too: checks, score, answers, keys", async () => {
    const assignmentId = await given();
    const before = await begun(anna, { assignmentId });
    await answers(anna, before, 1);
    expect(await takeHint(anna.viewer, { attemptId: before, position: 1 })).toMatchObject({ state: "hint" });
    const test = await anAssignment({ teacher, classId, quizId: quiz.quizId, closesAt: 60, show: held });
    expect(await tryAnswer(anna.viewer, { attemptId: before, position: 1 })).toEqual({ state: "not offered" });
    expect(await takeHint(anna.viewer, { attemptId: before, position: 1 })).toEqual({ state: "not offered" });
    expect(await submitAttempt(anna.viewer, { attemptId: before })).toMatchObject({ points: null });
    const slip = await attemptSlip(anna.viewer, { attemptId: before });
    expect(slip).toMatchObject({ state: "held", slip: { shown: { key: false, correctness: false, score: false } } });
    expect(JSON.stringify(slip)).not.toContain(SECRET);
    await expect(attemptResult(anna.viewer, { attemptId: before })).rejects.toThrow(NotFound);
    expect((await myAssignments(anna.viewer)).find(({ practice }) => practice)).toMatchObject({ score: null });
    expect(await assignmentDoor(anna.viewer, { assignmentId })).toMatchObject({ score: null });

    await database().assignment.updateMany({ where: { id: test.assignmentId }, data: { closesAt: new Date(0) } });
    expect(await attemptSlip(anna.viewer, { attemptId: before })).toMatchObject({ state: "whole" });
  });

  test("gives no hints where practice at the quiz itself begins meanwhile, and shows none", async () => {
    await anAssignment({ teacher, classId, quizId: quiz.quizId, closesAt: 60, show: held });
    const { attemptId } = await startAttempt(anna.viewer, quiz);
    expect((await attemptQuestion(anna.viewer, { attemptId, position: 1 })).question.hints).toEqual([]);
    expect(await takeHint(anna.viewer, { attemptId, position: 1 })).toEqual({ state: "not offered" });
  });

  test("is not held back by practice itself: the quiz tells what it told", async () => {
    await given();
    const { attemptId } = await startAttempt(anna.viewer, quiz);
    await submitAttempt(anna.viewer, { attemptId });
    expect(await attemptSlip(anna.viewer, { attemptId })).toMatchObject({ state: "whole" });
  });
});

describe("an attempt's look", () => {
  test("shuffled questions come in an order of the attempt's own; what is stored stays in its place", async () => {
    const { assignmentId } = await anAssignment({
      teacher,
      classId,
      quizId: quiz.quizId,
      shuffle: true,
      onePage: true,
    });
    const orders = await Promise.all(
      [anna, boris].map(async (who) => {
        const attemptId = await begun(who, { assignmentId });
        const { ticks, attempt } = await attemptOverview(who.viewer, { attemptId });
        expect(attempt.rules).toMatchObject({ shuffle: true, onePage: true });
        expect(ticks.map(({ number }) => number)).toEqual(quiz.items.map((_, index) => index + 1));
        const [first] = ticks;
        const { question } = await attemptQuestion(who.viewer, { attemptId, position: first!.position });
        expect(question).toMatchObject({ number: 1, position: first!.position });
        await answers(who, attemptId, first!.position);
        await submitAttempt(who.viewer, { attemptId });
        const result = await attemptResult(who.viewer, { attemptId });
        expect(result.questions.map(({ position }) => position)).toEqual(quiz.items.map((_, index) => index + 1));
        expect(result.questions.filter(({ points }) => points === 1).map(({ position }) => position)).toEqual([
          first!.position,
        ]);
        return ticks.map(({ position }) => position).join();
      }),
    );
    expect(orders[0]).not.toBe(orders[1]);
  });
});
