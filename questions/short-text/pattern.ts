/**
 * Whether a text fits a pattern in which `*` stands for whatever there is, nothing included, and `\*` for a star. Both
 * are compared in Unicode NFC, the text without white space around it. Each piece between two stars is looked for once,
 * from where the one before it ended, by a search that never steps back: the time is in proportion to both lengths,
 * whatever they hold.
 */
export function fits(text: string, pattern: string, caseSensitive: boolean): boolean {
  const fold = (each: string) => (caseSensitive ? each.normalize("NFC") : each.normalize("NFC").toLowerCase());
  const said = fold(text).trim();
  const pieces = piecesOf(fold(pattern));
  const [first = ""] = pieces;
  if (pieces.length === 1) return said === first;
  const last = pieces.at(-1)!;
  if (said.length < first.length + last.length || !said.startsWith(first) || !said.endsWith(last)) return false;
  const end = said.length - last.length;
  let at = first.length;
  for (const piece of pieces.slice(1, -1)) {
    at = endOf(piece, said, at, end);
    if (at < 0) return false;
  }
  return true;
}

/** The first of these whose pattern the text fits. */
export function firstFitting<P extends { pattern: string }>(
  text: string,
  patterns: readonly P[],
  caseSensitive: boolean,
): P | undefined {
  return patterns.find(({ pattern }) => fits(text, pattern, caseSensitive));
}

/** True of a pattern with a star that is not escaped. */
export function hasWildcard(pattern: string): boolean {
  return piecesOf(pattern).length > 1;
}

/** A text that fits the pattern: the stars stand for nothing. */
export function fitting(pattern: string): string {
  return piecesOf(pattern).join("");
}

/** What stands between the stars, `\*` as a star. Several stars are one. */
function piecesOf(pattern: string): string[] {
  const pieces = [""];
  for (let i = 0; i < pattern.length; i++) {
    const sign = pattern[i]!;
    if (sign === "\\" && pattern[i + 1] === "*") {
      pieces[pieces.length - 1] += "*";
      i++;
    } else if (sign === "*") {
      if (pattern[i - 1] !== "*" || i === 0 || pieces.at(-1) !== "") pieces.push("");
    } else pieces[pieces.length - 1] += sign;
  }
  return pieces;
}

/** Where the first `piece` in `text` between `from` and `to` ends; -1 when there is none (Knuth, Morris and Pratt). */
function endOf(piece: string, text: string, from: number, to: number): number {
  if (piece === "") return from;
  const back = borders(piece);
  let met = 0;
  for (let i = from; i < to; i++) {
    while (met > 0 && text[i] !== piece[met]) met = back[met - 1]!;
    if (text[i] === piece[met]) met++;
    if (met === piece.length) return i + 1;
  }
  return -1;
}

/** For each beginning of the piece, the length of its longest end that is a beginning too. */
function borders(piece: string): number[] {
  const back = [0];
  for (let i = 1, met = 0; i < piece.length; i++) {
    while (met > 0 && piece[i] !== piece[met]) met = back[met - 1]!;
    if (piece[i] === piece[met]) met++;
    back.push(met);
  }
  return back;
}
