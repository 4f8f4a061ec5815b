import { LONGEST_NUMBER } from "@/facts/numbers";
import type { Fields, Reading } from "../contract";
import { readFor } from "./reading";
import type { Body, Response } from "./schema";

/** Reads the text as a number, and the unit that was chosen with it. */
export function read(fields: Fields, body: Body): Reading<Response> {
  const chosen = body.unit?.entry === "chosen";
  if (Object.keys(fields).some((name) => name !== "text" && !(chosen && name === "unit")))
    return malformed("This question has no such field.");
  const texts = fields.text ?? [];
  const units = fields.unit ?? [];
  if (texts.length > 1 || units.length > 1) return malformed("One number is asked, and more than one was sent.");
  const text = texts[0] ?? "";
  const unit = units[0] ?? "";
  if (text.length > LONGEST_NUMBER) return malformed("That is longer than any number.");
  if (text.includes("\u0000") || /\p{Cs}/u.test(text)) return malformed("That holds signs that cannot be kept.");
  if (unit !== "" && !body.unit?.units.some(({ id }) => id === unit)) return malformed("That unit is not offered.");
  if (text.trim() === "") return { state: "blank" };
  const reading = readFor(text, unit, body);
  if (reading === null) return { state: "blank" };
  const unsettled = reading.state === "unreadable";
  return { state: "read", response: { text: text.trim(), reading }, ...(unsettled && { unsettled }) };
}

function malformed(why: string): { state: "malformed"; why: string } {
  return { state: "malformed", why };
}
