import { aliasKey, distanceFrom, foldThing, typedName } from "@/facts/names";
import type { AcceptMode } from "../contract";
import { firstFitting } from "./pattern";
import { recognise, type Other, type Right } from "./recognise";
import type { Body, Key, Response } from "./schema";

const MOST_RIGHT = 20;

/**
 * A key by which this text is right: the thing that it names, with all its forms; else the text itself as one more name,
 * so that case, accents and slips are forgiven as for any. Null when there are too many names already.
 */
export function accept(response: Response, key: Key, _: Body, mode: AcceptMode): Key | null {
  const right = rightFor(response, key);
  const typed = typedName(response.text);
  // What else bears this very name would leave open who is meant.
  const others = key.others.filter((each) => each.id !== right.id && distanceFrom(typed, each, false) === null);
  const kept = key.right.filter(({ id, fraction }) => id !== right.id && (mode === "also" || fraction < 1));
  if (kept.length >= MOST_RIGHT) return null;
  const gone = key.right.filter((each) => each.id !== right.id && !kept.includes(each));
  const sure = (pattern: Key["patterns"][number]) =>
    firstFitting(response.text, [pattern], key.caseSensitive) === undefined &&
    (mode === "also" || pattern.fraction < 1);
  return {
    ...key,
    right: mode === "also" ? [...kept, right] : [right, ...kept],
    patterns: key.patterns.filter(sure),
    others: [...others, ...gone.map(asOther)].slice(0, 300),
  };
}

function rightFor(response: Response, key: Key): Right {
  const found = recognise(response, key);
  if (found.state === "right" && found.distance.slips === 0) return { ...found.right, fraction: 1 };
  if (found.state === "other" && found.distance.slips === 0) {
    const { about: _, ...name } = found.other;
    return { ...name, fraction: 1, aliases: [name.name], aliasKeys: [aliasKey(name.name)] };
  }
  const text = response.text.trim();
  const of = key.right[0]?.of === "thing" ? "thing" : "phrase";
  return {
    ...foldThing({ id: `accepted:${aliasKey(text).slice(0, 60) || "text"}`, name: text, forms: [text] }, of),
    ...{ fraction: 1, aliases: [text], aliasKeys: [aliasKey(text)] },
  } as Right;
}

function asOther({ fraction: _, aliases: _aliases, aliasKeys: _keys, ...name }: Right): Other {
  return name;
}
