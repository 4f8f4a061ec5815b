import type { FactBase } from "@/facts/base";
import { leaveOutAlike } from "./alike";
import type { CompiledLesson, CompiledQuiz, Problem } from "./compiled";
import type { CourseFiles } from "./files";
import { lintBands } from "./item-lint";
import { compileItem, type ItemEntry, type ItemsAround } from "./items";
import { didYouMean, missing, type Problems } from "./problems";
import { quizSchema } from "./schema";
import { checked, readYaml, type Yaml } from "./yaml";

/** Questions that a lesson's quiz has at least. */
export const leastQuestions = 10;

export interface QuizEntry {
  quiz: CompiledQuiz;
  yaml: Yaml;
}

/** What questions are compiled with besides their files. */
export interface QuizzesAround {
  lessons: ReadonlyMap<string, CompiledLesson>;
  facts: FactBase;
  /** Names of one town each. */
  towns: readonly (readonly string[])[];
  problems: Problems;
  /** What was left out of questions made from facts, and why. */
  notes: Problem[];
}

/** Reads quizzes/*.yaml: each question goes through its kind, its fact and its passage, and all are held together. */
export function compileQuizzes(
  files: CourseFiles,
  { lessons, facts, towns, problems, notes }: QuizzesAround,
): QuizEntry[] {
  const around: ItemsAround = { lessons, facts, towns, problems, notes, seen: new Map() };
  const quizzes = files.quizzes.flatMap(({ file, name, text }) => {
    const yaml = readYaml(file, text, problems);
    const authored = yaml && checked(quizSchema, yaml, [], problems);
    if (!yaml || !authored) return [];
    if (authored.id !== name)
      problems.add(
        yaml.at(["id"]),
        `this file is not called ${authored.id}.yaml`,
        `Rename it, or write \`id: ${name}\`.`,
      );
    const lesson = lessons.get(authored.lesson);
    if (!lesson) {
      problems.add(
        yaml.at(["lesson"]),
        missing("lesson", authored.lesson),
        didYouMean(
          authored.lesson,
          lessons.keys(),
          "Mend the id, or write the lesson; one with a slip in its front matter is not there either.",
        ),
      );
    }
    if (authored.items.length < leastQuestions) {
      problems.add(
        yaml.at(["items"]),
        `this quiz has ${authored.items.length} questions`,
        `Write at least ${leastQuestions}.`,
      );
    }
    for (const { message, remedy, at = [] } of lintBands(authored.rules.bands)) {
      problems.add(yaml.at(["rules", ...at]), message, remedy);
    }
    const entries = authored.items.flatMap((_, index): ItemEntry[] =>
      [compileItem(["items", index], yaml, authored.lesson, around) ?? []].flat(),
    );
    return [{ id: authored.id, authored, entries, yaml }];
  });
  leaveOutAlike(quizzes, problems, notes);
  return quizzes.map(({ authored: { id, lesson, title, shortTitle, rules }, entries, yaml }) => {
    const bands = [...rules.bands].sort((a, b) => b.from - a.from);
    const items = entries.map((entry) => entry.item);
    return { quiz: { id, lessonId: lesson, title, shortTitle, rules: { ...rules, bands }, items }, yaml };
  });
}
