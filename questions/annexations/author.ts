import { z } from "zod";
import { factsOfType, type FactBase } from "@/facts/base";
import type { Author, AuthoredItem, Derived } from "../contract";
import { cityCalled, cityOf, isDrawn, isWithin, letteredCities, reachOf, squaresOf, type Frame } from "./atlas";
import { squareAt } from "./net";
import type { Body, Key } from "./schema";
import { story } from "./stories";
import { fitting, problemsOfWhere, restsOf, whereSchema } from "./where";

const ref = z.string().min(1);
const degrees = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
const sheet = {
  map: z.literal("europe-1938"),
  frame: z.tuple([degrees, degrees]).optional(),
  cities: z.array(ref).optional(),
};
/** Ids of the territories to show, in any order. */
const offer = z.array(ref).min(2).max(26);

const pick = z.strictObject({
  ...sheet,
  task: z.literal("pick").optional(),
  /** Which transfers make a land right. */
  where: whereSchema,
  offer,
  uncounted: z.array(ref).default([]),
});

const taker = z.strictObject({
  ...sheet,
  task: z.literal("taker"),
  /** Which transfers are meant, when a land changed hands more than once. */
  where: whereSchema.optional(),
  offer,
  /** Ids of states to choose from besides the right ones; without it all that gave or took land. */
  others: z.array(ref).max(40).optional(),
});

const place = z.strictObject({
  ...sheet,
  task: z.literal("place"),
  /** Id of a city of the map; without it the place of the question's fact. */
  city: ref.optional(),
  /** The map shows this much; the squares of the list are the finer, the smaller it is. */
  frame: z.tuple([degrees, degrees]),
  /** Kilometres within which a point earns all, and from which on it earns nothing; without it as far as from the
   * middle of a square to its corners, and three times that. */
  tolerance: z
    .strictObject({ full: z.number().min(10).max(500), zero: z.number().min(20).max(2000) })
    .refine(({ full, zero }) => full < zero, "is turned round → Write a smaller `full` than `zero`, in kilometres.")
    .optional(),
});

const schema = z.discriminatedUnion("task", [pick, taker, place]);
type Authored = z.infer<typeof schema>;
type Made = Derived<Body, Key>;

/** By task: lands to mark, their takers to name, or a city to place. */
export const author: Author<Authored, Body, Key> = {
  schema,
  derive(authored, facts, item) {
    if (authored.task === "taker") return deriveTakers(authored, facts);
    return authored.task === "place" ? derivePlace(authored, facts, item) : derivePicks(authored, facts);
  },
};

function derivePicks({ map, where, offer, uncounted, frame, cities }: z.infer<typeof pick>, facts: FactBase): Made {
  const problems = [...problemsOfSheet({ offer, cities }, facts), ...problemsOfWhere(where, facts)];
  for (const id of uncounted)
    if (!offer.includes(id)) problems.push(`'${id}' is uncounted but not offered: offer it, or drop it.`);
  const right = [...offer].sort().flatMap((id) => {
    const transfers = uncounted.includes(id) ? undefined : fitting(where, id, facts);
    return transfers ? [{ id, transfers }] : [];
  });
  if (right.length === 0) problems.push("None of the offered territories fits `where`: mend either.");
  if (problems.length > 0) return { problems };

  return {
    body: { map, ...drawn(frame, cities), territories: landsOf(offer, facts) },
    key: {
      right: right.map(({ id }) => id),
      uncounted: [...uncounted].sort(),
      stories: storiesOf(offer, facts),
    },
    rests: restsOf(
      where,
      right.flatMap(({ transfers }) => transfers),
    ),
  };
}

function deriveTakers({ map, where, offer, others, frame, cities }: z.infer<typeof taker>, facts: FactBase): Made {
  const problems = [...problemsOfSheet({ offer, cities }, facts), ...(where ? problemsOfWhere(where, facts) : [])];
  const acts = new Map([...offer].sort().map((id) => [id, fitting(where, id, facts) ?? []]));
  const takers: Record<string, string[]> = {};
  for (const [id, transfers] of acts) {
    const to = [...new Set(transfers.map((each) => each.to))];
    if (to.length === 0)
      problems.push(`No transfer of '${id}' is meant: leave it out of \`offer\`, or mend \`where\`.`);
    if (to.length > 1)
      problems.push(`'${id}' passed to ${to.join(" and to ")}: say in \`where\` which of them is meant.`);
    takers[id] = to;
  }
  const right = Object.values(takers).flat();
  const offered = [
    ...new Set([...right, ...(others ?? factsOfType(facts, "transfer").flatMap(({ from, to }) => [from, to]))]),
  ].sort();
  for (const id of offered)
    if (!facts.states.has(id)) problems.push(`No state has the id '${id}': mend it in \`others\`, or in the transfer.`);
  for (const id of others ?? [])
    if (right.includes(id)) problems.push(`'${id}' is among the others and took one of the lands: drop it there.`);
  if (problems.length > 0) return { problems };

  return {
    body: {
      task: "taker",
      map,
      ...drawn(frame, cities),
      territories: landsOf(offer, facts),
      states: offered.map((id) => ({ id, name: facts.states.get(id)!.name })),
    },
    key: {
      task: "taker",
      takers,
      stories: storiesOf(offer, facts),
    },
    rests: restsOf(where, [...acts.values()].flat()),
  };
}

function derivePlace({ map, tolerance, ...own }: z.infer<typeof place>, facts: FactBase, item: AuthoredItem): Made {
  const fact = facts.facts.get(item.fact);
  const stands = fact && "place" in fact ? fact.place : undefined;
  const id = own.city ?? (stands === undefined ? undefined : cityCalled(stands));
  const city = id === undefined ? undefined : cityOf(id);
  if (id === undefined || !city) {
    if (own.city !== undefined) return { problems: [`The map has no city '${own.city}': mend it in \`city\`.`] };
    return {
      problems: [
        `The place of ${item.fact}${stands === undefined ? "" : ` (${stands})`} is no city of the map: name one in \`city\`.`,
      ],
    };
  }
  const { frame } = own;
  if (!isWithin(city.at, frame))
    return { problems: [`${city.name} lies outside the frame: write a \`frame\` that has it.`] };
  const cities = own.cities ?? letteredCities(frame, id);
  const problems = problemsOfSheet({ offer: [], cities }, facts);
  if (cities.includes(id)) problems.push(`'${id}' is asked and lettered on the map: take it out of \`cities\`.`);
  if (problems.length > 0) return { problems };

  const { net, squares } = squaresOf(frame, id);
  const full = 5 * Math.round(reachOf(net) / 5);
  return {
    body: { task: "place", map, frame, cities, net, squares },
    key: {
      task: "place",
      city: id,
      // By the name that the question uses: whoever was asked for Vilnius is not told of Wilno.
      name: item.prompt.includes(city.modern) ? city.modern : city.name,
      at: [city.lon, city.lat],
      square: squareAt(net, city.at)!,
      ...(tolerance ?? { full, zero: 3 * full }),
    },
    // Where a city lies is no fact of the course; that something happened there is.
    rests: stands === undefined || own.city !== undefined ? [] : [{ fact: item.fact, part: "place" }],
  };
}

function problemsOfSheet({ offer, cities = [] }: { offer: string[]; cities?: string[] }, facts: FactBase): string[] {
  const problems: string[] = [];
  for (const id of new Set(offer)) {
    if (!facts.territories.has(id)) problems.push(`No territory has the id '${id}': mend it in \`offer\`.`);
    else if (!isDrawn(id)) problems.push(`The map does not draw '${id}': leave it out of \`offer\`.`);
    if (offer.filter((each) => each === id).length > 1) problems.push(`'${id}' is offered twice: drop one.`);
  }
  for (const id of cities) if (!cityOf(id)) problems.push(`The map has no city '${id}': mend it in \`cities\`.`);
  return problems;
}

const drawn = (frame: Frame | undefined, cities: string[] | undefined) => ({
  ...(frame ? { frame } : {}),
  ...(cities ? { cities } : {}),
});

/** Alphabetical by id, so that the file's order, right ones first as a rule, goes no further. */
function landsOf(offer: readonly string[], facts: FactBase) {
  return [...offer].sort().map((id) => {
    const { name, where } = facts.territories.get(id)!;
    return { id, name, where };
  });
}

function storiesOf(offer: readonly string[], facts: FactBase): Record<string, string> {
  const transfers = factsOfType(facts, "transfer");
  return Object.fromEntries(landsOf(offer, facts).map(({ id, name }) => [id, story(name, id, transfers, facts)]));
}
