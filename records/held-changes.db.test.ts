import { afterAll, beforeEach, describe, expect, test } from "vitest";

import type { ShowRule } from "@/assessment/show-rules";
import {
  allShownFrom,
  aClass,
  aLearner,
  anAssignment,
  aPublishedQuiz,
  aSchool,
  aTeacher,
  SECRET,
  handedIn,
  type SomePerson,
  type SomeQuiz,
} from "@/test/factories";

import { attemptDecisions } from "./attempt-decisions";
import { attemptMarks } from "./attempt-marks";
import { closeDatabase, database } from "./database";
import { decide } from "./decisions";
import { makeChange, undoChange } from "./marking-changes";
import { myScores } from "./score-sheets";

afterAll(closeDatabase);

let quiz: SomeQuiz;
let teacher: SomePerson;
let anna: SomePerson;
let classId: string;

beforeEach(async () => {
  const { schoolId } = await aSchool();
  [quiz, teacher, anna] = await Promise.all([aPublishedQuiz(), aTeacher({ schoolId }), aLearner({ schoolId })]);
  ({ classId } = await aClass({ teacher, learners: [anna], courseId: quiz.courseId }));
});

const reason = `Badly put: ${SECRET}`;
const never: ShowRule = allShownFrom("never");

/** Handed in with a wrong answer to the first question, which everybody is then given the points for. */
async function changed(show: Partial<ShowRule>) {
  const { assignmentId } = await anAssignment({
    teacher,
    classId,
    quizId: quiz.quizId,
    closesAt: 60,
    show: { ...never, ...show },
  });
  const attemptId = await handedIn(anna, quiz, "W", assignmentId);
  const change = { what: "full", scope: "assignment", ...{ classId, assignmentId, attemptId, position: 1 } } as const;
  const made = await makeChange(teacher.viewer, { ...change, neverLower: false, reason, note: SECRET });
  expect(made).toMatchObject({ state: "made", changed: 1 });
  return { assignmentId, attemptId, changeId: made.state === "made" ? made.changeId : "" };
}

async function told(attemptId: string) {
  const [sheet] = await myScores(anna.viewer);
  const decisions = await attemptDecisions(anna.viewer, { attemptId });
  return { changes: decisions.changes, line: sheet!.lines[0]!, all: JSON.stringify([sheet, decisions]) };
}

describe("a change of marking, told to its learner", () => {
  test("names no question and says no word of it while right and wrong are held back; what it gave shows in the score", async () => {
    const { assignmentId, attemptId } = await changed({ score: "after" });
    const { changes, line, all } = await told(attemptId);
    expect(changes).toMatchObject([{ before: 0, after: 1, positions: [], reason: "", note: "" }]);
    expect(line.changes).toMatchObject([{ positions: [], reason: "", note: "" }]);
    expect(all).not.toContain(SECRET);
    // What a teacher has written is not kept for good.
    await database().assignment.updateMany({ where: { id: assignmentId }, data: { closesAt: new Date(0) } });
    expect((await told(attemptId)).line.changes).toMatchObject([{ positions: [], reason, note: SECRET }]);
  });

  test("is one line still when it was taken back, which says so and by whom; its words go", async () => {
    const { attemptId, changeId } = await changed({ score: "after", correctness: "after" });
    expect((await told(attemptId)).changes).toMatchObject([{ positions: [1], reason, note: SECRET, undone: null }]);
    await undoChange(teacher.viewer, { changeId });
    const { changes, line } = await told(attemptId);
    expect(changes).toMatchObject([{ changeId, before: 0, after: 1, positions: [1], reason: "", note: "" }]);
    expect(changes[0]!.undone).toMatchObject({ by: "Ilze Kalniņa", at: expect.any(Date) as unknown });
    expect(line.changes).toEqual(changes);
  });

  test("is not told at all while the score is held back, though right and wrong are shown; nor are points by hand", async () => {
    const { assignmentId, attemptId } = await changed({ correctness: "after" });
    const { itemId } = (await attemptMarks(teacher.viewer, { attemptId })).questions.get(2)!;
    const about = { classId, assignmentId, attemptId, personId: anna.personId };
    const given = await decide(teacher.viewer, { ...about, itemId, what: "question", value: 1, reason: SECRET });
    expect(given.state).toBe("decided");
    const { questions } = await attemptMarks(anna.viewer, { attemptId });
    expect(questions.get(1)).toMatchObject({ points: null, by: "everyone", changes: [], forEveryone: null });
    expect(questions.get(2)).toMatchObject({ points: null, by: "marking", changes: [] });
    expect(JSON.stringify([...questions.values()])).not.toContain(SECRET);
    const { changes, all } = await told(attemptId);
    expect(changes).toEqual([]);
    expect(all).not.toContain(SECRET);
  });

  test("says why at the question, to who lost or won by it and to who hands in afterwards; not once it is undone", async () => {
    const { assignmentId, attemptId, changeId } = await changed({ score: "after", correctness: "after" });
    const later = await handedIn(anna, quiz, "W", assignmentId);
    const first = async (of: string) => (await attemptMarks(anna.viewer, { attemptId: of })).questions.get(1)!;
    expect(await first(attemptId)).toMatchObject({ changes: [{ reason, note: SECRET }], forEveryone: null });
    expect(await first(later)).toMatchObject({ by: "everyone", changes: [], forEveryone: { reason, note: SECRET } });
    await undoChange(teacher.viewer, { changeId });
    expect(await first(later)).toMatchObject({ by: "marking", forEveryone: null });
  });
});
