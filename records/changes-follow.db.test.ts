import { afterAll, beforeEach, describe, expect, test } from "vitest";

import { aClass, aLearner, anAssignment, aPublishedQuiz, aSchool, aTeacher, handedIn } from "@/test/factories";
import type { SomePerson, SomeQuiz } from "@/test/factories";

import { addTeacher } from "./class-people";
import { closeDatabase, database } from "./database";
import { attemptExport } from "./exporting";
import { makeChange, undoChange } from "./marking-changes";
import { regrade } from "./regrade";
import { joinClass } from "./sign-up";

afterAll(closeDatabase);

const position = 4;

let quiz: SomeQuiz;
let teacher: SomePerson;
let colleague: SomePerson;
let anna: SomePerson;
let room: Awaited<ReturnType<typeof aClass>>;

beforeEach(async () => {
  const { schoolId } = await aSchool();
  quiz = await aPublishedQuiz();
  [teacher, colleague, anna] = [
    await aTeacher({ schoolId }),
    await aTeacher({ schoolId }),
    await aLearner({ schoolId }),
  ];
  room = await aClass({ teacher, learners: [anna], courseId: quiz.courseId });
});

/** Answers one question wrongly, for an assignment or for themselves, and hands in. */
const sits = (who: SomePerson, assignmentId?: string) => handedIn(who, quiz, "W".padStart(position, "-"), assignmentId);

/** The teacher accepts that answer in all their classes. */
async function accepted(attemptId: string): Promise<string> {
  const { classId } = room;
  const made = await makeChange(teacher.viewer, {
    ...{ what: "accept", scope: "mine", classId, attemptId, position, neverLower: false },
    ...{ reason: "It is right too", note: "" },
  });
  if (made.state !== "made") throw new Error(JSON.stringify(made.slips));
  return made.changeId;
}

/** Its points, which are those of its evidence and of what holds. */
async function points(who: SomePerson, attemptId: string): Promise<number> {
  const { items } = await attemptExport(who.viewer, { attemptId });
  for (const [index, item] of items.entries()) expect(regrade(item, index + 1)).toMatchObject({ asRecorded: true });
  const row = await database().attempt.findFirstOrThrow({ where: { id: attemptId } });
  return row.points!;
}

describe("a teacher's changes", () => {
  test("come with them to another class, to its practice too; and if two say the same, undoing one changes nothing", async () => {
    const { assignmentId } = await anAssignment({ teacher, classId: room.classId, quizId: quiz.quizId });
    const first = await sits(anna, assignmentId);
    const one = await accepted(first);
    const two = await accepted(first);
    const boris = await aLearner({ schoolId: anna.schoolId });
    const { classId } = await aClass({ teacher: colleague, learners: [boris], courseId: quiz.courseId });
    const set = await anAssignment({ teacher: colleague, classId, quizId: quiz.quizId });
    const [work, practice] = [await sits(boris, set.assignmentId), await sits(boris)];
    expect(await points(boris, work)).toBe(0);
    await addTeacher(colleague.viewer, { classId, userName: teacher.userName });
    expect(await points(boris, work)).toBe(1);
    expect(await points(boris, practice)).toBe(1);
    await undoChange(teacher.viewer, { changeId: one });
    expect(await points(boris, work)).toBe(1);
    await undoChange(teacher.viewer, { changeId: two });
    expect(await points(boris, work)).toBe(0);
    expect(await points(boris, practice)).toBe(0);
  });

  test("hold for what a newcomer practises from then on; what they handed in before is as it was marked", async () => {
    const { assignmentId } = await anAssignment({ teacher, classId: room.classId, quizId: quiz.quizId });
    const clara = await aLearner({ schoolId: anna.schoolId });
    const before = await sits(clara);
    await accepted(await sits(anna, assignmentId));
    await joinClass(clara.viewer, { code: room.joinCode });
    expect(await points(teacher, before)).toBe(0);
    expect(await points(teacher, await sits(clara))).toBe(1);
    // What is changed after they came is changed for all that they did.
    await accepted(await sits(anna, assignmentId));
    expect(await points(teacher, before)).toBe(1);
  });
});
