import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeFactBase, type Transfer } from "@/facts/base";
import { author } from "./author";
import { grade } from "./grade";
import { lint } from "./lint";
import { samples } from "./samples";
import { moved, zoomed } from "./sight";

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
  ],
});
const item = { id: "baltic-q9", prompt: "Which?", fact: "estonia-1940-08-06" };
const offer = ["zaolzie", "estonia", "southern-dobruja", "bessarabia", "memel-territory"];
const derive = (authored: object) =>
  author.derive(author.schema.parse({ map: "europe-1938", offer, ...authored }), facts, item);
const made = (authored: object) => {
  const derived = derive(authored);
  if ("problems" in derived) throw new Error(derived.problems.join(" "));
  return derived;
};

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

  it("carries no order of the author's", () => {
    expect(made({ where: { to: "ussr" }, offer: [...offer].reverse() })).toEqual(made({ where: { to: "ussr" } }));
  });

  it("says what is wrong with the file", () => {
    expect(derive({ where: { to: "ussr" }, offer: ["estonia", "atlantis"] })).toEqual({
      problems: ["No territory has the id 'atlantis': mend it in `offer`."],
    });
    expect(derive({ where: { to: "sweden" } })).toEqual({
      problems: [
        "No transfer is to a state 'sweden': mend it in `where`.",
        "None of the offered territories fits `where`: mend either.",
      ],
    });
    expect(derive({ where: { to: "ussr" }, uncounted: ["hertza"] })).toEqual({
      problems: ["'hertza' is uncounted but not offered: offer it, or drop it."],
    });
    expect(author.schema.safeParse({ map: "europe-1938", offer, where: {} }).success).toBe(false);
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
});

describe("the grade of annexations", () => {
  const { body, key } = samples[0]!.item;
  const ids = body.territories.map(({ id }) => id);
  const fraction = (territories: string[]) => {
    const outcome = grade({ territories }, key, body);
    return outcome.state === "scored" ? outcome.fraction : NaN;
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
