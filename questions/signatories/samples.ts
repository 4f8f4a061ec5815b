import { foldPerson, foldThing } from "@/facts/names";
import type { Sample } from "../contract";
import type { Body, Key } from "./schema";

const stalin = {
  id: "stalin",
  name: "Joseph Stalin",
  sortName: "Stalin",
  accept: ["Josef Stalin", "Сталин"],
  signed: [],
};
const molotov = { id: "molotov", name: "Vyacheslav Molotov", sortName: "Molotov", accept: ["Молотов"], signed: [] };
const ribbentrop = {
  id: "ribbentrop",
  name: "Joachim von Ribbentrop",
  sortName: "Ribbentrop",
  accept: ["Риббентроп"],
  signed: [],
};
const schulenburg = {
  id: "schulenburg",
  name: "Friedrich Werner von der Schulenburg",
  sortName: "Schulenburg",
  accept: [],
  signed: ["Secret protocol of 10 January 1941"],
};
const hitler = { id: "hitler", name: "Adolf Hitler", sortName: "Hitler", accept: [], signed: ["Munich Agreement"] };
const litvinov = { id: "litvinov", name: "Maxim Litvinov", sortName: "Litvinov", accept: [], signed: [] };
const carl = { id: "carl-enckell", name: "Carl Enckell", sortName: "Enckell", accept: [], signed: [] };
const oscar = { id: "oscar-enckell", name: "Oscar Enckell", sortName: "Enckell", accept: [], signed: [] };

const cast = [hitler, litvinov, molotov, ribbentrop, schulenburg, stalin, carl, oscar];
const signatories = [
  { person: "ribbentrop", for: "Germany", as: "Reich Minister for Foreign Affairs" },
  { person: "molotov", for: "Soviet Union", as: "People's Commissar for Foreign Affairs" },
];

const picked = {
  prompt: "Who signed the German-Soviet Treaty of Non-Aggression? Choose everyone who put his name to it.",
  body: {
    entry: "picked",
    people: [hitler, litvinov, molotov, ribbentrop, schulenburg, stalin].map(({ id, name, sortName }) => ({
      id,
      name,
      sortName,
    })),
  } satisfies Body,
  key: { signatories, cast } satisfies Key,
};

const typed = {
  prompt: "Who signed the German-Soviet Treaty of Non-Aggression, one man for each side?",
  body: { entry: "typed" } satisfies Body,
  key: { signatories, cast } satisfies Key,
};

const forms = (...list: string[]) => ({ name: list[0]!, forms: list });
const germany = { id: "germany", ...forms("Germany", "German Reich", "Deutschland", "Германия") };
const france = { id: "france", ...forms("France", "French Republic", "Франция") };
const italy = { id: "italy", ...forms("Italy", "Kingdom of Italy", "Италия") };
const britain = { id: "united-kingdom", ...forms("United Kingdom", "UK", "Britain", "Great Britain", "England") };
const ussr = { id: "ussr", ...forms("Soviet Union", "USSR", "Russia", "СССР") };
const czechoslovakia = { id: "czechoslovakia", ...forms("Czechoslovakia", "Československo") };
const poland = { id: "poland", ...forms("Poland", "Polska", "Польша") };
const hungary = { id: "hungary", ...forms("Hungary") };
const romania = { id: "romania", ...forms("Romania", "Rumania") };
const yugoslavia = { id: "yugoslavia", ...forms("Yugoslavia") };

const people = [hitler, litvinov, molotov, ribbentrop, schulenburg, stalin, carl, oscar];

/** Who signed, as it is made ready now: a state's name is told apart from a wrong one. */
const signed = {
  prompt: typed.prompt,
  body: { entry: "typed" } satisfies Body,
  key: {
    members: [
      { id: "ribbentrop", note: "Germany: Reich Minister for Foreign Affairs", aliases: ["Риббентроп"] },
      { id: "molotov", note: "Soviet Union: People's Commissar for Foreign Affairs", aliases: ["Молотов"] },
    ],
    cast: people.map((person) => ({
      ...foldPerson(person),
      ...(person === hitler ? { elsewhere: "That signature stands under: Munich Agreement." } : {}),
    })),
    kin: [germany, ussr].map((state) => ({
      ...foldThing(state),
      say: `${state.name} is a party to it, not a person.`,
    })),
  } satisfies Key,
};

const munich = {
  prompt: "Which states were parties to the agreement of September 1938 on the borderlands of Bohemia?",
  body: { ask: "parties", entry: "typed" } satisfies Body,
  key: {
    members: [germany, britain, france, italy].map(({ id, forms: aliases }) => ({ id, aliases })),
    cast: [germany, britain, france, italy, ussr, czechoslovakia, poland].map((state) => ({
      ...foldThing(state),
      ...(state === ussr ? { elsewhere: "It is a party to: Franco-Soviet Treaty of Mutual Assistance." } : {}),
    })),
    kin: [{ ...foldPerson(hitler), say: "Adolf Hitler signed it for Germany." }],
  } satisfies Key,
};

const offered = [germany, hungary, italy, poland, romania, ussr, yugoslavia];
const shares = {
  prompt: "Which states gained land of Czechoslovakia between October 1938 and March 1939? Choose every one.",
  body: {
    ask: "states",
    rule: "precision-recall",
    entry: "picked",
    people: offered.map(({ id, name }) => ({ id, name, sortName: name })),
  } satisfies Body,
  key: {
    members: [germany, hungary, poland].map(({ id }) => ({ id, aliases: [] })),
    cast: offered.map(({ id, name }) => ({ id, name, of: "thing" as const, texts: [], keys: [] })),
    kin: [],
  } satisfies Key,
};

const lands = [
  { id: "bessarabia", ...forms("Bessarabia", "Basarabia", "Бессарабия") },
  { id: "northern-bukovina", ...forms("Northern Bukovina", "North Bukovina") },
  { id: "bohemia-moravia", ...forms("Bohemia and Moravia", "Czech lands") },
  { id: "southern-dobruja", ...forms("Southern Dobruja", "South Dobruja") },
];
const ultimatum = {
  prompt: "Name the two lands that the Soviet ultimatum of June 1940 claimed of Romania.",
  body: { ask: "territories", rule: "per-slot", slots: 2, entry: "typed" } satisfies Body,
  key: {
    members: lands.slice(0, 2).map(({ id, forms: aliases }) => ({ id, aliases })),
    cast: lands.map((land) => foldThing(land)),
    kin: [],
  } satisfies Key,
};

const names = (...name: string[]) => ({ name });
const chosen = (...person: string[]) => ({ person });

export const samples: readonly Sample<Body, Key>[] = [
  { shows: "Both names chosen earn all", item: picked, fields: chosen("molotov", "ribbentrop"), earns: 1 },
  { shows: "One of two earns half", item: picked, fields: chosen("molotov"), earns: 0.5 },
  {
    shows: "Somebody who did not sign takes one name away",
    item: picked,
    fields: chosen("molotov", "ribbentrop", "stalin"),
    earns: 0.5,
  },
  {
    shows: "As many wrong names as right ones leave nothing",
    item: picked,
    fields: chosen("molotov", "stalin"),
    earns: 0,
  },
  { shows: "Nobody goes below nothing", item: picked, fields: chosen("stalin", "hitler"), earns: 0 },
  {
    shows: "Choosing everybody earns nothing",
    item: picked,
    fields: chosen(...picked.body.people.map(({ id }) => id)),
    earns: 0,
  },
  { shows: "Nobody chosen is blank", item: picked, fields: {}, earns: "blank" },
  {
    shows: "A person who was not offered is turned away",
    item: picked,
    fields: chosen("molotov", "churchill"),
    earns: "malformed",
  },
  { shows: "Typed names do not belong to a list", item: picked, fields: names("Molotov"), earns: "malformed" },
  { shows: "Surnames will do, in any order", item: typed, fields: names("Ribbentrop", "Molotov"), earns: 1 },
  {
    shows: "Any usual spelling and script will do",
    item: typed,
    fields: names("Wjatscheslaw Molotow", "Риббентроп"),
    earns: 1,
  },
  { shows: "A typing slip is forgiven", item: typed, fields: names("Ribentrop", "Molotv"), earns: 1 },
  {
    shows: "Two names in one row are two names",
    item: typed,
    fields: names("Molotov and von Ribbentrop", ""),
    earns: 1,
  },
  {
    shows: "The same name twice counts once",
    item: typed,
    fields: names("Molotov", "V. M. Molotov", "Молотов"),
    earns: 0.5,
  },
  {
    shows: "A typed name that did not sign takes one away",
    item: typed,
    fields: names("Molotov", "Ribbentrop", "Stalin"),
    earns: 0.5,
  },
  {
    shows: "A name that nobody bears takes one away",
    item: typed,
    fields: names("Molotov", "Ribbentrop", "Napoleon"),
    earns: 0.5,
  },
  {
    shows: "A surname of two people neither earns nor costs",
    item: typed,
    fields: names("Molotov", "Ribbentrop", "Enckell"),
    earns: 1,
  },
  {
    shows: "A wrong given name is another person",
    item: typed,
    fields: names("Boris Molotov", "Ribbentrop"),
    earns: 0,
  },
  { shows: "Empty rows are blank", item: typed, fields: names("", " ", "", "", "", ""), earns: "blank" },
  { shows: "Nothing sent is blank", item: typed, fields: {}, earns: "blank" },
  { shows: "A choice does not belong to typed names", item: typed, fields: chosen("molotov"), earns: "malformed" },
  { shows: "Names made ready before earn alike", item: signed, fields: names("Молотов", "Ribentrop"), earns: 1 },
  {
    shows: "A state where people are asked neither earns nor costs",
    item: signed,
    fields: names("Molotov", "Ribbentrop", "Germany", "USSR"),
    earns: 1,
  },
  { shows: "Nothing but states names nobody", item: signed, fields: names("Germany", "Soviet Union"), earns: 0 },
  {
    shows: "Parties are states, in any of their names and in any order",
    item: munich,
    fields: names("Italy, France and Great Britain", "Германия"),
    earns: 1,
  },
  {
    shows: "A state that is no party takes one away",
    item: munich,
    fields: names("Germany", "UK", "France", "Italy", "USSR"),
    earns: 0.75,
  },
  {
    shows: "A signatory where parties are asked neither earns nor costs",
    item: munich,
    fields: names("Hitler", "UK", "France", "Italy"),
    earns: 0.75,
  },
  {
    shows: "Precision times recall: all of the set and nothing else earn all",
    item: shares,
    fields: chosen("germany", "hungary", "poland"),
    earns: 1,
  },
  {
    shows: "Precision times recall: two of three and one wrong earn 2/3 × 2/3",
    item: shares,
    fields: chosen("germany", "poland", "romania"),
    earns: 4 / 9,
  },
  {
    shows: "Precision times recall: everything chosen earns the share of what is right",
    item: shares,
    fields: chosen(...offered.map(({ id }) => id)),
    earns: 3 / 7,
  },
  { shows: "Precision times recall: nothing right earns nothing", item: shares, fields: chosen("italy"), earns: 0 },
  {
    shows: "A place a name: a wrong one leaves its place empty and costs no more",
    item: ultimatum,
    fields: names("Bessarabia", "Southern Dobruja"),
    earns: 0.5,
  },
  {
    shows: "A place a name: what is named beyond the places empties one each",
    item: ultimatum,
    fields: names("Bessarabia", "North Bukovina", "Bohemia and Moravia"),
    earns: 0.5,
  },
  {
    shows: "A place a name: two lands in one row are two names",
    item: ultimatum,
    fields: names("Bessarabia and Northern Bukovina"),
    earns: 1,
  },
];
