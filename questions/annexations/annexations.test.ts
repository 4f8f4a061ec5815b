import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { makeFactBase, type Fact, type Transfer } from "@/facts/base";
import { givesAway } from "../given-away";
import { author } from "./author";
import { grade } from "./grade";
import { lint } from "./lint";
import { kilometres, middleOf, pointText, readPoint, squareAt } from "./net";
import type { Rests } from "../contract";
import { samples } from "./samples";
import type { Body, Key, PickBody, PickKey, Response } from "./schema";
import { moved, zoomed } from "./sight";
import { story } from "./stories";

const transfer = (
  territory: string,
  from: string,
  to: string,
  date: string,
  more: Partial<Transfer> = {},
): Transfer => ({
  type: "transfer",
  id: `${territory}-${date}`,
  name: territory,
  statement: "It changed hands.",
  territory,
  from,
  to,
  date,
  instrument: "a law",
  how: "annexed",
  sources: [],
  confidence: "H",
  revision: 1,
  ...more,
});
const statement = (id: string, territories: string[]): Fact => ({
  type: "statement",
  id,
  name: id,
  statement: "It was so.",
  territories,
  sources: [],
  confidence: "H",
  revision: 1,
});
const land = (id: string, name: string) => ({ id, name, where: "Somewhere between a river and a sea." });

const facts = makeFactBase({
  facts: [
    transfer("estonia", "estonia", "ussr", "1940-08-06"),
    transfer("bessarabia", "romania", "ussr", "1940-08-02"),
    transfer("southern-dobruja", "romania", "bulgaria", "1940-09-07", { how: "ceded", instrument: "craiova" }),
    transfer("memel-territory", "lithuania", "germany", "1939-03-22", { how: "ceded" }),
    transfer("memel-territory", "germany", "ussr", "1945-01"),
    {
      type: "event",
      id: "craiova",
      name: "Treaty of Craiova",
      statement: "A treaty.",
      date: "1940-09-07",
      sources: [],
      confidence: "H",
      revision: 1,
    },
    statement("sphere", ["estonia", "zaolzie"]),
    statement("slip", ["estonia", "estland"]),
    {
      type: "agreement",
      id: "protocol",
      name: "Protocol",
      shortName: "the protocol",
      statement: "A paper.",
      date: "1939-08-23",
      place: "Moscow",
      parties: [],
      signatories: [],
      sources: [],
      confidence: "H",
      revision: 1,
    },
  ],
  states: [
    { id: "ussr", name: "Soviet Union", accept: [] },
    { id: "romania", name: "Romania", accept: [] },
    { id: "bulgaria", name: "Bulgaria", accept: [] },
    { id: "estonia", name: "Estonia", accept: [] },
    { id: "lithuania", name: "Lithuania", accept: [] },
    { id: "germany", name: "Germany", accept: [] },
  ],
  territories: [
    land("estonia", "Estonia"),
    land("bessarabia", "Bessarabia"),
    land("southern-dobruja", "Southern Dobruja"),
    land("memel-territory", "Memel Territory"),
    land("zaolzie", "Zaolzie"),
    land("tuva", "Tuva"),
  ],
});
const item = { id: "baltic-q9", prompt: "Which?", fact: "estonia-1940-08-06" };
const offer = ["zaolzie", "estonia", "southern-dobruja", "bessarabia", "memel-territory"];
const derive = (authored: object, fact = item.fact) =>
  author.derive(author.schema.parse({ map: "europe-1938", ...authored }), facts, { ...item, fact });
/** What an author's text becomes, when it is of this task. */
function madeOf<T extends Key["task"]>(task: T, authored: object, fact?: string) {
  const derived = derive(authored, fact);
  if ("problems" in derived) throw new Error(derived.problems.join(" "));
  expect([derived.body.task, derived.key.task]).toEqual([task, task]);
  return derived as {
    body: Extract<Body, { task?: T }>;
    key: Extract<Key, { task?: T }>;
    rests?: readonly Rests[];
  };
}
const made = (authored: object) => madeOf(undefined, { offer, ...authored }) as Made;
const problems = (authored: object, fact?: string) => {
  const derived = derive(authored, fact);
  return "problems" in derived ? derived.problems : [];
};
interface Made {
  body: PickBody;
  key: PickKey;
  rests?: readonly Rests[];
}

describe("an author's question of annexations", () => {
  it("takes what is right from the transfers that fit every condition", () => {
    expect(made({ where: { to: "ussr", year: 1940 } }).key.right).toEqual(["bessarabia", "estonia"]);
    expect(made({ where: { to: "ussr" } }).key.right).toEqual(["bessarabia", "estonia", "memel-territory"]);
    expect(made({ where: { from: "romania" } }).key.right).toEqual(["bessarabia", "southern-dobruja"]);
    expect(made({ where: { by: "craiova" } }).key.right).toEqual(["southern-dobruja"]);
    expect(made({ where: { to: "ussr", month: "1940-08" } }).key.right).toEqual(["bessarabia", "estonia"]);
    expect(made({ where: { how: "ceded" } }).key.right).toEqual(["memel-territory", "southern-dobruja"]);
  });

  it("leaves out of the right ones what is not counted", () => {
    const { key } = made({ where: { to: "ussr" }, uncounted: ["memel-territory"] });
    expect(key.right).toEqual(["bessarabia", "estonia"]);
    expect(key.uncounted).toEqual(["memel-territory"]);
  });

  it("tells of every land what it would have been right for", () => {
    expect(made({ where: { to: "ussr" } }).key.stories).toEqual({
      bessarabia: "Bessarabia was annexed by the Soviet Union, from Romania, on 2 August 1940.",
      estonia: "Estonia was annexed by the Soviet Union on 6 August 1940.",
      "memel-territory":
        "The Memel Territory was ceded by Lithuania to Germany on 22 March 1939. It was annexed by the Soviet Union, from Germany, in January 1945.",
      "southern-dobruja": "Southern Dobruja was ceded by Romania to Bulgaria on 7 September 1940 (Treaty of Craiova).",
      zaolzie: "Zaolzie changed hands in none of the acts that this course teaches.",
    });
  });

  it.each([
    ["Bohemia and Moravia", "Bohemia and Moravia were annexed by the Soviet Union, from Romania, on 2 August 1940."],
    ["Kuril Islands", "The Kuril Islands were annexed by the Soviet Union, from Romania, on 2 August 1940."],
    [
      "Western and central Poland",
      "Western and central Poland was annexed by the Soviet Union, from Romania, on 2 August 1940.",
    ],
  ])("speaks of %s as one or as several", (name, told) =>
    expect(story(name, "x", [transfer("x", "romania", "ussr", "1940-08-02")], facts)).toBe(told),
  );

  it("carries no order of the author's", () => {
    expect(made({ where: { to: "ussr" }, offer: [...offer].reverse() })).toEqual(made({ where: { to: "ussr" } }));
  });

  it("says what is wrong with the file", () => {
    expect(problems({ where: { to: "ussr" }, offer: ["estonia", "atlantis"] })).toEqual([
      "No territory has the id 'atlantis': mend it in `offer`.",
    ]);
    expect(problems({ where: { to: "ussr" }, offer: ["estonia", "tuva"] })).toEqual([
      "The map does not draw 'tuva': leave it out of `offer`.",
    ]);
    expect(problems({ offer, where: { to: "sweden" } })).toEqual([
      "No transfer is to a state 'sweden': mend it in `where`.",
      "None of the offered territories fits `where`: mend either.",
    ]);
    expect(problems({ offer, where: { to: "ussr" }, uncounted: ["hertza"] })).toEqual([
      "'hertza' is uncounted but not offered: offer it, or drop it.",
    ]);
    expect(problems({ offer, where: { to: "ussr" }, cities: ["atlantis"] })).toEqual([
      "The map has no city 'atlantis': mend it in `cities`.",
    ]);
    expect(author.schema.safeParse({ map: "europe-1938", offer, where: {} }).success).toBe(false);
  });
});

describe("lands that a fact lists", () => {
  it("are right, whatever became of them", () => {
    const { key, rests } = made({ where: { listedIn: "sphere" } });
    expect(key.right).toEqual(["estonia", "zaolzie"]);
    expect(rests).toEqual([{ fact: "sphere", part: "statement" }]);
  });

  it("can be narrowed by what became of them", () => {
    expect(made({ where: { listedIn: "sphere", to: "ussr" } }).key.right).toEqual(["estonia"]);
  });

  it.each([
    ["nowhere", "No fact has the id 'nowhere': mend it in `where`."],
    ["craiova", "The fact 'craiova' lists no `territories`: list them there, or ask another."],
    ["slip", "The fact 'slip' lists a territory 'estland' that nobody knows: mend its `territories`."],
  ])("are looked up: %s", (listedIn, problem) => {
    expect(problems({ offer, where: { listedIn } })).toContain(problem);
  });
});

describe("an author's question of takers", () => {
  const task = "taker";

  it("takes each land's taker from its transfers, and offers every state that gave or took", () => {
    const { body, key, rests } = madeOf(task, { task, offer: ["estonia", "southern-dobruja"] });
    expect(key.takers).toEqual({ estonia: ["ussr"], "southern-dobruja": ["bulgaria"] });
    expect(body.states.map(({ id }) => id)).toEqual(["bulgaria", "estonia", "germany", "lithuania", "romania", "ussr"]);
    expect(rests).toHaveLength(2);
  });

  it("offers the others that the author names instead, without a trace of which are right", () => {
    const authored = { task, offer: ["southern-dobruja", "estonia"], others: ["romania", "germany"] };
    expect(madeOf(task, authored).body.states.map(({ id }) => id)).toEqual(["bulgaria", "germany", "romania", "ussr"]);
  });

  it("asks which act is meant of a land that changed hands twice", () => {
    const twice = { task, offer: ["estonia", "memel-territory"] };
    expect(problems(twice)).toEqual([
      "'memel-territory' passed to germany and to ussr: say in `where` which of them is meant.",
    ]);
    expect(problems({ ...twice, where: { year: 1939 } })).toEqual([
      "No transfer of 'estonia' is meant: leave it out of `offer`, or mend `where`.",
    ]);
    expect(madeOf(task, { ...twice, where: { how: ["annexed"] } }).key.takers["memel-territory"]).toEqual(["ussr"]);
  });

  it("says what is wrong with the file", () => {
    expect(problems({ task, offer: ["estonia", "zaolzie"], others: ["ussr", "atlantis"] })).toEqual([
      "No transfer of 'zaolzie' is meant: leave it out of `offer`, or mend `where`.",
      "No state has the id 'atlantis': mend it in `others`, or in the transfer.",
      "'ussr' is among the others and took one of the lands: drop it there.",
    ]);
  });

  it("is linted for an answer told, and for one guess that earns all", () => {
    const told = madeOf(task, { task, offer: ["estonia", "southern-dobruja"] });
    told.body.territories[1]!.where = "On the coast north of Bulgaria.";
    expect(lint({ prompt: "What did the Soviet Union take?", ...told })).toEqual([
      "`where` of Southern Dobruja names Bulgaria, which took it: say where it lies without it.",
      "The prompt names Soviet Union, which is an answer: word it anew.",
    ]);
    const same = structuredClone(samples.find(({ item: { body } }) => body.task === "taker")!.item);
    if (same.key.task !== "taker" || same.body.task !== "taker") throw new Error("not a sample of takers");
    for (const id of Object.keys(same.key.takers)) same.key.takers[id] = ["ussr"];
    same.body.states = same.body.states.slice(-3);
    expect(lint(same)).toEqual([
      "One state took every land, so that one guess earns all: show lands of several takers.",
      "Only 3 states are offered: offer 4 or more.",
    ]);
  });
});

describe("an author's question of a place", () => {
  const place = {
    task: "place",
    frame: [
      [15, 51],
      [30, 61.5],
    ],
  };
  const task = "place";

  it.each([
    ["Where does Vilnius lie?", "Vilnius"],
    ["Where does Wilno lie?", "Wilno"],
  ])("calls the city as the question does: %s", (prompt, name) =>
    expect(
      author.derive(author.schema.parse({ map: "europe-1938", ...place, city: "vilnius" }), facts, { ...item, prompt }),
    ).toMatchObject({ key: { name } }),
  );

  it("finds the city, the square that holds it, and squares that tell where they lie by other cities", () => {
    const { body, key, rests } = madeOf(task, { ...place, city: "riga" });
    expect(key).toMatchObject({ city: "riga", name: "Riga", full: 110, zero: 330 });
    const own = body.squares.find(({ id }) => id === key.square)!;
    expect(own.land).toContain("Latvia");
    for (const { land, where } of body.squares) expect(`${land}: ${where}`).not.toMatch(/\bRiga\b/);
    expect(body.cities).not.toContain("riga");
    expect(body.squares.length).toBeGreaterThanOrEqual(12);
    expect(rests).toEqual([]);
    expect(lint({ prompt: "Where is Riga?", body, key })).toEqual([]);
  });

  it("can be told by eye and by ear: no two squares are told alike", () => {
    for (const city of ["riga", "katyn", "danzig", "lviv", "konigsberg"]) {
      const { body } = madeOf(task, {
        task,
        frame: [
          [14, 47],
          [36, 60],
        ],
        city,
      });
      const told = body.squares.map(({ land, where }) => `${land}: ${where}`);
      expect(told.filter((each, index) => told.indexOf(each) !== index)).toEqual([]);
    }
  });

  it("takes the place of the fact when no city is named, and rests on it", () => {
    const { key, rests } = madeOf(
      task,
      {
        task,
        frame: [
          [10, 44],
          [40, 62],
        ],
      },
      "protocol",
    );
    expect(key.city).toBe("moscow");
    expect(rests).toEqual([{ fact: "protocol", part: "place" }]);
    expect(problems(place, "estonia-1940-08-06")).toEqual([
      "The place of estonia-1940-08-06 is no city of the map: name one in `city`.",
    ]);
  });

  it.each([
    [{ city: "atlantis" }, "The map has no city 'atlantis': mend it in `city`."],
    [{ city: "murmansk" }, "Murmansk lies outside the frame: write a `frame` that has it."],
    [{ city: "riga", cities: ["riga"] }, "'riga' is asked and lettered on the map: take it out of `cities`."],
  ])("says what is wrong: %j", (own, problem) => {
    expect(problems({ ...place, ...own })).toEqual([problem]);
  });

  it("is linted for a frame that points at the city", () => {
    const { body, key } = madeOf(task, {
      task,
      city: "riga",
      frame: [
        [16, 50],
        [32, 64],
      ],
    });
    expect(lint({ prompt: "Where is Riga?", body, key })).toEqual([
      "Riga lies in the middle of the frame, where one guesses: shift the frame.",
    ]);
  });

  it("takes a tolerance that is not turned round", () => {
    const made = { map: "europe-1938", ...place, city: "riga" };
    expect(author.schema.safeParse({ ...made, tolerance: { full: 200, zero: 100 } }).success).toBe(false);
    const { body, key } = madeOf(task, { ...place, city: "riga", tolerance: { full: 50, zero: 200 } });
    expect(lint({ prompt: "Where is Riga?", body, key })).toEqual([
      "The squares reach 108 km from their middle, and a point has to be within 50 km: narrow the frame, or widen `full`.",
    ]);
  });
});

describe("the lint of annexations", () => {
  const right = made({ where: { to: "ussr" } });

  it("wants something wrong on offer, so that marking all never earns all", () => {
    const offered = made({ where: { to: "ussr" }, offer: ["estonia", "bessarabia"] });
    expect(lint({ prompt: "Which?", ...offered })[0]).toMatch(/Everything on offer is right/);
    expect(lint({ prompt: "Which?", ...right })).toEqual([]);
  });

  it("notices an answer in the prompt and in the line that says where", () => {
    expect(lint({ prompt: "Was Estonia one?", ...right })[0]).toMatch(/prompt names Estonia/);
    const told = structuredClone(right);
    told.body.territories[0]!.where = "West of Poland, annexed in 1938.";
    expect(lint({ prompt: "Which?", ...told })[0]).toMatch(/tells what happened/);
  });

  it("wants a line that says where, of every land, and every land in sight", () => {
    const mute = structuredClone(right);
    mute.body.territories[0]!.where = "A land.";
    expect(lint({ prompt: "Which?", ...mute })).toEqual([
      "`where` of Bessarabia does not tell where it lies: name neighbours and bearing.",
    ]);
    const far = made({
      where: { to: "ussr" },
      frame: [
        [15, 44],
        [34, 56],
      ],
    });
    expect(lint({ prompt: "Which?", ...far })).toEqual([
      "Estonia, which is asked, lies outside the frame: widen `frame`, or leave the land out.",
    ]);
  });
});

const sampleOf = (task: Key["task"]) => samples.find(({ item }) => item.body.task === task)!.item;
const fractionOf = (response: Response, key: Key, body: Body) => {
  const outcome = grade(response, key, body);
  return outcome.state === "scored" ? outcome.fraction : NaN;
};

describe("the grade of takers", () => {
  const { body, key } = sampleOf("taker");
  if (body.task !== "taker" || key.task !== "taker") throw new Error("not a sample of takers");
  const answers = fc
    .tuple(...body.territories.map(() => fc.option(fc.constantFrom(...body.states.map(({ id }) => id)))))
    .map((states) =>
      body.territories.flatMap(({ id }, index) => (states[index] ? [{ territory: id, state: states[index] }] : [])),
    )
    .filter((takers) => takers.length > 0);

  it("is the share of lands whose taker is right, in whatever order they come", () => {
    fc.assert(
      fc.property(answers, (takers) => {
        const right = takers.filter(({ territory, state }) => key.takers[territory]!.includes(state)).length;
        expect(fractionOf({ takers }, key, body)).toBeCloseTo(right / body.territories.length, 12);
        expect(fractionOf({ takers: [...takers].reverse() }, key, body)).toBe(fractionOf({ takers }, key, body));
      }),
    );
  });

  it("says of a wrong taker what became of the land", () => {
    const outcome = grade({ takers: [{ territory: "zaolzie", state: "germany" }] }, key, body);
    expect(outcome).toMatchObject({
      receipt: {
        notes: [key.stories.zaolzie],
        parts: [{ id: "zaolzie>germany", text: "Zaolzie: Germany", right: false }],
      },
    });
  });
});

describe("the grade of a place", () => {
  const { body, key } = sampleOf("place");
  if (body.task !== "place" || key.task !== "place") throw new Error("not a sample of a place");
  const point = fc.tuple(
    fc.double({ min: -180, max: 180, noNaN: true }),
    fc.double({ min: -90, max: 90, noNaN: true }),
  );
  const near = fc.tuple(fc.double({ min: 18, max: 30, noNaN: true }), fc.double({ min: 48, max: 56, noNaN: true }));

  it.each([
    [[23.685, 52.098], 1],
    [[23.685, 52.098 + 119 / 111.195], 1],
    [[23.685, 52.098 - 270 / 111.195], 0.5],
    [[23.685, 52.098 + 360 / 111.195], 0.2],
    [[23.685, 52.098 + 421 / 111.195], 0],
    [[-156.3, -52.1], 0],
  ] as const)("of %j is %d, when 120 km earn all and 420 km nothing", (at, earns) => {
    expect(fractionOf({ at: [...at] }, key, body)).toBeCloseTo(earns, 4);
  });

  it("never rises with the distance", () => {
    fc.assert(
      fc.property(fc.oneof(point, near), fc.oneof(point, near), (a, b) => {
        const nearer = kilometres(a, key.at) <= kilometres(b, key.at);
        const [first, second] = nearer ? [a, b] : [b, a];
        expect(fractionOf({ at: first }, key, body)).toBeGreaterThanOrEqual(fractionOf({ at: second }, key, body));
      }),
    );
  });

  it("is the same by the list and by the middle of the square on the map, but for the square that holds the city", () => {
    for (const { id } of body.squares)
      expect(fractionOf({ square: id }, key, body)).toBe(
        id === key.square ? 1 : fractionOf({ at: middleOf(body.net, id) }, key, body),
      );
  });

  it("counts an answer by where it fell, in points and squares alike", () => {
    const partOf = (response: Response) => {
      const outcome = grade(response, key, body);
      return outcome.state === "scored" ? outcome.receipt.parts.map(({ id }) => id) : [];
    };
    expect(partOf({ square: "C3" })).toEqual(["square:C3"]);
    expect(partOf({ at: middleOf(body.net, "C3") })).toEqual(["square:C3"]);
    expect(partOf({ square: "B3" })).toEqual(["brest"]);
    expect(partOf({ at: [23.7, 52.1] })).toEqual(["brest"]);
    expect(partOf({ at: [21.6, 50.6] })).toEqual(["near:brest"]);
    expect(partOf({ at: [0, 0] })).toEqual(["beyond"]);
  });

  it("measures along the great circle", () => {
    expect(kilometres([37.618, 55.752], [13.405, 52.52])).toBeCloseTo(1609, -1);
    expect(kilometres([179.5, 0], [-179.5, 0])).toBeCloseTo(111.195, 2);
    expect(kilometres([20, 90], [-120, 90])).toBeCloseTo(0, 6);
  });

  it("reads what it writes", () => {
    fc.assert(
      fc.property(point, (at) => {
        const again = readPoint(pointText(at))!;
        expect(Math.max(Math.abs(again[0] - at[0]), Math.abs(again[1] - at[1]))).toBeLessThan(0.0001);
      }),
    );
    for (const text of ["", "1", "1,2,3", "1e3,2", "NaN,1", "Infinity,0", "181,0", "0,91", "٢٣,٥٢", " 1,2", "+1,2"])
      expect(readPoint(text)).toBeUndefined();
  });

  it("finds each square by its middle", () => {
    for (const { id } of body.squares) expect(squareAt(body.net, middleOf(body.net, id))).toBe(id);
  });
});

describe("the grade of annexations", () => {
  const { body, key } = sampleOf(undefined) as { body: PickBody; key: PickKey };
  const ids = body.territories.map(({ id }) => id);
  const fraction = (territories: string[]) => {
    return fractionOf({ territories }, key, body);
  };
  const some = fc.subarray(ids, { minLength: 1 });

  it("is all for the key, and less for everything", () => {
    expect(fraction([...key.right])).toBe(1);
    expect(fraction(ids)).toBeLessThan(1);
  });

  it("never rises by a wrong mark, never falls by a right one, and does not change by one not counted", () => {
    fc.assert(
      fc.property(some, fc.constantFrom(...ids), (marked, id) => {
        if (marked.includes(id)) return;
        const [before, after] = [fraction(marked), fraction([...marked, id])];
        if (key.right.includes(id)) expect(after).toBeGreaterThanOrEqual(before);
        else if (key.uncounted.includes(id)) expect(after).toBe(before);
        else expect(after).toBeLessThanOrEqual(before);
      }),
    );
  });

  it("does not depend on the order of the marks", () => {
    fc.assert(
      fc.property(some, (marked) => {
        expect(fraction([...marked].reverse())).toBe(fraction(marked));
      }),
    );
  });

  it("says of a wrong mark what it would have been right for", () => {
    const outcome = grade({ territories: ["western-ukraine"] }, key, body);
    expect(outcome.state === "scored" && outcome.receipt.notes).toEqual([key.stories["western-ukraine"]]);
  });
});

describe("where the lands of the course lie", () => {
  const sheet = <T>(name: string) =>
    parse(readFileSync(new URL(`../../content/soviet-union-ww2/facts/${name}.yaml`, import.meta.url), "utf8")) as T[];
  const lands = sheet<{ id: string; name: string; where: string }>("territories");
  const states = new Map(sheet<{ id: string; name: string }>("states").map(({ id, name }) => [id, name]));
  const transfers = [...sheet<Fact>("transfers"), ...sheet<Fact>("baltic")].filter((fact) => fact.type === "transfer");

  it("is told of every land, by neighbours and bearing, and tells nobody's answer", () => {
    const undrawn = ["tuva", "south-sakhalin", "kuril-islands", "hanko", "porkkala", "khotyn-budjak", "danube-islands"];
    expect(lands.length).toBeGreaterThan(20);
    for (const { id, name, where } of lands) {
      const body: Body = { map: "europe-1938", territories: [{ id, name, where }] };
      const key: Key = { right: [id], uncounted: [], stories: {} };
      const drawn = !undrawn.includes(id);
      expect([id, lint({ prompt: "Which?", body, key }).slice(1)]).toEqual([
        id,
        drawn ? [] : [`The map does not draw ${name}: leave it out.`],
      ]);
      expect([id, where]).toEqual([id, expect.stringMatching(BEARING)]);
    }
  });

  it("names no state that took the land", () => {
    const telling = transfers.filter(({ territory, to }) =>
      givesAway(lands.find(({ id }) => id === territory)!.where, [states.get(to)!]),
    );
    expect(telling.map(({ territory }) => territory)).toEqual([]);
  });
});

const BEARING =
  /\b(north|south|east|west|between|around|beside|coast|edges?|inside|bend|from)|\b(north|south|east|west)-?(ern|east|west)/i;

describe("zooming", () => {
  const home = { x: 500, y: 700, width: 600, height: 900 };

  it("keeps the point under the finger where it is, and the map within its frame", () => {
    const near = zoomed(home, home, 2, [800, 1000]);
    expect(near).toEqual({ x: 650, y: 850, width: 300, height: 450 });
    expect(zoomed(home, near, 0.1, [800, 1000])).toBe(home);
    fc.assert(
      fc.property(fc.double({ min: 0.2, max: 9, noNaN: true }), fc.integer(), fc.integer(), (factor, dx, dy) => {
        const view = moved(home, zoomed(home, home, factor, [800, 1000]), dx, dy);
        expect(view.x).toBeGreaterThanOrEqual(home.x - 0.1);
        expect(view.x + view.width).toBeLessThanOrEqual(home.x + home.width + 0.2);
        expect(view.y).toBeGreaterThanOrEqual(home.y - 0.1);
        expect(view.y + view.height).toBeLessThanOrEqual(home.y + home.height + 0.2);
      }),
    );
  });
});
