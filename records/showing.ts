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
import { everySitter } from "./every-sitter";
import { meantFor, sitterColumns, sitterOf, termsOf, type SitterRow } from "./terms";
import type { Viewer } from "./viewer";
import { ownAttempts } from "./visibility";

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
  /** To practise with: what it is about, when a paper was made for it. It holds back nothing of others. */
  practice: boolean;
  about: string | null;
  /** Quizzes that ask a question of this assignment's too, papers of the viewer's among them. */
  sharedBy: string[];
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
           s."practice", (SELECT v."title" FROM "QuizVersion" v WHERE v."id" = s."quizVersionId") AS "about",
           s."passwordHash" IS NOT NULL AS "asksPassword", mine."current", s."createdAt", now() AS "now",
           ${mayBeOpen} AS "ask"
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
  const [shared, done] = await Promise.all([
    sharing(rows),
    all || !rows.some(({ ask }) => ask) ? new Set<string>() : quizzesBegun(viewer),
  ]);
  for (const row of rows) {
    row.sharedBy = row.practice ? [] : (shared.get(row.quizId) ?? []);
    row.ask &&= all || [row.quizId, ...row.sharedBy].some((quizId) => done.has(quizId));
  }
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

/** Assignments `s` that have a say in what is shown of attempts at this quiz: its own, and those it shares questions with. */
export function about(quizId: string): Prisma.Sql {
  return Prisma.sql`(s."quizId" = ${quizId} OR s."quizId" IN (SELECT k."quizId" FROM ${kin([quizId])} k))`;
}

/** Quizzes of a course are never called so. */
export function isPaper(quizId: string): boolean {
  return quizId.startsWith("practice-");
}

/** The course's quizzes that, in any of their versions, ask a question which these ask: "asked" and "quizId". */
function kin(quizIds: readonly string[]): Prisma.Sql {
  // Each question once, however many published states of its quiz ask it.
  return Prisma.sql`(
    SELECT DISTINCT p."quizId" AS "asked", ov."quizId"
    FROM (
      SELECT DISTINCT pv."quizId", pi."itemId"
      FROM "QuizVersion" pv
      JOIN "QuizVersionItem" px ON px."quizVersionId" = pv."id"
      JOIN "ItemVersion" pi ON pi."id" = px."itemVersionId"
      WHERE pv."quizId" = ANY(${quizIds}::text[])
    ) p
    JOIN "ItemVersion" oi ON oi."itemId" = p."itemId"
    JOIN "QuizVersionItem" ox ON ox."itemVersionId" = oi."id"
    JOIN "QuizVersion" ov ON ov."id" = ox."quizVersionId" AND ov."schoolId" IS NULL AND ov."quizId" <> p."quizId")`;
}

/** Of each quiz that may hold something back, which others ask a question of it: the course's, and the viewer's papers. */
async function sharing(rows: readonly OwnAssignmentRow[]): Promise<Map<string, string[]>> {
  const holding = new Set(rows.filter(({ practice, current }) => current && !practice).map(({ quizId }) => quizId));
  const shared = new Map<string, string[]>();
  if (holding.size === 0) return shared;
  const papers = rows.map(({ quizId }) => quizId).filter(isPaper);
  const asked = [...new Set([...holding, ...papers])];
  const pairs = await database().$queryRaw<{ asked: string; quizId: string }[]>`SELECT * FROM ${kin(asked)} k`;
  for (const pair of pairs) {
    const [holder, other] = isPaper(pair.asked) ? [pair.quizId, pair.asked] : [pair.asked, pair.quizId];
    shared.set(holder, [...(shared.get(holder) ?? []), other]);
  }
  return shared;
}

/** Of what the viewer has something to be shown. */
async function quizzesBegun(viewer: Viewer): Promise<Set<string>> {
  const rows = await database().$queryRaw<{ quizId: string }[]>`
    SELECT DISTINCT a."quizId" FROM "Attempt" a WHERE ${ownAttempts(viewer)}`;
  return new Set(rows.map(({ quizId }) => quizId));
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
  const sitters = await everySitter(Prisma.sql`s."schoolId" = ${schoolId}::uuid AND s."id" = ANY(${ids}::uuid[])`);
  const of = new Map<string, SitterRow[]>(ids.map((assignmentId) => [assignmentId, []]));
  for (const sitter of sitters) of.get(sitter.assignmentId)?.push(sitter);
  return new Map(
    assignments.map(({ assignmentId, now }) => [
      assignmentId,
      closing((of.get(assignmentId) ?? []).map(sitterOf), now),
    ]),
  );
}

/** Of these questions, those of which an assignment holds something back from one of these learners at least. */
export async function heldQuestions(
  schoolId: string,
  personIds: readonly string[],
  itemIds: readonly string[],
): Promise<Set<string>> {
  const pairs = await database().$queryRaw<{ quizId: string; itemId: string }[]>`
    SELECT DISTINCT v."quizId", i."itemId"
    FROM "ItemVersion" i
    JOIN "QuizVersionItem" x ON x."itemVersionId" = i."id"
    JOIN "QuizVersion" v ON v."id" = x."quizVersionId" AND v."schoolId" IS NULL
    WHERE i."itemId" = ANY(${itemIds}::text[])`;
  const quizIds = [...new Set(pairs.map(({ quizId }) => quizId))];
  const sitters = await database().$queryRaw<(SitterRow & { quizId: string; now: Date })[]>`
    SELECT ${sitterColumns}, s."quizId", now() AS "now"
    FROM "Assignment" s
    JOIN "Class" c ON c."schoolId" = s."schoolId" AND c."id" = s."classId"
    JOIN "School" sc ON sc."id" = s."schoolId"
    JOIN "Enrolment" e ON e."schoolId" = s."schoolId" AND e."classId" = s."classId" AND ${meantFor}
    JOIN "Person" p ON p."schoolId" = e."schoolId" AND p."id" = e."personId"
    WHERE s."schoolId" = ${schoolId}::uuid AND p."id" = ANY(${personIds}::uuid[]) AND s."quizId" = ANY(${quizIds}::text[])
      AND NOT s."practice" AND ${mayBeOpen}`;
  const forAll = new Map(
    sitters
      .filter(({ show }) => show.closedMeans === "everyone")
      .map(({ assignmentId, now }) => [assignmentId, { assignmentId, now }]),
  );
  const everyone = await closings(schoolId, [...forAll.values()]);
  const held = new Set(
    sitters.flatMap((sitter) => {
      const { show, sat, now, quizId, assignmentId } = sitter;
      const forLearner = closing([sitterOf(sitter)], now);
      const forEveryone = everyone.get(assignmentId) ?? forLearner;
      if ((show.closedMeans === "everyone" ? forEveryone : forLearner).closed) return [];
      const handedIn = sat.length > 0 && sat.every((each) => each.submittedAt !== null);
      const seen = shown(show, { handedIn, forLearner, forEveryone });
      return showables.every((what) => seen[what]) ? [] : [quizId];
    }),
  );
  return new Set(pairs.filter(({ quizId }) => held.has(quizId)).map(({ itemId }) => itemId));
}

export interface Showing {
  shown: Shown;
  /** Of what is not shown: when it will be. */
  when: Record<Showable, ShowPromise>;
}

/**
 * What the viewer may see of an own attempt that is handed in. An assignment of theirs that is still open holds back what
 * it does not show, in practice and in other assignments at the same quiz too: it is the same paper. So does one whose
 * quiz has a question in common with a paper that was made to practise with. One whose quiz has a question in common with
 * another quiz of the course, as a final has with those of the lessons, holds it back from practice at that, from when it
 * opens: what is shown after closing until it is closed, what is shown after handing in while it is being answered.
 */
export function showingOf(
  all: readonly OwnAssignment[],
  { quizId, assignmentId }: { quizId: string; assignmentId: string | null },
): Showing {
  const parts = all.flatMap(({ row, terms, moment }): Showing[] => {
    if (row.assignmentId === assignmentId) return [ask(row, { ...moment, handedIn: true })];
    const { closed, by } = row.show.closedMeans === "everyone" ? moment.forEveryone : moment.forLearner;
    if (row.practice || !row.current || closed) return [];
    const submitted = row.sat.every((each) => each.submittedAt !== null);
    // What is shown 'after' is shown here when that assignment's own attempt is handed in.
    let handedIn = row.sat.length > 0 && submitted;
    if (row.quizId !== quizId && !(row.sharedBy.includes(quizId) && isPaper(quizId))) {
      const opened = row.sat.length > 0 || terms.opensAt === null || terms.opensAt <= row.now;
      if (assignmentId !== null || !opened || !row.sharedBy.includes(quizId)) return [];
      handedIn = submitted;
    }
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
