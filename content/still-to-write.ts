import type { CourseFiles } from "./files";
import type { Problems } from "./problems";

/** Lines that say TODO, as those of a new file do: they are reported until their author has written them. */
export function stillToWrite(files: CourseFiles, problems: Problems): void {
  const { course, glossary, facts, lessons, figures, quizzes } = files;
  for (const { file, text } of [course, glossary, facts, lessons, figures, quizzes].flatMap((each) => each ?? [])) {
    for (const [index, line] of text.split("\n").entries()) {
      const comment = file.endsWith(".yaml") && line.trimStart().startsWith("#");
      if (!/\bTODO\b/.test(line) || comment) continue;
      problems.add({ file, line: index + 1 }, "this is still to be written", "Write it, and take `TODO` out.");
    }
  }
}
