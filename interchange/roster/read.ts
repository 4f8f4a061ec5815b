import { decode, type Encoding, type Found } from "@/interchange/text";
import { cellsOf, type Row } from "./cells";
import { readList, type ColumnRead } from "./list";
import { brief, type NameRules } from "./names";
import { readOneRoster, type ClassFound } from "./one-roster";
import { OneRosterFile, oneRosterKind, type OneRosterKind } from "./one-roster-file";
import { Problems, type Field, type Problem } from "./problem";
import type { RosterRow } from "./row";
import type { Skipped } from "./skipped";

export interface GivenFile {
  name: string;
  bytes: Uint8Array;
}

export interface RosterOptions {
  /** The school's rules for names: `displayName`, `userName` and `folded` of records/names. */
  rules: NameRules;
  mostLines?: number;
  mostBytes?: number;
  /** How to read the bytes, where the guess was wrong. */
  encoding?: Encoding;
  /** What each column of a plain list holds, where its first line does not say it. */
  columns?: readonly (Field | null)[];
  /** Whose enrolments are meant, where a file has several classes. */
  classSourcedId?: string;
  /** 'YYYY-MM-DD': enrolments that ended by then are over. Left out, all of them last. */
  today?: string;
}

/** How a file was read, to stand over its preview. */
export interface FileRead {
  name: string;
  kind: "list" | OneRosterKind;
  encoding: string;
  found: Found;
  lines: number;
  columns: ColumnRead[];
}

export interface Roster {
  /** True when nothing can be imported before something is mended or chosen; `problems` says what. */
  refused: boolean;
  rows: RosterRow[];
  skipped: Skipped[];
  problems: Problem[];
  files: FileRead[];
  /** Of a OneRoster set with enrolments. */
  classes: ClassFound[];
  /** So many users of a set are not in the class at all. */
  elsewhere: number;
}

/** A school has not more learners in a file than this, and nobody reads a longer preview. */
export const MOST_LINES = 20_000;
const MOST_FILES = 4;

/**
 * Reads a class list that somebody gave: one file of names, or files of a OneRoster set together. Nothing is decided
 * here: every line comes out as a learner, as somebody skipped, or as a problem with its line and what to do.
 */
export function readRoster(given: readonly GivenFile[], options: RosterOptions): Roster {
  const read = given.slice(0, MOST_FILES).map((file) => opened(file, options));
  const problems = () => read.flatMap((each) => each.problems.list).sort(bySeverity);
  const result = (rest: Partial<Roster>): Roster => {
    const all = problems();
    const refused = all.some(({ effect }) => effect === "refused");
    const files = read.flatMap((each) => each.file ?? []);
    return {
      rows: [],
      skipped: [],
      classes: [],
      elsewhere: 0,
      ...rest,
      ...(refused && { rows: [] }),
      refused,
      problems: all,
      files,
    };
  };
  if (read.length === 0) {
    const none = new Problems("");
    none.refuse("no-file", null, "No file was given.", "Choose a file.");
    return { ...result({}), refused: true, problems: none.list };
  }
  const [first] = read as [Opened];
  if (given.length > MOST_FILES)
    first.problems.refuse(
      "too-many-files",
      null,
      `These are ${given.length} files.`,
      "Give users.csv and enrollments.csv.",
    );
  if (read.some(({ rows }) => !rows) || given.length > MOST_FILES) return result({});
  const sheets = read as (Opened & { rows: Row[]; file: FileRead })[];
  const rest = sheets.every(({ file }) => file.kind === "list") ? fromList(sheets, options) : fromSet(sheets, options);
  if (rest.rows?.length === 0 && !problems().some(({ effect }) => effect === "refused"))
    first.problems.refuse(
      "nobody",
      null,
      "There is nobody in this list whom the class could take.",
      "Look at the lines below.",
    );
  return result(rest);
}

interface Opened {
  problems: Problems;
  /** Null when it cannot be read. */
  rows: Row[] | null;
  inPairs: boolean;
  file: FileRead | null;
}

type Readable = Opened & { rows: Row[]; file: FileRead };

function opened({ name, bytes }: GivenFile, { encoding, mostBytes, mostLines = MOST_LINES }: RosterOptions): Opened {
  const problems = new Problems(brief(name));
  const failed = { problems, rows: null, inPairs: false, file: null };
  const text = decode(bytes, { as: encoding, most: mostBytes });
  if (text.state === "unreadable") {
    problems.refuse(text.code, null, text.message, "");
    return failed;
  }
  const stranger = notAList(text.text);
  if (stranger) {
    problems.refuse("not-a-list", null, stranger, "Give a CSV file, or a text file with a name on each line.");
    return failed;
  }
  const cells = cellsOf(text.text, { mostLines });
  if (cells.state === "refused") {
    problems.refuse(cells.code, cells.line, cells.message, cells.mend);
    return failed;
  }
  const { rows, inPairs, lines } = cells;
  if (text.found === "guessed")
    problems.note(
      "guessed-encoding",
      null,
      null,
      `The file does not say how its letters are written. It was read as ${text.label}.`,
      "If names look wrong, choose another encoding, or save the file as ‘CSV UTF-8’.",
    );
  const kind = oneRosterKind(rows[0]!) ?? "list";
  const file: FileRead = { name: brief(name), kind, encoding: text.label, found: text.found, lines, columns: [] };
  return { problems, rows, inPairs, file };
}

function notAList(text: string): string | null {
  if (/^\s*<(!doctype|html|head|body|table|meta|script)\b/i.test(text)) return "This is a web page (HTML), not a list.";
  if (/^\s*<(\?xml|[a-z][\w:-]*[\s>])/i.test(text)) return "This is XML, not a list.";
  if (!/^\s*[[{]/.test(text)) return null;
  try {
    JSON.parse(text);
    return "This is JSON, not a list.";
  } catch {
    return null;
  }
}

function fromList(sheets: readonly Readable[], { rules, columns }: RosterOptions): Partial<Roster> {
  const [sheet, second] = sheets as [Readable, Readable?];
  if (second) {
    second.problems.refuse("two-lists", null, "Lists are read one at a time.", "Give them one after the other.");
    return {};
  }
  const { problems, inPairs, rows, file } = sheet;
  const list = readList(rows, { file: file.name, rules, problems, columns, inPairs });
  file.columns = list.columns;
  return { rows: list.rows, skipped: list.skipped };
}

function fromSet(sheets: readonly Readable[], options: RosterOptions): Partial<Roster> {
  const set: Partial<Record<OneRosterKind, OneRosterFile>> = {};
  for (const { file, rows, problems } of sheets) {
    if (file.kind === "list")
      problems.refuse("no-set", null, "This file is no part of a OneRoster set.", "Give it by itself.");
    else if (file.kind === "other")
      problems.note("not-needed", null, null, "This file of the OneRoster set is not needed.", "");
    else if (set[file.kind])
      problems.refuse("two-of-a-kind", null, `There is another ${file.kind}.csv already.`, "Give one of each.");
    else {
      set[file.kind] = new OneRosterFile(file.name, rows, problems);
      file.columns = set[file.kind]!.columns;
    }
  }
  if (!set.users && !set.enrollments && !set.roles) {
    const mend = "Give users.csv, and enrollments.csv for the learners of one class.";
    sheets[0]!.problems.refuse("no-users", null, "This file of a OneRoster set does not say who learns.", mend);
    return {};
  }
  if (sheets.some(({ problems }) => problems.list.some(({ effect }) => effect === "refused"))) return {};
  return readOneRoster(set, options);
}

const severity = { refused: 0, "left out": 1, taken: 2 };

/** What stops everything comes first, then line by line. */
function bySeverity(one: Problem, other: Problem): number {
  const refused = Number(other.effect === "refused") - Number(one.effect === "refused");
  return refused || (one.line ?? 0) - (other.line ?? 0) || severity[one.effect] - severity[other.effect];
}
