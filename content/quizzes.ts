import { confidenceOf, type Fact, type FactBase, type FactPart } from "@/facts/base";
import { isKindName, kindOf, kinds, type Rests } from "@/questions";
import type { CompiledItem, CompiledLesson, CompiledQuiz, Why } from "./compiled";
import type { CourseFiles } from "./files";
import { hashOf } from "./hash";
import { quoteIt, sourceLines } from "./lessons";
import { anyOf, didYouMean, missing, type Place, type Problems } from "./problems";
import { quotedDate } from "./quoted-date";
import { commonItemFields, itemSchema, quizSchema, type AuthoredQuestion } from "./schema";
import { typesetAll } from "./typeset";
import { checked, checkedPart, readYaml, type Path, type Yaml } from "./yaml";

/** Questions that a lesson's quiz has at least. */
export const leastQuestions = 10;

export interface QuizEntry {
  quiz: CompiledQuiz;
  yaml: Yaml;
}

interface Around {
  lessons: ReadonlyMap<string, CompiledLesson>;
  facts: FactBase;
  problems: Problems;
  /** Where an id of an item was seen first, through the whole course. */
  seen: Map<string, Place>;
}

/** Reads quizzes/*.yaml: each question goes through its kind, its fact and its passage. */
export function compileQuizzes(
  files: CourseFiles,
  lessons: ReadonlyMap<string, CompiledLesson>,
  facts: FactBase,
  problems: Problems,
): QuizEntry[] {
  const around: Around = { lessons, facts, problems, seen: new Map() };
  return files.quizzes.flatMap(({ file, name, text }) => {
    const yaml = readYaml(file, text, problems);
    const authored = yaml && checked(quizSchema, yaml, [], problems);
    if (!yaml || !authored) return [];
    if (authored.id !== name)
      problems.add(
        yaml.at(["id"]),
        `this file is not called ${authored.id}.yaml`,
        `Rename it, or write \`id: ${name}\`.`,
      );
    const lesson = lessons.get(authored.lesson);
    if (!lesson) {
      problems.add(
        yaml.at(["lesson"]),
        missing("lesson", authored.lesson),
        didYouMean(
          authored.lesson,
          lessons.keys(),
          "Mend the id, or write the lesson; one with a slip in its front matter is not there either.",
        ),
      );
    }
    if (authored.items.length < leastQuestions) {
      problems.add(
        yaml.at(["items"]),
        `this quiz has ${authored.items.length} questions`,
        `Write at least ${leastQuestions}.`,
      );
    }
    const items = authored.items.flatMap((_, index) => compileItem(yaml, index, authored.lesson, around) ?? []);
    return [
      {
        quiz: {
          id: authored.id,
          lessonId: authored.lesson,
          title: authored.title,
          shortTitle: authored.shortTitle,
          items,
        },
        yaml,
      },
    ];
  });
}

function compileItem(yaml: Yaml, index: number, lessonId: string, around: Around): CompiledItem | undefined {
  const { facts, problems } = around;
  const path: Path = ["items", index];
  const at = (...steps: Path) => yaml.at([...path, ...steps]);
  const item = checked<AuthoredQuestion>(itemSchema, yaml, path, problems);
  if (!item) return undefined;

  const before = around.seen.get(item.id);
  if (before)
    problems.add(
      at("id"),
      `there are two questions \`${item.id}\``,
      `Name this one anew; the first is at ${before.file}:${before.line}.`,
    );
  else around.seen.set(item.id, at("id"));

  const fact = facts.facts.get(item.fact);
  if (!fact) {
    problems.add(
      at("fact"),
      missing("fact", item.fact),
      didYouMean(item.fact, facts.facts.keys(), "Mend the id, or add the fact to facts/."),
    );
  }
  const passage = passageOf(item, lessonId, fact, at("passage"), around);
  const derived = throughKind(item, fact, yaml, path, around);
  if (!fact || !passage || !derived) return undefined;

  const why: Why = {
    right: item.right,
    wrong: item.wrong,
    fact: factLine(fact, derived.rests.find((each) => each.fact === fact.id)?.part ?? "statement"),
    passage,
    sources: sourceLines(fact, facts),
  };
  const made = { kind: item.kind, prompt: item.prompt, body: derived.body, key: { answer: derived.answer, why } };
  return { id: item.id, points: item.points, ...made, hash: hashOf(made) };
}

/** What the item's kind makes of its own fields and the fact; undefined, with the reasons in `problems`, when nothing. */
function throughKind(
  item: AuthoredQuestion,
  fact: Fact | undefined,
  yaml: Yaml,
  path: Path,
  { facts, problems }: Around,
): { body: unknown; answer: unknown; rests: readonly Rests[] } | undefined {
  const place = yaml.at(path);
  if (!isKindName(item.kind)) {
    const known = Object.keys(kinds);
    problems.add(
      yaml.at([...path, "kind"]),
      `there is no kind of question \`${item.kind}\``,
      didYouMean(item.kind, known, `Write ${anyOf(known)}.`),
    );
    return undefined;
  }
  const kind = kindOf(item.kind);
  const common: readonly string[] = commonItemFields;
  const own = Object.fromEntries(Object.entries(item).filter(([name]) => !common.includes(name)));
  const authored = checkedPart(kind.author.schema, typesetAll(own), yaml, path, problems);
  if (!fact || authored === undefined) return undefined;

  const { id, prompt } = item;
  const derived = kind.author.derive(authored, facts, { id, prompt, fact: fact.id });
  if ("problems" in derived) {
    for (const sentence of derived.problems) says(sentence, place, problems);
    return undefined;
  }
  const rests = derived.rests ?? [{ fact: fact.id, part: "statement" as const, tolerant: true }];
  for (const each of rests) mayBeGraded(each, facts, yaml.at([...path, "fact"]), problems);

  const body = kind.schema.body.safeParse(derived.body);
  const key = kind.schema.key.safeParse(derived.key);
  for (const issue of [...(body.error?.issues ?? []), ...(key.error?.issues ?? [])]) {
    problems.add(
      place,
      `what ${item.kind} made of this does not pass its own schema (${issue.path.join(".")}: ${issue.message})`,
      "This is a fault of the program, not yours: please report it.",
    );
  }
  if (!body.success || !key.success) return undefined;
  for (const sentence of kind.lint({ prompt, body: body.data, key: key.data })) says(sentence, place, problems);
  return { body: body.data, answer: key.data, rests };
}

/** Where the lesson says this; undefined, with the reason in `problems`, when it does not. */
function passageOf(
  item: AuthoredQuestion,
  lessonId: string,
  fact: Fact | undefined,
  place: Place,
  around: Around,
): Why["passage"] | undefined {
  const { lessons, problems } = around;
  const [inLesson, name] = item.passage.includes("#")
    ? (item.passage.split("#", 2) as [string, string])
    : [lessonId, item.passage];
  const lesson = lessons.get(inLesson);
  if (!lesson) {
    // The quiz's own lesson is reported once, at `lesson:`.
    if (inLesson !== lessonId)
      problems.add(
        place,
        missing("lesson", inLesson),
        didYouMean(inLesson, lessons.keys(), "Mend the id before the #."),
      );
    return undefined;
  }
  const passages = lesson.blocks.filter((block) => block.type === "passage");
  const passage = passages.find((each) => each.id === name);
  if (!passage) {
    problems.add(
      place,
      `lesson \`${inLesson}\` has no passage \`${name}\``,
      didYouMean(
        name,
        passages.map((each) => each.id),
        "Cite a passage that is there.",
      ),
    );
    return undefined;
  }
  if (fact && !passage.facts.includes(fact.id)) {
    const others = passages.filter((each) => each.facts.includes(fact.id)).map((each) => `\`${each.id}\``);
    problems.add(
      place,
      `passage \`${name}\` does not name the fact \`${fact.id}\``,
      others.length > 0 ? `Cite ${anyOf(others)}, or quote the fact here too.` : quoteIt(fact.id),
    );
  }
  return { lessonId: lesson.id, lessonTitle: lesson.title, id: passage.id, number: passage.number };
}

/** What is contested, from memory or not yet seen in a source is taught and not graded. */
function mayBeGraded(
  { fact: id, part, tolerant = false }: Rests,
  facts: FactBase,
  place: Place,
  problems: Problems,
): void {
  const fact = facts.facts.get(id);
  if (!fact) return;
  const what = `the ${part} of \`${id}\``;
  const confidence = confidenceOf(fact, part);
  if (confidence === "L") {
    problems.add(
      place,
      `${what} is marked L`,
      "What is contested or from memory is taught, not graded: ask another fact, or find a source and raise the mark.",
    );
  }
  if (confidence === "M" && !tolerant) {
    problems.add(
      place,
      `${what} is marked M, and this question takes one answer only`,
      "Ask it less precisely, ask another fact, or find a second source and raise the mark.",
    );
  }
  if (fact.notRechecked?.includes(part)) {
    problems.add(
      place,
      `${what} is not re-checked`,
      "Find it in a source and take it off `notRechecked`, or ask another fact.",
    );
  }
}

function factLine(fact: Fact, part: FactPart): Why["fact"] {
  const date = quotedDate(fact, "full");
  return {
    id: fact.id,
    name: fact.name,
    revision: fact.revision,
    confidence: confidenceOf(fact, part),
    ...("text" in date ? { dateText: date.text } : {}),
  };
}

/** A kind's sentence to the author: what is wrong, a colon, and what to do about it. */
function says(sentence: string, place: Place, problems: Problems): void {
  const parts = /^(.*?)(?: → |: )(.+)$/s.exec(sentence);
  const [wrong = sentence, remedy = "Mend the question, or the fact it asks."] = parts?.slice(1) ?? [];
  problems.add(place, wrong, remedy[0]!.toUpperCase() + remedy.slice(1));
}
