import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { clashes, namedIn, type Named } from "./clashes";
import { compileCourse } from "./compile";
import type { CompiledCourse, CompiledLesson, Problem } from "./compiled";
import { problemLine } from "./problems";

/** Where a course lies, and what the paths of its problems begin at. */
export interface CourseFolder {
  id: string;
  folder: string;
  root: string;
}

/** Where the courses of this checkout lie: a folder each, beside the map. */
const contentFolder = () => path.join(/* turbopackIgnore: true */ process.cwd(), "content");

/** The maps that all courses draw on. */
export const mapFolder = () => path.join(contentFolder(), "map");

/**
 * All courses: folders of content/ with a course.yaml, and of the folder that ANNALS_COURSES names, for courses that are
 * kept elsewhere. Those that content/courses.yaml names come first, in its order, the others by the alphabet. The first
 * is the school's main course: its page is '/'.
 */
export function courseFolders(): CourseFolder[] {
  const content = contentFolder();
  const others = process.env.ANNALS_COURSES;
  const found = [content, ...(others ? [path.resolve(others)] : [])].flatMap((parent) =>
    readdirSync(parent, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && existsSync(path.join(parent, entry.name, "course.yaml")))
      .map(({ name }) => ({ id: name, folder: path.join(parent, name), root: path.dirname(parent) })),
  );
  const first = namedFirst(content);
  const rank = (id: string) => (first.includes(id) ? first.indexOf(id) : first.length);
  return found.sort((a, b) => rank(a.id) - rank(b.id) || (a.id < b.id ? -1 : 1));
}

/** The ids that content/courses.yaml lists. */
function namedFirst(content: string): string[] {
  const file = path.join(content, "courses.yaml");
  if (!existsSync(file)) return [];
  return [...readFileSync(file, "utf8").matchAll(/^- *([a-z0-9-]+)/gm)].map(([, id]) => id!);
}

/** Ids of all courses, which are the names of their folders, the main course first. */
export function courses(): string[] {
  return courseFolders().map(({ id }) => id);
}

// Next bundles this module more than once; a course is compiled once a process all the same.
const shelf = globalThis as typeof globalThis & { annalsCourses?: Map<string, Kept> };

interface Kept {
  course: CompiledCourse;
  named: Named[];
}

/**
 * A course, compiled once and kept; without an id the main one (an installation has at least one). Throws when there is
 * no such course, or when it has problems, with the list of them.
 */
export function loadCourse(id: string | undefined = courses()[0]): CompiledCourse {
  return kept(id).course;
}

function kept(id: string | undefined): Kept {
  const found = courseFolders().find((each) => each.id === id);
  if (id === undefined || !found) throw new Error(`There is no course ${id ?? ""} in content/.`);
  const there = shelf.annalsCourses?.get(id);
  if (there) return there;
  const compilation = compileCourse(found.folder, { root: found.root, map: mapFolder() });
  const { course, problems } = compilation;
  if (!course || problems.length > 0) throw new Error(unusable(`Course ${id} cannot be used`, problems));
  const made = { course, named: namedIn(compilation) };
  shelf.annalsCourses = new Map([...(shelf.annalsCourses ?? []), [id, made]]);
  return made;
}

/** All courses, the main one first. Throws also when two of them use an id that may be there once. */
export function loadCourses(): CompiledCourse[] {
  const all = courses().map(kept);
  const problems = clashes(all.map(({ course: { id }, named }) => ({ id, named })));
  if (problems.length > 0) throw new Error(unusable("Two courses cannot stand side by side", problems));
  return all.map(({ course }) => course);
}

function unusable(what: string, problems: readonly Problem[]): string {
  return [`${what} (npm run content:check):`, ...problems.map(problemLine)].join("\n");
}

/** The lesson of that id, whichever course it belongs to. */
export function findLesson(id: string): { course: CompiledCourse; lesson: CompiledLesson } | undefined {
  for (const course of loadCourses()) {
    const lesson = course.lessons.find((each) => each.id === id);
    if (lesson) return { course, lesson };
  }
  return undefined;
}

/** The course that a quiz belongs to; undefined when none has it any more. */
export function courseOfQuiz(id: string): CompiledCourse | undefined {
  return loadCourses().find((course) => course.quizzes.some((quiz) => quiz.id === id));
}
