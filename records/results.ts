import { bandFor, shareOf, type Band, type Certainty, type MarkLine } from "@/assessment";
import { lessDeduction } from "@/assessment/time-rules";
import { kindOf, type Fields, type Outcome, type Receipt } from "@/questions";
import { Prisma } from "@/prisma/client/client";

import { database } from "./database";
import { NotFound } from "./errors";
import { feedbackTo, wholeReceipt, type Feedback } from "./grade-item";
import { id } from "./ids";
import type { ItemKey, Why } from "./item-key";
import type { QuizScope } from "./publish";
import type { AttemptRules, ItemRules } from "./rules";
import { seedAt } from "./seed";
import { withChanges, type ChangedRow } from "./shown-key";
import type { Viewer } from "./viewer";
import { settle } from "./overdue";
import { about, everythingShown, ownAssignments, showingOf, type Showing } from "./showing";
import { attemptsVisibleTo, ownAttempts } from "./visibility";

export interface AttemptResult {
  attempt: {
    id: string;
    number: number;
    quizId: string;
    lessonId: string;
    scope: QuizScope;
    title: string;
    startedAt: Date;
    submittedAt: Date;
    /** Its time was over when it came in, by itself or in the grace; false of what a teacher ended. */
    outOfTime: boolean;
    /** The sum as it is: with certainty it may lie below 0. */
    points: number;
    maxPoints: number;
    rules: AttemptRules;
    practice: boolean;
    /** What it was begun for, and what lateness cost; null: the learner's own. */
    assignment: ResultAssignment | null;
    /** What the author says to a result like this one. */
    band?: string;
    learner: { id: string; displayName: string };
    /** The class's at an assignment, else the school's. */
    timeZone: string;
  };
  /** True when the attempt is the viewer's; false when the viewer teaches the learner. */
  own: boolean;
  questions: ResultQuestion[];
}

export interface ResultAssignment {
  id: string;
  title: string;
  className: string;
  /** False when it was taken back. */
  there: boolean;
  /** Seconds after it was due; 0: on time. */
  lateBy: number;
  /** The share of the points that lateness takes, in [0, 1]. */
  deduction: number;
  /** What is left of the points. */
  counts: number;
}

export interface ResultQuestion {
  position: number;
  /** Earned; with certainty they may lie below 0. */
  points: number;
  maxPoints: number;
  kind: string;
  prompt: string;
  /** In the order in which the learner saw it. */
  body: unknown;
  /** The kind's key. */
  answer: unknown;
  /** What was sent; {} when nothing was. */
  fields: Fields;
  /** What was read from it; null when blank or malformed. */
  response: unknown;
  /** As it was graded when submitted; of the last try, when the answer was taken back after it. */
  outcome: Outcome;
  /** From the fraction to the points: tries, hints, certainty. The last line gives the points. */
  mark: MarkLine[];
  why: Why;
  feedback: Feedback & { general?: string };
  /** How sure the learner said to be; null when they did not say, or were not asked (see the attempt's rules). */
  certainty: Certainty | null;
  /** In the order in which they were given. */
  hintsTaken: { text: string; cost: number }[];
  /** The answers that were checked on the way, in order. */
  tries: ResultTry[];
  flagged: boolean;
  /** When the answer was last changed; null when nothing was ever saved. */
  savedAt: Date | null;
  itemId: string;
  /** 1, 2, 3, …: which version of it this was. */
  version: number;
  /** What the order and the variant that were shown follow from. */
  seed: number;
  /** Which of how many parallel questions was drawn. */
  variant: { number: number; of: number };
}

export interface ResultTry {
  /** 1, 2, 3, … */
  number: number;
  fields: Fields;
  fraction: number;
  right: boolean;
  /** What was read from it, in words. */
  read: string;
  receipt: Receipt;
  feedback: Feedback;
}

/**
 * A submitted attempt with every response, its grade and why: to its learner, and to the teachers of their classes.
 * Throws NotFound, also while the attempt is open, and while an assignment holds some of it back from its learner: until
 * then no key leaves the database.
 */
export async function attemptResult(viewer: Viewer, input: { attemptId: string }): Promise<AttemptResult> {
  return whole(viewer, await resultRows(viewer, input.attemptId));
}

/** A submitted attempt as far as it may be seen now. */
export type AttemptSlip = { state: "whole"; result: AttemptResult } | { state: "held"; slip: HeldSlip };

/** What may be shown to its learner of an attempt of which an assignment holds something back. */
export interface HeldSlip extends Showing {
  attempt: Omit<AttemptResult["attempt"], "points" | "band" | "assignment"> & {
    /** Null while the score is held back. */
    points: number | null;
    assignment: (Omit<ResultAssignment, "counts"> & { counts: number | null }) | null;
  };
  questions: HeldQuestion[];
}

/** A question of it. What is held back is null. */
export interface HeldQuestion {
  position: number;
  maxPoints: number;
  kind: string;
  prompt: string;
  /** In the order in which the learner saw it. */
  body: unknown;
  /** What was read from what they sent; null when blank or malformed. */
  response: unknown;
  points: number | null;
  /** `fraction`: null when there was no answer. */
  standing: { fraction: number | null } | null;
  /** The kind's key, and how the answer was graded by it. */
  key: { answer: unknown; outcome: Outcome } | null;
  /** What is said to this answer; what names the right one comes with the key. */
  why: string[] | null;
  /** The passage that it asks about; with the feedback. */
  passage: Why["passage"] | null;
}

/** A submitted attempt: whole, or as much as its learner may be shown now. Throws NotFound. */
export async function attemptSlip(viewer: Viewer, input: { attemptId: string }): Promise<AttemptSlip> {
  const { rows, showing } = await rowsToShow(viewer, input.attemptId);
  if (everythingShown(showing)) return { state: "whole", result: whole(viewer, rows) };
  const { shown } = showing;
  const { attempt, questions } = whole(viewer, rows);
  const { points, assignment, band: _, ...head } = attempt;
  return {
    state: "held",
    slip: {
      ...showing,
      attempt: {
        ...head,
        points: shown.score ? points : null,
        assignment: assignment && { ...assignment, counts: shown.score ? assignment.counts : null },
      },
      questions: questions.map((each) => {
        const { position, maxPoints, kind, prompt, response, body, answer, outcome, why, feedback } = each;
        // Who is told what is right knows whether they were, and the points of a question tell it too.
        const correctness = shown.correctness || shown.key;
        const right = outcome.state === "scored" && outcome.fraction === 1;
        const said = [
          ...(correctness ? [...feedback.answers, feedback.band] : []),
          // The explanation of an answer names the right one.
          ...(shown.key ? [right ? why.right : why.wrong, feedback.general] : []),
        ].filter((sentence) => sentence !== undefined);
        return {
          ...{ position, maxPoints, kind, prompt, body, response },
          points: shown.score && correctness ? each.points : null,
          standing: correctness ? { fraction: outcome.state === "scored" ? outcome.fraction : null } : null,
          key: shown.key ? { answer, outcome } : null,
          why: shown.feedback && said.length > 0 ? [...new Set(said)] : null,
          passage: shown.feedback ? why.passage : null,
        };
      }),
    },
  };
}

function whole(viewer: Viewer, rows: readonly [ResultRow, ...ResultRow[]]): AttemptResult {
  const [first] = rows;
  const { points, maxPoints } = { points: first.attemptPoints, maxPoints: first.attemptMaxPoints };
  const band = maxPoints > 0 ? bandFor(first.bands, shareOf({ points, maxPoints })) : undefined;
  return {
    attempt: {
      id: first.id,
      number: first.number,
      quizId: first.quizId,
      lessonId: first.lessonId,
      scope: first.scope,
      title: first.title,
      startedAt: first.startedAt,
      submittedAt: first.submittedAt,
      outOfTime: first.outOfTime,
      points,
      maxPoints,
      rules: first.rules,
      practice: first.practice,
      assignment: first.assignment && {
        ...first.assignment,
        counts: lessDeduction(points, first.assignment.deduction),
      },
      ...(band !== undefined && { band }),
      learner: { id: first.learnerId, displayName: first.displayName },
      timeZone: first.timeZone,
    },
    own: first.learnerId === viewer.personId,
    questions: rows.map(question),
  };
}

/** All that a result and its export are made of, when nothing of it is held back from this viewer. Throws NotFound. */
export async function resultRows(viewer: Viewer, attemptId: string): Promise<[ResultRow, ...ResultRow[]]> {
  const { rows, showing } = await rowsToShow(viewer, attemptId);
  if (!everythingShown(showing)) throw new NotFound();
  return rows;
}

/** The rows of a submitted attempt, and what its viewer may be shown of them: to those who teach the learner all. */
async function rowsToShow(viewer: Viewer, attemptId: string): Promise<{ rows: Rows; showing: Showing }> {
  await settle(Prisma.sql`${attemptsVisibleTo(viewer)} AND a."id" = ${id(attemptId)}::uuid`);
  const rows = await rowsOf(viewer, attemptId);
  const [{ own, quizId, assignmentId }] = rows;
  const all = own ? await ownAssignments(viewer, about(quizId)) : [];
  return { rows, showing: showingOf(all, { quizId, assignmentId }) };
}

type Rows = [ResultRow, ...ResultRow[]];

/** The one query that takes keys to a person. */
async function rowsOf(viewer: Viewer, attemptId: string): Promise<Rows> {
  const found = await database().$queryRaw<Omit<ResultRow, keyof ChangedRow>[]>`
    SELECT a."id", a."number", a."quizId", v."lessonId", v."scope", v."title", a."startedAt", a."submittedAt", a."seed",
           ${outOfTime} AS "outOfTime",
           a."points" AS "attemptPoints", a."maxPoints" AS "attemptMaxPoints", a."rules", a."practice",
           coalesce(v."rules"->'bands', '[]') AS "bands", ${ownAttempts(viewer)} AS "own", a."assignmentId",
           CASE WHEN w."id" IS NOT NULL THEN jsonb_build_object(
             'id', w."id", 'title', w."title", 'className', c."name",
             'there', w."removedAt" IS NULL, 'lateBy', a."lateBy", 'deduction', a."deduction")
           END AS "assignment",
           p."id" AS "learnerId", p."displayName", coalesce(c."timeZone", s."timeZone") AS "timeZone",
           r."position", qi."points"::float8 AS "maxPoints", qi."variant", ${variants} AS "variants",
           i."kind", i."prompt", i."body", i."key", i."rules" AS "itemRules", i."itemId", i."version",
           r."fields", r."flagged", r."certainty", r."hintsTaken", r."savedAt",
           r."outcome", r."fraction", r."points", r."receipt", r."mark",
           CASE WHEN r."triesUsed" > 0 THEN ${triesMade} END AS "tries"
    FROM "Attempt" a
    JOIN "School" s ON s."id" = a."schoolId"
    JOIN "Person" p ON p."schoolId" = a."schoolId" AND p."id" = a."personId"
    JOIN "QuizVersion" v ON v."id" = a."quizVersionId"
    LEFT JOIN "Assignment" w ON w."schoolId" = a."schoolId" AND w."id" = a."assignmentId"
    LEFT JOIN "Class" c ON c."schoolId" = w."schoolId" AND c."id" = w."classId"
    JOIN "Response" r ON r."schoolId" = a."schoolId" AND r."attemptId" = a."id"
    JOIN "ItemVersion" i ON i."id" = r."itemVersionId"
    JOIN "QuizVersionItem" qi
      ON qi."quizVersionId" = a."quizVersionId" AND qi."position" = r."position" AND qi."itemVersionId" = i."id"
    WHERE ${attemptsVisibleTo(viewer)} AND a."id" = ${id(attemptId)}::uuid AND a."submittedAt" IS NOT NULL
    ORDER BY r."position"`;
  const { schoolId } = viewer;
  const [first, ...rest] = await withChanges(database(), { schoolId, attemptId: id(attemptId) }, found);
  if (!first) throw new NotFound();
  return [first, ...rest];
}

const variants = Prisma.sql`(
  SELECT count(*)::int FROM "QuizVersionItem" other
  WHERE other."quizVersionId" = qi."quizVersionId" AND other."position" = qi."position")`;

/** Who ends an attempt, or takes its assignment `w` back, sets its end to that moment. */
const outOfTime = Prisma.sql`(
  coalesce(a."submittedAt" >= a."endsAt", false) AND w."removedAt" IS DISTINCT FROM a."endsAt" AND NOT EXISTS (
    SELECT 1 FROM "Decision" d
    WHERE d."schoolId" = a."schoolId" AND d."attemptId" = a."id" AND d."what" = 'end' AND d."decidedAt" = a."endsAt"))`;

const triesMade = Prisma.sql`(
  SELECT jsonb_agg(jsonb_build_object(
    'number', t."number", 'fields', t."fields", 'fraction', t."fraction", 'receipt', t."receipt",
    'feedback', t."feedback") ORDER BY t."number")
  FROM "Try" t
  WHERE t."schoolId" = r."schoolId" AND t."attemptId" = r."attemptId" AND t."position" = r."position")`;

export interface ResultRow extends ChangedRow {
  id: string;
  number: number;
  quizId: string;
  lessonId: string;
  scope: QuizScope;
  title: string;
  startedAt: Date;
  submittedAt: Date;
  outOfTime: boolean;
  seed: number;
  attemptPoints: number;
  attemptMaxPoints: number;
  rules: AttemptRules;
  practice: boolean;
  bands: Band[];
  own: boolean;
  assignmentId: string | null;
  assignment: Omit<ResultAssignment, "counts"> | null;
  learnerId: string;
  displayName: string;
  timeZone: string;
  position: number;
  maxPoints: number;
  variant: number;
  variants: number;
  kind: string;
  prompt: string;
  body: unknown;
  key: ItemKey;
  itemRules: ItemRules;
  itemId: string;
  version: number;
  fields: Fields;
  flagged: boolean;
  certainty: Certainty | null;
  hintsTaken: number;
  savedAt: Date | null;
  outcome: Outcome["state"];
  fraction: number;
  points: number;
  receipt: Receipt | null;
  /** Null of what was marked before marks had lines. */
  mark: MarkLine[] | null;
  tries: Omit<ResultTry, "right" | "read">[] | null;
}

function question(row: ResultRow): ResultQuestion {
  const kind = kindOf(row.kind);
  const seed = seedAt(row.seed, row.position);
  const { outcome, fields } = graded(row);
  const reading = kind.read(fields, row.body);
  const { general } = row.keyNow.why;
  return {
    position: row.position,
    points: row.points,
    maxPoints: row.maxPoints,
    kind: row.kind,
    prompt: row.prompt,
    body: kind.arrange(row.body, seed),
    answer: row.keyNow.answer,
    fields,
    response: reading.state === "read" ? reading.response : null,
    outcome,
    mark: row.mark ?? plainMark(row),
    why: row.keyNow.why,
    feedback: { ...feedbackTo(outcome, row.key), ...(general !== undefined && { general }) },
    certainty: row.certainty,
    hintsTaken: (row.key.hints ?? []).slice(0, row.hintsTaken).map(({ text, cost }) => ({ text, cost })),
    tries: (row.tries ?? []).map((each) => {
      const receipt = wholeReceipt(each.receipt);
      return { ...each, receipt, right: each.fraction === 1, read: receipt.read };
    }),
    flagged: row.flagged,
    savedAt: row.savedAt,
    itemId: row.itemId,
    version: row.version,
    seed,
    variant: { number: row.variant, of: row.variants },
  };
}

/** The stored grade, not a new one: a result does not change because a rule has. With the answer that it is of. */
function graded(row: ResultRow): { outcome: Outcome; fields: Fields } {
  const { fields } = row;
  if (row.outcome === "scored") {
    const outcome: Outcome = { state: "scored", fraction: row.fraction, receipt: wholeReceipt(row.receipt!) };
    // An answer that was checked and then taken back is graded as it was checked.
    const last = row.tries?.at(-1);
    const takenBack = last !== undefined && kindOf(row.kind).read(fields, row.body).state !== "read";
    return { outcome, fields: takenBack ? last.fields : fields };
  }
  if (row.outcome === "malformed")
    return { outcome: { state: "malformed", why: "This answer could not be read." }, fields };
  return { outcome: { state: "blank" }, fields };
}

function plainMark({ outcome, fraction, maxPoints, points }: ResultRow): MarkLine[] {
  if (outcome !== "scored") return [{ label: "No answer", value: "0" }];
  const text = (value: number) => String(Math.round(value * 1000) / 1000);
  return [{ label: `Points: ${text(fraction)} × ${text(maxPoints)}`, value: text(points) }];
}
