import { describe, expect, test } from "vitest";
import type { Office, Person, Signatory } from "./base";
import { officesOn, signedInOffice } from "./offices";

const chairman = "Chairman of the Council of People’s Commissars";
const commissar = "People’s Commissar for Foreign Affairs";

function person(...offices: Office[]): Person {
  return { id: "molotov", name: "Vyacheslav Molotov", sortName: "Molotov", accept: [], offices };
}

const molotov = person(
  { office: chairman, of: "ussr", from: "1930", to: "1941-05-06" },
  { office: `Deputy ${chairman}`, of: "ussr", from: "1941-05-06", to: "1946-03" },
  { office: commissar, of: "ussr", from: "1939-05-03", to: "1946-03" },
);

const names = (date: string) => officesOn(molotov, date).map(({ office }) => office);
const signs = (as: string, date: string, state = "ussr", by = molotov) =>
  signedInOffice(by, { person: by.id, for: state, as } satisfies Signatory, [date]);

describe("The offices of a day", () => {
  test("are those that had begun and had not ended", () => {
    expect(names("1939-05-02")).toEqual([chairman]);
    expect(names("1939-05-03")).toEqual([chairman, commissar]);
    expect(names("1942-05-26")).toEqual([`Deputy ${chairman}`, commissar]);
    expect(names("1950")).toEqual([]);
  });

  test("are both on the day of a change, and all of them in a year that holds it", () => {
    expect(names("1941-05-06")).toHaveLength(3);
    expect(names("1941")).toHaveLength(3);
  });

  test("without a beginning or an end are held at any time before or after", () => {
    expect(officesOn(person({ office: "President", of: "finland", to: "1940-12" }), "1925")).toHaveLength(1);
    expect(officesOn(person({ office: "President", of: "finland", from: "1940-12" }), "1990")).toHaveLength(1);
    expect(officesOn(person({ office: "General", of: "finland" }), "1990")).toHaveLength(1);
  });

  test("known for one time only are held then and at no other", () => {
    const laval = person({ office: "Minister of Foreign Affairs", of: "france", in: "1935" });
    expect(officesOn(laval, "1935-05-02")).toHaveLength(1);
    expect(officesOn(laval, "1936-05-02")).toHaveLength(0);
  });

  test("are none when the date is none, or when nothing is known", () => {
    expect(names("some day")).toEqual([]);
    expect(officesOn({ ...molotov, offices: undefined } as unknown as Person, "1939")).toEqual([]);
  });
});

describe("Whoever signs", () => {
  test("does so in an office of that day, with other words around it", () => {
    expect(signs(`${chairman} and ${commissar}`, "1939-08-23")).toBe(true);
    expect(signs(commissar, "1939-08-23")).toBe(true);
    expect(signs(`${commissar}, signing as plenipotentiary`, "1939-08-23")).toBe(true);
  });

  test("is not Chairman because he is Deputy Chairman, nor the other way round", () => {
    expect(signs(`Deputy ${chairman} and ${commissar}`, "1941-07-12")).toBe(true);
    expect(signs(`${chairman} and ${commissar}`, "1941-07-12")).toBe(false);
    expect(signs(`Deputy ${chairman} and ${commissar}`, "1939-08-23")).toBe(false);
  });

  test("does not sign for another state in that office, but may for an organisation of any", () => {
    expect(signs(commissar, "1939-08-23", "germany")).toBe(false);
    const tedder = person({ office: "Air Chief Marshal", of: "British air force" });
    expect(signs("Air Chief Marshal, for the Supreme Commander", "1945-05-08", "allied-forces", tedder)).toBe(true);
  });

  test("names an office at all, however the apostrophe is written", () => {
    expect(signs("for the Soviet government", "1939-08-23")).toBe(false);
    expect(signs("People's Commissar for Foreign Affairs", "1939-08-23")).toBe(true);
  });
});
