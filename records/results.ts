import { bandFor, shareOf, type Band, type Certainty, type MarkLine } from "@/assessment";
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
import type { Viewer } from "./viewer";
import { attemptsVisibleTo } from "./visibility";

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
    /** The sum as it is: with certainty it may lie below 0. */
    points: number;
    maxPoints: number;
    rules: AttemptRules;
    practice: boolean;
    /** What the author says to a result like this one. */
    band?: string;
    learner: { id: string; displayName: string };
    /** The school's. */
    timeZone: string;
  };
  /** True when the attempt is the viewer's; false when the viewer teaches the learner. */
  own: boolean;
  questions: ResultQuestion[];
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
 * Throws NotFound, also while the attempt is open: until then no key leaves the database.
 */
export async function attemptResult(viewer: Viewer, input: { attemptId: string }): Promise<AttemptResult> {
  const rows = await resultRows(viewer, input.attemptId);
  const [first] = rows;
  const { points, maxPoints } = { points: first.attemptPoints, maxPoints: first.attemptMaxPoints };
  const band = bandFor(first.bands, shareOf({ points, maxPoints }));
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
      points,
      maxPoints,
      rules: first.rules,
      practice: first.practice,
      ...(band !== undefined && { band }),
      learner: { id: first.learnerId, displayName: first.displayName },
      timeZone: first.timeZone,
    },
    own: first.learnerId === viewer.personId,
    questions: rows.map(question),
  };
}

/** All that a result and its export are made of: the one query that takes keys to a person. Throws NotFound. */
export async function resultRows(viewer: Viewer, attemptId: string): Promise<[ResultRow, ...ResultRow[]]> {
  const rows = await database().$queryRaw<ResultRow[]>`
    SELECT a."id", a."number", a."quizId", v."lessonId", v."scope", v."title", a."startedAt", a."submittedAt", a."seed",
           a."points" AS "attemptPoints", a."maxPoints" AS "attemptMaxPoints", a."rules", a."practice",
           coalesce(v."rules"->'bands', '[]') AS "bands",
           p."id" AS "learnerId", p."displayName", s."timeZone",
           r."position", qi."points"::float8 AS "maxPoints", qi."variant", ${variants} AS "variants",
           i."kind", i."prompt", i."body", i."key", i."rules" AS "itemRules", i."itemId", i."version",
           r."fields", r."flagged", r."certainty", r."hintsTaken", r."savedAt",
           r."outcome", r."fraction", r."points", r."receipt", r."mark",
           CASE WHEN r."triesUsed" > 0 THEN ${triesMade} END AS "tries"
    FROM "Attempt" a
    JOIN "School" s ON s."id" = a."schoolId"
    JOIN "Person" p ON p."schoolId" = a."schoolId" AND p."id" = a."personId"
    JOIN "QuizVersion" v ON v."id" = a."quizVersionId"
    JOIN "Response" r ON r."schoolId" = a."schoolId" AND r."attemptId" = a."id"
    JOIN "ItemVersion" i ON i."id" = r."itemVersionId"
    JOIN "QuizVersionItem" qi
      ON qi."quizVersionId" = a."quizVersionId" AND qi."position" = r."position" AND qi."itemVersionId" = i."id"
    WHERE ${attemptsVisibleTo(viewer)} AND a."id" = ${id(attemptId)}::uuid AND a."submittedAt" IS NOT NULL
    ORDER BY r."position"`;
  const [first, ...rest] = rows;
  if (!first) throw new NotFound();
  return [first, ...rest];
}

const variants = Prisma.sql`(
  SELECT count(*)::int FROM "QuizVersionItem" other
  WHERE other."quizVersionId" = qi."quizVersionId" AND other."position" = qi."position")`;

const triesMade = Prisma.sql`(
  SELECT jsonb_agg(jsonb_build_object(
    'number', t."number", 'fields', t."fields", 'fraction', t."fraction", 'receipt', t."receipt",
    'feedback', t."feedback") ORDER BY t."number")
  FROM "Try" t
  WHERE t."schoolId" = r."schoolId" AND t."attemptId" = r."attemptId" AND t."position" = r."position")`;

export interface ResultRow {
  id: string;
  number: number;
  quizId: string;
  lessonId: string;
  scope: QuizScope;
  title: string;
  startedAt: Date;
  submittedAt: Date;
  seed: number;
  attemptPoints: number;
  attemptMaxPoints: number;
  rules: AttemptRules;
  practice: boolean;
  bands: Band[];
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
  const { general } = row.key.why;
  return {
    position: row.position,
    points: row.points,
    maxPoints: row.maxPoints,
    kind: row.kind,
    prompt: row.prompt,
    body: kind.arrange(row.body, seed),
    answer: row.key.answer,
    fields,
    response: reading.state === "read" ? reading.response : null,
    outcome,
    mark: row.mark ?? plainMark(row),
    why: row.key.why,
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
