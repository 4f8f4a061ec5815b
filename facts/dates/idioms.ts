import { foldDate, type Token } from "./tokens";
import { romanOf, wordSense } from "./words";

/** Runs of words that say one thing, and the word they stand for; dots and hyphens between them do not matter. */
const IDIOMS = table(
  "bc: b c|b c e|before christ|до н э|до нашей эры|до н е|до нашої ери|v chr|vor chr|vor christus|vor christi|av j c|p n e|przed naszą erą",
  "ad: a d|c e|anno domini|н э|нашей эры|н е|нашої ери|n chr|nach chr|nach christus|nach christi|ap j c|n e",
  "oldstyle: o s|old style|julian calendar|ст ст|по старому стилю|за старим стилем|старого стиля|julian|юлианский|alten stils",
  "newstyle: n s|new style|gregorian calendar|н ст|по новому стилю|за новим стилем|нового стиля|gregorian|neuen stils",
  "until: up to|not later than|no later than|not after|не позднее|nicht nach|spätestens",
  "from: not earlier than|no earlier than|not before|не ранее|nicht vor|frühestens|starting in|beginning in",
  "before: prior to|earlier than",
  "after: later than|subsequent to",
  "onwards: and after|and later|or later|or after|and onward|and onwards|und später|и позже|и позднее",
  "andbefore: and before|and earlier|or earlier|or before|und früher|и ранее|и раньше",
  "unknown: an unknown date|unknown date|unknown",
);

/**
 * Puts one token for what takes several words or is a number in words: 'b.c.', 'до н. э.', 'o.s.', 'twenty-third',
 * 'dreiundzwanzigsten', 'двадцать третье', 'XX' before 'century'.
 */
export function settleIdioms(tokens: readonly Token[]): Token[] {
  const settled: Token[] = [];
  for (let i = 0; i < tokens.length;) {
    const token = tokens[i]!;
    const idiom = token.kind === "word" ? idiomAt(tokens, i) : null;
    if (idiom) {
      settled.push({ kind: "word", text: idiom.means, apart: true });
      i = idiom.end;
      continue;
    }
    const number = token.kind === "word" ? numberAt(tokens, i) : null;
    if (number) {
      settled.push(...number.tokens);
      i = number.end;
      continue;
    }
    settled.push(token);
    i++;
  }
  return settled;
}

function idiomAt(tokens: readonly Token[], start: number): { means: string; end: number } | null {
  for (const { words, means } of IDIOMS.get(tokens[start]!.text) ?? []) {
    let at = start;
    const fits = words.every((word, i) => {
      if (i > 0) at = nextWord(tokens, at + 1);
      return tokens[at]?.kind === "word" && tokens[at]?.text === word;
    });
    if (fits) return { means, end: at + 1 };
  }
  return null;
}

/** The place after dots and hyphens. */
function nextWord(tokens: readonly Token[], from: number): number {
  let at = from;
  while (tokens[at]?.text === "." || tokens[at]?.text === "-") at++;
  return at;
}

function numberAt(tokens: readonly Token[], i: number): { tokens: Token[]; end: number } | null {
  const { text, apart } = tokens[i]!;
  const made = (value: number, end: number, ...more: Token[]) => ({
    tokens: [{ kind: "number", text: String(value), apart, ordinal: true } as Token, ...more],
    end,
  });
  const tens = TENS.get(text);
  if (tens !== undefined) {
    const at = tokens[i + 1]?.text === "-" ? i + 2 : i + 1;
    const units = ordinalOf(tokens[at]?.text ?? "");
    if (units !== undefined && units < 10) return made(tens + units, at + 1);
  }
  const decade = DECADES.indexOf(text);
  if (decade >= 0) {
    const number: Token = { kind: "number", text: String(decade * 10 + 20), apart };
    return { tokens: [number, { kind: "word", text: "s", apart: false }], end: i + 1 };
  }
  const ordinal = ordinalOf(text);
  if (ordinal !== undefined) return made(ordinal, i + 1);
  // 'XX century', 'XX. Jh.', 'XX в.': a Roman number, and not the month that it would be elsewhere.
  const roman = romanOf(text);
  const at = tokens[i + 1]?.text === "." ? i + 2 : i + 1;
  if (roman !== undefined && isCentury(tokens, at)) {
    return made(roman, at + 1, { kind: "word", text: "century", apart: true });
  }
  return null;
}

/** Whether the word at this place says 'century'; short ones do only where neither number nor name follows: 'XX в.'. */
export function isCentury(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at];
  if (word?.kind !== "word") return false;
  if (wordSense.centuries.has(word.text)) return true;
  if (!SHORT.has(word.text)) return false;
  const next = tokens.slice(at + 1).find(({ kind }) => kind !== "mark");
  return next === undefined || BESIDE_CENTURY.has(next.text);
}

const SHORT = new Set(["в", "ст", "c", "w"]);

/** What may follow 'XX в.': an era, said in one word or in several, or the second end of a range. */
const BESIDE_CENTURY = new Set(["bc", "ad", "b", "a", "до", "н", "p", "n", "and", "to"]);

const TENS = new Map([
  ["twenty", 20],
  ["thirty", 30],
  ["двадцать", 20],
  ["тридцать", 30],
  ["двадцять", 20],
  ["тридцять", 30],
]);
const DECADES = ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];

const ENGLISH = (
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth " +
  "sixteenth seventeenth eighteenth nineteenth twentieth"
).split(" ");
const GERMAN = (
  "erst zweit dritt viert funft sechst siebt acht neunt zehnt elft zwolft dreizehnt vierzehnt funfzehnt sechzehnt " +
  "siebzehnt achtzehnt neunzehnt zwanzigst"
).split(" ");
const GERMAN_UNITS = "ein zwei drei vier funf sechs sieben acht neun".split(" ");
const RUSSIAN = (
  "перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат " +
  "шестнадцат семнадцат восемнадцат девятнадцат двадцат"
).split(" ");

/** The number that a folded word counts off: 3 for 'third', 'dritten', 'третье'; undefined for any other word. */
function ordinalOf(word: string): number | undefined {
  const english = ENGLISH.indexOf(word);
  if (english >= 0) return english + 1;
  if (word === "thirtieth") return 30;
  const [, german] = /^([a-z]+t)(?:e|en|er|es|em)$/.exec(word) ?? [];
  if (german !== undefined) return germanOf(german);
  const [, russian] = /^(\p{L}+?)(?:ье|ьего|ьем|ья|ыи|ое|ого|ом|ая|ую|ои)$/u.exec(word) ?? [];
  if (russian === undefined) return undefined;
  if (russian === "тридцат") return 30;
  const at = RUSSIAN.indexOf(russian);
  return at < 0 ? undefined : at + 1;
}

function germanOf(stem: string): number | undefined {
  const at = GERMAN.indexOf(stem);
  if (at >= 0) return at + 1;
  const [, units, tens] = /^(\w*?)(?:und)?(zwanzigst|dreissigst)$/.exec(stem) ?? [];
  if (units === undefined) return undefined;
  const unit = units === "" ? 0 : GERMAN_UNITS.indexOf(units) + 1;
  return units !== "" && unit === 0 ? undefined : (tens === "zwanzigst" ? 20 : 30) + unit;
}

/** By first word; of those that begin alike the longest first. */
function table(...lines: string[]): ReadonlyMap<string, { words: string[]; means: string }[]> {
  const found = new Map<string, { words: string[]; means: string }[]>();
  for (const line of lines) {
    const [means = "", runs = ""] = line.split(": ");
    for (const run of runs.split("|")) {
      const words = foldDate(run).split(" ");
      const first = words[0] ?? "";
      found.set(
        first,
        [...(found.get(first) ?? []), { words, means }].sort((a, b) => b.words.length - a.words.length),
      );
    }
  }
  return found;
}
