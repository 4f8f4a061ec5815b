import type { Sample } from "../contract";
import type { Body, Key } from "./schema";

const signed = {
  prompt: "On which day was each of these signed?",
  body: {
    mode: "match",
    stems: [
      { id: "s1a", text: "The pact with Estonia" },
      { id: "s2b", text: "The pact with Latvia" },
      { id: "s3c", text: "The treaty with Lithuania" },
      { id: "s4d", text: "The German-Soviet boundary treaty" },
    ],
    choices: [
      { id: "c91", text: "28 September 1939" },
      { id: "c72", text: "5 October 1939" },
      { id: "c53", text: "10 October 1939" },
      { id: "c34", text: "23 August 1939" },
    ],
  } satisfies Body,
  key: {
    pairs: [
      { stem: "s1a", choices: ["c91"] },
      { stem: "s2b", choices: ["c72"] },
      { stem: "s3c", choices: ["c53"] },
      { stem: "s4d", choices: ["c91"] },
    ],
  } satisfies Key,
};

const sorted = {
  prompt: "Whose territory was it at the beginning of 1939?",
  body: {
    mode: "sort",
    stems: [
      { id: "i1", text: "Vilnius" },
      { id: "i2", text: "Bessarabia" },
      { id: "i3", text: "Memel" },
    ],
    choices: [
      { id: "g1", text: "Poland" },
      { id: "g2", text: "Romania" },
      { id: "g3", text: "Lithuania" },
    ],
  } satisfies Body,
  key: {
    pairs: [
      { stem: "i1", choices: ["g1"] },
      { stem: "i2", choices: ["g2"] },
      { stem: "i3", choices: ["g3"] },
    ],
  } satisfies Key,
};

export const samples: readonly Sample<Body, Key>[] = [
  {
    shows: "Every stem with its choice earns all, one choice being right for two",
    item: signed,
    fields: { s1a: ["c91"], s2b: ["c72"], s3c: ["c53"], s4d: ["c91"] },
    earns: 1,
  },
  {
    shows: "One stem of four earns a quarter, and a wrong one takes nothing away",
    item: signed,
    fields: { s1a: ["c72"], s2b: ["c72"], s3c: ["c72"], s4d: ["c34"] },
    earns: 0.25,
  },
  {
    shows: "A stem left empty earns nothing for its share",
    item: signed,
    fields: { s1a: ["c91"], s2b: [""], s3c: ["c53"], s4d: [""] },
    earns: 0.5,
  },
  { shows: "Only distractors earn nothing", item: signed, fields: { s1a: ["c34"], s2b: ["c34"] }, earns: 0 },
  {
    shows: "All stems left empty are blank",
    item: signed,
    fields: { s1a: [""], s2b: [""], s3c: [""], s4d: [""] },
    earns: "blank",
  },
  {
    shows: "Two choices for one stem are turned away",
    item: signed,
    fields: { s1a: ["c91", "c72"] },
    earns: "malformed",
  },
  { shows: "A choice of another question is turned away", item: signed, fields: { s1a: ["g1"] }, earns: "malformed" },
  { shows: "A stem of another question is turned away", item: signed, fields: { i1: ["c91"] }, earns: "malformed" },
  {
    shows: "Each item in its group earns all",
    item: sorted,
    fields: { i1: ["g1"], i2: ["g2"], i3: ["g3"] },
    earns: 1,
  },
  {
    shows: "An item in a wrong group loses its own share only",
    item: sorted,
    fields: { i1: ["g3"], i2: ["g2"], i3: ["g3"] },
    earns: 2 / 3,
  },
  { shows: "No item sorted is blank", item: sorted, fields: {}, earns: "blank" },
];
