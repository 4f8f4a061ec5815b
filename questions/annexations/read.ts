import type { Fields, Reading } from "../contract";
import type { Body, Response } from "./schema";

/** Checkboxes send the ids that are ticked, or nothing. One sent twice counts once. */
export function read(fields: Fields, body: Body): Reading<Response> {
  const names = Object.keys(fields);
  if (names.some((name) => name !== "territory"))
    return { state: "malformed", why: "This question has no such field." };
  const sent = new Set(names.length > 0 ? fields.territory : []);
  if (sent.size === 0) return { state: "blank" };
  const offered = body.territories.map(({ id }) => id);
  if ([...sent].some((id) => !offered.includes(id)))
    return { state: "malformed", why: "What was marked is not a territory of this question." };
  return { state: "read", response: { territories: offered.filter((id) => sent.has(id)) } };
}
