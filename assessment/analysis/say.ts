import type { Measure, QuestionAnalysis, TestAnalysis } from "./analysis";
import { correlationInterval } from "./intervals";

/** What a measure says to a teacher who never studied statistics: one plain sentence, and whether to trust it. */
export interface Said {
  /** What the value means; where there is none, why. */
  sentence: string;
  /** That there are too few attempts to say, or few enough to be careful; null when there are enough, or no value. */
  warning: string | null;
}

export type QuestionMeasure = Exclude<keyof QuestionAnalysis, "question" | "max" | "attempts">;
export type TestMeasure = Exclude<keyof TestAnalysis, "attempts" | "questions" | "max">;

/**
 * From how many attempts on a measure says something, and why from there.
 *
 * - one learner: below 10 attempts one learner alone moves a mean by more than a tenth of the points. Arithmetic.
 * - facility: from 25 on the 95 per cent interval of a question that half have right is at most 20 points wide to either
 *   side (1.96 · √(0.25 / n) ≤ 0.2).
 * - spread: from 25 on twice the standard error of a standard deviation, 1 / √(2(n − 1)) of it under normal scores, is
 *   below 30 per cent.
 * - skewness: from 24 on, kurtosis: from 96 on, twice the standard error under normal scores, about √(6/n) and √(24/n)
 *   (Fisher 1930), is at most 1, the least that the sentences below speak of.
 * - relations between questions: 30, for caution up to 100. S. M. Downing and R. Yudkowsky, Assessment in Health
 *   Professions Education, 2009: item analysis helps from about 30 examinees on, below 100 it is to be read with caution.
 */
export const fewest = {
  oneLearner: 10,
  facility: 25,
  spread: 25,
  skewness: 24,
  kurtosis: 96,
  relations: 30,
  relationsCareful: 100,
} as const;

/**
 * Where words change. Facility, discrimination index, mean, standard deviation, skewness, kurtosis, CIC and error ratio:
 * as Moodle reads its own report (docs.moodle.org, Quiz report statistics). The rest are ours: an efficiency below one
 * half is less than half of what was possible; a weight that is off by half is worth a look; −1 is nearly the kurtosis of
 * scores spread evenly (−1.2).
 */
export const landmarks = {
  /** Per cent of the points. */
  facility: { suspicious: 5, veryHard: 20, hard: 35, easy: 65, veryEasy: 80, known: 95 },
  discriminationIndex: { weak: 20, adequate: 30, veryGood: 50 },
  discriminativeEfficiency: { low: 50 },
  /** Effective over intended weight. */
  weightRatio: { less: 0.5, more: 1.5 },
  /** Mean in per cent of the points. */
  mean: { low: 50, high: 75 },
  /** Standard deviation of the test in per cent of the points. */
  sd: { narrow: 12, wide: 18 },
  skewness: 1,
  kurtosis: { flat: -1, peaked: 1 },
  cic: { low: 64, satisfactory: 75 },
  errorRatio: { satisfactory: 50, high: 60 },
} as const;

/** A sentence for each measure of a question. */
export function sayQuestion(question: QuestionAnalysis): Record<QuestionMeasure, Said> {
  const { attempts, max } = question;
  const related = relationsWarning(attempts);
  return {
    facility: said(
      question.facility,
      (value) => facility(value, question.randomGuess.value),
      facilityWarning(attempts),
    ),
    sd: said(question.sd, (value) => questionSpread(value, max), spreadWarning(attempts)),
    discriminationIndex: said(question.discriminationIndex, (value) => discrimination(value, attempts), related),
    discriminativeEfficiency: said(question.discriminativeEfficiency, efficiency, related),
    intendedWeight: said(question.intendedWeight, (value) => `It is meant to make up ${percent(value)} of the score.`),
    effectiveWeight: said(
      question.effectiveWeight,
      (value) => effectiveWeight(value, question.intendedWeight.value),
      related,
    ),
    randomGuess: said(
      question.randomGuess,
      (value) => `Somebody who guesses blindly earns ${percent(value)} of its points on average.`,
    ),
  };
}

/** A sentence for each measure of a test. */
export function sayTest(test: TestAnalysis): Record<TestMeasure, Said> {
  const { attempts, max } = test;
  const related = relationsWarning(attempts);
  const few = oneLearnerWarning(attempts);
  return {
    mean: said(test.mean, (value) => testMean(value, max), few),
    median: said(
      test.median,
      (value) => `Half of the learners earned ${number(value)} of ${points(max)} or more.`,
      few,
    ),
    sd: said(test.sd, (value) => testSpread(value, max), spreadWarning(attempts)),
    skewness: said(test.skewness, skewness, shapeWarning(attempts, fewest.skewness)),
    kurtosis: said(test.kurtosis, kurtosis, shapeWarning(attempts, fewest.kurtosis)),
    cic: said(test.cic, consistency, related),
    errorRatio: said(test.errorRatio, errorRatio, related),
    standardError: said(test.standardError, standardError, related),
  };
}

function said(measure: Measure, sentence: (value: number) => string, warning: string | null = null): Said {
  return measure.value === null
    ? { sentence: measure.why, warning: null }
    : { sentence: sentence(measure.value), warning };
}

function facility(value: number, guess: number | null): string {
  const { suspicious, veryHard, hard, easy, veryEasy, known } = landmarks.facility;
  if (value <= suspicious) return "Hardly anybody earned points at it: check its key and its wording first.";
  if (guess !== null && guess > 0 && value <= guess)
    return "The class did no better at it than blind guessing would: teach it again, or check its key.";
  if (value <= veryHard) return "Very hard: few earned points at it. Teach it again, or check its wording.";
  if (value < hard) return "Hard: most of its points were missed.";
  if (value <= easy) return "Neither hard nor easy: about half of its points were earned.";
  if (value <= veryEasy) return "Fairly easy: most of its points were earned.";
  if (value < known) return "Easy: few missed it.";
  return "Almost everybody has it right: nothing to teach again here.";
}

function questionSpread(value: number, max: number): string {
  return value === 0
    ? "Everybody earned the same points at it."
    : `It is worth ${points(max)}, and learners typically lie ${number(value)} above or below the mean.`;
}

function discrimination(value: number, attempts: number): string {
  const { weak, adequate, veryGood } = landmarks.discriminationIndex;
  const interval = correlationInterval(value, attempts);
  if (value < 0 && interval !== null && interval.high < 0)
    return "Those who did better on the rest did worse at it: check its key and its wording first.";
  if (value < 0)
    return "Those who did better on the rest did rather worse at it, which may be chance: check its key all the same.";
  const chance = interval !== null && interval.low <= 0 ? ", and even that may be chance" : "";
  if (value < weak) return `It hardly tells learners who know the rest from those who do not${chance}.`;
  if (value < adequate) return `It tells learners who know the rest from those who do not, but weakly${chance}.`;
  const perhaps = chance ? ", if that is not chance" : "";
  if (value < veryGood) return `It tells learners who know the rest well enough from those who do not${perhaps}.`;
  return `It tells learners who know the rest very well from those who do not${perhaps}.`;
}

function efficiency(value: number): string {
  if (value < 0) return "Those who did better on the rest earned less at it, whatever its difficulty: check its key.";
  return value < landmarks.discriminativeEfficiency.low
    ? "It separates learners less than half as well as it could for how hard it is."
    : "For how hard it is, it separates learners about as well as can be.";
}

function effectiveWeight(value: number, intended: number | null): string {
  const share = `It makes ${percent(value)} of the differences between scores`;
  if (intended === null || intended === 0) return `${share}.`;
  const ratio = value / intended;
  const worth = `the ${percent(intended)} of the points that it is worth`;
  if (ratio > landmarks.weightRatio.more) return `${share}, far more than ${worth}.`;
  return ratio < landmarks.weightRatio.less ? `${share}, far less than ${worth}.` : `${share}, much like ${worth}.`;
}

function testMean(value: number, max: number): string {
  if (max === 0) return "The test is worth no points.";
  const share = (100 * value) / max;
  const { low, high } = landmarks.mean;
  const earned = `On average learners earned ${percent(share)} of the points`;
  return share < low
    ? `${earned}: hard for this class.`
    : share > high
      ? `${earned}: easy for this class.`
      : `${earned}.`;
}

function testSpread(value: number, max: number): string {
  if (value === 0) return "Everybody earned the same in total.";
  const share = (100 * value) / max;
  const typical = `Scores typically lie ${points(value)} above or below the mean`;
  if (share < landmarks.sd.narrow) return `${typical}: close together, so small differences decide.`;
  return share > landmarks.sd.wide ? `${typical}: far apart.` : `${typical}.`;
}

function skewness(value: number): string {
  if (value < -landmarks.skewness) return "Most did well, and some lie far below them: look who they are.";
  if (value > landmarks.skewness) return "Most lie low, and some far above them: it was hard for most.";
  return "About as many lie above the middle as below it.";
}

function kurtosis(value: number): string {
  if (value > landmarks.kurtosis.peaked) return "Most scores are close together, and a few lie far from them.";
  if (value < landmarks.kurtosis.flat) return "Scores are spread evenly, or lie in two groups.";
  return "Most scores lie near the middle, and fewer the farther from it.";
}

function consistency(value: number): string {
  if (value < 0) return "Its questions go against each other: a total of them says little about a learner.";
  if (value < landmarks.cic.low)
    return "Its questions hang together poorly: rely on single questions rather than on the total.";
  if (value < landmarks.cic.satisfactory)
    return "Its questions hang together fairly: do not decide by this total alone.";
  return "Its questions hang together well: the total is a sound measure.";
}

function errorRatio(value: number): string {
  const { satisfactory, high } = landmarks.errorRatio;
  if (value <= satisfactory) return "Differences between scores are mostly differences in what learners know.";
  if (value <= high) return "A good part of the differences between scores is chance.";
  return "The differences between scores are chance to a large part.";
}

function standardError(value: number): string {
  return value === 0
    ? "By these answers a score has no error."
    : `Two learners less than ${points(1.96 * Math.SQRT2 * value)} apart may well know equally much.`;
}

function facilityWarning(attempts: number): string | null {
  return attempts < fewest.facility
    ? `${few(attempts)}: with fewer than ${fewest.facility} it may be off by more than 20 points.`
    : null;
}

function spreadWarning(attempts: number): string | null {
  return attempts < fewest.spread
    ? `${few(attempts)}: with fewer than ${fewest.spread} it may be off by more than 30 per cent.`
    : null;
}

function oneLearnerWarning(attempts: number): string | null {
  return attempts < fewest.oneLearner
    ? `${few(attempts)}: with fewer than ${fewest.oneLearner} a single learner moves it much.`
    : null;
}

function shapeWarning(attempts: number, least: number): string | null {
  return attempts < least ? `${few(attempts)}: with fewer than ${least} it is mostly chance.` : null;
}

function relationsWarning(attempts: number): string | null {
  if (attempts < fewest.relations)
    return `${few(attempts)}: with fewer than ${fewest.relations} it is too early to judge by it.`;
  return attempts < fewest.relationsCareful
    ? `${attempts} attempts: with fewer than ${fewest.relationsCareful}, read it with caution.`
    : null;
}

function few(attempts: number): string {
  return attempts === 1 ? "Only 1 attempt" : `Only ${attempts} attempts`;
}

function percent(value: number): string {
  return `${Math.round(value)} per cent`;
}

/** '1 point', '0.43 points' */
function points(value: number): string {
  const text = number(value);
  return `${text} ${text === "1" ? "point" : "points"}`;
}

/** Two places at most, and a real minus. */
function number(value: number): string {
  return String(Math.round(value * 100) / 100 + 0).replace("-", "−");
}
