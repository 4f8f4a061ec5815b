import { kinds, type AnyKind, type Fields, type Sample } from "@/questions";
import {
  plainQuizRules,
  publish,
  systemViewer,
  type PublishableCourse,
  type PublishableItem,
  type QuizRules,
} from "@/records";

import { unique } from "./people";

/** What to send for a question and what it earns, as the kind's own samples say. */
export interface SampleAnswer {
  fields: Fields;
  earns: number;
}

export interface SomeQuiz {
  courseId: string;
  quizId: string;
  lessonId: string;
  rules: QuizRules;
  /** A question each: position 1 is the first. */
  items: readonly PublishableItem[];
  /** A right answer to each question, whichever variant is drawn. */
  right: readonly Fields[];
  /** An answer worth nothing to each question, whichever variant is drawn. */
  wrong: readonly Fields[];
  /** Publishes it again with another wording of every prompt; answers the new course. */
  reworded(): Promise<PublishableCourse>;
}

export interface QuizWanted {
  /** What each question is worth. */
  points?: number;
  title?: string;
  rules?: Partial<QuizRules>;
  /** How many parallel variants each question has; they differ in their prompts and in what is said to them. */
  variants?: number;
  /** Two hints a question, and feedback to a wrong answer and by bands. */
  help?: boolean;
}

/** A mark that every sentence bears which an open attempt may not tell. */
export const SECRET = "Not before it may be seen";

const why = {
  right: `${SECRET}: you read the passage.`,
  wrong: `${SECRET}: read the passage again.`,
  general: `${SECRET}: this is so.`,
  fact: { id: "a-fact", name: "A fact", revision: 1, confidence: "H" },
  passage: { lessonId: "a-lesson", lessonTitle: "A lesson", id: "a-passage", number: 1 },
  sources: [{ id: "SP39", title: "A source" }],
} as const;

/** What the two hints of a question cost, when it has help. */
export const hintCosts = [0.1, 0.25] as const;

/** A published quiz in a course of its own: one question of every kind, from the kinds' samples. */
export async function aPublishedQuiz({
  points = 1,
  title = "What happened?",
  rules: wanted = {},
  variants = 1,
  help = false,
}: QuizWanted = {}): Promise<SomeQuiz> {
  const name = unique();
  const rules = { ...plainQuizRules, ...wanted };
  const chosen = Object.values(kinds).map((kind) => ({ kind: kind as AnyKind, ...twoAnswers(kind as AnyKind) }));
  const items = chosen.map(({ kind, item, parts }, index): PublishableItem => {
    const id = `${name}-${index + 1}`;
    const about = (variant: number) => `${id}, variant ${variant}`;
    return {
      id,
      kind: kind.name,
      points,
      rules: { hints: help ? hintCosts.map((cost) => ({ cost })) : [] },
      variants: Array.from({ length: variants }, (_, place) => ({
        id: variants === 1 ? id : `${id}~${place + 1}`,
        prompt: variants === 1 ? item.prompt : `${item.prompt} (${place + 1})`,
        body: item.body,
        key: {
          answer: item.key,
          why,
          ...(help && {
            hints: hintCosts.map((cost, hint) => ({
              text: `${SECRET}: hint ${hint + 1} to ${about(place + 1)}`,
              cost,
            })),
            answers: Object.fromEntries(parts.map((part) => [part, `${SECRET}: to ${part} of ${about(place + 1)}`])),
            bands: [
              { from: 0, say: `${SECRET}: low band` },
              { from: 1, say: `${SECRET}: high band` },
            ],
          }),
        },
      })),
    };
  });
  const course = (prompt: (text: string) => string): PublishableCourse => ({
    id: `course-${name}`,
    quizzes: [
      {
        id: `quiz-${name}`,
        lessonId: `lesson-${name}`,
        title,
        shortTitle: title,
        rules,
        items: items.map((item) => ({
          ...item,
          variants: item.variants.map((each) => ({ ...each, prompt: prompt(each.prompt) })),
        })),
      },
    ],
  });
  const system = systemViewer("a test publishes a quiz");
  await publish(
    system,
    course((text) => text),
  );
  return {
    courseId: `course-${name}`,
    quizId: `quiz-${name}`,
    lessonId: `lesson-${name}`,
    rules,
    items,
    right: chosen.map((each) => each.right),
    wrong: chosen.map((each) => each.wrong),
    reworded: async () => {
      const again = course((text) => `${text} (${unique()})`);
      await publish(system, again);
      return again;
    },
  };
}

/**
 * The item of a sample that earns all, with the fields of another sample of the same item that earn nothing, and the
 * ids of that wrong answer's parts.
 */
function twoAnswers(kind: AnyKind): { item: Sample["item"]; right: Fields; wrong: Fields; parts: string[] } {
  for (const best of kind.samples.filter((sample) => sample.earns === 1)) {
    const same = (sample: Sample) => JSON.stringify(sample.item) === JSON.stringify(best.item);
    const worst = kind.samples.find((sample) => sample.earns === 0 && same(sample));
    if (!worst) continue;
    const reading = kind.read(worst.fields, best.item.body);
    const outcome = reading.state === "read" ? kind.grade(reading.response, best.item.key, best.item.body) : reading;
    const parts = outcome.state === "scored" ? outcome.receipt.parts.map(({ id }) => id) : [];
    return { item: best.item, right: best.fields, wrong: worst.fields, parts };
  }
  throw new Error("A kind has no item with both an answer worth all and one worth nothing among its samples.");
}
