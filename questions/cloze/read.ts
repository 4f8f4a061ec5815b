import type { Fields, Reading } from "../contract";
import { readGaps } from "../gap-parts";
import { gapName } from "./passage";
import type { Body, Response } from "./schema";

/** Each gap reads the fields under its own id: `g1.text`, `g2.choice`. */
export function read(fields: Fields, body: Body): Reading<Response> {
  const reading = readGaps(fields, body.gaps, gapName);
  return reading.state === "read" ? { ...reading, response: { gaps: reading.response } } : reading;
}
