import { factsOfType, type FactBase, type Transfer } from "@/facts/base";
import { choose } from "./choose";
import type { Candidate, Distractor, Wanted } from "./distractor";
import { holdsName, mentions } from "./same";
import { yearsBetween } from "./when";

/**
 * Lands that did not pass by this change: those that passed between the same states or near in time first. What the
 * same instrument moved, what passed between the same two states within two years, what one of the facts names, and
 * land whose name holds the other's (Slovakia, Southern Slovakia) is not proved.
 */
export function otherTerritories(transfer: Transfer, base: FactBase, wanted: Wanted): Distractor[] {
  const right = base.territories.get(transfer.territory);
  if (!right) return [];
  const transfers = factsOfType(base, "transfer");
  const instrument = base.facts.get(transfer.instrument);
  const alsoMoved = new Set([
    ...transfers.filter((each) => each.instrument === transfer.instrument).map((each) => each.territory),
    ...transfers
      .filter((each) => each.to === transfer.to && each.from === transfer.from && yearsBetween(each, transfer) <= 2)
      .map((each) => each.territory),
    ...(transfer.territories ?? []),
    ...(instrument?.territories ?? []),
  ]);
  const said = [transfer.statement, transfer.disputed ?? "", instrument?.statement ?? ""].join(" ");
  const candidates = [...base.territories.values()].flatMap((land): Candidate[] => {
    if (land.id === right.id || alsoMoved.has(land.id) || holdsName(land, right) || mentions(said, land)) return [];
    const [near] = transfers
      .filter((each) => each.territory === land.id)
      .map((each) => ({
        each,
        far: yearsBetween(each, transfer) + (each.to === transfer.to || each.from === transfer.from ? 0 : 1),
      }))
      .filter(({ far }) => far < Infinity)
      .sort((a, b) => a.far - b.far || (a.each.id < b.each.id ? -1 : 1));
    return near
      ? [{ id: land.id, text: land.name, because: `That is another change: ${near.each.name}.`, far: near.far }]
      : [];
  });
  return choose(candidates, wanted);
}
