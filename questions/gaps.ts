import "server-only";

import { dateGap } from "./date/gap";
import type { AnyGap } from "./gap";
import { numberGap } from "./number/gap";
import { textGap } from "./short-text/gap";
import { choiceGap } from "./single-choice/gap";

/** The kinds of small answer that other kinds of question are made of. For the server: a gap holds its grader. */
export const gaps = {
  [dateGap.name]: dateGap,
  [numberGap.name]: numberGap,
  [textGap.name]: textGap,
  [choiceGap.name]: choiceGap,
};

export type GapName = keyof typeof gaps;

/** The gap of that name. Throws on a name that none has: such an item cannot have been published. */
export function gapOf(name: string): AnyGap {
  if (!Object.hasOwn(gaps, name)) throw new Error(`There is no gap called '${name}'.`);
  return gaps[name as GapName];
}
