import { weekdayNumber } from "./calendar";
import { compareDates, type DatePoint, type Day, type HistoricalDate } from "./date";
import { parseEdtf } from "./edtf";
import { formatDate, nameOfWeekday, weekdayName } from "./format";
import type { Parts } from "./parts";
import { datePoint, dayTrouble } from "./possible";
import { readRange } from "./range";
import { partsOf } from "./sort";
import { tokenise } from "./tokens";
import { wordSense } from "./words";

/** What was made of a date that somebody typed. */
export type DateReading =
  | { state: "blank" }
  /** One date. `notes` say what was assumed on the way, a sentence each, for the reader to object. */
  | { state: "read"; date: HistoricalDate; notes: string[] }
  /** Day and month may be either way round; only the writer knows. The first meaning takes the day first. */
  | { state: "ambiguous"; meanings: [Day, Day] }
  /** A month, perhaps with its day, but no year. */
  | { state: "partial"; month: number; day?: number; notes: string[] }
  /** `why` is a sentence to the writer. */
  | { state: "unreadable"; why: string };

export interface ReadOptions {
  /** First year of the century that two-digit years belong to: with 1900, '23.8.39' is 1939. */
  century: number;
}

/** Longest text, in UTF-16 units and without white space around it, that is looked at as a date. */
export const LONGEST_DATE = 80;

/**
 * Reads a date as people write it: any order, dots, strokes, dashes or words, English, German or Russian month names in
 * full or short, a weekday or none, two-digit years. Never throws, never guesses between two meanings.
 *
 * @example readDate("23. August 39", { century: 1900 }) // { state: "read", date: 23 August 1939, notes: [] }
 * @example readDate("3/9/1939", { century: 1900 }) // { state: "ambiguous", meanings: [3 September, 9 March] }
 */
export function readDate(text: string, { century }: ReadOptions): DateReading {
  const written = text.trim();
  if (written === "") return { state: "blank" };
  if (written.length > LONGEST_DATE) return unreadable("That is longer than any date.");
  const exact = readEdtf(written);
  if (exact) return { state: "read", date: exact, notes: [] };
  const tokens = tokenise(written);
  if (tokens === null) return unreadable("That holds signs that no date has.");
  if (tokens.length === 0) return { state: "blank" };
  if (tokens[0]?.text === "-" && tokens[1]?.apart === false) return unreadable("Write a year before Christ with BC.");
  if (tokens.some((token) => token.kind === "word" && wordSense.or.has(token.text))) {
    return unreadable("Those are two dates. Write the one you mean.");
  }
  const parts = partsOf(tokens, { century });
  if (!("why" in parts)) return settle(parts);
  const range = readRange(tokens, century);
  if (!range) return unreadable(parts.why);
  return "why" in range ? unreadable(range.why) : { state: "read", ...range };
}

/**
 * Exact EDTF, but for what a half-typed date looks like ('1939/' is on its way to '1939/8/23') and for the years that
 * EDTF counts otherwise than people do.
 */
function readEdtf(text: string): HistoricalDate | null {
  const date = parseEdtf(text);
  if (date === null) return null;
  if (date.precision !== "interval") return date.year < 1 ? null : date;
  const { from, to } = date;
  if (typeof from === "string" || typeof to === "string" || from.year < 1 || to.year < 1) return null;
  return compareDates(from, to) < 0 ? date : null;
}

function settle(parts: Parts): DateReading {
  const { year, month, day, other, notes } = parts;
  if (year === undefined) return withoutYear(parts);
  if (month === undefined) {
    return day === undefined
      ? { state: "read", date: qualify({ precision: "year", year }, parts), notes }
      : unreadable("The month is missing.");
  }
  const date = datePoint(year, month, day);
  if ("why" in date) return unreadable(date.why);
  if (date.precision !== "day") return { state: "read", date: qualify(date, parts), notes };
  if (other) {
    const second: Day = { precision: "day", year, ...other };
    const said = [date, second].filter((each) => parts.weekday === weekdayNumber(each.year, each.month, each.day));
    const [only] = said;
    // A weekday that fits one of the two is the writer's own word on which is meant.
    if (said.length !== 1 || !only) return { state: "ambiguous", meanings: [date, second] };
    return { state: "read", date: qualify(only, parts), notes };
  }
  return { state: "read", date: qualify(date, parts), notes: [...notes, ...weekdayNote(date, parts.weekday)] };
}

function withoutYear({ month, day, other, notes }: Parts): DateReading {
  if (month === undefined || other) return unreadable("The year is missing.");
  if (month < 1 || month > 12) return unreadable(`There is no month ${month}.`);
  if (day === undefined) return { state: "partial", month, notes };
  // A leap year's length, for no year is known.
  const trouble = dayTrouble(2000, month, day);
  return trouble ? unreadable(trouble) : { state: "partial", month, day, notes };
}

function weekdayNote(date: Day, weekday: number | undefined): string[] {
  if (weekday === undefined || weekday === weekdayNumber(date.year, date.month, date.day)) return [];
  return [`${formatDate(date)} was a ${weekdayName(date)}, not a ${nameOfWeekday(weekday)}.`];
}

function qualify<T extends DatePoint>(date: T, { approximate, uncertain }: Parts): T {
  return { ...date, ...(approximate ? { approximate } : {}), ...(uncertain ? { uncertain } : {}) };
}

function unreadable(why: string): DateReading {
  return { state: "unreadable", why };
}
