import { describe, expect, it, test } from "vitest";
import { analyse, type QuestionPoints } from "./analysis";
import { intervalsOf } from "./each-interval";
import { figuresOf, orderedByFigure } from "./figures";

function questions(rows: readonly (readonly number[])[], max = 1): QuestionPoints[] {
  return rows[0]!.map((_, j) => ({ question: `q${j}`, max, points: rows.map((row) => row[j]!), randomGuess: null }));
}
const intervals = (asked: QuestionPoints[]) => intervalsOf(asked, analyse(asked));

/** Numbers that look thrown and are the same every time. */
function thrown(seed: number) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Learners who know more or less, at questions that are hard or easy. */
function aClass(size: number, throws: () => number): number[][] {
  return Array.from({ length: size }, () => {
    const able = throws() + throws() + throws() - 1.5;
    return [-0.6, -0.2, 0, 0.3, 0.7].map((hard) => (throws() < 1 / (1 + Math.exp(-3 * (able - hard))) ? 1 : 0));
  });
}

describe("the interval", () => {
  it("of a mean is Student's", () => {
    // 1, 2, 3, 4: mean 2.5, s 1.2910, t(3) 3.1824, half 2.0543; never above the points there are.
    const { test } = intervals(questions([[1], [2], [3], [4]], 4));
    expect(test.mean).toEqual({ low: expect.closeTo(0.4457, 4) as number, high: 4, method: "Student's t" });
  });

  it("of a median lies between the second and the ninth of ten", () => {
    const { test } = intervals(
      questions(
        Array.from({ length: 10 }, (_, i) => [i]),
        10,
      ),
    );
    expect(test.median).toEqual({ low: 1, high: 8, method: "order statistics" });
  });

  it("of an efficiency is that of the index, stretched as far as the efficiency is", () => {
    const asked = questions(aClass(40, thrown(7)));
    const { questions: found } = analyse(asked);
    const { questions: each } = intervals(asked);
    const by = found[1]!.discriminativeEfficiency.value! / found[1]!.discriminationIndex.value!;
    expect(each[1]!.discriminativeEfficiency!.low).toBeCloseTo(each[1]!.discriminationIndex!.low * by, 9);
  });

  it("is none without spread, of too few, and of what is set", () => {
    const same = intervals(questions(Array.from({ length: 12 }, () => [1, 1])));
    expect(Object.values(same.test).filter((each) => each !== null && each.method !== "order statistics")).toEqual([]);
    expect(same.questions[0]).toMatchObject({
      sd: null,
      effectiveWeight: null,
      intendedWeight: null,
      randomGuess: null,
    });
    for (const rows of [
      [[1, 0]],
      [
        [1, 0],
        [0, 1],
      ],
      [
        [1, 0],
        [0, 1],
        [1, 1],
      ],
    ])
      for (const each of Object.values(intervals(questions(rows)).test))
        for (const end of each ? [each.low, each.high] : []) expect(Number.isFinite(end)).toBe(true);
  });

  test("holds what is so in about 95 of 100 classes: the spread, and the weight that a question has", () => {
    const large = analyse(questions(aClass(20_000, thrown(1))));
    const throws = thrown(2);
    const hits = { sd: 0, weight: 0 };
    for (let i = 0; i < 300; i++) {
      const { test, questions: each } = intervals(questions(aClass(60, throws)));
      const holds = (interval: { low: number; high: number } | null, value: number) =>
        interval !== null && interval.low <= value && value <= interval.high ? 1 : 0;
      hits.sd += holds(test.sd, large.test.sd.value!);
      hits.weight += holds(each[2]!.effectiveWeight, large.questions[2]!.effectiveWeight.value!);
    }
    for (const hit of Object.values(hits)) {
      expect(hit / 300).toBeGreaterThan(0.9);
      expect(hit / 300).toBeLessThan(0.995);
    }
  });
});

describe("parallel questions of one place", () => {
  const paper = [
    [1, 1],
    [0, 1],
    [1, 0],
    [0, 0],
    [1, 1],
    [0, 1],
  ] as const;
  const whole = questions(paper);
  const drawn: QuestionPoints[] = [0, 1].map((half) => ({
    ...whole[0]!,
    question: `q0~${half}`,
    place: "q0",
    points: paper.map(([first], i) => (i % 2 === half ? first : null)),
  }));

  it("are one question of the test", () => {
    const parts = analyse([...drawn, whole[1]!]);
    expect(parts.test).toEqual(analyse(whole).test);
    expect(parts.questions[0]!.intendedWeight).toEqual({ value: 50 });
    expect(parts.questions[0]!.attempts).toBe(3);
  });
});

test("a figure has its value, its interval and a sentence; without a value the sentence says why", () => {
  const { test: whole, questions: each } = figuresOf(questions(aClass(12, thrown(3))));
  expect(whole.mean).toMatchObject({ interval: { method: "Student's t" } });
  expect(each[0]!.facility.warning).toMatch(/Only 12 attempts/);
  expect(figuresOf([]).test.mean).toMatchObject({ value: null, interval: null, sentence: "Nobody has handed it in." });
});

test("rows stand in the order of a figure, those without one last either way", () => {
  const rows = [3, null, 1, 2];
  expect(orderedByFigure(rows, (row) => row, false)).toEqual([1, 2, 3, null]);
  expect(orderedByFigure(rows, (row) => row, true)).toEqual([3, 2, 1, null]);
});
