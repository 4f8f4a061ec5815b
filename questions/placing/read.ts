import type { Fields, Reading } from "../contract";
import { placeOf } from "./axis";
import type { Body, Response } from "./schema";

/** One place an event, named as the list names it; an event may stay unplaced. */
export function read(fields: Fields, body: Body): Reading<Response> {
  const ids = new Set(body.events.map(({ id }) => id));
  const sent = new Map(Object.entries(fields));
  for (const [name, values] of sent) {
    if (!ids.has(name)) return malformed("This question has no such field.");
    if (values.length > 1) return malformed("An event has one place, and more than one was sent.");
    const at = values[0] ?? "";
    if (at !== "" && placeOf(at, body.axis) === null) return malformed("That is not a place on the axis.");
  }
  const places = body.events.flatMap(({ id }) => {
    const at = sent.get(id)?.[0] ?? "";
    return at === "" ? [] : [{ event: id, at }];
  });
  return places.length === 0 ? { state: "blank" } : { state: "read", response: { places } };
}

function malformed(why: string): { state: "malformed"; why: string } {
  return { state: "malformed", why };
}
