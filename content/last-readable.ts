import type { Problem } from "./compiled";
import type { CourseFiles, TextFile } from "./files";
import { frontMatter } from "./lessons";
import { Problems } from "./problems";
import { readYaml } from "./yaml";

/** A course's files as far as they can be read. */
export interface Readable {
  files: CourseFiles;
  /** What is wrong with those that cannot, and stand here as they were when they could. */
  problems: Problem[];
  /** Their paths. */
  stale: ReadonlySet<string>;
}

/**
 * Exchanges every file that is no YAML at all, as half a word can make it, for what it was when it was some: one slip
 * should not take away all that hangs on a file. `kept` holds those texts by path, from one time to the next.
 */
export function lastReadable(files: CourseFiles, kept: Map<string, string>): Readable {
  const problems: Problem[] = [];
  const stale = new Set<string>();
  const readable = (each: TextFile): TextFile => {
    const wrong = whyUnreadable(each);
    const before = kept.get(each.file);
    if (wrong.length === 0) kept.set(each.file, each.text);
    if (wrong.length === 0 || before === undefined) return each;
    problems.push(...wrong);
    stale.add(each.file);
    return { ...each, text: before };
  };
  const all = (list: readonly TextFile[]) => list.map(readable);
  const exchanged: CourseFiles = {
    folder: files.folder,
    ...(files.course ? { course: readable(files.course) } : {}),
    ...(files.glossary ? { glossary: readable(files.glossary) } : {}),
    facts: all(files.facts),
    lessons: all(files.lessons),
    figures: all(files.figures),
    quizzes: all(files.quizzes),
  };
  return { files: exchanged, problems, stale };
}

function whyUnreadable({ file, text }: TextFile): Problem[] {
  const problems = new Problems();
  if (file.endsWith(".yaml")) readYaml(file, text, problems);
  else frontMatter(file, text, problems);
  return problems.list();
}
