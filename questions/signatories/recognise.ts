import { compareDistance, distanceFrom, foldName, typedName, type FoldedName, type NameDistance } from "@/facts/names";
import type { SetKey } from "./schema";

type Cast = SetKey["cast"][number];
type Kin = SetKey["kin"][number];

/** What a text was taken for. */
export type Found =
  | { state: "one"; one: Cast; distance: NameDistance }
  /** A name of another sort than is asked. */
  | { state: "kin"; kin: Kin }
  /** As near to several. */
  | { state: "several"; names: readonly FoldedName[] }
  | { state: "unknown" };

/**
 * Whom or what a text names. A name that is written out comes before a slip, and one of the sort that is asked before
 * one of another; a slip is forgiven only when nothing of any sort is as near.
 */
export function recognise(text: string, { cast, kin }: SetKey): Found {
  const typed = typedName(text);
  const own = nearest(typed, cast, false);
  if (own.length === 1) return { state: "one", ...own[0]! };
  if (own.length > 1) return several(own);
  const other = nearest(typed, kin, false);
  if (other.length > 0) return { state: "kin", kin: other[0]!.one };
  const near = nearest(typed, cast, true);
  if (near.length === 0) return { state: "unknown" };
  const rivals = nearest(typed, kin, true).filter(({ distance }) => compareDistance(distance, near[0]!.distance) <= 0);
  if (near.length > 1 || rivals.length > 0) return several([...near, ...rivals]);
  return { state: "one", ...near[0]! };
}

interface Near<N> {
  one: N;
  distance: NameDistance;
}

const several = (near: readonly Near<FoldedName>[]): Found => ({
  state: "several",
  names: near.map(({ one }) => one),
});

function nearest<N extends FoldedName>(
  typed: ReturnType<typeof typedName>,
  among: readonly N[],
  forgiving: boolean,
): Near<N>[] {
  let best: Near<N>[] = [];
  for (const one of among) {
    const distance = distanceFrom(typed, one, forgiving);
    const order = distance === null ? 1 : best[0] ? compareDistance(distance, best[0].distance) : -1;
    if (distance === null || order > 0) continue;
    if (order < 0) best = [];
    best.push({ one, distance });
  }
  return best;
}

/** By what it was known: 'by surname', 'also written Молотов', 'a slip of one letter'; undefined for the name itself. */
export function knownBy(
  text: string,
  name: string,
  aliases: readonly string[],
  { slips, respelt, surnameOnly }: NameDistance,
): string | undefined {
  if (text === name) return undefined;
  if (slips > 0) return slips === 1 ? "a slip of one letter" : `a slip of ${slips} letters`;
  if (aliases.includes(text)) return `also written ${text}`;
  const said = foldName(text);
  if (said === foldName(name)) return undefined;
  const alias = aliases.find((each) => foldName(each) === said);
  if (alias !== undefined) return `also written ${alias}`;
  if (respelt) return "another spelling";
  return surnameOnly ? "by surname" : "another form of the name";
}
