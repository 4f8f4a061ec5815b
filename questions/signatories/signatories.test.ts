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
import { response as responseSchema, type Body, type Key, type Response } from "./schema";

const sample = (entry: Body["entry"]) => samples.find(({ item }) => item.body.entry === entry)!.item;
const picked = sample("picked");
const typed = sample("typed");
const { cast, signatories } = picked.key;
const signed = signatories.map(({ person }) => person);
const others = cast.map(({ id }) => id).filter((id) => !signed.includes(id));

function scored(response: Response, key: Key = typed.key) {
  const outcome = grade(response, key);
  if (outcome.state !== "scored") throw new Error(outcome.state);
  return outcome;
}

const chose = (people: string[]): Response => ({ entry: "picked", people });
const wrote = (...names: string[]): Response => ({ entry: "typed", names });

describe("samples", () => {
  test.each(samples.map((each) => [each.shows, each] as const))("%s", (_, { item, fields, earns }) => {
    const reading = read(fields, item.body);
    const got = reading.state === "read" ? scored(reading.response, item.key).fraction : (reading.state as unknown);
    expect(got).toBe(earns);
  });
});

describe("the receipt", () => {
  it("adds up", () => {
    const { receipt } = scored(wrote("Molotow", "Ribbentrop", "Stalin"));
    expect(receipt.read).toBe("Vyacheslav Molotov; Joachim von Ribbentrop; Joseph Stalin");
    expect(receipt.lines).toEqual([
      { label: "Right names: 2 of 2", value: "+2" },
      { label: "Names that did not sign: 1", value: "−1" },
      { label: "Fraction: (2 − 1) ÷ 2", value: "0.50" },
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
        const { fraction } = scored(reading.response, item.key);
        expect(fraction).toBeGreaterThanOrEqual(0);
        expect(fraction).toBeLessThanOrEqual(1);
      }),
    );
    expect(scored(chose(["nobody-of-this-cast"])).fraction).toBe(0);
    expect(read({ name: Array.from({ length: 41 }, () => "x") }, typed.body).state).toBe("malformed");
    expect(read({ name: ["x".repeat(100_000)] }, typed.body).state).toBe("malformed");
    expect(read({ name: ["Mol\u0000otov"] }, typed.body).state).toBe("malformed");
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
        signatories: [
          { person: "ribbentrop", for: "Germany", as: "Reich Minister" },
          { person: "molotov", for: "Soviet Union", as: "Commissar" },
        ],
        cast: expect.arrayContaining([
          { id: "hitler", name: "Adolf Hitler", sortName: "Hitler", accept: [], signed: ["Munich Agreement"] },
        ]),
      },
      rests: [{ fact: "pact", part: "signatories" }],
    });
  });

  it("lets a typed name mean anybody of the fact base, and says nothing of it in the body", () => {
    const made = derive("pact", { entry: "typed" });
    expect(made).toMatchObject({ body: { entry: "typed" } });
    expect((made as { key: Key }).key.cast).toHaveLength(4);
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
      /Choosing everybody would earn.*Only 3 people/,
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

  it("shows six rows for every question, and what was saved in them", () => {
    const html = play(typed.body, { name: ["", "Molotow"] });
    expect(html.match(/name="q2.name"/g)).toHaveLength(6);
    expect(html).toContain('value="Molotow"');
    expect(play(typed.body, { name: ["a", "b", "c", "d", "e", "f", "g"] }).match(/name="q2.name"/g)).toHaveLength(7);
  });

  it("counts who is chosen", () => {
    expect(play(picked.body, { person: ["molotov"] })).toContain("<b>1 chosen.</b>");
    expect(play(picked.body)).toContain("<b>Nobody chosen.</b>");
  });

  it("shows each name with how it counted, and who signed for whom", () => {
    const response = wrote("Molotow", "Stalin", "Napoleon");
    const html = renderToStaticMarkup(
      createElement(Review, { body: typed.body, key_: typed.key, response, outcome: grade(response, typed.key) }),
    );
    expect(html).toContain("Molotow, read as Vyacheslav Molotov");
    expect(html).toContain("did not sign");
    expect(html).toContain("nobody known here");
    expect(html).toContain("Germany: Reich Minister for Foreign Affairs");
    expect(summary(response, typed.body)).toBe("Molotow; Stalin; Napoleon");
    expect(summary(chose(["molotov"]), picked.body)).toBe("Vyacheslav Molotov");
  });
});
