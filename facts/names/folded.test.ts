import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { distanceFrom, foldPerson, foldThing, nameKey, recognisePerson, typedName, type FoldedName } from ".";
import { counted } from "./words";

const far = (text: string, name: FoldedName) => {
  const exact = distanceFrom(typedName(text), name, false);
  const distance = exact ?? distanceFrom(typedName(text), name, true);
  return distance && (distance.slips || (distance.respelt ? "respelt" : "exact"));
};
const thing = (...forms: string[]) => foldThing({ id: "x", name: forms[0]!, forms });
const phrase = (...forms: string[]) => foldThing({ id: "x", name: forms[0]!, forms }, "phrase");

describe("numbers in a name are one, however they are written", () => {
  test.each([
    ["vii", "7"],
    ["xiv", "14"],
    ["second", "2"],
    ["2nd", "2"],
    ["zweiter", "2"],
    ["vtoroi", "2"],
    ["twelve", "12"],
    ["v", "v"],
    ["mix", "mix"],
    ["molotov", "molotov"],
  ])("%s is %s", (word, number) => expect(counted(word)).toBe(number));
});

describe("a thing", () => {
  const peace = thing("Moscow Peace Treaty");
  const pact = thing("German-Soviet Treaty of Non-Aggression", "Molotov–Ribbentrop Pact");
  test.each<[string, FoldedName, unknown]>([
    ["the Moscow peace treaty", peace, "exact"],
    ["Treaty of Moscow Peace", peace, "exact"],
    ["Peace Treaty of Moscow", peace, "exact"],
    ["Moskow Peace Treaty", peace, 1],
    ["Moscow Peace Traety", peace, 1],
    ["Moscow Treaty", peace, null],
    ["Minsk Peace Treaty", peace, null],
    ["Soviet–German Nonaggression Treaty", pact, "exact"],
    ["Ribbentrop-Molotov Pact", pact, "exact"],
    ["Пакт Молотов-Риббентроп", pact, null],
    ["Molotow-Ribbentrop Pact", pact, "respelt"],
    ["Ribentrop Molotov Pakt", pact, null],
    ["Ribbentrp Molotv Pact", pact, 2],
    ["", peace, null],
    ["x".repeat(100_000), peace, null],
    ["a ".repeat(100), peace, null],
  ])("%.40s", (text, name, distance) => expect(far(text, name)).toBe(distance));
});

describe("a phrase", () => {
  test.each<[string, FoldedName, unknown]>([
    ["Order No. ٢٢٧", phrase("Order No. 227"), "exact"],
    ["Order No. ２２７", phrase("Order No. 227"), "exact"],
    ["Order No. ٢٢٨", phrase("Order No. 227"), null],
    ["germany invades poland", phrase("Germany invades Poland"), "exact"],
    ["Poland invades Germany", phrase("Germany invades Poland"), null],
    ["Germany invaded Poland", phrase("Germany invades Poland"), 1],
    ["black out", phrase("blackout"), "respelt"],
    ["World War II", phrase("World War Two"), "exact"],
    ["World War I", phrase("World War II"), null],
    ["1938", phrase("1939"), null],
    ["June 1940", phrase("July 1940"), null],
    ["Army Group Nort", phrase("Army Group North"), 1],
    ["Army Group South", phrase("Army Group North"), null],
  ])("'%s'", (text, name, distance) => expect(far(text, name)).toBe(distance));
});

describe("a folded person", () => {
  const people = [
    { id: "molotov", name: "Vyacheslav Molotov", sortName: "Molotov", accept: ["Вячеслав Молотов", "Skryabin"] },
    { id: "ribbentrop", name: "Joachim von Ribbentrop", sortName: "Ribbentrop", accept: ["v. Ribbentrop"] },
    { id: "henry", name: "Henry VIII", sortName: "Henry VIII", accept: [] },
    { id: "beaverbrook", name: "Lord Beaverbrook", sortName: "Beaverbrook", accept: ["Max Aitken"] },
    { id: "soong", name: "T. V. Soong", sortName: "Soong", accept: ["Song Ziwen", "宋子文"] },
  ];

  it("survives JSON, and is known by the same texts as the person", () => {
    const folded = people.map((person) => JSON.parse(JSON.stringify(foldPerson(person))) as FoldedName);
    const word = fc.constantFrom(
      ...people.flatMap(({ name, accept }) => [name, ...accept].flatMap((form) => form.split(" "))),
      ...["Molotv", "Molotow", "Ribentrop", "v.", "V.", "Henry", "8", "VII", "Mr", "x", "Max", "Beverbrook"],
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
        const text = words.join(" ");
        for (const [i, person] of people.entries()) {
          const known = recognisePerson(text, [person]).state === "recognised";
          expect([text, far(text, folded[i]!) !== null]).toEqual([text, known]);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe("laws", () => {
  it("A form is at no distance from itself, and a key is the same for the same words", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1, maxLength: 60 }), (text) => {
        for (const of of ["thing", "phrase"] as const) {
          const name = foldThing({ id: "x", name: text, forms: [text] }, of);
          if (name.texts.length > 0 && name.texts[0]!.split(" ").length < 20) expect(far(text, name)).toBe("exact");
          expect(nameKey(text.toUpperCase().toLowerCase(), of)).toBe(nameKey(text.toLowerCase(), of));
        }
      }),
    );
  });
});
