import "server-only";

import { annexations } from "./annexations";
import { cloze } from "./cloze";
import type { AnyKind } from "./contract";
import { date } from "./date";
import { matching } from "./matching";
import { multipleChoice } from "./multiple-choice";
import { number } from "./number";
import { ordering } from "./ordering";
import { placing } from "./placing";
import { shortText } from "./short-text";
import { signatories } from "./signatories";
import { singleChoice } from "./single-choice";
import { transfer } from "./transfer";

/** Every kind of question there is. For the server only: a kind holds its grader. What the browser may load stands
 * in players.tsx, which does not compile while a kind of this list is missing there. */
export const kinds = {
  [singleChoice.name]: singleChoice,
  [multipleChoice.name]: multipleChoice,
  [date.name]: date,
  [number.name]: number,
  [shortText.name]: shortText,
  [signatories.name]: signatories,
  [matching.name]: matching,
  [ordering.name]: ordering,
  [placing.name]: placing,
  [annexations.name]: annexations,
  [transfer.name]: transfer,
  [cloze.name]: cloze,
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
