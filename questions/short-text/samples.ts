import { makeFactBase, type Fact } from "@/facts/base";
import type { Fields, Sample } from "../contract";
import { author } from "./author";
import type { Body, Key } from "./schema";

const core = { statement: "s", sources: ["K"], confidence: "H" as const, revision: 1 };
const agreement = (id: string, name: string, shortName: string, date: string, place = "Moscow"): Fact => {
  return { id, type: "agreement", name, shortName, date, place, parties: [], signatories: [], ...core };
};
const person = (id: string, name: string, sortName: string, accept: string[] = [], roles?: string) => {
  return { id, name, sortName, accept, ...(roles === undefined ? {} : { roles }) };
};

/** A small fact base; keys are made of it as the author's are. */
const facts = makeFactBase({
  people: [
    person("molotov", "Vyacheslav Molotov", "Molotov", ["Вячеслав Молотов", "Молотов", "Skryabin"]),
    person(
      "litvinov",
      "Maxim Litvinov",
      "Litvinov",
      ["Литвинов"],
      "People’s Commissar for Foreign Affairs to May 1939",
    ),
    person("carl-enckell", "Carl Enckell", "Enckell"),
    person("oscar-enckell", "Oscar Enckell", "Enckell"),
    person("krivoshein", "Semyon Krivoshein", "Krivoshein"),
    person("krivosheev", "Grigory Krivosheev", "Krivosheev"),
    person("henry-vii", "Henry VII", "Henry VII", ["Henry Tudor"]),
    person("henry-viii", "Henry VIII", "Henry VIII"),
  ],
  states: [
    { id: "ussr", name: "Soviet Union", accept: ["USSR", "U.S.S.R.", "СССР"] },
    { id: "lithuania", name: "Lithuania", accept: ["Lietuva", "Литва"] },
    { id: "latvia", name: "Latvia", accept: ["Latvija", "Латвия"] },
    { id: "austria", name: "Austria", accept: ["Österreich"] },
  ],
  facts: [
    agreement("pact", "Treaty of Non-Aggression (Molotov–Ribbentrop Pact)", "the pact", "1939-08-23"),
    agreement("first-award", "First Vienna Award", "the First Vienna Award", "1938-11-02", "Vienna"),
    agreement("second-award", "Second Vienna Award", "the Second Vienna Award", "1940-08-30", "Vienna"),
    agreement("moscow-peace", "Moscow Peace Treaty", "the Moscow Peace Treaty", "1940-03-12"),
    agreement("moscow-armistice", "Moscow Armistice", "the armistice", "1944-09-19"),
  ],
});

function made(prompt: string, fact: string, authored: Record<string, unknown>) {
  const derived = author.derive(author.schema.parse(authored), facts, { id: "sample", prompt, fact });
  if ("problems" in derived) throw new Error(derived.problems.join(" "));
  return { prompt, body: derived.body, key: derived.key };
}

const foreign = made("Who became People’s Commissar for Foreign Affairs in May 1939?", "pact", { person: "molotov" });
const general = made("Which Soviet officer took the salute at Brest beside Guderian?", "pact", {
  person: "krivoshein",
});
const envoy = made("Who was Finland’s foreign minister from 1944?", "moscow-armistice", { person: "carl-enckell" });
const tudor = made("Which king won at Bosworth?", "pact", { person: "henry-vii" });
const award = made("What gave southern Slovakia to Hungary in 1938?", "first-award", { agreement: "first-award" });
const peace = made("What ended the Winter War?", "moscow-peace", { from: "name" });
const treaty = made("What was signed on 23 August 1939?", "pact", {
  from: "name",
  accept: ["the Pact", "Nazi–Soviet Pact"],
});
const neighbour = made("Which state received Vilnius in October 1939?", "pact", { state: "lithuania" });
const group = made("Which army group besieged Leningrad?", "pact", {
  text: "Army Group North",
  accept: ["Heeresgruppe Nord"],
  not: ["Army Group South", "Army Group Centre"],
  slips: { cost: 0.1 },
});
const policy = made("What was Chamberlain’s policy called?", "pact", {
  text: "appeasement",
  accept: [{ text: "*concession*", earns: 0.5 }, "policy of appeasing *"],
});

const written = (text: string, meant?: string): Fields => ({
  text: [text],
  ...(meant === undefined ? {} : { meant: [meant] }),
});

export const samples: readonly Sample<Body, Key>[] = [
  ...[
    "Vyacheslav Molotov",
    "Molotov",
    "MOLOTOV",
    "Молотов",
    "Вячеслав Молотов",
    "Molotow",
    "Wjatscheslaw Molotow",
    "Mo\u0301lotov",
    "V. M. Molotov",
    "Molotov, Vyacheslav",
    "Mol\u200botov",
    "Molotv",
  ].map((text) => ({ shows: `'${text}' names Molotov`, item: foreign, fields: written(text), earns: 1 })),
  { shows: "Another person earns nothing", item: foreign, fields: written("Litvinov"), earns: 0 },
  { shows: "A wrong given name is another person", item: foreign, fields: written("Maxim Molotov"), earns: 0 },
  { shows: "Two names are not one", item: foreign, fields: written("Molotov and Litvinov"), earns: 0 },
  {
    shows: "A slip that leads as well to another is not forgiven",
    item: general,
    fields: written("Krivosheex"),
    earns: 0,
  },
  {
    shows: "A slip that is nearer to the right name is forgiven",
    item: general,
    fields: written("Krivoshin"),
    earns: 1,
  },
  { shows: "A neighbour's name is no slip", item: general, fields: written("Krivosheev"), earns: 0 },
  {
    shows: "A surname of two is asked back, and earns nothing unanswered",
    item: envoy,
    fields: written("Enckell"),
    earns: 0,
  },
  {
    shows: "A surname of two, and the right one meant",
    item: envoy,
    fields: written("Enckell", "carl-enckell"),
    earns: 1,
  },
  {
    shows: "A surname of two, and the other meant",
    item: envoy,
    fields: written("Enckell", "oscar-enckell"),
    earns: 0,
  },
  { shows: "With the given name nothing is asked", item: envoy, fields: written("C. Enckell"), earns: 1 },
  { shows: "'Henry VII' is Henry VII", item: tudor, fields: written("Henry VII"), earns: 1 },
  { shows: "'Henry the Seventh' is Henry VII", item: tudor, fields: written("Henry the Seventh"), earns: 1 },
  { shows: "'Henry VIII' is no slip of 'Henry VII'", item: tudor, fields: written("Henry VIII"), earns: 0 },
  { shows: "'Henry VI' is no slip of 'Henry VII'", item: tudor, fields: written("Henry VI"), earns: 0 },
  { shows: "'1st Vienna award' is the first", item: award, fields: written("1st Vienna award"), earns: 1 },
  { shows: "'second Vienna Award' is not the first", item: award, fields: written("second Vienna Award"), earns: 0 },
  { shows: "Without its number the award is none", item: award, fields: written("Vienna Award"), earns: 0 },
  { shows: "An article changes nothing", item: peace, fields: written("the Moscow Peace Treaty"), earns: 1 },
  { shows: "'Peace Treaty of Moscow' is the same", item: peace, fields: written("Peace Treaty of Moscow"), earns: 1 },
  { shows: "A slip in a treaty's name is forgiven", item: peace, fields: written("Moscow Peace Traety"), earns: 1 },
  { shows: "Another agreement earns nothing", item: peace, fields: written("Moscow Armistice"), earns: 0 },
  {
    shows: "What stands in the name's brackets names it",
    item: treaty,
    fields: written("Molotov-Ribbentrop Pact"),
    earns: 1,
  },
  { shows: "What the author accepts, counts", item: treaty, fields: written("Nazi-Soviet pact"), earns: 1 },
  { shows: "'the Pact' counts where the author accepts it", item: treaty, fields: written("The pact"), earns: 1 },
  { shows: "A state counts in its own tongue", item: neighbour, fields: written("Lietuva"), earns: 1 },
  { shows: "A neighbouring state earns nothing", item: neighbour, fields: written("Latvia"), earns: 0 },
  { shows: "An answer of the author counts", item: group, fields: written("army group north"), earns: 1 },
  { shows: "South is not North", item: group, fields: written("Army Group South"), earns: 0 },
  { shows: "A forgiven slip costs what the author says", item: group, fields: written("Army Gruop North"), earns: 0.9 },
  {
    shows: "A slip between North and South is not forgiven",
    item: group,
    fields: written("Army Group Nouth"),
    earns: 0,
  },
  { shows: "A pattern earns its part", item: policy, fields: written("a policy of concessions"), earns: 0.5 },
  { shows: "A pattern may earn all", item: policy, fields: written("Policy of appeasing Hitler"), earns: 1 },
  { shows: "Nothing written is blank", item: foreign, fields: written("  "), earns: "blank" },
  { shows: "Marks that cannot be seen are blank", item: foreign, fields: written("\u200b\u200e"), earns: "blank" },
  { shows: "Nothing sent is blank", item: foreign, fields: {}, earns: "blank" },
  { shows: "Two texts are no answer of one field", item: foreign, fields: { text: ["a", "b"] }, earns: "malformed" },
  {
    shows: "A choice that was not offered is turned away",
    item: envoy,
    fields: written("Enckell", "stalin"),
    earns: "malformed",
  },
];
