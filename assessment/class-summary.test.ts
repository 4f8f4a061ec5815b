import { describe, expect, test } from "vitest";

import { classSummary, type Standing } from "./class-summary";

const scored = (personId: string, quizId: string, points: number, more: Partial<Standing> = {}): Standing => ({
  personId,
  quizId,
  best: { attemptId: `${personId}-${quizId}`, points, maxPoints: 10 },
  attempts: 1,
  open: null,
  ...more,
});

describe("class scores", () => {
  test("tell not tried, in progress and a score of nothing apart", () => {
    const { rows } = classSummary(
      ["Anna"],
      ["munich", "pact", "baltic"],
      [
        scored("Anna", "munich", 0),
        { personId: "Anna", quizId: "pact", best: null, attempts: 0, open: { attemptId: "o", answered: 2, of: 10 } },
      ],
    );
    expect(rows[0]!.cells).toEqual([
      {
        state: "scored",
        fraction: 0,
        points: 0,
        maxPoints: 10,
        attemptId: "Anna-munich",
        attempts: 1,
        inProgress: false,
      },
      { state: "in progress", attemptId: "o", answered: 2, of: 10 },
      { state: "not tried" },
    ]);
  });

  test("go on showing the best score while the learner tries again, and say so", () => {
    const again = scored("Anna", "munich", 7, { attempts: 2, open: { attemptId: "o", answered: 0, of: 10 } });
    const { rows } = classSummary(["Anna"], ["munich"], [again]);
    expect(rows[0]!.cells[0]).toMatchObject({ state: "scored", points: 7, attempts: 2, inProgress: true });
  });

  test("count in a mean only what was handed in", () => {
    const summary = classSummary(
      ["Anna", "Boris", "Cilla"],
      ["munich", "pact"],
      [scored("Anna", "munich", 10), scored("Boris", "munich", 5), scored("Anna", "pact", 0)],
    );
    expect(summary.rows.map((row) => row.mean)).toEqual([0.5, 0.5, null]);
    expect(summary.quizMeans).toEqual([0.75, 0]);
    expect(summary.handedIn).toEqual([2, 1]);
  });

  test("have no mean where nobody handed anything in", () => {
    expect(classSummary(["Anna"], ["munich"], [])).toMatchObject({ quizMeans: [null], handedIn: [0] });
  });

  test("keep the order in which learners and quizzes were given, and leave out who is not in the class", () => {
    const summary = classSummary(
      ["Boris", "Anna"],
      ["pact", "munich"],
      [scored("Anna", "munich", 1), scored("Zoë", "pact", 9)],
    );
    expect(summary.rows.map((row) => row.personId)).toEqual(["Boris", "Anna"]);
    expect(summary.rows[1]!.cells.map((cell) => cell.state)).toEqual(["not tried", "scored"]);
    expect(summary.handedIn).toEqual([0, 1]);
  });
});
