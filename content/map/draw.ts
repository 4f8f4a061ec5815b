import { readFileSync } from "node:fs";
import { geoPath, type GeoContext, type GeoPermissibleObjects, type GeoProjection } from "d3-geo";

/** What the drawings of all maps share. */

/** Path data with one decimal, relative and without what adds nothing. */
export function pathOf(shape: GeoPermissibleObjects, projection: GeoProjection): string {
  let data = "";
  let [x, y, startX, startY] = [0, 0, 0, 0];
  const number = (tenths: number) => String(tenths / 10).replace(/^(-?)0\./, "$1.");
  const pair = (a: number, b: number) => `${number(a)}${b < 0 ? "" : " "}${number(b)}`;
  const context: GeoContext = {
    beginPath() {},
    arc() {},
    moveTo(toX, toY) {
      [x, y] = [startX, startY] = [Math.round(toX * 10), Math.round(toY * 10)];
      data += `M${pair(x, y)}`;
    },
    lineTo(toX, toY) {
      const [nextX, nextY] = [Math.round(toX * 10), Math.round(toY * 10)];
      if (nextX === x && nextY === y) return;
      data += `l${pair(nextX - x, nextY - y)}`;
      [x, y] = [nextX, nextY];
    },
    closePath() {
      data += "z";
      [x, y] = [startX, startY];
    },
  };
  geoPath(projection, context)(shape);
  // A part that shrank to a point draws nothing.
  return data.replace(/M[^Mlz]*z?(?=M|$)/g, "");
}

// The page decides whether lines keep their width when the map is enlarged.
export const path = (id: string, data: string) =>
  `<path id="${id}" vector-effect="var(--map-lines,none)" d="${data}"/>`;
export const tenth = (value: number) => Math.round(value * 10) / 10;
export const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8"));

/** JSON with one entry a line, so that a change shows as one. */
export function json(value: Record<string, unknown>): string {
  const entry = ([key, each]: [string, unknown]) => `${JSON.stringify(key)}: ${JSON.stringify(each)}`;
  const isGroup = (each: unknown) => typeof each === "object" && each !== null && !Array.isArray(each);
  const lines = Object.entries(value).map(([key, each]) =>
    isGroup(each)
      ? `  ${JSON.stringify(key)}: {\n${Object.entries(each as object)
          .map((inner) => `    ${entry(inner)}`)
          .join(",\n")}\n  }`
      : `  ${entry([key, each])}`,
  );
  return `{\n${lines.join(",\n")}\n}\n`;
}
