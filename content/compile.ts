import path from "node:path";
import type { CompiledCourse, Problem } from "./compiled";
import { compileFacts } from "./facts";
import { compileFigures, mapIds, townNames } from "./figures";
import { readCourseFiles, type CourseFiles } from "./files";
import { compileGlossary, glossaryNotes, glossaryOf } from "./glossary";
import { hashOf } from "./hash";
import { compileLessons, type LessonEntry } from "./lessons";
import { withMemory, type Memory } from "./memory";
import { didYouMean, missing, Problems } from "./problems";
import { dateProblem } from "./quoted-date";
import { compileParts, inOrderOfUse } from "./parts";
import { compileQuizzes, type QuizEntry } from "./quizzes";
import { courseSchema, type AuthoredCourse } from "./schema";
import { stillToWrite } from "./still-to-write";
import { compareTaughtAndAsked } from "./taught-and-asked";
import { readYaml, soundFields } from "./yaml";

export interface Compilation {
  /** Absent when course.yaml cannot be read. To be used only when there are no problems: what has a slip is left out. */
  course?: CompiledCourse;
  /** Everything that is wrong, by file and line. */
  problems: Problem[];
  /** What was left out of questions made from facts, and why: nothing to mend. */
  notes: Problem[];
  /** All lessons and quizzes that could be read, also those that the course does not name yet, with their places. */
  entries: { lessons: LessonEntry[]; quizzes: QuizEntry[] };
}

export interface CompileOptions {
  /** What the paths of problems begin at. */
  root?: string;
  /** The folder with the map's files. */
  map?: string;
  /** What was made the last time, for a course that is compiled again and again. */
  memory?: Memory;
  /** The course's files, read already; what was wrong with reading them is the caller's to say. */
  files?: CourseFiles;
}

/** Compiles the course in a folder: facts, figures, lessons, quizzes, and all that refers from one to another. */
export function compileCourse(folder: string, options: CompileOptions = {}): Compilation {
  return withMemory(options.memory, () => compile(folder, options));
}

function compile(folder: string, options: CompileOptions): Compilation {
  const root = options.root ?? process.cwd();
  const problems = new Problems();
  const files = options.files ?? readCourseFiles(folder, problems, root);
  stillToWrite(files, problems);
  const yaml = files.course && readYaml(files.course.file, files.course.text, problems);
  const { fields: authored, whole } = yaml
    ? soundFields(courseSchema, yaml, unsaid(folder, files), problems)
    : { fields: undefined, whole: false };
  // What a slip in course.yaml brings about elsewhere is no news.
  const further = whole ? problems : new Problems();

  const { base: facts, places } = compileFacts(files, problems);
  const map = options.map ?? path.join(root, "content/map");
  const figures = compileFigures(files, { facts, map: mapIds(map), problems });
  const glossary = compileGlossary(files, problems);
  const references = { facts, figures: new Set(files.figures.map((each) => each.name)), terms: glossary.terms };
  const order = authored?.lessons ?? [];
  const lessonEntries = compileLessons(files, references, { order, complete: isComplete(authored) }, problems);
  const lessons = new Map(lessonEntries.map(({ lesson }) => [lesson.id, lesson]));
  const notes: Problem[] = [];
  const quizEntries = compileQuizzes(files, {
    lessons,
    final: authored?.final,
    facts,
    towns: townNames(map),
    problems,
    notes,
  });
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
    else if (quiz.scope !== "lesson" || quiz.lessonId !== lesson.id) {
      problems.add(
        front.at(["quiz"]),
        `quiz \`${quiz.id}\` ${quiz.scope === "lesson" ? `belongs to lesson \`${quiz.lessonId}\`` : "is about several lessons"}`,
        "Give this lesson a quiz of its own.",
      );
    }
  }
  for (const { quiz, yaml: file } of quizEntries) {
    const lesson = lessons.get(quiz.lessonId);
    if (quiz.scope === "lesson" && lesson && lesson.quizId !== quiz.id) {
      problems.add(
        file.at(["lesson"]),
        `lesson \`${lesson.id}\` names another quiz, \`${lesson.quizId}\``,
        "A lesson has one quiz: mend one of the two.",
      );
    }
  }
  const entries = { lessons: lessonEntries, quizzes: quizEntries };
  if (!yaml || !authored) return { problems: problems.list(), notes, entries };

  if (authored.id !== path.basename(folder)) {
    further.add(
      yaml.at(["id"]),
      `this folder is not called ${authored.id}`,
      `Rename it, or write \`id: ${path.basename(folder)}\`.`,
    );
  }
  for (const end of ["from", "to"] as const) {
    const wrong = dateProblem(authored.span[end]);
    if (wrong !== undefined) further.add(yaml.at(["span", end]), wrong, "Write it as 1939-08-23, 1939-08 or 1939.");
  }
  for (const [index, id] of authored.lessons.entries()) {
    const place = yaml.at(["lessons", index]);
    if (authored.lessons.indexOf(id) !== index)
      further.add(place, `lesson \`${id}\` stands here twice`, "Take one of the two out.");
    if (!files.lessons.some((each) => each.name === id)) {
      further.add(
        place,
        missing("lesson", id),
        didYouMean(
          id,
          files.lessons.map((each) => each.name),
          `Write lessons/${id}.md, or mend the id.`,
        ),
      );
    }
  }
  for (const { lesson, front } of lessonEntries) {
    if (authored.lessons.includes(lesson.id)) continue;
    further.add(front.at(["id"]), `lesson \`${lesson.id}\` is not in course.yaml`, "Add it to `lessons:` there.");
  }

  const inOrder = authored.lessons.flatMap((id) => lessons.get(id) ?? []);
  const { parts, finalId } = compileParts({ authored, yaml }, quizEntries, files.quizzes, further);
  const quizzesInOrder = inOrderOfUse(inOrder, { parts, ...(finalId !== undefined ? { finalId } : {}) }, quizzes);
  const { id, title, subtitle, sentence, span } = authored;
  notes.push(...glossaryNotes(glossary, inOrder));
  // What has a slip is left out: that it teaches or asks nothing would be no news.
  if (isWhole(files, entries))
    compareTaughtAndAsked(
      { lessons: inOrder, quizzes: quizzesInOrder, facts },
      { places, quizEntries, complete: parts.every((part) => part.toCome === 0), problems: further, notes },
    );
  const course: CompiledCourse = {
    id,
    title,
    subtitle,
    sentence,
    span,
    lessons: inOrder,
    parts,
    quizzes: quizzesInOrder,
    figures,
    glossary: glossaryOf(glossary, inOrder),
    facts,
    hash: hashOf(
      quizzesInOrder.map((quiz) => ({
        ...quiz,
        items: quiz.items.map(({ id, points, variants }) => [id, points, variants.map((each) => [each.id, each.hash])]),
      })),
    ),
  };
  return { course, problems: problems.list(), notes, entries };
}

/** Whether every lesson and every question could be read. */
function isWhole(files: CourseFiles, { lessons, quizzes }: Compilation["entries"]): boolean {
  const asked = ({ yaml }: QuizEntry) => (yaml.value as { items?: unknown[] } | null)?.items?.length;
  return (
    lessons.length === files.lessons.length &&
    quizzes.length === files.quizzes.length &&
    quizzes.every((each) => each.quiz.items.length === asked(each))
  );
}

/** What a course is shown with while its author has not said it. */
function unsaid(folder: string, files: CourseFiles): AuthoredCourse {
  const id = path.basename(folder);
  const lessons = files.lessons.map(({ name }) => name);
  return { id, title: id, subtitle: "", sentence: "", span: { from: "1900", to: "1900" }, lessons };
}

/** Whether every lesson that the course's parts speak of is in it. */
function isComplete(authored: { lessons: string[]; parts?: { lessons: string[] }[] } | undefined): boolean {
  return authored?.parts?.every((part) => part.lessons.every((id) => authored.lessons.includes(id))) ?? true;
}
