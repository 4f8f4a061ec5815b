import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { analyse, type Measure, type QuestionPoints } from "./analysis";
import { fQuantile, tQuantile } from "./beta";
import { consistencyInterval, correlationInterval, facilityInterval } from "./intervals";

/** A row a learner, a column a question. */
function table(rows: (number | null)[][], max: number[]): QuestionPoints[] {
  return max.map((each, j) => ({
    question: `q${j + 1}`,
    max: each,
    points: rows.map((row) => row[j]!),
    randomGuess: null,
  }));
}

const value = (measure: Measure) => measure.value;
const why = (measure: Measure) => ("why" in measure ? measure.why : null);

/** Six significant digits. */
function like(expected: number | null) {
  return expected === null ? null : expect.closeTo(expected, 9);
}

/** Computed with NumPy 2.4 and SciPy 1.17 (scipy.stats.kstat, numpy.cov), which know nothing of this code. */
const reference = [
  {
    name: "right or wrong, four questions",
    rows: [
      [1, 1, 1, 0],
      [1, 0, 1, 0],
      [1, 1, 0, 1],
      [0, 0, 0, 0],
      [1, 1, 1, 1],
      [1, 0, 0, 0],
    ],
    max: [1, 1, 1, 1],
    expected: {
      test: {
        attempts: 6,
        mean: 2.1666666666666665,
        median: 2.5,
        sd: 1.4719601443879744,
        skewness: -0.41807152029954303,
        kurtosis: -0.8591715976331362,
        cic: 69.74358974358975,
        errorRatio: 55.00582719713453,
        standardError: 0.8096638534327412,
      },
      questions: [
        {
          facility: 83.33333333333334,
          sd: 0.408248290463863,
          discriminationIndex: 53.93598899705937,
          discriminativeEfficiency: 100.0,
          intendedWeight: 25.0,
          effectiveWeight: 22.448954053514885,
        },
        {
          facility: 50.0,
          sd: 0.5477225575051661,
          discriminationIndex: 70.71067811865474,
          discriminativeEfficiency: 100.00000000000003,
          intendedWeight: 25.0,
          effectiveWeight: 28.53212265288866,
        },
        {
          facility: 50.0,
          sd: 0.5477225575051661,
          discriminationIndex: 30.151134457776365,
          discriminativeEfficiency: 33.333333333333336,
          intendedWeight: 25.0,
          effectiveWeight: 24.114044856524742,
        },
        {
          facility: 33.33333333333333,
          sd: 0.5163977794943223,
          discriminationIndex: 44.172610429938615,
          discriminativeEfficiency: 57.14285714285714,
          intendedWeight: 25.0,
          effectiveWeight: 24.90487843707172,
        },
      ],
    },
  },
  {
    name: "parts of points, and a question that goes against the rest",
    rows: [
      [2, 1.5, 4, 0],
      [1, 3, 3.5, 1],
      [0.5, 0, 2, 1],
      [2, 2.25, 4, 0],
      [1.5, 1.5, 0, 1],
      [0, 3, 1, 1],
      [2, 3, 4, 0],
    ],
    max: [2, 3, 4, 1],
    expected: {
      test: {
        attempts: 7,
        mean: 6.535714285714286,
        median: 7.5,
        sd: 2.302302160467917,
        skewness: -0.37137838872128087,
        kurtosis: -2.192735471842182,
        cic: 9.4329028635598,
        errorRatio: 95.16674689009822,
        standardError: 2.1910260696977653,
      },
      questions: [
        {
          facility: 64.28571428571429,
          sd: 0.809173593712687,
          discriminationIndex: 32.36159339823562,
          discriminativeEfficiency: 33.333333333333336,
          intendedWeight: 20.0,
          effectiveWeight: 25.613364085002477,
        },
        {
          facility: 67.85714285714285,
          sd: 1.1220198623146433,
          discriminationIndex: 21.911713312544812,
          discriminativeEfficiency: 23.33333333333334,
          intendedWeight: 30.0,
          effectiveWeight: 31.044751505299562,
        },
        {
          facility: 66.07142857142857,
          sd: 1.6511179473891244,
          discriminationIndex: 29.562425914850778,
          discriminativeEfficiency: 33.21976149914821,
          intendedWeight: 40.0,
          effectiveWeight: 43.34188440969796,
        },
        {
          facility: 57.14285714285714,
          sd: 0.5345224838248488,
          discriminationIndex: -79.1310327396138,
          discriminativeEfficiency: -81.70212765957447,
          intendedWeight: 10.0,
          effectiveWeight: null,
        },
      ],
    },
  },
  {
    name: "thirds, a question without spread, blanks as 0",
    rows: [
      [1 / 3, 2, 0],
      [2 / 3, 2, 5],
      [1, 2, 3.5],
      [0, 2, 0],
      [1 / 3, 2, 4],
    ],
    max: [1, 2, 5],
    expected: {
      test: {
        attempts: 5,
        mean: 4.966666666666667,
        median: 6.333333333333334,
        sd: 2.6098105508084513,
        skewness: -0.4343474038155713,
        kurtosis: -2.942296330990545,
        cic: 25.693311582381718,
        errorRatio: 86.20132737818965,
        standardError: 2.2496913368529277,
      },
      questions: [
        {
          facility: 46.666666666666664,
          sd: 0.380058475033046,
          discriminationIndex: 65.44628930059197,
          discriminativeEfficiency: 77.77777777777776,
          intendedWeight: 12.5,
          effectiveWeight: 25.699308769147304,
        },
        {
          facility: 100.0,
          sd: 0.0,
          discriminationIndex: null,
          discriminativeEfficiency: null,
          intendedWeight: 25.0,
          effectiveWeight: 0.0,
        },
        {
          facility: 50.0,
          sd: 2.345207879911715,
          discriminationIndex: 65.44628930059199,
          discriminativeEfficiency: 77.77777777777776,
          intendedWeight: 62.5,
          effectiveWeight: 74.30069123085269,
        },
      ],
    },
  },
];

describe.each(reference)("$name", ({ rows, max, expected }) => {
  const { test: whole, questions } = analyse(table(rows, max));
  it("has the test's values", () => {
    const { attempts, ...measures } = expected.test;
    expect(whole.attempts).toBe(attempts);
    for (const [name, number] of Object.entries(measures)) {
      expect([name, value(whole[name as "mean"])]).toEqual([name, like(number)]);
    }
  });
  it("has each question's values", () => {
    for (const [j, measures] of expected.questions.entries()) {
      for (const [name, number] of Object.entries(measures)) {
        expect([j, name, value(questions[j]![name as "sd"])]).toEqual([j, name, like(number)]);
      }
    }
  });
});

describe("what has no value is blank and says why", () => {
  const blanks = (rows: number[][], max: number[]) => analyse(table(rows, max));
  it("nobody", () => {
    const { test: whole, questions } = blanks([], [1, 1]);
    expect([value(whole.mean), value(whole.sd), value(questions[0]!.facility)]).toEqual([null, null, null]);
    expect(why(whole.mean)).toBe("Nobody has handed it in.");
  });
  it("one attempt has a mean and no spread", () => {
    const { test: whole, questions } = blanks([[1, 0]], [1, 1]);
    expect([value(whole.mean), value(whole.sd), value(whole.cic)]).toEqual([1, null, null]);
    expect([value(questions[0]!.facility), value(questions[0]!.discriminationIndex)]).toEqual([100, null]);
    expect(why(questions[0]!.sd)).toBe("One attempt has no spread.");
  });
  it("one question has no rest", () => {
    const { test: whole, questions } = blanks([[1], [0], [1]], [1]);
    expect(why(whole.cic)).toBe("It takes two questions.");
    expect(why(questions[0]!.discriminationIndex)).toBe("With one question there is no rest of the test.");
  });
  it("a question that everybody earned the same at", () => {
    const { questions } = blanks(
      [
        [0.1, 1],
        [0.1, 0],
        [0.1, 0],
      ],
      [1, 1],
    );
    expect(value(questions[0]!.sd)).toBe(0);
    expect(why(questions[0]!.discriminationIndex)).toBe("Everybody earned the same points at it.");
    expect(why(questions[1]!.discriminationIndex)).toBe("Everybody earned the same at the rest of the test.");
  });
  it("thirds that sum to the same in every order have no spread", () => {
    const { test: whole } = blanks(
      [
        [1 / 3, 2 / 3, 0.1],
        [2 / 3, 0.1, 1 / 3],
        [0.1, 1 / 3, 2 / 3],
      ],
      [1, 1, 1],
    );
    expect([value(whole.sd), value(whole.cic), value(whole.skewness)]).toEqual([0, null, null]);
  });
  it("a rest of the test that is the same but for what is lost beside a huge number", () => {
    const { questions } = blanks(
      [
        [1e8, 0.001],
        [3, 0.001],
        [7, 0.001],
      ],
      [1, 1],
    );
    expect(why(questions[0]!.discriminationIndex)).toBe("Everybody earned the same at the rest of the test.");
  });
  it("skewness with two attempts, kurtosis with three", () => {
    expect(
      why(
        blanks(
          [
            [1, 0],
            [1, 1],
          ],
          [1, 1],
        ).test.skewness,
      ),
    ).toBe("It takes 3 attempts, and there are 2.");
    expect(
      why(
        blanks(
          [
            [1, 0],
            [1, 1],
            [0, 0],
          ],
          [1, 1],
        ).test.kurtosis,
      ),
    ).toBe("It takes 4 attempts, and there are 3.");
  });
});

describe("points far from 0 lose nothing", () => {
  const near = [
    [0.125, 0.5, 1],
    [0.75, 0.25, 0],
    [0.375, 1, 0.5],
    [0.5, 0, 0.25],
    [1, 0.625, 1],
  ];
  const values = (rows: number[][]) => {
    const { test: whole, questions } = analyse(table(rows, [2e9, 2e9, 2e9]));
    const { sd, skewness, kurtosis, cic } = whole;
    return [sd, skewness, kurtosis, cic]
      .concat(questions.flatMap((each) => [each.sd, each.discriminationIndex, each.discriminativeEfficiency]))
      .concat(questions.map((each) => each.effectiveWeight))
      .map(value);
  };
  it.each([1e9, -1e9])("%d more for everybody at every question changes no measure of spread", (more) =>
    expect(values(near.map((row) => row.map((x) => x + more)))).toEqual(values(near).map(like)),
  );
  it("a huge question leaves the rest of the test as it is", () => {
    const index = (huge: number) =>
      value(
        analyse(
          table(
            [...near.keys()].map((i) => [huge * i, ...near[i]!]),
            [huge, 1, 1, 1],
          ),
        ).questions[0]!.discriminationIndex,
      );
    expect(index(2 ** 30)).toEqual(like(index(1)));
  });
});

test("a drawn question is compared within those who were asked it", () => {
  const asked = analyse(
    table(
      [
        [1, 2],
        [0, 1],
        [1, 1],
      ],
      [1, 2],
    ),
  ).questions[0]!;
  const drawn = analyse(
    table(
      [
        [1, 2],
        [0, 1],
        [1, 1],
        [null, 0],
        [null, 2],
      ],
      [1, 2],
    ),
  ).questions[0]!;
  expect(drawn.attempts).toBe(3);
  expect([drawn.facility, drawn.sd, drawn.discriminationIndex]).toEqual([
    asked.facility,
    asked.sd,
    asked.discriminationIndex,
  ]);
});

describe("laws", () => {
  const rows = fc
    .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 12 }))
    .chain(([questions, learners]) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: questions, maxLength: questions }), {
        minLength: learners,
        maxLength: learners,
      }),
    );
  const fours = (all: number[][]) => all[0]!.map(() => 4);
  test("the order of learners changes nothing", () =>
    fc.assert(
      fc.property(rows, (all) => {
        const [one, two] = [all, [...all].reverse()].map((each) => analyse(table(each, fours(all))));
        for (const [j, question] of one!.questions.entries()) {
          const [a, b] = [value(question.discriminationIndex), value(two!.questions[j]!.discriminationIndex)];
          expect(a).toEqual(like(b));
        }
      }),
    ));
  test("points that count twice change nothing that is said in per cent", () =>
    fc.assert(
      fc.property(rows, (all) => {
        const one = analyse(table(all, fours(all)));
        const two = analyse(
          table(
            all.map((row) => row.map((x) => 2 * x)),
            fours(all).map((x) => 2 * x),
          ),
        );
        for (const [j, { facility, discriminationIndex, effectiveWeight }] of one.questions.entries()) {
          const other = two.questions[j]!;
          expect(value(other.facility)).toEqual(like(value(facility)));
          expect(value(other.discriminationIndex)).toEqual(like(value(discriminationIndex)));
          expect(value(other.effectiveWeight)).toEqual(like(value(effectiveWeight)));
        }
        expect(value(two.test.cic)).toEqual(like(value(one.test.cic)));
      }),
    ));
  test("an index lies within its bounds, efficiency is at least as far from 0, weights come to 100", () =>
    fc.assert(
      fc.property(rows, (all) => {
        const { questions } = analyse(table(all, fours(all)));
        for (const { discriminationIndex: index, discriminativeEfficiency: efficiency } of questions) {
          if (index.value === null || efficiency.value === null) continue;
          expect(Math.abs(index.value)).toBeLessThanOrEqual(100 + 1e-9);
          if (index.value > 0) expect(efficiency.value).toBeGreaterThanOrEqual(index.value - 1e-9);
        }
        const weights = questions.flatMap(({ effectiveWeight }) => effectiveWeight.value ?? []);
        if (weights.length > 0) expect(weights.reduce((a, b) => a + b)).toBeCloseTo(100, 8);
      }),
    ));
});

describe("intervals", () => {
  // SciPy 1.17: t.ppf, f.ppf.
  it.each([
    [1, 12.706204736174694],
    [2, 4.302652729749462],
    [5, 2.5705818356363146],
    [29, 2.045229642132703],
    [1000, 1.9623390808264083],
  ])("t with %i degrees", (degrees, expected) => expect(tQuantile(0.975, degrees)).toBeCloseTo(expected, 9));
  it.each([
    [0.975, 5, 15, 3.5764153492790607],
    [0.025, 5, 15, 0.15557596307848703],
    [0.975, 29, 203, 1.6493884834418338],
    [0.025, 999, 8991, 0.9100860116275277],
  ])("F at %d with %i and %i degrees", (p, one, two, expected) =>
    expect(fQuantile(p, one, two)).toBeCloseTo(expected, 9),
  );
  it("a facility of all-or-nothing points by Wilson, within 0 and 100 even where all are right", () => {
    // 10 of 10: Wilson's lower bound is n / (n + z²).
    const found = facilityInterval({ mean: 1, sd: 0, attempts: 10 }, 1, true)!;
    expect([found.method, found.high]).toEqual(["Wilson", like(100)]);
    expect(found.low).toBeCloseTo((100 * 10) / (10 + 1.959963984540054 ** 2), 9);
  });
  it("a facility of parts of points by t, cut at the ends", () => {
    const found = facilityInterval({ mean: 3.8, sd: 1, attempts: 4 }, 4, false)!;
    expect(found).toEqual({ low: like((100 * (3.8 - 3.182446305284263 / 2)) / 4), high: 100, method: "Student's t" });
  });
  it("a correlation by Fisher's z, and none for three attempts or a perfect one", () => {
    const found = correlationInterval(50, 28)!;
    expect(found.low).toBeCloseTo(100 * Math.tanh(Math.atanh(0.5) - 1.959963984540054 / 5), 9);
    expect([correlationInterval(50, 3), correlationInterval(100, 30)]).toEqual([null, null]);
  });
  it("consistency by Feldt, around the value", () => {
    const found = consistencyInterval(70, 30, 8)!;
    expect(found.low).toBeLessThan(70);
    expect(found.high).toBeGreaterThan(70);
    expect(found.low).toBeCloseTo(100 * (1 - 0.3 * 1.6493884834418338), 6);
  });
});
