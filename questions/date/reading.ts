import { readDate, type DateReading } from "@/facts/dates";
import type { Body } from "./schema";

/** A text read for this question: asked for the year or for more, it matters not which number is the day. */
export function readFor(text: string, { century, precision }: Pick<Body, "century" | "precision">): DateReading {
  const reading = readDate(text, { century });
  if (reading.state !== "ambiguous" || !["year", "decade", "century"].includes(precision)) return reading;
  return { state: "read", date: { precision: "year", year: reading.meanings[0].year }, notes: [] };
}
