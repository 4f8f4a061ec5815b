/**
 * Something a person typed that cannot be taken, in words to stand beside the field: what is wrong and what to do.
 * A slip is a value, never thrown.
 */
export interface Slip<Field extends string = string> {
  field: Field;
  message: string;
}

export type Refused<Field extends string = string> = { state: "refused"; slips: Slip<Field>[] };

/** One slip, as an answer. */
export function refused<Field extends string>(field: Field, message: string): Refused<Field> {
  return { state: "refused", slips: [{ field, message }] };
}
