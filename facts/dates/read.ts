import { weekdayNumber } from "./calendar";
import { compareDates, type DatePoint, type Day, type HistoricalDate, type Season } from "./date";
import { parseEdtf } from "./edtf";
import { formatDate, nameOfWeekday, weekdayName } from "./format";
import { settleIdioms } from "./idioms";
import { readOpen } from "./open";
import type { Parts, Style, Unread } from "./parts";
import { pointOf } from "./point";
import { dayTrouble } from "./possible";
import { readRange } from "./range";
import { partsOf } from "./sort";
import { tokenise, type Token } from "./tokens";
import { readTwoCalendars } from "./two-calendars";
import { wordSense } from "./words";

/** What was made of a date that somebody typed. */
export type DateReading =
  | { state: "blank" }
  /** One date. `notes` say what was assumed on the way, a sentence each, for the reader to object. `style` is the calendar
   * that the writer named, 'old' for the Julian; the date is as written. */
  | { state: "read"; date: HistoricalDate; notes: string[]; style?: Style }
  /** Day and month may be either way round; only the writer knows. The first meaning takes the day first. */
  | { state: "ambiguous"; meanings: [Day, Day] }
  /** A month, perhaps with its day, or a season, but no year. */
  | { state: "partial"; month?: number; day?: number; season?: Season["season"]; notes: string[] }
  /** `why` is a sentence to the writer. */
  | { state: "unreadable"; why: string };

export interface ReadOptions {
  /** First year of the century that two-digit years belong to: with 1900, '23.8.39' is 1939. */
  century: number;
}

/** Longest text, in UTF-16 units and without white space around it, that is looked at as a date. */
export const LONGEST_DATE = 80;

/**
 * Reads a date as people write it: any order, dots, strokes, dashes or words; month names in English, German, Russian,
 * Ukrainian, Polish and French, in full or short; a weekday or none; two-digit years; seasons, decades and centuries;
 * 'early', 'mid', 'late', halves and quarters; 'c.' and 'perhaps'; ranges, open ones too. Never throws, never guesses
 * between two meanings.
 *
 * @example readDate("23. August 39", { century: 1900 }) // { state: "read", date: 23 August 1939, notes: [] }
 * @example readDate("early 1940", { century: 1900 }) // { state: "read", date: January to April 1940, notes: [] }
 * @example readDate("3/9/1939", { century: 1900 }) // { state: "ambiguous", meanings: [3 September, 9 March] }
 */
export function readDate(text: string, { century }: ReadOptions): DateReading {
  const written = text.trim();
  if (written === "") return { state: "blank" };
  if (written.length > LONGEST_DATE) return unreadable("That is longer than any date.");
  const exact = readEdtf(written.toUpperCase());
  if (exact) return { state: "read", date: exact, notes: [] };
  const raw = tokenise(written);
  if (raw === null) return unreadable("That holds signs that no date has.");
  if (raw.length === 0) return { state: "blank" };
  if (raw[0]?.text === "-" && raw[1]?.apart === false) return unreadable("Write a year before Christ with BC.");
  const tokens = settleIdioms(withoutThousands(raw));
  if (tokens.some((token) => token.kind === "word" && wordSense.or.has(token.text))) {
    return unreadable("Those are two dates. Write the one you mean.");
  }
  const open = readOpen(tokens, century);
  if (open) return ranged(open, tokens);
  const parts = partsOf(tokens, { century });
  if (!("why" in parts)) return settle(parts);
  const day = readTwoCalendars(tokens, century);
  if (day) return { state: "read", ...day };
  const range = readRange(tokens, century);
  return range ? ranged(range, tokens) : unreadable(parts.why);
}

/**
 * Exact EDTF, but for what a half-typed date looks like ('1939/' is on its way to '1939/8/23') and for the years that
 * EDTF counts otherwise than people do.
 */
function readEdtf(text: string): HistoricalDate | null {
  const date = parseEdtf(text);
  if (date === null) return null;
  if (date.precision !== "interval") return date.year < 1 && date.precision !== "century" ? null : date;
  const { from, to } = date;
  if (typeof from === "string" || typeof to === "string") return bothKnown(from, to) ? date : null;
  return from.year >= 1 && to.year >= 1 && compareDates(from, to) < 0 ? date : null;
}

/** '1,939' and '1 939' are the year 1939, and not the first month of the year 939. */
function withoutThousands(tokens: Token[]): Token[] {
  const [first, ...rest] = tokens;
  const last = rest.at(-1);
  if (!first || !last || rest.length > 2 || !/^[12]$/.test(first.text) || !/^\d{3}$/.test(last.text)) return tokens;
  return rest.length === 1 || /^[.,']$/.test(rest[0]!.text) ? [{ ...first, text: first.text + last.text }] : tokens;
}

/** '1939/..' is no date on its way to another. */
function bothKnown(from: DatePoint | string, to: DatePoint | string): boolean {
  return [from, to].every((end) => end === "open" || (typeof end !== "string" && end.year >= 1));
}

function ranged(range: { date: HistoricalDate; notes: string[] } | Unread, tokens: readonly Token[]): DateReading {
  if ("why" in range) return unreadable(range.why);
  const style = tokens.find(({ text }) => text === "oldstyle" || text === "newstyle")?.text;
  return { state: "read", ...range, ...(style ? { style: style === "oldstyle" ? "old" : "new" } : {}) };
}

function settle(parts: Parts): DateReading {
  const { year, day, other, style, notes } = parts;
  if (year === undefined) return withoutYear(parts);
  const date = pointOf(parts);
  if ("why" in date) return unreadable(date.why);
  const read = { state: "read" as const, date, notes, ...(style ? { style } : {}) };
  if (date.precision !== "day" || day === undefined) return read;
  if (other) {
    const { approximate, uncertain } = date;
    const second: Day = { ...date, ...other, ...(approximate && { approximate }), ...(uncertain && { uncertain }) };
    const said = [date, second].filter((each) => parts.weekday === weekdayNumber(each.year, each.month, each.day));
    const [only] = said;
    // A weekday that fits one of the two is the writer's own word on which is meant.
    if (said.length !== 1 || !only) return { state: "ambiguous", meanings: [date, second] };
    return { ...read, date: only };
  }
  return { ...read, notes: [...notes, ...weekdayNote(date, parts.weekday)] };
}

function withoutYear({ month, day, season, unit, other, notes }: Parts): DateReading {
  if (season !== undefined) return { state: "partial", season, notes };
  if (month === undefined || other || unit) return unreadable("The year is missing.");
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

function unreadable(why: string): DateReading {
  return { state: "unreadable", why };
}
