import type { Office, Person, Signatory } from "./base";
import { bounds, parseEdtf } from "./dates";
import { foldName } from "./names";

/** The offices that a person held on a day, or on some day that a longer date may mean; in the author's order. */
export function officesOn(person: Person, date: string): Office[] {
  const asked = parseEdtf(date);
  if (asked === null) return [];
  const { earliest, latest } = bounds(asked);
  return (person.offices ?? []).filter((office) => {
    const [from, to] = [office.from ?? office.in, office.to ?? office.in].map((text) =>
      text === undefined ? null : parseEdtf(text),
    );
    return (!from || bounds(from).earliest <= latest) && (!to || bounds(to).latest >= earliest);
  });
}

/**
 * Whether somebody signed in an office held that day: `as` names at least one that was, for that state or for an
 * organisation, and none of theirs that was not. Other words may stand around it: 'Prime Minister, in exile'.
 */
export function signedInOffice(person: Person, { as, for: state }: Signatory, dates: readonly string[]): boolean {
  const held = new Set(
    dates
      .flatMap((date) => officesOn(person, date))
      .filter(({ of }) => of === state || !isStateId(of))
      .map(({ office }) => foldName(office)),
  );
  // A longer name goes first: who was Deputy Chairman was not Chairman.
  const known = new Set((person.offices ?? []).map(({ office }) => foldName(office)));
  const longestFirst = [...known].sort((a, b) => b.length - a.length);
  let left = ` ${foldName(as)} `;
  let named = false;
  for (const office of longestFirst) {
    if (!left.includes(` ${office} `)) continue;
    if (!held.has(office)) return false;
    left = left.replaceAll(` ${office} `, " , ");
    named = true;
  }
  return named;
}

/** One word in kebab case is the id of a state; anything else is an organisation, in words. */
export function isStateId(of: string): boolean {
  return /^[a-z0-9-]+$/.test(of);
}
