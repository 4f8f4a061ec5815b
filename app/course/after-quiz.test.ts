import { expect, test } from "vitest";
import { afterQuiz } from "./after-quiz";

const lesson = (id: string, number: number) => ({
  ...{ id, number, quizId: `${id}-quiz`, title: id, summary: [], from: "1938-09", to: "1938-10" },
  ...{ dateText: "", minutes: 5 },
});
const long = (id: string, first: number, last: number) => ({ id, title: id, questions: 20, points: 40, first, last });
const course = {
  parts: [
    {
      id: "one",
      title: "One",
      origin: "1938-09",
      toCome: 0,
      lessons: [lesson("munich", 1)],
      quiz: long("part-1", 1, 1),
    },
    { id: "two", title: "Two", origin: "1939-08", toCome: 0, lessons: [lesson("pact", 2)] },
  ],
  final: long("final", 1, 2),
};

test("after a quiz comes what the course has next", () => {
  expect(afterQuiz(course, "munich-quiz")).toMatchObject({
    href: "/quizzes/part-1",
    what: "the quiz on lessons 1 to 1",
  });
  expect(afterQuiz(course, "part-1")).toMatchObject({ href: "/lessons/pact", what: "lesson 2" });
  expect(afterQuiz(course, "pact-quiz")).toMatchObject({ href: "/quizzes/final", what: "the final" });
  expect(afterQuiz(course, "final")).toBeUndefined();
  expect(afterQuiz(course, "a-quiz-of-yesterday")).toBeUndefined();
});
