import { parse } from "csv-parse/sync";
import { z } from "zod";
import type { QuestionPoints } from "@/assessment/analysis";
import { ownColumns } from "@/interchange/exports/responses";
import { unguarded } from "@/interchange/tables/formula";

/** As many as are said at once. */
const MOST_PROBLEMS = 20;

const points = z.preprocess(
  (value) => (value === "" || value === undefined ? null : typeof value === "string" ? Number(value) : value),
  z.number("is not a number").nullable(),
);
const row = z.object({
  learner: z.coerce.string().trim().min(1, "says no learner"),
  question: z.coerce.string().trim().min(1, "says no question"),
  points,
  max: z.preprocess(
    (value) => (typeof value === "string" && value.trim() !== "" ? Number(value) : value),
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
 * Reads who earned what from an export of Annals (JSON or CSV) or from a CSV with the columns `learner,question,points,max`: one
 * attempt a learner. Questions stand in the order in which they first appear. What nobody wrote down (no line, or no
 * points in it) is a question left blank: 0 points.
 */
export function readResponses(bytes: Uint8Array): { questions: QuestionPoints[] } | { problems: string[] } {
  const text = new TextDecoder().decode(bytes).replace(/^\uFEFF/, "");
  const rows = /^\s*[[{]/.test(text) ? fromJson(text) : fromCsv(text);
  if ("problems" in rows) return rows;
  return laidOut(rows.rows);
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

function fromCsv(text: string): Rows {
  let records: { record: Record<string, string>; info: { lines: number } }[];
  try {
    records = parse(text, {
      columns: (header: string[]) => header.map((name) => name.trim().toLowerCase()),
      delimiter: [",", ";", "\t"],
      skip_empty_lines: true,
      trim: true,
      info: true,
    }) as never;
  } catch (error) {
    return { problems: [`This is not CSV: ${error instanceof Error ? error.message : String(error)}.`] };
  }
  const missing = ["learner", "question", "points", "max"].filter((name) => records[0] && !(name in records[0].record));
  if (records.length === 0)
    return { problems: ["There is no response in it: write learner,question,points,max and a line each."] };
  if (missing.length > 0)
    return { problems: [`There is no column ${missing.join(", ")}: the first line names the columns.`] };
  const columns = ours(records[0]!.record) ? fromExport : fromTable;
  return checked(records.map(({ record, info }) => ({ at: `Line ${info.lines}`, value: columns(record) })));
}

type Line = Record<string, string>;

const own = {
  asked: ownColumns.asked.toLowerCase(),
  place: ownColumns.place.toLowerCase(),
  randomGuess: ownColumns.randomGuess.toLowerCase(),
  shown: ownColumns.shown.toLowerCase(),
};

/** True of a table that Annals wrote: it has all of our columns. */
function ours(line: Line): boolean {
  return Object.values(own).every((name) => name in line);
}

/** Other columns of another's table say something else, whatever they are called. */
function fromTable({ learner, question, points, max }: Line) {
  return { learner, question, points, max };
}

function fromExport(line: Line) {
  const { learner = "", question = "", points, max } = line;
  const guess = line[own.randomGuess]!;
  return {
    learner: unguarded(learner),
    question: unguarded(question),
    points,
    max,
    asked: line[own.asked] !== "no",
    place: line[own.place] === "" ? null : unguarded(line[own.place]!),
    randomGuess: guess === "" ? null : Number(guess),
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
