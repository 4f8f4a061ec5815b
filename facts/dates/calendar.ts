/**
 * Arithmetic of the proleptic Gregorian calendar, without `Date`, which knows time zones and no years before 100.
 * Years are astronomical: 1 is AD 1, 0 is 1 BC, -43 is 44 BC.
 */

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Length of a month, 28 to 31. `month` is 1 to 12; for any other the answer is 0, so that no day fits it. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  if (month === 4 || month === 6 || month === 9 || month === 11) return 30;
  return month >= 1 && month <= 12 ? 31 : 0;
}

/**
 * Days since 1 March of the year 0. A year that begins in March has its leap day last, so months need no table:
 * five of them have 153 days, wherever one starts counting.
 */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + daysBeforeMonth(month) + day - 1;
}

/** 0 for Monday to 6 for Sunday. Day 0 was a Wednesday, as 1 March 2000 was: 400 years are a whole number of weeks. */
export function weekdayNumber(year: number, month: number, day: number): number {
  const n = (dayNumber(year, month, day) + 2) % 7;
  return n < 0 ? n + 7 : n;
}

/** The day of a number: the inverse of `dayNumber`. */
export function dayOfNumber(n: number): CalendarDay {
  const era = Math.floor(n / 146097);
  const ofEra = n - era * 146097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36524) - Math.floor(ofEra / 146096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  return fromMarch(yearOfEra + era * 400, ofYear);
}

export interface CalendarDay {
  year: number;
  month: number;
  day: number;
}

/** What the Julian calendar, in use in Russia until February 1918, calls a day of the Gregorian one. */
export function toJulian({ year, month, day }: CalendarDay): CalendarDay {
  const n = dayNumber(year, month, day) + JULIAN_AHEAD;
  const era = Math.floor(n / 1461);
  const ofEra = n - era * 1461;
  const yearOfEra = Math.floor((ofEra - Math.floor(ofEra / 1460)) / 365);
  return fromMarch(yearOfEra + era * 4, ofEra - 365 * yearOfEra);
}

/** The Gregorian day that the Julian calendar calls this: 25 October 1917 is 7 November 1917. */
export function fromJulian({ year, month, day }: CalendarDay): CalendarDay {
  const y = month <= 2 ? year - 1 : year;
  const n = 365 * y + Math.floor(y / 4) + daysBeforeMonth(month) + day - 1;
  return dayOfNumber(n - JULIAN_AHEAD);
}

/** Days by which the Julian 1 March of the year 0 came before the Gregorian one. */
const JULIAN_AHEAD = 2;

function daysBeforeMonth(month: number): number {
  return Math.floor((153 * ((month + 9) % 12) + 2) / 5);
}

function fromMarch(y: number, ofYear: number): CalendarDay {
  const monthFromMarch = Math.floor((5 * ofYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const day = ofYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  return { year: month <= 2 ? y + 1 : y, month, day };
}
