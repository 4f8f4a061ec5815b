// What a spreadsheet takes for the beginning of a formula, full-width forms too: those of East Asia read them alike.
const starts = "[=+\\-@＝＋－＠]";

/** A signed number is no formula, and a minus is part of what it says. */
const plainNumber = /^[+-](?:\d+(?:[.,]\d+)?|[.,]\d+)$/;

// With apostrophes before it, so that one that was there is told from ours when the mark is taken away again.
const atStart = new RegExp(`^'*(?:[\\t\\r\\n]|[\\p{Zs}\\p{Cf}]*${starts})`, "u");
const ourMark = new RegExp(`^'(?='*(?:[\\t\\r\\n]|[\\p{Zs}\\p{Cf}]*${starts}))`, "u");

// Where the list separator is a semicolon, a spreadsheet that opens our commas cuts cells at semicolons and line ends.
// A sign after a space is prose there ('a; -b'), an equals sign or @ is not.
const startsInside = `(?:${starts}|[\\p{Zs}\\p{Cf}]+[=@＝＠])`;
const inside = new RegExp(`([;\\t\\r\\n])(?='*${startsInside})`, "gu");
const ourMarkInside = new RegExp(`([;\\t\\r\\n])'(?='*${startsInside})`, "gu");

/**
 * Text for a cell of a CSV file that no spreadsheet runs: an apostrophe stands before what would begin a formula, in the
 * cell and in every part that a spreadsheet of another country could make a cell of. Plain numbers stay as they are.
 */
export function guarded(text: string): string {
  if (plainNumber.test(text)) return text;
  const marked = text.replace(inside, "$1'");
  return atStart.test(marked) ? `'${marked}` : marked;
}

/** The text that `guarded` was given. */
export function unguarded(text: string): string {
  return text.replace(ourMark, "").replace(ourMarkInside, "$1");
}

/** True of text that a spreadsheet would run as a formula if nobody marked it. */
export function looksLikeFormula(text: string): boolean {
  return atStart.test(text) && !plainNumber.test(text);
}
