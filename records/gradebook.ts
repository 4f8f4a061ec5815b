import { countedScore, type CountableAttempt } from "@/assessment";
import { mean, median } from "@/assessment/analysis/moments";
import {
  gradebook as laidOut,
  isFound,
  orderedGradebook,
  searchKey,
  type CellFacts,
  type Gradebook,
  type GradebookColumn,
  type GradebookOrder,
  type RunningCell,
} from "@/assessment/gradebook";
import { attemptClock, effectiveTerms, type Exception, type Terms } from "@/assessment/time-rules";

import { NotFound } from "./errors";
import {
  categoryRows,
  classRow,
  columnRows,
  decisionRows,
  flags,
  groupRows,
  learnerRows,
  submittedFields,
  workRows,
  type CategoryRow,
  type ColumnRow,
  type DecisionRow,
  type GroupRow,
  type LearnerRow,
  type RunningRow,
  type WorkRow,
} from "./gradebook-rows";
import { settingsFrom } from "./gradebook-settings";
import type {
  GradebookAsked,
  GradebookCategory,
  GradebookHead,
  GradebookPage,
  GradebookSort,
  WholeGradebook,
} from "./gradebook-types";
import { id } from "./ids";
import { inClass, settle } from "./overdue";
import { exceptionOf, timed, timeRulesOf } from "./terms";
import type { Viewer } from "./viewer";

export type * from "./gradebook-types";

/** How many learners a page has. */
export const gradebookPageSize = { usual: 50, most: 200 } as const;

/** One page of the gradebook of a class that the viewer teaches. Throws NotFound. */
export async function gradebook(viewer: Viewer, asked: GradebookAsked): Promise<GradebookPage> {
  const { head, book, learners, all } = await gathered(viewer, asked);
  const wanted = (asked.search ?? "").slice(0, 100).trim();
  const found = book.rows.flatMap((row, index) => {
    const learner = learners[index]!;
    if (wanted && !isFound(searchKey(`${learner.displayName} ${learner.userName}`), wanted)) return [];
    if (asked.only === "missing" && !row.cells.some(({ state }) => state === "missing")) return [];
    if (asked.only === "in progress" && !row.cells.some(({ running }) => running !== null)) return [];
    return [{ ...row, learner }];
  });
  const ordered = orderedGradebook(found, orderOf(asked.sort, head), asked.descending ?? false);
  const size =
    asked.pageSize === "all"
      ? Math.max(1, ordered.length)
      : clamp(asked.pageSize ?? gradebookPageSize.usual, 1, gradebookPageSize.most);
  const pages = Math.max(1, Math.ceil(ordered.length / size));
  const page = clamp(asked.page ?? 1, 1, pages);
  const start = (page - 1) * size;
  return {
    ...head,
    learners: ordered.slice(start, start + size).map(({ learner, cells, total }) => ({ ...learner, cells, total })),
    count: { all, group: learners.length, found: ordered.length },
    page,
    pages,
    from: ordered.length === 0 ? 0 : start + 1,
  };
}

function orderOf(sort: GradebookSort | undefined, { columns, categories }: GradebookHead): GradebookOrder {
  if (sort?.by === "total") return { by: "total" };
  const [by, index] =
    sort?.by === "assignment"
      ? (["column", columns.findIndex(({ assignmentId }) => assignmentId === sort.assignmentId)] as const)
      : sort?.by === "category"
        ? (["category", categories.findIndex(({ categoryId }) => categoryId === sort.categoryId)] as const)
        : (["column", -1] as const);
  return index >= 0 ? { by, index } : { by: "name" };
}

/** The whole gradebook of a class that the viewer teaches, or of a group of it. Throws NotFound. */
export async function wholeGradebook(
  viewer: Viewer,
  asked: { classId: string; groupId?: string | null },
): Promise<WholeGradebook> {
  const { head, book, learners } = await gathered(viewer, asked);
  return {
    ...head,
    learners: book.rows.map(({ cells, total }, index) => ({ ...learners[index]!, cells, total })),
  };
}

interface Gathered {
  head: GradebookHead;
  /** Its rows are those of `learners`. */
  book: Gradebook;
  learners: { personId: string; displayName: string; userName: string; groups: string[] }[];
  /** How many are in the class. */
  all: number;
}

/** Asks for everything at once, and once more for what was done: four hundred thousand attempts are two round trips. */
async function gathered(viewer: Viewer, asked: { classId: string; groupId?: string | null }): Promise<Gathered> {
  const classId = id(asked.classId);
  await settle(inClass(viewer, classId));
  const [found, categories, unsorted, everyone, groups] = await Promise.all([
    classRow(viewer, classId),
    categoryRows(viewer, classId),
    columnRows(viewer, classId),
    learnerRows(viewer, classId),
    groupRows(viewer, classId),
  ]);
  if (!found) throw new NotFound();
  const across = categoriesAcross(categories, unsorted);
  const rows = across.flatMap(({ categoryId }) => unsorted.filter((row) => row.categoryId === categoryId));
  const [work, decisions] = await Promise.all([workRows(viewer, rows), decisionRows(viewer, rows)]);

  const groupId = asked.groupId ? id(asked.groupId) : null;
  if (groupId !== null && !groups.some((group) => group.id === groupId)) throw new NotFound();
  const members = membersOf(groups);
  const learners = groupId === null ? everyone : everyone.filter(({ personId }) => isIn(members, personId, groupId));

  const { gradebook: json, now, ...group } = found;
  const settings = settingsFrom(json);
  const places = new Map(across.map(({ categoryId }, place) => [categoryId, place]));
  const done = workOf(work);
  const columns = rows.map((row, place): GradebookColumn => {
    const { opensAt, dueAt, closesAt } = effectiveTerms(timeRulesOf(row));
    return {
      assignmentId: row.assignmentId,
      terms: { opensAt, dueAt, closesAt },
      categoryId: row.categoryId ?? noCategory,
      weight: row.weight,
      maxPoints: usualMaximum(done.maxima[place]) ?? row.maxPoints,
    };
  });
  const factsOf = factsFor(rows, members, done, decisions);
  const book = laidOut(
    {
      columns,
      categories: across.map((each) => ({ ...each, categoryId: each.categoryId ?? noCategory })),
      missing: settings.missing,
      learners: eachOf(learners, factsOf),
    },
    now,
  );
  const totals = book.rows.flatMap(({ total }) => (total.share === null ? [] : [total.share]));
  const listed = groups.filter((each) => each.listed);
  const groupNames = new Map(groups.map(({ id, name }) => [id, name]));
  return {
    head: {
      class: group,
      settings,
      groups: listed.map(({ id, name, learners }) => ({ id, name, learners: learners.length })),
      categories: across,
      columns: rows.map(({ assignmentId, quizId, title, groupId, categoryId, weight }, place) => ({
        ...{ assignmentId, quizId, title, weight, category: places.get(categoryId)! },
        group: groupId === null ? null : (groupNames.get(groupId) ?? null),
        maxPoints: columns[place]!.maxPoints,
        ...columns[place]!.terms,
        statistics: book.columns[place]!,
      })),
      totals: { mean: mean(totals), median: median(totals) },
      now,
    },
    book,
    learners: learners.map(({ personId, displayName, userName }) => ({
      ...{ personId, displayName, userName },
      groups: listed.flatMap(({ id, name }) => (isIn(members, personId, id) ? [name] : [])),
    })),
    all: everyone.length,
  };
}

/** The facts of one learner after the other, each made when it is read. */
function* eachOf(learners: readonly LearnerRow[], factsOf: (learner: LearnerRow) => (CellFacts | undefined)[]) {
  for (const learner of learners) yield { personId: learner.personId, facts: factsOf(learner) };
}

const noCategory = "";

/** The categories in which there is something, or which a teacher has made; last, what is in none of them. */
function categoriesAcross(categories: readonly CategoryRow[], columns: readonly ColumnRow[]): GradebookCategory[] {
  if (categories.length > 0 && columns.every(({ categoryId }) => categoryId !== null)) return [...categories];
  const weight = categories.some((each) => each.weight !== null) ? 0 : null;
  return [...categories, { categoryId: null, name: "", weight, dropLowest: 0 }];
}

/** The groups of each learner who is in one, in their order. */
function membersOf(groups: readonly GroupRow[]): Map<string, Set<string>> {
  const members = new Map<string, Set<string>>();
  for (const { id, learners } of groups)
    for (const personId of learners) {
      const own = members.get(personId);
      if (own) own.add(id);
      else members.set(personId, new Set([id]));
    }
  return members;
}

function isIn(members: ReadonlyMap<string, ReadonlySet<string>>, personId: string, groupId: string): boolean {
  return members.get(personId)?.has(groupId) ?? false;
}

interface Work {
  /** By learner, six numbers an attempt. */
  submitted: Map<string, number[]>;
  running: Map<string, RunningRow[]>;
  /** For each column, how many of its attempts are out of so many points. */
  maxima: (Map<number, number> | undefined)[];
}

function workOf(rows: readonly WorkRow[]): Work {
  const work: Work = { submitted: new Map(), running: new Map(), maxima: [] };
  for (const { personId, submitted, running } of rows) {
    if (running) work.running.set(personId, running);
    if (submitted === null) continue;
    const numbers = JSON.parse(`[${submitted}]`) as number[];
    work.submitted.set(personId, numbers);
    for (let at = 0; at < numbers.length; at += submittedFields) {
      if (numbers[at + 5]! & flags.voided) continue;
      const counts = (work.maxima[numbers[at]!] ??= new Map<number, number>());
      const maxPoints = numbers[at + 3]!;
      counts.set(maxPoints, (counts.get(maxPoints) ?? 0) + 1);
    }
  }
  return work;
}

/** The attempts of a learner, by column. */
function attemptsOf(numbers: readonly number[]): (CountableAttempt[] | undefined)[] {
  const byColumn: (CountableAttempt[] | undefined)[] = [];
  for (let at = 0; at < numbers.length; at += submittedFields) {
    const column = numbers[at]!;
    const attempt: CountableAttempt = {
      attemptId: "1",
      number: numbers[at + 1]!,
      submitted: true,
      voided: (numbers[at + 5]! & flags.voided) !== 0,
      points: numbers[at + 2]!,
      maxPoints: numbers[at + 3]!,
      late: (numbers[at + 5]! & flags.late) !== 0,
      deduction: numbers[at + 4]!,
      override: null,
    };
    const before = byColumn[column];
    if (before) before.push(attempt);
    else byColumn[column] = [attempt];
  }
  return byColumn;
}

/** What most attempts are out of; among equals the larger. Undefined where there are none. */
function usualMaximum(counts: ReadonlyMap<number, number> | undefined): number | undefined {
  const [usual] = [...(counts ?? [])].sort(([a, many], [b, others]) => others - many || b - a);
  return usual?.[0];
}

/** What is known of a learner at each column. */
function factsFor(
  columns: readonly ColumnRow[],
  members: ReadonlyMap<string, ReadonlySet<string>>,
  work: Work,
  decisions: readonly DecisionRow[],
): (learner: LearnerRow) => (CellFacts | undefined)[] {
  const decided = new Map<string, DecisionRow[]>();
  for (const each of decisions) decided.set(each.personId, [...(decided.get(each.personId) ?? []), each]);
  const special = columns.map(({ exceptions, groupId }) => exceptions.length > 0 || groupId !== null);
  return ({ personId, timeFactor }) => {
    const facts: (CellFacts | undefined)[] = Array.from({ length: columns.length }, () => undefined);
    const at = (place: number) => (facts[place] ??= { counted: null });
    const own = attemptsOf(work.submitted.get(personId) ?? []);
    for (const [place, column] of columns.entries()) {
      const attempts = own[place];
      if (attempts) {
        const fact = at(place);
        fact.counted = countedScore(numbered(attempts), column.counts);
        fact.voided = attempts.reduce((sum, each) => sum + Number(each.voided), 0);
      }
      if (!special[place]) continue;
      if (column.groupId !== null && !isIn(members, personId, column.groupId)) at(place).exempt = true;
      const exceptions = exceptionsFor(column, members, personId);
      if (exceptions.length > 0) at(place).terms = termsFor(column, exceptions, timeFactor);
    }
    for (const each of work.running.get(personId) ?? []) {
      const column = columns[each.column]!;
      at(each.column).running = runningCell(
        each,
        termsFor(column, exceptionsFor(column, members, personId), timeFactor),
      );
    }
    for (const { column, what, value } of decided.get(personId) ?? []) {
      const fact = at(column);
      if (what === "excuse") fact.excused = true;
      // Given out of the paper, which may be worth more than its attempts are, since a question was dropped.
      else Object.assign(fact, { override: value, overrideOf: columns[column]!.maxPoints });
    }
    return facts;
  };
}

/** Attempts in their order, and named by it: '1' is the learner's first at the assignment. */
function numbered(attempts: CountableAttempt[]): CountableAttempt[] {
  if (attempts.length === 1) return attempts;
  attempts.sort((a, b) => a.number - b.number);
  for (const [index, attempt] of attempts.entries()) attempt.attemptId = String(index + 1);
  return attempts;
}

function exceptionsFor(
  { exceptions }: ColumnRow,
  members: ReadonlyMap<string, ReadonlySet<string>>,
  personId: string,
): Exception[] {
  return exceptions
    .filter((each) => each.personId === personId || (each.groupId !== null && isIn(members, personId, each.groupId)))
    .map(exceptionOf);
}

function termsFor(column: ColumnRow, exceptions: readonly Exception[], timeFactor: number): Terms {
  return effectiveTerms(timeRulesOf(column), exceptions, { timeFactor });
}

function runningCell({ id, answered, of, ...attempt }: RunningRow, terms: Terms): RunningCell {
  const { onTimeUntil, acceptedUntil } = attemptClock(terms, timed(terms, attempt));
  return { attemptId: id, answered, of, clock: { onTimeUntil, acceptedUntil } };
}

function clamp(number: number, least: number, most: number): number {
  return Number.isFinite(number) ? Math.min(Math.max(Math.trunc(number), least), most) : least;
}
