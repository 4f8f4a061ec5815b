import type { Fields, Reading } from "../contract";
import type { Body, Response } from "./schema";

/** A radio group sends one id or nothing; a list to choose from sends an empty text when nothing is chosen. */
export function read(fields: Fields, body: Body): Reading<Response> {
  const names = Object.keys(fields);
  if (names.some((name) => name !== "choice")) return { state: "malformed", why: "This question has no such field." };
  const sent = names.length > 0 ? fields.choice! : [];
  if (sent.length === 0 || (sent.length === 1 && sent[0] === "")) return { state: "blank" };
  if (sent.length > 1) return { state: "malformed", why: "One option can be chosen, and more than one was sent." };
  const choice = sent[0]!;
  if (!body.options.some((option) => option.id === choice))
    return { state: "malformed", why: "What was chosen is not an option of this question." };
  return { state: "read", response: { choice } };
}
