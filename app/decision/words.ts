import type { GradebookCell } from "@/assessment/gradebook";
import type { DecisionKind, DecisionLine, MarkChangeLine } from "@/records";
import { lengthWords } from "../assignment/words";
import { pointsText, pointsWords } from "../attempt/points";

/** What was decided, in a few words: 'Points by hand: 8', 'Attempt 2 opened again for 30 minutes'. */
export function decisionWords({ what, value, attempt, question }: Told): string {
  const attemptWords = attempt ? `Attempt ${attempt.number}` : "The attempt";
  switch (what) {
    case "score":
      return `Points by hand for the assignment: ${pointsText(value ?? 0)}`;
    case "question":
      return `Points by hand for question ${question?.position ?? ""}: ${pointsText(value ?? 0)}`;
    case "excuse":
      return "Excused";
    case "void":
      return `${attemptWords} taken out`;
    case "reopen":
      return `${attemptWords} opened again${value === null ? "" : ` for ${lengthWords(value)}`}`;
    case "add":
      return value === 1 ? "One attempt more" : `${value ?? 0} attempts more`;
    case "extend":
      return `${lengthWords(value ?? 0)} more${attempt ? ` for attempt ${attempt.number}` : ""}`;
    case "end":
      return attempt ? `${attemptWords} ended` : "Ended";
    default:
      return `Comment on ${question ? `question ${question.position}` : attempt ? `attempt ${attempt.number}` : "the work"}`;
  }
}

export type Told = Pick<DecisionLine, "what" | "value" | "attempt" | "question">;

/** What a page says when a decision has just been made. */
export const doneWords: Readonly<Record<DecisionKind | "undone", string>> = {
  score: "The points are given. They stand, whatever the attempts earn, until you undo it.",
  question: "The points are given, and the attempt counts with them.",
  excuse: "It counts nowhere for them now.",
  void: "The attempt is taken out: it counts nowhere, and uses up no attempt.",
  reopen: "The attempt is open again, with its answers. Its marks come back when it is handed in.",
  add: "They have the attempts. It stands on their page.",
  comment: "It is said to them.",
  undone: "It is undone.",
};

const states: Readonly<Record<GradebookCell["state"], string>> = {
  exempt: "Not given to them",
  excused: "Excused",
  scored: "Handed in",
  late: "Handed in late",
  "in progress": "In progress",
  voided: "Taken out",
  missing: "Missing",
  open: "To do",
  "not open": "Not open yet",
};

/** How one learner stands at one assignment; what points by hand make of it needs no handing in. */
export function cellWords({ state, score }: Pick<GradebookCell, "state" | "score">): string {
  return state === "scored" && score?.attemptIds.length === 0 ? "Points by hand" : states[state];
}

/** What a change of marking did to an attempt: 'Question 3 is marked anew: 1 point more'. */
export function changeWords(change: {
  before: number;
  after: number;
  positions: readonly number[];
  undo: boolean;
  what?: MarkChangeLine["what"];
}): string {
  const { before, after, positions, undo, what } = change;
  if (what === "drop") {
    const question = positions.length === 0 ? "A question" : `Question ${positions.join(", ")}`;
    if (undo) return `${question} counts again: ${byPoints(after - before)}`;
    return `${question} no longer counts: it gave ${before === 0 ? "no points" : pointsWords(before)}`;
  }
  if (positions.length === 0) return `${undo ? "Marked as before" : "Marked anew"}: ${byPoints(after - before)}`;
  const questions = `${positions.length === 1 ? "Question" : "Questions"} ${positions.join(", ")}`;
  const marked = `${positions.length === 1 ? "is" : "are"} ${undo ? "marked as before" : "marked anew"}`;
  return `${questions} ${marked}: ${byPoints(after - before)}`;
}

/** '1 point less' */
export function byPoints(points: number): string {
  const by = Math.round(points * 1e9) / 1e9;
  return by === 0 ? "the same points" : `${pointsWords(Math.abs(by))} ${by > 0 ? "more" : "less"}`;
}
