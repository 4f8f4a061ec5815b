import { expect, test } from "vitest";
import { aroundLesson } from "./around-lesson";
import type { CourseLesson, LongQuiz } from "./lessons";

const outline = {
  parts: [part("one", ["munich", "pact"], "part-1"), part("two", ["poland"], "part-2")],
  final: long("final"),
};
const hrefs = (id: string) => {
  const { before, after } = aroundLesson(outline, id);
  return [before?.href, after.map(({ href }) => href)];
};

test("a lesson stands between its neighbours; after a part's last comes its quiz too, and after the last the final", () => {
  expect(hrefs("munich")).toEqual([undefined, ["/lessons/pact"]]);
  expect(hrefs("pact")).toEqual(["/lessons/munich", ["/quizzes/part-1", "/lessons/poland"]]);
  expect(hrefs("poland")).toEqual(["/lessons/pact", ["/quizzes/part-2", "/quizzes/final"]]);
  expect(hrefs("nowhere")).toEqual([undefined, []]);
});

function part(id: string, lessons: string[], quiz: string) {
  return { id, title: id, origin: "1938-09", lessons: lessons.map(lesson), toCome: 0, quiz: long(quiz) };
}

function long(id: string): LongQuiz {
  return { id, title: id, questions: 20, points: 40, first: 1, last: 4 };
}

function lesson(id: string): CourseLesson {
  const rest = { summary: [], from: "1938-09", to: "1938-10", dateText: "", minutes: 5 };
  return { id, number: 1, quizId: `${id}-quiz`, title: id, ...rest };
}
