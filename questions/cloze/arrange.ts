import type { Body } from "./schema";
import { arrangeGap } from "../gap-parts";

/** The gaps in the order of their numbers, each as its own kind arranges it. */
export function arrange(body: Body, seed: number): Body {
  const number = (id: string) => Number(id.slice(1));
  const gaps = [...body.gaps].sort((a, b) => number(a.id) - number(b.id));
  return { ...body, gaps: gaps.map((each) => arrangeGap(each, seed, number(each.id))) };
}
