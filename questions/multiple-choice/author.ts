import { z } from "zod";
import type { Fact, FactPart } from "@/facts/base";
import type { Author, Derived } from "../contract";
import { settled } from "../fraction";
import { byId, hasOneSource, offer, ONE_SOURCE, opaqueId, optionFields, sameOptions, type Offered } from "../option";
import { MOST_OPTIONS, rule, type Body, type Key } from "./schema";

const option = z
  .strictObject({
    ...optionFields,
    right: z.literal(true).optional(),
    /** Under the rule `weighted`: what ticking it earns, or below 0 what it costs. */
    fraction: z
      .number()
      .min(-1)
      .max(1)
      .refine((fraction) => fraction !== 0, { message: "an option earns or costs something" })
      .optional(),
    feedback: z.string().trim().min(1).max(1000).optional(),
  })
  .refine(hasOneSource, { message: ONE_SOURCE });

const schema = z
  .strictObject({
    rule,
    options: z.array(option).min(1).max(MOST_OPTIONS),
    /** Takes what is right from the fact that the question asks: those whom it names are offered, and right. */
    ask: z.enum(["parties", "signatories", "territories"]).optional(),
    /** Tells the learner how many are right. */
    choose: z.int().min(1).max(MOST_OPTIONS).optional(),
  })
  .refine(({ rule, options }) => options.every((each) => (each.fraction !== undefined) === (rule === "weighted")), {
    message: "under the rule `weighted` every option has a fraction, under any other none has",
    path: ["options"],
  })
  .refine(({ rule, options }) => rule !== "weighted" || options.every((each) => !each.right), {
    message: "an option is right or has a fraction, not both",
    path: ["options"],
  })
  .refine(({ rule, ask }) => rule !== "weighted" || !ask, {
    message: "what a fact makes right has no fractions: name another rule",
    path: ["ask"],
  })
  .refine(({ ask, options }) => !ask || options.every((each) => !each.right), {
    message: "with `ask` the fact says what is right: leave `right` out",
    path: ["options"],
  })
  .refine(
    ({ rule, options }) =>
      rule !== "weighted" ||
      options.every((each) => (each.fraction ?? 0) > 0) ||
      settled(options.reduce((sum, each) => sum + (each.fraction ?? 0), 0)) < 1,
    { message: "ticking everything would earn all: let the wrong options cost more", path: ["options"] },
  );

type Authored = z.infer<typeof schema>;
type Option = Authored["options"][number];

/** What an option is called, and what ticking it is worth. */
type Made = Offered & { fraction: number; feedback?: string };

export const author: Author<Authored, Body, Key> = {
  schema,
  derive({ rule, options, ask, choose }, facts, item): Derived<Body, Key> {
    const fact = facts.facts.get(item.fact);
    const right = ask && fact ? named(fact, ask) : [];
    if (ask && right.length === 0)
      return { problems: [`The fact ${item.fact} names no ${ask}: ask another fact, or mark the right options.`] };
    const written = options.map((each) => ({ each, offered: offer(each, facts) }));
    const added = right
      .filter((id) => !options.some((each) => (each.person ?? each.state ?? each.territory) === id))
      .map((id): { each: Option; offered: Offered | { problem: string } } => {
        const each = { [sourceOf[ask!]]: id };
        return { each, offered: offer(each, facts) };
      });
    const all = [...written, ...added];
    const problems = all.flatMap(({ offered }) => ("problem" in offered ? [offered.problem] : []));
    if (problems.length > 0) return { problems };

    const made: Made[] = all.map(({ each, offered }) => {
      const known = offered as Offered;
      const isRight = ask ? known.ref !== undefined && right.includes(known.ref) : each.right === true;
      return {
        ...known,
        fraction: each.fraction ?? (isRight ? 1 : 0),
        ...(each.feedback ? { feedback: each.feedback } : {}),
      };
    });
    const wrong = [...sameOptions(made), ...(made.length < 2 ? ["There is one option: offer others."] : [])];
    if (made.length > MOST_OPTIONS) wrong.push(`There are ${made.length} options: offer ${MOST_OPTIONS} at most.`);
    if (wrong.length > 0) return { problems: wrong };
    return finish(made, { rule, choose, ask }, item);
  },
};

function finish(
  made: readonly Made[],
  { rule, choose, ask }: Pick<Authored, "rule" | "choose" | "ask">,
  item: { id: string; fact: string },
): Derived<Body, Key> {
  const sorted = byId(made.map((each) => ({ ...each, id: opaqueId(item.id, each.text) })));
  return {
    body: {
      options: sorted.map(({ id, text }) => ({ id, text })),
      rule,
      ...(choose === undefined ? {} : { choose }),
    },
    key: {
      options: sorted.map(({ id, fraction, feedback }) => ({ id, fraction, ...(feedback ? { feedback } : {}) })),
    },
    ...(ask ? { rests: [{ fact: item.fact, part: partOf[ask] }] } : {}),
  };
}

/** Ids of those whom a fact names. */
function named(fact: Fact, ask: NonNullable<Authored["ask"]>): string[] {
  switch (ask) {
    case "parties":
      return "parties" in fact ? (fact.parties ?? []) : [];
    case "signatories":
      return fact.type === "agreement" ? [...new Set(fact.signatories.map(({ person }) => person))] : [];
    case "territories":
      return fact.territories ?? [];
  }
}

const sourceOf = { parties: "state", signatories: "person", territories: "territory" } as const;
const partOf = { parties: "parties", signatories: "signatories", territories: "statement" } satisfies Record<
  NonNullable<Authored["ask"]>,
  FactPart
>;
