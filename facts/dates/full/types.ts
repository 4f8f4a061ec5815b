/** The lowest level of the specification that has the form. */
export type EdtfLevel = 0 | 1 | 2;

/** `?` uncertain, `~` approximate, `%` both; empty when neither. */
export type Mark = "" | "?" | "~" | "%";

export interface EdtfYear {
  /** Its digits as written, without sign, letters and exponent; X for what is unspecified: '156X'. */
  digits: string;
  /** First and last year that it may be, astronomical: 0 is 1 BC. Beyond 2^53 they stop there, see `beyond`. */
  min: number;
  max: number;
  /** How many of its digits count, where it says so: 2 in `1950S2`, some year of 1900 to 1999 and likely 1950. */
  significant?: number;
  /** Farther away than a number can say exactly. */
  beyond?: true;
  mark: Mark;
}

/** A month or a day. */
export interface EdtfPart {
  /** Two characters as written: '04', '1X', 'XX'. */
  pattern: string;
  /** The months or days that it may be, ascending. */
  values: readonly number[];
  mark: Mark;
}

export interface EdtfTime {
  /** '23:20:30', with the fraction of a second if there is one. */
  text: string;
  /** Minutes since midnight, 1440 at most. */
  minutes: number;
  /** Minutes ahead of UTC; absent for local time. */
  offset?: number;
}

export interface EdtfDate {
  type: "date";
  level: EdtfLevel;
  text: string;
  year: EdtfYear;
  month?: EdtfPart;
  /** 21 to 41 in place of a month: seasons, quarters, thirds and halves of a year. */
  season?: { code: number; mark: Mark };
  day?: EdtfPart;
  time?: EdtfTime;
}

export type EdtfEnd = EdtfDate | "open" | "unknown";

export interface EdtfInterval {
  type: "interval";
  level: EdtfLevel;
  text: string;
  from: EdtfEnd;
  to: EdtfEnd;
}

/** One date (`from` is `to`), or all from one to another. */
export interface EdtfMember {
  from: EdtfDate | "open";
  to: EdtfDate | "open";
}

export interface EdtfSet {
  type: "set";
  level: EdtfLevel;
  text: string;
  /** `[…]` is one of its members, `{…}` all of them. */
  of: "one" | "all";
  members: readonly EdtfMember[];
}

export type Edtf = EdtfDate | EdtfInterval | EdtfSet;
