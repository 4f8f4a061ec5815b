import { datesOverlap, edtf, type HistoricalDate } from "@/facts/dates";
import type { Body, Response } from "./schema";

export type Part = "day" | "month" | "year";
export type PartStanding = "right" | "wrong" | "missing";

/** What an answer says of each part that is asked, held against one date that counts. */
export type Comparison = { part: Part; said: number | undefined; standing: PartStanding }[];

const ASKED: Record<Body["precision"], readonly Part[]> = {
  day: ["day", "month", "year"],
  month: ["month", "year"],
  year: ["year"],
};

type Said = Partial<Record<Part, number>>;

export function compareWith(
  reading: Response["reading"],
  accepted: HistoricalDate,
  precision: Body["precision"],
): Comparison {
  const right = partsOf(accepted);
  const said = saidBy(reading);
  const comparison = ASKED[precision].map((part) => {
    const standing = said[part] === undefined ? "missing" : said[part] === right[part] ? "right" : "wrong";
    return { part, said: said[part], standing } satisfies Comparison[number];
  });
  return reading.state === "read" ? blameSpan(comparison, edtf(reading.date), accepted) : comparison;
}

/** A span that misses the date is wrong in the first part that it leaves open; one that holds it leaves that part out. */
function blameSpan(comparison: Comparison, answer: HistoricalDate, accepted: HistoricalDate): Comparison {
  if (answer.precision !== "interval" || datesOverlap(answer, accepted)) return comparison;
  const open = comparison.findLastIndex(({ standing }) => standing === "missing");
  return comparison.map((each, i) => (i === open ? { ...each, standing: "wrong" } : each));
}

function saidBy(reading: Response["reading"]): Said {
  if (reading.state === "partial") return { day: reading.day, month: reading.month };
  return reading.state === "read" ? partsOf(edtf(reading.date)) : {};
}

/** The parts of a date; of a span, those that both its ends share. */
function partsOf(date: HistoricalDate): Said {
  switch (date.precision) {
    case "day":
      return { day: date.day, month: date.month, year: date.year };
    case "month":
      return { month: date.month, year: date.year };
    case "season":
    case "year":
      return { year: date.year };
    case "interval": {
      if (typeof date.from === "string" || typeof date.to === "string") return {};
      const [from, to] = [partsOf(date.from), partsOf(date.to)];
      if (from.year !== to.year) return {};
      if (from.month !== to.month) return { year: from.year };
      return { year: from.year, month: from.month, ...(from.day === to.day ? { day: from.day } : {}) };
    }
  }
}
