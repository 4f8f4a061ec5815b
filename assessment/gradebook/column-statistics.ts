import { mean, median, standardDeviation } from "../analysis/moments";
import { cellStates, type CellState, type GradebookCell } from "./cell";

/** What a column says of the class. Shares are in [0, 1], of the cells that are scored or late. */
export interface ColumnStatistics {
  /** How many learners' cells are in each state. */
  states: Record<CellState, number>;
  /** How many have a score that counts; of nothing, as where every question was dropped, there is none. */
  scored: number;
  /** Null when nobody has. What is missing is in no mean, also where it counts as 0 in totals: it says nothing of what is known. */
  mean: number | null;
  median: number | null;
  lowest: number | null;
  highest: number | null;
  /** Over n − 1; null with fewer than two scores. */
  sd: number | null;
  /** How many scores lie in each tenth: from 0 to below 0.1, …, from 0.9 to 1. */
  tenths: number[];
}

export function columnStatistics(cells: Iterable<Pick<GradebookCell, "state" | "score">>): ColumnStatistics {
  const states = Object.fromEntries(cellStates.map((state) => [state, 0])) as Record<CellState, number>;
  const shares: number[] = [];
  const tenths = Array<number>(10).fill(0);
  for (const { state, score } of cells) {
    states[state]++;
    if (score === null || score.maxPoints === 0 || (state !== "scored" && state !== "late")) continue;
    shares.push(score.share);
    // 0.3 is in the fourth tenth, and so is 3 × 0.1, which a float has below it or above.
    tenths[Math.min(9, Math.floor(score.share * 10 + 1e-9))]!++;
  }
  return {
    states,
    scored: shares.length,
    mean: mean(shares),
    median: median(shares),
    lowest: shares.length > 0 ? shares.reduce((a, b) => Math.min(a, b)) : null,
    highest: shares.length > 0 ? shares.reduce((a, b) => Math.max(a, b)) : null,
    sd: standardDeviation(shares),
    tenths,
  };
}
