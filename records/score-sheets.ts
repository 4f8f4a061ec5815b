import { countedScore, type CountedScore } from "@/assessment";
import {
  gradebookCell,
  totalling,
  type CategoryTotal,
  type GradebookCell,
  type RunningCell,
  type Total,
} from "@/assessment/gradebook";
import type { ShowPromise } from "@/assessment/show-rules";
import { attemptClock, effectiveTerms, type Terms } from "@/assessment/time-rules";
import { Prisma } from "@/prisma/client/client";

import { database } from "./database";
import {
  changesToLearner,
  decisionLines,
  markChangeLines,
  toldToLearner,
  type DecisionLine,
  type MarkChangeLine,
} from "./decision-lines";
import { NotFound } from "./errors";
import type { CategoryRow } from "./gradebook-rows";
import { settingsFrom } from "./gradebook-settings";
import type { GradebookSettings } from "./gradebook-types";
import { id } from "./ids";
import { settle } from "./overdue";
import { allShown, ownAssignments, showingOf, type Showing } from "./showing";
import { countable, paperPoints, sitterColumns, termsOf, timed, timeRulesOf, voided, type SitterRow } from "./terms";
import type { Viewer } from "./viewer";
import { classesTaughtBy, membersNow, ownAttempts } from "./visibility";

/** One learner's scores in one class, as the gradebook has them, with what was decided and why. */
export interface ScoreSheet {
  class: { id: string; name: string; timeZone: string; archived: boolean; teachers: string[] };
  learner: { id: string; displayName: string; removedAt: Date | null };
  settings: GradebookSettings;
  /** In their order; the last may be of those in none, without a name. */
  categories: (CategoryTotal & { name: string; weight: number | null; dropLowest: number })[];
  /** By category, then in the order in which they were set. */
  lines: ScoreLine[];
  /** Of what may be shown: while a score is held back it counts in none of it. */
  total: Total;
  /** Whether a score is held back. */
  partial: boolean;
  now: Date;
}

export interface ScoreLine {
  assignmentId: string;
  quizId: string;
  title: string;
  /** The place of its category. */
  category: number;
  /** Within its category; null: by points. */
  weight: number | null;
  /** As it counts in the totals where nothing was handed in. */
  maxPoints: number;
  /** The learner's own. */
  terms: Terms;
  counts: SitterRow["counts"];
  /** Its score is null, and counts nothing, while it is held back. */
  cell: GradebookCell;
  /** What counts of the attempts, without what was given by hand for the whole; null: nothing, or it is held back. */
  counted: CountedScore | null;
  /** When the score will be shown; null: it is, or there is none. */
  held: ShowPromise | null;
  /** To teachers: it has a score that its learner may not have been shown yet. */
  ahead: boolean;
  /** It is among the lowest, which do not count. */
  dropped: boolean;
  attempts: SheetAttempt[];
  /** What was decided about it, the newest first. To its learner what holds and may be told. */
  decisions: DecisionLine[];
  changes: MarkChangeLine[];
}

export interface SheetAttempt {
  id: string;
  /** 1 for the first at this assignment. */
  number: number;
  startedAt: Date;
  /** Null: it is open. */
  submittedAt: Date | null;
  endsAt: Date | null;
  lateBy: number;
  deduction: number;
  voided: boolean;
  /** Null while it is open or the score is held back. */
  points: number | null;
  maxPoints: number | null;
  /** It is what counts, or part of it. */
  counts: boolean;
}

/** The viewer's own scores in every class that they are in, as far as they may be shown; classes put away last. */
export async function myScores(viewer: Viewer): Promise<ScoreSheet[]> {
  await settle(ownAttempts(viewer));
  const all = await ownAssignments(viewer);
  const found = await sheets(
    viewer.schoolId,
    Prisma.sql`e."personId" = ${viewer.personId}::uuid AND ${membersNow}`,
    ({ assignmentId, quizId }) => ({
      ...showingOf(all, { quizId, assignmentId }),
      over: all.find(({ row }) => row.assignmentId === assignmentId)?.moment.forEveryone.closed ?? true,
    }),
  );
  return found.map(withoutExempt);
}

/** The scores of a learner who is or was in a class that the viewer teaches. Throws NotFound. */
export async function learnerScores(viewer: Viewer, input: { classId: string; personId: string }): Promise<ScoreSheet> {
  return withoutExempt(await wholeSheet(viewer, input));
}

/** What was never theirs to do is left out. */
function withoutExempt(sheet: ScoreSheet): ScoreSheet {
  const lines = sheet.lines.filter(({ cell, attempts }) => cell.state !== "exempt" || attempts.length > 0);
  return { ...sheet, lines };
}

/** The same with what was given to groups that the learner is not in. Throws NotFound. */
export async function wholeSheet(viewer: Viewer, input: { classId: string; personId: string }): Promise<ScoreSheet> {
  const [classId, personId] = [id(input.classId), id(input.personId)];
  await settle(Prisma.sql`a."schoolId" = ${viewer.schoolId}::uuid AND a."personId" = ${personId}::uuid`);
  const [sheet] = await sheets(
    viewer.schoolId,
    Prisma.sql`e."personId" = ${personId}::uuid AND e."classId" = ${classId}::uuid AND ${classesTaughtBy(viewer)}`,
    null,
  );
  if (!sheet) throw new NotFound();
  return sheet;
}

/** What a learner may be shown of an assignment; null: everything, to their teacher. */
type ShowingOf = ((line: { assignmentId: string; quizId: string }) => Showing & { over: boolean }) | null;

/** The sheets of the enrolments `e` in classes `c` that a condition names. */
async function sheets(schoolId: string, which: Prisma.Sql, showing: ShowingOf): Promise<ScoreSheet[]> {
  const classes = await database().$queryRaw<ClassRow[]>`
    SELECT c."id", c."name", coalesce(c."timeZone", sc."timeZone") AS "timeZone", c."archivedAt" IS NOT NULL AS "archived",
           c."gradebook", p."id" AS "personId", p."displayName", e."removedAt", now() AS "now",
           (SELECT coalesce(jsonb_agg(t."displayName" ORDER BY t."displayName"), '[]')
            FROM "ClassTeacher" ct JOIN "Person" t ON t."schoolId" = ct."schoolId" AND t."id" = ct."personId"
            WHERE ct."schoolId" = c."schoolId" AND ct."classId" = c."id") AS "teachers",
           (SELECT coalesce(jsonb_agg(jsonb_build_object(
               'categoryId', k."id", 'name', k."name", 'weight', k."weight", 'dropLowest', k."dropLowest")
               ORDER BY k."position", k."id"), '[]')
            FROM "Category" k WHERE k."schoolId" = c."schoolId" AND k."classId" = c."id") AS "categories"
    FROM "Enrolment" e
    JOIN "Class" c ON c."schoolId" = e."schoolId" AND c."id" = e."classId"
    JOIN "School" sc ON sc."id" = c."schoolId"
    JOIN "Person" p ON p."schoolId" = e."schoolId" AND p."id" = e."personId"
    WHERE e."schoolId" = ${schoolId}::uuid AND ${which}
    ORDER BY c."archivedAt" IS NOT NULL, c."createdAt" DESC, c."id"`;
  const [first] = classes;
  if (!first) return [];
  const { personId } = first;
  const rows = await lineRows(
    schoolId,
    personId,
    classes.map((each) => each.id),
  );
  const ids = rows.map(({ assignmentId }) => assignmentId);
  const [decisions, changes] = await Promise.all([
    decisionLines(Prisma.sql`d."schoolId" = ${schoolId}::uuid AND d."assignmentId" = ANY(${ids}::uuid[])
      AND (d."personId" = ${personId}::uuid OR d."personId" IS NULL)`),
    markChangeLines(Prisma.sql`a."schoolId" = ${schoolId}::uuid AND a."personId" = ${personId}::uuid
      AND a."assignmentId" = ANY(${ids}::uuid[])`),
  ]);
  return classes.map((group) =>
    sheet(
      group,
      rows.filter(({ classId }) => classId === group.id),
      { decisions, changes, showing },
    ),
  );
}

interface ClassRow {
  id: string;
  name: string;
  timeZone: string;
  archived: boolean;
  gradebook: unknown;
  personId: string;
  displayName: string;
  removedAt: Date | null;
  now: Date;
  teachers: string[];
  categories: CategoryRow[];
}

interface LineRow extends SitterRow {
  classId: string;
  quizId: string;
  title: string;
  categoryId: string | null;
  weight: number | null;
  /** It is for a group that the learner is not in. */
  exempt: boolean;
  maxPoints: number | null;
  answered: { answered: number; of: number } | null;
}

function lineRows(schoolId: string, personId: string, classIds: readonly string[]): Promise<LineRow[]> {
  return database().$queryRaw<LineRow[]>`
    SELECT ${sitterColumns}, s."classId", s."quizId", s."title", s."categoryId", s."weight",
           s."groupId" IS NOT NULL AND NOT EXISTS (
             SELECT 1 FROM "ClassGroupMember" m
             WHERE m."schoolId" = s."schoolId" AND m."groupId" = s."groupId" AND m."personId" = p."id") AS "exempt",
           coalesce(${usualMaximum}, ${paperPoints}) AS "maxPoints",
           (SELECT jsonb_build_object('answered', count(*) FILTER (WHERE r."answered"), 'of', count(*))
            FROM "Attempt" a JOIN "Response" r ON r."schoolId" = a."schoolId" AND r."attemptId" = a."id"
            WHERE a."schoolId" = s."schoolId" AND a."assignmentId" = s."id" AND a."personId" = p."id"
              AND a."submittedAt" IS NULL) AS "answered"
    FROM "Assignment" s
    JOIN "Class" c ON c."schoolId" = s."schoolId" AND c."id" = s."classId"
    JOIN "School" sc ON sc."id" = s."schoolId"
    JOIN "Person" p ON p."schoolId" = s."schoolId" AND p."id" = ${personId}::uuid
    WHERE s."schoolId" = ${schoolId}::uuid AND s."classId" = ANY(${classIds as string[]}::uuid[])
      AND s."removedAt" IS NULL AND NOT s."practice"
    ORDER BY s."position", s."id"`;
}

/** What most attempts at an assignment `s` are out of; among equals the larger. As in the gradebook. */
const usualMaximum = Prisma.sql`(
  SELECT a."maxPoints" FROM "Attempt" a
  WHERE a."schoolId" = s."schoolId" AND a."assignmentId" = s."id" AND a."submittedAt" IS NOT NULL AND NOT ${voided}
  GROUP BY a."maxPoints" ORDER BY count(*) DESC, a."maxPoints" DESC LIMIT 1)`;

interface Told {
  decisions: readonly DecisionLine[];
  changes: readonly MarkChangeLine[];
  showing: ShowingOf;
}

function sheet(group: ClassRow, rows: readonly LineRow[], told: Told): ScoreSheet {
  const settings = settingsFrom(group.gradebook);
  const none = rows.some(({ categoryId }) => categoryId === null) || group.categories.length === 0;
  const weightOfNone = group.categories.some((each) => each.weight !== null) ? 0 : null;
  const categories = [
    ...group.categories,
    ...(none ? [{ categoryId: "", name: "", weight: weightOfNone, dropLowest: 0 }] : []),
  ];
  const across = categories.flatMap(({ categoryId }, category) =>
    rows.filter((row) => (row.categoryId ?? "") === categoryId).map((row) => ({ row, category })),
  );
  const lines = across.map(({ row, category }) => lineOf(row, category, { group, settings, told }));
  const totalOf = totalling(
    categories,
    across.map(({ row }) => ({
      categoryId: row.categoryId ?? "",
      weight: row.weight,
      maxPoints: row.maxPoints ?? 0,
    })),
  );
  const total = totalOf(lines.map(({ cell }) => cell.counts));
  const dropped = new Set(total.categories.flatMap((each) => each.dropped));
  return {
    class: {
      id: group.id,
      name: group.name,
      timeZone: group.timeZone,
      archived: group.archived,
      teachers: group.teachers,
    },
    learner: { id: group.personId, displayName: group.displayName, removedAt: group.removedAt },
    settings,
    categories: categories.map(({ name, weight, dropLowest }, index) => ({
      ...{ name, weight, dropLowest },
      ...total.categories[index]!,
    })),
    lines: lines.map((line, index) => ({ ...line, dropped: dropped.has(index) })),
    total,
    partial: lines.some(({ held }) => held !== null),
    now: group.now,
  };
}

function lineOf(
  row: LineRow,
  category: number,
  { group, settings, told }: { group: ClassRow; settings: GradebookSettings; told: Told },
): ScoreLine {
  const terms = termsOf(row);
  const counted = countedScore(countable(row.sat), row.counts);
  const maxPoints = row.maxPoints ?? 0;
  const everyone = effectiveTerms(timeRulesOf(row));
  const cell = gradebookCell(
    { terms: everyone, maxPoints },
    {
      ...{ terms, exempt: row.exempt, excused: row.decided.excused, override: row.decided.score, counted },
      // Given out of the paper, which may be worth more than its attempts are, since a question was dropped.
      ...(row.decided.outOf !== null && { overrideOf: row.decided.outOf }),
      running: runningOf(row, terms),
      voided: row.sat.filter((each) => each.voided && each.submittedAt !== null).length,
    },
    settings.missing,
    group.now,
  );
  const { shown, when, over } = told.showing?.(row) ?? { shown: allShown, when: null, over: true };
  const held = !shown.score && (cell.score !== null || counted !== null) ? (when?.score ?? null) : null;
  const own = told.decisions.filter(({ assignmentId }) => assignmentId === row.assignmentId);
  const changes = told.changes.filter(({ assignmentId }) => assignmentId === row.assignmentId);
  return {
    ...{ assignmentId: row.assignmentId, quizId: row.quizId, title: row.title, category, weight: row.weight },
    ...{ maxPoints, terms, counts: row.counts, held, dropped: false },
    ahead: told.showing === null && cell.score !== null && mayBeHeld(row.show.score, everyone, group.now),
    cell: held === null ? cell : { ...cell, score: null, counts: null },
    counted: held === null ? counted : null,
    attempts: row.sat.map((each, index) => ({
      ...{ id: each.id, number: index + 1, startedAt: new Date(each.startedAt) },
      submittedAt: each.submittedAt === null ? null : new Date(each.submittedAt),
      endsAt: each.endsAt === null ? null : new Date(each.endsAt),
      ...{ lateBy: each.lateBy, deduction: each.deduction, voided: each.voided },
      points: shown.score ? each.points : null,
      maxPoints: shown.score ? each.maxPoints : null,
      counts: shown.score && (counted?.attemptIds.includes(each.id) ?? false),
    })),
    decisions: told.showing === null ? own : toldToLearner(own, { shown, over }),
    changes: told.showing === null ? changes : changesToLearner(changes, { shown, over }),
  };
}

/** Whether a score may be held back from its learner; exceptions of others may hold it back a little longer. */
function mayBeHeld(score: SitterRow["show"]["score"], { closesAt }: Terms, now: Date): boolean {
  return score === "never" || (score === "closed" && (closesAt === null || closesAt > now));
}

function runningOf(row: LineRow, terms: Terms): RunningCell | null {
  const open = row.sat.find((each) => each.submittedAt === null);
  if (!open) return null;
  const { answered, of } = row.answered ?? { answered: 0, of: 0 };
  return { attemptId: open.id, answered, of, clock: attemptClock(terms, timed(terms, open)) };
}
