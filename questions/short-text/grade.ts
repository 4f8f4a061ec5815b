import { aliasKey } from "@/facts/names";
import type { Outcome, Receipt } from "../contract";
import { fractionText, settled } from "../fraction";
import { namesakesOf } from "./namesakes";
import { firstFitting } from "./pattern";
import { knownBy, recognise, type Found } from "./recognise";
import { sortName } from "./sort";
import type { Body, Key, Response } from "./schema";

type Pattern = Key["patterns"][number];
type Part = Receipt["parts"][number];

/**
 * A text earns what the thing it names is worth, whatever its script, case, accents or articles; else what the first
 * pattern that it fits is worth; else, with a typing slip in it, what the thing is worth that nothing else is as near
 * to, less what slips cost.
 */
export function grade(response: Response, key: Key, body: Body): Outcome {
  const text = shown(response.text);
  const found = recognise(response, key);
  const slipped = found.state === "unknown" || found.state === "several" || found.distance.slips > 0;
  const pattern =
    slipped && key.patterns.length > 0 ? firstFitting(response.text, key.patterns, key.caseSensitive) : undefined;
  if (pattern) return byPattern(text, pattern, key);
  const slips = found.state === "right" ? found.distance.slips : 0;
  const worth = found.state === "right" ? found.right.fraction : 0;
  const cost = slips > 0 ? key.slips.cost : 0;
  const fraction = settled(worth * (1 - cost));
  const part = partOf(found, text, fraction);
  return {
    state: "scored",
    fraction,
    receipt: {
      read: text,
      matched: matchedBy(response.text, text, found),
      rule: ruleOf(key, body),
      lines: [
        { label: label(found, body), value: fractionText(worth) },
        ...(cost > 0
          ? [{ label: `A typing slip costs ${fractionText(cost)} of it`, value: fractionText(fraction) }]
          : []),
        { label: "Fraction", value: fractionText(fraction) },
      ],
      notes: notesOn(text, found, namesakesOf(response.text, body).length > 0),
      parts: [part],
    },
  };
}

function byPattern(text: string, { pattern, fraction }: Pattern, key: Key): Outcome {
  const settledFraction = settled(fraction);
  return {
    state: "scored",
    fraction: settledFraction,
    receipt: {
      read: text,
      matched: fraction > 0 ? [{ said: text, as: key.right[0]?.name ?? pattern, by: `the pattern ${pattern}` }] : [],
      rule: "The first pattern of the author that the text fits says what it earns.",
      lines: [
        { label: `Fits ‘${pattern}’`, value: fractionText(fraction) },
        { label: "Fraction", value: fractionText(settledFraction) },
      ],
      notes: [],
      parts: [{ id: otherId(text), text, right: settledFraction === 1 }],
    },
  };
}

/** One line, and something to show when it is made of marks that cannot be seen. */
function shown(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ").trim() || "signs that cannot be shown";
}

function ruleOf({ slips, namesakes }: Key, body: Body): string {
  const forgiven = !slips.forgiven
    ? "Typing slips are not forgiven."
    : "A typing slip is forgiven when nothing else is as near, never in a number.";
  const shared = body.namesakes.length > 0 || namesakes === "accept" ? SHARED[namesakes] : "";
  return `Any usual form of the name of the ${sortName(body.asks)} counts. ${forgiven}${shared}`;
}

const SHARED = {
  ask: " A name that several bear is asked back.",
  accept: " A name that others bear as well counts.",
} as const;

function label(found: Found, body: Body): string {
  switch (found.state) {
    case "right":
      return `Names ${found.right.name}`;
    case "other":
      return `Names ${found.other.name}, which is not asked`;
    case "several":
      return "Names several";
    case "unknown":
      return `Names no ${sortName(body.asks)} that is right`;
  }
}

function matchedBy(said: string, text: string, found: Found): Receipt["matched"] {
  if (found.state !== "right") return [];
  const by = knownBy(said, found.right, found.distance);
  return [{ said: text, as: found.right.name, ...(by === undefined ? {} : { by }) }];
}

function partOf(found: Found, text: string, fraction: number): Part {
  if (found.state === "right") return { id: found.right.id, text: found.right.name, right: fraction === 1 };
  if (found.state === "other") return { id: found.other.id, text: found.other.name, right: false };
  return { id: otherId(text), text, right: false };
}

/** The folded text: wrong answers that differ in case or accents are one. */
function otherId(text: string): string {
  const folded = aliasKey(text) || text;
  return `other:${folded.length > 60 ? [...folded].slice(0, 60).join("") : folded}`;
}

function notesOn(text: string, found: Found, asked: boolean): string[] {
  switch (found.state) {
    case "right": {
      const also = found.also.map(({ name }) => name).join(", ");
      return also === "" ? [] : [`‘${text}’ names ${also} too; the author lets it count here.`];
    }
    case "other": {
      const { name, about } = found.other;
      const slip = found.distance.slips > 0 ? `‘${text}’ was taken for ${name}` : `‘${text}’ names ${name}`;
      return [about === undefined ? `${slip}.` : `${slip}: ${about}.`];
    }
    case "several": {
      const names = found.names.slice(0, 4).map(({ name }) => name);
      if (found.slips > 0) return [`‘${text}’ is as near to ${names.join(" as to ")}: the slip is not forgiven.`];
      const unsaid = asked ? " Which was meant was asked and not said, and nothing is guessed." : "";
      return [`‘${text}’ can mean ${names.join(" or ")}.${unsaid}`];
    }
    case "unknown":
      return [];
  }
}
