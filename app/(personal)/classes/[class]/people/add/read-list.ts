import "server-only";

import { planImport, readRoster, type GivenFile } from "@/interchange/roster";
import { isEncoding } from "@/interchange/text";
import { knownForList, mostListed, nameRules, type KnownPerson, type ListedLearner, type Viewer } from "@/records";
import { MOST_BYTES, tooLarge, type AddState, type KeptFile, type PreviewLine } from "./state";

/** What goes along in the page; more is given again. */
const MOST_KEPT = 300_000;

interface Given {
  classId: string;
  files: GivenFile[];
  /** What was typed or pasted, when that is the list. */
  pasted: string | undefined;
  encoding: string;
  classSourcedId: string;
}

/** Reads a list and says what it would do to the class, line by line; nothing is changed. */
export async function previewOf(viewer: Viewer, given: Given): Promise<AddState> {
  const { classId, files, pasted, encoding, classSourcedId } = given;
  const again = { step: "give" as const, pasted };
  // Asked first, so that a stranger learns nothing, not even how lists are read.
  await knownForList(viewer, { classId, rows: [] });
  if (files.length === 0) return { ...again, slip: "Choose a file, or paste the names." };
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
  if (bytes > MOST_BYTES) return { ...again, slip: tooLarge };
  const roster = readRoster(files, {
    rules: nameRules,
    today: new Intl.DateTimeFormat("sv-SE", { timeZone: viewer.timeZone }).format(new Date()),
    ...(isEncoding(encoding) && { encoding }),
    ...(classSourcedId && { classSourcedId }),
  });
  const kept = bytes > MOST_KEPT || pasted !== undefined ? undefined : files.map(keep);
  const { problems, classes } = roster;
  if (roster.refused) return { ...again, problems, classes, kept };
  if (roster.rows.length > mostListed)
    return {
      ...again,
      slip: `This list has ${roster.rows.length} learners; at most ${mostListed} are added at a time.`,
    };

  const { known } = await knownForList(viewer, { classId, rows: roster.rows });
  const plan = planImport(roster.rows, known);
  const lines = [
    ...plan.add.map(({ row, person }) => line(row, person, person ? "account" : "new")),
    ...plan.reactivate.map(({ row, person }) => line(row, person, "back")),
    ...plan.already.map(({ row, person }) => line(row, person, isInGroup(row, person) ? "in" : "into group")),
  ].sort((one, other) => one.file.localeCompare(other.file) || one.line - other.line);
  const order = (each: { line: number | null }) => each.line ?? 0;
  return {
    step: "preview",
    files: roster.files.map(({ name, kind, encoding, found, lines }) => ({ name, kind, encoding, found, lines })),
    lines,
    problems: [...problems, ...plan.problems].sort((one, other) => order(one) - order(other)),
    skipped: roster.skipped,
    elsewhere: roster.elsewhere,
    rows: JSON.stringify(roster.rows),
    changes: lines.filter(({ fate }) => fate !== "in").length,
    // The letters of a list are only ever in doubt when they were guessed.
    kept: roster.files.some(({ found }) => found === "guessed" || found === "chosen") ? kept : undefined,
  };
}

function line(row: ListedLearner, person: KnownPerson | null, fate: PreviewLine["fate"]): PreviewLine {
  const { file, name, group } = row;
  const knownAs = person && nameRules.folded(person.name) !== nameRules.folded(name) ? person.name : null;
  return { file, line: row.line, name, userName: person?.userName ?? row.userName, group, fate, knownAs };
}

function isInGroup({ group }: ListedLearner, { groups }: KnownPerson): boolean {
  return group === null || groups.some((each) => each.toLowerCase() === group.toLowerCase());
}

function keep({ name, bytes }: GivenFile): KeptFile {
  return { name, base64: Buffer.from(bytes).toString("base64") };
}

/** Files that came along in the page; none where that is not what it says. */
export function keptFiles(text: string): GivenFile[] {
  const list = parsed(text);
  return list.flatMap((each) => {
    const { name, base64 } = (each ?? {}) as Partial<KeptFile>;
    return typeof name === "string" && typeof base64 === "string"
      ? [{ name, bytes: Buffer.from(base64, "base64") }]
      : [];
  });
}

/** The rows of a preview; records hold them to the rules once more. */
export function previewedRows(text: string): ListedLearner[] {
  return parsed(text).filter((each): each is ListedLearner => typeof each === "object" && each !== null);
}

function parsed(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
