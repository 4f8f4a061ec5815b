import type { Blueprint } from "./blueprint";
import { taken } from "./taken";

/** Which state got a land. */
export const takenBy: Blueprint = {
  ask: "taken-by",
  kind: "single-choice",
  skill: "annexations",
  takes: "one",
  make: ([fact], around) => taken("taken-by", "to", fact, around),
};
