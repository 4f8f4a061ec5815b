import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { foldName } from "@/facts/names";
import type { CompiledFigure } from "./compiled";
import type { CourseFiles } from "./files";
import { didYouMean, type Problems } from "./problems";
import { figureSchema } from "./schema";
import { checked, readYaml, type Path } from "./yaml";

/** Ids of what the map can show. */
export interface MapIds {
  states: ReadonlySet<string>;
  territories: ReadonlySet<string>;
  cities: ReadonlySet<string>;
}

/** Reads figures/*.yaml, and checks that what they show is on the map. */
export function compileFigures(files: CourseFiles, map: MapIds, problems: Problems): CompiledFigure[] {
  return files.figures.flatMap(({ file, name, text }) => {
    const yaml = readYaml(file, text, problems);
    const figure = yaml && checked<CompiledFigure>(figureSchema, yaml, [], problems);
    if (!yaml || !figure) return [];
    if (figure.id !== name)
      problems.add(
        yaml.at(["id"]),
        `this file is not called ${figure.id}.yaml`,
        `Rename it, or write \`id: ${name}\`.`,
      );

    const onMap = (what: string, known: ReadonlySet<string>, ids: readonly string[], steps: Path) => {
      for (const [index, id] of ids.entries()) {
        if (known.has(id)) continue;
        problems.add(
          yaml.at([...steps, index]),
          `there is no ${what} \`${id}\` on the map`,
          didYouMean(id, known, "Write an id of the files in content/map/."),
        );
      }
    };
    for (const [index, layer] of figure.layers.entries()) {
      onMap("territory", map.territories, layer.territories, ["layers", index, "territories"]);
      onMap("state", map.states, layer.states, ["layers", index, "states"]);
      if (layer.territories.length + layer.states.length === 0) {
        problems.add(yaml.at(["layers", index]), "this layer shows nothing", "Add `territories` or `states`.");
      }
    }
    onMap("city", map.cities, figure.cities, ["cities"]);
    if ([figure.title, figure.caption].map(foldName).includes(foldName(figure.description))) {
      problems.add(
        yaml.at(["description"]),
        "the description says no more than the title or the caption",
        "Write what the map shows, for a reader who cannot see it.",
      );
    }
    for (const [index, row] of figure.table.rows.entries()) {
      if (row.length === figure.table.columns.length) continue;
      problems.add(
        yaml.at(["table", "rows", index]),
        `this row has ${row.length} cells and the table ${figure.table.columns.length} columns`,
        'Give each column one cell; an empty one is "".',
      );
    }
    return [figure];
  });
}

const geometry = z.object({ properties: z.object({ id: z.string() }) });
const topology = z.object({ objects: z.record(z.string(), z.object({ geometries: z.array(z.unknown()) })) });
const places = z.array(z.object({ id: z.string(), name: z.string(), modernName: z.string().optional() }));

const read = new Map<string, MapIds>();

/** Ids of the map's shapes and cities, read from the files it is drawn from; once a process, for they are large. */
export function mapIds(folder: string): MapIds {
  const ids = read.get(folder) ?? readMapIds(folder);
  read.set(folder, ids);
  return ids;
}

function readMapIds(folder: string): MapIds {
  const json = (name: string): unknown => JSON.parse(readFileSync(path.join(folder, name), "utf8"));
  const shapes = (name: string, object: string) => {
    const { geometries } = topology.parse(json(name)).objects[object] ?? { geometries: [] };
    return new Set(geometries.flatMap((each) => geometry.safeParse(each).data?.properties.id ?? []));
  };
  return {
    states: shapes("europe-1938.topojson", "states"),
    territories: shapes("territories.topojson", "territories"),
    cities: new Set(places.parse(json("cities.json")).map((each) => each.id)),
  };
}

/** Names of each town on the map, then and now: Königsberg and Kaliningrad are one. */
export function townNames(folder: string): string[][] {
  const cities: unknown = JSON.parse(readFileSync(path.join(folder, "cities.json"), "utf8"));
  return places.parse(cities).map(({ name, modernName }) => [...new Set([name, modernName ?? name])]);
}
