import { parse } from "csv-parse/sync";
import { z } from "zod";
import type { QuestionPoints } from "@/assessment/analysis";
import { ownColumns } from "@/interchange/exports/responses";
import { unguarded } from "@/interchange/tables/formula";
import { decode } from "@/interchange/text";
import { workbookLines, type SheetLines } from "./analysis-workbook";

const NOTHING = "There is no response in it: write learner,question,points,max and a line each.";

/** As many as are said at once. */
const MOST_PROBLEMS = 20;

/** As a table writes it; not what else JavaScript would take for one. */
function numberIn(text: string): number {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text.trim()) ? Number(text) : NaN;
}

const points = z.preprocess(
  (value) => (value === "" || value === undefined ? null : typeof value === "string" ? numberIn(value) : value),
  z.number("is not a number").nullable(),
);
const row = z.object({
  learner: z.coerce.string().trim().min(1, "says no learner"),
  question: z.coerce.string().trim().min(1, "says no question"),
  points,
  max: z.preprocess(
    (value) => (typeof value === "string" && value.trim() !== "" ? numberIn(value) : value),
    z.number("is not a number").min(0, "is below 0"),
  ),
  randomGuess: z.number().nullish(),
  /** False in an export: this attempt drew a parallel question and was not asked this one. */
  asked: z.boolean().optional(),
  /** Parallel questions have the same: of them each attempt was asked one. */
  place: z.string().nullish(),
});
type Row = z.infer<typeof row>;

/**
 * Reads who earned what from an export of Annals (JSON, CSV or workbook) or from a CSV with the columns `learner,question,points,max`: one
 * attempt a learner. Questions stand in the order in which they first appear. What nobody wrote down (no line, or no
 * points in it) is a question left blank: 0 points.
 */
export function readResponses(bytes: Uint8Array): { questions: QuestionPoints[] } | { problems: string[] } {
  const lines = isZip(bytes) ? sheetOf(bytes) : null;
  if (lines) {
    const rows = fromLines(
      lines.map((line, index) => ({ at: `Line ${index + 2}`, line })),
      (text) => text,
    );
    return "problems" in rows ? rows : laidOut(rows.rows);
  }
  const decoded = decode(bytes, { most: Infinity });
  if (decoded.state === "unreadable") return { problems: [decoded.code === "empty" ? NOTHING : decoded.message] };
  const { text } = decoded;
  const rows = /^\s*[[{]/.test(text) ? fromJson(text) : fromCsv(text);
  if ("problems" in rows) return rows;
  return laidOut(rows.rows);
}

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** Null of what cannot be read as a workbook, damaged ones too: what is said of it then fits both. */
function sheetOf(bytes: Uint8Array): SheetLines | null {
  try {
    return workbookLines(bytes);
  } catch {
    return null;
  }
}

type Rows = { rows: { at: string; row: Row }[] } | { problems: string[] };

function fromJson(text: string): Rows {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { problems: [`This is not JSON: ${error instanceof Error ? error.message : String(error)}.`] };
  }
  const list = Array.isArray(value) ? value : (value as { responses?: unknown } | null)?.responses;
  if (!Array.isArray(list)) return { problems: ['There is no list of responses: write { "responses": [ … ] }.'] };
  return checked(list.map((each: unknown, index) => ({ at: `Response ${index + 1}`, value: each })));
}

const needed = ["learner", "question", "points", "max"];

/** What stands between the cells: that which makes the most of our columns out of the first line. */
function delimiterOf(text: string): string {
  const header = /\S.*/.exec(text)?.[0].toLowerCase() ?? "";
  const columns = (delimiter: string) => {
    const cells = header.split(delimiter).map((cell) => cell.replaceAll('"', "").trim());
    return needed.filter((name) => cells.includes(name)).length;
  };
  return [",", ";", "\t"].reduce((best, each) => (columns(each) > columns(best) ? each : best));
}

function fromCsv(given: string): Rows {
  // Excel's own way to say what stands between cells. Its line end stays, so that lines keep their numbers.
  const text = given.replace(/^sep=.\r?(?=\n)/i, "");
  const delimiter = delimiterOf(text);
  let records: { record: Record<string, string>; info: { lines: number } }[];
  try {
    records = parse(text, {
      columns: (header: string[]) => header.map((name) => name.trim().toLowerCase()),
      delimiter,
      skip_empty_lines: true,
      trim: true,
      info: true,
    }) as never;
  } catch (error) {
    return { problems: [`This is not CSV: ${error instanceof Error ? error.message : String(error)}.`] };
  }
  const numbers = delimiter === "," ? (line: Line) => line : pointed;
  return fromLines(
    records.map(({ record, info }) => ({ at: `Line ${info.lines}`, line: numbers(record) })),
    unguarded,
  );
}

/** The lines of a table; `said`: the text that a cell of ours was made of. */
function fromLines(lines: readonly { at: string; line: Line }[], said: (cell: string) => string): Rows {
  const [first] = lines;
  if (!first) return { problems: [NOTHING] };
  const missing = needed.filter((name) => !(name in first.line));
  if (missing.length > 0)
    return { problems: [`There is no column ${missing.join(", ")}: the first line names the columns.`] };
  const columns = ours(first.line) ? (line: Line) => fromExport(line, said) : fromTable;
  return checked(lines.map(({ at, line }) => ({ at, value: columns(line) })));
}

type Line = Record<string, string>;

/** Where a semicolon or a tab stands between cells, a comma may be that of a number. */
function pointed(line: Line): Line {
  const numbers = ["points", "max", own.randomGuess].filter((name) => name in line);
  return {
    ...line,
    ...Object.fromEntries(numbers.map((name) => [name, line[name]!.replace(/^([+-]?\d*),(\d+)$/, "$1.$2")])),
  };
}

const own = {
  asked: ownColumns.asked.toLowerCase(),
  place: ownColumns.place.toLowerCase(),
  randomGuess: ownColumns.randomGuess.toLowerCase(),
};

/** True of a table that Annals wrote: it has all of our columns. */
function ours(line: Line): boolean {
  return Object.values(own).every((name) => name in line);
}

/** Other columns of another's table say something else, whatever they are called. */
function fromTable({ learner, question, points, max }: Line) {
  return { learner, question, points, max };
}

function fromExport(line: Line, said: (cell: string) => string) {
  const { learner = "", question = "", points, max } = line;
  const guess = line[own.randomGuess]!;
  return {
    learner: said(learner),
    question: said(question),
    points,
    max,
    asked: line[own.asked] !== "no",
    place: line[own.place] === "" ? null : said(line[own.place]!),
    randomGuess: guess === "" ? null : numberIn(guess),
  };
}

function checked(values: { at: string; value: unknown }[]): Rows {
  const problems: string[] = [];
  const rows = values.flatMap(({ at, value }) => {
    const { data, error } = row.safeParse(value);
    for (const issue of error?.issues.slice(0, 1) ?? [])
      problems.push(`${at}: ${issue.path.join(".") || "it"} ${issue.message}.`);
    return data ? [{ at, row: data }] : [];
  });
  return problems.length > 0 ? { problems: problems.slice(0, MOST_PROBLEMS) } : { rows };
}

function laidOut(rows: readonly { at: string; row: Row }[]): { questions: QuestionPoints[] } | { problems: string[] } {
  const problems: string[] = [];
  const learners = new Map<string, number>();
  const questions = new Map<
    string,
    { max: number; randomGuess: number | null; place: string | null; points: Map<number, number | null> }
  >();
  for (const { row } of rows) if (!learners.has(row.learner)) learners.set(row.learner, learners.size);
  for (const { at, row } of rows) {
    const learner = learners.get(row.learner)!;
    const known = questions.get(row.question) ?? {
      max: row.max,
      randomGuess: row.randomGuess ?? null,
      place: row.place ?? null,
      points: new Map(),
    };
    questions.set(row.question, known);
    if (known.max !== row.max)
      problems.push(`${at}: ${row.question} is worth ${row.max} here and ${known.max} before. A question has one max.`);
    if (known.points.has(learner))
      problems.push(`${at}: ${row.learner} has ${row.question} twice. Write one attempt a learner.`);
    known.points.set(learner, row.asked === false ? null : (row.points ?? 0));
  }
  if (problems.length > 0) return { problems: problems.slice(0, MOST_PROBLEMS) };
  return {
    questions: [...questions].map(([question, { max, randomGuess, place, points }]) => ({
      question,
      max,
      randomGuess,
      ...(place !== null && { place }),
      points: Array.from({ length: learners.size }, (_, i) => (points.has(i) ? points.get(i)! : 0)),
    })),
  };
}
