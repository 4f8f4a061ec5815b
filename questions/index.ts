import "server-only";

import { annexations } from "./annexations";
import type { AnyKind } from "./contract";
import { date } from "./date";
import { signatories } from "./signatories";
import { singleChoice } from "./single-choice";

/** Every kind of question there is. For the server only: a kind holds its grader. What the browser may load stands
 * in players.tsx, which does not compile while a kind of this list is missing there. */
export const kinds = {
  [singleChoice.name]: singleChoice,
  [date.name]: date,
  [signatories.name]: signatories,
  [annexations.name]: annexations,
};

export type KindName = keyof typeof kinds;

/** True of a name that stands in the registry; names come from quiz files and from the database. */
export function isKindName(name: string): name is KindName {
  return Object.hasOwn(kinds, name);
}

/** The kind of that name. Throws on a name that no kind has: such an item cannot have been published. */
export function kindOf(name: string): AnyKind {
  if (!isKindName(name)) throw new Error(`There is no kind of question called '${name}'.`);
  return kinds[name];
}

export type * from "./contract";
