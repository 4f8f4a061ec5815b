import { Prisma } from "@/prisma/client/client";
import { kindOf, type Fields } from "@/questions";

import { begin, heldBack } from "./beginning";
import { currentQuizzes } from "./current-quizzes";
import { database } from "./database";
import { NotFound } from "./errors";
import { silence, type Feedback } from "./grade-item";
import { id, position, slug } from "./ids";
import { overdue, settle } from "./overdue";
import { shownOrder } from "./question-order";
import type { QuizScope } from "./publish";
import { rulesFor, type AttemptRules, type Certainty, type ChosenRules, type ItemRules } from "./rules";
import { seedAt } from "./seed";
import { about, ownAssignments, showingOf } from "./showing";
import { assignmentOf } from "./terms";
import type { Viewer } from "./viewer";
import { ownAttempts } from "./visibility";

/** A line in the list of one's attempts. `points` and `maxPoints` are null until it is submitted. */
export interface AttemptLine {
  id: string;
  /** 1 for the first attempt at the quiz. */
  number: number;
  /** What it was begun for; null: the learner's own. */
  assignment: { id: string; title: string } | null;
  /** An assignment holds its score back from the learner; then the points are null. */
  held: boolean;
  startedAt: Date;
  submittedAt: Date | null;
  /** With certainty they may lie below 0. */
  points: number | null;
  maxPoints: number | null;
  /** Begun with rules of the learner's own choosing: in no class's scores. */
  practice: boolean;
}

export interface QuizOverview {
  quizId: string;
  courseId: string;
  /** The lesson that it follows; of a long quiz the last that it is about. */
  lessonId: string;
  scope: QuizScope;
  title: string;
  questions: number;
  maxPoints: number;
  /** As the author set them, for who chooses none. */
  rules: AttemptRules;
  /** The viewer's own, newest first. */
  attempts: AttemptLine[];
  /** The one that is for no assignment. */
  openAttemptId: string | null;
  /** Assignments of the viewer's at this quiz that are not closed for them. */
  assigned: { id: string; title: string; className: string }[];
  /** An assignment at it, or at a quiz that asks some of the same, holds back what is right: practice is not checked on
   * the way, and its result comes later. */
  heldBack: boolean;
}

/** A quiz as it is published now, and what the viewer has done at it. Throws NotFound when no release shows it. */
export async function quizOverview(viewer: Viewer, { quizId }: { quizId: string }): Promise<QuizOverview> {
  await settle(Prisma.sql`${ownAttempts(viewer)} AND a."quizId" = ${slug(quizId)}`);
  const [quiz, attempts, all] = await Promise.all([
    database().$queryRaw<Pick<QuizOverview, PublicPart>[]>`
      SELECT q."quizId", q."courseId", q."lessonId", q."scope", q."title", v."rules" - 'bands' AS "rules",
             count(*)::int AS "questions", sum(i."points")::float8 AS "maxPoints"
      FROM ${currentQuizzes} q
      JOIN "QuizVersion" v ON v."id" = q."quizVersionId"
      JOIN "QuizVersionItem" i ON i."quizVersionId" = q."quizVersionId" AND i."variant" = 1
      WHERE q."quizId" = ${slug(quizId)}
      GROUP BY q."quizId", q."courseId", q."lessonId", q."scope", q."title", v."rules"
      LIMIT 1`,
    database().$queryRaw<AttemptLine[]>`
      SELECT a."id", a."number", a."startedAt", a."submittedAt", a."points", a."maxPoints", a."practice",
             ${assignmentOf} AS "assignment"
      FROM "Attempt" a
      WHERE ${ownAttempts(viewer)} AND a."quizId" = ${quizId}
      ORDER BY a."number" DESC`,
    ownAssignments(viewer, about(quizId), { closings: true }),
  ]);
  if (!quiz[0]) throw new NotFound();
  const ofTheirs = (assignmentId: string | null) => showingOf(all, { quizId, assignmentId }).shown;
  return {
    ...quiz[0],
    attempts: attempts.map((attempt) => {
      const held = attempt.submittedAt !== null && !ofTheirs(attempt.assignment?.id ?? null).score;
      return { ...attempt, held, ...(held && { points: null, maxPoints: null }) };
    }),
    openAttemptId: attempts.find((attempt) => !attempt.submittedAt && !attempt.assignment)?.id ?? null,
    assigned: all.flatMap(({ row, moment }) =>
      row.quizId === quizId && row.current && !moment.forLearner.closed
        ? [{ id: row.assignmentId, title: row.title, className: row.className }]
        : [],
    ),
    heldBack: !ofTheirs(null).correctness,
  };
}

type PublicPart = "quizId" | "courseId" | "lessonId" | "scope" | "title" | "questions" | "maxPoints" | "rules";

/**
 * Begins an attempt of the learner's own, for no assignment, on the quiz as it is published now, or resumes the open one,
 * whatever rules it has. `rules` are the learner's own choice; when they are other than the quiz's, the attempt is
 * practice. While an open assignment holds back what is right, answers are not checked on the way and no hint is given. What
 * each position asks is drawn here and stays. However often and wherever it is asked at once, there is one open attempt: a partial unique index
 * holds that. Throws NotFound when no release shows the quiz and no attempt is open.
 */
export async function startAttempt(
  viewer: Viewer,
  { quizId, rules: chosen }: { quizId: string; rules?: ChosenRules },
): Promise<{ attemptId: string }> {
  slug(quizId);
  // A conflict means that another request has just begun one: look again. Once is enough, unless that one is
  // submitted in between.
  for (let tries = 0; tries < 5; tries++) {
    const [open] = await database().$queryRaw<{ id: string }[]>`
      SELECT a."id" FROM "Attempt" a
      WHERE ${ownAttempts(viewer)} AND a."quizId" = ${quizId} AND a."assignmentId" IS NULL
        AND a."submittedAt" IS NULL`;
    if (open) return { attemptId: open.id };
    const held = await heldBack(viewer, { quizId });
    const attemptId = await begin(viewer, quizId, (quiz) => rulesFor(quiz, chosen, { held }));
    if (attemptId) return { attemptId };
  }
  throw new Error("An attempt could be neither begun nor resumed.");
}

/** What every page of an attempt says about it. */
export interface AttemptHeading {
  id: string;
  number: number;
  quizId: string;
  lessonId: string;
  scope: QuizScope;
  title: string;
  startedAt: Date;
  submittedAt: Date | null;
  /** As they were when it began. */
  rules: AttemptRules;
  practice: boolean;
  /** What it was begun for, with its class's time zone; null: the learner's own. */
  assignment: { id: string; title: string; timeZone: string } | null;
  /** Null when nothing ends it. */
  clock: AttemptTime | null;
}

/** When an attempt ends by itself, and how long that is, by the database's clock. */
export interface AttemptTime {
  endsAt: Date;
  /** As of now; 0 when it is over. */
  secondsLeft: number;
  /** How much longer than everyone's this learner's time is: 1.5; 1: as everyone's. */
  timeFactor: number;
}

/** The state of one question among its neighbours. */
export interface Tick {
  /** Where it stands in the paper, and in addresses. */
  position: number;
  /** 1, 2, 3, …: its number in the order in which this attempt shows the questions. */
  number: number;
  answered: boolean;
  flagged: boolean;
}

/** An answer that was checked on the way. Holds nothing of the key but what the author says to this answer. */
export interface TriedAnswer {
  /** 1, 2, 3, … */
  number: number;
  fraction: number;
  right: boolean;
  /** What was read from it, in words. */
  read: string;
  feedback: Feedback;
}

/** A hint and what it costs, as a share of the question's points. */
export interface HintLine {
  cost: number;
  /** Once it was taken. */
  text?: string;
}

export interface AttemptQuestion {
  attempt: AttemptHeading;
  /** How many questions there are. */
  of: number;
  /** In the order in which they are shown. */
  ticks: Tick[];
  question: AskedQuestion;
}

/** All questions of an own attempt, in the order in which they are shown. */
export interface AttemptQuestions extends Omit<AttemptQuestion, "question"> {
  questions: AskedQuestion[];
}

export interface AskedQuestion extends Tick {
  points: number;
  kind: string;
  prompt: string;
  /** In the order and variant of this attempt. Holds nothing of the key. */
  body: unknown;
  /** Which version of which variant is asked; sent back with every save, try and hint. */
  version: string;
  /** What was saved before; {} when nothing was. */
  fields: Fields;
  savedAt: Date | null;
  /** How sure the learner said to be. After the first try it stays. */
  certainty: Certainty | null;
  /** All that there are, in their order; the first ones with their text when they were taken. */
  hints: HintLine[];
  /** The answers checked so far. */
  tries: TriedAnswer[];
  /** How many may still be checked; 0 when the attempt's rules have none. */
  triesLeft: number;
  /** True after a right try or the last one: the answer changes no more. */
  closed: boolean;
}

/** One question of an own attempt, as it was when the attempt began. Throws NotFound. */
export async function attemptQuestion(
  viewer: Viewer,
  input: { attemptId: string; position: number },
): Promise<AttemptQuestion> {
  const asked = position(input.position);
  const { questions, ...attempt } = await questionsOf(viewer, input.attemptId, asked);
  const question = questions.find((each) => each.position === asked);
  if (!question) throw new NotFound();
  return { ...attempt, question };
}

/** Every question of an own attempt, to be shown on one page. Throws NotFound. */
export function attemptQuestions(viewer: Viewer, input: { attemptId: string }): Promise<AttemptQuestions> {
  return questionsOf(viewer, input.attemptId, null);
}

/** An own attempt with the question at a position, or with all of them. Throws NotFound. */
async function questionsOf(viewer: Viewer, attemptId: string, at: number | null): Promise<AttemptQuestions> {
  const which = Prisma.sql`${ownAttempts(viewer)} AND a."id" = ${id(attemptId)}::uuid`;
  const asked = Prisma.sql`coalesce(r."position" = ${at}::int, true)`;
  const rows = await unlessOverdue(
    which,
    () => database().$queryRaw<(AttemptRow & Omit<Tick, "number"> & QuestionRow)[]>`
    SELECT ${attemptColumns}, a."seed", r."position", qi."points", i."kind", r."itemVersionId" AS "version",
           CASE WHEN ${asked} THEN i."prompt" END AS "prompt",
           CASE WHEN ${asked} THEN i."body" END AS "body",
           CASE WHEN ${asked} THEN r."fields" END AS "fields",
           CASE WHEN ${asked} AND r."hintsTaken" > 0 THEN ${hintsTaken} END AS "hints",
           CASE WHEN ${asked} AND r."triesUsed" > 0 THEN ${triesMade} END AS "tries",
           i."rules" AS "itemRules", r."certainty", r."closed", r."savedAt", r."answered", r."flagged"
    ${attemptWithItems}
    WHERE ${which}
    ORDER BY r."position"`,
  );
  if (!rows[0]) throw new NotFound();
  const shown = inShownOrder(rows);
  return {
    attempt: heading(rows[0]),
    of: rows.length,
    ticks: shown.map(tick),
    questions: shown.flatMap((row) => (row.prompt === null ? [] : [askedQuestion(row, row.prompt)])),
  };
}

function askedQuestion(row: AttemptRow & Tick & QuestionRow, prompt: string): AskedQuestion {
  const tries = (row.tries ?? []).map((each) => ({ ...each, feedback: row.rules.silent ? silence : each.feedback }));
  return {
    ...tick(row),
    points: row.points,
    kind: row.kind,
    prompt,
    body: kindOf(row.kind).arrange(row.body, seedAt(row.seed, row.position)),
    version: row.version,
    fields: row.fields ?? {},
    savedAt: row.savedAt,
    certainty: row.certainty,
    hints: row.rules.hints === false ? [] : hintLines(row.itemRules, row.hints ?? []),
    tries,
    triesLeft: row.closed || row.rules.tries === 1 ? 0 : Math.max(0, row.rules.tries - tries.length),
    closed: row.closed,
  };
}

/** The rows of an attempt, one a question, in the order in which it shows them, each with its number. */
function inShownOrder<Row extends { position: number; seed: number; rules: AttemptRules }>(
  rows: readonly Row[],
): (Row & { number: number })[] {
  const [first] = rows;
  const at = new Map(rows.map((row) => [row.position, row]));
  const order = first ? shownOrder([...at.keys()], { seed: first.seed, shuffle: first.rules.shuffle === true }) : [];
  return order.map((position, index) => ({ ...at.get(position)!, number: index + 1 }));
}

interface QuestionRow {
  seed: number;
  points: number;
  kind: string;
  version: string;
  prompt: string | null;
  body: unknown;
  fields: Fields | null;
  hints: string[] | null;
  tries: TriedAnswer[] | null;
  itemRules: ItemRules;
  certainty: Certainty | null;
  closed: boolean;
  savedAt: Date | null;
}

/** Texts of the hints that response `r` to item `i` has taken; the others never leave the database. */
const hintsTaken = Prisma.sql`(
  SELECT jsonb_agg(h.value->'text' ORDER BY h.ordinality)
  FROM jsonb_array_elements(i."key"->'hints') WITH ORDINALITY h WHERE h.ordinality <= r."hintsTaken")`;

/** The tries of response `r`. Of their receipts only what was read: the rest speaks of the key. */
const triesMade = Prisma.sql`(
  SELECT jsonb_agg(jsonb_build_object(
    'number', t."number", 'fraction', t."fraction", 'right', t."fraction" = 1,
    'read', coalesce(t."receipt"->>'read', ''), 'feedback', t."feedback") ORDER BY t."number")
  FROM "Try" t
  WHERE t."schoolId" = r."schoolId" AND t."attemptId" = r."attemptId" AND t."position" = r."position")`;

function hintLines({ hints }: ItemRules, taken: readonly string[]): HintLine[] {
  return hints.map(({ cost }, index) => (taken[index] === undefined ? { cost } : { cost, text: taken[index] }));
}

export interface AttemptOverview {
  attempt: AttemptHeading;
  of: number;
  answered: number;
  flagged: number;
  /** In the order in which they are shown. */
  ticks: OverviewTick[];
}

export interface OverviewTick extends Tick {
  prompt: string;
  points: number;
  certainty: Certainty | null;
  /** True after a right try or the last one: the answer changes no more. */
  closed: boolean;
}

/** All questions of an own attempt, to see what is still unanswered before handing in. Throws NotFound. */
export async function attemptOverview(viewer: Viewer, input: { attemptId: string }): Promise<AttemptOverview> {
  const which = Prisma.sql`${ownAttempts(viewer)} AND a."id" = ${id(input.attemptId)}::uuid`;
  const rows = await unlessOverdue(
    which,
    () => database().$queryRaw<(AttemptRow & Omit<OverviewTick, "number"> & { seed: number })[]>`
    SELECT ${attemptColumns}, a."seed", r."position", qi."points", i."prompt", r."answered", r."flagged", r."certainty", r."closed"
    ${attemptWithItems}
    WHERE ${which}
    ORDER BY r."position"`,
  );
  if (!rows[0]) throw new NotFound();
  return {
    attempt: heading(rows[0]),
    of: rows.length,
    answered: rows.filter((row) => row.answered).length,
    flagged: rows.filter((row) => row.flagged).length,
    ticks: inShownOrder(rows).map((row) => {
      const { prompt, points, certainty, closed } = row;
      return { ...tick(row), prompt, points, certainty, closed };
    }),
  };
}

/** The rows of an attempt; when its time has run out, as they are once it is handed in. */
async function unlessOverdue<Row extends { overdue: boolean }>(
  which: Prisma.Sql,
  rows: () => Promise<Row[]>,
): Promise<Row[]> {
  const found = await rows();
  if (!found[0]?.overdue) return found;
  await settle(which);
  return rows();
}

/** How long an own attempt lasts still, for the clock on its pages. Throws NotFound. */
export async function attemptTime(
  viewer: Viewer,
  input: { attemptId: string },
): Promise<{ submitted: boolean; clock: AttemptTime | null }> {
  const [row] = await database().$queryRaw<(ClockRow & { submittedAt: Date | null })[]>`
    SELECT a."submittedAt", ${clockColumns} FROM "Attempt" a
    WHERE ${ownAttempts(viewer)} AND a."id" = ${id(input.attemptId)}::uuid`;
  if (!row) throw new NotFound();
  return { submitted: row.submittedAt !== null || row.overdue, clock: clockOf(row) };
}

interface ClockRow {
  endsAt: Date | null;
  secondsLeft: number | null;
  timeFactor: number;
  overdue: boolean;
}

const clockColumns = Prisma.sql`
  a."endsAt", extract(epoch FROM a."endsAt" - now())::float8 AS "secondsLeft", ${overdue} IS TRUE AS "overdue",
  (SELECT p."timeFactor" FROM "Person" p WHERE p."schoolId" = a."schoolId" AND p."id" = a."personId") AS "timeFactor"`;

function clockOf({ endsAt, secondsLeft, timeFactor }: ClockRow): AttemptTime | null {
  return endsAt && { endsAt, secondsLeft: Math.max(0, secondsLeft ?? 0), timeFactor };
}

interface AttemptRow extends ClockRow {
  attemptId: string;
  number: number;
  quizId: string;
  lessonId: string;
  scope: QuizScope;
  title: string;
  startedAt: Date;
  submittedAt: Date | null;
  rules: AttemptRules;
  practice: boolean;
  assignment: AttemptHeading["assignment"];
}

const attemptColumns = Prisma.sql`
  a."id" AS "attemptId", a."number", a."quizId", v."lessonId", v."scope", v."title", a."startedAt", a."submittedAt",
  a."rules", a."practice", ${clockColumns},
  (SELECT jsonb_build_object('id', s."id", 'title', s."title", 'timeZone', coalesce(c."timeZone", sc."timeZone"))
   FROM "Assignment" s
   JOIN "Class" c ON c."schoolId" = s."schoolId" AND c."id" = s."classId"
   JOIN "School" sc ON sc."id" = s."schoolId"
   WHERE s."schoolId" = a."schoolId" AND s."id" = a."assignmentId") AS "assignment"`;

const attemptWithItems = Prisma.sql`
  FROM "Attempt" a
  JOIN "QuizVersion" v ON v."id" = a."quizVersionId"
  JOIN "Response" r ON r."schoolId" = a."schoolId" AND r."attemptId" = a."id"
  JOIN "ItemVersion" i ON i."id" = r."itemVersionId"
  JOIN "QuizVersionItem" qi
    ON qi."quizVersionId" = a."quizVersionId" AND qi."position" = r."position" AND qi."variant" = 1`;

function heading(row: AttemptRow): AttemptHeading {
  const { attemptId, number, quizId, lessonId, scope, title, startedAt, submittedAt, rules, practice } = row;
  const { assignment } = row;
  const clock = clockOf(row);
  return {
    ...{ id: attemptId, number, quizId, lessonId, scope, title, startedAt, submittedAt, rules, practice },
    ...{ assignment, clock },
  };
}

function tick({ position, number, answered, flagged }: Tick): Tick {
  return { position, number, answered, flagged };
}
