import type { Fields, Reading } from "../contract";
import { namesakesOf } from "./namesakes";
import type { Body, Response } from "./schema";

/** More than the field takes; what is longer was typed by nobody. */
export const LONGEST = 200;

/** Keeps the text as it was typed, and who was meant by a name that several bear. */
export function read(fields: Fields, body: Body): Reading<Response> {
  if (Object.keys(fields).some((name) => name !== "text" && name !== "meant"))
    return malformed("This question has no such field.");
  const texts = fields.text ?? [];
  const meants = fields.meant ?? [];
  if (texts.length > 1 || meants.length > 1) return malformed("One answer is asked, and more than one was sent.");
  const text = texts[0] ?? "";
  const meant = meants[0] ?? "";
  if (text.length > LONGEST) return malformed("That is longer than any answer.");
  if (text.includes("\u0000") || /\p{Cs}/u.test(text)) return malformed("That holds signs that cannot be kept.");
  if (meant !== "" && !body.namesakes.some(({ of }) => of.some(({ id }) => id === meant)))
    return malformed("That choice was not offered.");
  const kept = text.trim();
  // Invisible marks alone are as good as nothing.
  if (kept.replace(/[\p{Cf}\p{Cc}\s]/gu, "") === "") return { state: "blank" };
  const namesakes = namesakesOf(kept, body);
  // Without script the choice may still be that of an earlier text: then it is none.
  const chosen = namesakes.find(({ id }) => id === meant)?.id;
  const unsettled = namesakes.length > 0 && chosen === undefined;
  return {
    state: "read",
    response: { text: kept, ...(chosen === undefined ? {} : { meant: chosen }) },
    ...(unsettled ? { unsettled } : {}),
  };
}

function malformed(why: string): { state: "malformed"; why: string } {
  return { state: "malformed", why };
}
