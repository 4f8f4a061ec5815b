import type { DatePoint, HistoricalDate } from "@/facts/dates";
import type { Precision, Response } from "./schema";
import { seasonOf, unitAt } from "./units";

export type Part = "day" | "month" | "season" | "year" | "decade" | "century";
export type PartStanding = "right" | "wrong" | "missing";

/** What an answer says of each part that is asked, held against one date that counts. */
export type Comparison = { part: Part; said: number | undefined; standing: PartStanding }[];

export const ASKED: Record<Precision, readonly Part[]> = {
  day: ["day", "month", "year"],
  month: ["month", "year"],
  season: ["season", "year"],
  year: ["year"],
  decade: ["decade"],
  century: ["century"],
};

type Said = Partial<Record<Part, number>>;

/** Part by part against one unit of what is asked; `answer` is what was read, null when there was no year in it. */
export function compareWith(
  reading: Response["reading"],
  answer: HistoricalDate | null,
  right: DatePoint,
  precision: Precision,
): Comparison {
  const key = partsOf(right, precision);
  const said = answer ? partsOf(answer, precision) : reading.state === "partial" ? withoutYear(reading, precision) : {};
  return ASKED[precision].map((part) => {
    const standing = said[part] === undefined ? "missing" : said[part] === key[part] ? "right" : "wrong";
    return { part, said: said[part], standing };
  });
}

/** A span that misses the date is wrong in the first part that it leaves open. */
export function blameSpan(comparison: Comparison): Comparison {
  const open = comparison.findLastIndex(({ standing }) => standing === "missing");
  return comparison.map((each, i) => (i === open ? { ...each, standing: "wrong" } : each));
}

function withoutYear(
  { day, month, season }: { day?: number; month?: number; season?: number },
  asked: Precision,
): Said {
  if (asked !== "season") return { day, month };
  return { season: season ?? (month === undefined ? undefined : seasonOf(month)) };
}

/** The parts of a date; of a span, those that both its ends share. */
function partsOf(date: HistoricalDate, asked: Precision): Said {
  if (date.precision === "interval") {
    if (typeof date.from === "string" || typeof date.to === "string") return {};
    return sharedParts(partsOf(date.from, asked), partsOf(date.to, asked));
  }
  if (asked === "decade" || asked === "century") {
    if (date.precision === asked) return { [asked]: date.year };
    // A century says nothing of the decade.
    if (date.precision === "century") return {};
    const unit = unitAt({ year: date.year, month: 1, day: 1 }, asked);
    return unit ? { [asked]: unit.year } : {};
  }
  switch (date.precision) {
    case "day":
    case "month": {
      const day = date.precision === "day" ? date.day : undefined;
      if (asked !== "season") return { day, month: date.month, year: date.year };
      return { season: seasonOf(date.month), year: date.month < 3 ? date.year - 1 : date.year };
    }
    case "season":
      return { season: date.season, year: date.year };
    case "year":
      return { year: date.year };
    case "decade":
    case "century":
      return {};
  }
}

function sharedParts(from: Said, to: Said): Said {
  if (from.decade !== to.decade || from.century !== to.century) return {};
  if (from.year !== to.year) return {};
  const { year, decade, century } = from;
  if (from.season !== to.season || from.month !== to.month) return { year, decade, century };
  return { ...from, day: from.day === to.day ? from.day : undefined };
}
