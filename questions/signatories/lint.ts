import { nameWords } from "@/facts/names";
import { givesAway } from "../given-away";
import type { Body, Key } from "./schema";
import { grade } from "./grade";
import { solve } from "./solve";
import { askOf, isOfPeople, ruleOf, wordsOf } from "./words";

/** A shorter list gives the answer away by leaving little else. */
const LEAST_OFFERED = 6;

export function lint({ prompt, body, key }: { prompt: string; body: Body; key: Key }): string[] {
  const cast = new Map(key.cast.map((each) => [each.id, each.name]));
  const ids = "members" in key ? key.members.map(({ id }) => id) : key.signatories.map(({ person }) => person);
  const members = [...new Set(ids)];
  const { one } = wordsOf[askOf(body)];
  return [
    ...members
      .filter((id) => !cast.has(id))
      .map((id) => `The ${one} ${id} is not among those that can be named: add it to the fact base.`),
    ...members.flatMap((id) => givenAway(prompt, id, key, body)),
    ...(ruleOf(body) === "per-slot" && body.slots !== members.length
      ? [`There are ${members.length} and the question says ${body.slots ?? "nothing"}: derive it anew.`]
      : []),
    ...(body.entry === "picked" ? lintPicked(body, members, cast) : lintTyped(body, members, key)),
  ];
}

/** Adjoining words: the name of a treaty often holds its signatories' names. */
function givenAway(prompt: string, id: string, key: Key, body: Body): string[] {
  const name = key.cast.find((each) => each.id === id)?.name;
  if (name === undefined) return [];
  const told = isOfPeople(askOf(body))
    ? surnamesOf(id, key, body).some((surname) => surname !== "" && said(prompt).includes(` ${surname} `))
    : givesAway(prompt, [name]);
  if (!told) return [];
  if (askOf(body) === "signatories")
    return [`The prompt names ${name}, who is part of the answer: call the agreement by another name.`];
  return [`The prompt names ${name}, which is part of the answer: word it anew.`];
}

const said = (prompt: string) => ` ${nameWords(prompt).join(" ")} `;

function surnamesOf(id: string, key: Key, body: Body): string[] {
  const listed = body.entry === "picked" ? body.people.find((each) => each.id === id)?.sortName : undefined;
  const first = "members" in key ? undefined : key.cast.find((each) => each.id === id)?.sortName;
  const sortName = listed ?? first;
  if (sortName !== undefined) return [nameWords(sortName.split(",")[0] ?? "").join(" ")];
  const folded = "members" in key ? key.cast.find((each) => each.id === id) : undefined;
  return (folded?.surnames ?? []).slice(0, 1);
}

/** A name that others bear too, or that means another, cannot be typed so that it counts. */
function lintTyped(body: Body, members: readonly string[], key: Key): string[] {
  const { name = [] } = solve(key, body);
  const outcome = grade({ entry: "typed", names: [...name] }, key, body);
  if (outcome.state === "scored" && outcome.fraction === 1) return [];
  const found = outcome.state === "scored" ? new Set(outcome.receipt.parts.map(({ id }) => id)) : new Set();
  const lost = members.filter((id) => !found.has(id));
  return [
    `The names of ${lost.join(", ") || "the answer"} are read as something else, so that nobody can earn all: mend the names, or let them be picked.`,
  ];
}

function lintPicked(
  body: Extract<Body, { entry: "picked" }>,
  members: readonly string[],
  cast: ReadonlyMap<string, unknown>,
): string[] {
  const { people } = body;
  const ask = askOf(body);
  const { one } = wordsOf[ask];
  const offered = new Set(people.map(({ id }) => id));
  const others = offered.size - members.filter((id) => offered.has(id)).length;
  const names = people.map(({ name }) => name);
  const what = isOfPeople(ask) ? "people" : wordsOf[ask].one === "party" ? "states" : "names";
  return [
    ...(offered.size < people.length ? ["One is offered twice: leave one out."] : []),
    ...(new Set(names).size < names.length ? ["Two are offered by the same name: tell them apart."] : []),
    ...members
      .filter((id) => !offered.has(id))
      .map((id) => `The ${one} ${id} is not offered, so that nobody can earn all: offer the name.`),
    ...[...offered]
      .filter((id) => !cast.has(id))
      .map((id) => `${id} is offered and not known to the key: derive the question anew.`),
    ...(others < members.length
      ? ["Choosing all would earn too much: offer at least as many others as belong to the answer."]
      : []),
    ...(offered.size < LEAST_OFFERED
      ? [`Only ${offered.size} ${what} are offered: offer ${LEAST_OFFERED} or more.`]
      : []),
  ];
}
