import { afterAll, describe, expect, test } from "vitest";

import { aLearner, aPublishedQuiz, aSchool } from "@/test/factories";

import { attemptQuestion, startAttempt } from "./attempts";
import { closeDatabase, database } from "./database";
import { publish, type PublishableCourse, type PublishableItem } from "./publish";
import { systemViewer } from "./viewer";

const system = systemViewer("a test publishes");
afterAll(closeDatabase);

async function aCourse(): Promise<PublishableCourse> {
  const { courseId, quizId, lessonId, rules, items } = await aPublishedQuiz();
  return {
    id: courseId,
    quizzes: [{ id: quizId, lessonId, title: "What happened?", shortTitle: "What happened?", rules, items }],
  };
}

const reworded = (course: PublishableCourse, prompt: string): PublishableCourse => ({
  ...course,
  quizzes: course.quizzes.map((quiz) => ({
    ...quiz,
    items: quiz.items.map((item, index) =>
      index === 0 ? { ...item, variants: [{ ...item.variants[0]!, prompt }] } : item,
    ),
  })),
});

const versions = async (course: PublishableCourse) => ({
  releases: await database().release.count({ where: { courseId: course.id } }),
  quizzes: await database().quizVersion.count({ where: { courseId: course.id } }),
  items: await database().itemVersion.count({
    where: { itemId: { in: course.quizzes[0]!.items.map((item) => item.id) } },
  }),
});

describe("publishing", () => {
  test("the same content again changes nothing, however its files are laid out", async () => {
    const course = await aCourse();
    const before = await versions(course);
    const turned = JSON.parse(JSON.stringify(course), (_, value: unknown) =>
      value && typeof value === "object" && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    ) as PublishableCourse;
    expect(await publish(system, turned)).toMatchObject({ changed: false, newItems: 0, newQuizzes: 0 });
    expect(await versions(course)).toEqual(before);
  });

  test("a changed question makes one new version of it and one of its quiz", async () => {
    const course = await aCourse();
    expect(await publish(system, reworded(course, "What really happened?"))).toMatchObject({
      changed: true,
      newItems: 1,
      newQuizzes: 1,
    });
    const { itemId, version } = await database().itemVersion.findFirstOrThrow({
      where: { prompt: "What really happened?", itemId: course.quizzes[0]!.items[0]!.id },
    });
    expect({ itemId, version }).toEqual({ itemId: course.quizzes[0]!.items[0]!.id, version: 2 });
  });

  test("what was published before, after something else, makes it current again without new versions", async () => {
    const course = await aCourse();
    const other = reworded(course, "Something else?");
    await publish(system, other);
    const before = await versions(course);
    expect(await publish(system, course)).toMatchObject({ changed: true, newItems: 0, newQuizzes: 0 });
    expect(await versions(course)).toEqual(before);
    const { schoolId } = await aSchool();
    const { viewer } = await aLearner({ schoolId });
    const { attemptId } = await startAttempt(viewer, { quizId: course.quizzes[0]!.id });
    const { question } = await attemptQuestion(viewer, { attemptId, position: 1 });
    expect(question.prompt).toBe(course.quizzes[0]!.items[0]!.variants[0]!.prompt);
  });

  test("twice at once is once", async () => {
    const course = reworded(await aCourse(), "At once?");
    const published = await Promise.all(Array.from({ length: 5 }, () => publish(system, course)));
    expect(published.filter((each) => each.changed)).toHaveLength(1);
    expect(new Set(published.map((each) => each.releaseId)).size).toBe(1);
  });

  test("a question that does not fit its kind is refused, and nothing of the course is written", async () => {
    const course = await aCourse();
    const before = await versions(course);
    const broken = reworded(course, "Broken?");
    const [quiz] = broken.quizzes;
    const items = quiz!.items.map((item, index) =>
      index === 1 ? { ...item, variants: [{ ...item.variants[0]!, body: "nonsense" }] } : item,
    );
    await expect(publish(system, { ...broken, quizzes: [{ ...quiz!, items }] })).rejects.toThrow(/is not one of kind/);
    expect(await versions(course)).toEqual(before);
  });

  test.each<[string, (item: PublishableItem) => Partial<PublishableItem>, RegExp]>([
    ["a question without a variant", () => ({ variants: [] }), /has 0 variants/],
    ["a question worth half a point", () => ({ points: 0.5 }), /is worth 0.5/],
    ["two variants under one id", ({ variants: [one] }) => ({ variants: [one!, one!] }), /have one id/],
    [
      "hints that do not cost what was said",
      ({ variants: [one] }) => ({
        variants: [{ ...one!, key: { ...one!.key, hints: [{ text: "Think.", cost: 0.5 }] } }],
      }),
      /do not cost what its rules say/,
    ],
  ])("%s is refused, and nothing is written", async (_, change, why) => {
    const course = reworded(await aCourse(), "Ruled out?");
    const before = await versions(course);
    const quizzes = course.quizzes.map((quiz) => ({
      ...quiz,
      items: quiz.items.map((item, index) => (index === 0 ? { ...item, ...change(item) } : item)),
    }));
    await expect(publish(system, { ...course, quizzes })).rejects.toThrow(why);
    expect(await versions(course)).toEqual(before);
  });

  test("other rules make a new version of the quiz and none of its questions", async () => {
    const course = await aCourse();
    const [quiz] = course.quizzes;
    const stricter = { ...course, quizzes: [{ ...quiz!, rules: { ...quiz!.rules, tries: 3, penalty: 0.25 } }] };
    expect(await publish(system, stricter)).toMatchObject({ changed: true, newItems: 0, newQuizzes: 1 });
  });

  test("every variant is a version of its own, at the same position", async () => {
    const { quizId, items } = await aPublishedQuiz({ variants: 3 });
    const rows = await database().quizVersionItem.findMany({
      where: { quizVersion: { quizId }, position: 1 },
      orderBy: { variant: "asc" },
      select: { variant: true, points: true, itemVersion: { select: { itemId: true } } },
    });
    expect(rows).toEqual(
      items[0]!.variants.map(({ id }, index) => ({ variant: index + 1, points: 1, itemVersion: { itemId: id } })),
    );
  });

  test("a key is left out of what a query does not ask for by name", async () => {
    await aCourse();
    const row = await database().itemVersion.findFirstOrThrow();
    expect(row).not.toHaveProperty("key");
  });
});
