import { describe, expect, test } from "vitest";
import { exceptionProblems, profileProblems, timeProblems, type TimeProblem } from "./problems";
import type { Exception, TimeRules } from "./terms";

const on = (day: number, hour = 12) => new Date(Date.UTC(2026, 8, day, hour));
const now = on(1);
const sound: TimeRules = {
  opensAt: on(2),
  dueAt: on(10),
  closesAt: on(12),
  timeLimit: 1200,
  grace: 30,
  late: { accept: true, deduction: 0.1, per: "day", atMost: 0.5 },
  attempts: 2,
};
const said = (problems: TimeProblem[]) => problems.map(({ field, code, severity }) => `${severity} ${field} ${code}`);
const late = (more: object) =>
  ({ late: { accept: true, deduction: 0.1, per: "day", atMost: 0.5, ...more } }) as Partial<TimeRules>;

describe("time rules", () => {
  test("that are sound have no problems, nor have those without any date or limit", () => {
    expect(timeProblems(sound, now)).toEqual([]);
    const none = { opensAt: null, dueAt: null, closesAt: null, timeLimit: null, attempts: null };
    expect(timeProblems({ ...sound, ...none, late: { accept: false } }, now)).toEqual([]);
  });

  test.each<[Partial<TimeRules>, string[]]>([
    [{ opensAt: on(11) }, ["error dueAt due-before-open"]],
    [{ opensAt: on(10) }, ["error dueAt due-before-open"]],
    [{ opensAt: on(13) }, ["error dueAt due-before-open", "error closesAt close-before-open"]],
    [{ closesAt: on(9) }, ["error closesAt close-before-due"]],
    [{ dueAt: null, closesAt: on(2), late: { accept: false } }, ["error closesAt close-before-open"]],
    [{ closesAt: new Date(Number.NaN) }, ["error closesAt not-a-date"]],
    [{ closesAt: new Date(Date.UTC(2062, 8, 12)) }, ["error closesAt far-away"]],
    [{ opensAt: new Date(Date.UTC(202, 8, 2)) }, ["error opensAt far-away"]],
    [{ timeLimit: 0 }, ["error timeLimit below-one"]],
    [{ timeLimit: -5 }, ["error timeLimit below-one"]],
    [{ timeLimit: 90.5 }, ["error timeLimit not-whole"]],
    [{ timeLimit: Number.NaN }, ["error timeLimit not-a-number"]],
    [{ timeLimit: 30 }, ["warning timeLimit limit-under-a-minute"]],
    [{ timeLimit: 2 * 86_400 }, ["warning timeLimit limit-over-a-day"]],
    [{ opensAt: on(10, 11), timeLimit: 86_400, closesAt: on(10, 13) }, ["warning timeLimit limit-longer-than-window"]],
    [{ opensAt: on(10, 11), timeLimit: 7200, closesAt: on(10, 13) }, []],
    [{ attempts: 0 }, ["error attempts below-one"]],
    [{ attempts: 1.5 }, ["error attempts not-whole"]],
    [{ grace: -1 }, ["error grace below-zero"]],
    [{ grace: 3600 }, ["warning grace grace-over-ten-minutes"]],
    [late({ deduction: 10 }), ["error late.deduction not-a-share"]],
    [
      late({ deduction: Number.NaN, atMost: -1 }),
      ["error late.deduction not-a-share", "error late.atMost not-a-share"],
    ],
    [late({ atMost: 0.05 }), ["warning late.atMost at-most-below-deduction"]],
    [late({ atMost: 0 }), ["warning late.atMost deducts-nothing"]],
    [{ dueAt: null }, ["warning dueAt late-without-due"]],
    [{ closesAt: on(10) }, ["warning closesAt no-time-for-late"]],
    [{ late: { accept: false } }, ["warning closesAt close-without-effect"]],
    [
      { late: { accept: false }, opensAt: on(10, 11), dueAt: on(10), timeLimit: 7200, closesAt: null },
      ["warning timeLimit limit-longer-than-window"],
    ],
  ])("%j", (change, expected) => {
    expect(said(timeProblems({ ...sound, ...change }, now))).toEqual(expected);
  });

  test("that lie in the past are said to", () => {
    expect(said(timeProblems(sound, on(11)))).toEqual(["warning dueAt already-due"]);
    expect(said(timeProblems(sound, on(12)))).toEqual(["warning closesAt already-closed"]);
    expect(said(timeProblems({ ...sound, late: { accept: false }, closesAt: null }, on(11)))).toEqual([
      "warning dueAt already-closed",
    ]);
  });
});

describe("an exception", () => {
  const own = (more: Omit<Exception, "for">): Exception => ({ for: "learner", ...more });
  test.each<[Omit<Exception, "for">, string[]]>([
    [{ dueAt: on(20) }, []],
    [{ closesAt: on(5) }, []],
    [{ timeLimit: 2400, attempts: null }, []],
    [{ opensAt: on(15) }, ["error dueAt due-before-open", "error closesAt close-before-open"]],
    [{ opensAt: on(15), dueAt: on(20) }, []],
    [{ dueAt: on(20), closesAt: on(18) }, ["error closesAt close-before-due"]],
    [{ timeLimit: 0 }, ["error timeLimit below-one"]],
    [{ attempts: 0 }, ["error attempts below-one"]],
    [{ dueAt: new Date(Number.NaN) }, ["error dueAt not-a-date"]],
    [{}, ["warning dueAt changes-nothing"]],
    [{ dueAt: on(10), attempts: 2 }, ["warning dueAt changes-nothing"]],
  ])("%j", (more, expected) => {
    expect(said(exceptionProblems(sound, own(more), now))).toEqual(expected);
  });

  test("is not told what is wrong for everybody", () => {
    const odd = { ...sound, grace: 3600 };
    expect(exceptionProblems(odd, own({ dueAt: on(11) }), now)).toEqual([]);
  });

  test("that makes the window too short for the limit is said to", () => {
    const short = own({ opensAt: on(10, 11), closesAt: on(10, 12) });
    expect(
      said(exceptionProblems({ ...sound, dueAt: null, late: { accept: false }, timeLimit: 7200 }, short, now)),
    ).toEqual(["warning timeLimit limit-longer-than-window"]);
  });
});

test.each([
  [1, []],
  [1.5, []],
  [0.5, ["error timeFactor below-one"]],
  [11, ["error timeFactor above-ten"]],
  [Number.NaN, ["error timeFactor not-a-number"]],
])("A profile of time × %d: %j", (timeFactor, expected) => {
  expect(said(profileProblems({ timeFactor }))).toEqual(expected);
});
