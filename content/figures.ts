import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { factsOfType, type Fact, type FactBase } from "@/facts/base";
import { foldName } from "@/facts/names";
import type { CompiledFigure } from "./compiled";
import { factsMeeting } from "./facts-of";
import type { CourseFiles } from "./files";
import { barOf, barsTable, valueOf, type BarSource } from "./pictures/bars";
import { changeLayers, changesTable } from "./pictures/changes";
import { signatureMatrix } from "./pictures/signatures";
import { anyOf, didYouMean, missing, type Problems } from "./problems";
import { figureSchema, figureSchemas, type changesFigureSchema } from "./schema";
import type { barsFigureSchema, signaturesFigureSchema } from "./schema";
import { checked, readYaml, type Path, type Yaml } from "./yaml";

/** Ids of what the maps can show. */
export interface MapIds {
  states: ReadonlySet<string>;
  territories: ReadonlySet<string>;
  cities: ReadonlySet<string>;
  /** Lands on the map of the Far East. */
  farEast: ReadonlySet<string>;
}

interface Asked {
  yaml: Yaml;
  facts: FactBase;
  map: MapIds;
  problems: Problems;
}

/** Reads figures/*.yaml, and checks that what they show is on the map and in the fact base. */
export function compileFigures(files: CourseFiles, { facts, map, problems }: Omit<Asked, "yaml">): CompiledFigure[] {
  return files.figures.flatMap(({ file, name, text }) => {
    const yaml = readYaml(file, text, problems);
    const figure = yaml && readFigure({ yaml, facts, map, problems });
    if (!yaml || !figure) return [];
    if (figure.id !== name)
      problems.add(
        yaml.at(["id"]),
        `this file is not called ${figure.id}.yaml`,
        `Rename it, or write \`id: ${name}\`.`,
      );
    if ([figure.title, figure.caption].map(foldName).includes(foldName(figure.description))) {
      problems.add(
        yaml.at(["description"]),
        "the description says no more than the title or the caption",
        "Write what the picture shows, for a reader who cannot see it.",
      );
    }
    return [figure];
  });
}

const types = Object.keys(figureSchemas) as (keyof typeof figureSchemas)[];
const typed = z.looseObject({
  type: z.enum(types, `is not a type of figure → Write ${anyOf(types)}.`).default("map"),
});

function readFigure(asked: Asked): CompiledFigure | undefined {
  const { yaml, problems } = asked;
  switch (checked(typed, yaml, [], problems)?.type) {
    case "map": {
      const figure = checked(figureSchema, yaml, [], problems);
      return figure && drawnByHand(figure, asked);
    }
    case "changes": {
      const figure = checked(figureSchemas.changes, yaml, [], problems);
      return figure && drawnFromTransfers(figure, asked);
    }
    case "bars": {
      const figure = checked(figureSchemas.bars, yaml, [], problems);
      return figure && bars(figure, asked);
    }
    case "signatures": {
      const figure = checked(figureSchemas.signatures, yaml, [], problems);
      return figure && signatures(figure, asked);
    }
    case undefined:
      return undefined;
  }
}

function onMap(what: string, known: ReadonlySet<string>, ids: readonly string[], steps: Path, asked: Asked): void {
  for (const [index, id] of ids.entries()) {
    if (known.has(id)) continue;
    asked.problems.add(
      asked.yaml.at([...steps, index]),
      `there is no ${what} \`${id}\` on the map`,
      didYouMean(id, known, "Write an id of the files in content/map/."),
    );
  }
}

function drawnByHand(figure: z.infer<typeof figureSchema>, asked: Asked): CompiledFigure {
  const { yaml, map, problems } = asked;
  for (const [index, layer] of figure.layers.entries()) {
    onMap("territory", map.territories, layer.territories, ["layers", index, "territories"], asked);
    onMap("state", map.states, layer.states, ["layers", index, "states"], asked);
    if (layer.territories.length + layer.states.length === 0) {
      problems.add(yaml.at(["layers", index]), "this layer shows nothing", "Add `territories` or `states`.");
    }
  }
  onMap("city", map.cities, figure.cities, ["cities"], asked);
  for (const [index, row] of figure.table.rows.entries()) {
    if (row.length === figure.table.columns.length) continue;
    problems.add(
      yaml.at(["table", "rows", index]),
      `this row has ${row.length} cells and the table ${figure.table.columns.length} columns`,
      'Give each column one cell; an empty one is "".',
    );
  }
  return { ...figure, map: "europe" };
}

/** A fact of one type by its id; undefined, with the reason in `problems`, when there is none. */
function factOf<T extends Fact["type"]>(type: T, id: string, steps: Path, { yaml, facts, problems }: Asked) {
  const fact = facts.facts.get(id);
  if (fact?.type === type) return fact as Extract<Fact, { type: T }>;
  const known = factsOfType(facts, type).map((each) => each.id);
  problems.add(
    yaml.at(steps),
    fact ? `fact \`${id}\` is of type ${fact.type}, not ${type}` : missing(`fact`, id),
    didYouMean(id, known, `Write the id of a fact of type ${type}.`),
  );
  return undefined;
}

function drawnFromTransfers(figure: z.infer<typeof changesFigureSchema>, asked: Asked): CompiledFigure {
  const { yaml, facts, map, problems } = asked;
  const transfers = figure.transfers.flatMap((id, index) => factOf("transfer", id, ["transfers", index], asked) ?? []);
  const known = figure.map === "europe" ? map.territories : map.farEast;
  onMap("city", map.cities, figure.cities, ["cities"], asked);
  const layers = changeLayers(transfers, facts, figure.labels, (land) => known.has(land));
  if (transfers.length > 0 && layers.length === 0) {
    problems.add(
      yaml.at(["transfers"]),
      `none of these lands is on the map of ${figure.map === "europe" ? "Europe" : "the Far East"}`,
      "Name a transfer whose land is drawn, or choose the other `map`.",
    );
  }
  const unseen = [...new Set(transfers.filter(({ territory }) => !known.has(territory)).map((each) => each.territory))];
  const notDrawn = unseen.map((id) => facts.territories.get(id)?.name ?? id).join(", ");
  const { labels: _, type: __, note, ...rest } = figure;
  return {
    ...rest,
    type: "map",
    layers,
    ...(note || notDrawn
      ? { note: [note, notDrawn && `In the table, but not drawn: ${notDrawn}.`].filter(Boolean).join(" ") }
      : {}),
    table: changesTable(transfers, facts),
  };
}

function bars(figure: z.infer<typeof barsFigureSchema>, asked: Asked): CompiledFigure {
  const { yaml, problems } = asked;
  const sources = figure.bars.flatMap((bar, index): BarSource[] => {
    const fact = factOf("figure", bar.fact, ["bars", index, "fact"], asked);
    const part = bar.part === undefined ? undefined : factOf("figure", bar.part, ["bars", index, "part"], asked);
    if (!fact) return [];
    for (const [field, each] of [
      ["fact", fact],
      ["part", part],
    ] as const) {
      const first = asked.facts.facts.get(figure.bars[0]!.fact);
      if (!each || first?.type !== "figure" || each.unit === first.unit) continue;
      problems.add(
        yaml.at(["bars", index, field]),
        `\`${each.id}\` counts ${each.unit}, and the first bar ${first.unit}`,
        "Bars of one figure count the same: take it out.",
      );
    }
    if (part && valueOf(part) > valueOf(fact)) {
      problems.add(
        yaml.at(["bars", index, "part"]),
        `the part \`${part.id}\` is more than the whole \`${fact.id}\``,
        "Name a figure that is a part of it.",
      );
    }
    return [{ label: bar.label, fact, ...(part ? { part } : {}) }];
  });
  if (figure.part === undefined && figure.bars.some((bar) => bar.part !== undefined)) {
    problems.add(yaml.at(["bars"]), "nothing says what the parts of the bars are", "Write `part: of which …`.");
  }
  const { part, bars: _, ...rest } = figure;
  return {
    ...rest,
    unit: sources[0]?.fact.unit ?? "",
    by: [...new Set(sources.flatMap(({ fact, part }) => [fact.estimateBy, ...(part ? [part.estimateBy] : [])]))],
    ...(part === undefined ? {} : { partLabel: part }),
    bars: sources.map(barOf),
    table: barsTable(sources, part),
  };
}

function signatures(figure: z.infer<typeof signaturesFigureSchema>, asked: Asked): CompiledFigure {
  const { yaml, facts, problems } = asked;
  if ((figure.agreements === undefined) === (figure.where === undefined)) {
    problems.add(
      yaml.at([]),
      "a figure of signatures names its agreements in one way",
      "Write either `agreements: [ids]` or `where:` with conditions.",
    );
  }
  const named = (figure.agreements ?? []).flatMap((id, index) => {
    const agreement = factOf("agreement", id, ["agreements", index], asked);
    if (agreement?.signatories.length === 0) {
      problems.add(
        yaml.at(["agreements", index]),
        `\`${id}\` has no signatories`,
        "Take it out, or add them to the fact.",
      );
    }
    return agreement ?? [];
  });
  const found = figure.where
    ? factsMeeting({ type: "agreement", ...figure.where }, facts).flatMap((fact) =>
        fact.type === "agreement" && fact.signatories.length > 0 ? [fact] : [],
      )
    : [];
  if (figure.where && found.length === 0) {
    problems.add(yaml.at(["where"]), "no agreement meets these conditions", "Loosen them, or name `agreements`.");
  }
  const { agreements: _, where: __, ...rest } = figure;
  return { ...rest, matrix: signatureMatrix([...named, ...found], facts) };
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
    farEast: shapes("far-east-1945.topojson", "territories"),
  };
}

/** Names of each town on the map, then and now: Königsberg and Kaliningrad are one. */
export function townNames(folder: string): string[][] {
  const cities: unknown = JSON.parse(readFileSync(path.join(folder, "cities.json"), "utf8"));
  return places.parse(cities).map(({ name, modernName }) => [...new Set([name, modernName ?? name])]);
}
