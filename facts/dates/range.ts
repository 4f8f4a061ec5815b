import { compareDates, type HistoricalDate, type Interval } from "./date";
import type { Era, Parts, Unread } from "./parts";
import { pointOf } from "./point";
import { partsOf } from "./sort";
import type { Token } from "./tokens";
import { monthOf, wordSense } from "./words";

/** Marks that may stand between the two ends of a range as well as inside a date. */
const RANGE_MARKS = new Set(["-", "/", "&", "+"]);

/** A range has two ends: a text with many marks is none, and is not tried at each of them. */
const MOST_CUTS = 12;

/**
 * Reads a range: '29 to 30 September 1938', '29.–30.9.1938', 'с 29 по 30 сентября 1938 г.', '1938-39', 'spring to autumn
 * 1940'. Each mark that may part the ends is tried in turn. Null when no cut gives two ends; a reason when one does, but
 * not of a possible range.
 */
export function readRange(
  tokens: readonly Token[],
  century: number,
): { date: Interval; notes: string[] } | Unread | null {
  let reason: Unread | null = null;
  for (const i of cuts(tokens).slice(0, MOST_CUTS)) {
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

/** The two ends of what was cut, each with what the other tells of it. */
export function ends(
  left: readonly Token[],
  right: readonly Token[],
  century: number,
): [Parts | Unread, Parts | Unread] {
  const leftNames = namesMonth(left);
  const rightNames = namesMonth(right);
  // '50–44 BC' is before Christ at both ends; a number beside a month may be its day.
  const era = leftNames || rightNames || eraOf(left) ? undefined : eraOf(right);
  const first = partsOf(left, { century, range: rightNames && !leftNames ? "month elsewhere" : "alone", era });
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

function eraOf(tokens: readonly Token[]): Era | undefined {
  const has = (words: ReadonlySet<string>) => tokens.some(({ kind, text }) => kind === "word" && words.has(text));
  if (has(wordSense.beforeChrist)) return "BC";
  return has(wordSense.afterChrist) ? "AD" : undefined;
}

/** Each end takes from the other what it does not say itself. */
function join(left: Parts, right: Parts): Interval | Unread {
  if (left.other || right.other) return { why: "Write the month as a word, so that day and month cannot be mixed up." };
  const [first, last] = shared(left, right);
  const from = pointOf(first);
  const to = pointOf(last);
  if ("why" in from) return from;
  if ("why" in to) return to;
  return spanOf(from, to);
}

function spanOf(from: HistoricalDate, to: HistoricalDate): Interval | Unread {
  const begin = from.precision === "interval" ? from.from : from;
  const end = to.precision === "interval" ? to.to : to;
  if (typeof begin === "string" || typeof end === "string") return { why: "I cannot read that as one date." };
  if (compareDates(begin, end) >= 0) return { why: "The first of these dates is not before the second." };
  return { precision: "interval", from: begin, to: end };
}

/** Both with what each says for the other: '29 to 30 September'. */
export function shared(left: Parts, right: Parts): [Parts, Parts] {
  if (right.unit && right.year !== undefined) return [lentUnit(left, right), right];
  const year = right.year ?? secondYear(left, right) ?? left.year;
  const onlyYears = hasOnlyYear(left) && (hasOnlyYear(right) || right.year === undefined) && right.month === undefined;
  const last: Parts =
    onlyYears && right.season === undefined && !right.portion
      ? { ...right, year, ...(right.year === undefined ? { day: undefined } : {}) }
      : { ...right, year, ...(right.month === undefined ? lent(right, left) : {}) };
  const whole = left.year !== undefined && left.day === undefined;
  const first: Parts =
    whole || left.month !== undefined || left.season !== undefined ? left : { ...left, ...lent(left, right) };
  return [{ ...first, year: first.year ?? year }, last];
}

/** '29 to 30 September', 'early to mid August': a day or a part of a month takes the month of the other end. */
function lent(own: Parts, other: Parts): Partial<Parts> {
  const takes = own.day !== undefined || (own.portion !== undefined && own.year === undefined);
  if (!takes || own.season !== undefined) return {};
  return other.season === undefined ? { month: own.month ?? other.month } : { season: other.season };
}

/** '17–19th centuries', '17th to early 19th century'. */
function lentUnit(left: Parts, right: Parts): Parts {
  if (left.year !== undefined || left.month !== undefined || left.season !== undefined) return left;
  if (left.day !== undefined && right.unit === "century") {
    const bc = (right.year ?? 0) < 0;
    return { ...left, day: undefined, unit: "century", year: bc ? 1 - 100 * left.day : 100 * (left.day - 1) };
  }
  // 'early to mid 1930s'.
  return left.portion && left.day === undefined ? { ...left, unit: right.unit, year: right.year } : left;
}

function hasOnlyYear({ month, season, unit, day, year, portion }: Parts): boolean {
  return year !== undefined && [month, season, unit, day, portion].every((each) => each === undefined);
}

/** '1914-18': a small number after a year belongs to the same hundred years. */
function secondYear(left: Parts, right: Parts): number | undefined {
  if (!hasOnlyYear(left)) return undefined;
  if (right.day === undefined || right.month !== undefined || right.day < 10) return undefined;
  return hundred(left.year ?? 0) + right.day;
}
