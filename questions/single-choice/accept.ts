import type { AcceptMode } from "../contract";
import { settled } from "../fraction";
import type { Body, Key, Response } from "./schema";

/** A key by which this option is right: too, or in place of the one that was. */
export function accept({ choice }: Response, key: Key, _: Body, mode: AcceptMode): Key | null {
  if (!key.options.some(({ id }) => id === choice)) return null;
  const fractionOf = ({ id, fraction }: Key["options"][number]) => {
    if (id === choice) return 1;
    return mode === "instead" && settled(fraction) === 1 ? 0 : fraction;
  };
  return { ...key, options: key.options.map((each) => ({ ...each, fraction: fractionOf(each) })) };
}
