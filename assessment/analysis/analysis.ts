import {
  covariance,
  dusted,
  kurtosis,
  mean,
  median,
  skewness,
  standardDeviation,
  sum,
  sumWithRest,
  together,
  variance,
  withoutSpread,
} from "./moments";

/**
 * Item and test statistics of a quiz: classical test theory, by the definitions and with the names of Moodle's quiz
 * statistics report. In points, one attempt a learner, variances over S − 1. Nothing is rounded.
 */

/** A question as asked: what everybody earned at it. */
export interface QuestionPoints {
  question: string;
  /** Points that it is worth, 0 or more. */
  max: number;
  /** Of each attempt, in the same order for every question. Null: this attempt was not asked this question. */
  points: readonly (number | null)[];
  /** What blind guessing earns, in per cent of `max`; null where guessing has no such number. */
  randomGuess: number | null;
  /**
   * Where it stands in the paper, when it is one of several parallel questions of which each attempt is asked one. What
   * is said of the test takes the questions of a place for one. Absent: a place of its own.
   */
  place?: string;
}

/** A value, or why there is none. */
export type Measure = { value: number } | { value: null; why: string };

export interface QuestionAnalysis {
  question: string;
  max: number;
  /** Attempts that were asked it. */
  attempts: number;
  /** 100 · x̄ / max, in per cent. */
  facility: Measure;
  /** Of the points. */
  sd: Measure;
  /** 100 · cov(x, R) / √(var x · var R), R the rest of the test; in [−100, 100]. */
  discriminationIndex: Measure;
  /** 100 · cov(x, R) / the most it could be with these points and these rests, both sorted. */
  discriminativeEfficiency: Measure;
  /** 100 · max / Σ max */
  intendedWeight: Measure;
  /** 100 · √cov(x, T) / Σ √cov(x, T); blank where the covariance is negative. */
  effectiveWeight: Measure;
  randomGuess: Measure;
}

export interface TestAnalysis {
  attempts: number;
  questions: number;
  /** Σ max */
  max: number;
  mean: Measure;
  median: Measure;
  sd: Measure;
  skewness: Measure;
  kurtosis: Measure;
  /** 100 · p / (p − 1) · (1 − Σ var xⱼ / var T): Cronbach's alpha in per cent. */
  cic: Measure;
  /** 100 · √(1 − CIC / 100) */
  errorRatio: Measure;
  /** error ratio · SD / 100, in points. */
  standardError: Measure;
}

export interface Analysis {
  test: TestAnalysis;
  questions: QuestionAnalysis[];
}

const blank = (why: string): Measure => ({ value: null, why });

/** The value, unless there is a reason why there can be none. */
function measure(value: number | null, why: string | null): Measure {
  if (why !== null) return blank(why);
  return value === null || !Number.isFinite(value) ? blank("It cannot be computed from these points.") : { value };
}

const WORTH_NOTHING = "It is worth no points.";
const NO_ATTEMPTS = "Nobody has handed it in.";
const ONE_ATTEMPT = "One attempt has no spread.";
const ALL_EQUAL = "Everybody earned the same points at it.";
const REST_EQUAL = "Everybody earned the same at the rest of the test.";
const ONE_QUESTION = "With one question there is no rest of the test.";
const TOTAL_EQUAL = "Everybody earned the same in total.";

/**
 * Analyses a test. Where questions were drawn, each question is compared within the attempts that were asked it, and the
 * questions of one place in the paper are one question of the test. A place at which an attempt was not asked anything
 * counts 0 of its points. Throws when the lists differ in length.
 */
export function analyse(questions: readonly QuestionPoints[]): Analysis {
  const { places, totals, max, restOf } = laidOut(questions);
  const weights = sum(places.map(({ points }) => rootCovariance(points, totals) ?? 0));
  return {
    test: testAnalysis(
      places.map(({ points }) => points.map((each) => each ?? 0)),
      totals,
      max,
    ),
    questions: questions.map((each) => {
      const root = rootCovariance(each.points, totals);
      return questionAnalysis(each, restOf(each.points), max, root, weights, places.length);
    }),
  };
}

/** The last digits of a number: roundings of a few sums in a row are no spread. */
const DUST = 2 ** -48;

/** The paper place by place, and what each attempt earned in total. */
export function laidOut(questions: readonly QuestionPoints[]): {
  places: { max: number; points: readonly (number | null)[] }[];
  totals: readonly number[];
  max: number;
  /** What those who were asked a question earned at the rest of the test. */
  restOf: (points: readonly (number | null)[]) => readonly number[];
} {
  const attempts = questions[0]?.points.length ?? 0;
  if (questions.some(({ points }) => points.length !== attempts))
    throw new RangeError("Every question needs as many points as there are attempts.");
  const parallel = new Map<string | symbol, QuestionPoints[]>();
  for (const each of questions) {
    const place = each.place ?? Symbol();
    parallel.set(place, [...(parallel.get(place) ?? []), each]);
  }
  const places = [...parallel.values()].map((drawn) => ({
    max: Math.max(...drawn.map((each) => each.max)),
    points: Array.from({ length: attempts }, (_, i) => {
      const asked = drawn.flatMap(({ points }) => points[i] ?? []);
      return asked.length === 0 ? null : sum(asked);
    }),
  }));
  const max = sum(places.map((each) => each.max));
  const earned = Array.from({ length: attempts }, (_, i) => places.map(({ points }) => points[i] ?? 0));
  const sums = earned.map(sumWithRest);
  const dust = DUST * earned.reduce((most, each) => Math.max(most, sum(each.map(Math.abs))), 0);
  return {
    places,
    totals: dusted(
      sums.map(({ total, lost }) => total + lost),
      dust,
    ),
    max,
    restOf: (points) =>
      dusted(
        points.flatMap((each, i) => (each === null ? [] : sums[i]!.total - each + sums[i]!.lost)),
        dust,
      ),
  };
}

function testAnalysis(earned: readonly (readonly number[])[], totals: readonly number[], max: number): TestAnalysis {
  const attempts = totals.length;
  const none = attempts === 0 ? NO_ATTEMPTS : null;
  const few = (least: number) =>
    none ??
    (attempts < least
      ? attempts === 1
        ? ONE_ATTEMPT
        : `It takes ${least} attempts, and there are ${attempts}.`
      : null);
  const spread = withoutSpread(totals) ? TOTAL_EQUAL : null;
  const sd = standardDeviation(totals);
  const p = earned.length;
  const cicWhy = few(2) ?? (p < 2 ? "It takes two questions." : spread);
  const within = sum(earned.map((points) => variance(points) ?? 0));
  const cic = cicWhy === null ? ((100 * p) / (p - 1)) * (1 - within / variance(totals)!) : null;
  // Rounding may carry a perfect consistency a hair above 100.
  const errorRatio = cic === null ? null : 100 * Math.sqrt(Math.max(0, 1 - cic / 100));
  return {
    attempts,
    questions: p,
    max,
    mean: measure(mean(totals), none),
    median: measure(median(totals), none),
    sd: measure(sd, few(2)),
    skewness: measure(skewness(totals), few(3) ?? spread),
    kurtosis: measure(kurtosis(totals), few(4) ?? spread),
    cic: measure(cic, cicWhy),
    errorRatio: measure(errorRatio, cicWhy),
    standardError: measure(errorRatio === null || sd === null ? null : (errorRatio * sd) / 100, cicWhy),
  };
}

function questionAnalysis(
  { question, max, points, randomGuess }: QuestionPoints,
  rest: readonly number[],
  testMax: number,
  root: number | null,
  weights: number,
  questions: number,
): QuestionAnalysis {
  const x = points.flatMap((each) => each ?? []);
  const none = x.length === 0 ? NO_ATTEMPTS : null;
  const few = none ?? (x.length < 2 ? ONE_ATTEMPT : null);
  const flat =
    few ?? (questions < 2 ? ONE_QUESTION : withoutSpread(x) ? ALL_EQUAL : withoutSpread(rest) ? REST_EQUAL : null);
  const ascending = (a: number, b: number) => a - b;
  const most = flat === null ? covariance([...x].sort(ascending), [...rest].sort(ascending)) : null;
  const withRest = flat === null ? together(x, rest)! : null;
  const average = mean(x);
  const opposed = "Those who earned more at it earned less in total: its weight is no number.";
  const weightWhy =
    few ??
    (root === null ? opposed : weights === 0 ? "No question goes with the total, so no weight can be shared." : null);
  return {
    question,
    max,
    attempts: x.length,
    facility: measure(average === null ? null : (100 * average) / max, none ?? (max > 0 ? null : WORTH_NOTHING)),
    sd: measure(standardDeviation(x), few),
    discriminationIndex: measure(withRest && (100 * withRest.xy) / Math.sqrt(withRest.xx * withRest.yy), flat),
    discriminativeEfficiency: measure(withRest && (100 * withRest.xy) / most!, flat),
    intendedWeight: measure((100 * max) / testMax, testMax > 0 ? null : WORTH_NOTHING),
    effectiveWeight: measure(root === null ? null : (100 * root) / weights, weightWhy),
    randomGuess: measure(randomGuess, randomGuess === null ? "It cannot be guessed from a list." : null),
  };
}

/** √cov(x, T) among those who were asked; null where it is negative, 0 with fewer than two. */
export function rootCovariance(points: readonly (number | null)[], totals: readonly number[]): number | null {
  const asked = points.flatMap((each, i) => (each === null ? [] : [i]));
  const x = asked.map((i) => points[i]!);
  const t = asked.map((i) => totals[i]!);
  const found = together(x, t);
  // A covariance of nothing comes out as some 1e-17 when thirds are added: neither a weight nor opposed.
  if (found === null || Math.abs(found.xy) <= 1e-12 * Math.sqrt(found.xx * found.yy)) return 0;
  return found.xy < 0 ? null : Math.sqrt(found.xy);
}
