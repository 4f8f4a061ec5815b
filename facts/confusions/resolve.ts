import type { Fact, FactBase } from "@/facts/base";
import { readDate, toEdtf } from "@/facts/dates";
import { foldName } from "@/facts/names";
import type { Tells, Told } from "./told";

/** What is told, with its words looked up: a name or a date where they are one, null where they are neither. */
export function resolved(told: Told, base: FactBase): Exclude<Told, { text: string }> | null {
  if (!("text" in told)) return told;
  const reading = readDate(told.text, { century: 1900 });
  if (reading.state === "read") return { date: toEdtf(reading.date) };
  return namesOf(base).get(foldName(told.text)) ?? null;
}

/** The fact that a part of an answer is about: of a land its latest transfer but one that is asked; else what is asked. */
export function factAskedBy(about: Tells["about"], asked: Fact | undefined, base: FactBase): Fact | undefined {
  if (about === undefined) return asked;
  if ("fact" in about) return base.facts.get(about.fact) ?? asked;
  if ("text" in about) {
    const named = namesOf(base).get(foldName(about.text));
    return (named && "fact" in named ? base.facts.get(named.fact) : undefined) ?? asked;
  }
  const transfers = [...base.facts.values()].filter(
    (fact) => fact.type === "transfer" && fact.territory === about.territory,
  );
  return transfers.find((fact) => fact.id === asked?.id) ?? (transfers.length === 1 ? transfers[0] : asked);
}

// Every wrong answer of a class is looked up in the same fact base.
const known = new WeakMap<FactBase, ReadonlyMap<string, Exclude<Told, { text: string }>>>();

/** Whatever has a name, by that name; of two that share one, neither. */
function namesOf(base: FactBase): ReadonlyMap<string, Exclude<Told, { text: string }>> {
  const there = known.get(base);
  if (there) return there;
  const all: [name: string, told: Exclude<Told, { text: string }>][] = [
    ...[...base.people.values()].flatMap(({ id, name, accept }) => each([name, ...accept], { person: id })),
    ...[...base.states.values()].flatMap(({ id, name, accept }) => each([name, ...accept], { state: id })),
    ...[...base.territories.values()].flatMap(({ id, name, accept }) =>
      each([name, ...(accept ?? [])], { territory: id }),
    ),
    ...[...base.facts.values()].flatMap(({ id, name, accept }) => each([name, ...(accept ?? [])], { fact: id })),
  ];
  const names = new Map<string, Exclude<Told, { text: string }>>();
  const shared = new Set<string>();
  for (const [name, told] of all) {
    const folded = foldName(name);
    const before = names.get(folded);
    if (before && JSON.stringify(before) !== JSON.stringify(told)) shared.add(folded);
    names.set(folded, told);
  }
  // A land and the state of that name are both meant; which, the question decides elsewhere.
  for (const name of shared) {
    const land = all.find(([each, told]) => foldName(each) === name && "territory" in told);
    if (land) names.set(name, land[1]);
    else names.delete(name);
  }
  known.set(base, names);
  return names;
}

function each<T>(names: readonly string[], told: T): [string, T][] {
  return names.map((name) => [name, told]);
}
