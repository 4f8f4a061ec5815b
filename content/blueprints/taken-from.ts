import type { Blueprint } from "./blueprint";
import { taken } from "./taken";

/** Which state lost a land. */
export const takenFrom: Blueprint = {
  ask: "taken-from",
  kind: "single-choice",
  skill: "annexations",
  takes: "one",
  make: ([fact], around) => taken("taken-from", "from", fact, around),
};
