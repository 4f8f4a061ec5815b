/** A table to give away, described once for CSV and XLSX. */
export interface Table<Row> {
  /** What it holds, in a few words: the sheet's name. */
  name: string;
  columns: readonly Column<Row>[];
  /** Read once, one after the other; a long table need not be in memory. */
  rows: Iterable<Row> | AsyncIterable<Row>;
  /** IANA name of the zone in which its times are written. */
  timeZone: string;
  /** So many columns at the left stay in view when a sheet is scrolled. */
  frozenColumns?: number;
  /** Of this sheet of a workbook, where it is another than the workbook's. */
  precision?: Precision;
}

/** A table as one sheet among others, whatever its rows are. */
export function sheet<Row>(table: Table<Row>): Table<unknown> {
  return table as Table<unknown>;
}

interface Described {
  title: string;
  /** In characters; of a sheet only. */
  width?: number;
}

/** How much of a number people see. Left out, it is shown as it is. */
interface Shown {
  /** At most so many digits after the point. */
  digits?: number;
  /** True unless said otherwise: always so many, '8.0'. */
  fixed?: boolean;
  /** The number that people see, where it is not the nearest with so many digits. */
  seen?(value: number): number;
}

/** What has no value is blank, never 0. A word may stand where a number has no place: 'excused'. */
export type Column<Row> = Described &
  (
    | { type: "text"; value(row: Row): string | null | undefined }
    | ({ type: "number"; value(row: Row): number | string | null | undefined } & Shown)
    /** Of a hundred: 83.25 is 83.25 %. */
    | ({ type: "percent"; value(row: Row): number | string | null | undefined } & Shown)
    | { type: "date-time"; value(row: Row): Date | string | null | undefined }
  );

/** Numbers as people see them, or as they were computed, to the last bit; times to the minute or to the millisecond. */
export type Precision = "as shown" | "exact";

export type Cell =
  | { as: "blank" }
  | { as: "text"; text: string }
  /** `shown`: the number as written, with the digits that people see. */
  | { as: "number"; value: number; shown: string }
  | { as: "date-time"; at: Date };

const blank: Cell = { as: "blank" };

/** What stands in a column of a row. */
export function cellOf<Row>(column: Column<Row>, row: Row, precision: Precision): Cell {
  const value = column.value(row);
  if (value === null || value === undefined || value === "") return blank;
  if (typeof value === "string") return { as: "text", text: value };
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? blank : { as: "date-time", at: value };
  if (!Number.isFinite(value)) return blank;
  if (column.type !== "number" && column.type !== "percent") return { as: "text", text: String(value) };
  const { digits, fixed = true } = column;
  if (precision === "exact" || digits === undefined) return { as: "number", value, shown: String(value + 0) };
  const seen = column.seen ? column.seen(value) : rounded(value, digits);
  return { as: "number", value: seen, shown: fixed && Math.abs(seen) < 1e21 ? seen.toFixed(digits) : String(seen) };
}

/**
 * Rounds as a person would who has the number on paper: halves away from zero, by the digits it is written with. 1.005
 * is 1.01, though the double nearest to it lies below.
 */
export function rounded(value: number, digits: number): number {
  const shifted = Math.round(shift(Math.abs(value), digits));
  const result = shift(shifted, -digits);
  if (!Number.isFinite(result)) return value;
  return value < 0 && result !== 0 ? -result : result;
}

/** A number times a power of ten, by moving the point in what is written: no rounding on the way. */
export function shift(value: number, places: number): number {
  const [digits, exponent = "0"] = String(value).split("e");
  return Number(`${digits}e${Number(exponent) + places}`);
}
