import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { compileCourse } from "./compile";
import type { CompiledCourse } from "./compiled";
import { problemLine } from "./problems";

/** Where the courses lie: a folder each, beside the map. */
function contentFolder(): string {
  return path.join(/* turbopackIgnore: true */ process.cwd(), "content");
}

/** Ids of all courses, which are the names of their folders, in alphabetical order. */
export function courses(): string[] {
  const folder = contentFolder();
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(folder, entry.name, "course.yaml")))
    .map((entry) => entry.name)
    .sort();
}

// Next bundles this module more than once; a course is compiled once a process all the same.
const shelf = globalThis as typeof globalThis & { annalsCourses?: Map<string, CompiledCourse> };

/**
 * A course, compiled once and kept; without an id the first (an installation has at least one). Throws when there is
 * no such course, or when it has problems, with the list of them.
 */
export function loadCourse(id: string | undefined = courses()[0]): CompiledCourse {
  if (id === undefined || !courses().includes(id)) throw new Error(`There is no course ${id ?? ""} in content/.`);
  const kept = shelf.annalsCourses?.get(id);
  if (kept) return kept;
  const { course, problems } = compileCourse(path.join(contentFolder(), id));
  if (!course || problems.length > 0) {
    throw new Error([`Course ${id} cannot be used (npm run content:check):`, ...problems.map(problemLine)].join("\n"));
  }
  shelf.annalsCourses = new Map([...(shelf.annalsCourses ?? []), [id, course]]);
  return course;
}
