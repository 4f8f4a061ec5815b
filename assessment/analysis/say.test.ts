import { describe, expect, test } from "vitest";
import { analyse, type Measure, type QuestionAnalysis, type TestAnalysis } from "./analysis";
import { fewest, landmarks, sayQuestion, sayTest, type QuestionMeasure, type TestMeasure } from "./say";
import { correlationInterval, facilityInterval } from "./intervals";

const is = (value: number): Measure => ({ value });
const question = (more: Partial<QuestionAnalysis> = {}): QuestionAnalysis => ({
  question: "q",
  max: 2,
  attempts: 400,
  facility: is(50),
  sd: is(0.5),
  discriminationIndex: is(40),
  discriminativeEfficiency: is(60),
  intendedWeight: is(10),
  effectiveWeight: is(11),
  randomGuess: is(25),
  ...more,
});
const whole = (more: Partial<TestAnalysis> = {}): TestAnalysis => ({
  attempts: 400,
  questions: 10,
  max: 20,
  mean: is(12),
  median: is(13),
  sd: is(3),
  skewness: is(0),
  kurtosis: is(0),
  cic: is(80),
  errorRatio: is(44.7),
  standardError: is(1.34),
  ...more,
});

describe("a sentence for the teacher", () => {
  test.each<[QuestionMeasure, number, RegExp]>([
    ["facility", 5, /Hardly anybody .* check its key/],
    ["facility", 20, /no better .* guessing/],
    ["facility", 30, /^Hard/],
    ["facility", 65, /^Neither hard nor easy/],
    ["facility", 80, /^Fairly easy/],
    ["facility", 94, /^Easy/],
    ["facility", 95, /^Almost everybody/],
    ["sd", 0, /^Everybody earned the same/],
    ["sd", 0.456, /worth 2 points, and .* 0\.46 above or below/],
    ["discriminationIndex", -30, /did worse at it: check its key/],
    ["discriminationIndex", -1, /may be chance: check its key/],
    ["discriminationIndex", 15, /^It hardly tells/],
    ["discriminationIndex", 25, /but weakly/],
    ["discriminationIndex", 40, /well enough/],
    ["discriminationIndex", 60, /very well/],
    ["discriminativeEfficiency", -5, /check its key/],
    ["discriminativeEfficiency", 30, /less than half/],
    ["discriminativeEfficiency", 70, /about as well as can be/],
    ["intendedWeight", 10, /10 per cent of the score/],
    ["effectiveWeight", 20, /20 per cent .* far more than the 10 per cent/],
    ["effectiveWeight", 4, /far less than/],
    ["effectiveWeight", 12, /much like/],
    ["randomGuess", 25, /guesses blindly earns 25 per cent/],
  ])("of %s %d", (measure, value, sentence) => {
    const said = sayQuestion(question({ [measure]: is(value) }))[measure];
    expect(said.sentence).toMatch(sentence);
    expect(said.warning).toBeNull();
  });

  test("does not speak of guessing where nothing can be guessed", () => {
    const typed = question({
      facility: is(15),
      randomGuess: { value: null, why: "It cannot be guessed from a list." },
    });
    expect(sayQuestion(typed).facility.sentence).toMatch(/^Very hard/);
    expect(sayQuestion(question({ facility: is(15), randomGuess: is(0) })).facility.sentence).toMatch(/^Very hard/);
  });

  test.each<[TestMeasure, number, RegExp]>([
    ["mean", 8, /40 per cent .* hard for this class/],
    ["mean", 12, /60 per cent of the points\.$/],
    ["mean", 18, /easy for this class/],
    ["median", 13, /13 of 20 points or more/],
    ["sd", 0, /the same in total/],
    ["sd", 2, /close together/],
    ["sd", 3, /^Scores typically lie 3 points above or below the mean\.$/],
    ["sd", 5, /far apart/],
    ["skewness", -1.5, /some lie far below/],
    ["skewness", 0.5, /About as many/],
    ["skewness", 1.5, /some far above/],
    ["kurtosis", 2, /a few lie far/],
    ["kurtosis", 0, /near the middle/],
    ["kurtosis", -1.1, /two groups/],
    ["cic", -10, /against each other/],
    ["cic", 50, /poorly/],
    ["cic", 70, /fairly/],
    ["cic", 75, /sound measure/],
    ["errorRatio", 50, /mostly differences in what learners know/],
    ["errorRatio", 55, /good part/],
    ["errorRatio", 70, /large part/],
    ["standardError", 1, /less than 2\.77 points apart/],
    ["standardError", 0, /no error/],
  ])("of the test's %s %d", (measure, value, sentence) => {
    const said = sayTest(whole({ [measure]: is(value) }))[measure];
    expect(said.sentence).toMatch(sentence);
    expect(said.warning).toBeNull();
  });

  test("of what has no value is why, without a warning", () => {
    const alone = analyse([{ question: "q", max: 1, points: [1], randomGuess: null }]);
    expect(sayTest(alone.test).sd).toEqual({ sentence: "One attempt has no spread.", warning: null });
    expect(sayQuestion(alone.questions[0]!).discriminationIndex.warning).toBeNull();
  });

  test("is one sentence or two, each ended, never with a number that is none", () => {
    for (const attempts of [0, 1, 5, 30, 100, 1000])
      for (const said of [
        ...Object.values(sayQuestion(question({ attempts }))),
        ...Object.values(sayTest(whole({ attempts, max: 0 }))),
      ])
        for (const text of [said.sentence, said.warning ?? "."])
          expect(text).toMatch(/^(?!.*(NaN|undefined|Infinity)).*\.$/);
  });
});

describe("a warning that there are too few", () => {
  test.each<[QuestionMeasure, number, boolean]>([
    ["facility", 24, true],
    ["facility", 25, false],
    ["sd", 24, true],
    ["discriminationIndex", 29, true],
    ["discriminationIndex", 99, true],
    ["discriminationIndex", 100, false],
    ["effectiveWeight", 29, true],
    ["intendedWeight", 1, false],
    ["randomGuess", 1, false],
  ])("%s of %i attempts: %s", (measure, attempts, warned) => {
    expect(sayQuestion(question({ attempts }))[measure].warning !== null).toBe(warned);
  });

  test.each<[TestMeasure, number, boolean]>([
    ["mean", 9, true],
    ["mean", 10, false],
    ["skewness", 23, true],
    ["skewness", 24, false],
    ["kurtosis", 95, true],
    ["kurtosis", 96, false],
    ["cic", 29, true],
  ])("the test's %s of %i attempts: %s", (measure, attempts, warned) => {
    expect(sayTest(whole({ attempts }))[measure].warning !== null).toBe(warned);
  });

  test("says sooner 'too early' than 'with caution'", () => {
    expect(sayQuestion(question({ attempts: 12 })).discriminationIndex.warning).toBe(
      "Only 12 attempts: with fewer than 30 it is too early to judge by it.",
    );
    expect(sayQuestion(question({ attempts: 60 })).discriminationIndex.warning).toMatch(/with caution/);
    expect(sayTest(whole({ attempts: 1 })).mean.warning).toMatch(/^Only 1 attempt:/);
  });
});

describe("the thresholds are those that they are said to be", () => {
  test("half the width of a facility's interval is at most 20 points from there on", () => {
    const width = (attempts: number) => (100 * 1.959964 * 0.5) / Math.sqrt(attempts);
    expect(width(fewest.facility)).toBeLessThanOrEqual(20);
    expect(width(fewest.facility - 1)).toBeGreaterThan(20);
    const wilson = facilityInterval({ mean: 0.5, sd: 0.5, attempts: fewest.facility }, 1, true)!;
    expect(wilson.high - wilson.low).toBeLessThanOrEqual(40);
  });

  test("twice the standard errors of the shape and of the spread", () => {
    expect(2 * Math.sqrt(6 / fewest.skewness)).toBeLessThanOrEqual(1);
    expect(2 * Math.sqrt(6 / (fewest.skewness - 1))).toBeGreaterThan(1);
    expect(2 * Math.sqrt(24 / fewest.kurtosis)).toBeLessThanOrEqual(1);
    expect(2 * Math.sqrt(24 / (fewest.kurtosis - 1))).toBeGreaterThan(1);
    expect(2 / Math.sqrt(2 * (fewest.spread - 1))).toBeLessThan(0.3);
  });

  test("an error ratio of 50 and 60 is a consistency of 75 and 64", () => {
    const ratio = (cic: number) => 100 * Math.sqrt(1 - cic / 100);
    expect(ratio(landmarks.cic.satisfactory)).toBeCloseTo(landmarks.errorRatio.satisfactory, 9);
    expect(ratio(landmarks.cic.low)).toBeCloseTo(landmarks.errorRatio.high, 9);
  });

  test("an index that its interval cannot tell from nothing is said to be perhaps chance", () => {
    expect(correlationInterval(40, 15)!.low).toBeLessThan(0);
    expect(sayQuestion(question({ attempts: 15 })).discriminationIndex.sentence).toMatch(/if that is not chance/);
    expect(sayQuestion(question({ attempts: 100 })).discriminationIndex.sentence).not.toMatch(/chance/);
  });
});
