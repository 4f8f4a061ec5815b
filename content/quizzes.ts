import type { FactBase } from "@/facts/base";
import { leaveOutAlike } from "./alike";
import type { CompiledItem, CompiledLesson, CompiledQuiz, Problem } from "./compiled";
import type { CourseFiles } from "./files";
import { lintBands } from "./item-lint";
import { compileItem, isNew, type ItemEntry, type ItemsAround } from "./items";
import { recall } from "./memory";
import { didYouMean, missing, Problems } from "./problems";
import { quizSchema, type AuthoredQuiz } from "./schema";
import { compileSlot, isSlot, reportTwice } from "./slots";
import { readYaml, soundFields, type Yaml } from "./yaml";

/** Questions that a quiz has at least. */
export const leastQuestions = 15;

export interface QuizEntry {
  quiz: CompiledQuiz;
  yaml: Yaml;
}

/** What questions are compiled with besides their files. */
export interface QuizzesAround {
  lessons: ReadonlyMap<string, CompiledLesson>;
  /** Id of the quiz at the end of the course. */
  final: string | undefined;
  facts: FactBase;
  /** Names of one town each. */
  towns: readonly (readonly string[])[];
  problems: Problems;
  /** What was left out of questions made from facts, and why. */
  notes: Problem[];
}

/** A quiz whose slots, which may name questions of any other, still stand open. */
interface HalfMade {
  id: string;
  authored: AuthoredQuiz;
  lessonIds: string[];
  yaml: Yaml;
  /** As many as there are items; undefined where a slot is, or nothing. */
  places: (ItemEntry | undefined)[];
  entries: ItemEntry[];
}

/** Reads quizzes/*.yaml: each question goes through its kind, its fact and its passage, and all are held together. */
export function compileQuizzes(
  files: CourseFiles,
  { lessons, final, facts, towns, problems, notes }: QuizzesAround,
): QuizEntry[] {
  const around: ItemsAround = { lessons, facts, towns, problems, notes, seen: new Map() };
  const taught = whatIsTaught(lessons);
  const quizzes = files.quizzes.flatMap(({ file, name, text }): HalfMade[] => {
    const yaml = readYaml(file, text, problems);
    if (!yaml) return [];
    const { quiz, own } = recall(`quiz ${file}`, [yaml, facts, taught], () => {
      const own: ItemsAround = { ...around, problems: new Problems(), notes: [], seen: new Map() };
      return { quiz: halfMade(name, yaml, own), own };
    });
    problems.take(own.problems);
    notes.push(...own.notes);
    for (const [id, place] of own.seen) isNew(id, place, around);
    // What is made of them together may leave a variant out.
    const places = quiz.places.map((entry) => entry && { ...entry, item: { ...entry.item } });
    return [{ ...quiz, places, entries: places.filter((each) => !!each) }];
  });
  leaveOutAlike(quizzes, problems, notes);

  const questions = new Map<string, CompiledItem>(
    quizzes.flatMap(({ entries }) => entries.map(({ item }) => [item.id, item] as const)),
  );
  return quizzes.map(({ authored, lessonIds, places, yaml }) => {
    const { id, title, shortTitle, rules } = authored;
    const items = places.flatMap((entry, index) => {
      if (entry || !isSlot(authored.items[index])) return entry?.item ?? [];
      return compileSlot(["items", index], yaml, questions, around) ?? [];
    });
    reportTwice(items, yaml, problems);
    const bands = [...rules.bands].sort((a, b) => b.from - a.from);
    const scope = authored.lesson !== undefined ? "lesson" : id === final ? "course" : "part";
    const lessonId = lessonIds.at(-1)!;
    return { quiz: { id, scope, lessonIds, lessonId, title, shortTitle, rules: { ...rules, bands }, items }, yaml };
  });
}

/** A quiz as far as its own file goes. */
function halfMade(name: string, yaml: Yaml, around: ItemsAround): Omit<HalfMade, "entries"> {
  const authored = soundFields(quizSchema, yaml, unsaid(name), around.problems).fields;
  if (authored.id !== name)
    around.problems.add(
      yaml.at(["id"]),
      `this file is not called ${authored.id}.yaml`,
      `Rename it, or write \`id: ${name}\`.`,
    );
  const lessonIds = lessonsOf(authored, yaml, around);
  if (authored.items.length < leastQuestions) {
    around.problems.add(
      yaml.at(["items"]),
      `this quiz has ${authored.items.length} questions`,
      `Write at least ${leastQuestions}.`,
    );
  }
  for (const { message, remedy, at = [] } of lintBands(authored.rules.bands)) {
    around.problems.add(yaml.at(["rules", ...at]), message, remedy);
  }
  const places = authored.items.map((item, index) => {
    if (isSlot(item)) return undefined;
    const entry = compileItem(["items", index], yaml, lessonIds, around);
    // A slot that names it is not at fault.
    if (!entry && hasId(item)) around.problems.isThere("question", item.id);
    return entry;
  });
  return { id: authored.id, authored, lessonIds, yaml, places };
}

function hasId(item: unknown): item is { id: string } {
  return item !== null && typeof item === "object" && "id" in item && typeof item.id === "string";
}

/** Of the lessons all that a question can hang on, as a text. */
function whatIsTaught(lessons: ReadonlyMap<string, CompiledLesson>): string {
  return JSON.stringify(
    [...lessons.values()].map(({ id, number, title, blocks }) => [
      [id, number, title],
      blocks.flatMap((block) => (block.type === "passage" ? [[block.id, block.number, block.facts]] : [])),
    ]),
  );
}

/** What a quiz is shown with while its author has not said it. */
function unsaid(id: string): AuthoredQuiz {
  const rules = { certainty: false, tries: 1, penalty: 0, bands: [] };
  return { id, lesson: id, title: id, shortTitle: id, rules, items: [] };
}

/** The lessons that a quiz says it is about. */
function lessonsOf({ lesson, lessons }: AuthoredQuiz, yaml: Yaml, around: ItemsAround): string[] {
  const ids = lessons ?? (lesson === undefined ? [] : [lesson]);
  for (const [index, id] of ids.entries()) {
    const place = yaml.at(lessons ? ["lessons", index] : ["lesson"]);
    if (ids.indexOf(id) !== index)
      around.problems.add(place, `lesson \`${id}\` stands here twice`, "Take one of the two out.");
    else if (!around.lessons.has(id))
      around.problems.add(
        place,
        missing("lesson", id),
        didYouMean(
          id,
          around.lessons.keys(),
          "Mend the id, or write the lesson; one with a slip in its front matter is not there either.",
        ),
      );
  }
  return ids;
}
