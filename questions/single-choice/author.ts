import { z } from "zod";
import { edtf, formatDate, readDate } from "@/facts/dates";
import { apart, datesOf } from "@/facts/distractors";
import type { Fact, FactBase } from "@/facts/base";
import type { Author, Derived } from "../contract";
import {
  byId,
  hasOneSource,
  offer,
  opaqueId,
  optionFields,
  optionSources,
  plain,
  sameOptions,
  type Offered,
} from "../option";
import { FALSE, TRUE } from "./truth";
import type { Body, Key } from "./schema";

const feedback = z.string().trim().min(1).max(1000);

/** An option says its text itself or names something of the fact base whose name is its text. */
const option = z
  .strictObject({
    ...optionFields,
    /** Taken from the fact that the question asks, and therefore the right one: its date or its place. */
    from: z.enum(["date", "place"]).optional(),
    right: z.literal(true).optional(),
    /** Part credit, between 0 and 1. */
    fraction: z.number().gt(0).lt(1).optional(),
    feedback: feedback.optional(),
  })
  .refine((each) => (each.from === undefined ? hasOneSource(each) : !optionSources.some((name) => each[name])), {
    message: "an option has one of text, person, state, territory, fact, from",
  })
  .refine((each) => !(each.right && each.fraction !== undefined), {
    message: "an option is right or has a fraction, not both",
  });

const schema = z
  .strictObject({
    options: z.array(option).min(2).max(12).optional(),
    /** True or false, instead of options: whether what the prompt says is so. */
    truth: z.boolean().optional(),
    /** Of a true-or-false question: said to whoever chose the wrong one, or to whoever chose either. */
    feedback: z.union([feedback, z.strictObject({ true: feedback.optional(), false: feedback.optional() })]).optional(),
    /** Of a true-or-false question: why it is so, said whatever was chosen. */
    because: feedback.optional(),
  })
  .refine((each) => (each.options === undefined) !== (each.truth === undefined), {
    message: "a single choice has options, or `truth: true` or `truth: false`",
    path: ["options"],
  })
  .refine((each) => each.truth !== undefined || (each.feedback === undefined && each.because === undefined), {
    message: "with options, feedback belongs to an option",
    path: ["feedback"],
  });

type Authored = z.infer<typeof schema>;
type Option = NonNullable<Authored["options"]>[number];

export const author: Author<Authored, Body, Key> = {
  schema,
  derive(authored, facts, item) {
    if (authored.options === undefined) return deriveTruth(authored);
    const asked = facts.facts.get(item.fact);
    const made = authored.options.map((each) => ({ each, offered: offered(each, facts, asked) }));
    const problems = made.flatMap(({ offered }) => ("problem" in offered ? [offered.problem] : []));
    if (problems.length > 0) return { problems };
    const options = made.map(({ each, offered }) => ({ ...each, ...(offered as Offered) }));
    const wrong = [...sameOptions(options), ...alsoRight(options, asked)];
    if (wrong.length > 0) return { problems: wrong };
    const sorted = byId(options.map((each) => ({ ...each, id: opaqueId(item.id, each.text) })));
    return {
      body: { options: sorted.map(({ id, text }) => ({ id, text })) },
      key: {
        options: sorted.map(({ id, from, right, fraction, feedback }) => ({
          id,
          fraction: right || from ? 1 : (fraction ?? 0),
          ...(feedback ? { feedback } : {}),
        })),
      },
    };
  },
};

function deriveTruth({ truth, feedback, because }: Authored): Derived<Body, Key> {
  const said = (of: boolean) => {
    if (typeof feedback === "string") return of === truth ? undefined : feedback;
    return of ? feedback?.true : feedback?.false;
  };
  const option = (of: boolean) => {
    const words = said(of);
    return { id: (of ? TRUE : FALSE).id, fraction: of === truth ? 1 : 0, ...(words ? { feedback: words } : {}) };
  };
  return {
    body: { truth: true, options: [TRUE, FALSE] },
    key: { options: [option(true), option(false)], ...(because ? { because } : {}) },
  };
}

function offered(each: Option, facts: FactBase, asked: Fact | undefined): Offered | { problem: string } {
  if (each.from === "date") {
    if (asked?.date) return { text: formatDate(edtf(asked.date)), accept: [] };
    return { problem: "The fact that this question asks has no date: write the option's text." };
  }
  if (each.from === "place") {
    if (asked && "place" in asked && asked.place) return { text: asked.place, accept: [] };
    return { problem: "The fact that this question asks has no place: write the option's text." };
  }
  return offer(each, facts);
}

/** Options that the fact itself makes right too, beside the one that was taken from it: its second date, its place. */
function alsoRight(options: readonly (Option & Offered)[], asked: Fact | undefined): string[] {
  if (!asked) return [];
  const others = options.filter((each) => !each.from && !each.right);
  const problems: string[] = [];
  if (options.some((each) => each.from === "date")) {
    const dates = datesOf(asked);
    for (const { text } of others) {
      const reading = readDate(text, { century: 1900 });
      if (reading.state === "read" && !apart([reading.date], dates))
        problems.push(`'${text}' may be right too by the dates of ${asked.id}: offer another date.`);
    }
  }
  if (options.some((each) => each.from === "place") && "place" in asked && asked.place) {
    const place = ` ${plain(asked.place).replace(/[^\p{L}\p{N}]+/gu, " ")} `;
    for (const { text } of others)
      if (place.includes(` ${plain(text).replace(/[^\p{L}\p{N}]+/gu, " ")} `))
        problems.push(`'${text}' is right too, for ${asked.id} happened in ${asked.place}: offer another place.`);
  }
  return problems;
}
