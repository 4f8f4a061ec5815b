/**
 * House style of set text, decided here once so that authors may type what their keyboard has: curly quotation
 * marks and apostrophes, an ellipsis, a dash between spaces, and a day that never parts from its month at the
 * end of a line. Text that is set already is left as it is.
 */
export function typeset(text: string): string {
  return bindDays(
    text
      .replace(/(^|[\s([{\u2013\u2014\u2018\u201C\u00A0])"/g, "$1\u201C")
      .replace(/"/g, "\u201D")
      .replace(/(^|[\s([{\u2013\u2014\u201C\u00A0])'/g, "$1\u2018")
      .replace(/'/g, "\u2019")
      .replace(/\.\.\.(?!\.)/g, "\u2026")
      .replace(/(?<=\S) -{1,3} (?=\S)/g, " \u2013 "),
  );
}

const months = "January|February|March|April|May|June|July|August|September|October|November|December";
const dayAndMonth = new RegExp(`\\b(\\d{1,2}) (?=(?:${months})\\b)`, "g");

/** '23 August 1939' with a no-break space after the day. */
export function bindDays(text: string): string {
  return text.replace(dayAndMonth, "$1\u00A0");
}

/** The same with every text in it set; keys are left alone. */
export function typesetAll<T>(value: T): T {
  if (typeof value === "string") return typeset(value) as T;
  if (Array.isArray(value)) return value.map((each: unknown) => typesetAll(each)) as T;
  if (value !== null && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, typesetAll<unknown>(each)])) as T;
  }
  return value;
}
