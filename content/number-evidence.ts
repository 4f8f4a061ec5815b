import type { Fact } from "@/facts/base";
import { parseEdtf, type DatePoint } from "@/facts/dates";
import { numbersIn, type Stated } from "./prose-numbers";

/** What may vouch for the numbers and dates of a text. */
export interface Evidence {
  stated: Stated[];
  dates: { year?: number; month?: number; day?: number }[];
  /** `counts`: it says how many. A year and the number of an order do not. */
  values: { value: number; perCent: boolean; counts: boolean }[];
  text: string;
}

const kept = new WeakMap<Fact, Evidence>();

/** What a fact says: in its words, its dates in any precision, its values. */
export function evidenceOf(fact: Fact): Evidence {
  const evidence = kept.get(fact) ?? evidenceFrom(fact);
  kept.set(fact, evidence);
  return evidence;
}

function evidenceFrom(fact: Fact): Evidence {
  const own = datesOf(fact);
  const text = textsOf(fact);
  const words = evidenceIn(text);
  const years = [...new Set(own.flatMap(({ year }) => year ?? []))];
  // A day in the words without its year is one of the fact's own years.
  const completed = words.dates.flatMap((date) =>
    date.year === undefined ? [date, ...years.map((year) => ({ ...date, year }))] : [date],
  );
  const figures =
    fact.type === "figure"
      ? [fact.low, fact.high, fact.best].flatMap((value) =>
          value === undefined ? [] : [{ value, perCent: /per ?cent|%/.test(fact.unit), counts: true }],
        )
      : [];
  return { ...words, dates: [...own, ...completed], values: [...words.values, ...figures] };
}

/** What a text says that needs no fact: the title of a source, words that are exempt. */
export function evidenceIn(text: string): Evidence {
  const stated = numbersIn(text);
  return {
    stated,
    dates: stated.flatMap((each) =>
      each.kind === "date" || each.kind === "year" || each.kind === "decade" ? [datePart(each)] : [],
    ),
    values: stated.flatMap((each) =>
      each.kind === "number"
        ? each.readings.map((reading) => ({ ...reading, counts: !each.named }))
        : each.kind === "year"
          ? [{ value: each.year, perCent: false, counts: false }]
          : [],
    ),
    text,
  };
}

function datePart(each: { year?: number; month?: number; day?: number }) {
  return {
    ...(each.year === undefined ? {} : { year: each.year }),
    ...(each.month === undefined ? {} : { month: each.month }),
    ...(each.day === undefined ? {} : { day: each.day }),
  };
}

export function together(all: readonly Evidence[]): Evidence {
  return {
    stated: all.flatMap((each) => each.stated),
    dates: all.flatMap((each) => each.dates),
    values: all.flatMap((each) => each.values),
    text: all.map((each) => each.text).join("\n"),
  };
}

/** Whether something here says it: the same date or a more precise one, the same number. */
export function vouches(evidence: Evidence, said: Stated): boolean {
  const dated = (wanted: { year?: number; month?: number; day?: number }) =>
    evidence.dates.some((date) =>
      (["year", "month", "day"] as const).every((part) => wanted[part] === undefined || wanted[part] === date[part]),
    );
  switch (said.kind) {
    case "date":
      return dated(datePart(said));
    case "year":
      return dated({ year: said.year }) || evidence.values.some(({ value }) => value === said.year);
    case "decade":
      return evidence.dates.some(({ year }) => year !== undefined && Math.floor(year / 10) * 10 === said.year);
    case "number":
      return (
        said.readings.some(({ value, perCent }) =>
          evidence.values.some((each) => each.value === value && each.perCent === perCent),
        ) ||
        // 'the 23rd' of a month that is known.
        (said.named && evidence.dates.some(({ day }) => said.readings.some(({ value }) => value === day)))
      );
    case "some":
      return (
        evidence.values.some(
          ({ value, perCent, counts }) => counts && !perCent && value >= said.least && value <= said.most,
        ) || evidence.stated.some((each) => each.kind === "some" && each.least === said.least)
      );
    case "code":
      return evidence.text.includes(said.written);
    case "lesson":
      return false;
  }
}

function textsOf(fact: Fact): string {
  const texts = [
    fact.name,
    ...(fact.accept ?? []),
    fact.statement,
    fact.disputed,
    "alsoDate" in fact ? fact.alsoDate?.why : undefined,
    typeof fact.oldStyle === "string" ? fact.oldStyle : undefined,
    ...(fact.type === "agreement" ? [fact.shortName, fact.secret] : []),
    ...(fact.type === "transfer" && fact.instrument.includes(" ") ? [fact.instrument] : []),
    ...(fact.type === "transfer" ? [fact.joined] : []),
    ...(fact.type === "figure" ? [fact.what, fact.unit, fact.estimateBy, fact.of, fact.theatre] : []),
  ];
  return texts.filter((text) => text !== undefined).join("\n");
}

function datesOf(fact: Fact): Evidence["dates"] {
  const written = [
    fact.date,
    fact.alsoDate?.date,
    ...(fact.type === "agreement" ? [fact.inForce, ...(fact.ratifiers ?? []).map(({ date }) => date)] : []),
    ...(fact.type === "transfer" ? [fact.occupied] : []),
    ...(fact.type === "figure" ? [fact.year] : []),
  ];
  return written.flatMap((each) => {
    const date = each === undefined ? null : parseEdtf(each);
    if (date === null) return [];
    const ends = date.precision === "interval" ? [date.from, date.to] : [date];
    return ends.flatMap((end) => (typeof end === "string" ? [] : [partsOf(end)]));
  });
}

function partsOf(date: DatePoint): Evidence["dates"][number] {
  if (date.precision === "day") return { year: date.year, month: date.month, day: date.day };
  if (date.precision === "month") return { year: date.year, month: date.month };
  return { year: date.year };
}
