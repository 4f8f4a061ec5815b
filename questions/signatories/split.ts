/** Between names, whatever they are names of. */
const BETWEEN = /[\r\n;/|+&•]+/u;
const AND = /\s(?:and|und|et|и|та|й|плюс)\s/iu;
const COMMA = /[,،、]/u;
/** Without a letter or a digit there is no name. */
const NAME = /[\p{L}\p{N}]/u;
const BULLET = /^\s*(?:\d{1,2}[.)]|[-–—*])\s*/u;

/** No set that is asked for is larger; rows stuffed with commas cost no more to read than this. */
export const MOST_NAMES = 40;

/**
 * The names in a text that may hold several: 'Molotov and Ribbentrop', 'Molotov, Vyacheslav; Hitler',
 * 'Molotov–Ribbentrop'. `known` says whether a text names one thing; what does is not taken apart, so that 'Bohemia and
 * Moravia' stays whole.
 */
export function splitNames(text: string, known: (text: string) => boolean): string[] {
  return pieces(text, BETWEEN)
    .slice(0, MOST_NAMES)
    .flatMap((piece) => (known(piece) ? [piece] : fromCommas(piece, known)))
    .slice(0, MOST_NAMES);
}

function pieces(text: string, between: RegExp): string[] {
  return text
    .split(between)
    .map((piece) => piece.replace(BULLET, "").trim())
    .filter((piece) => NAME.test(piece));
}

/** 'Chamberlain, Neville, Hitler, Adolf': two parts that name one person together, and not apart, are one name. */
function fromCommas(piece: string, known: (text: string) => boolean): string[] {
  const parts = pieces(piece, COMMA)
    .slice(0, MOST_NAMES)
    .flatMap((part) => (known(part) ? [part] : pieces(part, AND)));
  const names: string[] = [];
  for (let i = 0; i < parts.length; i++) {
    const [part, next] = [parts[i]!, parts[i + 1]];
    const turned = `${part}, ${next}`;
    if (next !== undefined && !known(next) && known(turned)) {
      names.push(turned);
      i++;
    } else names.push(...(known(part) ? [part] : (inWords(part, known) ?? [part])));
  }
  return names;
}

/** 'Molotov–Ribbentrop', 'Молотов Риббентроп': words of which each is a name; undefined when some is none. */
function inWords(piece: string, known: (text: string) => boolean): string[] | undefined {
  const words = piece.split(/[\s\p{Pd}]+/u).filter((word) => NAME.test(word));
  return words.length >= 2 && words.length <= 8 && words.every(known) ? words : undefined;
}
