import { overrideProblem } from "@/assessment/gradebook";

import { reason, remark } from "./names";
import type { Slip } from "./slip";

/** What a teacher may decide by hand about one learner's work; whether they may, and why not. Pure. */

/** Points for the assignment, points for a question, let off, take an attempt out, open it again, attempts more, say something. */
export const decisionKinds = ["score", "question", "excuse", "void", "reopen", "add", "comment"] as const;
export type DecisionKind = (typeof decisionKinds)[number];

export interface DecisionWanted {
  classId: string;
  assignmentId: string;
  personId: string;
  /** Of 'question', 'void' and 'reopen'; a comment may have one. */
  attemptId?: string | undefined;
  /** Of 'question'; a comment on an attempt may have one. */
  itemId?: string | undefined;
  what: DecisionKind;
  /** Points; seconds that an attempt is open again, null for the assignment's own time; attempts more. NaN of what is no number. */
  value?: number | null | undefined;
  /** Why: the learner reads it. Of everything but a comment. */
  reason: string;
  /** Said to the learner. Of a comment, all of it. */
  comment?: string | undefined;
}

export type DecisionField = "what" | "attempt" | "question" | "value" | "reason" | "comment";

/** What is so when a teacher decides. */
export interface DecisionFacts {
  now: Date;
  /** Whether the learner is in the class still. */
  member: boolean;
  /** Whether the class is put away. */
  archived: boolean;
  /** What points for the whole assignment are out of; null: its quiz is not there any more, and nothing was handed in. */
  maxPoints: number | null;
  /** How many attempts their terms allow; null: any number. */
  allowed: number | null;
  excused: boolean;
  /** An attempt of theirs at the same quiz is open. */
  running: boolean;
  /** The attempt that it is about; null: none was named, or it is none of theirs at this assignment. */
  attempt: { handedIn: boolean; voided: boolean; endsByTerms: Date | null } | null;
  /** What the question is worth in that attempt; null: none was named, or it was not asked. */
  questionPoints: number | null;
}

/** What is wrong with a decision; nothing: it can be made. */
export function decisionSlips(wanted: DecisionWanted, facts: DecisionFacts): Slip<DecisionField>[] {
  if (!decisionKinds.includes(wanted.what)) return [slip("what", "Choose what to decide.")];
  const first = targetSlip(wanted, facts) ?? standingSlip(wanted, facts);
  if (first) return [first];
  const value = valueMessage(wanted, facts);
  const said = wordsSlip(wanted);
  return [...(value === null ? [] : [slip("value", value)]), ...(said ? [said] : [])];
}

/** The words of a decision as they are kept. */
export function decisionWords({ what, reason: why, comment = "" }: DecisionWanted): {
  reason: string;
  comment: string;
} {
  const words = what === "comment" ? remark(comment) : reason(why);
  const value = words.ok ? words.value : "";
  return what === "comment" ? { reason: "", comment: value } : { reason: value, comment: "" };
}

/** Of those that give points or let off, a newer one stands in the place of the one before; the others stand side by side. */
export function replacesEarlier(what: DecisionKind): boolean {
  return what === "score" || what === "question" || what === "excuse" || what === "void";
}

export const anotherIsOpen =
  "Another attempt of theirs at this quiz is open: only one can be. Wait until it is handed in.";

/** An attempt is opened again for this long at most. */
const longestReopening = 366 * 86_400;

const ofAnAttempt: readonly DecisionKind[] = ["question", "void", "reopen"];

/** That it is about something that is there. */
function targetSlip({ what, attemptId, itemId }: DecisionWanted, facts: DecisionFacts): Slip<DecisionField> | null {
  if (facts.attempt === null && (attemptId !== undefined || ofAnAttempt.includes(what)))
    return slip("attempt", "Choose one of this learner’s attempts at this assignment.");
  if (facts.questionPoints === null && (itemId !== undefined || what === "question"))
    return slip("question", "Choose a question of this attempt.");
  return null;
}

/** That what it is about is in a state to be decided on. */
function standingSlip({ what }: DecisionWanted, facts: DecisionFacts): Slip<DecisionField> | null {
  const { attempt, running, member, archived, excused, allowed } = facts;
  if (archived && (what === "reopen" || what === "add"))
    return slip("what", "This class is put away, so they could not go on. Take it out first.");
  if (attempt && !attempt.handedIn && what !== "comment")
    return slip(
      "attempt",
      what === "reopen"
        ? "This attempt is open already."
        : "This attempt is not handed in yet: wait until it is, or end it first.",
    );
  if (what === "comment" && attempt && !attempt.handedIn)
    return slip(
      "attempt",
      "This attempt is not handed in yet: what you say would stand beside answers that still change.",
    );
  if (!member && (what === "reopen" || what === "add"))
    return slip("what", "They are no longer in this class, so they could not go on. Take them back into it first.");
  if (what === "reopen" && attempt?.voided)
    return slip("attempt", "This attempt is taken out: undo that first, or add an attempt instead.");
  if (what === "reopen" && running) return slip("attempt", anotherIsOpen);
  if (what === "void" && attempt?.voided) return slip("attempt", "This attempt is taken out already.");
  if (what === "excuse" && excused) return slip("what", "They are excused already.");
  if (what === "add" && allowed === null) return slip("what", "They may begin as many attempts as they like already.");
  return null;
}

/** What is wrong with its number. */
function valueMessage({ what, value = null }: DecisionWanted, facts: DecisionFacts): string | null {
  switch (what) {
    case "score":
    case "question": {
      const max = what === "score" ? facts.maxPoints : facts.questionPoints;
      if (max === null) return "Nothing is known of what this assignment is out of: its quiz is no longer published.";
      const problem = value === null ? "not-a-number" : overrideProblem(value, max);
      if (problem === "not-a-number") return `Write the points as a number, from 0 to ${figure(max)}.`;
      if (problem)
        return `Use points from 0 to ${figure(max)}: that is what ${what === "score" ? "it" : "the question"} is worth.`;
      return null;
    }
    case "add":
      if (value === null || !Number.isInteger(value)) return "Write how many attempts more, as a whole number.";
      return value >= 1 && value <= 20 ? null : "Use a number of attempts from 1 to 20.";
    case "reopen": {
      if (value === null) {
        const { endsByTerms } = facts.attempt!;
        return endsByTerms !== null && endsByTerms <= facts.now
          ? "By the assignment’s own terms its time is over: say for how many minutes it is open."
          : null;
      }
      if (!Number.isFinite(value)) return "Write the minutes as a number.";
      if (value < 60) return "Open it for one minute at least.";
      return value > longestReopening ? "Open it for a year at most." : null;
    }
    default:
      return null;
  }
}

function wordsSlip(wanted: DecisionWanted): Slip<DecisionField> | null {
  if (wanted.what === "comment") {
    const said = remark(wanted.comment ?? "");
    return said.ok ? null : slip("comment", said.message);
  }
  const why = reason(wanted.reason);
  return why.ok ? null : slip("reason", why.message);
}

function figure(points: number): string {
  return String(Math.round(points * 100) / 100);
}

function slip(field: DecisionField, message: string): Slip<DecisionField> {
  return { field, message };
}
