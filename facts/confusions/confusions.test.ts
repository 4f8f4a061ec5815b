import { describe, expect, it } from "vitest";
import { makeFactBase, type Agreement, type Fact, type Transfer } from "@/facts/base";
import { confusionsOf, type Tells } from ".";

const core = { statement: "It happened.", sources: [] as string[], confidence: "H" as const, revision: 1 };
const agreement = (id: string, name: string, date: string, signed: string[], parties: string[]): Agreement => ({
  ...core,
  id,
  name,
  date,
  type: "agreement",
  shortName: name,
  place: "Moscow",
  parties,
  signatories: signed.map((person) => ({ person, for: parties[0]!, as: "Minister" })),
});
const transfer = (id: string, name: string, territory: string, from: string, to: string, date: string): Transfer => ({
  ...core,
  id,
  name,
  territory,
  from,
  to,
  date,
  type: "transfer",
  instrument: "a law",
  how: "annexed",
});

const facts: Fact[] = [
  { ...agreement("pact", "The Pact", "1939-08-23", ["molotov"], ["ussr", "germany"]), inForce: "1939-09-24" },
  agreement("boundary", "The Boundary Treaty", "1939-09-28", ["molotov"], ["ussr", "germany"]),
  agreement("estonian", "The Estonian Pact", "1939-09-28", ["selter"], ["estonia", "ussr"]),
  agreement("yalta", "Yalta", "1945-02-11", ["stalin"], ["ussr", "usa"]),
  { ...core, id: "event", type: "event", name: "An event", date: "1939-09-28" },
  {
    ...transfer("vilnius-1939", "Vilnius to Lithuania", "vilnius", "ussr", "lithuania", "1939-10-10"),
    occupied: "1939-10-28",
  },
  transfer("vilnius-1940", "Vilnius again", "vilnius", "lithuania", "ussr", "1940-08-03"),
  transfer("estonia-1940", "Estonia annexed", "estonia", "estonia", "ussr", "1940-08-06"),
];
const base = makeFactBase({
  facts,
  people: ["molotov", "selter", "stalin"].map((id) => ({ id, name: `Comrade ${id}`, sortName: id, accept: [] })),
  states: ["ussr", "germany", "estonia", "usa", "lithuania"].map((id) => ({ id, name: id, accept: [] })),
  territories: ["vilnius", "estonia"].map((id) => ({ id, name: id, where: "there" })),
});
const says = (told: Tells["told"], fact: string, about?: Tells["about"]) =>
  confusionsOf({ told, ...(about && { about }) }, fact, base).map((each) => each.says);

describe("a wrong answer is the right one to something else", () => {
  it("a date: of what is nearest in kind first", () =>
    expect(says({ date: "1939-09-28" }, "pact")).toEqual([
      "gave 28 September 1939, the date of ‘The Boundary Treaty’",
      "gave 28 September 1939, the date of ‘The Estonian Pact’",
      "gave 28 September 1939, the date of ‘An event’",
    ]));
  it("a date in words, and a month", () => {
    expect(says({ text: "28 September 1939" }, "pact")[0]).toMatch(/‘The Boundary Treaty’/);
    expect(says({ date: "1939-10" }, "pact")).toEqual(["gave October 1939, the month of ‘Vilnius to Lithuania’"]);
  });
  it("another date of the same fact: in force, and taken by troops", () => {
    expect(says({ date: "1939-09-24" }, "pact")).toEqual(["gave 24 September 1939, when it came into force"]);
    expect(says({ date: "1939-10-28" }, "vilnius-1939")[0]).toMatch(/when troops took control/);
  });
  it("a person who signed another agreement", () =>
    expect(says({ person: "stalin" }, "pact")).toEqual([
      "named Comrade stalin, who signed ‘Yalta’ (11 February 1945)",
    ]));
  it("a land of another transfer, and a state that had the land at another time", () => {
    expect(says({ territory: "estonia" }, "vilnius-1939")[0]).toMatch(/‘Estonia annexed’/);
    expect(says({ state: "ussr" }, "vilnius-1940", { territory: "vilnius" })[0]).toBe("named ussr, which took it");
    expect(says({ state: "estonia" }, "pact")).toEqual([
      "named estonia, a party to ‘The Estonian Pact’ (28 September 1939)",
    ]);
  });
  it("another fact by its name, put to a stem", () =>
    expect(confusionsOf({ told: { text: "Yalta" }, about: { text: "The Estonian Pact" } }, "pact", base)).toMatchObject(
      [{ asked: { id: "estonian" }, with: { id: "yalta" } }],
    ));
});

describe("is nothing", () => {
  it.each<[string, Tells["told"], string]>([
    ["when it is right", { date: "1939-08-23" }, "pact"],
    ["when it holds what is right", { date: "1939-08" }, "pact"],
    ["of a signatory", { person: "molotov" }, "pact"],
    ["of a date at which nothing happened", { date: "1941-01-01" }, "pact"],
    ["of words that name nothing", { text: "because of the weather" }, "pact"],
    ["of who is not known", { person: "napoleon" }, "pact"],
    ["when the fact is gone", { date: "1939-09-28" }, "no-such-fact"],
    ["of what is no date", { date: "yesterday" }, "pact"],
  ])("%s", (_, told, fact) => expect(says(told, fact)).toEqual([]));
});
