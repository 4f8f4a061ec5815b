import type { Blueprint } from "./blueprint";
import { byWhichInstrument } from "./by-which-instrument";
import { cameFirst } from "./came-first";
import { change } from "./change";
import { fillIn } from "./fill-in";
import { happenedOn } from "./happened-on";
import { inOrder } from "./in-order";
import { parties } from "./parties";
import { signedBy } from "./signed-by";
import { signedOn } from "./signed-on";
import { signedWhere } from "./signed-where";
import { takenBy } from "./taken-by";
import { takenFrom } from "./taken-from";
import { whichAgreement } from "./which-agreement";

/** Every ask that makes a question from facts, by its word. */
export const blueprints: ReadonlyMap<string, Blueprint> = new Map(
  [
    signedOn,
    signedBy,
    signedWhere,
    parties,
    whichAgreement,
    happenedOn,
    takenBy,
    takenFrom,
    byWhichInstrument,
    change,
    cameFirst,
    inOrder,
    fillIn,
  ].map((each) => [each.ask, each]),
);

export { isRefused, type Around, type Blueprint, type Made, type Refused } from "./blueprint";
