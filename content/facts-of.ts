import type { Fact, FactBase } from "@/facts/base";
import { bounds, parseEdtf } from "@/facts/dates";
import { apart, datesOf, mixed } from "@/facts/distractors";
import type { FactFilter } from "./schema";

/** Facts that meet every condition of a filter, in the author's order; `lessons` is the caller's to ask. */
export function factsMeeting(filter: FactFilter, base: FactBase): Fact[] {
  return [...base.facts.values()].filter((fact) => meets(fact, filter));
}

function meets(fact: Fact, { type, from, to, parties, signatory, takenBy, takenFrom, by, how }: FactFilter): boolean {
  const transfer = fact.type === "transfer" ? fact : undefined;
  const states = transfer ? [transfer.from, transfer.to] : "parties" in fact ? (fact.parties ?? []) : [];
  const signed = fact.type === "agreement" ? fact.signatories.map((each) => each.person) : [];
  return (
    // A number happens on no day: it is found by those alone who look for figures.
    (type === undefined ? fact.type !== "figure" : fact.type === type) &&
    (from === undefined || isFrom(fact, from)) &&
    (to === undefined || isTo(fact, to)) &&
    (parties ?? []).every((party) => states.includes(party)) &&
    (signatory === undefined || signed.includes(signatory)) &&
    (takenBy === undefined || transfer?.to === takenBy) &&
    (takenFrom === undefined || transfer?.from === takenFrom) &&
    (by === undefined || transfer?.instrument === by) &&
    (how === undefined || transfer?.how === how)
  );
}

function isFrom(fact: Fact, from: string): boolean {
  const [limit, date] = [parseEdtf(from), fact.date === undefined ? null : parseEdtf(fact.date)];
  return limit !== null && date !== null && bounds(date).earliest >= bounds(limit).earliest;
}

function isTo(fact: Fact, to: string): boolean {
  const [limit, date] = [parseEdtf(to), fact.date === undefined ? null : parseEdtf(fact.date)];
  return limit !== null && date !== null && bounds(date).latest <= bounds(limit).latest;
}

/**
 * Up to `draw` groups of `size` facts whose order in time is beyond doubt: no two of a group overlap. The seed chooses;
 * no group comes twice, and there are fewer when there are no more.
 */
export function groupsOf(
  facts: readonly Fact[],
  { size, draw, seed }: { size: number; draw: number; seed: number },
): Fact[][] {
  const groups: Fact[][] = [];
  const seen = new Set<string>();
  for (let turn = 0; turn < draw * 4 && groups.length < draw; turn++) {
    const inOrder = [...facts].sort(
      (a, b) => mixed(a.id, seed + turn) - mixed(b.id, seed + turn) || (a.id < b.id ? -1 : 1),
    );
    const group: Fact[] = [];
    for (const fact of inOrder) {
      if (group.length < size && group.every((other) => apart(datesOf(other), datesOf(fact)))) {
        if (datesOf(fact).length > 0) group.push(fact);
      }
    }
    const name = group
      .map(({ id }) => id)
      .sort()
      .join(" ");
    if (group.length < size || seen.has(name)) continue;
    seen.add(name);
    groups.push(group);
  }
  return groups;
}
