import { edtf, formatDate, monthName, toEdtf } from "@/facts/dates";

/** A stretch of time, parted into places of one length. */
export interface Axis {
  /** What an event is placed in: the same for every event, so that it tells nothing of how well one is dated. */
  unit: "month" | "year";
  /** First and last place, as EDTF: '1938-09', or '1938' on an axis of years. */
  from: string;
  to: string;
}

/** How many places an axis has: its months, or its years, both ends counted. */
export function placesOn({ unit, from, to }: Axis): number {
  const [first, last] = [ordinal(from, unit), ordinal(to, unit)];
  return first === null || last === null ? 0 : Math.max(0, last - first + 1);
}

/** The place of '1939-10' on an axis of months, from 0; null for what is not on it, or written in any other way. */
export function placeOf(at: string, { unit, from, to }: Axis): number | null {
  const own = ordinal(at, unit);
  const [first, last] = [ordinal(from, unit), ordinal(to, unit)];
  if (own === null || first === null || last === null || own < first || own > last) return null;
  return own - first;
}

/** What stands at a place, as EDTF: '1939-10', or '1939' on an axis of years. */
export function placeAt(place: number, axis: Axis): string {
  const own = (ordinal(axis.from, axis.unit) ?? 0) + place;
  if (axis.unit === "year") return toEdtf({ precision: "year", year: own });
  const year = Math.floor(own / 12);
  return toEdtf({ precision: "month", year, month: own - year * 12 + 1 });
}

/** 'October 1939', or '1939'. */
export function placeInWords(at: string): string {
  return formatDate(edtf(at));
}

/** Where a place lies between the ends of the axis, 0 to 100. */
export function percentOf(place: number, axis: Axis): number {
  const last = placesOn(axis) - 1;
  return last > 0 ? Math.round((place / last) * 10_000) / 100 : 0;
}

/** Every place of the axis under the heading it belongs to: a year, or ten years. For lists to choose from. */
export function placesByHeading(axis: Axis): { heading: string; places: { at: string; words: string }[] }[] {
  const groups: { heading: string; places: { at: string; words: string }[] }[] = [];
  for (let place = 0; place < placesOn(axis); place++) {
    const at = placeAt(place, axis);
    const date = edtf(at);
    const year = date.precision === "interval" ? 0 : date.year;
    const heading =
      axis.unit === "month" ? placeInWords(toEdtf({ precision: "year", year })) : tenYears(year - mod(year, 10));
    const group = groups.at(-1);
    if (group?.heading === heading) group.places.push({ at, words: placeInWords(at) });
    else groups.push({ heading, places: [{ at, words: placeInWords(at) }] });
  }
  return groups;
}

const tenYears = (first: number) =>
  formatDate({
    precision: "interval",
    from: { precision: "year", year: first },
    to: { precision: "year", year: first + 9 },
  });

/** More would not stand beside each other on the narrowest screen. */
const MOST_LABELS = 7;
const MOST_MONTH_LABELS = 4;
/** Steps between the marks that bear a label, in months and in years. */
const MONTH_STEPS = [3, 4, 6, 12];
const YEAR_STEPS = [1, 2, 5, 10, 20, 25, 50, 100];

/**
 * The marks of the axis: its years, some with their number, or on a short axis its months. They follow from the ends
 * alone.
 */
export function marksOf(axis: Axis): { percent: number; label?: string }[] {
  const first = ordinal(axis.from, axis.unit) ?? 0;
  const count = placesOn(axis);
  const all = Array.from({ length: count }, (_, place) => place);
  if (axis.unit === "month" && count <= 24) {
    const step = stepFor(
      MONTH_STEPS,
      (each) => all.filter((place) => mod(first + place, each) === 0),
      MOST_MONTH_LABELS,
    );
    return all.map((place) => {
      const own = first + place;
      const label = mod(own, step) === 0 ? `${monthName(mod(own, 12) + 1).slice(0, 3)} ${Math.floor(own / 12)}` : null;
      return { percent: percentOf(place, axis), ...(label ? { label } : {}) };
    });
  }
  const each = axis.unit === "month" ? 12 : 1;
  const years = all.filter((place) => mod(first + place, each) === 0);
  const yearOf = (place: number) => (first + place) / each;
  const step = stepFor(YEAR_STEPS, (by) => years.filter((place) => mod(yearOf(place), by) === 0), MOST_LABELS);
  const shown = years.length > 60 ? years.filter((place) => mod(yearOf(place), step) === 0) : years;
  return shown.map((place) => ({
    percent: percentOf(place, axis),
    ...(mod(yearOf(place), step) === 0 ? { label: formatDate({ precision: "year", year: yearOf(place) }) } : {}),
  }));
}

function stepFor(steps: readonly number[], labelled: (step: number) => number[], most: number): number {
  return steps.find((step) => labelled(step).length <= most) ?? steps.at(-1)!;
}

const PLACE = /^(-?\d{4})(?:-(\d{2}))?$/;

/** Months, or years, counted from the year 0; null for what is neither, or not written as EDTF writes it. */
function ordinal(at: string, unit: Axis["unit"]): number | null {
  const found = PLACE.exec(at);
  if (!found || at.startsWith("-0000") || (found[2] === undefined) !== (unit === "year")) return null;
  const year = Number(found[1]);
  if (unit === "year") return year;
  const month = Number(found[2]);
  return month >= 1 && month <= 12 ? year * 12 + month - 1 : null;
}

const mod = (n: number, by: number) => ((n % by) + by) % by;
