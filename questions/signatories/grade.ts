import { foldName } from "@/facts/names";
import type { Outcome, Part } from "../contract";
import type { Body, Key, Response } from "./schema";
import { score } from "./score";
import { tally, type Named } from "./tally";
import { askOf, atStart, ruleOf, wordsOf } from "./words";

/** By the author's rule, over names each counted once; a name that is unclear or of another sort counts for nothing. */
export function grade(response: Response, key: Key, body: Body): Outcome {
  if (!isOf(response, body)) return { state: "malformed", why: "What was named is not an answer to this question." };
  const named = tally(response, key);
  const right = count(named, "right");
  const wrong = count(named, "wrong") + count(named, "unknown");
  const members = "members" in key ? key.members.map(({ id }) => id) : key.signatories.map(({ person }) => person);
  const words = wordsOf[askOf(body)];
  const { fraction, rule, lines } = score(ruleOf(body), right, wrong, new Set(members).size, words.not);
  return {
    state: "scored",
    fraction,
    receipt: {
      read: named.map(({ text, one }) => one?.name ?? text).join("; "),
      matched: named.flatMap(({ text, standing, one, by }) =>
        standing === "right" && one ? [{ said: text, as: one.name, ...(by === undefined ? {} : { by }) }] : [],
      ),
      rule,
      lines,
      notes: named.flatMap((each) => note(each, body)),
      parts: named.flatMap(part),
    },
  };
}

/** Whether it was typed where names are typed, or picked from what is offered. */
function isOf(response: Response, body: Body): boolean {
  if (body.entry === "typed" || response.entry === "typed") return response.entry === body.entry;
  const offered = new Set(body.people.map(({ id }) => id));
  return response.people.every((id) => offered.has(id));
}

function count(named: readonly Named[], standing: Named["standing"]): number {
  return named.filter((each) => each.standing === standing).length;
}

/** What counts for or against; a name that was not counted is no part. */
function part({ text, standing, one }: Named): Part[] {
  if (standing === "unknown") return [{ id: `other:${cut(foldName(text) || text)}`, text, right: false }];
  if ((standing !== "right" && standing !== "wrong") || !one) return [];
  return [{ id: one.id, text: one.name, right: standing === "right" }];
}

const cut = (text: string) => (text.length > 60 ? [...text].slice(0, 60).join("") : text);

function note({ text, standing, one, several, say }: Named, body: Body): string[] {
  const { not, many, unknown } = wordsOf[askOf(body)];
  switch (standing) {
    case "wrong":
      return [`${atStart(one?.name ?? text)} ${not}.${say === undefined ? "" : ` ${say}`}`];
    case "unknown":
      return [`‘${text}’ is ${unknown}; it counts as a name that ${not}.`];
    case "unclear":
      return [`‘${text}’ may be ${several?.join(" or ")}. It was not counted, for or against.`];
    case "kin":
      return [`${say} Asked are the ${many}; it was not counted, for or against.`];
    default:
      return [];
  }
}
