/**
 * The fact base: what happened, as types, written once. Lessons quote it, figures draw it, questions ask it.
 * The same shapes stand in `content/<course>/facts/*.yaml`; the schema that checks them is in `content/`.
 *
 * Dates are EDTF text as the author wrote it (`1939-08-23`, `1938-10-01/1938-10-10`, `1940-06`), so that a fact base
 * survives JSON; `parseEdtf` in `@/facts/dates` turns them into values.
 */

/** How well a statement is supported. H: teach and grade. M: grade only with a tolerant key. L: teach with the hedge. */
export type Confidence = "H" | "M" | "L";

/** Parts of a fact that may be known unequally well. */
export type FactPart = "date" | "signatories" | "place" | "parties" | "transfer" | "inForce" | "statement";

/** One mark for the whole fact, or a mark a part; parts not named have the mark of `rest`, else M. */
export type Confidences = Confidence | (Partial<Record<FactPart, Confidence>> & { rest?: Confidence });

export interface Source {
  /** 'SP39', as the author cites it. */
  id: string;
  title: string;
  url?: string;
  /** How much of it was seen when the fact was written. */
  status: "read" | "read in part" | "not opened";
}

export interface Person {
  id: string;
  /** As shown: 'Vyacheslav Molotov'. */
  name: string;
  /** What an alphabetical list sorts by: 'Molotov'. */
  sortName: string;
  /** Further forms that name this person, in any script: 'Вячеслав Молотов', 'Molotow'. */
  accept: string[];
  /** Offices held, in words; for authors and for cards, never part of a match. */
  roles?: string;
  /** The same as data, as far as the course needs it: which office, of what, on which day. */
  offices?: Office[];
  sources?: string[];
}

/** An office that one person held, once; two terms are two offices. */
export interface Office {
  /** 'People’s Commissar for Foreign Affairs' */
  office: string;
  /** Id of a state; or an organisation in words: 'Communist Party of the Soviet Union'. */
  of: string;
  /** EDTF; absent when the course does not say. */
  from?: string;
  to?: string;
  /** EDTF, instead of the two: held then, from and until whichever day. */
  in?: string;
  sources?: string[];
}

/** What something was called, and when; a name without `from` and `to` holds for as long as the course looks. */
export interface NameInTime {
  name: string;
  /** EDTF. */
  from?: string;
  to?: string;
}

export interface State {
  id: string;
  name: string;
  /** 'Soviet Union', 'Россия': other names of the same party. */
  accept: string[];
  /** What it was called over time. */
  names?: NameInTime[];
  sources?: string[];
}

export interface Territory {
  /** The id of its shape on the map. */
  id: string;
  name: string;
  /** Neighbours and bearing in one line; gives no answer away. */
  where: string;
  accept?: string[];
  /** What it was called over time, and whose name that was. */
  names?: NameInTime[];
  sources?: string[];
}

/** A second defensible date of the same fact. */
export interface AlsoDate {
  date: string;
  /** Why both are right: 'Dated 29 September; signed after midnight.' */
  why: string;
  /** True when this second date is the better one. */
  prefer?: boolean;
}

export interface Signatory {
  /** Person id. */
  person: string;
  /** Id of the state signed for. */
  for: string;
  /** The office held that day: 'Reich Minister for Foreign Affairs'. */
  as: string;
}

interface FactCore {
  id: string;
  /** As a heading or in a list: 'Molotov-Ribbentrop Pact'. */
  name: string;
  /** Further names of the same: 'Nazi-Soviet Pact'. */
  accept?: string[];
  /** What the fact says, in a sentence of our own. */
  statement: string;
  /** Source ids. */
  sources: string[];
  confidence: Confidences;
  /** Parts that nobody has seen in a source yet, whatever `confidence` says. */
  notRechecked?: string[];
  /** What historians dispute about it, in words. */
  disputed?: string;
  /**
   * Set when people who lived then gave `date`, which is Gregorian, by the Julian calendar: Russia before February 1918.
   * Then the Julian day counts in answers as well; the reason in words, or `true` for the usual one.
   */
  oldStyle?: true | string;
  /** Territory ids that it is about without transferring them: a sphere assigned, a land occupied. */
  territories?: string[];
  /** Why no question asks it, though a lesson tells it: it only sets the scene. In words, for authors. */
  background?: string;
  /** Raised by one whenever what the fact says changes. */
  revision: number;
}

export interface Agreement extends FactCore {
  type: "agreement";
  /** 'the pact', for running text and narrow tables. */
  shortName: string;
  date: string;
  alsoDate?: AlsoDate;
  place: string;
  /** State ids. A party need not have signed by its own hand, and a signatory is a person. */
  parties: string[];
  signatories: Signatory[];
  /** States that ratified it, a smaller set than its parties as a rule; absent when nothing is said of it. `date` is EDTF. */
  ratifiers?: { party: string; date?: string }[];
  /** From when it bound its parties, EDTF; absent when nothing is said of it. */
  inForce?: string;
  /** What part of it was not published then, in words; absent when there was none. */
  secret?: string;
}

export interface Event extends FactCore {
  type: "event";
  date: string;
  alsoDate?: AlsoDate;
  place?: string;
  parties?: string[];
}

export interface Transfer extends FactCore {
  type: "transfer";
  /** Territory id. */
  territory: string;
  /** State ids. */
  from: string;
  to: string;
  /** Of the legal act. */
  date: string;
  alsoDate?: AlsoDate;
  /** When troops were in control, EDTF; another thing than the legal act. */
  occupied?: string;
  /** Id of the agreement or event that did it, or words when it is no fact of its own. */
  instrument: string;
  how: "ceded" | "annexed" | "occupied" | "awarded" | "leased" | "transferred";
  /** The republic it became part of. */
  joined?: string;
}

export interface Statement extends FactCore {
  type: "statement";
  date?: string;
  alsoDate?: AlsoDate;
}

/** A number, and whose it is: '126,875 dead and missing, by Krivosheev'. A chart draws the ones that it finds by their fields. */
export interface Figure extends FactCore {
  type: "figure";
  /** What is counted: 'dead and missing'. */
  what: string;
  /** 'people', 'square kilometres' */
  unit: string;
  /** At least one of the three. A range without a `best` has none that is better than another. */
  low?: number;
  high?: number;
  best?: number;
  /** Whose number it is: 'G. F. Krivosheev, 1993'. A range may have several. */
  estimateBy: string;
  /** Of whom or what: 'Soviet armed forces'. */
  of?: string;
  theatre?: string;
  /** EDTF: the year of a row in a table by years, or the years that are counted together. */
  year?: string;
  date?: string;
  alsoDate?: AlsoDate;
  place?: string;
  parties?: string[];
  /** Set when it was recalled from a published table and not read there again: charts say so, nothing grades it. */
  recalled?: true;
}

export type Fact = Agreement | Event | Transfer | Statement | Figure;

/** The parts a fact base is made of, in the author's order. */
export interface FactBaseParts {
  facts: readonly Fact[];
  people: readonly Person[];
  states: readonly State[];
  territories: readonly Territory[];
  sources: readonly Source[];
}

export interface FactBase {
  facts: ReadonlyMap<string, Fact>;
  people: ReadonlyMap<string, Person>;
  states: ReadonlyMap<string, State>;
  territories: ReadonlyMap<string, Territory>;
  sources: ReadonlyMap<string, Source>;
}

/** Maps by id, in the author's order. Of two parts with one id the first stands; the content check reports the other. */
export function makeFactBase(parts: Partial<FactBaseParts>): FactBase {
  return {
    facts: byId(parts.facts),
    people: byId(parts.people),
    states: byId(parts.states),
    territories: byId(parts.territories),
    sources: byId(parts.sources),
  };
}

/** How well one part of a fact is known: the part's own mark, else the mark of the rest, else M. */
export function confidenceOf(fact: Fact, part: FactPart): Confidence {
  if (typeof fact.confidence === "string") return fact.confidence;
  return fact.confidence[part] ?? fact.confidence.rest ?? "M";
}

/** All facts of one type, in the author's order: `factsOfType(base, "agreement")`. */
export function factsOfType<T extends Fact["type"]>(base: FactBase, type: T): Extract<Fact, { type: T }>[] {
  return [...base.facts.values()].filter((fact): fact is Extract<Fact, { type: T }> => fact.type === type);
}

/** An agreement by id, or undefined when there is none or the fact is of another type. */
export function findAgreement(base: FactBase, id: string): Agreement | undefined {
  const fact = base.facts.get(id);
  return fact?.type === "agreement" ? fact : undefined;
}

function byId<T extends { id: string }>(list: readonly T[] = []): ReadonlyMap<string, T> {
  const map = new Map<string, T>();
  for (const each of list) if (!map.has(each.id)) map.set(each.id, each);
  return map;
}
