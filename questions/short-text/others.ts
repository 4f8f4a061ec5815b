import { foldPerson, foldThing, slipsBetween, type FoldedName } from "@/facts/names";
import type { Asks, Body, Key } from "./schema";
import { nameOf } from "./sort";
import type { Thing } from "./things";

/** Sorts of things that one is mistaken for the other among. */
const GROUPS: Record<Asks, readonly Thing["sort"][]> = {
  person: ["person"],
  state: ["state", "territory"],
  territory: ["territory", "state"],
  place: ["place", "territory", "state"],
  agreement: ["agreement", "event"],
  event: ["event", "agreement"],
  text: [],
};

/** As many as a key carries; those of the sort that is asked, then those nearest to the right name are kept. */
const MOST_OTHERS = 250;
const MOST_NEAR = 50;
/** Twice what a long word is forgiven: nothing further off is ever as near as what is right. */
const NEAR = 4;

/**
 * What else a text may name: things of the sort that is asked, and things of any sort whose name is near the right one.
 * What bears the very same name as another sort of thing (Estonia the state, Estonia the land) is no other.
 */
export function othersFor(
  right: readonly FoldedName[],
  asks: Asks,
  all: readonly Thing[],
  wanted: ReadonlySet<string>,
): Key["others"] {
  const group = GROUPS[asks];
  const forms = right.flatMap(formsOf);
  const seen = new Set(wanted);
  // Latvia the state stands for Latvia the land and Latvia the place.
  const bornBy = new Map<string, Thing["sort"]>();
  const alike: { other: Key["others"][number]; own: string[]; sort: Thing["sort"] }[] = [];
  const near: Key["others"] = [];
  for (const sort of [...group, ...SORTS.filter((each) => !group.includes(each))]) {
    for (const thing of all) {
      if (thing.sort !== sort || seen.has(thing.id)) continue;
      const known = fold(thing);
      const own = formsOf(known);
      if (sort !== asks && own.some((form) => forms.includes(form))) continue;
      if (own.some((form) => (bornBy.get(form) ?? sort) !== sort)) continue;
      for (const form of own) bornBy.set(form, sort);
      seen.add(thing.id);
      const other = { ...known, ...(thing.about === undefined ? {} : { about: thing.about.slice(0, 400) }) };
      if (group.includes(sort)) alike.push({ other, own, sort });
      else if (distanceBetween(forms, own, NEAR) <= NEAR) near.push(other);
    }
  }
  return [...nearest(alike, forms, asks), ...near.slice(0, MOST_NEAR)];
}

/** The likeliest to be written in its place, when there are more than a key carries. */
function nearest(
  alike: { other: Key["others"][number]; own: string[]; sort: Thing["sort"] }[],
  forms: readonly string[],
  asks: Asks,
): Key["others"] {
  if (alike.length <= MOST_OTHERS) return alike.map(({ other }) => other);
  return alike
    .map(({ other, own, sort }) => ({ other, rank: sort === asks ? 0 : distanceBetween(forms, own, 12) }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST_OTHERS)
    .map(({ other }) => other);
}

const SORTS = ["person", "state", "territory", "agreement", "event", "place"] as const;

const folds = new WeakMap<Thing, FoldedName>();

function fold(thing: Thing): FoldedName {
  const made = folds.get(thing) ?? folded(thing);
  folds.set(thing, made);
  return made;
}

function folded(thing: Thing): FoldedName {
  if (thing.sort === "person")
    return foldPerson({ id: thing.id, name: thing.name, sortName: thing.sortName, accept: thing.forms.slice(1) });
  return foldThing(thing, nameOf(thing.sort) === "phrase" ? "phrase" : "thing");
}

function formsOf({ keys, surnameKeys = [] }: FoldedName): string[] {
  return [...keys, ...surnameKeys];
}

/** The fewest slips between a form of the one and a form of the other; `most + 1` when there are more. */
function distanceBetween(a: readonly string[], b: readonly string[], most: number): number {
  let least = most + 1;
  for (const one of a) for (const other of b) least = Math.min(least, slipsBetween(one, other, least));
  return least;
}

/** Names that several of this sort bear, over the whole course: the list says nothing of who is asked. */
export function namesakesAmong(asks: Asks, all: readonly Thing[]): Body["namesakes"] {
  if (asks === "text") return [];
  const bearers = new Map<string, { id: string; name: string }[]>();
  for (const thing of all) {
    if (thing.sort !== asks) continue;
    for (const key of new Set(formsOf(fold(thing)))) {
      bearers.set(key, [...(bearers.get(key) ?? []), { id: thing.id, name: thing.name }]);
    }
  }
  return [...bearers]
    .filter(([, of]) => of.length > 1)
    .slice(0, 40)
    .map(([key, of]) => ({ key, of: of.slice(0, 8) }));
}
