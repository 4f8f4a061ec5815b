import { describe, expect, test, vi } from "vitest";
import { kinds } from "@/questions";
import { compileCourse } from "./compile";
import { courses, loadCourse } from "./course";
import { coverage } from "./coverage";
import { problemLine } from "./problems";

// A whole course is compiled, several times over.
vi.setConfig({ testTimeout: 60_000 });

describe.each(courses())("The course %s", (id) => {
  test("has nothing to mend", () => {
    expect(compileCourse(`content/${id}`).problems.map(problemLine)).toEqual([]);
  });

  test("is compiled once and kept", () => {
    expect(loadCourse(id)).toBe(loadCourse(id));
  });

  test("says the same on every machine: compiled twice, it has one hash", () => {
    expect(compileCourse(`content/${id}`).course?.hash).toBe(loadCourse(id).hash);
  });

  test("asks only what a passage names, in every lesson at least fifteen times", () => {
    const course = loadCourse(id);
    for (const quiz of course.quizzes) {
      expect(quiz.items.length, quiz.id).toBeGreaterThanOrEqual(15);
      for (const { key, id: item } of quiz.items.flatMap((each) => each.variants)) {
        const lesson = course.lessons.find((each) => each.id === key.why.passage.lessonId);
        const passage = lesson?.blocks.find((block) => block.type === "passage" && block.id === key.why.passage.id);
        expect(passage?.type === "passage" && passage.facts, item).toContain(key.why.fact.id);
      }
    }
  });

  test("puts nothing into a question's body that its key alone should say", () => {
    for (const { items } of loadCourse(id).quizzes) {
      for (const { body, key, id: item } of items.flatMap((each) => each.variants)) {
        const text = JSON.stringify(body);
        expect(text, item).not.toContain(key.why.right);
        expect(text, item).not.toContain(key.why.wrong);
        expect(text, item).not.toContain(key.why.fact.id);
      }
    }
  });
});

test("The main course has a use for every kind of question", () => {
  expect(Object.keys(coverage(loadCourse()).itemsByKind)).toEqual(Object.keys(kinds).sort());
});

test("has questions of which each learner is given another", () => {
  const parallel = courses()
    .flatMap((id) => loadCourse(id).quizzes.flatMap((quiz) => quiz.items))
    .filter((item) => item.variants.length > 1);
  expect(parallel.length).toBeGreaterThan(1);
  expect(parallel.some(({ rules }) => rules.hints.length > 0)).toBe(true);
});

test("A course that is not there is said so", () => {
  expect(() => loadCourse("nowhere")).toThrow("There is no course nowhere in content/.");
});
