import fc from "fast-check";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, test } from "vitest";
import { makeFactBase } from "@/facts/base";
import { arrange } from "./arrange";
import { author } from "./author";
import ChoiceField from "./field";
import { choiceGap } from "./gap";
import { grade } from "./grade";
import { lint } from "./lint";
import { read } from "./read";
import { samples } from "./samples";
import * as schemas from "./schema";

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

describe("an option that the facts make right too", () => {
  const problems = (options: unknown[]) => {
    const made = author.derive(author.schema.parse({ options }), more, item);
    return "problems" in made ? made.problems : [];
  };
  const more = makeFactBase({
    facts: [
      {
        ...facts.facts.get("pact")!,
        alsoDate: { date: "1939-08-24", why: "Signed after midnight." },
      } as never,
    ],
    states: [
      { id: "latvia", name: "Latvia", accept: ["Lettland"] },
      { id: "ussr", name: "Soviet Union", accept: ["USSR"] },
    ],
  });

  test.each([
    ["another name of the key", [{ state: "ussr", right: true }, { text: "USSR" }], /name the same/],
    ["another name, in other letters", [{ state: "latvia", right: true }, { text: "LETTLAND" }], /name the same/],
    ["the second defensible date", [{ from: "date" }, { text: "24 August 1939" }], /may be right too/],
    ["the month of the right day", [{ from: "date" }, { text: "August 1939" }], /may be right too/],
    ["the right place in other words", [{ from: "place" }, { text: "moscow" }], /Two options say|is right too/],
  ])("%s is refused", (_, options, problem) => {
    expect(problems(options).join(" ")).toMatch(problem);
  });

  test.each([
    ["a day beside the right ones", [{ from: "date" }, { text: "25 August 1939" }]],
    ["another place", [{ from: "place" }, { text: "Berlin" }]],
    ["years that differ by a doubled digit", [{ text: "1944", right: true }, { text: "1994" }]],
  ])("%s is not", (_, options) => {
    expect(problems(options)).toEqual([]);
  });
});

describe("true or false", () => {
  const derive = (authored: unknown) => {
    const made = author.derive(author.schema.parse(authored), facts, item);
    if ("problems" in made) throw new Error(made.problems.join(" "));
    return made;
  };
  const answered = (authored: unknown, choice: string) => {
    const { key, body } = derive(authored);
    const outcome = grade({ choice }, key, body);
    if (outcome.state !== "scored") throw new Error(outcome.state);
    return outcome;
  };

  test.each([
    [true, "true", 1],
    [true, "false", 0],
    [false, "false", 1],
    [false, "true", 0],
  ])("when it is %s, %s earns %d", (truth, choice, fraction) => {
    expect(answered({ truth }, choice).fraction).toBe(fraction);
  });

  it("shows True before False to everybody", () => {
    fc.assert(
      fc.property(fc.integer(), fc.boolean(), (seed, truth) => {
        const { body } = derive({ truth });
        expect(arrange(body, seed).options.map(({ text }) => text)).toEqual(["True", "False"]);
      }),
    );
  });

  it("says to the wrong one what was wrong, to each its own, and why it is so to both", () => {
    const one = { truth: false, feedback: "Not so.", because: "It names one land." };
    expect(answered(one, "true").receipt.notes).toEqual(["Not so.", "It names one land."]);
    expect(answered(one, "false").receipt.notes).toEqual(["It names one land."]);
    expect(answered({ truth: true, feedback: { true: "Yes.", false: "No." } }, "true").receipt.notes).toEqual(["Yes."]);
  });

  it("is written with truth or with options, and feedback belongs to either", () => {
    const options = [{ text: "A", right: true }, { text: "B" }];
    for (const authored of [{}, { truth: true, options }, { options, because: "So." }, { options, feedback: "No." }])
      expect(author.schema.safeParse(authored).success).toBe(false);
    expect(lint({ prompt: "True or false? It was so.", ...derive({ truth: true }) })).toEqual([]);
  });
});

describe("the receipt of a single choice", () => {
  it("adds up, names what met the key, and tells the option by its id", () => {
    const { key, body } = derive([
      { text: "Riga", right: true },
      { text: "Tallinn", fraction: 0.5 },
    ]);
    const id = (text: string) => body.options.find((each) => each.text === text)!.id;
    expect(grade({ choice: id("Tallinn") }, key, body)).toMatchObject({
      fraction: 0.5,
      receipt: {
        read: "Tallinn",
        matched: [{ said: "Tallinn", as: "Tallinn" }],
        lines: [
          { label: "Chosen: Tallinn", value: "0.5" },
          { label: "Fraction", value: "0.5" },
        ],
        parts: [{ id: id("Tallinn"), text: "Tallinn", right: false }],
      },
    });
  });

  it("never falls below 0, whatever an option would take elsewhere", () => {
    const body = { options: ["a", "b"].map((id) => ({ id, text: id })) };
    const key = {
      options: [
        { id: "a", fraction: 1 },
        { id: "b", fraction: -0.5 },
      ],
    };
    expect(grade({ choice: "b" }, key, body)).toMatchObject({
      fraction: 0,
      receipt: {
        lines: [
          { label: "Chosen: b", value: "-0.5" },
          { label: "Fraction, not below 0", value: "0" },
        ],
      },
    });
  });
});

describe("laws", () => {
  const made = fc
    .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 2, maxLength: 12 })
    .map((fractions) => ({
      body: { options: fractions.map((_, index) => ({ id: `o${index}`, text: `Text ${index}` })) },
      key: { options: fractions.map((fraction, index) => ({ id: `o${index}`, fraction })) },
    }));

  it("A fraction lies in [0, 1], and a better option never earns less", () => {
    fc.assert(
      fc.property(made, ({ body, key }) => {
        const earned = key.options.map(({ id }) => {
          const outcome = grade({ choice: id }, key, body);
          return outcome.state === "scored" ? outcome.fraction : NaN;
        });
        for (const [index, one] of earned.entries()) {
          expect(one).toBeGreaterThanOrEqual(0);
          expect(one).toBeLessThanOrEqual(1);
          for (const [other, two] of earned.entries())
            if (key.options[index]!.fraction >= key.options[other]!.fraction) expect(one).toBeGreaterThanOrEqual(two);
        }
      }),
    );
  });

  it("Neither the order of the options nor what they are called changes what they earn", () => {
    fc.assert(
      fc.property(made, fc.integer(), ({ body, key }, seed) => {
        const renamed = <T extends { id: string }>(list: T[]) => list.map((each) => ({ ...each, id: `x${each.id}` }));
        for (const { id } of key.options) {
          const one = grade({ choice: id }, key, body);
          const two = grade(
            { choice: `x${id}` },
            { options: renamed(key.options).reverse() },
            arrange({ options: renamed(body.options) }, seed),
          );
          expect(two.state === "scored" && two.fraction).toBe(one.state === "scored" && one.fraction);
        }
      }),
    );
  });
});

describe("an item that was published before", () => {
  it("is still one: no field was added that it would need", () => {
    const { item: old } = samples[0]!;
    expect(schemas.body.parse({ options: old.body.options })).toEqual({ options: old.body.options });
    expect(schemas.key.parse({ options: old.key.options })).toEqual({ options: old.key.options });
  });
});

describe("a choice in running text", () => {
  const { body, key } = samples[0]!.item;
  const field = (fields = {}, inline = true) =>
    renderToStaticMarkup(createElement(ChoiceField, { name: "q3.g1", body, fields, label: "Gap 1: choose", inline }));

  it("is a list to choose from with nothing chosen, and blank as such", () => {
    expect(field()).toMatch(/<select[^>]*name="q3\.g1\.choice"[^>]*><option value="" selected="">/);
    expect(read({ choice: [""] }, body)).toEqual({ state: "blank" });
  });

  it("has a label, shows what was saved and no id of another option", () => {
    const html = field({ choice: ["o77c0"] });
    expect(html).toContain('for="q3.g1-choice"');
    expect(html).toMatch(/<option value="o77c0" selected="">/);
  });

  it("is solved by the option that earns all, and says it in words", () => {
    const item = { body, key };
    const fields = choiceGap.solve(item.key, item.body);
    expect(fields).toEqual({ choice: ["o77c0"] });
    expect(choiceGap.solution(item.key, item.body)).toBe("Lithuania");
    expect(choiceGap.said({ choice: "o77c0" }, item.body)).toBe("Lithuania");
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
