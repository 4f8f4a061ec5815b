import { bounds, type Century, type DatePoint, type Decade, type HistoricalDate } from "./date";
import { daysInMonth } from "./calendar";

/** A year, perhaps a month or a season, perhaps a day, and at the end perhaps a qualifier of the whole. */
const POINT = /^(-?)(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([?~%])?$/;

/** Ten or a hundred years: `193X`, `19XX`, `-01XX`. */
const YEARS = /^(-?)(\d{2})(XX|\dX)([?~%])?$/;

/** No EDTF that we read is longer: two qualified days of negative years and a stroke. */
const LONGEST = 25;

/**
 * Reads the EDTF that facts and answers are written in: days, months, seasons, years, decades (`193X`) and centuries
 * (`19XX`), qualified as a whole (`1939-08~`), and intervals of them, open (`1939/..`) or of unknown end (`1939/`). Null
 * for anything else. The whole of EDTF, levels 0 to 2, is read by `readEdtf` of `@/facts/dates/edtf-full`, which a
 * browser never loads.
 */
export function parseEdtf(text: string): HistoricalDate | null {
  if (text.length > LONGEST) return null;
  const ends = text.split("/");
  if (ends.length === 1) return parsePoint(text);
  if (ends.length !== 2) return null;
  const from = parseEnd(ends[0] ?? "");
  const to = parseEnd(ends[1] ?? "");
  if (from === null || to === null) return null;
  if (typeof from === "string" && typeof to === "string") return null;
  if (typeof from !== "string" && typeof to !== "string" && bounds(from).earliest > bounds(to).earliest) return null;
  return { precision: "interval", from, to };
}

/** EDTF that our own content wrote; the schema has checked it. @throws RangeError when it is none. */
export function edtf(text: string): HistoricalDate {
  const date = parseEdtf(text);
  if (date === null) throw new RangeError(`not an EDTF date: ${text.slice(0, 40)}`);
  return date;
}

function parseEnd(text: string): DatePoint | "open" | "unknown" | null {
  if (text === "..") return "open";
  if (text === "") return "unknown";
  return parsePoint(text);
}

function parsePoint(text: string): DatePoint | null {
  const found = POINT.exec(text);
  if (!found) return parseYears(text);
  const [, minus, digits, mm, dd, mark] = found;
  // EDTF has a year 0000, but no minus zero.
  if (minus && digits === "0000") return null;
  const year = minus ? -Number(digits) : Number(digits);
  const qualified = qualifiers(mark);
  if (mm === undefined) return { precision: "year", year, ...qualified };
  const month = Number(mm);
  if (dd === undefined && month >= 21 && month <= 24) {
    return { precision: "season", year, season: month as 21 | 22 | 23 | 24, ...qualified };
  }
  if (month < 1 || month > 12) return null;
  if (dd === undefined) return { precision: "month", year, month, ...qualified };
  const day = Number(dd);
  if (day < 1 || day > daysInMonth(year, month)) return null;
  return { precision: "day", year, month, day, ...qualified };
}

function parseYears(text: string): Decade | Century | null {
  const found = YEARS.exec(text);
  if (!found) return null;
  const [, minus, hundreds, rest = "", mark] = found;
  const year = Number(hundreds) * 100;
  if (rest === "XX") {
    return { precision: "century", year: minus ? -year - 99 : year, ...qualifiers(mark) };
  }
  const first = year + Number(rest[0]) * 10;
  return minus || first === 0 ? null : { precision: "decade", year: first, ...qualifiers(mark) };
}

function qualifiers(mark: string | undefined) {
  return {
    ...(mark === "~" || mark === "%" ? { approximate: true as const } : {}),
    ...(mark === "?" || mark === "%" ? { uncertain: true as const } : {}),
  };
}

/** The EDTF of a date; `parseEdtf` gives the same date back. */
export function toEdtf(date: HistoricalDate): string {
  if (date.precision === "interval") return `${end(date.from)}/${end(date.to)}`;
  return point(date);
}

function end(date: DatePoint | "open" | "unknown"): string {
  if (date === "open") return "..";
  return date === "unknown" ? "" : point(date);
}

function point(date: DatePoint): string {
  const mark = date.approximate ? (date.uncertain ? "%" : "~") : date.uncertain ? "?" : "";
  const year = (date.year < 0 ? "-" : "") + String(Math.abs(date.year)).padStart(4, "0");
  switch (date.precision) {
    case "year":
      return year + mark;
    case "decade":
      return `${year.slice(0, -1)}X${mark}`;
    case "century":
      // The last two digits count away from Christ: -199 to -100 is -01XX, and -99 to 0 is -00XX.
      return `${date.year < 0 ? "-" : ""}${two(Math.floor(Math.abs(date.year) / 100))}XX${mark}`;
    case "season":
      return `${year}-${date.season}${mark}`;
    case "month":
      return `${year}-${two(date.month)}${mark}`;
    case "day":
      return `${year}-${two(date.month)}-${two(date.day)}${mark}`;
  }
}

function two(n: number): string {
  return String(n).padStart(2, "0");
}
