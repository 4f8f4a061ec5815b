import { ordinal } from "./format";
import { yearOf, type TypedNumber } from "./numbers";
import type { Era, Parts, Unread } from "./parts";

/** Gives a season its year, a decade or a century its first. */
export function assignUnit(
  { season, unit }: Parts,
  numbers: readonly TypedNumber[],
  era: Era | undefined,
  century: number,
): { year?: number; notes?: string[] } | Unread {
  const [a, b, c] = numbers;
  if (c) return { why: "That has more numbers than such a date." };
  if (unit === "century") return a && !b ? centuryYear(a, era) : { why: "Say which century." };
  if (unit === "decade") return a && !b ? decadeYear(a, era, century) : { why: "Say which decade." };
  if (!a) return {};
  const first = yearOf(a, era, century);
  if (!b || "why" in first) return first;
  // 'winter 1939–40': a winter has the end of one year and the beginning of the next.
  const next = yearOf(b, era, b.digits.length > 2 ? century : first.year - (((first.year % 100) + 100) % 100));
  const follows = !("why" in next) && [first.year + 1, first.year - 99].includes(next.year);
  return season === 24 && follows ? first : { why: "I find two years in that." };
}

function centuryYear({ value }: TypedNumber, era: Era | undefined): { year: number } | Unread {
  if (value < 1 || value > 99) return { why: "Write a century by its number: 20th century." };
  return { year: era === "BC" ? 1 - 100 * value : 100 * (value - 1) };
}

function decadeYear(
  number: TypedNumber,
  era: Era | undefined,
  century: number,
): { year: number; notes?: string[] } | Unread {
  if (number.value % 10 !== 0) return { why: "Write a decade by its first year: 1930s." };
  if (era === "BC") return { why: "Write decades before Christ as years: 439 to 430 BC." };
  const found = number.digits === "00" ? { year: century } : yearOf(number, era, century);
  if ("why" in found) return found;
  if (found.year < 10) return { why: "Write the years of that decade." };
  if (found.year % 100 !== 0) return found;
  // '1800s' is said of ten years and of a hundred.
  const hundred = `${ordinal(found.year / 100 + 1)} century`;
  const note = `‘${found.year}s’ is taken for ${found.year} to ${found.year + 9}; the hundred years are the ${hundred}.`;
  return { ...found, notes: [note] };
}
