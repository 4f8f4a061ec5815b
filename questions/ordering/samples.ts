import type { Sample } from "../contract";
import type { Body, Key, Rule } from "./schema";

const five = (rule: Rule) => ({
  prompt: "Put these in the order in which they happened.",
  body: {
    items: [
      { id: "o1m", text: "The conference in Munich" },
      { id: "o2p", text: "The pact of non-aggression" },
      { id: "o3b", text: "The boundary treaty" },
      { id: "o4u", text: "The ultimatum to Lithuania" },
      { id: "o5l", text: "The law that took in Estonia" },
    ],
    rule,
  } satisfies Body,
  key: {
    items: [
      { id: "o1m", first: 100, last: 101, when: "29 to 30 September 1938" },
      { id: "o2p", first: 428, last: 429, when: "23 August 1939" },
      { id: "o3b", first: 464, last: 465, when: "28 September 1939" },
      { id: "o4u", first: 724, last: 724, when: "14 June 1940" },
      { id: "o5l", first: 777, last: 777, when: "6 August 1940" },
    ],
  } satisfies Key,
});

const order = five("pairs-corrected");
const pairs = five("all-pairs");
const run = five("longest-run");
const places = five("absolute");
const neighbours = five("adjacent");

/** The second and the third overlap: neither has to come first. */
const loose = {
  prompt: "Put these in the order in which they happened.",
  body: {
    items: [
      { id: "o1", text: "The first ultimatum" },
      { id: "o2", text: "The occupation" },
      { id: "o3", text: "The elections" },
      { id: "o4", text: "The annexation" },
    ],
    rule: "pairs-corrected",
    ends: { first: "First", last: "Last" },
  } satisfies Body,
  key: {
    items: [
      { id: "o1", first: 1, last: 1 },
      { id: "o2", first: 2, last: 40 },
      { id: "o3", first: 30, last: 31 },
      { id: "o4", first: 60, last: 60 },
    ],
  } satisfies Key,
};

/** Ids in the order given, as the form sends them. */
const as = (...ids: string[]) => Object.fromEntries(ids.map((id, index) => [id, [String(index + 1)]]));

const right = ["o1m", "o2p", "o3b", "o4u", "o5l"];
const firstLast = ["o2p", "o3b", "o4u", "o5l", "o1m"];

export const samples: readonly Sample<Body, Key>[] = [
  { shows: "The right order earns all", item: order, fields: as(...right), earns: 1 },
  { shows: "An order turned round earns nothing", item: order, fields: as(...[...right].reverse()), earns: 0 },
  { shows: "Corrected for chance: the first put last earns 0.2", item: order, fields: as(...firstLast), earns: 0.2 },
  { shows: "All pairs: the first put last earns 0.6", item: pairs, fields: as(...firstLast), earns: 0.6 },
  { shows: "Longest run: the first put last earns 0.8", item: run, fields: as(...firstLast), earns: 0.8 },
  { shows: "Places: the first put last leaves none in its place", item: places, fields: as(...firstLast), earns: 0 },
  {
    shows: "Neighbours: the first put last leaves three of four followed by the right one",
    item: neighbours,
    fields: as(...firstLast),
    earns: 0.75,
  },
  {
    shows: "Two neighbours the wrong way round cost one pair of ten",
    item: order,
    fields: as("o1m", "o3b", "o2p", "o4u", "o5l"),
    earns: 0.8,
  },
  { shows: "No place given is blank: the order shown is no answer", item: order, fields: {}, earns: "blank" },
  {
    shows: "A place left empty leaves its item out of every pair",
    item: order,
    fields: { ...as(...right), o5l: [""] },
    earns: 0.2,
  },
  {
    shows: "Two at the same place are both out of order",
    item: pairs,
    fields: { ...as(...right), o5l: ["4"] },
    earns: 0.3,
  },
  { shows: "Items that overlap may stand either way", item: loose, fields: as("o1", "o3", "o2", "o4"), earns: 1 },
  {
    shows: "Items that overlap may stand the other way too",
    item: loose,
    fields: as("o1", "o2", "o3", "o4"),
    earns: 1,
  },
  {
    shows: "A pair that does not overlap is graded: one of five wrong",
    item: loose,
    fields: as("o2", "o1", "o3", "o4"),
    earns: 0.6,
  },
  { shows: "A place that is none is turned away", item: order, fields: { o1m: ["6"] }, earns: "malformed" },
  { shows: "Words are no place", item: order, fields: { o1m: ["first"] }, earns: "malformed" },
  { shows: "Two places for one item are turned away", item: order, fields: { o1m: ["1", "2"] }, earns: "malformed" },
  { shows: "An item of another question is turned away", item: order, fields: { o1: ["1"] }, earns: "malformed" },
];
