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
