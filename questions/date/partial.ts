import { monthName } from "@/facts/dates";

const SEASONS = ["spring", "summer", "autumn", "winter"];

/** '23 August', 'August', 'autumn': what is left of a date without its year. */
export function withoutYear({ day, month, season }: { day?: number; month?: number; season?: number }): string {
  if (month === undefined) return SEASONS[(season ?? 0) - 21] ?? "a date";
  return `${day === undefined ? "" : `${day} `}${monthName(month)}`;
}
