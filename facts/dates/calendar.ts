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
  const monthFromMarch = (month + 9) % 12;
  const daysBefore = Math.floor((153 * monthFromMarch + 2) / 5);
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + daysBefore + day - 1;
}

/** 0 for Monday to 6 for Sunday. Day 0 was a Wednesday, as 1 March 2000 was: 400 years are a whole number of weeks. */
export function weekdayNumber(year: number, month: number, day: number): number {
  const n = (dayNumber(year, month, day) + 2) % 7;
  return n < 0 ? n + 7 : n;
}
