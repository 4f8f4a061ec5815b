import { z } from "zod";
import type { FactBase } from "@/facts/base";
import type { Author, Derived } from "../contract";
import {
  byId,
  hasOneSource,
  offer,
  ONE_SOURCE,
  opaqueId,
  optionFields,
  plain,
  sameOptions,
  type Offered,
} from "../option";
import { ASKED, fromFacts, type Meant } from "./from-facts";
import { MOST_CHOICES, MOST_STEMS, type Body, type Key } from "./schema";

/** A text, or something of the fact base by its id. */
const said = z.union([
  z.string().trim().min(1).max(400),
  z.strictObject(optionFields).refine(hasOneSource, { message: ONE_SOURCE }),
]);

const factStem = z.union([
  z.string().min(1),
  /** With words of the author's own instead of the fact's name, which may give the answer away. */
  z.strictObject({ fact: z.string().min(1), text: z.string().trim().min(1).max(400).optional() }),
]);

const forms = ["pairs", "groups", "ask"] as const;

const schema = z
  .strictObject({
    /** `sort`: the stems are items and the choices are groups. */
    mode: z.enum(["match", "sort"]).default("match"),
    pairs: z
      .array(z.strictObject({ stem: said, choice: said }))
      .min(2)
      .max(MOST_STEMS)
      .optional(),
    groups: z
      .array(z.strictObject({ group: said, items: z.array(said).min(1).max(MOST_STEMS) }))
      .min(2)
      .max(MOST_CHOICES)
      .optional(),
    /** What is asked of each of `facts`; the facts say what is right. */
    ask: z.enum(ASKED).optional(),
    /** With `ask`: the facts that are the stems. */
    facts: z.array(factStem).min(2).max(MOST_STEMS).optional(),
    /** Choices that are right for none: texts or names, or with `ask` also facts whose answer they are. */
    others: z.array(said).max(MOST_CHOICES).optional(),
  })
  .refine((each) => forms.filter((form) => each[form] !== undefined).length === 1, {
    message: "a matching has one of pairs, groups, ask",
  })
  .refine((each) => (each.ask === undefined) === (each.facts === undefined), {
    message: "`ask` goes with `facts`, the ids of the facts that it is asked of",
    path: ["facts"],
  })
  .refine((each) => each.groups === undefined || each.mode === "sort", {
    message: "groups are for sorting: write `mode: sort`",
    path: ["groups"],
  });

type Authored = z.infer<typeof schema>;
type Said = z.infer<typeof said>;

export const author: Author<Authored, Body, Key> = {
  schema: schema as z.ZodType<Authored>,
  derive(authored, facts, item): Derived<Body, Key> {
    const meant =
      authored.ask === undefined
        ? asWritten(authored, facts)
        : fromFacts(
            authored.ask,
            authored.facts!.map((each) => (typeof each === "string" ? { fact: each } : each)),
            (authored.others ?? []).map(named),
            facts,
          );
    return Array.isArray(meant) ? { problems: meant } : finish(meant, authored.mode, item.id);
  },
};

function asWritten({ pairs, groups, others = [] }: Authored, facts: FactBase): Meant | string[] {
  const problems: string[] = [];
  const taken = (each: Said): Offered => {
    const offered = offer(named(each), facts);
    if (!("problem" in offered)) return offered;
    problems.push(offered.problem);
    return { text: "", accept: [] };
  };
  const flat = pairs ?? groups?.flatMap(({ group, items }) => items.map((stem) => ({ stem, choice: group }))) ?? [];
  const meant = {
    stems: flat.map(({ stem, choice }) => ({ ...taken(stem), choices: [taken(choice)] })),
    others: others.map(taken),
  };
  return problems.length > 0 ? [...new Set(problems)] : meant;
}

function named(each: Said): Exclude<Said, string> {
  return typeof each === "string" ? { text: each } : each;
}

function finish({ stems, others, rests }: Meant, mode: Body["mode"], itemId: string): Derived<Body, Key> {
  const choices = merged([...stems.flatMap((stem) => stem.choices), ...others]);
  const right = new Set(stems.flatMap((stem) => stem.choices.map(({ text }) => plain(text))));
  const [stem, choice] = mode === "match" ? ["stems", "choices"] : ["items", "groups"];
  const problems = [
    ...sameOptions(stems, stem),
    ...sameOptions(choices, choice),
    ...others
      .filter(({ text }) => right.has(plain(text)))
      .map(({ text }) => `'${text}' is among the others and is right: leave it out of the others.`),
    ...(choices.length < 2 ? [`There is one of the ${choice}: offer others.`] : []),
    ...(choices.length > MOST_CHOICES ? [`There are ${choices.length} ${choice}: offer ${MOST_CHOICES} at most.`] : []),
    ...(stems.length > MOST_STEMS ? [`There are ${stems.length} ${stem}: ask ${MOST_STEMS} at most.`] : []),
  ];
  if (problems.length > 0) return { problems };
  const stemId = ({ text }: Offered) => opaqueId(itemId, `stem ${plain(text)}`);
  const choiceId = ({ text }: Offered) => opaqueId(itemId, `choice ${plain(text)}`);
  const sorted = byId(stems.map((each) => ({ ...each, id: stemId(each) })));
  return {
    body: {
      mode,
      stems: sorted.map(({ id, text }) => ({ id, text })),
      choices: byId(choices.map((each) => ({ id: choiceId(each), text: each.text }))),
    },
    key: { pairs: sorted.map(({ id, choices }) => ({ stem: id, choices: [...new Set(choices.map(choiceId))] })) },
    ...(rests ? { rests } : {}),
  };
}

/** Each choice once, however many stems it was written for. */
function merged(choices: readonly Offered[]): Offered[] {
  const found = new Map<string, Offered>();
  for (const each of choices) if (!found.has(plain(each.text))) found.set(plain(each.text), each);
  return [...found.values()];
}
