import type { Fields, Reading } from "../contract";
import type { Body, Response } from "./schema";

/** One field a stem, named by its id; empty or absent when nothing was put to it. */
export function read(fields: Fields, body: Body): Reading<Response> {
  const stems = new Set(body.stems.map(({ id }) => id));
  if (Object.keys(fields).some((name) => !stems.has(name))) return malformed("This question has no such field.");
  const choices = new Set(body.choices.map(({ id }) => id));
  const pairs: Response["pairs"] = [];
  for (const { id: stem } of body.stems) {
    const sent = Object.hasOwn(fields, stem) ? fields[stem]! : [];
    if (sent.length > 1) return malformed("One thing can be put to each, and more than one was sent.");
    const choice = sent[0] ?? "";
    if (choice === "") continue;
    if (!choices.has(choice)) return malformed("What was chosen is not on the list of this question.");
    pairs.push({ stem, choice });
  }
  // By id: the page's order of stems is no part of the answer.
  pairs.sort((a, b) => (a.stem < b.stem ? -1 : 1));
  return pairs.length === 0 ? { state: "blank" } : { state: "read", response: { pairs } };
}

function malformed(why: string): { state: "malformed"; why: string } {
  return { state: "malformed", why };
}
