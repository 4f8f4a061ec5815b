import type { Fields, Sample } from "../contract";
import type { Body, Key } from "./schema";

const war = {
  prompt: "Put each event on the axis, in the month in which it happened.",
  body: {
    axis: { unit: "month", from: "1938-01", to: "1941-12" },
    tolerance: { full: 15, zero: 115 },
    events: [
      { id: "e0c2", name: "The agreement at Munich" },
      { id: "e1a7", name: "The pact of Molotov and Ribbentrop" },
      { id: "e5d3", name: "Soviet troops occupy Lithuania" },
      { id: "e9f1", name: "Bessarabia is occupied" },
    ],
  },
  key: {
    events: [
      {
        id: "e0c2",
        of: "munich-agreement-1938",
        dates: [{ date: "1938-09-29" }, { date: "1938-09-30", why: "Dated 29 September, signed after midnight." }],
      },
      { id: "e1a7", of: "molotov-ribbentrop-pact-1939", dates: [{ date: "1939-08-23" }] },
      { id: "e5d3", of: "occupation-lithuania-1940", dates: [{ date: "1940-06-15" }] },
      { id: "e9f1", of: "occupation-bessarabia-1940", dates: [{ date: "1940-06-28/1940-07-03" }] },
    ],
  },
} satisfies { prompt: string; body: Body; key: Key };

const century = {
  prompt: "Put each event on the axis.",
  body: {
    axis: { unit: "year", from: "1900", to: "1999" },
    tolerance: { full: 366, zero: 3652 },
    events: [
      { id: "ea1", name: "The League of Nations admits the Soviet Union" },
      { id: "eb2", name: "The tsar abdicates" },
    ],
  },
  key: {
    events: [
      { id: "ea1", of: "league-admission", dates: [{ date: "1934-09-18" }] },
      { id: "eb2", of: "abdication", dates: [{ date: "1917-03" }] },
    ],
  },
} satisfies { prompt: string; body: Body; key: Key };

/** Munich, the pact, Lithuania, Bessarabia. */
const put = (...at: (string | null)[]): Fields =>
  Object.fromEntries(war.body.events.map(({ id }, i) => [id, [at[i] ?? ""]]));

export const samples: readonly Sample<Body, Key>[] = [
  {
    shows: "Every event in its month earns all",
    item: war,
    fields: put("1938-09", "1939-08", "1940-06", "1940-07"),
    earns: 1,
  },
  {
    shows: "An event that lay across two months is right in either",
    item: war,
    fields: put("1938-09", "1939-08", "1940-06", "1940-06"),
    earns: 1,
  },
  {
    shows: "What is near enough counts in full: October is a day or two off",
    item: war,
    fields: put("1938-10", "1939-08", "1940-06", "1940-07"),
    earns: 1,
  },
  {
    shows: "Between the tolerances the worth falls evenly: 70 days off, of 15 to 115, are worth 0.45",
    item: war,
    fields: put("1938-09", "1939-11", "1940-06", "1940-07"),
    earns: (3 + 0.45) / 4,
  },
  {
    shows: "What is far off earns nothing and takes nothing away",
    item: war,
    fields: put("1938-09", "1939-08", "1940-06", "1938-01"),
    earns: 0.75,
  },
  {
    shows: "An event that was not placed earns nothing",
    item: war,
    fields: put("1938-09", "1939-08", null, null),
    earns: 0.5,
  },
  {
    shows: "Everything far from where it belongs earns nothing",
    item: war,
    fields: put("1941-12", "1941-12", "1941-12", "1938-01"),
    earns: 0,
  },
  { shows: "Nothing placed is blank", item: war, fields: put(null, null, null, null), earns: "blank" },
  { shows: "Nothing sent is blank", item: war, fields: {}, earns: "blank" },
  {
    shows: "On an axis of years, the year earns all",
    item: century,
    fields: { ea1: ["1934"], eb2: ["1917"] },
    earns: 1,
  },
  {
    shows: "A place beyond the axis is turned away",
    item: war,
    fields: { e0c2: ["1942-01"] },
    earns: "malformed",
  },
  {
    shows: "A place finer than the axis is turned away",
    item: war,
    fields: { e0c2: ["1938-09-29"] },
    earns: "malformed",
  },
  {
    shows: "Two places of one event are turned away",
    item: war,
    fields: { e0c2: ["1938-09", "1938-10"] },
    earns: "malformed",
  },
];
