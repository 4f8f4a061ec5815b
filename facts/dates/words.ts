import { foldDate } from "./tokens";

/** Month words in the languages we read: nominative, genitive and abbreviations, a month a line. */
const MONTH_WORDS = [
  "january jan januar jänner jaenner jän januars январь января янв",
  "february feb febr februar feber februars февраль февраля фев февр",
  "march mar märz maerz mrz marz март марта мар",
  "april apr april aprils апрель апреля апр",
  "may mai mais май мая",
  "june jun juni junis июнь июня июн",
  "july jul juli julis июль июля июл",
  "august aug augusts август августа авг",
  "september sep sept septembers сентябрь сентября сен сент",
  "october oct oktober okt oktobers октябрь октября окт",
  "november nov novembers ноябрь ноября ноя нояб",
  "december dec dezember dez dezembers декабрь декабря дек",
];

const WEEKDAY_WORDS = [
  "monday mon montag mo понедельник понедельника пн",
  "tuesday tue tues dienstag di вторник вторника вт",
  "wednesday wed weds mittwoch mi среда среду среды ср",
  "thursday thu thur thurs donnerstag do четверг четверга чт",
  "friday fri freitag fr пятница пятницу пятницы пт",
  "saturday sat samstag sonnabend sa суббота субботу субботы сб",
  "sunday sun sonntag so воскресенье воскресенья вс",
];

const ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

const months = table(MONTH_WORDS);
const weekdays = table(WEEKDAY_WORDS);

/** Words around a date that change nothing: 'the 23rd of August', 'den 23. August', '23 августа 1939 г.', '1939年'. */
const fillers = setOf(
  "the of on in at am an den der dem des vom von im zum from since between zwischen seit dated date day year anno jahr",
  "jahre jahres с со в во от к г гг год года году годов число числа 年 月 日",
);
const about = setOf("c ca circa cca about around approximately approx roughly etwa um gegen circa около ок примерно");
const perhaps = setOf("perhaps possibly probably maybe uncertain vielleicht wohl возможно вероятно");
const until = setOf("to till until through thru and bis und по до и");
const or = setOf("or oder или либо");
const ordinals = setOf("st nd rd th sten ten ter te го ого е ое и ый я");
const beforeChrist = setOf("bc bce");
const afterChrist = setOf("ad ce");

export const wordSense = { fillers, about, perhaps, until, or, ordinals, beforeChrist, afterChrist };

/** What a word says of a month. */
export type MonthSense =
  | { state: "month"; month: number }
  /** Not a month's name, but one slip from the names of exactly one. */
  | { state: "slip"; month: number }
  | { state: "none" };

/** The month that a folded word names: '9' for 'sept', 'сентября', 'septmber', 'ix'. */
export function monthOf(word: string): MonthSense {
  const known = months.get(word) ?? monthByBeginning(word);
  if (known !== undefined) return { state: "month", month: known };
  const roman = ROMAN.indexOf(word);
  if (roman >= 0) return { state: "month", month: roman + 1 };
  return nearMonth(word);
}

/** 0 for Monday to 6 for Sunday, or undefined. */
export function weekdayOf(word: string): number | undefined {
  const found = weekdays.get(word);
  return found === undefined ? undefined : found - 1;
}

/** Three letters or more that only one month's names begin with: 'septem', 'авгу'. */
function monthByBeginning(word: string): number | undefined {
  if (word.length < 3) return undefined;
  return theOnly((name) => name.startsWith(word));
}

/** A slip is forgiven in words of four letters or more when it leaves one month only: 'jume' is June, 'jule' is not said. */
function nearMonth(word: string): MonthSense {
  if (word.length < 4 || word.length > 12) return { state: "none" };
  const month = theOnly((name) => name.length >= 4 && oneSlip(word, name));
  return month === undefined ? { state: "none" } : { state: "slip", month };
}

function theOnly(fits: (name: string) => boolean): number | undefined {
  let only: number | undefined;
  for (const [name, month] of months) {
    if (!fits(name)) continue;
    if (only !== undefined && only !== month) return undefined;
    only = month;
  }
  return only;
}

/** Whether one letter added, lost, changed, or two neighbours swapped, make one word the other. */
function oneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const restA = a.slice(start);
  const restB = b.slice(start);
  if (restA.slice(1) === restB.slice(1)) return true;
  if (restA.slice(1) === restB || restA === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}

/** Word to number of its line, from 1. */
function table(lines: readonly string[]): ReadonlyMap<string, number> {
  return new Map(
    lines.flatMap((line, i) =>
      foldDate(line)
        .split(" ")
        .map((word): [string, number] => [word, i + 1]),
    ),
  );
}

function setOf(...lines: string[]): ReadonlySet<string> {
  return new Set(foldDate(lines.join(" ")).split(" "));
}
