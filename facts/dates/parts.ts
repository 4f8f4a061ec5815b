import type { Season } from "./date";
import type { Portion } from "./step";

/** What a piece of text says of a date. What it does not say is absent. */
export interface Parts {
  day?: number;
  month?: number;
  season?: Season["season"];
  /** Astronomical; of a decade or a century the first. */
  year?: number;
  /** That the year stands for the ten or the hundred that begin with it. */
  unit?: "decade" | "century";
  /** 'early', 'the second half of'. */
  portion?: Portion;
  /** The second meaning of numbers that may be day and month either way round. */
  other?: { day: number; month: number };
  /** 0 for Monday. */
  weekday?: number;
  approximate?: true;
  uncertain?: true;
  /** The calendar that the writer names: the Julian is 'old'. */
  style?: Style;
  /** What had to be assumed, a sentence each. */
  notes: string[];
}

/** Old style is the Julian calendar, new style the Gregorian. */
export type Style = "old" | "new";

export interface Unread {
  why: string;
}

export interface Setting {
  /** First year of the century that two-digit years belong to: 1900. */
  century: number;
  /** In a range: a lone small number is a day, and where the other end names the month so is a number beside a year. */
  range?: "alone" | "month elsewhere";
  /** In a range: the era that its other end names. */
  era?: Era;
}

export type Era = "BC" | "AD";
