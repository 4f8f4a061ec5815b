import fc from "fast-check";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, test } from "vitest";
import { makeFactBase, type Fact } from "@/facts/base";
import { arrange } from "./arrange";
import { author } from "./author";
import { grade } from "./grade";
import { lint } from "./lint";
import SignatoriesPlayer from "./player";
import { read } from "./read";
import { Review, summary } from "./review";
import { samples } from "./samples";
import {
  response as responseSchema,
  type Body,
  type FirstKey,
  type Key,
  type Response,
  type Rule,
  type SetKey,
} from "./schema";
import { score } from "./score";
import { splitNames } from "./split";

/** The samples of before there were other sets come first. */
const sample = (entry: Body["entry"]) =>
  samples.find(({ item }) => item.body.entry === entry)!.item as { prompt: string; body: Body; key: FirstKey };
const picked = sample("picked");
const typed = sample("typed");
const { cast, signatories } = picked.key;
const signed = signatories.map(({ person }) => person);
const others = cast.map(({ id }) => id).filter((id) => !signed.includes(id));
const sampleOf = (ask: Body["ask"]) => samples.find(({ item }) => item.body.ask === ask && "members" in item.key)!.item;

/** Everybody of the cast on offer. */
const everyone: Body = { entry: "picked", people: cast.map(({ id, name, sortName }) => ({ id, name, sortName })) };

function scored(
  response: Response,
  key: Key = typed.key,
  body: Body = response.entry === "typed" ? typed.body : everyone,
) {
  const outcome = grade(response, key, body);
  if (outcome.state !== "scored") throw new Error(outcome.state);
  return outcome;
}

const chose = (people: string[]): Response => ({ entry: "picked", people });
const wrote = (...names: string[]): Response => ({ entry: "typed", names });

describe("samples", () => {
  test.each(samples.map((each) => [each.shows, each] as const))("%s", (_, { item, fields, earns }) => {
    const reading = read(fields, item.body);
    const got =
      reading.state === "read" ? scored(reading.response, item.key, item.body).fraction : (reading.state as unknown);
    if (typeof earns === "number") expect(got).toBeCloseTo(earns, 12);
    else expect(got).toBe(earns);
  });
});

describe("an answer to another question", () => {
  test.each<[string, Response, Body, Key]>([
    ["names that were picked where they are typed", chose([signed[0]!]), typed.body, typed.key],
    ["names that were typed where they are picked", wrote("Molotov"), picked.body, picked.key],
    ["somebody who is not offered", chose([signed[0]!, "nobody"]), picked.body, picked.key],
  ])("is refused: %s", (_, response, body, key) => {
    expect(grade(response, key, body).state).toBe("malformed");
  });
});

describe("the receipt", () => {
  it("adds up", () => {
    const { receipt } = scored(wrote("Molotow", "Ribbentrop", "Stalin"));
    expect(receipt.read).toBe("Vyacheslav Molotov; Joachim von Ribbentrop; Joseph Stalin");
    expect(receipt.lines).toEqual([
      { label: "Right names: 2 of 2", value: "+2" },
      { label: "Names that did not sign: 1", value: "−1" },
      { label: "Fraction: (2 − 1) ÷ 2", value: "0.5" },
    ]);
    expect(receipt.notes).toEqual(["Joseph Stalin did not sign."]);
  });

  it("says what a name would have been right for, whom nobody knows and what was not clear", () => {
    expect(scored(wrote("Hitler", "Napoleon", "Enckell")).receipt.notes).toEqual([
      "Adolf Hitler did not sign. That signature stands under: Munich Agreement.",
      "‘Napoleon’ is nobody that this course knows; it counts as a name that did not sign.",
      "‘Enckell’ may be Carl Enckell or Oscar Enckell. It was not counted, for or against.",
    ]);
  });
});

describe("laws", () => {
  const anySet = fc.subarray([...signed, ...others]);

  it("The key itself earns 1, in any order, and nothing else does", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(cast.map(({ id }) => id)), (people) => {
        const isKey = people.length === signed.length && signed.every((id) => people.includes(id));
        expect(scored(chose(people)).fraction === 1).toBe(isKey);
      }),
    );
    expect(scored(chose(signed)).fraction).toBe(1);
    expect(scored(chose([...signed].reverse())).fraction).toBe(1);
  });

  it("A name more that did not sign never raises, one that signed never lowers", () => {
    fc.assert(
      fc.property(anySet, fc.constantFrom(...signed), fc.constantFrom(...others), (people, right, wrong) => {
        const before = people.length === 0 ? 0 : scored(chose(people)).fraction;
        if (!people.includes(wrong)) expect(scored(chose([...people, wrong])).fraction).toBeLessThanOrEqual(before);
        if (!people.includes(right)) expect(scored(chose([...people, right])).fraction).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it("Order and doubles change nothing, however the names are spread over rows", () => {
    const spellings = fc.constantFrom(
      "Molotov",
      "Молотов",
      "V. M. Molotov",
      "Ribbentrop",
      "v. Ribbentrop",
      "Stalin",
      "Hitler",
      "Nobody",
    );
    fc.assert(
      fc.property(fc.array(spellings, { minLength: 1, maxLength: 8 }), (names) => {
        const { fraction } = scored(wrote(...names));
        expect(scored(wrote(...[...names].reverse())).fraction).toBe(fraction);
        expect(scored(wrote(...names, ...names)).fraction).toBe(fraction);
        expect(scored(wrote(names.join("; "))).fraction).toBe(fraction);
      }),
    );
  });

  it("Typed and chosen names earn alike", () => {
    fc.assert(
      fc.property(fc.subarray(cast, { minLength: 1 }), (people) => {
        const byName = scored(wrote(...people.map(({ name }) => name))).fraction;
        expect(byName).toBe(scored(chose(people.map(({ id }) => id))).fraction);
      }),
    );
  });

  it("A fraction lies in [0, 1] whatever is sent, and nothing throws", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 80 }),
      fc.constantFrom("Molotov", "Stalin", ",", "and"),
    );
    const fields = fc.record(
      { name: fc.array(text, { maxLength: 8 }), person: fc.array(text, { maxLength: 3 }) },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fields, fc.constantFrom(picked, typed), (sent, item) => {
        const reading = read(sent, item.body);
        if (reading.state !== "read") return;
        expect(responseSchema.safeParse(reading.response).success).toBe(true);
        const { fraction } = scored(reading.response, item.key, item.body);
        expect(fraction).toBeGreaterThanOrEqual(0);
        expect(fraction).toBeLessThanOrEqual(1);
      }),
      { numRuns: 50 },
    );
    expect(grade(chose(["nobody-of-this-cast"]), picked.key, picked.body).state).toBe("malformed");
    expect(read({ name: Array.from({ length: 41 }, () => "x") }, typed.body).state).toBe("malformed");
    expect(read({ name: ["x".repeat(100_000)] }, typed.body).state).toBe("malformed");
    expect(read({ name: ["Mol\u0000otov"] }, typed.body).state).toBe("malformed");
  });
});

describe("each rule", () => {
  const rules: Rule[] = ["minus", "precision-recall", "per-slot"];
  const of = 4;
  const counts = fc.record({ right: fc.nat({ max: of }), wrong: fc.nat({ max: 30 }) });

  it.each([
    ["minus", 4, 0, 1],
    ["minus", 3, 0, 0.75],
    ["minus", 3, 1, 0.5],
    ["minus", 1, 2, 0],
    ["precision-recall", 4, 0, 1],
    ["precision-recall", 2, 0, 0.5],
    ["precision-recall", 2, 2, 0.25],
    ["precision-recall", 4, 4, 0.5],
    ["precision-recall", 0, 3, 0],
    ["per-slot", 4, 0, 1],
    ["per-slot", 3, 0, 0.75],
    ["per-slot", 3, 1, 0.75],
    ["per-slot", 3, 2, 0.5],
    ["per-slot", 4, 4, 0],
    ["per-slot", 0, 9, 0],
  ] as const)("%s: %d right and %d wrong of four members earn %d", (rule, right, wrong, earns) => {
    expect(score(rule, right, wrong, of).fraction).toBeCloseTo(earns, 12);
  });

  it.each(rules)("%s earns all for the set and for nothing else", (rule) => {
    fc.assert(
      fc.property(counts, ({ right, wrong }) => {
        const { fraction } = score(rule, right, wrong, of);
        expect(fraction === 1).toBe(right === of && wrong === 0);
        expect(fraction >= 0 && fraction <= 1).toBe(true);
      }),
    );
  });

  it.each(rules)("%s never rises by a wrong name and never falls by a right one", (rule) => {
    fc.assert(
      fc.property(counts, ({ right, wrong }) => {
        const { fraction } = score(rule, right, wrong, of);
        expect(score(rule, right, wrong + 1, of).fraction).toBeLessThanOrEqual(fraction);
        if (right < of) expect(score(rule, right + 1, wrong, of).fraction).toBeGreaterThanOrEqual(fraction);
      }),
    );
  });

  it.each(rules)("%s says the arithmetic, down to the fraction", (rule) => {
    const { lines, rule: said } = score(rule, 2, 1, 3);
    expect(said).toMatch(/\.$/);
    expect(lines.at(-1)!.label).toMatch(/^Fraction: /);
    expect(lines.at(-1)!.value).toBe({ minus: "0.333", "precision-recall": "0.444", "per-slot": "0.667" }[rule]);
  });

  it("makes thirds add up to one", () => {
    expect(score("per-slot", 1, 0, 3).fraction * 3).toBeCloseTo(1, 15);
    expect(score("minus", 3, 0, 3).fraction).toBe(1);
  });
});

describe("a set whose names were made ready", () => {
  const parties = sampleOf("parties");
  const lands = sampleOf("territories");
  const people = sampleOf(undefined);
  const write = ({ key, body }: { key: Key; body: Body }, ...names: string[]) =>
    scored({ entry: "typed", names }, key, body);

  it("says by what each name was known", () => {
    expect(write(parties, "UK", "Deutschland", "Frannce", "Italy").receipt.matched).toEqual([
      { said: "UK", as: "United Kingdom", by: "also written UK" },
      { said: "Deutschland", as: "Germany", by: "also written Deutschland" },
      { said: "Frannce", as: "France", by: expect.stringMatching(/slip|spelling/) },
      { said: "Italy", as: "Italy" },
    ]);
    expect(write(people, "Molotow", "Ribbentrop").receipt.matched).toEqual([
      { said: "Molotow", as: "Vyacheslav Molotov", by: "another spelling" },
      { said: "Ribbentrop", as: "Joachim von Ribbentrop", by: "by surname" },
    ]);
  });

  it("says what a wrong name would have been right for, and of a party that people were asked", () => {
    expect(write(parties, "Soviet Union", "Atlantis").receipt.notes).toEqual([
      "The Soviet Union is no party to it. It is a party to: Franco-Soviet Treaty of Mutual Assistance.",
      "‘Atlantis’ is nothing that this course knows; it counts as a name that is no party to it.",
    ]);
    expect(write(people, "Germany", "Hitler").receipt.notes).toEqual([
      "Germany is a party to it, not a person. Asked are the people who signed; it was not counted, for or against.",
      "Adolf Hitler did not sign. That signature stands under: Munich Agreement.",
    ]);
  });

  it("counts answers by their ids, whatever the spelling, and nothing that was not counted", () => {
    const ids = write(people, "Молотов", "Hitler", "Germany", "Enckell", "Napoleon", "V. M. Molotov").receipt.parts;
    expect(ids).toEqual([
      { id: "molotov", text: "Vyacheslav Molotov", right: true },
      { id: "hitler", text: "Adolf Hitler", right: false },
      { id: "other:napoleon", text: "Napoleon", right: false },
    ]);
  });

  it("is read alike in any order, in doubles, and spread over rows or not", () => {
    const spellings = fc.constantFrom("UK", "Germany", "Германия", "Frannce", "USSR", "Atlantis", "Hitler", "England");
    fc.assert(
      fc.property(fc.array(spellings, { minLength: 1, maxLength: 8 }), (names) => {
        const { fraction } = write(parties, ...names);
        expect(write(parties, ...[...names].reverse()).fraction).toBe(fraction);
        expect(write(parties, ...names, ...names).fraction).toBe(fraction);
        expect(write(parties, names.join("; ")).fraction).toBe(fraction);
        expect(write(parties, names.join(", ")).fraction).toBe(fraction);
      }),
    );
  });

  it("keeps a name whole that holds an 'and'", () => {
    expect(write(lands, "Bohemia and Moravia").receipt.parts.map(({ id }) => id)).toEqual(["bohemia-moravia"]);
    expect(write(lands, "Bessarabia and Bohemia and Moravia").fraction).toBe(0.5);
  });

  it.each([
    ["Molotov and Ribbentrop", ["Molotov", "Ribbentrop"]],
    ["Molotov, Vyacheslav; Hitler", ["Molotov, Vyacheslav", "Hitler"]],
    ["1. Molotov\n2. Hitler", ["Molotov", "Hitler"]],
    ["Molotov–Ribbentrop", ["Molotov", "Ribbentrop"]],
    ["Molotov, Hitler and Ribbentrop", ["Molotov", "Hitler", "Ribbentrop"]],
    ["Somebody Else", ["Somebody Else"]],
    ["; , ,", []],
  ])("tells the names in %j apart", (text, names) => {
    const known = ["Molotov", "Ribbentrop", "Hitler", "Molotov, Vyacheslav"];
    expect(splitNames(text, (each) => known.includes(each))).toEqual(names);
  });

  it("is small work even for rows stuffed with names", () => {
    const row = "a,b and c;".repeat(20);
    const names = Array.from({ length: 40 }, () => row.slice(0, 200));
    expect(write(parties, ...names).receipt.parts.length).toBeLessThanOrEqual(60);
  });
});

describe("the author's text", () => {
  const core = {
    statement: "s",
    sources: ["K"],
    confidence: "H" as const,
    revision: 1,
    parties: [],
    place: "p",
    shortName: "s",
  };
  const facts: Fact[] = [
    {
      id: "pact",
      type: "agreement",
      name: "Pact",
      date: "1939-08-23",
      signatories: [
        { person: "ribbentrop", for: "germany", as: "Reich Minister" },
        { person: "molotov", for: "ussr", as: "Commissar" },
      ],
      ...core,
      parties: ["germany"],
      ratifiers: [{ party: "germany", date: "1939-09-24" }],
    },
    {
      id: "munich",
      type: "agreement",
      name: "Munich Agreement",
      date: "1938-09-29",
      signatories: [{ person: "hitler", for: "germany", as: "Chancellor" }],
      ...core,
    },
    { id: "quiet", type: "agreement", name: "Quiet", date: "1939-08-23", signatories: [], ...core },
    { id: "day", type: "event", name: "Day", date: "1939-08-23", ...core },
  ];
  const person = (id: string, name: string, sortName: string) => ({ id, name, sortName, accept: [] });
  const base = makeFactBase({
    facts,
    people: [
      person("molotov", "Vyacheslav Molotov", "Molotov"),
      person("ribbentrop", "Joachim von Ribbentrop", "Ribbentrop"),
      person("hitler", "Adolf Hitler", "Hitler"),
      person("gaus", "Friedrich Gaus", "Gaus"),
    ],
    states: [
      { id: "germany", name: "Germany", accept: [] },
      { id: "ussr", name: "Soviet Union", accept: [] },
    ],
  });
  const derive = (fact: string, authored: object) =>
    author.derive(author.schema.parse(authored), base, { id: "q", prompt: "Who?", fact });

  it("takes those who signed from the fact, and offers them among the others by surname", () => {
    expect(derive("pact", { ask: "signatories", entry: "picked", others: ["hitler", "gaus"] })).toEqual({
      body: {
        entry: "picked",
        people: [
          { id: "gaus", name: "Friedrich Gaus", sortName: "Gaus" },
          { id: "hitler", name: "Adolf Hitler", sortName: "Hitler" },
          { id: "molotov", name: "Vyacheslav Molotov", sortName: "Molotov" },
          { id: "ribbentrop", name: "Joachim von Ribbentrop", sortName: "Ribbentrop" },
        ],
      },
      key: {
        members: [
          { id: "ribbentrop", note: "Germany: Reich Minister", aliases: [] },
          { id: "molotov", note: "Soviet Union: Commissar", aliases: [] },
        ],
        cast: expect.arrayContaining([
          {
            id: "hitler",
            name: "Adolf Hitler",
            of: "thing",
            texts: [],
            keys: [],
            elsewhere: "That signature stands under: Munich Agreement.",
          },
        ]),
        kin: [],
      },
      rests: [{ fact: "pact", part: "signatories" }],
    });
  });

  it("lets a typed name mean anybody of the fact base, and says nothing of it in the body", () => {
    const made = derive("pact", { entry: "typed" });
    expect(made).toMatchObject({ body: { entry: "typed" } });
    const { key } = made as { key: SetKey };
    expect(key.cast).toHaveLength(4);
    expect(key.kin.map(({ say }) => say)).toEqual([
      "Germany is a party to it, not a person.",
      "The Soviet Union is a state.",
    ]);
  });

  it("tells signatories, parties and ratifiers apart, each from its own part of the fact", () => {
    const membersOf = (authored: object) => {
      const made = derive("pact", { entry: "typed", ...authored });
      if ("problems" in made) throw new Error(made.problems.join(" "));
      return { ...(made as { body: Body; key: SetKey }), rests: made.rests };
    };
    const signed = membersOf({ ask: "signatories" });
    expect(signed.key.members.map(({ id }) => id)).toEqual(["ribbentrop", "molotov"]);
    expect(signed.body).toEqual({ entry: "typed" });

    const parties = membersOf({ ask: "parties", rule: "per-slot" });
    expect(parties.key.members.map(({ id }) => id)).toEqual(["germany"]);
    expect(parties.body).toEqual({ ask: "parties", rule: "per-slot", slots: 1, entry: "typed" });
    expect(parties.rests).toEqual([{ fact: "pact", part: "parties" }]);
    expect(parties.key.kin.map(({ say }) => say)).toEqual([
      "Joachim von Ribbentrop signed it for Germany.",
      "Vyacheslav Molotov signed it for Soviet Union.",
    ]);
    expect(scored({ entry: "typed", names: ["Ribbentrop", "Germany"] }, parties.key, parties.body)).toMatchObject({
      fraction: 1,
      receipt: {
        notes: [
          "Joachim von Ribbentrop signed it for Germany. Asked are the states that are parties; it was not counted, for or against.",
        ],
      },
    });

    const ratified = membersOf({ ask: "ratifiers" });
    expect(ratified.key.members).toEqual([{ id: "germany", note: "24 September 1939", aliases: ["Germany"] }]);
    expect(derive("munich", { ask: "ratifiers", entry: "typed" })).toEqual({
      problems: ["The agreement munich names no ratifiers: give it some, or ask another."],
    });
  });

  it("makes an author's own set of people, states, territories or agreements", () => {
    const made = derive("day", {
      ask: "states",
      entry: "picked",
      rule: "precision-recall",
      members: ["germany"],
      others: ["ussr"],
    });
    expect(made).toMatchObject({
      body: {
        ask: "states",
        rule: "precision-recall",
        people: [
          { id: "germany", name: "Germany", sortName: "Germany" },
          { id: "ussr", name: "Soviet Union", sortName: "Soviet Union" },
        ],
      },
      key: { members: [{ id: "germany", aliases: [] }] },
    });
    expect(derive("day", { ask: "agreements", entry: "typed", members: ["pact", "munich"] })).toMatchObject({
      key: { members: [{ id: "pact" }, { id: "munich" }] },
      rests: [{ fact: "day" }, { fact: "pact" }, { fact: "munich" }],
    });
  });

  test.each([
    ["day", { entry: "typed" }, "The fact day is no agreement: only an agreement has signatories."],
    ["quiet", { entry: "typed" }, "The agreement quiet names no signatories: give it some, or ask another."],
    ["pact", { entry: "picked", others: ["nemo"] }, "No person has the id nemo: mend the id, or add the person."],
    [
      "pact",
      { entry: "picked", others: ["molotov"] },
      "molotov is among the others and signed: leave the name out of the others.",
    ],
    ["pact", { entry: "picked" }, "A list needs people who did not sign: name some in others."],
    ["pact", { entry: "typed", others: ["gaus"] }, "Others are for a list, and the names are typed: leave them out."],
    ["day", { ask: "states", entry: "typed" }, "A set of states needs its `members`: list their ids."],
    [
      "pact",
      { ask: "parties", entry: "typed", members: ["ussr"] },
      "The fact says who the parties are: leave `members` out, or ask people or states.",
    ],
    [
      "day",
      { ask: "states", entry: "typed", members: ["atlantis"] },
      "No state has the id atlantis: mend the id, or add the state.",
    ],
    [
      "day",
      { ask: "people", entry: "picked", members: ["gaus"], others: ["gaus"] },
      "gaus is among the others and belongs to the answer: leave it out of the others.",
    ],
  ])("%s %j: %s", (fact, authored, problem) => {
    expect(derive(fact, authored)).toEqual({ problems: [problem] });
  });
});

describe("lint", () => {
  it("finds nothing wrong with the samples", () => {
    for (const { item } of samples) expect(lint(item)).toEqual([]);
  });

  it("finds a prompt that names a signatory, a list that is too short, and a signatory who is not offered", () => {
    expect(lint({ ...typed, prompt: "Who signed the Molotov–Ribbentrop Pact?" })).toHaveLength(2);
    const offer = (...ids: string[]) => ({
      ...picked,
      body: {
        entry: "picked" as const,
        people: cast.filter(({ id }) => ids.includes(id)).map(({ id, name, sortName }) => ({ id, name, sortName })),
      },
    });
    expect(lint(offer("molotov", "ribbentrop", "stalin")).join(" ")).toMatch(
      /Choosing all would earn too much.*Only 3 people/,
    );
    expect(lint(offer("molotov", "stalin", "hitler", "litvinov", "schulenburg", "carl-enckell")).join(" ")).toMatch(
      "ribbentrop is not offered",
    );
  });
});

describe("on screen", () => {
  const play = (body: Body, fields: Record<string, string[]> = {}) =>
    renderToStaticMarkup(createElement(SignatoriesPlayer, { name: "q2", body, fields, labelledBy: "prompt" }));

  it("offers the list by surname, whatever the author's order", () => {
    const { body } = picked;
    if (body.entry !== "picked") throw new Error("the sample is picked");
    const turned: Body = { entry: "picked", people: [...body.people].reverse() };
    expect(arrange(turned)).toEqual(arrange(body));
    expect(play(arrange(turned)).match(/value="\w+"/g)).toEqual(
      ["hitler", "litvinov", "molotov", "ribbentrop", "schulenburg", "stalin"].map((id) => `value="${id}"`),
    );
  });

  it("shows eight rows for every question, and what was saved in them", () => {
    const html = play(typed.body, { name: ["", "Molotow"] });
    expect(html.match(/name="q2.name"/g)).toHaveLength(8);
    expect(html).toContain('value="Molotow"');
    expect(play(typed.body, { name: [..."abcdefghi"] }).match(/name="q2.name"/g)).toHaveLength(9);
  });

  it("counts who is chosen", () => {
    expect(play(picked.body, { person: ["molotov"] })).toContain("<b>1 chosen.</b>");
    expect(play(picked.body)).toContain("<b>Nobody chosen.</b>");
  });

  it("shows each name with how it counted, and who signed for whom", () => {
    const response = wrote("Molotow", "Stalin", "Napoleon");
    const html = renderToStaticMarkup(
      createElement(Review, {
        body: typed.body,
        key_: typed.key,
        response,
        outcome: grade(response, typed.key, typed.body),
      }),
    );
    expect(html).toContain("Molotow, read as Vyacheslav Molotov");
    expect(html).toContain("did not sign");
    expect(html).toContain("nobody known here");
    expect(html).toContain("Germany: Reich Minister for Foreign Affairs");
    expect(summary(response, typed.body)).toBe("Molotow; Stalin; Napoleon");
    expect(summary(chose(["molotov"]), picked.body)).toBe("Vyacheslav Molotov");
  });
});
