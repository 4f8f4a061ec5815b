const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" } as const;

/** Text as XML holds it, where no markup may begin. */
export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => entities[sign as keyof typeof entities]);
}

/**
 * The text of a cell. What XML cannot hold is written as Office Open XML has it, `_x0007_`, and what looks so by chance
 * too; line ends become the one that breaks a line in a cell; half characters become U+FFFD.
 */
export function cellText(text: string): string {
  // Most is written as it is, and there are hundreds of thousands of cells.
  if (!special.test(text)) return text;
  return escaped(
    text
      .replace(/\r\n?/g, "\n")
      .replace(/\p{Surrogate}/gu, "\ufffd")
      .replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_")

      .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, coded),
  );
}

const special = /[&<>"_\r\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/;

const coded = (character: string) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
