import { randomInt } from "node:crypto";

import { Prisma } from "@/prisma/client/client";
import { kindOf, type Fields } from "@/questions";

import { currentQuizzes } from "./current-quizzes";
import { database } from "./database";
import { NotFound } from "./errors";
import { id, position, slug } from "./ids";
import { newId } from "./new-id";
import { seedAt } from "./seed";
import type { Viewer } from "./viewer";
import { ownAttempts } from "./visibility";

/** A line in the list of one's attempts. `points` and `maxPoints` are null until it is submitted. */
export interface AttemptLine {
  id: string;
  /** 1 for the first attempt at the quiz. */
  number: number;
  startedAt: Date;
  submittedAt: Date | null;
  points: number | null;
  maxPoints: number | null;
}

export interface QuizOverview {
  quizId: string;
  courseId: string;
  lessonId: string;
  title: string;
  questions: number;
  maxPoints: number;
  /** The viewer's own, newest first. */
  attempts: AttemptLine[];
  openAttemptId: string | null;
}

/** A quiz as it is published now, and what the viewer has done at it. Throws NotFound when no release shows it. */
export async function quizOverview(viewer: Viewer, { quizId }: { quizId: string }): Promise<QuizOverview> {
  const [quiz, attempts] = await Promise.all([
    database().$queryRaw<Omit<QuizOverview, "attempts" | "openAttemptId">[]>`
      SELECT q."quizId", q."courseId", q."lessonId", q."title",
             count(*)::int AS "questions", sum(i."points")::float8 AS "maxPoints"
      FROM ${currentQuizzes} q
      JOIN "QuizVersionItem" i ON i."quizVersionId" = q."quizVersionId"
      WHERE q."quizId" = ${slug(quizId)}
      GROUP BY q."quizId", q."courseId", q."lessonId", q."title"
      LIMIT 1`,
    database().$queryRaw<AttemptLine[]>`
      SELECT a."id", a."number", a."startedAt", a."submittedAt", a."points", a."maxPoints"
      FROM "Attempt" a
      WHERE ${ownAttempts(viewer)} AND a."quizId" = ${quizId}
      ORDER BY a."number" DESC`,
  ]);
  if (!quiz[0]) throw new NotFound();
  return { ...quiz[0], attempts, openAttemptId: attempts.find((attempt) => !attempt.submittedAt)?.id ?? null };
}

/**
 * Begins an attempt on the quiz as it is published now, or resumes the open one. However often and wherever it is
 * asked at once, there is one open attempt: a partial unique index holds that. Throws NotFound when no release shows
 * the quiz and no attempt is open.
 */
export async function startAttempt(viewer: Viewer, { quizId }: { quizId: string }): Promise<{ attemptId: string }> {
  slug(quizId);
  // A conflict means that another request has just begun one: look again. Once is enough, unless that one is
  // submitted in between.
  for (let tries = 0; tries < 5; tries++) {
    const [open] = await database().$queryRaw<{ id: string }[]>`
      SELECT a."id" FROM "Attempt" a
      WHERE ${ownAttempts(viewer)} AND a."quizId" = ${quizId} AND a."submittedAt" IS NULL`;
    if (open) return { attemptId: open.id };
    const [begun] = await database().$queryRaw<{ published: boolean; id: string | null }[]>`
      WITH current AS (
        SELECT q."quizId", q."quizVersionId" FROM ${currentQuizzes} q WHERE q."quizId" = ${quizId} LIMIT 1
      ), begun AS (
        INSERT INTO "Attempt" ("schoolId", "id", "personId", "quizId", "quizVersionId", "number", "seed")
        SELECT ${viewer.schoolId}::uuid, ${newId()}::uuid, ${viewer.personId}::uuid, current."quizId",
               current."quizVersionId",
               1 + coalesce((SELECT max(a."number") FROM "Attempt" a
                             WHERE ${ownAttempts(viewer)} AND a."quizId" = ${quizId}), 0),
               ${randomInt(2 ** 31 - 1)}::int
        FROM current
        ON CONFLICT DO NOTHING
        RETURNING "id"
      )
      SELECT EXISTS (SELECT 1 FROM current) AS "published", (SELECT "id" FROM begun) AS "id"`;
    if (begun?.id) return { attemptId: begun.id };
    if (!begun?.published) throw new NotFound();
  }
  throw new Error("An attempt could be neither begun nor resumed.");
}

/** What every page of an attempt says about it. */
export interface AttemptHeading {
  id: string;
  number: number;
  quizId: string;
  lessonId: string;
  title: string;
  startedAt: Date;
  submittedAt: Date | null;
}

/** The state of one question among its neighbours. */
export interface Tick {
  position: number;
  answered: boolean;
  flagged: boolean;
}

export interface AttemptQuestion {
  attempt: AttemptHeading;
  /** How many questions there are. */
  of: number;
  ticks: Tick[];
  question: {
    position: number;
    points: number;
    kind: string;
    prompt: string;
    /** In the order and variant of this attempt. Holds nothing of the key. */
    body: unknown;
    /** What was saved before; {} when nothing was. */
    fields: Fields;
    answered: boolean;
    flagged: boolean;
    savedAt: Date | null;
  };
}

/** One question of an own attempt, as it was when the attempt began. Throws NotFound. */
export async function attemptQuestion(
  viewer: Viewer,
  input: { attemptId: string; position: number },
): Promise<AttemptQuestion> {
  const asked = position(input.position);
  const rows = await database().$queryRaw<
    (AttemptRow &
      Tick & {
        seed: number;
        points: number;
        kind: string;
        prompt: string | null;
        body: unknown;
        fields: Fields | null;
        savedAt: Date | null;
      })[]
  >`
    SELECT ${attemptColumns}, a."seed", qi."position", qi."points", i."kind",
           CASE WHEN qi."position" = ${asked} THEN i."prompt" END AS "prompt",
           CASE WHEN qi."position" = ${asked} THEN i."body" END AS "body",
           CASE WHEN qi."position" = ${asked} THEN r."fields" END AS "fields",
           r."savedAt", coalesce(r."answered", false) AS "answered", coalesce(r."flagged", false) AS "flagged"
    ${attemptWithItems}
    WHERE ${ownAttempts(viewer)} AND a."id" = ${id(input.attemptId)}::uuid
    ORDER BY qi."position"`;
  const row = rows.find((each) => each.position === asked);
  if (!row || row.prompt === null) throw new NotFound();
  return {
    attempt: heading(row),
    of: rows.length,
    ticks: rows.map(tick),
    question: {
      position: row.position,
      points: row.points,
      kind: row.kind,
      prompt: row.prompt,
      body: kindOf(row.kind).arrange(row.body, seedAt(row.seed, row.position)),
      fields: row.fields ?? {},
      answered: row.answered,
      flagged: row.flagged,
      savedAt: row.savedAt,
    },
  };
}

export interface AttemptOverview {
  attempt: AttemptHeading;
  of: number;
  answered: number;
  flagged: number;
  ticks: (Tick & { prompt: string; points: number })[];
}

/** All questions of an own attempt, to see what is still unanswered before handing in. Throws NotFound. */
export async function attemptOverview(viewer: Viewer, input: { attemptId: string }): Promise<AttemptOverview> {
  const rows = await database().$queryRaw<(AttemptRow & Tick & { prompt: string; points: number })[]>`
    SELECT ${attemptColumns}, qi."position", qi."points", i."prompt",
           coalesce(r."answered", false) AS "answered", coalesce(r."flagged", false) AS "flagged"
    ${attemptWithItems}
    WHERE ${ownAttempts(viewer)} AND a."id" = ${id(input.attemptId)}::uuid
    ORDER BY qi."position"`;
  if (!rows[0]) throw new NotFound();
  return {
    attempt: heading(rows[0]),
    of: rows.length,
    answered: rows.filter((row) => row.answered).length,
    flagged: rows.filter((row) => row.flagged).length,
    ticks: rows.map((row) => ({ ...tick(row), prompt: row.prompt, points: row.points })),
  };
}

interface AttemptRow {
  attemptId: string;
  number: number;
  quizId: string;
  lessonId: string;
  title: string;
  startedAt: Date;
  submittedAt: Date | null;
}

const attemptColumns = Prisma.sql`
  a."id" AS "attemptId", a."number", a."quizId", v."lessonId", v."title", a."startedAt", a."submittedAt"`;

const attemptWithItems = Prisma.sql`
  FROM "Attempt" a
  JOIN "QuizVersion" v ON v."id" = a."quizVersionId"
  JOIN "QuizVersionItem" qi ON qi."quizVersionId" = a."quizVersionId"
  JOIN "ItemVersion" i ON i."id" = qi."itemVersionId"
  LEFT JOIN "Response" r
    ON r."schoolId" = a."schoolId" AND r."attemptId" = a."id" AND r."position" = qi."position"`;

function heading(row: AttemptRow): AttemptHeading {
  const { attemptId, number, quizId, lessonId, title, startedAt, submittedAt } = row;
  return { id: attemptId, number, quizId, lessonId, title, startedAt, submittedAt };
}

function tick({ position, answered, flagged }: Tick): Tick {
  return { position, answered, flagged };
}
