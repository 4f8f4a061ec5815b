import { daysInMonth } from "../calendar";
import { timeOf } from "./time";
import type { EdtfDate, EdtfLevel, EdtfPart, Mark } from "./types";
import { fits, leapYear, yearOf } from "./year";

/** Year, month and day, each perhaps with a qualifier on either side of it. */
const DATE = /^([?~%]?)(Y?-?[\dXES]+)([?~%]?)(?:-([?~%]?)([\dX]{2})([?~%]?)(?:-([?~%]?)([\dX]{2})([?~%]?))?)?$/;

const MONTHS = Array.from({ length: 12 }, (_, i) => i + 1);
const DAYS = Array.from({ length: 31 }, (_, i) => i + 1);

/** A date with or without a time of day; null when the text is none, or there is no such day. */
export function dateOf(text: string): EdtfDate | null {
  const t = text.indexOf("T");
  if (t < 0) return plainDate(text);
  const date = plainDate(text.slice(0, t));
  const time = timeOf(text.slice(t + 1));
  // A time is of one certain day.
  if (!date?.day || !time || /[X?~%]/.test(date.text)) return null;
  return { ...date, text, time };
}

function plainDate(text: string): EdtfDate | null {
  const found = DATE.exec(text);
  if (!found) return null;
  const [yearText, mm, dd] = [found[2] ?? "", found[5], found[8]];
  const [ofYear, ofMonth, ofDay] = marksOf(found.map((each) => each ?? ""));
  const read = yearOf(yearText, ofYear);
  if (!read || (read.alone && mm !== undefined)) return null;
  const { year } = read;
  const date: EdtfDate = { type: "date", level: 0, text, year };
  if (mm !== undefined) {
    const code = Number(mm);
    if (code >= 21 && code <= 41) {
      if (dd !== undefined) return null;
      date.season = { code, mark: ofMonth };
    } else {
      date.month = partOf(mm, MONTHS, ofMonth);
      if (date.month.values.length === 0) return null;
    }
  }
  if (dd !== undefined) {
    date.day = partOf(dd, DAYS, ofDay);
    if (!isPossible(date)) return null;
  }
  date.level = Math.max(read.level, levelOf(date, found)) as EdtfLevel;
  return date;
}

/** A qualifier on the left is of what it touches, one on the right also of all before it. */
function marksOf(found: readonly string[]): [Mark, Mark, Mark] {
  const [y, m, d] = [found[3], found[6], found[9]];
  const year = [found[1], y, m, d];
  const month = [found[4], m, d];
  const day = [found[7], d];
  return [year, month, day].map(together) as [Mark, Mark, Mark];
}

function together(marks: readonly (string | undefined)[]): Mark {
  const all = marks.join("");
  const uncertain = /[?%]/.test(all);
  const approximate = /[~%]/.test(all);
  return uncertain ? (approximate ? "%" : "?") : approximate ? "~" : "";
}

function partOf(pattern: string, values: readonly number[], mark: Mark): EdtfPart {
  return { pattern, values: values.filter((n) => fits(String(n).padStart(2, "0"), pattern)), mark };
}

/** Whether some year, month and day that it allows are a day of the calendar. */
function isPossible({ year, month, day }: EdtfDate): boolean {
  return (month?.values ?? []).some((m) =>
    (day?.values ?? []).some(
      (d) => d <= daysInMonth(2001, m) || (m === 2 && d === 29 && leapYear(year, "first") !== null),
    ),
  );
}

function levelOf({ year, month, season, day, text }: EdtfDate, found: RegExpExecArray): EdtfLevel {
  const last = found[9] ?? "";
  const marks = text.replace(/[^?~%]/g, "");
  const end = day ? last : month || season ? (found[6] ?? "") : (found[3] ?? "");
  // One qualifier of the whole, at the end, is level 1.
  const qualified = marks === "" ? 0 : marks === end && text.endsWith(end) ? 1 : 2;
  const ofSeason = season ? (season.code <= 24 ? 1 : 2) : 0;
  const parts = [year.digits, month?.pattern ?? "", day?.pattern ?? ""];
  // Months and days wholly unspecified, and nothing said after them: 2004-XX, 1985-XX-XX.
  const simple = parts.slice(1).every((part, i, all) => {
    return !part.includes("X") || (part === "XX" && all.slice(i).every((each) => each === "XX" || each === ""));
  });
  const unspecified = parts.slice(1).join("").includes("X") ? (simple && !parts[0]?.includes("X") ? 1 : 2) : 0;
  const longer = parts[0]?.includes("X") && (month || season) ? 2 : 0;
  return Math.max(qualified, ofSeason, unspecified, longer) as EdtfLevel;
}
