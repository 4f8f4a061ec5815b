import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { makeFactBase } from "@/facts/base";
import { settled } from "../fraction";
import { arrange } from "./arrange";
import { author } from "./author";
import { grade } from "./grade";
import { lint } from "./lint";
import { prefixed, unprefixed } from "../gap-part-fields";
import { filled, gapsIn, piecesOf } from "./passage";
import { read } from "./read";
import { summary } from "./review";
import { body as bodySchema, key as keySchema, response as responseSchema, type Body, type Key } from "./schema";

/** Gaps that do little, so that what is tried is the joining and not their rules. */
vi.mock("../gaps", () => {
  const text = z.strictObject({ text: z.string().max(60) });
  const gap = (name: string) => ({
    name,
    schema: { body: z.strictObject({ list: z.array(z.string()).optional() }), key: text, response: text },
    author: {
      schema: z.strictObject({ right: z.string(), list: z.array(z.string()).optional() }),
      derive: ({ right, list }: { right: string; list?: string[] }, _: unknown, item: { id: string; fact: string }) =>
        right === "bad"
          ? { problems: ["It is bad: mend it."] }
          : {
              body: list ? { list } : {},
              key: { text: right },
              ...(name === "date" ? { rests: [{ fact: item.fact, part: "date" }] } : {}),
            },
    },
    arrange: ({ list }: { list?: string[] }, seed: number) =>
      list ? { list: seed % 2 ? [...list].sort() : [...list].sort().reverse() } : {},
    read: (fields: Record<string, string[]>) => {
      if (Object.keys(fields).some((field) => field !== "text")) return { state: "malformed", why: "No such field." };
      const said = fields.text?.[0] ?? "";
      if (said === "") return { state: "blank" };
      return { state: "read", response: { text: said }, ...(said.endsWith("?") ? { unsettled: true } : {}) };
    },
    // Right, half right, or wrong: 'x' is the key, 'x/2' is worth half of it.
    grade: ({ text: said }: { text: string }, { text: right }: { text: string }) => {
      if (said === "\u0000") return { state: "malformed", why: "Not of this question." };
      const fraction = said === right ? 1 : said === `${right}/2` ? 0.5 : said === `${right}/3` ? 0.3333333 : 0;
      return {
        state: "scored",
        fraction,
        receipt: {
          read: `read ${said}`,
          matched: fraction > 0 ? [{ said, as: right }] : [],
          rule: `The rule of ${name}.`,
          lines: [
            { label: "compared", value: "so" },
            { label: "Fraction", value: String(fraction) },
          ],
          notes: fraction === 0 ? [`${said} is right elsewhere.`] : [],
          parts: [{ id: said, text: said, right: fraction === 1 }],
        },
      };
    },
    solve: (key: { text: string }) => ({ text: [key.text] }),
    solution: (key: { text: string }) => `${key.text} (so says the book)`,
    said: (response: { text: string }) => response.text,
    lint: ({ prompt, key }: { prompt: string; key: { text: string } }) =>
      prompt.includes(key.text) ? [`The prompt says '${key.text}': word it anew.`] : [],
  });
  const gaps = Object.fromEntries(["date", "number", "text", "choice"].map((name) => [name, gap(name)]));
  return { gaps, gapOf: (name: string) => gaps[name] };
});

const body = (count: number, gap = "text"): Body => ({
  text: Array.from({ length: count }, (_, i) => `word {${i + 1}} then`).join(" "),
  gaps: Array.from({ length: count }, (_, i) => ({ id: `g${i + 1}`, gap, body: {} })),
});
const key = (rights: string[], weights: number[] = [], gap = "text"): Key => ({
  gaps: rights.map((text, i) => ({ id: `g${i + 1}`, gap, weight: weights[i] ?? 1, key: { text } })),
});
const say = (...said: (string | null)[]) => ({
  gaps: said.flatMap((text, i) => (text === null ? [] : [{ id: `g${i + 1}`, gap: "text", response: { text } }])),
});
const rights = (count: number) => Array.from({ length: count }, (_, i) => `right${i}`);
const fractionOf = (said: (string | null)[], weights: number[] = []) => {
  const outcome = grade(say(...said), key(rights(said.length), weights), body(said.length));
  return outcome.state === "scored" ? outcome.fraction : outcome.state;
};

describe("the passage", () => {
  it("is taken apart into words and gaps, paragraph by paragraph", () => {
    expect(piecesOf("On {1} and {2}.\n\nThen {10}")).toEqual([
      [{ words: "On " }, { gap: "g1" }, { words: " and " }, { gap: "g2" }, { words: "." }],
      [{ words: "Then " }, { gap: "g10" }],
    ]);
  });

  it.each([
    ["{1}", ["g1"]],
    ["{2} before {1}", ["g2", "g1"]],
    ["{one} {} {123} { 1 } $1", []],
  ])("marks of '%s' the gaps %j", (text, gaps) => expect(gapsIn(text)).toEqual(gaps));

  it("is put together again with its gaps filled", () => {
    expect(filled("On {1}.\n\nBy {2}.", (id) => id.toUpperCase())).toBe("On G1. By G2.");
  });

  it("has a schema that wants every gap marked once and no more", () => {
    expect(bodySchema.safeParse(body(3)).success).toBe(true);
    expect(bodySchema.safeParse({ ...body(3), text: "only {1} and {2}" }).success).toBe(false);
    expect(bodySchema.safeParse({ ...body(1), text: "{1} and {1}" }).success).toBe(false);
    expect(bodySchema.safeParse({ ...body(1), text: "{1} and {2}" }).success).toBe(false);
    expect(bodySchema.safeParse(body(1, "map")).success).toBe(false);
    expect(keySchema.safeParse(key(["a"], [0])).success).toBe(false);
    expect(responseSchema.safeParse({ gaps: [] }).success).toBe(false);
  });
});

describe("the mean of the gaps", () => {
  it.each([
    [["right0", "right1", "right2"], [], 1],
    [["right0", "wrong", "right2"], [], 2 / 3],
    [["right0", "right1/2", null], [], 0.5],
    [["wrong", "wrong", "wrong"], [], 0],
    [["right0", null], [3, 1], 0.75],
    [[null, "right1"], [3, 1], 0.25],
    [["right0/2", "right1"], [1, 3], 0.875],
    [["right0", "right1", "right2"], [0.1, 0.2, 0.3], 1],
  ])("of %j by the weights %j is %d", (said, weights, fraction) =>
    expect(fractionOf(said, weights)).toBeCloseTo(fraction, 12),
  );

  it("is exactly 1 when all are right, whatever the weights", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 1, maxLength: 20 }),
        (weights) => {
          expect(fractionOf(rights(weights.length), weights)).toBe(1);
        },
      ),
    );
  });

  const answers = fc.array(fc.constantFrom(null, "wrong", "half", "all"), { minLength: 2, maxLength: 9 });
  const sent = (list: (string | null)[]) =>
    list.map((each, i) => (each === "all" ? `right${i}` : each === "half" ? `right${i}/2` : each));

  it("never falls when one gap becomes right, and never rises when one becomes wrong", () => {
    fc.assert(
      fc.property(answers, fc.nat(), (list, at) => {
        if (list.every((each) => each === null)) return;
        const change = (to: string | null) => sent(list.map((each, i) => (i === at % list.length ? to : each)));
        const before = fractionOf(sent(list)) as number;
        expect(fractionOf(change("all"))).toBeGreaterThanOrEqual(before);
        expect(fractionOf(change("wrong"))).toBeLessThanOrEqual(before);
      }),
    );
  });

  it("is the same for an empty gap as for a wrong one, and does not hang on the order of the answers", () => {
    fc.assert(
      fc.property(answers, (list) => {
        if (list.every((each) => each === null)) return;
        const blanks = sent(list.map((each) => (each === "wrong" ? null : each)));
        if (blanks.some((each) => each !== null)) expect(fractionOf(blanks)).toBe(fractionOf(sent(list)));
        const outcome = grade(
          { gaps: say(...sent(list)).gaps.toReversed() },
          key(rights(list.length)),
          body(list.length),
        );
        expect(outcome).toEqual(grade(say(...sent(list)), key(rights(list.length)), body(list.length)));
      }),
    );
  });

  it("takes thirds of other systems for thirds", () => {
    expect(settled(3 * (0.3333333 / 1))).toBe(1);
    expect(fractionOf(["right0/3", "right1/3", "right2/3"])).toBeCloseTo(1 / 3, 6);
  });
});

describe("the receipt", () => {
  const outcome = grade(say("right0", "off", null), key(rights(3), [2, 1, 1]), body(3));
  if (outcome.state !== "scored") throw new Error(outcome.state);
  const { receipt } = outcome;

  it("joins those of the gaps, each under its number", () => {
    expect(receipt.read).toBe("Gap 1: read right0; Gap 2: read off");
    expect(receipt.matched).toEqual([{ said: "right0", as: "right0" }]);
    expect(receipt.notes).toEqual(["Gap 2: off is right elsewhere."]);
    expect(receipt.parts).toEqual([
      { id: "g1:right0", text: "Gap 1: right0", right: true },
      { id: "g2:off", text: "Gap 2: off", right: false },
    ]);
    expect(receipt.rule).toBe(
      "Passage with gaps: each gap is marked by itself and counts by its weight, and an empty one earns 0. The rule of text.",
    );
  });

  it("ends in arithmetic that adds up", () => {
    expect(receipt.lines).toEqual([
      { label: "Gap 1, compared", value: "so" },
      { label: "Gap 1", value: "1" },
      { label: "Gap 2, compared", value: "so" },
      { label: "Gap 2", value: "0" },
      { label: "Gap 3: nothing answered", value: "0" },
      { label: "Fraction: (1 × 2 + 0 × 1 + 0 × 1) ÷ 4", value: "0.5" },
    ]);
  });
});

describe("reading", () => {
  const asked = body(2);

  it("gives each gap its own fields and takes empty ones for unanswered", () => {
    expect(read({ "g1.text": [""], "g2.text": ["b"] }, asked)).toEqual({
      state: "read",
      response: { gaps: [{ id: "g2", gap: "text", response: { text: "b" } }] },
    });
    expect(read({ "g1.text": [""], "g2.text": [""] }, asked)).toEqual({ state: "blank" });
    expect(read({}, asked)).toEqual({ state: "blank" });
  });

  it("is unsettled when one of the gaps is", () => {
    expect(read({ "g1.text": ["a"], "g2.text": ["b?"] }, asked)).toMatchObject({ state: "read", unsettled: true });
  });

  it.each([
    ["a field of no gap", { text: ["a"] }],
    ["a gap that is not there", { "g3.text": ["a"] }],
    ["a field that its gap has not", { "g1.meant": ["a"] }],
    ["a field with no name", { "": ["a"] }],
    ["'g1.' alone", { "g1.": ["a"] }],
    ["'__proto__' of a gap", { "g1.__proto__": ["a"] }],
  ])("turns away %s", (_, fields) => expect(read(fields as Record<string, string[]>, asked).state).toBe("malformed"));

  it("turns away what one gap turns away, and says which", () => {
    expect(read({ "g2.no": ["a"] }, asked)).toEqual({ state: "malformed", why: "Gap 2: No such field." });
  });

  it.each([
    ["a gap twice", { gaps: [...say("a").gaps, ...say("a").gaps] }],
    ["a gap of another passage", { gaps: [{ id: "g9", gap: "text", response: { text: "a" } }] }],
    ["another kind of gap", { gaps: [{ id: "g1", gap: "date", response: { text: "a" } }] }],
    ["what its gap turns away", say("\u0000")],
  ])("grades no response with %s", (_, response) =>
    expect(grade(response, key(rights(2)), asked).state).toBe("malformed"),
  );

  it("parts and joins fields without loss, whatever they are called", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ maxLength: 8 }), fc.array(fc.string(), { maxLength: 2 })),
        fc.dictionary(fc.string({ maxLength: 8 }), fc.array(fc.string(), { maxLength: 2 })),
        (one, other) => {
          const own = unprefixed(
            prefixed([
              ["g1", one],
              ["g2", other],
            ]),
            ["g1", "g2"],
          );
          expect(Object.entries(own?.get("g1") ?? {})).toEqual(Object.entries(one));
          expect(Object.entries(own?.get("g2") ?? {})).toEqual(Object.entries(other));
        },
      ),
    );
  });

  it("says an answer in one line", () => {
    expect(summary(say("a", null), asked)).toBe("Gap 1: a");
  });
});

describe("arranging", () => {
  it("keeps gaps by their numbers, gives each its own chance, and leaves no trace of the author's order", () => {
    const twelve: Body = {
      ...body(12),
      gaps: body(12).gaps.map((each) => ({ ...each, body: { list: ["a", "b"] } })),
    };
    const arranged = arrange(twelve, 3);
    expect(arranged.gaps.map(({ id }) => id)).toEqual(body(12).gaps.map(({ id }) => id));
    expect(arrange({ ...twelve, gaps: twelve.gaps.toReversed() }, 3)).toEqual(arranged);
    expect(new Set(arranged.gaps.map((each) => JSON.stringify(each.body))).size).toBe(2);
  });
});

// ── authors ──────────────────────────────────────────────────────────────────────────────────────────────────

const facts = makeFactBase({
  facts: ["pact", "treaty"].map((id) => ({
    type: "statement" as const,
    id,
    name: id,
    statement: "So it was.",
    sources: [],
    confidence: "H" as const,
    revision: 1,
  })),
});
const derive = (authored: unknown) =>
  author.derive(author.schema.parse(authored), facts, { id: "q1", prompt: "Fill in.", fact: "pact" });

describe("what an author writes", () => {
  it("becomes a gap each, by its own kind, its own fact and its own weight", () => {
    const made = derive({
      text: "{1}, then {2}",
      gaps: [{ date: { right: "a", fact: "treaty" }, weight: 2 }, { choice: { right: "b", list: ["b", "c"] } }],
    });
    if ("problems" in made) throw new Error(made.problems.join());
    expect(made).toEqual({
      body: {
        text: "{1}, then {2}",
        gaps: [
          { id: "g1", gap: "date", body: {} },
          { id: "g2", gap: "choice", body: { list: ["b", "c"] } },
        ],
      },
      key: {
        gaps: [
          { id: "g1", gap: "date", weight: 2, key: { text: "a" } },
          { id: "g2", gap: "choice", weight: 1, key: { text: "b" } },
        ],
      },
      rests: [
        { fact: "treaty", part: "date" },
        { fact: "pact", part: "statement" },
      ],
    });
  });

  it.each([
    ["a gap that the text has not", "no marker", [{ text: { right: "a" } }], /Gap 1 stands nowhere in the text: write/],
    ["a gap that stands twice", "{1} {1}", [{ text: { right: "a" } }], /Gap 1 stands more than once/],
    ["a marker without a gap", "{1} {3}", [{ text: { right: "a" } }], /The text has \{3\}, and `gaps` has not: add/],
    ["a fact that is not there", "{1}", [{ text: { right: "a", fact: "none" } }], /asks a fact 'none'/],
    ["what the gap itself refuses", "{1}", [{ text: { right: "bad" } }], /Gap 1\. It is bad: mend it\./],
  ])("is refused for %s", (_, text, gaps, says) => {
    const made = derive({ text, gaps });
    expect("problems" in made && made.problems.join()).toMatch(says);
  });

  it.each([
    ["two kinds in one gap", [{ text: { right: "a" }, date: { right: "a" } }], ["gaps", 0]],
    ["a kind that is none", [{ map: { right: "a" } }], ["gaps", 0]],
    ["a field that the gap has not", [{ text: { right: "a", wrong: "b" } }], ["gaps", 0, "text"]],
    ["a field that is missing", [{ text: {} }], ["gaps", 0, "text", "right"]],
    ["no fields at all", [{ text: null }], ["gaps", 0, "text", "right"]],
    ["a weight of nothing", [{ text: { right: "a" }, weight: 0 }], ["gaps", 0, "weight"]],
  ])("is shown where %s stands", (_, gaps, path) => {
    expect(author.schema.safeParse({ text: "{1}", gaps }).error?.issues[0]?.path).toEqual(path);
  });
});

describe("lint", () => {
  const item = (text: string, rights: string[], bodies: Body["gaps"][number]["body"][] = [], gap = "text") => ({
    prompt: "Fill in.",
    body: {
      text,
      gaps: rights.map((_, i) => ({ id: `g${i + 1}`, gap: i === 1 ? "choice" : gap, body: bodies[i] ?? {} })),
    },
    key: {
      gaps: rights.map((text, i) => ({ id: `g${i + 1}`, gap: i === 1 ? "choice" : gap, weight: 1, key: { text } })),
    },
  });

  it("has nothing to say of a good passage", () =>
    expect(lint(item("By {1} and by {2}.", ["Molotov", "Latvia"], [{}, { list: ["Latvia", "Peru"] }]))).toEqual([]));

  it.each([
    [
      "an answer that the passage says",
      item("Molotov signed: {1}.", ["Molotov"]),
      /^Gap 1\. The prompt says 'Molotov': /,
    ],
    [
      "an answer that another gap's list says",
      item("By {1} and by {2}.", ["Molotov", "Peru"], [{}, { list: ["Molotov", "Peru"] }]),
      /^Gap 2 says 'Molotov', which is the answer of Gap 1: /,
    ],
    ["two gaps side by side", item("By {1} {2}.", ["Molotov", "Peru"]), /stand side by side.*: put words/],
  ])("finds %s", (_, bad, says) => expect(lint(bad).join("\n")).toMatch(says));

  it("finds a key of another passage", () => {
    const bad = item("By {1}.", ["Molotov"]);
    bad.key.gaps[0]!.id = "g2";
    expect(lint(bad).join()).toMatch(/do not name the same gaps: publish/);
  });
});
