import { rounded, sheet, type Column, type Table } from "../tables";

/** A measure of a test or of a question, with all that is said of it. */
export interface Measured {
  value: number | null;
  interval: { low: number; high: number; method: string } | null;
  /** What it means; without a value, why there is none. */
  sentence: string;
  warning: string | null;
}

/** How a measure is called and written. */
export interface MeasureForm<Name extends string = string> {
  /** As in `npm run -s analysis`: 'discriminationIndex'. */
  name: Name;
  title: string;
  /** What it is, in a few words. */
  short: string;
  /** Behind the point, on screen. */
  digits: number;
}

export interface MeasuredRow {
  of: "question" | "version";
  /** Its place in the paper: 1, 2, 3, … */
  number: number;
  /** As in the responses; empty of a place with several versions or parallel questions, whose lines come below. */
  question: string;
  version: number | null;
  kind: string;
  prompt: string;
  attempts: number;
  max: number;
  figures: Readonly<Record<string, Measured>>;
}

export interface GivenAnswers {
  number: number;
  question: string;
  prompt: string;
  answer: string;
  right: boolean;
  /** Who gave it. */
  learners: readonly string[];
  /** Of so many attempts that were asked. */
  of: number;
}

export interface AnalysisFile {
  timeZone: string;
  attempts: number;
  max: number;
  testForms: readonly MeasureForm[];
  questionForms: readonly MeasureForm[];
  test: Readonly<Record<string, Measured>>;
  /** In the order of the paper; the versions of a place below it. */
  rows: readonly MeasuredRow[];
  answers: readonly GivenAnswers[];
}

/** One figure: of the test, or of a question. */
interface Line {
  row: MeasuredRow | null;
  form: MeasureForm;
  figure: Measured;
}

/**
 * The analysis as a table: a line each figure, of the test first, then question by question. Beside each as people see it,
 * the exact one, its interval, and the sentence.
 */
export function analysisTable({
  timeZone,
  attempts,
  max,
  test,
  testForms,
  questionForms,
  rows,
}: AnalysisFile): Table<Line> {
  const seen = (title: string, of: (figure: Measured) => number | null | undefined): Column<Line>[] => [
    // A line has digits of its own: rounding is done here, and the column writes what comes out.
    { title, type: "number", value: ({ figure, form }) => shown(of(figure), form.digits) },
    { title: `${title} (exact)`, type: "number", width: 22, value: ({ figure }) => of(figure) },
  ];
  return {
    name: "All figures",
    timeZone,
    frozenColumns: 3,
    precision: "exact",
    columns: [
      { title: "Of", type: "text", width: 10, value: ({ row }) => row?.of ?? "test" },
      { title: "Number", type: "number", value: ({ row }) => row?.number },
      { title: "Question", type: "text", width: 26, value: ({ row }) => row?.question },
      { title: "Kind", type: "text", width: 16, value: ({ row }) => row?.kind },
      { title: "What was asked", type: "text", width: 50, value: ({ row }) => row?.prompt },
      { title: "Attempts", type: "number", value: ({ row }) => (row ? row.attempts : attempts) },
      { title: "Max", type: "number", value: ({ row }) => (row ? row.max : max) },
      { title: "Figure", type: "text", value: ({ form }) => form.title },
      { title: "Name", type: "text", value: ({ form }) => form.name },
      ...seen("Value", ({ value }) => value),
      ...seen("From", ({ interval }) => interval?.low),
      ...seen("To", ({ interval }) => interval?.high),
      { title: "Interval by", type: "text", value: ({ figure }) => figure.interval?.method },
      { title: "What it says", type: "text", width: 60, value: ({ figure }) => figure.sentence },
      { title: "Few attempts", type: "text", width: 50, value: ({ figure }) => figure.warning },
    ],
    rows: [
      ...testForms.map((form): Line => ({ row: null, form, figure: test[form.name]! })),
      ...rows.flatMap((row) => questionForms.map((form): Line => ({ row, form, figure: row.figures[form.name]! }))),
    ],
  };
}

/** As sheets of a workbook: the page's tables, what was answered, and every figure exactly. */
export function analysisSheets(file: AnalysisFile, { names }: { names: boolean }): Table<unknown>[] {
  return [sheet(questions(file)), sheet(testSheet(file)), sheet(answersSheet(file, names)), sheet(analysisTable(file))];
}

function questions({ timeZone, questionForms, rows }: AnalysisFile): Table<MeasuredRow> {
  return {
    name: "Questions",
    timeZone,
    frozenColumns: 2,
    columns: [
      { title: "Number", type: "number", value: ({ number }) => number },
      { title: "What was asked", type: "text", width: 50, value: ({ prompt }) => prompt },
      { title: "Question", type: "text", width: 26, value: ({ question }) => question },
      { title: "Kind", type: "text", width: 16, value: ({ kind }) => kind },
      { title: "Version", type: "number", value: ({ version }) => version },
      { title: "Attempts", type: "number", value: ({ attempts }) => attempts },
      { title: "Max", type: "number", value: ({ max }) => max },
      ...questionForms.flatMap(({ name, title, digits }): Column<MeasuredRow>[] => {
        const measure = { type: "number", digits } as const;
        const interval = ({ figures }: MeasuredRow) => figures[name]?.interval;
        const value: Column<MeasuredRow> = { ...measure, title, value: ({ figures }) => figures[name]?.value };
        if (!rows.some((row) => interval(row))) return [value];
        return [
          value,
          { ...measure, title: `${title}, from`, value: (row) => interval(row)?.low },
          { ...measure, title: `${title}, to`, value: (row) => interval(row)?.high },
        ];
      }),
    ],
    rows,
  };
}

function testSheet({ timeZone, testForms, test }: AnalysisFile): Table<MeasureForm> {
  const figure = ({ name }: MeasureForm) => test[name]!;
  return {
    name: "Test",
    timeZone,
    frozenColumns: 1,
    precision: "exact",
    columns: [
      { title: "Figure", type: "text", width: 24, value: ({ title }) => title },
      { title: "In", type: "text", width: 28, value: ({ short }) => short },
      { title: "Value", type: "number", value: (form) => shown(figure(form).value, form.digits) },
      { title: "From", type: "number", value: (form) => shown(figure(form).interval?.low, form.digits) },
      { title: "To", type: "number", value: (form) => shown(figure(form).interval?.high, form.digits) },
      { title: "Interval by", type: "text", value: (form) => figure(form).interval?.method },
      { title: "What it says", type: "text", width: 60, value: (form) => figure(form).sentence },
      { title: "Few attempts", type: "text", width: 50, value: (form) => figure(form).warning },
    ],
    rows: testForms,
  };
}

function answersSheet({ timeZone, answers }: AnalysisFile, names: boolean): Table<GivenAnswers> {
  const columns: Column<GivenAnswers>[] = [
    { title: "Number", type: "number", value: ({ number }) => number },
    { title: "What was asked", type: "text", width: 50, value: ({ prompt }) => prompt },
    { title: "Question", type: "text", width: 26, value: ({ question }) => question },
    { title: "Answer", type: "text", width: 40, value: ({ answer }) => answer },
    { title: "Right", type: "text", width: 8, value: ({ right }) => (right ? "yes" : "no") },
    { title: "Learners", type: "number", value: ({ learners }) => learners.length },
    { title: "Of", type: "number", value: ({ of }) => of },
  ];
  if (names) columns.push({ title: "Who", type: "text", width: 60, value: ({ learners }) => learners.join(", ") });
  return { name: "Answers", timeZone, frozenColumns: 2, columns, rows: answers };
}

function shown(value: number | null | undefined, digits: number): number | null {
  return value === null || value === undefined ? null : rounded(value, digits);
}
