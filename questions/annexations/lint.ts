import { givesAway } from "../given-away";
import { cityOf, isDrawn, isInSight, isWithin, LEAST_SQUARES, namesOf, reachOf, tells } from "./atlas";
import { squareAt } from "./net";
import type { Body, Key, PickBody, PickKey, PlaceBody, PlaceKey, TakerBody, TakerKey } from "./schema";

/** What an author should mend. */
export function lint({ prompt, body, key }: { prompt: string; body: Body; key: Key }): string[] {
  if (body.task === "taker" && key.task === "taker") return lintTakers(prompt, body, key);
  if (body.task === "place" && key.task === "place") return lintPlace(body, key);
  if (body.task !== "taker" && body.task !== "place" && key.task !== "taker" && key.task !== "place")
    return lintPicks(prompt, body, key);
  return ["Body and key are of two tasks: derive the question anew."];
}

/** Nothing wrong on offer, an answer told by the prompt. */
function lintPicks(prompt: string, body: PickBody, key: PickKey): string[] {
  const found: string[] = [];
  const ids = body.territories.map(({ id }) => id);
  const strangers = [...key.right, ...key.uncounted].filter((id) => !ids.includes(id));
  if (strangers.length > 0)
    found.push(`The key names territories that are not offered (${strangers.join(", ")}): offer them.`);
  if (key.right.some((id) => key.uncounted.includes(id)))
    found.push("A territory is both right and uncounted: decide on one.");
  const wrong = ids.filter((id) => !key.right.includes(id) && !key.uncounted.includes(id));
  if (wrong.length === 0)
    found.push("Everything on offer is right, so marking all earns full marks: offer others too.");
  for (const { name } of body.territories)
    if (givesAway(prompt, [name])) found.push(`The prompt names ${name}, which is on offer: word it anew.`);
  return [...found, ...lintLands(body, key.right)];
}

/** Fewer states leave the answer to a guess. */
const LEAST_STATES = 4;

function lintTakers(prompt: string, body: TakerBody, key: TakerKey): string[] {
  const found: string[] = [];
  const nameOf = new Map(body.states.map(({ id, name }) => [id, name]));
  const right = new Set(Object.values(key.takers).flat());
  for (const { id, name, where } of body.territories) {
    const takers = Object.hasOwn(key.takers, id) ? key.takers[id]! : [];
    if (takers.length === 0) found.push(`Nobody is said to have taken ${name}: leave it out.`);
    for (const taker of takers) {
      const state = nameOf.get(taker);
      if (!state) found.push(`${taker} took ${name} and is not offered, so that nobody can earn all: offer it.`);
      else if (givesAway(where, [state]))
        found.push(`\`where\` of ${name} names ${state}, which took it: say where it lies without it.`);
    }
  }
  for (const id of right)
    if (nameOf.has(id) && givesAway(prompt, [nameOf.get(id)!]))
      found.push(`The prompt names ${nameOf.get(id)}, which is an answer: word it anew.`);
  if (body.territories.length > 2 && right.size === 1)
    found.push("One state took every land, so that one guess earns all: show lands of several takers.");
  if (nameOf.size < body.states.length) found.push("A state is offered twice: drop one.");
  if (nameOf.size < LEAST_STATES) found.push(`Only ${nameOf.size} states are offered: offer ${LEAST_STATES} or more.`);
  return [...found, ...lintLands(body, Object.keys(key.takers))];
}

/** The map's own borders tell nothing of what came after. */
const OF_THE_MAP = /\bborders? of (September )?1938\b/gi;

/** What holds of lands whatever is asked of them: each in sight, each with a line that says where and no more. */
function lintLands(body: PickBody | TakerBody, asked: readonly string[]): string[] {
  const found: string[] = [];
  const { territories, frame } = body;
  if (new Set(territories.map(({ id }) => id)).size !== territories.length)
    found.push("A territory is offered twice: drop one.");
  for (const { id, name, where } of territories) {
    if (!isDrawn(id)) found.push(`The map does not draw ${name}: leave it out.`);
    else if (frame && !isInSight(id, frame))
      found.push(
        `${name}${asked.includes(id) ? ", which is asked," : ""} lies outside the frame: widen \`frame\`, or leave the land out.`,
      );
    if (where.trim().split(/\s+/).length < 4)
      found.push(`\`where\` of ${name} does not tell where it lies: name neighbours and bearing.`);
    if (/\b(1[89]|20)\d\d\b|\b(annex|ceded|occup|award|seiz|incorporat)/i.test(where.replace(OF_THE_MAP, "")))
      found.push(`\`where\` of ${name} tells what happened there: say only neighbours and bearing.`);
  }
  return found;
}

function lintPlace({ frame, cities = [], net, squares }: PlaceBody, key: PlaceKey): string[] {
  const found: string[] = [];
  if (!isWithin(key.at, frame)) found.push(`${key.name} lies outside the frame: write a \`frame\` that has it.`);
  const [[west, south], [east, north]] = frame;
  const off = Math.max(
    Math.abs((2 * (key.at[0] - west)) / (east - west) - 1),
    Math.abs((2 * (key.at[1] - south)) / (north - south) - 1),
  );
  if (off < 0.12) found.push(`${key.name} lies in the middle of the frame, where one guesses: shift the frame.`);
  if (squareAt(net, key.at) !== key.square || !squares.some(({ id }) => id === key.square))
    found.push(`The square of ${key.name} is not on the list, so that the list cannot earn all: derive it anew.`);
  if (squares.length < LEAST_SQUARES)
    found.push(`The frame has only ${squares.length} squares to choose from: widen it.`);
  const reach = Math.round(reachOf(net));
  if (key.full < 0.6 * reach)
    found.push(
      `The squares reach ${reach} km from their middle, and a point has to be within ${key.full} km: narrow the frame, or widen \`full\`.`,
    );
  if (key.zero <= key.full) found.push("The tolerance is turned round: write a smaller `full` than `zero`.");
  if (cities.includes(key.city)) found.push(`${key.name} is lettered on the map: take it out of \`cities\`.`);
  const telling = squares.find(({ land, where }) => tells(`${land}: ${where}`, key.city));
  if (telling) found.push(`Square ${telling.id} names ${key.name}: choose another city.`);
  for (const id of cities)
    if (!cityOf(id)) found.push(`The map has no city '${id}': mend it in \`cities\`.`);
    else if (id !== key.city && namesOf(id).some((name) => tells(name, key.city)))
      found.push(`The name of '${id}' holds that of ${key.name}: take it out of \`cities\`.`);
  return found;
}
