import { describe, expect, test } from "vitest";
import type { CourseProgress } from "../me";
import type { CourseLesson } from "./lessons";
import { nextStep } from "./next-step";

const lessons = ["munich", "pact", "baltic"].map((id, index) => lesson(id, index + 1));

describe("what to do next", () => {
  test("is the first lesson for a visitor, and for a learner who has done nothing", () => {
    expect(nextStep(lessons, null)).toMatchObject({ kind: "begin", href: "/lessons/munich" });
    expect(nextStep(lessons, progress([], {}))).toMatchObject({ kind: "begin", href: "/lessons/munich" });
  });

  test("is the quiz of a lesson that was read", () => {
    expect(nextStep(lessons, progress(["munich"], {}))).toMatchObject({ kind: "quiz", href: "/quizzes/munich-quiz" });
  });

  test("is the next lesson when one is done", () => {
    expect(nextStep(lessons, progress(["munich"], { munich: 0.5 }))).toMatchObject({
      kind: "read",
      href: "/lessons/pact",
    });
  });

  test("is an open attempt before all else", () => {
    expect(nextStep(lessons, progress([], { baltic: "open" }))).toMatchObject({
      kind: "resume",
      href: "/attempts/attempt",
    });
  });

  test("is the weakest quiz when everything is done", () => {
    const all = progress(["munich", "pact", "baltic"], { munich: 0.9, pact: 0.4, baltic: 1 });
    expect(nextStep(lessons, all)).toMatchObject({ kind: "done", href: "/quizzes/pact-quiz" });
  });

  test("is nothing in a course without lessons", () => {
    expect(nextStep([], null)).toBeNull();
  });
});

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

function progress(lessonsRead: string[], scores: Record<string, number | "open">): CourseProgress {
  return {
    lessonsRead,
    quizzes: Object.entries(scores).map(([lessonId, score]) => ({
      quizId: `${lessonId}-quiz`,
      lessonId,
      best: score === "open" ? null : { points: score * 10, maxPoints: 10 },
      open: score === "open" ? "attempt" : null,
    })),
  };
}
