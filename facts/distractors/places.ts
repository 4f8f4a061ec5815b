import { confidenceOf, type Fact, type FactBase } from "@/facts/base";
import { choose } from "./choose";
import type { Candidate, Distractor, Wanted } from "./distractor";
import { holdsName, mentions, type Named } from "./same";
import { yearsBetween } from "./when";

/** The town in which something happened, without the house: 'Moscow, in the Kremlin' is Moscow. Null when the fact
 * names none, or more than one, or a country and not a town. */
export function townOf(fact: Fact, base: FactBase): string | null {
  if (!("place" in fact) || fact.place === undefined || fact.place.includes(";")) return null;
  const town = fact.place.split(",")[0]!.trim();
  const lands = [...base.states.values(), ...base.territories.values()];
  if (/^(north|south|east|west|central|eastern|western|northern|southern)/i.test(town)) return null;
  const named = { name: town };
  return lands.some((land) => holdsName(land, named)) ? null : town;
}

/**
 * Towns in which it did not happen: those of other facts of its period, of the same type and nearest in time first. A
 * town that is the same under another name (`alsoNamed`: names of one town each, such as Königsberg and Kaliningrad) or
 * that the fact itself speaks of is left out. None when the fact's place is not one town, or is not known well.
 */
export function otherPlaces(
  fact: Fact,
  base: FactBase,
  { alsoNamed = [], ...wanted }: Wanted & { alsoNamed?: readonly (readonly string[])[] },
): Distractor[] {
  const own = townOf(fact, base);
  if (own === null || confidenceOf(fact, "place") === "L" || fact.notRechecked?.includes("place")) return [];
  const named = (town: string): Named => {
    const accept = alsoNamed.filter((names) => names.some((name) => holdsName({ name }, { name: town }))).flat();
    return { name: town, accept };
  };
  const key = named(own);
  const said = [fact.statement, fact.name, fact.disputed ?? "", fact.alsoDate?.why ?? ""].join(" ");
  const candidates = [...base.facts.values()].flatMap((other): Candidate[] => {
    const town = other.id === fact.id ? null : townOf(other, base);
    const far = yearsBetween(fact, other) + (other.type === fact.type ? 0 : 1);
    if (town === null || far === Infinity) return [];
    if (holdsName(key, named(town)) || mentions(said, named(town))) return [];
    return [{ id: town, text: town, because: `Another thing happened in ${town}: ${other.name}.`, far }];
  });
  return choose(candidates, wanted);
}
