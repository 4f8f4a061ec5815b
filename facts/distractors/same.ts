import { foldName, nameWords, spellingKey } from "@/facts/names";

/** Something that goes by several names. */
export interface Named {
  name: string;
  accept?: readonly string[];
}

/** Whether two of a kind share a name in any spelling: 'Königsberg area' and one that is also called so are one. */
export function sameName(a: Named, b: Named): boolean {
  const known = new Set(spellings(a));
  return spellings(b).some((name) => known.has(name));
}

/** Whether one's name holds the other's, word for word: Slovakia and Southern Slovakia are not proved to be apart. */
export function holdsName(a: Named, b: Named): boolean {
  const within = (inner: string, outer: string) => inner !== "" && ` ${outer} `.includes(` ${inner} `);
  const mine = spellings(a);
  return spellings(b).some((name) => mine.some((other) => within(name, other) || within(other, name)));
}

/** Whether a text speaks of something by one of its names. */
export function mentions(text: string, { name, accept = [] }: Named): boolean {
  const said = ` ${folded(text)} `;
  // 'US' and 'Duce' are names; 'us' in a sentence is not.
  return [name, ...accept.filter((each) => each.length > 3)].some((each) => said.includes(` ${folded(each)} `));
}

// The same statements are searched for every name there is.
const folds = new Map<string, string>();
const MOST_FOLDS = 5000;

function folded(text: string): string {
  const known = folds.get(text);
  if (known !== undefined) return known;
  if (folds.size >= MOST_FOLDS) folds.clear();
  const found = foldName(text);
  folds.set(text, found);
  return found;
}

// The same people and lands are compared with everything, and what they are called does not change.
const spelt = new WeakMap<Named, string[]>();

function spellings(named: Named): string[] {
  const known = spelt.get(named);
  if (known) return known;
  const all = [named.name, ...(named.accept ?? [])].map((each) => nameWords(each).map(spellingKey).join(" "));
  const found = all.filter((each) => each !== "");
  spelt.set(named, found);
  return found;
}
