import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import {
  attemptOverview,
  attemptQuestion,
  attemptResult,
  quizOverview,
  saveResponse,
  startAttempt,
  submitAttempt,
  type Saved,
} from "@/records";
import {
  aLearner,
  aPublishedQuiz,
  aSchool,
  SECRET,
  viewerSignedIn,
  type SomePerson,
  type SomeQuiz,
} from "@/test/factories";

import { closeDatabase, database } from "./database";

let schoolId: string;
let quiz: SomeQuiz;
let learner: SomePerson;

beforeAll(async () => {
  ({ schoolId } = await aSchool());
  [quiz, learner] = await Promise.all([aPublishedQuiz({ points: 2 }), aLearner({ schoolId })]);
});
afterAll(closeDatabase);

const positionOf = (kind: string) => 1 + quiz.items.findIndex((item) => item.kind === kind);

/** An attempt of a learner who has none yet. */
async function anAttempt() {
  const { viewer } = await aLearner({ schoolId });
  const { attemptId } = await startAttempt(viewer, quiz);
  const save = (position: number, fields: unknown, more = {}): Promise<Saved> =>
    saveResponse(viewer, { attemptId, position, revisionId: randomUUID(), fields, ...more });
  return { viewer, attemptId, save };
}

const revisions = (attemptId: string) => database().revision.findMany({ where: { attemptId } });
const responses = (attemptId: string) =>
  database().response.findMany({ where: { attemptId }, orderBy: { position: "asc" } });

describe("starting", () => {
  test("many times at once begins one attempt", async () => {
    const { viewer } = await aLearner({ schoolId });
    const started = await Promise.all(Array.from({ length: 12 }, () => startAttempt(viewer, quiz)));
    expect(new Set(started.map((each) => each.attemptId)).size).toBe(1);
    expect((await quizOverview(viewer, quiz)).attempts).toHaveLength(1);
  });

  test("again resumes the open attempt, on another device too; after handing in it begins the next", async () => {
    const first = await startAttempt(learner.viewer, quiz);
    expect(await startAttempt(await viewerSignedIn(learner), quiz)).toEqual(first);
    await submitAttempt(learner.viewer, first);
    const second = await startAttempt(learner.viewer, quiz);
    expect(second).not.toEqual(first);
    const { attempts, openAttemptId } = await quizOverview(learner.viewer, quiz);
    expect(attempts.map(({ id, number, points }) => ({ id, number, points }))).toEqual([
      { id: second.attemptId, number: 2, points: null },
      { id: first.attemptId, number: 1, points: 0 },
    ]);
    expect(openAttemptId).toBe(second.attemptId);
  });

  test("a quiz that is published nowhere is not found", async () => {
    await expect(startAttempt(learner.viewer, { quizId: "no-such-quiz" })).rejects.toHaveProperty("name", "NotFound");
  });
});

describe("saving", () => {
  test("keeps what was sent and shows it on return", async () => {
    const { viewer, attemptId, save } = await anAttempt();
    const fields = quiz.right[0]!;
    const saved = await save(1, fields);
    expect(saved).toMatchObject({ state: "saved", answered: true });
    const { question, ticks } = await attemptQuestion(viewer, { attemptId, position: 1 });
    expect(question).toMatchObject({ fields, answered: true, flagged: false });
    expect(saved.state === "saved" && saved.savedAt).toEqual(question.savedAt);
    expect(ticks[0]).toEqual({ position: 1, number: 1, answered: true, flagged: false });
    expect(ticks[1]).toEqual({ position: 2, number: 2, answered: false, flagged: false });
  });

  test("a change sent twice is one, and cannot undo a later one", async () => {
    const { viewer, attemptId, save } = await anAttempt();
    const revisionId = randomUUID();
    const first = await save(1, quiz.wrong[0], { revisionId });
    await save(1, quiz.right[0]);
    const again = await save(1, quiz.wrong[0], { revisionId });
    expect(again).toMatchObject({ state: "saved", savedAt: first.state === "saved" && first.savedAt });
    expect((await attemptQuestion(viewer, { attemptId, position: 1 })).question.fields).toEqual(quiz.right[0]);
    expect(await revisions(attemptId)).toHaveLength(2);
  });

  test("the same change sent many times at once is one", async () => {
    const { attemptId, save } = await anAttempt();
    const revisionId = randomUUID();
    const saved = await Promise.all(Array.from({ length: 8 }, () => save(1, quiz.right[0], { revisionId })));
    expect(saved.every((each) => each.state === "saved")).toBe(true);
    expect(await revisions(attemptId)).toHaveLength(1);
  });

  test("of two devices the one that the server heard last counts, and both revisions are kept", async () => {
    const { viewer, attemptId, save } = await anAttempt();
    await save(1, quiz.right[0]);
    await save(1, quiz.wrong[0]);
    expect((await attemptQuestion(viewer, { attemptId, position: 1 })).question.fields).toEqual(quiz.wrong[0]);
    expect(await revisions(attemptId)).toHaveLength(2);
  });

  test("a flag changes nothing of the answer, and an answer nothing of the flag", async () => {
    const { viewer, attemptId, save } = await anAttempt();
    const shown = async () => (await attemptQuestion(viewer, { attemptId, position: 1 })).question;
    await save(1, undefined, { flagged: true });
    expect(await shown()).toMatchObject({ flagged: true, answered: false, fields: {} });
    await save(1, quiz.right[0]);
    expect(await shown()).toMatchObject({ flagged: true, answered: true, fields: quiz.right[0] });
    await save(1, undefined, { flagged: false });
    expect(await shown()).toMatchObject({ flagged: false, answered: true, fields: quiz.right[0] });
  });

  test("an answer that was taken back is unanswered", async () => {
    const { viewer, attemptId, save } = await anAttempt();
    await save(1, quiz.right[0]);
    expect(await save(1, {})).toMatchObject({ state: "saved", answered: false });
    expect(await attemptOverview(viewer, { attemptId })).toMatchObject({ answered: 0, of: quiz.items.length });
  });

  test.each([
    ["no fields", "text"],
    ["a list", []],
    ["values that are no text", { q: [1] }],
    ["a zero character", { text: ["a\0b"] }],
    ["half a character", { text: ["\ud800"] }],
    ["far too much", { text: ["x".repeat(40_000)] }],
    ["far too many values", { text: Array(1000).fill("x") }],
  ])("%s is refused and changes nothing", async (_, fields) => {
    const { attemptId, save } = await anAttempt();
    const before = await responses(attemptId);
    expect(await save(1, fields)).toMatchObject({ state: "malformed" });
    expect(await revisions(attemptId)).toEqual([]);
    expect(await responses(attemptId)).toEqual(before);
  });

  test("what no honest form of the question could have sent is refused and changes nothing", async () => {
    const { attemptId, save } = await anAttempt();
    const position = positionOf("single-choice");
    await save(position, quiz.right[position - 1]);
    const before = await responses(attemptId);
    expect(await save(position, { choice: ["forged"] })).toMatchObject({ state: "malformed" });
    expect(await responses(attemptId)).toEqual(before);
  });

  test("a revision's id must be one, and serves one question", async () => {
    const { save } = await anAttempt();
    const revisionId = randomUUID();
    expect(await save(1, {}, { revisionId: "1" })).toMatchObject({ state: "malformed" });
    await save(1, quiz.right[0], { revisionId });
    expect(await save(2, quiz.right[1], { revisionId })).toMatchObject({ state: "malformed" });
  });

  test.each([0, -1, 1.5, 99, Number.NaN])("there is no question %s", async (position) => {
    const { save } = await anAttempt();
    await expect(save(position, {})).rejects.toHaveProperty("name", "NotFound");
  });
});

describe("submitting", () => {
  test("grades every answer, counts what was never touched as blank, and adds up", async () => {
    const { viewer, attemptId, save } = await anAttempt();
    await save(1, quiz.right[0]);
    await save(2, quiz.wrong[1]);
    const submitted = await submitAttempt(viewer, { attemptId });
    expect(submitted).toEqual({ attemptId, points: 2, maxPoints: 2 * quiz.items.length });
    const result = await attemptResult(viewer, { attemptId });
    expect(result.questions.map((each) => each.outcome.state)).toEqual(
      quiz.items.map((_, index) => (index < 2 ? "scored" : "blank")),
    );
    expect(result.questions.map((each) => each.points)).toEqual(quiz.items.map((_, index) => (index === 0 ? 2 : 0)));
    expect(result).toMatchObject({
      own: true,
      attempt: { points: 2, number: 1, learner: { displayName: viewer.displayName } },
    });
    expect(result.questions[0]).toMatchObject({
      itemId: quiz.items[0]!.id,
      version: 1,
      answer: quiz.items[0]!.variants[0]!.key.answer,
    });
    expect(result.questions.at(-1)!.savedAt).toBeNull();
  });

  test("a right answer to everything earns everything", async () => {
    const { viewer, attemptId, save } = await anAttempt();
    for (const [index, fields] of quiz.right.entries()) await save(index + 1, fields);
    const { points, maxPoints } = await submitAttempt(viewer, { attemptId });
    expect(points).toBe(maxPoints);
  });

  test("many times at once is once", async () => {
    const { viewer, attemptId, save } = await anAttempt();
    await save(1, quiz.right[0]);
    const results = await Promise.all(Array.from({ length: 8 }, () => submitAttempt(viewer, { attemptId })));
    expect(new Set(results.map((each) => JSON.stringify(each))).size).toBe(1);
    const { attempt } = await attemptResult(viewer, { attemptId });
    await submitAttempt(viewer, { attemptId });
    expect((await attemptResult(viewer, { attemptId })).attempt).toEqual(attempt);
  });

  test("a save that comes after it changes nothing and is told so", async () => {
    const { viewer, attemptId, save } = await anAttempt();
    await save(1, quiz.wrong[0]);
    await submitAttempt(viewer, { attemptId });
    const before = [await responses(attemptId), await revisions(attemptId)];
    expect(await save(1, quiz.right[0], { flagged: true })).toEqual({ state: "closed" });
    expect([await responses(attemptId), await revisions(attemptId)]).toEqual(before);
  });

  test("every save that was acknowledged before it is graded, and none after it is acknowledged", async () => {
    for (let round = 0; round < 12; round++) {
      const { viewer, attemptId, save } = await anAttempt();
      const saves = quiz.items.map((_, index) => save(index + 1, quiz.right[index]));
      const [submitted, ...saved] = await Promise.all([submitAttempt(viewer, { attemptId }), ...saves]);
      const acknowledged = saved.filter((each) => each.state === "saved").length;
      const graded = (await responses(attemptId)).filter((each) => each.outcome === "scored").length;
      expect(graded).toBe(acknowledged);
      expect(submitted.points).toBe(2 * acknowledged);
      expect(await revisions(attemptId)).toHaveLength(acknowledged);
    }
  });
});

describe("a new release", () => {
  test("leaves an attempt as it began, before and after it is submitted", async () => {
    const changing = await aPublishedQuiz();
    const { viewer } = await aLearner({ schoolId });
    const { attemptId } = await startAttempt(viewer, changing);
    const before = await attemptQuestion(viewer, { attemptId, position: 1 });
    const newer = await changing.reworded();
    expect(await attemptQuestion(viewer, { attemptId, position: 1 })).toEqual(before);
    await submitAttempt(viewer, { attemptId });
    expect((await attemptResult(viewer, { attemptId })).questions[0]).toMatchObject({
      prompt: changing.items[0]!.variants[0]!.prompt,
      version: 1,
    });
    const next = await startAttempt(viewer, changing);
    const { question } = await attemptQuestion(viewer, { ...next, position: 1 });
    expect(question.prompt).toBe(newer.quizzes[0]!.items[0]!.variants[0]!.prompt);
  });
});

describe("a question", () => {
  test("holds nothing of its key", async () => {
    const { viewer, attemptId } = await anAttempt();
    for (const [index, item] of quiz.items.entries()) {
      const asked = await attemptQuestion(viewer, { attemptId, position: index + 1 });
      expect(Object.keys(asked.question)).not.toContain("key");
      const shown = JSON.stringify([
        asked,
        await attemptOverview(viewer, { attemptId }),
        await quizOverview(viewer, quiz),
      ]);
      expect(shown).not.toContain(SECRET);
      for (const { key } of item.variants) expect(shown).not.toContain(JSON.stringify(key.answer));
    }
  });

  test("looks the same each time it is opened", async () => {
    const { viewer, attemptId } = await anAttempt();
    const open = () => attemptQuestion(viewer, { attemptId, position: 1 });
    expect(await open()).toEqual(await open());
  });

  test("that is not there is not found", async () => {
    const { viewer, attemptId } = await anAttempt();
    await expect(attemptQuestion(viewer, { attemptId, position: 99 })).rejects.toHaveProperty("name", "NotFound");
  });
});
