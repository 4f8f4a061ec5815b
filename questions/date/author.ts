import { z } from "zod";
import { edtf, formatDate, parseEdtf, toEdtf, type HistoricalDate } from "@/facts/dates";
import type { Fact, FactBase } from "@/facts/base";
import type { Author } from "../contract";
import type { Body, Key } from "./schema";

const schema = z.strictObject({
  /** `date`: of the fact; of a transfer, of its legal act. `occupied`: of a transfer, when troops were in control. */
  ask: z.enum(["date", "occupied"]).default("date"),
  precision: z.enum(["day", "month", "year"]),
  /** First year of the century of two-digit years; when absent, that of most facts of the course. */
  century: z.int().multipleOf(100).optional(),
});

type Authored = z.infer<typeof schema>;

/** No receipt needs more; those nearest to the answer are kept. */
const MOST_CONFUSABLE = 40;

export const author: Author<Authored, Body, Key> = {
  schema: schema as z.ZodType<Authored>,
  derive({ ask, precision, century }, facts, item) {
    const fact = facts.facts.get(item.fact);
    const dates = fact ? datesOf(fact, ask) : [];
    if (!fact || dates.length === 0) return { problems: [missing(item.fact, ask)] };
    const accepted: Key["accepted"] = [];
    for (const { date, why } of dates) {
      const cut = cutTo(edtf(date), precision);
      if (cut === null) return { problems: [tooFine(item.fact, date, precision)] };
      const text = toEdtf(cut);
      // Two days of one month are one answer to a question that asks the month.
      if (accepted.every((each) => each.date !== text)) accepted.push({ date: text, ...(why ? { why } : {}) });
    }
    return {
      body: { precision, century: century ?? usualCentury(facts) },
      key: { accepted, confusable: precision === "day" ? confusableWith(fact, accepted, facts) : [] },
      rests: [
        {
          fact: item.fact,
          part: ask === "date" ? "date" : "transfer",
          // Sources that differ, differ by a day or two: a month lets that through, and so does a key of both days.
          tolerant: precision !== "day" || accepted.length > 1,
        },
      ],
    };
  },
};

/** The dates that count, the better one first; a reason stands with whichever comes second. */
function datesOf(fact: Fact, ask: Authored["ask"]): { date: string; why?: string }[] {
  if (ask === "occupied") return fact.type === "transfer" && fact.occupied ? [{ date: fact.occupied }] : [];
  if (!fact.date) return [];
  if (!fact.alsoDate) return [{ date: fact.date }];
  const { date, why, prefer } = fact.alsoDate;
  return prefer ? [{ date }, { date: fact.date, why }] : [{ date: fact.date }, { date, why }];
}

/** The date, no finer than asked; null when it is not known so finely. A span counts when it lies within one month or year. */
function cutTo(date: HistoricalDate, precision: Body["precision"]): HistoricalDate | null {
  if (date.precision === "interval") {
    if (typeof date.from === "string" || typeof date.to === "string" || precision === "day") return null;
    const from = cutTo(date.from, precision);
    const to = cutTo(date.to, precision);
    return from && to && toEdtf(from) === toEdtf(to) ? from : null;
  }
  if (precision === "year") return { precision: "year", year: date.year };
  if (date.precision === "year" || date.precision === "season") return null;
  if (precision === "month") return { precision: "month", year: date.year, month: date.month };
  return date.precision === "day" ? { precision: "day", year: date.year, month: date.month, day: date.day } : null;
}

function confusableWith(fact: Fact, accepted: Key["accepted"], facts: FactBase): Key["confusable"] {
  const counted = new Set(accepted.map(({ date }) => date));
  const first = ordinal(accepted[0]?.date ?? "");
  return [...facts.facts.values()]
    .filter((other) => other.id !== fact.id)
    .flatMap((other) => [other.date, other.alsoDate?.date].map((date) => ({ date: date ?? "", name: other.name })))
    .filter(({ date }) => parseEdtf(date)?.precision === "day" && !counted.has(date))
    .sort((a, b) => Math.abs(ordinal(a.date) - first) - Math.abs(ordinal(b.date) - first) || compare(a.name, b.name))
    .slice(0, MOST_CONFUSABLE);
}

/** Days as a number, roughly: only nearness is asked of it. */
function ordinal(date: string): number {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return (year * 12 + month) * 31 + day;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function usualCentury(facts: FactBase): number {
  const counts = new Map<number, number>();
  for (const { date } of facts.facts.values()) {
    const year = Number(/^\d{4}/.exec(date ?? "")?.[0] ?? NaN);
    if (Number.isNaN(year)) continue;
    const century = year - (year % 100);
    counts.set(century, (counts.get(century) ?? 0) + 1);
  }
  return [...counts].sort(([a, n], [b, m]) => m - n || a - b)[0]?.[0] ?? 1900;
}

function missing(id: string, ask: Authored["ask"]): string {
  return ask === "occupied"
    ? `The fact ${id} has no date of occupation: ask another fact, or give the transfer one.`
    : `The fact ${id} has no date: ask another fact, or give it one.`;
}

function tooFine(id: string, date: string, precision: string): string {
  return `The fact ${id} is dated ${formatDate(edtf(date))}, which is not one ${precision}: ask it less precisely, or ask a fact that is.`;
}
