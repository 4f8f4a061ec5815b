/** What a piece of text says of a date. What it does not say is absent. */
export interface Parts {
  day?: number;
  month?: number;
  /** Astronomical. */
  year?: number;
  /** The second meaning of numbers that may be day and month either way round. */
  other?: { day: number; month: number };
  /** 0 for Monday. */
  weekday?: number;
  approximate?: true;
  uncertain?: true;
  /** What had to be assumed, a sentence each. */
  notes: string[];
}

export interface Unread {
  why: string;
}

export interface Setting {
  /** First year of the century that two-digit years belong to: 1900. */
  century: number;
  /** In a range: a lone small number is a day, and where the other end names the month so is a number beside a year. */
  range?: "alone" | "month elsewhere";
}
