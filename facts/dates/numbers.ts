import type { Era as Named, Parts, Setting, Unread } from "./parts";

export interface TypedNumber {
  digits: string;
  value: number;
  /** Written with an apostrophe for the century: '39. */
  shortened: boolean;
  /** Written with an ending that only a day has: 23rd. */
  ordinal: boolean;
}

type Assigned = Pick<Parts, "day" | "month" | "year" | "other">;
type Era = Named | undefined;

/**
 * Says which number is the day, which the month and which the year: by the named month, by size, by place. Where day
 * and month may be either way round, both meanings are kept: it never guesses.
 */
export function assignNumbers(
  numbers: readonly TypedNumber[],
  named: number | undefined,
  era: Era,
  setting: Setting,
): Assigned | Unread {
  const [a, b, c] = numbers;
  if (numbers.length > 3) return { why: "That has more numbers than a date." };
  if (a && !b && a.digits.length === 8 && named === undefined) return packed(a.digits);
  if (named !== undefined || setting.range === "month elsewhere") {
    return besideMonth(numbers, named, era, setting.century);
  }
  if (a && b && c) return threeNumbers(a, b, c, era, setting.century);
  if (a && b) return twoNumbers(a, b, era, setting.century);
  if (a) return oneNumber(a, era, setting);
  return { why: "I find no date in that." };
}

/** Whether a number can only be a year: longer than a day, above 31, or shortened by an apostrophe. */
function isYear(n: TypedNumber): boolean {
  return n.digits.length >= 3 || n.shortened || n.value > 31;
}

export function yearOf(n: TypedNumber, era: Era, century: number): { year: number } | Unread {
  if (n.digits.length > 4) return { why: "Write the year with four digits." };
  if (era || n.digits.length >= 3) {
    if (n.value === 0) return { why: "There is no year 0." };
    return { year: era === "BC" ? 1 - n.value : n.value };
  }
  if (n.digits.length === 1) return { why: "Write the year with four digits." };
  return { year: century + n.value };
}

function besideMonth(
  numbers: readonly TypedNumber[],
  month: number | undefined,
  era: Era,
  century: number,
): Assigned | Unread {
  const found: Assigned = month === undefined ? {} : { month };
  const [a, b, c] = numbers;
  if (c) return { why: "That has one number too many beside the month." };
  if (!a) return found;
  if (!b) {
    if (!a.ordinal && (isYear(a) || era)) return merge(found, yearOf(a, era, century));
    return { ...found, day: a.value };
  }
  if (isYear(a) && isYear(b)) {
    const day = [a, b].find(({ digits, shortened }) => digits.length < 3 && !shortened);
    const other = a === day ? b : a;
    if (day && other.digits.length > 2) return { why: `There is no day ${day.value} in a month.` };
    return { why: "I find two years and no day in that." };
  }
  // '12 Aug 10': the year comes last, where nothing else says which it is.
  const yearFirst = isYear(a) || b.ordinal;
  const [dayNumber, yearNumber] = yearFirst ? [b, a] : [a, b];
  return merge({ ...found, day: dayNumber.value }, yearOf(yearNumber, era, century));
}

function threeNumbers(a: TypedNumber, b: TypedNumber, c: TypedNumber, era: Era, century: number): Assigned | Unread {
  if (isYear(b) || (isYear(a) && isYear(c))) return { why: "I cannot tell which of these numbers is the year." };
  if (!isYear(a)) return merge(dayAndMonth(a, b), yearOf(c, era, century));
  // A year that comes first is followed by the month; nobody writes year, day, month unless the size says so.
  const swapped = b.value > 12 && c.value <= 12;
  const [month, day] = swapped ? [c.value, b.value] : [b.value, c.value];
  return merge(month > 12 ? noMonth(month) : { month, day }, yearOf(a, era, century));
}

function twoNumbers(a: TypedNumber, b: TypedNumber, era: Era, century: number): Assigned | Unread {
  if (isYear(a) && isYear(b)) return { why: "I find two years in that." };
  if (!isYear(a) && !isYear(b)) return dayAndMonth(a, b);
  const [monthNumber, yearNumber] = isYear(a) ? [b, a] : [a, b];
  if (monthNumber.value > 12) return noMonth(monthNumber.value);
  return merge({ month: monthNumber.value }, yearOf(yearNumber, era, century));
}

function oneNumber(a: TypedNumber, era: Era, setting: Setting): Assigned | Unread {
  if (!a.ordinal && (isYear(a) || era)) return yearOf(a, era, setting.century);
  if (setting.range) return { day: a.value };
  if (a.digits === "0") return { why: "There is no year 0." };
  return { why: "One number alone: write the month and the year as well." };
}

function dayAndMonth(first: TypedNumber, second: TypedNumber): Assigned | Unread {
  if (first.ordinal && second.ordinal) return { why: "I find two days in that." };
  // '3rd/9/1939': only a day is counted off.
  if (first.ordinal) return { day: first.value, month: second.value };
  return inEitherOrder(first.value, second.value);
}

function inEitherOrder(a: number, b: number): Assigned | Unread {
  if (a > 12 && b > 12) return noMonth(b);
  if (a > 12 || a === b) return { day: a, month: b };
  if (b > 12) return { day: b, month: a };
  if (a < 1 || b < 1) return { why: "Days and months count from 1." };
  return { day: a, month: b, other: { day: b, month: a } };
}

/** Eight digits in a row: 19390823, or 23081939. Read when just one day fits. */
function packed(digits: string): Assigned | Unread {
  const first = { year: Number(digits.slice(0, 4)), month: Number(digits.slice(4, 6)), day: Number(digits.slice(6)) };
  const last = { year: Number(digits.slice(4)), ...pair(digits.slice(0, 2), digits.slice(2, 4)) };
  const fits = [first, last].filter(({ year, month, day }) => year >= 1000 && inYear(month, day));
  return fits.length === 1 && fits[0] ? fits[0] : { why: "Put dots or spaces between day, month and year." };
}

function pair(a: string, b: string): { day: number; month: number } {
  const found = inEitherOrder(Number(a), Number(b));
  // Day and month either way round cannot be asked about here: no day is found.
  return "why" in found || found.other ? { day: 0, month: 0 } : { day: found.day ?? 0, month: found.month ?? 0 };
}

function inYear(month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

function noMonth(number: number): Unread {
  return { why: `There is no month ${number}.` };
}

function merge(a: Assigned | Unread, b: Assigned | Unread): Assigned | Unread {
  if ("why" in a) return a;
  return "why" in b ? b : { ...a, ...b };
}
