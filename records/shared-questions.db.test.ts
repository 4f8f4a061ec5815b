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

import { attemptExport } from "./exporting";
import { attemptMarks } from "./attempt-marks";
import { quizOverview, startAttempt } from "./attempts";
import { tryAnswer } from "./checking";
import { closeDatabase, database } from "./database";
import { home } from "./progress";
import { publish } from "./publish";
import { attemptResult, attemptSlip } from "./results";
import { saveResponse } from "./saving";
import { submitAttempt } from "./submitting";
import { systemViewer } from "./viewer";

afterAll(closeDatabase);

const closed = allShownFrom("closed");

let quiz: SomeQuiz;
let finalId: string;
let teacher: SomePerson;
let anna: SomePerson;
let classId: string;

/** A lesson's quiz, and a final that hands out two of its questions. */
beforeEach(async () => {
  const { schoolId } = await aSchool();
  [quiz, teacher, anna] = await Promise.all([aPublishedQuiz(), aTeacher({ schoolId }), aLearner({ schoolId })]);
  const items = quiz.items.map((item) => ({ ...item, skill: "dates", difficulty: 2 }));
  const { courseId, quizId, lessonId, rules } = quiz;
  finalId = `${quizId}-final`;
  const common = { lessonId, title: "What happened?", shortTitle: "What happened?", rules };
  const slot = {
    ...items[0]!,
    id: `${quizId}-slot`,
    variants: items
      .slice(0, 2)
      .flatMap(({ kind, rules, variants }) => variants.map((each) => ({ ...each, kind, rules }))),
  };
  await publish(systemViewer("a test publishes a final"), {
    id: courseId,
    quizzes: [
      { ...common, id: quizId, items },
      { ...common, id: finalId, scope: "course", items: [slot] },
    ],
  });
  ({ classId } = await aClass({ teacher, learners: [anna], courseId }));
});

const set = (more: Partial<Parameters<typeof anAssignment>[0]> = {}) =>
  anAssignment({ teacher, classId, quizId: finalId, closesAt: 60, show: closed, ...more });

async function practised() {
  const practice = await startAttempt(anna.viewer, { quizId: quiz.quizId, rules: { check: true } });
  await saveResponse(anna.viewer, { ...practice, position: 1, revisionId: randomUUID(), fields: quiz.right[0] });
  return practice;
}

describe("an open final that asks questions of a lesson's quiz", () => {
  test("holds them back from practice at that, whichever was first: checks, scores, keys; until it is closed", async () => {
    const before = await practised();
    const { assignmentId } = await set();
    expect(await tryAnswer(anna.viewer, { ...before, position: 1 })).toEqual({ state: "not offered" });
    expect(await submitAttempt(anna.viewer, before)).toMatchObject({ points: null });
    const slip = await attemptSlip(anna.viewer, before);
    expect(slip).toMatchObject({
      state: "held",
      slip: { when: { key: { closed: expect.any(Date) as Date } } },
    });
    expect(JSON.stringify(slip)).not.toContain(SECRET);
    for (const verb of [attemptResult, attemptExport, attemptMarks])
      await expect(verb(anna.viewer, before)).rejects.toMatchObject({ name: "NotFound" });
    const overview = await quizOverview(anna.viewer, quiz);
    expect(overview).toMatchObject({ heldBack: true, assigned: [], attempts: [{ held: true, points: null }] });
    const practice = await startAttempt(anna.viewer, { quizId: quiz.quizId, rules: { check: true } });
    const { rules } = await database().attempt.findFirstOrThrow({ where: { id: practice.attemptId } });
    expect(rules).toMatchObject({ tries: 1 });
    await submitAttempt(anna.viewer, practice);
    expect((await home(anna.viewer)).quizzes.find(({ quizId }) => quizId === quiz.quizId)).toMatchObject({
      best: null,
      held: true,
    });

    await database().assignment.updateMany({ where: { id: assignmentId }, data: { closesAt: new Date(0) } });
    expect(await attemptSlip(anna.viewer, before)).toMatchObject({ state: "whole" });
  });

  test("before it opens, and of what is shown on handing in, lets them practise; while it is answered, not", async () => {
    const later = await set({ opensAt: 30 });
    const practice = await practised();
    expect(await tryAnswer(anna.viewer, { ...practice, position: 1 })).toMatchObject({ state: "tried" });
    await database().assignment.updateMany({ where: { id: later.assignmentId }, data: { removedAt: new Date() } });
    const after = { ...closed, score: "after", correctness: "after", key: "after", feedback: "after" } as const;
    const { assignmentId } = await set({ show: after, attempts: 2 });
    await submitAttempt(anna.viewer, practice);
    expect(await attemptSlip(anna.viewer, practice)).toMatchObject({ state: "whole" });
    const attemptId = await begun(anna, { assignmentId });
    expect(await attemptSlip(anna.viewer, practice)).toMatchObject({ state: "held" });
    await submitAttempt(anna.viewer, { attemptId });
    expect(await attemptSlip(anna.viewer, practice)).toMatchObject({ state: "whole" });
  });

  test("leaves alone what the lesson's own assignment shows, and others' practice", async () => {
    await set();
    const { assignmentId } = await anAssignment({ teacher, classId, quizId: quiz.quizId });
    const attemptId = await begun(anna, { assignmentId });
    await submitAttempt(anna.viewer, { attemptId });
    expect(await attemptSlip(anna.viewer, { attemptId })).toMatchObject({ state: "whole" });
    const free = await aLearner({ schoolId: anna.schoolId });
    const practice = await startAttempt(free.viewer, quiz);
    await submitAttempt(free.viewer, practice);
    expect(await attemptSlip(free.viewer, practice)).toMatchObject({ state: "whole" });
  });
});

describe("of two open assignments of one quiz", () => {
  test("the one that checks answers on the way does not while the other holds back what is right", async () => {
    const during = { ...closed, correctness: "during" } as const;
    const { assignmentId } = await set({ quizId: quiz.quizId, show: during });
    const attemptId = await begun(anna, { assignmentId });
    await saveResponse(anna.viewer, { attemptId, position: 1, revisionId: randomUUID(), fields: quiz.right[0] });
    const exam = await set({ quizId: quiz.quizId });
    expect(await tryAnswer(anna.viewer, { attemptId, position: 1 })).toEqual({ state: "not offered" });
    await database().assignment.updateMany({ where: { id: exam.assignmentId }, data: { closesAt: new Date(0) } });
    expect(await tryAnswer(anna.viewer, { attemptId, position: 1 })).toMatchObject({ state: "tried", right: true });
  });
});
