import type { CompiledCourse, CompiledItem, CompiledQuiz } from "@/content/compiled";
import { kinds, type AnyKind, type Sample } from "@/questions";

/**
 * A quiz with one question for each item that stands in the kinds' samples: every kind, in every way in which it can be
 * asked. Its learners say how sure they are, may check an answer three times and take a hint.
 */
export function everyKind(course: CompiledCourse, id: string): CompiledQuiz {
  const { scope, lessonIds, lessonId, items } = course.quizzes[0]!;
  const { why } = items[0]!.variants[0]!.key;
  const asked = Object.values(kinds).flatMap((kind) => {
    const items = new Set((kind.samples as readonly Sample[]).map(({ item }) => item));
    const byForm = new Map([...items].map((item) => [formOf(kind, item), { kind: kind.name, ...item }]));
    return [...byForm.values()];
  });
  return {
    id,
    scope,
    lessonIds,
    lessonId,
    title: "Every kind of question",
    shortTitle: "Every kind",
    rules: { certainty: false, tries: 1, penalty: 0, bands: [] },
    items: asked.map(({ kind, prompt, body, key }, index): CompiledItem => {
      const own = `${id}-${index + 1}`;
      const variant = { id: own, prompt, body, key: { answer: key, why }, hash: "" };
      const rated = { skill: "ideas", difficulty: 2 } as const;
      return {
        id: own,
        kind,
        points: 2,
        ...rated,
        asks: [],
        fromFacts: false,
        rules: { hints: [] },
        variants: [variant],
      };
    }),
  };
}

/** What an answer is made of: questions that differ only in their words have the same. */
function formOf(kind: AnyKind, { body, key }: Sample["item"]): string {
  const { task, mode, entry } = body as Record<string, unknown>;
  const fields = Object.keys(kind.solve(key, body)).map((name) => name.replace(/\d+|o[0-9a-f]{6,}/g, "n"));
  return JSON.stringify([task, mode, entry, [...new Set(fields)].sort()]);
}
