import { z } from "zod";
import { findAgreement, type Agreement, type FactBase } from "@/facts/base";
import { formatDate, parseEdtf } from "@/facts/dates";
import type { Author, Rests } from "../contract";
import { elsewhere, kinOf, thingsOf } from "./cast";
import { ask as asks, rule as rules, type Ask, type Body, type Key, type SetKey } from "./schema";
import { wordsOf } from "./words";

const schema = z.strictObject({
  ask: asks.default("signatories"),
  /** Typed into empty rows, or chosen from a list. */
  entry: z.enum(["typed", "picked"]),
  rule: rules.default("minus"),
  /** Ids of the members of an author's own set; of signatories, parties and ratifiers the fact says them. */
  members: z.array(z.string().min(1)).min(1).max(40).optional(),
  /** Ids of what is not of the set, for the list. */
  others: z.array(z.string().min(1)).max(40).optional(),
});

type Authored = z.infer<typeof schema>;

const sets = {
  signatories: { of: "a signatory", part: "signatories" },
  parties: { of: "a party", part: "parties" },
  ratifiers: { of: "a ratifier", part: "parties" },
} as const;

const isOfAgreement = (ask: Ask): ask is keyof typeof sets => Object.hasOwn(sets, ask);

export const author: Author<Authored, Body, Key> = {
  schema: schema as z.ZodType<Authored>,
  derive({ ask, entry, rule, members: own, others = [] }, facts, item) {
    const agreement = isOfAgreement(ask) ? findAgreement(facts, item.fact) : undefined;
    const members = isOfAgreement(ask) ? membersOf(ask, agreement, facts) : (own ?? []).map((id) => ({ id }));
    const problems = problemsOf({ ask, entry, members: own, others }, agreement, item.fact, facts);
    if (problems.length > 0) return { problems };

    const things = thingsOf(ask, facts);
    const isMember = new Set(members.map(({ id }) => id));
    const offered = [...new Set([...isMember, ...others])].map((id) => things.get(id)!);
    const common = {
      ...(ask === "signatories" ? {} : { ask }),
      ...(rule === "minus" ? {} : { rule }),
      ...(rule === "per-slot" ? { slots: isMember.size } : {}),
    };
    const set: SetKey = {
      members: members.map((member) => ({
        ...member,
        aliases: entry === "typed" ? [...things.get(member.id)!.forms] : [],
      })),
      cast: (entry === "typed" ? [...things.values()] : offered).map(({ id, name, fold }) => {
        const say = isMember.has(id) ? undefined : elsewhere(ask, id, agreement, facts);
        // What is picked is known by its id.
        const folded = entry === "typed" ? fold() : { id, name, of: "thing" as const, texts: [], keys: [] };
        return { ...folded, ...(say === undefined ? {} : { elsewhere: say }) };
      }),
      kin: entry === "typed" ? kinOf(ask, agreement, facts) : [],
    };
    const list = offered.map(({ id, name, sortName }) => ({ id, name, sortName }));
    return {
      body:
        entry === "typed"
          ? { ...common, entry }
          : { ...common, entry, people: list.sort((a, b) => (order(a) < order(b) ? -1 : 1)) },
      key: set,
      rests: isOfAgreement(ask)
        ? [{ fact: item.fact, part: sets[ask].part }]
        : [
            { fact: item.fact, part: "statement", tolerant: true },
            ...(ask === "agreements"
              ? [...isMember].map((id): Rests => ({ fact: id, part: "statement", tolerant: true }))
              : []),
          ],
    };
  },
};

/** Not the author's order, in which the members come first. */
const order = ({ id, sortName }: { id: string; sortName: string }) => `${sortName}\u0000${id}`;

type Member = Omit<SetKey["members"][number], "aliases">;

function membersOf(ask: keyof typeof sets, agreement: Agreement | undefined, facts: FactBase): Member[] {
  const nameOf = (state: string) => facts.states.get(state)?.name ?? state;
  switch (ask) {
    case "signatories":
      return (agreement?.signatories ?? []).map(({ person, for: state, as }) => ({
        id: person,
        note: `${nameOf(state)}: ${as}`,
      }));
    case "parties":
      return (agreement?.parties ?? []).map((id) => ({ id }));
    case "ratifiers":
      return (agreement?.ratifiers ?? []).map(({ party, date }) => {
        const when = date === undefined ? null : parseEdtf(date);
        return { id: party, ...(when ? { note: formatDate(when) } : {}) };
      });
  }
}

function problemsOf(
  { ask, entry, members: own, others }: Pick<Authored, "ask" | "entry" | "members"> & { others: string[] },
  agreement: Agreement | undefined,
  fact: string,
  facts: FactBase,
): string[] {
  const { one, many, not } = wordsOf[ask];
  if (isOfAgreement(ask)) {
    if (!agreement) return [`The fact ${fact} is no agreement: only an agreement has ${ask}.`];
    if (own) return [`The fact says who the ${ask} are: leave \`members\` out, or ask people or states.`];
  } else if (!own) return [`A set of ${many} needs its \`members\`: list their ids.`];

  const members = isOfAgreement(ask) ? membersOf(ask, agreement, facts).map(({ id }) => id) : own!;
  if (members.length === 0) return [`The agreement ${fact} names no ${ask}: give it some, or ask another.`];
  const things = thingsOf(ask, facts);
  const sort =
    ask === "signatories" || ask === "people" ? "person" : ask === "parties" || ask === "ratifiers" ? "state" : one;
  return [
    ...[...new Set([...members, ...others])]
      .filter((id) => !things.has(id))
      .map((id) => `No ${sort} has the id ${id}: mend the id, or add the ${sort}.`),
    ...(ask === "ratifiers"
      ? members
          .filter((id) => !agreement!.parties.includes(id))
          .map((id) => `${id} ratified ${fact} and is no party to it: add it to the parties, or mend the ratifiers.`)
      : []),
    ...others
      .filter((id) => members.includes(id))
      .map((id) =>
        ask === "signatories"
          ? `${id} is among the others and signed: leave the name out of the others.`
          : `${id} is among the others and belongs to the answer: leave it out of the others.`,
      ),
    ...(entry === "typed" && others.length > 0
      ? ["Others are for a list, and the names are typed: leave them out."]
      : []),
    ...(entry === "picked" && others.length === 0
      ? [
          ask === "signatories"
            ? "A list needs people who did not sign: name some in others."
            : `A list needs some of which each ${not}: name them in others.`,
        ]
      : []),
  ];
}
