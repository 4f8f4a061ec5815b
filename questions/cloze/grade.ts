import type { Outcome } from "../contract";
import { gradeGaps } from "../gap-parts";
import { gapName } from "./passage";
import type { Body, Key, Response } from "./schema";

/** Every gap by its own rule; the mean of all of them, by their weights. */
export function grade(response: Response, key: Key, body: Body): Outcome {
  const alike = key.gaps.every(({ weight }) => weight === key.gaps[0]?.weight);
  return gradeGaps(response.gaps, key.gaps, body.gaps, {
    nameOf: gapName,
    rule: alike
      ? "Passage with gaps: each gap is marked by itself, all count alike, and an empty one earns 0."
      : "Passage with gaps: each gap is marked by itself and counts by its weight, and an empty one earns 0.",
  });
}
