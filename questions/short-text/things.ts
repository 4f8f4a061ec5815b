import type { Fact, FactBase } from "@/facts/base";
import { formatDate, parseEdtf } from "@/facts/dates";

/** Anything of a fact base that has a name, with every form that a learner may write. */
export interface Thing {
  id: string;
  sort: "person" | "state" | "territory" | "agreement" | "event" | "place";
  name: string;
  /** The name first. */
  forms: string[];
  /** Of a person. */
  sortName?: string;
  /** Who or what it is, for whoever wrote it in the wrong place. */
  about?: string;
  /** Of a place: the facts that happened there. */
  facts?: string[];
}

/** Nouns by which agreements are classed; alone they name none. */
const CLASSES =
  /^(?:the\s+)?(?:secret\s+)?(?:pacts?|treat(?:y|ies)|agreements?|protocols?|conventions?|awards?|declarations?|accords?|alliances?|talks?|ultimatums?|armistices?)$/i;

const made = new WeakMap<FactBase, readonly Thing[]>();

/** Everything in a fact base that has a name, in its own order; states and lands of one id are both there. */
export function thingsOf(facts: FactBase): readonly Thing[] {
  const things = made.get(facts) ?? all(facts);
  made.set(facts, things);
  return things;
}

function all(facts: FactBase): Thing[] {
  return [
    ...[...facts.people.values()].map((person): Thing => ({
      id: person.id,
      sort: "person",
      name: person.name,
      forms: distinct([person.name, person.sortName, ...person.accept]),
      sortName: person.sortName,
      ...(person.roles ? { about: person.roles } : {}),
    })),
    ...[...facts.states.values()].map(({ id, name, accept }): Thing => ({
      id,
      sort: "state",
      name,
      forms: distinct([name, ...accept]).flatMap(bracketed),
    })),
    ...[...facts.territories.values()].map(({ id, name, accept = [] }): Thing => ({
      id,
      sort: "territory",
      name,
      forms: distinct([name, ...accept]).flatMap(bracketed),
    })),
    ...[...facts.facts.values()].filter((fact) => fact.type !== "figure").map(ofFact),
    ...placesOf(facts),
  ];
}

function ofFact(fact: Fact): Thing {
  const agreement = fact.type === "agreement";
  const names = [fact.name, ...(agreement ? [fact.shortName] : []), ...(fact.accept ?? [])].flatMap(bracketed);
  const date = fact.date === undefined ? null : parseEdtf(fact.date);
  return {
    id: fact.id,
    sort: agreement ? "agreement" : "event",
    name: fact.name,
    forms: distinct(names).filter((name, i) => i === 0 || !CLASSES.test(name)),
    ...(date ? { about: formatDate(date) } : {}),
  };
}

/** 'Petsamo (Pechenga)' is known whole, without the bracket, and by what is in it. */
function bracketed(name: string): string[] {
  const inside = /^(.+?)\s*\(([^()]+)\)$/.exec(name);
  return inside ? [name, inside[1]!, inside[2]!] : [name];
}

/** Places are words of the facts; one that says more than where ('Locarno; signed in London') is none. */
function placesOf(facts: FactBase): Thing[] {
  const places = new Map<string, string[]>();
  for (const fact of facts.facts.values()) {
    const place = "place" in fact ? fact.place : undefined;
    if (!place || !/^[\p{L}\p{M} .'’-]{2,60}$/u.test(place) || / (?:and|or) /.test(place)) continue;
    places.set(place, [...(places.get(place) ?? []), fact.id]);
  }
  return [...places].map(([name, of]) => ({
    id: `place:${name.toLowerCase().replaceAll(" ", "-")}`,
    sort: "place",
    name,
    forms: [name],
    facts: of,
  }));
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)];
}
