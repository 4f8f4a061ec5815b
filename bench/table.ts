/** Rows as text in columns, the first to the left and numbers to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]!.length)));
  return [...headLines(head, widths), ...rows.map((row) => line(row, widths))].join("\n");
}

/** The same for rows that are not known yet: the head, and with columns as wide, a line a row. */
export function headLines(head: readonly string[], widths: readonly number[]): string[] {
  return [line(head, widths), widths.map((width) => "─".repeat(width)).join("──")];
}

export function line(row: readonly string[], widths: readonly number[]): string {
  return row
    .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
    .join("  ");
}
