import { parse, type Options } from "csv-parse/sync";
import { titlesAt } from "./headers";

/** A row of a list, with the line on which it begins. */
export interface Row {
  line: number;
  /** Over so many lines it goes: more than one where a quoted cell has line breaks. */
  lines: number;
  cells: string[];
}

export type Cells =
  | {
      state: "read";
      rows: Row[];
      lines: number;
      /** True when each line is two cells with ', ' between them, as in 'Kask, Anna': perhaps no table at all. */
      inPairs: boolean;
    }
  | { state: "refused"; code: string; line: number; message: string; mend: string };

const MOST_COLUMNS = 500;

const delimiters = ["\t", ";", ",", "|"];
/** Never in a text: what stands between cells where nothing does. */
const none = "\0";

/**
 * Cuts text into rows and cells, by whichever of tab, semicolon, comma and bar the first lines agree on (from the titles on). Blank rows are
 * left away. Refuses a text of too many lines, and one in which a quotation mark is never closed: from there on nobody
 * knows what is a name.
 */
export function cellsOf(given: string, { mostLines }: { mostLines: number }): Cells {
  let text = given.replace(/\r\n?/g, "\n");
  const lines = text.trimEnd().split("\n").length;
  if (lines > mostLines)
    return {
      state: "refused",
      code: "too-many-lines",
      line: mostLines + 1,
      message: `The file has ${count(lines)} lines; at most ${count(mostLines)} are read.`,
      mend: "Give the list of one class, or split the file.",
    };
  // Excel's own way to say what stands between cells.
  const told = /^sep=([\t;,|])\n/i.exec(text);
  if (told) text = text.slice(told[0].length);
  const delimiter = told?.[1] ?? agreedDelimiter(text);
  const { rows, open } = cut(text, delimiter ?? none, told ? 1 : 0);
  if (open !== null)
    return {
      state: "refused",
      code: "open-quote",
      line: open,
      message: `A quotation mark on line ${open} is never closed, so that the rest of the file would be one cell.`,
      mend: 'Delete the mark, or put a second one at the end of the cell: "Anna Kask".',
    };
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim()));
  if (filled.length === 0)
    return {
      state: "refused",
      code: "empty",
      line: 1,
      message: "Every line of the file is empty.",
      mend: "Give another file.",
    };
  const wide = filled.find(({ cells }) => cells.length > MOST_COLUMNS);
  if (wide)
    return {
      state: "refused",
      code: "too-many-columns",
      line: wide.line,
      message: `Line ${wide.line} has ${count(wide.cells.length)} cells; at most ${MOST_COLUMNS} are read.`,
      mend: "Give a list with a learner on each line.",
    };
  const inPairs = delimiter === "," && text.split("\n").every((line) => !line.trim() || isPair(line));
  return { state: "read", rows: filled, lines, inPairs };
}

function isPair(line: string): boolean {
  const [one, other, ...more] = line.split(",");
  return more.length === 0 && !line.includes('"') && one!.trim() !== "" && /^ \S/.test(other ?? "");
}

const count = (number: number) => number.toLocaleString("en-GB");

function agreedDelimiter(text: string): string | null {
  const sample = text.split("\n", 60).join("\n").slice(0, 60_000);
  let best: { delimiter: string | null; agree: number } = { delimiter: null, agree: 0 };
  for (const delimiter of delimiters) {
    const rows = cut(sample, delimiter, 0).rows.filter(({ cells }) => cells.some((cell) => cell.trim()));
    const titles = titlesAt(rows);
    const widths = rows.slice(titles ?? 0).map(({ cells }) => cells.length);
    const first = widths[0] ?? 0;
    if (first < 2) continue;
    // In a list of names a few have a comma: without titles most lines must be cut by what cuts a table.
    if (titles === null && widths.filter((width) => width > 1).length * 2 < widths.length) continue;
    const agree = widths.filter((width) => width === first).length / widths.length;
    if (agree > best.agree) best = { delimiter, agree };
  }
  return best.delimiter;
}

/** `open`: the line of the row in which a quotation mark is never closed. */
function cut(text: string, delimiter: string, before: number): { rows: Row[]; open: number | null } {
  const rows: Row[] = [];
  let last = before;
  const options: Options = {
    delimiter,
    record_delimiter: "\n",
    relax_column_count: true,
    // A mark in the middle of a cell is a nickname's.
    relax_quotes: true,
    skip_empty_lines: false,
    // A quotation mark after a space opens a cell too. A tab between cells is no space before them.
    ltrim: delimiter !== "\t",
    on_record: (cells: string[], { lines }) => {
      // The last row's end is its line's only where a line break follows.
      const end = before + lines;
      rows.push({ line: last + 1, lines: Math.max(1, end - last), cells: cells.map(withoutMarks) });
      last = end;
      return null;
    },
  };
  try {
    parse(text, options);
    return { rows, open: null };
  } catch {
    return { rows, open: last + 1 };
  }
}

/** '"Anna" ' with a space after the mark is taken for text in marks by the parser. */
const withoutMarks = (cell: string) => cell.replace(/^"([^"\n]*)"\s+$/, "$1");
