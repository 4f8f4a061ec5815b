/**
 * Historical dates: read, compare and print them. Pure, small and free of libraries: the browser runs it too.
 *
 * - `parseEdtf(text)` reads the EDTF that facts are dated with (days, months, seasons, years, decades, centuries,
 *   qualified as a whole, and intervals of them); `toEdtf(date)` writes it; `edtf(text)` throws where there is none.
 * - `bounds(date)` is the first and last day that it may mean, as day numbers; `dayOfNumber` gives the day back.
 * - `formatDate(date)` prints it in English; `readDate(text)` reads what people write, and reads back all that it prints.
 * - `stepped` and `portionOf` move a date by its own units and take its early, mid or late part.
 * - `toJulian` and `fromJulian` go between the two calendars.
 *
 * Years are astronomical, as in EDTF: 0 is 1 BC. A winter is December and the January and February after it.
 *
 * The whole of EDTF, levels 0 to 2 (sets, unspecified digits, qualified components, long years, times), is in
 * `@/facts/dates/edtf-full`: `readEdtf`, `edtfBounds`, `edtfQualifiers`, `formatEdtf`. It is not exported from here, so
 * that no page carries it.
 */
export { dayOfNumber, daysInMonth, fromJulian, isLeapYear, toJulian, type CalendarDay } from "./calendar";
export {
  bounds,
  compareDates,
  datesOverlap,
  day,
  liesWithin,
  month,
  sameDate,
  year,
  type Bounds,
  type Century,
  type DatePoint,
  type Day,
  type Decade,
  type HistoricalDate,
  type Interval,
  type Month,
  type Precision,
  type Season,
  type Year,
} from "./date";
export { edtf, parseEdtf, toEdtf } from "./edtf";
export { formatDate, formatWithWeekday, monthName, weekdayName, type DateForm } from "./format";
export { LONGEST_DATE, readDate, type DateReading, type ReadOptions } from "./read";
export { portionOf, stepped, type Portion } from "./step";
export type { Style } from "./parts";
