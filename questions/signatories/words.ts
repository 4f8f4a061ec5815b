import type { Ask, Body, Rule } from "./schema";

// What is said of each sort of set. Used by the browser as well: no library, no key.

interface Words {
  /** One and several of them, as an author and a teacher call them. */
  one: string;
  many: string;
  /** 'Nobody chosen.' */
  none: string;
  /** Of one that is not of the set: 'Joseph Stalin did not sign.' */
  not: string;
  /** Over the list of those that are. */
  heading: string;
  /** Of a name that the course does not know: '‘Napoleon’ is nobody that this course knows'. */
  unknown: string;
}

const people = { none: "Nobody", unknown: "nobody that this course knows" };
const things = { none: "Nothing", unknown: "nothing that this course knows" };
const own = { not: "is not one of them", heading: "The answer" };

export const wordsOf: Record<Ask, Words> = {
  signatories: {
    ...people,
    one: "signatory",
    many: "people who signed",
    not: "did not sign",
    heading: "The signatories",
  },
  parties: {
    ...things,
    one: "party",
    many: "states that are parties",
    not: "is no party to it",
    heading: "The parties",
  },
  ratifiers: {
    ...things,
    one: "ratifier",
    many: "states that ratified it",
    not: "did not ratify it",
    heading: "Who ratified it",
  },
  people: { ...people, ...own, one: "person", many: "people" },
  states: { ...things, ...own, one: "state", many: "states" },
  territories: { ...things, ...own, one: "territory", many: "lands" },
  agreements: { ...things, ...own, one: "agreement", many: "agreements" },
};

/** Bodies of before there were other sets and rules name neither. */
export const askOf = (body: Body): Ask => body.ask ?? "signatories";
export const ruleOf = (body: Body): Rule => body.rule ?? "minus";

/** Are the members people. */
export const isOfPeople = (ask: Ask) => ask === "signatories" || ask === "people";

/** How it is marked, to the learner before the answer. */
export function hintOf(body: Body): string {
  const ask = askOf(body);
  switch (ruleOf(body)) {
    case "minus":
      if (ask === "signatories")
        return "Each right name earns; each name that did not sign takes one away. Nobody goes below zero.";
      return "Each right name earns; each wrong one takes a right one away. Nothing goes below zero.";
    case "precision-recall":
      return "It counts how many of them you name, and how many of your names are right.";
    case "per-slot":
      return `There are ${body.slots ?? 1}. Each right name fills a place; names beyond that number empty one each.`;
  }
}

/** A name at the beginning of a sentence: 'The Soviet Union'. */
export function atStart(name: string): string {
  return /\b(Union|Kingdom|States|Republic|City|Netherlands|Islands|region|strip|lands)\b/.test(name) &&
    !/^(the|lands) /i.test(name)
    ? `The ${name}`
    : name;
}
