import type { CompiledPart, CompiledQuiz } from "./compiled";
import { didYouMean, missing, type Place, type Problems } from "./problems";
import type { QuizEntry } from "./quizzes";
import type { AuthoredCourse } from "./schema";
import type { Yaml } from "./yaml";

/** What course.yaml says, and where it says it. */
interface Course {
  authored: AuthoredCourse;
  yaml: Yaml;
}

export interface Parts {
  parts: CompiledPart[];
  /** The quiz at the end; absent in a course that has none. */
  finalId?: string;
}

/**
 * The parts of a course. A part names all its lessons, also those to be written; every lesson of `lessons:` is in one
 * part, in the same order. A part may end with a quiz and the course with another: each is about all lessons before it,
 * as far as they are there.
 */
export function compileParts(
  { authored, yaml }: Course,
  quizEntries: readonly QuizEntry[],
  files: readonly { name: string }[],
  problems: Problems,
): Parts {
  const { lessons, parts = [], final } = authored;
  const isThere = (id: string) => lessons.includes(id);
  const planned = parts.flatMap((part, index) =>
    part.lessons.map((id, place) => ({ id, part: part.id, at: yaml.at(["parts", index, "lessons", place]) })),
  );
  if (parts.length > 0) inOneEach(lessons, planned, yaml, problems);
  for (const [index, { id }] of parts.entries()) {
    if (parts.findIndex((each) => each.id === id) < index)
      problems.add(yaml.at(["parts", index, "id"]), `there are two parts \`${id}\``, "Name one of them anew.");
  }

  const quizzes = new Map(quizEntries.map((entry) => [entry.quiz.id, entry]));
  const quizOf = (id: string | undefined, place: Place, all: readonly string[]): string | undefined => {
    const entry = id === undefined ? undefined : quizzes.get(id);
    if (entry) aboutThese(entry, all, problems);
    // One with a slip of its own is there and not compiled.
    else if (id !== undefined && !files.some(({ name }) => name === id))
      problems.add(
        place,
        missing("quiz", id),
        didYouMean(id, quizzes.keys(), `Write quizzes/${id}.yaml, or leave this out until it is written.`),
      );
    return entry && id;
  };
  const compiled = parts.map(({ id, title, lessons: all, quiz }, index): CompiledPart => {
    const there = all.filter(isThere);
    const quizId = quizOf(quiz, yaml.at(["parts", index, "quiz"]), there);
    const toCome = all.length - there.length;
    return { id, title, lessonIds: there, toCome, ...(quizId !== undefined ? { quizId } : {}) };
  });
  const finalId = quizOf(final, yaml.at(["final"]), lessons);
  nobodysQuizzes(quizEntries, [...parts.map(({ quiz }) => quiz), final], problems);
  return { parts: compiled, ...(finalId !== undefined ? { finalId } : {}) };
}

/** The quizzes in the order in which they are taken. */
export function inOrderOfUse(
  lessons: readonly { id: string; quizId: string }[],
  { parts, finalId }: Parts,
  quizzes: ReadonlyMap<string, CompiledQuiz>,
): CompiledQuiz[] {
  const ids = lessons.flatMap(({ id, quizId }) => {
    const ended = parts.find((part) => part.lessonIds.at(-1) === id);
    return [quizId, ...(ended?.quizId === undefined ? [] : [ended.quizId])];
  });
  return [...ids, ...(finalId === undefined ? [] : [finalId])].flatMap((id) => quizzes.get(id) ?? []);
}

function inOneEach(
  lessons: readonly string[],
  planned: readonly { id: string; part: string; at: Place }[],
  yaml: Yaml,
  problems: Problems,
): void {
  for (const [index, { id, at }] of planned.entries()) {
    const before = planned.findIndex((each) => each.id === id);
    if (before < index)
      problems.add(at, `lesson \`${id}\` is in part \`${planned[before]!.part}\` already`, "Take one of the two out.");
  }
  const order = planned.map(({ id }) => id);
  for (const [index, id] of lessons.entries()) {
    const place = yaml.at(["lessons", index]);
    if (!order.includes(id)) problems.add(place, `lesson \`${id}\` is in no part`, "Add it to one under `parts:`.");
    else if (lessons.slice(0, index).some((other) => order.indexOf(other) > order.indexOf(id)))
      problems.add(
        place,
        `lesson \`${id}\` stands earlier in the parts`,
        "Bring `lessons:` and `parts:` into one order.",
      );
  }
}

function aboutThese({ quiz, yaml }: QuizEntry, all: readonly string[], problems: Problems): void {
  const written = `Write \`lessons: [${all.join(", ")}]\`.`;
  if (quiz.scope === "lesson") {
    problems.add(yaml.at(["lesson"]), "this quiz follows several lessons", written);
    return;
  }
  const place = yaml.at(["lessons"]);
  const foreign = quiz.lessonIds.filter((id) => !all.includes(id));
  const lacking = all.filter((id) => !quiz.lessonIds.includes(id));
  if (foreign.length > 0)
    problems.add(place, `\`${foreign.join("`, `")}\` is not among the lessons before this quiz`, written);
  else if (lacking.length > 0) problems.add(place, `this quiz leaves out \`${lacking.join("`, `")}\``, written);
  else if (all.join() !== quiz.lessonIds.join())
    problems.add(place, "these lessons are not in the course's order", written);
}

function nobodysQuizzes(
  quizzes: readonly QuizEntry[],
  used: readonly (string | undefined)[],
  problems: Problems,
): void {
  for (const { quiz, yaml } of quizzes) {
    if (quiz.scope === "lesson" || used.includes(quiz.id)) continue;
    problems.add(
      yaml.at(["lessons"]),
      "no part ends with this quiz, and it is not the final",
      "Name it in course.yaml, as `quiz:` of a part or as `final:`.",
    );
  }
}
