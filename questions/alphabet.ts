/** As many as one still takes in at a glance, in whatever order they stand. */
const FEW = 7;

const order = new Intl.Collator("en");

/**
 * A long list of names by the alphabet, as one looks for a name; the order tells nothing of the answer, since it is the
 * same whatever that is. Short lists, and lists in which something begins with a figure (a date, a year), stay as they
 * are.
 */
export function byAlphabet<T extends { id: string; text: string }>(list: readonly T[]): readonly T[] {
  if (list.length <= FEW || list.some(({ text }) => /^\P{L}*\p{N}/u.test(text))) return list;
  return [...list].sort((a, b) => order.compare(a.text, b.text) || (a.id < b.id ? -1 : 1));
}
