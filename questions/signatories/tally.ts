import { foldName, readNames, type How } from "@/facts/names";
import { knownBy, recognise, type Found } from "./recognise";
import type { FirstKey, Key, Response, SetKey } from "./schema";
import { sameCast } from "./same-cast";
import { splitNames } from "./split";

/** One name of an answer, and how it counts. */
export interface Named {
  /** As it was typed or chosen. */
  text: string;
  standing:
    | "right"
    /** Something that is not of the set. */
    | "wrong"
    /** A name that nothing here bears: counts as a wrong one. */
    | "unknown"
    /** A name of several: counts for nothing. */
    | "unclear"
    /** A name of another sort, a state where people are asked: counts for nothing. */
    | "kin"
    /** Named before: counts once. */
    | "again";
  /** What it was taken for. */
  one?: { id: string; name: string };
  /** By what it was known, when it was not the name itself. */
  by?: string;
  /** What it may mean, by name, when it is unclear. */
  several?: readonly string[];
  /** What there is to tell of a wrong or foreign name, a sentence. */
  say?: string;
}

/** Far more than any set has; rows stuffed with commas cost no more to read than this. */
const MOST_NAMES = 60;

/** Reads every name of an answer. Order does not matter but to which of two doubles counts. */
export function tally(response: Response, key: Key): Named[] {
  const named = "members" in key ? namedOf(response, key) : namedOfFirst(response, key);
  const seen = new Set<string>();
  return named.map((each) => {
    if (each.standing === "unclear" || each.standing === "kin") return each;
    const mark = each.one?.id ?? `unknown ${foldName(each.text)}`;
    if (seen.has(mark)) return { text: each.text, standing: "again", one: each.one };
    seen.add(mark);
    return each;
  });
}

function namedOf(response: Response, key: SetKey): Named[] {
  const members = new Map(key.members.map((member) => [member.id, member]));
  const cast = (one: SetKey["cast"][number]): Pick<Named, "standing" | "one" | "say"> =>
    members.has(one.id)
      ? { standing: "right", one }
      : { standing: "wrong", one, ...(one.elsewhere ? { say: one.elsewhere } : {}) };

  if (response.entry === "picked") {
    return response.people.map((id): Named => {
      const one = key.cast.find((each) => each.id === id);
      return one ? { text: one.name, ...cast(one) } : { text: id, standing: "unknown" };
    });
  }
  // Most texts are asked about more than once while they are taken apart.
  const known = new Map<string, Found>();
  const found = (text: string) => {
    let one = known.get(text);
    if (!one) known.set(text, (one = recognise(text, key)));
    return one;
  };
  const texts: string[] = [];
  for (const row of response.names)
    if (texts.length < MOST_NAMES) texts.push(...splitNames(row, (text) => found(text).state !== "unknown"));
  return texts.map((text): Named => {
    const taken = found(text);
    switch (taken.state) {
      case "one": {
        const { one, distance } = taken;
        const by = knownBy(text, one.name, members.get(one.id)?.aliases ?? [], distance);
        return { text, ...cast(one), ...(by === undefined ? {} : { by }) };
      }
      case "kin":
        return { text, standing: "kin", one: taken.kin, say: taken.kin.say };
      case "several":
        return { text, standing: "unclear", several: [...new Set(taken.names.map(({ name }) => name))] };
      case "unknown":
        return { text, standing: "unknown" };
    }
  });
}

const HOW: Record<How, string | undefined> = {
  "as written": undefined,
  "by surname": "by surname",
  "in another spelling": "another spelling",
  "typing slip": "a typing slip",
};

/** By the keys of before there were other sets, whose names are not made ready. */
function namedOfFirst(response: Response, key: FirstKey): Named[] {
  const signed = new Set(key.signatories.map(({ person }) => person));
  const cast = (one: FirstKey["cast"][number]): Pick<Named, "standing" | "one" | "say"> =>
    signed.has(one.id)
      ? { standing: "right", one }
      : { standing: "wrong", one, ...(one.signed.length > 0 ? { say: signedElsewhere(one.signed) } : {}) };

  if (response.entry === "picked") {
    return response.people.map((id): Named => {
      const one = key.cast.find((each) => each.id === id);
      return one ? { text: one.name, ...cast(one) } : { text: id, standing: "unknown" };
    });
  }
  const people = sameCast(key.cast);
  const named: Named[] = [];
  for (const row of response.names) {
    if (named.length >= MOST_NAMES) break;
    for (const { text, recognition } of readNames(row, people)) {
      if (recognition.state === "unknown") named.push({ text, standing: "unknown" });
      else if (recognition.state === "ambiguous")
        named.push({ text, standing: "unclear", several: recognition.people.map(({ name }) => name) });
      else named.push({ text, ...cast(recognition.person), by: HOW[recognition.how] });
    }
  }
  return named;
}

/** What a name would have been right for. */
export function signedElsewhere(agreements: readonly string[]): string {
  return `That signature stands under: ${agreements.join("; ")}.`;
}

/** The members with what is said beside each. */
export function membersOf(key: Key): { id: string; name: string; note?: string }[] {
  const nameOf = (id: string) => key.cast.find((each) => each.id === id)?.name ?? id;
  return "members" in key
    ? key.members.map(({ id, note }) => ({ id, name: nameOf(id), ...(note === undefined ? {} : { note }) }))
    : key.signatories.map(({ person, for: state, as }) => ({
        id: person,
        name: nameOf(person),
        note: `${state}: ${as}`,
      }));
}
