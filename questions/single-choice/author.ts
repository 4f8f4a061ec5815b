import { createHash } from "node:crypto";
import { z } from "zod";
import { edtf, formatDate } from "@/facts/dates";
import type { Fact, FactBase } from "@/facts/base";
import type { Author } from "../contract";
import type { Body, Key } from "./schema";

const says = z.string().trim().min(1).max(400);
const ref = z.string().min(1);

/** An option says its text itself or names something of the fact base whose name is its text. */
const option = z
  .strictObject({
    text: says.optional(),
    person: ref.optional(),
    state: ref.optional(),
    territory: ref.optional(),
    /** The name of another fact. */
    fact: ref.optional(),
    /** Taken from the fact that the question asks, and therefore the right one: its date or its place. */
    from: z.enum(["date", "place"]).optional(),
    right: z.literal(true).optional(),
    /** Part credit, between 0 and 1. */
    fraction: z.number().gt(0).lt(1).optional(),
    feedback: z.string().trim().min(1).max(1000).optional(),
  })
  .refine((each) => sources.filter((name) => each[name] !== undefined).length === 1, {
    message: "an option has one of text, person, state, territory, fact, from",
  })
  .refine((each) => !(each.right && each.fraction !== undefined), {
    message: "an option is right or has a fraction, not both",
  });

const sources = ["text", "person", "state", "territory", "fact", "from"] as const;

const schema = z.strictObject({ options: z.array(option).min(2).max(12) });

type Authored = z.infer<typeof schema>;
type Option = Authored["options"][number];

export const author: Author<Authored, Body, Key> = {
  schema,
  derive({ options }, facts, item) {
    const problems: string[] = [];
    const asked = facts.facts.get(item.fact);
    const made = options.map((each) => {
      const text = textOf(each, facts, asked);
      if ("problem" in text) problems.push(text.problem);
      return {
        id: opaque(item.id, "text" in text ? text.text : ""),
        text: "text" in text ? text.text : "",
        fraction: each.right || each.from ? 1 : (each.fraction ?? 0),
        feedback: each.feedback,
      };
    });
    const texts = made.map((each) => each.text.toLocaleLowerCase("en").trim());
    const twice = made.find((each, index) => texts.indexOf(texts[index]!) !== index);
    if (problems.length === 0 && twice) problems.push(`Two options say '${twice.text}': give each a text of its own.`);
    if (problems.length > 0) return { problems };
    // Sorted by id: the order of the file, in which the right option so often comes first, goes no further.
    made.sort((a, b) => (a.id < b.id ? -1 : 1));
    return {
      body: { options: made.map(({ id, text }) => ({ id, text })) },
      key: {
        options: made.map(({ id, fraction, feedback }) => ({ id, fraction, ...(feedback ? { feedback } : {}) })),
      },
    };
  },
};

function textOf(each: Option, facts: FactBase, asked: Fact | undefined): { text: string } | { problem: string } {
  if (each.text !== undefined) return { text: each.text };
  if (each.from === "date") {
    if (asked?.date) return { text: formatDate(edtf(asked.date)) };
    return { problem: "The fact that this question asks has no date: write the option's text." };
  }
  if (each.from === "place") {
    if (asked && "place" in asked && asked.place) return { text: asked.place };
    return { problem: "The fact that this question asks has no place: write the option's text." };
  }
  for (const [what, map] of [
    ["person", facts.people],
    ["state", facts.states],
    ["territory", facts.territories],
    ["fact", facts.facts],
  ] as const) {
    const id = each[what];
    if (id === undefined) continue;
    const found = map.get(id);
    return found ? { text: found.name } : { problem: `No ${what} has the id '${id}': mend the id, or write a text.` };
  }
  return { problem: "An option says nothing." };
}

/** The same for the same option of the same question, and without meaning: not its place in the file, not its words. */
function opaque(itemId: string, text: string): string {
  return `o${createHash("sha256").update(`${itemId}\u0000${text}`).digest("hex").slice(0, 10)}`;
}
