import type { Sample } from "../contract";
import type { Body, Key, Rule } from "./schema";

/** Three right options of seven. */
const protocol = (rule: Rule, choose?: number) => ({
  prompt: "Which lands did the secret protocol of 23 August 1939 leave to the Soviet sphere?",
  body: {
    options: [
      { id: "o1e0", text: "Estonia" },
      { id: "o2b7", text: "Latvia" },
      { id: "o3c4", text: "Lithuania" },
      { id: "o4a9", text: "Finland" },
      { id: "o5d2", text: "Slovakia" },
      { id: "o6f8", text: "Sweden" },
      { id: "o7e3", text: "Hungary" },
    ],
    rule,
    ...(choose ? { choose } : {}),
  },
  key: {
    options: [
      { id: "o1e0", fraction: 1 },
      { id: "o2b7", fraction: 1 },
      { id: "o3c4", fraction: 0, feedback: "That country passed to the Soviet sphere five weeks later." },
      { id: "o4a9", fraction: 1 },
      { id: "o5d2", fraction: 0 },
      { id: "o6f8", fraction: 0 },
      { id: "o7e3", fraction: 0 },
    ],
  },
});

const minus = protocol("right-minus-wrong");
const strict = protocol("all-or-nothing");
const coverage = protocol("coverage", 3);
const decisions = protocol("decisions");
const halves = protocol("halves");
const weighted = {
  prompt: "Which of these were stages on the way from pact to annexation?",
  body: {
    options: [
      { id: "o11", text: "Mutual assistance pacts" },
      { id: "o12", text: "Ultimatums" },
      { id: "o13", text: "Elections with one list" },
      { id: "o14", text: "A plebiscite of the League" },
      { id: "o15", text: "A treaty of cession" },
    ],
    rule: "weighted",
  } satisfies Body,
  key: {
    options: [
      { id: "o11", fraction: 0.3333333 },
      { id: "o12", fraction: 0.3333333 },
      { id: "o13", fraction: 0.3333333 },
      { id: "o14", fraction: -0.5 },
      { id: "o15", fraction: -0.5, feedback: "None of the three ceded its land by a treaty." },
    ],
  } satisfies Key,
};

const chose = (...choice: string[]) => ({ choice });
const right = ["o1e0", "o2b7", "o4a9"];
const everything = minus.body.options.map(({ id }) => id);

export const samples: readonly Sample<Body, Key>[] = [
  { shows: "All right ones and no other earn all", item: minus, fields: chose(...right), earns: 1 },
  {
    shows: "Right minus wrong: two of three earn two thirds",
    item: minus,
    fields: chose("o1e0", "o2b7"),
    earns: 2 / 3,
  },
  {
    shows: "Right minus wrong: a wrong tick takes a right one away",
    item: minus,
    fields: chose(...right, "o3c4"),
    earns: 2 / 3,
  },
  {
    shows: "Right minus wrong: everything ticked earns nothing here",
    item: minus,
    fields: chose(...everything),
    earns: 0,
  },
  { shows: "Nothing ticked is blank", item: minus, fields: {}, earns: "blank" },
  {
    shows: "An option of another question is turned away",
    item: minus,
    fields: chose("o1e0", "o99"),
    earns: "malformed",
  },
  { shows: "All or nothing: one short earns nothing", item: strict, fields: chose("o1e0", "o2b7"), earns: 0 },
  { shows: "All or nothing: one too many earns nothing", item: strict, fields: chose(...right, "o3c4"), earns: 0 },
  {
    shows: "Coverage: two right and one wrong earn two thirds of two thirds",
    item: coverage,
    fields: chose("o1e0", "o2b7", "o3c4"),
    earns: 4 / 9,
  },
  { shows: "Coverage: only wrong ones earn nothing", item: coverage, fields: chose("o3c4"), earns: 0 },
  {
    shows: "Decisions: two rightly ticked and four rightly left earn six sevenths",
    item: decisions,
    fields: chose("o1e0", "o2b7"),
    earns: 6 / 7,
  },
  {
    shows: "Decisions: everything ticked earns three sevenths",
    item: decisions,
    fields: chose(...everything),
    earns: 3 / 7,
  },
  { shows: "Decisions: nothing ticked is no decision but blank", item: decisions, fields: {}, earns: "blank" },
  {
    shows: "Decisions: who means that none is right says so, and earns what was rightly left",
    item: decisions,
    fields: { none: ["1"] },
    earns: 4 / 7,
  },
  {
    shows: "'None' is no answer where leaving earns nothing",
    item: minus,
    fields: { none: ["1"] },
    earns: "malformed",
  },
  { shows: "Halves: one error leaves a half", item: halves, fields: chose(...right, "o6f8"), earns: 0.5 },
  {
    shows: "Halves: two errors of seven leave a quarter",
    item: halves,
    fields: chose("o1e0", "o2b7", "o6f8"),
    earns: 0.25,
  },
  { shows: "Halves: three errors leave nothing", item: halves, fields: { none: ["1"] }, earns: 0 },
  { shows: "Weighted: three thirds are one", item: weighted, fields: chose("o11", "o12", "o13"), earns: 1 },
  {
    shows: "Weighted: a wrong tick costs what it is worth",
    item: weighted,
    fields: chose("o11", "o12", "o15"),
    earns: 2 * 0.3333333 - 0.5,
  },
  { shows: "Weighted: nobody goes below nothing", item: weighted, fields: chose("o11", "o14"), earns: 0 },
];
