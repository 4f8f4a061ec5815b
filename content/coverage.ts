import type { CompiledCourse } from "./compiled";

/** What a course teaches and asks, in numbers. */
export interface Coverage {
  lessons: number;
  items: number;
  /** Questions and all that are parallel to one of them. */
  variants: number;
  /** By the kind's name, in alphabetical order. */
  itemsByKind: Record<string, number>;
  facts: number;
  /** Facts that a passage names. */
  factsTaught: number;
  /** Facts that a question asks. */
  factsAsked: number;
  /** A line a lesson, in the course's order. */
  byLesson: { id: string; words: number; passages: number; questions: number; points: number }[];
  /** Ids of facts that a question asks though the fact is marked M: to be looked up when time allows. */
  askedAtM: string[];
}

export function coverage(course: CompiledCourse): Coverage {
  const items = course.quizzes.flatMap((quiz) => quiz.items);
  const variants = items.flatMap((item) => item.variants);
  const kinds = [...new Set(items.map((item) => item.kind))].sort();
  const taught = new Set(
    course.lessons.flatMap((lesson) => lesson.blocks.flatMap((block) => (block.type === "passage" ? block.facts : []))),
  );
  return {
    lessons: course.lessons.length,
    items: items.length,
    variants: variants.length,
    itemsByKind: Object.fromEntries(kinds.map((kind) => [kind, items.filter((item) => item.kind === kind).length])),
    facts: course.facts.facts.size,
    factsTaught: taught.size,
    factsAsked: new Set(variants.map(({ key }) => key.why.fact.id)).size,
    byLesson: course.lessons.map((lesson) => {
      const asked = course.quizzes.find((quiz) => quiz.id === lesson.quizId)?.items ?? [];
      return {
        id: lesson.id,
        words: lesson.words,
        passages: lesson.passages.length,
        questions: asked.length,
        points: asked.reduce((sum, item) => sum + item.points, 0),
      };
    }),
    askedAtM: [
      ...new Set(variants.flatMap(({ key: { why } }) => (why.fact.confidence === "M" ? [why.fact.id] : []))),
    ].sort(),
  };
}

/** The same as a few lines of text. */
export function coverageText(title: string, numbers: Coverage): string {
  const kinds = Object.entries(numbers.itemsByKind).map(([kind, count]) => `${count} ${kind}`);
  const lessons = numbers.byLesson.map(
    ({ id, words, passages, questions, points }) =>
      `  ${id}: ${words} words in ${passages} passages, ${questions} questions for ${points} points`,
  );
  return [
    `${title}: ${numbers.lessons} lessons, ${numbers.items} questions${numbers.variants > numbers.items ? `, ${numbers.variants} with all variants` : ""} (${kinds.join(", ")})`,
    ...lessons,
    `  ${numbers.facts} facts, ${numbers.factsTaught} taught, ${numbers.factsAsked} asked`,
    ...(numbers.askedAtM.length > 0 ? [`  asked and marked M: ${numbers.askedAtM.join(", ")}`] : []),
  ].join("\n");
}
