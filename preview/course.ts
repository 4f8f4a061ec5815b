import "server-only";
import { createHash } from "node:crypto";
import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { clashes, namedIn } from "@/content/clashes";
import { compileCourse, type Compilation } from "@/content/compile";
import type { CompiledCourse, Problem } from "@/content/compiled";
import { courseFolders, mapFolder, type CourseFolder } from "@/content/course";
import { readCourseFiles, type CourseFiles } from "@/content/files";
import { lastReadable } from "@/content/last-readable";
import type { Memory } from "@/content/memory";
import { Problems } from "@/content/problems";

/** A course as its author's files make it now, sound or not. */
export interface Previewed {
  id: string;
  /** Also with lessons and quizzes that it does not name yet. Absent when there is no course.yaml that can be read. */
  course?: CompiledCourse;
  entries: Compilation["entries"];
  /** As they are on the disk. */
  files: CourseFiles;
  problems: Problem[];
  notes: Problem[];
  /** Files that cannot be read and are shown as they were when they could. */
  stale: ReadonlySet<string>;
  /** Milliseconds that the check took. */
  took: number;
}

interface Kept {
  mark: string;
  now: Previewed;
  memory: Memory;
  readable: Map<string, string>;
}

// Pages and the handler of changes are bundled apart; what was readable last is one for all.
const shelf = globalThis as typeof globalThis & { annalsPreview?: Map<string, Kept> };

/** All courses, each compiled again when one of its files has changed. */
export function previewed(): Previewed[] {
  shelf.annalsPreview ??= new Map();
  const all = courseFolders().map((where) => {
    const kept = shelf.annalsPreview!.get(where.folder);
    const mark = markOf(where.folder);
    if (kept?.mark === mark) return kept.now;
    const [memory, readable] = [kept?.memory ?? new Map(), kept?.readable ?? new Map<string, string>()];
    const now = compiled(where, memory, readable, kept?.now);
    shelf.annalsPreview!.set(where.folder, { mark, now, memory, readable });
    return now;
  });
  const both = clashes(all.map(({ id, entries }) => ({ id, named: namedIn({ entries }) })));
  return all.map((each) => ({
    ...each,
    problems: [...each.problems, ...both.filter(({ file }) => file.startsWith(`${each.files.folder}/`))],
  }));
}

/** Another text whenever a file of a course is another. */
export function mark(): string {
  return courseFolders()
    .map(({ folder }) => markOf(folder))
    .join(" ");
}

function markOf(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  const seen = files.map((file) => {
    // A file may go while we look.
    const there = statSync(file, { throwIfNoEntry: false });
    return `${file} ${there?.mtimeMs} ${there?.size}`;
  });
  return createHash("sha256").update(seen.join("\n")).digest("hex").slice(0, 16);
}

function compiled(
  { id, folder, root }: CourseFolder,
  memory: Memory,
  kept: Map<string, string>,
  before: Previewed | undefined,
): Previewed {
  const began = performance.now();
  const reading = new Problems();
  const files = readCourseFiles(folder, reading, root);
  const readable = lastReadable(files, kept);
  const { stale } = readable;
  try {
    const made = compileCourse(folder, { root, map: mapFolder(), memory, files: readable.files });
    const { course, entries, notes } = made;
    const problems = [
      ...reading.list(),
      ...readable.problems,
      // Of a text that is gone; its lines are others now.
      ...made.problems.filter(({ file }) => !stale.has(file)),
    ];
    const took = Math.round(performance.now() - began);
    return { id, ...(course && { course: whole(course, entries) }), entries, files, problems, notes, stale, took };
  } catch (error) {
    const message = `the check could not read this: ${String(error).slice(0, 300)}`;
    const remedy = "Undo the last change; and please report it, the check should say it better.";
    const problem = { file: files.folder, line: 1, message, remedy };
    const nothing = { id, entries: { lessons: [], quizzes: [] }, notes: [], took: 0 };
    return { ...nothing, ...before, files, problems: [...reading.list(), problem], stale };
  }
}

/** The course with all that is written, in the order in which it would be taught. */
function whole(course: CompiledCourse, { lessons, quizzes }: Compilation["entries"]): CompiledCourse {
  const others = <T extends { id: string }>(there: readonly T[], all: readonly T[]) =>
    all.filter(({ id }) => there.every((each) => each.id !== id));
  return {
    ...course,
    lessons: [
      ...course.lessons,
      ...others(
        course.lessons,
        lessons.map(({ lesson }) => lesson),
      ),
    ],
    quizzes: [
      ...course.quizzes,
      ...others(
        course.quizzes,
        quizzes.map(({ quiz }) => quiz),
      ),
    ],
  };
}
