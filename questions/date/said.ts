import { dayOfNumber, edtf, formatDate, type Bounds, type DatePoint } from "@/facts/dates";
import { withoutYear } from "./partial";
import type { Response } from "./schema";

/** What was read, in our words. */
export function readAs({ reading }: Response): string {
  switch (reading.state) {
    case "read": {
      const style = reading.style === undefined ? "" : `, ${reading.style} style`;
      return formatDate(edtf(reading.date)) + style;
    }
    case "partial":
      return `${withoutYear(reading)}, no year`;
    case "undecided":
      return reading.meanings.map((meaning) => formatDate(edtf(meaning))).join(" or ");
    case "unreadable":
      return "nothing that can be read as a date";
  }
}

/** The EDTF of what was read, `XXXX-08-23` without a year; of two meanings the set of both. */
export function answerId(reading: Exclude<Response["reading"], { state: "unreadable" }>): string {
  switch (reading.state) {
    case "read":
      return reading.style === "old" ? `${reading.date} old style` : reading.date;
    case "partial":
      return ["XXXX", reading.month ?? reading.season ?? "XX", ...(reading.day === undefined ? [] : [reading.day])]
        .map((part) => String(part).padStart(2, "0"))
        .join("-");
    case "undecided":
      return `[${reading.meanings.toSorted().join(",")}]`;
  }
}

/** The same for the same text in whatever case and spacing. */
export function textId(text: string): string {
  const folded = text.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();
  return `other:${[...folded].slice(0, 60).join("")}`;
}

/** '1 June to 31 August 1939, 92 days'; 'no end' where there is none. */
export function daysInWords({ earliest, latest }: Bounds): string {
  const first = dayAt(earliest);
  const last = dayAt(latest);
  if (!first || !last) return first || last ? "a range without an end" : "all time";
  if (earliest === latest) return `${formatDate(first)}, 1 day`;
  return `${formatDate({ precision: "interval", from: first, to: last })}, ${latest - earliest + 1} days`;
}

function dayAt(n: number): DatePoint | null {
  return Number.isFinite(n) ? { precision: "day", ...dayOfNumber(n) } : null;
}
