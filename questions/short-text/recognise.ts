import {
  aliasKey,
  compareDistance,
  distanceFrom,
  typedName,
  type FoldedName,
  type NameDistance,
  type TypedName,
} from "@/facts/names";
import type { Key, Response } from "./schema";

export type Right = Key["right"][number];
export type Other = Key["others"][number];

/** What a text was taken for. */
export type Found =
  | { state: "right"; right: Right; distance: NameDistance; /** Others that bear the name too. */ also: Other[] }
  | { state: "other"; other: Other; distance: NameDistance }
  /** As near to several; `meant` was asked and not said. */
  | { state: "several"; names: FoldedName[]; slips: number }
  | { state: "unknown" };

interface Near<N> {
  name: N;
  distance: NameDistance;
}

/**
 * What a text names: one of what is right, another thing, several, or nothing known. A name that is written out comes
 * before one that differs by its spelling, and that before a slip. A slip is forgiven only when nothing else is as near.
 */
export function recognise({ text, meant }: Response, key: Key): Found {
  const typed = typedName(text);
  const exact = decide(nearest(typed, key.right, false), nearest(typed, key.others, false), meant, key);
  if (exact.state !== "unknown" || !key.slips.forgiven) return exact;
  return decide(nearest(typed, key.right, true), nearest(typed, key.others, true), undefined, key);
}

function decide(rights: Near<Right>[], others: Near<Other>[], meant: string | undefined, key: Key): Found {
  const [right] = rights;
  const [other] = others;
  const order = !right ? 1 : !other ? -1 : compareDistance(right.distance, other.distance);
  if (right && order < 0) return found(rights, [], meant, key);
  if (other && order > 0) return ofOthers(others, meant);
  if (!right || !other) return { state: "unknown" };
  // As near to one as to the other. A slip is then forgiven to neither.
  if (right.distance.slips > 0) return several([...rights, ...others]);
  const chosen = others.find(({ name }) => name.id === meant);
  if (chosen) return { state: "other", other: chosen.name, distance: chosen.distance };
  return found(rights, others, meant, key);
}

function found(rights: Near<Right>[], others: Near<Other>[], meant: string | undefined, key: Key): Found {
  const chosen = rights.find(({ name }) => name.id === meant);
  const best = chosen ?? rights.reduce((a, b) => (b.name.fraction > a.name.fraction ? b : a));
  const also = chosen ? [] : others.map(({ name }) => name);
  if (also.length > 0 && key.namesakes === "ask") return several([...rights, ...others]);
  return { state: "right", right: best.name, distance: best.distance, also };
}

function ofOthers(others: Near<Other>[], meant: string | undefined): Found {
  const chosen = others.find(({ name }) => name.id === meant) ?? (others.length === 1 ? others[0] : undefined);
  return chosen ? { state: "other", other: chosen.name, distance: chosen.distance } : several(others);
}

function several(near: Near<FoldedName>[]): Found {
  return { state: "several", names: near.map(({ name }) => name), slips: near[0]?.distance.slips ?? 0 };
}

function nearest<N extends FoldedName>(typed: TypedName, among: readonly N[], forgiving: boolean): Near<N>[] {
  let best: Near<N>[] = [];
  for (const name of among) {
    const distance = distanceFrom(typed, name, forgiving);
    const order = distance === null ? 1 : best[0] ? compareDistance(distance, best[0].distance) : -1;
    if (distance === null || order > 0) continue;
    if (order < 0) best = [];
    best.push({ name, distance });
  }
  return best;
}

/** By what the text was known for what it names: 'by surname', 'also written Молотов', 'a slip of one letter'. */
export function knownBy(text: string, { name, aliases, aliasKeys }: Right, distance: NameDistance): string | undefined {
  if (distance.slips > 0) return distance.slips === 1 ? "a slip of one letter" : `a slip of ${distance.slips} letters`;
  const said = aliasKey(text);
  const alias = aliases[aliasKeys.indexOf(said)];
  if (alias === name) return undefined;
  if (alias !== undefined) return `also written ${alias}`;
  if (distance.respelt) return "another spelling";
  return distance.surnameOnly ? "by surname" : "another form of the name";
}
