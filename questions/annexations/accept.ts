import type { AcceptMode } from "../contract";
import type { Body, Key, Response } from "./schema";

/** A key by which the states that were named count as takers, or the one that is named, 'estonia>germany'. */
export function accept(response: Response, key: Key, _: Body, mode: AcceptMode, part?: string): Key | null {
  if (key.task !== "taker" || !("takers" in response)) return null;
  const wanted = response.takers.filter(
    ({ territory, state }) =>
      Object.hasOwn(key.takers, territory) && (part === undefined || part === `${territory}>${state}`),
  );
  if (wanted.length === 0) return null;
  const takers = { ...key.takers };
  for (const { territory, state } of wanted)
    takers[territory] = mode === "instead" ? [state] : [...new Set([...takers[territory]!, state])];
  return { ...key, takers };
}
