import { z } from "zod";
import { aliasKey, foldPerson, foldThing, nameKey, type FoldedName } from "@/facts/names";
import type { Author } from "../contract";
import { namesakesAmong, othersFor } from "./others";
import { hasWildcard } from "./pattern";
import type { Asks, Body, Key } from "./schema";
import { nameOf } from "./sort";
import { thingsOf, type Thing } from "./things";

const ids = z.union([z.string().min(1), z.array(z.string().min(1)).min(1).max(10)]);

const schema = z.strictObject({
  /** Ids of the fact base; several when each of them is right. */
  person: ids.optional(),
  state: ids.optional(),
  territory: ids.optional(),
  agreement: ids.optional(),
  event: ids.optional(),
  /** `place`: where the fact happened. `name`: what it is called. */
  from: z.enum(["place", "name"]).optional(),
  /** An answer that is nothing of the fact base: 'appeasement'. */
  text: z.string().min(1).max(200).optional(),
  /** Further forms that count, `*` for whatever stands there and `\*` for a star; or forms that earn a part. */
  accept: z
    .array(
      z.union([
        z.string().min(1).max(200),
        z.strictObject({ text: z.string().min(1).max(200), earns: z.number().min(0).max(1) }),
      ]),
    )
    .max(40)
    .default([]),
  /** Wrong texts near the right one that a slip must not lead from: 'Army Group South'. */
  not: z.array(z.string().min(1).max(200)).max(40).default([]),
  /** Whether slips are forgiven, and what share of the answer one costs. */
  slips: z.union([z.boolean(), z.strictObject({ cost: z.number().min(0).max(1) })]).default(true),
  caseSensitive: z.boolean().default(false),
  namesakes: z.enum(["ask", "accept"]).default("ask"),
});

type Authored = z.infer<typeof schema>;
type Accepted = { text: string; earns: number };

export const author: Author<Authored, Body, Key> = {
  schema: schema as z.ZodType<Authored>,
  derive(authored, facts, item) {
    const problems: string[] = [];
    const all = thingsOf(facts);
    const { asks, wanted } = wantedBy(authored, item.fact, all, problems);
    const accepted = authored.accept.map((each) => (typeof each === "string" ? { text: each, earns: 1 } : each));
    const literal = accepted.filter(({ text }) => !hasWildcard(text)).map(unescaped);
    const patterns = accepted.filter(({ text }) => hasWildcard(text));
    if (problems.length > 0) return { problems };
    const right = rightOf(asks, wanted, authored.text, literal);
    if (right.length === 0 && patterns.every(({ earns }) => earns < 1))
      return { problems: ["Nothing says what is right: name a thing of the fact base, a text, or what to accept."] };
    const others = [
      ...othersFor(right, asks, all, new Set(wanted.map(({ id }) => id))).map((other) => without(other, literal)),
      ...authored.not.map((text) => foldThing({ id: textId(text), name: text, forms: [text] }, "phrase")),
    ];
    return {
      body: { asks, namesakes: authored.namesakes === "ask" ? namesakesAmong(asks, all) : [] },
      key: {
        right,
        patterns: patterns.map(({ text, earns }) => ({ pattern: text, fraction: earns })),
        caseSensitive: authored.caseSensitive,
        others,
        slips: {
          forgiven: authored.slips !== false,
          cost: typeof authored.slips === "object" ? authored.slips.cost : 0,
        },
        namesakes: authored.namesakes,
      },
      rests: [
        {
          fact: item.fact,
          part: authored.from === "place" ? "place" : "statement",
          tolerant: authored.from !== "place",
        },
      ],
    };
  },
};

const SORTS = ["person", "state", "territory", "agreement", "event"] as const;

/** The things that are right, as the author names them. */
function wantedBy(
  authored: Authored,
  fact: string,
  all: readonly Thing[],
  problems: string[],
): { asks: Asks; wanted: Thing[] } {
  const given = SORTS.filter((sort) => authored[sort] !== undefined);
  const ways = [...given, ...(authored.from ? ["from"] : []), ...(authored.text === undefined ? [] : ["text"])];
  if (ways.length > 1) problems.push(`${ways.join(" and ")} are given together: keep the one that is asked.`);
  const sort = given[0];
  if (sort !== undefined) {
    const wanted = [authored[sort] ?? []].flat().flatMap((id) => {
      const thing = all.find(
        (each) => each.id === id && (each.sort === sort || (sort === "event" && each.sort === "agreement")),
      );
      if (!thing) problems.push(`No ${sort} has the id ${id}: mend the id, or add it to the facts.`);
      return thing ?? [];
    });
    return { asks: sort, wanted };
  }
  if (authored.from === "name") {
    const thing = all.find((each) => each.id === fact && (each.sort === "agreement" || each.sort === "event"));
    if (!thing) problems.push(`The fact ${fact} has no name to ask: ask another fact.`);
    return { asks: thing?.sort === "agreement" ? "agreement" : "event", wanted: thing ? [thing] : [] };
  }
  if (authored.from === "place") {
    const places = all.filter((each) => each.sort === "place" && each.facts?.includes(fact));
    if (places.length !== 1)
      problems.push(`The fact ${fact} names no single place: ask another fact, or give the answer as text.`);
    return { asks: "place", wanted: places.slice(0, 1) };
  }
  return { asks: "text", wanted: [] };
}

function rightOf(
  asks: Asks,
  wanted: readonly Thing[],
  text: string | undefined,
  literal: readonly Accepted[],
): Key["right"] {
  const full = literal.filter(({ earns }) => earns === 1).map(({ text }) => text);
  const part = literal.filter(({ earns }) => earns < 1);
  const first = text ?? (wanted.length === 0 ? full[0] : undefined);
  const own: Key["right"] = wanted.map((thing, i) => {
    // Further forms are of the thing; of several things nobody knows of which.
    const forms = i === 0 ? [...thing.forms, ...full] : thing.forms;
    const folded =
      thing.sort === "person"
        ? foldPerson({ id: thing.id, name: thing.name, sortName: thing.sortName, accept: forms.slice(1) })
        : foldThing({ ...thing, forms }, plainSort(asks));
    return withAliases(folded, forms, 1);
  });
  if (first !== undefined) {
    const forms = [...new Set([first, ...full])];
    own.push(withAliases(foldThing({ id: textId(first), name: first, forms }, "phrase"), forms, 1));
  }
  for (const { text, earns } of part) {
    const folded = foldThing({ id: textId(text), name: text, forms: [text] }, plainSort(asks));
    own.push(withAliases(folded, [text], earns));
  }
  return own;
}

/** A form that earns a part is no person, whoever is asked. */
function plainSort(asks: Asks): "thing" | "phrase" {
  const of = nameOf(asks);
  return of === "person" ? "phrase" : of;
}

/** What the author accepts by name is the right thing's alone, whoever else is called so. */
function without(other: Key["others"][number], literal: readonly Accepted[]): Key["others"][number] {
  const taken = literal.map(({ text }) => nameKey(text, other.of));
  const left = (keys: readonly string[], of: readonly string[]) => of.filter((_, i) => !taken.includes(keys[i] ?? ""));
  if (![...other.keys, ...(other.surnameKeys ?? [])].some((each) => taken.includes(each))) return other;
  return {
    ...other,
    texts: left(other.keys, other.texts),
    keys: left(other.keys, other.keys),
    ...(other.surnames && other.surnameKeys
      ? {
          surnames: left(other.surnameKeys, other.surnames),
          surnameKeys: left(other.surnameKeys, other.surnameKeys),
        }
      : {}),
  };
}

function withAliases(folded: FoldedName, forms: readonly string[], fraction: number): Key["right"][number] {
  return { ...folded, fraction, aliases: [...forms], aliasKeys: forms.map(aliasKey) };
}

/** An answer that is nothing of the fact base goes by its own words. */
function textId(text: string): string {
  return `text:${(aliasKey(text) || text).slice(0, 60)}`;
}

function unescaped({ text, earns }: Accepted): Accepted {
  return { text: text.replaceAll("\\*", "*"), earns };
}
