import pg from "pg";

import type { Fields } from "@/questions";

import { COURSE, QUESTIONS, QUIZZES, quizId, type GradedAnswer } from "./content";

/** What a measurement must know of the school that was made for it. */
export interface BenchSchool {
  url: string;
  learners: number;
  /** Rows that were made. */
  attempts: number;
  responses: number;
  /** Assignments whose responses have their receipts, which are long; those of the others have their answers and points. */
  receipts: number;
  /** The teacher's session. */
  session: { schoolId: string; personId: string; sessionId: string };
  classId: string;
  /** An assignment long over, and its quiz. */
  past: { assignmentId: string; quizId: string };
  /** The one that the class is sitting. */
  running: { assignmentId: string; quizId: string };
  /** The commonest wrong answer to a question of the past quiz, which a teacher decides to accept. */
  mistaken: {
    attemptId: string;
    position: number;
    itemId: string;
    fields: Fields;
    /** At that quiz alone. */ given: number;
  };
}

/** Ids that are the same at every run: `kind` tells the tables apart. */
const uuid = (kind: number, n: number) =>
  `0190${kind.toString(16).padStart(4, "0")}-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;
const sqlUuid = (kind: number, n: string) =>
  `('0190${kind.toString(16).padStart(4, "0")}-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;

const [SCHOOL, TEACHER, CLASS, SESSION, CATEGORY, GROUP] = [1, 2, 3, 4, 5, 6] as const;
const [PERSON, ASSIGNMENT, ATTEMPT, DECISION] = [16, 17, 18, 19] as const;
const PAST = QUIZZES / 2;

/**
 * A school of so many learners in one class, who have sat forty quizzes of ten questions, but for the last, which they are
 * sitting. The same whenever it is made: whoever did what follows from hashes. Written by SQL alone, into a database that
 * is migrated, holds the course and is empty otherwise.
 *
 * @param receipts at how many of the assignments, those among them that are looked into, responses have their receipts
 */
export async function seedSchool(
  url: string,
  learners: number,
  { receipts = QUIZZES, answers }: { receipts?: number; answers: readonly GradedAnswer[] },
): Promise<BenchSchool> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // What is made here is sound; checking each row's references one by one would take most of the time.
    await client.query("SET session_replication_role = replica; SET synchronous_commit = off; SET work_mem = '128MB'");
    await client.query("BEGIN");
    await pool(client, answers);
    await client.query(people(learners));
    await client.query(assignments);
    await client.query(attempts(receipts));
    await client.query(responses);
    await client.query(pointsOfAttempts);
    await client.query(decisions);
    await client.query("DROP TABLE bench_answer, bench_item, bench_assignment; COMMIT");
    await client.query("VACUUM (ANALYZE, FREEZE)");
    const { rows } = await client.query<{ attempts: number; responses: number }>(
      `SELECT (SELECT count(*)::int FROM "Attempt") AS attempts, (SELECT count(*)::int FROM "Response") AS responses`,
    );
    const past = { assignmentId: uuid(ASSIGNMENT, PAST), quizId: quizId(PAST) };
    const { rows: mistakes } = await client.query<BenchSchool["mistaken"]>(mistaken, [past.assignmentId]);
    return {
      ...{ url, learners, receipts, ...rows[0]! },
      session: { schoolId: uuid(SCHOOL, 1), personId: uuid(TEACHER, 1), sessionId: uuid(SESSION, 1) },
      classId: uuid(CLASS, 1),
      past,
      running: { assignmentId: uuid(ASSIGNMENT, QUIZZES), quizId: quizId(QUIZZES) },
      mistaken: mistakes[0]!,
    };
  } finally {
    await client.end();
  }
}

/** The answers that are given, and which questions stand where. */
async function pool(client: pg.Client, answers: readonly GradedAnswer[]): Promise<void> {
  await client.query(`
    CREATE TABLE bench_answer (
      "itemId" text, nth int, fields jsonb, outcome text, fraction float8, points float8, receipt jsonb, mark jsonb)`);
  await client.query(
    `INSERT INTO bench_answer SELECT * FROM jsonb_to_recordset($1::jsonb) AS a(
       "itemId" text, nth int, fields jsonb, outcome text, fraction float8, points float8, receipt jsonb, mark jsonb)`,
    [JSON.stringify(answers)],
  );
  // A number in [0, 1) that follows from two others.
  await client.query(`
    CREATE FUNCTION pg_temp.chance(n bigint, salt int) RETURNS float8 LANGUAGE sql IMMUTABLE AS
      $$ SELECT (hashint8extended(n, salt) & 2147483647) / 2147483648.0 $$`);
  await client.query(`
    CREATE TABLE bench_item AS
    SELECT v."id" AS "quizVersionId", s."position", i."id" AS "itemVersionId", i."itemId",
           (SELECT max(a.nth) FROM bench_answer a WHERE a."itemId" = i."itemId") AS answers,
           2 * pg_temp.chance(row_number() OVER (ORDER BY v."quizId", s."position"), 1) - 1 AS difficulty
    FROM "QuizVersion" v
    JOIN "QuizVersionItem" s ON s."quizVersionId" = v."id"
    JOIN "ItemVersion" i ON i."id" = s."itemVersionId"
    WHERE v."courseId" = '${COURSE}'`);
}

const school = `'${uuid(SCHOOL, 1)}'::uuid`;
const teacher = `'${uuid(TEACHER, 1)}'::uuid`;
const group = `'${uuid(CLASS, 1)}'::uuid`;

/** Names as a register has them: many share a surname. */
const people = (learners: number) => `
  INSERT INTO "School" ("id", "name", "timeZone") VALUES (${school}, 'Bench school', 'Europe/Riga');
  INSERT INTO "Person" ("schoolId", "id", "userName", "userNameFolded", "displayName", "role")
    VALUES (${school}, ${teacher}, 'teacher', 'teacher', 'Tomas Alder', 'teacher');
  INSERT INTO "Session" ("schoolId", "id", "personId", "expiresAt")
    VALUES (${school}, '${uuid(SESSION, 1)}', ${teacher}, now() + interval '1 day');
  INSERT INTO "Person" ("schoolId", "id", "userName", "userNameFolded", "displayName", "role", "timeFactor")
    SELECT ${school}, ${sqlUuid(PERSON, "n")}, 'learner' || n, 'learner' || n,
           (ARRAY['Anna','Bruno','Clara','Dainis','Elza','Filip','Greta','Hugo','Ilze','Janis','Katya','Lukas','Maija',
                  'Nikita','Olga','Peteris'])[1 + (16 * pg_temp.chance(n, 2))::int % 16]
           || ' ' || (ARRAY['Berg','Kalnina','Ozols','Liepa','Petrov','Novak','Lind','Mets','Tamm','Horvat','Ivanova',
                  'Saar'])[1 + (12 * pg_temp.chance(n, 3))::int % 12] || ' ' || n, 'learner',
           CASE WHEN n % 25 = 0 THEN 1.5 ELSE 1 END
    FROM generate_series(1, ${learners}) n;
  INSERT INTO "Class" ("schoolId", "id", "name", "courseId", "joinCode")
    VALUES (${school}, ${group}, '10B', '${COURSE}', 'BENCH');
  INSERT INTO "ClassTeacher" ("schoolId", "classId", "personId") VALUES (${school}, ${group}, ${teacher});
  INSERT INTO "Enrolment" ("schoolId", "classId", "personId")
    SELECT ${school}, ${group}, ${sqlUuid(PERSON, "n")} FROM generate_series(1, ${learners}) n;
  INSERT INTO "ClassGroup" ("schoolId", "id", "classId", "name")
    SELECT ${school}, ${sqlUuid(GROUP, "n")}, ${group}, 'Group ' || n FROM generate_series(1, 4) n;
  INSERT INTO "ClassGroupMember" ("schoolId", "groupId", "classId", "personId")
    SELECT ${school}, ${sqlUuid(GROUP, "1 + n % 4")}, ${group}, ${sqlUuid(PERSON, "n")}
    FROM generate_series(1, ${learners}) n`;

/** One a week, for all; each is due after six days and closes after seven. The last is being sat. */
const assignments = `
  INSERT INTO "Category" ("schoolId", "id", "classId", "name", "weight", "dropLowest", "position")
    SELECT ${school}, ${sqlUuid(CATEGORY, "n")}, ${group}, (ARRAY['Tests','Homework','Projects','Other'])[n],
           (ARRAY[40, 30, 20, 10])[n], CASE WHEN n = 2 THEN 1 ELSE 0 END, n
    FROM generate_series(1, 4) n;
  CREATE TABLE bench_assignment AS
    SELECT n, ${sqlUuid(ASSIGNMENT, "n")} AS id, 'bench-quiz-' || n AS "quizId", v."id" AS "quizVersionId",
           CASE WHEN n = ${QUIZZES} THEN now() - interval '20 minutes'
                ELSE now() - (${QUIZZES} - n) * interval '7 days' - interval '1 day' END AS "opensAt",
           CASE WHEN n = ${QUIZZES} THEN now() + interval '3 hours'
                ELSE now() - (${QUIZZES} - n) * interval '7 days' + interval '5 days' END AS "dueAt"
    FROM generate_series(1, ${QUIZZES}) n JOIN "QuizVersion" v ON v."quizId" = 'bench-quiz-' || n;
  INSERT INTO "Assignment" ("schoolId", "id", "classId", "courseId", "quizId", "title", "opensAt", "dueAt", "closesAt",
                            "timeLimit", "late", "show", "categoryId", "position", "createdById")
    SELECT ${school}, id, ${group}, '${COURSE}', "quizId", 'Quiz ' || n, "opensAt", "dueAt", "dueAt" + interval '1 day',
           CASE WHEN n = ${QUIZZES} THEN 5400 END, '{"accept": true, "deduction": 0.1, "per": "once", "atMost": 1}',
           '{"score": "after", "correctness": "after", "key": "after", "feedback": "after", "closedMeans": "learner"}',
           ${sqlUuid(CATEGORY, "1 + n % 4")}, n, ${teacher}
    FROM bench_assignment`;

/**
 * Three in a hundred sit a quiz not at all, three twice, five late. Of the last, half have handed in, and one in ten has
 * not begun. Rows lie in the order of time. \`bench_attempt\` keeps who can how much.
 */
const attempts = (receipts: number) => `
  CREATE TEMP TABLE bench_attempt AS
  SELECT row_number() OVER (ORDER BY s.n, number, pg_temp.chance(p * 64 + s.n, 4)) AS nth, s.n AS assignment, p, number,
         ${receipts === QUIZZES} OR s.n = ${PAST} OR s.n > ${QUIZZES - receipts + 1} AS receipts,
         3 * pg_temp.chance(p, 5) - 1 AS ability,
         s.n < ${QUIZZES} OR pg_temp.chance(p, 6) < 0.5 AS submitted,
         pg_temp.chance(p * 64 + s.n, 7) < 0.05 AND s.n < ${QUIZZES} AS late
  FROM bench_assignment s
  CROSS JOIN (SELECT generate_series(1, (SELECT count(*) FROM "Enrolment")) AS p) p
  CROSS JOIN generate_series(1, 2) number
  WHERE CASE WHEN s.n = ${QUIZZES} THEN number = 1 AND pg_temp.chance(p, 8) < 0.9
             WHEN number = 1 THEN pg_temp.chance(p * 64 + s.n, 9) >= 0.03
             ELSE pg_temp.chance(p * 64 + s.n, 9) >= 0.97 END;
  INSERT INTO "Attempt" ("schoolId", "id", "personId", "quizId", "quizVersionId", "number", "seed", "assignmentId",
                         "startedAt", "submittedAt", "points", "maxPoints", "lateBy", "deduction", "endsAt", "acceptedUntil")
  SELECT ${school}, ${sqlUuid(ATTEMPT, "a.nth")}, ${sqlUuid(PERSON, "a.p")}, s."quizId", s."quizVersionId", a.number,
         (2147483647 * pg_temp.chance(a.nth, 10))::bigint::int, s.id, at,
         CASE WHEN a.submitted THEN at + interval '10 minutes' END,
         CASE WHEN a.submitted THEN floor(${QUESTIONS + 1} * pg_temp.chance(a.nth, 12)) END,
         CASE WHEN a.submitted THEN ${QUESTIONS} END,
         CASE WHEN a.late THEN 36000 ELSE 0 END, CASE WHEN a.late THEN 0.1 ELSE 0 END,
         CASE WHEN s.n = ${QUIZZES} THEN at + interval '90 minutes' END,
         CASE WHEN s.n = ${QUIZZES} THEN at + interval '91 minutes' END
  FROM bench_attempt a JOIN bench_assignment s ON s.n = a.assignment
  CROSS JOIN LATERAL (
    SELECT CASE WHEN s.n = ${QUIZZES} THEN s."opensAt" + 900 * pg_temp.chance(a.nth, 11) * interval '1 second'
                WHEN a.late THEN s."dueAt" + interval '10 hours'
                ELSE s."opensAt" + (a.number - 1 + pg_temp.chance(a.nth, 11)) * interval '2 days' END AS at
  ) t
  ORDER BY a.nth`;

/**
 * Who is able answers rightly more often, and a hard question is answered rightly less often; of the wrong answers some are
 * more common than others. Who is still sitting has come to some question, and no further.
 */
const responses = `
  INSERT INTO "Response" ("schoolId", "attemptId", "position", "itemVersionId", "fields", "answered", "savedAt",
                          "outcome", "fraction", "points", "receipt", "mark")
  SELECT ${school}, ${sqlUuid(ATTEMPT, "g.nth")}, g."position", g."itemVersionId", r.fields, r.nth > 0,
         CASE WHEN r.nth > 0 THEN g.at END,
         CASE WHEN g.submitted THEN r.outcome END, CASE WHEN g.submitted THEN r.fraction END,
         CASE WHEN g.submitted THEN r.points END,
         CASE WHEN g.submitted THEN CASE WHEN g.receipts OR r.receipt IS NULL THEN r.receipt ELSE '{}' END END,
         CASE WHEN g.submitted THEN CASE WHEN g.receipts THEN r.mark ELSE '[]' END END
  FROM (
    SELECT a.nth, a.submitted, a.receipts, i."position", i."itemVersionId", i."itemId", s."opensAt" + interval '5 minutes' AS at,
           CASE WHEN NOT a.submitted AND i."position" > 11 * pg_temp.chance(a.nth, 13) THEN 0
                WHEN draw < 0.02 THEN 0
                WHEN pg_temp.chance(a.nth * 16 + i."position", 14) < 1 / (1 + exp(i.difficulty - a.ability - 0.5)) THEN 1
                ELSE least(i.answers, 2 + floor((i.answers - 1) * draw * draw)) END AS chosen
    FROM bench_attempt a
    JOIN bench_assignment s ON s.n = a.assignment
    JOIN bench_item i ON i."quizVersionId" = s."quizVersionId"
    CROSS JOIN LATERAL (SELECT pg_temp.chance(a.nth * 16 + i."position", 15) AS draw) d
  ) g
  JOIN bench_answer r ON r."itemId" = g."itemId" AND r.nth = g.chosen
  ORDER BY g.nth, g."position"`;

const pointsOfAttempts = `
  UPDATE "Attempt" a SET "points" = r.points
  FROM (SELECT "attemptId", sum("points") AS points FROM "Response" GROUP BY "attemptId") r
  WHERE a."schoolId" = ${school} AND a."id" = r."attemptId" AND a."submittedAt" IS NOT NULL`;

/** One cell in two hundred was decided by hand: a score, an excuse, a comment. */
const decisions = `
  INSERT INTO "Decision" ("schoolId", "id", "assignmentId", "personId", "what", "value", "comment", "reason", "decidedById")
  SELECT ${school}, ${sqlUuid(DECISION, "(p * 64 + s.n)")}, s.id, ${sqlUuid(PERSON, "p")},
         (ARRAY['score', 'excuse', 'comment'])[1 + (p % 3)], CASE WHEN p % 3 = 0 THEN 7 END,
         CASE WHEN p % 3 = 2 THEN 'See me about the dates.' ELSE '' END, 'Oral exam', ${teacher}
  FROM bench_assignment s, generate_series(1, (SELECT count(*) FROM "Enrolment")) p
  WHERE pg_temp.chance(p * 64 + s.n, 16) < 0.005`;

export const mistaken = `
  SELECT min(r."attemptId"::text) AS "attemptId", r."position", i."itemId", r."fields", count(*)::int AS "given"
  FROM "Attempt" a
  JOIN "Response" r ON r."schoolId" = a."schoolId" AND r."attemptId" = a."id" AND r."outcome" = 'scored'
  JOIN "ItemVersion" i ON i."id" = r."itemVersionId"
  WHERE a."assignmentId" = $1::uuid AND r."fraction" = 0 AND i."kind" IN ('single-choice', 'date', 'number', 'short-text')
  GROUP BY r."position", i."itemId", r."fields"
  ORDER BY count(*) DESC, r."position" LIMIT 1`;
