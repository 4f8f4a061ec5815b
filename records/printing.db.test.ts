import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { kindOf } from "@/questions";
import { NotFound, quizPaper, quizPaperKey } from "@/records";
import { aLearner, anAdministrator, aPublishedQuiz, aSchool, aTeacher, SECRET } from "@/test/factories";
import type { SomePerson, SomeQuiz } from "@/test/factories";

import { closeDatabase } from "./database";

let quiz: SomeQuiz;
let learner: SomePerson;
let teacher: SomePerson;
let administrator: SomePerson;

beforeAll(async () => {
  const { schoolId } = await aSchool();
  [quiz, learner, teacher, administrator] = await Promise.all([
    aPublishedQuiz({ points: 2, variants: 4, help: true }),
    aLearner({ schoolId }),
    aTeacher({ schoolId }),
    anAdministrator({ schoolId }),
  ]);
});
afterAll(closeDatabase);

const prompts = ({ questions }: { questions: readonly { prompt: string }[] }) => questions.map(({ prompt }) => prompt);

describe("a quiz on paper", () => {
  test("asks every question once, for the quiz's points, and holds nothing of a key", async () => {
    const paper = await quizPaper(learner.viewer, { ...quiz, paper: "A" });
    expect(paper.questions.map(({ position }) => position)).toEqual(quiz.items.map((_, index) => index + 1));
    expect(paper.maxPoints).toBe(2 * quiz.items.length);
    expect(JSON.stringify(paper)).not.toContain(SECRET);
    for (const question of paper.questions)
      expect(Object.keys(question).sort()).toEqual(["body", "kind", "points", "position", "prompt"]);
  });

  test("is the same every time and for everybody, and other papers ask other variants", async () => {
    const first = await quizPaper(learner.viewer, { ...quiz, paper: "A" });
    expect(await quizPaper(teacher.viewer, { ...quiz, paper: "A" })).toEqual(first);
    const others = await Promise.all(["B", "C", "D"].map((paper) => quizPaper(learner.viewer, { ...quiz, paper })));
    expect(new Set([first, ...others].map((paper) => prompts(paper).join())).size).toBe(4);
  });

  test("there is none by another name, or of another quiz", async () => {
    for (const paper of ["", "a", "AA", "1", "'"])
      await expect(quizPaper(learner.viewer, { ...quiz, paper })).rejects.toThrow(NotFound);
    await expect(quizPaper(learner.viewer, { quizId: "no-such-quiz", paper: "A" })).rejects.toThrow(NotFound);
    for (const edition of ["", "00000000", "zzzzzzzz", "%"])
      await expect(quizPaper(learner.viewer, { ...quiz, paper: "A", edition })).rejects.toThrow(NotFound);
  });
});

describe("the key to a paper", () => {
  test("goes with the paper, question by question, and each of its answers earns all", async () => {
    const paper = await quizPaper(teacher.viewer, { ...quiz, paper: "C" });
    for (const { viewer } of [teacher, administrator]) {
      const key = await quizPaperKey(viewer, { ...quiz, paper: "C" });
      expect(key.questions.map(({ answer: _, why: __, ...question }) => question)).toEqual(paper.questions);
      for (const { kind: name, body, answer, why } of key.questions) {
        const kind = kindOf(name);
        const reading = kind.read(kind.solve(answer, body), body);
        expect(reading.state === "read" && kind.grade(reading.response, answer, body)).toMatchObject({ fraction: 1 });
        expect(why.right).toContain(SECRET);
      }
    }
  });

  test("is not there for a learner", async () => {
    await expect(quizPaperKey(learner.viewer, { ...quiz, paper: "A" })).rejects.toThrow(NotFound);
  });

  test("is found for a paper that was printed before the quiz was published anew", async () => {
    const old = await aPublishedQuiz();
    const printed = await quizPaper(learner.viewer, { ...old, paper: "A" });
    await old.reworded();
    const now = await quizPaper(learner.viewer, { ...old, paper: "A" });
    expect(now.edition).not.toBe(printed.edition);
    expect(prompts(now)).not.toEqual(prompts(printed));
    const key = await quizPaperKey(teacher.viewer, { ...old, paper: "A", edition: printed.edition });
    expect(prompts(key)).toEqual(prompts(printed));
  });
});
