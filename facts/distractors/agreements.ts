import { factsOfType, type Agreement, type Fact, type FactBase, type Transfer } from "@/facts/base";
import { formatDate } from "@/facts/dates";
import { nameWords } from "@/facts/names";
import { choose } from "./choose";
import type { Candidate, Distractor, Wanted } from "./distractor";
import { holdsName, mentions } from "./same";
import { apart, datesOf, yearsBetween } from "./when";

/**
 * Agreements that were not signed when this one was: each of their dates lies apart from each of this one's. Those of
 * the same parties and nearest in time come first. A paper that is named within the other's name is not proved.
 */
export function otherAgreements(agreement: Agreement, base: FactBase, wanted: Wanted): Distractor[] {
  const dates = datesOf(agreement);
  const candidates = factsOfType(base, "agreement").flatMap((other): Candidate[] => {
    if (other.id === agreement.id || holdsName(agreement, other) || !apart(dates, datesOf(other))) return [];
    const far = yearsBetween(agreement, other) + (shared(agreement, other) > 0 ? 0 : 1);
    if (far === Infinity) return [];
    return [
      {
        id: other.id,
        text: other.name,
        because: `That one is dated ${formatDate(datesOf(other)[0]!)}. ${other.statement}`,
        far,
      },
    ];
  });
  return choose(candidates, wanted);
}

/** The instrument of a transfer in words; null when it had none ('no clear act'), so that none can be asked. What came
 * with another transfer came by that one's instrument. */
export function instrumentOf(transfer: Transfer, base: FactBase): string | null {
  if (/^(none|no)\b/i.test(transfer.instrument)) return null;
  const fact = base.facts.get(transfer.instrument);
  if (fact?.type !== "transfer") return fact?.name ?? transfer.instrument;
  return base.facts.has(fact.instrument) || /^(none|no)\b/i.test(fact.instrument) ? null : fact.instrument;
}

/**
 * Instruments by which a land did not pass: agreements and acts near in time. Not one that moved the same land, that
 * speaks of it, that bears the same date, or whose words hold the other's ('Decree of the Presidium' and the same
 * 'after the Potsdam protocol').
 */
export function otherInstruments(transfer: Transfer, base: FactBase, wanted: Wanted): Distractor[] {
  const right = instrumentOf(transfer, base);
  const land = base.territories.get(transfer.territory);
  if (right === null || !land) return [];
  const own = [
    ...datesOf(transfer),
    ...(base.facts.has(transfer.instrument) ? datesOf(base.facts.get(transfer.instrument)!) : []),
  ];
  const transfers = factsOfType(base, "transfer");
  const acts = [
    ...factsOfType(base, "agreement").map((fact) => ({ id: fact.id, text: fact.name, fact: fact as Fact })),
    ...transfers.flatMap((each) => {
      const text = instrumentOf(each, base);
      return text === null ? [] : [{ id: each.instrument, text, fact: base.facts.get(each.instrument) ?? each }];
    }),
  ];
  const taboo = new Set(
    transfers.filter((each) => each.territory === transfer.territory).map((each) => each.instrument),
  );
  const candidates = acts.flatMap(({ id, text, fact }): Candidate[] => {
    if (id === transfer.instrument || taboo.has(id) || alike(text, right) || !apart(own, datesOf(fact))) return [];
    const lands = fact.type === "transfer" ? [fact.territory, ...(fact.territories ?? [])] : (fact.territories ?? []);
    if (lands.includes(land.id) || mentions(`${fact.name} ${fact.statement} ${fact.disputed ?? ""}`, land)) return [];
    const parties = fact.type === "transfer" ? [fact.from, fact.to] : "parties" in fact ? (fact.parties ?? []) : [];
    const both = [transfer.from, transfer.to].filter((id) => parties.includes(id)).length;
    const far = yearsBetween(transfer, fact) + 1.5 * (2 - both);
    return far === Infinity ? [] : [{ id, text, because: `That is about something else: ${fact.statement}`, far }];
  });
  const nearest = candidates.sort((a, b) => a.far - b.far || (a.id < b.id ? -1 : 1));
  return choose(
    nearest.filter((each, index) => nearest.findIndex((other) => alike(other.text, each.text)) === index),
    wanted,
  );
}

/** Whether all the words of the one stand in the other, plural or singular. */
function alike(a: string, b: string): boolean {
  const x = wordsIn(a);
  const y = wordsIn(b);
  return [...x].every((word) => y.has(word)) || [...y].every((word) => x.has(word));
}

const taken = new Map<string, ReadonlySet<string>>();

function wordsIn(text: string): ReadonlySet<string> {
  const known = taken.get(text);
  if (known) return known;
  if (taken.size > 2000) taken.clear();
  const words = new Set(nameWords(text).map((word) => word.replace(/s$/, "")));
  taken.set(text, words);
  return words;
}

function shared(a: Agreement, b: Agreement): number {
  return a.parties.filter((party) => b.parties.includes(party)).length;
}
