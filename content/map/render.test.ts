import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { renderFarEast } from "./far-east";
import { renderMap } from "./render";

const root = new URL("../../", import.meta.url);
const stands = (path: string) => readFileSync(new URL(path, root), "utf8");

describe("the drawn map", () => {
  const drawn = renderMap();
  const farEast = renderFarEast();

  it("is what its data gives, byte for byte: run `npm run map` after a change", () => {
    expect(
      readdirSync(new URL("public/map/", root))
        .filter((name) => name.endsWith(".svg"))
        .sort(),
    ).toEqual([drawn.file, farEast.file].sort());
    expect(stands(`public/map/${farEast.file}`) === farEast.svg).toBe(true);
    expect(stands("ui/map/far-east-1945.json") === farEast.index).toBe(true);
    expect(stands(`public/map/${drawn.file}`) === drawn.svg).toBe(true);
    expect(stands("ui/map/europe-1938.json") === drawn.index).toBe(true);
    expect(stands("content/map/europe-1938.json") === drawn.ids).toBe(true);
    expect(stands("questions/annexations/atlas.json") === drawn.atlas).toBe(true);
  });

  it("holds a shape for every state and territory that its index names, each once", () => {
    const { states, territories } = JSON.parse(drawn.ids) as { states: string[]; territories: string[] };
    expect(territories).toHaveLength(29);
    const ids = [...drawn.svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
    expect(ids).toEqual([...new Set(ids)]);
    expect(ids).toEqual(
      expect.arrayContaining([...states.map((id) => `state-${id}`), ...territories.map((id) => `territory-${id}`)]),
    );
    for (const [, data] of drawn.svg.matchAll(/ d="([^"]*)"/g)) expect(data).toMatch(/^M-?[\d.]+[ -][\d.]+l/);
  });

  it("stays small: a lesson's map is fetched once, in at most 180 KB before compression", () => {
    expect(drawn.svg.length).toBeLessThan(180_000);
    expect(farEast.svg.length).toBeLessThan(60_000);
  });

  it("says nothing of what happened to a land: no years, no takers", () => {
    expect(drawn.svg + drawn.index.replaceAll("europe-1938", "") + farEast.svg).not.toMatch(
      /\b19[34]\d-\d\d|ussrYear|annexed|returned/,
    );
  });
});
