/** Historical dates: read, compare and print them. Pure, small and free of libraries: the browser runs it too. */
export { daysInMonth, isLeapYear } from "./calendar";
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
  type DatePoint,
  type Day,
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
