import { aliasKey, foldPerson, foldThing, type NameOf } from "@/facts/names";

/**
 * A name in a key that was written by hand, `{ id, name, of, accept }`, made ready for comparing as the compiler makes
 * it. Whatever is not of this shape is left as it is, for the schema to say what is wrong with it.
 */
export function nameByHand(sent: unknown): unknown {
  return folded(sent)?.name ?? sent;
}

/** The same for a name that is right: it earns all when nothing else is said, and every form of it is told. */
export function rightByHand(sent: unknown): unknown {
  const made = folded(sent);
  if (!made) return sent;
  return { fraction: 1, aliases: made.forms, aliasKeys: made.forms.map(aliasKey), ...made.name };
}

function folded(sent: unknown): { name: object; forms: string[] } | null {
  if (sent === null || typeof sent !== "object" || Array.isArray(sent) || "texts" in sent || "keys" in sent)
    return null;
  const { accept = [], sortName, ...rest } = sent as Record<string, unknown>;
  const { id, name, of } = rest;
  if (typeof id !== "string" || typeof name !== "string" || !isSort(of) || !areTexts(accept)) return null;
  if (sortName !== undefined && typeof sortName !== "string") return null;
  const forms = [name, ...accept];
  const own =
    of === "person"
      ? foldPerson({ id, name, accept, ...(sortName === undefined ? {} : { sortName }) })
      : foldThing({ id, name, forms }, of);
  return { name: { ...rest, ...own }, forms };
}

const isSort = (of: unknown): of is NameOf => of === "person" || of === "thing" || of === "phrase";

const areTexts = (list: unknown): list is string[] =>
  Array.isArray(list) && list.every((each) => typeof each === "string" && each.length <= 300);
