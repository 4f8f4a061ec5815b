import {
  closing,
  showables,
  shown,
  shownWhen,
  strictest,
  type Closing,
  type ShowMoment,
  type ShowPromise,
  type Showable,
  type Shown,
} from "@/assessment/show-rules";
import type { Terms } from "@/assessment/time-rules";
import { Prisma } from "@/prisma/client/client";

import { database } from "./database";
import { meantFor, sitterColumns, sitterOf, termsOf, type SitterRow } from "./terms";
import type { Viewer } from "./viewer";

/** What a learner may see of their own attempts: as their assignments say, and all that use the same quiz together. */

/** An assignment of the viewer's: one that is meant for them, or at which they have once begun. */
export interface OwnAssignment {
  row: OwnAssignmentRow;
  terms: Terms;
  moment: Omit<ShowMoment, "handedIn">;
}

export interface OwnAssignmentRow extends SitterRow {
  quizId: string;
  courseId: string;
  classId: string;
  className: string;
  title: string;
  withLesson: boolean;
  asksPassword: boolean;
  /** It is meant for them now; false of what was taken back, put away, or set for a class that they have left. */
  current: boolean;
  /** It may be open for somebody of the class still; and the viewer has something to be shown at its quiz. */
  ask: boolean;
  createdAt: Date;
  now: Date;
}

/**
 * The viewer's assignments, in the order in which they were made; `which` is about the assignment `s`. Whether they are
 * closed for everyone is asked only where there is something to show, unless it is wanted for all of them.
 */
export async function ownAssignments(
  viewer: Viewer,
  which = Prisma.sql`true`,
  { closings: all = false } = {},
): Promise<OwnAssignment[]> {
  const rows = await database().$queryRaw<OwnAssignmentRow[]>`
    SELECT ${sitterColumns}, s."quizId", s."courseId", s."classId", c."name" AS "className", s."title", s."withLesson",
           s."passwordHash" IS NOT NULL AS "asksPassword", mine."current", s."createdAt", now() AS "now",
           ${mayBeOpen} AND (${all} OR EXISTS (
             SELECT 1 FROM "Attempt" a
             WHERE a."schoolId" = s."schoolId" AND a."personId" = p."id" AND a."quizId" = s."quizId"
           )) AS "ask"
    FROM (
      SELECT w."schoolId", w."id", bool_or(w."current") AS "current" FROM (
        SELECT s."schoolId", s."id", s."removedAt" IS NULL AND c."archivedAt" IS NULL AS "current"
        FROM "Enrolment" e
        JOIN "Class" c ON c."schoolId" = e."schoolId" AND c."id" = e."classId"
        JOIN "Assignment" s ON s."schoolId" = e."schoolId" AND s."classId" = e."classId"
        WHERE e."schoolId" = ${viewer.schoolId}::uuid AND e."personId" = ${viewer.personId}::uuid AND ${meantFor}
        UNION ALL
        SELECT a."schoolId", a."assignmentId", false FROM "Attempt" a
        WHERE a."schoolId" = ${viewer.schoolId}::uuid AND a."personId" = ${viewer.personId}::uuid
          AND a."assignmentId" IS NOT NULL
      ) w GROUP BY 1, 2
    ) mine
    JOIN "Assignment" s ON s."schoolId" = mine."schoolId" AND s."id" = mine."id"
    JOIN "Class" c ON c."schoolId" = s."schoolId" AND c."id" = s."classId"
    JOIN "School" sc ON sc."id" = s."schoolId"
    JOIN "Person" p ON p."schoolId" = s."schoolId" AND p."id" = ${viewer.personId}::uuid
    WHERE ${which}
    ORDER BY s."createdAt", s."id"`;
  const everyone = await closings(
    viewer.schoolId,
    rows.filter(({ ask, show }) => ask && show.closedMeans === "everyone"),
  );
  return rows.map((row) => {
    const over: Closing = { closed: true, by: null };
    const own = closing([sitterOf(row)], row.now);
    const running = row.sat.some((each) => each.submittedAt === null);
    return {
      row,
      terms: termsOf(row),
      moment: {
        forLearner: row.current || running ? own : over,
        forEveryone: everyone.get(row.assignmentId) ?? over,
      },
    };
  });
}

/**
 * Whether an assignment `s` of a class `c` may be open for somebody: an attempt runs, or some close lies ahead. Coarse and
 * cheap: it spares asking for every learner of every assignment of last year.
 */
const mayBeOpen = Prisma.sql`(
  s."removedAt" IS NULL AND c."archivedAt" IS NULL AND (
    s."closesAt" > now() OR s."dueAt" > now()
    OR (s."closesAt" IS NULL AND (s."dueAt" IS NULL OR (s."late"->>'accept')::boolean))
    OR EXISTS (
      SELECT 1 FROM "AssignmentException" x
      WHERE x."schoolId" = s."schoolId" AND x."assignmentId" = s."id"
        AND (x."closesAt" > now() OR x."dueAt" > now() OR x."lifted" && ARRAY['closesAt', 'dueAt']))
    OR EXISTS (
      SELECT 1 FROM "Attempt" a
      WHERE a."schoolId" = s."schoolId" AND a."assignmentId" = s."id" AND a."submittedAt" IS NULL)))`;

/** For each of these assignments, whether it is closed for all for whom it is meant. */
async function closings(
  schoolId: string,
  assignments: readonly { assignmentId: string; now: Date }[],
): Promise<Map<string, Closing>> {
  if (assignments.length === 0) return new Map();
  const ids = assignments.map(({ assignmentId }) => assignmentId);
  const sitters = await database().$queryRaw<SitterRow[]>`
    SELECT ${sitterColumns}
    FROM "Assignment" s
    JOIN "Class" c ON c."schoolId" = s."schoolId" AND c."id" = s."classId"
    JOIN "School" sc ON sc."id" = s."schoolId"
    JOIN "Enrolment" e ON e."schoolId" = s."schoolId" AND e."classId" = s."classId" AND ${meantFor}
    JOIN "Person" p ON p."schoolId" = e."schoolId" AND p."id" = e."personId"
    WHERE s."schoolId" = ${schoolId}::uuid AND s."id" = ANY(${ids}::uuid[])`;
  const of = new Map<string, SitterRow[]>(ids.map((assignmentId) => [assignmentId, []]));
  for (const sitter of sitters) of.get(sitter.assignmentId)?.push(sitter);
  return new Map(
    assignments.map(({ assignmentId, now }) => [
      assignmentId,
      closing((of.get(assignmentId) ?? []).map(sitterOf), now),
    ]),
  );
}

export interface Showing {
  shown: Shown;
  /** Of what is not shown: when it will be. */
  when: Record<Showable, ShowPromise>;
}

/**
 * What the viewer may see of an own attempt that is handed in. An assignment of theirs that is still open holds back what
 * it does not show, in practice and in other assignments at the same quiz too: it is the same paper.
 */
export function showingOf(
  all: readonly OwnAssignment[],
  { quizId, assignmentId }: { quizId: string; assignmentId: string | null },
): Showing {
  const parts = all.flatMap(({ row, moment }): Showing[] => {
    if (row.assignmentId === assignmentId) return [ask(row, { ...moment, handedIn: true })];
    const { closed, by } = row.show.closedMeans === "everyone" ? moment.forEveryone : moment.forLearner;
    if (row.quizId !== quizId || !row.current || closed) return [];
    // What is shown 'after' is shown here when that assignment's own attempt is handed in.
    const handedIn = row.sat.length > 0 && row.sat.every((each) => each.submittedAt !== null);
    const { shown, when } = ask(row, { ...moment, handedIn });
    // When it is closed it holds back nothing of this.
    const later = (promise: ShowPromise): ShowPromise => (promise === "never" ? { closed: by } : promise);
    return [{ shown, when: forEach((what) => later(when[what])) }];
  });
  return {
    shown: strictest(parts.map((part) => part.shown)),
    when: forEach((what) => latest(parts.map((part) => part.when[what]))),
  };
}

/** Nothing is held back. */
export const allShown: Shown = { score: true, correctness: true, key: true, feedback: true };

export function everythingShown({ shown }: Showing): boolean {
  return showables.every((what) => shown[what]);
}

function ask({ show }: OwnAssignmentRow, moment: ShowMoment): Showing {
  return { shown: shown(show, moment), when: shownWhen(show, moment) };
}

/** The latest of several promises: what is said when all of them must have come. */
function latest(promises: readonly ShowPromise[]): ShowPromise {
  if (promises.includes("never")) return "never";
  const closes = promises.flatMap((each) => (typeof each === "object" ? [each.closed] : []));
  if (closes.length > 0) {
    const known = closes.filter((each) => each !== null);
    return { closed: known.length < closes.length ? null : known.reduce((a, b) => (a > b ? a : b)) };
  }
  return promises.includes("handed-in") ? "handed-in" : "now";
}

function forEach<T>(of: (what: Showable) => T): Record<Showable, T> {
  return { score: of("score"), correctness: of("correctness"), key: of("key"), feedback: of("feedback") };
}
