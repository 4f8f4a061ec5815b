import type { Fields, Reading } from "../contract";
import { readPoint } from "./net";
import type { Body, PickBody, PlaceBody, Response, TakerBody } from "./schema";

type Read = Reading<Response>;

/** By task: checkboxes, a choice a land, or a square and a point. */
export function read(fields: Fields, body: Body): Read {
  if (body.task === "taker") return readTakers(fields, body);
  return body.task === "place" ? readPlace(fields, body) : readPicks(fields, body);
}

const malformed = (why: string): Read => ({ state: "malformed", why });
const NO_FIELD = "This question has no such field.";

/** Checkboxes send the ids that are ticked, or nothing. One sent twice counts once. */
function readPicks(fields: Fields, { territories }: PickBody): Read {
  const names = Object.keys(fields);
  if (names.some((name) => name !== "territory")) return malformed(NO_FIELD);
  const sent = new Set(names.length > 0 ? fields.territory : []);
  if (sent.size === 0) return { state: "blank" };
  const offered = territories.map(({ id }) => id);
  if ([...sent].some((id) => !offered.includes(id)))
    return malformed("What was marked is not a territory of this question.");
  return { state: "read", response: { territories: offered.filter((id) => sent.has(id)) } };
}

/** A field a land, `taker-estonia`: empty while nothing is chosen. */
function readTakers(fields: Fields, { territories, states }: TakerBody): Read {
  const own = new Set(territories.map(({ id }) => `taker-${id}`));
  const names = Object.keys(fields);
  if (names.some((name) => !own.has(name))) return malformed(NO_FIELD);
  if (names.some((name) => fields[name]!.length > 1)) return malformed("A territory was answered twice.");
  const offered = new Set(states.map(({ id }) => id));
  const takers = territories.flatMap(({ id: territory }) => {
    const [state] = Object.hasOwn(fields, `taker-${territory}`) ? fields[`taker-${territory}`]! : [];
    return state ? [{ territory, state }] : [];
  });
  if (takers.some(({ state }) => !offered.has(state))) return malformed("A state was named that is not on the list.");
  return takers.length === 0 ? { state: "blank" } : { state: "read", response: { takers } };
}

/**
 * `square` says which way was taken: empty, nothing; 'point', the point in `at`; else a square. The list is all that
 * works without script, so it decides; a point sent without it counts too.
 */
function readPlace(fields: Fields, { squares }: PlaceBody): Read {
  const names = Object.keys(fields);
  if (names.some((name) => name !== "square" && name !== "at")) return malformed(NO_FIELD);
  if (names.some((name) => fields[name]!.length > 1)) return malformed("The city was placed twice.");
  const at = fields.at?.[0] ?? "";
  const point = readPoint(at);
  if (at !== "" && !point) return malformed("That is no point of the map.");
  const square = Object.hasOwn(fields, "square") ? (fields.square![0] ?? "") : "point";
  if (square === "") return { state: "blank" };
  if (square === "point") return point ? { state: "read", response: { at: point } } : { state: "blank" };
  return squares.some(({ id }) => id === square)
    ? { state: "read", response: { square } }
    : malformed("That square is not on the list.");
}
