import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { closing, showProblems, shown, shownWhen, strictest } from "./show-rules";
import type { ShowFrom, ShowMoment, ShowRule, Sitter } from "./show-rules";
import { attemptClock } from "./time-rules/attempt-clock";
import { mayBegin } from "./time-rules/begin";
import { effectiveTerms, type Exception, type TimeRules } from "./time-rules/terms";

const at = (minutes: number) => new Date(Date.UTC(2026, 9, 1, 10) + minutes * 60_000);
const rule: ShowRule = {
  score: "after",
  correctness: "during",
  key: "closed",
  feedback: "never",
  closedMeans: "everyone",
};
const open = { closed: false, by: at(60) };
const closed = { closed: true, by: null };
const moment = (more: Partial<ShowMoment> = {}): ShowMoment => ({
  handedIn: true,
  forLearner: open,
  forEveryone: open,
  ...more,
});

describe("a learner sees", () => {
  test("while answering only what is for then", () => {
    const seen = shown(rule, moment({ handedIn: false }));
    expect(seen).toEqual({ score: false, correctness: true, key: false, feedback: false });
  });

  test("after handing in also what is for then", () => {
    expect(shown(rule, moment())).toEqual({ score: true, correctness: true, key: false, feedback: false });
  });

  test("the key not before it is closed for the last of all, or for themselves where the rule says so", () => {
    const me = moment({ forLearner: closed });
    expect(shown(rule, me).key).toBe(false);
    expect(shown({ ...rule, closedMeans: "learner" }, me).key).toBe(true);
    expect(shown(rule, moment({ forLearner: closed, forEveryone: closed })).key).toBe(true);
  });

  test("no key of an attempt that still runs, though all is closed", () => {
    expect(shown(rule, moment({ handedIn: false, forLearner: closed, forEveryone: closed })).key).toBe(false);
  });

  test("when the rest will be there", () => {
    expect(shownWhen(rule, moment({ handedIn: false }))).toEqual({
      score: "handed-in",
      correctness: "now",
      key: { closed: at(60) },
      feedback: "never",
    });
    expect(shownWhen(rule, moment({ forEveryone: { closed: false, by: null } })).key).toEqual({ closed: null });
    expect(shownWhen(rule, moment({ handedIn: false, forEveryone: closed })).key).toBe("handed-in");
  });

  test("of a paper that two assignments share, only what both show", () => {
    const one = { score: true, correctness: true, key: true, feedback: false };
    const other = { score: true, correctness: true, key: false, feedback: true };
    expect(strictest([one, other])).toEqual({ score: true, correctness: true, key: false, feedback: false });
    expect(strictest([])).toEqual({ score: true, correctness: true, key: true, feedback: true });
  });
});

const lesson: TimeRules = {
  opensAt: at(0),
  dueAt: null,
  closesAt: at(60),
  timeLimit: 1200,
  grace: 30,
  late: { accept: false },
  attempts: 1,
};
const sitter = (more: Partial<Sitter> = {}, exceptions: Exception[] = [], timeFactor = 1): Sitter => ({
  terms: effectiveTerms(lesson, exceptions, { timeFactor }),
  attempts: 0,
  running: [],
  ...more,
});
const done = sitter({ attempts: 1 });
const tomorrow = sitter({}, [{ for: "learner", opensAt: at(1440), closesAt: at(1500) }]);

describe("an assignment is closed", () => {
  test.each<[string, Sitter[], number, boolean, number | null]>([
    ["over nobody", [], 0, true, null],
    ["when all have used their attempts", [done, done], 20, true, null],
    ["not while one can begin", [done, sitter()], 20, false, 60.5],
    ["when the window is past, whoever did not come", [done, sitter()], 60, true, null],
    ["not while one who has a later window can begin", [done, tomorrow], 61, false, 1500.5],
    ["not before a later window opens", [done, tomorrow], 1000, false, 1500.5],
    ["not while one is at it", [done, sitter({ attempts: 1, running: [{ startedAt: at(50) }] })], 55, false, 60.5],
    ["not in the grace", [sitter({ attempts: 1, running: [{ startedAt: at(50) }] })], 60.5, false, 60.5],
    ["after the grace", [sitter({ attempts: 1, running: [{ startedAt: at(50) }] })], 60.6, true, null],
    [
      "not while a profile's time runs past the close",
      [sitter({ attempts: 1, running: [{ startedAt: at(50) }] }, [], 1.5)],
      70,
      false,
      80.5,
    ],
    ["not before the last moment that a profile could reach", [sitter({}, [], 1.5)], 59, false, 90.5],
    [
      "not while a teacher has extended one",
      [sitter({ attempts: 1, running: [{ startedAt: at(0), extendedUntil: at(100) }] })],
      70,
      false,
      100.5,
    ],
    [
      "never, while one without a close has attempts left",
      [sitter({}, [{ for: "learner", closesAt: null }])],
      9999,
      false,
      null,
    ],
  ])("%s", (_, sitters, now, isClosed, by) => {
    expect(closing(sitters, at(now))).toEqual({ closed: isClosed, by: by === null ? null : at(by) });
  });

  test("only when really nobody can begin or be at it any more", () => {
    const anySitter = fc
      .record({
        closes: fc.integer({ min: 1, max: 300 }),
        timeFactor: fc.constantFrom(1, 1.5),
        limit: fc.option(fc.integer({ min: 60, max: 9000 })),
        startedAt: fc.option(fc.integer({ min: 0, max: 300 })),
      })
      .map(({ closes, timeFactor, limit, startedAt }) => {
        const exception: Exception = { for: "learner", closesAt: at(closes), timeLimit: limit };
        const running = startedAt !== null && startedAt < closes ? [{ startedAt: at(startedAt) }] : [];
        return sitter({ attempts: running.length, running }, [exception], timeFactor);
      });
    const times = fc.integer({ min: 0, max: 600 });
    fc.assert(
      fc.property(fc.array(anySitter, { maxLength: 5 }), times, times, (sitters, now, more) => {
        const found = closing(sitters, at(now));
        const later = at(now + more);
        const active = sitters.some(({ terms, attempts, running }) => {
          const begin = mayBegin(terms, { attempts, running: running[0] ?? null }, later);
          const clock = running[0] && attemptClock(terms, running[0]);
          return begin.may || (clock?.acceptedUntil && clock.acceptedUntil >= later);
        });
        if (found.closed) expect(active).toBe(false);
        if (found.by && later > found.by) expect(closing(sitters, later).closed).toBe(true);
      }),
    );
  });
});

describe("a teacher is told", () => {
  const codes = (more: Partial<ShowRule>, terms: Pick<TimeRules, "closesAt" | "attempts"> = lesson) =>
    showProblems({ ...rule, ...more }, terms).map(({ field, code }) => `${field} ${code}`);

  test.each<[string, Partial<ShowRule>, Pick<TimeRules, "closesAt" | "attempts">, string[]]>([
    ["nothing of a rule that gives nothing away", {}, lesson, []],
    ["that a key after handing in can be passed on", { key: "after" }, lesson, ["key others-can-be-told"]],
    ["that a learner's own close leaks as well", { closedMeans: "learner" }, lesson, ["key others-can-be-told"]],
    [
      "that a second attempt knows the key",
      { key: "after", feedback: "during" },
      { ...lesson, attempts: 2 },
      [
        "key others-can-be-told",
        "key known-before-last-attempt",
        "feedback others-can-be-told",
        "feedback known-before-last-attempt",
      ],
    ],
    ["that it never closes", {}, { ...lesson, closesAt: null }, ["key never-closes"]],
    ["that a key says what is right", { correctness: "never" }, lesson, ["correctness key-before-correctness"]],
  ])("%s", (_, more, terms, expected) => {
    expect(codes(more, terms)).toEqual(expected);
  });
});

test("What was shown once stays shown as time goes on, if nobody is let in again", () => {
  const from = fc.constantFrom<ShowFrom>("during", "after", "closed", "never");
  const rules = fc.record({
    score: from,
    correctness: from,
    key: from,
    feedback: from,
    closedMeans: fc.constantFrom("everyone" as const, "learner" as const),
  });
  fc.assert(
    fc.property(rules, (any) => {
      const stages = [
        moment({ handedIn: false }),
        moment(),
        moment({ forLearner: closed }),
        moment({ forLearner: closed, forEveryone: closed }),
      ].map((each) => shown(any, each));
      for (const what of ["score", "correctness", "key", "feedback"] as const) {
        const seen = stages.map((each) => Number(each[what]));
        expect(seen).toEqual([...seen].sort());
      }
    }),
  );
});
