import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attemptClock, clockLeft, lastEnd } from "./attempt-clock";
import { mayBegin } from "./begin";
import { effectiveTerms, type TimeRules } from "./terms";

/** Minutes after ten o'clock on a Thursday. */
const at = (minutes: number) => new Date(Date.UTC(2026, 9, 1, 10) + minutes * 60_000);

/** A lesson of 60 minutes, a limit of 20, late accepted for nothing until the close. */
const lesson: TimeRules = {
  opensAt: at(0),
  dueAt: null,
  closesAt: at(60),
  timeLimit: 1200,
  grace: 30,
  late: { accept: false },
  attempts: null,
};
const free: TimeRules = { ...lesson, timeLimit: null };
const homework: TimeRules = { ...free, closesAt: at(5 * 1440) };
const terms = (rules: TimeRules, timeFactor = 1) => effectiveTerms(rules, [], { timeFactor });

describe("an attempt ends", () => {
  test.each<[string, TimeRules, number, number, number | null, string | null, boolean]>([
    ["when its limit is over", lesson, 1, 0, 20, "time-limit", false],
    ["when the assignment closes, if that is sooner", lesson, 1, 50, 60, "close", false],
    ["when it closes, without a limit", free, 1, 10, 60, "close", false],
    ["never, without limit and close", { ...free, closesAt: null }, 1, 10, null, null, false],
    ["by a profile, when the longer limit is over", lesson, 1.5, 0, 30, "time-limit", false],
    ["by a profile, with its whole limit past the close", lesson, 1.5, 59, 89, "time-limit", true],
    ["by a profile, in a sitting without a limit, half as long again", free, 1.5, 0, 90, "close", true],
    ["by a profile, in a sitting begun late, half as long again as was left", free, 1.5, 40, 70, "close", true],
    ["by a profile, in a window of days, when it closes", homework, 1.5, 10, 5 * 1440, "close", false],
  ])("%s", (_, rules, factor, startedAt, end, endsBy, runsPastClose) => {
    const clock = attemptClock(terms(rules, factor), { startedAt: at(startedAt) });
    expect(clock).toMatchObject({ endsAt: end === null ? null : at(end), endsBy, runsPastClose });
    expect(clock.acceptedUntil).toEqual(end === null ? null : at(end + 0.5));
  });

  test("later by a teacher's word, and never sooner", () => {
    const attempt = (until: number) => attemptClock(terms(lesson), { startedAt: at(50), extendedUntil: at(until) });
    expect(attempt(75)).toMatchObject({ endsAt: at(75), endsBy: "teacher", runsPastClose: true });
    expect(attempt(55)).toMatchObject({ endsAt: at(60), endsBy: "close" });
  });
});

describe("an attempt is on time", () => {
  const due: TimeRules = { ...lesson, dueAt: at(30), late: { accept: true, deduction: 0.2, per: "once", atMost: 1 } };
  test.each<[string, TimeRules, number, number, number | null, number | null]>([
    ["always, where nothing is due", lesson, 1, 0, null, null],
    ["until it is due", due, 1, 20, null, 30],
    ["by a profile, as long as it runs, when begun by the due date", due, 1.5, 25, null, 55],
    ["by a profile, until it is due at least", due, 1.5, 0, null, 30],
    ["by a profile, not when begun after the due date", due, 1.5, 31, null, 30],
    ["by a profile, in a sitting without a limit", { ...due, timeLimit: null }, 1.5, 10, null, 40],
    ["until a teacher's word, when begun by the due date", due, 1, 20, 45, 45],
    ["not by a teacher's word, when begun late", due, 1, 31, 45, 30],
  ])("%s", (_, rules, factor, startedAt, extended, until) => {
    const attempt = { startedAt: at(startedAt), extendedUntil: extended === null ? null : at(extended) };
    expect(attemptClock(terms(rules, factor), attempt).onTimeUntil).toEqual(until === null ? null : at(until));
  });
});

test("The clock counts started seconds, then the grace that it does not show, then is over", () => {
  const clock = attemptClock(terms(lesson), { startedAt: at(0) });
  const left = (seconds: number) => clockLeft(clock, new Date(at(20).getTime() + seconds * 1000));
  expect(left(-1200)).toEqual({ seconds: 1200, inGrace: false, over: false });
  expect(left(-0.2)).toEqual({ seconds: 1, inGrace: false, over: false });
  expect(left(0)).toEqual({ seconds: 0, inGrace: true, over: false });
  expect(left(30)).toEqual({ seconds: 0, inGrace: true, over: false });
  expect(left(30.001)).toEqual({ seconds: 0, inGrace: false, over: true });
  const endless = attemptClock(terms({ ...free, closesAt: null }), { startedAt: at(0) });
  expect(clockLeft(endless, at(9999))).toEqual({ seconds: null, inGrace: false, over: false });
});

describe("an attempt may be begun", () => {
  const fresh = { attempts: 0, running: null };

  test.each([0, 30, 59.999])("from the opening until just before the close: %d minutes", (minutes) => {
    expect(mayBegin(terms(lesson), fresh, at(minutes)).may).toBe(true);
  });

  test.each<[string, TimeRules, { attempts: number; running: number | null }, number, string, Date | null]>([
    ["not before it opens", lesson, { attempts: 0, running: null }, -1, "not-open", at(0)],
    ["not when it closes", lesson, { attempts: 0, running: null }, 60, "closed", at(60)],
    [
      "not after the last attempt",
      { ...lesson, attempts: 2 },
      { attempts: 2, running: null },
      5,
      "no-attempts-left",
      null,
    ],
    ["not beside another", lesson, { attempts: 1, running: 0 }, 5, "in-progress", at(20)],
    ["not beside another in its grace", lesson, { attempts: 1, running: 0 }, 20.5, "in-progress", at(20)],
    [
      "not when it closed, whatever is left",
      { ...lesson, attempts: 1 },
      { attempts: 1, running: null },
      61,
      "closed",
      at(60),
    ],
    [
      "never, where it closes before it opens",
      { ...lesson, opensAt: at(70) },
      { attempts: 0, running: null },
      5,
      "closed",
      at(60),
    ],
  ])("%s", (_, rules, { attempts, running }, now, why, when) => {
    const begun = { attempts, running: running === null ? null : { startedAt: at(running) } };
    expect(mayBegin(terms(rules), begun, at(now))).toEqual({ may: false, why, when });
  });

  test("again when the one that ran is over, though nobody handed it in", () => {
    const begun = { attempts: 1, running: { startedAt: at(0) } };
    expect(mayBegin(terms({ ...lesson, attempts: 2 }), begun, at(21))).toMatchObject({ may: true, attemptsLeft: 1 });
  });

  test("and the learner is told beforehand that the close leaves less than the limit", () => {
    expect(mayBegin(terms(lesson), fresh, at(50))).toMatchObject({ may: true, seconds: 600, cutByClose: true });
    expect(mayBegin(terms(lesson), fresh, at(40))).toMatchObject({ may: true, seconds: 1200, cutByClose: false });
  });

  test("by a profile until the same close, and with all its time even then", () => {
    const answer = mayBegin(terms(lesson, 1.5), fresh, at(59));
    expect(answer).toMatchObject({ may: true, seconds: 1800, cutByClose: false, clock: { runsPastClose: true } });
    expect(mayBegin(terms(lesson, 1.5), fresh, at(60))).toMatchObject({ may: false, why: "closed" });
  });

  test("past the due date, and it is said that this is late", () => {
    const late: TimeRules = { ...lesson, dueAt: at(30), late: { accept: true, deduction: 0, per: "once", atMost: 1 } };
    expect(mayBegin(terms(late), fresh, at(30))).toMatchObject({ may: true, late: false });
    expect(mayBegin(terms(late), fresh, at(31))).toMatchObject({ may: true, late: true });
  });
});

const anyRules = fc
  .record({
    opens: fc.option(fc.integer({ min: -100, max: 100 })),
    due: fc.option(fc.integer({ min: -100, max: 2000 })),
    closes: fc.option(fc.integer({ min: -100, max: 2000 })),
    timeLimit: fc.option(fc.integer({ min: 1, max: 20_000 })),
    accept: fc.boolean(),
    factor: fc.constantFrom(1, 1.25, 1.5, 2),
  })
  .map(({ opens, due, closes, timeLimit, accept, factor }) => {
    const date = (minutes: number | null) => (minutes === null ? null : at(minutes));
    const late = accept ? { accept, deduction: 0.1, per: "day" as const, atMost: 1 } : { accept };
    return {
      factor,
      rules: {
        ...lesson,
        opensAt: date(opens),
        dueAt: date(due),
        closesAt: date(closes),
        timeLimit,
        late,
      } as TimeRules,
    };
  });

test("An attempt begun at a legal moment has all that a profile grants, and ends by the last end", () => {
  fc.assert(
    fc.property(anyRules, fc.integer({ min: -100, max: 2100 }), ({ rules, factor }, minutes) => {
      const own = terms(rules, factor);
      const answer = mayBegin(own, { attempts: 0, running: null }, at(minutes));
      fc.pre(answer.may);
      if (!answer.may) return;
      const { endsAt, acceptedUntil, onTimeUntil } = answer.clock;
      if (endsAt) expect(endsAt > at(minutes)).toBe(true);
      const last = lastEnd(own);
      if (last) expect(acceptedUntil! <= last).toBe(true);
      if (factor > 1 && own.timeLimit !== null) {
        expect(endsAt).toEqual(new Date(at(minutes).getTime() + Math.ceil(rules.timeLimit! * factor) * 1000));
        if (!answer.late && onTimeUntil) expect(onTimeUntil >= endsAt!).toBe(true);
      }
      // A profile never makes anything sooner.
      const plain = attemptClock(terms(rules), { startedAt: at(minutes) });
      if (endsAt) expect(endsAt >= plain.endsAt!).toBe(true);
      else expect(plain.endsAt).toBeNull();
    }),
  );
});
