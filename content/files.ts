import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Problems } from "./problems";

export interface TextFile {
  /** Path from the repository's root, with forward slashes. */
  file: string;
  /** Without folder and ending: 'munich'. */
  name: string;
  text: string;
}

/** A course's folder as it was read; nothing is looked into yet. */
export interface CourseFiles {
  /** Path from the repository's root, with forward slashes. */
  folder: string;
  course?: TextFile;
  glossary?: TextFile;
  facts: TextFile[];
  lessons: TextFile[];
  figures: TextFile[];
  quizzes: TextFile[];
}

const endings = { facts: ".yaml", lessons: ".md", figures: ".yaml", quizzes: ".yaml" } as const;

/** Reads a course's folder. What nobody would read is a problem: a file with another ending, another folder. */
export function readCourseFiles(folder: string, problems: Problems, root = process.cwd()): CourseFiles {
  const shown = path.relative(root, folder).split(path.sep).join("/") || ".";
  const files: CourseFiles = { folder: shown, facts: [], lessons: [], figures: [], quizzes: [] };
  const read = (inside: string, name: string): TextFile => ({
    file: `${shown}/${inside}`,
    name,
    // Byte order marks and the line ends of other systems are the editor's doing, not the author's.
    text: readFileSync(path.join(folder, inside), "utf8")
      .replace(/^\uFEFF/, "")
      .replace(/\r\n?/g, "\n"),
  });

  if (existsSync(path.join(folder, "course.yaml"))) files.course = read("course.yaml", "course");
  else problems.add({ file: `${shown}/course.yaml`, line: 1 }, "this file is missing", "Write it: see docs/author.md.");

  if (existsSync(path.join(folder, "glossary.yaml"))) files.glossary = read("glossary.yaml", "glossary");

  for (const entry of names(folder)) {
    if (
      entry === "course.yaml" ||
      entry === "glossary.yaml" ||
      entry.startsWith(".") ||
      /^(README|LICENSE)\.md$/.test(entry)
    )
      continue;
    if (!Object.hasOwn(endings, entry)) {
      const line = { file: `${shown}/${entry}`, line: 1 };
      problems.add(
        line,
        "nothing reads this",
        "A course has course.yaml, perhaps glossary.yaml, and the folders facts, lessons, figures and quizzes.",
      );
      continue;
    }
    const kind = entry as keyof typeof endings;
    for (const each of names(path.join(folder, kind))) {
      if (each.startsWith(".")) continue;
      if (each.endsWith(endings[kind])) files[kind].push(read(`${kind}/${each}`, each.slice(0, -endings[kind].length)));
      else
        problems.add(
          { file: `${shown}/${kind}/${each}`, line: 1 },
          "nothing reads this",
          `Files of ${kind}/ end in ${endings[kind]}.`,
        );
    }
  }
  return files;
}

/** In an order that is the same on every machine. */
function names(folder: string): string[] {
  return readdirSync(folder).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
