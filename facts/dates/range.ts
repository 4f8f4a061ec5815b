import { compareDates, type DatePoint, type Interval } from "./date";
import type { Parts, Unread } from "./parts";
import { datePoint } from "./possible";
import { partsOf } from "./sort";
import type { Token } from "./tokens";
import { monthOf, wordSense } from "./words";

/** Marks that may stand between the two ends of a range as well as inside a date. */
const RANGE_MARKS = new Set(["-", "/", "&", "+"]);

/**
 * Reads a range: '29 to 30 September 1938', '29.–30.9.1938', 'с 29 по 30 сентября 1938 г.', '1938-39'. Each mark that may
 * part the ends is tried in turn. Null when no cut gives two ends; a reason when one does, but not of a possible range.
 */
export function readRange(
  tokens: readonly Token[],
  century: number,
): { date: Interval; notes: string[] } | Unread | null {
  let reason: Unread | null = null;
  for (const i of cuts(tokens)) {
    const [left, right] = ends(tokens.slice(0, i), tokens.slice(i + 1), century);
    if ("why" in left || "why" in right) continue;
    const date = join(left, right);
    if (!("why" in date)) return { date, notes: [...left.notes, ...right.notes] };
    reason ??= date;
  }
  return reason;
}

/** Where the text may be cut: at words such as 'to', or when there is none at dashes, strokes and plus signs. */
function cuts(tokens: readonly Token[]): number[] {
  const words: number[] = [];
  const marks: number[] = [];
  tokens.forEach((token, i) => {
    if (token.kind === "word" && wordSense.until.has(token.text) && !touchesNumber(tokens, i)) words.push(i);
    if (token.kind === "mark" && RANGE_MARKS.has(token.text)) marks.push(i);
  });
  return words.length > 0 ? words : marks;
}

/** 'и' is 'and', and also what is left of the ending in '23-й'. */
function touchesNumber(tokens: readonly Token[], i: number): boolean {
  return tokens[i]?.apart === false;
}

function ends(left: readonly Token[], right: readonly Token[], century: number): [Parts | Unread, Parts | Unread] {
  const leftNames = namesMonth(left);
  const rightNames = namesMonth(right);
  const first = partsOf(left, { century, range: rightNames && !leftNames ? "month elsewhere" : "alone" });
  // '1861-67' ends in the century in which it began, whatever the course's.
  const began = "why" in first || first.year === undefined || first.year < 100 ? century : hundred(first.year);
  const range = leftNames && !rightNames ? "month elsewhere" : "alone";
  return [first, partsOf(right, { century: began, range })];
}

function hundred(year: number): number {
  return year - (year % 100);
}

function namesMonth(tokens: readonly Token[]): boolean {
  return tokens.some((token) => token.kind === "word" && monthOf(token.text).state !== "none");
}

/** Each end takes from the other what it does not say itself. */
function join(left: Parts, right: Parts): Interval | Unread {
  if (left.other || right.other) return { why: "Write the month as a word, so that day and month cannot be mixed up." };
  const lastYear = right.year ?? secondYear(left, right) ?? left.year;
  const firstYear = left.year ?? lastYear;
  if (firstYear === undefined || lastYear === undefined) return { why: "The year is missing." };
  const onlyYears = left.month === undefined && right.month === undefined;
  const from = onlyYears ? yearPoint(firstYear, left) : end(firstYear, left, right);
  const to = onlyYears
    ? yearPoint(lastYear, left.day === undefined && right.year === undefined ? {} : right)
    : end(lastYear, right, left);
  if ("why" in from) return from;
  if ("why" in to) return to;
  if (from.precision !== to.precision) return { why: "I cannot read that as one date." };
  if (compareDates(from, to) >= 0) return { why: "The first of these dates is not before the second." };
  return { precision: "interval", from, to };
}

/** '1914-18': a small number after a year belongs to the same hundred years. */
function secondYear(left: Parts, right: Parts): number | undefined {
  if (left.year === undefined || left.month !== undefined || left.day !== undefined) return undefined;
  if (right.day === undefined || right.month !== undefined || right.day < 10) return undefined;
  return hundred(left.year) + right.day;
}

function yearPoint(year: number, { day }: { day?: number }): DatePoint | Unread {
  return day === undefined ? { precision: "year", year } : { why: "The month is missing." };
}

function end(year: number, own: Parts, other: Parts): DatePoint | Unread {
  const month = own.month ?? (own.day === undefined ? undefined : other.month);
  return month === undefined ? { why: "The month is missing." } : datePoint(year, month, own.day);
}
