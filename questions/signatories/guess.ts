import { guessedSet } from "../guessing";
import { score } from "./score";
import type { Body, Key } from "./schema";
import { ruleOf } from "./words";

/** Of names that are picked, any set of those that are offered; where names are typed there is nothing to guess from. */
export function randomGuess(key: Key, body: Body): number | null {
  if (body.entry === "typed") return null;
  const members = new Set(
    "members" in key ? key.members.map(({ id }) => id) : key.signatories.map((each) => each.person),
  );
  const right = body.people.filter(({ id }) => members.has(id)).length;
  const wrong = body.people.length - right;
  return guessedSet({ right, wrong }, (hit, missed) => score(ruleOf(body), hit, missed, members.size).fraction);
}
