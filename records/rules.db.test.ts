import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import {
  attemptExport,
  attemptOverview,
  attemptQuestion,
  attemptResult,
  classScores,
  home,
  learnerAttempts,
  quizOverview,
  saveResponse,
  startAttempt,
  submitAttempt,
  takeHint,
  tryAnswer,
  type ChosenRules,
  type Saved,
} from "@/records";
import {
  aClass,
  aLearner,
  aPublishedQuiz,
  aSchool,
  aTeacher,
  SECRET,
  type QuizWanted,
  type SomeQuiz,
} from "@/test/factories";

import { closeDatabase, database } from "./database";
import { regrade } from "./regrade";

let schoolId: string;

beforeAll(async () => {
  ({ schoolId } = await aSchool());
});
afterAll(closeDatabase);

/** An attempt of a new learner at a new quiz, or at the one given. */
async function begun(wanted: QuizWanted | SomeQuiz, chosen?: ChosenRules) {
  const quiz = "quizId" in wanted ? wanted : await aPublishedQuiz(wanted);
  const learner = await aLearner({ schoolId });
  const { viewer } = learner;
  const { attemptId } = await startAttempt(viewer, { quizId: quiz.quizId, ...(chosen && { rules: chosen }) });
  const at = (position: number) => ({ attemptId, position });
  const save = (position: number, fields: unknown, more = {}): Promise<Saved> =>
    saveResponse(viewer, { ...at(position), revisionId: randomUUID(), fields, ...more });
  const shown = async (position: number) => (await attemptQuestion(viewer, at(position))).question;
  return {
    quiz,
    learner,
    viewer,
    attemptId,
    save,
    shown,
    check: (position: number, more = {}) => tryAnswer(viewer, { ...at(position), ...more }),
    hint: (position: number, more = {}) => takeHint(viewer, { ...at(position), ...more }),
    submit: () => submitAttempt(viewer, { attemptId }),
    result: () => attemptResult(viewer, { attemptId }),
  };
}

/** Everything that an open attempt tells. */
async function told({ viewer, attemptId, quiz }: Awaited<ReturnType<typeof begun>>): Promise<string> {
  const questions = await Promise.all(
    quiz.items.map((_, index) => attemptQuestion(viewer, { attemptId, position: index + 1 })),
  );
  return JSON.stringify([
    questions,
    await attemptOverview(viewer, { attemptId }),
    await quizOverview(viewer, quiz),
    await home(viewer),
  ]);
}

const everything = async (attemptId: string) => ({
  responses: await database().response.findMany({ where: { attemptId }, orderBy: { position: "asc" } }),
  revisions: await database().revision.findMany({ where: { attemptId }, orderBy: { id: "asc" } }),
  tries: await database().try.findMany({ where: { attemptId }, orderBy: [{ position: "asc" }, { number: "asc" }] }),
});

describe("variants", () => {
  test("one of each question is drawn when an attempt begins, and stays", async () => {
    const quiz = await aPublishedQuiz({ variants: 4 });
    const drawn = new Map<number, Set<string>>();
    for (let round = 0; round < 12; round++) {
      const attempt = await begun(quiz);
      for (const [index, item] of quiz.items.entries()) {
        const { prompt } = await attempt.shown(index + 1);
        expect(item.variants.map((each) => each.prompt)).toContain(prompt);
        expect((await attempt.shown(index + 1)).prompt).toBe(prompt);
        drawn.set(index, (drawn.get(index) ?? new Set()).add(prompt));
      }
    }
    // Twelve draws of four: that one position always got the same has a chance of one in four million.
    for (const prompts of drawn.values()) expect(prompts.size).toBeGreaterThan(1);
  });

  test("count once in points and questions", async () => {
    const { viewer, quiz, attemptId, save, submit } = await begun({ variants: 3, points: 2 });
    const of = quiz.items.length;
    expect(await quizOverview(viewer, quiz)).toMatchObject({ questions: of, maxPoints: 2 * of });
    expect(await attemptOverview(viewer, { attemptId })).toMatchObject({ of });
    for (const [index, fields] of quiz.right.entries()) await save(index + 1, fields);
    expect(await submit()).toMatchObject({ points: 2 * of, maxPoints: 2 * of });
  });

  test("are graded and explained as they were drawn, and their seed draws them again", async () => {
    const { quiz, save, shown, submit, result, viewer, attemptId } = await begun({ variants: 3, help: true });
    const { prompt } = await shown(1);
    await save(1, quiz.wrong[0]);
    await submit();
    const [first] = (await result()).questions;
    const variant = quiz.items[0]!.variants.findIndex((each) => each.prompt === prompt);
    expect(first).toMatchObject({
      prompt,
      itemId: quiz.items[0]!.variants[variant]!.id,
      variant: { number: variant + 1, of: 3 },
    });
    const { items } = await attemptExport(viewer, { attemptId });
    expect(items.map((item, index) => regrade(item, index + 1))).toEqual(
      items.map(() => expect.objectContaining({ asRecorded: true }) as unknown),
    );
    // Of the other variants, nothing: the next attempt may ask them.
    const others = quiz.items[0]!.variants.filter((_, index) => index !== variant);
    for (const { id } of others) expect(JSON.stringify(items)).not.toContain(`${id}"`);
  });

  test("an answer made for another one is refused and changes nothing", async () => {
    const quiz = await aPublishedQuiz({ variants: 6, rules: { tries: 3 }, help: true });
    const mine = await begun(quiz);
    const { version } = await mine.shown(1);
    let theirs = await begun(quiz);
    while ((await theirs.shown(1)).version === version) theirs = await begun(quiz);
    const { version: foreign } = await theirs.shown(1);
    expect(await mine.save(1, quiz.right[0], { version })).toMatchObject({ state: "saved" });
    const before = await everything(mine.attemptId);
    for (const wrong of [foreign, randomUUID(), "", "1"]) {
      expect(await mine.save(1, quiz.wrong[0], { version: wrong, flagged: true })).toMatchObject({
        state: "elsewhere",
      });
      expect(await mine.check(1, { version: wrong })).toMatchObject({ state: "elsewhere" });
      expect(await mine.hint(1, { version: wrong })).toMatchObject({ state: "elsewhere" });
    }
    expect(await everything(mine.attemptId)).toEqual(before);
  });

  test("many starts at once draw once", async () => {
    const quiz = await aPublishedQuiz({ variants: 5 });
    const { viewer } = await aLearner({ schoolId });
    const started = await Promise.all(Array.from({ length: 8 }, () => startAttempt(viewer, quiz)));
    expect(new Set(started.map((each) => each.attemptId)).size).toBe(1);
    expect((await everything(started[0]!.attemptId)).responses).toHaveLength(quiz.items.length);
  });
});

describe("an answer that is checked on the way", () => {
  test("is told right or wrong with the author's feedback, and what is left; never the key", async () => {
    const attempt = await begun({ rules: { tries: 3, penalty: 0.25 }, help: true, points: 4 });
    const { quiz, save, check, shown } = attempt;
    await save(1, quiz.wrong[0]);
    const [feedback] = Object.values(quiz.items[0]!.variants[0]!.key.answers!);
    expect(await check(1)).toEqual({
      state: "tried",
      number: 1,
      fraction: 0,
      right: false,
      read: expect.any(String) as string,
      triesLeft: 2,
      feedback: { answers: expect.arrayContaining([feedback]) as string[], band: `${SECRET}: low band` },
    });
    await save(1, quiz.right[0]);
    expect(await check(1)).toMatchObject({ state: "tried", number: 2, fraction: 1, right: true, triesLeft: 0 });
    expect(await shown(1)).toMatchObject({
      closed: true,
      triesLeft: 0,
      tries: [
        { number: 1, fraction: 0, right: false, feedback: { band: `${SECRET}: low band` } },
        { number: 2, fraction: 1, right: true, feedback: { answers: [], band: `${SECRET}: high band` } },
      ],
    });
    // Of why the right answer is right, and of the key, nothing.
    const open = await told(attempt);
    for (const { answer, why } of quiz.items[0]!.variants.map(({ key }) => key)) {
      expect(open).not.toContain(why.right);
      expect(open).not.toContain(why.general);
      expect(open).not.toContain(JSON.stringify(answer));
    }
    await attempt.submit();
    const [first] = (await attempt.result()).questions;
    expect(first).toMatchObject({
      points: 3,
      tries: [
        { number: 1, right: false, fields: quiz.wrong[0] },
        { number: 2, right: true },
      ],
      mark: [
        { label: "Try 1", value: "0" },
        { label: "Try 2", value: "1" },
        { label: "Less 0.25 for 1 extra try", value: "0.75" },
        { label: "The best try counts", value: "0.75" },
        { label: "Points: 0.75 × 4", value: "3" },
      ],
    });
  });

  test("takes no change after it was right, or after the last try; a flag it does", async () => {
    const { quiz, save, check, shown, attemptId } = await begun({ rules: { tries: 2, penalty: 0.5 } });
    await save(1, quiz.right[0]);
    await check(1);
    await save(2, quiz.wrong[1]);
    await check(2);
    await save(2, quiz.right[1]);
    await save(2, quiz.wrong[1]);
    expect(await check(2)).toMatchObject({ state: "tried", number: 1 });
    await save(2, {});
    expect(await check(2)).toEqual({ state: "unanswered" });
    await save(2, quiz.right[1]);
    expect(await check(2)).toMatchObject({ number: 2, triesLeft: 0 });
    const before = await everything(attemptId);
    expect(await save(1, quiz.wrong[0])).toEqual({ state: "done" });
    expect(await save(2, {})).toEqual({ state: "done" });
    expect(await everything(attemptId)).toEqual(before);
    expect(await check(1)).toMatchObject({ state: "tried", number: 1, right: true });
    expect(await save(1, undefined, { flagged: true })).toMatchObject({ state: "saved" });
    expect(await save(2, quiz.right[1], { flagged: true })).toMatchObject({ state: "saved", answered: true });
    expect(await shown(1)).toMatchObject({ flagged: true, closed: true, fields: quiz.right[0] });
    expect((await everything(attemptId)).tries).toEqual(before.tries);
  });

  test("checked many times at once is one try", async () => {
    const { quiz, save, check, attemptId } = await begun({ rules: { tries: 5, penalty: 0.1 } });
    await save(1, quiz.wrong[0]);
    const tried = await Promise.all(Array.from({ length: 8 }, () => check(1)));
    expect(new Set(tried.map((each) => JSON.stringify(each))).size).toBe(1);
    expect((await everything(attemptId)).tries).toHaveLength(1);
  });

  test("is not offered where the rules have one try, and not of a blank", async () => {
    const once = await begun({});
    await once.save(1, once.quiz.right[0]);
    expect(await once.check(1)).toEqual({ state: "not offered" });
    const often = await begun({ rules: { tries: 2 } });
    expect(await often.check(1)).toEqual({ state: "unanswered" });
    expect((await everything(often.attemptId)).tries).toEqual([]);
  });

  test("that is taken back afterwards is marked as it was checked", async () => {
    const { quiz, save, check, submit, result } = await begun({ rules: { tries: 3, certainty: true }, points: 3 });
    await save(1, quiz.wrong[0], { certainty: "high" });
    await check(1);
    await save(1, {}, { certainty: "low" });
    expect(await submit()).toMatchObject({ points: -6 });
    expect((await result()).questions[0]).toMatchObject({
      points: -6,
      certainty: "high",
      outcome: { state: "scored", fraction: 0 },
      fields: quiz.wrong[0],
    });
  });

  test("after handing in is told that it is closed", async () => {
    const { quiz, save, check, hint, submit, attemptId } = await begun({ rules: { tries: 2 }, help: true });
    await save(1, quiz.right[0]);
    await submit();
    const before = await everything(attemptId);
    expect(await check(1)).toEqual({ state: "closed" });
    expect(await hint(1)).toEqual({ state: "closed" });
    expect(await everything(attemptId)).toEqual(before);
  });

  test("races with saves and with handing in without a trace of either being half done", async () => {
    for (let round = 0; round < 8; round++) {
      const { quiz, save, check, submit, result, attemptId } = await begun({ rules: { tries: 1 + 1, penalty: 0 } });
      await save(1, quiz.right[0]);
      const [tried, saved, handedIn] = await Promise.all([check(1), save(1, quiz.wrong[0]), submit()]);
      const [first] = (await result()).questions;
      const { tries, responses } = await everything(attemptId);
      expect(tries).toHaveLength(tried.state === "tried" ? 1 : 0);
      if (tried.state === "tried" && tried.right) expect(first!.points).toBe(1);
      if (saved.state !== "saved") expect(responses[0]!.fields).toEqual(quiz.right[0]);
      expect(handedIn.points).toBe(first!.points);
    }
  });
});

describe("a hint", () => {
  test("is told one at a time at its price, and not before", async () => {
    const attempt = await begun({ help: true, points: 2 });
    const { quiz, hint, shown, save, submit, result } = attempt;
    const texts = quiz.items[0]!.variants[0]!.key.hints!.map(({ text }) => text);
    expect(await told(attempt)).not.toContain(SECRET);
    expect((await shown(1)).hints).toEqual([{ cost: 0.1 }, { cost: 0.25 }]);
    expect(await hint(1)).toEqual({ state: "hint", number: 1, text: texts[0], cost: 0.1, left: 1 });
    expect((await shown(1)).hints).toEqual([{ cost: 0.1, text: texts[0] }, { cost: 0.25 }]);
    const open = await told(attempt);
    expect(open.split(SECRET)).toHaveLength(2);
    expect(await hint(1)).toMatchObject({ state: "hint", number: 2, left: 0 });
    expect(await hint(1)).toEqual({ state: "none left" });
    await save(1, quiz.right[0]);
    await submit();
    expect((await result()).questions[0]).toMatchObject({
      points: 1.3,
      hintsTaken: [
        { text: texts[0], cost: 0.1 },
        { text: texts[1], cost: 0.25 },
      ],
      feedback: { general: `${SECRET}: this is so.`, answers: [], band: `${SECRET}: high band` },
    });
  });

  test("asked for many times at once by one page is taken once", async () => {
    const { hint, attemptId } = await begun({ help: true });
    const hinted = await Promise.all(Array.from({ length: 8 }, () => hint(1, { taken: 0 })));
    expect(new Set(hinted.map((each) => JSON.stringify(each))).size).toBe(1);
    expect((await everything(attemptId)).responses[0]).toMatchObject({ hintsTaken: 1 });
    expect(await hint(1, { taken: -1 })).toMatchObject({ state: "malformed" });
    expect(await hint(1, { taken: Number.NaN })).toMatchObject({ state: "malformed" });
  });

  test("is not there for a question without hints, nor for one that is settled", async () => {
    const without = await begun({});
    expect(await without.hint(1)).toEqual({ state: "none left" });
    const { quiz, save, check, hint } = await begun({ help: true, rules: { tries: 2 } });
    await save(1, quiz.right[0]);
    await check(1);
    expect(await hint(1)).toEqual({ state: "done" });
  });
});

describe("certainty", () => {
  test("takes points below 0, and the sum is shown as it is", async () => {
    const { quiz, save, submit, result, viewer } = await begun({ rules: { certainty: true }, points: 3 });
    await save(1, quiz.right[0], { certainty: "high" });
    await save(2, quiz.wrong[1], { certainty: "high" });
    await save(3, quiz.wrong[2], { certainty: "low" });
    await save(4, quiz.right[3], { certainty: "middle" });
    await save(5, quiz.right[4]);
    await save(6, {}, { certainty: "high" });
    expect(await submit()).toMatchObject({ points: 3 - 6 + 0 + 2 + 1 });
    const { questions, attempt } = await result();
    expect(attempt).toMatchObject({ points: 0, practice: false, rules: { certainty: true, tries: 1, penalty: 0 } });
    expect(questions.slice(0, 6).map(({ points, certainty }) => [points, certainty])).toEqual([
      [3, "high"],
      [-6, "high"],
      [0, "low"],
      [2, "middle"],
      [1, null],
      [0, "high"],
    ]);
    expect((await quizOverview(viewer, quiz)).attempts[0]!.points).toBe(0);
  });

  test("of a class may leave a learner below 0, and their share is 0", async () => {
    const quiz = await aPublishedQuiz({ rules: { certainty: true } });
    const teacher = await aTeacher({ schoolId });
    const { learner, save, submit } = await begun(quiz);
    const { classId } = await aClass({ teacher, learners: [learner], courseId: quiz.courseId });
    await save(1, quiz.wrong[0], { certainty: "high" });
    expect(await submit()).toMatchObject({ points: -2 });
    const { learners, quizMeans } = await classScores(teacher.viewer, { classId });
    expect(learners[0]!.cells[0]).toMatchObject({ state: "scored", points: -2, fraction: 0 });
    expect([learners[0]!.mean, quizMeans[0]]).toEqual([0, 0]);
  });

  test("is kept with the answer, alone too, and stays after the first try", async () => {
    const { quiz, save, shown, check } = await begun({ rules: { certainty: true, tries: 3 } });
    await save(1, undefined, { certainty: "middle" });
    expect(await shown(1)).toMatchObject({ certainty: "middle", answered: false });
    await save(1, quiz.wrong[0]);
    expect(await shown(1)).toMatchObject({ certainty: "middle", answered: true });
    await check(1);
    await save(1, quiz.right[0], { certainty: "high" });
    expect(await shown(1)).toMatchObject({ certainty: "middle", fields: quiz.right[0] });
  });

  test.each(["", "HIGH", "certain", 3, true, ["high"], { high: 1 }])(
    "%j is none: it is refused and changes nothing",
    async (certainty) => {
      const { quiz, save, attemptId } = await begun({ rules: { certainty: true } });
      const before = await everything(attemptId);
      expect(await save(1, quiz.right[0], { certainty })).toMatchObject({ state: "malformed" });
      expect(await everything(attemptId)).toEqual(before);
    },
  );

  test("is refused where the attempt does not ask for it", async () => {
    const { quiz, save } = await begun({});
    expect(await save(1, quiz.right[0], { certainty: "high" })).toMatchObject({ state: "malformed" });
  });
});

describe("practice", () => {
  test("by rules of one's own is listed for the learner and in no class's scores", async () => {
    const quiz = await aPublishedQuiz({ points: 2 });
    const teacher = await aTeacher({ schoolId });
    const { learner, viewer, save, check, submit, attemptId, result } = await begun(quiz, {
      check: true,
      certainty: true,
    });
    const { classId } = await aClass({ teacher, learners: [learner], courseId: quiz.courseId });
    const cell = async () => (await classScores(teacher.viewer, { classId })).learners[0]!.cells[0];
    expect(await cell()).toEqual({ state: "not tried" });
    await save(1, quiz.right[0], { certainty: "high" });
    expect(await check(1)).toMatchObject({ right: true });
    await submit();
    expect(await cell()).toEqual({ state: "not tried" });
    expect((await quizOverview(viewer, quiz)).attempts).toMatchObject([{ id: attemptId, points: 2, practice: true }]);
    expect((await home(viewer)).quizzes.find((each) => each.quizId === quiz.quizId)).toMatchObject({
      best: null,
      attempts: 0,
    });
    expect((await result()).attempt).toMatchObject({ practice: true, rules: { certainty: true, tries: 3 } });
    const { quizzes } = await learnerAttempts(teacher.viewer, { classId, personId: learner.personId });
    expect(quizzes[0]!.attempts).toMatchObject([{ practice: true }]);

    const { attemptId: counts } = await startAttempt(viewer, quiz);
    expect((await attemptOverview(viewer, { attemptId: counts })).attempt).toMatchObject({
      practice: false,
      rules: { certainty: false, tries: 1, penalty: 0 },
    });
    await submitAttempt(viewer, { attemptId: counts });
    expect(await cell()).toMatchObject({ state: "scored", attempts: 1, attemptId: counts });
  });

  test("goes on with its rules, whatever is chosen when it is resumed", async () => {
    const { viewer, quiz, attemptId } = await begun({}, { check: true });
    expect(await startAttempt(viewer, { quizId: quiz.quizId, rules: { certainty: true } })).toEqual({ attemptId });
    expect((await attemptOverview(viewer, { attemptId })).attempt.rules).toEqual({
      certainty: false,
      tries: 3,
      penalty: 1 / 3,
    });
  });
});

describe("changes of one page", () => {
  test("count in the order in which they were made, however they arrive", async () => {
    const { quiz, save, shown, attemptId } = await begun({});
    const page = randomUUID();
    await save(1, quiz.right[0], { page, turn: 2, flagged: true });
    const late = await save(1, quiz.wrong[0], { page, turn: 1, flagged: false });
    expect(late).toMatchObject({ state: "saved", answered: true });
    expect(await shown(1)).toMatchObject({ fields: quiz.right[0], flagged: true });
    expect((await everything(attemptId)).revisions).toHaveLength(2);
    await save(1, quiz.wrong[0], { page, turn: 3 });
    expect((await shown(1)).fields).toEqual(quiz.wrong[0]);
  });

  test("stand by their turn in whatever order they come, the flag for itself when it came alone", async () => {
    const { quiz, attemptId, save, shown, viewer } = await begun({});
    const flag = (turn: number, flagged: boolean, page: string) =>
      saveResponse(viewer, { attemptId, position: 1, revisionId: randomUUID(), page, turn, flagged });
    for (const order of ["1234", "1243", "4321", "2413", "4123", "3412"]) {
      const page = randomUUID();
      for (const turn of order)
        if (turn === "1") await save(1, quiz.right[0], { page, turn: 1, flagged: false });
        else if (turn === "2") await save(1, quiz.wrong[0], { page, turn: 2, flagged: true });
        else await flag(Number(turn), turn === "4", page);
      expect(await shown(1), order).toMatchObject({ fields: quiz.wrong[0], flagged: true });
    }
  });

  test("of which one is late do not undo what another device has saved since", async () => {
    const { quiz, save, shown } = await begun({});
    const [here, there] = [randomUUID(), randomUUID()];
    await save(1, quiz.wrong[0], { page: here, turn: 2 });
    await save(1, quiz.right[0], { page: there, turn: 1 });
    await save(1, {}, { page: here, turn: 1 });
    expect((await shown(1)).fields).toEqual(quiz.right[0]);
    await save(1, quiz.wrong[0], { page: here, turn: 3 });
    expect((await shown(1)).fields).toEqual(quiz.wrong[0]);
  });

  test("that arrive at once leave the last made", async () => {
    for (let round = 0; round < 10; round++) {
      const { quiz, save, shown } = await begun({});
      const page = randomUUID();
      const turns = [1, 2, 3, 4, 5, 6].sort(() => Math.random() - 0.5);
      const fields = (turn: number) => (turn === 6 ? quiz.right[0] : turn % 2 ? quiz.wrong[0] : {});
      await Promise.all(turns.map((turn) => save(1, fields(turn), { page, turn })));
      expect((await shown(1)).fields).toEqual(quiz.right[0]);
    }
  });

  test.each([
    ["a turn without a page", { turn: 1 }],
    ["a page without a turn", { page: randomUUID() }],
    ["a page that is no UUID", { page: "1", turn: 1 }],
    ["turn 0", { page: randomUUID(), turn: 0 }],
    ["half a turn", { page: randomUUID(), turn: 1.5 }],
    ["a turn beyond all", { page: randomUUID(), turn: 1e12 }],
  ])("with %s are refused and change nothing", async (_, more) => {
    const { quiz, save, attemptId } = await begun({});
    const before = await everything(attemptId);
    expect(await save(1, quiz.right[0], more)).toMatchObject({ state: "malformed" });
    expect(await everything(attemptId)).toEqual(before);
  });
});

describe("an export", () => {
  test("is graded anew to the same marks, whatever the rules were", async () => {
    const { quiz, save, check, hint, submit, viewer, attemptId } = await begun({
      rules: { certainty: true, tries: 3, penalty: 1 / 3, bands: [{ from: 0, say: "Go on." }] },
      help: true,
      variants: 3,
      points: 5,
    });
    for (const [index, certainty] of (["low", "middle", "high", null] as const).entries()) {
      const position = index + 1;
      await save(position, quiz.wrong[index], certainty ? { certainty } : {});
      await check(position);
      if (index % 2) await hint(position);
      await save(position, quiz.right[index]);
      if (index > 1) await check(position);
    }
    await save(5, quiz.wrong[4], { certainty: "high" });
    await submit();
    const exported = await attemptExport(viewer, { attemptId });
    // Through JSON, as a file is.
    const { items, attempt } = JSON.parse(JSON.stringify(exported)) as typeof exported;
    const results = items.map((item, index) => regrade(item, index + 1));
    for (const each of results) expect(each).toMatchObject({ asRecorded: true });
    const points = results.reduce((sum, each) => sum + ("points" in each ? each.points : Number.NaN), 0);
    expect(points).toBeCloseTo(attempt.points, 9);
    expect(JSON.stringify(exported)).not.toContain(viewer.displayName);
    expect(await attemptResult(viewer, { attemptId })).toMatchObject({ attempt: { band: "Go on." } });
    // Of nothing, as where every question was dropped, there is nothing to say.
    await database().attempt.updateMany({ where: { id: attemptId }, data: { points: 0, maxPoints: 0 } });
    expect((await attemptResult(viewer, { attemptId })).attempt.band).toBeUndefined();
  });
});

describe("a result from before receipts said what was matched", () => {
  test("is shown all the same", async () => {
    const { quiz, save, submit, result, attemptId } = await begun({ points: 2 });
    await save(1, quiz.right[0]);
    await submit();
    const old = JSON.stringify({ read: "x", rule: "One rule.", lines: [], notes: [] });
    await database().$executeRaw`
      UPDATE "Response" SET "receipt" = ${old}::jsonb, "mark" = NULL
      WHERE "attemptId" = ${attemptId}::uuid AND "position" = 1`;
    expect((await result()).questions[0]).toMatchObject({
      outcome: { state: "scored", receipt: { read: "x", matched: [], parts: [] } },
      mark: [{ label: "Points: 1 × 2", value: "2" }],
    });
  });
});
