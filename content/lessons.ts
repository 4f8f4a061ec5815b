import { confidenceOf, type Fact, type FactBase } from "@/facts/base";
import type { Block, CompiledLesson, FactCard, Inline, SourceLine } from "./compiled";
import type { CourseFiles, TextFile } from "./files";
import { lessonNumber, plain, readLessonBody, type InnerLink, type Lines, type References } from "./markdown";
import { checkNumbers, type LooseWords } from "./lesson-numbers";
import { recall } from "./memory";
import { didYouMean, missing, Problems, type Place } from "./problems";
import { dateProblem, quotedDate, endsBeforeItBegins } from "./quoted-date";
import { lessonSchema, type AuthoredLesson } from "./schema";
import { readYaml, soundFields, type Path, type Yaml } from "./yaml";

/** Words a lesson should have. */
export const lessonWords = { least: 900, most: 1500 } as const;
const wordsAMinute = 200;

export interface LessonEntry {
  lesson: CompiledLesson;
  front: Yaml;
  /** Where each of its blocks stands in the file. */
  lines: Lines[];
}

/**
 * Reads lessons/*.md. Links between lessons are looked up when all are read. A lesson's number is its place in `order`,
 * the ids of course.yaml; `complete` says that none is still to come, so that a number in a link can be held to it.
 */
export function compileLessons(
  files: CourseFiles,
  references: References,
  { order, complete }: { order: readonly string[]; complete: boolean },
  problems: Problems,
): LessonEntry[] {
  const links: { from: string; link: InnerLink }[] = [];
  const captions = new Map(files.figures.map((figure) => [figure.name, captionsOf(figure)]));
  const { facts, figures, terms } = references;
  const around = JSON.stringify([order, [...figures], [...captions]]);
  const entries = files.lessons.flatMap((file) => {
    const { entry, found } = recall(`lesson ${file.file}`, [file.text, facts, terms, around], () => {
      const found = new Problems();
      return { entry: compileLesson(file, references, order, captions, found), found };
    });
    problems.take(found);
    if (!entry) {
      problems.isThere("lesson", file.name);
      return [];
    }
    links.push(...entry.links.map((link) => ({ from: entry.lesson.id, link })));
    return [entry];
  });
  const lessons = new Map(entries.map(({ lesson }) => [lesson.id, lesson]));
  for (const { from, link } of links) linkResolves(from, link, lessons, complete, problems);
  return entries.map(({ lesson, front, lines }) => ({ lesson, front, lines }));
}

/** The fields of a lesson, between two lines of dashes, and how long they are; nothing, with the reasons in `problems`. */
export function frontMatter(file: string, text: string, problems: Problems): { front?: Yaml; length?: number } {
  const parts = /^---\n([\s\S]*?\n)---[ \t]*(?:\n|$)/.exec(text);
  if (parts) return { front: readYaml(file, parts[1]!, problems, 2), length: parts[0].length };
  problems.add(
    { file, line: 1 },
    "this lesson has no front matter",
    "Begin the file with `---`, the fields of the lesson, and `---`.",
  );
  return {};
}

function compileLesson(
  { file, name, text }: TextFile,
  references: References,
  order: readonly string[],
  captions: ReadonlyMap<string, readonly LooseWords[]>,
  problems: Problems,
): (LessonEntry & { links: InnerLink[] }) | undefined {
  const { front, length } = frontMatter(file, text, problems);
  if (length === undefined) return undefined;
  const authored = front && soundFields(lessonSchema, front, unsaid(name), problems).fields;
  const firstLine = text.slice(0, length).split("\n").length;
  const body = readLessonBody(file, text.slice(length), references, problems, firstLine);
  const { blocks, links } = body;
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

  const loose = [
    ...looseWords(front, ["title", "standfirst", "question", "summary", "learnt", "timeline"]),
    ...blocks.flatMap((block) => (block.type === "figure" ? (captions.get(block.figureId) ?? []) : [])),
  ];
  checkNumbers(file, { ...body, loose }, facts, problems);

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
    number: order.indexOf(authored.id) + 1 || order.length + 1,
    title: authored.title,
    shortTitle: authored.shortTitle,
    standfirst: authored.standfirst,
    question: authored.question,
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
    terms: termsIn(blocks).flatMap((id) => references.terms.get(id) ?? []),
  };
  return { lesson, front, lines: body.lines, links };
}

/** What a lesson is shown with while its author has not said it. */
function unsaid(id: string): AuthoredLesson {
  const words = { title: id, shortTitle: id, standfirst: "", question: "" };
  return { id, ...words, summary: [], span: { from: "1900", to: "1900" }, quiz: id, timeline: [], learnt: [] };
}

/** What a figure states; its other slips are reported where figures are read. */
function captionsOf({ file, text }: TextFile): LooseWords[] {
  const yaml = readYaml(file, text, new Problems());
  return yaml ? looseWords(yaml, ["title", "caption", "captionRest"]) : [];
}

/** Texts in these fields, and where they stand. Of a mark on the timeline what a reader sees of it. */
function looseWords(yaml: Yaml, fields: readonly string[]): LooseWords[] {
  const wordsAt = (value: unknown, path: Path): LooseWords[] => {
    if (typeof value === "string") return [{ text: value, place: yaml.at(path) }];
    if (Array.isArray(value)) return value.flatMap((each: unknown, index) => wordsAt(each, [...path, index]));
    if (value === null || typeof value !== "object") return [];
    const { label, gapBefore } = value as Record<string, unknown>;
    return [...wordsAt(label, [...path, "label"]), ...wordsAt(gapBefore, [...path, "gapBefore"])];
  };
  return fields.flatMap((field) => wordsAt((yaml.value as Record<string, unknown> | null)?.[field], [field]));
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
    case "check":
    case "figure":
      return 0;
  }
}

const countAll = (paragraphs: readonly (readonly Inline[])[]) =>
  paragraphs.reduce((sum, each) => sum + count(plain(each)), 0);
const count = (text: string) => text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}’'.-]*/gu)?.length ?? 0;

function linkResolves(
  from: string,
  { place, url, text }: InnerLink,
  lessons: ReadonlyMap<string, CompiledLesson>,
  complete: boolean,
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
  const said = lessonNumber.exec(text)?.[1];
  if (lesson && complete && said !== undefined && Number(said) !== lesson.number) {
    problems.add(
      place,
      `\`${lessonId}\` is lesson ${lesson.number}, not ${said}`,
      `Write [Lesson ${lesson.number}](${url}).`,
    );
  }
}

/** Ids of the glossary's words in what a lesson says, each once, in the order of first use. */
function termsIn(blocks: readonly Block[]): string[] {
  const inLines = (lines: readonly (readonly Inline[])[]): string[] =>
    lines.flatMap((inlines) =>
      inlines.flatMap((each) =>
        each.type === "term" ? [each.termId] : "inlines" in each ? inLines([each.inlines]) : [],
      ),
    );
  const ids = blocks.flatMap((block) => {
    if (block.type === "passage") return inLines([block.inlines, ...block.notes.flatMap((note) => note.paragraphs)]);
    return "paragraphs" in block ? inLines(block.paragraphs) : [];
  });
  return [...new Set(ids)];
}
