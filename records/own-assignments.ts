import type { CountedScore } from "@/assessment";
import type { ShowPromise, Showable } from "@/assessment/show-rules";
import { mayBegin, type BeginAnswer, type Terms } from "@/assessment/time-rules";
import { Prisma } from "@/prisma/client/client";

import type { AttemptTime } from "./attempts";
import { begin } from "./beginning";
import { currentQuizzes } from "./current-quizzes";
import { database } from "./database";
import { NotFound } from "./errors";
import { id } from "./ids";
import { tellWatchers } from "./live-news";
import { settle } from "./overdue";
import { isPassword } from "./passwords";
import type { QuizScope } from "./publish";
import { rulesForAssignment, type AttemptRules } from "./rules";
import { ownAssignments, showingOf, type OwnAssignment } from "./showing";
import { attemptsUsed, meantFor, scoreOf, sitterColumns, termsOf, timed, type SitterRow } from "./terms";
import { countSignIn, forgetSignIns } from "./throttle";
import type { Viewer } from "./viewer";
import { ownAttempts } from "./visibility";

/** An assignment as its learner sees it. */
export interface OwnAssignmentLine {
  id: string;
  title: string;
  quizId: string;
  courseId: string;
  className: string;
  /** The class's: every date of it is told in this zone. */
  timeZone: string;
  withLesson: boolean;
  /** It counts nowhere; `about`: what the paper that was made for it is about. */
  practice: { about: string | null } | null;
  /** Theirs, with exceptions and profile. */
  terms: Terms;
  /** Whether one may be begun now; why not, and since or until when. */
  begin: BeginAnswer;
  running: { attemptId: string; clock: AttemptTime | null } | null;
  /** What was handed in, by number. */
  attempts: OwnAttempt[];
  /** The score that counts; null when nothing was handed in, or while it is held back. */
  score: CountedScore | null;
  /** A teacher has let them off: it counts nowhere. */
  excused: boolean;
  asksPassword: boolean;
}

export interface OwnAttempt {
  id: string;
  /** 1 for the first at this assignment. */
  number: number;
  submittedAt: Date;
  lateBy: number;
  deduction: number;
  /** A teacher has taken it out: it counts nowhere. */
  voided: boolean;
  /** As marked, before lateness; null while the score is held back, and then `when` says until when. */
  points: number | null;
  maxPoints: number | null;
  when: Record<Showable, ShowPromise>;
}

/** The viewer's assignments: what is due first; what has no date last. */
export async function myAssignments(viewer: Viewer): Promise<OwnAssignmentLine[]> {
  await settle(ownAttempts(viewer));
  const all = await ownAssignments(viewer);
  const last = (line: OwnAssignmentLine) =>
    line.terms.dueAt?.getTime() ?? line.terms.closesAt?.getTime() ?? Number.MAX_SAFE_INTEGER;
  return all
    .filter(({ row }) => row.current)
    .map((each) => line(each, all))
    .sort((a, b) => last(a) - last(b));
}

function line(assignment: OwnAssignment, all: readonly OwnAssignment[]): OwnAssignmentLine {
  const { row, terms } = assignment;
  const { assignmentId, quizId, title, courseId, className, timeZone, withLesson, asksPassword, now } = row;
  const practice = row.practice ? { about: row.about } : null;
  const open = row.sat.find((each) => each.submittedAt === null);
  const endsAt = open?.endsAt ? new Date(open.endsAt) : null;
  const { shown, when } = showingOf(all, { quizId, assignmentId });
  const submitted = row.sat.flatMap(({ submittedAt, ...each }, index) =>
    submittedAt === null ? [] : [{ ...each, number: index + 1, submittedAt: new Date(submittedAt) }],
  );
  const score = scoreOf(row);
  return {
    ...{ id: assignmentId, title, quizId, courseId, className, timeZone, withLesson, practice, terms, asksPassword },
    begin: mayBegin(terms, { attempts: attemptsUsed(row), running: open ? timed(terms, open) : null }, now),
    excused: row.decided.excused,
    running: open
      ? {
          attemptId: open.id,
          clock: endsAt && {
            endsAt,
            secondsLeft: Math.max(0, (endsAt.getTime() - now.getTime()) / 1000),
            timeFactor: terms.timeFactor,
          },
        }
      : null,
    attempts: submitted.map(({ id, number, submittedAt, lateBy, deduction, voided, points, maxPoints }) => ({
      ...{ id, number, submittedAt, lateBy, deduction, voided, when },
      points: shown.score ? points : null,
      maxPoints: shown.score ? maxPoints : null,
    })),
    score: shown.score ? score : null,
  };
}

export interface AssignmentDoor extends OwnAssignmentLine {
  /** The quiz as it is published now. */
  quiz: { questions: number; maxPoints: number; scope: QuizScope; lessonId: string };
  /** As an attempt that is begun now would have them. */
  rules: AttemptRules;
  counts: SitterRow["counts"];
  show: SitterRow["show"];
}

/** An assignment of the viewer's, before they begin. Throws NotFound, also of what was taken back. */
export async function assignmentDoor(viewer: Viewer, input: { assignmentId: string }): Promise<AssignmentDoor> {
  const assignmentId = id(input.assignmentId);
  await settle(Prisma.sql`${ownAttempts(viewer)} AND a."assignmentId" = ${assignmentId}::uuid`);
  const [all, [quiz]] = await Promise.all([
    // All of them: a paper to practise with may share questions with any.
    ownAssignments(viewer),
    database().$queryRaw<(AssignmentDoor["quiz"] & AsSet)[]>`
      SELECT v."lessonId", v."scope", v."rules" - 'bands' AS "rules", s."certainty", s."shuffle", s."onePage",
             count(*)::int AS "questions", sum(i."points")::float8 AS "maxPoints"
      FROM "Assignment" s
      JOIN "QuizVersion" v ON v."id" = coalesce(s."quizVersionId", (
        SELECT q."quizVersionId" FROM ${currentQuizzes} q WHERE q."quizId" = s."quizId" LIMIT 1))
      JOIN "QuizVersionItem" i ON i."quizVersionId" = v."id" AND i."variant" = 1
      WHERE s."schoolId" = ${viewer.schoolId}::uuid AND s."id" = ${assignmentId}::uuid
      GROUP BY v."id", s."certainty", s."shuffle", s."onePage"
      LIMIT 1`,
  ]);
  const own = all.find(({ row }) => row.assignmentId === assignmentId && row.current);
  if (!own || !quiz) throw new NotFound();
  const { certainty, shuffle, onePage, rules: authored, ...about } = quiz;
  const { counts, show } = own.row;
  const rules = rulesForAssignment(authored, { certainty, show, shuffle, onePage });
  return { ...line(own, all), quiz: about, rules, counts, show };
}

/** What of an assignment's rules an attempt has from its beginning. */
interface AsSet {
  rules: AttemptRules;
  certainty: boolean | null;
  shuffle: boolean;
  onePage: boolean;
}

export type Begun =
  | { state: "begun"; attemptId: string }
  | { state: "refused"; why: "password" }
  /** Too many passwords that were none. */
  | { state: "refused"; why: "wait"; seconds: number }
  | { state: "refused"; why: Exclude<BeginAnswer, { may: true }>["why"]; when: Date | null };

/**
 * Begins an attempt at an assignment of the viewer's, or resumes the one that is open. Whether it may be begun is decided
 * by the database's clock, while nobody can change the assignment. Throws NotFound.
 */
export async function beginAssignment(
  viewer: Viewer,
  input: { assignmentId: string; password?: string },
): Promise<Begun> {
  const assignmentId = id(input.assignmentId);
  await settle(Prisma.sql`${ownAttempts(viewer)} AND a."assignmentId" = ${assignmentId}::uuid`);
  // A conflict means that another request of theirs has just begun one: look again.
  for (let tries = 0; tries < 5; tries++) {
    const answer = await tryToBegin(viewer, assignmentId, input.password ?? "");
    if (!answer) continue;
    if (answer.state === "begun") tellWatchers(assignmentId);
    return answer;
  }
  throw new Error("An attempt could be neither begun nor resumed.");
}

function tryToBegin(viewer: Viewer, assignmentId: string, password: string): Promise<Begun | null> {
  return database().$transaction(async (transaction) => {
    const [row] = await transaction.$queryRaw<BeginRow[]>`
      SELECT ${sitterColumns}, s."quizId", s."quizVersionId", s."practice", s."certainty", s."shuffle", s."onePage",
             s."passwordHash", now() AS "now"
      FROM "Assignment" s
      JOIN "Class" c ON c."schoolId" = s."schoolId" AND c."id" = s."classId" AND c."archivedAt" IS NULL
      JOIN "School" sc ON sc."id" = s."schoolId"
      JOIN "Person" p ON p."schoolId" = s."schoolId" AND p."id" = ${viewer.personId}::uuid
      JOIN "Enrolment" e ON e."schoolId" = s."schoolId" AND e."classId" = s."classId" AND e."personId" = p."id"
      WHERE s."schoolId" = ${viewer.schoolId}::uuid AND s."id" = ${assignmentId}::uuid AND s."removedAt" IS NULL
        AND ${meantFor}
      FOR SHARE OF s, p`;
    if (!row) throw new NotFound();
    const open = row.sat.find((each) => each.submittedAt === null);
    if (open) return { state: "begun", attemptId: open.id };
    const answer = mayBegin(termsOf(row), { attempts: attemptsUsed(row), running: null }, row.now);
    if (!answer.may) return { state: "refused", why: answer.why, when: answer.when };
    if (row.passwordHash !== null) {
      // Guessed at like a password to sign in with, and counted apart from it.
      const guess = {
        schoolId: viewer.schoolId,
        userName: `assignment ${assignmentId} ${viewer.personId}`,
        address: "",
      };
      const seconds = await countSignIn(guess);
      if (seconds > 0) return { state: "refused", why: "wait", seconds };
      if (!(await isPassword(password, row.passwordHash))) return { state: "refused", why: "password" };
      await forgetSignIns(guess);
    }
    const { endsAt, acceptedUntil } = answer.clock;
    const attemptId = await begin(
      viewer,
      row.quizId,
      (quiz) => ({ rules: rulesForAssignment(quiz, row), practice: row.practice }),
      {
        assignmentId,
        quizVersionId: row.quizVersionId,
        startedAt: row.now,
        endsAt,
        acceptedUntil,
        before: row.sat.length,
      },
      transaction,
    );
    return attemptId === null ? null : { state: "begun", attemptId };
  });
}

interface BeginRow extends SitterRow {
  quizId: string;
  quizVersionId: string | null;
  practice: boolean;
  certainty: boolean | null;
  shuffle: boolean;
  onePage: boolean;
  passwordHash: string | null;
  now: Date;
}
