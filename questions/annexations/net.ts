import type { PlaceBody } from "./schema";

// Used by the browser as well: no library, no key.

type Net = PlaceBody["net"];
type Degrees = readonly [lon: number, lat: number];

const EARTH = 6371.0088;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Kilometres along the great circle between two points in degrees. */
export function kilometres([lonA, latA]: Degrees, [lonB, latB]: Degrees): number {
  const [a, b] = [radians(latA), radians(latB)];
  const half = Math.sin((a - b) / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(radians(lonA - lonB) / 2) ** 2;
  return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(half)));
}

/** The square of a net in which a point lies, 'D4'; undefined beyond its edges. */
export function squareAt({ west, north, lon, lat, columns, rows }: Net, [x, y]: Degrees): string | undefined {
  const column = Math.floor((x - west) / lon);
  const row = Math.floor((north - y) / lat);
  if (!(column >= 0 && column < columns && row >= 0 && row < rows)) return undefined;
  return squareId(column, row);
}

/** 'A1' is the north-western one. */
export const squareId = (column: number, row: number) => `${String.fromCharCode(65 + column)}${row + 1}`;

/** A square's edges, [west, south] and [east, north]. */
export function edgesOf({ west, north, lon, lat }: Net, id: string): [[number, number], [number, number]] {
  const column = id.charCodeAt(0) - 65;
  const row = Number(id.slice(1)) - 1;
  return [
    [west + column * lon, north - (row + 1) * lat],
    [west + (column + 1) * lon, north - row * lat],
  ];
}

/** A square's middle. */
export function middleOf(net: Net, id: string): [lon: number, lat: number] {
  const [[west, south], [east, north]] = edgesOf(net, id);
  return [(west + east) / 2, (south + north) / 2];
}

/** '52.31° N, 24.10° E' */
export function degreesText([lon, lat]: Degrees): string {
  const side = (value: number, plus: string, minus: string) =>
    `${Math.abs(value).toFixed(2)}° ${value < 0 ? minus : plus}`;
  return `${side(lat, "N", "S")}, ${side(lon, "E", "W")}`;
}

/** What a point is sent as: 'lon,lat', about 10 m fine. */
export const pointText = ([lon, lat]: Degrees) => `${lon.toFixed(4)},${lat.toFixed(4)}`;

const POINT = /^(-?\d{1,3}(?:\.\d{1,6})?),(-?\d{1,2}(?:\.\d{1,6})?)$/;

/** A point as it was sent; undefined when it is none. */
export function readPoint(text: string): [lon: number, lat: number] | undefined {
  const found = POINT.exec(text);
  if (!found) return undefined;
  const [lon, lat] = [Number(found[1]), Number(found[2])];
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? [lon, lat] : undefined;
}
