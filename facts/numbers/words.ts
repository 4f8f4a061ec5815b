/** How many noughts a word adds. 'Mil' is not here: it is a million to some and a thousand to others. */
const SCALES: ReadonlyMap<string, number> = new Map([
  ...words("hundred hundreds hundert сто сотен сотни", 2),
  ...words("thousand thousands k tsd tausend тыс тысяча тысячи тысяч mille", 3),
  ...words("lakh lakhs", 5),
  ...words("million millions m mn mln mio mill millionen млн миллион миллиона миллионов мільйон мільйонів", 6),
  ...words("crore crores", 7),
  ...words(
    "billion billions bn bln b milliard milliards milliarde milliarden mrd mld млрд миллиард миллиарда миллиардов мільярд",
    9,
  ),
  ...words("trillion trillions trn tn billionen трлн триллион триллиона триллионов", 12),
]);

const HEDGES = new Set(
  `about around approximately approx circa ca c roughly some nearly almost perhaps maybe only just est estimated
   etwa rund ungefähr zirka knapp fast около примерно приблизительно порядка почти environ`.split(/\s+/),
);

/** Words that say more or less than the number: they are passed over, and it is said. */
const BOUNDS = new Set(
  `more less fewer than over under above below at least most up upwards upward beyond exceeding mehr weniger als über
   unter mindestens höchstens более менее больше меньше свыше чем до`.split(/\s+/),
);

/** Words that open a span, and words that stand between its ends. */
const OPENERS = new Set("between from zwischen von от между with".split(" "));
const BETWEEN = new Set("to till until bis до or oder или through".split(" "));
const AND = new Set("and und и".split(" "));

const SMALL: ReadonlyMap<string, number> = new Map([
  ..."zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    .split(" ")
    .map((word, i) => [word, i] as const),
  ..."null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf"
    .split(" ")
    .map((word, i) => [word, i] as const),
  ..."ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать"
    .split(" ")
    .map((word, i) => [word, i] as const),
  ["eine", 1],
  ["две", 2],
  ["none", 0],
]);

const TENS: ReadonlyMap<string, number> = new Map(
  "twenty thirty forty fifty sixty seventy eighty ninety".split(" ").map((word, i) => [word, 20 + 10 * i] as const),
);

function words(list: string, scale: number): [string, number][] {
  return list.split(" ").map((word) => [word, scale]);
}

/** Six for 'million', 'Mio.' and 'm'; undefined for a word that is no scale. Words come in small letters, without a dot. */
export function scaleOf(word: string): number | undefined {
  return SCALES.get(word);
}

export const isHedge = (word: string): boolean => HEDGES.has(word);
export const isOpener = (word: string): boolean => OPENERS.has(word);
export const isBound = (word: string): boolean => BOUNDS.has(word);
export const isBetween = (word: string): boolean => BETWEEN.has(word);
/** Parts the ends of a span only when a word opened it: 'between 26 and 27'. */
export const isAnd = (word: string): boolean => AND.has(word);
/** 'seven', 'zwölf', 'два': below twenty. */
export const smallNumber = (word: string): number | undefined => SMALL.get(word);
/** 'twenty' to 'ninety'. */
export const tens = (word: string): number | undefined => TENS.get(word);

/** Fractions that are one sign, as decimals; thirds and the like are cut where a double ends. */
export const VULGAR: Readonly<Record<string, string>> = {
  "½": "5",
  "¼": "25",
  "¾": "75",
  "⅕": "2",
  "⅖": "4",
  "⅗": "6",
  "⅘": "8",
  "⅛": "125",
  "⅜": "375",
  "⅝": "625",
  "⅞": "875",
  "⅓": "3333333333333333",
  "⅔": "6666666666666667",
};
