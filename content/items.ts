import { confidenceOf, type Fact, type FactBase, type FactPart } from "@/facts/base";
import { isKindName, kindOf, kinds, type Rests } from "@/questions";
import type { CompiledItem, CompiledLesson, CompiledVariant, Problem, Why } from "./compiled";
import { draftsOf, type Draft } from "./drafts";
import type { Made } from "./exercise";
import { hashOf } from "./hash";
import { answersByPart, lintBands, lintChoices, lintHints, lintMarks, lintStem, type Finding } from "./item-lint";
import { sourceLines } from "./lessons";
import { mayBeGraded } from "./may-be-graded";
import { passageOf } from "./passages";
import { anyOf, didYouMean, missing, Problems, type Place } from "./problems";
import { quotedDate } from "./quoted-date";
import { commonItemFields, itemSchema, type AuthoredQuestion } from "./schema";
import { typesetAll } from "./typeset";
import { checkedPart, type Path } from "./yaml";

export interface ItemsAround {
  lessons: ReadonlyMap<string, CompiledLesson>;
  facts: FactBase;
  /** Names of one town each. */
  towns: readonly (readonly string[])[];
  problems: Problems;
  /** What was left out of a question made from facts, and why. */
  notes: Problem[];
  /** Where an id of an item was seen first, through the whole course. */
  seen: Map<string, Place>;
}

/** A question, and what is needed to see whether another is like it. */
export interface ItemEntry {
  item: CompiledItem;
  place: Place;
  /** As many as the item has variants, in their order. */
  variants: { made: Made; fact: Fact; found: boolean }[];
}

interface VariantEntry {
  variant: Omit<CompiledVariant, "id">;
  authored: AuthoredQuestion;
  made: Made;
  fact: Fact;
}

/** Compiles the question at `path` of a quiz file. Undefined, with the reasons in `problems`, when there is none. */
export function compileItem(
  draftPath: Path,
  yaml: Draft["yaml"],
  lessonId: string,
  around: ItemsAround,
): ItemEntry | undefined {
  const drafts = draftsOf(yaml, draftPath, lessonId, around);
  const entries = drafts.flatMap((draft) => {
    // Of facts that were found by conditions, those that cannot be asked are left out.
    const problems = draft.found ? new Problems() : around.problems;
    const entry = compileVariant(draft, draftPath, lessonId, { ...around, problems });
    if (!draft.found) return entry ? [{ entry, draft }] : [];
    const [first] = problems.list();
    if (!first && entry) return [{ entry, draft }];
    if (first) around.notes.push({ ...first, message: `\`${draft.name}\` is left out: ${first.message}` });
    return [];
  });
  const [first] = entries;
  if (!first) {
    // Each was left out for a reason of its own; that none is left is the author's to know.
    if (drafts.length > 0 && drafts.every((each) => each.found))
      around.problems.add(
        yaml.at([...draftPath, "of"]),
        "no fact that meets these conditions can be asked so",
        "Name the facts by their ids, and the check says of each what is wrong.",
      );
    return undefined;
  }
  const { id, points } = first.entry.authored;
  isNew(id, yaml.at([...draftPath, "id"]), around);
  const kind = first.entry.made.kind.name;
  const costs = hintCosts(first.entry.authored);
  for (const { entry, draft } of entries) {
    const differs = (what: string) =>
      around.problems.add(
        draft.yaml.at([...draftPath, what === "kind" ? "kind" : "hints"]),
        `the variants of \`${id}\` differ in ${what}`,
        "Parallel questions are of one kind, and a hint costs the same in each: write two questions, or make these alike.",
      );
    if (entry.made.kind.name !== kind) differs("kind");
    if (hintCosts(entry.authored).join() !== costs.join()) differs("what their hints cost");
    if (entry.authored.points !== points)
      around.problems.add(
        draft.yaml.at([...draftPath, "points"]),
        `the variants of \`${id}\` differ in points`,
        "Write `points` once, for all of them.",
      );
  }
  const several = entries.length > 1;
  return {
    item: {
      id,
      kind,
      points,
      rules: { hints: costs.map((cost) => ({ cost })) },
      variants: entries.map(({ entry, draft }) => ({ id: several ? `${id}~${draft.name}` : id, ...entry.variant })),
    },
    place: yaml.at([...draftPath, "id"]),
    variants: entries.map(({ entry: { made, fact }, draft }) => ({ made, fact, found: draft.found })),
  };
}

function isNew(id: string, place: Place, { seen, problems }: ItemsAround): void {
  const before = seen.get(id);
  if (!before) seen.set(id, place);
  else
    problems.add(
      place,
      `there are two questions \`${id}\``,
      `Name this one anew; the first is at ${before.file}:${before.line}.`,
    );
}

function hintCosts({ hints = [] }: AuthoredQuestion): number[] {
  return hints.map((each) => each.cost);
}

function compileVariant(draft: Draft, path: Path, lessonId: string, around: ItemsAround): VariantEntry | undefined {
  const { facts, problems } = around;
  const { yaml } = draft;
  const at = (...steps: Path) => yaml.at([...path, ...steps]);
  const item = checkedPart<AuthoredQuestion>(itemSchema, draft.fields, yaml, path, problems);
  if (!item) return undefined;

  const fact = facts.facts.get(item.fact);
  if (!fact) {
    problems.add(
      at("fact"),
      missing("fact", item.fact),
      didYouMean(item.fact, facts.facts.keys(), "Mend the id, or add the fact to facts/."),
    );
  }
  const passage = passageOf(item.passage, lessonId, fact, at("passage"), around);
  const derived = throughKind(item, fact, draft, path, around);
  if (!fact || !passage || !derived) return undefined;

  const { made } = derived;
  const { hints = [], bands = [] } = item;
  const { byPart, findings } = answersByPart(made, item.answers ?? []);
  const all: Finding[] = [
    ...derived.findings,
    ...lintChoices(made, fact, facts),
    ...lintHints(made, hints),
    ...lintBands(bands),
    ...findings,
  ];
  for (const { message, remedy, at: steps = [] } of all) problems.add(at(...steps), message, remedy);

  const why: Why = {
    right: item.right,
    wrong: item.wrong,
    ...(item.general ? { general: item.general } : {}),
    fact: factLine(fact, derived.rests.find((each) => each.fact === fact.id)?.part ?? "statement"),
    passage,
    sources: sourceLines(fact, facts),
  };
  const key = {
    answer: made.answer,
    why,
    ...(hints.length > 0 ? { hints } : {}),
    ...(Object.keys(byPart).length > 0 ? { answers: byPart } : {}),
    ...(bands.length > 0 ? { bands: [...bands].sort((a, b) => b.from - a.from) } : {}),
  };
  const content = { prompt: item.prompt, body: made.body, key };
  const rules = { hints: hintCosts(item).map((cost) => ({ cost })) };
  return { variant: { ...content, hash: hashOf({ kind: item.kind, ...content, rules }) }, authored: item, made, fact };
}

/** What the item's kind makes of its own fields and the fact; undefined, with the reasons in `problems`, when nothing. */
function throughKind(
  item: AuthoredQuestion,
  fact: Fact | undefined,
  { yaml, rests: leansOn }: Draft,
  path: Path,
  { facts, problems }: ItemsAround,
): { made: Made; rests: readonly Rests[]; findings: Finding[] } | undefined {
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
  const rests = [
    ...leansOn,
    ...(derived.rests ?? (leansOn.length > 0 ? [] : [{ fact: fact.id, part: "statement" as const, tolerant: true }])),
  ];
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
  const made: Made = { kind, prompt, body: body.data, answer: key.data };
  const sentences = kind.lint({ prompt, body: body.data, key: key.data });
  for (const sentence of sentences) says(sentence, place, problems);
  // What the kind found wrong explains why the marks are wrong too: said once.
  const findings = sentences.length > 0 ? [] : [...lintMarks(made), ...lintStem(made)];
  return { made, rests, findings };
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
