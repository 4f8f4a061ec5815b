import { foldName } from "@/facts/names";
import atlasFile from "./atlas.json";
import { edgesOf, kilometres, middleOf, squareAt, squareId } from "./net";
import type { PlaceBody } from "./schema";

/**
 * What lies where, for the author's side only: `npm run map` makes the file from content/map. From it come the squares
 * of a question that places a city, each told in words by known places and bearings.
 */

type Degrees = readonly [lon: number, lat: number];
type Net = PlaceBody["net"];
export type Frame = NonNullable<PlaceBody["frame"]>;

interface City {
  name: string;
  modern: string;
  lon: number;
  lat: number;
  /** Too little known to tell where something lies by it. */
  small?: boolean;
}

const atlas = atlasFile as {
  west: number;
  north: number;
  step: { lon: number; lat: number };
  rows: string[];
  legend: Record<string, { state?: string; sea?: string }>;
  cities: Record<string, City>;
  landmarks: string;
  territories: Record<string, { west: number; south: number; east: number; north: number }>;
};

/** A city of the map, by id. */
export function cityOf(id: string): (City & { at: Degrees }) | undefined {
  const city = Object.hasOwn(atlas.cities, id) ? atlas.cities[id] : undefined;
  return city && { ...city, at: [city.lon, city.lat] };
}

/** The city of the map that is called so, in its name of then or of now. */
export function cityCalled(name: string): string | undefined {
  const folded = foldName(name);
  return Object.keys(atlas.cities).find((id) => namesOf(id).map(foldName).includes(folded));
}

/** A city's names, of then and of now. */
export function namesOf(id: string): string[] {
  const city = cityOf(id);
  return city ? [...new Set([city.name, city.modern])] : [];
}

export const isDrawn = (land: string) => Object.hasOwn(atlas.territories, land);

/** True when a fifth of a land at least is in the frame, by the boxes around both. */
export function isInSight(land: string, [[west, south], [east, north]]: Frame): boolean {
  const box = atlas.territories[land];
  if (!box) return false;
  const across = Math.min(east, box.east) - Math.max(west, box.west);
  const down = Math.min(north, box.north) - Math.max(south, box.south);
  return across > 0 && down > 0 && 5 * across * down >= (box.east - box.west) * (box.north - box.south);
}

export const isWithin = ([lon, lat]: Degrees, [[west, south], [east, north]]: Frame) =>
  lon >= west && lon <= east && lat >= south && lat <= north;

/** Squares that a list may hold; with more it is too long to hear, with few it gives the place away. */
const MOST_SQUARES = 72;
export const LEAST_SQUARES = 12;
/** Kilometres; what is nearer to the city than this would point at it. */
const TOO_NEAR = 25;

/**
 * The net of squares over a frame, as fine as the list bears, and the squares that have land. Nothing in them names the
 * city that is asked.
 */
export function squaresOf(frame: Frame, city: string): { net: Net; squares: PlaceBody["squares"] } {
  const asked = JSON.stringify([frame, city]);
  const made = drawn.get(asked) ?? finestNet(frame, city);
  drawn.set(asked, made);
  return made;
}

/** By what was asked: the same question is compiled many times, and the atlas does not change. */
const drawn = new Map<string, ReturnType<typeof finestNet>>();

function finestNet(frame: Frame, city: string): { net: Net; squares: PlaceBody["squares"] } {
  let made = squaresOfSize(frame, city, 2);
  for (let size = 3; made.squares.length > MOST_SQUARES && size <= 12; size++) made = squaresOfSize(frame, city, size);
  return made;
}

/** Kilometres from the middle of a square to its corners, about; in the middle of the net. */
export function reachOf(net: Net): number {
  const middle: Degrees = [net.west + (net.columns * net.lon) / 2, net.north - (net.rows * net.lat) / 2];
  return kilometres(middle, [middle[0] + net.lon / 2, middle[1] + net.lat / 2]);
}

/** Cities to letter on the map of such a question: the usual landmarks and those the squares are told by. */
export function letteredCities(frame: Frame, city: string): string[] {
  const landmarks = atlas.landmarks.split(" ");
  const rank = (id: string) => (landmarks.includes(id) ? landmarks.indexOf(id) : landmarks.length);
  return knownCities(city)
    .filter(({ at }) => isWithin(at, frame))
    .map(({ id }) => id)
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

interface Known {
  id: string;
  name: string;
  at: Degrees;
}

/** Cities by which others are found: not the one that is asked, nothing on its spot, nothing that bears its name. */
function knownCities(asked: string): Known[] {
  const at = cityOf(asked)?.at;
  return Object.entries(atlas.cities).flatMap(([id, { name, lon, lat, small }]) =>
    small || id === asked || (at && kilometres(at, [lon, lat]) < TOO_NEAR) || tells(name, asked)
      ? []
      : [{ id, name, at: [lon, lat] as const }],
  );
}

/** True when a text names the city. */
export function tells(text: string, city: string): boolean {
  const said = ` ${foldName(text)} `;
  return namesOf(city).some((name) => said.includes(` ${foldName(name)} `));
}

function squaresOfSize(frame: Frame, city: string, size: number): { net: Net; squares: PlaceBody["squares"] } {
  const net = netOver(frame, size);
  const known = knownCities(city);
  const at = cityOf(city)?.at;
  const own = at && squareAt(net, at);
  const squares: PlaceBody["squares"] = [];
  for (let row = 0; row < net.rows; row++)
    for (let column = 0; column < net.columns; column++) {
      const id = squareId(column, row);
      const points = pointsOf(net, id);
      const lands = shares(points.flatMap(({ state }) => state ?? []));
      // On a coast a city can stand where the net has met only water.
      const hasCity = id === own || known.some((each) => squareAt(net, each.at) === id);
      if (lands.length === 0 && !hasCity) continue;
      const [sea] = shares(points.flatMap((each) => each.sea ?? []));
      const coast = sea && (tells(sea, city) ? "on the coast" : `on the ${sea}`);
      const named = lands.filter((land) => !tells(land, city)).slice(0, 2);
      squares.push({
        id,
        land: named.join(" and ") || "Coast",
        where: [lies(net, id, known), coast].filter(Boolean).join("; "),
      });
    }
  return { net, squares };
}

/** A net of squares `size` points wide that covers the frame; its lines keep to the points' own net. */
function netOver([[west, south], [east, north]]: Frame, size: number): Net {
  const [lon, lat] = [atlas.step.lon * size, atlas.step.lat * size];
  const left = atlas.west + Math.floor((west - atlas.west) / atlas.step.lon) * atlas.step.lon;
  const top = atlas.north - Math.floor((atlas.north - north) / atlas.step.lat) * atlas.step.lat;
  return {
    west: left,
    north: top,
    lon,
    lat,
    columns: Math.min(26, Math.ceil((east - left) / lon)),
    rows: Math.min(40, Math.ceil((top - south) / lat)),
  };
}

function pointsOf(net: Net, id: string): { state?: string; sea?: string }[] {
  const [[west, south], [east, north]] = edgesOf(net, id);
  const { step } = atlas;
  const points = [];
  for (let lat = north - step.lat / 2; lat > south; lat -= step.lat)
    for (let lon = west + step.lon / 2; lon < east; lon += step.lon) {
      const row = atlas.rows[Math.floor((atlas.north - lat) / step.lat)] ?? "";
      const sign = row[Math.floor((lon - atlas.west) / step.lon)];
      if (sign) points.push(atlas.legend[sign]!);
    }
  return points;
}

/** Names by how often they occur, most first; those of less than a sixth of the most are left out. */
function shares(names: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const sorted = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return sorted.filter(([, count]) => 6 * count >= sorted[0]![1]).map(([name]) => name);
}

const COMPASS = ["north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west"];

/** 'around Warsaw', or 'between Warsaw and Minsk, 170 km east of Brest'. */
function lies(net: Net, id: string, known: readonly Known[]): string {
  const middle = middleOf(net, id);
  const sorted = known
    .map((city) => ({ ...city, far: kilometres(middle, city.at) }))
    .sort((a, b) => a.far - b.far || (a.id < b.id ? -1 : 1));
  const inside = sorted.filter(({ at }) => squareAt(net, at) === id).slice(0, 2);
  if (inside.length > 0) return `around ${inside.map(({ name }) => name).join(" and ")}`;
  const near = sorted.slice(0, 7).filter(({ far }) => far < 400);
  let best: { text: string; detour: number } | undefined;
  near.forEach((one, index) => {
    for (const other of near.slice(index + 1)) {
      const detour = (one.far + other.far) / kilometres(one.at, other.at);
      if (detour < 1.06 && (!best || detour < best.detour - 0.005))
        best = { text: `between ${one.name} and ${other.name}`, detour };
    }
  });
  const [nearest] = sorted;
  const bearing = nearest && `${Math.round(nearest.far / 10) * 10} km ${side(nearest.at, middle)} of ${nearest.name}`;
  return [best?.text, bearing].filter(Boolean).join(", ") || "far from every city named here";
}

/** In which direction a point lies from another, of eight. */
function side([fromLon, fromLat]: Degrees, [lon, lat]: Degrees): string {
  const east = (lon - fromLon) * Math.cos((((lat + fromLat) / 2) * Math.PI) / 180);
  const turn = Math.atan2(east, lat - fromLat) / (Math.PI / 4);
  return COMPASS[(Math.round(turn) + 8) % 8]!;
}
