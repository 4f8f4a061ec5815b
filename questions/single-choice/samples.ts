import type { Sample } from "../contract";
import type { Body, Key } from "./schema";

const spheres = {
  prompt: "Which country moved from the German to the Soviet sphere on 28 September 1939?",
  body: {
    options: [
      { id: "o3fa1", text: "Estonia" },
      { id: "o77c0", text: "Lithuania" },
      { id: "o9b2e", text: "Finland" },
      { id: "oc41d", text: "Latvia" },
    ],
  },
  key: {
    options: [
      { id: "o3fa1", fraction: 0, feedback: "That country had been in the Soviet sphere since 23 August." },
      { id: "o77c0", fraction: 1 },
      { id: "o9b2e", fraction: 0 },
      { id: "oc41d", fraction: 0 },
    ],
  },
};

const graded = {
  prompt: "What did the secret protocol of 23 August 1939 say of Bessarabia?",
  body: {
    options: [
      { id: "o01", text: "The Soviet side stressed its interest in it" },
      { id: "o02", text: "It was to be occupied within a year" },
      { id: "o03", text: "It was of interest to both sides" },
    ],
  },
  key: {
    options: [
      { id: "o01", fraction: 1 },
      { id: "o02", fraction: 0 },
      { id: "o03", fraction: 0.5, feedback: "Half right: the other side declared that it had none." },
    ],
  },
};

const truth = {
  prompt: "True or false? The secret protocol of 23 August 1939 names Romania.",
  body: {
    truth: true,
    options: [
      { id: "true", text: "True" },
      { id: "false", text: "False" },
    ],
  },
  key: {
    options: [
      { id: "true", fraction: 0, feedback: "Lists that say so go by what came of it." },
      { id: "false", fraction: 1 },
    ],
    because: "It speaks of Bessarabia, then a part of that country.",
  },
} satisfies Sample<Body, Key>["item"];

export const samples: readonly Sample<Body, Key>[] = [
  { shows: "The right option earns all", item: spheres, fields: { choice: ["o77c0"] }, earns: 1 },
  { shows: "Another option earns nothing", item: spheres, fields: { choice: ["o3fa1"] }, earns: 0 },
  { shows: "Nothing chosen is blank", item: spheres, fields: {}, earns: "blank" },
  { shows: "An option may be worth a part", item: graded, fields: { choice: ["o03"] }, earns: 0.5 },
  {
    shows: "A true-or-false question earns all for the right one",
    item: truth,
    fields: { choice: ["false"] },
    earns: 1,
  },
  {
    shows: "A true-or-false question earns nothing for the wrong one",
    item: truth,
    fields: { choice: ["true"] },
    earns: 0,
  },
  { shows: "A list with nothing chosen is blank", item: truth, fields: { choice: [""] }, earns: "blank" },
  {
    shows: "Two choices are no answer of a radio group",
    item: spheres,
    fields: { choice: ["o77c0", "o3fa1"] },
    earns: "malformed",
  },
  {
    shows: "An option of another question is turned away",
    item: spheres,
    fields: { choice: ["o01"] },
    earns: "malformed",
  },
];
