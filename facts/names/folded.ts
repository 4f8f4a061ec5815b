import { wordDistance, type Distance } from "./distance";
import { foldName, nameWords } from "./fold";
import { know, spelt, word, wordsOf, type Known, type NamedPerson, type Word } from "./people";
import { compare, matchPerson } from "./recognise";
import { lettersIn, mayBeNear, slipsForgiven } from "./slips";
import { counted } from "./words";

/**
 * How the words of a name are compared. A person by surname and given names; a thing (a state, a land, a treaty) by its
 * words in whatever order, for 'Treaty of Moscow' is 'Moscow Treaty'; a phrase by its words in their order.
 */
export type NameOf = "person" | "thing" | "phrase";

/** A name made ready for comparing once, and plain data: it can be stored and needs no index when it is used. */
export interface FoldedName {
  id: string;
  name: string;
  of: NameOf;
  /** Folded forms, and the spelling key of each. Of a person those that hold more than a surname and given names. */
  texts: string[];
  keys: string[];
  /** Of a person. */
  surnames?: string[];
  surnameKeys?: string[];
  given?: string[];
  givenKeys?: string[];
  particles?: string[];
}

/** More words than any name has, and more letters. */
const MOST_WORDS = 24;
const MOST_WORDS_OF_PERSON = 8;
const LONGEST = 200;
/** However long a name is, no more slips than these. */
const MOST_SLIPS = 3;

const ARTICLES = new Set(nameWords("the a an der die das den dem des le la les el il lo l"));
const JOINING = new Set([...ARTICLES, ...nameWords("of and between et und de du della di von & и о об между")]);

const PREFIXES = new Set(["non", "anti", "inter", "pre", "post"]);

/** What was typed, taken apart for each way of comparing when it is first asked for. */
export interface TypedName {
  text: string;
  person?: TypedWords;
  thing?: TypedWords;
  phrase?: TypedWords;
}

interface TypedWords {
  words: Word[];
  text: string;
  key: string;
  /** Of the whole; see `lettersIn`. */
  letters?: number;
  keyLetters?: number;
}

export function typedName(text: string): TypedName {
  return { text };
}

/** Folds a person's name, surname and further forms; they survive JSON. */
export function foldPerson(person: NamedPerson): FoldedName {
  const { surnames, given, wholes, particles } = know(person);
  const joined = (words: readonly Word[], part: "text" | "key") => words.map((each) => each[part]).join(" ");
  return {
    id: person.id,
    name: person.name,
    of: "person",
    texts: wholes.map((words) => joined(words, "text")),
    keys: wholes.map((words) => joined(words, "key")),
    surnames: surnames.map((words) => joined(words, "text")),
    surnameKeys: surnames.map((words) => joined(words, "key")),
    given: given.map(({ text }) => text),
    givenKeys: given.map(({ key }) => key),
    ...(particles.length > 0 ? { particles } : {}),
  };
}

/** Folds the forms by which a thing is known, the first its name; forms that fall together stand once. */
export function foldThing(
  { id, name, forms }: { id: string; name: string; forms: readonly string[] },
  of: "thing" | "phrase" = "thing",
): FoldedName {
  const typed = forms.map((form) => wordsIn(form, of)).filter(({ text }) => text !== "");
  const texts = typed.map(({ text }) => text);
  const distinct = typed.filter((_, i) => texts.indexOf(texts[i]!) === i);
  return { id, name, of, texts: distinct.map(({ text }) => text), keys: distinct.map(({ key }) => key) };
}

/** What a text is compared by, as a string: two texts with one key are one name. */
export function nameKey(text: string, of: NameOf): string {
  return wordsIn(text, of).key;
}

function wordsIn(text: string, of: NameOf): TypedWords {
  const words = of === "person" ? wordsOf(text) : plainWords(text, of);
  return { words, text: words.map((each) => each.text).join(" "), key: words.map((each) => each.key).join(" ") };
}

function plainWords(text: string, of: "thing" | "phrase"): Word[] {
  const all = prefixed(nameWords(text)).map(counted);
  const left = all.filter((each) => !(of === "thing" ? JOINING : ARTICLES).has(each));
  const words = left.length > 0 ? left : all;
  return (of === "thing" ? words.sort() : words).map(word);
}

/** 'Non-aggression' and 'nonaggression' are one word. */
function prefixed(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    joined.push(PREFIXES.has(word) && words[i + 1] !== undefined ? word + words[++i]! : word);
  }
  return joined;
}

/**
 * How far what was typed is from this name; null when it does not name it. Exact unless `forgiving`. Time in proportion
 * to the text and the name's forms.
 */
export function distanceFrom(typed: TypedName, name: FoldedName, forgiving: boolean): NameDistance | null {
  if (typed.text.length > LONGEST) return null;
  const said = (typed[name.of] ??= wordsIn(typed.text, name.of));
  if (said.words.length === 0 || said.words.length > MOST_WORDS) return null;
  return name.of === "person" ? fromPerson(said, name, forgiving) : fromThing(said, name, forgiving);
}

export interface NameDistance extends Distance {
  /** Of a person of whom nothing but a surname was said. */
  surnameOnly?: boolean;
}

/** Below 0 when the first is nearer; 0 when both are as near. */
export const compareDistance: (a: Distance, b: Distance) => number = compare;

function fromPerson(said: TypedWords, name: FoldedName, forgiving: boolean): NameDistance | null {
  if (said.words.length > MOST_WORDS_OF_PERSON) return null;
  if (!(forgiving ? mayBeSurname(said, name) : holdsSurname(said, name))) return null;
  const match = matchPerson(said.words, thawed(name), forgiving);
  return match && match.slips <= MOST_SLIPS ? match : null;
}

function holdsSurname({ key }: TypedWords, { keys, surnameKeys = [] }: FoldedName): boolean {
  return surnameKeys.some((surname) => key.includes(surname)) || keys.includes(key);
}

/** Some word of what was typed may be the first of a surname or of a form: by length and letters, before more is done. */
function mayBeSurname({ words }: TypedWords, { texts, keys, surnames = [], surnameKeys = [] }: FoldedName): boolean {
  return someNear(words, surnames, surnameKeys) || someNear(words, texts, keys);
}

function someNear(words: readonly Word[], texts: readonly string[], keys: readonly string[]): boolean {
  for (let i = 0; i < texts.length; i++) {
    const [text, key] = [firstWord(texts[i]!), firstWord(keys[i] ?? "")];
    const most = slipsForgiven(text.length);
    const mostInKey = Math.min(most, slipsForgiven(key.length));
    const [letters, keyLetters] = [lettersIn(text), lettersIn(key)];
    for (const word of words) {
      if (word.key === key) return true;
      if (most === 0) continue;
      if (Math.abs(word.text.length - text.length) <= most && mayBeNear(word.letters, letters, most)) return true;
      if (Math.abs(word.key.length - key.length) <= mostInKey && mayBeNear(word.keyLetters, keyLetters, mostInKey))
        return true;
    }
  }
  return false;
}

function firstWord(form: string): string {
  const space = form.indexOf(" ");
  return space < 0 ? form : form.slice(0, space);
}

function thawed(name: FoldedName): Known<FoldedName> {
  const words = (texts: readonly string[] = [], keys: readonly string[] = []) =>
    texts.map((text, i) => {
      const own = (keys[i] ?? "").split(" ");
      return text.split(" ").map((each, j) => spelt(each, own[j] ?? each));
    });
  return {
    person: name,
    surnames: words(name.surnames, name.surnameKeys),
    given: words(name.given, name.givenKeys).flat(),
    wholes: words(name.texts, name.keys),
    particles: name.particles ?? [],
  };
}

function fromThing(said: TypedWords, { of, texts, keys }: FoldedName, forgiving: boolean): NameDistance | null {
  if (texts.includes(said.text)) return { slips: 0, respelt: false };
  if (keys.includes(said.key)) return { slips: 0, respelt: true };
  if (!forgiving) return null;
  let best: Distance | null = null;
  for (let i = 0; i < texts.length; i++) {
    const distance = nearPhrase(said, texts[i]!, keys[i] ?? "", of === "thing");
    if (distance && (best === null || compare(distance, best) < 0)) best = distance;
  }
  return best;
}

function nearPhrase(said: TypedWords, text: string, key: string, anyOrder: boolean): Distance | null {
  const alone = !text.includes(" ");
  if (alone !== (said.words.length === 1)) {
    if (anyOrder || said.key.replaceAll(" ", "") !== key.replaceAll(" ", "")) return null;
  }
  const most = alone ? slipsForgiven(text.length) : MOST_SLIPS;
  if (most === 0 || Math.abs(said.key.length - key.length) > most + 1) return null;
  said.letters ??= lettersIn(said.text);
  said.keyLetters ??= lettersIn(said.key);
  const near = mayBeNear(said.letters, lettersIn(text), most) || mayBeNear(said.keyLetters, lettersIn(key), most);
  if (!near) return null;
  // 'Nonaggression' and 'non-aggression' differ by a space alone.
  if (!anyOrder && said.key.replaceAll(" ", "") === key.replaceAll(" ", "")) return { slips: 0, respelt: true };
  const [texts, keys] = [text.split(" "), key.split(" ")];
  if (texts.length !== said.words.length) return null;
  const known = texts.map((each, i) => spelt(each, keys[i] ?? each));
  let slips = 0;
  let respelt = false;
  for (const [i, typed] of said.words.entries()) {
    const place = anyOrder ? nearestWord(typed, known) : 0;
    const [own] = known.splice(place, 1);
    const distance = own ? wordDistance(typed, own, true) : null;
    if (!distance || (slips += distance.slips) > MOST_SLIPS) return null;
    respelt ||= distance.respelt;
    if (i > MOST_WORDS) return null;
  }
  return { slips, respelt };
}

/** Exact words first, so that a slip takes no other word's place. */
function nearestWord(typed: Word, known: readonly Word[]): number {
  const exact = known.findIndex(({ text }) => text === typed.text);
  if (exact >= 0) return exact;
  const near = known.findIndex((each) => wordDistance(typed, each, true) !== null);
  return Math.max(near, 0);
}

/** Whether two folded names share a form, so that a text may mean either. */
export function shareForm(a: FoldedName, b: FoldedName): boolean {
  const forms = (name: FoldedName) => [...name.keys, ...(name.surnameKeys ?? [])];
  const own = new Set(forms(a));
  return forms(b).some((form) => own.has(form));
}

/** Equal for forms that differ only in case, accents and punctuation: by it an alias is found again as it is written. */
export const aliasKey: (text: string) => string = foldName;
