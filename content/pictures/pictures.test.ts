import { describe, expect, test } from "vitest";
import { makeFactBase, type Agreement, type Figure, type Transfer } from "@/facts/base";
import { amountText } from "./amount";
import { barOf, barsTable } from "./bars";
import { byAndWhen, changeLayers, changeWords, fromTo, landsAfter, stepsOf } from "./changes";
import { byMonth } from "./chronicle";
import { signatureMatrix } from "./signatures";
import { placeOfTransfer } from "./taught";

const core = { name: "", statement: "", sources: ["K"], confidence: "H" as const, revision: 1 };
const transfer = (id: string, of: Partial<Transfer>): Transfer => ({
  ...core,
  id,
  type: "transfer",
  territory: id,
  from: "poland",
  to: "ussr",
  date: "1939-11-01",
  instrument: "a law",
  how: "annexed",
  ...of,
});
const figure = (id: string, of: Partial<Figure>): Figure => ({
  ...core,
  id,
  type: "figure",
  what: "dead",
  unit: "people",
  estimateBy: "Somebody",
  ...of,
});

describe("the steps of the map", () => {
  test("are the months of acts, and of the occupation that came before", () => {
    const steps = stepsOf([transfer("estonia", { from: "estonia", date: "1940-08-06", occupied: "1940-06-17" })]);
    expect(steps.map(({ id, title }) => [id, title])).toEqual([
      ["1940-06", "June 1940"],
      ["1940-08", "August 1940"],
    ]);
    expect(steps[0]!.changes[0]!.what).toBe("occupied");
    expect(steps.map(({ lands }) => lands[0]!.manner)).toEqual(["occupied", "held"]);
    expect(steps[1]!.lands[0]!.hue).toBe("y40");
  });

  test("count land as occupied when the occupation was complete, not when it began", () => {
    const steps = stepsOf([transfer("karelia", { date: "1940-03-12", occupied: "1939-11/1940-03" })]);
    expect(steps.map(({ id }) => id)).toEqual(["1940-03"]);
  });

  test("do not say that a land was occupied by whom it was passed to", () => {
    const vilnius = transfer("vilnius", {
      to: "lithuania",
      date: "1939-10-10",
      occupied: "1939-09",
      how: "transferred",
    });
    expect(stepsOf([vilnius]).map(({ id }) => id)).toEqual(["1939-10"]);
  });

  test("put an act that has only a year where troops came", () => {
    expect(stepsOf([transfer("memel", { date: "1945", occupied: "1945-01-28" })]).map(({ id }) => id)).toEqual([
      "1945-01",
    ]);
  });

  test("keep the year of a land when a treaty confirms it, and its outline when it goes back", () => {
    const taken = ["west", "east"].map((id) => transfer(id, { territory: id }));
    const after = stepsOf([
      ...taken,
      transfer("west-1945", { territory: "west", date: "1945-08-16", how: "ceded" }),
      transfer("east-1945", { territory: "east", from: "ussr", to: "poland", date: "1945-08-16", how: "transferred" }),
    ]).at(-1)!;
    expect(after.lands.map(({ territory, hue, manner }) => [territory, hue, manner])).toEqual([
      ["west", "y39", "held"],
      ["east", "y39", "returned"],
    ]);
  });

  test("draw no longer what others had taken before 1941 when they were defeated", () => {
    const steps = stepsOf([
      transfer("austria", { from: "austria", to: "germany", date: "1938-03-13" }),
      transfer("memel", { from: "germany", date: "1945-06-01" }),
    ]);
    expect(steps.map(({ lands }) => lands.length)).toEqual([1, 1]);
    expect(steps[1]!.lands[0]!.territory).toBe("memel");
  });

  test("stand and fall with the act: what one act moved is taught with it", () => {
    const all = [transfer("a", { instrument: "law" }), transfer("b", { instrument: "law" })];
    const place = { lessonId: "l", lessonNumber: 1, lessonTitle: "", passageId: "p", passageNumber: 1 };
    expect(placeOfTransfer(all[1]!, all, new Map([["a", [place]]]))).toBe(place);
    expect(placeOfTransfer(transfer("c", {}), all, new Map([["a", [place]]]))).toBeUndefined();
  });
});

describe("a figure of changes", () => {
  const base = makeFactBase({
    states: [
      { id: "ussr", name: "Soviet Union", accept: [] },
      { id: "germany", name: "Germany", accept: [] },
      { id: "lithuania", name: "Lithuania", accept: [] },
    ],
    territories: [{ id: "lithuania", name: "Lithuania", where: "" }],
  });

  test("has a layer for each hue, with words made from the facts", () => {
    const layers = changeLayers(
      [
        transfer("lithuania", { from: "lithuania", date: "1940-08-03" }),
        transfer("memel", { from: "lithuania", to: "germany", date: "1939-03-22" }),
      ],
      base,
      {},
      () => true,
    );
    expect(layers.map(({ style, label, territories }) => [style, label, territories])).toEqual([
      ["y38", "To Germany, March 1939", ["memel"]],
      ["y40", "To the Soviet Union, August 1940", ["lithuania"]],
    ]);
  });

  test("tells years apart where the Soviet Union takes nothing", () => {
    const layers = changeLayers(
      [transfer("a", { to: "germany", date: "1938-09-29" }), transfer("b", { to: "germany", date: "1939-03-16" })],
      base,
      { y39: "In the spring" },
      () => true,
    );
    expect(layers.map(({ style, label }) => [style, label])).toEqual([
      ["y38", "To Germany, September 1938"],
      ["y39", "In the spring"],
    ]);
  });

  test("says a day once, and of a whole state not that it came from itself", () => {
    const words = changeWords(
      transfer("lithuania", {
        from: "lithuania",
        date: "1940-08-03",
        instrument: "USSR law of 3 August 1940",
      }),
      base,
    );
    expect(byAndWhen(words)).toBe("USSR law of 3 August 1940");
    expect(fromTo(words)).toBe("to the Soviet Union");
  });

  test("leaves the order of things to their dates", () => {
    const lands = landsAfter([{ transfer: transfer("a", {}), what: "act" }]);
    expect(lands.map(({ manner }) => manner)).toEqual(["held"]);
  });
});

describe("bars", () => {
  test("mark what nobody read again", () => {
    const recalled = figure("a", { best: 302_495, recalled: true, confidence: "L" });
    expect(barOf({ label: "1941", fact: recalled }).unsure).toBe(true);
    expect(barOf({ label: "1941", fact: figure("b", { best: 1 }), part: recalled }).unsure).toBe(true);
    expect(barOf({ label: "1941", fact: figure("b", { best: 1 }) }).unsure).toBe(false);
    expect(barsTable([{ label: "1941", fact: recalled }]).rows).toEqual([
      ["1941", "302,495", "Somebody", "recalled, not read again"],
    ]);
  });

  test("draw a range from its low to its high end", () => {
    expect(barOf({ label: "Critics", fact: figure("c", { low: 10e6, high: 14e6 }) })).toMatchObject({
      low: 10e6,
      high: 14e6,
      text: "10 to 14 million",
    });
  });

  test.each([
    [{ best: 8_668_400 }, "8,668,400"],
    [{ best: 8_800_000 }, "8.8 million"],
    [{ low: 2500, high: 3500 }, "2,500 to 3,500"],
    [{ low: 300_000, high: 1_000_000 }, "300,000 to 1 million"],
  ])("write %o as %s", (amount, text) => {
    expect(amountText(amount)).toBe(text);
  });
});

describe("who signed what", () => {
  const signed = (id: string, date: string, who: [person: string, state: string][]): Agreement => ({
    ...core,
    id,
    type: "agreement",
    shortName: id,
    date,
    place: "Moscow",
    parties: [],
    signatories: who.map(([person, state]) => ({ person, for: state, as: `${person}, minister` })),
  });

  test("goes by date, people under their state, the state that signed most first", () => {
    const matrix = signatureMatrix(
      [
        signed("second", "1939-09-28", [
          ["molotov", "ussr"],
          ["selter", "estonia"],
        ]),
        signed("first", "1939-08-23", [
          ["ribbentrop", "germany"],
          ["molotov", "ussr"],
        ]),
      ],
      makeFactBase({}),
    );
    expect(matrix.states.map(({ id, people }) => [id, people.map((each) => each.id)])).toEqual([
      ["ussr", ["molotov"]],
      ["germany", ["ribbentrop"]],
      ["estonia", ["selter"]],
    ]);
    expect(matrix.rows.map(({ factId, cells }) => [factId, cells])).toEqual([
      ["first", ["molotov, minister", "ribbentrop, minister", null]],
      ["second", ["molotov, minister", null, "selter, minister"]],
    ]);
  });
});

describe("the timeline", () => {
  test("goes by year and month, and what has a year alone stands at its end", () => {
    const entry = (factId: string, from: number) => ({
      factId,
      kind: "event" as const,
      name: factId,
      dateText: "",
      places: [],
      from,
    });
    const years = byMonth([
      { entry: entry("c", 30), year: 1940, month: 6 },
      { entry: entry("b", 20), year: 1940, month: 0 },
      { entry: entry("a", 10), year: 1939, month: 9 },
    ]);
    expect(years.map(({ year, months }) => [year, months.map(({ title }) => title)])).toEqual([
      [1939, ["September"]],
      [1940, ["June", "In the course of the year"]],
    ]);
  });
});
