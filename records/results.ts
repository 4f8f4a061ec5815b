import { kindOf, type Fields, type Outcome, type Receipt } from "@/questions";

import { database } from "./database";
import { NotFound } from "./errors";
import { id } from "./ids";
import { seedAt } from "./seed";
import type { Viewer } from "./viewer";
import { attemptsVisibleTo } from "./visibility";

/** Why the right answer is right, as it stood when the quiz was published; the shape is the compiler's. */
export interface Why {
  right: string;
  wrong: string;
  fact: { id: string; name: string; revision: number; confidence: "H" | "M" | "L"; dateText?: string };
  passage: { lessonId: string; lessonTitle: string; id: string; number: number };
  sources: { id: string; title: string; url?: string }[];
}

export interface AttemptResult {
  attempt: {
    id: string;
    number: number;
    quizId: string;
    lessonId: string;
    title: string;
    startedAt: Date;
    submittedAt: Date;
    points: number;
    maxPoints: number;
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
  /** Earned. */
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
  /** As it was graded when submitted. */
  outcome: Outcome;
  why: Why;
  flagged: boolean;
  /** When the answer was last changed; null when nothing was ever saved. */
  savedAt: Date | null;
  itemId: string;
  version: number;
}

/**
 * A submitted attempt with every response, its grade and why: to its learner, and to the teachers of their classes.
 * Throws NotFound, also while the attempt is open: until then no key leaves the database.
 */
export async function attemptResult(viewer: Viewer, input: { attemptId: string }): Promise<AttemptResult> {
  const rows = await database().$queryRaw<ResultRow[]>`
    SELECT a."id", a."number", a."quizId", v."lessonId", v."title", a."startedAt", a."submittedAt", a."seed",
           a."points" AS "attemptPoints", a."maxPoints" AS "attemptMaxPoints",
           p."id" AS "learnerId", p."displayName", s."timeZone",
           qi."position", qi."points"::float8 AS "maxPoints",
           i."kind", i."prompt", i."body", i."key", i."itemId", i."version",
           r."fields", r."flagged", r."savedAt", r."outcome", r."fraction", r."points", r."receipt"
    FROM "Attempt" a
    JOIN "School" s ON s."id" = a."schoolId"
    JOIN "Person" p ON p."schoolId" = a."schoolId" AND p."id" = a."personId"
    JOIN "QuizVersion" v ON v."id" = a."quizVersionId"
    JOIN "QuizVersionItem" qi ON qi."quizVersionId" = a."quizVersionId"
    JOIN "ItemVersion" i ON i."id" = qi."itemVersionId"
    JOIN "Response" r ON r."schoolId" = a."schoolId" AND r."attemptId" = a."id" AND r."position" = qi."position"
    WHERE ${attemptsVisibleTo(viewer)} AND a."id" = ${id(input.attemptId)}::uuid AND a."submittedAt" IS NOT NULL
    ORDER BY qi."position"`;
  const [first] = rows;
  if (!first) throw new NotFound();
  return {
    attempt: {
      id: first.id,
      number: first.number,
      quizId: first.quizId,
      lessonId: first.lessonId,
      title: first.title,
      startedAt: first.startedAt,
      submittedAt: first.submittedAt,
      points: first.attemptPoints,
      maxPoints: first.attemptMaxPoints,
      learner: { id: first.learnerId, displayName: first.displayName },
      timeZone: first.timeZone,
    },
    own: first.learnerId === viewer.personId,
    questions: rows.map(question),
  };
}

interface ResultRow {
  id: string;
  number: number;
  quizId: string;
  lessonId: string;
  title: string;
  startedAt: Date;
  submittedAt: Date;
  seed: number;
  attemptPoints: number;
  attemptMaxPoints: number;
  learnerId: string;
  displayName: string;
  timeZone: string;
  position: number;
  maxPoints: number;
  kind: string;
  prompt: string;
  body: unknown;
  key: { answer: unknown; why: Why };
  itemId: string;
  version: number;
  fields: Fields;
  flagged: boolean;
  savedAt: Date | null;
  outcome: Outcome["state"];
  fraction: number;
  points: number;
  receipt: Receipt | null;
}

function question(row: ResultRow): ResultQuestion {
  const kind = kindOf(row.kind);
  const reading = kind.read(row.fields, row.body);
  return {
    position: row.position,
    points: row.points,
    maxPoints: row.maxPoints,
    kind: row.kind,
    prompt: row.prompt,
    body: kind.arrange(row.body, seedAt(row.seed, row.position)),
    answer: row.key.answer,
    fields: row.fields,
    response: reading.state === "read" ? reading.response : null,
    outcome: outcome(row),
    why: row.key.why,
    flagged: row.flagged,
    savedAt: row.savedAt,
    itemId: row.itemId,
    version: row.version,
  };
}

/** The stored grade, not a new one: a result does not change because a rule has. */
function outcome(row: ResultRow): Outcome {
  if (row.outcome === "scored") return { state: "scored", fraction: row.fraction, receipt: row.receipt! };
  if (row.outcome === "malformed") return { state: "malformed", why: "This answer could not be read." };
  return { state: "blank" };
}
