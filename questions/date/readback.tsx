import type { ReactNode } from "react";
import { formatDate, formatWithWeekday, toEdtf, type DateReading } from "@/facts/dates";
import { withoutYear } from "./partial";
import type { Body } from "./schema";

type Precision = Body["precision"];

/** How a text is read, as a sentence; null when nothing is written. */
export function readback(reading: DateReading, precision: Precision, meant: string): ReactNode {
  switch (reading.state) {
    case "blank":
      return null;
    case "read":
      return (
        <>
          I read this as <ReadDate date={reading.date} />
          {reading.style && `, ${reading.style} style`}. {reading.notes.join(" ")}
          {more(reading.date.precision, precision)}
        </>
      );
    case "partial":
      return (
        <>
          I read this as <b>{withoutYear(reading)}</b> without a year. If you know the year, add it.{" "}
          {reading.notes.join(" ")}
        </>
      );
    case "ambiguous": {
      const chosen = reading.meanings.find((meaning) => toEdtf(meaning) === meant);
      if (!chosen) return <>This can be read in two ways. Choose one below, or it cannot be marked.</>;
      return (
        <>
          I read this as <ReadDate date={chosen} />.
        </>
      );
    }
    case "unreadable":
      return <>I cannot read this as a date. {reading.why}</>;
  }
}

/** The same in a few words, for running text: '= 23 August 1939'. Nothing where the text says it already. */
export function shortReadback(reading: DateReading, text: string, meant: string): ReactNode {
  switch (reading.state) {
    case "blank":
      return null;
    case "read": {
      const words = formatDate(reading.date);
      const same = words === text.trim() && reading.notes.length === 0;
      return same
        ? null
        : `read as ${words}${reading.style ? `, ${reading.style} style` : ""}. ${reading.notes.join(" ")}`;
    }
    case "partial":
      return `read as ${withoutYear(reading)}, no year. ${reading.notes.join(" ")}`;
    case "ambiguous": {
      const chosen = reading.meanings.find((meaning) => toEdtf(meaning) === meant);
      return chosen ? `read as ${formatDate(chosen)}` : "Which do you mean?";
    }
    case "unreadable":
      return `No date: ${reading.why}`;
  }
}

function more(said: string, precision: Precision): string {
  if (precision === "day" && said !== "day") return " If you know the day, add it.";
  if (precision === "month" && !["day", "month"].includes(said)) return " If you know the month, add it.";
  if (precision === "season" && said === "year") return " If you know the season, add it.";
  return precision === "year" && ["decade", "century"].includes(said) ? " If you know the year, add it." : "";
}

function ReadDate({ date }: { date: Parameters<typeof formatDate>[0] }) {
  const words = formatDate(date);
  return (
    <>
      <b>{words}</b>
      {formatWithWeekday(date).slice(words.length)}
    </>
  );
}
