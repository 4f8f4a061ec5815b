import { z } from "zod";
import { bounds, edtf, formatDate, parseEdtf, toEdtf, type HistoricalDate } from "@/facts/dates";
import type { Fact, FactBase } from "@/facts/base";
import type { Author } from "../contract";
import { precisions, type Body, type Key, type Precision } from "./schema";
import { asOldStyle, isCoarser, knownTo, reach, unitList, unitsOf } from "./units";

const schema = z.strictObject({
  /** `date`: of the fact; of a transfer, of its legal act. `occupied`: of a transfer, when troops were in control. */
  ask: z.enum(["date", "occupied"]).default("date"),
  precision: z.enum(precisions),
  /** First year of the century of two-digit years; when absent, that of most facts of the course. */
  century: z.int().multipleOf(100).optional(),
});

type Authored = z.infer<typeof schema>;

/** No receipt needs more; those nearest to the answer are kept. */
const MOST_CONFUSABLE = 40;

/** A fact that lasted, or is known only about, is asked so finely only while no more units than this are right. */
const MOST_UNITS: Record<Precision, number> = { day: 7, month: 3, season: 2, year: 3, decade: 3, century: 3 };

export const author: Author<Authored, Body, Key> = {
  schema: schema as z.ZodType<Authored>,
  derive({ ask, precision, century }, facts, item) {
    const fact = facts.facts.get(item.fact);
    const dates = fact ? datesOf(fact, ask) : [];
    if (!fact || dates.length === 0) return { problems: [missing(item.fact, ask)] };
    const accepted: Key["accepted"] = [];
    for (const { date, why, oldStyle } of dates) {
      const known = edtf(date);
      const cut = cutTo(known, precision);
      if (cut === null) return { problems: [tooFine(item.fact, date, precision)] };
      accept(accepted, { ...cut, ...(why && { why }), ...(oldStyle && { oldStyle }) });
      if (precision === "century") {
        for (const each of strictCentury(known)) accept(accepted, each);
      }
    }
    if (ask === "date" && fact.oldStyle !== undefined && fact.date && asOldStyle(edtf(fact.date)) === null) {
      return { problems: [notToTheDay(item.fact)] };
    }
    return {
      body: { precision, century: century ?? usualCentury(facts) },
      key: {
        accepted: accepted.slice(0, 6),
        confusable: precision === "day" ? confusableWith(fact, accepted, facts) : [],
      },
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

/** Two days of one month are one answer to a question that asks the month. */
function accept(accepted: Key["accepted"], each: Key["accepted"][number]): void {
  if (accepted.every(({ date }) => date !== each.date)) accepted.push(each);
}

interface Dated {
  date: string;
  why?: string;
  oldStyle?: true;
}

/** The dates that count, the better one first; a reason stands with whichever comes later. */
function datesOf(fact: Fact, ask: Authored["ask"]): Dated[] {
  if (ask === "occupied") return fact.type === "transfer" && fact.occupied ? [{ date: fact.occupied }] : [];
  if (!fact.date) return [];
  const julian = julianOf(fact, fact.date);
  if (!fact.alsoDate) return [{ date: fact.date }, ...julian];
  const { date, why, prefer } = fact.alsoDate;
  const own = prefer ? [{ date }, { date: fact.date, why }] : [{ date: fact.date }, { date, why }];
  return [...own, ...julian];
}

/** The same days by the Julian calendar, where the fact says that it was in use. */
function julianOf({ oldStyle }: Fact, date: string): Dated[] {
  const known = parseEdtf(date);
  const julian = oldStyle !== undefined && known ? asOldStyle(known) : null;
  if (!julian) return [];
  const why =
    typeof oldStyle === "string"
      ? oldStyle
      : `It is the date by the Julian calendar, then in use in Russia: ${formatDate(julian)} there is ${formatDate(edtf(date))} here.`;
  return [{ date: toEdtf(julian), why, oldStyle: true }];
}

/**
 * The date, no finer than asked, and what counts in its place; null when it is not known so finely, or when too many
 * days, months or years would be right.
 */
function cutTo(date: HistoricalDate, precision: Precision): { date: string; span?: string } | null {
  const known = knownTo(date);
  if (known === null || isCoarser(known, precision)) return null;
  const counting = unitsOf(reach(date), precision);
  const own = unitsOf(bounds(date), precision);
  if (!counting || !own || !unitList(counting, MOST_UNITS[precision])) return null;
  const shown = date.precision === precision ? date : between(own);
  const span = between(counting);
  return { date: toEdtf(shown), ...(toEdtf(span) !== toEdtf(between(own)) && { span: toEdtf(span) }) };
}

function between([from, to]: NonNullable<ReturnType<typeof unitsOf>>): HistoricalDate {
  return toEdtf(from) === toEdtf(to) ? from : { precision: "interval", from, to };
}

/** 1900 is of the 20th century by its digits and of the 19th by strict count: both are right. */
function strictCentury(date: HistoricalDate): Key["accepted"] {
  const units = unitsOf(bounds(date), "year");
  if (!units || date.precision === "interval") return [];
  const [{ year }, last] = units;
  if (year !== last.year || year <= 0 || year % 100 !== 0) return [];
  const before: HistoricalDate = { precision: "century", year: year - 100 };
  return [{ date: toEdtf(before), why: `By strict count ${year} is the last year of the ${formatDate(before)}.` }];
}

function confusableWith(fact: Fact, accepted: Key["accepted"], facts: FactBase): Key["confusable"] {
  const counted = new Set(accepted.map(({ date }) => date));
  const first = dayOf(accepted[0]?.date ?? "");
  return daysIn(facts)
    .filter(({ id, date }) => id !== fact.id && !counted.has(date))
    .sort((a, b) => Math.abs(a.day - first) - Math.abs(b.day - first) || compare(a.name, b.name))
    .slice(0, MOST_CONFUSABLE)
    .map(({ date, name }) => ({ date, name }));
}

interface Day {
  id: string;
  name: string;
  date: string;
  day: number;
}

const days = new WeakMap<FactBase, Day[]>();

/** Every date of what happened that is a day (a number's date is the day it counts for); read once for a fact base, which is asked by every question about a date. */
function daysIn(facts: FactBase): readonly Day[] {
  const known = days.get(facts);
  if (known) return known;
  const happened = [...facts.facts.values()].filter(({ type }) => type !== "figure");
  const read = happened.flatMap(({ id, name, date, alsoDate }) =>
    [date, alsoDate?.date].flatMap((each) =>
      each !== undefined && parseEdtf(each)?.precision === "day" ? [{ id, name, date: each, day: dayOf(each) }] : [],
    ),
  );
  days.set(facts, read);
  return read;
}

function dayOf(date: string): number {
  return bounds(edtf(date)).earliest;
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

function notToTheDay(id: string): string {
  return `The fact ${id} is marked oldStyle and not known to the day: take oldStyle out, or give the day.`;
}
