import { z } from "zod";

const id = z.string().min(1).max(60);
const name = z.string().min(1).max(100);
/** Where something lies, in words: neighbours and bearing. What a learner who does not see the map answers by. */
const where = z.string().min(1).max(300);
const longitude = z.number().min(-180).max(180);
const latitude = z.number().min(-90).max(90);
const degrees = z.tuple([longitude, latitude]);

const sheet = {
  /** Which map; there is one so far. */
  map: z.literal("europe-1938"),
  /** [west, south] and [east, north] in degrees; without it the map shows the lands it is about. */
  frame: z.tuple([degrees, degrees]).optional(),
  /** Cities that are lettered; without it the usual landmarks. */
  cities: z.array(id).max(60).optional(),
};
const land = z.strictObject({ id, name, where });

/** Lands to choose from, on the map and in a list. Bodies of before there were other tasks name none. */
const pickBody = z.strictObject({
  ...sheet,
  task: z.literal("pick").optional(),
  territories: z.array(land).min(2).max(26),
});

/** Lands, each of which some state took, and the states to choose from. */
const takerBody = z.strictObject({
  ...sheet,
  task: z.literal("taker"),
  territories: z.array(land).min(1).max(26),
  states: z.array(z.strictObject({ id, name })).min(2).max(60),
});

/** A city to be placed, on the map or by the square of a net of degrees. The city is named by the prompt. */
const placeBody = z.strictObject({
  ...sheet,
  task: z.literal("place"),
  frame: z.tuple([degrees, degrees]),
  /** The net, from its north-western corner: columns A, B, C to the east, rows 1, 2, 3 to the south. */
  net: z.strictObject({
    west: longitude,
    north: latitude,
    lon: z.number().positive().max(90),
    lat: z.number().positive().max(45),
    columns: z.int().min(1).max(26),
    rows: z.int().min(1).max(40),
  }),
  /** Squares that have land: 'D4', with the states they lie in. */
  squares: z
    .array(z.strictObject({ id: z.string().regex(/^[A-Z][1-9]\d?$/), land: name, where }))
    .min(2)
    .max(120),
});

export const body = z.discriminatedUnion("task", [pickBody, takerBody, placeBody]);

/** What happened to each land of the question, a sentence or two. */
const stories = z.record(id, z.string()).default({});

const pickKey = z.strictObject({
  task: z.literal("pick").optional(),
  /** Ids of the lands to be marked. */
  right: z.array(id).min(1),
  /** Marked or not, these change nothing: history does not say clearly. */
  uncounted: z.array(id).default([]),
  stories,
});

const takerKey = z.strictObject({
  task: z.literal("taker"),
  /** By id of the land, ids of the states that count as having taken it. */
  takers: z.record(id, z.array(id).min(1)),
  stories,
});

const placeKey = z.strictObject({
  task: z.literal("place"),
  city: id,
  name,
  at: degrees,
  /** The square that holds it. */
  square: z.string().max(4),
  /** Kilometres within which a point earns all, and beyond which it earns nothing. */
  full: z.number().min(0).max(5000),
  zero: z.number().positive().max(10000),
});

export const key = z.discriminatedUnion("task", [pickKey, takerKey, placeKey]);

export const response = z.union([
  /** The lands that were marked, once each. */
  z.strictObject({ territories: z.array(id).min(1).max(26) }),
  /** The states that were named, a land once. */
  z.strictObject({
    takers: z
      .array(z.strictObject({ territory: id, state: id }))
      .min(1)
      .max(26),
  }),
  /** A point of the map. */
  z.strictObject({ at: degrees }),
  /** A square of the net. */
  z.strictObject({ square: z.string().min(2).max(4) }),
]);

export type Body = z.infer<typeof body>;
export type PickBody = z.infer<typeof pickBody>;
export type TakerBody = z.infer<typeof takerBody>;
export type PlaceBody = z.infer<typeof placeBody>;
export type Key = z.infer<typeof key>;
export type PickKey = z.infer<typeof pickKey>;
export type TakerKey = z.infer<typeof takerKey>;
export type PlaceKey = z.infer<typeof placeKey>;
export type Response = z.infer<typeof response>;
