import { settled } from "../fraction";
import { meanOf } from "../guessing";
import type { Body, Key } from "./schema";

/** Every option as likely as any other: of n with one that is right, 1/n; true or false, a half. */
export function randomGuess(key: Key, body: Body): number | null {
  return meanOf(body.options.map(({ id }) => settled(key.options.find((option) => option.id === id)?.fraction ?? 0)));
}
