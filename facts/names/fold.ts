/** Letters that Unicode does not take apart, and how they are written without them. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ħ: "h",
  ı: "i",
  ŋ: "n",
  ς: "σ",
};

/** As in BGN/PCGN, but й falls together with и, as the folding leaves it. Ukrainian and Belarusian letters included. */
const CYRILLIC: Readonly<Record<string, string>> = {
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  ґ: "g",
  д: "d",
  е: "e",
  є: "ye",
  ж: "zh",
  з: "z",
  и: "i",
  і: "i",
  к: "k",
  л: "l",
  м: "m",
  н: "n",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ф: "f",
  х: "kh",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "shch",
  ъ: "",
  ы: "y",
  ь: "",
  э: "e",
  ю: "yu",
  я: "ya",
};

/** Apostrophes, primes and modifier letters: signs of a soft consonant or of a keyboard, never of another name. */
const APOSTROPHES = /['’‘ʼʹʺʻ`´′″"“”„]/g;

/**
 * One spelling for what differs only in case, accents, stress marks, ё for е, apostrophes, dashes and punctuation:
 * 'Мо́лотов' and 'МОЛОТОВ', 'Osóbka-Morawski' and 'osobka morawski'. Words are parted by one space. Idempotent.
 */
export function foldName(text: string): string {
  return (
    text
      .normalize("NFKD")
      // By way of capitals: some old small letters have a capital that is another letter's too.
      .toUpperCase()
      .toLowerCase()
      .normalize("NFKD")
      .replace(/[\p{M}\p{Cf}]/gu, "")
      .replace(APOSTROPHES, "")
      .replace(/[ßæœøłđðþħıŋς]/g, (letter) => LETTERS[letter] ?? letter)
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .replace(/[^\P{Nd}0-9]/gu, asciiDigit)
      .trim()
  );
}

/** '٢' is 2: every script's ten digits lie side by side and begin at a code point that ends in 0 or in 6. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const row = code - (code % 16);
  return String(code - (/\p{Nd}/u.test(String.fromCodePoint(row)) ? row : row + 6));
}

/** Folded text with its Cyrillic letters in Latin ones: 'молотов' is 'molotov'. Other scripts stay as they are. */
export function transliterate(folded: string): string {
  return folded.replace(/[а-яєіґ]/g, (letter) => CYRILLIC[letter] ?? letter);
}

/** The words of a name, folded and in Latin letters where they were Cyrillic. */
export function nameWords(text: string): string[] {
  const folded = transliterate(foldName(text));
  return folded === "" ? [] : folded.split(" ");
}

/**
 * What stays of a word when the habits of romanisation are taken out: 'molotow', 'molotov' and 'molotoff' are one, so
 * are 'wjatscheslaw', 'viacheslav' and 'vyacheslav', or 'weizsaecker' and 'weizsacker'. Two people whose names fall
 * together by it are told apart by asking, never by guessing.
 */
export function spellingKey(word: string): string {
  return word
    .replace(/tsch|tch/g, "ch")
    .replace(/sch|zh/g, "sh")
    .replace(/kh/g, "h")
    .replace(/ph/g, "f")
    .replace(/ck/g, "k")
    .replace(/x/g, "ks")
    .replace(/tz/g, "ts")
    .replace(/w/g, "v")
    .replace(/([^aeiou])[jy]o/g, "$1e")
    .replace(/([aeo])ff?$/, "$1v")
    .replace(/ae/g, "a")
    .replace(/oe/g, "o")
    .replace(/ou|ue/g, "u")
    .replace(/[jy]/g, "i")
    .replace(/ie/g, "e")
    .replace(/(.)\1+/g, "$1");
}
