import { foldName } from "@/facts/names";
import type { Body } from "./schema";

/** The list by surname, whatever the author's order; the seed changes nothing, for an alphabet is easier to search. */
export function arrange(body: Body): Body {
  if (body.entry === "typed") return body;
  const keyed = body.people.map((person) => ({
    person,
    order: [foldName(person.sortName), foldName(person.name), person.id].join("\u0000"),
  }));
  keyed.sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0));
  return { ...body, people: keyed.map(({ person }) => person) };
}
