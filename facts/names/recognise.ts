import { wordDistance, type Distance } from "./distance";
import { indexPeople, keyOf, wordsOf, type Known, type NamedPerson, type PeopleIndex, type Word } from "./people";

/** By what a name was known again. */
export type How = "as written" | "by surname" | "in another spelling" | "typing slip";

export type Recognition<P> =
  | { state: "recognised"; person: P; how: How }
  /** Several people are equally near; the text alone does not say which. */
  | { state: "ambiguous"; people: P[] }
  | { state: "unknown" };

/** More words than any name has. */
const MOST_WORDS = 8;
const LONGEST_NAME = 200;

/**
 * Finds whom a text names, in any usual spelling, script and order, with or without titles and particles. A surname
 * alone will do when one person bears it; a wrong given name will not. A typing slip is forgiven (one in words of five
 * letters or more, two from nine) when nobody else is as near, and never in digits or regnal numerals. Never throws.
 *
 * @example recognisePerson("Wjatscheslaw Molotow", people) // recognised, Vyacheslav Molotov, 'in another spelling'
 */
export function recognisePerson<P extends NamedPerson>(text: string, people: readonly P[]): Recognition<P> {
  if (text.length > LONGEST_NAME) return { state: "unknown" };
  const typed = wordsOf(text);
  if (typed.length === 0 || typed.length > MOST_WORDS) return { state: "unknown" };
  const index = indexPeople(people);
  const exact = nearest(typed, candidates(typed, index), false);
  if (exact.length > 0) return decide(exact);
  return decide(nearest(typed, index.all, true));
}

/** How far a text is from a person. */
export interface Match<P> {
  person: P;
  slips: number;
  /** Some word is spelt in another way than in any form we know. */
  respelt: boolean;
  surnameOnly: boolean;
}

function decide<P>(matches: readonly Match<P>[]): Recognition<P> {
  const [match] = matches;
  if (!match) return { state: "unknown" };
  if (matches.length > 1) return { state: "ambiguous", people: matches.map(({ person }) => person) };
  return { state: "recognised", person: match.person, how: howOf(match) };
}

function howOf({ slips, respelt, surnameOnly }: Match<unknown>): How {
  if (slips > 0) return "typing slip";
  if (respelt) return "in another spelling";
  return surnameOnly ? "by surname" : "as written";
}

/** People of whom a surname or a whole form stands at the beginning or the end of what was typed. */
function candidates<P>(typed: readonly Word[], index: PeopleIndex<P>): Set<Known<P>> {
  const found = new Set<Known<P>>();
  for (let n = 1; n <= typed.length; n++) {
    for (const words of [typed.slice(0, n), typed.slice(-n)]) {
      for (const known of index.byKey.get(keyOf(words)) ?? []) found.add(known);
    }
  }
  return found;
}

/** The best matches, all of them equally good. */
function nearest<P>(typed: readonly Word[], among: Iterable<Known<P>>, forgiving: boolean): Match<P>[] {
  let best: Match<P>[] = [];
  for (const known of among) {
    const match = matchPerson(typed, known, forgiving);
    const order = match === null ? 1 : best[0] ? compare(match, best[0]) : -1;
    if (match === null || order > 0) continue;
    best = order < 0 ? [match] : [...best, match];
  }
  return best;
}

export function compare(a: Distance, b: Distance): number {
  return a.slips - b.slips || Number(a.respelt) - Number(b.respelt);
}

export function matchPerson<P>(typed: readonly Word[], known: Known<P>, forgiving: boolean): Match<P> | null {
  let best: Match<P> | null = null;
  const offer = (distance: Distance | null, surnameOnly: boolean) => {
    if (distance && (best === null || compare(distance, best) < 0)) {
      best = { person: known.person, ...distance, surnameOnly };
    }
  };
  for (const whole of known.wholes) {
    if (whole.length === typed.length) offer(phraseDistance(typed, 0, whole, forgiving), false);
  }
  for (const surname of known.surnames) {
    const n = surname.length;
    if (n > typed.length) continue;
    for (const start of n === typed.length ? [0] : [typed.length - n, 0]) {
      const own = phraseDistance(typed, start, surname, forgiving);
      if (!own) continue;
      const rest = start === 0 ? typed.slice(n) : typed.slice(0, start);
      offer(add(own, givenDistance(rest, known, forgiving)), rest.length === 0);
    }
  }
  return best;
}

function add(a: Distance, b: Distance | null): Distance | null {
  return b && { slips: a.slips + b.slips, respelt: a.respelt || b.respelt };
}

/** Of the words from `start` on, as many as the known phrase has. */
function phraseDistance(
  typed: readonly Word[],
  start: number,
  known: readonly Word[],
  forgiving: boolean,
): Distance | null {
  let slips = 0;
  let respelt = false;
  for (let i = 0; i < known.length; i++) {
    const distance = wordDistance(typed[start + i]!, known[i]!, forgiving);
    if (!distance) return null;
    slips += distance.slips;
    respelt ||= distance.respelt;
  }
  return { slips, respelt };
}

/**
 * What stands beside the surname must agree with the person: of whole words at least one must be a given name we know
 * (the others may be a patronymic or a middle name), of initials alone the first.
 */
function givenDistance(rest: readonly Word[], known: Known<unknown>, forgiving: boolean): Distance | null {
  const said = rest.filter(
    ({ text }) => !known.particles.some((particle) => text.length === 1 && particle[0] === text),
  );
  if (said.some(({ text, numeral }) => text.length > 1 && numeral)) return null;
  const names = said.filter(({ text }) => text.length > 1);
  const [initial] = said;
  if (!initial) return { slips: 0, respelt: false };
  if (names.length === 0)
    return known.given.some(({ key }) => key[0] === initial.key[0]) ? { slips: 0, respelt: false } : null;
  let best: Distance | null = null;
  for (const name of names) {
    for (const given of known.given) {
      const distance = shortened(name, given) ?? wordDistance(name, given, forgiving);
      if (distance && (best === null || compare(distance, best) < 0)) best = distance;
    }
  }
  return best;
}

/** 'Max' for Maxim: the beginning of a given name, three letters or more. */
function shortened(typed: Word, known: Word): Distance | null {
  const begins = typed.text.length >= 3 && typed.text.length < known.text.length && known.text.startsWith(typed.text);
  return begins ? { slips: 0, respelt: false } : null;
}
