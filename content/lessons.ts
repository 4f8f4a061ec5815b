import { confidenceOf, type Fact, type FactBase } from "@/facts/base";
import type { Block, CompiledLesson, FactCard, Inline, SourceLine } from "./compiled";
import type { CourseFiles, TextFile } from "./files";
import { plain, readLessonBody, type InnerLink, type References } from "./markdown";
import { didYouMean, missing, type Place, type Problems } from "./problems";
import { dateProblem, quotedDate, endsBeforeItBegins } from "./quoted-date";
import { lessonSchema } from "./schema";
import { checked, readYaml, type Yaml } from "./yaml";

/** Words a lesson should have. */
export const lessonWords = { least: 900, most: 1500 } as const;
const wordsAMinute = 200;

export interface LessonEntry {
  lesson: CompiledLesson;
  front: Yaml;
}

/** Reads lessons/*.md. Links between lessons are looked up when all are read. */
export function compileLessons(files: CourseFiles, references: References, problems: Problems): LessonEntry[] {
  const links: { from: string; link: InnerLink }[] = [];
  const entries = files.lessons.flatMap((file) => {
    const entry = compileLesson(file, references, problems);
    if (!entry) {
      problems.isThere("lesson", file.name);
      return [];
    }
    links.push(...entry.links.map((link) => ({ from: entry.lesson.id, link })));
    return [entry];
  });
  const lessons = new Map(entries.map(({ lesson }) => [lesson.id, lesson]));
  for (const { from, link } of links) linkResolves(from, link, lessons, problems);
  return entries.map(({ lesson, front }) => ({ lesson, front }));
}

function compileLesson(
  { file, name, text }: TextFile,
  references: References,
  problems: Problems,
): (LessonEntry & { links: InnerLink[] }) | undefined {
  const parts = /^---\n([\s\S]*?\n)---[ \t]*(?:\n|$)/.exec(text);
  if (!parts) {
    problems.add(
      { file, line: 1 },
      "this lesson has no front matter",
      "Begin the file with `---`, the fields of the lesson, and `---`.",
    );
    return undefined;
  }
  const front = readYaml(file, parts[1]!, problems, 2);
  const authored = front && checked(lessonSchema, front, [], problems);
  const firstLine = parts[0].split("\n").length;
  const { blocks, links } = readLessonBody(file, text.slice(parts[0].length), references, problems, firstLine);
  if (!front || !authored) return undefined;
  const { facts } = references;

  if (authored.id !== name)
    problems.add(front.at(["id"]), `this file is not called ${authored.id}.md`, `Rename it, or write \`id: ${name}\`.`);
  for (const end of ["from", "to"] as const) {
    const wrong = dateProblem(authored.span[end]);
    if (wrong !== undefined) problems.add(front.at(["span", end]), wrong, "Write it as 1939-08-23, 1939-08 or 1939.");
  }
  if (endsBeforeItBegins(`${authored.span.from}/${authored.span.to}`)) {
    problems.add(front.at(["span"]), "the span ends before it begins", "Write the earlier date as `from`.");
  }

  const passages = blocks.filter((block) => block.type === "passage");
  const timeline = authored.timeline.flatMap((mark, index) => {
    const at = (field: string): Place => front.at(["timeline", index, field]);
    const fact = facts.facts.get(mark.fact);
    const passage = passages.find((each) => each.id === mark.passage);
    if (!fact)
      problems.add(
        at("fact"),
        missing("fact", mark.fact),
        didYouMean(mark.fact, facts.facts.keys(), "Mend the id, or add the fact to facts/."),
      );
    if (!passage)
      problems.add(
        at("passage"),
        `this lesson has no passage \`${mark.passage}\``,
        didYouMean(
          mark.passage,
          passages.map((each) => each.id),
          "Mend the name, or name a passage so.",
        ),
      );
    else if (fact && !passage.facts.includes(fact.id)) {
      problems.add(at("passage"), `passage \`${passage.id}\` does not name \`${fact.id}\``, quoteIt(fact.id));
    }
    if (!fact) return [];
    const date = quotedDate(fact, "full");
    if ("wrong" in date) {
      problems.add(at("fact"), date.wrong, "A mark on the timeline needs a fact with a date.");
      return [];
    }
    return [
      {
        factId: fact.id,
        passageId: mark.passage,
        dateText: date.text,
        label: mark.label,
        ...(mark.gapBefore ? { gapBefore: mark.gapBefore } : {}),
      },
    ];
  });

  const named = [...new Set(blocks.flatMap((block) => ("facts" in block ? block.facts : [])))];
  const cards = named.flatMap((id) => facts.facts.get(id) ?? []).map((fact) => factCard(fact, facts));
  const words = blocks.reduce((sum, block) => sum + wordsOf(block), 0);
  if (words < lessonWords.least || words > lessonWords.most) {
    problems.add(
      { file, line: 1 },
      `this lesson has ${words} words`,
      words < lessonWords.least
        ? `Write at least ${lessonWords.least}.`
        : `Cut it to ${lessonWords.most} at most, or make two lessons of it.`,
    );
  }
  const lesson: CompiledLesson = {
    id: authored.id,
    number: authored.number,
    title: authored.title,
    shortTitle: authored.shortTitle,
    standfirst: authored.standfirst,
    summary: authored.summary,
    span: authored.span,
    words,
    minutes: Math.max(1, Math.round(words / wordsAMinute)),
    timeline,
    learnt: authored.learnt,
    quizId: authored.quiz,
    sourceIds: sourcesOf(blocks, facts),
    blocks,
    passages: passages.map(({ id, number, inlines }) => ({ id, number, text: plain(inlines) })),
    cards,
  };
  return { lesson, front, links };
}

/** What to do when a passage should name a fact and does not. */
export function quoteIt(factId: string): string {
  return `Quote it there with \`:date[${factId}]\` or \`:fact[words]{id=${factId}}\`, or name another passage.`;
}

function factCard(fact: Fact, facts: FactBase): FactCard {
  const date = quotedDate(fact, "full");
  // Of two defensible dates the one that is not printed first.
  const also = quotedDate(fact, "full", fact.alsoDate?.prefer ? "first" : "also");
  return {
    id: fact.id,
    name: fact.name,
    statement: fact.statement,
    ...("text" in date ? { dateText: date.text } : {}),
    ...("text" in also && fact.alsoDate ? { alsoDate: { dateText: also.text, why: fact.alsoDate.why } } : {}),
    confidence: confidenceOf(fact, fact.date === undefined ? "statement" : "date"),
    ...(fact.disputed ? { disputed: fact.disputed } : {}),
    sources: sourceLines(fact, facts),
  };
}

/** A fact's sources as a reader sees them. */
export function sourceLines(fact: Fact, facts: FactBase): SourceLine[] {
  return fact.sources
    .flatMap((code) => facts.sources.get(code) ?? [])
    .map(({ id, title, url }) => ({ id, title, ...(url ? { url } : {}) }));
}

function sourcesOf(blocks: readonly Block[], facts: FactBase): string[] {
  const ids = blocks.flatMap((block) => {
    const noted =
      block.type === "passage"
        ? block.notes.flatMap((note) => (note.type === "source" ? note.sources.map((each) => each.id) : []))
        : [];
    const named = "facts" in block ? block.facts.flatMap((id) => facts.facts.get(id)?.sources ?? []) : [];
    return [...named, ...noted].filter((id) => facts.sources.has(id));
  });
  return [...new Set(ids)];
}

function wordsOf(block: Block): number {
  switch (block.type) {
    case "heading":
      return count(block.text);
    case "passage":
      return countAll([block.inlines, ...block.notes.flatMap((note) => note.paragraphs)]);
    case "wrong":
      return countAll(block.paragraphs);
    case "figure":
      return 0;
  }
}

const countAll = (paragraphs: readonly (readonly Inline[])[]) =>
  paragraphs.reduce((sum, each) => sum + count(plain(each)), 0);
const count = (text: string) => text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}’'.-]*/gu)?.length ?? 0;

function linkResolves(
  from: string,
  { place, url }: InnerLink,
  lessons: ReadonlyMap<string, CompiledLesson>,
  problems: Problems,
): void {
  const [, lessonId = from, passageId] = /^(?:\/lessons\/([^#?]*))?(?:#(.*))?$/.exec(url) ?? [];
  const lesson = lessons.get(lessonId);
  if (!lesson) {
    problems.add(
      place,
      missing("lesson", lessonId),
      didYouMean(lessonId, lessons.keys(), "Link to a lesson of this course."),
    );
  } else if (passageId !== undefined && !lesson.blocks.some((block) => "id" in block && block.id === passageId)) {
    const names = lesson.passages.map((each) => each.id);
    problems.add(
      place,
      `lesson \`${lessonId}\` has no passage \`${passageId}\``,
      didYouMean(passageId, names, "Link to a passage that is there."),
    );
  }
}
