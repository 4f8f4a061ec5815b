import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";

import { kinds, type AnyKind } from "@/questions";
import { drawVariant } from "@/questions/variant";

// Whoever recomputes a mark has no database and no client for one.
vi.mock("@/prisma/client/client", () => {
  throw new Error("Grading again has asked for the database's client.");
});
vi.mock("pg", () => {
  throw new Error("Grading again has asked for a database.");
});

const { regrade } = await import("./regrade");

const choice = {
  kind: "single-choice",
  body: {
    options: [
      { id: "a", text: "Estonia" },
      { id: "b", text: "Latvia" },
    ],
  },
  key: {
    options: [
      { id: "a", fraction: 1 },
      { id: "b", fraction: 0.5 },
    ],
  },
};
const right = { fields: { choice: ["a"] } };
const half = { fields: { choice: ["b"] } };

describe("what docs/regrade.md says", () => {
  const page = readFileSync(join(import.meta.dirname, "..", "docs", "regrade.md"), "utf8");
  const examples = [...page.matchAll(/```json\n([\s\S]*?)```\n\n(fraction|points): ([^\n]+)\n/g)].map(
    ([, json, what, numbers]) => {
      const value = JSON.parse(json!) as { items?: unknown[] };
      return {
        items: value.items ?? [value],
        what: what as "fraction" | "points",
        numbers: numbers!.split(", ").map((each) => Number(each.replace("−", "-"))),
      };
    },
  );

  test("has an example for every kind", () => {
    const shown = examples.flatMap(({ items }) => items.map((each) => (each as { kind: string }).kind));
    expect([...new Set(shown)].sort()).toEqual(Object.keys(kinds).sort());
  });

  test.each(examples.map((each) => [(each.items[0] as { id: string }).id, each] as const))(
    "%s",
    (_, { items, what, numbers }) => {
      expect(numbers).toHaveLength(items.length);
      for (const [index, item] of items.entries()) {
        const result = regrade(item, index + 1);
        expect(result).not.toHaveProperty("ignored");
        expect(result.state === "error" ? result.why : result.state).toMatch(/^(scored|blank)$/);
        if (result.state !== "error") expect(result[what]).toBeCloseTo(numbers[index]!, 5);
      }
    },
  );

  test("names every field that the format has", () => {
    const item = { ...choice, ...right, id: "x", prompt: "?", seed: 1, rules: {}, tries: [], certainty: null };
    const all = { ...item, hintsTaken: 0, fact: {}, recorded: { state: "scored", fraction: 1, points: 1 } };
    expect(regrade(all, 1)).toMatchObject({ state: "scored", asRecorded: true });
    for (const name of [...Object.keys(all), "response", "variants", "variant"]) expect(page).toContain(`\`${name}\``);
  });
});

describe("every kind's samples", () => {
  const samples = Object.values(kinds).flatMap((kind) =>
    (kind as AnyKind).samples.map((sample) => ({ kind: kind as AnyKind, sample })),
  );

  test.each(samples.map(({ kind, sample }) => [`${kind.name}: ${sample.shows}`, kind, sample] as const))(
    "%s, as fields and as a response, after a way through JSON",
    (_, kind, { item: { body, key }, fields, earns }) => {
      const reading = kind.read(fields, body);
      const bySent = { kind: kind.name, body, key, fields };
      const byRead = { kind: kind.name, body, key, response: reading.state === "read" ? reading.response : null };
      const ways = reading.state === "malformed" ? [bySent] : [bySent, byRead, { ...bySent, ...byRead }];
      for (const each of ways) {
        const result = regrade(JSON.parse(JSON.stringify(each)), 1);
        if (typeof earns === "string") expect(result).toMatchObject({ state: earns, fraction: 0, points: 0 });
        else {
          expect(result.state === "error" ? result.why : result.state).toBe("scored");
          if (result.state !== "error") expect(result.fraction).toBeCloseTo(earns, 12);
        }
      }
    },
  );
});

describe("what is amiss with the question itself is said, and the mark stands", () => {
  const date = (precision: string, of: string) => ({
    kind: "date",
    prompt: "When?",
    body: { precision, century: 1900 },
    key: { accepted: [{ date: of }] },
    fields: { text: ["23 August 1939"] },
  });

  test("nothing is said of a question that is in order", () => {
    expect(regrade(date("day", "1939-08-23"), 1)).not.toHaveProperty("warnings");
  });

  test.each<[string, object, RegExp]>([
    ["a century that is asked for its day", date("day", "19XX"), /says only 20th century/],
    [
      "a prompt that says the answer",
      { ...date("day", "1939-08-23"), prompt: "What was signed on 23 August 1939?" },
      /prompt says/,
    ],
    ["a key that cannot earn 1", { ...choice, ...half, key: { options: [{ id: "b", fraction: 0.5 }] } }, /and not 1/],
    ["a key of another question", { ...choice, ...half, key: { options: [{ id: "z", fraction: 1 }] } }, /same options/],
  ])("%s", (_, item, warning) => {
    for (const place of [1, 2])
      expect(regrade(item, place)).toMatchObject({
        warnings: expect.arrayContaining([expect.stringMatching(warning)]) as unknown,
      });
  });
});

describe("rules", () => {
  test("points, tries, hints and certainty together", () => {
    const rules = { points: 3, penalty: 0.25, certainty: true, hints: [{ cost: 0.1 }, { cost: 0.2 }] };
    const item = { ...choice, ...right, rules, tries: [half], hintsTaken: 1, certainty: "high" };
    const result = regrade(item, 1);
    expect(result).toMatchObject({
      state: "scored",
      fraction: 1,
      maxPoints: 3,
      tries: [{ state: "scored", fraction: 0.5 }],
      receipt: { mark: expect.arrayContaining([{ label: "Points: 0.65 × 3", value: "1.95" }]) as unknown },
    });
    expect(result.state !== "error" && result.points).toBeCloseTo(1.95, 12);
  });

  test("the answer that was checked last and handed in so is one try", () => {
    const rules = { penalty: 0.25 };
    expect(regrade({ ...choice, ...right, rules, tries: [half, right] }, 1)).toMatchObject({ points: 0.75 });
    expect(regrade({ ...choice, ...right, rules, tries: [half] }, 1)).toMatchObject({ points: 0.75 });
  });

  test("an answer that was checked and taken back counts as it was checked", () => {
    const result = regrade({ ...choice, fields: {}, tries: [half] }, 1);
    expect(result).toMatchObject({ state: "scored", fraction: 0.5, points: 0.5 });
  });

  test("certainty that was not asked for changes nothing, and not said counts as low", () => {
    expect(regrade({ ...choice, ...right, certainty: "high" }, 1)).toMatchObject({ points: 1 });
    expect(regrade({ ...choice, ...right, rules: { certainty: true, points: 3 } }, 1)).toMatchObject({ points: 1 });
  });

  test("a blank is 0 and no error", () => {
    for (const answer of [{}, { fields: {} }, { response: null }, { fields: { choice: [] } }])
      expect(regrade({ ...choice, ...answer, rules: { certainty: true }, certainty: "high" }, 1)).toMatchObject({
        state: "blank",
        fraction: 0,
        points: 0,
        maxPoints: 1,
      });
  });

  test("the fact goes to the receipt", () => {
    const fact = { id: "pact", revision: 3, sources: [{ id: "SP39", title: "Pact" }] };
    expect(regrade({ ...choice, ...right, fact }, 1)).toMatchObject({ receipt: { fact } });
  });

  test("what is recorded is compared", () => {
    const recorded = { state: "scored", fraction: 1, points: 1 };
    expect(regrade({ ...choice, ...right, recorded }, 1)).toMatchObject({ asRecorded: true });
    expect(regrade({ ...choice, ...half, recorded }, 1)).toMatchObject({ asRecorded: false });
  });
});

describe("variants", () => {
  const { kind, body, key } = choice;
  const other = { options: key.options.map(({ id, fraction }) => ({ id, fraction: fraction === 1 ? 0.5 : 1 })) };
  const variants = [
    { body, key },
    { body, key: other },
  ];

  test("the seed draws one, as it did for the learner", () => {
    for (const seed of [0, 1, 2, 3, 99, 4_294_967_295]) {
      const number = drawVariant(seed, 2);
      expect(regrade({ kind, variants, seed, ...right }, 1)).toMatchObject({
        state: "scored",
        fraction: number === 1 ? 1 : 0.5,
        variant: { number, of: 2 },
      });
      expect(regrade({ ...choice, seed, variant: { number, of: 2 }, ...right }, 1)).toMatchObject({ fraction: 1 });
      expect(regrade({ ...choice, seed, variant: { number: 3 - number, of: 2 }, ...right }, 1)).toMatchObject({
        state: "error",
      });
    }
  });

  test.each([
    ["without a seed", { kind, variants }],
    ["beside a body", { ...choice, variants, seed: 1 }],
    ["of which there is none", { kind, variants: [], seed: 1 }],
    ["with a seed below 0", { kind, variants, seed: -1 }],
    ["with half a seed", { kind, variants, seed: 0.5 }],
    ["with a seed of more than 32 bits", { kind, variants, seed: 2 ** 32 }],
  ])("%s are an error", (_, item) => {
    expect(regrade({ ...right, ...item }, 1).state).toBe("error");
  });
});

describe("bad input", () => {
  test.each<[string, unknown, RegExp]>([
    ["null", null, /./],
    ["a number", 7, /./],
    ["a list", [], /expected object/],
    ["an empty object", {}, /kind/],
    ["a kind that is none", { ...choice, kind: "essay" }, /no kind of question called 'essay'/],
    ["a kind that every object has", { ...choice, kind: "__proto__" }, /no kind/],
    ["a kind that every object has too", { ...choice, kind: "constructor" }, /no kind/],
    ["no body", { kind: "date", key: {} }, /The body is not one/],
    ["a key of another kind", { ...choice, key: { accepted: [] } }, /The key is not one/],
    ["a fraction of 2 in the key", { ...choice, key: { options: [{ id: "a", fraction: 2 }] } }, /The key is not one/],
    ["points below 0", { ...choice, rules: { points: -1 } }, /rules\.points/],
    ["endless points", { ...choice, rules: { points: Number.POSITIVE_INFINITY } }, /rules\.points/],
    ["points as a text", { ...choice, rules: { points: "1" } }, /rules\.points/],
    ["a penalty of 2", { ...choice, rules: { penalty: 2 } }, /rules\.penalty/],
    ["a rule that is none", { ...choice, rules: { penalties: 1 } }, /penalties/],
    ["more hints taken than there are", { ...choice, hintsTaken: 1 }, /1 hints were taken/],
    ["a certainty that is none", { ...choice, certainty: "sure" }, /certainty/],
    ["a try that is no answer", { ...choice, tries: [[]] }, /A try has/],
    ["a try with nothing in it", { ...choice, tries: [{}] }, /A try has/],
    ["fields and a response that differ", { ...choice, ...right, response: { choice: "b" } }, /not what is read/],
  ])("%s is an error of that item, in words", (_, item, why) => {
    const result = regrade(item, 3);
    expect(result).toEqual({ id: "#3", state: "error", why: expect.stringMatching(why) as string });
  });

  test.each<[string, unknown]>([
    ["fields that are a text", { fields: "a" }],
    ["fields that are numbers", { fields: { choice: [1] } }],
    ["fields of another question", { fields: { text: ["1939"] } }],
    ["an option that is not there", { fields: { choice: ["z"] } }],
    ["a response of the wrong shape", { response: "a" }],
    ["a response with too much", { response: { choice: "a", more: 1 } }],
    ["a text of 100,000 characters", { fields: { choice: ["x".repeat(100_000)] } }],
  ])("%s is malformed, earns nothing and says why", (_, answer) => {
    expect(regrade({ ...choice, ...(answer as object), rules: { certainty: true, points: 2 } }, 1)).toMatchObject({
      state: "malformed",
      fraction: 0,
      points: 0,
      maxPoints: 2,
      why: expect.stringMatching(/./) as string,
    });
  });

  test("a name that the format does not have is passed over, and said", () => {
    expect(regrade({ ...choice, ...right, hintTaken: 2, note: "by hand" }, 1)).toMatchObject({
      state: "scored",
      ignored: ["hintTaken", "note"],
    });
  });

  test("nothing that JSON can hold makes it throw, and whatever is scored lies within its bounds", () => {
    const samples = Object.values(kinds).flatMap((kind) =>
      (kind as AnyKind).samples.map(({ item: { body, key }, fields }) => ({ kind: kind.name, body, key, fields })),
    );
    const leaves = [null, true, "", "a", "\0", "\ud800", "1e309", "__proto__", -1, 0.5, 1e308, -1e308, [], {}];
    /** One value somewhere in it is another. */
    const spoiled = (value: unknown): fc.Arbitrary<unknown> => {
      const leaf = fc.constantFrom<unknown>(...leaves);
      if (value === null || typeof value !== "object") return leaf;
      const names = Object.keys(value);
      if (names.length === 0) return leaf;
      return fc.constantFrom(...names).chain((name) => {
        const deeper = spoiled((value as Record<string, unknown>)[name]);
        return fc.oneof({ weight: 4, arbitrary: deeper }, leaf).map((other) => {
          if (Array.isArray(value))
            return value.map((each, index) => (String(index) === name ? other : (each as unknown)));
          return { ...value, [name]: other };
        });
      });
    };
    const check = (item: unknown) => {
      const result = regrade(item, 1);
      if (result.state === "error") return void expect(result.why).not.toBe("");
      expect(result.fraction).toBeGreaterThanOrEqual(0);
      expect(result.fraction).toBeLessThanOrEqual(1);
      expect(result.points).toBeGreaterThanOrEqual(-2 * result.maxPoints);
      expect(result.points).toBeLessThanOrEqual(result.maxPoints);
      expect(() => JSON.stringify(result)).not.toThrow();
    };
    fc.assert(fc.property(fc.constantFrom(...samples).chain(spoiled), check), { numRuns: 1500 });
    fc.assert(fc.property(fc.jsonValue(), check), { numRuns: 300 });
  });

  test("a response, a body or a key that is nested beyond measure is no crash", () => {
    const deep = JSON.parse(`${"[".repeat(20_000)}${"]".repeat(20_000)}`) as unknown;
    for (const item of [deep, { ...choice, response: deep }, { ...choice, body: deep }, { ...choice, fact: deep }])
      expect(["error", "malformed", "blank", "scored"]).toContain(regrade(item, 1).state);
  });
});
