import type { GradebookCell } from "@/assessment/gradebook";

/**
 * A cell as it goes to the browser. There are tens of thousands in a large class, and what draws them there is sent them
 * beside the markup: so a state is a letter, and a score its shade, its marks and its figure: `2lh 68`.
 */
export type CellCode = string;

/** What a code says. */
export type CellShown =
  | {
      state: "scored";
      figure: string;
      shade: number;
      late: boolean;
      byHand: boolean;
      another: boolean;
      dropped: boolean;
    }
  | { state: "in progress"; figure: string }
  | { state: PlainState };

/** `dropped`: handed in, and every question has been dropped since. */
type PlainState = Exclude<GradebookCell["state"], "scored" | "late" | "in progress"> | "dropped";

export const letters: Record<PlainState, string> = {
  missing: "m",
  excused: "e",
  voided: "v",
  open: "o",
  "not open": "n",
  exempt: "x",
  dropped: "d",
};
const states = new Map(Object.entries(letters).map(([state, letter]) => [letter, state as PlainState]));

export function readCell(code: CellCode): CellShown {
  const [marks = "", figure] = code.split(" ");
  if (figure === undefined) return { state: states.get(marks)! };
  if (marks === "p") return { state: "in progress", figure };
  const is = (mark: string) => marks.includes(mark);
  return {
    ...{ state: "scored", figure, shade: Number(marks[0]) },
    ...{ late: is("l"), byHand: is("h"), another: is("a"), dropped: is("d") },
  };
}

/** A total: its figure and the smaller one beside it, as far as there are any. */
export type TotalCode = [figure?: string, beside?: string];
