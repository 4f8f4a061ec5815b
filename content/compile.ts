import path from "node:path";
import type { CompiledCourse, Problem } from "./compiled";
import { compileFacts } from "./facts";
import { compileFigures, mapIds, townNames } from "./figures";
import { readCourseFiles } from "./files";
import { hashOf } from "./hash";
import { compileLessons } from "./lessons";
import { didYouMean, missing, Problems } from "./problems";
import { dateProblem } from "./quoted-date";
import { compileQuizzes } from "./quizzes";
import { courseSchema } from "./schema";
import { checked, readYaml } from "./yaml";

export interface Compilation {
  /** Absent when course.yaml cannot be read. To be used only when there are no problems: what has a slip is left out. */
  course?: CompiledCourse;
  /** Everything that is wrong, by file and line. */
  problems: Problem[];
  /** What was left out of questions made from facts, and why: nothing to mend. */
  notes: Problem[];
}

export interface CompileOptions {
  /** What the paths of problems begin at. */
  root?: string;
  /** The folder with the map's files. */
  map?: string;
}

/** Compiles the course in a folder: facts, figures, lessons, quizzes, and all that refers from one to another. */
export function compileCourse(folder: string, options: CompileOptions = {}): Compilation {
  const root = options.root ?? process.cwd();
  const problems = new Problems();
  const files = readCourseFiles(folder, problems, root);
  const yaml = files.course && readYaml(files.course.file, files.course.text, problems);
  const authored = yaml && checked(courseSchema, yaml, [], problems);

  const { base: facts } = compileFacts(files, problems);
  const map = options.map ?? path.join(root, "content/map");
  const figures = compileFigures(files, mapIds(map), problems);
  const references = { facts, figures: new Set(files.figures.map((each) => each.name)) };
  const lessonEntries = compileLessons(files, references, problems);
  const lessons = new Map(lessonEntries.map(({ lesson }) => [lesson.id, lesson]));
  const notes: Problem[] = [];
  const quizEntries = compileQuizzes(files, { lessons, facts, towns: townNames(map), problems, notes });
  const quizzes = new Map(quizEntries.map(({ quiz }) => [quiz.id, quiz]));

  // Lessons and quizzes go two by two.
  for (const { lesson, front } of lessonEntries) {
    const quiz = quizzes.get(lesson.quizId);
    if (!quiz && files.quizzes.some((each) => each.name === lesson.quizId)) continue;
    if (!quiz)
      problems.add(
        front.at(["quiz"]),
        missing("quiz", lesson.quizId),
        didYouMean(lesson.quizId, quizzes.keys(), `Write quizzes/${lesson.quizId}.yaml, or mend the id.`),
      );
    else if (quiz.lessonId !== lesson.id) {
      problems.add(
        front.at(["quiz"]),
        `quiz \`${quiz.id}\` belongs to lesson \`${quiz.lessonId}\``,
        "Give this lesson a quiz of its own.",
      );
    }
  }
  for (const { quiz, yaml: file } of quizEntries) {
    const lesson = lessons.get(quiz.lessonId);
    if (lesson && lesson.quizId !== quiz.id) {
      problems.add(
        file.at(["lesson"]),
        `lesson \`${lesson.id}\` names another quiz, \`${lesson.quizId}\``,
        "A lesson has one quiz: mend one of the two.",
      );
    }
  }
  if (!yaml || !authored) return { problems: problems.list(), notes };

  if (authored.id !== path.basename(folder)) {
    problems.add(
      yaml.at(["id"]),
      `this folder is not called ${authored.id}`,
      `Rename it, or write \`id: ${path.basename(folder)}\`.`,
    );
  }
  for (const end of ["from", "to"] as const) {
    const wrong = dateProblem(authored.span[end]);
    if (wrong !== undefined) problems.add(yaml.at(["span", end]), wrong, "Write it as 1939-08-23, 1939-08 or 1939.");
  }
  let number = 0;
  for (const [index, id] of authored.lessons.entries()) {
    const place = yaml.at(["lessons", index]);
    if (authored.lessons.indexOf(id) !== index)
      problems.add(place, `lesson \`${id}\` stands here twice`, "Take one of the two out.");
    if (!files.lessons.some((each) => each.name === id)) {
      problems.add(
        place,
        missing("lesson", id),
        didYouMean(
          id,
          files.lessons.map((each) => each.name),
          `Write lessons/${id}.md, or mend the id.`,
        ),
      );
    }
    const entry = lessonEntries.find(({ lesson }) => lesson.id === id);
    if (!entry) continue;
    if (entry.lesson.number <= number) {
      problems.add(
        entry.front.at(["number"]),
        `lesson ${entry.lesson.number} comes after lesson ${number}`,
        "Number the lessons in the order of course.yaml.",
      );
    }
    number = entry.lesson.number;
  }
  for (const { lesson, front } of lessonEntries) {
    if (authored.lessons.includes(lesson.id)) continue;
    problems.add(front.at(["id"]), `lesson \`${lesson.id}\` is not in course.yaml`, "Add it to `lessons:` there.");
  }

  const inOrder = authored.lessons.flatMap((id) => lessons.get(id) ?? []);
  const quizzesInOrder = inOrder.flatMap((lesson) => quizzes.get(lesson.quizId) ?? []);
  const { id, title, subtitle, sentence, span } = authored;
  const course: CompiledCourse = {
    id,
    title,
    subtitle,
    sentence,
    span,
    lessons: inOrder,
    quizzes: quizzesInOrder,
    figures,
    facts,
    hash: hashOf(
      quizzesInOrder.map((quiz) => ({
        ...quiz,
        items: quiz.items.map(({ id, points, variants }) => [id, points, variants.map((each) => [each.id, each.hash])]),
      })),
    ),
  };
  return { course, problems: problems.list(), notes };
}
