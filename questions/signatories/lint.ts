import { nameWords } from "@/facts/names";
import type { Body, Key } from "./schema";

/** A shorter list gives the answer away by leaving little else. */
const LEAST_OFFERED = 6;

export function lint({ prompt, body, key }: { prompt: string; body: Body; key: Key }): string[] {
  const cast = new Map(key.cast.map((person) => [person.id, person]));
  const signed = [...new Set(key.signatories.map(({ person }) => person))];
  return [
    ...signed.filter((id) => !cast.has(id)).map((id) => `The signatory ${id} is not among the people: add the person.`),
    ...signed.flatMap((id) => givenAway(prompt, cast.get(id))),
    ...(body.entry === "picked" ? lintPicked(body.people, signed, cast) : []),
  ];
}

/** Adjoining words: the name of a treaty often holds its signatories' names. */
function givenAway(prompt: string, person: Key["cast"][number] | undefined): string[] {
  if (!person) return [];
  const said = ` ${nameWords(prompt).join(" ")} `;
  const surname = nameWords(person.sortName.split(",")[0] ?? "").join(" ");
  if (surname === "" || !said.includes(` ${surname} `)) return [];
  return [`The prompt names ${person.name}, who is part of the answer: call the agreement by another name.`];
}

function lintPicked(
  people: readonly { id: string; name: string }[],
  signed: readonly string[],
  cast: ReadonlyMap<string, unknown>,
): string[] {
  const offered = new Set(people.map(({ id }) => id));
  const others = offered.size - signed.filter((id) => offered.has(id)).length;
  const names = people.map(({ name }) => name);
  return [
    ...(offered.size < people.length ? ["Somebody is offered twice: leave one out."] : []),
    ...(new Set(names).size < names.length ? ["Two people are offered by the same name: tell them apart."] : []),
    ...signed
      .filter((id) => !offered.has(id))
      .map((id) => `The signatory ${id} is not offered, so that nobody can earn all: offer the name.`),
    ...[...offered]
      .filter((id) => !cast.has(id))
      .map((id) => `${id} is offered and not among the people: add the person.`),
    ...(others < signed.length
      ? ["Choosing everybody would earn something: offer at least as many others as signed."]
      : []),
    ...(offered.size < LEAST_OFFERED
      ? [`Only ${offered.size} people are offered: offer ${LEAST_OFFERED} or more.`]
      : []),
  ];
}
