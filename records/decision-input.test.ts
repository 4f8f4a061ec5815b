import { expect, test } from "vitest";

import { decisionSlips, decisionWords, type DecisionFacts, type DecisionWanted } from "./decision-input";

const now = new Date("2026-10-05T10:00:00Z");
const attempt = { handedIn: true, voided: false, endsByTerms: null };
const facts: DecisionFacts = {
  ...{ now, member: true, archived: false, maxPoints: 10, allowed: 1, excused: false, running: false },
  ...{ attempt: null, questionPoints: null },
};
const asked = { classId: "c", assignmentId: "s", personId: "p", reason: "Agreed in class" };
const on = { attemptId: "a" };

test.each<[string, Partial<DecisionWanted>, Partial<DecisionFacts>, string[]]>([
  ["points", { what: "score", value: 7.5 }, {}, []],
  ["all points", { what: "score", value: 10 }, {}, []],
  ["no points", { what: "score", value: 0 }, {}, []],
  ["too many", { what: "score", value: 10.01 }, {}, ["value: Use points from 0 to 10"]],
  ["too few", { what: "score", value: -0.5 }, {}, ["value: Use points from 0 to 10"]],
  ["no number", { what: "score", value: Number.NaN }, {}, ["value: Write the points as a number"]],
  ["nothing", { what: "score", value: null }, {}, ["value: Write the points as a number"]],
  ["beyond all bounds", { what: "score", value: Infinity }, {}, ["value: Write the points as a number"]],
  ["no quiz any more", { what: "score", value: 1 }, { maxPoints: null }, ["value: Nothing is known"]],
  ["no reason", { what: "score", value: 1, reason: "  " }, {}, ["reason: Write why"]],
  ["a long reason", { what: "excuse", reason: "x".repeat(301) }, {}, ["reason: Use at most 300"]],
  ["nothing and no reason", { what: "score", value: -1, reason: "" }, {}, ["value: Use points", "reason: Write why"]],
  ["a question", { what: "question", ...on, itemId: "i", value: 1 }, { attempt, questionPoints: 1 }, []],
  [
    "a question's points are its own",
    { what: "question", ...on, itemId: "i", value: 2 },
    { attempt, questionPoints: 1 },
    ["value: Use points from 0 to 1"],
  ],
  [
    "no such question",
    { what: "question", ...on, itemId: "i", value: 1 },
    { attempt },
    ["question: Choose a question"],
  ],
  ["no attempt", { what: "question", itemId: "i", value: 1 }, {}, ["attempt: Choose one"]],
  ["an attempt of somebody else", { what: "void", attemptId: "b" }, {}, ["attempt: Choose one"]],
  ["excused twice", { what: "excuse" }, { excused: true }, ["what: They are excused already"]],
  ["taken out", { what: "void", ...on }, { attempt }, []],
  [
    "taken out twice",
    { what: "void", ...on },
    { attempt: { ...attempt, voided: true } },
    ["attempt: This attempt is taken"],
  ],
  [
    "taken out while it runs",
    { what: "void", ...on },
    { attempt: { ...attempt, handedIn: false } },
    ["attempt: This attempt is not handed in yet"],
  ],
  ["opened again", { what: "reopen", ...on, value: 1800 }, { attempt }, []],
  ["opened by the terms", { what: "reopen", ...on, value: null }, { attempt }, []],
  [
    "opened by terms that are over",
    { what: "reopen", ...on, value: null },
    { attempt: { ...attempt, endsByTerms: now } },
    ["value: By the assignment’s own terms"],
  ],
  ["opened for no time", { what: "reopen", ...on, value: 59 }, { attempt }, ["value: Open it for one minute"]],
  ["opened for ages", { what: "reopen", ...on, value: 4e7 }, { attempt }, ["value: Open it for a year"]],
  ["opened for no number", { what: "reopen", ...on, value: Number.NaN }, { attempt }, ["value: Write the minutes"]],
  [
    "opened while it is open",
    { what: "reopen", ...on, value: 600 },
    { attempt: { ...attempt, handedIn: false }, running: true },
    ["attempt: This attempt is open already"],
  ],
  [
    "opened beside another",
    { what: "reopen", ...on, value: 600 },
    { attempt, running: true },
    ["attempt: Another attempt of theirs"],
  ],
  [
    "opened though taken out",
    { what: "reopen", ...on, value: 600 },
    { attempt: { ...attempt, voided: true } },
    ["attempt: This attempt is taken out"],
  ],
  [
    "opened for who has left",
    { what: "reopen", ...on, value: 600 },
    { attempt, member: false },
    ["what: They are no longer"],
  ],
  ["points for who has left", { what: "score", value: 1 }, { member: false }, []],
  ["one more", { what: "add", value: 1 }, {}, []],
  ["half of one more", { what: "add", value: 0.5 }, {}, ["value: Write how many attempts more"]],
  ["none more", { what: "add", value: 0 }, {}, ["value: Use a number of attempts from 1"]],
  ["very many more", { what: "add", value: 21 }, {}, ["value: Use a number of attempts from 1"]],
  ["more than any number", { what: "add", value: 1 }, { allowed: null }, ["what: They may begin as many"]],
  ["a comment needs no reason", { what: "comment", comment: "Well read.", reason: "" }, {}, []],
  ["a comment of nothing", { what: "comment", comment: " \n " }, {}, ["comment: Write something"]],
  ["a comment too long", { what: "comment", comment: "x\n".repeat(1001) }, {}, ["comment: Use at most 2,000"]],
  ["a comment with what cannot be seen", { what: "comment", comment: "a\u0000b" }, {}, ["comment: Leave out"]],
  [
    "a comment on a question",
    { what: "comment", comment: "Yes.", ...on, itemId: "i" },
    { attempt, questionPoints: 1 },
    [],
  ],
  [
    "a comment on what still changes",
    { what: "comment", comment: "Yes.", ...on },
    { attempt: { ...attempt, handedIn: false } },
    ["attempt: This attempt is not handed in yet"],
  ],
  ["nothing known", { what: "praise" as "score" }, {}, ["what: Choose what to decide"]],
])("%s", (_, wanted, more, expected) => {
  const said = decisionSlips({ ...asked, what: "score", ...wanted }, { ...facts, ...more });
  expect(said.map(({ field, message }) => `${field}: ${message}`)).toEqual(
    expected.map((begins) => expect.stringMatching(`^${begins}`) as unknown),
  );
});

test("A reason is tidied to a line, a comment keeps its lines", () => {
  expect(decisionWords({ ...asked, what: "excuse", reason: "  Was\n ill " })).toEqual({
    reason: "Was ill",
    comment: "",
  });
  expect(decisionWords({ ...asked, what: "comment", comment: " Well  read.\r\n\r\n\r\n\r\nGo on. " })).toEqual({
    reason: "",
    comment: "Well read.\n\nGo on.",
  });
});
