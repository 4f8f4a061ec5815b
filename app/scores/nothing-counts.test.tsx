import type { ComponentProps, ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { AssignmentDoor, ScoreSheet } from "@/records";
import { Door } from "../assignment/door";
import { OwnAssignments } from "../assignment/own-list";
import { SlipHead } from "../result/slip-head";
import { Scores } from "./sheet";

/** A quiz of which every question was dropped is 0 of 0: the gradebook has a dash for it, and learners read why. */

const now = new Date("2026-10-05T10:00:00Z");
const nothing = { points: 0, maxPoints: 0 };
const timeZone = "Europe/Riga";
const score = { ...nothing, share: 0, deduction: 0.25, overridden: false, attemptIds: ["a"], late: true };
const attempt = { id: "a", number: 1, submittedAt: now, lateBy: 3600, deduction: 0.25, voided: false, ...nothing };
const about = { id: "s", title: "Pact", className: "9b", timeZone, excused: false, practice: null, running: null };
const terms = {
  opensAt: null,
  dueAt: now,
  closesAt: null,
  timeLimit: null,
  attempts: 1,
  late: { accept: false },
  origin: {},
};
const door = {
  ...{ ...about, terms, score, attempts: [attempt], begin: { may: false, why: "closed", when: null }, counts: "best" },
  ...{ quiz: { questions: 9, maxPoints: 9 }, rules: { tries: 1, shuffle: false }, asksPassword: false },
  show: { score: "after", correctness: "after", key: "after", feedback: "after", closedMeans: "learner" },
} as unknown as AssignmentDoor;
const cell = { state: "late", score, counts: null, running: null };
const line = { ...about, assignmentId: "s", category: 0, cell, terms, held: null, dropped: false, counts: "best" };
const sheet = {
  ...{
    class: { name: "9b", timeZone, archived: false },
    total: { share: null, maxPoints: 0 },
    settings: { form: { as: "percent" } },
  },
  categories: [{ name: "", weight: null, share: null, maxPoints: 0 }],
  lines: [{ ...line, attempts: [{ ...attempt, counts: true }, attempt], decisions: [], changes: [] }],
} as unknown as ScoreSheet;
const slip = {
  ...{ ...attempt, title: "Pact", learner: { displayName: "Anna" }, practice: false, timeZone },
  assignment: { title: "Pact", className: "9b", lateBy: 3600, deduction: 0.25, counts: 0 },
} as unknown as ComponentProps<typeof SlipHead>["attempt"];

describe("a quiz of which nothing counts", () => {
  test.each<[string, ReactElement]>([
    ["on the home page", <OwnAssignments key="" lines={[door]} />],
    ["at the assignment", <Door key="" door={door} refused={null} />],
    ["among the scores, and in print", <Scores key="" sheet={sheet} linked={() => null} />],
    ["at the result", <SlipHead key="" label="Result" attempt={slip} />],
  ])("has a dash and says so in words %s", (_, page) => {
    const words = renderToStaticMarkup(page)
      .replace(/<[^>]+>/g, " ")
      .replace(/\s+/g, " ");
    expect(words).toContain("–");
    expect(words).toMatch(/nothing counts in this quiz/i);
    expect(words).not.toMatch(/\b0 (of 0|per cent|points?)|less ¼ of|after ¼/);
  });
});
