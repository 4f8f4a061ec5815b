import { z } from "zod";
import { findAgreement, type Agreement, type FactBase, type Person } from "@/facts/base";
import type { Author } from "../contract";
import type { Body, Key } from "./schema";

const schema = z.strictObject({
  ask: z.literal("signatories").default("signatories"),
  /** Typed into empty rows, or chosen from a list. */
  entry: z.enum(["typed", "picked"]),
  /** Ids of people who did not sign, for the list. */
  others: z.array(z.string().min(1)).max(40).optional(),
});

type Authored = z.infer<typeof schema>;

/** A receipt names no more. */
const MOST_SIGNED = 3;

export const author: Author<Authored, Body, Key> = {
  schema: schema as z.ZodType<Authored>,
  derive({ entry, others = [] }, facts, item) {
    const agreement = findAgreement(facts, item.fact);
    const problems = problemsOf(agreement, item.fact, entry, others, facts);
    if (!agreement || problems.length > 0) return { problems };
    const signed = agreement.signatories.map(({ person }) => person);
    const offered = peopleOf([...new Set([...signed, ...others])], facts);
    const people = entry === "typed" ? [...facts.people.values()] : offered;
    return {
      body: entry === "typed" ? { entry } : { entry, people: bySortName(offered) },
      key: {
        signatories: agreement.signatories.map(({ person, for: state, as }) => ({
          person,
          for: facts.states.get(state)?.name ?? state,
          as,
        })),
        cast: people.map((person) => ({
          id: person.id,
          name: person.name,
          sortName: person.sortName,
          accept: person.accept,
          signed: signed.includes(person.id) ? [] : signedBy(person.id, facts),
        })),
      },
      rests: [{ fact: item.fact, part: "signatories" }],
    };
  },
};

function problemsOf(
  agreement: Agreement | undefined,
  id: string,
  entry: Authored["entry"],
  others: readonly string[],
  facts: FactBase,
): string[] {
  if (!agreement) return [`The fact ${id} is no agreement: only an agreement has signatories.`];
  if (agreement.signatories.length === 0)
    return [`The agreement ${id} names no signatories: give it some, or ask another.`];
  const signed = agreement.signatories.map(({ person }) => person);
  return [
    ...[...signed, ...others]
      .filter((person) => !facts.people.has(person))
      .map((person) => `No person has the id ${person}: mend the id, or add the person.`),
    ...others
      .filter((person) => signed.includes(person))
      .map((person) => `${person} is among the others and signed: leave the name out of the others.`),
    ...(entry === "typed" && others.length > 0
      ? ["Others are for a list, and the names are typed: leave them out."]
      : []),
    ...(entry === "picked" && others.length === 0
      ? ["A list needs people who did not sign: name some in others."]
      : []),
  ];
}

function peopleOf(ids: readonly string[], facts: FactBase): Person[] {
  return ids.flatMap((id) => facts.people.get(id) ?? []);
}

/** Not the author's order, in which those who signed come first. */
function bySortName(people: readonly Person[]): { id: string; name: string; sortName: string }[] {
  return people
    .map(({ id, name, sortName }) => ({ id, name, sortName }))
    .sort((a, b) => (a.sortName < b.sortName ? -1 : a.sortName > b.sortName ? 1 : a.id < b.id ? -1 : 1));
}

/** Names of agreements that this person signed: what the name would have been right for. */
function signedBy(person: string, facts: FactBase): string[] {
  return [...facts.facts.values()]
    .filter((fact) => fact.type === "agreement" && fact.signatories.some((each) => each.person === person))
    .map(({ name }) => name)
    .slice(0, MOST_SIGNED);
}
