import { nameWords } from "@/facts/names";
import type { Fields, Reading } from "../contract";
import { LONGEST_NAME, MOST_ROWS } from "./rows";
import type { Body, Response } from "./schema";

/** Keeps the names as they were typed, or the people that were chosen. Whom a name means is told by the key's cast. */
export function read(fields: Fields, body: Body): Reading<Response> {
  const field = body.entry === "typed" ? "name" : "person";
  if (Object.keys(fields).some((name) => name !== field)) return malformed("This question has no such field.");
  const sent = fields[field] ?? [];
  return body.entry === "typed" ? readTyped(sent) : readPicked(sent, body.people);
}

function readTyped(sent: readonly string[]): Reading<Response> {
  if (sent.length > MOST_ROWS) return malformed("That is more names than the form has rows.");
  if (sent.some((text) => text.length > LONGEST_NAME)) return malformed("One of the names is too long.");
  if (sent.some((text) => text.includes("\u0000") || /\p{Cs}/u.test(text))) {
    return malformed("One of the names holds signs that cannot be kept.");
  }
  const names = sent.map((text) => text.trim()).filter((text) => nameWords(text).length > 0);
  return names.length === 0 ? { state: "blank" } : { state: "read", response: { entry: "typed", names } };
}

function readPicked(sent: readonly string[], people: readonly { id: string }[]): Reading<Response> {
  const offered = new Set(people.map(({ id }) => id));
  if (sent.some((id) => !offered.has(id))) return malformed("Somebody was chosen who is not on the list.");
  const chosen = [...new Set(sent)];
  return chosen.length === 0 ? { state: "blank" } : { state: "read", response: { entry: "picked", people: chosen } };
}

function malformed(why: string): { state: "malformed"; why: string } {
  return { state: "malformed", why };
}
