import type { Fields, Sample } from "../contract";
import type { Body, Key } from "./schema";

const plain: Body = { decimal: "." };

const losses = {
  prompt: "How many people did the Soviet Union lose in the war, by the estimate of the commission of 1993?",
  body: {
    decimal: ".",
    unit: {
      entry: "typed",
      rule: "optional",
      shown: "people",
      units: [{ id: "people", names: ["people", "persons", "человек"] }],
    },
  } satisfies Body,
  key: {
    answers: [
      { value: 26_600_000, tolerance: { type: "range", low: 26_000_000, high: 27_000_000 }, fraction: 1 },
      { value: 26_600_000, tolerance: { type: "relative", by: 0.1 }, fraction: 0.5 },
      { value: 26_600_000, tolerance: { type: "geometric", by: 0.5 }, fraction: 0.25 },
    ],
    times: { people: 1 },
    penalty: { share: 0, of: "question" },
    unit: "people",
    confusable: [{ value: 8_700_000, name: "soldiers who were lost, by the count of 1993" }],
  } satisfies Key,
};

const parties = {
  prompt: "How many states were parties to the Munich Agreement?",
  body: plain,
  key: {
    answers: [{ value: 4, tolerance: { type: "absolute", by: 0 }, fraction: 1 }],
    times: {},
    penalty: { share: 0, of: "question" },
    confusable: [],
  } satisfies Key,
};

const road = {
  prompt: "How long was the ice road over Lake Ladoga? Give the unit.",
  body: {
    decimal: ".",
    unit: {
      entry: "typed",
      rule: "graded",
      units: [
        { id: "km", names: ["km", "kilometres", "kilometers"] },
        { id: "m", names: ["m", "metres", "meters"] },
        { id: "miles", names: ["miles", "mile"] },
        { id: "hours", names: ["hours"] },
      ],
    },
  } satisfies Body,
  key: {
    answers: [{ value: 30, tolerance: { type: "absolute", by: 2 }, fraction: 1 }],
    times: { km: 1, m: 0.001, miles: 1.609344 },
    penalty: { share: 0.2, of: "answer" },
    unit: "km",
    confusable: [],
  } satisfies Key,
};

const credit = {
  prompt: "How large was the credit that Germany granted in August 1939?",
  body: {
    decimal: ".",
    unit: {
      entry: "chosen",
      rule: "required",
      units: [
        { id: "rm", names: ["Reichsmark", "RM"] },
        { id: "rub", names: ["roubles", "rubles"] },
        { id: "usd", names: ["US dollars"] },
      ],
    },
  } satisfies Body,
  key: {
    answers: [{ value: 200_000_000, tolerance: { type: "absolute", by: 0 }, fraction: 1 }],
    times: { rm: 1 },
    penalty: { share: 1, of: "question" },
    unit: "Reichsmark",
    confusable: [],
  } satisfies Key,
};

const written = (text: string, unit?: string): Fields => ({
  text: [text],
  ...(unit === undefined ? {} : { unit: [unit] }),
});

export const samples: readonly Sample<Body, Key>[] = [
  ...[
    "26.6 million",
    "26,600,000",
    "26 600 000 people",
    "26\u202f600\u202f000",
    "26.600.000",
    "26'600'000",
    "26,6 млн человек",
    "26.6m",
    "26.6 Mio.",
    "2.66×10^7",
    "about 27 million",
    "٢٦٦٠٠٠٠٠",
    "twenty-six million",
  ].map((text) => ({ shows: `'${text}' lies within the estimates`, item: losses, fields: written(text), earns: 1 })),
  { shows: "The lowest number that counts, counts", item: losses, fields: written("26 million"), earns: 1 },
  { shows: "The highest number that counts, counts", item: losses, fields: written("27,000,000"), earns: 1 },
  { shows: "A span within the estimates earns all", item: losses, fields: written("26–27 million"), earns: 1 },
  { shows: "A span is marked by its worse end", item: losses, fields: written("26 to 28 million"), earns: 0.5 },
  { shows: "Within 10 per cent earns half", item: losses, fields: written("25 million"), earns: 0.5 },
  { shows: "Within half as much again earns a quarter", item: losses, fields: written("20 million"), earns: 0.25 },
  { shows: "A number of something else earns nothing", item: losses, fields: written("8.7 million"), earns: 0 },
  { shows: "A word beside the number is passed over", item: losses, fields: written("26.6 million souls"), earns: 1 },
  { shows: "A number counted is exact", item: parties, fields: written("4"), earns: 1 },
  { shows: "A number may be a word", item: parties, fields: written("four"), earns: 1 },
  { shows: "One off earns nothing where no tolerance is given", item: parties, fields: written("5"), earns: 0 },
  { shows: "Infinity is no number", item: parties, fields: written("Infinity"), earns: 0 },
  { shows: "1e309 is larger than any number", item: parties, fields: written("1e309"), earns: 0 },
  { shows: "Two numbers are not one", item: parties, fields: written("4 signed and 1 joined"), earns: 0 },
  { shows: "The asked unit earns all", item: road, fields: written("30 km"), earns: 1 },
  { shows: "Another unit is converted", item: road, fields: written("19 miles"), earns: 1 },
  { shows: "'m' is a metre where metres are among the units", item: road, fields: written("30,000 m"), earns: 1 },
  { shows: "A unit left out costs its penalty", item: road, fields: written("30"), earns: 0.8 },
  { shows: "A wrong unit costs as much", item: road, fields: written("30 hours"), earns: 0.8 },
  {
    shows: "The right number with a unit that makes it another costs as much",
    item: road,
    fields: written("31 metres"),
    earns: 0.8,
  },
  { shows: "A wrong number with the right unit earns nothing", item: road, fields: written("50 km"), earns: 0 },
  { shows: "A unit chosen from the list counts", item: credit, fields: written("200 million", "rm"), earns: 1 },
  {
    shows: "Without the unit that is required nothing is earned",
    item: credit,
    fields: written("200 million"),
    earns: 0,
  },
  {
    shows: "With a wrong unit that is required nothing is earned",
    item: credit,
    fields: written("200 million", "usd"),
    earns: 0,
  },
  { shows: "Nothing written is blank", item: losses, fields: written("  "), earns: "blank" },
  { shows: "A unit by itself is blank", item: credit, fields: written("", "rm"), earns: "blank" },
  { shows: "Two texts are no answer of one field", item: losses, fields: { text: ["1", "2"] }, earns: "malformed" },
  {
    shows: "A unit that is not offered is turned away",
    item: credit,
    fields: written("200", "euro"),
    earns: "malformed",
  },
];
