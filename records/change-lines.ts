import { countedScore, type AttemptScore, type CountingRule } from "@/assessment";

import type { Transaction } from "./database";
import { isChanged, type Remarked } from "./remarking";
import { voided } from "./terms";

/** Who a change concerns, and from what to what: for a preview. */

export interface PreviewLine {
  attemptId: string;
  learner: { personId: string; displayName: string };
  /** Null: the learner's own practice, which counts nowhere. */
  assignment: { id: string; title: string; className: string } | null;
  quizTitle: string;
  /** 1 for the learner's first attempt at this quiz. */
  number: number;
  /** Of the question; null when the change concerns it only through the attempt's share. */
  question: { before: number; after: number; maxBefore: number; maxAfter: number } | null;
  attempt: { before: AttemptScore; after: AttemptScore };
  /** What counts at the assignment, after lateness; null where nothing does. Points by hand stay as they are. */
  counted: { before: AttemptScore; after: AttemptScore } | null;
}

/** A line for each attempt that comes out otherwise, by class and name. */
export async function previewLines(
  transaction: Transaction,
  { schoolId, itemId }: { schoolId: string; itemId: string },
  remarked: readonly Remarked[],
): Promise<PreviewLine[]> {
  const changed = remarked.filter(isChanged);
  const after = new Map(changed.map((each) => [each.attemptId, each.after]));
  const lines: PreviewLine[] = [];
  for (let from = 0; from < changed.length; from += 1000) {
    const these = changed.slice(from, from + 1000);
    const rows = await rowsOf(
      transaction,
      schoolId,
      these.map(({ attemptId }) => attemptId),
    );
    const known = new Map(rows.map((row) => [row.attemptId, row]));
    for (const each of these) {
      const row = known.get(each.attemptId)!;
      const own = each.questions.find((question) => question.itemId === itemId) ?? null;
      lines.push({
        attemptId: each.attemptId,
        learner: { personId: row.personId, displayName: row.displayName },
        assignment: row.assignment && { id: row.assignment.id, title: row.assignment.title, className: row.className! },
        quizTitle: row.quizTitle,
        number: row.number,
        question: own && {
          ...{ before: own.before, after: own.after },
          ...{ maxBefore: own.maxBefore, maxAfter: own.maxAfter },
        },
        attempt: { before: each.before, after: each.after },
        counted: row.assignment && countedBoth(row.assignment, after),
      });
    }
  }
  const name = (line: PreviewLine) =>
    [line.assignment?.className ?? "\uffff", line.learner.displayName, line.assignment?.title ?? ""] as const;
  const names = new Intl.Collator("en");
  return lines
    .map((line) => [name(line), line] as const)
    .sort(
      ([a, x], [b, y]) =>
        names.compare(a[0], b[0]) || names.compare(a[1], b[1]) || names.compare(a[2], b[2]) || x.number - y.number,
    )
    .map(([, line]) => line);
}

interface SatAttempt {
  id: string;
  number: number;
  points: number;
  maxPoints: number;
  lateBy: number;
  deduction: number;
  voided: boolean;
}

interface Row {
  attemptId: string;
  personId: string;
  displayName: string;
  quizTitle: string;
  number: number;
  className: string | null;
  assignment: {
    id: string;
    title: string;
    counts: CountingRule;
    practice: boolean;
    score: number | null;
    sat: SatAttempt[];
  } | null;
}

function countedBoth(
  { counts, practice, score, sat }: NonNullable<Row["assignment"]>,
  after: ReadonlyMap<string, AttemptScore>,
): PreviewLine["counted"] {
  if (practice) return null;
  const by = (points: (each: SatAttempt) => AttemptScore) => {
    const found = countedScore(
      sat.map((each) => ({
        ...{ attemptId: each.id, number: each.number, submitted: true, voided: each.voided },
        ...{ late: each.lateBy > 0, deduction: each.deduction, override: null },
        ...points(each),
      })),
      counts,
    );
    if (score !== null) return { points: score, maxPoints: found?.maxPoints ?? 0 };
    return found && { points: found.points, maxPoints: found.maxPoints };
  };
  const [was, is] = [by(({ points, maxPoints }) => ({ points, maxPoints })), by((each) => after.get(each.id) ?? each)];
  return was && is && { before: was, after: is };
}

function rowsOf(transaction: Transaction, schoolId: string, attemptIds: readonly string[]): Promise<Row[]> {
  return transaction.$queryRaw<Row[]>`
    SELECT t."id" AS "attemptId", p."id" AS "personId", p."displayName", v."title" AS "quizTitle", t."number",
           c."name" AS "className", CASE WHEN s."id" IS NOT NULL THEN jsonb_build_object(
             'id', s."id", 'title', s."title", 'counts', s."counts", 'practice', s."practice",
             'score', (
               SELECT d."value" FROM "Decision" d
               WHERE d."schoolId" = s."schoolId" AND d."assignmentId" = s."id" AND d."personId" = p."id"
                 AND d."what" = 'score' AND d."undoneAt" IS NULL
               ORDER BY d."decidedAt" DESC LIMIT 1),
             'sat', (
               SELECT jsonb_agg(jsonb_build_object(
                 'id', a."id", 'number', a."number", 'points', a."points", 'maxPoints', a."maxPoints",
                 'lateBy', a."lateBy", 'deduction', a."deduction", 'voided', ${voided}))
               FROM "Attempt" a
               WHERE a."schoolId" = s."schoolId" AND a."assignmentId" = s."id" AND a."personId" = p."id"
                 AND a."submittedAt" IS NOT NULL)
           ) END AS "assignment"
    FROM "Attempt" t
    JOIN "Person" p ON p."schoolId" = t."schoolId" AND p."id" = t."personId"
    JOIN "QuizVersion" v ON v."id" = t."quizVersionId"
    LEFT JOIN "Assignment" s ON s."schoolId" = t."schoolId" AND s."id" = t."assignmentId"
    LEFT JOIN "Class" c ON c."schoolId" = s."schoolId" AND c."id" = s."classId"
    WHERE t."schoolId" = ${schoolId}::uuid AND t."id" = ANY(${attemptIds as string[]}::uuid[])`;
}
