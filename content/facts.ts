import { z } from "zod";
import {
  confidenceOf,
  makeFactBase,
  type Fact,
  type FactBase,
  type Figure,
  type NameInTime,
  type Person,
  type Source,
  type State,
  type Territory,
} from "@/facts/base";
import { bounds, parseEdtf } from "@/facts/dates";
import { isStateId, officesOn, signedInOffice } from "@/facts/offices";
import type { CourseFiles } from "./files";
import { recall } from "./memory";
import { anyOf, didYouMean, missing, Problems, type Place } from "./problems";
import { dateProblem } from "./quoted-date";
import { factSchemas, personSchema, sourceSchema, stateSchema, territorySchema } from "./schema";
import { checked, readYaml, type Path, type Yaml } from "./yaml";

/** The files of facts/ that hold no facts but what facts speak of; people.yaml may be followed by people-2.yaml. */
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
  const { made, found } = recall(`facts ${files.folder}`, [JSON.stringify(files.facts)], () => {
    const found = new Problems();
    return { made: factsIn(files, found), found };
  });
  problems.take(found);
  return made;
}

function factsIn(files: CourseFiles, problems: Problems): CompiledFacts {
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
    const register = registerOf(name);
    if (register) {
      for (const path of listOf(yaml, problems)) {
        const value = checked<unknown>(registers[register], yaml, path, problems);
        if (value === undefined) isThere(singular[register], yaml, path, problems);
        else (entries[register] as Entry<unknown>[]).push({ value, yaml, path });
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
  for (const { value, yaml, path } of [...entries.states, ...entries.territories]) {
    for (const [index, name] of (value.names ?? []).entries()) inTime(name, yaml, [...path, "names", index], problems);
  }
  for (const { value, yaml, path } of entries.people) {
    for (const [index, office] of (value.offices ?? []).entries()) {
      const at = [...path, "offices", index];
      inTime(office, yaml, at, problems);
      const wrong = office.in === undefined ? undefined : dateProblem(office.in);
      if (wrong !== undefined) problems.add(yaml.at([...at, "in"]), wrong, howToDate);
      if (office.in !== undefined && (office.from ?? office.to) !== undefined) {
        problems.add(yaml.at([...at, "in"]), "this office has `in` besides `from` or `to`", "Leave `in` out.");
      }
      sourcesResolve(office.sources ?? [], yaml, at, base, problems);
      if (isStateId(office.of) && !base.states.has(office.of)) {
        problems.add(
          yaml.at([...at, "of"]),
          missing("state", office.of),
          didYouMean(office.of, base.states.keys(), "Mend the id, or name the organisation in words."),
        );
      }
    }
  }
  for (const entry of facts) factResolves(entry, base, problems);
  return { base, places: new Map(facts.map(({ value, yaml, path }) => [value.id, yaml.at(path)])) };
}

/** 'people' of people.yaml and people-2.yaml; undefined for a file of facts. */
function registerOf(name: string): keyof typeof registers | undefined {
  const plain = name.replace(/-\d+$/, "");
  return Object.hasOwn(registers, plain) ? (plain as keyof typeof registers) : undefined;
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

const howToDate = "Write it as 1939-08-23, 1939-08, 1939 or 1938-10-01/1938-10-10.";

/** Whether `from` and `to` are dates, in this order. */
function inTime({ from, to }: Omit<NameInTime, "name">, yaml: Yaml, path: Path, problems: Problems): void {
  for (const [end, text] of [
    ["from", from],
    ["to", to],
  ] as const) {
    const wrong = text === undefined ? undefined : dateProblem(text);
    if (wrong !== undefined) problems.add(yaml.at([...path, end]), wrong, howToDate);
  }
  const [began, ended] = [from, to].map((text) => (text === undefined ? null : parseEdtf(text)));
  if (began && ended && bounds(began).earliest > bounds(ended).latest) {
    problems.add(yaml.at([...path, "to"]), `\`${to}\` is before \`${from}\``, "Mend one of the two.");
  }
}

/** Whether the number of a figure says something, and stands within its own range. */
function figureAddsUp(figure: Figure, at: (...steps: Path) => Place, problems: Problems): void {
  const { low, best, high } = figure;
  const amounts = [low, best, high].filter((each) => each !== undefined);
  if (amounts.length === 0) problems.add(at(), "this figure has no number", "Add `best`, or `low` and `high`.");
  if (amounts.some((each, index) => index > 0 && each < amounts[index - 1]!))
    problems.add(at(), "the numbers of this figure are not in order", "`low` is the least, `high` the most.");
  if ((low === undefined) !== (high === undefined) && best === undefined)
    problems.add(at(), "this range has one end only", "Add the other, or write the number as `best`.");
  if (figure.recalled && confidenceOf(figure, "statement") !== "L") {
    problems.add(
      at("recalled"),
      "a figure that was recalled is not marked L",
      "Mark it L; or read it where it was published and take `recalled` out.",
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
    if (wrong !== undefined) problems.add(at(...steps), wrong, howToDate);
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
  if (fact.type === "agreement" || fact.type === "event" || fact.type === "figure") {
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
      const person = base.people.get(signatory.person);
      const days = [fact.date, fact.alsoDate?.date].flatMap((text) => text ?? []);
      if (person?.offices && !signedInOffice(person, signatory, days)) {
        const held = new Set(
          days.flatMap((day) => officesOn(person, day).map(({ office, of }) => `${office} (${of})`)),
        );
        problems.add(
          at("signatories", index, "as"),
          `\`${signatory.person}\` did not hold this office for \`${signatory.for}\` on that day`,
          held.size > 0
            ? `Held that day: ${[...held].join("; ")}. Mend \`as\`, or the \`offices\` of facts/people.yaml.`
            : "Nothing is known of that day: add it to their `offices` in facts/people.yaml.",
        );
      }
    }
    date(fact.inForce, "inForce");
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
  if (fact.type === "figure") {
    date(fact.year, "year");
    figureAddsUp(fact, at, problems);
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
