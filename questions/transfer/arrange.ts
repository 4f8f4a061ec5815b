import { arrangeGap } from "../gap-parts";
import type { Body } from "./schema";
import { SLOTS, type Slot } from "./slots";

/** The slots in their own order, each asked one as its gap arranges it. */
export function arrange(body: Body, seed: number): Body {
  const place = (id: string) => SLOTS.indexOf(id as Slot);
  return {
    ...body,
    given: [...body.given].sort((a, b) => place(a.id) - place(b.id)),
    asked: [...body.asked]
      .sort((a, b) => place(a.id) - place(b.id))
      .map((each) => arrangeGap(each, seed, place(each.id))),
  };
}
