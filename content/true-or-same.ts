import type { Fact, FactBase } from "@/facts/base";
import { datesOverlap, readDate, type HistoricalDate } from "@/facts/dates";
import { datesOf, mentions } from "@/facts/distractors";
import { foldName } from "@/facts/names";
import type { Finding } from "./item-lint";

interface Asked {
  prompt: string;
  fact: Fact;
  facts: FactBase;
}

/**
 * Choices marked wrong that the fact base knows to be right: another name of a right one, a second signatory, another
 * party, the second date, one of two places. What a prompt asks is known only as far as its right choices tell: when
 * they are signatories of the fact, so may a wrong one not be, unless the prompt names the state that he signed for.
 */
export function trueOrSame(choices: readonly { right: string[]; wrong: string[] }[], asked: Asked): Finding[] {
  return choices.flatMap(({ right, wrong }) =>
    wrong.flatMap((text): Finding[] => {
      const same = right.find((each) => isSame(each, text, asked.facts));
      if (same !== undefined) {
        return [
          { message: `‘${text}’ is marked wrong and is another name of ‘${same}’`, remedy: "Offer something else." },
        ];
      }
      const why = right.length > 0 ? whyTrue(right, text, asked) : undefined;
      return why === undefined
        ? []
        : [
            {
              message: `‘${text}’ is marked wrong and is true: ${why}`,
              remedy: "Offer something else, or ask more narrowly.",
            },
          ];
    }),
  );
}

function isSame(a: string, b: string, facts: FactBase): boolean {
  if (foldName(a) !== "" && foldName(a) === foldName(b)) return true;
  const x = meant(a, facts);
  const y = meant(b, facts);
  return x.some((each) => y.includes(each));
}

/** What a text names, exactly and in full: 'person molotov', 'state ussr'. */
function meant(text: string, facts: FactBase): readonly string[] {
  return namesOf(facts).get(foldName(text)) ?? [];
}

const indexes = new WeakMap<FactBase, Map<string, string[]>>();

/** By every name, folded; made once for a fact base, which is asked thousands of times. */
function namesOf(facts: FactBase): ReadonlyMap<string, string[]> {
  const there = indexes.get(facts);
  if (there) return there;
  const index = new Map<string, string[]>();
  const add = (what: string, all: Iterable<{ id: string; name: string; accept?: readonly string[] }>) => {
    for (const { id, name, accept = [] } of all)
      for (const folded of new Set([name, ...accept].map(foldName)))
        index.set(folded, [...(index.get(folded) ?? []), `${what} ${id}`]);
  };
  add("person", facts.people.values());
  add("state", facts.states.values());
  add("territory", facts.territories.values());
  add("fact", facts.facts.values());
  indexes.set(facts, index);
  return index;
}

function whyTrue(right: readonly string[], wrong: string, { prompt, fact, facts }: Asked): string | undefined {
  const ids = (text: string, what: string) =>
    meant(text, facts).flatMap((each) => (each.startsWith(`${what} `) ? [each.slice(what.length + 1)] : []));
  const allRight = (what: string, known: (id: string) => boolean) => right.every((text) => ids(text, what).some(known));

  if (fact.type === "agreement") {
    const signed = (id: string) => fact.signatories.some((each) => each.person === id);
    const here = ids(wrong, "person").find(signed);
    if (here !== undefined && /\bsign/i.test(prompt) && allRight("person", signed) && !setApart(right, here)) {
      return `${facts.people.get(here)!.name} signed as well`;
    }
  }
  if ("parties" in fact && fact.parties) {
    const { parties } = fact;
    const here = ids(wrong, "state").find((id) => parties.includes(id));
    if (
      here !== undefined &&
      /\bpart(y|ies)\b|\bsigned\b/i.test(prompt) &&
      allRight("state", (id) => parties.includes(id))
    ) {
      return `${facts.states.get(here)!.name} was a party as well`;
    }
  }
  if (fact.type === "transfer") {
    const here = ids(wrong, "state").find((id) =>
      [...facts.facts.values()].some(
        (other) =>
          other.type === "transfer" &&
          other.id !== fact.id &&
          other.territory === fact.territory &&
          other.to === id &&
          datesOf(other).some((date) => datesOf(fact).some((own) => datesOverlap(date, own))),
      ),
    );
    if (here !== undefined && allRight("state", (id) => id === fact.to))
      return `${facts.states.get(here)!.name} got it as well`;
  }
  const dates = datesOf(fact);
  const given = dateIn(wrong);
  if (given && dates.length > 0) {
    const ofFact = (date: HistoricalDate | undefined) =>
      date !== undefined && dates.some((own) => datesOverlap(own, date));
    if (ofFact(given) && right.every((text) => ofFact(dateIn(text)))) return `it lies within the dates of the fact`;
  }
  const another = ids(wrong, "fact").map((id) => facts.facts.get(id)!);
  if (ids(right[0]!, "fact").includes(fact.id) && namesDate(prompt)) {
    const day = dateIn(namesDate(prompt)!);
    const same = another.find(
      (other) =>
        day !== undefined && other.type === fact.type && datesOf(other).some((date) => datesOverlap(date, day)),
    );
    if (same) return `that date is right for it too`;
  }
  if ("place" in fact && fact.place !== undefined && /\bwhere\b|\bplace\b|\bcity\b|\btown\b/i.test(prompt)) {
    const places = fact.place.split(/[;,]/).map((each) => foldName(each));
    if (places.includes(foldName(wrong)) && right.some((text) => places.includes(foldName(text))))
      return "it is among the places of the fact";
  }
  return undefined;

  /** Whether the prompt names a state for which the right one signed and this one did not. */
  function setApart(texts: readonly string[], person: string): boolean {
    if (fact.type !== "agreement") return false;
    const state = (id: string) => fact.signatories.find((each) => each.person === id)?.for;
    const rightStates = texts.flatMap((text) => ids(text, "person").flatMap((id) => state(id) ?? []));
    return [...facts.states.values()].some(
      (each) => mentions(prompt, each) && rightStates.includes(each.id) && state(person) !== each.id,
    );
  }
}

function dateIn(text: string): HistoricalDate | undefined {
  const reading = readDate(text, { century: 1900 });
  return reading.state === "read" ? reading.date : undefined;
}

/** '23 August 1939', where a prompt says so. */
function namesDate(prompt: string): string | undefined {
  return /\b\d{1,2}\s+[A-Z][a-z]+\s+\d{3,4}\b/.exec(prompt.replace(/\u00A0/g, " "))?.[0];
}
