import { describe, expect, test } from "vitest";
import type { CourseProgress } from "../me";
import type { CourseLesson, LongQuiz } from "./lessons";
import { nextStep, stepsOf } from "./next-step";

const undivided = { parts: [part("all", ["munich", "pact", "baltic"])] };

describe("what to do next", () => {
  test("is the first lesson for a visitor, and for a learner who has done nothing", () => {
    expect(nextStep(undivided, null)).toMatchObject({ kind: "begin", href: "/lessons/munich" });
    expect(nextStep(undivided, progress([], {}))).toMatchObject({ kind: "begin", href: "/lessons/munich" });
  });

  test("is the quiz of a lesson that was read", () => {
    expect(nextStep(undivided, progress(["munich"], {}))).toMatchObject({ kind: "quiz", href: "/quizzes/munich-quiz" });
  });

  test("is the assignment where a teacher has set that quiz and it is to do", () => {
    const read = progress(["munich"], {}, { "munich-quiz": "set" });
    expect(nextStep(undivided, read)).toMatchObject({ kind: "quiz", href: "/assignments/set" });
  });

  test("is the lesson before its quiz, and the attempt that runs, whatever is set", () => {
    const set = { "munich-quiz": "set", "pact-quiz": "other" };
    expect(nextStep(undivided, progress([], {}, set))).toMatchObject({ href: "/lessons/munich" });
    expect(nextStep(undivided, progress(["munich"], { "pact-quiz": "open" }, set))).toMatchObject({
      href: "/attempts/attempt",
    });
  });

  test("is the next lesson when one is done", () => {
    expect(nextStep(undivided, progress(["munich"], { "munich-quiz": 0.5 }))).toMatchObject({
      kind: "read",
      href: "/lessons/pact",
    });
  });

  test("is an open attempt before all else", () => {
    expect(nextStep(undivided, progress([], { "baltic-quiz": "open" }))).toMatchObject({
      kind: "resume",
      href: "/attempts/attempt",
    });
  });

  test("is the weakest quiz when everything is done", () => {
    const all = progress(["munich", "pact", "baltic"], { "munich-quiz": 0.9, "pact-quiz": 0.4, "baltic-quiz": 1 });
    expect(nextStep(undivided, all)).toMatchObject({ kind: "done", href: "/quizzes/pact-quiz" });
  });

  test("is nothing in a course without lessons", () => {
    expect(nextStep({ parts: [] }, null)).toBeNull();
  });
});

describe("what to do next in a course of parts", () => {
  const course = { parts: [part("one", ["munich"], "part-1"), part("two", ["pact"], "part-2")], final: long("final") };
  const lessons = { "munich-quiz": 0.9, "pact-quiz": 0.9 };

  test("leads from each part's lessons to its quiz, and from the last to the final", () => {
    expect(stepsOf(course).map(({ quizId }) => quizId)).toEqual([
      "munich-quiz",
      "part-1",
      "pact-quiz",
      "part-2",
      "final",
    ]);
  });

  test("is a part's quiz when its lessons are done, before the next part's lessons", () => {
    const done = progress(["munich"], { "munich-quiz": 0.9 });
    expect(nextStep(course, done)).toMatchObject({ kind: "quiz", about: "part", href: "/quizzes/part-1" });
    expect(nextStep(course, progress(["munich"], { "munich-quiz": 0.9, "part-1": 0.5 }))).toMatchObject({
      kind: "read",
      href: "/lessons/pact",
    });
  });

  test("is the final at the end", () => {
    const all = progress(["munich", "pact"], { ...lessons, "part-1": 0.5, "part-2": 0.5 });
    expect(nextStep(course, all)).toMatchObject({ about: "course", href: "/quizzes/final", button: "Take the final" });
  });

  test("goes on where a long quiz was left, and counts it among the weakest", () => {
    expect(nextStep(course, progress(["munich"], { "part-1": "open" }))).toMatchObject({
      kind: "resume",
      about: "part",
      href: "/attempts/attempt",
    });
    const all = progress(["munich", "pact"], { ...lessons, "part-1": 0.8, "part-2": 0.7, final: 0.2 });
    expect(nextStep(course, all)).toMatchObject({ kind: "done", about: "course", href: "/quizzes/final" });
    // There is nothing to win where every question was dropped.
    all.quizzes[0]!.best = { points: 0, maxPoints: 0 };
    expect(nextStep(course, all)).toMatchObject({ kind: "done", about: "course", href: "/quizzes/final" });
  });

  test("passes over a long quiz that no release shows yet", () => {
    const done = progress(["munich"], { "munich-quiz": 0.9 });
    const unpublished = { ...done, quizzes: done.quizzes.filter(({ quizId }) => quizId !== "part-1") };
    expect(nextStep(course, unpublished)).toMatchObject({ kind: "read", href: "/lessons/pact" });
  });
});

function part(id: string, lessons: string[], quiz?: string) {
  return {
    id,
    title: id,
    origin: "1938-09",
    lessons: lessons.map((each, index) => lesson(each, index + 1)),
    toCome: 0,
    ...(quiz ? { quiz: long(quiz) } : {}),
  };
}

function long(id: string): LongQuiz {
  return { id, title: id, questions: 20, points: 40, first: 1, last: 4 };
}

function lesson(id: string, number: number): CourseLesson {
  return {
    id,
    number,
    quizId: `${id}-quiz`,
    title: id,
    summary: [],
    from: "1938-09",
    to: "1938-10",
    dateText: "",
    minutes: 5,
  };
}

/** Every quiz is published; those that are named have been begun or handed in, or set. */
function progress(
  lessonsRead: string[],
  scores: Record<string, number | "open">,
  set: Record<string, string> = {},
): CourseProgress {
  const quizzes = ["munich-quiz", "pact-quiz", "baltic-quiz", "part-1", "part-2", "final"];
  return {
    lessonsRead,
    quizzes: quizzes.map((quizId) => {
      const score = scores[quizId];
      return {
        quizId,
        lessonId: quizId,
        best: typeof score === "number" ? { points: score * 10, maxPoints: 10 } : null,
        open: score === "open" ? "attempt" : null,
        assignment: set[quizId],
      };
    }),
  };
}
