import type { Fields, Sample } from "../contract";
import type { Body, Key } from "./schema";

/** A list of states, the right one at `right`. */
const states = ["Czechoslovakia", "Finland", "Germany", "Hungary", "Japan", "Latvia", "Poland", "Romania"];
const list = (prefix: string) => ({ options: states.map((text, i) => ({ id: `${prefix}${i}`, text })) });
const listKey = (prefix: string, right: string) => ({
  options: states.map((text, i) => ({
    id: `${prefix}${i}`,
    fraction: text === right ? 1 : 0,
    ...(text === "Poland" ? { feedback: "It is right for another land, and for another year." } : {}),
  })),
});

const memel = {
  prompt: "How did the Memel Territory change hands?",
  body: {
    when: "act",
    given: [{ id: "what", text: "Memel Territory" }],
    asked: [
      { id: "from", gap: "choice", body: { options: [...list("f").options, { id: "f9", text: "Lithuania" }] } },
      { id: "to", gap: "choice", body: list("t") },
      { id: "when", gap: "date", body: { precision: "day", century: 1900 } },
    ],
  },
  key: {
    slots: [
      {
        id: "from",
        gap: "choice",
        weight: 1,
        key: { options: [...listKey("f", "").options, { id: "f9", fraction: 1 }] },
      },
      { id: "to", gap: "choice", weight: 1, key: listKey("t", "Germany") },
      {
        id: "when",
        gap: "date",
        weight: 1,
        key: { accepted: [{ date: "1939-03-22" }], confusable: [] },
      },
    ],
    near: [
      {
        of: {
          id: "when",
          gap: "date",
          weight: 1,
          key: { accepted: [{ date: "1939-03-25" }], confusable: [] },
        },
        say: "That is when troops took control; the legal act has another date.",
      },
    ],
  },
} satisfies { prompt: string; body: Body; key: Key };

/** The same, the date counting as much as the two others. */
const weighted = {
  ...memel,
  key: { ...memel.key, slots: memel.key.slots.map((each) => ({ ...each, weight: each.id === "when" ? 2 : 1 })) },
} satisfies { prompt: string; body: Body; key: Key };

const say = (from: string, to: string, when: string): Fields => ({
  "from.choice": [from],
  "to.choice": [to],
  "when.text": [when],
});

export const samples: readonly Sample<Body, Key>[] = [
  { shows: "Every slot right earns all", item: memel, fields: say("f9", "t2", "22 March 1939"), earns: 1 },
  {
    shows: "One wrong slot does not sink the rest",
    item: memel,
    fields: say("f6", "t2", "22 March 1939"),
    earns: 2 / 3,
  },
  {
    shows: "From and to exchanged earn only the date",
    item: memel,
    fields: say("f2", "t5", "22 March 1939"),
    earns: 1 / 3,
  },
  {
    shows: "The day of the troops is not the day of the act, and is part right at most",
    item: memel,
    fields: say("f9", "t2", "25 March 1939"),
    earns: 2.25 / 3,
  },
  { shows: "A slot left out earns nothing", item: memel, fields: say("f9", "", ""), earns: 1 / 3 },
  { shows: "Nothing right earns nothing", item: memel, fields: say("f1", "t1", "1941"), earns: 0 },
  { shows: "A slot counts by its weight", item: weighted, fields: say("", "", "22.3.1939"), earns: 0.5 },
  { shows: "Nothing filled in is blank", item: memel, fields: say("", "", ""), earns: "blank" },
  { shows: "Nothing sent is blank", item: memel, fields: {}, earns: "blank" },
  { shows: "A slot that is told cannot be sent", item: memel, fields: { "what.text": ["x"] }, earns: "malformed" },
  {
    shows: "A state that is not on the list is turned away",
    item: memel,
    fields: say("f99", "", ""),
    earns: "malformed",
  },
];
