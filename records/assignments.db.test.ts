import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { daysLater, offeredZones } from "@/assessment/time-rules";
import { planImport, userNameFor } from "@/interchange/roster";
import {
  assignmentDoor,
  attemptExport,
  attemptOverview,
  attemptQuestion,
  attemptResult,
  attemptSlip,
  attemptTime,
  beginAssignment,
  changeAssignment,
  classAssignment,
  classAssignments,
  classRoster,
  classScores,
  createAssignment,
  gradebook,
  handInOverdue,
  home,
  importLearners,
  makeGroup,
  myAssignments,
  quizOverview,
  removeAssignment,
  removeException,
  saveResponse,
  setException,
  setGroupMembers,
  setTimeFactor,
  setTimeZone,
  startAttempt,
  submitAttempt,
  systemViewer,
  takeHint,
  tryAnswer,
  type AssignmentWanted,
  type ExceptionWanted,
} from "@/records";
import {
  allShownFrom,
  aClass,
  aLearner,
  anAssignment,
  anAdministrator,
  aPublishedQuiz,
  aSchool,
  aTeacher,
  localIn,
  plainAssignment,
  SECRET,
  type SomePerson,
  type SomeQuiz,
} from "@/test/factories";

import { closeDatabase, database } from "./database";

let schoolId: string;
let quiz: SomeQuiz;
let teacher: SomePerson;

beforeAll(async () => {
  ({ schoolId } = await aSchool());
  [quiz, teacher] = await Promise.all([aPublishedQuiz(), aTeacher({ schoolId })]);
});
afterAll(closeDatabase);

type Wanted = Partial<Omit<Parameters<typeof anAssignment>[0], "teacher" | "classId">>;

/** A class with two learners and an assignment, and what can be done with it. */
async function given(wanted: Wanted = {}, learners = 2) {
  const people = await Promise.all(Array.from({ length: learners }, () => aLearner({ schoolId })));
  const { classId } = await aClass({ teacher, learners: people, courseId: quiz.courseId });
  const { assignmentId } = await anAssignment({ teacher, classId, quizId: quiz.quizId, ...wanted });
  const [learner, other] = people as [SomePerson, SomePerson];
  return {
    ...{ classId, assignmentId, learner, other },
    begin: (who = learner, password?: string) =>
      beginAssignment(who.viewer, { assignmentId, ...(password !== undefined && { password }) }),
    begun: async (who = learner) => sitting(who, await beginAssignment(who.viewer, { assignmentId })),
    door: (who = learner) => assignmentDoor(who.viewer, { assignmentId }),
    except: (more: Partial<ExceptionWanted>) =>
      setException(teacher.viewer, { ...asEveryone, assignmentId, personId: learner.personId, ...more }),
    change: (more: Partial<AssignmentWanted>) => changed(assignmentId, classId, more),
    look: () => classAssignment(teacher.viewer, { classId, assignmentId }),
    passes: (seconds: number) => timePasses(assignmentId, seconds),
    /** Goes on to so many seconds after a date. */
    until: async (field: "opensAt" | "dueAt" | "closesAt", seconds: number) => {
      const row = await database().assignment.findFirstOrThrow({ where: { id: assignmentId } });
      await timePasses(assignmentId, (row[field]!.getTime() - Date.now()) / 1000 + seconds);
    },
  };
}

const asEveryone = {
  ...{ opensAt: "", dueAt: "", closesAt: "", timeLimit: null, attempts: null, lifted: [], reason: "" },
};

async function changed(assignmentId: string, classId: string, more: Partial<AssignmentWanted>) {
  const { assignment } = await classAssignment(teacher.viewer, { classId, assignmentId });
  const { title, quizId, groupId, withLesson, rules, local, counts, show, certainty } = assignment;
  const { shuffle, onePage } = assignment;
  const { grace, late, attempts } = rules;
  const timeLimit = rules.timeLimit === null ? null : rules.timeLimit / 60;
  const wanted = {
    title,
    quizId,
    groupId,
    withLesson,
    ...local,
    timeLimit,
    grace,
    late,
    attempts,
    counts,
    show,
    certainty,
    shuffle,
    onePage,
  };
  return changeAssignment(teacher.viewer, { assignmentId, wanted: { ...wanted, ...more } });
}

/** An attempt that was begun, and what can be done in it. */
function sitting(who: SomePerson, begun: Awaited<ReturnType<typeof beginAssignment>>) {
  if (begun.state !== "begun") throw new Error(JSON.stringify(begun));
  const { attemptId } = begun;
  const at = (position: number) => ({ attemptId, position });
  return {
    attemptId,
    save: (position: number, fields: unknown = quiz.right[position - 1]) =>
      saveResponse(who.viewer, { ...at(position), revisionId: randomUUID(), fields }),
    answerAll: async () => {
      for (const [index, fields] of quiz.right.entries())
        await saveResponse(who.viewer, { ...at(index + 1), revisionId: randomUUID(), fields });
    },
    check: () => tryAnswer(who.viewer, at(1)),
    hint: () => takeHint(who.viewer, at(1)),
    submit: () => submitAttempt(who.viewer, { attemptId }),
    result: () => attemptResult(who.viewer, { attemptId }),
    slip: () => attemptSlip(who.viewer, { attemptId }),
    row: () => database().attempt.findFirstOrThrow({ where: { id: attemptId } }),
  };
}

/** So many seconds go by for an assignment and all that hangs on it: everything moves into the past. */
async function timePasses(assignmentId: string, seconds: number): Promise<void> {
  const by = `${seconds} seconds`;
  await database().$executeRaw`
    UPDATE "Assignment" SET "opensAt" = "opensAt" - ${by}::interval, "dueAt" = "dueAt" - ${by}::interval,
      "closesAt" = "closesAt" - ${by}::interval WHERE "id" = ${assignmentId}::uuid`;
  await database().$executeRaw`
    UPDATE "AssignmentException" SET "opensAt" = "opensAt" - ${by}::interval, "dueAt" = "dueAt" - ${by}::interval,
      "closesAt" = "closesAt" - ${by}::interval WHERE "assignmentId" = ${assignmentId}::uuid`;
  await database().$executeRaw`
    UPDATE "Attempt" SET "startedAt" = "startedAt" - ${by}::interval, "endsAt" = "endsAt" - ${by}::interval,
      "acceptedUntil" = "acceptedUntil" - ${by}::interval, "submittedAt" = "submittedAt" - ${by}::interval
    WHERE "assignmentId" = ${assignmentId}::uuid`;
}

const HOUR = 3600;

describe("an assignment is begun", () => {
  test("many times at once as one attempt, which is resumed, apart from the learner's own practice", async () => {
    const { begin, learner, assignmentId, door } = await given();
    const own = await startAttempt(learner.viewer, quiz);
    const begun = await Promise.all(Array.from({ length: 8 }, () => begin()));
    const ids = new Set(begun.map((each) => (each.state === "begun" ? each.attemptId : each.why)));
    expect(ids.size).toBe(1);
    expect([...ids][0]).not.toBe(own.attemptId);
    expect(await startAttempt(learner.viewer, quiz)).toEqual(own);
    expect((await door()).running?.attemptId).toBe([...ids][0]);
    const { openAttemptId, attempts } = await quizOverview(learner.viewer, quiz);
    expect(openAttemptId).toBe(own.attemptId);
    expect(attempts.map((each) => each.assignment?.id ?? null)).toEqual([assignmentId, null]);
  });

  test("not before it opens and not once it closed, to the second", async () => {
    const { begin, until, door, other } = await given({ opensAt: 10, closesAt: 70 });
    const { opensAt } = (await door()).terms;
    expect(await begin()).toEqual({ state: "refused", why: "not-open", when: opensAt });
    await until("opensAt", -5);
    expect(await begin()).toMatchObject({ why: "not-open" });
    await until("opensAt", 0.01);
    expect((await begin()).state).toBe("begun");
    await until("closesAt", 5);
    expect(await begin(other)).toMatchObject({ why: "closed" });
    // Who sits it is in the grace.
    expect((await door()).begin).toMatchObject({ may: false, why: "in-progress" });
  });

  test("no oftener than it may be, however many ask at once; an own exception adds", async () => {
    const { begin, begun, except, door } = await given({ attempts: 2 });
    await (await begun()).submit();
    await Promise.all([begin(), begin(), begin()]);
    await (await begun()).submit();
    expect(await begin()).toMatchObject({ state: "refused", why: "no-attempts-left" });
    expect(await except({ attempts: 3 })).toMatchObject({ state: "saved" });
    expect((await door()).begin).toMatchObject({ may: true, attemptsLeft: 1 });
    await begun();
    expect(await database().attempt.count({ where: { assignmentId: (await door()).id } })).toBe(3);
  });

  test("with its password only; who goes on is not asked again; guessing is slowed down", async () => {
    const { begin, assignmentId, other, door, change } = await given({ password: "Riga 1939" });
    expect((await door()).asksPassword).toBe(true);
    expect(await begin()).toEqual({ state: "refused", why: "password" });
    expect(await begin(undefined, "riga 1939")).toEqual({ state: "refused", why: "password" });
    expect((await begin(undefined, "Riga 1939")).state).toBe("begun");
    expect((await begin()).state).toBe("begun");
    const { passwordHash } = await database().assignment.findFirstOrThrow({ where: { id: assignmentId } });
    expect(passwordHash).toMatch(/^\$argon2id\$/);
    // As it was, unless it is taken away.
    await change({ title: "Another" });
    const guesses = [];
    for (let guess = 0; guess < 10; guess++) guesses.push(await begin(other, String(guess)));
    expect(guesses.at(0)).toMatchObject({ why: "password" });
    expect(guesses.at(-1)).toMatchObject({ why: "wait" });
    await change({ password: null });
    expect((await begin(other)).state).toBe("begun");
  });

  test("by those for whom it is meant: a group, while they are in it and in the class", async () => {
    const { classId, learner, other } = await given();
    const group = await database().classGroup.create({ data: { schoolId, classId, name: "A" } });
    await database().classGroupMember.create({
      data: { schoolId, classId, groupId: group.id, personId: learner.personId },
    });
    const { assignmentId } = await anAssignment({ teacher, classId, quizId: quiz.quizId, groupId: group.id });
    const nowhere = { name: "NotFound" };
    await expect(beginAssignment(other.viewer, { assignmentId })).rejects.toMatchObject(nowhere);
    expect((await myAssignments(other.viewer)).map(({ id }) => id)).not.toContain(assignmentId);
    expect((await myAssignments(learner.viewer)).map(({ id }) => id)).toContain(assignmentId);
    await database().enrolment.updateMany({
      where: { classId, personId: learner.personId },
      data: { removedAt: new Date() },
    });
    await expect(beginAssignment(learner.viewer, { assignmentId })).rejects.toMatchObject(nowhere);
    expect(await myAssignments(learner.viewer)).toEqual([]);
  });

  test("with the rules that the teacher chose", async () => {
    const during = { ...plainAssignment.show, correctness: "during" } as const;
    const { begun, learner } = await given({ certainty: true, show: during });
    const { attemptId, save, check } = await begun();
    const { attempt } = await attemptOverview(learner.viewer, { attemptId });
    expect(attempt).toMatchObject({ practice: false, rules: { certainty: true, tries: 3, silent: true } });
    await save(1, quiz.wrong[0]);
    expect(await check()).toMatchObject({ state: "tried", right: false, feedback: { answers: [] } });
    const plain = await (await given()).begun();
    await plain.save(1);
    expect(await plain.check()).toEqual({ state: "not offered" });
  });
});

describe("the clock", () => {
  test("ends an attempt by limit and close, is told with the server's time, and takes nothing after the grace", async () => {
    const { begun, learner, passes, look } = await given({ timeLimit: 20, closesAt: 600 });
    const { attemptId, save, submit, check, hint, row } = await begun();
    expect(await save(1)).toMatchObject({ state: "saved" });
    const { clock } = await attemptTime(learner.viewer, { attemptId });
    expect(clock!.secondsLeft).toBeGreaterThan(1190);
    expect(clock!.secondsLeft).toBeLessThanOrEqual(1200);
    expect(clock!.timeFactor).toBe(1);
    const question = await attemptQuestion(learner.viewer, { attemptId, position: 1 });
    expect(question.attempt.clock?.endsAt).toEqual(clock!.endsAt);

    await passes(20 * 60 + 30);
    // In the grace: not shown as time, and still taken.
    expect((await attemptTime(learner.viewer, { attemptId })).clock?.secondsLeft).toBe(0);
    expect(await save(2)).toMatchObject({ state: "saved" });
    await passes(31);
    expect(await save(3)).toEqual({ state: "closed" });
    expect(await check()).toEqual({ state: "closed" });
    expect(await hint()).toEqual({ state: "closed" });
    // The save that came too late has handed it in, at its end and with what stood then.
    const { submittedAt, endsAt, points, lateBy, deduction } = await row();
    expect(submittedAt).toEqual(endsAt);
    expect({ points, lateBy, deduction }).toEqual({ points: 2, lateBy: 0, deduction: 0 });
    expect(await submit()).toEqual({ attemptId, points: 2, maxPoints: quiz.items.length });
    const told = await attemptSlip(learner.viewer, { attemptId });
    expect(told.state === "held" ? told.slip : told.result).toMatchObject({ attempt: { outOfTime: true } });
    expect((await attemptResult(teacher.viewer, { attemptId })).attempt.outOfTime).toBe(true);
    expect((await look()).learners.flatMap((each) => each.attempts)).toHaveLength(1);
  });

  const looks = {
    "its learner's question": ({ learner, attemptId }: Look) =>
      attemptQuestion(learner.viewer, { attemptId, position: 1 }),
    "its learner's result": ({ learner, attemptId }: Look) => attemptSlip(learner.viewer, { attemptId }),
    "its learner's home": ({ learner }: Look) => home(learner.viewer),
    "their list": ({ learner }: Look) => myAssignments(learner.viewer),
    "the quiz's door": ({ learner }: Look) => quizOverview(learner.viewer, quiz),
    "the class scores": ({ classId }: Look) => classScores(teacher.viewer, { classId }),
    "the gradebook": ({ classId }: Look) => gradebook(teacher.viewer, { classId }),
    "the list of assignments": ({ classId }: Look) => classAssignments(teacher.viewer, { classId }),
    "the assignment": ({ classId, assignmentId }: Look) => classAssignment(teacher.viewer, { classId, assignmentId }),
    "the teacher's look at the result": ({ attemptId }: Look) => attemptResult(teacher.viewer, { attemptId }),
    "the learner's hand-in": ({ learner, attemptId }: Look) => submitAttempt(learner.viewer, { attemptId }),
    "the learner's next beginning": ({ learner, assignmentId }: Look) =>
      beginAssignment(learner.viewer, { assignmentId }),
  };
  interface Look {
    learner: SomePerson;
    classId: string;
    assignmentId: string;
    attemptId: string;
  }

  test.each(Object.entries(looks))("hands in what ran out at %s, as of its end", async (_, look) => {
    const { begun, passes, ...scene } = await given({ timeLimit: 1 });
    const { attemptId, save, row } = await begun();
    await save(1);
    await passes(HOUR);
    await look({ ...scene, attemptId });
    const { submittedAt, endsAt, points } = await row();
    expect(submittedAt).toEqual(endsAt);
    expect(points).toBe(1);
  });

  test("is swept, by several servers at once, and one that is held is left to who holds it", async () => {
    const system = systemViewer("a test sweeps");
    await handInOverdue(system);
    const rooms = await Promise.all([1, 2, 3].map(() => given({ timeLimit: 1 }, 1)));
    const attempts = [];
    for (const room of rooms) {
      attempts.push(await room.begun());
      await room.passes(HOUR);
    }
    const [held, ...free] = attempts;
    await database().$transaction(async (transaction) => {
      await transaction.$queryRaw`SELECT 1 FROM "Attempt" WHERE "id" = ${held!.attemptId}::uuid FOR UPDATE`;
      const swept = await Promise.all([handInOverdue(system), handInOverdue(system)]);
      expect(swept[0]! + swept[1]!).toBe(free.length);
    });
    expect((await held!.row()).submittedAt).toBeNull();
    expect(await handInOverdue(system)).toBe(1);
    expect(await handInOverdue(system)).toBe(0);
  });

  test("is set anew when rules, exceptions or a profile change under who sits it, and never into the past", async () => {
    const { begun, change, except, learner, look, assignmentId, passes } = await given({ timeLimit: 20 });
    const { row, save } = await begun();
    const minutes = async () => {
      const { startedAt, endsAt } = await row();
      return endsAt && Math.round((endsAt.getTime() - startedAt.getTime()) / 60_000);
    };
    expect(await minutes()).toBe(20);
    expect(await except({ timeLimit: 30 })).toMatchObject({ state: "saved" });
    expect(await minutes()).toBe(30);
    await setTimeFactor(teacher.viewer, { personId: learner.personId, timeFactor: 2 });
    expect(await minutes()).toBe(40);
    const [exception] = (await look()).exceptions;
    await removeException(teacher.viewer, { assignmentId, exceptionId: exception!.id });
    expect(await minutes()).toBe(40);
    await change({ timeLimit: null });
    expect(await minutes()).toBeNull();
    await passes(HOUR);
    await change({ timeLimit: 10 });
    const { endsAt } = await row();
    expect(Math.abs(endsAt!.getTime() - Date.now())).toBeLessThan(10_000);
    // The end is now, and what is on its way may still arrive.
    expect(await save(1)).toMatchObject({ state: "saved" });
  });

  test("is set anew when a learner is put into a group that has other terms, or taken out of it", async () => {
    const { begun, classId, assignmentId, learner, other, except } = await given({ timeLimit: 20 });
    const made = await makeGroup(teacher.viewer, { classId, name: "Slowly" });
    if (made.state !== "made") throw new Error(JSON.stringify(made));
    const { groupId } = made;
    expect(await except({ personId: undefined, groupId, timeLimit: 30 })).toMatchObject({ state: "saved" });
    const [mine, theirs] = [await begun(), await begun(other)];
    const minutes = async ({ row }: typeof mine) => {
      const { startedAt, endsAt, acceptedUntil } = await row();
      expect(acceptedUntil!.getTime() - endsAt!.getTime()).toBe(60_000);
      return Math.round((endsAt!.getTime() - startedAt.getTime()) / 60_000);
    };
    await setGroupMembers(teacher.viewer, { groupId, personIds: [learner.personId] });
    expect(await minutes(mine)).toBe(30);
    expect(await minutes(theirs)).toBe(20);
    // By a list that puts them there, too.
    const listed = { file: "list.csv", line: 1, key: "list:other", name: "Ilze Kalniņa", group: "slowly" };
    const row = { ...listed, userName: other.userName, userNameFolded: other.userName };
    const rules = { plan: planImport, userNameFor };
    expect(await importLearners(teacher.viewer, { classId, rows: [row], rules })).toMatchObject({ already: 1 });
    expect(await minutes(theirs)).toBe(30);
    await setGroupMembers(teacher.viewer, { groupId, personIds: [other.personId] });
    expect([await minutes(mine), await minutes(theirs)]).toEqual([20, 30]);
    expect((await assignmentDoor(other.viewer, { assignmentId })).terms).toMatchObject({ timeLimit: 30 * 60 });
  });

  test("by a profile runs past the close, and the learner sees it", async () => {
    const { begun, learner, door, passes, until, other } = await given({
      opensAt: -1,
      closesAt: 30,
      timeLimit: 20,
      attempts: 1,
    });
    await setTimeFactor(teacher.viewer, { personId: learner.personId, timeFactor: 1.5 });
    await until("closesAt", -10 * 60);
    expect((await door()).begin).toMatchObject({ may: true, seconds: 1800, cutByClose: false });
    const { save, attemptId, submit, row } = await begun();
    const quick = await begun(other);
    await passes(15 * 60);
    // Closed for everyone else; the one with the profile has half of their time left.
    expect(await quick.save(1)).toEqual({ state: "closed" });
    expect(await save(1)).toMatchObject({ state: "saved" });
    const { clock } = await attemptTime(learner.viewer, { attemptId });
    expect(clock).toMatchObject({ timeFactor: 1.5 });
    expect(clock!.secondsLeft).toBeGreaterThan(890);
    await submit();
    expect(await row()).toMatchObject({ lateBy: 0, deduction: 0 });
  });

  test("of an exception lets one learner begin after the close", async () => {
    const { begin, other, except, until } = await given({ closesAt: 10 });
    expect(await except({ closesAt: localIn(600), reason: "ill" })).toMatchObject({ state: "saved" });
    await until("closesAt", 1);
    expect(await begin(other)).toMatchObject({ why: "closed" });
    expect((await begin()).state).toBe("begun");
  });
});

describe("lateness", () => {
  const late = { accept: true, deduction: 0.25, per: "day", atMost: 0.6 } as const;

  test("is recorded with what it costs, and taken off what counts", async () => {
    const { begun, until, learner, classId, door, look } = await given({ dueAt: 10, late, attempts: 1 });
    const { answerAll, submit, row, result } = await begun();
    await answerAll();
    await until("dueAt", 25 * HOUR);
    const { points, maxPoints } = await submit();
    if (points === null) throw new Error("The score is held back.");
    const { lateBy, deduction } = await row();
    expect(lateBy).toBeGreaterThan(24 * HOUR);
    expect(deduction).toBe(0.5);
    expect(points).toBe(maxPoints);
    expect((await result()).attempt).toMatchObject({ points, assignment: { lateBy, deduction, counts: points / 2 } });
    expect((await door()).score).toMatchObject({ points: points / 2, late: true, deduction: 0.5 });
    const [mine] = (await look()).learners.filter(({ personId }) => personId === learner.personId);
    expect(mine!.score).toMatchObject({ points: points / 2, late: true });
    const { learners } = await gradebook(teacher.viewer, { classId });
    const cells = learners.find(({ personId }) => personId === learner.personId)!.cells;
    expect(cells).toMatchObject([{ state: "late", score: { share: 0.5, deduction: 0.5 } }]);
    expect((await home(learner.viewer)).quizzes.find(({ quizId }) => quizId === quiz.quizId)!.best).toMatchObject({
      points: points / 2,
    });
  });

  test("costs nothing within the grace, at most what all may cost, and nothing by an own due date", async () => {
    const { begun, passes, until, other, except } = await given({ dueAt: 10, late });
    const mine = await begun();
    const theirs = await begun(other);
    await except({ dueAt: localIn(10_000) });
    const early = await begun();
    expect(early.attemptId).toBe(mine.attemptId);
    await until("dueAt", 30);
    await theirs.submit();
    expect(await theirs.row()).toMatchObject({ lateBy: 0, deduction: 0 });
    await passes(5 * 24 * HOUR);
    const again = await begun(other);
    await again.submit();
    expect(await again.row()).toMatchObject({ deduction: 0.6 });
    await mine.submit();
    expect(await mine.row()).toMatchObject({ lateBy: 0, deduction: 0 });
  });

  test("is taken off again by a later due date that the learner is given, and comes back with that", async () => {
    const { begun, passes, except, assignmentId, other, look, door } = await given({ dueAt: 10, late });
    const [mine, theirs] = [await begun(), await begun(other)];
    await passes(25 * HOUR);
    await mine.submit();
    await theirs.submit();
    expect(await mine.row()).toMatchObject({ deduction: 0.5 });
    await except({ dueAt: localIn(60), reason: "was ill" });
    expect(await mine.row()).toMatchObject({ lateBy: 0, deduction: 0 });
    expect((await door()).attempts).toMatchObject([{ lateBy: 0, deduction: 0 }]);
    expect(await theirs.row()).toMatchObject({ deduction: 0.5 });
    await except({ dueAt: localIn(-60) });
    expect(await mine.row()).toMatchObject({ deduction: 0.25 });
    const [exception] = (await look()).exceptions;
    await removeException(teacher.viewer, { assignmentId, exceptionId: exception!.id });
    expect(await mine.row()).toMatchObject({ deduction: 0.5 });
  });

  test("grows by no later change of the rules, of a group or of a profile, and shrinks by each", async () => {
    const { classId, begun, passes, except, learner, other, ...more } = await given({ dueAt: 10, timeLimit: 20, late });
    const change = async (wanted: Partial<AssignmentWanted>) =>
      expect(await more.change(wanted)).toMatchObject({ state: "saved" });
    const [late0, inTime] = [await begun(), await begun(other)];
    await inTime.submit();
    await passes(15 * 60);
    await late0.submit();
    const costs = async () => [(await late0.row()).deduction, (await inTime.row()).deduction];
    expect(await costs()).toEqual([0.25, 0]);
    await change({ dueAt: localIn(-20) });
    await change({ late: { ...late, deduction: 0.3 } });
    expect(await costs()).toEqual([0.25, 0]);
    await change({ late: { ...late, deduction: 0.2 } });
    expect(await costs()).toEqual([0.2, 0]);
    await change({ late, dueAt: localIn(-7) });
    expect(await costs()).toEqual([0.2, 0]);
    // Begun in time, and with so much more time handed in in time.
    await setTimeFactor(teacher.viewer, { personId: learner.personId, timeFactor: 1.5 });
    await setTimeFactor(teacher.viewer, { personId: learner.personId, timeFactor: 1 });
    expect(await costs()).toEqual([0, 0]);

    const again = await begun(other);
    await again.submit();
    expect((await again.row()).deduction).toBe(0.25);
    const made = await makeGroup(teacher.viewer, { classId, name: "Tuesday" });
    if (made.state !== "made") throw new Error(JSON.stringify(made));
    await except({ personId: undefined, groupId: made.groupId, dueAt: localIn(60) });
    await setGroupMembers(teacher.viewer, { groupId: made.groupId, personIds: [other.personId] });
    await setGroupMembers(teacher.viewer, { groupId: made.groupId, personIds: [] });
    expect((await again.row()).deduction).toBe(0);
  });

  test("is not accepted where it closes when it is due", async () => {
    const { begin, begun, until, other } = await given({ dueAt: 10, late: { accept: false } });
    const { row, save } = await begun();
    await save(1);
    await until("dueAt", 61);
    expect(await begin(other)).toMatchObject({ why: "closed" });
    await handInOverdue(systemViewer("a test"));
    expect(await row()).toMatchObject({ points: 1, lateBy: 0, deduction: 0 });
  });
});

describe("what is shown", () => {
  const held = allShownFrom("closed");

  test("waits until it is closed for everyone, extended times included; a teacher always sees all", async () => {
    const { begun, passes, learner, other, except, door } = await given({ closesAt: 30, attempts: 1, show: held });
    await except({ personId: other.personId, closesAt: localIn(60) });
    const { answerAll, submit, attemptId, slip } = await begun();
    await answerAll();
    expect(await submit()).toMatchObject({ points: null });
    const nothing = await slip();
    if (nothing.state !== "held") throw new Error("It is not held back.");
    expect(nothing.slip.attempt).toMatchObject({ points: null, assignment: { counts: null } });
    expect(nothing.slip.shown).toEqual({ score: false, correctness: false, key: false, feedback: false });
    expect(nothing.slip.when.key).toEqual({ closed: expect.any(Date) as Date });
    const told = JSON.stringify([
      nothing,
      await door(),
      await home(learner.viewer),
      await quizOverview(learner.viewer, quiz),
    ]);
    expect(told).not.toContain(SECRET);
    expect(told).not.toContain('"fraction"');
    for (const verb of [attemptResult, attemptExport])
      await expect(verb(learner.viewer, { attemptId })).rejects.toMatchObject({ name: "NotFound" });
    expect((await door()).score).toBeNull();
    expect((await home(learner.viewer)).quizzes.find(({ quizId }) => quizId === quiz.quizId)).toMatchObject({
      best: null,
      held: true,
    });
    expect((await attemptResult(teacher.viewer, { attemptId })).questions).toHaveLength(quiz.items.length);

    await passes(32 * 60);
    expect((await slip()).state).toBe("held");
    await passes(30 * 60);
    expect((await slip()).state).toBe("whole");
    expect((await door()).score).not.toBeNull();
  });

  test("may be some of it: the score after, right and wrong never", async () => {
    const show = { ...held, score: "after", correctness: "never", key: "never", feedback: "after" } as const;
    const { begun } = await given({ show });
    const { submit, slip } = await begun();
    await submit();
    expect(await slip()).toMatchObject({
      state: "held",
      slip: {
        attempt: { points: 0 },
        when: { score: "now", correctness: "never", key: "never", feedback: "now" },
        questions: expect.arrayContaining([expect.objectContaining({ points: null, standing: null, why: null })]) as [],
      },
    });
  });

  test("of practice is what the open assignment at the same quiz shows, and free again when that is closed", async () => {
    const { learner, passes, other } = await given({ closesAt: 30, show: held });
    // What was practised before stays practice, and counts for no assignment.
    const practice = await startAttempt(learner.viewer, { ...quiz, rules: { check: true } });
    await saveResponse(learner.viewer, { ...practice, position: 1, revisionId: randomUUID(), fields: quiz.right[0] });
    expect(await tryAnswer(learner.viewer, { ...practice, position: 1 })).toEqual({ state: "not offered" });
    await submitAttempt(learner.viewer, practice);
    expect((await attemptSlip(learner.viewer, practice)).state).toBe("held");
    const { attempts, assigned, heldBack } = await quizOverview(learner.viewer, quiz);
    expect(attempts[0]).toMatchObject({ held: true, points: null, assignment: null });
    expect(assigned).toHaveLength(1);
    expect(heldBack).toBe(true);
    // Practice of who has no such assignment is free.
    const free = await aLearner({ schoolId });
    const theirs = await startAttempt(free.viewer, quiz);
    await submitAttempt(free.viewer, theirs);
    expect((await attemptSlip(free.viewer, theirs)).state).toBe("whole");
    expect(other).toBeDefined();
    await passes(40 * 60);
    expect((await attemptSlip(learner.viewer, practice)).state).toBe("whole");
    expect((await quizOverview(learner.viewer, quiz)).heldBack).toBe(false);
  });

  test("before an assignment is handed in, practice does not tell what is shown 'after'", async () => {
    const { learner, begun } = await given({ attempts: 1 });
    const practice = await startAttempt(learner.viewer, quiz);
    await submitAttempt(learner.viewer, practice);
    expect((await attemptSlip(learner.viewer, practice)).state).toBe("held");
    await (await begun()).submit();
    expect((await attemptSlip(learner.viewer, practice)).state).toBe("whole");
  });
});

describe("a teacher", () => {
  const wanted = (): AssignmentWanted => ({ ...plainAssignment, quizId: quiz.quizId });

  test("is told everything that is wrong, at its field, and nothing is made", async () => {
    const { classId } = await given();
    const answer = await createAssignment(teacher.viewer, {
      classId,
      wanted: {
        ...wanted(),
        ...{ title: " ", quizId: "nowhere", groupId: randomUUID(), grace: -1, attempts: 1.5, timeLimit: Number.NaN },
        ...{ opensAt: "2026-10-05T12:00", dueAt: "2026-10-04T12:00", closesAt: "tomorrow" },
        late: { accept: true, deduction: 5, per: "day", atMost: 1 },
        show: { ...plainAssignment.show, key: "during" },
      },
    });
    if (answer.state !== "refused") throw new Error("It was made.");
    const fields = answer.slips.map(({ field }) => field);
    expect(fields.sort()).toEqual(
      [
        ...["title", "quizId", "groupId", "grace", "attempts", "timeLimit", "closesAt", "late.deduction"],
        "show.score",
      ].sort(),
    );
    expect((await classAssignments(teacher.viewer, { classId })).assignments).toHaveLength(1);
  });

  test("reads dates in the class's zone, over a change of the clocks too", async () => {
    const { classId } = await given();
    expect(await setTimeZone(teacher.viewer, { classId, timeZone: " europe/berlin" })).toEqual({
      state: "set",
      timeZone: "Europe/Berlin",
    });
    for (const timeZone of ["Berlin", "+02:00", "Europe/Nowhere", "\0"])
      expect(await setTimeZone(teacher.viewer, { classId, timeZone })).toMatchObject({ state: "refused" });
    const dates = { opensAt: "2027-03-27T02:30", dueAt: "2027-03-28T02:30", closesAt: "2027-10-31T02:30" };
    const made = await createAssignment(teacher.viewer, { classId, wanted: { ...wanted(), ...dates } });
    if (made.state !== "saved") throw new Error(JSON.stringify(made));
    const { assignmentId } = made;
    // 02:30 does not exist on the first of these days, and exists twice on the last.
    expect(made.moved).toEqual([
      { field: "dueAt", shift: "gap" },
      { field: "closesAt", shift: "fold" },
    ]);
    const { assignment } = await classAssignment(teacher.viewer, { classId, assignmentId });
    expect(assignment.rules).toMatchObject({
      opensAt: new Date("2027-03-27T01:30Z"),
      dueAt: new Date("2027-03-28T01:30Z"),
      closesAt: new Date("2027-10-31T00:30Z"),
    });
    expect(assignment.local).toEqual({ ...dates, dueAt: "2027-03-28T03:30" });
    // A form that is sent as it was keeps its instants, the second half past two as well.
    const second = new Date("2027-10-31T01:30Z");
    await database().assignment.updateMany({ where: { id: assignmentId }, data: { closesAt: second } });
    await changed(assignmentId, classId, {});
    const again = await classAssignment(teacher.viewer, { classId, assignmentId });
    expect(again.assignment.rules.closesAt).toEqual(second);
    expect((await classRoster(teacher.viewer, { classId })).class).toMatchObject({ followsSchool: false });
    // By another clock they are the same moments; without one of its own the class has the school's.
    expect(await setTimeZone(teacher.viewer, { classId, timeZone: "" })).toMatchObject({ timeZone: "Europe/Riga" });
    expect((await classRoster(teacher.viewer, { classId })).class).toMatchObject({ followsSchool: true });
    const moved = await classAssignment(teacher.viewer, { classId, assignmentId });
    expect(moved.assignment.rules).toEqual(again.assignment.rules);
    expect(moved.assignment.local.opensAt).toBe("2027-03-27T03:30");
  });

  test("knows every zone that is offered", async () => {
    const unknown = await database().$queryRaw<unknown[]>`
      SELECT n."name" FROM unnest(${offeredZones("Europe/Riga")}::text[]) AS n("name")
      WHERE n."name" NOT IN (SELECT z."name" FROM pg_timezone_names z)`;
    expect(unknown).toEqual([]);
  });

  test("counts a day of lateness by the class's clock when the clocks change", async () => {
    const { classId, learner } = await given();
    await database().class.updateMany({ where: { id: classId }, data: { timeZone: "Europe/Berlin" } });
    const { assignmentId } = await anAssignment({
      ...{ teacher, classId, quizId: quiz.quizId, dueAt: 10 },
      late: { accept: true, deduction: 0.001, per: "day", atMost: 1 },
    });
    const begun = sitting(learner, await beginAssignment(learner.viewer, { assignmentId }));
    // Half an hour less than 220 of the clock's days ago: so long a time has a change of the clocks in it.
    const soon = new Date(Date.now() + 30 * 60_000);
    const due = daysLater(soon, -220, "Europe/Berlin");
    expect((soon.getTime() - due.getTime()) % 86_400_000).not.toBe(0);
    await database().assignment.updateMany({ where: { id: assignmentId }, data: { dueAt: due } });
    const startedAt = new Date(due.getTime() - 1000);
    await database().attempt.updateMany({ where: { id: begun.attemptId }, data: { startedAt } });
    await begun.submit();
    expect((await begun.row()).deduction).toBe(0.22);
  });

  test("sees who has begun, who has handed in, and what should be known of the rules", async () => {
    const { classId, begun, look, except, other } = await given({ dueAt: 10, attempts: 2 });
    await (await begun()).submit();
    await begun();
    await except({ personId: other.personId, lifted: ["dueAt", "attempts"], reason: "ill" });
    const { assignments } = await classAssignments(teacher.viewer, { classId });
    expect(assignments).toMatchObject([{ state: "open", learners: 2, begun: 1, handedIn: 1, group: null }]);
    const { learners, exceptions, warnings } = await look();
    expect(learners.map(({ attempts, running }) => [attempts.length, running !== null]).sort()).toEqual([
      [0, false],
      [1, true],
    ]);
    expect(exceptions).toMatchObject([{ personId: other.personId, lifted: ["dueAt", "attempts"], reason: "ill" }]);
    expect(warnings.map(({ field }) => field)).toContain("show.key");
    expect(learners.find(({ personId }) => personId === other.personId)!.terms).toMatchObject({
      dueAt: null,
      attempts: null,
    });
  });

  test("cannot change the quiz of what was begun, and takes it back with what runs handed in", async () => {
    const { begun, change, learner, assignmentId, classId, begin } = await given();
    const { attemptId, save, row } = await begun();
    await save(1);
    const elsewhere = await aPublishedQuiz();
    expect(await change({ quizId: elsewhere.quizId })).toMatchObject({ slips: [{ field: "quizId" }] });
    expect(await removeAssignment(teacher.viewer, { assignmentId })).toEqual({ classId });
    expect(await row()).toMatchObject({ points: 1 });
    expect(await myAssignments(learner.viewer)).toEqual([]);
    await expect(begin()).rejects.toMatchObject({ name: "NotFound" });
    expect((await classAssignments(teacher.viewer, { classId })).assignments).toEqual([]);
    expect((await attemptResult(teacher.viewer, { attemptId })).attempt).toMatchObject({ points: 1, outOfTime: false });
    expect((await attemptSlip(learner.viewer, { attemptId })).state).toBe("whole");
  });

  test("is told of an exception that contradicts itself or changes nothing", async () => {
    const { except, other } = await given({ opensAt: 10, dueAt: 100 });
    const stranger = await aLearner({ schoolId });
    expect(await except({})).toMatchObject({ slips: [{ field: "who" }] });
    expect(await except({ dueAt: localIn(5) })).toMatchObject({ slips: [{ field: "dueAt" }] });
    expect(await except({ timeLimit: Number.NaN })).toMatchObject({ slips: [{ field: "timeLimit" }] });
    expect(await except({ dueAt: localIn(300), personId: stranger.personId })).toMatchObject({
      slips: [{ field: "who" }],
    });
    const both = { dueAt: localIn(300), personId: other.personId, groupId: randomUUID() };
    expect(await except(both)).toMatchObject({ slips: [{ field: "who" }] });
  });

  test("grants a profile between 1 and 10, as an administrator does", async () => {
    const { learner, door } = await given({ timeLimit: 20 });
    const { personId } = learner;
    for (const timeFactor of [0.5, 11, Number.NaN])
      expect(await setTimeFactor(teacher.viewer, { personId, timeFactor })).toMatchObject({ state: "refused" });
    const administrator = await anAdministrator({ schoolId });
    await setTimeFactor(administrator.viewer, { personId, timeFactor: 1.25 });
    expect((await door()).terms).toMatchObject({ timeLimit: 1500, origin: { timeLimit: "profile" } });
  });
});
