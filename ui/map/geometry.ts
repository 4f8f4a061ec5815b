import drawn from "./europe-1938.json";

/**
 * Where things are on the map of Europe in 1938. Coordinates are units of the drawing (about 1.9 km each), x to the
 * east, y to the south; the shapes themselves stand in one SVG file that pages refer to and never carry.
 */

export type Point = readonly [x: number, y: number];

/** A box in degrees: [west, south] and [east, north]. */
export type Frame = readonly [readonly [number, number], readonly [number, number]];

/** What part of the drawing is in sight. */
export interface View {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** One land on the map. */
export interface Land {
  name: string;
  /** Where its name or letter is centred. */
  at: Point;
  /** Left, top, right, bottom. */
  bounds: readonly [number, number, number, number];
  /** Further places where its name can stand, roomiest first; states only. */
  spots?: readonly Point[];
}

interface Drawn {
  file: string;
  width: number;
  height: number;
  projection: { parallels: number[]; meridian: number; scale: number; translate: number[] };
  states: Record<string, Land>;
  territories: Record<string, Land>;
  cities: Record<string, { name: string; at: Point }>;
  landmarks: string[];
  waters: { name: string; at: Point }[];
}

const map = drawn as unknown as Drawn;

export const states: Readonly<Record<string, Land>> = map.states;
export const territories: Readonly<Record<string, Land>> = map.territories;
export const cities: Readonly<Record<string, { name: string; at: Point }>> = map.cities;
/** Ids of cities that orient a reader when nobody names any, most useful first. */
export const landmarks: readonly string[] = map.landmarks;
export const waters: readonly { name: string; at: Point }[] = map.waters;

/** Address of a shape: 'territory-estonia', 'state-poland', 'states', 'coast', 'borders', 'lakes'. */
export function shape(id: string): string {
  return `${map.file}#${id}`;
}

/** All that is drawn. */
export const whole: View = { x: 0, y: 0, width: map.width, height: map.height };

/** A view of this width, in units, shows lettering at its natural size on a screen as many pixels wide. */
const NATURAL = 680;

/** Drawing units for one pixel of lettering: what a letter of 13 px is multiplied by to look the same in every view. */
export function unit(view: View): number {
  return view.width / NATURAL;
}

const DEGREES = 180 / Math.PI;
const radians = (degrees: number) => (degrees * Math.PI) / 180;
const tangent = (lat: number) => Math.tan(Math.PI / 4 + lat / 2);
const { parallels, meridian, scale, translate } = map.projection;
const [south, north] = [radians(parallels[0]!), radians(parallels[1]!)];
const cone = Math.log(Math.cos(south) / Math.cos(north)) / Math.log(tangent(north) / tangent(south));
const reach = (Math.cos(south) * tangent(south) ** cone) / cone;

/** Degrees to drawing units: a conic conformal projection, the one that the shapes were drawn with. */
export function project(lon: number, lat: number): Point {
  const radius = reach / tangent(radians(lat)) ** cone;
  const angle = cone * radians(lon - meridian);
  return [translate[0]! + scale * radius * Math.sin(angle), translate[1]! - scale * (reach - radius * Math.cos(angle))];
}

/** Drawing units to degrees, [longitude, latitude]: `project` turned round. */
export function unproject([x, y]: Point): [lon: number, lat: number] {
  const dx = (x - translate[0]!) / scale;
  const dy = reach - (translate[1]! - y) / scale;
  const lat = 2 * (Math.atan((reach / Math.hypot(dx, dy)) ** (1 / cone)) - Math.PI / 4);
  return [meridian + (Math.atan2(dx, dy) / cone) * DEGREES, lat * DEGREES];
}

/** Path data of a box in degrees, its parallels bent as the projection bends them. */
export function outline([[west, southLat], [east, northLat]]: Frame): string {
  const bend = (lat: number, from: number, to: number) =>
    Array.from({ length: 7 }, (_, step) =>
      project(from + ((to - from) * step) / 6, lat)
        .map(tenth)
        .join(" "),
    );
  return `M${[...bend(northLat, west, east), ...bend(southLat, east, west)].join("L")}z`;
}

/** The smallest view that shows a whole frame, kept within what is drawn. */
export function viewOf([[west, southLat], [east, northLat]]: Frame): View {
  const points: Point[] = [];
  for (let step = 0; step <= 16; step++) {
    const lon = west + ((east - west) * step) / 16;
    const lat = southLat + ((northLat - southLat) * step) / 16;
    points.push(project(lon, southLat), project(lon, northLat), project(west, lat), project(east, lat));
  }
  return around(points);
}

/** A view that shows these lands whole, with some air about them. Ids that the map does not know are passed over. */
export function viewOfLands(ids: readonly string[]): View {
  const boxes = ids.flatMap((id) => territories[id]?.bounds ?? states[id]?.bounds ?? []);
  if (boxes.length === 0) return whole;
  const xs = boxes.filter((_, index) => index % 2 === 0);
  const ys = boxes.filter((_, index) => index % 2 === 1);
  const air = 0.06 * Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)) + 20;
  return around([
    [Math.min(...xs) - air, Math.min(...ys) - air],
    [Math.max(...xs) + air, Math.max(...ys) + air],
  ]);
}

/** Air that is drawn beyond the frame and may be shown. */
const BEYOND = 60;

function around(points: readonly Point[]): View {
  const xs = points.map((point) => point[0]);
  const ys = points.map((point) => point[1]);
  const left = Math.max(Math.min(...xs), -BEYOND);
  const top = Math.max(Math.min(...ys), -BEYOND);
  const right = Math.min(Math.max(...xs), map.width + BEYOND);
  const bottom = Math.min(Math.max(...ys), map.height + BEYOND);
  return { x: tenth(left), y: tenth(top), width: tenth(right - left), height: tenth(bottom - top) };
}

/** One decimal: a fifth of a kilometre. */
export const tenth = (value: number) => Math.round(value * 10) / 10;
