import type { Fields, Reading } from "../contract";
import { readGaps } from "../gap-parts";
import type { Body, Response } from "./schema";
import { slotName } from "./slots";

/** Each slot reads the fields under its own name: `to.choice`, `when.text`. */
export function read(fields: Fields, body: Body): Reading<Response> {
  const reading = readGaps(fields, body.asked, (id) => slotName(id, body.when));
  return reading.state === "read" ? { ...reading, response: { slots: reading.response } } : reading;
}
