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

const about = {
  prompt: "In which year was the old bridge built?",
  body: { precision: "year", century: 1900 } satisfies Body,
  key: { accepted: [{ date: "1912~", span: "1911/1913" }], confusable: [] } satisfies Key,
};

const season = {
  prompt: "In which season was the harvest lost?",
  body: { precision: "season", century: 1900 } satisfies Body,
  key: { accepted: [{ date: "1940-22" }], confusable: [] } satisfies Key,
};

const sitting = {
  prompt: "When did the assembly sit?",
  body: day,
  key: { accepted: [{ date: "1939-10-27/1939-10-28" }], confusable: [] } satisfies Key,
};

const revolution = {
  prompt: "On which day was the Winter Palace taken?",
  body: day,
  key: {
    accepted: [
      { date: "1917-11-07" },
      { date: "1917-10-25", why: "It is the date by the Julian calendar, then in use in Russia.", oldStyle: true },
    ],
    confusable: [],
  } satisfies Key,
};

const decade = {
  prompt: "In which decade were the farms made collective?",
  body: { precision: "decade", century: 1900 } satisfies Body,
  key: { accepted: [{ date: "193X" }], confusable: [] } satisfies Key,
};

const century = {
  prompt: "In which century did Rome conquer Gaul?",
  body: { precision: "century", century: 1900 } satisfies Body,
  key: { accepted: [{ date: "-00XX" }], confusable: [] } satisfies Key,
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
  { shows: "A season that holds the day earns three eighths", item: war, fields: written("autumn 1939"), earns: 0.375 },
  { shows: "A season that misses the day earns nothing", item: war, fields: written("spring 1939"), earns: 0 },
  {
    shows: "The right third of a month is as good as the month",
    item: war,
    fields: written("early September 1939"),
    earns: 0.5,
  },
  { shows: "A wrong third of a month is a wrong day", item: war, fields: written("late September 1939"), earns: 0.25 },
  { shows: "The right third of a year earns three eighths", item: war, fields: written("late 1939"), earns: 0.375 },
  {
    shows: "About a day is three days, and as good as the month",
    item: war,
    fields: written("c. 1 September 1939"),
    earns: 0.5,
  },
  { shows: "A range without an end says too little", item: war, fields: written("from 1939"), earns: 0 },
  { shows: "Before a month leaves that month out", item: war, fields: written("before September 1939"), earns: 0 },
  {
    shows: "Asked for the month, its season earns three quarters",
    item: occupation,
    fields: written("summer 1940"),
    earns: 0.75,
  },
  {
    shows: "Asked for the month, part of it with part of the next earns its share",
    item: occupation,
    fields: written("16 June to 15 July 1940"),
    earns: 0.5,
  },
  { shows: "Asked for the year, about that year earns half", item: league, fields: written("c. 1934"), earns: 0.5 },
  { shows: "Asked for the year, its decade earns a quarter", item: league, fields: written("1930s"), earns: 0.25 },
  { shows: "Asked for the year, its century says too little", item: league, fields: written("20th century"), earns: 0 },
  { shows: "Of a fact known only about, the year before counts", item: about, fields: written("1911"), earns: 1 },
  {
    shows: "Of a fact known only about, a day of the year after counts",
    item: about,
    fields: written("3 May 1913"),
    earns: 1,
  },
  { shows: "Of a fact known only about, 'about' earns all", item: about, fields: written("c. 1912"), earns: 1 },
  { shows: "Of a fact known only about, two years off earns nothing", item: about, fields: written("1914"), earns: 0 },
  { shows: "A season asked for earns all", item: season, fields: written("летом 1940"), earns: 1 },
  { shows: "A month of the season asked for earns all", item: season, fields: written("July 1940"), earns: 1 },
  { shows: "A season without its year earns half", item: season, fields: written("summer"), earns: 0.5 },
  {
    shows: "The wrong season of the right year earns a quarter",
    item: season,
    fields: written("autumn 1940"),
    earns: 0.25,
  },
  {
    shows: "Mid-year, three of whose four months are the season, holds it and earns three quarters",
    item: season,
    fields: written("mid 1940"),
    earns: 0.75,
  },
  {
    shows: "Either day of a sitting of two days earns all",
    item: sitting,
    fields: written("28 October 1939"),
    earns: 1,
  },
  {
    shows: "Both days of a sitting of two days earn all",
    item: sitting,
    fields: written("27-28 October 1939"),
    earns: 1,
  },
  {
    shows: "The Julian date earns all where the fact says so",
    item: revolution,
    fields: written("25 October 1917"),
    earns: 1,
  },
  {
    shows: "The Julian date named as such earns all",
    item: revolution,
    fields: written("25 октября 1917 (ст. ст.)"),
    earns: 1,
  },
  {
    shows: "The Gregorian date called Julian is a wrong day",
    item: revolution,
    fields: written("7 November 1917 O.S."),
    earns: 0.25,
  },
  {
    shows: "Both calendars at once earn all",
    item: revolution,
    fields: written("25 October (7 November) 1917"),
    earns: 1,
  },
  { shows: "A decade asked for earns all", item: decade, fields: written("the thirties"), earns: 1 },
  { shows: "A year of the decade asked for earns all", item: decade, fields: written("1930"), earns: 1 },
  { shows: "Another decade earns nothing", item: decade, fields: written("1920s"), earns: 0 },
  { shows: "A century asked for earns all", item: century, fields: written("1st century BC"), earns: 1 },
  {
    shows: "A year of the century asked for earns all, and there is no year 0 in it",
    item: century,
    fields: written("1 BC"),
    earns: 1,
  },
  {
    shows: "The century on the other side of Christ earns nothing",
    item: century,
    fields: written("1st century"),
    earns: 0,
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
