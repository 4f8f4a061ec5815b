import { expect, test } from "vitest";
import { newValues, numberIn, valuesOf, wantedFrom } from "./wanted";

function formOf(values: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
}

test("Numbers are read as people write them", () => {
  expect(["", " ", "20", "7,5", "7.5", "ten", "1 000"].map(numberIn)).toEqual([null, null, 20, 7.5, 7.5, NaN, NaN]);
});

test("What stands in the form of an assignment is that assignment when it is sent back", () => {
  const show = {
    score: "after",
    correctness: "during",
    key: "closed",
    feedback: "never",
    closedMeans: "learner",
  } as const;
  const local = { opensAt: "2026-10-05T08:00", dueAt: "", closesAt: "2026-10-06T08:00" };
  const assignment = {
    ...{
      id: "a",
      title: "Test",
      quizId: "quiz",
      groupId: null,
      categoryId: "tests",
      withLesson: true,
      counts: "mean",
      show,
      local,
    },
    ...{ certainty: false, shuffle: true, onePage: true, asksPassword: true },
    rules: {
      ...{ opensAt: null, dueAt: null, closesAt: null, timeLimit: 90, grace: 30, attempts: 2 },
      late: { accept: true, deduction: 1 / 8, per: "once", atMost: 0.5 },
    },
  } as const;
  const values = valuesOf({ assignment, warnings: [], learners: [], exceptions: [] } as never);
  const { timeLimit, grace, late, attempts } = assignment.rules;
  expect(wantedFrom(formOf(values), new Map())).toEqual({
    ...{
      title: "Test",
      quizId: "quiz",
      groupId: null,
      categoryId: "tests",
      withLesson: true,
      ...local,
      counts: "mean",
      show,
    },
    ...{
      timeLimit: timeLimit / 60,
      grace,
      late,
      attempts,
      certainty: false,
      shuffle: true,
      onePage: true,
      password: undefined,
    },
  });
});

test("An empty title is the quiz's, and a password is taken away only when that is ticked", () => {
  const titles = new Map([["quiz", "The pact"]]);
  expect(wantedFrom(formOf({ ...newValues, quiz: "quiz" }), titles)).toMatchObject({
    title: "The pact",
    password: undefined,
    late: { accept: true, deduction: 0, atMost: 1 },
    timeLimit: null,
    attempts: null,
    certainty: null,
    shuffle: false,
    onePage: false,
  });
  expect(wantedFrom(formOf({ noPassword: "on", password: "x" }), titles).password).toBeNull();
});
