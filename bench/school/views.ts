import type pg from "pg";

import { gradebookFile } from "@/app/exports/gradebook-file";
import { quizFile } from "@/app/exports/quiz-files";
import { gradebookSheets, gradebookTable } from "@/interchange/exports";
import { csv, xlsx } from "@/interchange/tables";
import type { ChangeMade, Viewer } from "@/records";
import * as records from "@/records";

import { QUESTIONS, QUIZZES } from "./content";
import type { BenchSchool } from "./seed";

/** Something that a teacher waits for, beside plain SQL for the rows that it is made of. */
export interface View<Done = unknown> {
  name: string;
  /** How many times as long as the SQL it may take. */
  limit: number;
  /** Not measured: what there must be before; handed to `ours`. */
  before?: (school: BenchSchool, viewer: Viewer) => Promise<unknown>;
  /** Asked of the records as a page or a file asks. */
  ours: (school: BenchSchool, viewer: Viewer, before: unknown) => Promise<Done>;
  /** The same rows, as pg gives them. */
  bare: (school: BenchSchool, client: pg.Client) => Promise<unknown>;
  /** Whether what came out is about everybody: a quick answer may be an empty one. */
  holds: (school: BenchSchool, done: Done) => boolean;
  /** Not measured: undoes what was done, so that it can be done again. */
  after?: (school: BenchSchool, viewer: Viewer, done: Done) => Promise<unknown>;
}

/**
 * How many times as long as the SQL: of rows, and what is counted and ordered of them; of answers, which are read, explained
 * or marked besides; of files that are packed besides; of everybody's terms, worked out for each, of which the SQL reads the
 * rows alone and is quick.
 */
const TIMES = { made: 5, read: 6, packed: 8, each: 10 };

const view = <Done>(each: View<Done>): View => each as View;

export const views: readonly View[] = [
  view({
    name: "gradebook, a page of 50",
    limit: TIMES.made,
    ours: ({ classId }, viewer) => records.gradebook(viewer, { classId }),
    bare: everyAttempt,
    holds: ({ learners }, { count, columns, learners: page }) =>
      count.found === learners && columns.length === QUIZZES && page.length === Math.min(50, learners),
  }),
  view({
    name: "gradebook, by total, searched",
    limit: TIMES.made,
    ours: ({ classId }, viewer) =>
      records.gradebook(viewer, { classId, search: "ber", sort: { by: "total" }, descending: true }),
    bare: everyAttempt,
    holds: (_, { count }) => count.found > 0,
  }),
  view({
    name: "gradebook, everyone",
    limit: TIMES.made,
    ours: ({ classId }, viewer) => records.gradebook(viewer, { classId, pageSize: "all" }),
    bare: everyAttempt,
    holds: ({ learners }, { learners: all }) => all.length === learners,
  }),
  view({
    name: "question analysis of a quiz",
    limit: TIMES.read,
    ours: ({ classId, past }, viewer) => records.questionAnalysis(viewer, { classId, quizId: past.quizId }),
    bare: responsesOfQuiz,
    holds: ({ learners }, { attempts, places }) => attempts > 0.9 * learners && places.length === QUESTIONS,
  }),
  view({
    name: "quizzes of the class",
    limit: TIMES.made,
    ours: ({ classId }, viewer) => records.classQuizzes(viewer, { classId }),
    bare: ({ session, classId }, client) =>
      client.query(
        `SELECT a."quizId", r."position", count(*), avg(r."points"), corr(r."points", a."points" - r."points")
         FROM "Enrolment" e
         JOIN "Attempt" a ON a."schoolId" = e."schoolId" AND a."personId" = e."personId"
         LEFT JOIN "Response" r ON r."schoolId" = a."schoolId" AND r."attemptId" = a."id"
         WHERE e."schoolId" = $1 AND e."classId" = $2 AND e."removedAt" IS NULL AND a."submittedAt" IS NOT NULL
         GROUP BY a."quizId", r."position"`,
        [session.schoolId, classId],
      ),
    holds: ({ learners }, { quizzes }) =>
      quizzes.length >= QUIZZES - 1 && quizzes.every(({ attempts }) => attempts > 0.2 * learners),
  }),
  view({
    name: "live view",
    limit: TIMES.made,
    ours: ({ classId, running }, viewer) => records.liveView(viewer, { classId, assignmentId: running.assignmentId }),
    bare: ({ session, classId, running }, client) =>
      client.query(
        `SELECT p."id", p."displayName", a."id" AS "attemptId", a."startedAt", a."submittedAt", a."endsAt", r."position",
                r."answered", r."savedAt", r."triesUsed"
         FROM "Enrolment" e
         JOIN "Person" p ON p."schoolId" = e."schoolId" AND p."id" = e."personId"
         LEFT JOIN "Attempt" a
           ON a."schoolId" = e."schoolId" AND a."assignmentId" = $3 AND a."personId" = e."personId"
         LEFT JOIN "Response" r
           ON r."schoolId" = a."schoolId" AND r."attemptId" = a."id" AND r."savedAt" IS NOT NULL
         WHERE e."schoolId" = $1 AND e."classId" = $2 AND e."removedAt" IS NULL`,
        [session.schoolId, classId, running.assignmentId],
      ),
    holds: ({ learners }, { totals }) => totals.learners === learners && totals.working > 0,
  }),
  view({
    name: "assignments of the class",
    limit: TIMES.made,
    ours: ({ classId }, viewer) => records.classAssignments(viewer, { classId }),
    bare: ({ session, classId }, client) =>
      client.query(
        `SELECT s."id", s."title", s."opensAt", s."dueAt", s."closesAt", count(DISTINCT a."personId"),
                count(DISTINCT a."personId") FILTER (WHERE a."submittedAt" IS NOT NULL)
         FROM "Assignment" s LEFT JOIN "Attempt" a ON a."schoolId" = s."schoolId" AND a."assignmentId" = s."id"
         WHERE s."schoolId" = $1 AND s."classId" = $2 GROUP BY s."schoolId", s."id"`,
        [session.schoolId, classId],
      ),
    holds: ({ learners }, { assignments }) =>
      assignments.length === QUIZZES && assignments.slice(0, -1).every(({ handedIn }) => handedIn > 0.5 * learners),
  }),
  view({
    name: "one assignment, everyone at it",
    limit: TIMES.each,
    ours: ({ classId, past }, viewer) => records.classAssignment(viewer, { classId, assignmentId: past.assignmentId }),
    bare: ({ session, classId, past }, client) =>
      client.query(
        `SELECT p."id", p."displayName", a."id" AS "attemptId", a."startedAt", a."submittedAt", a."points", a."maxPoints",
                a."lateBy", a."deduction", a."endsAt", d."what", d."value"
         FROM "Enrolment" e
         JOIN "Person" p ON p."schoolId" = e."schoolId" AND p."id" = e."personId"
         LEFT JOIN "Attempt" a ON a."schoolId" = e."schoolId" AND a."assignmentId" = $3 AND a."personId" = e."personId"
         LEFT JOIN "Decision" d
           ON d."schoolId" = e."schoolId" AND d."assignmentId" = $3 AND d."personId" = e."personId" AND d."undoneAt" IS NULL
         WHERE e."schoolId" = $1 AND e."classId" = $2 AND e."removedAt" IS NULL`,
        [session.schoolId, classId, past.assignmentId],
      ),
    holds: ({ learners: n }, { learners }) => learners.length === n,
  }),
  view({
    name: "gradebook as CSV",
    limit: TIMES.made,
    ours: async ({ classId }, viewer) => {
      const file = gradebookFile(await records.wholeGradebook(viewer, { classId }));
      return sizeOf(csv(gradebookTable(file, { numbers: "exact", names: true }), { mark: true }));
    },
    bare: everyAttempt,
    holds: isLarge(QUIZZES),
  }),
  view({
    name: "gradebook as XLSX",
    limit: TIMES.packed,
    ours: async ({ classId }, viewer) => {
      const file = gradebookFile(await records.wholeGradebook(viewer, { classId }));
      return sizeOf(xlsx(gradebookSheets(file, { names: true })));
    },
    bare: everyAttempt,
    // Packed.
    holds: isLarge(QUIZZES / 2),
  }),
  view({
    name: "responses of a quiz as CSV",
    limit: TIMES.read,
    ours: (school, viewer) => quizFileOf(school, viewer, "responses.csv"),
    bare: responsesOfQuiz,
    holds: isLarge(20 * QUESTIONS),
  }),
  view({
    name: "responses of a quiz as XLSX",
    limit: TIMES.packed,
    ours: (school, viewer) => quizFileOf(school, viewer, "responses.xlsx"),
    bare: responsesOfQuiz,
    holds: isLarge(2 * QUESTIONS),
  }),
  view({
    name: "regrade of one key: preview",
    limit: TIMES.read,
    ours: (school, viewer) => records.previewChange(viewer, wantedAt(school)),
    bare: responsesOfItem,
    holds: ({ mistaken }, { lines }) => lines.length >= mistaken.given,
  }),
  view({
    name: "regrade of one key: apply",
    limit: TIMES.read,
    ours: makeChange,
    bare: rewrittenAnswers,
    holds: ({ mistaken }, made) => made.state === "made" && made.changed >= mistaken.given,
    after: (_, viewer, made) => undone(viewer, made),
  }),
  view({
    name: "regrade of one key: undo",
    limit: TIMES.read,
    before: makeChange,
    ours: (_, viewer, made) => undone(viewer, made as ChangeMade),
    bare: rewrittenAnswers,
    holds: ({ mistaken }, { changed }) => changed >= mistaken.given,
  }),
];

/** How many bytes a file has. It is sent piece by piece, so nothing of it is kept. */
async function sizeOf(pieces: AsyncIterable<Uint8Array>): Promise<number> {
  let bytes = 0;
  for await (const piece of pieces) bytes += piece.length;
  return bytes;
}

/** At least so many bytes a learner. */
function isLarge(each: number) {
  return ({ learners }: BenchSchool, bytes: number) => bytes > each * learners;
}

async function quizFileOf({ classId, past }: BenchSchool, viewer: Viewer, file: string): Promise<number> {
  const request = new Request(`http://localhost/${file}?names=1`);
  const { body } = await quizFile(viewer, { classId, quizId: past.quizId }, { request, file });
  return sizeOf(body as unknown as AsyncIterable<Uint8Array>);
}

function wantedAt({ classId, mistaken: { attemptId, position } }: BenchSchool): records.ChangeWanted {
  return { what: "accept", scope: "mine", classId, attemptId, position, neverLower: true };
}

function makeChange(school: BenchSchool, viewer: Viewer): Promise<ChangeMade> {
  return records.makeChange(viewer, {
    ...wantedAt(school),
    reason: "It is right too.",
    note: "Your answer counts now.",
  });
}

function undone(viewer: Viewer, made: ChangeMade) {
  if (made.state !== "made") throw new Error(JSON.stringify(made));
  return records.undoChange(viewer, { changeId: made.changeId });
}

/** Everybody in the class with what they handed in: a page of fifty has means over all, and an order over all. */
function everyAttempt({ session, classId }: BenchSchool, client: pg.Client) {
  return client.query(
    `SELECT p."id" AS "personId", p."displayName", a."assignmentId", a."number", a."submittedAt", a."points",
            a."maxPoints", a."lateBy", a."deduction"
     FROM "Enrolment" e
     JOIN "Person" p ON p."schoolId" = e."schoolId" AND p."id" = e."personId"
     LEFT JOIN "Attempt" a ON a."schoolId" = e."schoolId" AND a."personId" = e."personId"
     WHERE e."schoolId" = $1 AND e."classId" = $2 AND e."removedAt" IS NULL`,
    [session.schoolId, classId],
  );
}

/** What everybody earned and answered at one quiz. */
function responsesOfQuiz({ session, classId, past }: BenchSchool, client: pg.Client) {
  return client.query(
    `SELECT a."id", p."id" AS "personId", p."displayName", r."position", r."itemVersionId", r."outcome", r."points",
            r."fraction", r."receipt"->>'read' AS "read", r."receipt"->'parts' AS "parts"
     FROM "Enrolment" e
     JOIN "Person" p ON p."schoolId" = e."schoolId" AND p."id" = e."personId"
     JOIN "Attempt" a ON a."schoolId" = e."schoolId" AND a."personId" = e."personId" AND a."quizId" = $3
     JOIN "Response" r ON r."schoolId" = a."schoolId" AND r."attemptId" = a."id"
     WHERE e."schoolId" = $1 AND e."classId" = $2 AND e."removedAt" IS NULL AND a."submittedAt" IS NOT NULL`,
    [session.schoolId, classId, past.quizId],
  );
}

/** What everybody answered to one question, and what their attempts' other questions earned. */
function responsesOfItem({ session, mistaken }: BenchSchool, client: pg.Client) {
  return client.query(
    `SELECT a."id", a."personId", p."displayName", a."submittedAt", a."points", a."maxPoints", r."position", r."points",
            CASE WHEN i."itemId" = $2 THEN r."fields" END AS "fields"
     FROM "Attempt" a
     JOIN "Person" p ON p."schoolId" = a."schoolId" AND p."id" = a."personId"
     JOIN "Response" r ON r."schoolId" = a."schoolId" AND r."attemptId" = a."id"
     JOIN "ItemVersion" i ON i."id" = r."itemVersionId"
     WHERE a."schoolId" = $1 AND a."submittedAt" IS NOT NULL AND a."id" IN (
       SELECT o."attemptId" FROM "ItemVersion" v JOIN "Response" o ON o."itemVersionId" = v."id"
       WHERE o."schoolId" = $1 AND v."itemId" = $2)`,
    [session.schoolId, mistaken.itemId],
  );
}

/** The same, and the rows that change are written as they are: the marks and the attempts' points. */
async function rewrittenAnswers(school: BenchSchool, client: pg.Client) {
  const { session, mistaken } = school;
  await client.query("BEGIN");
  await responsesOfItem(school, client);
  await client.query(
    `WITH marked AS (
       UPDATE "Response" r SET "points" = r."points", "fraction" = r."fraction", "receipt" = r."receipt" || '{}',
                               "mark" = r."mark" || '[]'
       FROM "ItemVersion" i
       WHERE r."schoolId" = $1 AND i."id" = r."itemVersionId" AND i."itemId" = $2 AND r."fields" = $3::jsonb
       RETURNING r."attemptId")
     UPDATE "Attempt" a SET "points" = a."points" FROM marked m
     WHERE a."schoolId" = $1 AND a."id" = m."attemptId" AND a."submittedAt" IS NOT NULL`,
    [session.schoolId, mistaken.itemId, JSON.stringify(mistaken.fields)],
  );
  await client.query("COMMIT");
}
