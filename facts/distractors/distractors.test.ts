import { readFileSync, readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { parse } from "yaml";
import { factsOfType, makeFactBase, type Agreement, type Fact, type FactBase, type Transfer } from "../base";
import { bounds, edtf } from "../dates";
import { foldName } from "../names";
import {
  otherAgreements,
  otherDates,
  otherInstruments,
  otherParties,
  otherPeople,
  otherPlaces,
  otherStates,
  otherTerritories,
  type Distractor,
} from ".";

vi.setConfig({ testTimeout: 60_000 });

/** The facts of a real course, as their author wrote them: nothing of what this room knows has touched them. */
const folder = "content/soviet-union-ww2/facts";
const read = (name: string) => parse(readFileSync(`${folder}/${name}`, "utf8")) as never[];
const registers = ["people.yaml", "states.yaml", "territories.yaml", "sources.yaml"];
const course = makeFactBase({
  facts: readdirSync(folder)
    .filter((name) => !registers.includes(name))
    .flatMap(read)
    .map((fact: Fact) => (fact.type === "agreement" ? { ...fact, signatories: fact.signatories ?? [] } : fact)),
  people: read("people.yaml"),
  states: read("states.yaml"),
  territories: read("territories.yaml"),
});

const seed = fc.integer({ min: 0, max: 0xffffffff });
const count = fc.integer({ min: 1, max: 9 });
const one = <T>(list: readonly T[]) => fc.constantFrom(...list);
const agreements = factsOfType(course, "agreement");
const transfers = factsOfType(course, "transfer");
const all = [...course.facts.values()];

/** First and last day of everything that a fact's date may mean. Written again here, so that proof is held to proof. */
const days = (...dates: (string | undefined)[]) =>
  dates.flatMap((date) => (date === undefined ? [] : [bounds(edtf(String(date)))]));
const touch = (a: ReturnType<typeof days>, b: ReturnType<typeof days>) =>
  a.some((x) => b.some((y) => x.earliest <= y.latest && y.earliest <= x.latest));
const names = (each: { name: string; accept?: string[] }) => [each.name, ...(each.accept ?? [])].map(foldName);

describe("No distractor is ever true", () => {
  const law = <T>(
    of: readonly T[],
    offered: (each: T, seed: number, count: number) => Distractor[],
    isTrue: (each: T, wrong: Distractor) => boolean,
  ) =>
    fc.assert(
      fc.property(one(of), seed, count, (each, number, many) => {
        const found = offered(each, number, many);
        expect(found.length).toBeLessThanOrEqual(many);
        expect(new Set(found.map(({ text }) => foldName(text))).size).toBe(found.length);
        for (const wrong of found) {
          expect(wrong.because).not.toBe("");
          expect(isTrue(each, wrong), `${(each as { id: string }).id}: ${wrong.text}`).toBe(false);
        }
      }),
      { numRuns: 300 },
    );

  test.each(["day", "month", "year"] as const)("a %s lies apart from every date of the fact", (precision) =>
    law(
      all,
      (fact, seed, count) => otherDates(fact, course, { precision, seed, count }),
      (fact, { id }) => touch(days(id), days(fact.date, fact.alsoDate?.date)),
    ),
  );

  test("a day of occupation lies apart from the occupation", () =>
    law(
      transfers,
      (fact, seed, count) => otherDates(fact, course, { precision: "day", part: "occupied", seed, count }),
      (fact, { id }) => touch(days(id), days(fact.occupied)),
    ));

  test("a person did not sign, under no name", () =>
    law(
      agreements,
      (fact, seed, count) => otherPeople(fact, course, { seed, count }),
      (fact, { id }) =>
        fact.signatories.some(({ person }) =>
          names(course.people.get(person)!).some((name) => names(course.people.get(id)!).includes(name)),
        ),
    ));

  test("a person did not sign for that state", () =>
    law(
      agreements.filter((fact) => fact.signatories.length > 0),
      (fact, seed, count) => otherPeople(fact, course, { forState: fact.parties[0]!, seed, count }),
      (fact, { id }) => fact.signatories.some((each) => each.person === id && each.for === fact.parties[0]),
    ));

  test("a town is not among the places of the fact", () =>
    law(
      all,
      (fact, seed, count) => otherPlaces(fact, course, { seed, count }),
      (fact, { text }) => "place" in fact && ` ${foldName(fact.place ?? "")} `.includes(` ${foldName(text)} `),
    ));

  test("a state did not get the land at that time", () =>
    law(
      transfers,
      (fact, seed, count) => otherStates(fact, course, { end: "to", seed, count }),
      (fact, { id }) => gotOrLost(fact, id, "to"),
    ));

  test("a state did not lose the land at that time", () =>
    law(
      transfers,
      (fact, seed, count) => otherStates(fact, course, { end: "from", seed, count }),
      (fact, { id }) => gotOrLost(fact, id, "from"),
    ));

  test("a state is no party", () =>
    law(
      all,
      (fact, seed, count) => otherParties(fact, course, { seed, count }),
      (fact, { id }) => "parties" in fact && (fact.parties ?? []).includes(id),
    ));

  test("an agreement was not signed on that day", () =>
    law(
      agreements,
      (fact, seed, count) => otherAgreements(fact, course, { seed, count }),
      (fact, { id }) => {
        const other = course.facts.get(id) as Agreement;
        return touch(days(other.date, other.alsoDate?.date), days(fact.date, fact.alsoDate?.date));
      },
    ));

  test("an instrument moved other land, on another day", () =>
    law(
      transfers,
      (fact, seed, count) => otherInstruments(fact, course, { seed, count }),
      (fact, { id, text }) =>
        id === fact.instrument ||
        transfers.some((each) => each.instrument === id && each.territory === fact.territory) ||
        transfers.some((each) => each.instrument === text && touch(days(each.date), days(fact.date))) ||
        (course.facts.get(id)?.territories ?? []).includes(fact.territory),
    ));

  test("a land did not pass by the same instrument", () =>
    law(
      transfers,
      (fact, seed, count) => otherTerritories(fact, course, { seed, count }),
      (fact, { id }) => transfers.some((each) => each.territory === id && each.instrument === fact.instrument),
    ));

  function gotOrLost(fact: Transfer, state: string, end: "from" | "to"): boolean {
    const year = (each: Fact) => Number(String(each.date).slice(0, 4));
    return transfers.some(
      (each) => each.territory === fact.territory && each[end] === state && Math.abs(year(each) - year(fact)) < 1,
    );
  }
});

describe("What is chosen", () => {
  test("is the same for the same seed, whatever order the facts are in", () => {
    const turned = makeFactBase({
      facts: all.toReversed(),
      people: [...course.people.values()].toReversed(),
      states: [...course.states.values()].toReversed(),
      territories: [...course.territories.values()].toReversed(),
    });
    for (const fact of agreements) {
      for (const offer of [otherPeople, otherAgreements, otherParties, otherPlaces]) {
        const ids = (base: FactBase) => offer(fact, base, { count: 4, seed: 7 }).map(({ id }) => id);
        expect(ids(turned)).toEqual(ids(course));
      }
    }
  });

  test("is another for another seed, where there is a choice", () => {
    const pact = agreements.find(({ id }) => id === "molotov-ribbentrop-pact-1939")!;
    const sets = [1, 2, 3, 4, 5, 6].map((seed) =>
      otherPeople(pact, course, { count: 3, seed })
        .map(({ id }) => id)
        .join(),
    );
    expect(new Set(sets).size).toBeGreaterThan(1);
  });

  test("says what it would have been right for", () => {
    const memel = transfers.find(({ id }) => id === "memel-klaipeda")!;
    expect(
      otherStates(memel, course, { end: "to", count: 5, seed: 1 }).find(({ id }) => id === "lithuania")?.because,
    ).toBe("Lithuania lost the land; it did not get it.");
  });
});

describe("What cannot be proved is not offered", () => {
  const agreement = (over: Partial<Agreement>): Agreement => ({
    id: "a",
    type: "agreement",
    name: "The treaty of A",
    shortName: "A",
    statement: "It was signed.",
    date: "1939-08-23",
    place: "Moscow",
    parties: ["ussr", "germany"],
    signatories: [{ person: "molotov", for: "ussr", as: "commissar" }],
    sources: ["K"],
    confidence: "H",
    revision: 1,
    ...over,
  });
  const event = (id: string, date: string, place?: string): Fact => ({
    id,
    type: "event",
    name: `Event ${id}`,
    statement: "It happened.",
    date,
    ...(place === undefined ? {} : { place }),
    sources: ["K"],
    confidence: "H",
    revision: 1,
  });
  const base = (...facts: Fact[]) =>
    makeFactBase({
      facts,
      people: [
        { id: "molotov", name: "Vyacheslav Molotov", sortName: "Molotov", accept: ["Молотов"], roles: "in 1939" },
        { id: "molotow", name: "Wjatscheslaw Molotow", sortName: "Molotow", accept: [], roles: "in 1939" },
        { id: "stalin", name: "Joseph Stalin", sortName: "Stalin", accept: [], roles: "in 1939" },
        { id: "henry", name: "Henry VIII", sortName: "Henry VIII", accept: [], roles: "from 1509 to 1547" },
      ],
      states: [{ id: "ussr", name: "Soviet Union", accept: [] }],
    });
  const people = (fact: Agreement) => otherPeople(fact, base(fact), { count: 9, seed: 1 }).map(({ id }) => id);

  test("a person under another spelling, or of another age", () => expect(people(agreement({}))).toEqual(["stalin"]));
  test("a person of whom the fact itself speaks", () =>
    expect(people(agreement({ disputed: "By most accounts Stalin signed the map." }))).toEqual([]));
  test.each<[string, Partial<Agreement>]>([
    ["are not named", { signatories: [] }],
    ["are marked L", { confidence: { signatories: "L" } }],
    ["were not re-checked", { notRechecked: ["signatories"] }],
  ])("anybody, when the signatories %s", (_, over) => expect(people(agreement(over))).toEqual([]));

  const dates = (fact: Fact, ...others: Fact[]) =>
    otherDates(fact, base(fact, ...others), { precision: "day", count: 9, seed: 1 }).map(({ id }) => id);

  test("a day within what a coarse date may mean", () =>
    expect(dates(event("x", "1939-08"), event("y", "1939-08-12"), event("z", "1939-09-01"))).toEqual(["1939-09-01"]));
  test("any day, when the fact's own date is about right only", () =>
    expect(dates(event("x", "1939-08~"), event("z", "1939-09-01"))).toEqual([]));
  test("the second date that is defensible", () =>
    expect(
      dates(
        { ...event("x", "1938-09-29"), alsoDate: { date: "1938-09-30", why: "signed after midnight" } },
        event("y", "1938-09-30"),
      ),
    ).toEqual([]));
  test("the day by the calendar of the time", () =>
    expect(
      dates({ ...event("x", "1917-11-07"), oldStyle: true }, event("y", "1917-10-25"), event("z", "1917-10-26")),
    ).toEqual(["1917-10-26"]));
  test("a date of another age", () => expect(dates(event("x", "1939-08-23"), event("y", "1989-08-23"))).toEqual([]));

  const places = (fact: Fact, ...others: Fact[]) =>
    otherPlaces(fact, base(fact, ...others), { count: 9, seed: 1, alsoNamed: [["Königsberg", "Kaliningrad"]] }).map(
      ({ id }) => id,
    );

  test("the same town under another name", () =>
    expect(
      places(
        event("x", "1946-04-07", "Königsberg"),
        event("y", "1946-07-04", "Kaliningrad"),
        event("z", "1946-07-04", "Moscow, in the Kremlin"),
      ),
    ).toEqual(["Moscow"]));
  test("a country, when a town is asked", () =>
    expect(places(event("x", "1939-08-23", "Moscow"), event("y", "1939-08-25", "Soviet Union"))).toEqual([]));
  test("a town, when the fact names two", () =>
    expect(places(event("x", "1925-10-16", "Locarno; London"), event("y", "1925-10-20", "Paris"))).toEqual([]));
});
