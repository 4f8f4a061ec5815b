import { setImmediate } from "node:timers/promises";
import { stringify } from "csv-stringify/sync";
import { guarded } from "./formula";
import { cellOf, type Cell, type Column, type Precision, type Table } from "./table";
import { wallClock } from "./wall-clock";

/** So many rows go out at once; between them others get their turn. */
const BATCH = 500;

/**
 * A table as CSV: UTF-8 with its mark (Excel reads it as something else without; `mark: false` leaves it out for programs
 * that stumble over it), commas, a title line, lines ended as RFC 4180 has it. No cell of text is a formula to a
 * spreadsheet; numbers have a point, per cent are written without the sign, times are the zone's.
 * Hand it to a response as `ReadableStream.from(csv(table))`.
 */
export async function* csv<Row>(
  table: Table<Row>,
  options: { precision?: Precision; mark?: boolean } = {},
): AsyncGenerator<Uint8Array, void, undefined> {
  const { precision = table.precision ?? "as shown" } = options;
  const encoder = new TextEncoder();
  let batch = [table.columns.map((column) => guarded(titleOf(column, table.timeZone)))];
  let mark = options.mark === false ? "" : "\ufeff";
  for await (const row of table.rows) {
    batch.push(table.columns.map((column) => written(cellOf(column, row, precision), table.timeZone, precision)));
    if (batch.length < BATCH) continue;
    yield encoder.encode(mark + lines(batch));
    mark = "";
    batch = [];
    await setImmediate();
  }
  if (batch.length > 0) yield encoder.encode(mark + lines(batch));
}

function lines(rows: string[][]): string {
  return stringify(rows, {
    record_delimiter: "\r\n",
    // What another program could cut a line or a cell at, and what it could trim.
    quoted_match: /[\r\n\t;]|^\s|\s$/,
    // A blank line would be none to many readers.
    quoted_empty: rows[0]!.length === 1,
  });
}

function titleOf<Row>(column: Column<Row>, timeZone: string): string {
  if (column.type === "percent" && !column.title.includes("%")) return `${column.title} (%)`;
  return withZone(column, timeZone);
}

/** A column's title, with the zone where it holds times. */
export function withZone<Row>(column: Column<Row>, timeZone: string): string {
  return column.type === "date-time" ? `${column.title} (${timeZone})` : column.title;
}

function written(cell: Cell, timeZone: string, precision: Precision): string {
  switch (cell.as) {
    case "blank":
      return "";
    case "text":
      return guarded(cell.text);
    case "number":
      return cell.shown;
    case "date-time": {
      const { date, time, offset } = wallClock(cell.at, timeZone);
      return precision === "exact" ? `${date}T${time}${offset}` : `${date} ${time.slice(0, 5)}`;
    }
  }
}
