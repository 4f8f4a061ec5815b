import { weekdayNumber } from "./calendar";
import type { DatePoint, HistoricalDate } from "./date";

export const MONTH_NAMES = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

const WEEKDAY_NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;
export const SEASON_NAMES = { 21: "spring", 22: "summer", 23: "autumn", 24: "winter" } as const;

/** Which parts are printed, where the sentence around it says the rest. */
export type DateForm = "full" | "day-month" | "month-year" | "year";

/**
 * A date in our words: '23 August 1939', 'June 1940', '29 to 30 September 1938', 'about 1941', 'from 1939'.
 * A part that the date does not know is not printed, whatever the form.
 */
export function formatDate(date: HistoricalDate, form: DateForm = "full"): string {
  if (date.precision !== "interval") return qualifier(date) + join(parts(date, form));
  const { from, to } = date;
  if (typeof from !== "string" && typeof to !== "string") return formatInterval(from, to, form);
  if (typeof from !== "string") {
    return `from ${formatDate(from, form)}${to === "unknown" ? " to an unknown date" : ""}`;
  }
  if (typeof to !== "string")
    return `${from === "unknown" ? "from an unknown date " : ""}until ${formatDate(to, form)}`;
  return "at no known time";
}

/** 'Wednesday'; null for what is not one day. */
export function weekdayName(date: HistoricalDate): string | null {
  if (date.precision !== "day") return null;
  return WEEKDAY_NAMES[weekdayNumber(date.year, date.month, date.day)] ?? null;
}

/** '23 August 1939, a Wednesday'; without the weekday for what is not one day. */
export function formatWithWeekday(date: HistoricalDate): string {
  const weekday = weekdayName(date);
  return weekday ? `${formatDate(date)}, a ${weekday}` : formatDate(date);
}

export function monthName(month: number): string {
  return MONTH_NAMES[month - 1] ?? "";
}

export function nameOfWeekday(number: number): string {
  return WEEKDAY_NAMES[number] ?? "";
}

interface Parts {
  day?: string;
  month?: string;
  year?: string;
}

function parts(date: DatePoint, form: DateForm): Parts {
  const months =
    date.precision === "season"
      ? SEASON_NAMES[date.season]
      : date.precision === "day" || date.precision === "month"
        ? monthName(date.month)
        : undefined;
  return {
    day: date.precision === "day" && (form === "full" || form === "day-month") ? String(date.day) : undefined,
    month: form === "year" ? undefined : months,
    // A year alone has nothing else to show.
    year: form === "day-month" && months !== undefined ? undefined : yearsOf(date, form),
  };
}

function yearsOf(date: DatePoint, form: DateForm): string {
  if (date.precision === "decade") return `${formatYear(date.year)}s`;
  if (date.precision === "century") {
    return date.year < 0
      ? `${ordinal(Math.floor(-date.year / 100) + 1)} century BC`
      : `${ordinal(date.year / 100 + 1)} century`;
  }
  // A winter has two years, and says both: which of the two a single one means is not agreed.
  if (date.precision === "season" && date.season === 24 && date.year >= 100 && date.year < 9999 && form !== "year") {
    const next = String(date.year + 1);
    return `${date.year}–${next.endsWith("00") ? next : next.slice(-2)}`;
  }
  return formatYear(date.year);
}

/** '1st', '22nd', '13th'. */
export function ordinal(n: number): string {
  const ending = n % 100 >= 11 && n % 100 <= 13 ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th");
  return `${n}${ending}`;
}

/** There is no year 0 between 1 BC and AD 1. A year of one or two digits says AD, lest it be read as short for another. */
export function formatYear(year: number): string {
  if (year <= 0) return `${1 - year} BC`;
  return year < 100 ? `AD ${year}` : String(year);
}

function join({ day, month, year }: Parts): string {
  return [day, month, year].filter((part) => part !== undefined).join(" ");
}

function qualifier(date: DatePoint): string {
  return (date.uncertain ? "perhaps " : "") + (date.approximate ? "about " : "");
}

/** What both ends share is said once: '29 to 30 September 1938'. */
function formatInterval(from: DatePoint, to: DatePoint, form: DateForm): string {
  const a = parts(from, form);
  const b = parts(to, form);
  const whole = join(b);
  if (join(a) === whole && qualifier(from) === qualifier(to)) return qualifier(to) + whole;
  const short: Parts = { ...a };
  // What is shared may be left out where the rest still says which part it is: between two days, or two months.
  const alike = from.precision === to.precision && (from.precision === "day" || from.precision === "month");
  if (alike && a.month !== undefined && from.year === to.year && b.month !== undefined) {
    short.year = undefined;
    if (a.month === b.month && a.day !== undefined && b.day !== undefined) short.month = undefined;
  }
  return `${qualifier(from)}${join(short)} to ${qualifier(to)}${whole}`;
}
