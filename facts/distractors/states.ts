import { factsOfType, type Fact, type FactBase, type State, type Transfer } from "@/facts/base";
import { choose } from "./choose";
import type { Candidate, Distractor, Wanted } from "./distractor";
import { withArticle } from "./people";
import { mentions, sameName } from "./same";
import { datesOf, yearsApart, yearsBetween } from "./when";

/**
 * States that did not get the land by this change (`end: "to"`), or did not lose it (`end: "from"`). The state at the
 * other end comes first: the two are often exchanged. Then whoever had the land at another time, and states that other
 * land passed to or from. One that got the same land within a year of it, or that the fact speaks of otherwise, is not
 * proved.
 */
export function otherStates(
  transfer: Transfer,
  base: FactBase,
  { end, ...wanted }: Wanted & { end: "from" | "to" },
): Distractor[] {
  const right = base.states.get(transfer[end]);
  if (!right) return [];
  const other = end === "to" ? "from" : "to";
  const transfers = factsOfType(base, "transfer");
  const said = [transfer.joined ?? "", transfer.disputed ?? "", transfer.statement].join(" ");
  const land = base.territories.get(transfer.territory)?.name ?? transfer.name;
  const candidates = [...base.states.values()].flatMap((state): Candidate[] => {
    if (state.id === right.id || sameName(state, right)) return [];
    const { id, name: text } = state;
    const named = capital(withArticle(text));
    if (id === transfer[other]) {
      const because =
        end === "to" ? `${named} lost the land; it did not get it.` : `${named} got the land; it did not lose it.`;
      return [{ id, text, because, far: 0 }];
    }
    const same = transfers.filter(
      (each) => each.territory === transfer.territory && each[end] === id && each.id !== transfer.id,
    );
    if (same.some((each) => withinAYear(each, transfer)) || spokenOf(said, state)) return [];
    if (same.length > 0 && same.every((each) => yearsBetween(each, transfer) < Infinity)) {
      return [{ id, text, because: `That was at another time: ${same[0]!.name}.`, far: 0.1 }];
    }
    const [near] = transfers
      .filter((each) => each.territory !== transfer.territory && (each.to === id || each.from === id))
      .map((each) => ({ each, far: yearsBetween(each, transfer) + (each[end] === id ? 0 : 0.5) }))
      .filter(({ far }) => far < Infinity)
      .sort((a, b) => a.far - b.far || (a.each.id < b.each.id ? -1 : 1));
    if (near)
      return [{ id, text, because: `${named} is right for another land: ${near.each.name}.`, far: 0.2 + near.far }];
    const about = aboutState(state, transfer, base);
    return about ? [{ id, text, because: `${named} had no part in what happened to this land: ${land}.`, far: 8 }] : [];
  });
  return choose(candidates, wanted);
}

/** States that are no party to this. One that the fact speaks of, or that shares a name with a party, is not proved. */
export function otherParties(fact: Fact, base: FactBase, wanted: Wanted): Distractor[] {
  if (!("parties" in fact) || !fact.parties || fact.parties.length === 0) return [];
  const parties = fact.parties.flatMap((id) => base.states.get(id) ?? []);
  const said = [fact.name, fact.statement, fact.disputed ?? ""].join(" ");
  const candidates = [...base.states.values()].flatMap((state): Candidate[] => {
    if (parties.some((party) => party.id === state.id || sameName(party, state)) || spokenOf(said, state)) return [];
    const [near] = [...base.facts.values()]
      .filter((other) => other.id !== fact.id && "parties" in other && other.parties?.includes(state.id))
      .map((other) => ({ other, far: yearsBetween(fact, other) + (other.type === fact.type ? 0 : 1) }))
      .filter(({ far }) => far < Infinity)
      .sort((a, b) => a.far - b.far || (a.other.id < b.other.id ? -1 : 1));
    if (!near) return [];
    const because = `${capital(withArticle(state.name))} was no party to it, but to this: ${near.other.name}.`;
    return [{ id: state.id, text: state.name, because, far: near.far }];
  });
  return choose(candidates, wanted);
}

/** 'Lithuanian SSR' speaks of Lithuania as well: the first letters of a long name are enough to be careful. */
function spokenOf(text: string, state: State): boolean {
  const stem = state.name.length > 5 ? state.name.slice(0, -1).toLowerCase() : undefined;
  return mentions(text, state) || (stem !== undefined && text.toLowerCase().includes(stem));
}

function withinAYear(a: Transfer, b: Transfer): boolean {
  return datesOf(a).some((x) => datesOf(b).some((y) => yearsApart(x, y) <= 1));
}

function aboutState(state: State, transfer: Transfer, base: FactBase): boolean {
  return [...base.facts.values()].some(
    (fact) => "parties" in fact && fact.parties?.includes(state.id) && yearsBetween(fact, transfer) < Infinity,
  );
}

function capital(text: string): string {
  return text[0]!.toUpperCase() + text.slice(1);
}
