import { lettersOf } from "./code-pages";
import type { Encoding } from "./encodings";

// What speaks for a language, by letter: how much one occurrence of it in a list of names weighs. Letters that two code
// pages write with the same byte weigh the same on both sides and decide nothing by themselves.
const western: readonly Record<string, number>[] = [
  { ä: 3, ö: 3, ü: 3, ß: 3, é: 1, è: 1, ë: 2, ç: 1 }, // German, with neighbours
  { ä: 3, ö: 3, å: 2, š: 1, ž: 1, é: 1, ü: 1 }, // Finnish, Swedish
  { õ: 3, ä: 3, ö: 3, ü: 3, š: 2, ž: 2 }, // Estonian
  { é: 3, è: 3, ç: 3, ê: 2, ë: 2, ï: 2, î: 1, ô: 2, â: 1, à: 1, û: 1, œ: 1, ÿ: 1 }, // French
  { á: 3, é: 3, í: 3, ó: 3, ú: 2, ñ: 3, ü: 1, ç: 1 }, // Spanish
  { ã: 3, á: 3, é: 3, ç: 3, í: 2, ó: 2, ô: 2, ê: 2, â: 2, õ: 2, ú: 2, à: 1 }, // Portuguese
  { ø: 3, å: 3, æ: 3, ö: 1, ä: 1, é: 1 }, // Danish, Norwegian
  { á: 3, é: 3, í: 3, ó: 3, ö: 3, ú: 3, ý: 2, þ: 1, æ: 2, ð: 0.4 }, // Icelandic
  { à: 2, è: 3, é: 2, ì: 2, ò: 3, ù: 2 }, // Italian
];
const baltic: readonly Record<string, number>[] = [
  { ā: 3, ī: 3, ņ: 3, š: 3, ē: 2, ļ: 2, ū: 2, č: 2, ķ: 2, ģ: 2, ž: 2, ŗ: 1, ō: 1 }, // Latvian
  { ė: 3, š: 3, ž: 3, ū: 3, č: 3, ą: 2, ę: 1, į: 2, ų: 1 }, // Lithuanian
  { õ: 3, ä: 3, ö: 3, ü: 3, š: 3, ž: 2 }, // Estonian
];

/** What a letter costs that the language does not have. */
const FOREIGN = -2;
/** By how much another reading must be better than Western European, the likeliest where nothing is known. */
const HEAD_START = 2.5;

/**
 * Which of the one-byte code pages the bytes are most likely in, by the letters that each would make of them. Words of
 * Cyrillic letters only speak for Windows-1251: nothing else has words without a single letter of the Latin alphabet.
 */
export function guessCodePage(bytes: Uint8Array): Encoding {
  if (isCyrillic(bytes)) return "windows-1251";
  const inWestern = likeness(words(bytes, "windows-1252"), western);
  const inBaltic = likeness(words(bytes, "windows-1257"), baltic);
  return inBaltic > inWestern + HEAD_START ? "windows-1257" : "windows-1252";
}

/** Every word once: a group's name on each line is no more evidence than a group's name. */
function words(bytes: Uint8Array, encoding: Encoding): Set<string> {
  // C1 controls count as parts of words, so that bytes which a code page leaves open speak against it.
  return new Set(lettersOf(bytes, encoding).match(/[\p{L}\p{M}\x80-\x9f]+/gu));
}

function isCyrillic(bytes: Uint8Array): boolean {
  let pure = 0;
  let mixed = 0;
  for (const word of words(bytes, "windows-1251")) {
    const cyrillic = word.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
    if (/[a-z]/i.test(word)) mixed += cyrillic;
    // One letter alone may be anybody's initial.
    else if (cyrillic > 1) pure += cyrillic;
  }
  return pure > mixed;
}

function likeness(words: Set<string>, languages: readonly Record<string, number>[]): number {
  const times = new Map<string, number>();
  for (const word of words)
    for (const letter of word.toLowerCase()) if (letter > "\x7f") times.set(letter, (times.get(letter) ?? 0) + 1);
  const scores = languages.map((language) =>
    [...times].reduce((sum, [letter, count]) => sum + count * (language[letter] ?? FOREIGN), 0),
  );
  return Math.max(...scores);
}
