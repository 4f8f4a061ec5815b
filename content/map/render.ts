import { createHash } from "node:crypto";
import {
  geoBounds,
  geoConicConformal,
  geoContains,
  geoPath,
  type GeoPermissibleObjects,
  type GeoProjection,
} from "d3-geo";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, GeometryObject, Topology } from "topojson-specification";
import { json, path, pathOf, read, tenth } from "./draw";

/**
 * Draws the map once, for good: shapes into one SVG file that every page refers to, and what pages need to know about
 * the shapes (where a label stands, how far a land reaches) into an index. Same data, same bytes.
 */

/** The part of the world that is drawn, in degrees: [west, south] and [east, north]. */
const FRAME = [
  [5, 42],
  [50, 72],
] as const;
const PARALLELS = [47, 62] as const;
const MERIDIAN = 27.5;
/** Map units a radian: one unit is about 1.9 km, so that one decimal is finer than the data. */
const SCALE = 3300;
/** Units drawn beyond the frame, so that no cut edge shows. */
const MARGIN = 90;

interface Shape {
  id: string;
  name: string;
  label: [number, number];
}

interface City {
  id: string;
  name: string;
  modernName: string;
  lon: number;
  lat: number;
}

/** Names of waters, by where the name is centred. */
const WATERS: [string, number, number][] = [
  ["Baltic Sea", 19.3, 57.4],
  ["Baltic Sea", 16.6, 55.2],
  ["Black Sea", 33.6, 43.4],
  ["Black Sea", 30.9, 44.6],
  ["North Sea", 6.3, 55.9],
  ["Gulf of Bothnia", 19.6, 62.1],
  ["Gulf of Finland", 26.0, 59.95],
  ["White Sea", 37.6, 65.7],
  ["Barents Sea", 36.5, 70.7],
  ["Norwegian Sea", 9.0, 66.2],
  ["Adriatic Sea", 15.6, 43.2],
  ["Sea of Azov", 36.7, 46.1],
  ["Lake Ladoga", 31.5, 60.9],
];

/** Which water a point at sea belongs to: that of the nearest of these. Only for telling in words where a square lies. */
const SEAS: [string, number, number][] = [
  ["Baltic Sea", 19.3, 57.4],
  ["Baltic Sea", 16.6, 55.2],
  ["Baltic Sea", 19.5, 55.0],
  ["Baltic Sea", 12.2, 54.4],
  ["Baltic Sea", 18.2, 59.0],
  ["Baltic Sea", 21.3, 58.6],
  ["Gulf of Riga", 23.6, 57.7],
  ["Gulf of Bothnia", 19.6, 62.1],
  ["Gulf of Bothnia", 18.2, 60.9],
  ["Gulf of Bothnia", 22.8, 64.8],
  ["Gulf of Finland", 23.8, 59.7],
  ["Gulf of Finland", 27.4, 60.0],
  ["North Sea", 6.3, 55.9],
  ["North Sea", 8.6, 57.8],
  ["Norwegian Sea", 9.0, 66.2],
  ["Norwegian Sea", 6.0, 62.8],
  ["Norwegian Sea", 16.0, 69.6],
  ["Barents Sea", 27.0, 71.4],
  ["Barents Sea", 36.5, 70.7],
  ["Barents Sea", 46.0, 69.0],
  ["White Sea", 37.6, 65.7],
  ["White Sea", 43.5, 67.3],
  ["Black Sea", 33.6, 43.4],
  ["Black Sea", 30.0, 43.4],
  ["Black Sea", 30.9, 45.4],
  ["Black Sea", 39.0, 43.8],
  ["Sea of Azov", 36.7, 46.1],
  ["Caspian Sea", 49.0, 43.5],
  ["Adriatic Sea", 15.6, 43.2],
  ["Adriatic Sea", 13.2, 45.0],
  ["Ligurian Sea", 8.8, 43.9],
];

/** Towns that few find without being told: drawn when asked for, never used to tell where something lies. */
const SMALL = [
  "prokhorovka",
  "rzhev",
  "vyazma",
  "katyn",
  "torgau",
  "potsdam",
  "hanko",
  "auschwitz",
  "petsamo",
  "yalta",
];

/** Degrees between two points at which is asked what lies there: about 50 km each way. */
const STEP = { lon: 0.75, lat: 0.5 } as const;

/** Cities that orient a reader when nobody names any, most useful first. */
const LANDMARKS = [
  "moscow",
  "berlin",
  "warsaw",
  "leningrad",
  "kiev",
  "helsinki",
  "budapest",
  "bucharest",
  "minsk",
  "vienna",
  "prague",
  "odessa",
  "belgrade",
  "sofia",
  "konigsberg",
  "munich",
  "stalingrad",
  "murmansk",
];

/** Names as they are lettered, where the data's own is too long for a map. */
const SHORT: Record<string, string> = {
  brest: "Brest",
  lublin: "Lublin",
  vyborg: "Viipuri",
};

export interface RenderedMap {
  /** Name of the SVG file; holds a hash of its bytes. */
  file: string;
  svg: string;
  /** For `ui/map`: JSON. */
  index: string;
  /** For the content check: JSON. */
  ids: string;
  /** For questions that place a city: what lies where, by longitude and latitude. For the server only: JSON. */
  atlas: string;
}

/** Renders the map from the files beside this one. */
export function renderMap(): RenderedMap {
  const europe = read("europe-1938.topojson") as Topology;
  const changed = read("territories.topojson") as Topology;
  const cities = read("cities.json") as City[];
  const states = europe.objects.states as GeometryCollection<Shape>;
  const lakes = europe.objects.lakes as GeometryObject;
  const territories = changed.objects.territories as GeometryCollection<Shape>;

  const { projection, width, height } = fitted();
  const draw = (shape: GeoPermissibleObjects) => pathOf(shape, projection);
  const at = (lon: number, lat: number) => (projection([lon, lat]) as [number, number]).map(tenth) as [number, number];

  const stateShapes = feature(europe, states).features.filter((shape) => draw(shape) !== "");
  const territoryShapes = feature(changed, territories).features;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">`,
    `<g id="states">`,
    ...stateShapes.map((shape) => path(`state-${shape.properties.id}`, draw(shape))),
    `</g>`,
    ...territoryShapes.map((shape) => path(`territory-${shape.properties.id}`, draw(shape))),
    path("coast", draw(mesh(europe, states as GeometryObject, (a, b) => a === b))),
    path("borders", draw(mesh(europe, states as GeometryObject, (a, b) => a !== b))),
    path("lakes", draw(feature(europe, lakes) as GeoPermissibleObjects)),
    `</svg>\n`,
  ].join("\n");

  const file = `europe-1938.${createHash("sha256").update(svg).digest("hex").slice(0, 10)}.svg`;
  const plan = geoPath(projection);
  const shape = (each: (typeof stateShapes)[number]) => ({
    name: plain(each.properties.name),
    at: at(...each.properties.label),
    bounds: plan.bounds(each).flat().map(Math.round),
  });
  const index = {
    file: `/map/${file}`,
    width,
    height,
    projection: {
      parallels: PARALLELS,
      meridian: MERIDIAN,
      scale: SCALE,
      translate: projection.translate().map(tenth),
    },
    states: Object.fromEntries(
      stateShapes.map((each) => [
        each.properties.id,
        { ...shape(each), spots: spots(each, projection, width, height) },
      ]),
    ),
    territories: Object.fromEntries(territoryShapes.map((each) => [each.properties.id, shape(each)])),
    cities: Object.fromEntries(
      cities
        .filter((city) => inside(at(city.lon, city.lat), width, height))
        .map((city) => [city.id, { name: SHORT[city.id] ?? city.name, at: at(city.lon, city.lat) }]),
    ),
    landmarks: LANDMARKS,
    waters: WATERS.map(([name, lon, lat]) => ({ name, at: at(lon, lat) })),
  };
  const ids = {
    states: Object.keys(index.states),
    territories: Object.keys(index.territories),
    cities: Object.keys(index.cities),
  };
  const atlas = atlasOf(
    stateShapes,
    territoryShapes,
    cities.filter((city) => city.id in index.cities),
  );
  return { file, svg, index: json(index), ids: json(ids), atlas };
}

/**
 * What lies where: state or sea at points of a net of degrees, the cities, and how far each land reaches. Laid out
 * as the formatter would.
 */
function atlasOf(
  states: readonly (GeoPermissibleObjects & { properties: Shape })[],
  territories: readonly (GeoPermissibleObjects & { properties: Shape })[],
  cities: readonly City[],
): string {
  const [[west, south], [east, north]] = FRAME;
  const boxes = states.map((shape) => ({ shape, box: geoBounds(shape) }));
  const signs = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const legend = new Map<string, { sign: string; kind: "state" | "sea"; name: string }>();
  const sign = (kind: "state" | "sea", name: string) => {
    const key = `${kind} ${name}`;
    if (!legend.has(key)) legend.set(key, { sign: signs[legend.size]!, kind, name });
    return legend.get(key)!.sign;
  };
  const rows: string[] = [];
  for (let lat = north - STEP.lat / 2; lat > south; lat -= STEP.lat) {
    let row = "";
    for (let lon = west + STEP.lon / 2; lon < east; lon += STEP.lon) {
      const land = boxes.find(
        ({ shape, box: [[left, bottom], [right, top]] }) =>
          lon >= left && lon <= right && lat >= bottom && lat <= top && geoContains(shape, [lon, lat]),
      );
      row += land ? sign("state", plain(land.shape.properties.name)) : sign("sea", nearestSea(lon, lat));
    }
    rows.push(row);
  }
  return `${JSON.stringify(
    {
      west,
      north,
      step: STEP,
      rows,
      legend: Object.fromEntries([...legend.values()].map(({ sign: each, kind, name }) => [each, { [kind]: name }])),
      cities: Object.fromEntries(
        cities.map(({ id, name, modernName, lon, lat }) => [
          id,
          { name: SHORT[id] ?? name, modern: modernName, lon, lat, ...(SMALL.includes(id) ? { small: true } : {}) },
        ]),
      ),
      landmarks: LANDMARKS.join(" "),
      territories: Object.fromEntries(
        territories.map((land) => {
          const [[left, bottom], [right, top]] = geoBounds(land);
          return [
            land.properties.id,
            { west: tenth(left), south: tenth(bottom), east: tenth(right), north: tenth(top) },
          ];
        }),
      ),
    },
    null,
    2,
  )}\n`;
}

function nearestSea(lon: number, lat: number): string {
  const apart = ([, x, y]: (typeof SEAS)[number]) => Math.hypot((x - lon) * Math.cos((lat * Math.PI) / 180), y - lat);
  return SEAS.reduce((best, each) => (apart(each) < apart(best) ? each : best))[0];
}

/** The projection, moved so that the frame's bounding rectangle begins at 0,0, and the rectangle's size. */
function fitted() {
  const projection = geoConicConformal()
    .parallels([...PARALLELS])
    .rotate([-MERIDIAN, 0])
    .scale(SCALE)
    .translate([0, 0])
    .precision(0.05);
  const [[west, south], [east, north]] = FRAME;
  const edge: [number, number][] = [];
  for (let step = 0; step <= 90; step++) {
    const lon = west + ((east - west) * step) / 90;
    const lat = south + ((north - south) * step) / 90;
    for (const point of [
      [lon, south],
      [lon, north],
      [west, lat],
      [east, lat],
    ] as [number, number][])
      edge.push(projection(point) as [number, number]);
  }
  const xs = edge.map((point) => point[0]);
  const ys = edge.map((point) => point[1]);
  const [x, y] = [Math.floor(Math.min(...xs)), Math.floor(Math.min(...ys))];
  const width = Math.ceil(Math.max(...xs)) - x;
  const height = Math.ceil(Math.max(...ys)) - y;
  projection.translate([-x, -y]).clipExtent([
    [-MARGIN, -MARGIN],
    [width + MARGIN, height + MARGIN],
  ]);
  return { projection, width, height };
}

/** Points well inside a state, where its name can stand when a map shows only a part of it; best first. */
function spots(
  shape: GeoPermissibleObjects,
  projection: GeoProjection,
  width: number,
  height: number,
): [number, number][] {
  const rings: [number, number][][] = [];
  let ring: [number, number][] = [];
  geoPath(projection, {
    beginPath() {},
    arc() {},
    moveTo: (x, y) => void (ring = [[x, y]]),
    lineTo: (x, y) => void ring.push([x, y]),
    closePath: () => void rings.push(ring),
  })(shape);
  const step = 45;
  const found: { at: [number, number]; room: number }[] = [];
  for (let x = step / 2; x < width; x += step)
    for (let y = step / 2; y < height; y += step) {
      if (!rings.reduce((odd, each) => odd !== contains(each, x, y), false)) continue;
      const room = Math.min(...rings.map((each) => distance(each, x, y)));
      if (room > 22) found.push({ at: [Math.round(x), Math.round(y)], room });
    }
  return found.sort((a, b) => b.room - a.room || a.at[0] - b.at[0] || a.at[1] - b.at[1]).map((spot) => spot.at);
}

/** Whether a point lies inside a ring, by crossings. */
function contains(ring: [number, number][], x: number, y: number): boolean {
  let odd = false;
  ring.forEach(([ax, ay], index) => {
    const [bx, by] = ring[(index + 1) % ring.length]!;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) odd = !odd;
  });
  return odd;
}

/** From a point to the nearest place of a ring. */
function distance(ring: [number, number][], x: number, y: number): number {
  let nearest = Infinity;
  ring.forEach(([ax, ay], index) => {
    const [bx, by] = ring[(index + 1) % ring.length]!;
    const [dx, dy] = [bx - ax, by - ay];
    const along = dx || dy ? Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy))) : 0;
    nearest = Math.min(nearest, Math.hypot(x - ax - along * dx, y - ay - along * dy));
  });
  return nearest;
}

const plain = (name: string) => name.replace(/ \(.*\)$/, "");
const inside = ([x, y]: [number, number], width: number, height: number) =>
  x >= 0 && y >= 0 && x <= width && y <= height;
