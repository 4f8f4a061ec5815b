import type { Sample } from "../contract";
import type { Body, Key } from "./schema";

const day: Body = { precision: "day", century: 1900 };

const pact = {
  prompt: "What is the date of the Treaty of Non-Aggression between Germany and the Soviet Union?",
  body: day,
  key: {
    accepted: [
      { date: "1939-08-23" },
      { date: "1939-08-24", why: "The treaty is dated 23 August; it was signed during the night of 23 to 24 August." },
    ],
    confusable: [
      { date: "1939-09-28", name: "German-Soviet Boundary and Friendship Treaty" },
      { date: "1939-08-19", name: "German-Soviet Credit Agreement" },
    ],
  } satisfies Key,
};

const war = {
  prompt: "On which day did Germany invade Poland?",
  body: day,
  key: { accepted: [{ date: "1939-09-01" }], confusable: [] } satisfies Key,
};

const occupation = {
  prompt: "In which month were the Baltic states occupied?",
  body: { precision: "month", century: 1900 } satisfies Body,
  key: { accepted: [{ date: "1940-06" }], confusable: [] } satisfies Key,
};

const league = {
  prompt: "In which year did the Soviet Union join the League of Nations?",
  body: { precision: "year", century: 1900 } satisfies Body,
  key: { accepted: [{ date: "1934" }], confusable: [] } satisfies Key,
};

const written = (text: string, meant?: string) => ({
  text: [text],
  ...(meant === undefined ? {} : { meant: [meant] }),
});

export const samples: readonly Sample<Body, Key>[] = [
  ...[
    "23.8.1939",
    "1939-08-23",
    "23 Aug. 1939",
    "August 23rd, 1939",
    "23. August 1939",
    "23 августа 1939 г.",
    "23.8.39",
  ].map((text) => ({ shows: `'${text}' is the right day`, item: pact, fields: written(text), earns: 1 })),
  { shows: "The second of two defensible dates earns all", item: pact, fields: written("24 August 1939"), earns: 1 },
  { shows: "Both defensible dates at once earn all", item: pact, fields: written("23-24 August 1939"), earns: 1 },
  { shows: "A day left out costs half", item: pact, fields: written("August 1939"), earns: 0.5 },
  { shows: "A year left out costs half", item: pact, fields: written("23 August"), earns: 0.5 },
  { shows: "A wrong day costs more than no day", item: pact, fields: written("28 August 1939"), earns: 0.25 },
  {
    shows: "A wrong year beside the right day costs as much",
    item: pact,
    fields: written("23 August 1940"),
    earns: 0.25,
  },
  { shows: "The year alone earns a quarter", item: pact, fields: written("1939"), earns: 0.25 },
  { shows: "A wrong month earns nothing", item: pact, fields: written("28 September 1939"), earns: 0 },
  { shows: "A month without its year earns nothing", item: pact, fields: written("August"), earns: 0 },
  {
    shows: "A span that holds the day says only month and year",
    item: pact,
    fields: written("20 to 25 August 1939"),
    earns: 0.5,
  },
  { shows: "A wrong date earns nothing", item: pact, fields: written("22.6.1941"), earns: 0 },
  {
    shows: "Two meanings with the right one chosen earn all",
    item: war,
    fields: written("1/9/1939", "1939-09-01"),
    earns: 1,
  },
  {
    shows: "Two meanings with the other chosen earn nothing",
    item: war,
    fields: written("1/9/1939", "1939-01-09"),
    earns: 0,
  },
  {
    shows: "Two meanings and no choice earn nothing, for nothing is guessed",
    item: war,
    fields: written("1/9/1939"),
    earns: 0,
  },
  {
    shows: "A choice that belongs to an earlier text is passed over",
    item: war,
    fields: written("1 September 1939", "1939-02-09"),
    earns: 1,
  },
  { shows: "What cannot be read earns nothing", item: war, fields: written("a Friday"), earns: 0 },
  { shows: "No such day earns nothing", item: war, fields: written("31 September 1939"), earns: 0 },
  { shows: "Asked for the month, the month earns all", item: occupation, fields: written("June 1940"), earns: 1 },
  {
    shows: "Asked for the month, a day is not marked",
    item: occupation,
    fields: written("17.6.1940"),
    earns: 1,
  },
  { shows: "Asked for the month, the year alone earns half", item: occupation, fields: written("1940"), earns: 0.5 },
  {
    shows: "Asked for the month, a wrong one costs more than none",
    item: occupation,
    fields: written("July 1940"),
    earns: 0.25,
  },
  {
    shows: "Asked for the year, a full date of that year earns all",
    item: league,
    fields: written("18 September 1934"),
    earns: 1,
  },
  { shows: "Asked for the year, another year earns nothing", item: league, fields: written("1935"), earns: 0 },
  {
    shows: "Asked for the year, day and month need not be told apart",
    item: league,
    fields: written("3/9/1934"),
    earns: 1,
  },
  { shows: "Nothing written is blank", item: pact, fields: written("  "), earns: "blank" },
  { shows: "Nothing sent is blank", item: pact, fields: {}, earns: "blank" },
  { shows: "Two texts are no answer of one field", item: pact, fields: { text: ["1939", "1940"] }, earns: "malformed" },
  {
    shows: "A choice that no form offers is turned away",
    item: war,
    fields: written("1/9/1939", "tomorrow"),
    earns: "malformed",
  },
];
