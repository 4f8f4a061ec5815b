import { afterAll, describe, expect, test } from "vitest";

import { seedAt } from "@/records/seed";
import { drawVariant } from "@/questions/variant";
import { aClass, aLearner, aPublishedQuiz, aSchool, aTeacher } from "@/test/factories";

import { attemptOverview, attemptQuestion, quizOverview, startAttempt } from "./attempts";
import { closeDatabase, database } from "./database";
import { home } from "./progress";
import { publish, type PublishableCourse, type PublishableItem, type PublishableQuiz } from "./publish";
import { attemptResult } from "./results";
import { classScores } from "./scores";
import { submitAttempt } from "./submitting";
import { systemViewer } from "./viewer";

const system = systemViewer("a test publishes a long quiz");
afterAll(closeDatabase);

const rated = (items: readonly PublishableItem[]) =>
  items.map((item) => ({ ...item, skill: "dates", difficulty: 2 }) satisfies PublishableItem);

/** A lesson's quiz, and a final whose first position is a slot of four of its questions, of as many kinds. */
async function aCourse() {
  const { courseId, quizId, lessonId, rules, items: made } = await aPublishedQuiz({ variants: 2 });
  const items = rated(made);
  const title = "What happened?";
  const lesson: PublishableQuiz = { id: quizId, lessonId, title, shortTitle: title, rules, items };
  const members = items.slice(0, 4);
  const slot: PublishableItem = {
    ...items[0]!,
    id: `${quizId}-slot`,
    points: 3,
    variants: members.flatMap(({ kind, rules, variants }) => variants.map((each) => ({ ...each, kind, rules }))),
  };
  const final: PublishableQuiz = {
    ...lesson,
    id: `${quizId}-final`,
    scope: "course",
    title: "The final",
    items: [slot, items[4]!],
  };
  const course: PublishableCourse = { id: courseId, quizzes: [lesson, final] };
  return { course, lesson, final, slot, members };
}

const ratings = async (itemIds: readonly string[]) =>
  database().itemVersion.findMany({
    where: { itemId: { in: [...itemIds] } },
    select: { itemId: true, version: true, skill: true, difficulty: true },
    orderBy: [{ itemId: "asc" }, { version: "asc" }],
  });

describe("a slot of a long quiz", () => {
  test("hands out the versions that the questions have already, each of its own kind", async () => {
    const { course, final, slot, members } = await aCourse();
    // The questions were published with the lesson's quiz; the final adds none.
    expect(await publish(system, course)).toMatchObject({ changed: true, newItems: 0, newQuizzes: 1 });
    const rows = await database().quizVersionItem.findMany({
      where: { quizVersion: { quizId: final.id }, position: 1 },
      orderBy: { variant: "asc" },
      select: { points: true, itemVersion: { select: { itemId: true, kind: true } } },
    });
    expect(rows).toEqual(slot.variants.map(({ id, kind }) => ({ points: 3, itemVersion: { itemId: id, kind } })));
    expect(new Set(rows.map((row) => row.itemVersion.kind)).size).toBe(members.length);
  });

  test("is drawn by the attempt's seed, asked, handed in and shown as the question that was drawn", async () => {
    const { course, final, slot } = await aCourse();
    await publish(system, course);
    const { schoolId } = await aSchool();
    const prompts = new Set<string>();
    for (let learner = 0; learner < 12; learner++) {
      const { viewer } = await aLearner({ schoolId });
      const { attemptId } = await startAttempt(viewer, { quizId: final.id });
      const { seed } = await database().attempt.findFirstOrThrow({ where: { id: attemptId }, select: { seed: true } });
      const drawn = slot.variants[drawVariant(seedAt(seed, 1), slot.variants.length) - 1]!;
      const { question, of } = await attemptQuestion(viewer, { attemptId, position: 1 });
      expect({ of, kind: question.kind, prompt: question.prompt, points: question.points }).toEqual({
        of: 2,
        kind: drawn.kind,
        prompt: drawn.prompt,
        points: 3,
      });
      prompts.add(question.prompt);
      const { ticks } = await attemptOverview(viewer, { attemptId });
      expect(ticks.map((tick) => tick.points)).toEqual([3, 1]);
      await submitAttempt(viewer, { attemptId });
      const result = await attemptResult(viewer, { attemptId });
      expect(result.attempt).toMatchObject({ scope: "course", maxPoints: 4 });
      expect(result.questions[0]).toMatchObject({ kind: drawn.kind, itemId: drawn.id, maxPoints: 3 });
    }
    expect(prompts.size).toBeGreaterThan(2);
  });
});

describe("the scope of a quiz", () => {
  test("is said wherever quizzes are listed, in the course's order", async () => {
    const { course, lesson, final } = await aCourse();
    await publish(system, course);
    const { schoolId } = await aSchool();
    const [learner, teacher] = [await aLearner({ schoolId }), await aTeacher({ schoolId })];
    const { viewer } = learner;
    const { classId } = await aClass({ teacher, learners: [learner], courseId: course.id });
    expect(await quizOverview(viewer, { quizId: final.id })).toMatchObject({
      scope: "course",
      questions: 2,
      maxPoints: 4,
    });
    const expected = [
      { quizId: lesson.id, scope: "lesson" },
      { quizId: final.id, scope: "course" },
    ];
    const { quizzes } = await home(viewer);
    const ours = quizzes.filter((quiz) => quiz.courseId === course.id);
    expect(ours.map(({ quizId, scope }) => ({ quizId, scope }))).toEqual(expected);
    const scores = await classScores(teacher.viewer, { classId });
    expect(scores.quizzes.map(({ quizId, scope }) => ({ quizId, scope }))).toEqual(expected);
  });

  test("makes a new version of a quiz when it changes, and none where it was a lesson's all along", async () => {
    const { course, lesson, final } = await aCourse();
    await publish(system, course);
    const before = await database().quizVersion.count({ where: { quizId: { in: [lesson.id, final.id] } } });
    const part = {
      ...course,
      quizzes: [
        { ...lesson, scope: "lesson" as const },
        { ...final, scope: "part" as const },
      ],
    };
    expect(await publish(system, part)).toMatchObject({ changed: true, newItems: 0, newQuizzes: 1 });
    expect(await database().quizVersion.count({ where: { quizId: { in: [lesson.id, final.id] } } })).toBe(before + 1);
  });
});

describe("how a question is rated", () => {
  test("is written to the versions that are there, and makes no new one", async () => {
    const { course, lesson } = await aCourse();
    const ids = lesson.items.flatMap((item) => item.variants.map((each) => each.id));
    // As they were published before anybody rated them.
    expect(new Set((await ratings(ids)).map(({ skill }) => skill))).toEqual(new Set([null]));
    await publish(system, course);
    const first = await ratings(ids);
    expect(first.every(({ skill, difficulty }) => skill === "dates" && difficulty === 2)).toBe(true);

    const harder = {
      ...course,
      quizzes: [{ ...lesson, items: lesson.items.map((item) => ({ ...item, skill: "ideas", difficulty: 3 })) }],
    };
    await publish(system, { ...course, quizzes: [lesson] });
    expect(await publish(system, harder)).toMatchObject({ changed: false, newItems: 0, newQuizzes: 0 });
    const second = await ratings(ids);
    expect(second).toEqual(first.map((each) => ({ ...each, skill: "ideas", difficulty: 3 })));
  });

  test("is refused when it is half of a rating, or none", async () => {
    const { course, lesson } = await aCourse();
    for (const change of [{ difficulty: 4 }, { skill: undefined }, { difficulty: undefined }]) {
      const items = lesson.items.map((item, index) => (index === 0 ? { ...item, ...change } : item));
      const broken = { ...course, quizzes: [{ ...lesson, items: items as PublishableItem[] }] };
      await expect(publish(system, broken)).rejects.toThrow(/is no rating/);
    }
  });
});
