import { confidenceOf, factsOfType, type Agreement, type FactBase, type Person } from "@/facts/base";
import { choose } from "./choose";
import type { Candidate, Distractor, Wanted } from "./distractor";
import { mentions, sameName } from "./same";
import { ofThePeriod, yearsBetween } from "./when";

/**
 * People who did not sign an agreement (or, with `forState`, did not sign it for that state): those who signed others
 * near in time and for the same parties first, then people of its period. Whoever shares a name with a signatory, or
 * is spoken of in the fact itself, is left out: that is no proof. None when the signatories are not known well.
 */
export function otherPeople(
  agreement: Agreement,
  base: FactBase,
  { forState, ...wanted }: Wanted & { forState?: string },
): Distractor[] {
  if (agreement.signatories.length === 0 || confidenceOf(agreement, "signatories") === "L") return [];
  if (agreement.notRechecked?.includes("signatories")) return [];
  const signed = agreement.signatories.flatMap(({ person }) => base.people.get(person) ?? []);
  const forOthers = agreement.signatories.filter((each) => forState !== undefined && each.for !== forState);
  const said = [agreement.statement, agreement.disputed ?? "", agreement.alsoDate?.why ?? ""].join(" ");
  const candidates = [...base.people.values()].flatMap((person): Candidate[] => {
    const { id, name: text } = person;
    const here = forOthers.find((each) => each.person === id);
    if (here) {
      const state = base.states.get(here.for)?.name ?? here.for;
      return [{ id, text, because: `${text} signed it too, but for ${withArticle(state)}.`, far: 0 }];
    }
    if (signed.some((each) => each.id === id || sameName(each, person))) return [];
    if (mentions(said, person) || mentions(said, { name: person.sortName })) return [];
    const near = nearestSigned(person, agreement, base) ?? ofItsTime(person, agreement);
    return near ? [{ id, text, ...near }] : [];
  });
  return choose(candidates, wanted);
}

function nearestSigned(
  person: Person,
  agreement: Agreement,
  base: FactBase,
): { because: string; far: number } | undefined {
  const [nearest] = factsOfType(base, "agreement")
    .filter((other) => other.id !== agreement.id && other.signatories.some((each) => each.person === person.id))
    .map((other) => {
      const state = other.signatories.find((each) => each.person === person.id)?.for ?? "";
      return { other, far: yearsBetween(agreement, other) + (agreement.parties.includes(state) ? 0 : 1.5) };
    })
    .filter(({ far }) => far < Infinity)
    .sort((a, b) => a.far - b.far || (a.other.id < b.other.id ? -1 : 1));
  if (!nearest) return undefined;
  return { far: nearest.far, because: `${person.name} signed another paper: ${nearest.other.name}.` };
}

function ofItsTime(person: Person, agreement: Agreement): { because: string; far: number } | undefined {
  const years = [...(person.roles ?? "").matchAll(/\b\d{4}\b/g)].map(([year]) => Number(year));
  if (!years.some((year) => ofThePeriod(agreement, year))) return undefined;
  return { far: 4, because: `${person.name} did not sign it. In those years: ${person.roles}.` };
}

/** 'the Soviet Union', 'Germany'. */
export function withArticle(state: string): string {
  return /\b(Union|Kingdom|States|Republic|State|City|Netherlands)\b/.test(state) ? `the ${state}` : state;
}
