import { share } from "../fraction";
import { guessedSet, meanOf } from "../guessing";
import type { Body, Key } from "./schema";

/** Any set of the lands that are offered, or any state for each land; a point on a map is not guessed from a list. */
export function randomGuess(key: Key, body: Body): number | null {
  if (key.task === "place" || body.task === "place") return null;
  if (key.task === "taker" || body.task === "taker") {
    if (key.task !== "taker" || body.task !== "taker") return null;
    const states = new Set(body.states.map(({ id }) => id));
    const takers = (land: string) => (Object.hasOwn(key.takers, land) ? key.takers[land]! : []);
    return meanOf(body.territories.map(({ id }) => takers(id).filter((each) => states.has(each)).length / states.size));
  }
  const all = new Set(key.right).size;
  const right = body.territories.filter(({ id }) => key.right.includes(id)).length;
  const free = body.territories.filter(({ id }) => !key.right.includes(id) && key.uncounted.includes(id)).length;
  return guessedSet({ right, wrong: body.territories.length - right - free, free }, (hit, missed) =>
    share(Math.max(0, hit - missed), all),
  );
}
