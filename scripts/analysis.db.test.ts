import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { questionAnalysis, quizResponses, saveResponse, startAttempt, submitAttempt } from "@/records";
import { closeDatabase } from "@/records/database";
import { aClass, aLearner, aPublishedQuiz, aSchool, aTeacher } from "@/test/factories";

afterAll(closeDatabase);

/** What the command prints for a file. */
function printed(file: unknown): { test: Record<string, number | null>; questions: Record<string, unknown>[] } {
  const { DATABASE_URL: _, NODE_OPTIONS: __, ...env } = process.env;
  const command = ["--conditions=react-server", "--import", "./scripts/typescript.mjs", "scripts/analysis.ts", "-"];
  const input = JSON.stringify(file);
  const { status, stdout } = spawnSync(process.execPath, command, {
    cwd: join(import.meta.dirname, ".."),
    encoding: "utf8",
    input,
    env,
  });
  expect(status, stdout).toBe(0);
  return JSON.parse(stdout) as ReturnType<typeof printed>;
}

test.each([
  { name: "one question a place", variants: 1, reword: false },
  { name: "parallel questions", variants: 3, reword: false },
  { name: "a quiz that changed", variants: 1, reword: true },
])(
  "the page's numbers are the command's, of $name",
  async ({ variants, reword }) => {
    const { schoolId } = await aSchool();
    const [quiz, teacher] = await Promise.all([aPublishedQuiz({ variants, points: 3 }), aTeacher({ schoolId })]);
    const people = await Promise.all(Array.from({ length: 9 }, () => aLearner({ schoolId })));
    const { classId } = await aClass({ teacher, learners: people, courseId: quiz.courseId });
    for (const [i, { viewer }] of people.entries()) {
      if (reword && i === 5) await quiz.reworded();
      const { attemptId } = await startAttempt(viewer, quiz);
      for (const [j, fields] of quiz.right.entries())
        if ((i * 7 + j * 3) % 5 > 1)
          await saveResponse(viewer, {
            attemptId,
            position: j + 1,
            revisionId: randomUUID(),
            fields: (i + j) % 4 === 0 ? quiz.wrong[j] : fields,
          });
      await submitAttempt(viewer, { attemptId });
    }
    const wanted = { classId, quizId: quiz.quizId };
    const [page, file, named] = await Promise.all([
      questionAnalysis(teacher.viewer, wanted),
      quizResponses(teacher.viewer, wanted),
      quizResponses(teacher.viewer, { ...wanted, names: true }),
    ]);
    const { test: ofTest, questions } = printed(file);
    const { attempts, ...measures } = ofTest;
    expect(attempts).toBe(page.attempts);
    for (const [name, value] of Object.entries(measures))
      expect([name, page.test[name as keyof typeof page.test].value]).toEqual([name, value]);
    const versions = page.places.flatMap((place) => place.versions);
    expect(questions.map(({ question }) => question)).toEqual(versions.map(({ question }) => question));
    for (const [j, { question: _, ...values }] of questions.entries())
      for (const [name, value] of Object.entries(values)) {
        const figures = versions[j]!.figures;
        expect([j, name, figures[name as keyof typeof figures].value]).toEqual([j, name, value]);
      }
    expect(printed(named)).toEqual({ test: ofTest, questions });
  },
  120_000,
);
