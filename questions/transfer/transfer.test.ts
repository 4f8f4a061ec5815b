import { readFileSync, readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { factsOfType, makeFactBase, type Fact, type Transfer } from "@/facts/base";
import { arrange } from "./arrange";
import { author } from "./author";
import { grade } from "./grade";
import { lint } from "./lint";
import { solveGaps } from "../gap-parts";
import { read } from "./read";
import { summary } from "./review";
import { samples } from "./samples";
import type { Body, Key } from "./schema";
import { SLOTS, slotName, type Slot } from "./slots";

/** The facts of a real course, as their author wrote them. */
const folder = "content/soviet-union-ww2/facts";
const file = (name: string) => parse(readFileSync(`${folder}/${name}`, "utf8")) as never[];
const registers = ["people.yaml", "states.yaml", "territories.yaml", "sources.yaml"];
const course = makeFactBase({
  facts: readdirSync(folder)
    .filter((name) => !registers.includes(name))
    .flatMap(file)
    .map((fact: Fact) => (fact.type === "agreement" ? { ...fact, signatories: fact.signatories ?? [] } : fact)),
  people: file("people.yaml"),
  states: file("states.yaml"),
  territories: file("territories.yaml"),
});
const transfers = factsOfType(course, "transfer");

const derive = (fact: string, authored: unknown, prompt = "How did the land change hands?") =>
  author.derive(author.schema.parse(authored), course, { id: "q1", prompt, fact });
const made = (fact: string, authored: unknown, prompt?: string) => {
  const found = derive(fact, authored, prompt);
  if ("problems" in found) throw new Error(found.problems.join("\n"));
  return { prompt: prompt ?? "How did the land change hands?", ...found };
};
const texts = ({ body }: { body: Body }, slot: Slot) =>
  (body.asked.find(({ id }) => id === slot)!.body as { options: { text: string }[] }).options.map(({ text }) => text);
const right = (item: { body: Body; key: Key }, slot: Slot) => {
  const { options } = item.body.asked.find(({ id }) => id === slot)!.body as {
    options: { id: string; text: string }[];
  };
  const key = item.key.slots.find(({ id }) => id === slot)!.key as { options: { id: string; fraction: number }[] };
  return options.find(({ id }) => key.options.some((each) => each.id === id && each.fraction === 1))?.text;
};

describe("what an author writes", () => {
  it("becomes slots that are asked, with the rest told", () => {
    const item = made("sudetenland-1938", { asks: ["from", "to", "when"] });
    expect(item.body.given).toEqual([
      { id: "what", text: "Sudetenland" },
      { id: "by", text: "Munich Agreement" },
    ]);
    expect(item.body.asked.map(({ id, gap }) => [id, gap])).toEqual([
      ["from", "choice"],
      ["to", "choice"],
      ["when", "date"],
    ]);
    expect(right(item, "from")).toBe("Czechoslovakia");
    expect(right(item, "to")).toBe("Germany");
    expect(item.rests).toContainEqual({ fact: "sudetenland-1938", part: "transfer" });
    expect(item.rests?.some(({ part }) => part === "date")).toBe(true);
    expect(lint(item)).toEqual([]);
  });

  it("asks the instrument from a list of agreements and acts", () => {
    const item = made("finnish-karelia-1940", { asks: ["by", "from"], given: ["what"] });
    expect(right(item, "by")).toBe("Moscow Peace Treaty");
    expect(texts(item, "by").length).toBeGreaterThanOrEqual(5);
    expect(lint(item)).toEqual([]);
  });

  it("keeps the legal act and the troops apart, and tells whoever names the other", () => {
    const act = made("vilnius-region-1940", { asks: ["when"], given: ["what", "from", "to"] });
    const occupied = made("vilnius-region-1940", { asks: ["when"], given: ["what", "from", "to"], ask: "occupied" });
    expect([act.body.when, occupied.body.when]).toEqual(["act", "occupied"]);
    const answer = (item: typeof act, text: string) => {
      const reading = read({ "when.text": [text] }, item.body);
      if (reading.state !== "read") throw new Error(reading.state);
      const outcome = grade(reading.response, item.key, item.body);
      if (outcome.state !== "scored") throw new Error(outcome.state);
      return outcome;
    };
    expect(answer(act, "3 August 1940").fraction).toBe(1);
    expect(answer(occupied, "15 June 1940").fraction).toBe(1);
    const swapped = answer(act, "15 June 1940");
    expect(swapped.fraction).toBeLessThan(1);
    expect(swapped.receipt.notes).toContain(
      "When, by the legal act: That is when troops took control; the legal act has another date.",
    );
    expect(answer(occupied, "3 August 1940").receipt.notes).toContain(
      "When troops took control: That is the date of the legal act; troops were in control on another.",
    );
    expect(answer(act, "3 August 1940").receipt.notes.join()).not.toMatch(/troops/);
  });

  it("does not tell an instrument that says its date where the date is asked, nor the other way round", () => {
    const when = made("bialystok-region-1939", { asks: ["when", "from"] });
    expect(when.body.given.map(({ id }) => id)).toEqual(["what", "to"]);
    expect(lint(when)).toEqual([]);
    const both = made("bialystok-region-1939", { asks: ["when", "by"] });
    expect(lint(both).join()).toMatch(/says the date, so that date and instrument tell each other: ask one/);
  });

  it("does not tell an instrument that names the state that is asked", () => {
    const item = made("petsamo-1944", { asks: ["from"] });
    expect(item.body.given.map(({ id }) => id)).toEqual(["what", "to", "when"]);
    expect(lint(item)).toEqual([]);
    const told = made("petsamo-1944", { asks: ["from"], given: ["what", "by"] });
    expect(lint(told)).toEqual([
      "By which instrument is told, and 'Moscow Armistice with Finland' says 'Finland', which is asked: leave 'by' out of `given`.",
    ]);
  });

  it("finds an answer in the prompt", () => {
    const item = made("petsamo-1944", { asks: ["from"] }, "What did Finland cede?");
    expect(lint(item).join()).toMatch(/^From whom\. The prompt says 'Finland'/);
  });

  it("does not tell that a state passed from itself", () => {
    const item = made("annexation-estonia-1940", { asks: ["to", "when"] });
    expect(item.body.given.map(({ id }) => id)).not.toContain("from");
  });

  it("lets names be typed, which are then read in any spelling", () => {
    const item = made("sudetenland-1938", { asks: ["what", "from", "to", "by"], typed: ["what", "from", "to", "by"] });
    expect(item.body.asked.map(({ gap }) => gap)).toEqual(["text", "text", "text", "text"]);
    const sent = { "from.text": ["Československo"], "to.text": ["Deutsches Reich"], "by.text": ["Munich Agreement"] };
    const reading = read(sent, item.body);
    if (reading.state !== "read") throw new Error(reading.state);
    expect(grade(reading.response, item.key, item.body)).toMatchObject({ state: "scored", fraction: 0.75 });
  });

  it("weighs slots as the author says", () => {
    const item = made("sudetenland-1938", { asks: ["from", "to"], weights: { to: 3 } });
    expect(item.key.slots.map(({ id, weight }) => [id, weight])).toEqual([
      ["from", 1],
      ["to", 3],
    ]);
  });

  it.each([
    ["a fact that is no transfer", "munich-agreement-1938", { asks: ["to"] }, /is no transfer: ask/],
    ["a slot twice", "sudetenland-1938", { asks: ["to", "to"] }, /asked twice: drop one/],
    ["a slot asked and given", "sudetenland-1938", { asks: ["to"], given: ["to"] }, /asked and given: take/],
    ["a typed slot that is not asked", "sudetenland-1938", { asks: ["to"], typed: ["from"] }, /typed but not asked/],
    ["a weight of nothing asked", "sudetenland-1938", { asks: ["to"], weights: { by: 2 } }, /has a weight but/],
    [
      "a state that passed from itself",
      "annexation-estonia-1940",
      { asks: ["from"] },
      /state of its own.*leave `from`/,
    ],
    ["an act that there was not", "hertza-occupation-1940", { asks: ["by"] }, /does not say 'by': leave it out/],
    ["an occupation without a date", "memel-klaipeda", { asks: ["when"], ask: "occupied" }, /no such date: ask/],
    ["a day that is not known", "carpathian-ruthenia-1939", { asks: ["when"] }, /^When, by the legal act\. /],
    [
      "a land that passed twice, told by nothing else",
      "vilnius-transfer-1939",
      { asks: ["when"], given: ["what"] },
      /fits 'The Vilnius region, annexed with Lithuania' as well.*: give one slot more/,
    ],
  ])("is refused for %s", (_, fact, authored, says) => {
    const found = derive(fact, authored);
    expect("problems" in found && found.problems.join("\n")).toMatch(says);
  });

  it("lets a land that passed twice be asked where a list rules the other change out", () => {
    const item = made("vilnius-transfer-1939", { asks: ["to", "when"], given: ["what"] });
    expect(texts(item, "to")).not.toContain("Soviet Union");
    expect(right(item, "to")).toBe("Lithuania");
  });
});

describe("the lists", () => {
  const slots = ["what", "from", "to", "by"] as const;
  const value = (slot: Slot, fact: Transfer) => ({ what: fact.territory, from: fact.from, to: fact.to })[slot as "to"];
  const nameOf = (slot: Slot, id: string) =>
    slot === "what" ? course.territories.get(id)?.name : course.states.get(id)?.name;

  it("of every transfer hold one that is right, and none that another transfer makes true of what is told", () => {
    let tried = 0;
    for (const fact of transfers)
      for (const slot of slots) {
        const given = (["what", "from", "to"] as const).filter((each) => each !== slot && fact.from !== fact.territory);
        const found = derive(fact.id, { asks: [slot], given });
        if ("problems" in found) continue;
        tried++;
        const list = texts(found, slot);
        expect(list.length).toBeGreaterThanOrEqual(5);
        expect(new Set(list).size).toBe(list.length);
        if (slot === "by") continue;
        expect(right(found, slot)).toBe(nameOf(slot, value(slot, fact)));
        for (const other of transfers) {
          const fits = given.every((each) => value(each, other) === value(each, fact));
          if (fits && value(slot, other) !== value(slot, fact))
            expect(list).not.toContain(nameOf(slot, value(slot, other)));
        }
      }
    expect(tried).toBeGreaterThan(60);
  });

  it("give nothing away by their order or their ids", () => {
    const item = made("sudetenland-1938", { asks: ["from", "to"] });
    const options = item.body.asked.flatMap(({ body }) => (body as { options: { id: string }[] }).options);
    for (const { id } of options) expect(id).toMatch(/^o[0-9a-f]{10}$/);
    const backwards: Body = {
      ...item.body,
      given: item.body.given.toReversed(),
      asked: item.body.asked.toReversed(),
    };
    expect(arrange(backwards, 5)).toEqual(arrange(item.body, 5));
    expect(arrange(item.body, 5).asked.map(({ id }) => id)).toEqual(["from", "to"]);
  });
});

describe("a mark a slot", () => {
  const { body, key } = samples[0]!.item;
  const solution = solveGaps(key.slots, body.asked);
  const wrong: Record<string, string> = { "from.choice": "f1", "to.choice": "t1", "when.text": "1 May 1941" };
  const states = fc.record(
    Object.fromEntries(Object.keys(solution).map((field) => [field, fc.constantFrom("right", "wrong", "empty")])),
  );
  const fields = (state: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(state).map(([field, how]) => [
        field,
        [how === "right" ? solution[field]![0]! : how === "wrong" ? wrong[field]! : ""],
      ]),
    );

  it("is earned by each slot that is right, whatever the others are", () => {
    fc.assert(
      fc.property(states, (state) => {
        const reading = read(fields(state), body);
        if (reading.state !== "read") return;
        const outcome = grade(reading.response, key, body);
        const earned = Object.values(state).filter((how) => how === "right").length;
        expect(outcome.state === "scored" && outcome.fraction).toBeCloseTo(earned / 3, 12);
      }),
    );
  });

  it("stands in the receipt under the slot's name, with parts by the slot's id", () => {
    const reading = read(fields({ "from.choice": "right", "to.choice": "wrong", "when.text": "empty" }), body);
    if (reading.state !== "read") throw new Error(reading.state);
    const outcome = grade(reading.response, key, body);
    if (outcome.state !== "scored") throw new Error(outcome.state);
    expect(outcome.receipt.read).toBe("From whom: Lithuania; To whom: Finland");
    expect(outcome.receipt.parts.map(({ id, right }) => [id.split(":")[0], right])).toEqual([
      ["from", true],
      ["to", false],
    ]);
    expect(outcome.receipt.lines.slice(-2)).toEqual([
      { label: "When, by the legal act: nothing answered", value: "0" },
      { label: "Fraction: (1 + 0 + 0) ÷ 3", value: "0.333" },
    ]);
    expect(summary(reading.response, body)).toBe("From whom: Lithuania; To whom: Finland");
  });

  it("is named in words for every slot", () => {
    for (const slot of SLOTS) expect(slotName(slot, "act")).not.toBe(slot);
    expect(slotName("when", "act")).not.toBe(slotName("when", "occupied"));
  });
});
