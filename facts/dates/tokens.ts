/** A piece of what somebody typed as a date. */
export interface Token {
  kind: "number" | "word" | "mark";
  /** Folded: lower case, no accents, ё as е, digits of any script as 0 to 9. */
  text: string;
  /** Whether white space stands before it. */
  apart: boolean;
  /** A number that was written as a word which only counts off: 'third', 'dritten', 'третье'. */
  ordinal?: true;
}

/** Direction marks, zero-width characters and the soft hyphen: they come along with pasted text and mean nothing. */
const UNSEEN = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Marks that only wrap or decorate a date. */
const WRAPPING = /["“”„«»)[\]{}<>*_]/g;

const PIECE = /(\s*)(?:(\d+)|(\p{L}+)|([-./,'?~:;&+]))/uy;

/**
 * Splits what was typed into numbers, words and marks. Null when it holds something that no date has, an emoji or a
 * percent sign. Linear in the length of the text.
 */
export function tokenise(text: string): Token[] | null {
  const folded = foldDate(text);
  const tokens: Token[] = [];
  PIECE.lastIndex = 0;
  while (PIECE.lastIndex < folded.length) {
    const found = PIECE.exec(folded);
    if (!found) return null;
    const [, space, number, word, mark] = found;
    tokens.push({
      kind: number ? "number" : word ? "word" : "mark",
      text: number ?? word ?? mark ?? "",
      apart: space !== "",
    });
  }
  return tokens;
}

/** One spelling for what looks or means the same; also how the words of the tables are compared. */
export function foldDate(text: string): string {
  return (
    (/^[\x20-\x7e]*$/.test(text) ? text.toLowerCase() : plain(text))
      .replace(/[\\|]/g, "/")
      .replace(/`/g, "'")
      .replace(WRAPPING, " ")
      // '25 October (7 November) 1917' is a date in two calendars: the bracket parts them.
      .replace(/\(/g, (_, at: number) => (at === 0 ? " " : "/"))
      .trim()
  );
}

/** In small letters, without accents, and with the digits and marks of other scripts as ours. */
function plain(text: string): string {
  return text
    .replace(UNSEEN, "")
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/ß/g, "ss")
    .replace(/[\p{Pd}\u2212]/gu, "-")
    .replace(/[\u2044\u2215]/g, "/")
    .replace(/[’‘ʼʹ´]/g, "'")
    .replace(/[\u3001\u060c]/g, ",")
    .replace(/[\u3002·]/g, ".")
    .replace(/\p{Nd}/gu, asciiDigit);
}

/**
 * Every script's ten digits lie side by side and begin at a code point that ends in 0 or in 6, so that the first of
 * them is found without a table.
 */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  if (code < 0x80) return digit;
  const row = code - (code % 16);
  const zero = /\p{Nd}/u.test(String.fromCodePoint(row)) ? row : row + 6;
  return String(code - zero);
}
