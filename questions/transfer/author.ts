import { z } from "zod";
import { factsOfType, type FactBase, type Transfer } from "@/facts/base";
import { datesOverlap, edtf, formatDate } from "@/facts/dates";
import {
  instrumentOf,
  mixed,
  otherInstruments,
  otherStates,
  otherTerritories,
  sameName,
  type Distractor,
} from "@/facts/distractors";
import type { Author, AuthoredItem, Rests } from "../contract";
import { gapOf } from "../gaps";
import { givesAway } from "../given-away";
import { deriveGap, type GapBody, type GapKey } from "../gap-parts";
import type { Body, Key } from "./schema";
import { SLOTS, slotName, type Slot, type When } from "./slots";

const slot = z.enum(SLOTS);

const schema = z.strictObject({
  /** The slots that are asked. */
  asks: z.array(slot).min(1).max(SLOTS.length),
  /** The slots that are told; when absent, all others that tell nothing of what is asked. */
  given: z.array(slot).max(SLOTS.length).optional(),
  /** Slots that are typed; of the others one is chosen from a list. A date is always typed. */
  typed: z.array(z.enum(["what", "from", "to", "by"])).default([]),
  /** Which date: of the legal act, or when troops were in control. */
  ask: z.enum(["act", "occupied"]).default("act"),
  precision: z.enum(["day", "month", "year"]).default("day"),
  /** What a slot counts, against 1 for each of the others. */
  weights: z.partialRecord(slot, z.number().positive().max(100)).default({}),
});

type Authored = z.infer<typeof schema>;

/** Wrong ones in a list, where the fact base proves so many; with fewer than the least a guess would pay. */
const MOST_OTHERS = 9;
const LEAST_OTHERS = 4;

export const author: Author<Authored, Body, Key> = {
  schema: schema as z.ZodType<Authored>,
  derive(authored, facts, item) {
    const fact = facts.facts.get(item.fact);
    if (fact?.type !== "transfer")
      return { problems: [`The fact ${item.fact} is no transfer: ask a land that changed hands.`] };
    const change: Change = { fact, facts, item, authored };
    const problems = [...slips(change), ...missingSlots(change)];
    if (problems.length > 0) return { problems };

    const given = (authored.given ?? tellingNothing(change)).map((id) => ({ id, text: wordsOf(id, change) ?? "" }));
    const rivals = alsoFitting(
      change,
      given.map(({ id }) => id),
    );
    const asked: GapBody[] = [];
    const keys: GapKey[] = [];
    const rests: Rests[] = [{ fact: fact.id, part: "transfer" }];
    for (const id of authored.asks) {
      const made = deriveSlot(id, change, rivals);
      if ("problems" in made) {
        problems.push(...made.problems.map((sentence) => `${slotName(id, authored.ask)}. ${sentence}`));
        continue;
      }
      asked.push(made.asked);
      keys.push(made.key);
      if (id === "when") rests.push(...made.rests);
    }
    problems.push(...undecided(change, rivals));
    if (problems.length > 0) return { problems };
    return {
      body: { when: authored.ask, given, asked },
      key: { slots: keys, near: nearDates(change, keys) },
      rests,
    };
  },
};

/** All that a slot is derived from. */
interface Change {
  fact: Transfer;
  facts: FactBase;
  item: AuthoredItem;
  authored: Authored;
}

function slips({ authored: { asks, given = [], typed, weights } }: Change): string[] {
  const problems: string[] = [];
  const twice = asks.find((each, index) => asks.indexOf(each) !== index);
  if (twice) problems.push(`'${twice}' is asked twice: drop one.`);
  for (const id of given)
    if (asks.includes(id)) problems.push(`'${id}' is asked and given: take it out of one of the two.`);
  for (const id of typed)
    if (!asks.includes(id)) problems.push(`'${id}' is typed but not asked: ask it, or take it out of \`typed\`.`);
  for (const id of Object.keys(weights))
    if (!asks.includes(id as Slot)) problems.push(`'${id}' has a weight but is not asked: ask it, or drop the weight.`);
  return problems;
}

/** Slots that are asked or given and of which the fact says nothing. */
function missingSlots(change: Change): string[] {
  const { fact, authored } = change;
  return [...authored.asks, ...(authored.given ?? [])]
    .filter((id) => wordsOf(id, change) === null)
    .map((id) => {
      if (id === "from" && wordsOf("what", change) !== null)
        return `The land of ${fact.id} was a state of its own and passed from nobody else: leave \`from\` out.`;
      if (id === "when") return `The fact ${fact.id} has no such date: ask the other one, or leave \`when\` out.`;
      return `The fact ${fact.id} does not say '${id}': leave it out, or add it to the fact.`;
    });
}

/** What the fact says in a slot; null when it says nothing there that could be asked or told. */
function wordsOf(id: Slot, { fact, facts, authored }: Change): string | null {
  const land = facts.territories.get(fact.territory);
  switch (id) {
    case "what":
      return land?.name ?? null;
    case "from": {
      const from = facts.states.get(fact.from);
      // Estonia did not pass 'from Estonia'.
      return from && !(land && (fact.from === land.id || sameName(from, land))) ? from.name : null;
    }
    case "to":
      return facts.states.get(fact.to)?.name ?? null;
    case "when": {
      const date = dateOf(fact, authored.ask);
      return date === undefined ? null : formatDate(edtf(date));
    }
    case "by":
      return instrumentOf(fact, facts);
  }
}

function dateOf(fact: Transfer, when: When): string | undefined {
  if (when === "occupied") return fact.occupied;
  return fact.alsoDate?.prefer ? fact.alsoDate.date : fact.date;
}

/**
 * The slots that are not asked and can be told: not an instrument that names its date, or a state, where that is asked;
 * nor the date where an instrument that names it is.
 */
function tellingNothing(change: Change): Slot[] {
  const { asks } = change.authored;
  const says = (one: Slot, other: Slot) => {
    const [text, told] = [wordsOf(one, change), wordsOf(other, change)];
    return text !== null && told !== null && givesAway(text, [told]);
  };
  return SLOTS.filter(
    (id) =>
      !asks.includes(id) &&
      wordsOf(id, change) !== null &&
      !asks.some((each) => says(id, each) || (each === "by" && id === "when" && says(each, id))),
  );
}

/** Other transfers that fit everything that is told: what they would put in an asked slot is true as well. */
function alsoFitting(change: Change, given: readonly Slot[]): Transfer[] {
  const { fact, facts, authored } = change;
  return factsOfType(facts, "transfer").filter(
    (other) => other.id !== fact.id && given.every((id) => sameSlot(id, fact, other, authored.ask)),
  );
}

function sameSlot(id: Slot, a: Transfer, b: Transfer, when: When): boolean {
  if (id !== "when") return valueOf(id, a) === valueOf(id, b);
  const [x, y] = [dateOf(a, when), dateOf(b, when)];
  return x !== undefined && y !== undefined && datesOverlap(edtf(x), edtf(y));
}

function valueOf(id: Exclude<Slot, "when">, fact: Transfer): string {
  return { what: fact.territory, from: fact.from, to: fact.to, by: fact.instrument }[id];
}

function deriveSlot(id: Slot, change: Change, rivals: readonly Transfer[]): ReturnType<typeof deriveGap> {
  const { fact, facts, item, authored } = change;
  const own = { ...item, id: `${item.id}~${SLOTS.indexOf(id) + 1}`, fact: fact.id };
  const weight = authored.weights[id] ?? 1;
  const made = (gap: string, fields: unknown) => {
    const parsed = gapOf(gap).author.schema.safeParse(fields);
    if (!parsed.success)
      return { problems: [`It cannot be asked, for ${parsed.error.issues[0]?.message}: mend the fact.`] };
    return deriveGap({ gap, own: parsed.data, weight }, id, facts, own);
  };
  if (id === "when") return made("date", dateFields(authored.ask, authored.precision));
  if ((authored.typed as Slot[]).includes(id)) return made("text", typedAs(id, change));
  const others = othersFor(id, change, own.id).filter((each) =>
    rivals.every((other) => valueOf(id, other) !== each.id),
  );
  if (others.length < LEAST_OTHERS)
    return {
      problems: [
        `Of wrong answers for a list the fact base proves ${others.length}, and it takes ${LEAST_OTHERS} that nobody guesses: have it typed, or give it.`,
      ],
    };
  return made("choice", {
    options: [{ ...named(id, change), right: true }, ...others.map((each) => offered(id, each))],
  });
}

function othersFor(id: Exclude<Slot, "when">, { fact, facts }: Change, own: string): Distractor[] {
  const wanted = { count: MOST_OTHERS, seed: mixed(own, 0) };
  switch (id) {
    case "what":
      return otherTerritories(fact, facts, wanted);
    case "from":
    case "to":
      return otherStates(fact, facts, { ...wanted, end: id });
    case "by":
      return otherInstruments(fact, facts, wanted);
  }
}

function named(id: Exclude<Slot, "when">, change: Change): Record<string, string> {
  if (id === "by") return { text: wordsOf("by", change) ?? "" };
  return id === "what" ? { territory: change.fact.territory } : { state: change.fact[id] };
}

function offered(id: Exclude<Slot, "when">, { id: ref, text, because }: Distractor): Record<string, string> {
  if (id === "by") return { text, feedback: because };
  return id === "what" ? { territory: ref, feedback: because } : { state: ref, feedback: because };
}

/** What an author of the text itself would write: which name is to be typed. */
function typedAs(id: Exclude<Slot, "when">, change: Change): Record<string, string> {
  const { fact, facts } = change;
  if (id === "what") return { territory: fact.territory };
  if (id !== "by") return { state: fact[id] };
  const act = facts.facts.get(fact.instrument)?.type;
  return act === "agreement" || act === "event" ? { [act]: fact.instrument } : { text: wordsOf("by", change) ?? "" };
}

function dateFields(when: When, precision: Authored["precision"]) {
  return { ask: when === "act" ? "date" : "occupied", precision };
}

/**
 * A rival that no list rules out makes two answers right: what is typed or dated cannot tell them apart. One whose
 * answers are the same ones does no harm.
 */
function undecided({ fact, facts, authored }: Change, rivals: readonly Transfer[]): string[] {
  const differs = (id: Slot, other: Transfer) => !sameSlot(id, fact, other, authored.ask);
  return rivals
    .filter((other) => authored.asks.some((id) => differs(id, other)))
    .filter(
      (other) =>
        !authored.asks.some((id) => id !== "when" && !(authored.typed as Slot[]).includes(id) && differs(id, other)),
    )
    .map(
      (other) =>
        `What is given fits '${facts.facts.get(other.id)?.name ?? other.id}' as well, so that another answer is as true: give one slot more.`,
    );
}

/** The other of the two dates, so that whoever names it hears what it is. */
function nearDates({ fact, facts, item, authored }: Change, keys: readonly GapKey[]): Key["near"] {
  if (!keys.some(({ id }) => id === "when")) return [];
  const other = authored.ask === "act" ? "occupied" : "act";
  const parsed = gapOf("date").author.schema.safeParse(dateFields(other, authored.precision));
  if (!parsed.success) return [];
  const made = deriveGap({ gap: "date", own: parsed.data }, "when", facts, { ...item, fact: fact.id });
  if ("problems" in made) return [];
  const say =
    other === "occupied"
      ? "That is when troops took control; the legal act has another date."
      : "That is the date of the legal act; troops were in control on another.";
  return [{ of: made.key, say }];
}
