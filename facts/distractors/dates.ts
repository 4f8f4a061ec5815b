import type { Fact, FactBase } from "@/facts/base";
import { edtf, formatDate, toEdtf, type HistoricalDate } from "@/facts/dates";
import { choose } from "./choose";
import type { Candidate, Distractor, Wanted } from "./distractor";
import { apart, datesOf, yearsApart, yearsBetween } from "./when";

export type DatePart = "date" | "occupied";

/**
 * Dates at which this did not happen: dates of other facts of its period, those of the same type and nearest in time
 * first, and of a transfer the day of the troops where the law is asked (or the other way round). Each lies apart from
 * every date that the fact may have; of a fact dated 'about' there are none.
 */
export function otherDates(
  fact: Fact,
  base: FactBase,
  { precision, part = "date", ...wanted }: Wanted & { precision: "day" | "month" | "year"; part?: DatePart },
): Distractor[] {
  const own = part === "date" ? datesOf(fact) : occupied(fact);
  const [first] = own;
  if (!first) return [];
  const seen: HistoricalDate[] = [];
  const told = new Set<string>();
  const candidates = dated(fact, base, part).flatMap(({ date, of, because }): (Candidate & { of: string })[] => {
    const cut = cutTo(date, precision);
    if (!cut || !apart([cut], own)) return [];
    const far = yearsApart(cut, first) + (of.type === fact.type ? 0 : 0.25);
    return [{ id: toEdtf(cut), text: formatDate(cut), because, far, of: of.id }];
  });
  // Two answers of one list may not overlap, August 1939 and 1939, nor be the two dates of one fact.
  const separate = candidates
    .sort((a, b) => a.far - b.far || (a.id < b.id ? -1 : 1))
    .filter(({ id, of }) => {
      const date = edtf(id);
      if (told.has(of) || seen.some((other) => !apart([other], [date]))) return false;
      seen.push(date);
      told.add(of);
      return true;
    });
  return choose(separate, wanted);
}

function dated(fact: Fact, base: FactBase, part: DatePart): { date: HistoricalDate; of: Fact; because: string }[] {
  const others = [...base.facts.values()].filter(
    (other) => other.id !== fact.id && other.type !== "figure" && yearsBetween(fact, other) < Infinity,
  );
  const own =
    part === "date"
      ? occupied(fact).map((date) => ({
          date,
          of: fact,
          because: "By then troops were in control; the legal act is another date.",
        }))
      : datesOf(fact).map((date) => ({
          date,
          of: fact,
          because: "That is the date of the legal act, not of the troops.",
        }));
  return [
    ...own,
    ...others.flatMap((of) =>
      datesOf(of).map((date) => ({ date, of, because: `That is the date of this: ${of.name}.` })),
    ),
  ];
}

function occupied(fact: Fact): HistoricalDate[] {
  return fact.type === "transfer" && fact.occupied !== undefined ? [edtf(fact.occupied)] : [];
}

/** The date as finely as asked, or null when it is not known so finely. */
function cutTo(date: HistoricalDate, precision: "day" | "month" | "year"): HistoricalDate | null {
  if (date.precision !== "day" && date.precision !== "month" && date.precision !== "year") return null;
  if (precision === "year") return { precision, year: date.year };
  if (date.precision === "year") return null;
  if (precision === "month") return { precision, year: date.year, month: date.month };
  return date.precision === "day" ? date : null;
}
