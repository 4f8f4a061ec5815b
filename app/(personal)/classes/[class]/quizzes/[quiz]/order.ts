import { orderedByFigure, type QuestionMeasure } from "@/assessment/analysis";
import type { PlaceAnalysis } from "@/records";

/** What the table can be sorted by: the paper's own order, how many attempts, or a figure. */
export type Column = "paper" | "attempts" | QuestionMeasure;

export const columns: readonly Column[] = [
  "paper",
  "attempts",
  "facility",
  "sd",
  "discriminationIndex",
  "discriminativeEfficiency",
  "intendedWeight",
  "effectiveWeight",
  "randomGuess",
];

/** Whose attempts, and in which order, as the address has it. */
export interface Shown {
  of: "class" | "mine";
  /** One assignment's alone; null: all that count. */
  assignment: string | null;
  by: Column;
  descending: boolean;
  /** The address of the page with something changed. */
  address(change?: Partial<Pick<Shown, "of" | "assignment" | "by" | "descending">>): string;
  /** Where a column's heading leads: that column, and once more the other way round. */
  turned(by: Column): string;
}

/** Reads `of`, `assignment`, `by` and `down`; what does not fit is this class in the order of the paper. */
export function shownBy(page: string, query: Readonly<Record<string, unknown>>): Shown {
  const assignment = typeof query.assignment === "string" && query.assignment !== "" ? query.assignment : null;
  const of = query.of === "mine" && assignment === null ? "mine" : "class";
  const by = columns.find((column) => column === query.by) ?? "paper";
  const descending = query.down === "1";
  const address: Shown["address"] = (change = {}) => {
    const next = { of, assignment, by, descending, ...change };
    const search = new URLSearchParams();
    if (next.of === "mine") search.set("of", "mine");
    if (next.assignment !== null) search.set("assignment", next.assignment);
    if (next.by !== "paper") search.set("by", next.by);
    if (next.descending) search.set("down", "1");
    return `${page}${search.size > 0 ? `?${search}` : ""}`;
  };
  return {
    of,
    assignment,
    by,
    descending,
    address,
    turned: (column) => address({ by: column, descending: column === by && !descending }),
  };
}

/** The rows as they are shown. */
export function inOrder(places: readonly PlaceAnalysis[], { by, descending }: Shown): PlaceAnalysis[] {
  return orderedByFigure(
    places,
    (place) => {
      if (by === "paper") return place.number;
      return by === "attempts" ? place.attempts : place.figures[by].value;
    },
    descending,
  );
}
