import { z } from "zod";

const id = z.string().min(1).max(60);
const degrees = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);

/** Lands to choose from, on the map and in a list; every one of them with a line that says where it lies. */
export const body = z.strictObject({
  /** Which map; there is one so far. */
  map: z.literal("europe-1938"),
  /** [west, south] and [east, north] in degrees; without it the map shows the offered lands. */
  frame: z.tuple([degrees, degrees]).optional(),
  /** Cities that are lettered; without it the usual landmarks. */
  cities: z.array(id).max(60).optional(),
  territories: z
    .array(z.strictObject({ id, name: z.string().min(1).max(100), where: z.string().min(1).max(300) }))
    .min(2)
    .max(26),
});

export const key = z.strictObject({
  /** Ids of the lands to be marked. */
  right: z.array(id).min(1),
  /** Marked or not, these change nothing: history does not say clearly. */
  uncounted: z.array(id),
  /** What happened to each offered land, a sentence or two. */
  stories: z.record(id, z.string()),
});

/** The lands that were marked, once each. */
export const response = z.strictObject({ territories: z.array(id).min(1).max(26) });

export type Body = z.infer<typeof body>;
export type Key = z.infer<typeof key>;
export type Response = z.infer<typeof response>;
