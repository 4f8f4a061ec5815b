import type { Agreement, Event, Fact, Transfer } from "@/facts/base";
import { bounds, dayOfNumber, monthName, parseEdtf } from "@/facts/dates";
import type { CompiledCourse } from "../compiled";
import { quotedDate } from "../quoted-date";
import { placesTaught, type Place } from "./taught";

/** One dated thing that a lesson teaches. */
export interface Entry {
  factId: string;
  kind: "agreement" | "event" | "transfer";
  name: string;
  dateText: string;
  /** Every lesson that tells of it, the first passage of each. */
  places: Place[];
  /** First day that it may mean. */
  from: number;
}

export interface ChronicleMonth {
  /** 1 to 12; 0 for what has a year and no month. */
  month: number;
  /** 'August', or 'In the course of the year' */
  title: string;
  entries: Entry[];
}

export interface ChronicleYear {
  year: number;
  months: ChronicleMonth[];
}

/** Every dated agreement, event and transfer that a passage states, by year and month. */
export function chronicle(course: Pick<CompiledCourse, "lessons" | "facts">): ChronicleYear[] {
  const places = placesTaught(course);
  const entries = [...course.facts.facts.values()].flatMap((fact) => {
    const told = places.get(fact.id);
    return told && isDated(fact) ? entryOf(fact, told) : [];
  });
  return byMonth(entries);
}

interface Dated {
  entry: Entry;
  year: number;
  month: number;
}

function isDated(fact: Fact): fact is Agreement | Event | Transfer {
  return fact.type === "agreement" || fact.type === "event" || fact.type === "transfer";
}

function entryOf(fact: Agreement | Event | Transfer, places: readonly Place[]): Dated[] {
  const written = fact.alsoDate?.prefer ? fact.alsoDate.date : fact.date;
  const parsed = parseEdtf(written);
  const date = quotedDate(fact, "full");
  if (parsed === null || !("text" in date)) return [];
  const from = bounds(parsed).earliest;
  const { year, month } = dayOfNumber(from);
  const firstInLesson = places.filter(
    (place, index) => places.findIndex((each) => each.lessonId === place.lessonId) === index,
  );
  return [
    {
      entry: { factId: fact.id, kind: fact.type, name: fact.name, dateText: date.text, places: firstInLesson, from },
      year,
      month: /^\d{4}-\d{2}/.test(written) ? month : 0,
    },
  ];
}

/** Years with their months, both in order; what has a year alone stands at the year's end. */
export function byMonth(dated: readonly Dated[]): ChronicleYear[] {
  const years = new Map<number, Map<number, Entry[]>>();
  for (const { entry, year, month } of [...dated].sort((a, b) => a.entry.from - b.entry.from)) {
    const months = years.get(year) ?? new Map<number, Entry[]>();
    months.set(month, [...(months.get(month) ?? []), entry]);
    years.set(year, months);
  }
  const place = (month: number) => (month === 0 ? 13 : month);
  return [...years]
    .sort(([a], [b]) => a - b)
    .map(([year, months]) => ({
      year,
      months: [...months]
        .sort(([a], [b]) => place(a) - place(b))
        .map(([month, entries]) => ({
          month,
          title: month === 0 ? "In the course of the year" : monthName(month),
          entries,
        })),
    }));
}
