import {
  cellFigure,
  columnFigure,
  totalFigure,
  totalIn,
  type CellState,
  type GradebookCell,
  type ShownForm,
  type Total,
} from "@/assessment/gradebook";
import type { Figure, GradebookFile, GradebookLine, TotalFigure } from "@/interchange/exports";
import type { GradebookLearner, WholeGradebook } from "@/records";

/** A gradebook as its tables are made of it: the figures of the page, each with the exact one. */
export function gradebookFile(book: WholeGradebook): GradebookFile {
  const { form } = book.settings;
  const { categories } = book;
  // Without categories of its own a class has one total, not the same twice.
  const totals = categories.some(({ categoryId }) => categoryId !== null) ? categories : [];
  return {
    timeZone: book.class.timeZone,
    cells: form.as === "points" ? "points" : "percent",
    totals: form.as === "points" ? { outOf: form.outOf } : "percent",
    graded: form.as === "scale",
    categories: totals.map(categoryName),
    columns: book.columns.map(({ title, group, category, maxPoints, opensAt, dueAt, closesAt, statistics }) => {
      const figure = (share: number | null): Figure | null =>
        share === null
          ? null
          : { shown: columnFigure(share, maxPoints, form), exact: exactly({ points: share * maxPoints, share }, form) };
      return {
        ...{ title, group, maxPoints, opensAt, dueAt, closesAt, states: statistics.states },
        category: categoryName(categories[category]!),
        mean: figure(statistics.mean),
        median: figure(statistics.median),
      };
    }),
    learners: {
      *[Symbol.iterator]() {
        for (const learner of book.learners) yield line(learner, form, totals.length > 0);
      },
    },
  };
}

function line(
  { personId, displayName, userName, groups, cells, total }: GradebookLearner,
  form: ShownForm,
  all: boolean,
): GradebookLine {
  const dropped = new Set(total.categories.flatMap((each) => each.dropped));
  return {
    ...{ learnerId: personId, name: displayName, userName, groups },
    cells: cells.map((cell, index) => ({ figure: figureOf(cell, form), state: stateWords(cell, dropped.has(index)) })),
    categories: all ? total.categories.map((each) => totalOf(each, form)) : [],
    total: totalOf(total, form),
  };
}

/** As on the page, which shows a figure of what is scored or late alone. */
function figureOf({ state, score }: GradebookCell, form: ShownForm): Figure | null {
  if (!score || score.maxPoints === 0 || (state !== "scored" && state !== "late")) return null;
  return { shown: cellFigure(score, form), exact: exactly(score, form) };
}

const words: Partial<Record<CellState, string>> = { exempt: "not for them", "not open": "not open yet" };

/** The state first, so that one can filter by it, and then what else the page says of the cell. */
function stateWords({ state, score, running }: GradebookCell, dropped: boolean): string {
  const hasFigure = state === "scored" || state === "late";
  return [
    words[state] ?? state,
    ...(hasFigure && dropped ? ["dropped"] : []),
    ...(hasFigure && score?.overridden ? ["given by hand"] : []),
    ...(hasFigure && running ? ["another in progress"] : []),
  ].join(", ");
}

function exactly({ points, share }: { points: number; share: number }, form: ShownForm): number {
  return form.as === "points" ? points : share * 100;
}

function totalOf(total: Pick<Total, "share" | "maxPoints">, form: ShownForm): TotalFigure | null {
  const shown = totalFigure(total, form);
  const exact = totalIn(total, form.as === "points" ? form : { as: "percent" });
  if (!shown || !exact) return null;
  return { shown: shown.value, exact: exact.value, of: { shown: shown.of, exact: exact.of }, grade: shown.grade };
}

function categoryName({ categoryId, name }: { categoryId: string | null; name: string }): string {
  return categoryId === null ? "No category" : name;
}
