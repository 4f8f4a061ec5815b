import type { Agreement, Fact, FactBase, Transfer } from "@/facts/base";
import {
  datesOverlap,
  edtf,
  formatDate,
  liesWithin,
  parseEdtf,
  sameDate,
  toEdtf,
  type HistoricalDate,
} from "@/facts/dates";
import { datesOf, yearsBetween } from "@/facts/distractors/when";
import { factAskedBy, resolved } from "./resolve";
import type { Tells, Told } from "./told";

/** What a wrong answer is the right answer to. */
export interface Confusion {
  /** What it was given for: the fact asked. */
  asked: Fact;
  /** What it would have been right for; the fact asked itself, when it is another side of it. */
  with: Fact;
  /** After 'n of m': "gave the date of the Boundary Treaty, 28 September 1939", 'named Stalin, who signed …'. */
  says: string;
}

/**
 * Looks a wrong answer up as the right answer to something else, the nearest in kind and time first: a date at which
 * something else happened, a person who signed another agreement, a land or a state of another transfer. Empty when the
 * fact base knows nothing that it would be right for, and when it is right for the fact asked itself.
 */
export function confusionsOf(tells: Tells, factId: string, base: FactBase): Confusion[] {
  const asked = factAskedBy(tells.about, base.facts.get(factId), base);
  const told = resolved(tells.told, base);
  if (!asked || !told) return [];
  return lookUp(told, asked, base);
}

function lookUp(told: Exclude<Told, { text: string }>, asked: Fact, base: FactBase): Confusion[] {
  if ("date" in told) return byDate(told.date, asked, base);
  if ("person" in told) return byPerson(told.person, asked, base);
  if ("territory" in told) return byTerritory(told.territory, asked, base);
  if ("state" in told) return byState(told.state, asked, base);
  if ("number" in told) return byNumber(told.number, asked, base);
  const fact = base.facts.get(told.fact);
  return fact && fact.id !== asked.id ? [{ asked, with: fact, says: `named ${named(fact)}` }] : [];
}

function byDate(text: string, asked: Fact, base: FactBase): Confusion[] {
  const date = parseEdtf(text.replace(/ old style$/, ""));
  if (!date) return [];
  const said = formatDate(date);
  const own = otherSides(asked)
    .filter(({ at }) => at !== undefined && isSame(at, date))
    .map(({ of }): Confusion => ({ asked, with: asked, says: `gave ${said}, ${of}` }));
  // Its own date, or one that holds it, is no other's.
  if (datesOf(asked).some((each) => datesOverlap(each, date))) return own;
  const month = date.precision === "month";
  const at = (each: HistoricalDate) =>
    sameDate(each, date) || (month && each.precision === "day" && liesWithin(each, date));
  const others = nearest(asked, base, (fact) => datesOf(fact).some(at));
  return [
    ...own,
    ...others.map((fact): Confusion => {
      return { asked, with: fact, says: `gave ${said}, the ${month ? "month" : "date"} of ${named(fact, false)}` };
    }),
  ];
}

/** Dates of a fact that are not the one by which it is called. */
function otherSides(fact: Fact): { at: string | undefined; of: string }[] {
  if (fact.type === "agreement") return [{ at: fact.inForce, of: "when it came into force" }];
  if (fact.type === "transfer") return [{ at: fact.occupied, of: "when troops took control, not the day of the law" }];
  return [];
}

function isSame(text: string, date: HistoricalDate): boolean {
  const other = parseEdtf(text);
  if (!other) return false;
  return sameDate(other, date) || (other.precision === "interval" && text.split("/").includes(toEdtf(date)));
}

function byPerson(id: string, asked: Fact, base: FactBase): Confusion[] {
  const person = base.people.get(id);
  if (!person) return [];
  const signed = (fact: Fact) => fact.type === "agreement" && fact.signatories.some((each) => each.person === id);
  if (signed(asked)) return [];
  return nearest(asked, base, signed).map((fact): Confusion => {
    return { asked, with: fact, says: `named ${person.name}, who signed ${named(fact)}` };
  });
}

function byTerritory(id: string, asked: Fact, base: FactBase): Confusion[] {
  const land = base.territories.get(id);
  if (!land) return [];
  const moves = (fact: Fact) => fact.type === "transfer" && fact.territory === id;
  const about = (fact: Fact) => moves(fact) || (fact.territories?.includes(id) ?? false);
  if (moves(asked)) return [];
  const found = nearest(asked, base, moves);
  return (found.length > 0 ? found : nearest(asked, base, about)).map((fact): Confusion => {
    return { asked, with: fact, says: `named ${land.name}, a land of another matter: ${named(fact)}` };
  });
}

function byState(id: string, asked: Fact, base: FactBase): Confusion[] {
  const state = base.states.get(id);
  if (!state) return [];
  if (asked.type === "transfer") {
    const said = (fact: Transfer) => (fact.to === id ? "took it" : "lost it");
    // Of the same land: who lost it here and who had it at another time.
    const same = nearest(
      asked,
      base,
      (fact) => isTransferOf(fact, asked.territory) && (fact.to === id || fact.from === id),
    );
    const own: Confusion[] =
      asked.to === id || asked.from === id
        ? [{ asked, with: asked, says: `named ${state.name}, which ${said(asked)}` }]
        : [];
    return [
      ...own,
      ...same.map((fact): Confusion => {
        return {
          asked,
          with: fact,
          says: `named ${state.name}, which ${said(fact as Transfer)} at another time: ${named(fact)}`,
        };
      }),
    ];
  }
  const party = (fact: Fact) => fact.type === "agreement" && fact.parties.includes(id);
  if (asked.type !== "agreement" || party(asked)) return [];
  return nearest(asked, base, party).map((fact): Confusion => {
    return { asked, with: fact, says: `named ${state.name}, a party to ${named(fact)}` };
  });
}

function isTransferOf(fact: Fact, territory: string): fact is Transfer {
  return fact.type === "transfer" && fact.territory === territory;
}

function byNumber(value: number, asked: Fact, base: FactBase): Confusion[] {
  const holds = (fact: Fact) => fact.type === "figure" && [fact.best, fact.low, fact.high].includes(value);
  if (holds(asked)) return [];
  return nearest(asked, base, holds).map((fact): Confusion => {
    return { asked, with: fact, says: `gave the number of ${named(fact, false)}` };
  });
}

/** Every other fact that fits: of the same type, with a party in common and near in time first. */
function nearest(asked: Fact, base: FactBase, fits: (fact: Fact) => boolean): Fact[] {
  return [...base.facts.values()]
    .filter((fact) => fact.id !== asked.id && fits(fact))
    .map((fact) => ({ fact, far: distance(asked, fact) }))
    .sort((a, b) => a.far - b.far || (a.fact.id < b.fact.id ? -1 : 1))
    .map(({ fact }) => fact);
}

function distance(asked: Fact, fact: Fact): number {
  const years = Math.min(20, yearsBetween(asked, fact));
  const parties = (each: Fact) => (each as Partial<Agreement>).parties ?? [];
  const shared = parties(asked).some((party) => parties(fact).includes(party));
  return years + (fact.type === asked.type ? 0 : 4) + (shared ? 0 : 2);
}

/** ‘Boundary and Friendship Treaty’ (28 September 1939) */
function named(fact: Fact, dated = true): string {
  const name = `‘${fact.name}’`;
  return dated && fact.date !== undefined ? `${name} (${formatDate(edtf(fact.date))})` : name;
}
