import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { aClass, aLearner, anAssignment, aPublishedQuiz, aSchool, aTeacher, handedIn } from "@/test/factories";
import type { SomePerson, SomeQuiz } from "@/test/factories";

import { closeDatabase, database } from "./database";
import { decide, type DecisionWanted } from "./decisions";
import { wholeGradebook } from "./gradebook";
import { placeAssignments, setCategories, setTotals } from "./gradebook-settings";
import { learnerCell } from "./learner-cell";
import { makeChange } from "./marking-changes";
import { myAssignments } from "./own-assignments";
import { learnerScores, myScores } from "./score-sheets";

/** The gradebook, a learner's sheet and their own pages compute from different queries: they must say the same. */

afterAll(closeDatabase);

let quiz: SomeQuiz;
let teacher: SomePerson;
let learners: SomePerson[];
let classId: string;
let assignments: string[];

const sits = (who: SomePerson, assignmentId: string, right: number) =>
  handedIn(who, quiz, "R".repeat(right), assignmentId);

async function decided(
  who: SomePerson,
  assignmentId: string,
  more: Pick<DecisionWanted, "what" | "value" | "attemptId">,
): Promise<void> {
  const answer = await decide(teacher.viewer, {
    ...{ classId, assignmentId, personId: who.personId, reason: "A word" },
    ...more,
  });
  if (answer.state !== "decided") throw new Error(JSON.stringify(answer.slips));
}

beforeAll(async () => {
  const { schoolId } = await aSchool();
  quiz = await aPublishedQuiz();
  teacher = await aTeacher({ schoolId });
  learners = [];
  for (let n = 0; n < 4; n++) learners.push(await aLearner({ schoolId }));
  ({ classId } = await aClass({ teacher, learners, courseId: quiz.courseId }));
  const set = (more: Partial<Parameters<typeof anAssignment>[0]>) =>
    anAssignment({ teacher, classId, quizId: quiz.quizId, ...more });
  const late = { accept: true, deduction: 0.25, per: "once", atMost: 1 } as const;
  assignments = [];
  for (const more of [
    { counts: "mean" },
    { counts: "best", dueAt: 600, late },
    { counts: "last" },
    { counts: "first" },
  ] as const)
    assignments.push((await set(more)).assignmentId);
  const [mean, due, last, dropped] = assignments as [string, string, string, string];
  const [a, b, c, d] = learners as [SomePerson, SomePerson, SomePerson, SomePerson];

  for (const right of [1, 4, 6]) await sits(a, mean, right);
  await decided(a, mean, { what: "void", attemptId: await sits(a, mean, 8) });
  await sits(b, mean, 5);
  await decided(b, mean, { what: "score", value: 2.5 });
  await decided(c, mean, { what: "excuse" });

  await sits(a, due, 6);
  await database().assignment.updateMany({ where: { id: due }, data: { dueAt: new Date(Date.now() - 3_600_000) } });
  await sits(a, due, 7);
  await sits(b, due, 7);
  await decided(c, due, { what: "score", value: 3 });

  await sits(a, last, 3);
  await sits(a, last, 2);
  await decided(b, last, { what: "void", attemptId: await sits(b, last, 2) });
  await sits(d, last, quiz.items.length);

  const attemptId = await sits(a, dropped, 2);
  await sits(b, dropped, 3);
  const about = { classId, assignmentId: dropped, attemptId, position: 9 };
  const change = { what: "drop", scope: "assignment", neverLower: false, reason: "Badly put", note: "" } as const;
  expect(await makeChange(teacher.viewer, { ...about, ...change })).toMatchObject({ state: "made" });
  // Out of the whole paper, for who has none in which the question could be dropped.
  await decided(c, dropped, { what: "score", value: quiz.items.length });
  await decided(d, dropped, { what: "score", value: 1 });

  const lines = ["Homework", "Tests"].map((name, index) => {
    return { categoryId: null, name, weight: index + 1, dropLowest: 1 - index, remove: false };
  });
  expect(await setCategories(teacher.viewer, { classId, wanted: lines })).toEqual({ state: "saved" });
  const categories = await database().category.findMany({ where: { classId }, orderBy: { position: "asc" } });
  const wanted = assignments.map((assignmentId, index) => {
    return { assignmentId, categoryId: categories[index < 3 ? 0 : 1]!.id, weight: index === 1 ? 5 : null };
  });
  expect(await placeAssignments(teacher.viewer, { classId, wanted })).toEqual({ state: "saved" });
  const totals = { as: "percent", outOf: null, scale: [{ name: "Done", from: 0 }], missing: "after-due" };
  expect(await setTotals(teacher.viewer, { classId, wanted: totals })).toEqual({ state: "saved" });
  // Open, each would hold back from who has not handed it in what the others at the same quiz would tell.
  await database().assignment.updateMany({ where: { classId }, data: { closesAt: new Date(Date.now() - 1000) } });
});

const figures = (score: { points: number; maxPoints: number } | null) =>
  score && { points: score.points, maxPoints: score.maxPoints };

describe("a learner's scores", () => {
  test.each([0, 1, 2, 3])(
    "are the same in the gradebook, in their cell, on their sheet and on their own pages (%i)",
    async (n) => {
      const { viewer, personId } = learners[n]!;
      const book = await wholeGradebook(teacher.viewer, { classId });
      const row = book.learners.find((each) => each.personId === personId)!;
      const sheet = await learnerScores(teacher.viewer, { classId, personId });
      const [own] = await myScores(viewer);
      const home = await myAssignments(viewer);
      for (const [index, { assignmentId }] of book.columns.entries()) {
        const cell = row.cells[index]!;
        const said = { state: cell.state, score: figures(cell.score), counts: cell.counts };
        const { line } = await learnerCell(teacher.viewer, { classId, assignmentId, personId });
        for (const each of [sheet.lines.find((one) => one.assignmentId === assignmentId)!, line]) {
          const { state, score, counts } = each.cell;
          expect({ state, score: figures(score), counts }).toEqual(said);
          expect(each.maxPoints).toBe(book.columns[index]!.maxPoints);
        }
        // Nothing of theirs is out of more than it can be.
        expect(cell.score?.share ?? 0).toBeLessThanOrEqual(1);
        expect(figures(home.find(({ id }) => id === assignmentId)!.score)).toEqual(said.score);
        expect(own!.lines.find((one) => one.assignmentId === assignmentId)!.cell.counts).toEqual(said.counts);
      }
      expect(sheet.total).toEqual(row.total);
      expect(own!.total).toEqual(row.total);
    },
  );
});
