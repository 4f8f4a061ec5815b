import type { Agreement, Fact, FactBase, Transfer } from "@/facts/base";
import { formatDate, parseEdtf, type HistoricalDate } from "@/facts/dates";
import { sameName, withArticle } from "@/facts/distractors";

export type Precision = "day" | "month" | "year";

/** The date of a fact in words, with the second that counts: '29 September 1938 (30 September 1938 counts as well)'. */
export function dateWords(fact: Fact): string {
  const [first, second] = [fact.date, fact.alsoDate?.date].map((text) => (text === undefined ? undefined : said(text)));
  if (first === undefined) return "a date that is not known";
  return second === undefined ? first : `${first} (${second} counts as well)`;
}

/** Why there are two dates, when there are: a sentence with a space before it. */
export function alsoWhy(fact: Fact): string {
  return fact.alsoDate ? ` ${fact.alsoDate.why}` : "";
}

/** 'on 23 August 1939', 'in August 1939', 'in 1939', 'from … to …'. */
export function onDate(fact: Fact): string {
  const date = fact.date === undefined ? null : parseEdtf(fact.date);
  if (date?.precision === "interval") return `from ${dateWords(fact)}`;
  return `${date?.precision === "day" ? "on" : "in"} ${dateWords(fact)}`;
}

/** 'The occupation of Prague, 15 March 1939; Molotov replaces Litvinov, 3 May 1939': facts as they followed. */
export function oneAfterOther(inOrder: readonly Fact[]): string {
  const each = inOrder.map((fact) => {
    const date = dateWords({ ...fact, alsoDate: undefined });
    return fact.name.includes(date) ? fact.name : `${fact.name}, ${date}`;
  });
  return `In order: ${each.join("; ")}.`;
}

/** 'in August 1939', or 'in 1939' when no month is known. */
export function inMonth(fact: Fact): string | null {
  const date = fact.date === undefined ? null : parseEdtf(fact.date);
  const start = date?.precision === "interval" ? date.from : date;
  if (!start || typeof start === "string") return null;
  if (start.precision === "day" || start.precision === "month") return `in ${formatDate(start, "month-year")}`;
  return start.precision === "year" ? `in ${formatDate(start, "year")}` : null;
}

/** The statement again after another sentence, with the dates that the fact has. */
export function told(first: string, fact: Fact): string {
  return `${sentence(first)}${alsoWhy(fact)} ${fact.statement}`;
}

/** 'the Munich Agreement': what an agreement is called in running text. Where its date is asked and its name says it
 * ('Secret protocols of 28 September 1939'), its short name. */
export function theName(agreement: Agreement, { asked }: { asked?: "date" } = {}): string {
  const { name, shortName } = agreement;
  if (asked === "date" && /\d/.test(name) && !/\d/.test(shortName)) return shortName;
  if (/^(the|a|an)\s/i.test(name)) return name[0]!.toLowerCase() + name.slice(1);
  // 'Secret protocol on …' is a description and loses its capital; 'Secret Additional Protocol' and names of states keep it.
  return /^(Secret|Clarification|Treaty|Agreement|Protocol|Declaration|Armistice)\s\p{Ll}/u.test(name)
    ? `the ${name[0]!.toLowerCase()}${name.slice(1)}`
    : `the ${name}`;
}

/** 'The Munich Agreement is dated 29 September 1938 (…)', 'The pact was signed on 5 October 1939': an agreement that has
 * two dates was not signed on the one that it bears. */
export function signedWhen(agreement: Agreement, name: string): string {
  const plural = wasOrWere(agreement) === "were";
  return agreement.alsoDate
    ? `${name} ${plural ? "are" : "is"} dated ${dateWords(agreement)}`
    : `${name} ${plural ? "were" : "was"} signed ${onDate(agreement)}`;
}

/** 'They were' or 'It was', of an agreement. */
export function itWas(agreement: Agreement): "They were" | "It was" {
  return wasOrWere(agreement) === "were" ? "They were" : "It was";
}

/** 'were' for 'Secret protocols of …', 'was' for one paper. */
export function wasOrWere(fact: Agreement): "was" | "were" {
  const [head = ""] = fact.name.split(/\s+(?:of|on|between)\s/);
  return /(?:protocols|agreements|treaties|papers|accords)$/i.test(head) ? "were" : "was";
}

/** 'the Memel Territory', 'Bessarabia'. */
export function theLand(transfer: Transfer, base: FactBase): string {
  const name = base.territories.get(transfer.territory)?.name ?? transfer.territory;
  if (/^Lands\b/.test(name)) return `the lands${name.slice(5)}`;
  return /(Territory|region|Region|strip|peninsulas|Islands|Sudetenland|City)/.test(name) ? `the ${name}` : name;
}

/** 'the Soviet Union' */
export function theState(id: string, base: FactBase): string {
  return withArticle(base.states.get(id)?.name ?? id);
}

/** 'the Vilnius region passed from Poland to Lithuania'; what was a state of its own passed from nobody else: 'Estonia
 * passed to the Soviet Union'. */
export function passed(transfer: Transfer, base: FactBase, verb = "passed"): string {
  const to = theState(transfer.to, base);
  const from = wasItsOwn(transfer, base) ? "" : ` from ${theState(transfer.from, base)}`;
  return `${theLand(transfer, base)} ${verb}${from} to ${to}`;
}

/** Whether the land was a state of its own before. */
export function wasItsOwn({ from, territory }: Transfer, base: FactBase): boolean {
  const [state, land] = [base.states.get(from), base.territories.get(territory)];
  return from === territory || (state !== undefined && land !== undefined && sameName(state, land));
}

/** 'a', 'a and b', 'a, b and c' */
export function allOf(list: readonly string[]): string {
  return list.length < 2 ? list.join("") : `${list.slice(0, -1).join(", ")} and ${list.at(-1)}`;
}

/** 'Joachim von Ribbentrop for Germany, Vyacheslav Molotov for the Soviet Union' */
export function whoSigned(agreement: Agreement, base: FactBase): string {
  return allOf(
    agreement.signatories.map(
      ({ person, for: state }) => `${base.people.get(person)?.name ?? person} for ${theState(state, base)}`,
    ),
  );
}

/** 'four', and from thirteen on '13'. */
export function inWords(count: number): string {
  return SMALL[count] ?? String(count);
}

const SMALL = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/** With a capital and a full stop. */
export function sentence(text: string): string {
  const capital = text[0]!.toUpperCase() + text.slice(1);
  return /[.?!]$/.test(capital) ? capital : `${capital}.`;
}

function said(text: string): string {
  const date: HistoricalDate | null = parseEdtf(text);
  return date ? formatDate(date) : text;
}
