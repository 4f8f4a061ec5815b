import { parseEdtf, toEdtf } from "@/facts/dates";
import type { Fields, Reading } from "../contract";
import { readFor } from "./reading";
import type { Body, Response } from "./schema";

/** More than the field takes; what is longer came from no keyboard. */
const LONGEST = 200;

/** Reads the text as a date, and the choice between two meanings when it has two. */
export function read(fields: Fields, body: Body): Reading<Response> {
  if (Object.keys(fields).some((name) => name !== "text" && name !== "meant")) {
    return malformed("This question has no such field.");
  }
  const texts = fields.text ?? [];
  const meants = fields.meant ?? [];
  if (texts.length > 1 || meants.length > 1) return malformed("One date is asked, and more than one was sent.");
  const text = texts[0] ?? "";
  const meant = meants[0] ?? "";
  if (text.length > LONGEST) return malformed("That is longer than any date.");
  if (text.includes("\u0000") || /\p{Cs}/u.test(text)) return malformed("That holds signs that cannot be kept.");
  if (meant !== "" && parseEdtf(meant)?.precision !== "day") return malformed("That choice was not offered.");
  const reading = readingOf(text, meant, body);
  if (reading === null) return { state: "blank" };
  const unsettled = reading.state === "undecided" || reading.state === "unreadable";
  return { state: "read", response: { text: text.trim(), reading }, ...(unsettled && { unsettled }) };
}

function readingOf(text: string, meant: string, body: Body): Response["reading"] | null {
  const made = readFor(text, body);
  switch (made.state) {
    case "blank":
      return null;
    case "read":
      return { state: "read", date: toEdtf(made.date), ...(made.style && { style: made.style }) };
    case "partial": {
      const { month, day, season } = made;
      return {
        state: "partial",
        ...(month === undefined ? {} : { month }),
        ...(day === undefined ? {} : { day }),
        ...(season === undefined ? {} : { season }),
      };
    }
    case "ambiguous": {
      const [a, b] = [toEdtf(made.meanings[0]), toEdtf(made.meanings[1])];
      // Without script the choice may still be that of an earlier text: then it is none.
      return meant === a || meant === b ? { state: "read", date: meant } : { state: "undecided", meanings: [a, b] };
    }
    case "unreadable":
      return { state: "unreadable", why: made.why };
  }
}

function malformed(why: string): { state: "malformed"; why: string } {
  return { state: "malformed", why };
}
