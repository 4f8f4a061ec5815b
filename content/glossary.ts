import type { CompiledLesson, CompiledTerm, Problem, Term } from "./compiled";
import type { CourseFiles } from "./files";
import { recall } from "./memory";
import { Problems, type Place } from "./problems";
import { termSchema } from "./schema";
import { checked, readYaml } from "./yaml";

/** A course's words and where each is written. */
export interface GlossaryEntries {
  terms: ReadonlyMap<string, Term>;
  places: ReadonlyMap<string, Place>;
}

/** Reads glossary.yaml; a course without one has no terms. */
export function compileGlossary(files: CourseFiles, problems: Problems): GlossaryEntries {
  const { made, found } = recall(`glossary ${files.folder}`, [files.glossary?.text], () => {
    const found = new Problems();
    return { made: readGlossary(files, found), found };
  });
  problems.take(found);
  return made;
}

function readGlossary(files: CourseFiles, problems: Problems): GlossaryEntries {
  const terms = new Map<string, Term>();
  const places = new Map<string, Place>();
  const yaml = files.glossary && readYaml(files.glossary.file, files.glossary.text, problems);
  if (!yaml || yaml.value === null) return { terms, places };
  if (!Array.isArray(yaml.value)) {
    problems.add(
      yaml.at([]),
      "this is not a list",
      "Write `- { id: annexed, term: annexed, meaning: … }` for each word.",
    );
    return { terms, places };
  }
  for (const index of yaml.value.keys()) {
    const term = checked(termSchema, yaml, [index], problems);
    const place = yaml.at([index]);
    if (!term) {
      const id: unknown = (yaml.value[index] as { id?: unknown } | null)?.id;
      if (typeof id === "string") problems.isThere("term", id);
      continue;
    }
    const first = places.get(term.id);
    if (first) {
      problems.add(
        place,
        `there are two of term \`${term.id}\``,
        `Keep one of the two; the first is on line ${first.line}.`,
      );
      continue;
    }
    terms.set(term.id, term);
    places.set(term.id, place);
  }
  return { terms, places };
}

/** The glossary as its page shows it: by the alphabet, each word with the lessons that use it. */
export function glossaryOf({ terms }: GlossaryEntries, lessons: readonly CompiledLesson[]): CompiledTerm[] {
  return [...terms.values()]
    .sort((a, b) => a.term.localeCompare(b.term, "en") || (a.id < b.id ? -1 : 1))
    .map((term) => ({
      ...term,
      lessonIds: lessons.filter((lesson) => lesson.terms.some(({ id }) => id === term.id)).map(({ id }) => id),
    }));
}

/** What an author may want to know and need not mend: words that no lesson uses, words out of order. */
export function glossaryNotes({ terms, places }: GlossaryEntries, lessons: readonly CompiledLesson[]): Problem[] {
  const used = new Set(lessons.flatMap((lesson) => lesson.terms.map(({ id }) => id)));
  const ids = [...terms.keys()];
  const unused = ids.filter((id) => !used.has(id));
  const misplaced = ids.filter((id, index) => index > 0 && ids[index - 1]! > id);
  const notes = misplaced.map((id) => ({
    ...places.get(id)!,
    message: `the term \`${id}\` stands out of order`,
    remedy: "Keep the file sorted by id.",
  }));
  const [first] = unused;
  if (first === undefined) return notes;
  return [
    ...notes,
    {
      ...places.get(first)!,
      message: `no lesson uses ${unused.map((id) => `\`${id}\``).join(", ")}`,
      remedy: "Use each with `:term[words]{id=…}`, or leave it.",
    },
  ];
}
