import { nameWords, spellingKey } from "./fold";
import { lettersIn } from "./slips";
import { bareWords, counted, isNumeral, particlesIn } from "./words";

/** As much of a person as is needed to know the name again; a `Person` of the fact base is one. */
export interface NamedPerson {
  id: string;
  name: string;
  /** The surname, or 'surname, given names'. Absent: the last word of the name. */
  sortName?: string;
  /** Further forms, in any script, order and spelling. A form of one word counts as a surname. */
  accept: readonly string[];
}

/** A word of a name as it is compared. */
export interface Word {
  text: string;
  /** The spelling key. */
  key: string;
  /** Which letters are in `text` and in `key`, a bit each; see `lettersIn`. */
  letters: number;
  keyLetters: number;
  /** Digits or a regnal numeral. */
  numeral: boolean;
}

/** A person with the forms taken apart. */
export interface Known<P> {
  person: P;
  surnames: Word[][];
  /** Given names and initials of all forms. */
  given: Word[];
  /** Forms in which no surname was found; they are known only whole. */
  wholes: Word[][];
  particles: string[];
}

export interface PeopleIndex<P> {
  all: readonly Known<P>[];
  /** By the spelling key of a surname or a whole form. */
  byKey: ReadonlyMap<string, readonly Known<P>[]>;
}

const indexes = new WeakMap<object, PeopleIndex<NamedPerson>>();

/** The forms of these people, made ready for comparing. Made once for each list, for lists are long and names many. */
export function indexPeople<P extends NamedPerson>(people: readonly P[]): PeopleIndex<P> {
  const made = indexes.get(people) as PeopleIndex<P> | undefined;
  if (made) return made;
  const all = people.map(know);
  const byKey = new Map<string, Known<P>[]>();
  for (const known of all) {
    for (const key of new Set([...known.surnames, ...known.wholes].map(keyOf))) {
      byKey.set(key, [...(byKey.get(key) ?? []), known]);
    }
  }
  const index = { all, byKey };
  indexes.set(people, index as unknown as PeopleIndex<NamedPerson>);
  return index;
}

export function wordsOf(text: string): Word[] {
  return bareWords(nameWords(text)).map(counted).map(word);
}

export function word(text: string): Word {
  const numeral = isNumeral(text);
  // A doubled digit is no habit of romanisation.
  return spelt(text, numeral ? text : spellingKey(text), numeral);
}

/** A word of which the spelling key is known already. */
export function spelt(text: string, key: string, numeral = isNumeral(text)): Word {
  return { text, key, letters: lettersIn(text), keyLetters: text === key ? lettersIn(text) : lettersIn(key), numeral };
}

export function keyOf(words: readonly Word[]): string {
  return words.map(({ key }) => key).join(" ");
}

export function know<P extends NamedPerson>(person: P): Known<P> {
  const name = wordsOf(person.name);
  const sorted = person.sortName === undefined ? [] : wordsOf(person.sortName.split(",")[0] ?? "");
  const forms = person.accept.map(wordsOf).filter((words) => words.length > 0);
  const surnames = [sorted.length > 0 ? sorted : name.slice(-1), ...forms.filter((words) => words.length === 1)].filter(
    (words) => words.length > 0,
  );
  const known: Known<P> = {
    person,
    surnames: distinct(surnames),
    given: [],
    wholes: [],
    particles: particlesIn(nameWords(person.name)),
  };
  for (const form of [name, ...forms.filter((words) => words.length > 1)]) addForm(form, known);
  return known;
}

function addForm(form: Word[], known: Known<unknown>): void {
  for (const surname of known.surnames) {
    const rest = without(form, surname);
    if (rest) {
      known.given.push(...rest.filter(({ text }) => known.given.every((each) => each.text !== text)));
      return;
    }
  }
  known.wholes.push(form);
}

/** The words beside a surname that stands at the end or at the beginning; null when it stands at neither. */
function without(form: readonly Word[], surname: readonly Word[]): Word[] | null {
  const key = keyOf(surname);
  const n = surname.length;
  if (n > form.length) return null;
  if (keyOf(form.slice(form.length - n)) === key) return form.slice(0, form.length - n);
  return keyOf(form.slice(0, n)) === key ? form.slice(n) : null;
}

function distinct(lists: Word[][]): Word[][] {
  const texts = lists.map((words) => words.map(({ text }) => text).join(" "));
  return lists.filter((_, i) => texts.indexOf(texts[i] ?? "") === i);
}
