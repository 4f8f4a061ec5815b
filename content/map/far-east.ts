import { createHash } from "node:crypto";
import { geoConicEqualArea, geoPath, type GeoPermissibleObjects } from "d3-geo";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, GeometryObject, Topology } from "topojson-specification";
import { json, path, pathOf, read, tenth } from "./draw";

/** The second map, drawn as the first is: the Far East on the eve of August 1945, for what Europe's map cannot show. */

/** Points of the edge, in degrees: from the west of Tuva to the north of the Kuril Islands. */
const EDGE: [number, number][] = [
  [84, 58],
  [86, 43],
  [122, 36],
  [148, 40],
  [158, 47],
  [160, 56],
];
const WIDTH = 900;

/** Names that are longer in the data than there is room for. */
const SHORT: Record<string, string> = {
  tuva: "Tuva",
  mongolia: "Mongolia",
  japan: "Japan",
  "south-sakhalin": "Southern Sakhalin",
};

interface Shape {
  id: string;
  name: string;
  label: [number, number];
}

export interface RenderedInset {
  /** Name of the SVG file; holds a hash of its bytes. */
  file: string;
  svg: string;
  /** For `ui/map`: JSON. */
  index: string;
}

export function renderFarEast(): RenderedInset {
  const data = read("far-east-1945.topojson") as Topology;
  const states = data.objects.states as GeometryCollection<Shape>;
  const territories = data.objects.territories as GeometryCollection<Shape>;
  const projection = geoConicEqualArea()
    .parallels([40, 58])
    .rotate([-122, 0])
    .scale(1)
    .translate([0, 0])
    .precision(0.05);
  const corners = EDGE.map((point) => projection(point) as [number, number]);
  const [left, right] = [Math.min(...corners.map(([x]) => x)), Math.max(...corners.map(([x]) => x))];
  const [top, bottom] = [Math.min(...corners.map(([, y]) => y)), Math.max(...corners.map(([, y]) => y))];
  const scale = WIDTH / (right - left);
  const height = Math.round((bottom - top) * scale);
  projection
    .scale(scale)
    .translate([-left * scale, -top * scale])
    .clipExtent([
      [-40, -40],
      [WIDTH + 40, height + 40],
    ]);
  const draw = (shape: GeoPermissibleObjects) => pathOf(shape, projection);
  const plan = geoPath(projection);

  const landShapes = feature(data, states).features.filter((shape) => draw(shape) !== "");
  const changed = feature(data, territories).features;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}">`,
    `<g id="states">`,
    ...landShapes.map((shape) => path(`state-${shape.properties.id}`, draw(shape))),
    `</g>`,
    ...changed.map((shape) => path(`territory-${shape.properties.id}`, draw(shape))),
    path("coast", draw(mesh(data, states as GeometryObject, (a, b) => a === b))),
    path("borders", draw(mesh(data, states as GeometryObject, (a, b) => a !== b))),
    `</svg>\n`,
  ].join("\n");
  const entry = ({ properties, ...shape }: (typeof changed)[number]) => ({
    name: SHORT[properties.id] ?? properties.name,
    at: (projection(properties.label) as [number, number]).map(tenth),
    bounds: plan
      .bounds(shape as GeoPermissibleObjects)
      .flat()
      .map(Math.round),
  });
  const file = `far-east-1945.${createHash("sha256").update(svg).digest("hex").slice(0, 10)}.svg`;
  const index = json({
    file: `/map/${file}`,
    width: WIDTH,
    height,
    states: Object.fromEntries(landShapes.map((shape) => [shape.properties.id, entry(shape)])),
    territories: Object.fromEntries(changed.map((shape) => [shape.properties.id, entry(shape)])),
  });
  return { file, svg, index };
}
