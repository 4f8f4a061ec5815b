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
];
