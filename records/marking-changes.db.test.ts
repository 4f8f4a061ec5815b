import { afterAll, beforeAll, describe, expect, test } from "vitest";

import * as records from "@/records";
import type { Fields } from "@/questions";
import { Prisma } from "@/prisma/client/client";
import {
  aClass,
  aLearner,
  anAdministrator,
  anAssignment,
  aSchool,
  aTeacher,
  unique,
  type SomePerson,
} from "@/test/factories";

import { closeDatabase, database } from "./database";
import { remark } from "./remarking";

afterAll(closeDatabase);

const system = records.systemViewer("a test publishes a course");

const why = (right: string): records.Why => ({
  right,
  wrong: "Read it again.",
  fact: { id: "a-fact", name: "A fact", revision: 1, confidence: "H" },
  passage: { lessonId: "a-lesson", lessonTitle: "A lesson", id: "a-passage", number: 1 },
  sources: [],
});

const options = ["Munich", "Moscow", "Berlin"].map((text) => ({ id: text.toLowerCase(), text }));

/** A date, a name and a choice, at 2 points each. */
async function aQuiz() {
  const name = unique();
  const course = (year = "1939", place = "moscow"): records.PublishableCourse => ({
    id: `course-${name}`,
    quizzes: [
      {
        id: `quiz-${name}`,
        lessonId: `lesson-${name}`,
        title: "The Pact",
        shortTitle: "Pact",
        rules: records.plainQuizRules,
        items: [
          {
            id: `${name}-when`,
            kind: "date",
            points: 2,
            rules: { hints: [] },
            variants: [
              {
                id: `${name}-when`,
                prompt: "When was it signed?",
                body: { precision: "year", century: 1900 },
                key: { answer: { accepted: [{ date: year }], confusable: [] }, why: why(`It was in ${year}.`) },
              },
            ],
          },
          {
            id: `${name}-who`,
            kind: "short-text",
            points: 2,
            rules: { hints: [] },
            variants: [
              {
                id: `${name}-who`,
                prompt: "Who signed it?",
                body: { asks: "text", namesakes: [] },
                key: {
                  answer: {
                    right: [
                      {
                        ...{ id: "molotov", name: "Molotov", of: "phrase", texts: ["molotov"], keys: ["molotov"] },
                        ...{ fraction: 1, aliases: ["Molotov"], aliasKeys: ["molotov"] },
                      },
                    ],
                    ...{ patterns: [], caseSensitive: false, others: [], namesakes: "ask" },
                    slips: { forgiven: true, cost: 0 },
                  },
                  why: why("He did."),
                },
              },
            ],
          },
          {
            id: `${name}-where`,
            kind: "single-choice",
            points: 2,
            rules: { hints: [] },
            variants: [
              {
                id: `${name}-where`,
                prompt: "Where?",
                body: { options },
                key: {
                  answer: { options: options.map(({ id }) => ({ id, fraction: id === place ? 1 : 0 })) },
                  why: why(`In ${place}.`),
                },
              },
            ],
          },
        ],
      },
    ],
  });
  await records.publish(system, course());
  return {
    ...{ courseId: `course-${name}`, quizId: `quiz-${name}` },
    ...{ when: `${name}-when`, who: `${name}-who`, where: `${name}-where` },
    corrected: (year: string, place = "moscow") => records.publish(system, course(year, place)),
  };
}

type Quiz = Awaited<ReturnType<typeof aQuiz>>;

interface Said {
  when?: string;
  who?: string;
  where?: string;
}

async function began(learner: SomePerson, { quizId }: Quiz, said: Said, assignmentId?: string): Promise<string> {
  const started = assignmentId
    ? await records.beginAssignment(learner.viewer, { assignmentId })
    : await records.startAttempt(learner.viewer, { quizId });
  if (!("attemptId" in started)) throw new Error(JSON.stringify(started));
  const { attemptId } = started;
  const fields: (Fields | undefined)[] = [
    said.when === undefined ? undefined : { text: [said.when] },
    said.who === undefined ? undefined : { text: [said.who] },
    said.where === undefined ? undefined : { choice: [said.where] },
  ];
  for (const [index, each] of fields.entries())
    if (each)
      await records.saveResponse(learner.viewer, {
        ...{ attemptId, position: index + 1, fields: each, revisionId: crypto.randomUUID() },
      });
  return attemptId;
}

async function handedIn(learner: SomePerson, quiz: Quiz, said: Said, assignmentId?: string): Promise<string> {
  const attemptId = await began(learner, quiz, said, assignmentId);
  await records.submitAttempt(learner.viewer, { attemptId });
  return attemptId;
}

/** The points of attempts, in order. */
async function points(...attemptIds: string[]): Promise<(number | null)[]> {
  const rows = await database().$queryRaw<{ id: string; points: number | null }[]>`
    SELECT "id", "points" FROM "Attempt" WHERE "id" = ANY(${attemptIds}::uuid[])`;
  return attemptIds.map((id) => rows.find((row) => row.id === id)!.points);
}

/** Everything that marking writes. */
async function marks(attemptIds: string[]): Promise<unknown> {
  return database().$queryRaw`
    SELECT a."points", a."maxPoints", r."position", r."outcome", r."fraction", r."points" AS "earned", r."receipt", r."mark"
    FROM "Attempt" a JOIN "Response" r ON r."attemptId" = a."id"
    WHERE a."id" = ANY(${attemptIds}::uuid[]) ORDER BY a."id", r."position"`;
}

/** Attempts whose marks would come out otherwise if they were made again now. */
async function astray(schoolId: string, quiz: Quiz): Promise<number> {
  return database().$transaction(async (transaction) => {
    let found = 0;
    for (const itemId of [quiz.when, quiz.who, quiz.where]) {
      const keep = <C>(held: readonly C[]) => held;
      for await (const { attempts, grades } of remark(transaction, {
        ...{ schoolId, itemId, which: Prisma.sql`true`, before: () => [], after: keep },
      })) {
        const stored = await transaction.$queryRaw<{ attemptId: string; position: number; points: number }[]>`
          SELECT r."attemptId", r."position", r."points" FROM "Response" r WHERE r."schoolId" = ${schoolId}::uuid`;
        for (const each of attempts) {
          if (each.before.points !== each.after.points || each.before.maxPoints !== each.after.maxPoints) found++;
          for (const { position, grade } of each.marks) {
            const row = stored.find((one) => one.attemptId === each.attemptId && one.position === position)!;
            if (row.points !== grades[grade]!.points) found++;
          }
        }
      }
    }
    return found;
  });
}

const why_ = { reason: "It is right too.", note: "Your answer counts now.", neverLower: false } as const;

async function made(viewer: records.Viewer, wanted: Partial<records.ChangeSaid> & Pick<records.ChangeSaid, "what">) {
  const done = await records.makeChange(viewer, { scope: "mine", ...why_, ...wanted });
  if (done.state !== "made") throw new Error(JSON.stringify(done.slips));
  return done;
}

describe("two teachers, a learner of both, an administrator", () => {
  let scene: Awaited<ReturnType<typeof aScene>>;
  async function aScene() {
    const { schoolId } = await aSchool();
    const quiz = await aQuiz();
    const [teacher, colleague] = [await aTeacher({ schoolId }), await aTeacher({ schoolId })];
    const administrator = await anAdministrator({ schoolId });
    const [own, both, theirs] = [
      await aLearner({ schoolId, displayName: "Anna" }),
      await aLearner({ schoolId, displayName: "Berta" }),
      await aLearner({ schoolId, displayName: "Clara" }),
    ];
    const { courseId, quizId } = quiz;
    const { classId } = await aClass({ teacher, learners: [own, both], courseId });
    const { classId: otherClass } = await aClass({ teacher: colleague, learners: [both, theirs], courseId });
    const { assignmentId } = await anAssignment({ teacher, classId, quizId });
    const { assignmentId: otherAssignment } = await anAssignment({ teacher: colleague, classId: otherClass, quizId });
    return {
      ...{ schoolId, quiz, teacher, colleague, administrator, own, both, theirs },
      ...{ classId, otherClass, assignmentId, otherAssignment },
    };
  }
  beforeAll(async () => {
    scene = await aScene();
  });

  test("an accepted alias holds in its teacher's classes, in every spelling, and nowhere else; undoing it is exact", async () => {
    const {
      quiz,
      teacher,
      colleague,
      own,
      both,
      theirs,
      classId,
      otherClass,
      assignmentId,
      otherAssignment,
      schoolId,
    } = await aScene();
    const said = { when: "1939", who: "Skriabin", where: "moscow" };
    const anna = await handedIn(own, quiz, said, assignmentId);
    const berta = await handedIn(both, quiz, { ...said, who: "SKRIABÍN" }, assignmentId);
    const bertaThere = await handedIn(both, quiz, said, otherAssignment);
    const clara = await handedIn(theirs, quiz, said, otherAssignment);
    const all = [anna, berta, bertaThere, clara];
    const before = await marks(all);
    expect(await points(...all)).toEqual([4, 4, 4, 4]);

    const wanted = { what: "accept", scope: "mine", classId, attemptId: anna, position: 2, neverLower: false } as const;
    const preview = await records.previewChange(teacher.viewer, wanted);
    expect(preview).toMatchObject({ answer: "Skriabin", prompt: "Who signed it?", unchanged: 0, open: 0, slips: [] });
    expect(
      preview.lines.map(({ learner, question, attempt, counted }) => [
        learner.displayName,
        [question?.before, question?.after],
        [attempt.before.points, attempt.after.points],
        [counted?.before.points, counted?.after.points],
      ]),
    ).toEqual([
      ["Anna", [0, 2], [4, 6], [4, 6]],
      ["Berta", [0, 2], [4, 6], [4, 6]],
    ]);
    expect(await marks(all)).toEqual(before);

    const { changeId, changed } = await made(teacher.viewer, wanted);
    expect(changed).toBe(2);
    expect(await points(...all)).toEqual([6, 6, 4, 4]);
    expect(await astray(schoolId, quiz)).toBe(0);

    const { questions } = await records.attemptResult(own.viewer, { attemptId: anna });
    const { outcome } = questions[1]!;
    expect(outcome.state === "scored" && outcome.receipt.notes[0]).toMatch(/accepted later/);
    expect((questions[1]!.answer as { right: { name: string }[] }).right.map(({ name }) => name)).toEqual([
      "Molotov",
      "Skriabin",
    ]);
    const marksOfAnna = await records.attemptMarks(own.viewer, { attemptId: anna });
    expect(marksOfAnna.questions.get(2)).toMatchObject({
      ...{ points: 2, by: "marking", mayAppeal: false },
      changes: [
        {
          what: "accept",
          before: 0,
          after: 2,
          reason: "It is right too.",
          note: "Your answer counts now.",
          undone: false,
        },
      ],
    });

    // Whoever hands in later is marked by it, a slip of the pen and all; a colleague's class is not.
    expect(await points(await handedIn(own, quiz, { ...said, who: "Skriabinn" }, assignmentId))).toEqual([6]);
    expect(await points(await handedIn(theirs, quiz, said, otherAssignment))).toEqual([4]);

    const [line] = await records.changesOf(teacher.viewer, { classId });
    expect(line).toMatchObject({
      id: changeId,
      answer: "Skriabin",
      changed: 2,
      mayUndo: true,
      holds: { where: "teacher" },
    });
    expect(await records.changesOf(colleague.viewer, { classId: otherClass })).toEqual([]);
    await expect(records.undoChange(colleague.viewer, { changeId })).rejects.toThrow(records.NotFound);

    expect(await records.undoChange(teacher.viewer, { changeId })).toMatchObject({ changed: 3 });
    expect(await records.undoChange(teacher.viewer, { changeId })).toMatchObject({ changed: 0 });
    expect(await marks(all)).toEqual(before);
    expect(await astray(schoolId, quiz)).toBe(0);
    const audit = await records.change(teacher.viewer, { changeId });
    expect(audit.scores.filter(({ undo }) => undo)).toHaveLength(3);
    expect(audit.change).toMatchObject({ undoneBy: teacher.viewer.displayName, mayUndo: false });
  });

  test("an administrator changes marks in the whole school; a teacher cannot, nor undo it", async () => {
    const { quiz, teacher, administrator, own, theirs, classId, assignmentId, otherAssignment } = await aScene();
    const said = { when: "1940", who: "Molotov", where: "moscow" };
    const all = [await handedIn(own, quiz, said, assignmentId), await handedIn(theirs, quiz, said, otherAssignment)];
    const full = { what: "full", scope: "school", itemId: quiz.when } as const;
    await expect(made(teacher.viewer, { ...full, classId })).rejects.toThrow(records.NotFound);
    const { changeId } = await made(administrator.viewer, full);
    expect(await points(...all)).toEqual([6, 6]);
    await expect(records.undoChange(teacher.viewer, { changeId })).rejects.toThrow(records.NotFound);
    expect(await records.schoolChanges(administrator.viewer)).toMatchObject([
      { holds: { where: "school" }, changed: 2 },
    ]);
    await records.undoChange(administrator.viewer, { changeId });
    expect(await points(...all)).toEqual([4, 4]);
  });

  test("an administrator finds the question by words, and the answers that the school gave to it", async () => {
    const { quiz, administrator, own, both, theirs, assignmentId, otherAssignment } = await aScene();
    const anna = await handedIn(own, quiz, { who: "Skriabin" }, assignmentId);
    await handedIn(both, quiz, { who: "Skriabin" }, assignmentId);
    await handedIn(theirs, quiz, { who: "Stalin" }, otherAssignment);
    await handedIn(theirs, quiz, { who: "Molotov" }, otherAssignment);
    await began(own, quiz, { who: "Beria" }, assignmentId);
    const search = (words: string) => records.askedQuestions(administrator.viewer, { search: words });
    // Other tests publish the same words: here it was asked the most.
    const { questions } = await search("SIGNED pact wHo");
    expect(questions[0]).toEqual({ itemId: quiz.who, prompt: "Who signed it?", quizTitle: "The Pact", attempts: 4 });
    expect(await search("who %")).toEqual({ questions: [], more: false });
    expect(await search(" \0 ")).toEqual({ questions: [], more: false });
    expect(await records.answersGiven(administrator.viewer, { itemId: quiz.who })).toEqual({
      itemId: quiz.who,
      prompt: "Who signed it?",
      answers: [
        { said: "Skriabin", attempts: 2, from: { attemptId: anna, position: 2 } },
        { said: "Stalin", attempts: 1, from: { attemptId: expect.any(String), position: 2 } },
      ],
      more: false,
    });
    const stranger = await anAdministrator({ schoolId: (await aSchool()).schoolId });
    expect(await records.answersGiven(stranger.viewer, { itemId: quiz.who })).toMatchObject({ answers: [] });
  });

  test("one assignment's change leaves the teacher's other assignments alone", async () => {
    const { quiz, teacher, own, classId, assignmentId } = await aScene();
    const { assignmentId: second } = await anAssignment({ teacher, classId, quizId: quiz.quizId, title: "Again" });
    const said = { when: "1940", who: "Molotov", where: "moscow" };
    const all = [await handedIn(own, quiz, said, assignmentId), await handedIn(own, quiz, said, second)];
    await made(teacher.viewer, {
      ...{ what: "accept", scope: "assignment", classId, assignmentId, attemptId: all[0]!, position: 1 },
    });
    expect(await points(...all)).toEqual([6, 4]);
  });

  test("a key put in the place of another takes points, and 'never lower' leaves them to who had them", async () => {
    const { quiz, teacher, own, both, classId, assignmentId, schoolId } = await aScene();
    const right = { when: "1939", who: "Molotov", where: "moscow" };
    const anna = await handedIn(own, quiz, right, assignmentId);
    const berta = await handedIn(both, quiz, { ...right, when: "1940" }, assignmentId);
    const wanted = { what: "replace", classId, attemptId: berta, position: 1 } as const;
    const first = await made(teacher.viewer, { ...wanted, neverLower: true });
    expect(await points(anna, berta)).toEqual([6, 6]);
    // Who answers after it was made is marked by what is right.
    expect(await points(await handedIn(own, quiz, right, assignmentId))).toEqual([4]);
    expect(await astray(schoolId, quiz)).toBe(0);
    await records.undoChange(teacher.viewer, { changeId: first.changeId });
    await made(teacher.viewer, wanted);
    expect(await points(anna, berta)).toEqual([4, 6]);
    expect(await astray(schoolId, quiz)).toBe(0);
  });

  test("a dropped question counts nowhere; 'never lower' keeps it for who does better with it; points by hand stay", async () => {
    const { quiz, teacher, own, both, classId, assignmentId, schoolId } = await aScene();
    const anna = await handedIn(own, quiz, { when: "1939", who: "Molotov" }, assignmentId);
    const berta = await handedIn(both, quiz, { who: "Molotov", where: "moscow" }, assignmentId);
    const decided = await records.decide(teacher.viewer, {
      ...{ classId, assignmentId, personId: both.personId, attemptId: berta, itemId: quiz.where, what: "question" },
      ...{ value: 1, reason: "Half of it." },
    });
    expect(decided.state).toBe("decided");
    const shares = async () => {
      const rows = await database().$queryRaw<{ id: string; points: number; maxPoints: number }[]>`
        SELECT "id", "points", "maxPoints" FROM "Attempt" WHERE "id" = ANY(${[anna, berta]}::uuid[])`;
      return [anna, berta].map((id) => {
        const { points, maxPoints } = rows.find((row) => row.id === id)!;
        return `${points}/${maxPoints}`;
      });
    };
    expect(await shares()).toEqual(["4/6", "3/6"]);
    const { changeId } = await made(teacher.viewer, { what: "drop", itemId: quiz.when, classId });
    expect(await shares()).toEqual(["2/4", "3/4"]);
    await records.undoChange(teacher.viewer, { changeId });
    await made(teacher.viewer, { what: "drop", itemId: quiz.when, classId, neverLower: true });
    expect(await shares()).toEqual(["4/6", "3/4"]);
    expect(await astray(schoolId, quiz)).toBe(0);
    await made(teacher.viewer, { what: "full", itemId: quiz.where, classId });
    // What was given by hand is about this answer, and beats what is for everyone.
    expect(await shares()).toEqual(["6/6", "3/4"]);
  });

  test("while a class sits it nothing open is touched, and it is marked by the change when it is handed in", async () => {
    const { quiz, teacher, own, both, classId, assignmentId } = await aScene();
    const said = { when: "1939", who: "Skriabin", where: "moscow" };
    const anna = await handedIn(own, quiz, said, assignmentId);
    const open = await began(both, quiz, said, assignmentId);
    const wanted = { what: "accept", classId, attemptId: anna, position: 2 } as const;
    const preview = await records.previewChange(teacher.viewer, { scope: "mine", neverLower: false, ...wanted });
    expect(preview).toMatchObject({ open: 1, unchanged: 0 });
    await made(teacher.viewer, wanted);
    expect(await points(anna, open)).toEqual([6, null]);
    await records.submitAttempt(both.viewer, { attemptId: open });
    expect(await points(open)).toEqual([6]);
  });

  test("nothing falls between a change and those who hand in at the same moment", async () => {
    const { schoolId } = await aSchool();
    const quiz = await aQuiz();
    const teacher = await aTeacher({ schoolId });
    const learners = await Promise.all(Array.from({ length: 12 }, () => aLearner({ schoolId })));
    const { classId } = await aClass({ teacher, learners, courseId: quiz.courseId });
    const { assignmentId } = await anAssignment({ teacher, classId, quizId: quiz.quizId });
    const said = { when: "1939", who: "Skriabin", where: "moscow" };
    const [first, ...open] = await Promise.all(learners.map((learner) => began(learner, quiz, said, assignmentId)));
    await records.submitAttempt(learners[0]!.viewer, { attemptId: first! });
    await Promise.all([
      ...open.slice(0, 6).map((attemptId, i) => records.submitAttempt(learners[i + 1]!.viewer, { attemptId })),
      made(teacher.viewer, { what: "accept", classId, attemptId: first!, position: 2 }),
      ...open.slice(6).map((attemptId, i) => records.submitAttempt(learners[i + 7]!.viewer, { attemptId })),
    ]);
    expect(await points(first!, ...open)).toEqual(Array.from({ length: 12 }, () => 6));
    expect(await astray(schoolId, quiz)).toBe(0);
  });

  test("what is to be changed, and why, is asked for; strangers find nothing", async () => {
    const { quiz, teacher, colleague, own, classId, assignmentId } = scene;
    const anna = await handedIn(own, quiz, { when: "1940" }, assignmentId);
    const wanted = { what: "accept", scope: "mine", classId, attemptId: anna, position: 1, neverLower: false } as const;
    const said = { ...wanted, reason: " ", note: "" };
    expect(await records.makeChange(teacher.viewer, said)).toMatchObject({ slips: [{ field: "reason" }] });
    const blank = { ...wanted, position: 2 };
    expect((await records.previewChange(teacher.viewer, blank)).slips).toMatchObject([{ field: "answer" }]);
    expect(await records.makeChange(teacher.viewer, { ...said, ...blank })).toMatchObject({
      slips: [{ field: "answer" }, { field: "reason" }],
    });
    for (const { viewer } of [colleague, own])
      await expect(records.previewChange(viewer, wanted)).rejects.toThrow(records.NotFound);
  });

  test("a teacher who comes brings their changes; one who goes leaves the marks as they are", async () => {
    const { quiz, teacher, colleague, own, theirs, classId, otherClass, assignmentId, otherAssignment, schoolId } =
      await aScene();
    const said = { when: "1939", who: "Skriabin", where: "moscow" };
    const anna = await handedIn(own, quiz, said, assignmentId);
    const clara = await handedIn(theirs, quiz, said, otherAssignment);
    await made(teacher.viewer, { what: "accept", classId, attemptId: anna, position: 2 });
    expect(await points(anna, clara)).toEqual([6, 4]);
    await records.addTeacher(colleague.viewer, { classId: otherClass, userName: teacher.userName });
    expect(await points(anna, clara)).toEqual([6, 6]);
    await records.removeTeacher(colleague.viewer, { classId: otherClass, personId: teacher.personId });
    expect(await points(anna, clara)).toEqual([6, 6]);
    expect(await astray(schoolId, quiz)).toBe(0);
    expect(await points(await handedIn(theirs, quiz, said, otherAssignment))).toEqual([6]);
    const [kept] = await records.changesOf(colleague.viewer, { classId: otherClass });
    expect(kept).toMatchObject({ holds: { where: "assignment", assignmentId: otherAssignment }, mayUndo: true });
    await records.undoChange(colleague.viewer, { changeId: kept!.id });
    expect(await points(anna, clara)).toEqual([6, 4]);
  });

  test("a release with another key is proposed to each teacher, and made or passed by", async () => {
    const { quiz, teacher, colleague, administrator, own, theirs, ...more } = await aScene();
    const { classId, otherClass, assignmentId, otherAssignment } = more;
    const said = { when: "1940", who: "Molotov", where: "moscow" };
    const anna = await handedIn(own, quiz, said, assignmentId);
    const clara = await handedIn(theirs, quiz, said, otherAssignment);
    expect(await records.proposals(teacher.viewer, { classId })).toEqual([]);
    await quiz.corrected("1940");
    const [proposal, ...others] = await records.proposals(teacher.viewer, { classId });
    expect(others).toEqual([]);
    expect(proposal).toMatchObject({ itemId: quiz.when, attempts: 1, right: { now: "1940", before: "1939" } });
    expect(await records.schoolProposals(administrator.viewer)).toMatchObject([{ attempts: 2 }]);
    const { itemId, itemVersionId } = proposal!;
    await made(teacher.viewer, { what: "version", classId, itemId, itemVersionId });
    expect(await points(anna, clara)).toEqual([6, 4]);
    expect(await records.proposals(teacher.viewer, { classId })).toEqual([]);
    const { questions } = await records.attemptResult(own.viewer, { attemptId: anna });
    expect(questions[0]!.why.right).toBe("It was in 1940.");
    await records.passProposal(colleague.viewer, { itemVersionId });
    expect(await records.proposals(colleague.viewer, { classId: otherClass })).toEqual([]);
    expect(await points(clara)).toEqual([4]);
  });

  test("a learner asks, the teacher accepts for everyone or declines with an answer", async () => {
    const { quiz, teacher, own, both, classId, assignmentId, otherAssignment } = await aScene();
    const said = { when: "1939", who: "Skriabin", where: "berlin" };
    const anna = await handedIn(own, quiz, said, assignmentId);
    const berta = await handedIn(both, quiz, said, assignmentId);
    // Their other class has the same quiz, and shows what is right only once that is handed in too.
    await expect(records.appeal(both.viewer, { attemptId: berta, position: 2, text: "" })).rejects.toThrow(
      records.NotFound,
    );
    await handedIn(both, quiz, said, otherAssignment);
    expect(await records.appeal(own.viewer, { attemptId: anna, position: 1, text: "" })).toMatchObject({
      slips: [{ message: "This answer counts in full already." }],
    });
    for (const position of [2, 3])
      expect(await records.appeal(own.viewer, { attemptId: anna, position, text: "It was his name." })).toEqual({
        state: "open",
      });
    await records.appeal(both.viewer, { attemptId: berta, position: 2, text: "" });
    await records.withdrawAppeal(both.viewer, { attemptId: berta, position: 2 });
    const open = await records.classAppeals(teacher.viewer, { classId });
    expect(open.map(({ learner, position, said, state }) => [learner.displayName, position, said, state])).toEqual([
      ["Anna", 3, "Berlin", "open"],
      ["Anna", 2, "Skriabin", "open"],
    ]);
    const [place, name] = open;
    expect(await records.declineAppeal(teacher.viewer, { appealId: place!.id, answer: "" })).toMatchObject({
      state: "refused",
    });
    await records.declineAppeal(teacher.viewer, { appealId: place!.id, answer: "It was in Moscow." });
    await made(teacher.viewer, { what: "accept", classId, attemptId: anna, position: 2, appealId: name!.id });
    expect(await points(anna, berta)).toEqual([4, 4]);
    const { questions } = await records.attemptMarks(own.viewer, { attemptId: anna });
    expect(questions.get(3)!.appeal).toMatchObject({ state: "declined", answer: "It was in Moscow." });
    expect(questions.get(2)!.appeal).toMatchObject({ state: "accepted", answer: "Your answer counts now." });
    // What was answered stays answered.
    await records.appeal(own.viewer, { attemptId: anna, position: 3, text: "Still." });
    const after = await records.attemptMarks(own.viewer, { attemptId: anna });
    expect(after.questions.get(3)!.appeal?.state).toBe("declined");
  });

  test("an appeal is accepted by a change of the mark that it is about, not by one of another question or work", async () => {
    const { quiz, teacher, own, both, classId, assignmentId } = await aScene();
    const said = { when: "1940", who: "Skriabin", where: "berlin" };
    const anna = await handedIn(own, quiz, said, assignmentId);
    const berta = await handedIn(both, quiz, { who: "Litvinov" }, assignmentId);
    await records.appeal(own.viewer, { attemptId: anna, position: 2, text: "" });
    const [{ id: appealId } = { id: "" }] = await records.classAppeals(teacher.viewer, { classId });
    const { assignmentId: another } = await anAssignment({ teacher, classId, quizId: quiz.quizId });
    const accept = { what: "accept", scope: "mine", classId, appealId, ...why_ } as const;
    for (const wanted of [
      { ...accept, attemptId: anna, position: 3 },
      { ...accept, attemptId: berta, position: 2 },
      { ...accept, attemptId: anna, position: 2, scope: "assignment", assignmentId: another } as const,
    ])
      expect(await records.makeChange(teacher.viewer, wanted)).toEqual({
        state: "refused",
        slips: [{ field: "answer", message: expect.stringMatching(/^The appeal is about another/) as unknown }],
      });
    expect(await points(anna, berta)).toEqual([0, 0]);
    expect(await records.classAppeals(teacher.viewer, { classId })).toMatchObject([{ state: "open" }]);
    await made(teacher.viewer, { ...accept, attemptId: anna, position: 2 });
    expect(await records.classAppeals(teacher.viewer, { classId })).toMatchObject([{ state: "accepted" }]);
  });

  test("where right and wrong are not shown, nothing can be appealed against", async () => {
    const { quiz, teacher, own, classId } = await aScene();
    const { assignmentId } = await anAssignment({
      ...{ teacher, classId, quizId: quiz.quizId },
      show: { score: "after", correctness: "never", key: "never", feedback: "never", closedMeans: "learner" },
    });
    const anna = await handedIn(own, quiz, { when: "1940" }, assignmentId);
    await expect(records.appeal(own.viewer, { attemptId: anna, position: 1, text: "" })).rejects.toThrow(
      records.NotFound,
    );
  });
});
