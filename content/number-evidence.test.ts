import { describe, expect, test } from "vitest";
import type { Fact } from "@/facts/base";
import { evidenceOf, vouches } from "./number-evidence";
import { numbersIn } from "./prose-numbers";

const shared = { sources: ["K"], confidence: "H" as const, revision: 1 };
const munich: Fact = {
  ...shared,
  id: "munich",
  type: "agreement",
  name: "The agreement",
  shortName: "the agreement",
  statement: "Signed after midnight on 30 September, in two copies of forty pages.",
  date: "1938-09-29",
  alsoDate: { date: "1938-09-30", why: "It bears the 29th." },
  place: "Munich",
  parties: [],
  signatories: [],
  inForce: "1938-10",
  disputed: "Some say that there were 3,000 witnesses.",
};
const battle: Fact = {
  ...shared,
  id: "battle",
  type: "event",
  name: "The battle",
  statement: "It was long.",
  date: "1942-07-17/1943-02-02",
};
const losses: Fact = {
  ...shared,
  id: "losses",
  type: "figure",
  name: "The losses",
  statement: "More than half of them in Order 227 units.",
  what: "dead",
  unit: "people",
  low: 5_700_000,
  high: 8_000_000,
  estimateBy: "A historian, 1993",
};
const share: Fact = { ...losses, id: "share", unit: "per cent", low: 11.5, high: 60 };

describe.each([
  [
    "an agreement",
    munich,
    [
      "29 September 1938",
      "29 September",
      "September 1938",
      "1938",
      "the 1930s",
      "30 September 1938",
      "in October 1938",
      "on the 29th",
      "forty",
      "3,000",
      "thousands",
    ],
    ["28 September 1938", "1939", "29 October", "October 1939", "41", "the 1940s", "the 12th", "millions"],
  ],
  [
    "an event from day to day",
    battle,
    ["17 July 1942", "2 February 1943", "July 1942", "1943"],
    ["18 July 1942", "August 1942"],
  ],
  [
    "a figure",
    losses,
    ["5.7 million", "5,700,000", "8 million", "eight million", "1993", "5.7 to 8 million", "millions", "Order 227"],
    ["6 million", "8 per cent", "dozens"],
  ],
  ["a share", share, ["60 per cent", "11.5 to 60 per cent"], ["60", "11.5 million"]],
] as const)("%s vouches", (_, fact, said, unsaid) => {
  test.each(said)("for %s", (text) => {
    const stated = numbersIn(text);
    expect(stated.length).toBeGreaterThan(0);
    for (const each of stated) expect(vouches(evidenceOf(fact), each), each.written).toBe(true);
  });

  test.each(unsaid)("not for %s", (text) => {
    expect(numbersIn(text).some((each) => vouches(evidenceOf(fact), each))).toBe(false);
  });
});
