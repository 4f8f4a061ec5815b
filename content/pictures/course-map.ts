import { factsOfType, type Transfer } from "@/facts/base";
import type { CompiledCourse, FigureLayer } from "../compiled";
import { stepsOf, type LandState, type Step } from "./changes";
import { placeOfTransfer, placesShown, placesTaught, type Place } from "./taught";

/** What the map of a course shows, step by step. */
export interface CourseMap {
  steps: Step[];
  /** Every transfer that is shown, by date. */
  transfers: Transfer[];
  /** Where a lesson tells of a transfer, by its id. */
  places: ReadonlyMap<string, Place>;
}

/**
 * Transfers that lessons teach or show in a figure, and as their background what other states took from each other. What the Soviet Union
 * took is shown when a lesson tells of it.
 */
export function courseMap(course: Pick<CompiledCourse, "lessons" | "facts" | "figures">): CourseMap {
  const all = factsOfType(course.facts, "transfer");
  const taught = placesTaught(course);
  const shown = placesShown(course);
  const places = new Map<string, Place>();
  for (const transfer of all) {
    const place = placeOfTransfer(transfer, all, taught) ?? shown.get(transfer.id)?.[0];
    if (place) places.set(transfer.id, place);
  }
  const steps = stepsOf(all.filter(({ id, to }) => places.has(id) || to !== "ussr"));
  const transfers = steps.flatMap(({ changes }) =>
    changes.flatMap(({ transfer, what }) => (what === "act" ? [transfer] : [])),
  );
  return { steps, transfers, places };
}

/** Lands as layers of the map, one for each hue and manner. */
export function layersOf(lands: readonly LandState[]): Omit<FigureLayer, "label">[] {
  const layers = new Map<string, Omit<FigureLayer, "label">>();
  for (const { territory, hue, manner } of lands) {
    const key = `${hue} ${manner}`;
    const layer = layers.get(key) ?? { style: hue, manner, territories: [], states: [] };
    layer.territories.push(territory);
    layers.set(key, layer);
  }
  return [...layers.values()].sort((a, b) => (a.style < b.style ? -1 : a.style > b.style ? 1 : 0));
}

const meanings = {
  y38: "Taken by other states",
  y39: "Soviet from 1939",
  y40: "Soviet from 1940",
  y44: "Soviet from 1944",
  y45: "Soviet from 1945 or 1946",
} as const;

/** What the hues and patterns of these lands mean: each hue once, and once what is not held. */
export function keyOf(lands: readonly LandState[]): FigureLayer[] {
  const layers = layersOf(lands).map((layer) => ({ ...layer, territories: [] }));
  const held = layers
    .filter(({ manner }) => manner === "held")
    .map((layer) => ({ ...layer, label: meanings[layer.style] }));
  const once = (manner: "occupied" | "returned", label: string) =>
    layers
      .filter((layer) => layer.manner === manner)
      .slice(0, 1)
      .map((layer) => ({ ...layer, label }));
  return [
    ...held,
    ...once("occupied", "Hatched without a hue: occupied, no act yet"),
    ...once("returned", "Broken outline: gone back"),
  ];
}
