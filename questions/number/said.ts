import { readAs } from "./reading";
import type { Body, Response } from "./schema";

/** '8,7 млн, read as 8,700,000'; the text alone when there is nothing to add. */
export function summary({ text, reading }: Response, body: Body): string {
  const read = readAs(reading, body);
  if (text === read) return text;
  return reading.state === "unreadable" ? `${text} (${read})` : `${text}, read as ${read}`;
}
