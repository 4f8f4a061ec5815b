import { z } from "zod";
import {
  makeFactBase,
  type Fact,
  type FactBase,
  type Person,
  type Source,
  type State,
  type Territory,
} from "@/facts/base";
import type { CourseFiles } from "./files";
import { anyOf, didYouMean, missing, type Place, type Problems } from "./problems";
import { dateProblem } from "./quoted-date";
import { factSchemas, personSchema, sourceSchema, stateSchema, territorySchema } from "./schema";
import { checked, readYaml, type Path, type Yaml } from "./yaml";

/** The files of facts/ that hold no facts but what facts speak of. */
const registers = {
  sources: sourceSchema,
  people: personSchema,
  states: stateSchema,
  territories: territorySchema,
} as const;

const singular = { sources: "source", people: "person", states: "state", territories: "territory" } as const;

/** Something with an id, and where it stands in the author's files. */
interface Entry<T> {
  value: T;
  yaml: Yaml;
  path: Path;
}

export interface CompiledFacts {
  base: FactBase;
  /** Where each fact begins. */
  places: ReadonlyMap<string, Place>;
}

/** Reads facts/*.yaml, and checks that everything a fact speaks of is there. */
export function compileFacts(files: CourseFiles, problems: Problems): CompiledFacts {
  const entries = {
    sources: [] as Entry<Source>[],
    people: [] as Entry<Person>[],
    states: [] as Entry<State>[],
    territories: [] as Entry<Territory>[],
  };
  const facts: Entry<Fact>[] = [];

  for (const { file, name, text } of files.facts) {
    const yaml = readYaml(file, text, problems);
    if (!yaml) continue;
    if (isRegister(name)) {
      for (const path of listOf(yaml, problems)) {
        const value = checked<unknown>(registers[name], yaml, path, problems);
        if (value === undefined) isThere(singular[name], yaml, path, problems);
        else (entries[name] as Entry<unknown>[]).push({ value, yaml, path });
      }
    } else {
      for (const path of listOf(yaml, problems)) {
        const value = readFact(yaml, path, problems);
        if (value) facts.push({ value, yaml, path });
        else isThere("fact", yaml, path, problems);
      }
    }
  }
  for (const name of Object.keys(registers)) {
    if (!files.facts.some((each) => each.name === name)) {
      problems.add(
        { file: `${files.folder}/facts/${name}.yaml`, line: 1 },
        "this file is missing",
        "Write it; `[]` is enough to begin with.",
      );
    }
  }

  unique(entries.sources, "source", problems);
  unique(entries.people, "person", problems);
  unique(entries.states, "state", problems);
  unique(entries.territories, "territory", problems);
  unique(facts, "fact", problems);

  const base = makeFactBase({
    facts: facts.map((each) => each.value),
    people: entries.people.map((each) => each.value),
    states: entries.states.map((each) => each.value),
    territories: entries.territories.map((each) => each.value),
    sources: entries.sources.map((each) => each.value),
  });
  for (const list of [entries.people, entries.states, entries.territories]) {
    for (const { value, yaml, path } of list) sourcesResolve(value.sources ?? [], yaml, path, base, problems);
  }
  for (const entry of facts) factResolves(entry, base, problems);
  return { base, places: new Map(facts.map(({ value, yaml, path }) => [value.id, yaml.at(path)])) };
}

function isRegister(name: string): name is keyof typeof registers {
  return Object.hasOwn(registers, name);
}

/** Paths of the things in a file that must be a list. An empty file is an empty list. */
function listOf(yaml: Yaml, problems: Problems): Path[] {
  if (yaml.value === null) return [];
  if (Array.isArray(yaml.value)) return yaml.value.map((_, index) => [index]);
  problems.add(yaml.at([]), "this file is not a list", "Begin each thing in it with `- id: …`.");
  return [];
}

function isThere(what: string, yaml: Yaml, path: Path, problems: Problems): void {
  const [index] = path;
  const value: unknown = (yaml.value as unknown[])[Number(index)];
  const id = value !== null && typeof value === "object" && "id" in value ? value.id : undefined;
  if (typeof id === "string") problems.isThere(what, id);
}

const types = Object.keys(factSchemas) as (keyof typeof factSchemas)[];
const typed = z.looseObject({ type: z.enum(types, `is not a type of fact → Write ${anyOf(types)}.`) });

function readFact(yaml: Yaml, path: Path, problems: Problems): Fact | undefined {
  const type = checked(typed, yaml, path, problems)?.type;
  return type && checked<Fact>(factSchemas[type], yaml, path, problems);
}

/** Says where the first stands when two have one id. */
function unique(entries: readonly Entry<{ id: string }>[], what: string, problems: Problems): void {
  const first = new Map<string, Place>();
  for (const { value, yaml, path } of entries) {
    const before = first.get(value.id);
    if (!before) first.set(value.id, yaml.at(path));
    else {
      problems.add(
        yaml.at([...path, "id"]),
        `there are two of ${what} \`${value.id}\``,
        `Keep one; the first is at ${before.file}:${before.line}.`,
      );
    }
  }
}

function sourcesResolve(codes: readonly string[], yaml: Yaml, path: Path, base: FactBase, problems: Problems): void {
  for (const [index, code] of codes.entries()) {
    if (base.sources.has(code)) continue;
    problems.add(
      yaml.at([...path, "sources", index]),
      missing("source", code),
      didYouMean(code, base.sources.keys(), "Mend the code, or add the source to facts/sources.yaml."),
    );
  }
}

function factResolves({ value: fact, yaml, path }: Entry<Fact>, base: FactBase, problems: Problems): void {
  const at = (...steps: Path) => yaml.at([...path, ...steps]);
  const needs = (what: string, file: string, known: ReadonlyMap<string, unknown>, id: string, ...steps: Path) => {
    if (known.has(id)) return;
    problems.add(
      at(...steps),
      missing(what, id),
      didYouMean(id, known.keys(), `Mend the id, or add the ${what} to ${file}.`),
    );
  };
  const state = (id: string, ...steps: Path) => needs("state", "facts/states.yaml", base.states, id, ...steps);
  const territory = (id: string, ...steps: Path) =>
    needs("territory", "facts/territories.yaml", base.territories, id, ...steps);
  const date = (edtf: string | undefined, ...steps: Path) => {
    const wrong = edtf === undefined ? undefined : dateProblem(edtf);
    if (wrong !== undefined)
      problems.add(at(...steps), wrong, "Write it as 1939-08-23, 1939-08, 1939 or 1938-10-01/1938-10-10.");
    return wrong === undefined;
  };

  sourcesResolve(fact.sources, yaml, path, base, problems);
  date(fact.date, "date");
  if (fact.alsoDate && date(fact.alsoDate.date, "alsoDate", "date")) {
    if (fact.date === undefined) problems.add(at("alsoDate"), "there is a second date and no first", "Add `date:`.");
    else if (fact.alsoDate.date === fact.date) {
      problems.add(at("alsoDate", "date"), "the second date is the first again", "Take `alsoDate` out, or mend it.");
    }
  }

  for (const [index, id] of (fact.territories ?? []).entries()) territory(id, "territories", index);
  if (fact.type === "agreement" || fact.type === "event") {
    for (const [index, id] of (fact.parties ?? []).entries()) state(id, "parties", index);
  }
  if (fact.type === "agreement") {
    for (const [index, signatory] of fact.signatories.entries()) {
      needs("person", "facts/people.yaml", base.people, signatory.person, "signatories", index, "person");
      state(signatory.for, "signatories", index, "for");
      if (base.states.has(signatory.for) && !fact.parties.includes(signatory.for)) {
        problems.add(
          at("signatories", index, "for"),
          `\`${signatory.for}\` is not a party`,
          "Add it to `parties`, or mend the signatory.",
        );
      }
    }
  }
  if (fact.type === "agreement") {
    for (const [index, ratifier] of (fact.ratifiers ?? []).entries()) {
      state(ratifier.party, "ratifiers", index, "party");
      date(ratifier.date, "ratifiers", index, "date");
      if (base.states.has(ratifier.party) && !fact.parties.includes(ratifier.party)) {
        problems.add(
          at("ratifiers", index, "party"),
          `\`${ratifier.party}\` is not a party`,
          "Add it to `parties`, or mend the ratifier.",
        );
      }
    }
  }
  if (fact.type === "transfer") {
    territory(fact.territory, "territory");
    state(fact.from, "from");
    state(fact.to, "to");
    // One word in kebab case is an id; anything with a space is words.
    if (/^[a-z0-9-]+$/.test(fact.instrument)) needs("fact", "facts/", base.facts, fact.instrument, "instrument");
    if (fact.occupied !== undefined) date(fact.occupied, "occupied");
    if (fact.from === fact.to)
      problems.add(at("to"), "the territory goes to the state it came from", "Mend `from` or `to`.");
  }
}
