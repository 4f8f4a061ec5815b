const LONGEST = 31;

/**
 * Names for the sheets of a workbook, as Excel takes them: no []:*?/\, no apostrophe at an end, at most 31 characters, not
 * the word it keeps for itself, and no two alike.
 */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>(["history"]);
  return wanted.map((name, index) => {
    const clean = trimmed(
      name
        .normalize("NFC")
        .replace(/[[\]:*?/\\\p{Cc}\p{Surrogate}\p{Zl}\p{Zp}\ufffe\uffff]+/gu, " ")
        .replace(/\s+/g, " "),
    );
    const base = clean || `Sheet ${index + 1}`;
    for (let number = 1; ; number++) {
      const suffix = number === 1 ? "" : ` (${number})`;
      const candidate = trimmed(cut(base, LONGEST - suffix.length)) + suffix;
      if (taken.has(candidate.toLowerCase())) continue;
      taken.add(candidate.toLowerCase());
      return candidate;
    }
  });
}

const trimmed = (name: string) => name.replace(/^[\s']+|[\s']+$/g, "");

/** The beginning of a text, so many UTF-16 units at most, without half a character at its end. */
export function cut(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, most).replace(/[\ud800-\udbff]$/, "");
}
