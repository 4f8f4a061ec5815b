import { nameWords } from "./fold";

/** Ranks, offices and courtesies that are not part of a name, folded and in Latin letters. */
const TITLES = new Set(
  nameWords(
    `marshal marschall general generalissimo colonel brigade commander commissar peoples admiral field fieldmarshal
     sir lord lady count graf baron freiherr doctor dr professor prof mr mrs ms miss herr frau monsieur
     comrade tovarishch president premier chancellor prime minister foreign ambassador
     маршал генерал генералиссимус адмирал граф барон князь господин товарищ президент министр посол полковник`,
  ),
);

const PARTICLES = new Set(
  nameWords("von vom van der den de del della la le du di da dos zu zur of the al il фон дер ван ди"),
);

/** Numbers in words, in the order of their value from 1; the forms of one value are parted by strokes. */
const COUNTED = [
  "one|first|erste|erster|erstes|ersten|первый|первая|первое|первого|premier|première",
  "two|second|zweite|zweiter|zweites|zweiten|второй|вторая|второе|второго|deuxième",
  "three|third|dritte|dritter|drittes|dritten|третий|третья|третье|третьего|troisième",
  "four|fourth|vierte|vierter|viertes|vierten|четвертый|четвертая|четвертое",
  "five|fifth|fünfte|fünfter|fünftes|fünften|пятый|пятая|пятое",
  "six|sixth|sechste|sechster|шестой|шестая|шестое",
  "seven|seventh|siebte|siebter|седьмой|седьмая|седьмое",
  "eight|eighth|achte|achter|восьмой|восьмая|восьмое",
  "nine|ninth|neunte|neunter|девятый|девятая|девятое",
  "ten|tenth|zehnte|zehnter|десятый|десятая|десятое",
  "eleven|eleventh|elfte|elfter",
  "twelve|twelfth|zwölfte|zwölfter",
];

const NUMBERS: ReadonlyMap<string, string> = new Map(
  COUNTED.flatMap((forms, i) =>
    forms.split("|").flatMap((form) => nameWords(form).map((word) => [word, String(i + 1)])),
  ),
);

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };

/** Words of which one slip makes the other: a slip in them is forgiven only when no other of them is as near. */
const OPPOSED: readonly (readonly string[])[] = [
  "north south east west",
  "northern southern eastern western central",
  "northwest northeast southwest southeast",
  "upper lower inner outer",
  "january february march april may june july august september october november december",
].map((words) => words.split(" "));

const NUMERAL = /^[ivx]{2,}$/;

/** A name's words without titles and particles; with them when nothing else is there, for they may be a surname too. */
export function bareWords(words: readonly string[]): string[] {
  const bare = words.filter((word) => !TITLES.has(word) && !PARTICLES.has(word));
  return bare.length > 0 ? bare : [...words];
}

/** The particles among a name's words. */
export function particlesIn(words: readonly string[]): string[] {
  return words.filter((word) => PARTICLES.has(word));
}

/** Digits and regnal numerals: what tells Henry VII from Henry VIII, and where no slip is ever forgiven. */
export function isNumeral(word: string): boolean {
  return /\p{N}/u.test(word) || NUMERAL.test(word);
}

/**
 * One way of writing for a number that is part of a name: 'II', '2nd', 'second', 'zweiter' and 'второй' are '2'. A
 * single letter stays: it is an initial more often than a number.
 */
export function counted(word: string): string {
  const spelt = NUMBERS.get(word);
  if (spelt !== undefined) return spelt;
  const ordinal = /^(\d+)(?:st|nd|rd|th|er|e|ya|i|yi|oi|oe)$/.exec(word);
  if (ordinal) return ordinal[1]!;
  return NUMERAL.test(word) ? String(roman(word)) : word;
}

function roman(word: string): number {
  let value = 0;
  for (let i = 0; i < word.length; i++) {
    const own = ROMAN[word[i]!] ?? 0;
    value += own < (ROMAN[word[i + 1] ?? ""] ?? 0) ? -own : own;
  }
  return value;
}

/** The words that a slip must not make of this one: 'south' and the others of 'north'. */
export function opposedTo(word: string): readonly string[] {
  return OPPOSED.find((words) => words.includes(word)) ?? [];
}
