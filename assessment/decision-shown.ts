import type { Shown } from "./show-rules";

/** What a teacher decided or said, as far as it matters for showing it to the learner. */
export interface DecisionToShow {
  what: string;
  /** It is about one question. */
  onQuestion: boolean;
}

/**
 * Whether a learner may be told of a decision now. What gives points waits as the points do. What is said to a question
 * tells whether it was right, so it waits for that, or for the time when nobody can sit the assignment any more: words that
 * a teacher has written are never kept for good. Everything else is told at once: a learner must know that an attempt was
 * added or opened again, and what a teacher says to the whole work is theirs to weigh.
 */
export function decisionShown(
  { what, onQuestion }: DecisionToShow,
  { shown, over }: { shown: Shown; over: boolean },
): boolean {
  const answers = shown.correctness || shown.key;
  switch (what) {
    case "score":
      return shown.score;
    case "question":
      return shown.score && answers;
    case "comment":
      return !onQuestion || answers || shown.feedback || over;
    default:
      return true;
  }
}
