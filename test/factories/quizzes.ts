import { kinds, type Fields, type Sample } from "@/questions";
import { publish, systemViewer, type PublishableCourse, type PublishableItem } from "@/records";

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
  /** A question each: position 1 is the first. */
  items: readonly PublishableItem[];
  /** A right answer to each question. */
  right: readonly Fields[];
  /** An answer worth nothing to each question. */
  wrong: readonly Fields[];
  /** Publishes it again with another wording of every prompt; answers the new course. */
  reworded(): Promise<PublishableCourse>;
}

const why = {
  right: "You read the passage.",
  wrong: "Read the passage again.",
  fact: { id: "a-fact", name: "A fact", revision: 1, confidence: "H" },
  passage: { lessonId: "a-lesson", lessonTitle: "A lesson", id: "a-passage", number: 1 },
  sources: [{ id: "SP39", title: "A source" }],
} as const;

/**
 * A published quiz in a course of its own: one question of every kind, from the kinds' samples. `points`: what each
 * question is worth.
 */
export async function aPublishedQuiz({ points = 1, title = "What happened?" } = {}): Promise<SomeQuiz> {
  const name = unique();
  const chosen = Object.values(kinds).map((kind) => ({ kind: kind.name, ...twoAnswers(kind.samples) }));
  const items = chosen.map(({ kind, item }, index) => ({
    id: `${name}-${index + 1}`,
    kind,
    points,
    prompt: item.prompt,
    body: item.body,
    key: { answer: item.key, why },
  }));
  const course = (prompt: (text: string) => string): PublishableCourse => ({
    id: `course-${name}`,
    quizzes: [
      {
        id: `quiz-${name}`,
        lessonId: `lesson-${name}`,
        title,
        shortTitle: title,
        items: items.map((item) => ({ ...item, prompt: prompt(item.prompt) })),
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

/** The item of a sample that earns all, with the fields of another sample of the same item that earn nothing. */
function twoAnswers(samples: readonly Sample[]): { item: Sample["item"]; right: Fields; wrong: Fields } {
  for (const best of samples.filter((sample) => sample.earns === 1)) {
    const same = (sample: Sample) => JSON.stringify(sample.item) === JSON.stringify(best.item);
    const worst = samples.find((sample) => sample.earns === 0 && same(sample));
    if (worst) return { item: best.item, right: best.fields, wrong: worst.fields };
  }
  throw new Error("A kind has no item with both an answer worth all and one worth nothing among its samples.");
}
