import type { Sample } from "../contract";
import { kilometres } from "./net";
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

const takers = {
  prompt: "Which state took each of these lands between 1938 and 1940?",
  body: {
    task: "taker",
    map: "europe-1938",
    frame: [
      [12, 42.5],
      [34, 60.5],
    ],
    territories: [
      { id: "estonia", name: "Estonia", where: "South of the Gulf of Finland, north of Latvia." },
      {
        id: "northern-transylvania",
        name: "Northern Transylvania",
        where: "In the bend of the Carpathians and west of it, around Cluj.",
      },
      { id: "southern-dobruja", name: "Southern Dobruja", where: "On the Black Sea coast, south of the lower Danube." },
      { id: "sudetenland", name: "Sudetenland", where: "A rim along the edges of Bohemia and Moravia." },
      { id: "zaolzie", name: "Zaolzie", where: "A very small area of Silesia, at the corner of Moravia." },
    ],
    states: [
      { id: "bulgaria", name: "Bulgaria" },
      { id: "germany", name: "Germany" },
      { id: "hungary", name: "Hungary" },
      { id: "italy", name: "Italy" },
      { id: "poland", name: "Poland" },
      { id: "ussr", name: "Soviet Union" },
    ],
  },
  key: {
    task: "taker",
    takers: {
      estonia: ["ussr"],
      "northern-transylvania": ["hungary"],
      "southern-dobruja": ["bulgaria"],
      sudetenland: ["germany"],
      zaolzie: ["poland"],
    },
    stories: {
      estonia: "It was annexed by a law of 6 August 1940.",
      "northern-transylvania": "It was awarded to its western neighbour on 30 August 1940.",
      "southern-dobruja": "It was ceded to its southern neighbour on 7 September 1940.",
      sudetenland: "It was ceded under the Munich Agreement.",
      zaolzie: "It was given up to an ultimatum in October 1938.",
    },
  },
} satisfies { prompt: string; body: Body; key: Key };

const fort = {
  prompt: "Where is Brest, where German and Soviet troops met in September 1939? Place it on the map.",
  body: {
    task: "place",
    map: "europe-1938",
    frame: [
      [18, 49],
      [33, 58],
    ],
    cities: ["warsaw", "minsk", "kiev", "konigsberg", "riga", "lublin", "lviv"],
    net: { west: 17.75, north: 58, lon: 3.75, lat: 2.5, columns: 5, rows: 4 },
    squares: [
      { id: "B1", land: "Latvia", where: "around Riga" },
      { id: "C1", land: "Latvia and Soviet Union", where: "220 km east of Riga" },
      { id: "D1", land: "Soviet Union", where: "360 km north of Minsk" },
      { id: "A2", land: "Germany and Poland", where: "around Königsberg and Danzig" },
      { id: "B2", land: "Lithuania", where: "between Königsberg and Riga, 130 km south of Riga" },
      { id: "C2", land: "Soviet Union and Lithuania", where: "150 km north-west of Minsk" },
      { id: "D2", land: "Soviet Union", where: "180 km north-east of Minsk" },
      { id: "A3", land: "Poland", where: "around Warsaw" },
      { id: "B3", land: "Poland", where: "between Warsaw and Minsk, 160 km north-east of Lublin" },
      { id: "C3", land: "Soviet Union and Poland", where: "around Minsk" },
      { id: "D3", land: "Soviet Union", where: "210 km south-east of Minsk" },
      { id: "A4", land: "Poland and Czechoslovakia", where: "230 km west of Lwów" },
      { id: "B4", land: "Poland", where: "around Lwów" },
      { id: "C4", land: "Soviet Union and Poland", where: "260 km west of Kiev" },
      { id: "D4", land: "Soviet Union", where: "around Kiev" },
    ],
  },
  key: {
    task: "place",
    city: "brest",
    name: "Brest",
    at: [23.685, 52.098],
    square: "B3",
    full: 120,
    zero: 420,
  },
} satisfies { prompt: string; body: Body; key: Key };

const taken = (answers: Record<string, string>) =>
  Object.fromEntries(Object.entries(answers).map(([land, state]) => [`taker-${land}`, [state]]));

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
  {
    shows: "Every taker named earns all",
    item: takers,
    fields: taken({
      estonia: "ussr",
      "northern-transylvania": "hungary",
      "southern-dobruja": "bulgaria",
      sudetenland: "germany",
      zaolzie: "poland",
    }),
    earns: 1,
  },
  {
    shows: "A mark a land: a wrong state takes nothing from the others",
    item: takers,
    fields: taken({ estonia: "ussr", sudetenland: "germany", zaolzie: "germany", "southern-dobruja": "" }),
    earns: 0.4,
  },
  { shows: "Wrong states earn nothing", item: takers, fields: taken({ estonia: "germany" }), earns: 0 },
  {
    shows: "Lands for which nothing is chosen are blank",
    item: takers,
    fields: taken({ estonia: "", zaolzie: "" }),
    earns: "blank",
  },
  {
    shows: "A state that is not on the list is turned away",
    item: takers,
    fields: taken({ estonia: "sweden" }),
    earns: "malformed",
  },
  { shows: "The square that holds the city earns all", item: fort, fields: { square: ["B3"] }, earns: 1 },
  {
    shows: "A point within the tolerance earns all, in whatever square",
    item: fort,
    fields: { square: ["point"], at: ["23.1000,51.7000"] },
    earns: 1,
  },
  {
    shows: "A point between the two tolerances earns by how near it is: half, half-way",
    item: fort,
    fields: { square: ["point"], at: ["23.6850,54.5262"] },
    earns: (420 - kilometres([23.685, 54.5262], [23.685, 52.098])) / (420 - 120),
  },
  {
    shows: "A point without the list's word counts too",
    item: fort,
    fields: { at: ["23.6850,52.0980"] },
    earns: 1,
  },
  {
    shows: "Another square is measured from its middle",
    item: fort,
    fields: { square: ["D4"] },
    earns: 0,
  },
  {
    shows: "The list decides when it has changed since the pin was put",
    item: fort,
    fields: { square: ["B3"], at: ["30.5000,50.4000"] },
    earns: 1,
  },
  {
    shows: "Nothing chosen is blank, whatever the pin",
    item: fort,
    fields: { square: [""], at: ["23.6850,52.0980"] },
    earns: "blank",
  },
  {
    shows: "A point that is none is turned away",
    item: fort,
    fields: { square: ["point"], at: ["23,7;52,1"] },
    earns: "malformed",
  },
];
