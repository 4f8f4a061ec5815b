import { questionForms, testForms, type Form } from "@/app/(personal)/classes/[class]/quizzes/[quiz]/figures";
import type { Figure } from "@/assessment/analysis";
import type { AnalysisFile, GivenAnswers, MeasuredRow, MeasureForm } from "@/interchange/exports";
import type { PlaceAnalysis, QuizAnalysis, VersionAnalysis } from "@/records";

/** An analysis as its tables are made of it: the rows of the page, in the order of the paper. */
export function analysisFile(analysis: QuizAnalysis): AnalysisFile {
  const { places, test, attempts, max } = analysis;
  return {
    timeZone: analysis.class.timeZone,
    attempts,
    max,
    testForms: forms(testForms),
    questionForms: forms(questionForms),
    test,
    rows: places.flatMap(rowsOf),
    answers: places.flatMap(answersOf),
  };
}

/** As `npm run -s analysis` prints it. */
export function analysisJson({ places, test, attempts }: QuizAnalysis) {
  return {
    test: { attempts, ...values(testForms, test) },
    questions: places.flatMap(({ versions }) =>
      versions.map(({ question, figures }) => ({ question, ...values(questionForms, figures) })),
    ),
  };
}

function values<Name extends string>(forms: Record<Name, Form>, figures: Record<Name, Figure>) {
  const names = Object.keys(forms) as Name[];
  return Object.fromEntries(names.map((name) => [name, figures[name].value])) as Record<Name, number | null>;
}

function forms(all: Record<string, Form>): MeasureForm[] {
  return Object.entries(all).map(([name, { title, short, digits }]) => ({ name, title, short, digits }));
}

function rowsOf(place: PlaceAnalysis): MeasuredRow[] {
  const { number, versions, drawnFrom, attempts, max, figures } = place;
  const [first, ...others] = versions;
  if (others.length === 0) return [{ ...rowOf(first!, number), of: "question" }];
  const items = new Set(versions.map(({ itemId }) => itemId)).size;
  const whole: MeasuredRow = {
    of: "question",
    number,
    question: "",
    version: null,
    kind: first!.kindTitle,
    prompt: items > 1 ? `One of ${drawnFrom} parallel questions` : `${first!.prompt} (all versions)`,
    attempts,
    max,
    figures,
  };
  return [whole, ...versions.map((each) => rowOf(each, number))];
}

function rowOf({ question, version, kindTitle, prompt, attempts, max, figures }: VersionAnalysis, number: number) {
  return { of: "version", number, question, version, kind: kindTitle, prompt, attempts, max, figures } as const;
}

function answersOf({ number, versions }: PlaceAnalysis): GivenAnswers[] {
  return versions.flatMap(({ question, prompt, attempts, answers, blank }) => {
    const line = { number, question, prompt, of: attempts };
    const names = (learners: readonly { displayName: string }[]) => learners.map(({ displayName }) => displayName);
    return [
      ...answers.map(({ text, right, learners }) => ({ ...line, answer: text, right, learners: names(learners) })),
      ...(blank.length > 0 ? [{ ...line, answer: "Nothing answered", right: false, learners: names(blank) }] : []),
    ];
  });
}
