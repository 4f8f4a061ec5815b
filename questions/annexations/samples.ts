import type { Sample } from "../contract";
import type { Body, Key } from "./schema";

const summer = {
  prompt: "Which of these lands did the Soviet Union annex in August 1940? Mark every one.",
  body: {
    map: "europe-1938",
    frame: [
      [15, 43.4],
      [34, 61],
    ],
    territories: [
      { id: "bessarabia", name: "Bessarabia", where: "Between the rivers Prut and Dniester, on the Black Sea." },
      { id: "estonia", name: "Estonia", where: "South of the Gulf of Finland, north of Latvia." },
      { id: "finnish-karelia", name: "Finnish Karelia", where: "Around the north-west of Lake Ladoga." },
      { id: "hertza", name: "Hertza", where: "A corner between Northern Bukovina and Bessarabia." },
      { id: "latvia", name: "Latvia", where: "South of Estonia, around the Gulf of Riga." },
      { id: "lithuania", name: "Lithuania", where: "South of Latvia, north-east of East Prussia." },
      {
        id: "northern-bukovina",
        name: "Northern Bukovina",
        where: "East of the Carpathians, north of Romania’s Moldavia.",
      },
      {
        id: "northern-transylvania",
        name: "Northern Transylvania",
        where: "Inside the bend of the Carpathians, beside Hungary.",
      },
      { id: "vilnius-region", name: "Vilnius region", where: "A belt on the south-east side of Lithuania." },
      {
        id: "western-ukraine",
        name: "Western Ukraine",
        where: "North of the Carpathians, south of the Pripet marshes.",
      },
    ],
  },
  key: {
    right: ["bessarabia", "estonia", "latvia", "lithuania"],
    uncounted: ["vilnius-region"],
    stories: {
      bessarabia: "It was annexed by a law of 2 August 1940.",
      estonia: "It was annexed by a law of 6 August 1940.",
      "finnish-karelia": "It was ceded by treaty on 12 March 1940.",
      hertza: "It went without any law of its own.",
      latvia: "It was annexed by a law of 5 August 1940.",
      lithuania: "It was annexed by a law of 3 August 1940.",
      "northern-bukovina": "It was joined to the republic next door.",
      "northern-transylvania": "It was awarded to a neighbour on 30 August 1940.",
      "vilnius-region": "It was handed over in October 1939, and went with its new owner.",
      "western-ukraine": "It was annexed by a law of 1 November 1939.",
    },
  },
} satisfies { prompt: string; body: Body; key: Key };

const four = ["estonia", "latvia", "lithuania", "bessarabia"];

export const samples: readonly Sample<Body, Key>[] = [
  { shows: "All that is right and nothing else earns all", item: summer, fields: { territory: four }, earns: 1 },
  { shows: "What was not found is not earned", item: summer, fields: { territory: ["estonia", "latvia"] }, earns: 0.5 },
  {
    shows: "A wrong mark takes a right one away",
    item: summer,
    fields: { territory: [...four, "western-ukraine"] },
    earns: 0.75,
  },
  {
    shows: "An uncounted land changes nothing",
    item: summer,
    fields: { territory: [...four, "vilnius-region"] },
    earns: 1,
  },
  {
    shows: "Marking everything earns nothing when more is wrong than right",
    item: summer,
    fields: { territory: summer.body.territories.map(({ id }) => id) },
    earns: 0,
  },
  {
    shows: "More wrong than right is nothing, not less",
    item: summer,
    fields: { territory: ["hertza", "western-ukraine"] },
    earns: 0,
  },
  {
    shows: "Twice the same mark is one mark",
    item: summer,
    fields: { territory: ["estonia", "estonia"] },
    earns: 0.25,
  },
  { shows: "Nothing marked is blank", item: summer, fields: {}, earns: "blank" },
  {
    shows: "A land of another question is turned away",
    item: summer,
    fields: { territory: ["tuva"] },
    earns: "malformed",
  },
];
