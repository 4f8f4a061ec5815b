import { shareOf } from "./attempt-score";

/** What one learner has done at one quiz. */
export interface Standing {
  personId: string;
  quizId: string;
  /** The submitted attempt with the highest fraction; among equals the first. */
  best: { attemptId: string; points: number; maxPoints: number } | null;
  /** How many attempts were submitted. */
  attempts: number;
  /** The attempt that is not submitted yet. */
  open: { attemptId: string; answered: number; of: number } | null;
}

/** One cell of the class scores. Not tried, in progress and a score of 0 are three different things. */
export type Cell =
  | { state: "not tried" }
  | { state: "in progress"; attemptId: string; answered: number; of: number }
  | {
      state: "scored";
      /** Of the best attempt, in [0, 1]: a score below 0, which certainty can bring about, is a share of 0. */
      fraction: number;
      /** As they are, below 0 too. */
      points: number;
      maxPoints: number;
      /** The best attempt. */
      attemptId: string;
      /** How many were submitted. */
      attempts: number;
      /** True when another attempt has been started since. */
      inProgress: boolean;
    };

export interface ClassSummary {
  /** A row a learner, a cell a quiz, in the order given. `mean` is null when nothing was handed in. */
  rows: { personId: string; cells: Cell[]; mean: number | null }[];
  /** The mean best fraction of those who handed the quiz in; null when nobody did. */
  quizMeans: (number | null)[];
  /** How many learners handed the quiz in. */
  handedIn: number[];
}

/** Lays standings out as learners down, quizzes across. What was not handed in counts in no mean: it is not zero. */
export function classSummary(
  learners: readonly string[],
  quizzes: readonly string[],
  standings: readonly Standing[],
): ClassSummary {
  const found = new Map(standings.map((standing) => [`${standing.personId} ${standing.quizId}`, standing]));
  const rows = learners.map((personId) => {
    const cells = quizzes.map((quizId) => cell(found.get(`${personId} ${quizId}`)));
    return { personId, cells, mean: mean(fractions(cells)) };
  });
  const columns = quizzes.map((_, index) => fractions(rows.map((row) => row.cells[index]!)));
  return { rows, quizMeans: columns.map(mean), handedIn: columns.map((column) => column.length) };
}

function cell(standing: Standing | undefined): Cell {
  if (standing?.best) {
    const { attemptId, points, maxPoints } = standing.best;
    return {
      state: "scored",
      fraction: shareOf({ points, maxPoints }),
      points,
      maxPoints,
      attemptId,
      attempts: standing.attempts,
      inProgress: standing.open !== null,
    };
  }
  if (standing?.open) return { state: "in progress", ...standing.open };
  return { state: "not tried" };
}

function fractions(cells: readonly Cell[]): number[] {
  return cells.flatMap((each) => (each.state === "scored" ? [each.fraction] : []));
}

/** The mean of nothing is null, not 0. */
function mean(numbers: readonly number[]): number | null {
  if (numbers.length === 0) return null;
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
