import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import {
  archiveClass,
  assignmentDoor,
  attemptDecisions,
  attemptSlip,
  classAssignment,
  decide,
  isNotFound,
  learnerCell,
  learnerScores,
  myAssignments,
  myScores,
  removeLearner,
  saveResponse,
  setException,
  startAttempt,
  submitAttempt,
  undoDecision,
  type DecisionWanted,
} from "@/records";
import {
  allShownFrom,
  aClass,
  aLearner,
  anAssignment,
  answered,
  aPublishedQuiz,
  aSchool,
  aTeacher,
  handedIn,
} from "@/test/factories";
import type { SomePerson, SomeQuiz } from "@/test/factories";

import { closeDatabase, database } from "./database";

let schoolId: string;
let quiz: SomeQuiz;
let teacher: SomePerson;
let colleague: SomePerson;

beforeAll(async () => {
  ({ schoolId } = await aSchool());
  [quiz, teacher, colleague] = await Promise.all([aPublishedQuiz(), aTeacher({ schoolId }), aTeacher({ schoolId })]);
});
afterAll(closeDatabase);

type Wanted = Partial<Omit<Parameters<typeof anAssignment>[0], "teacher" | "classId">>;

/** A class that two teachers teach, with two learners and an assignment, and what can be done with it. */
async function given(wanted: Wanted = {}) {
  const [learner, other] = await Promise.all([
    aLearner({ schoolId, displayName: "Ilze Kalniņa" }),
    aLearner({ schoolId, displayName: "Juris Zariņš" }),
  ]);
  const { classId } = await aClass({ teacher, learners: [learner, other], courseId: quiz.courseId });
  await database().classTeacher.create({ data: { schoolId, classId, personId: colleague.personId } });
  const { assignmentId } = await anAssignment({ teacher, classId, quizId: quiz.quizId, ...wanted });
  const where = { classId, assignmentId, personId: learner.personId };
  const on = (what: DecisionWanted["what"], more: Partial<DecisionWanted> = {}, who = teacher) =>
    decide(who.viewer, { ...where, what, reason: "A word with them", ...more });
  return {
    ...{ classId, assignmentId, learner, other, where, on },
    /** Begins, answers so many questions rightly, hands in. */
    sit: (right = quiz.right.length, who = learner) => handedIn(who, quiz, "R".repeat(right), assignmentId),
    decided: async (what: DecisionWanted["what"], more: Partial<DecisionWanted> = {}, who = teacher) => {
      const answer = await on(what, more, who);
      if (answer.state !== "decided") throw new Error(JSON.stringify(answer.slips));
      return answer;
    },
    cell: () => learnerCell(teacher.viewer, where),
    line: async () => (await myScores(learner.viewer))[0]!.lines.find((each) => each.assignmentId === assignmentId)!,
    door: () => assignmentDoor(learner.viewer, { assignmentId }),
    row: (attemptId: string) => database().attempt.findFirstOrThrow({ where: { id: attemptId } }),
    responses: (attemptId: string) =>
      database().response.findMany({ where: { attemptId }, orderBy: { position: "asc" } }),
    item: async (attemptId: string, position: number) => {
      const { itemVersion, ...response } = await database().response.findFirstOrThrow({
        where: { attemptId, position },
        include: { itemVersion: { select: { itemId: true } } },
      });
      return { ...response, itemId: itemVersion.itemId };
    },
  };
}

const messages = (answer: Awaited<ReturnType<typeof decide>>) =>
  answer.state === "refused" ? answer.slips.map(({ field, message }) => `${field}: ${message}`) : [];

describe("points for the assignment", () => {
  test("given by hand are final, also where nothing was handed in, on every page that tells a score", async () => {
    const room = await given();
    await room.decided("score", { value: 1.5, reason: "Done on paper" });
    const told = { points: 1.5, overridden: true };
    expect((await room.cell()).line.cell).toMatchObject({ state: "scored", score: told });
    expect((await room.line()).cell.score).toMatchObject(told);
    expect((await room.door()).score).toMatchObject(told);
    expect((await myAssignments(room.learner.viewer))[0]!.score).toMatchObject(told);
    const page = await classAssignment(teacher.viewer, room.where);
    expect(page.learners.find(({ personId }) => personId === room.learner.personId)!.score).toMatchObject(told);
    expect((await room.line()).decisions).toMatchObject([{ what: "score", reason: "Done on paper", value: 1.5 }]);
  });

  test("a newer decision, a colleague's too, stands in the place of the older; undone, the older holds again", async () => {
    const room = await given();
    const attemptId = await room.sit();
    const before = await room.line();
    const older = await room.decided("score", { value: 1 });
    const newer = await room.decided("score", { value: 2 }, colleague);
    expect((await room.cell()).line.cell.score).toMatchObject({ points: 2 });
    expect((await room.cell()).line.decisions).toMatchObject([
      { id: newer.decisionId, undone: null },
      { id: older.decisionId, undone: { replaced: true } },
    ]);
    await undoDecision(teacher.viewer, newer);
    expect((await room.cell()).line.cell.score).toMatchObject({ points: 1 });
    expect((await room.cell()).line.decisions).toMatchObject([
      { id: newer.decisionId, undone: { replaced: false } },
      { id: older.decisionId, undone: null },
    ]);
    await undoDecision(teacher.viewer, older);
    expect((await room.line()).cell).toEqual(before.cell);
    expect((await room.row(attemptId)).points).toBe(before.cell.score!.points);
    // Once more changes nothing.
    await undoDecision(teacher.viewer, newer);
    expect((await room.line()).cell).toEqual(before.cell);
  });

  test("need a number from 0 to what it is worth, and a reason", async () => {
    const room = await given();
    const { maxPoints } = await room.line();
    expect(messages(await room.on("score", { value: maxPoints + 1 }))).toEqual([
      expect.stringMatching(/^value: Use points from 0 to/),
    ]);
    expect(messages(await room.on("score", { value: -1, reason: " " }))).toHaveLength(2);
    expect(messages(await room.on("score", { value: Number.NaN }))).toEqual([expect.stringMatching(/as a number/)]);
    expect(await database().decision.count({ where: { assignmentId: room.assignmentId } })).toBe(0);
  });

  test("are told to the learner when the score is", async () => {
    const show = allShownFrom("never");
    const room = await given({ show });
    await room.sit();
    await room.decided("score", { value: 1 });
    await room.decided("comment", { comment: "Well read.\nGo on so." });
    const line = await room.line();
    expect(line).toMatchObject({ held: "never", cell: { score: null, counts: null } });
    expect(line.decisions.map(({ what, comment }) => `${what} ${comment}`)).toEqual(["comment Well read.\nGo on so."]);
    expect((await myScores(room.learner.viewer))[0]).toMatchObject({ partial: true, total: { share: null } });
    expect((await room.door()).score).toBeNull();
  });
});

describe("points for a question", () => {
  test("go into the attempt's points and out again", async () => {
    const room = await given();
    const attemptId = await room.sit(0);
    const before = await room.row(attemptId);
    const { itemId } = await room.item(attemptId, 1);
    const { decisionId } = await room.decided("question", { attemptId, itemId, value: 0.5 });
    expect((await room.row(attemptId)).points).toBe(before.points! + 0.5);
    const told = await attemptDecisions(room.learner.viewer, { attemptId });
    expect(told).toMatchObject({ decides: null, byHand: { 1: 0.5 } });
    expect((await attemptDecisions(teacher.viewer, { attemptId })).decides).toEqual(room.where);
    await undoDecision(colleague.viewer, { decisionId });
    expect(await room.row(attemptId)).toEqual(before);
    expect((await attemptDecisions(room.learner.viewer, { attemptId })).byHand).toEqual({});
  });

  test("need a question of that attempt, and the attempt handed in", async () => {
    const room = await given();
    const running = await answered(room.learner, quiz, "R", room.assignmentId);
    const { itemId } = await room.item(running, 1);
    expect(messages(await room.on("question", { attemptId: running, itemId, value: 1 }))).toEqual([
      expect.stringMatching(/^attempt: This attempt is not handed in yet/),
    ]);
    await submitAttempt(room.learner.viewer, { attemptId: running });
    expect(messages(await room.on("question", { attemptId: running, itemId: "no-such", value: 1 }))).toEqual([
      expect.stringMatching(/^question:/),
    ]);
    const others = await room.sit(1, room.other);
    expect(messages(await room.on("question", { attemptId: others, itemId, value: 1 }))).toEqual([
      expect.stringMatching(/^attempt: Choose one of this learner/),
    ]);
  });

  test("stay when it is opened and handed in again", async () => {
    const room = await given();
    const attemptId = await room.sit(0);
    const { itemId } = await room.item(attemptId, 1);
    await room.decided("question", { attemptId, itemId, value: 0.5 });
    const { points } = await room.row(attemptId);
    await room.decided("reopen", { attemptId, value: 600 });
    await submitAttempt(room.learner.viewer, { attemptId });
    expect((await room.row(attemptId)).points).toBe(points);
  });
});

describe("an attempt taken out", () => {
  test("counts nowhere and uses up none, until that is undone", async () => {
    const room = await given({ attempts: 1 });
    const attemptId = await room.sit();
    const before = await room.line();
    expect((await room.door()).begin).toMatchObject({ may: false, why: "no-attempts-left" });
    const { decisionId } = await room.decided("void", { attemptId, reason: "Sat at somebody else’s desk" });
    expect((await room.line()).cell).toMatchObject({ state: "voided", score: null, counts: null });
    expect(await room.door()).toMatchObject({ score: null, attempts: [{ voided: true }], begin: { may: true } });
    const page = await classAssignment(teacher.viewer, room.where);
    expect(page.learners.find(({ personId }) => personId === room.learner.personId)!.score).toBeNull();
    expect(messages(await room.on("void", { attemptId }))).toEqual([expect.stringMatching(/taken out already/)]);
    await undoDecision(teacher.viewer, { decisionId });
    expect(await room.line()).toEqual({ ...before, decisions: [] });
  });

  test("leaves the place to another, begun after it", async () => {
    const room = await given({ attempts: 1 });
    const first = await room.sit();
    await room.decided("void", { attemptId: first });
    const second = await room.sit(1);
    expect((await room.line()).cell.score!.attemptIds).toEqual([second]);
    expect((await room.line()).attempts).toMatchObject([{ voided: true, counts: false }, { counts: true }]);
  });

  test("cannot be opened again", async () => {
    const room = await given();
    const attemptId = await room.sit();
    await room.decided("void", { attemptId });
    expect(messages(await room.on("reopen", { attemptId, value: 600 }))).toEqual([
      expect.stringMatching(/^attempt: This attempt is taken out/),
    ]);
  });
});

describe("an attempt opened again", () => {
  test("has its answers and no marks; handed in again by undoing it, it is as it was", async () => {
    const room = await given({ closesAt: -60, dueAt: -120 });
    await setException(teacher.viewer, {
      ...{ ...room.where, opensAt: "", dueAt: "", closesAt: "", timeLimit: null, attempts: null },
      ...{ lifted: ["closesAt", "dueAt"], reason: "" },
    });
    const attemptId = await room.sit(1);
    const [before, responses] = [await room.row(attemptId), await room.responses(attemptId)];
    const { decisionId } = await room.decided("reopen", { attemptId, value: 1800 });
    const opened = await room.row(attemptId);
    expect(opened).toMatchObject({ submittedAt: null, points: null, maxPoints: null });
    expect(opened.endsAt!.getTime()).toBeGreaterThan(Date.now() + 1700_000);
    for (const each of await room.responses(attemptId))
      expect(each).toMatchObject({ outcome: null, fraction: null, points: null, mark: null });
    expect((await room.responses(attemptId)).map(({ fields }) => fields)).toEqual(
      responses.map(({ fields }) => fields),
    );
    expect((await room.door()).running).toMatchObject({ attemptId });

    const undone = await undoDecision(teacher.viewer, { decisionId });
    expect(undone).toMatchObject({ state: "undone" });
    const { points, maxPoints, lateBy, deduction, submittedAt } = before;
    expect(await room.row(attemptId)).toMatchObject({ points, maxPoints, lateBy, deduction, submittedAt });
    expect(await room.responses(attemptId)).toEqual(responses);
  });

  test("is handed in now by undoing it when something was answered since: the answers stay, and are marked", async () => {
    const room = await given();
    const attemptId = await room.sit(1);
    const before = await room.row(attemptId);
    const { decisionId } = await room.decided("reopen", { attemptId, value: 1800 });
    await saveResponse(room.learner.viewer, {
      ...{ attemptId, position: 2, revisionId: randomUUID(), fields: quiz.right[1]! },
    });
    await undoDecision(teacher.viewer, { decisionId });
    const after = await room.row(attemptId);
    expect(after.points).toBe(before.points! + 1);
    expect(after.submittedAt!.getTime()).toBeGreaterThan(before.submittedAt!.getTime());
  });

  test("keeps the time that it was given when other terms change, and can be gone on with past the close", async () => {
    const room = await given({ dueAt: 10, closesAt: 20 });
    const attemptId = await room.sit(1);
    await room.decided("reopen", { attemptId, value: 7200 });
    const { endsAt } = await room.row(attemptId);
    await setException(teacher.viewer, {
      ...{ ...room.where, opensAt: "", dueAt: "", closesAt: "", timeLimit: null, attempts: 5 },
      ...{ lifted: [], reason: "" },
    });
    expect(Math.abs((await room.row(attemptId)).endsAt!.getTime() - endsAt!.getTime())).toBeLessThan(1000);
    const saved = await saveResponse(room.learner.viewer, {
      ...{ attemptId, position: 2, revisionId: randomUUID(), fields: quiz.right[1]! },
    });
    expect(saved).toMatchObject({ state: "saved" });
    await submitAttempt(room.learner.viewer, { attemptId });
    expect(await room.row(attemptId)).toMatchObject({ lateBy: 0 });
    const decisionId = (await room.cell()).line.decisions[0]!.id;
    expect(await undoDecision(teacher.viewer, { decisionId })).toMatchObject({
      slips: [{ message: expect.stringMatching(/handed in again since/) as unknown }],
    });
  });

  test("needs a length where its own time is over, and no other attempt open at the quiz, practice too", async () => {
    const room = await given({ timeLimit: 20 });
    const attemptId = await room.sit(1);
    await database().$executeRaw`
      UPDATE "Attempt" SET "startedAt" = "startedAt" - interval '1 hour' WHERE "id" = ${attemptId}::uuid`;
    expect(messages(await room.on("reopen", { attemptId, value: null }))).toEqual([
      expect.stringMatching(/^value: By the assignment’s own terms its time is over/),
    ]);
    expect(messages(await room.on("reopen", { attemptId, value: 5 }))).toEqual([expect.stringMatching(/one minute/)]);
    await startAttempt(room.learner.viewer, quiz);
    expect(messages(await room.on("reopen", { attemptId, value: 600 }))).toEqual([
      expect.stringMatching(/^attempt: Another attempt/),
    ]);
  });
});

test("Handed in within the time for which it was opened again it is not late, whether anything closes or not", async () => {
  for (const closesAt of [60, undefined]) {
    const late = { accept: true, deduction: 0.5, per: "once", atMost: 1 } as const;
    const room = await given({ dueAt: 30, ...(closesAt && { closesAt }), late });
    const attemptId = await room.sit(1);
    const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
    await database().attempt.updateMany({
      where: { id: attemptId },
      data: { startedAt: ago(90), submittedAt: ago(80) },
    });
    await database().assignment.updateMany({
      where: { id: room.assignmentId },
      data: { dueAt: ago(30), ...(closesAt && { closesAt: ago(10) }) },
    });
    await room.decided("reopen", { attemptId, value: 1800 });
    await submitAttempt(room.learner.viewer, { attemptId });
    expect(await room.row(attemptId), `closes: ${closesAt}`).toMatchObject({ lateBy: 0, deduction: 0 });
  }
});

test("Attempts added let a learner begin once more; undone, they do not; what is closed is said to be", async () => {
  const room = await given({ attempts: 1 });
  await room.sit(1);
  const { decisionId, cannotBegin } = await room.decided("add", { value: 1, reason: "The bell rang" });
  expect(cannotBegin).toBeNull();
  expect(await room.door()).toMatchObject({
    terms: { attempts: 2, origin: { attempts: "learner" } },
    begin: { may: true },
  });
  await undoDecision(teacher.viewer, { decisionId });
  expect((await room.door()).begin).toMatchObject({ may: false, why: "no-attempts-left" });
  // Two stand side by side.
  await room.decided("add", { value: 1 });
  await room.decided("add", { value: 2 }, colleague);
  expect((await room.door()).terms.attempts).toBe(4);

  const closed = await given({ attempts: 1, closesAt: -5 });
  expect(await closed.decided("add", { value: 1 })).toMatchObject({ cannotBegin: "closed" });
  const any = await given();
  expect(messages(await any.on("add", { value: 1 }))).toEqual([expect.stringMatching(/as many attempts as they like/)]);
});

test("Who is excused counts nowhere, is told so, and can be taken back", async () => {
  const room = await given();
  await room.sit(1);
  const before = await learnerScores(teacher.viewer, room.where);
  const { decisionId } = await room.decided("excuse", { reason: "In hospital" });
  expect(await learnerScores(teacher.viewer, room.where)).toMatchObject({
    lines: [{ cell: { state: "excused", counts: null } }],
    total: { share: null },
  });
  expect(await room.door()).toMatchObject({ excused: true });
  expect((await room.line()).decisions).toMatchObject([{ what: "excuse", reason: "In hospital" }]);
  await undoDecision(colleague.viewer, { decisionId });
  expect((await learnerScores(teacher.viewer, room.where)).total).toEqual(before.total);
});

test("A comment on a question waits until right and wrong may be known, one on the attempt does not", async () => {
  const show = { ...allShownFrom("closed"), score: "after" as const };
  const room = await given({ show, closesAt: 60 });
  const attemptId = await room.sit(1);
  const { itemId } = await room.item(attemptId, 2);
  await room.decided("comment", { attemptId, itemId, comment: "Think of the year.", reason: "" });
  await room.decided("comment", { attemptId, comment: "Come and see me.", reason: "" });
  const said = async (who: SomePerson) =>
    (await attemptDecisions(who.viewer, { attemptId })).decisions.map(({ comment }) => comment);
  expect(await said(room.learner)).toEqual(["Come and see me."]);
  expect(await said(teacher)).toEqual(["Come and see me.", "Think of the year."]);
  expect(await attemptSlip(room.learner.viewer, { attemptId })).toMatchObject({ state: "held" });
});

test("A teacher's sheet says where it is ahead of the learner's: a score that is not shown yet", async () => {
  const later = "closed";
  const show = { score: later, correctness: later, key: later, feedback: later, closedMeans: "everyone" } as const;
  const room = await given({ show, closesAt: 60 });
  const sheets = async () => [
    (await learnerScores(teacher.viewer, room.where)).lines[0]!,
    (await myScores(room.learner.viewer))[0]!.lines[0]!,
  ];
  expect(await sheets()).toMatchObject([{ ahead: false }, { ahead: false }]);
  await room.sit(1);
  const score = { points: expect.any(Number) };
  expect(await sheets()).toMatchObject([
    { ahead: true, cell: { score } },
    { ahead: false, cell: { score: null } },
  ]);
});

test("Of who was removed from the class scores can still be decided, but nothing opened for them", async () => {
  const room = await given({ attempts: 1 });
  const attemptId = await room.sit(1);
  await removeLearner(teacher.viewer, room.where);
  await room.decided("score", { value: 1 });
  expect((await learnerScores(teacher.viewer, room.where)).lines).toMatchObject([{ cell: { score: { points: 1 } } }]);
  for (const what of ["add", "reopen"] as const)
    expect(messages(await room.on(what, { attemptId, value: 600 }))).toEqual([
      expect.stringMatching(/no longer in this class/),
    ]);
  expect(await myScores(room.learner.viewer)).toEqual([]);
});

test("Nothing is opened in a class that is put away; scores can still be decided, and what was opened be closed", async () => {
  const room = await given({ attempts: 1 });
  const attemptId = await room.sit(1);
  const { decisionId } = await room.decided("reopen", { attemptId, value: 600 });
  await archiveClass(teacher.viewer, { classId: room.classId });
  expect(await undoDecision(teacher.viewer, { decisionId })).toMatchObject({ state: "undone" });
  for (const what of ["add", "reopen"] as const)
    expect(messages(await room.on(what, { attemptId: what === "add" ? undefined : attemptId, value: 600 }))).toEqual([
      expect.stringMatching(/^what: This class is put away/),
    ]);
  await room.decided("score", { value: 3 });
});

test("Nobody decides for a class that they do not teach, nor about who is not in it", async () => {
  const room = await given();
  const attemptId = await room.sit(1);
  const { decisionId } = await room.decided("score", { value: 1 });
  const elsewhere = await aSchool();
  const [stranger, afar, foreign] = await Promise.all([
    aTeacher({ schoolId }),
    aTeacher(elsewhere),
    aLearner(elsewhere),
  ]);
  const gone = (promise: Promise<unknown>) =>
    expect(
      promise.then(
        () => "answered",
        (error: unknown) => (isNotFound(error) ? "not found" : error),
      ),
    ).resolves.toBe("not found");
  for (const who of [stranger, afar, room.learner, room.other]) {
    await gone(decide(who.viewer, { ...room.where, what: "void", attemptId, reason: "Because" }));
    await gone(undoDecision(who.viewer, { decisionId }));
    await gone(learnerCell(who.viewer, room.where));
    await gone(learnerScores(who.viewer, room.where));
  }
  await gone(decide(teacher.viewer, { ...room.where, personId: foreign.personId, what: "excuse", reason: "Because" }));
  const another = await given();
  await gone(decide(teacher.viewer, { ...room.where, classId: another.classId, what: "excuse", reason: "Because" }));
  expect((await room.cell()).line.cell.score).toMatchObject({ points: 1 });
});

test("The cells of an assignment lead to the next by name", async () => {
  const room = await given();
  expect(await room.cell()).toMatchObject({ before: null, after: { displayName: "Juris Zariņš" } });
  expect(await learnerCell(teacher.viewer, { ...room.where, personId: room.other.personId })).toMatchObject({
    before: { personId: room.learner.personId },
    after: null,
  });
});
