import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { cellFigure, totalFigure } from "@/assessment/gradebook";
import {
  addTeacher,
  assignmentChoices,
  beginAssignment,
  classAssignment,
  gradebook,
  gradebookSettings,
  makeGroup,
  placeAssignments,
  removeLearner,
  saveResponse,
  setCategories,
  setException,
  setGroupMembers,
  setTotals,
  submitAttempt,
  wholeGradebook,
  type CategoryWanted,
  type GradebookAsked,
} from "@/records";
import { aClass, aLearner, anAssignment, aPublishedQuiz, aSchool, aTeacher } from "@/test/factories";
import type { SomePerson, SomeQuiz } from "@/test/factories";

import { closeDatabase, database } from "./database";

let schoolId: string;
let quiz: SomeQuiz;
let teacher: SomePerson;

beforeAll(async () => {
  ({ schoolId } = await aSchool());
  [quiz, teacher] = await Promise.all([aPublishedQuiz(), aTeacher({ schoolId })]);
});
afterAll(closeDatabase);

/** A class with these learners, and what can be done in it. */
async function aBook(...names: string[]) {
  const learners = await Promise.all(names.map((displayName) => aLearner({ schoolId, displayName })));
  const { classId } = await aClass({ teacher, learners, courseId: quiz.courseId });
  const versionId = (await database().quizVersion.findFirstOrThrow({ where: { quizId: quiz.quizId } })).id;
  const person = (name: string) => learners[names.indexOf(name)]!;
  let number = 0;
  return {
    ...{ classId, learners, person },
    given: async (title: string, more: Partial<Parameters<typeof anAssignment>[0]> = {}) =>
      (await anAssignment({ teacher, classId, quizId: quiz.quizId, title, ...more })).assignmentId,
    /** An attempt as though it had been handed in with these points. */
    scored: async (name: string, assignmentId: string, points: number, of: number, more: object = {}) => {
      const { personId } = person(name);
      return database().attempt.create({
        data: {
          ...{ schoolId, personId, assignmentId, quizId: quiz.quizId, quizVersionId: versionId, seed: 1 },
          ...{ number: ++number, points, maxPoints: of, submittedAt: new Date() },
          ...more,
        },
      });
    },
    decided: (assignmentId: string, name: string, what: string, more: { value?: number; attemptId?: string } = {}) =>
      database().decision.create({
        data: {
          ...{ schoolId, assignmentId, personId: person(name).personId, what, reason: "so" },
          ...{ decidedById: teacher.personId, ...more },
        },
      }),
    look: (asked: Partial<GradebookAsked> = {}) => gradebook(teacher.viewer, { classId, ...asked }),
    /** Each learner's states, by name. */
    states: async () => {
      const { learners } = await gradebook(teacher.viewer, { classId });
      return Object.fromEntries(
        learners.map(({ displayName, cells }) => [displayName, cells.map(({ state }) => state)]),
      );
    },
    names: async (asked: Partial<GradebookAsked> = {}) =>
      (await gradebook(teacher.viewer, { classId, ...asked })).learners.map(({ displayName }) => displayName),
  };
}

const category = (name: string, weight: number | null = null, dropLowest = 0): CategoryWanted => ({
  ...{ categoryId: null, name, weight, dropLowest, remove: false },
});

/** Minutes, of an assignment that was due and has not closed, and of one that is open. */
const wasDue = { dueAt: -60 };
const willOpen = { opensAt: 600 };

describe("a cell of the gradebook", () => {
  test("says in which of nine states it is, by what was handed in, by dates and by decisions", async () => {
    const { classId, given, person, scored, decided, states, look } = await aBook("Anna", "Boris", "Cilla");
    const made = await makeGroup(teacher.viewer, { classId, name: "Red" });
    if (made.state !== "made") throw new Error("A group was refused.");
    await setGroupMembers(teacher.viewer, { groupId: made.groupId, personIds: [person("Anna").personId] });
    const due = await given("Due", wasDue);
    await given("To come", willOpen);
    const red = await given("For the red", { groupId: made.groupId });
    const open = await given("Open");

    await scored("Anna", due, 3, 4);
    await scored("Boris", due, 2, 4, { lateBy: 60, deduction: 0.5 });
    await scored("Anna", red, 1, 4);
    const { id: attemptId } = await scored("Anna", open, 4, 4);
    await decided(open, "Anna", "void", { attemptId });
    const begun = await beginAssignment(person("Boris").viewer, { assignmentId: open });
    if (begun.state !== "begun") throw new Error("It was not begun.");
    const sent = { attemptId: begun.attemptId, position: 1, revisionId: randomUUID(), fields: quiz.right[0]! };
    await saveResponse(person("Boris").viewer, sent);
    await decided(open, "Cilla", "excuse");

    expect(await states()).toEqual({
      Anna: ["scored", "not open", "scored", "voided"],
      Boris: ["late", "not open", "exempt", "in progress"],
      Cilla: ["missing", "not open", "exempt", "excused"],
    });
    const { learners, columns, settings } = await look();
    const [anna, boris] = learners;
    expect(anna!.cells[0]!.score).toMatchObject({ points: 3, maxPoints: 4, share: 0.75, attemptIds: ["1"] });
    expect(boris!.cells[0]!.score).toMatchObject({ points: 1, maxPoints: 4, share: 0.25, deduction: 0.5 });
    expect(cellFigure(boris!.cells[0]!.score!, settings.form)).toBe(25);
    expect(boris!.cells[3]!.running).toMatchObject({ answered: 1, of: quiz.items.length });
    expect(anna!.groups).toEqual(["Red"]);
    expect(columns[0]).toMatchObject({ title: "Due", group: null, maxPoints: 4, category: 0 });
    expect(columns[0]!.statistics).toMatchObject({ scored: 2, mean: 0.5, states: { missing: 1, late: 1 } });
    expect(columns[2]!.group).toBe("Red");
  });

  test("takes a score given by hand before all attempts, also of who handed nothing in; an undone decision counts not", async () => {
    const { given, scored, decided, look } = await aBook("Anna", "Boris", "Cilla");
    const assignmentId = await given("Homework", wasDue);
    await scored("Anna", assignmentId, 1, 4);
    await scored("Cilla", assignmentId, 1, 4);
    await decided(assignmentId, "Anna", "score", { value: 4 });
    await decided(assignmentId, "Boris", "score", { value: 2 });
    const { id } = await decided(assignmentId, "Cilla", "score", { value: 4 });
    await database().decision.updateMany({
      where: { id },
      data: { undoneAt: new Date(), undoneById: teacher.personId },
    });
    const { learners } = await look();
    // Boris has no attempt that could be out of other points than the paper is.
    expect(learners.map(({ cells }) => [cells[0]!.score!.share, cells[0]!.score!.overridden])).toEqual([
      [1, true],
      [2 / quiz.items.length, true],
      [0.25, false],
    ]);
  });

  test("counts the best, the last, the first or the mean of the attempts, as the assignment says", async () => {
    const { given, scored, look } = await aBook("Anna");
    for (const counts of ["best", "last", "first", "mean"] as const) {
      const assignmentId = await given(counts, { counts });
      for (const points of [1, 4, 2]) await scored("Anna", assignmentId, points, 4);
    }
    const { learners } = await look();
    expect(learners[0]!.cells.map(({ score }) => score!.share)).toEqual([1, 0.5, 0.25, expect.closeTo(7 / 12, 9)]);
    expect(learners[0]!.cells.map(({ score }) => score!.attemptIds)).toEqual([["2"], ["3"], ["1"], ["1", "2", "3"]]);
  });

  test("goes by the learner's own dates", async () => {
    const { given, person, states } = await aBook("Anna", "Boris");
    const assignmentId = await given("Homework", wasDue);
    const saved = await setException(teacher.viewer, {
      ...{ assignmentId, personId: person("Anna").personId, opensAt: "", dueAt: "", closesAt: "" },
      ...{ timeLimit: null, attempts: null, lifted: ["dueAt"], reason: "" },
    });
    expect(saved.state).toBe("saved");
    expect(await states()).toEqual({ Anna: ["open"], Boris: ["missing"] });
  });

  test("is there for those in the class now, at what was not taken back and is not practice", async () => {
    const { classId, given, person, scored, look } = await aBook("Anna", "Boris");
    const [kept, back, practice] = [await given("Kept"), await given("Back"), await given("Practice")];
    for (const each of [kept, back, practice]) await scored("Boris", each, 1, 4);
    await database().assignment.updateMany({ where: { id: back }, data: { removedAt: new Date() } });
    await database().assignment.updateMany({ where: { id: practice }, data: { practice: true } });
    await removeLearner(teacher.viewer, { classId, personId: person("Boris").personId });
    const { columns, learners, count } = await look();
    expect(columns.map(({ title }) => title)).toEqual(["Kept"]);
    expect(learners.map(({ displayName }) => displayName)).toEqual(["Anna"]);
    expect([columns[0]!.statistics.scored, count.all]).toEqual([0, 1]);
  });
});

describe("totals", () => {
  /** Two tests and three pieces of homework, of 10 points each but the last, of 40. */
  async function aTerm() {
    const book = await aBook("Anna", "Boris");
    const ids: string[] = [];
    for (const title of ["T1", "T2", "H1", "H2", "H3"]) ids.push(await book.given(title, wasDue));
    const points = { Anna: [8, 6, 10, 4, 20], Boris: [10, null, 5, null, 40] };
    for (const [name, all] of Object.entries(points))
      for (const [place, each] of all.entries())
        if (each !== null) await book.scored(name, ids[place]!, each, place === 4 ? 40 : 10);
    const totals = async () => {
      const { learners, settings } = await book.look();
      return Object.fromEntries(
        learners.map(({ displayName, total }) => [displayName, totalFigure(total, settings.form)]),
      );
    };
    return { ...book, ids, totals };
  }

  async function inCategories(classId: string, ids: readonly string[], wanted: readonly CategoryWanted[]) {
    expect(await setCategories(teacher.viewer, { classId, wanted })).toEqual({ state: "saved" });
    const { categories } = await gradebookSettings(teacher.viewer, { classId });
    const [tests, homework] = categories.map(({ categoryId }) => categoryId);
    const places = ids.map((assignmentId, place) => ({
      ...{ assignmentId, weight: null, categoryId: (place < 2 ? tests : homework)! },
    }));
    expect(await placeAssignments(teacher.viewer, { classId, wanted: places })).toEqual({ state: "saved" });
    return categories;
  }

  test("without categories are points over points; what is missing counts as the class says", async () => {
    const { classId, totals } = await aTerm();
    // Anna 48 of 80; Boris 55 of 80 with two zeros, of 60 without them.
    expect(await totals()).toMatchObject({ Anna: { value: 60 }, Boris: { value: 68.8 } });
    const wanted = { as: "points", outOf: null, scale: [{ name: "Pass", from: 50 }], missing: "never" };
    expect(await setTotals(teacher.viewer, { classId, wanted })).toEqual({ state: "saved" });
    expect(await totals()).toEqual({
      Anna: { value: 48, of: 80, grade: null },
      Boris: { value: 55, of: 60, grade: null },
    });
    await setTotals(teacher.viewer, { classId, wanted: { ...wanted, outOf: 20 } });
    expect(await totals()).toMatchObject({ Anna: { value: 12, of: 20 }, Boris: { value: 18.33, of: 20 } });
    await setTotals(teacher.viewer, { classId, wanted: { ...wanted, as: "scale", missing: "after-due" } });
    expect(await totals()).toMatchObject({ Anna: { value: 60, grade: "Pass" }, Boris: { value: 68.8, grade: "Pass" } });
  });

  test("follow weights of categories and assignments, and drop the lowest", async () => {
    const { classId, ids, look, totals } = await aTerm();
    await inCategories(classId, ids, [category("Tests", 60), category("Homework", 40, 1)]);
    // Anna: tests 14/20 = 0.7; homework 1, 0.4 and 0.5 (of 40): without H3 it is 14/20, best of all. 0.6 · 0.7 + 0.4 · 0.7.
    // Boris: tests 10/20; homework 0.5, 0 and 1 (of 40): without H2 45/50, without H1 40/50. 0.6 · 0.5 + 0.4 · 0.9.
    expect(await totals()).toMatchObject({ Anna: { value: 70 }, Boris: { value: 66 } });
    const { learners, categories } = await look();
    expect(learners.map(({ total }) => total.categories.map(({ share, dropped }) => [share, dropped]))).toEqual([
      [
        [0.7, []],
        [0.7, [4]],
      ],
      [
        [0.5, []],
        [0.9, [3]],
      ],
    ]);
    expect(categories.map(({ name, weight }) => [name, weight])).toEqual([
      ["Tests", 60],
      ["Homework", 40],
    ]);
    // The second test three times the first: Anna 0.8 · ¼ + 0.6 · ¾ = 0.65, and 0.6 · 0.65 + 0.4 · 0.7 = 0.67.
    const { assignments } = await gradebookSettings(teacher.viewer, { classId });
    const weighed = assignments
      .filter(({ title }) => title.startsWith("T"))
      .map(({ assignmentId, categoryId, title }) => ({ assignmentId, categoryId, weight: title === "T2" ? 3 : 1 }));
    await placeAssignments(teacher.viewer, { classId, wanted: weighed });
    expect(await totals()).toMatchObject({ Anna: { value: 67 } });
  });

  test("leave out what is in no category once categories have weights, and say so", async () => {
    const { classId, ids, given, look, totals } = await aTerm();
    await inCategories(classId, ids, [category("Tests", 60), category("Homework", 40, 1)]);
    await given("Extra", wasDue);
    expect(await totals()).toMatchObject({ Anna: { value: 70 } });
    expect((await look()).categories.at(-1)).toMatchObject({ categoryId: null, weight: 0 });
    expect((await gradebookSettings(teacher.viewer, { classId })).warnings).toEqual([
      "In no category, and so in no total: “Extra”.",
    ]);
  });

  test("count what is set in a category from the beginning, which is of the class's own", async () => {
    const { classId, ids, given, look } = await aTerm();
    await inCategories(classId, ids, [category("Tests", 60), category("Homework", 40)]);
    const choices = await assignmentChoices(teacher.viewer, { classId });
    expect(choices).toMatchObject({ weighted: true, categories: [{ name: "Tests" }, { name: "Homework" }] });
    const assignmentId = await given("Extra", { categoryId: choices.categories[1]!.id });
    expect((await look()).columns.find((each) => each.assignmentId === assignmentId)).toMatchObject({ category: 1 });
    const { assignment } = await classAssignment(teacher.viewer, { classId, assignmentId });
    expect(assignment).toMatchObject({ categoryId: choices.categories[1]!.id });
    const elsewhere = await aTerm();
    await expect(elsewhere.given("Extra", { categoryId: choices.categories[1]!.id })).rejects.toThrow("category");
  });

  test("are set once for all, or not at all, with a sentence beside what cannot be", async () => {
    const { classId, ids } = await aTerm();
    const [tests, homework] = await inCategories(classId, ids, [category("Tests", 60), category("Homework", 40)]);
    const slips = async (...wanted: CategoryWanted[]) => {
      const answer = await setCategories(teacher.viewer, { classId, wanted });
      return answer.state === "refused"
        ? answer.slips.map(({ field, message }) => `${field}: ${message}`)
        : answer.state;
    };
    const as = (old: typeof tests, more: Partial<CategoryWanted> = {}) => ({ ...category(""), ...old!, ...more });
    expect(await slips(as(tests, { name: " " }), as(homework, { weight: Number.NaN, dropLowest: 1.5 }))).toEqual([
      "category.0.name: Write a name for the category.",
      "category.1.weight: Write a number from 0, such as 40 or 2.5, or leave it empty.",
      "category.1.dropLowest: Write a whole number from 0 to 100.",
    ]);
    expect(await slips(as(tests, { weight: null }))).toEqual([
      "categories: Give every category a weight, or none: without weights, points decide.",
    ]);
    expect(await slips(as(tests, { name: "homework" }))).toEqual([
      "category.0.name: There is a category of this name already.",
    ]);
    expect(await slips(as(tests, { remove: true }))).toEqual([
      "category.0.name: There are assignments in it: put them in another category first.",
    ]);
    // They exchange names and places, and nothing is lost.
    expect(await slips(as(homework, { name: "Tests" }), as(tests, { name: "Homework" }))).toBe("saved");
    const moved = (await gradebookSettings(teacher.viewer, { classId })).assignments;
    await placeAssignments(teacher.viewer, {
      classId,
      wanted: moved.map(({ assignmentId }) => ({ assignmentId, weight: null, categoryId: homework!.categoryId })),
    });
    expect(await slips(as(tests, { remove: true }))).toBe("saved");
    const { categories } = await gradebookSettings(teacher.viewer, { classId });
    expect(categories.map(({ name, assignments }) => [name, assignments])).toEqual([["Tests", 5]]);

    const wanted = { as: "scale", outOf: -1, missing: "sometimes", scale: [{ name: "", from: 101 }] };
    const answer = await setTotals(teacher.viewer, { classId, wanted });
    expect(answer.state === "refused" && answer.slips.map(({ field }) => field)).toEqual([
      "missing",
      "outOf",
      "step.0.name",
      "step.0.from",
    ]);
  });
});

describe("rows", () => {
  const names = ["Zoë Müller", "anna Āboliņa", "Åsa Berg", "Boris Zoltan"];

  test("are found by the beginnings of words, in any script and case, and by what is missing or in progress", async () => {
    const { classId, given, person, scored, names: found, look } = await aBook(...names);
    const due = await given("Due", wasDue);
    const open = await given("Open");
    for (const name of names.slice(1)) await scored(name, due, 1, 4);
    await beginAssignment(person("Åsa Berg").viewer, { assignmentId: open });
    expect(await found()).toEqual(["anna Āboliņa", "Åsa Berg", "Boris Zoltan", "Zoë Müller"]);
    expect(await found({ search: "zo" })).toEqual(["Boris Zoltan", "Zoë Müller"]);
    expect(await found({ search: "MU zoe" })).toEqual(["Zoë Müller"]);
    expect(await found({ search: person("Åsa Berg").userName })).toEqual(["Åsa Berg"]);
    expect(await found({ only: "missing" })).toEqual(["Zoë Müller"]);
    expect(await found({ only: "in progress" })).toEqual(["Åsa Berg"]);
    const nobody = await look({ search: "nobody" });
    expect([nobody.count, nobody.from, nobody.columns[0]!.statistics.scored]).toEqual([
      { all: 4, group: 4, found: 0 },
      0,
      3,
    ]);

    const made = await makeGroup(teacher.viewer, { classId, name: "Red" });
    if (made.state !== "made") throw new Error("A group was refused.");
    await setGroupMembers(teacher.viewer, { groupId: made.groupId, personIds: [person("Åsa Berg").personId] });
    const red = await look({ groupId: made.groupId });
    expect(red.learners.map(({ displayName }) => displayName)).toEqual(["Åsa Berg"]);
    expect([red.columns[0]!.statistics.scored, red.groups]).toEqual([
      1,
      [{ id: made.groupId, name: "Red", learners: 1 }],
    ]);
    const whole = await wholeGradebook(teacher.viewer, { classId, groupId: made.groupId });
    expect(whole.learners).toEqual(red.learners);
  });

  test("are ordered and paged over everyone, those without the figure last", async () => {
    const { given, scored, names: found, look } = await aBook(...names);
    const first = await given("First", wasDue);
    const second = await given("Second");
    for (const [place, name] of names.slice(0, 3).entries()) await scored(name, first, place + 1, 4);
    await scored("Boris Zoltan", second, 4, 4);
    const byFirst = { sort: { by: "assignment" as const, assignmentId: first } };
    expect(await found(byFirst)).toEqual(["Zoë Müller", "anna Āboliņa", "Åsa Berg", "Boris Zoltan"]);
    expect(await found({ ...byFirst, descending: true })).toEqual([
      "Åsa Berg",
      "anna Āboliņa",
      "Zoë Müller",
      "Boris Zoltan",
    ]);
    const page = await look({ ...byFirst, page: 2, pageSize: 2 });
    expect(page.learners.map(({ displayName }) => displayName)).toEqual(["Åsa Berg", "Boris Zoltan"]);
    expect(page).toMatchObject({ page: 2, pages: 2, from: 3, count: { found: 4 } });
    expect((await look({ page: 9, pageSize: 3 })).page).toBe(2);
    expect((await look({ pageSize: "all" })).learners).toHaveLength(4);
    // Boris has one whole one and one missing; no order is asked for by what is not there.
    expect((await found({ sort: { by: "total" }, descending: true }))[0]).toBe("Åsa Berg");
    expect(await found({ sort: { by: "assignment", assignmentId: randomUUID() } })).toEqual(await found());
  });
});

test("every teacher of the class sees the same gradebook, and nobody else any", async () => {
  const { classId, given, scored, look, learners } = await aBook("Anna");
  await scored("Anna", await given("Homework"), 3, 4);
  const [colleague, stranger] = await Promise.all([aTeacher({ schoolId }), aTeacher({ schoolId })]);
  await addTeacher(teacher.viewer, { classId, userName: colleague.userName });
  const { now: _, ...mine } = await look();
  const { now: __, ...theirs } = await gradebook(colleague.viewer, { classId });
  expect(theirs).toEqual(mine);
  for (const { viewer } of [stranger, learners[0]!]) {
    await expect(gradebook(viewer, { classId })).rejects.toHaveProperty("name", "NotFound");
    await expect(setCategories(viewer, { classId, wanted: [] })).rejects.toHaveProperty("name", "NotFound");
  }
  // A category, a group or an assignment of another class is none of this one.
  const other = await aBook("Boris");
  await setCategories(teacher.viewer, { classId: other.classId, wanted: [category("Tests")] });
  const [foreign] = (await gradebookSettings(teacher.viewer, { classId: other.classId })).categories;
  await expect(
    setCategories(teacher.viewer, { classId, wanted: [{ ...category("Mine"), categoryId: foreign!.categoryId }] }),
  ).rejects.toHaveProperty("name", "NotFound");
  const assignmentId = await other.given("Theirs");
  await expect(
    placeAssignments(teacher.viewer, { classId, wanted: [{ assignmentId, categoryId: null, weight: null }] }),
  ).rejects.toHaveProperty("name", "NotFound");
});

test("what is handed in is in it at once, and what ran out is handed in first", async () => {
  const { given, person, look } = await aBook("Anna");
  const assignmentId = await given("Homework");
  const { viewer } = person("Anna");
  const begun = await beginAssignment(viewer, { assignmentId });
  if (begun.state !== "begun") throw new Error("It was not begun.");
  await database().attempt.updateMany({
    where: { id: begun.attemptId },
    data: { endsAt: new Date(Date.now() - 2000), acceptedUntil: new Date(Date.now() - 1000) },
  });
  expect((await look()).learners[0]!.cells[0]).toMatchObject({ state: "scored", score: { points: 0 } });
  const again = await beginAssignment(viewer, { assignmentId });
  if (again.state !== "begun") throw new Error("It was not begun.");
  const { attemptId } = again;
  await saveResponse(viewer, { attemptId, position: 1, revisionId: randomUUID(), fields: quiz.right[0]! });
  expect((await look()).learners[0]!.cells[0]).toMatchObject({ state: "scored", running: { answered: 1 } });
  await submitAttempt(viewer, { attemptId });
  expect((await look()).learners[0]!.cells[0]!.score).toMatchObject({ points: 1, attemptIds: ["2"] });
});
