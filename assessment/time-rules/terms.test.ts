import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { effectiveTerms, type Exception, type TimeRules } from "./terms";

const on = (day: number, hour = 12) => new Date(Date.UTC(2026, 8, day, hour));
const rules: TimeRules = {
  opensAt: on(1),
  dueAt: on(10),
  closesAt: on(12),
  timeLimit: 1200,
  grace: 30,
  late: { accept: true, deduction: 0.1, per: "day", atMost: 0.5 },
  attempts: 2,
};
const strict: TimeRules = { ...rules, late: { accept: false } };
const own = (more: Omit<Exception, "for">): Exception => ({ for: "learner", ...more });
const group = (more: Omit<Exception, "for">): Exception => ({ for: "group", ...more });

describe("a learner's terms", () => {
  test("are everybody's without exception or profile", () => {
    expect(effectiveTerms(rules)).toEqual({
      ...rules,
      timeFactor: 1,
      origin: {
        opensAt: "everyone",
        dueAt: "everyone",
        closesAt: "everyone",
        timeLimit: "everyone",
        attempts: "everyone",
      },
    });
  });

  test("are the learner's own before a group's, a group's before everybody's, field by field", () => {
    const terms = effectiveTerms(rules, [group({ dueAt: on(11), attempts: 5 }), own({ attempts: 3 })]);
    expect(terms).toMatchObject({ dueAt: on(11), attempts: 3, timeLimit: 1200 });
    expect(terms.origin).toMatchObject({ dueAt: "group", attempts: "learner", timeLimit: "everyone" });
  });

  test("may be stricter by an exception", () => {
    expect(effectiveTerms(rules, [group({ closesAt: on(11), attempts: 1 })])).toMatchObject({
      closesAt: on(11),
      attempts: 1,
    });
  });

  test("take the most generous of several groups, each field for itself", () => {
    const terms = effectiveTerms(rules, [
      group({ opensAt: on(3), dueAt: on(8), closesAt: on(9), timeLimit: 600, attempts: 4 }),
      group({ opensAt: on(2), dueAt: on(7), closesAt: on(20), timeLimit: 900, attempts: null }),
    ]);
    expect(terms).toMatchObject({
      opensAt: on(2),
      dueAt: on(8),
      closesAt: on(20),
      timeLimit: 900,
      attempts: null,
    });
  });

  test("have no limit where an exception says null, and everybody's where it says nothing", () => {
    expect(effectiveTerms(rules, [own({ timeLimit: null, dueAt: undefined })])).toMatchObject({
      timeLimit: null,
      dueAt: on(10),
    });
  });
});

describe("dates that contradict each other", () => {
  test.each<[string, TimeRules, Exception[], Partial<TimeRules>]>([
    [
      "due later than everybody's close: closes when due",
      rules,
      [own({ dueAt: on(15) })],
      { dueAt: on(15), closesAt: on(15) },
    ],
    [
      "closed before everybody's due: due when it closes",
      rules,
      [own({ closesAt: on(5) })],
      { dueAt: on(5), closesAt: on(5) },
    ],
    [
      "the group's due against the learner's close",
      rules,
      [group({ dueAt: on(15) }), own({ closesAt: on(14) })],
      { dueAt: on(14), closesAt: on(14) },
    ],
    [
      "said for the same people, the due date holds",
      rules,
      [own({ dueAt: on(15), closesAt: on(14) })],
      { dueAt: on(15), closesAt: on(15) },
    ],
    [
      "never closing stays so",
      { ...rules, closesAt: null },
      [own({ dueAt: on(15) })],
      { dueAt: on(15), closesAt: null },
    ],
    ["late not accepted: closes when due", strict, [], { dueAt: on(10), closesAt: on(10) }],
    ["late not accepted, a later due", strict, [own({ dueAt: on(15) })], { dueAt: on(15), closesAt: on(15) }],
    [
      "late not accepted, a later close is a later due",
      strict,
      [own({ closesAt: on(15) })],
      { dueAt: on(15), closesAt: on(15) },
    ],
    ["late not accepted, nothing due", { ...strict, dueAt: null }, [], { dueAt: null, closesAt: on(12) }],
    ["late not accepted, no close", { ...strict, closesAt: null }, [], { dueAt: on(10), closesAt: on(10) }],
  ])("%s", (_, given, exceptions, expected) => {
    expect(effectiveTerms(given, exceptions)).toMatchObject(expected);
  });
});

describe("a standing profile", () => {
  const half = { timeFactor: 1.5 };

  test.each<[string, TimeRules, Exception[], number | null, string]>([
    ["multiplies everybody's limit", rules, [], 1800, "profile"],
    ["multiplies a group's limit", rules, [group({ timeLimit: 2000 })], 3000, "profile"],
    ["leaves a longer limit of the learner's own", rules, [own({ timeLimit: 2400 })], 2400, "learner"],
    ["does not multiply the learner's own", rules, [own({ timeLimit: 1800 })], 1800, "learner"],
    ["is not cut by a shorter one of the learner's own", rules, [own({ timeLimit: 1500 })], 1800, "profile"],
    [
      "compares the learner's own with the group's",
      rules,
      [group({ timeLimit: 2000 }), own({ timeLimit: 2400 })],
      3000,
      "profile",
    ],
    ["has nothing to multiply without a limit", { ...rules, timeLimit: null }, [], null, "everyone"],
    ["rounds up to a second", { ...rules, timeLimit: 61 }, [], 92, "profile"],
  ])("%s", (_, given, exceptions, timeLimit, origin) => {
    const terms = effectiveTerms(given, exceptions, half);
    expect(terms.timeLimit).toBe(timeLimit);
    expect(terms.origin.timeLimit).toBe(origin);
    expect(terms.timeFactor).toBe(1.5);
  });

  test("below 1 takes nothing away", () => {
    expect(effectiveTerms(rules, [], { timeFactor: 0.5 })).toMatchObject({ timeLimit: 1200, timeFactor: 1 });
  });
});

const dates = fc.option(fc.integer({ min: 1, max: 28 }).map((day) => on(day)));
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
const exceptions = fc.array(
  fc.record({
    for: fc.constantFrom("learner" as const, "group" as const),
    opensAt: maybe(dates),
    dueAt: maybe(dates),
    closesAt: maybe(dates),
    timeLimit: maybe(fc.option(fc.integer({ min: 60, max: 7200 }))),
    attempts: maybe(fc.option(fc.integer({ min: 1, max: 9 }))),
  }),
  { maxLength: 4 },
);
const anyRules = fc
  .record({ opensAt: dates, dueAt: dates, closesAt: dates, accept: fc.boolean() })
  .map(({ accept, ...given }): TimeRules => ({ ...rules, ...given, late: accept ? rules.late : { accept: false } }));

test("Whatever the exceptions, nothing is due after it closes, and no order of theirs matters", () => {
  fc.assert(
    fc.property(anyRules, exceptions, fc.double({ min: 1, max: 3, noNaN: true }), (given, list, timeFactor) => {
      const terms = effectiveTerms(given, list, { timeFactor });
      if (terms.dueAt && terms.closesAt) expect(terms.dueAt <= terms.closesAt).toBe(true);
      if (terms.dueAt && !given.late.accept) expect(terms.closesAt).toEqual(terms.dueAt);
      expect(effectiveTerms(given, [...list].reverse(), { timeFactor })).toEqual(terms);
      const without = effectiveTerms(
        given,
        list.filter((each) => each.for === "group"),
      ).timeLimit;
      // What the school grants, no exception cuts.
      if (timeFactor > 1 && terms.timeLimit !== null)
        expect(terms.timeLimit).toBeGreaterThanOrEqual((without ?? Infinity) * timeFactor - 1e-6);
    }),
  );
});
