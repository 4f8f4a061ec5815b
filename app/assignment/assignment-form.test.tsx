import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { AssignmentChoices } from "@/records";
import { AssignmentForm } from "./assignment-form";
import { newValues } from "./wanted";

const choices: AssignmentChoices = {
  class: { id: "class", name: "9b", courseId: "course", timeZone: "Europe/Riga", archived: false },
  quizzes: [{ quizId: "quiz", title: "Munich", lessonId: "munich", scope: "lesson" }],
  groups: [],
  categories: [{ id: "tests", name: "Tests" }],
  weighted: true,
};

/** The names of the folds that are open. */
function open(values: Readonly<Record<string, string>>, notes: Readonly<Record<string, readonly string[]>> = {}) {
  const html = renderToStaticMarkup(
    <AssignmentForm
      action={(state) => Promise.resolve(state)}
      choices={choices}
      values={{ ...newValues, quiz: "quiz", ...values }}
      notes={notes}
      hidden={{}}
      submit="Set it"
    />,
  );
  expect(html.match(/<details/g)).toHaveLength(4);
  return [...html.matchAll(/<details[^>]*open=""[^>]*><summary[^>]*><span[^>]*>(.*?)<\/span>/g)].map(
    ([, name]) => name,
  );
}

test("a new assignment shows what, for whom and when; the rest is folded", () => expect(open({})).toEqual([]));

test.each([
  [{ title: "Homework", dueAt: "2026-10-05T08:00" }, []],
  [{ "late.deduction": "25" }, ["Late work"]],
  [{ timeLimit: "20" }, ["Time and attempts"]],
  [{ category: "tests" }, ["Time and attempts"]],
  [{ shuffle: "on" }, ["How it is asked"]],
  [{ "show.key": "never", pages: "one" }, ["How it is asked", "What learners see, and when"]],
])("a fold is open where something is not as in a new one: %o", (values, names) => expect(open(values)).toEqual(names));

test("and where something is to be known of a field", () =>
  expect(open({}, { "show.key": ["Learners can tell others."] })).toEqual(["What learners see, and when"]));
