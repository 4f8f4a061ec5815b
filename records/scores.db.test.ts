import { afterAll, beforeAll, describe, expect, test } from "vitest";

import {
  aClass,
  aLearner,
  aPublishedQuiz,
  aSchool,
  aTeacher,
  answered,
  handedIn,
  type SomePerson,
  type SomeQuiz,
} from "@/test/factories";

import { classRoster } from "./class-people";
import { myClasses } from "./classes";
import { closeDatabase } from "./database";
import { home, markLessonRead } from "./progress";
import { classScores, learnerAttempts } from "./scores";

let schoolId: string;
let quiz: SomeQuiz;
let teacher: SomePerson;

beforeAll(async () => {
  ({ schoolId } = await aSchool());
  [quiz, teacher] = await Promise.all([aPublishedQuiz(), aTeacher({ schoolId })]);
});
afterAll(closeDatabase);

const learners = (...names: string[]) => Promise.all(names.map((displayName) => aLearner({ schoolId, displayName })));

describe("class scores", () => {
  test("show the best attempt of everyone, and tell nothing, something begun and a score of 0 apart", async () => {
    const people = await learners("Anna", "Boris", "Cilla", "Dace");
    const [anna, boris, cilla] = people;
    const { classId } = await aClass({ teacher, learners: people, courseId: quiz.courseId });
    const of = quiz.items.length;
    await handedIn(anna!, quiz, "R");
    const best = await handedIn(anna!, quiz, "RR");
    await handedIn(anna!, quiz, "");
    await answered(anna!, quiz, "");
    const begun = await answered(boris!, quiz, "R");
    const nothing = await handedIn(cilla!, quiz, "");

    const scores = await classScores(teacher.viewer, { classId });
    expect(scores.quizzes).toEqual([
      {
        quizId: quiz.quizId,
        lessonId: quiz.lessonId,
        scope: "lesson",
        title: "What happened?",
        shortTitle: "What happened?",
        maxPoints: of,
      },
    ]);
    expect(scores.learners.map(({ displayName, cells }) => [displayName, cells[0]])).toEqual([
      [
        "Anna",
        { state: "scored", fraction: 2 / of, points: 2, maxPoints: of, attemptId: best, attempts: 3, inProgress: true },
      ],
      ["Boris", { state: "in progress", attemptId: begun, answered: 1, of }],
      [
        "Cilla",
        { state: "scored", fraction: 0, points: 0, maxPoints: of, attemptId: nothing, attempts: 1, inProgress: false },
      ],
      ["Dace", { state: "not tried" }],
    ]);
    expect(scores).toMatchObject({ quizMeans: [1 / of], handedIn: [2] });
    expect(scores.learners.map((each) => each.mean)).toEqual([2 / of, null, 0, null]);
  });

  test("stand in the order of an alphabet, not of bytes", async () => {
    const people = await learners("Zoë", "anna", "Åsa", "Ёлка", "Ева", "Boris", "Ādams");
    const { classId } = await aClass({ teacher, learners: people, courseId: quiz.courseId });
    const names = (list: { displayName: string }[]) => list.map((each) => each.displayName);
    const inOrder = ["Ādams", "anna", "Åsa", "Boris", "Zoë", "Ева", "Ёлка"];
    expect(names((await classScores(teacher.viewer, { classId })).learners)).toEqual(inOrder);
    expect(names((await classRoster(teacher.viewer, { classId })).learners)).toEqual(inOrder);
  });

  test("of a class without learners are an empty table", async () => {
    const { classId, name, joinCode } = await aClass({ teacher, courseId: quiz.courseId });
    expect(await classScores(teacher.viewer, { classId })).toMatchObject({
      class: { id: classId, name, joinCode },
      learners: [],
      quizMeans: [null],
      handedIn: [0],
    });
  });

  test("lead to every attempt of a learner", async () => {
    const [anna] = await learners("Anna");
    const { classId } = await aClass({ teacher, learners: [anna!], courseId: quiz.courseId });
    const asked = { classId, personId: anna!.personId };
    expect(await learnerAttempts(teacher.viewer, asked)).toMatchObject({
      learner: { displayName: "Anna" },
      quizzes: [],
    });
    const first = await handedIn(anna!, quiz, "R");
    const second = await answered(anna!, quiz, "");
    const { quizzes } = await learnerAttempts(teacher.viewer, asked);
    expect(quizzes).toHaveLength(1);
    expect(quizzes[0]!.attempts.map(({ id, number, points }) => ({ id, number, points }))).toEqual([
      { id: second, number: 2, points: null },
      { id: first, number: 1, points: 1 },
    ]);
  });

  test("are listed with the number of learners", async () => {
    const alone = await aTeacher({ schoolId });
    const people = await learners("Anna", "Boris");
    const { classId, name } = await aClass({ teacher: alone, learners: people, courseId: quiz.courseId });
    expect(await myClasses(alone.viewer)).toMatchObject([{ id: classId, name, learners: 2 }]);
  });
});

describe("a learner's home", () => {
  test("shows what was read, the best score, what is open and the classes", async () => {
    const [anna] = await learners("Anna");
    const { classId, name } = await aClass({ teacher, learners: [anna!], courseId: quiz.courseId });
    await markLessonRead(anna!.viewer, quiz);
    await markLessonRead(anna!.viewer, quiz);
    await handedIn(anna!, quiz, "R");
    const best = await handedIn(anna!, quiz, "RR");
    const open = await answered(anna!, quiz, "R");
    const { lessonsRead, quizzes, classes } = await home(anna!.viewer);
    const of = quiz.items.length;
    expect(lessonsRead).toEqual([quiz.lessonId]);
    expect(classes).toEqual([{ id: classId, name, courseId: quiz.courseId }]);
    expect(quizzes.find((each) => each.quizId === quiz.quizId)).toEqual({
      quizId: quiz.quizId,
      courseId: quiz.courseId,
      lessonId: quiz.lessonId,
      scope: "lesson",
      title: "What happened?",
      attempts: 2,
      best: { attemptId: best, points: 2, maxPoints: of },
      open: { attemptId: open, answered: 1, of },
      held: false,
      openAttemptId: open,
    });
  });

  test("does not take a lesson that no course has for read", async () => {
    const [anna] = await learners("Anna");
    await expect(markLessonRead(anna!.viewer, { ...quiz, lessonId: "none" })).rejects.toHaveProperty(
      "name",
      "NotFound",
    );
  });
});
