import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";

import {
  attemptDecisions,
  attemptResult,
  attemptTime,
  changeAssignment,
  classAssignment,
  endNow,
  extendTime,
  liveView,
  makeGroup,
  NotFound,
  removeAssignment,
  removeLearner,
  removeTeacher,
  addTeacher,
  leaveSession,
  saveResponse,
  setException,
  setGroupMembers,
  setTimeFactor,
  sharedLiveView,
  submitAttempt,
  systemViewer,
  tryAnswer,
  watchAssignment,
  type LiveView,
} from "@/records";
import {
  aClass,
  aLearner,
  anAssignment,
  aPublishedQuiz,
  aSchool,
  aTeacher,
  plainAssignment,
  begun,
} from "@/test/factories";
import type { SomePerson, SomeQuiz } from "@/test/factories";

import { closeDatabase, database } from "./database";
import { Watching, watching } from "./live-watching";
import { shownOrder } from "./question-order";

let schoolId: string;
let quiz: SomeQuiz;
let teacher: SomePerson;

beforeAll(async () => {
  ({ schoolId } = await aSchool());
  [quiz, teacher] = await Promise.all([aPublishedQuiz({ rules: { tries: 3 } }), aTeacher({ schoolId })]);
});
afterAll(closeDatabase);

const names = ["Anna Liepa", "Bruno Kalns", "Cilda Roze", "Dace Egle"];

/** A class with four learners, by name, and an assignment of twenty minutes; and what can be done with it. */
async function given(wanted: Partial<Parameters<typeof anAssignment>[0]> = {}) {
  const learners = await Promise.all(names.map((displayName) => aLearner({ schoolId, displayName })));
  const { classId } = await aClass({ teacher, learners: learners.toReversed(), courseId: quiz.courseId });
  const { assignmentId } = await anAssignment({
    ...{ teacher, classId, quizId: quiz.quizId, timeLimit: 20, opensAt: -60, dueAt: 600, closesAt: 600 },
    ...wanted,
  });
  const [anna, bruno, cilda, dace] = learners as [SomePerson, SomePerson, SomePerson, SomePerson];
  const of = { classId, assignmentId };
  return {
    ...{ ...of, anna, bruno, cilda, dace },
    begin: async (who: SomePerson) => {
      const attemptId = await begun(who, { assignmentId });
      return {
        attemptId,
        save: (position: number, fields: unknown = quiz.right[position - 1]) =>
          saveResponse(who.viewer, { attemptId, position, revisionId: randomUUID(), fields }),
        check: (position: number) => tryAnswer(who.viewer, { attemptId, position }),
        submit: () => submitAttempt(who.viewer, { attemptId }),
        time: () => attemptTime(who.viewer, { attemptId }),
        row: () => database().attempt.findFirstOrThrow({ where: { id: attemptId } }),
      };
    },
    look: () => liveView(teacher.viewer, of),
    line: async ({ personId }: SomePerson) =>
      (await liveView(teacher.viewer, of)).learners.find((each) => each.personId === personId)!,
    extend: (minutes: number, who: SomePerson | null = null) =>
      extendTime(teacher.viewer, { ...of, minutes, personId: who && who.personId }),
    end: (who: SomePerson | null = null) => endNow(teacher.viewer, { ...of, personId: who && who.personId }),
    /** So many seconds go by since everything that was done. */
    passes: async (seconds: number) => {
      const by = `${seconds} seconds`;
      await database().$executeRaw`
        UPDATE "Attempt" SET "startedAt" = "startedAt" - ${by}::interval, "endsAt" = "endsAt" - ${by}::interval,
          "acceptedUntil" = "acceptedUntil" - ${by}::interval WHERE "assignmentId" = ${assignmentId}::uuid`;
      await database().$executeRaw`
        UPDATE "Response" r SET "savedAt" = r."savedAt" - ${by}::interval FROM "Attempt" a
        WHERE a."id" = r."attemptId" AND a."assignmentId" = ${assignmentId}::uuid`;
    },
  };
}

const minutesLeft = async (at: { time: () => Promise<{ clock: { secondsLeft: number } | null }> }) =>
  Math.round((await at.time()).clock!.secondsLeft / 60);

describe("a class at work", () => {
  test("who has begun, where each is, what was handed in; by name", async () => {
    const { look, begin, anna, bruno, cilda, assignmentId } = await given();
    const nobody = await look();
    expect(nobody.totals).toEqual({ learners: 4, notBegun: 4, working: 0, handedIn: 0 });
    expect(nobody.questions).toHaveLength(quiz.items.length);
    expect(nobody.questions[0]).toMatchObject({ number: 1, asked: 0, answered: 0, seconds: null, stuck: [] });

    await begin(anna);
    const atWork = await begin(bruno);
    await atWork.save(1);
    await atWork.save(3);
    const done = await begin(cilda);
    await done.save(1);
    await done.submit();

    const view = await look();
    expect(view.assignment).toMatchObject({ id: assignmentId, title: plainAssignment.title, timeZone: "Europe/Riga" });
    expect(view.totals).toEqual({ learners: 4, notBegun: 1, working: 2, handedIn: 1 });
    const of = quiz.items.length;
    expect(view.learners).toMatchObject([
      { name: names[0], state: "working", answered: 0, of, last: null, savedAt: null, at: 1, quiet: false },
      { name: names[1], state: "working", answered: 2, of, last: 3, at: 4, attemptId: atWork.attemptId },
      { name: names[2], state: "handed in", answered: 1, of, last: 1, at: null, endsAt: null },
      { name: names[3], state: "not begun", answered: 0, of: 0, attemptId: null, submittedAt: null },
    ]);
    expect(new Date(view.learners[1]!.savedAt!).getTime()).toBeGreaterThan(Date.now() - 60_000);
    expect(view.questions.slice(0, 4)).toMatchObject([
      { number: 1, asked: 3, answered: 2, here: 1 },
      { number: 2, asked: 3, answered: 0, here: 0, passedOver: 1 },
      { number: 3, asked: 3, answered: 1, here: 0 },
      { number: 4, asked: 3, answered: 0, here: 1 },
    ]);
  });

  test("tells where each is by their own order where the questions are shuffled, and names them by the paper", async () => {
    const { look, line, begin, anna } = await given({ shuffle: true });
    const at = await begin(anna);
    const { seed } = await at.row();
    const order = shownOrder(
      quiz.right.map((_, index) => index + 1),
      { seed, shuffle: true },
    );
    expect(await line(anna)).toMatchObject({ last: null, at: order[0] });
    await at.save(order[2]!);
    expect(await line(anna)).toMatchObject({ last: order[2], at: order[3] ?? order[0] });
    const { assignment, questions } = await look();
    expect(assignment.shuffle).toBe(true);
    expect(questions.map(({ number }) => number)).toEqual(order.toSorted((a, b) => a - b));
    expect(questions.filter((each) => each.passedOver > 0).map(({ number }) => number)).toEqual(
      order.slice(0, 2).toSorted((a, b) => a - b),
    );
  });

  test("looks the same to its mark until something changes", async () => {
    const { look, begin, anna } = await given();
    const at = await begin(anna);
    const [first, second] = [await look(), await look()];
    expect(second.mark).toBe(first.mark);
    await at.save(1);
    expect((await look()).mark).not.toBe(first.mark);
  });

  test("who saves nothing for long is quiet, and two of them before one question make it stuck", async () => {
    const { look, begin, anna, bruno, cilda, passes } = await given();
    await (await begin(anna)).save(1);
    await (await begin(bruno)).save(1);
    await passes(400);
    await (await begin(cilda)).save(1);
    const { learners, questions } = await look();
    expect(learners.map(({ quiet }) => quiet)).toEqual([true, true, false, false]);
    expect(questions[1]).toMatchObject({ here: 3, stuck: ["waiting"] });
  });

  test("what was checked in vain by two is stuck", async () => {
    const { look, begin, anna, bruno, cilda } = await given({
      show: { score: "after", correctness: "during", key: "after", feedback: "during", closedMeans: "learner" },
    });
    for (const [who, fields] of [
      [anna, quiz.wrong[0]],
      [bruno, quiz.wrong[0]],
      [cilda, quiz.right[0]],
    ] as const) {
      const at = await begin(who);
      await at.save(1, fields);
      expect((await at.check(1)).state).toBe("tried");
    }
    expect((await look()).questions[0]).toMatchObject({ tried: 3, triedInVain: 2, stuck: ["wrong"] });
  });

  test("ends with exception and profile; what runs out is handed in before anybody looks", async () => {
    const { line, begin, anna, bruno, cilda, dace, assignmentId, passes } = await given();
    await setTimeFactor(teacher.viewer, { personId: bruno.personId, timeFactor: 1.5 });
    await setException(teacher.viewer, {
      ...{ assignmentId, personId: cilda.personId, opensAt: "", dueAt: "", closesAt: "", timeLimit: 60 },
      ...{ attempts: null, lifted: [], reason: "" },
    });
    for (const who of [anna, bruno, cilda]) await begin(who);
    const minutes = async (who: SomePerson) =>
      Math.round((new Date((await line(who)).endsAt!).getTime() - Date.now()) / 60_000);
    expect([await minutes(anna), await minutes(bruno), await minutes(cilda)]).toEqual([20, 30, 60]);
    expect(await line(bruno)).toMatchObject({ timeFactor: 1.5 });
    await passes(22 * 60);
    expect([(await line(anna)).state, (await line(bruno)).state, (await line(dace)).state]).toEqual([
      ...["handed in", "working", "not begun"],
    ]);
  });

  test("who was taken out is in it only while they work; what was voided is as though it had not been", async () => {
    const { classId, line, look, begin, anna, bruno, cilda, assignmentId } = await given();
    const running = await begin(anna);
    await (await begin(bruno)).submit();
    const { attemptId } = await begin(cilda);
    await submitAttempt(cilda.viewer, { attemptId });
    for (const { personId } of [anna, bruno]) await removeLearner(teacher.viewer, { classId, personId });
    expect((await look()).learners.map(({ name }) => name)).toEqual([names[0], names[2], names[3]]);
    await running.submit();
    expect((await look()).totals.learners).toBe(2);
    await database().$executeRaw`
      INSERT INTO "Decision" ("schoolId", "id", "assignmentId", "personId", "attemptId", "what", "reason", "decidedById")
      VALUES (${schoolId}::uuid, ${randomUUID()}::uuid, ${assignmentId}::uuid, ${cilda.personId}::uuid,
              ${attemptId}::uuid, 'void', 'copied', ${teacher.personId}::uuid)`;
    expect(await line(cilda)).toMatchObject({ state: "not begun" });
  });

  test("is nobody's but its teachers', also under another class's address", async () => {
    const { classId, assignmentId, anna } = await given();
    const other = await given();
    const colleague = await aTeacher({ schoolId });
    const wanted = { classId, assignmentId, personId: null };
    const verbs = [
      (who: SomePerson, of: typeof wanted) => liveView(who.viewer, of),
      (who: SomePerson, of: typeof wanted) => sharedLiveView(who.viewer, of),
      (who: SomePerson, of: typeof wanted) => watchAssignment(who.viewer, of, aWatcher().watcher),
      (who: SomePerson, of: typeof wanted) => extendTime(who.viewer, { ...of, minutes: 5 }),
      (who: SomePerson, of: typeof wanted) => endNow(who.viewer, of),
    ];
    for (const verb of verbs) {
      for (const who of [anna, colleague]) await expect(verb(who, wanted)).rejects.toThrow(NotFound);
      await expect(verb(teacher, { ...wanted, classId: other.classId })).rejects.toThrow(NotFound);
      await expect(verb(teacher, { ...wanted, assignmentId: "1; DROP" })).rejects.toThrow(NotFound);
    }
    expect(watching().state).toEqual({ rooms: 0, watchers: 0, listening: false });
  });
});

describe("more time", () => {
  test("for one: as many minutes as were said, on top of those before, on the learner's own clock", async () => {
    const { begin, extend, anna, bruno, assignmentId } = await given();
    const [one, other] = [await begin(anna), await begin(bruno)];
    expect(await extend(5, anna)).toEqual({ state: "decided", learners: 1 });
    expect(await extend(2.5, anna)).toEqual({ state: "decided", learners: 1 });
    expect((await one.time()).clock!.secondsLeft).toBeCloseTo(27.5 * 60, -2);
    expect(await minutesLeft(other)).toBe(20);
    const { endsAt, acceptedUntil } = await one.row();
    expect(acceptedUntil!.getTime() - endsAt!.getTime()).toBe(60_000);
    const decisions = await database().decision.findMany({ where: { assignmentId }, orderBy: { decidedAt: "asc" } });
    expect(decisions).toMatchObject(
      [300, 150].map((value) => ({
        ...{ what: "extend", value, personId: anna.personId, attemptId: one.attemptId, undoneAt: null },
        ...{ decidedById: teacher.personId, reason: "More time" },
      })),
    );
  });

  test("for all who work, and as many times more for who has a profile", async () => {
    const { begin, extend, anna, bruno, cilda, dace } = await given();
    await setTimeFactor(teacher.viewer, { personId: bruno.personId, timeFactor: 1.5 });
    const [plain, slow, done] = [await begin(anna), await begin(bruno), await begin(cilda)];
    await done.submit();
    expect(await extend(10)).toEqual({ state: "decided", learners: 2 });
    expect([await minutesLeft(plain), await minutesLeft(slow)]).toEqual([30, 45]);
    expect(await extend(10, bruno)).toMatchObject({ learners: 1 });
    expect(await minutesLeft(slow)).toBe(55);
    // Who begins after it has what the rules say.
    expect(await minutesLeft(await begin(dace))).toBe(20);
  });

  test("past the close, on time, and kept when the rules are changed afterwards", async () => {
    const { begin, extend, anna, classId, assignmentId, passes } = await given({ dueAt: 10, closesAt: 10 });
    const at = await begin(anna);
    expect(await minutesLeft(at)).toBeLessThanOrEqual(10);
    await extend(15);
    const left = await minutesLeft(at);
    expect(left).toBeGreaterThan(20);
    const { quizId } = quiz;
    const { local } = (await classAssignment(teacher.viewer, { classId, assignmentId })).assignment;
    const changed = await changeAssignment(teacher.viewer, {
      assignmentId,
      wanted: { ...plainAssignment, ...local, quizId, title: "Renamed", timeLimit: 20 },
    });
    expect(changed.state).toBe("saved");
    expect(await minutesLeft(at)).toBe(left);
    await database().$executeRaw`
      UPDATE "Assignment" SET "dueAt" = "dueAt" - interval '12 minutes', "closesAt" = "closesAt" - interval '12 minutes'
      WHERE "id" = ${assignmentId}::uuid`;
    await passes(12 * 60);
    expect((await at.save(1)).state).toBe("saved");
    await at.submit();
    expect(await at.row()).toMatchObject({ lateBy: 0, deduction: 0 });
  });

  test("is refused in words: no number, too much, nobody at work, nothing that ends", async () => {
    const { begin, extend, anna, bruno } = await given();
    expect(await extend(5)).toMatchObject({ slips: [{ field: "who", message: "Nobody works on it now." }] });
    await begin(anna);
    for (const minutes of [0, -5, Number.NaN, Number.POSITIVE_INFINITY, 721])
      expect(await extend(minutes), String(minutes)).toMatchObject({ slips: [{ field: "minutes" }] });
    expect(await extend(5, bruno)).toMatchObject({ slips: [{ message: "They do not work on it now." }] });
    const endless = await given({ timeLimit: null, dueAt: "", closesAt: "" });
    const at = await endless.begin(endless.anna);
    expect(await endless.extend(5)).toMatchObject({ slips: [{ field: "who" }] });
    expect((await at.time()).clock).toBeNull();
  });
});

describe("the end", () => {
  test("for one: what stands is handed in as of now, and nothing is taken any more", async () => {
    const { begin, end, line, anna, bruno, assignmentId } = await given();
    const [at, other] = [await begin(anna), await begin(bruno)];
    await at.save(1);
    expect(await end(anna)).toEqual({ state: "decided", learners: 1 });
    expect(await at.row()).toMatchObject({ points: 1, lateBy: 0 });
    expect((await at.save(2)).state).toBe("closed");
    expect(await at.time()).toMatchObject({ submitted: true });
    expect([(await line(anna)).state, (await line(bruno)).state]).toEqual(["handed in", "working"]);
    expect((await other.save(1)).state).toBe("saved");
    expect(await database().decision.findMany({ where: { assignmentId } })).toMatchObject([
      { what: "end", personId: anna.personId, attemptId: at.attemptId, reason: "Ended by the teacher" },
    ]);
    // Which tells its learner nothing more than that it was ended.
    expect((await attemptDecisions(anna.viewer, { attemptId: at.attemptId })).decisions).toMatchObject([
      { what: "end", reason: "" },
    ]);
    expect((await attemptResult(teacher.viewer, at)).attempt.outOfTime).toBe(false);
    expect(await end(anna)).toMatchObject({ state: "refused", slips: [{ field: "who" }] });
  });

  test("for all, at one moment, also where nothing would have ended it, and in the midst of saving", async () => {
    const { begin, end, look, anna, bruno, cilda, dace } = await given({ timeLimit: null, dueAt: "", closesAt: "" });
    const all = await Promise.all([anna, bruno, cilda].map((who) => begin(who)));
    const saving = all.flatMap((each) => Array.from({ length: 8 }, (_, n) => each.save(n + 1)));
    const [ended, ...saved] = await Promise.all([end(), ...saving]);
    expect(ended).toEqual({ state: "decided", learners: 3 });
    const { totals, learners } = await look();
    expect(totals).toMatchObject({ working: 0, handedIn: 3, notBegun: 1 });
    expect(new Set(learners.flatMap(({ submittedAt }) => submittedAt ?? [])).size).toBe(1);
    // What was told to be saved is in what was handed in.
    const kept = saved.filter(({ state }) => state === "saved").length;
    expect(learners.reduce((sum, { answered }) => sum + answered, 0)).toBe(kept);
    // Who comes afterwards may begin: ending is not closing.
    expect((await begin(dace)).attemptId).toBeTruthy();
  });
});

/** Somebody who watches, and what they were told. */
function aWatcher() {
  const told: LiveView[] = [];
  const watcher = { tell: (view: LiveView) => void told.push(view), still: vi.fn(), gone: vi.fn() };
  return { told, watcher };
}

const connections = async () => {
  const [row] = await database().$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM pg_stat_activity
    WHERE "application_name" = 'annals live' AND "datname" = current_database()`;
  return row!.n;
};

const eventually = <T>(of: () => Promise<T> | T, check: (value: T) => void, timeout = 5000) =>
  vi.waitFor(async () => check(await of()), { timeout, interval: 25 });

describe("watching", () => {
  test("is told at once and at each change, at most once a second; by one connection, that goes with the last", async () => {
    const { classId, assignmentId, begin, anna, bruno } = await given();
    const of = { classId, assignmentId };
    expect(await connections()).toBe(0);
    const [first, second] = [aWatcher(), aWatcher()];
    const stops = [
      await watchAssignment(teacher.viewer, of, first.watcher),
      await watchAssignment(teacher.viewer, of, second.watcher),
    ];
    await eventually(
      () => first.told.at(-1)?.totals,
      (totals) => expect(totals).toMatchObject({ working: 0 }),
    );
    await eventually(connections, (n) => expect(n).toBe(1));
    expect(watching().state).toEqual({ rooms: 1, watchers: 2, listening: true });

    const at = await begin(anna);
    await begin(bruno);
    for (let n = 1; n <= 8; n++) await at.save(n);
    await eventually(
      () => [first, second].map(({ told }) => told.at(-1)!.learners[0]!.answered),
      (answered) => expect(answered).toEqual([8, 8]),
    );
    expect(first.told.length).toBeLessThan(6);
    // One view for both.
    expect(first.told.at(-1)).toBe(second.told.at(-1));
    await at.submit();
    await eventually(
      () => second.told.at(-1)!.totals,
      (totals) => expect(totals).toMatchObject({ handedIn: 1 }),
    );

    stops[0]!();
    stops[0]!();
    expect(watching().state).toMatchObject({ watchers: 1, listening: true });
    stops[1]!();
    expect(watching().state).toEqual({ rooms: 0, watchers: 0, listening: false });
    await eventually(connections, (n) => expect(n).toBe(0));
  });

  test("hears of what another server process did, and survives a connection that breaks", async () => {
    const { classId, assignmentId, begin, anna } = await given();
    // Two processes: each has its own hub and its own connection.
    const [here, there] = [new Watching(), new Watching()];
    const [one, two] = [aWatcher(), aWatcher()];
    const stops = [
      here.watch(teacher.viewer, assignmentId, one.watcher),
      there.watch(teacher.viewer, assignmentId, two.watcher),
    ];
    await eventually(connections, (n) => expect(n).toBe(2));
    const at = await begin(anna);
    const working = (value: (LiveView | undefined)[]) =>
      expect(value.map((view) => view?.totals.working)).toEqual([1, 1]);
    await eventually(() => [one.told.at(-1), two.told.at(-1)], working);

    await database().$queryRaw`
      SELECT pg_terminate_backend("pid")::text FROM pg_stat_activity
      WHERE "application_name" = 'annals live' AND "datname" = current_database()`;
    await at.save(1);
    await eventually(
      () => [one, two].map(({ told }) => told.at(-1)!.learners[0]!.answered),
      (answered) => expect(answered).toEqual([1, 1]),
    );
    await eventually(connections, (n) => expect(n).toBe(2));
    // And what is none of theirs is none of their business.
    const before = one.told.length;
    const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await client.connect();
    await client.query("SELECT pg_notify('annals_live', $1)", [`${randomUUID()},,not an id`]);
    await client.end();
    await new Promise((done) => setTimeout(done, 300));
    expect(one.told).toHaveLength(before);
    for (const stop of stops) stop();
    await eventually(connections, (n) => expect(n).toBe(0));
    expect(await liveView(teacher.viewer, { classId, assignmentId })).toMatchObject({ totals: { working: 1 } });
  });

  test("ends for a teacher who was taken out or signed out, and for all when it is taken back", async () => {
    const { classId, assignmentId, begin, anna, bruno, cilda } = await given();
    const colleague = await aTeacher({ schoolId });
    await addTeacher(teacher.viewer, { classId, userName: colleague.userName });
    const [own, theirs, left] = [aWatcher(), aWatcher(), aWatcher()];
    const of = { classId, assignmentId };
    await watchAssignment(teacher.viewer, of, own.watcher);
    await watchAssignment(colleague.viewer, of, theirs.watcher);
    await eventually(
      () => theirs.told.length,
      (n) => expect(n).toBe(1),
    );
    await removeTeacher(teacher.viewer, { classId, personId: colleague.personId });
    await begin(anna);
    await eventually(
      () => theirs.watcher.gone.mock.calls.length,
      (n) => expect(n).toBe(1),
    );
    await eventually(
      () => own.told.at(-1)!.totals.working,
      (n) => expect(n).toBe(1),
    );
    expect(theirs.told).toHaveLength(1);

    await addTeacher(teacher.viewer, { classId, userName: colleague.userName });
    await watchAssignment(colleague.viewer, of, left.watcher);
    await eventually(
      () => left.told.length,
      (n) => expect(n).toBe(1),
    );
    const { sessionId, personId } = colleague.viewer;
    await leaveSession(systemViewer("a test"), { schoolId, personId, sessionId });
    await begin(bruno);
    await eventually(
      () => left.watcher.gone.mock.calls.length,
      (n) => expect(n).toBe(1),
    );

    await begin(cilda);
    await removeAssignment(teacher.viewer, { assignmentId });
    await eventually(
      () => own.watcher.gone.mock.calls.length,
      (n) => expect(n).toBe(1),
    );
    expect(watching().state).toEqual({ rooms: 0, watchers: 0, listening: false });
  });

  test("is told who comes into a group that has work or other terms, and who leaves it", async () => {
    const { classId, assignmentId, begin, anna, bruno } = await given();
    const made = await makeGroup(teacher.viewer, { classId, name: "Slow and sure" });
    const { groupId } = made as { groupId: string };
    await setException(teacher.viewer, {
      ...{ assignmentId, groupId, opensAt: "", dueAt: "", closesAt: "", timeLimit: 60, attempts: null },
      ...{ lifted: [], reason: "" },
    });
    const { assignmentId: theirs } = await anAssignment({ teacher, classId, quizId: quiz.quizId, groupId });
    const [terms, work] = [aWatcher(), aWatcher()];
    const at = await begin(anna);
    const ends = (await at.row()).endsAt!.getTime();
    const stops = [
      await watchAssignment(teacher.viewer, { classId, assignmentId }, terms.watcher),
      await watchAssignment(teacher.viewer, { classId, assignmentId: theirs }, work.watcher),
    ];
    const seen = () => {
      const endsAt = terms.told.at(-1)?.learners[0]?.endsAt;
      return [
        endsAt && (new Date(endsAt).getTime() - ends) / 60_000,
        work.told.at(-1)?.learners.map(({ name }) => name),
      ];
    };
    const eventuallySeen = (...these: unknown[]) => eventually(seen, (now) => expect(now).toEqual(these));
    await eventuallySeen(0, []);
    await setGroupMembers(teacher.viewer, { groupId, personIds: [anna.personId, bruno.personId] });
    await eventuallySeen(40, names.slice(0, 2));
    await setGroupMembers(teacher.viewer, { groupId, personIds: [bruno.personId] });
    await eventuallySeen(0, names.slice(1, 2));
    for (const stop of stops) stop();
  });

  test("for who asks again and again, a view is made once a second", async () => {
    const { classId, assignmentId } = await given();
    const of = { classId, assignmentId };
    const views = await Promise.all(Array.from({ length: 5 }, () => sharedLiveView(teacher.viewer, of)));
    expect(new Set(views).size).toBe(1);
    expect(await connections()).toBe(0);
  });
});
