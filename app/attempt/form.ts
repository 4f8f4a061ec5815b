import type { Fields } from "@/questions/contract";

/** Prefix of a question's fields in the page's form. */
export function fieldName(position: number): string {
  return `q${position}`;
}

/** The question that a part of an address names: 1, 2, 3, … as we write it; NaN, which no question is, for all else. */
export function positionIn(part: string | undefined): number {
  return /^[1-9]\d{0,3}$/.test(part ?? "") ? Number(part) : Number.NaN;
}

/** An answer's fields without their prefix, out of a whole form: `{ "q3.text": ["1939"], go: ["4"] }` → `{ text: ["1939"] }`. */
export function fieldsOf(form: Readonly<Record<string, readonly string[]>>, position: number): Fields {
  const prefix = `${fieldName(position)}.`;
  return Object.fromEntries(
    Object.entries(form).flatMap(([name, values]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), values] as const] : [],
    ),
  );
}

/** True when two answers say the same; a field left empty is as one not sent. */
export function sameFields(a: Fields, b: Fields): boolean {
  return canonical(a) === canonical(b);
}

function canonical(fields: Fields): string {
  const said = Object.entries(fields)
    .map(([name, values]) => [name, values.filter((value) => value !== "")] as const)
    .filter(([, values]) => values.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(said);
}

/** Where a question of an attempt stands: on a page of its own, or on the one page of all. */
export function questionAddress({ id, rules }: { id: string; rules: { onePage?: boolean } }, position: number): string {
  return rules.onePage ? `${allAddress(id)}#q${position}` : `/attempts/${id}/${position}#question`;
}

/** The one page of all questions of an attempt. */
export function allAddress(attemptId: string): string {
  return `/attempts/${attemptId}/all`;
}

/** What a button on the page of all questions says: 'try.3' is to try the third; `at` is null where no question is meant. */
export function goOnPage(go: string | undefined): { what: string; at: number | null } {
  const [, what = "", at] = /^([a-z]+)(?:\.([1-9]\d{0,3}))?$/.exec(go ?? "") ?? [];
  return { what, at: at === undefined ? null : Number(at) };
}

/** The questions that a whole page's form speaks of: those whose version it names, as `version.3`. */
export function positionsIn(form: Readonly<Record<string, readonly string[]>>): number[] {
  return Object.keys(form).flatMap((name) => {
    const [, at] = /^version\.([1-9]\d{0,3})$/.exec(name) ?? [];
    return at === undefined ? [] : [Number(at)];
  });
}

/**
 * Where a button of the question page leads: its `go` is a question's number, `check`, or to stay here: `stay`,
 * `flag`, `unflag`. Anything else stays too.
 */
export function destination(attemptId: string, position: number, go: string | undefined): string {
  const attempt = `/attempts/${attemptId}`;
  if (go === "check") return `${attempt}/check`;
  // The fragment moves focus past the bar and the ticks, to the question itself.
  return `${attempt}/${/^[1-9]\d{0,3}$/.test(go ?? "") ? go : position}#question`;
}

/** What a button says about the flag; undefined leaves it as it is. */
export function flagSent(go: string | undefined): boolean | undefined {
  return go === "flag" ? true : go === "unflag" ? false : undefined;
}
