import { loadCourses } from "@/content/course";
import type { CompiledItem } from "@/content/compiled";
import type { MarkLine } from "@/assessment";
import type { Fields } from "@/questions";
import { gradeItem } from "@/records/grade-item";
import type { PublishableCourse } from "@/records";
import { answerTo, chanceFrom } from "@/scripts/demo-answers";

/** The course that the measured class follows: so many quizzes of so many of the installation's own questions. */
export const QUIZZES = 40;
export const QUESTIONS = 10;
export const COURSE = "bench";
export const quizId = (number: number) => `bench-quiz-${number}`;

/** An answer to a question with what the grader makes of it: row for row what handing in would write. */
export interface GradedAnswer {
  itemId: string;
  /** 0: none was given; 1: the right one; 2, 3, …: others, all different. */
  nth: number;
  fields: Fields;
  outcome: string;
  fraction: number;
  points: number;
  /** Null of none. */
  receipt: unknown;
  mark: MarkLine[];
}

/**
 * The published courses' questions, dealt out to forty quizzes of ten, and the answers that learners give to them. The
 * questions are taken evenly from all kinds that there are. Questions with parallel variants have their first.
 */
export function benchContent(): { course: PublishableCourse; answers: GradedAnswer[] } {
  const items = loadCourses().flatMap(({ quizzes }) => quizzes.flatMap((quiz) => quiz.items.map(single)));
  const unique = [...new Map(items.map((item) => [item.variants[0]!.id, item])).values()];
  const dealt = Array.from({ length: QUIZZES * QUESTIONS }, (_, n) => {
    // Of a small course some questions come again, in another quiz.
    return unique[Math.floor((n * unique.length) / (QUIZZES * QUESTIONS)) % unique.length]!;
  });
  // Neighbours in a course are alike: each quiz takes every fortieth.
  const quizzes = Array.from({ length: QUIZZES }, (_, q) => {
    const title = `Bench quiz ${q + 1}`;
    return {
      ...{ id: quizId(q + 1), lessonId: `bench-lesson-${q + 1}`, title, shortTitle: `Q${q + 1}` },
      rules: { certainty: false, tries: 1, penalty: 0, bands: [] },
      items: Array.from({ length: QUESTIONS }, (_, position) => {
        const item = dealt[position * QUIZZES + q]!;
        return { ...item, id: `${item.id}-in-${q + 1}`, points: 1 };
      }),
    };
  });
  const asked = [
    ...new Map(quizzes.flatMap(({ items }) => items.map((each) => [each.variants[0]!.id, each]))).values(),
  ];
  return { course: { id: COURSE, quizzes }, answers: asked.flatMap(answersTo) };
}

/** A question without its hints, and of its variants the first. */
function single({ id, kind, variants }: CompiledItem) {
  const { id: itemId, kind: own = kind, prompt, body, key } = variants[0]!;
  const { hints: _, ...rest } = key;
  return { id, kind: own, rules: { hints: [] }, variants: [{ id: itemId, prompt, body, key: rest }] };
}

/** No answer, the right one, and up to seven others that people would give, graded by the grader of the pages. */
function answersTo(item: ReturnType<typeof single>): GradedAnswer[] {
  const { id, body, key } = item.variants[0]!;
  const asked = { kind: item.kind, body, key };
  const chance = chanceFrom([...id].reduce((sum, letter) => (31 * sum + letter.charCodeAt(0)) >>> 0, 7));
  const sent = [
    answerTo(asked, "right", chance),
    ...Array.from({ length: 10 }, (_, n) => answerTo(asked, n % 2 ? "wrong" : "slip", chance)),
  ].filter((fields) => fields !== null);
  const different = [...new Map(sent.map((fields) => [JSON.stringify(fields), fields])).values()].slice(0, 8);
  return [{}, ...different].map((fields, nth) => {
    const { outcome, points, mark } = gradeItem({ kind: item.kind, body, key: key.answer, fields });
    const { state } = outcome;
    if ((state === "scored") !== nth > 0) throw new Error(`An answer to '${id}' is ${state}.`);
    const graded = state === "scored" ? outcome : { fraction: 0, receipt: null };
    return {
      itemId: id,
      nth,
      fields,
      outcome: state,
      fraction: graded.fraction,
      points,
      receipt: graded.receipt,
      mark,
    };
  });
}
