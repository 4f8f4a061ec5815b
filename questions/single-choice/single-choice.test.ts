import { describe, expect, it } from "vitest";
import { makeFactBase } from "@/facts/base";
import { author } from "./author";
import { lint } from "./lint";

const facts = makeFactBase({
  facts: [
    {
      type: "agreement",
      id: "pact",
      name: "Molotov–Ribbentrop Pact",
      shortName: "the pact",
      statement: "Two states promised not to attack each other.",
      date: "1939-08-23",
      place: "Moscow",
      parties: [],
      signatories: [],
      sources: [],
      confidence: "H",
      revision: 1,
    },
  ],
  people: [{ id: "molotov", name: "Vyacheslav Molotov", sortName: "Molotov", accept: [] }],
  states: [{ id: "latvia", name: "Latvia", accept: [] }],
});
const item = { id: "pact-q1", prompt: "Who?", fact: "pact" };
const derive = (options: unknown[], id = item.id) => {
  const made = author.derive(author.schema.parse({ options }), facts, { ...item, id });
  if ("problems" in made) throw new Error(made.problems.join(" "));
  return made;
};

describe("an author's single choice", () => {
  it("takes an option's text from the fact base", () => {
    const { body } = derive([
      { person: "molotov", right: true },
      { state: "latvia" },
      { fact: "pact" },
      { text: "Nobody" },
    ]);
    expect(body.options.map(({ text }) => text).sort()).toEqual([
      "Latvia",
      "Molotov–Ribbentrop Pact",
      "Nobody",
      "Vyacheslav Molotov",
    ]);
  });

  it("takes the right option from the fact that it asks", () => {
    const { body, key } = derive([{ from: "date" }, { text: "1 September 1939" }]);
    const right = key.options.find(({ fraction }) => fraction === 1);
    expect(body.options.find(({ id }) => id === right?.id)?.text).toBe("23 August 1939");
  });

  it("gives ids that tell neither the place in the file nor the text, and differ from question to question", () => {
    const options = [{ text: "Riga", right: true }, { text: "Tallinn" }, { text: "Kaunas" }];
    const one = derive(options).body;
    expect(derive([...options].reverse()).body).toEqual(one);
    const other = derive(options, "pact-q2").body;
    expect(other.options.map(({ id }) => id)).not.toEqual(one.options.map(({ id }) => id));
    for (const { id } of one.options) expect(id).toMatch(/^o[0-9a-f]{10}$/);
  });

  it("says what is wrong: an unknown id, the same text twice", () => {
    const made = (options: unknown[]) => author.derive(author.schema.parse({ options }), facts, item);
    expect(made([{ person: "nobody", right: true }, { text: "A" }])).toEqual({
      problems: ["No person has the id 'nobody': mend the id, or write a text."],
    });
    expect(made([{ text: "Latvia", right: true }, { state: "latvia" }])).toEqual({
      problems: ["Two options say 'Latvia': give each a text of its own."],
    });
  });

  it("is refused when an option says two things, or is right and worth a part", () => {
    for (const option of [
      { text: "A", state: "latvia" },
      {},
      { text: "A", right: true, fraction: 0.5 },
      { text: "A", wrong: true },
    ])
      expect(author.schema.safeParse({ options: [option, { text: "B" }] }).success).toBe(false);
  });
});

describe("the lint of a single choice", () => {
  const linted = (prompt: string, options: unknown[]) => lint({ prompt, ...derive(options) });

  it("wants exactly one option that earns all", () => {
    expect(linted("Where?", [{ text: "Riga" }, { text: "Tallinn" }])[0]).toMatch(/No option earns full marks/);
    expect(
      linted("Where?", [
        { text: "Riga", right: true },
        { text: "Tallinn", right: true },
      ])[0],
    ).toMatch(/More than one/);
  });

  it("notices an answer in the prompt, and 'all of the above'", () => {
    expect(linted("Was it Riga?", [{ text: "Riga", right: true }, { text: "Tallinn" }])[0]).toMatch(
      /The prompt says 'Riga'/,
    );
    expect(linted("Where?", [{ text: "Riga", right: true }, { text: "All of the above" }])[0]).toMatch(
      /different order/,
    );
  });

  it("notices a right option told by its length", () => {
    const long = "In the Kremlin, in the night from the 23rd to the 24th of August, after midnight";
    expect(linted("Where?", [{ text: long, right: true }, { text: "In Riga" }])[0]).toMatch(/by far the longest/);
    expect(linted("Where?", [{ text: long }, { text: "In Riga", right: true }])).toEqual([]);
  });
});
