import { factsOfType, type Agreement, type FactBase } from "@/facts/base";
import { foldPerson, foldThing, type FoldedName } from "@/facts/names";
import type { Ask } from "./schema";
import { signedElsewhere } from "./tally";
import { atStart } from "./words";

/** Something that a set may have: a person, a state, a land, an agreement. */
export interface Thing {
  id: string;
  name: string;
  sortName: string;
  forms: readonly string[];
  fold(): FoldedName;
}

/** Everything of the sort that is asked, in the author's order. */
export function thingsOf(ask: Ask, facts: FactBase): Map<string, Thing> {
  const things = (): Thing[] => {
    switch (ask) {
      case "signatories":
      case "people":
        return [...facts.people.values()].map((person) => ({
          id: person.id,
          name: person.name,
          sortName: person.sortName,
          forms: [person.name, ...person.accept],
          fold: () => foldPerson(person),
        }));
      case "parties":
      case "ratifiers":
      case "states":
        return [...facts.states.values()].map(thing);
      case "territories":
        return [...facts.territories.values()].map(thing);
      case "agreements":
        return factsOfType(facts, "agreement").map(({ id, name, shortName }) =>
          thing({ id, name, accept: [shortName.replace(/^the /i, "")] }),
        );
    }
  };
  return new Map(things().map((each) => [each.id, each]));
}

function thing({ id, name, accept = [] }: { id: string; name: string; accept?: readonly string[] }): Thing {
  const forms = [name, ...accept];
  return { id, name, sortName: name, forms, fold: () => foldThing({ id, name, forms }) };
}

/** A receipt names no more. */
const MOST_NAMED = 3;

/** What something that is not of the set would have been right for, a sentence; undefined when nothing is known. */
export function elsewhere(ask: Ask, id: string, agreement: Agreement | undefined, facts: FactBase): string | undefined {
  const agreements = factsOfType(facts, "agreement").filter((each) => each.id !== agreement?.id);
  const named = (of: (each: Agreement) => boolean) =>
    agreements
      .filter(of)
      .map(({ name }) => name)
      .slice(0, MOST_NAMED);
  switch (ask) {
    case "signatories": {
      const signed = named((each) => each.signatories.some(({ person }) => person === id));
      return signed.length > 0 ? signedElsewhere(signed) : undefined;
    }
    case "parties": {
      const party = named((each) => each.parties.includes(id));
      return party.length > 0 ? `It is a party to: ${party.join("; ")}.` : undefined;
    }
    case "ratifiers":
      if (agreement?.parties.includes(id)) return "It is a party, and nothing is known of a ratification by it.";
      return undefined;
    default:
      return undefined;
  }
}

/** Names of another sort that are often given instead, each with what is said of it. */
export function kinOf(ask: Ask, agreement: Agreement | undefined, facts: FactBase): (FoldedName & { say: string })[] {
  const states = (say: (id: string, name: string) => string) =>
    [...thingsOf("states", facts).values()].map(({ id, name, fold }) => ({ ...fold(), say: say(id, name) }));
  const lands = () => {
    const names = new Set([...facts.states.values()].map(({ name }) => name));
    return [...facts.territories.values()]
      .filter(({ name }) => !names.has(name))
      .map((land) => ({ ...thing(land).fold(), say: `${atStart(land.name)} is a land.` }));
  };
  switch (ask) {
    case "signatories":
      return [
        ...states((id, name) =>
          agreement?.parties.includes(id)
            ? `${atStart(name)} is a party to it, not a person.`
            : `${atStart(name)} is a state.`,
        ),
        ...lands(),
      ];
    case "people":
      return [...states((_, name) => `${atStart(name)} is a state.`), ...lands()];
    case "parties":
    case "ratifiers":
      return (agreement?.signatories ?? []).flatMap(({ person, for: state }) => {
        const one = facts.people.get(person);
        const whose = facts.states.get(state)?.name;
        return one
          ? [{ ...foldPerson(one), say: `${one.name} signed it${whose === undefined ? "" : ` for ${whose}`}.` }]
          : [];
      });
    default:
      return [];
  }
}
