import { randomInt } from "node:crypto";

// No character that is taken for another when read from a board.
const alphabet = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

/** A new code to join a class by: 'KQT-7M4P', one of 27 thousand million. */
export function newJoinCode(): string {
  const letters = Array.from({ length: 7 }, () => alphabet[randomInt(alphabet.length)]).join("");
  return `${letters.slice(0, 3)}-${letters.slice(3)}`;
}

/** A code as somebody typed it, in the form in which codes are kept; null when it cannot be one. */
export function joinCode(typed: string): string | null {
  const letters = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}._]/gu, "");
  return /^[A-Z0-9]{7}$/.test(letters) ? `${letters.slice(0, 3)}-${letters.slice(3)}` : null;
}
