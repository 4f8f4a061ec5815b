/**
 * Who is waiting and which question is stuck, while a class works: told from what was saved and checked, for nothing else
 * is known. A page that was opened and read leaves no trace.
 */

/** One question in a learner's work. */
export interface WorkedQuestion {
  /** Which question it is, the same for everyone who was asked it. */
  place: string;
  /** Where it stands in the paper: 1, 2, 3, … It names the question, whatever the order in which the learner meets it. */
  position: number;
  answered: boolean;
  /** When it was saved last; null: never. */
  savedAt: Date | null;
  /** How many answers to it were checked on the way, and whether one of them was right. */
  tries: number;
  triedRight: boolean;
}

/** A learner's attempt that runs or was handed in. */
export interface Work {
  startedAt: Date;
  submittedAt: Date | null;
  /** In the order in which the learner meets them. */
  questions: readonly WorkedQuestion[];
}

export interface Whereabouts {
  answered: number;
  of: number;
  /** The position saved last; null: none was. */
  last: number | null;
  /** When that was. */
  savedAt: Date | null;
  /**
   * The question that is probably before them: the first without an answer after the one saved last, else the first
   * without one. Null when all are answered, or the attempt is handed in.
   */
  at: WorkedQuestion | null;
  /** Since when nothing was saved; null once it is handed in. */
  quietSince: Date | null;
}

export function whereabouts({ startedAt, submittedAt, questions }: Work): Whereabouts {
  const saved = questions.filter((each) => each.savedAt !== null);
  const last = saved.reduce<WorkedQuestion | null>(
    (latest, each) => (latest === null || each.savedAt! > latest.savedAt! ? each : latest),
    null,
  );
  const open = questions.filter((each) => !each.answered);
  // What was saved last is no answer yet: that is what they are at.
  const from = last === null ? 0 : questions.indexOf(last);
  const next = questions.slice(from).find((each) => !each.answered) ?? open[0] ?? null;
  return {
    answered: questions.length - open.length,
    of: questions.length,
    last: last?.position ?? null,
    savedAt: last?.savedAt ?? null,
    at: submittedAt ? null : next,
    quietSince: submittedAt ? null : (last?.savedAt ?? startedAt),
  };
}

/**
 * 'waiting': two learners or more have been before it for longer than is usual. 'wrong': of those who had an answer to it
 * checked, two or more and at least half have none right. 'passed over': two or more, and at least a third of those who
 * came by, left it and answered a later one.
 */
export type Stuck = "waiting" | "wrong" | "passed over";

export interface QuestionState {
  place: string;
  /** Attempts that ask it. */
  asked: number;
  answered: number;
  /** Learners before whom it probably is now, and how many of them have been for longer than is usual. */
  here: number;
  waiting: number;
  /** The median of the seconds from the save before, wherever it was (or the beginning), to its own last one. */
  seconds: number | null;
  /** Learners who had an answer to it checked, and those of them who have none right. */
  tried: number;
  triedInVain: number;
  /** Learners who answered a later one but not this. */
  passedOver: number;
  stuck: Stuck[];
}

/** So many seconds without a save are unusual for a class: three times its median for a question, in these limits. */
export const patience = { least: 120, most: 900, unknown: 300 } as const;

export interface ClassAtWork {
  questions: Map<string, QuestionState>;
  /** From how many seconds on a learner who saves nothing has been quiet for long. */
  patience: number;
}

/** The questions of a class at work. Two learners make a sign, one does not. */
export function classAtWork(all: readonly Work[], now: Date): ClassAtWork {
  const took = new Map<string, number[]>();
  for (const work of all)
    for (const { place, seconds } of timesOf(work)) took.set(place, [...(took.get(place) ?? []), seconds]);
  const usual = median([...took.values()].flat(), 3);
  const limit =
    usual === null ? patience.unknown : Math.min(patience.most, Math.max(patience.least, Math.round(usual * 3)));

  const questions = new Map<string, QuestionState>();
  for (const work of all) {
    const { at, quietSince } = whereabouts(work);
    const furthest = work.questions.findLastIndex((each) => each.answered);
    for (const [index, question] of work.questions.entries()) {
      const state = questions.get(question.place) ?? fresh(question.place, median(took.get(question.place) ?? [], 1));
      questions.set(question.place, state);
      state.asked++;
      if (question.answered) state.answered++;
      else if (index < furthest) state.passedOver++;
      if (question.tries > 0) state.tried++;
      if (question.tries > 0 && !question.triedRight) state.triedInVain++;
      if (question.place !== at?.place) continue;
      state.here++;
      if ((now.getTime() - quietSince!.getTime()) / 1000 > limit) state.waiting++;
    }
  }
  for (const state of questions.values()) state.stuck = stuckBy(state);
  return { questions, patience: limit };
}

function stuckBy({ waiting, tried, triedInVain, passedOver, answered }: QuestionState): Stuck[] {
  const signs: Stuck[] = [];
  if (waiting >= 2) signs.push("waiting");
  if (triedInVain >= 2 && triedInVain * 2 >= tried) signs.push("wrong");
  if (passedOver >= 2 && passedOver * 3 >= passedOver + answered) signs.push("passed over");
  return signs;
}

function fresh(place: string, seconds: number | null): QuestionState {
  return {
    ...{ place, asked: 0, answered: 0, here: 0, waiting: 0, seconds: seconds === null ? null : Math.round(seconds) },
    ...{ tried: 0, triedInVain: 0, passedOver: 0, stuck: [] },
  };
}

/** How long each answered question took, as far as its last save tells. */
function timesOf({ startedAt, questions }: Work): { place: string; seconds: number }[] {
  const saved = questions
    .filter((each) => each.savedAt !== null)
    .sort((a, b) => a.savedAt!.getTime() - b.savedAt!.getTime());
  return saved.flatMap(({ place, answered, savedAt }, index) => {
    const before = saved[index - 1]?.savedAt ?? startedAt;
    return answered ? [{ place, seconds: Math.max(0, (savedAt!.getTime() - before.getTime()) / 1000) }] : [];
  });
}

/** The middle of at least so many values. */
function median(values: readonly number[], atLeast: number): number | null {
  if (values.length < atLeast) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
