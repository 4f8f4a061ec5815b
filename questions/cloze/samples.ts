import { makeFactBase } from "@/facts/base";
import type { Fields, Sample } from "../contract";
import { author } from "./author";
import type { Body, Key } from "./schema";

const spheres = {
  id: "g2",
  gap: "choice",
  body: {
    options: [
      { id: "o11", text: "Estonia" },
      { id: "o22", text: "Finland" },
      { id: "o33", text: "Latvia" },
      { id: "o44", text: "Lithuania" },
    ],
  },
};

const spheresKey = {
  options: [
    { id: "o11", fraction: 0, feedback: "It had been in the Soviet sphere since August." },
    { id: "o22", fraction: 0 },
    { id: "o33", fraction: 0 },
    { id: "o44", fraction: 1 },
  ],
};

const treaty = {
  prompt: "Fill in what is missing.",
  body: {
    text: "The Boundary and Friendship Treaty bears the date of {1}. Its protocol moved {2} to the Soviet sphere; the pact itself was to last {3} years.",
    gaps: [
      { id: "g1", gap: "date", body: { precision: "day", century: 1900 } },
      spheres,
      { id: "g3", gap: "number", body: { decimal: "." } },
    ],
  },
  key: {
    gaps: [
      {
        id: "g1",
        gap: "date",
        weight: 1,
        key: {
          accepted: [{ date: "1939-09-28" }],
          confusable: [{ date: "1939-08-23", name: "Treaty of Non-Aggression" }],
        },
      },
      { id: "g2", gap: "choice", weight: 1, key: spheresKey },
      {
        id: "g3",
        gap: "number",
        weight: 1,
        key: {
          answers: [{ value: 10, tolerance: { type: "absolute", by: 0 }, fraction: 1 }],
          times: {},
          penalty: { share: 0, of: "question" },
          confusable: [],
        },
      },
    ],
  },
} satisfies { prompt: string; body: Body; key: Key };

const facts = makeFactBase({
  facts: [
    {
      type: "event",
      id: "dismissal",
      name: "A commissar is dismissed",
      statement: "Another took his place.",
      date: "1939-05-03",
      sources: [],
      confidence: "H",
      revision: 1,
    },
  ],
  people: [
    { id: "molotov", name: "Vyacheslav Molotov", sortName: "Molotov", accept: ["Вячеслав Молотов", "Молотов"] },
    { id: "litvinov", name: "Maxim Litvinov", sortName: "Litvinov", accept: ["Литвинов"] },
  ],
});

/** Names to type, made as an author makes them. */
const commissars = (() => {
  const prompt = "Fill in the names and the month.";
  const made = author.derive(
    author.schema.parse({
      text: "In {1}, {2} was dismissed as People’s Commissar for Foreign Affairs.\n\nHis successor was {3}.",
      gaps: [{ date: { precision: "month" } }, { text: { person: "litvinov" } }, { text: { person: "molotov" } }],
    }),
    facts,
    { id: "sample", prompt, fact: "dismissal" },
  );
  if ("problems" in made) throw new Error(made.problems.join(" "));
  return { prompt, body: made.body, key: made.key };
})();

/** The same, the date counting as much as the two others. */
const weighted = {
  ...treaty,
  key: { gaps: treaty.key.gaps.map((each) => ({ ...each, weight: each.id === "g1" ? 2 : 1 })) },
} satisfies { prompt: string; body: Body; key: Key };

const fill = (date: string, choice: string, number: string): Fields => ({
  "g1.text": [date],
  "g2.choice": [choice],
  "g3.text": [number],
});

export const samples: readonly Sample<Body, Key>[] = [
  { shows: "Every gap right earns all", item: treaty, fields: fill("28 September 1939", "o44", "10"), earns: 1 },
  { shows: "A gap reads as its own kind does", item: treaty, fields: fill("28.9.39", "o44", "ten"), earns: 1 },
  {
    shows: "A wrong gap takes nothing from the others",
    item: treaty,
    fields: fill("28 September 1939", "o11", "10"),
    earns: 2 / 3,
  },
  { shows: "An empty gap earns nothing", item: treaty, fields: fill("28 September 1939", "", ""), earns: 1 / 3 },
  {
    shows: "A gap that is part right brings its part",
    item: treaty,
    fields: fill("September 1939", "o44", "10"),
    earns: 2.5 / 3,
  },
  { shows: "Nothing right earns nothing", item: treaty, fields: fill("1941", "o22", "99"), earns: 0 },
  { shows: "A gap counts by its weight", item: weighted, fields: fill("28 September 1939", "o22", ""), earns: 0.5 },
  {
    shows: "A date with two meanings is asked about, and the other gaps count",
    item: treaty,
    fields: fill("9/8/1939", "o44", "10"),
    earns: 2 / 3,
  },
  {
    shows: "Names are read in any spelling, a date no finer than asked",
    item: commissars,
    fields: { "g1.text": ["May 1939"], "g2.text": ["Litvinov"], "g3.text": ["Молотов"] },
    earns: 1,
  },
  {
    shows: "Two names exchanged earn nothing, the month its share",
    item: commissars,
    fields: { "g1.text": ["5/1939"], "g2.text": ["Molotov"], "g3.text": ["Litvinov"] },
    earns: 1 / 3,
  },
  { shows: "Every gap left empty is blank", item: treaty, fields: fill("", "", " "), earns: "blank" },
  { shows: "Nothing sent is blank", item: treaty, fields: {}, earns: "blank" },
  {
    shows: "What one gap does not offer is turned away",
    item: treaty,
    fields: fill("28 September 1939", "o99", "10"),
    earns: "malformed",
  },
  { shows: "A fourth gap of three is turned away", item: treaty, fields: { "g4.text": ["1939"] }, earns: "malformed" },
  { shows: "A field of no gap is turned away", item: treaty, fields: { text: ["1939"] }, earns: "malformed" },
];
