import { foldDate } from "./tokens";

/**
 * Month words in the languages we read (English, German, Russian, Ukrainian, Polish, French): nominative, genitive and
 * abbreviations, a month a line.
 */
const MONTH_WORDS = [
  "january jan januar jänner jaenner jän januars январь января янв січень январе січні styczniu січня січ styczeń stycznia sty janvier janv",
  "february feb febr februar feber februars февраль февраля фев февр лютий феврале лютому lutym лютого лют luty lutego lut février fevr",
  "march mar märz maerz mrz marz март марта мар березень марте березні marcu березня бер marzec marca mars",
  "april apr april aprils апрель апреля апр квітень апреле квітні kwietniu квітня квіт kwiecień kwietnia kwi avril avr",
  "may mai mais май мая травень мае травні maju травня трав maj maja",
  "june jun juni junis июнь июня июн червень июне червні czerwcu червня черв czerwiec czerwca cze juin",
  "july jul juli julis июль июля июл липень июле липні lipcu липня лип lipiec lipca lip juillet juil",
  "august aug augusts август августа авг серпень августе серпні sierpniu серпня серп sierpień sierpnia sie août",
  "september sep sept septembers сентябрь сентября сен сент вересень сентябре вересні wrześniu вересня вер wrzesień września wrz septembre",
  "october oct oktober okt oktobers октябрь октября окт жовтень октябре жовтні październiku жовтня жовт październik października paź octobre",
  "november nov novembers ноябрь ноября ноя нояб листопад ноябре листопаді listopadzie листопада лист listopad listopada lis novembre",
  "december dec dezember dez dezembers декабрь декабря дек грудень декабре грудні grudniu грудня груд grudzień grudnia gru décembre",
];

const WEEKDAY_WORDS = [
  "monday mon montag mo понедельник понедельника пн понеділок понеділка poniedziałek lundi",
  "tuesday tue tues dienstag di вторник вторника вт вівторок вівторка wtorek mardi",
  "wednesday wed weds mittwoch mi среда среду среды ср середа середу środa mercredi",
  "thursday thu thur thurs donnerstag do четверг четверга чт четвер четверга czwartek jeudi",
  "friday fri freitag fr пятница пятницу пятницы пт piątek vendredi",
  "saturday sat samstag sonnabend sa суббота субботу субботы сб субота суботу sobota samedi",
  "sunday sun sonntag so воскресенье воскресенья вс неділя неділю niedziela dimanche",
];

const SEASON_WORDS = [
  "spring springtime весна весны весной frühling frühlings frühjahr frühjahrs навесні навесну весною wiosna wiosny wiosną printemps",
  "summer summertime лето лета летом sommer sommers літо літа влітку літом lato lata latem été",
  "autumn fall осень осени осенью herbst herbsts осінь восени осінню jesień jesieni jesienią automne",
  "winter wintertime winters зима зимы зимой зиму взимку зимою zima zimy zimą hiver",
];

/** Parts of a date, the first before the last: 'early', 'mid', 'late'. */
const THIRD_WORDS = [
  "early earliest beginning start begin anfang anfangs beginn начало начале начала ранний початок початку początek początku początkiem début",
  "mid middle midway mitte середина середине середины середину середині środek środku milieu",
  "late end ending ende spät конец конце конца кінець кінці кінця наприкінці koniec końcu końca fin",
];

const months = table(MONTH_WORDS);
const weekdays = table(WEEKDAY_WORDS);
const seasons = table(SEASON_WORDS);
const thirds = table(THIRD_WORDS);

/** Words around a date that change nothing: 'the 23rd of August', 'den 23. August', '23 августа 1939 г.', '1939年'. */
const fillers = setOf(
  "the of on in at am an den der dem des vom von im zum since from between zwischen seit dated date day days year years",
  "anno jahr jahre jahren jahres с со в во к г гг год года году годов годы годах число числа 年 月 日 decade sometime some",
  "time during night overnight midnight evening morning nacht ночь ночи ночью du de le la les en année w dnia r",
  "roku rok року рік році роки років рр р у з від ab seit od depuis onward onwards forward à",
);
const about = setOf(
  "c ca circa cca about around approximately approx roughly near etwa um gegen ungefähr rund circa около ок примерно",
  "приблизно близько około ok environ vers",
);
const perhaps = setOf(
  "perhaps possibly probably maybe uncertain likely vielleicht wohl возможно вероятно ймовірно może",
);
const until = setOf("to till until through thru and bis und по до и на і та do et au");
const or = setOf("or oder или либо або lub ou");
const ordinals = setOf("st nd rd th sten ten ter te го ого е ое и ый я er ere");
const beforeChrist = setOf("bc bce");
const afterChrist = setOf("ad ce");
const halves = setOf("half hälfte половина половине половины половину половині половини połowa połowie połowy moitié");
const quarters = setOf("quarter quartal квартал квартале квартала кварталі kwartał kwartale trimestre");
const centuries = setOf(
  "century centuries cent jahrhundert jahrhunderts jahrhunderte jh jhd век века веке веков столетие столетия столетии",
  "вв століття столітті сторіччя сторіччі wiek wieku siècle siècles",
);
/** Endings of a number that make it ten years: 1930s, 1930er, 1930-е, 1930-х. */
const decades = setOf("s er ern ers е х ые ых");
/** First words of a range that is open on one side. */
const openings = {
  from: setOf("from since onwards с со з від ab seit od depuis"),
  after: setOf("after post nach после після po après"),
  until: setOf("until till to bis по by"),
  before: setOf("before pre vor перед до до przed avant"),
};

export const wordSense = {
  fillers,
  about,
  perhaps,
  until,
  or,
  ordinals,
  beforeChrist,
  afterChrist,
  halves,
  quarters,
  centuries,
  decades,
  openings,
};

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
  const roman = romanOf(word);
  if (roman !== undefined && roman <= 12) return { state: "month", month: roman };
  return nearMonth(word);
}

/** 0 for Monday to 6 for Sunday, or undefined. */
export function weekdayOf(word: string): number | undefined {
  const found = weekdays.get(word);
  return found === undefined ? undefined : found - 1;
}

/** What a word says of a season: 21 spring to 24 winter. */
export function seasonOf(word: string): { season: 21 | 22 | 23 | 24; slip: boolean } | undefined {
  const exact = seasons.get(word);
  const found =
    exact ??
    (word.length < 5 || word.length > 12
      ? undefined
      : theOnly(seasons, (name) => name.length >= 5 && oneSlip(word, name)));
  return found === undefined ? undefined : { season: (found + 20) as 21 | 22 | 23 | 24, slip: exact === undefined };
}

/** 0 for 'early', 1 for 'mid', 2 for 'late', or undefined. */
export function thirdOf(word: string): number | undefined {
  const found = thirds.get(word);
  return found === undefined ? undefined : found - 1;
}

/** Roman numerals to 30, for months and centuries; undefined for what is none. */
export function romanOf(word: string): number | undefined {
  if (!/^[ivx]{1,6}$/.test(word)) return undefined;
  const [, tens = "", units = ""] = /^(x{0,3})(i[vx]|v?i{0,3})$/.exec(word) ?? [];
  const ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"].indexOf(units);
  return tens === "" && units === "" ? undefined : tens.length * 10 + ones;
}

/** Three letters or more that only one month's names begin with: 'septem', 'авгу'. */
function monthByBeginning(word: string): number | undefined {
  if (word.length < 3) return undefined;
  return theOnly(months, (name) => name.startsWith(word));
}

/** A slip is forgiven in words of four letters or more when it leaves one month only: 'jume' is June, 'jule' is not said. */
function nearMonth(word: string): MonthSense {
  if (word.length < 4 || word.length > 12) return { state: "none" };
  const month = theOnly(months, (name) => name.length >= 4 && oneSlip(word, name));
  return month === undefined ? { state: "none" } : { state: "slip", month };
}

/** The one line of a table that a word fits; undefined when it fits none, or two. */
function theOnly(names: ReadonlyMap<string, number>, fits: (name: string) => boolean): number | undefined {
  let only: number | undefined;
  for (const [name, line] of names) {
    if (!fits(name)) continue;
    if (only !== undefined && only !== line) return undefined;
    only = line;
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
