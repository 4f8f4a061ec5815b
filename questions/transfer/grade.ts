import type { Outcome } from "../contract";
import { gradeEach, gradeGaps } from "../gap-parts";
import type { Body, Key, Response } from "./schema";
import { slotName } from "./slots";

/** A mark a slot, each by its own rule: one that is wrong takes nothing from the others. */
export function grade(response: Response, key: Key, body: Body): Outcome {
  const nameOf = (id: string) => slotName(id, body.when);
  const alike = key.slots.every(({ weight }) => weight === key.slots[0]?.weight);
  const outcome = gradeGaps(response.slots, key.slots, body.asked, {
    nameOf,
    rule: alike
      ? "Territorial change: a mark a slot; a wrong one takes nothing from the others."
      : "Territorial change: each slot counts by its weight; a wrong one takes nothing from the others.",
  });
  if (outcome.state !== "scored" || outcome.fraction === 1) return outcome;
  const near = nearMisses(response, key, body).map(({ id, say }) => `${nameOf(id)}: ${say}`);
  if (near.length === 0) return outcome;
  return { ...outcome, receipt: { ...outcome.receipt, notes: [...outcome.receipt.notes, ...near] } };
}

/** Slots that would have been right for another question about the same land. */
function nearMisses(response: Response, key: Key, body: Body): { id: string; say: string }[] {
  return key.near.flatMap(({ of, say }) => {
    const given = response.slots.filter(({ id }) => id === of.id);
    const asked = body.asked.filter(({ id }) => id === of.id);
    const own = key.slots.filter(({ id }) => id === of.id);
    const scores = (keys: Key["slots"]) => {
      const outcome = gradeEach(given, keys, asked)?.[0]?.outcome;
      return outcome?.state === "scored" ? outcome.fraction : 0;
    };
    return given.length > 0 && scores([of]) === 1 && scores(own) < 1 ? [{ id: of.id, say }] : [];
  });
}
