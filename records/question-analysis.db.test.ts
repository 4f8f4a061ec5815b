import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { analyse, type QuestionPoints } from "@/assessment/analysis";
import { countedScore, type CountingRule } from "@/assessment";
import {
  aClass,
  aLearner,
  anAssignment,
  aPublishedQuiz,
  aSchool,
  aTeacher,
  handedIn,
  type SomePerson,
  type SomeQuiz,
} from "@/test/factories";

import { startAttempt } from "./attempts";
import { classQuizzes } from "./class-quizzes";
import { closeDatabase, database } from "./database";
import { newId } from "./new-id";
import { questionAnalysis, quizResponses } from "./question-analysis";

afterAll(closeDatabase);

const learners = (schoolId: string, ...names: string[]) =>
  Promise.all(names.map((displayName) => aLearner({ schoolId, displayName })));

describe("the statistics, computed a second way by the database", () => {
  const sets: { name: string; rows: (number | null)[][]; max: number[] }[] = [
    {
      name: "right or wrong",
      max: [1, 1, 1, 1],
      rows: [
        [1, 1, 1, 0],
        [1, 0, 1, 0],
        [1, 1, 0, 1],
        [0, 0, 0, 0],
        [1, 1, 1, 1],
        [1, 0, 0, 0],
        [0, 1, 0, 0],
      ],
    },
    {
      name: "parts of points, thirds, and a question that costs",
      max: [3, 2, 1, 5],
      rows: [
        [3, 2 / 3, 1, 5],
        [1.5, 2, -0.5, 2.5],
        [0, 1 / 3, 0.25, 1],
        [2.25, 4 / 3, 1, 0],
        [3, 2, 0, 4.5],
      ],
    },
    {
      name: "with gaps: two parallel questions, of which each was asked one",
      max: [2, 2, 1, 3],
      rows: [
        [2, null, 1, 3],
        [1, null, 0, 1.5],
        [null, 2, 1, 2],
        [null, 0, 0, 0],
        [0, null, 1, 0.5],
        [null, 1.5, 1, 3],
        [null, 1, 0, 1],
        [2, null, 1, 2.5],
      ],
    },
  ];

  interface ByQuestion {
    question: number;
    facility: number;
    sd: number;
    discrimination: number;
  }

  test.each(sets)("$name", async ({ rows, max }) => {
    const gaps = rows.some((row) => row.includes(null));
    const place = (j: number) => (gaps && j < 2 ? 0 : j);
    const long = rows.flatMap((row, learner) =>
      row.map((points, question) => ({ learner, question, place: place(question), points, max: max[question] })),
    );
    const table = JSON.stringify(long);
    const byQuestion = await database().$queryRaw<ByQuestion[]>`
      WITH r AS (
        SELECT * FROM jsonb_to_recordset(${table}::jsonb)
          AS r("learner" int, "question" int, "place" int, "points" float8, "max" float8)
        WHERE "points" IS NOT NULL
      ), t AS (SELECT "learner", sum("points") AS "total" FROM r GROUP BY "learner")
      SELECT "question", 100 * avg("points") / min("max") AS "facility", sqrt(var_samp("points")) AS "sd",
             100 * covar_samp("points", "total" - "points")
               / sqrt(var_samp("points") * var_samp("total" - "points")) AS "discrimination",
             100 * corr("points", "total" - "points") AS "again"
      FROM r JOIN t USING ("learner") GROUP BY "question" ORDER BY "question"`;
    const [byTest] = await database().$queryRaw<{ mean: number; sd: number; cic: number }[]>`
      WITH r AS (
        SELECT * FROM jsonb_to_recordset(${table}::jsonb) AS r("learner" int, "place" int, "points" float8)
        WHERE "points" IS NOT NULL
      ), t AS (
        SELECT avg("total") AS "mean", var_samp("total") AS "variance"
        FROM (SELECT sum("points") AS "total" FROM r GROUP BY "learner") each
      ), v AS (SELECT var_samp("points") AS "variance" FROM r GROUP BY "place")
      SELECT t."mean", sqrt(t."variance") AS "sd",
        100 * count(*)::float8 / (count(*) - 1) * (1 - sum(v."variance") / t."variance") AS "cic"
      FROM v CROSS JOIN t GROUP BY t."mean", t."variance"`;

    const questions = max.map((each, j): QuestionPoints => ({
      question: `q${j}`,
      max: each,
      points: rows.map((row) => row[j]!),
      randomGuess: null,
      ...(gaps && { place: String(place(j)) }),
    }));
    const analysis = analyse(questions);
    for (const [j, sql] of byQuestion.entries()) {
      const ours = analysis.questions[j]!;
      expect(ours.facility.value).toBeCloseTo(sql.facility, 9);
      expect(ours.sd.value).toBeCloseTo(sql.sd, 9);
      expect(ours.discriminationIndex.value).toBeCloseTo(sql.discrimination, 9);
    }
    expect(analysis.test.mean.value).toBeCloseTo(byTest!.mean, 9);
    expect(analysis.test.sd.value).toBeCloseTo(byTest!.sd, 9);
    expect(analysis.test.cic.value).toBeCloseTo(byTest!.cic, 9);
  });
});

describe("a class's quiz", () => {
  let schoolId: string;
  let quiz: SomeQuiz;
  let teacher: SomePerson;
  let people: SomePerson[];
  let classId: string;

  beforeAll(async () => {
    ({ schoolId } = await aSchool());
    [quiz, teacher] = await Promise.all([aPublishedQuiz({ points: 2 }), aTeacher({ schoolId })]);
    people = await learners(schoolId, "Anna", "Boris", "Cilla", "Dace", "Egils", "Fricis");
    ({ classId } = await aClass({ teacher, learners: people, courseId: quiz.courseId }));
    const [anna, boris, cilla, dace, egils] = people as [SomePerson, SomePerson, SomePerson, SomePerson, SomePerson];
    await handedIn(anna, quiz, "W---");
    await handedIn(anna, quiz, "RRRR-W");
    await handedIn(boris, quiz, "RWRWRW");
    await handedIn(cilla, quiz, "WWWW");
    await handedIn(dace, quiz, "RRW-RR");
    await startAttempt(egils.viewer, quiz);
  });

  test("counts the best attempt of who handed in, and nothing that is open", async () => {
    const found = await questionAnalysis(teacher.viewer, { classId, quizId: quiz.quizId });
    expect(found).toMatchObject({ learners: 6, attempts: 4, classes: 1, editions: 1, of: "class" });
    expect(found.places.map(({ attempts }) => attempts)).toEqual(quiz.items.map(() => 4));
    expect(found.places[0]!.points.sort()).toEqual([0, 2, 2, 2]);
    expect(found.places[0]!.figures.facility.value).toBe(75);
  });

  test("agrees with what the database makes of its responses", async () => {
    const found = await questionAnalysis(teacher.viewer, { classId, quizId: quiz.quizId });
    const sql = await database().$queryRaw<{ position: number; facility: number; sd: number; index: number | null }[]>`
      WITH best AS (
        SELECT DISTINCT ON ("personId") * FROM "Attempt"
        WHERE "quizId" = ${quiz.quizId} AND "submittedAt" IS NOT NULL ORDER BY "personId", "points" DESC
      )
      SELECT r."position", 50 * avg(r."points") AS "facility", stddev_samp(r."points") AS "sd",
             100 * corr(r."points", a."points" - r."points") AS "index"
      FROM best a JOIN "Response" r ON r."attemptId" = a."id" GROUP BY 1 ORDER BY 1`;
    expect(sql).toHaveLength(found.places.length);
    for (const { position, facility, sd, index } of sql) {
      const { figures } = found.places[position - 1]!;
      expect(figures.facility.value).toBeCloseTo(facility, 9);
      expect(figures.sd.value).toBeCloseTo(sd, 9);
      if (index === null) expect(figures.discriminationIndex.value).toBeNull();
      else expect(figures.discriminationIndex.value).toBeCloseTo(index, 9);
    }
  });

  test("says what was answered wrongly and by whom, for every kind", async () => {
    const everyone = await learners(schoolId, "Gita", "Hugo");
    const all = await aClass({ teacher, learners: everyone, courseId: quiz.courseId });
    for (const person of everyone) await handedIn(person, quiz, "W".repeat(quiz.items.length));
    const { places } = await questionAnalysis(teacher.viewer, { classId: all.classId, quizId: quiz.quizId });
    for (const { versions } of places) {
      const [{ answers, kind }] = versions as [(typeof versions)[number]];
      const wrong = answers.filter(({ right }) => !right);
      expect(wrong.length, kind).toBeGreaterThan(0);
      expect(
        wrong[0]!.learners.map(({ displayName }) => displayName),
        kind,
      ).toEqual(["Gita", "Hugo"]);
      expect(wrong[0]!.text.length, kind).toBeGreaterThan(0);
    }
    const tells = Object.fromEntries(
      places.flatMap(({ versions }) =>
        versions.map(({ kind, answers }) => [kind, answers.some((each) => each.tells !== null)]),
      ),
    );
    expect(tells).toMatchObject({ date: true, signatories: true, annexations: true });
  });

  test("for all my classes counts who is in two of them once, and nobody of another teacher", async () => {
    const [anna] = people;
    const newcomers = await learners(schoolId, "Ivo");
    const colleague = await aTeacher({ schoolId });
    const own = await aTeacher({ schoolId });
    const stranger = await aLearner({ schoolId });
    const one = await aClass({ teacher: own, learners: [anna!, newcomers[0]!], courseId: quiz.courseId });
    await aClass({ teacher: own, learners: [anna!], courseId: quiz.courseId });
    await aClass({ teacher: colleague, learners: [stranger], courseId: quiz.courseId });
    await handedIn(newcomers[0]!, quiz, "R");
    await handedIn(stranger, quiz, "R");
    const mine = await questionAnalysis(own.viewer, { classId: one.classId, quizId: quiz.quizId, of: "mine" });
    expect(mine).toMatchObject({ classes: 2, learners: 2, attempts: 2, of: "mine" });
  });

  test("does not know a quiz that its course never had", async () => {
    const other = await aPublishedQuiz();
    for (const quizId of [other.quizId, "none", "../x", ""])
      await expect(questionAnalysis(teacher.viewer, { classId, quizId })).rejects.toHaveProperty("name", "NotFound");
  });

  test("before anybody has handed in has no value, and says so", async () => {
    const empty = await aClass({ teacher, courseId: quiz.courseId });
    const found = await questionAnalysis(teacher.viewer, { classId: empty.classId, quizId: quiz.quizId });
    expect(found).toMatchObject({ attempts: 0, learners: 0, places: [], max: 0 });
    expect(found.test.mean).toMatchObject({ value: null, sentence: "Nobody has handed it in." });
  });

  test("names nobody in an export unless names are asked for", async () => {
    const wanted = { classId, quizId: quiz.quizId };
    const opaque = await quizResponses(teacher.viewer, wanted);
    expect(JSON.stringify(opaque)).not.toMatch(/Anna|Boris|Cilla|Dace/);
    expect(opaque.responses).toHaveLength(4 * quiz.items.length);
    const named = await quizResponses(teacher.viewer, { ...wanted, names: true });
    expect(new Set(named.responses.map(({ learner }) => learner))).toEqual(new Set(["Anna", "Boris", "Cilla", "Dace"]));
  });
});

describe("questions that were drawn or changed", () => {
  test("parallel questions stand within their place, each compared among those who were asked it", async () => {
    const { schoolId } = await aSchool();
    const [quiz, teacher] = await Promise.all([aPublishedQuiz({ variants: 2 }), aTeacher({ schoolId })]);
    const people = await learners(schoolId, ..."ABCDEFGH");
    const { classId } = await aClass({ teacher, learners: people, courseId: quiz.courseId });
    for (const [i, person] of people.entries()) await handedIn(person, quiz, i % 2 ? "RWRW" : "RRW");
    const found = await questionAnalysis(teacher.viewer, { classId, quizId: quiz.quizId });
    expect(found.places).toHaveLength(quiz.items.length);
    for (const place of found.places) {
      expect(place.drawnFrom).toBe(2);
      expect(place.versions.reduce((sum, { attempts }) => sum + attempts, 0)).toBe(8);
    }
    expect(found.places.some(({ versions }) => versions.length === 2)).toBe(true);
    expect(found.max).toBe(quiz.items.length);
    expect(found.places[0]!.figures.intendedWeight.value).toBeCloseTo(100 / quiz.items.length, 9);
  });

  test("a question whose version changed shows each", async () => {
    const { schoolId } = await aSchool();
    const [quiz, teacher] = await Promise.all([aPublishedQuiz(), aTeacher({ schoolId })]);
    const people = await learners(schoolId, "Anna", "Boris", "Cilla");
    const { classId } = await aClass({ teacher, learners: people, courseId: quiz.courseId });
    await handedIn(people[0]!, quiz, "RR");
    await quiz.reworded();
    await handedIn(people[1]!, quiz, "RW");
    await handedIn(people[2]!, quiz, "WW");
    const found = await questionAnalysis(teacher.viewer, { classId, quizId: quiz.quizId });
    expect(found.editions).toBe(2);
    expect(found.places).toHaveLength(quiz.items.length);
    const [first] = found.places;
    expect(first!.versions.map(({ version, attempts }) => [version, attempts])).toEqual([
      [1, 1],
      [2, 2],
    ]);
    expect(first!.figures.facility.value).toBeCloseTo(200 / 3, 9);
  });
});

describe("the attempt that counts", () => {
  /** What each of these attempts earned at the questions that were answered. */
  const earned = (patterns: readonly string[]) =>
    patterns.map((each) => [...each].filter((sign) => sign === "R").length);

  async function given(counts: CountingRule, patterns: readonly string[]) {
    const { schoolId } = await aSchool();
    const [quiz, teacher, learner] = await Promise.all([
      aPublishedQuiz(),
      aTeacher({ schoolId }),
      aLearner({ schoolId, displayName: "Anna" }),
    ]);
    const { classId } = await aClass({ teacher, learners: [learner], courseId: quiz.courseId });
    const { assignmentId } = await anAssignment({ teacher, classId, quizId: quiz.quizId, counts });
    const attempts: string[] = [];
    for (const pattern of patterns) attempts.push(await handedIn(learner, quiz, pattern, assignmentId));
    const asked = { classId, quizId: quiz.quizId };
    const analysis = () => questionAnalysis(teacher.viewer, asked);
    const decided = (what: string, attemptId: string, more: { itemId?: string; value?: number } = {}) =>
      database().decision.create({
        data: {
          ...{ schoolId, id: newId(), assignmentId, personId: learner.personId, attemptId, what, reason: "so" },
          ...{ decidedById: teacher.personId, ...more },
        },
      });
    return { schoolId, quiz, teacher, learner, classId, assignmentId, attempts, asked, analysis, decided };
  }

  const patterns = ["RW-W", "RRRW", "R-RW"];
  test.each<CountingRule>(["best", "last", "first", "mean"])(
    "is chosen by the assignment's rule: %s",
    async (counts) => {
      const { analysis } = await given(counts, patterns);
      const expected = countedScore(
        earned(patterns).map((points, index) => ({
          ...{ attemptId: String(index), number: index + 1, submitted: true, voided: false, points, maxPoints: 10 },
          ...{ late: false, deduction: 0, override: null },
        })),
        counts === "mean" ? "best" : counts,
      );
      expect((await analysis()).totals).toEqual([expected!.points]);
    },
  );

  test("is chosen after lateness, which enters no points", async () => {
    const { analysis, attempts } = await given("best", ["RR", "RRR"]);
    await database().attempt.updateMany({ where: { id: attempts[1]! }, data: { deduction: 0.5, lateBy: 60 } });
    expect((await analysis()).totals).toEqual([2]);
    await database().attempt.updateMany({ where: { id: attempts[1]! }, data: { deduction: 0.1 } });
    expect((await analysis()).totals).toEqual([3]);
  });

  test("is none that was voided, until that is undone", async () => {
    const { analysis, attempts, decided, teacher } = await given("best", ["R", "RRR"]);
    const { id } = await decided("void", attempts[1]!);
    expect((await analysis()).totals).toEqual([1]);
    await database().decision.updateMany({
      where: { id },
      data: { undoneAt: new Date(), undoneById: teacher.personId },
    });
    expect((await analysis()).totals).toEqual([3]);
  });

  test("has the points that were given by hand", async () => {
    const { analysis, attempts, decided, quiz } = await given("best", ["RW"]);
    await decided("question", attempts[0]!, { itemId: quiz.items[1]!.id, value: 0.75 });
    const { totals, places } = await analysis();
    expect(totals).toEqual([1.75]);
    expect(places[1]!.points).toEqual([0.75]);
  });

  test("is one of the assignment where the class has one, and an earlier one only where it has none", async () => {
    const { schoolId, quiz, teacher, learner, asked, analysis } = await given("best", ["R"]);
    await handedIn(learner, quiz, "RRRR");
    expect(await analysis()).toMatchObject({ totals: [1], earlier: 0, attempts: 1 });
    const other = await aLearner({ schoolId });
    await aClass({ teacher, learners: [other, learner], courseId: quiz.courseId });
    await handedIn(other, quiz, "RR");
    const mine = await questionAnalysis(teacher.viewer, { ...asked, of: "mine" });
    expect(mine).toMatchObject({ classes: 2, attempts: 2, earlier: 1 });
    expect([...mine.totals].sort()).toEqual([1, 2]);
  });

  test("of two assignments is the later one's, and each can be looked at alone", async () => {
    const { quiz, teacher, learner, classId, assignmentId, asked, analysis } = await given("best", ["RRR"]);
    const later = await anAssignment({ teacher, classId, quizId: quiz.quizId, title: "Again" });
    await handedIn(learner, quiz, "R", later.assignmentId);
    expect((await analysis()).totals).toEqual([1]);
    const alone = await questionAnalysis(teacher.viewer, { ...asked, assignmentId });
    expect(alone.totals).toEqual([3]);
    expect(alone.assignments.map(({ here }) => here)).toEqual([true, false]);
    expect(
      (await quizResponses(teacher.viewer, { ...asked, assignmentId: later.assignmentId })).responses,
    ).toHaveLength(quiz.items.length);
  });

  test("of an assignment of another class, or at another quiz, is not to be had", async () => {
    const { quiz, teacher, asked } = await given("best", ["R"]);
    const elsewhere = await aClass({ teacher, courseId: quiz.courseId });
    const theirs = await anAssignment({ teacher, classId: elsewhere.classId, quizId: quiz.quizId });
    for (const assignmentId of [theirs.assignmentId, randomUUID(), "x"])
      await expect(questionAnalysis(teacher.viewer, { ...asked, assignmentId })).rejects.toHaveProperty(
        "name",
        "NotFound",
      );
  });

  test("stands in the list of the class's quizzes, with the questions that are worth a look", async () => {
    const { schoolId, quiz, teacher, classId, assignmentId, learner } = await given("best", ["WRRR"]);
    expect((await classQuizzes(teacher.viewer, { classId })).quizzes).toMatchObject([{ attempts: 1, look: 0 }]);
    const others = await learners(schoolId, "B", "C", "D", "E");
    await aClass({ teacher, courseId: quiz.courseId });
    for (const person of others)
      await database().enrolment.create({ data: { schoolId, classId, personId: person.personId } });
    const all = (letters: string) => letters.padEnd(quiz.items.length, "R");
    await handedIn(learner, quiz, all("WRRR"), assignmentId);
    for (const person of others) await handedIn(person, quiz, all("WRRR"), assignmentId);
    const list = await classQuizzes(teacher.viewer, { classId });
    expect(list).toMatchObject({
      learners: 5,
      quizzes: [{ quizId: quiz.quizId, attempts: 5, assigned: true, look: 1 }],
    });
    expect(list.quizzes[0]!.mean).toBeCloseTo((quiz.items.length - 1) / quiz.items.length, 9);
  });
});
