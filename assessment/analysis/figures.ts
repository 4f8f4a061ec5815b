import { analyse, type Measure, type QuestionPoints } from "./analysis";
import { intervalsOf } from "./each-interval";
import type { Interval } from "./intervals";
import { sayQuestion, sayTest, type QuestionMeasure, type Said, type TestMeasure } from "./say";

/** A measure with all that is said of it. */
export interface Figure extends Said {
  /** Null where there is none; then the sentence says why. */
  value: number | null;
  /** Null where there is no value, too little to go by, or nothing that chance has moved. */
  interval: Interval | null;
}

export type QuestionFigures = Record<QuestionMeasure, Figure>;
export type TestFigures = Record<TestMeasure, Figure>;

export interface Figures {
  /** Of the test: attempts, and the points that it is worth. */
  attempts: number;
  max: number;
  test: TestFigures;
  /** In the order of the questions. */
  questions: QuestionFigures[];
}

/** Every measure of a test and of its questions: value, interval, sentence, warning. */
export function figuresOf(questions: readonly QuestionPoints[]): Figures {
  const analysis = analyse(questions);
  const intervals = intervalsOf(questions, analysis);
  return {
    attempts: analysis.test.attempts,
    max: analysis.test.max,
    test: together(analysis.test, sayTest(analysis.test), intervals.test),
    questions: analysis.questions.map((each, j) => together(each, sayQuestion(each), intervals.questions[j]!)),
  };
}

function together<Name extends QuestionMeasure | TestMeasure>(
  measures: Record<Name, Measure>,
  said: Record<Name, Said>,
  intervals: Record<Name, Interval | null>,
): Record<Name, Figure> {
  const names = Object.keys(said) as Name[];
  const figure = (name: Name): Figure => ({ ...said[name], value: measures[name].value, interval: intervals[name] });
  return Object.fromEntries(names.map((name) => [name, figure(name)])) as Record<Name, Figure>;
}

/** Rows in the order of one of their figures, the lowest first unless turned round; those without one come last. */
export function orderedByFigure<Row>(
  rows: readonly Row[],
  figure: (row: Row) => number | null,
  descending: boolean,
): Row[] {
  const of = (row: Row) => figure(row) ?? Infinity;
  const known = rows.filter((row) => figure(row) !== null).sort((a, b) => (descending ? -1 : 1) * (of(a) - of(b)));
  return [...known, ...rows.filter((row) => figure(row) === null)];
}
