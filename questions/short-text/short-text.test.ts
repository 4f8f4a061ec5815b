import fc from "fast-check";
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { describe, expect, it, test } from "vitest";
import { makeFactBase, type Fact, type FactBase } from "@/facts/base";
import naughty from "@/test/vectors/strings/blns-sample.json";
import { author } from "./author";
import { textGap } from "./gap";
import { grade } from "./grade";
import { lint } from "./lint";
import { fits, hasWildcard } from "./pattern";
import { read } from "./read";
import { response as responseSchema, type Body, type Key } from "./schema";
import { solve } from "./solve";

interface Item {
  body: Body;
  key: Key;
}

const course = (file: string) =>
  parse(readFileSync(new URL(`../../content/soviet-union-ww2/facts/${file}.yaml`, import.meta.url), "utf8")) as never;
const facts = makeFactBase({
  people: course("people"),
  states: course("states"),
  territories: course("territories"),
  facts: ["munich", "pact", "baltic", "poland", "winter-war", "transfers"].flatMap((file) => course(file) as Fact[]),
});
const FACT = "munich-agreement-1938";

function derive(authored: Record<string, unknown>, base: FactBase = facts, fact = FACT) {
  return author.derive(author.schema.parse(authored), base, { id: "x", prompt: "?", fact });
}

function made(authored: Record<string, unknown>, base?: FactBase, fact?: string): Item {
  const derived = derive(authored, base, fact);
  if ("problems" in derived) throw new Error(derived.problems.join(" "));
  return derived;
}

function scored(text: string, { body, key }: Item, meant?: string) {
  const reading = read({ text: [text], ...(meant === undefined ? {} : { meant: [meant] }) }, body);
  if (reading.state !== "read") throw new Error(reading.state);
  expect(responseSchema.safeParse(reading.response).error?.issues).toBeUndefined();
  const outcome = grade(reading.response, key, body);
  if (outcome.state !== "scored") throw new Error(outcome.state);
  return outcome;
}

const people = [...facts.people.values()];
const molotov = made({ person: "molotov" });
const munich = made({ agreement: FACT });

describe("every form of everybody in the course is known, and as nobody else", () => {
  it.each([...facts.people.values()].map((person) => [person.name, person] as const))("%s", (_, person) => {
    const own = made({ person: person.id });
    // Carl Enckell and Oscar Enckell signed the same armistice: the surname alone names neither.
    expect(own.body.namesakes).toEqual(molotov.body.namesakes);
    expect(own.body.namesakes).toHaveLength(1);
    const shared = people.some(({ id, sortName }) => id !== person.id && sortName === person.sortName);
    const other = person.id === "molotov" ? made({ person: "litvinov" }) : molotov;
    for (const form of [person.name, ...(shared ? [] : [person.sortName]), ...person.accept]) {
      expect([form, scored(form, own).fraction]).toEqual([form, 1]);
      const { fraction, receipt } = scored(form, other);
      expect([form, fraction, receipt.parts[0]!.id]).toEqual([form, 0, person.id]);
    }
  });

  it("and nothing else of the course is taken for a person", () => {
    const names = [...facts.states.values(), ...facts.territories.values()].flatMap(({ name, accept = [] }) => [
      name,
      ...accept,
    ]);
    for (const person of people.filter((_, i) => i % 8 === 0)) {
      const item = made({ person: person.id });
      for (const name of names) {
        const { fraction, receipt } = scored(name, item);
        expect([name, fraction, facts.people.has(receipt.parts[0]!.id)]).toEqual([name, 0, false]);
      }
    }
  }, 30_000);
});

describe("every agreement, state, land and event of the course is known by its name", () => {
  const named = [...facts.facts.values()].filter(({ type }) => type !== "figure");
  it.each(named.map((fact) => [fact.id, fact] as const))("%s", (id, fact) => {
    expect(scored(fact.name, made({ from: "name" }, facts, id)).fraction).toBe(1);
  });
  it("in each of its forms", () => {
    for (const { id, name, accept } of facts.states.values())
      for (const form of [name, ...accept])
        expect([form, scored(form, made({ state: id })).fraction]).toEqual([form, 1]);
    for (const { id, name, accept = [] } of facts.territories.values())
      for (const form of [name, ...accept])
        expect([form, scored(form, made({ territory: id })).fraction]).toEqual([form, 1]);
  }, 30_000);
});

describe("what is told apart, and what falls together", () => {
  test.each<[string, number, string, Item]>([
    ["Munich agreement", 1, "munich-agreement-1938", munich],
    ["The Munich Agreement", 1, "munich-agreement-1938", munich],
    ["agreement of Munich", 1, "munich-agreement-1938", munich],
    ["Munich Agrement", 1, "munich-agreement-1938", munich],
    ["Munich Agreement 1938", 0, "other:munich agreement 1938", munich],
    ["agreement", 0, "other:agreement", munich],
    ["First Vienna Award", 0, "first-vienna-award-1938", munich],
    ["Tallinn", 0, "place:tallinn", made({ person: "stalin" })],
    ["Latvia", 0, "latvia", made({ state: "lithuania" })],
    ["Lithuenia", 1, "lithuania", made({ state: "lithuania" })],
    ["Slovakia", 0, "slovak-state", made({ state: "czechoslovakia" })],
    ["U.S.S.R.", 1, "ussr", made({ state: "ussr" })],
    ["Austrie", 1, "austria", made({ state: "austria" })],
    ["Western Ukraine", 0, "western-ukraine", made({ territory: "western-belarus" })],
    ["Nothern Bukovina", 1, "northern-bukovina", made({ territory: "northern-bukovina" })],
    ["Sothern Bukovina", 0, "other:sothern bukovina", made({ territory: "northern-bukovina" })],
  ])("%s: %d, as %s", (text, fraction, id, item) => {
    const outcome = scored(text, item);
    expect([outcome.fraction, outcome.receipt.parts.map((part) => part.id)]).toEqual([fraction, [id]]);
  });

  it("one slip between two names is forgiven to neither", () => {
    const base = makeFactBase({
      people: [
        { id: "a", name: "Ivan Petrov", sortName: "Petrov", accept: [] },
        { id: "b", name: "Ivan Pedrov", sortName: "Pedrov", accept: [] },
      ],
    });
    const item = made({ person: "a" }, base);
    const { fraction, receipt } = scored("Pebrov", item);
    expect(fraction).toBe(0);
    expect(receipt.notes).toEqual(["‘Pebrov’ is as near to Ivan Petrov as to Ivan Pedrov: the slip is not forgiven."]);
    expect(scored("Petrv", item).fraction).toBe(1);
  });

  it("a slip towards a thing of another sort is not forgiven either", () => {
    const base = makeFactBase({
      people: [{ id: "a", name: "Otto Lublen", sortName: "Lublen", accept: [] }],
      territories: [{ id: "b", name: "Lublin", where: "Poland" }],
    });
    expect(scored("Lublin", made({ person: "a" }, base)).receipt.parts[0]!.id).toBe("b");
    expect(scored("Lublon", made({ person: "a" }, base)).fraction).toBe(0);
  });

  it.each([
    ["the year 1939", "the year 1938"],
    ["Army Group North", "Army Group South"],
    ["Henry VII", "Henry VIII"],
    ["Henry the Seventh", "Henry the Eighth"],
    ["17 Corps", "18 Corps"],
    ["Twelfth Army", "Eleventh Army"],
    ["17th Army", "16th Army"],
    ["June 1940 ultimatum", "July 1940 ultimatum"],
    ["Order No. 227", "Order No. 228"],
  ])("'%s' is not '%s', though nobody lists the other", (right, wrong) => {
    const item = made({ text: right });
    expect(scored(right.toUpperCase(), item).fraction).toBe(1);
    expect(scored(wrong, item).fraction).toBe(0);
  });
});

describe("the receipt", () => {
  const by = (text: string, item: Item = molotov) => scored(text, item).receipt.matched;
  it.each([
    ["Vyacheslav Molotov", undefined],
    ["Molotov", "by surname"],
    ["Молотов", "also written Молотов"],
    ["molotow", "also written Molotow"],
    ["Wyacheslaw Molotov", "another spelling"],
    ["Molotv", "a slip of one letter"],
  ])("says by what '%s' was known", (text, how) => {
    expect(by(text)).toEqual(
      [{ said: text, as: "Vyacheslav Molotov", ...(how === undefined || how === "by surname" ? {} : { by: how }) }].map(
        (match) => (how === "by surname" ? { ...match, by: expect.any(String) as string } : match),
      ),
    );
  });
  it("says what a wrong name would have been right for", () => {
    expect(scored("Литвинов", molotov).receipt.notes).toEqual([
      "‘Литвинов’ names Maxim Litvinov: People’s Commissar for Foreign Affairs from 1930 to May 1939; ambassador in Washington from 1941 to 1943.",
    ]);
    expect(scored("Moscow Peace Treaty", munich).receipt.notes).toEqual([
      "‘Moscow Peace Treaty’ names Moscow Peace Treaty: 12 March 1940.",
    ]);
  });
  it("shows what a slip cost", () => {
    const item = made({ person: "molotov", slips: { cost: 0.25 } });
    const { fraction, receipt } = scored("Molotv", item);
    expect(fraction).toBe(0.75);
    expect(receipt.lines).toEqual([
      { label: "Names Vyacheslav Molotov", value: "1" },
      { label: "A typing slip costs 0.25 of it", value: "0.75" },
      { label: "Fraction", value: "0.75" },
    ]);
    expect(scored("Molotv", made({ person: "molotov", slips: false })).fraction).toBe(0);
  });
});

describe("a name that several bear", () => {
  const base = makeFactBase({
    people: [
      { id: "gustaf", name: "Gustaf Mannerheim", sortName: "Mannerheim", accept: [] },
      { id: "august", name: "August Mannerheim", sortName: "Mannerheim", accept: [] },
      { id: "ryti", name: "Risto Ryti", sortName: "Ryti", accept: [] },
    ],
  });
  it("is asked back, whoever the question is about, and listed as unanswered until it is said", () => {
    const [gustaf, ryti] = [made({ person: "gustaf" }, base), made({ person: "ryti" }, base)];
    expect(ryti.body).toEqual(gustaf.body);
    expect(read({ text: ["Маннергейм"] }, gustaf.body)).toMatchObject({ state: "read" });
    expect(read({ text: ["MANNERHEIM"] }, gustaf.body)).toMatchObject({ unsettled: true });
    expect(read({ text: ["Mannerheim"], meant: ["gustaf"] }, gustaf.body)).not.toHaveProperty("unsettled");
    expect(scored("Mannerheim", gustaf).receipt.notes).toEqual([
      "‘Mannerheim’ can mean Gustaf Mannerheim or August Mannerheim. Which was meant was asked and not said, and nothing is guessed.",
    ]);
    expect(scored("Mannerheim", gustaf, "gustaf").fraction).toBe(1);
    expect(scored("Mannerheim", gustaf, "august").fraction).toBe(0);
    expect(scored("Gustaf Mannerheim", gustaf).fraction).toBe(1);
    expect(scored("A. Mannerheim", gustaf).fraction).toBe(0);
  });
  it("counts where the author lets it, and the receipt says so", () => {
    const item = made({ person: "gustaf", namesakes: "accept" }, base);
    const { fraction, receipt } = scored("Mannerheim", item);
    expect(fraction).toBe(1);
    expect(receipt.notes).toEqual(["‘Mannerheim’ names August Mannerheim too; the author lets it count here."]);
    expect(receipt.rule).toContain("A name that others bear as well counts.");
  });
});

describe("patterns", () => {
  test.each([
    ["Frog", "F*og", true],
    ["Fog", "F*og", true],
    ["  fog  ", "F*og", true],
    ["Frogs", "F*og", false],
    ["F*og", "F\\*og", true],
    ["Fog", "F\\*og", false],
    ["", "*", true],
    ["anything", "**", true],
    ["abab", "ab*ab", true],
    ["aba", "ab*ba", false],
    ["[a-z]", "[a-z]", true],
    ["b", "[a-z]", false],
    ["d\u0065\u0301part", "d\u00e9part", true],
    ["xaby", "*a*b*", true],
    ["xbay", "*a*b*", false],
    ["aXbXaab", "a*aab", true],
    ["one\ntwo", "one*two", true],
  ])("'%s' fits '%s': %s", (text, pattern, whether) => expect(fits(text, pattern, false)).toBe(whether));

  it("agree with what the stars mean, whatever the letters", () => {
    const letters = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 12 });
    const pattern = fc.string({ unit: fc.constantFrom("a", "b", "*"), maxLength: 8 });
    fc.assert(
      fc.property(letters, pattern, (text, pattern) => {
        expect(fits(text, pattern, true)).toBe(new RegExp(`^${pattern.replaceAll(/\*+/g, ".*")}$`).test(text));
      }),
      { numRuns: 2000 },
    );
  });

  it("take time in proportion to the text, however hostile both are", () => {
    const started = performance.now();
    expect(fits("a".repeat(200_000), `*${"a".repeat(50_000)}b*`, false)).toBe(false);
    expect(fits("a".repeat(100_000), `${"*a".repeat(20_000)}*b`, false)).toBe(false);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it("earn what the author says, a star among them where it is escaped", () => {
    const item = made({ accept: ["Smith \\*", { text: "*Smith*", earns: 0.5 }] });
    expect(["smith *", "Mr Smith", "Jones"].map((text) => scored(text, item).fraction)).toEqual([1, 0.5, 0]);
  });

  it("know an escaped star", () => expect(["a*b", "a\\*b", "ab"].map(hasWildcard)).toEqual([true, false, false]));
});

describe("what breaks others", () => {
  const strings = [...(naughty as string[]), "NaN", "1e309", "١٩٣٩", "\u202eMolotov", "M\u0301".repeat(90), "😍"];
  it.each(strings)("never throws, and is right for nobody: %j", (text) => {
    for (const item of [munich, made({ text: "appeasement", accept: ["*peace in our time*"] })]) {
      const reading = read({ text: [text] }, item.body);
      if (reading.state === "read") expect(grade(reading.response, item.key, item.body)).toMatchObject({ fraction: 0 });
    }
  });
  it("a right name in marks that cannot be seen, right to left or combined, is the right name", () => {
    for (const text of [
      "\u200fMolotov\u200e",
      "\u202eМолотов\u202c",
      "M\u00f3lotov",
      "Ｍｏｌｏｔｏｖ",
      "Mol\u00adotov",
    ])
      expect([text, scored(text, molotov).fraction]).toEqual([text, 1]);
  });
});

describe("laws", () => {
  it("Case, accents, white space and punctuation change nothing", () => {
    const item = made({ person: "weizsaecker" });
    const change = fc.array(
      fc.constantFrom(
        (text: string) => text.toUpperCase(),
        (text: string) => text.normalize("NFD"),
        (text: string) => ` ${text} `,
        (text: string) => `${text}.`,
        (text: string) => text.replaceAll(" ", "\u00a0"),
      ),
    );
    fc.assert(
      fc.property(change, (changes) => {
        const text = changes.reduce((each, make) => make(each), "Ernst von Weizsäcker");
        expect(scored(text, item).fraction).toBe(1);
      }),
    );
  }, 30_000);

  it("Himmler is not Hitler, though nobody lists him", () => {
    expect(scored("Himmler", made({ person: "hitler" })).fraction).toBe(0);
  }, 30_000);

  it("Nobody's name is ever right for another, with whatever one letter changed in it", () => {
    const items = new Map(people.map(({ id }) => [id, made({ person: id })]));
    fc.assert(
      fc.property(
        fc.constantFrom(...people),
        fc.constantFrom(...people),
        fc.nat(30),
        fc.constantFrom(..."aeiouvnst"),
        (asked, named, at, letter) => {
          if (asked.id === named.id) return;
          const i = at % named.name.length;
          expect(scored(named.name, items.get(asked.id)!).fraction).toBe(0);
          const slipped = named.name.slice(0, i) + letter + named.name.slice(i + 1);
          expect([slipped, scored(slipped, items.get(asked.id)!).fraction]).toEqual([slipped, 0]);
        },
      ),
      { numRuns: 400 },
    );
  }, 30_000);

  it("A fraction lies in [0, 1] whatever is sent", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        const reading = read({ text: [text] }, molotov.body);
        if (reading.state !== "read") return;
        const outcome = grade(reading.response, molotov.key, molotov.body);
        expect(outcome.state === "scored" && outcome.fraction >= 0 && outcome.fraction <= 1).toBe(true);
      }),
    );
  }, 30_000);

  it("The key itself earns all", () => {
    for (const item of [molotov, munich, made({ accept: ["*Molotov*Ribbentrop*"] }), made({ accept: ["a \\* b"] })])
      expect(scored(solve(item.key, item.body).text![0]!, item).fraction).toBe(1);
  }, 30_000);
});

describe("the author's text", () => {
  test.each([
    [{}, /Nothing says what is right/],
    [{ person: "nobody" }, /No person has the id nobody/],
    [{ person: "molotov", state: "ussr" }, /person and state are given together/],
    [{ accept: [{ text: "*a*", earns: 0.5 }] }, /Nothing says what is right/],
  ])("%j: %s", (authored, problem) => expect(derive(authored)).toEqual({ problems: [expect.stringMatching(problem)] }));

  it("cannot ask a place that is more than one", () => {
    expect(derive({ from: "place" }, facts, "franco-czechoslovak-locarno-1925")).toEqual({
      problems: [expect.stringMatching(/names no single place/)],
    });
    const moscow = made({ from: "place" }, facts, "franco-soviet-pact-1935");
    expect(["paris", "Moscow"].map((text) => scored(text, moscow).fraction).sort()).toEqual([0, 1]);
  });
  it("an accepted form is the right thing's alone", () => {
    expect(scored("Litvinov", made({ person: "molotov", accept: ["Litvinov"] })).fraction).toBe(1);
  });
  it("may let each of several count", () => {
    const item = made({ person: ["molotov", "ribbentrop"] });
    expect(["Molotov", "von Ribbentrop", "Hitler"].map((text) => scored(text, item).fraction)).toEqual([1, 1, 0]);
    expect(textGap.solution(item.key, item.body)).toBe("Vyacheslav Molotov or Joachim von Ribbentrop");
  });

  test.each([
    ["What did Molotov sign?", molotov, /prompt names Vyacheslav Molotov/],
    ["?", { ...molotov, key: { ...molotov.key, patterns: [{ pattern: "*", fraction: 0.5 }] } }, /every text through/],
    [
      "?",
      { ...molotov, key: { ...molotov.key, right: molotov.key.right.map((each) => ({ ...each, fraction: 0.5 })) } },
      /Nothing earns all/,
    ],
    ["?", made({ text: "north", not: ["North"] }), /among the wrong texts/],
  ])("lint: %s", (prompt, item, problem) =>
    expect(lint({ prompt, ...item })).toEqual([expect.stringMatching(problem)]),
  );
});
