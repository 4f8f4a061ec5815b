import type { Fact } from "@/facts/base";
import { formatDate, parseEdtf, type HistoricalDate } from "@/facts/dates";
import { bindDays } from "./typeset";

/** How `:date[…]{form="…"}` may print a date. */
export const quotedDateForms = ["full", "day-month", "month-year", "year", "span"] as const;
export type QuotedDateForm = (typeof quotedDateForms)[number];

export function isDateForm(form: string): form is QuotedDateForm {
  return quotedDateForms.some((each) => each === form);
}

/**
 * A fact's date in words, day and month bound together: '23 August 1939'. Of two defensible dates the one that the
 * fact prefers, unless `which` names the other. `end` takes one end of a from–to date; `span` says that there are two.
 * Says what is wrong when there is no such date.
 */
export function quotedDate(
  fact: Fact,
  form: QuotedDateForm,
  which?: "first" | "also",
  end?: "from" | "to",
): { text: string } | { wrong: string; remedy: string } {
  const also = which === "also" || (which === undefined && fact.alsoDate?.prefer === true);
  const written = also ? fact.alsoDate?.date : fact.date;
  if (written === undefined) {
    return {
      wrong: `fact \`${fact.id}\` has no ${also ? "second date" : "date"}`,
      remedy: also
        ? "Leave `which` out, or add `alsoDate` to the fact."
        : "Add `date:` to the fact, or quote it with `:fact[words]{id=…}`.",
    };
  }
  const date = parseEdtf(written);
  // Reported where the fact stands.
  if (date === null) return { text: written };
  const part = end === undefined ? date : endOf(date, end);
  if (part === undefined || (form === "span" && part.precision !== "interval")) {
    return {
      wrong: `the date of \`${fact.id}\` is not from one day to another`,
      remedy: `Leave \`${end === undefined ? "form" : "end"}\` out: it is one date.`,
    };
  }
  return { text: bindDays(formatDate(part, form === "span" ? "full" : form)) };
}

function endOf(date: HistoricalDate, end: "from" | "to"): HistoricalDate | undefined {
  const found = date.precision === "interval" ? date[end] : undefined;
  return typeof found === "string" ? undefined : found;
}

/** Why a text is no date, or undefined when it is one. */
export function dateProblem(text: string): string | undefined {
  if (parseEdtf(text) !== null) return undefined;
  if (endsBeforeItBegins(text)) return `\`${text}\` ends before it begins`;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return `\`${text}\` is not in the calendar`;
  return `\`${text}\` is not a date`;
}

/** Whether both ends of a span are dates and the second is the earlier. */
export function endsBeforeItBegins(text: string): boolean {
  const [from, to, ...rest] = text.split("/");
  if (from === undefined || to === undefined || rest.length > 0) return false;
  return parseEdtf(text) === null && parseEdtf(`${to}/${from}`) !== null;
}
