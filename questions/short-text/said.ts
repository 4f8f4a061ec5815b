import type { Body, Response } from "./schema";

/** The text as it was written, and who was meant by it where that was asked. */
export function summary({ text, meant }: Response, body: Body): string {
  const name = body.namesakes.flatMap(({ of }) => of).find(({ id }) => id === meant)?.name;
  return name === undefined ? text : `${text}, meaning ${name}`;
}
