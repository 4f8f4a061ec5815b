import { confidenceOf, type Fact, type FactPart } from "@/facts/base";
import type { CompiledCourse, CompiledItem, CompiledLesson, Problem } from "./compiled";
import type { Place, Problems } from "./problems";
import type { QuizEntry } from "./quizzes";

/** Where each fact is taught: in passages, which can be cited, `lesson#passage`. In the course's order. */
export function taughtAt(lessons: readonly CompiledLesson[]): Map<string, string[]> {
  const taught = new Map<string, string[]>();
  for (const lesson of lessons) {
    for (const block of lesson.blocks) {
      if (block.type !== "passage") continue;
      for (const id of block.facts) taught.set(id, [...(taught.get(id) ?? []), `${lesson.id}#${block.id}`]);
    }
  }
  return taught;
}

/** Every question that an author wrote, each once. A slot is none: it hands out those that are there. */
export function questionsOf(quizzes: readonly { items: readonly CompiledItem[] }[]): CompiledItem[] {
  return quizzes.flatMap(({ items }) => items.filter((item) => !item.oneOf));
}

/** Which questions ask each fact. */
export function askedBy(quizzes: readonly { items: readonly CompiledItem[] }[]): Map<string, string[]> {
  const asked = new Map<string, string[]>();
  for (const { id, asks } of questionsOf(quizzes))
    for (const fact of asks) asked.set(fact, [...(asked.get(fact) ?? []), id]);
  return asked;
}

/** Whether anything in a fact may be graded: a part that is not contested, not from memory and was looked up. */
export function mayBeAsked(fact: Fact): boolean {
  const parts: FactPart[] = [
    "statement",
    ...(fact.date !== undefined ? (["date"] as const) : []),
    ...(fact.type === "transfer" ? (["transfer"] as const) : []),
    ...(fact.type === "agreement" ? (["signatories", "parties"] as const) : []),
  ];
  return parts.some((part) => confidenceOf(fact, part) !== "L" && !fact.notRechecked?.includes(part));
}

/**
 * Holds together what a course teaches and what it asks: every fact that is taught and may be graded is asked, unless
 * it is background, and every fact that is asked is taught. While lessons are still to come (`complete` is false), what
 * is asked may be taught in one of them: a note then, no problem.
 */
export function compareTaughtAndAsked(
  { lessons, quizzes, facts }: Pick<CompiledCourse, "lessons" | "quizzes" | "facts">,
  around: {
    places: ReadonlyMap<string, Place>;
    quizEntries: readonly QuizEntry[];
    complete: boolean;
    problems: Problems;
    notes: Problem[];
  },
): void {
  const { places, quizEntries, complete, problems, notes } = around;
  const taught = taughtAt(lessons);
  const asked = askedBy(quizzes);
  for (const fact of facts.facts.values()) {
    const place = places.get(fact.id);
    const [question] = asked.get(fact.id) ?? [];
    const [passage] = taught.get(fact.id) ?? [];
    if (!place) continue;
    if (fact.background !== undefined && question !== undefined)
      problems.add(
        place,
        `\`${fact.id}\` is said to be background, and \`${question}\` asks it`,
        "Take `background` out, or ask something else.",
      );
    if (passage !== undefined && question === undefined && fact.background === undefined && mayBeAsked(fact))
      problems.add(
        place,
        `\`${fact.id}\` is taught in ${passage}, and no question asks it`,
        "Ask it, name it in `also:` of a question that does, or say in the fact, with `background:`, why none should.",
      );
  }
  for (const [id, questions] of asked) {
    if (taught.has(id)) continue;
    for (const question of questions) {
      const place = placeOf(question, quizEntries);
      if (!place) continue;
      const message = `\`${question}\` asks \`${id}\`, which no passage teaches`;
      const remedy = `Quote \`${id}\` in a passage, or ask something else.`;
      if (complete) problems.add(place, message, remedy);
      else notes.push({ ...place, message: `${message} yet`, remedy });
    }
  }
}

function placeOf(question: string, entries: readonly QuizEntry[]): Place | undefined {
  for (const { quiz, yaml } of entries) {
    if (!quiz.items.some((item) => item.id === question)) continue;
    const items = (yaml.value as { items: ({ id?: unknown } | null)[] }).items;
    return yaml.at(["items", items.findIndex((each) => each?.id === question), "id"]);
  }
  return undefined;
}
