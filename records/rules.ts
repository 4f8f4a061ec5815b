import type { Band } from "@/assessment";
import type { ShowRule } from "@/assessment/show-rules";

export type { Band, Certainty, MarkLine } from "@/assessment";

/** The rules around the kinds that an attempt runs by; the same for each of its questions. */
export interface AttemptRules {
  /** True when each answer says how sure the learner is, and is marked by it. */
  certainty: boolean;
  /** How often an answer can be checked before handing in: 1 is never, the hand-in being the only try. At most 5. */
  tries: number;
  /** What each try after the first costs, as a share of the question's points, in [0, 1]. */
  penalty: number;
  /** True when a checked answer is told right or wrong and nothing else. */
  silent?: boolean;
  /** False when no hints are given, whatever the questions have. */
  hints?: false;
  /** True when the questions come in an order of the attempt's own. */
  shuffle?: boolean;
  /** True when all questions stand on one page. */
  onePage?: boolean;
}

/** The rules of a quiz, as its author set them. `bands` is said with the result, never before. */
export interface QuizRules extends AttemptRules {
  bands: readonly Band[];
}

/** The public rules of a question. */
export interface ItemRules {
  /** In the order in which they are given; `cost` as a share of the question's points, in [0, 1]. */
  hints: readonly { cost: number }[];
}

/** What a learner may choose at a quiz's door, to practise. */
export interface ChosenRules {
  /** Say how sure I am. */
  certainty?: boolean;
  /** Check each answer as I go. */
  check?: boolean;
}

/** One try, and nothing else. */
export const plainRules: AttemptRules = { certainty: false, tries: 1, penalty: 0 };
export const plainQuizRules: QuizRules = { ...plainRules, bands: [] };

/** Tries and penalty of who checks each answer as they go, at a quiz that offers no tries of its own. */
const practiceTries = { tries: 3, penalty: 1 / 3 };

/**
 * The rules that an attempt begins with. `practice` when the learner's choice makes them other than the quiz's own. `held`:
 * an open assignment holds back what is right, so nothing is checked on the way, and no hint is given.
 */
export function rulesFor(
  quiz: AttemptRules,
  chosen: ChosenRules = {},
  { held = false } = {},
): { rules: AttemptRules; practice: boolean } {
  const { certainty, tries, penalty } = quiz;
  const check = chosen.check === true && tries === 1 && !held;
  const sure = chosen.certainty === true && !certainty;
  return {
    rules: {
      certainty: certainty || sure,
      ...(check ? practiceTries : { tries, penalty }),
      ...(held && { hints: false }),
    },
    practice: check || sure,
  };
}

/**
 * The rules that an assignment's attempt begins with. `certainty`: as the teacher says, null: as the quiz does. Answers are
 * checked on the way only where right and wrong may be known during the attempt; then as the quiz has it, or as in practice.
 */
export function rulesForAssignment(
  quiz: AttemptRules,
  {
    certainty,
    show,
    shuffle,
    onePage,
  }: {
    certainty: boolean | null;
    show: Pick<ShowRule, "correctness" | "feedback">;
    shuffle: boolean;
    onePage: boolean;
  },
): AttemptRules {
  const looks = { ...(shuffle && { shuffle }), ...(onePage && { onePage }) };
  const plain = { certainty: certainty ?? quiz.certainty, tries: 1, penalty: 0, ...looks };
  if (show.correctness !== "during") return plain;
  const { tries, penalty } = quiz.tries > 1 ? quiz : practiceTries;
  return { ...plain, tries, penalty, ...(show.feedback !== "during" && { silent: true }) };
}
