import type { Fields } from "../contract";
import { alsoWritten } from "../spellings";
import type { Body, Key } from "./schema";
import { membersOf } from "./tally";

/** Every member: by name, a row each, or ticked. */
export function solve(key: Key, body: Body): Fields {
  const members = membersOf(key);
  return body.entry === "typed"
    ? { name: [...new Set(members.map(({ name }) => name))] }
    : { person: [...new Set(members.map(({ id }) => id))] };
}

/** Everything on the list ticked; what is typed has no end. */
export function markAll(body: Body): Fields {
  return body.entry === "typed" ? {} : { person: body.people.map(({ id }) => id) };
}

/** Each member, in what office, and how else the name is written. */
export function alsoRight(key: Key, body: Body): string[] {
  return membersOf(key).flatMap(({ id, name, note }) => {
    const forms = "members" in key ? key.members.find((each) => each.id === id)?.aliases : undefined;
    const other = [note, body.entry === "typed" && alsoWritten(name, forms ?? [])].filter(Boolean);
    return other.length > 0 ? [`${name}: ${other.join("; ")}.`] : [];
  });
}
