import { z } from "zod";
import { factsOfType, type FactBase, type Transfer } from "@/facts/base";
import { edtf, formatDate } from "@/facts/dates";
import type { Author, Rests } from "../contract";
import type { Body, Key } from "./schema";

const ref = z.string().min(1);
const degrees = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);

const schema = z.strictObject({
  map: z.literal("europe-1938"),
  /** Which transfers make a land right; every condition named has to hold. */
  where: z
    .strictObject({
      from: ref.optional(),
      to: ref.optional(),
      /** Id of the agreement or event that did it, or its words as the transfer has them. */
      by: ref.optional(),
      year: z.number().int().optional(),
      /** '1940-08' */
      month: z
        .string()
        .regex(/^\d{4}-\d{2}$/)
        .optional(),
      how: z.union([ref, z.array(ref).min(1)]).optional(),
      /** Id of a fact that names the land in its `territories`: a sphere assigned, a land occupied. */
      listedIn: ref.optional(),
    })
    .refine((conditions) => Object.keys(conditions).length > 0, { message: "`where` names no condition" }),
  /** Ids of the territories to choose from, in any order. */
  offer: z.array(ref).min(2).max(26),
  uncounted: z.array(ref).default([]),
  frame: z.tuple([degrees, degrees]).optional(),
  cities: z.array(ref).optional(),
});

type Authored = z.infer<typeof schema>;

export const author: Author<Authored, Body, Key> = {
  schema,
  derive({ map, where, offer, uncounted, frame, cities }, facts) {
    const problems: string[] = [];
    const transfers = factsOfType(facts, "transfer");
    const states = new Set(transfers.flatMap(({ from, to }) => [from, to]));
    for (const id of new Set(offer)) {
      if (!facts.territories.has(id)) problems.push(`No territory has the id '${id}': mend it in \`offer\`.`);
      if (offer.filter((each) => each === id).length > 1) problems.push(`'${id}' is offered twice: drop one.`);
    }
    for (const id of uncounted)
      if (!offer.includes(id)) problems.push(`'${id}' is uncounted but not offered: offer it, or drop it.`);
    for (const side of ["from", "to"] as const)
      if (where[side] !== undefined && !states.has(where[side]))
        problems.push(`No transfer is ${side} a state '${where[side]}': mend it in \`where\`.`);
    if (where.by !== undefined && !transfers.some((each) => each.instrument === where.by))
      problems.push(`No transfer has the instrument '${where.by}': mend it in \`where\`.`);

    const { listedIn, ...conditions } = where;
    const listed = listedIn === undefined ? undefined : facts.facts.get(listedIn)?.territories;
    if (listedIn !== undefined && !listed)
      problems.push(`No fact '${listedIn}' has \`territories\`: mend it in \`where\`, or list them in the fact.`);
    const right = offer.filter(
      (id) =>
        !uncounted.includes(id) &&
        (listedIn === undefined || (listed?.includes(id) ?? false)) &&
        (Object.keys(conditions).length === 0 ||
          transfers.some((each) => each.territory === id && fits(each, conditions))),
    );
    if (right.length === 0) problems.push("None of the offered territories fits `where`: mend either.");
    if (problems.length > 0) return { problems };

    // Alphabetical by id, so that the file's order, right ones first as a rule, goes no further.
    const territories = [...offer].sort().map((id) => {
      const { name, where: lies } = facts.territories.get(id)!;
      return { id, name, where: lies };
    });
    return {
      body: { map, ...(frame ? { frame } : {}), ...(cities ? { cities } : {}), territories },
      key: {
        right: [...right].sort(),
        uncounted: [...uncounted].sort(),
        stories: Object.fromEntries(territories.map(({ id, name }) => [id, story(name, id, transfers, facts)])),
      },
      rests: [
        ...(listedIn === undefined ? [] : [{ fact: listedIn, part: "statement" as const }]),
        ...(Object.keys(conditions).length === 0 ? [] : transfers)
          .filter((each) => right.includes(each.territory) && fits(each, conditions))
          .flatMap((each): Rests[] => [
            { fact: each.id, part: "transfer" },
            // A year or a month of a day on which sources could differ.
            ...((where.year ?? where.month) ? [{ fact: each.id, part: "date", tolerant: true } as const] : []),
          ]),
      ],
    };
  },
};

function fits(transfer: Transfer, { from, to, by, year, month, how }: Authored["where"]): boolean {
  return (
    (from === undefined || transfer.from === from) &&
    (to === undefined || transfer.to === to) &&
    (by === undefined || transfer.instrument === by) &&
    (year === undefined || transfer.date.startsWith(String(year))) &&
    (month === undefined || transfer.date.startsWith(month)) &&
    (how === undefined || [how].flat().includes(transfer.how))
  );
}

/** 'Bessarabia was annexed by the Soviet Union, from Romania, on 2 August 1940.' A sentence a transfer, by date. */
function story(name: string, id: string, transfers: readonly Transfer[], facts: FactBase): string {
  const own = transfers.filter((each) => each.territory === id).sort((a, b) => (a.date < b.date ? -1 : 1));
  const land = theName(name);
  if (own.length === 0) return `${capital(land)} changed hands in none of the acts that this course teaches.`;
  const sentences = own.map((transfer, index) => {
    const to = theName(facts.states.get(transfer.to)?.name ?? transfer.to);
    const from = theName(facts.states.get(transfer.from)?.name ?? transfer.from);
    const act = facts.facts.get(transfer.instrument);
    // A state that was annexed whole was not taken 'from' itself.
    const left = from === land || from === to ? "" : `, from ${from},`;
    const what: Record<string, string> = {
      ceded: from === land ? `was ceded to ${to}` : `was ceded by ${from} to ${to}`,
      annexed: `was annexed by ${to}${left}`,
      occupied: `was occupied by ${to}${left}`,
      awarded: `was awarded to ${to}${left}`,
      leased: from === land ? `was leased to ${to}` : `was leased by ${from} to ${to}`,
    };
    const how = what[transfer.how] ?? `passed from ${from} to ${to}`;
    const when = formatDate(edtf(transfer.date));
    const whose = index === 0 ? capital(land) : "It";
    return `${whose} ${how} ${/^\d+ \S+ \d+$/.test(when) ? "on" : "in"} ${when}${act ? ` (${act.name})` : ""}.`;
  });
  return sentences.join(" ");
}

/** With its article where English wants one: 'the Soviet Union', 'Poland', 'the Memel Territory'. */
function theName(name: string): string {
  return /\b(Union|Kingdom|States|State|Republic|City|Territory|Islands|region|strip|peninsulas|lands|Netherlands|Sudetenland)\b/.test(
    name,
  ) &&
    !/^the /i.test(name) &&
    !/ lands /.test(name)
    ? `the ${name}`
    : name;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
