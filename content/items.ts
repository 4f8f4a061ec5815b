import { confidenceOf, type Fact, type FactBase, type FactPart } from "@/facts/base";
import { isKindName, kindOf, kinds, type AnyKind, type AuthoredItem, type Rests } from "@/questions";
import type { CompiledItem, CompiledLesson, CompiledVariant, Problem, Why } from "./compiled";
import { draftsOf, type Draft } from "./drafts";
import type { Made } from "./exercise";
import { hashOf } from "./hash";
import { answersByPart, lintBands, lintChoices, lintHints, lintMarks, lintStem, type Finding } from "./item-lint";
import { sourceLines } from "./lessons";
import { mayBeGraded } from "./may-be-graded";
import { recall } from "./memory";
import { passageOf } from "./passages";
import { anyOf, didYouMean, missing, Problems, type Place } from "./problems";
import { quotedDate } from "./quoted-date";
import { ratingOf } from "./ratings";
import { commonItemFields, itemSchema, type AuthoredQuestion } from "./schema";
import type { Rating } from "./skills";
import { typesetAll } from "./typeset";
import { checkedPart, type Path, type Yaml } from "./yaml";

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
  variants: { made: Made; fact: Fact; asks: string[]; found: boolean }[];
}

/** Facts that a question asks in any of its variants. */
export function asksOf(variants: readonly { asks: readonly string[] }[]): string[] {
  return [...new Set(variants.flatMap(({ asks }) => asks))].sort();
}

interface VariantEntry {
  variant: Omit<CompiledVariant, "id">;
  authored: AuthoredQuestion;
  made: Made;
  fact: Fact;
  asks: string[];
}

/** Compiles a question of a quiz about these lessons. Undefined, with the reasons in `problems`, when there is none. */
export function compileItem(
  draftPath: Path,
  yaml: Draft["yaml"],
  own: readonly string[],
  around: ItemsAround,
): ItemEntry | undefined {
  const drafts = draftsOf(yaml, draftPath, own, around);
  const entries = drafts.flatMap((draft) => {
    // Of facts that were found by conditions, those that cannot be asked are left out.
    const problems = draft.found ? new Problems() : around.problems;
    const entry = compileVariant(draft, draftPath, own, { ...around, problems });
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
  // What is said of the question is the author's to mend, also where a fact that was found is left out.
  const rated = (authored: AuthoredQuestion, draft: Draft): Rating => {
    otherFacts(authored, draft.yaml, draftPath, around);
    return ratingOf(authored, draft.yaml, draftPath, around.problems);
  };
  const costs = hintCosts(first.entry.authored);
  const { skill, difficulty } = rated(first.entry.authored, first.draft);
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
    const rating = rated(entry.authored, draft);
    const trait = rating.skill !== skill ? "skill" : rating.difficulty !== difficulty ? "difficulty" : undefined;
    if (trait)
      around.problems.add(
        draft.yaml.at([...draftPath, trait]),
        `the variants of \`${id}\` differ in ${trait}`,
        "Which of them somebody is given is chance, and must make nothing easier: write two questions, or make these alike.",
      );
  }
  const several = entries.length > 1;
  return {
    item: {
      id,
      kind,
      points,
      skill,
      difficulty,
      asks: asksOf(entries.map(({ entry }) => entry)),
      fromFacts: first.draft.of.length > 0,
      rules: { hints: costs.map((cost) => ({ cost })) },
      variants: entries.map(({ entry, draft }) => ({ id: several ? `${id}~${draft.name}` : id, ...entry.variant })),
    },
    place: yaml.at([...draftPath, "id"]),
    variants: entries.map(({ entry: { made, fact, asks }, draft }) => ({ made, fact, asks, found: draft.found })),
  };
}

export function isNew(id: string, place: Place, { seen, problems }: Pick<ItemsAround, "seen" | "problems">): void {
  const before = seen.get(id);
  if (!before) seen.set(id, place);
  else
    problems.add(
      place,
      `there are two questions \`${id}\``,
      `Name this one anew; the first is at ${before.file}:${before.line}.`,
    );
}

/** The facts of `also`: they are there, and may be graded. */
function otherFacts({ also = [] }: AuthoredQuestion, yaml: Yaml, path: Path, { facts, problems }: ItemsAround): void {
  for (const [index, fact] of also.entries()) {
    const place = yaml.at([...path, "also", index]);
    if (facts.facts.has(fact)) mayBeGraded({ fact, part: "statement", tolerant: true }, facts, place, problems);
    else
      problems.add(
        place,
        missing("fact", fact),
        didYouMean(fact, facts.facts.keys(), "Mend the id, or add the fact to facts/."),
      );
  }
}

function hintCosts({ hints = [] }: AuthoredQuestion): number[] {
  return hints.map((each) => each.cost);
}

function compileVariant(
  draft: Draft,
  path: Path,
  own: readonly string[],
  around: ItemsAround,
): VariantEntry | undefined {
  const { facts, problems } = around;
  const { yaml } = draft;
  const at = (...steps: Path) => yaml.at([...path, ...steps]);
  const { fields, ofKind } = bandsApart(draft.fields);
  const item = checkedPart<AuthoredQuestion>(itemSchema, fields, yaml, path, problems);
  if (!item) return undefined;

  const fact = facts.facts.get(item.fact);
  if (!fact) {
    problems.add(
      at("fact"),
      missing("fact", item.fact),
      didYouMean(item.fact, facts.facts.keys(), "Mend the id, or add the fact to facts/."),
    );
  }
  const passage = passageOf(item.passage, own, fact, at("passage"), around);
  const derived = throughKind({ ...item, ofKind }, fact, draft, path, around);
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
  const asks = [fact.id, ...draft.of, ...derived.rests.map((each) => each.fact), ...(item.also ?? [])].filter((id) =>
    facts.facts.has(id),
  );
  // How it is rated is no part of what was asked, nor are the facts counted for it: neither makes a new version.
  const hash = hashOf({ kind: item.kind, ...content, rules });
  return { variant: { ...content, hash }, authored: item, made, fact, asks };
}

/**
 * `bands` is a word for two things: what is said to a fraction of the points, of any question, and of a number the wider
 * intervals that `earns` a part. The second is the kind's to check.
 */
function bandsApart({ bands, ...others }: Draft["fields"]): { fields: Draft["fields"]; ofKind: Draft["fields"] } {
  const earn =
    Array.isArray(bands) && bands.some((each) => each !== null && typeof each === "object" && "earns" in each);
  if (bands === undefined) return { fields: others, ofKind: {} };
  return earn ? { fields: others, ofKind: { bands } } : { fields: { ...others, bands }, ofKind: {} };
}

/** What the item's kind makes of its own fields and the fact; undefined, with the reasons in `problems`, when nothing. */
function throughKind(
  { ofKind, ...item }: AuthoredQuestion & { ofKind: Draft["fields"] },
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
  const own = {
    ...Object.fromEntries(Object.entries(item).filter(([name]) => !common.includes(name))),
    ...ofKind,
  };
  const authored = checkedPart(kind.author.schema, typesetAll(own), yaml, path, problems);
  if (!fact || authored === undefined) return undefined;

  const { id, prompt } = item;
  const { sentences, rests, made, findings } = recall(
    JSON.stringify(["question", item.kind, id, prompt, fact.id, authored]),
    [facts],
    () => throughMill(kind, authored, { id, prompt, fact: fact.id }, facts),
  );
  for (const sentence of sentences) says(sentence, place, problems);
  const all = [
    ...leansOn,
    ...(rests ?? (leansOn.length > 0 ? [] : [{ fact: fact.id, part: "statement" as const, tolerant: true }])),
  ];
  if (made) for (const each of all) mayBeGraded(each, facts, yaml.at([...path, "fact"]), problems);
  return made && { made, rests: all, findings };
}

interface Milled {
  /** What the kind has to say to the author. */
  sentences: readonly string[];
  rests?: readonly Rests[];
  made?: Made;
  findings: Finding[];
}

/** Body and key of a question, and what its kind and its marks say against them. */
function throughMill(kind: AnyKind, authored: unknown, item: AuthoredItem, facts: FactBase): Milled {
  const derived = kind.author.derive(authored, facts, item);
  if ("problems" in derived) return { sentences: derived.problems, findings: [] };
  const { rests } = derived;
  const body = kind.schema.body.safeParse(derived.body);
  const key = kind.schema.key.safeParse(derived.key);
  if (!body.success || !key.success) {
    const sentences = [...(body.error?.issues ?? []), ...(key.error?.issues ?? [])].map(
      (issue) =>
        `what ${kind.name} made of this does not pass its own schema (${issue.path.join(".")} ${issue.message}) → This is a fault of the program, not yours: please report it.`,
    );
    return { sentences, rests, findings: [] };
  }
  const { prompt } = item;
  const made: Made = { kind, prompt, body: body.data, answer: key.data };
  const sentences = kind.lint({ prompt, body: body.data, key: key.data });
  // What the kind found wrong explains why the marks are wrong too: said once.
  const findings = sentences.length > 0 ? [] : [...lintMarks(made), ...lintStem(made)];
  return { sentences, rests, made, findings };
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
