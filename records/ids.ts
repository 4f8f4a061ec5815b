import { NotFound } from "./errors";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** True of a UUID as text. */
export function isId(text: unknown): text is string {
  return typeof text === "string" && uuid.test(text);
}

/** An id out of an address. Throws NotFound on what cannot be one: the database would throw something else. */
export function id(text: string): string {
  if (!isId(text)) throw new NotFound();
  return text;
}

/** The name of a quiz, a lesson or a course out of an address. Throws NotFound on what none is called. */
export function slug(text: string): string {
  if (typeof text !== "string" || !/^[a-z0-9][a-z0-9-]{0,99}$/i.test(text)) throw new NotFound();
  return text;
}

/** 1, 2, 3, …; throws NotFound on anything else. */
export function position(number: number): number {
  if (!Number.isSafeInteger(number) || number < 1 || number > 10_000) throw new NotFound();
  return number;
}
