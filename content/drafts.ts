import type { Fact, FactBase } from "@/facts/base";
import { mixed } from "@/facts/distractors";
import type { Rests } from "@/questions";
import { blueprints, isRefused, type Blueprint } from "./blueprints";
import type { CompiledLesson, Problem } from "./compiled";
import { factsMeeting, groupsOf } from "./facts-of";
import { quoteIt } from "./lessons";
import { isTaughtIn, passageNaming } from "./passages";
import { anyOf, didYouMean, missing, type Place, type Problems } from "./problems";
import { blueprintFields, blueprintSchema, type AuthoredBlueprint } from "./schema";
import { checked, type Path, type Yaml } from "./yaml";

/** One question as an author would have written it in full: read from the file, or made from facts. */
export interface Draft {
  fields: Record<string, unknown>;
  /** What it is called among its variants. */
  name: string;
  /** Parts of facts that it leans on, besides those that its kind names. */
  rests: readonly Rests[];
  /** Where its fields stand; what stands nowhere is looked for at the question. */
  yaml: Yaml;
  /** Facts that it is made from. */
  of: readonly string[];
  /** Found by conditions: what cannot be asked of it is no slip of the author's, it is left out. */
  found: boolean;
}

export interface DraftsAround {
  lessons: ReadonlyMap<string, CompiledLesson>;
  facts: FactBase;
  towns: readonly (readonly string[])[];
  problems: Problems;
  /** What was left out, and why. */
  notes: Problem[];
}

/** The questions that stand at `path`: one, or its variants. Empty, with the reasons in `problems`, when none. */
export function draftsOf(yaml: Yaml, path: Path, own: readonly string[], around: DraftsAround): Draft[] {
  const written = path.reduce<unknown>((inner, step) => (inner as Record<string | number, unknown>)[step], yaml.value);
  if (written === null || typeof written !== "object" || Array.isArray(written)) return [whole({}, yaml)];
  const fields = written as Record<string, unknown>;
  if ("ask" in fields && !("kind" in fields)) return fromFacts(fields, yaml, path, own, around);
  return byHand(fields, yaml, path);
}

function whole(fields: Record<string, unknown>, yaml: Yaml): Draft {
  return { fields, name: "", rests: [], of: [], yaml, found: false };
}

/** A question with `variants`: each is the question with some of its fields exchanged. */
function byHand(fields: Record<string, unknown>, yaml: Yaml, path: Path): Draft[] {
  const { variants, ...common } = fields;
  if (!Array.isArray(variants) || variants.length < 2 || !variants.every(isFields)) return [whole(fields, yaml)];
  const facts = variants.map((each) => each.fact);
  const ownFacts = new Set(facts).size === facts.length && facts.every((fact) => typeof fact === "string");
  return variants.map((own, index) => ({
    ...whole({ ...common, ...own }, yaml),
    name: ownFacts ? String(own.fact) : String(index + 1),
    yaml: {
      ...yaml,
      // A field of the variant's own stands with the variant.
      at: (inner) =>
        yaml.at(isWithin(inner, path, own) ? [...path, "variants", index, ...inner.slice(path.length)] : inner),
      atKey: (inner, key) =>
        inner.length === path.length && Object.hasOwn(own, key)
          ? yaml.atKey([...path, "variants", index], key)
          : yaml.atKey(
              isWithin(inner, path, own) ? [...path, "variants", index, ...inner.slice(path.length)] : inner,
              key,
            ),
    },
  }));
}

function isFields(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function isWithin(inner: Path, path: Path, own: Record<string, unknown>): boolean {
  const field = inner[path.length];
  return field !== undefined && Object.hasOwn(own, field);
}

function fromFacts(
  written: Record<string, unknown>,
  yaml: Yaml,
  path: Path,
  own: readonly string[],
  around: DraftsAround,
): Draft[] {
  const authored = checked<AuthoredBlueprint>(blueprintSchema, yaml, path, around.problems);
  if (!authored) return [];
  const blueprint = blueprints.get(authored.ask);
  if (!blueprint) {
    const known = [...blueprints.keys()];
    around.problems.add(
      yaml.at([...path, "ask"]),
      missing("ask", authored.ask),
      didYouMean(authored.ask, known, `Write ${anyOf(known)}, or a \`kind\`.`),
    );
    return [];
  }
  const taken: readonly string[] = blueprintFields;
  const given = Object.fromEntries(Object.entries(written).filter(([name]) => !taken.includes(name)));
  const { groups, found } = groupsAsked(authored, blueprint, yaml, path, own, around);
  const usual = blueprint.skill === undefined ? {} : { skill: blueprint.skill };
  const drafts = groups.flatMap(({ facts, place }): Draft[] => {
    const says = (message: string, remedy: string) => {
      if (!found) around.problems.add(place, message, remedy);
      else around.notes.push({ ...place, message: `\`${facts[0]!.id}\` is left out: ${message}`, remedy });
      return [];
    };
    const main = facts.find((fact) => passageNaming(fact.id, own, around.lessons)) ?? facts[0]!;
    const seed = mixed(`${authored.id} ${facts.map(({ id }) => id).join(" ")}`, 0);
    const { facts: base, towns } = around;
    const made = blueprint.make(facts, { base, towns, seed, distractors: authored.distractors, given });
    if (isRefused(made)) {
      const [, message = made.problem, remedy = "Ask another fact."] = /^(.*?): (.+)$/s.exec(made.problem) ?? [];
      return says(message, remedy[0]!.toUpperCase() + remedy.slice(1));
    }
    const passage = given.passage ?? passageNaming(main.id, own, around.lessons);
    if (passage === undefined) return says(`no passage names the fact \`${main.id}\``, quoteIt(main.id));
    return [
      {
        fields: { ...usual, fact: main.id, ...made.fields, passage, ...given, kind: blueprint.kind },
        name: main.id,
        rests: made.rests ?? [],
        of: facts.map(({ id }) => id),
        yaml,
        found,
      },
    ];
  });
  if (drafts.length === 0 && found)
    around.problems.add(
      yaml.at([...path, "of"]),
      "no fact that meets these conditions can be asked so",
      "Ask for fewer things at once, or name the facts; `npm run content:check` says which were left out and why.",
    );
  return named(drafts);
}

/** Two about the same fact are told apart by a number. */
function named(drafts: readonly Draft[]): Draft[] {
  const seen = new Map<string, number>();
  return drafts.map((draft) => {
    const count = 1 + (seen.get(draft.name) ?? 0);
    seen.set(draft.name, count);
    return count === 1 ? draft : { ...draft, name: `${draft.name}-${count}` };
  });
}

interface Groups {
  groups: { facts: Fact[]; place: Place }[];
  found: boolean;
}

/** The facts of each question that is to be made. */
function groupsAsked(
  { of, ask, id, size = 4, draw = 3 }: AuthoredBlueprint,
  { takes }: Blueprint,
  yaml: Yaml,
  path: Path,
  own: readonly string[],
  { facts, lessons, problems }: DraftsAround,
): Groups {
  const at = (...steps: Path) => yaml.at([...path, "of", ...steps]);
  const none: Groups = { groups: [], found: false };
  const fact = (factId: string, place: Place): Fact[] => {
    const there = facts.facts.get(factId);
    if (there) return [there];
    problems.add(
      place,
      missing("fact", factId),
      didYouMean(factId, facts.facts.keys(), "Mend the id, or add the fact to facts/."),
    );
    return [];
  };
  if (typeof of === "string") {
    if (takes === "several") {
      problems.add(at(), `\`${ask}\` asks several facts`, "List their ids: `of: [one-fact, another-fact]`.");
      return none;
    }
    return { groups: fact(of, at()).map((each) => ({ facts: [each], place: at() })), found: false };
  }
  if (!Array.isArray(of)) {
    const inLessons = of.lessons ?? own;
    const meeting = factsMeeting(of, facts).filter((each) => isTaughtIn(each.id, inLessons, lessons));
    const seed = mixed(id, 0);
    const groups = takes === "one" ? meeting.map((each) => [each]) : groupsOf(meeting, { size, draw, seed });
    if (groups.length === 0)
      problems.add(
        at(),
        takes === "one"
          ? "no fact that a lesson teaches meets these conditions"
          : `too few facts meet these conditions to make ${size} whose order is beyond doubt`,
        "Ask for fewer things at once, name more `lessons`, or name the facts.",
      );
    return { groups: groups.map((each) => ({ facts: each, place: at() })), found: groups.length > 0 };
  }
  if (takes === "one") {
    const nested = of.findIndex((each) => Array.isArray(each));
    if (nested >= 0) {
      problems.add(at(nested), `\`${ask}\` asks one fact at a time`, "List ids, not lists of them.");
      return none;
    }
    return {
      groups: of.flatMap((each, index) =>
        fact(each as string, at(index)).map((one) => ({ facts: [one], place: at(index) })),
      ),
      found: false,
    };
  }
  const lists = of.every((each) => typeof each === "string") ? [of] : of;
  if (!lists.every((each) => Array.isArray(each))) {
    problems.add(
      at(),
      "ids and lists of ids are mixed here",
      "List ids for one question, or lists of ids for parallel ones.",
    );
    return none;
  }
  return {
    groups: lists.flatMap((list, index) => {
      const place = lists.length === 1 ? at() : at(index);
      const all = list.flatMap((each) => fact(each, place));
      return all.length === list.length ? [{ facts: all, place }] : [];
    }),
    found: false,
  };
}
