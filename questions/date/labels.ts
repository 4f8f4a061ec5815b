import type { Precision } from "./schema";

// Used by the browser as well: no library, no key.

/** What to write, by how much of the date is asked. */
export const LABELS: Record<Precision, string> = {
  day: "Day, month and year",
  month: "Month and year",
  season: "Season and year",
  year: "Year",
  decade: "Decade",
  century: "Century",
};

/** What a learner may be told of the rule: that less is worth something. */
export const LESS: Partial<Record<Precision, string>> = {
  day: "If you know only the month or the year, write that.",
  month: "If you know only the year, write that.",
  season: "If you know only the year, write that.",
};
