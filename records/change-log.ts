import type { AttemptScore } from "@/assessment";
import { Prisma } from "@/prisma/client/client";
import { kindOf } from "@/questions";

import { attemptsMarkedBy, type ChangeWhat } from "./change-source";
import { changesSeenBy, holdsInClass, mayUndo } from "./changes-seen";
import { database } from "./database";
import { NotFound } from "./errors";
import { id } from "./ids";
import { mustTeach } from "./must-teach";
import type { Viewer } from "./viewer";
import { classesTaughtBy } from "./visibility";

/** The changes of marks that were made: who made them, why, where they hold, and whose marks they changed. */

export interface ChangeLine {
  id: string;
  itemId: string;
  what: ChangeWhat;
  kind: string;
  prompt: string;
  /** What was accepted, in words. */
  answer: string | null;
  holds:
    | { where: "assignment"; assignmentId: string; classId: string; title: string; className: string }
    | { where: "teacher"; personId: string; displayName: string }
    | { where: "school" };
  neverLower: boolean;
  reason: string;
  note: string;
  /** It answers a learner's appeal. */
  appeal: boolean;
  madeBy: string;
  madeAt: Date;
  undoneBy: string | null;
  undoneAt: Date | null;
  /** Attempts whose marks it changed when it was made. */
  changed: number;
  /** It holds, and is this viewer's to undo. */
  mayUndo: boolean;
}

/** The changes that hold in a class that the viewer teaches, and held; the newest first. Throws NotFound. */
export async function changesOf(viewer: Viewer, input: { classId: string }): Promise<ChangeLine[]> {
  const classId = id(input.classId);
  await mustTeach(viewer, classId);
  return linesOf(
    viewer,
    Prisma.sql`EXISTS (SELECT 1 FROM "Class" c WHERE c."id" = ${classId}::uuid AND ${holdsInClass})`,
  );
}

/** The class whose changes are looked at. Throws NotFound. */
export async function changesHead(
  viewer: Viewer,
  input: { classId: string },
): Promise<{ id: string; name: string; timeZone: string }> {
  const [row] = await database().$queryRaw<{ id: string; name: string; timeZone: string }[]>`
    SELECT c."id", c."name", coalesce(c."timeZone", sc."timeZone") AS "timeZone"
    FROM "Class" c JOIN "School" sc ON sc."id" = c."schoolId"
    WHERE ${classesTaughtBy(viewer)} AND c."id" = ${id(input.classId)}::uuid`;
  if (!row) throw new NotFound();
  return row;
}

/** All changes of a school, to its administrators, the newest first. Throws NotFound. */
export async function schoolChanges(viewer: Viewer): Promise<ChangeLine[]> {
  if (viewer.role !== "administrator") throw new NotFound();
  return linesOf(viewer, Prisma.sql`true`);
}

export interface ChangeAudit {
  change: ChangeLine;
  /** By name; what was changed when it was made, and when it was undone. */
  scores: ChangedScore[];
  /** How many more there are. */
  more: number;
}

export interface ChangedScore {
  attemptId: string;
  position: number;
  learner: { personId: string; displayName: string };
  assignmentTitle: string | null;
  quizTitle: string;
  number: number;
  undo: boolean;
  before: AttemptScore;
  after: AttemptScore;
  changedAt: Date;
}

const mostScores = 1000;

/** A change with the marks that it changed, as far as they are of this viewer's learners. Throws NotFound. */
export async function change(viewer: Viewer, input: { changeId: string }): Promise<ChangeAudit> {
  const changeId = id(input.changeId);
  const [found] = await linesOf(viewer, Prisma.sql`m."id" = ${changeId}::uuid`);
  if (!found) throw new NotFound();
  const rows = await database().$queryRaw<ScoreRow[]>`
    SELECT x."attemptId", x."position", x."undo", x."before", x."after", x."maxBefore", x."maxAfter", x."changedAt",
           p."id" AS "personId", p."displayName", s."title" AS "assignmentTitle", v."title" AS "quizTitle", a."number",
           count(*) OVER ()::int AS "all"
    FROM "ScoreChange" x
    JOIN "Attempt" a ON a."schoolId" = x."schoolId" AND a."id" = x."attemptId"
    JOIN "QuizVersion" v ON v."id" = a."quizVersionId"
    JOIN "Person" p ON p."schoolId" = a."schoolId" AND p."id" = a."personId"
    LEFT JOIN "Assignment" s ON s."schoolId" = a."schoolId" AND s."id" = a."assignmentId"
    WHERE x."schoolId" = ${viewer.schoolId}::uuid AND x."changeId" = ${changeId}::uuid AND ${attemptsMarkedBy(viewer)}
    ORDER BY p."displayName", p."id", a."startedAt", x."position", x."undo"
    LIMIT ${mostScores}`;
  return {
    change: found,
    scores: rows.map(({ personId, displayName, before, after, maxBefore, maxAfter, all: _, ...row }) => ({
      ...row,
      learner: { personId, displayName },
      before: { points: before, maxPoints: maxBefore },
      after: { points: after, maxPoints: maxAfter },
    })),
    more: Math.max(0, (rows[0]?.all ?? 0) - rows.length),
  };
}

type ScoreRow = Omit<ChangedScore, "learner" | "before" | "after"> & {
  personId: string;
  displayName: string;
  before: number;
  after: number;
  maxBefore: number;
  maxAfter: number;
  all: number;
};

interface LineRow extends Omit<ChangeLine, "holds" | "answer"> {
  response: unknown;
  part: string | null;
  versions: { body: unknown; key: unknown }[];
  assignmentId: string | null;
  classId: string | null;
  title: string | null;
  className: string | null;
  ownerId: string | null;
  ownerName: string | null;
}

async function linesOf(viewer: Viewer, which: Prisma.Sql): Promise<ChangeLine[]> {
  const rows = await database().$queryRaw<LineRow[]>`
    SELECT m."id", m."itemId", m."what", m."response", m."part", m."neverLower", m."reason", m."note",
           m."appealId" IS NOT NULL AS "appeal", m."madeAt", m."undoneAt", by_."displayName" AS "madeBy",
           un."displayName" AS "undoneBy", q."kind", q."prompt", q."versions", m."assignmentId", s."classId", s."title",
           k."name" AS "className", m."ownerId", o."displayName" AS "ownerName",
           (SELECT count(DISTINCT x."attemptId")::int FROM "ScoreChange" x
            WHERE x."schoolId" = m."schoolId" AND x."changeId" = m."id" AND NOT x."undo") AS "changed",
           m."undoneAt" IS NULL AND ${mayUndo(viewer)} AS "mayUndo"
    FROM "MarkingChange" m
    JOIN LATERAL (
      SELECT (array_agg(i."kind" ORDER BY i."version" DESC))[1] AS "kind",
             (array_agg(i."prompt" ORDER BY i."version" DESC))[1] AS "prompt",
             CASE WHEN m."response" IS NOT NULL
               THEN json_agg(json_build_object('body', i."body", 'key', i."key"->'answer') ORDER BY i."version" DESC)
               ELSE '[]' END AS "versions"
      FROM "ItemVersion" i WHERE i."itemId" = m."itemId"
    ) q ON q."kind" IS NOT NULL
    LEFT JOIN "Person" by_ ON by_."schoolId" = m."schoolId" AND by_."id" = m."madeById"
    LEFT JOIN "Person" un ON un."schoolId" = m."schoolId" AND un."id" = m."undoneById"
    LEFT JOIN "Person" o ON o."schoolId" = m."schoolId" AND o."id" = m."ownerId"
    LEFT JOIN "Assignment" s ON s."schoolId" = m."schoolId" AND s."id" = m."assignmentId"
    LEFT JOIN "Class" k ON k."schoolId" = s."schoolId" AND k."id" = s."classId"
    WHERE ${changesSeenBy(viewer)} AND (${which})
    ORDER BY m."madeAt" DESC, m."id" DESC
    LIMIT 500`;
  return rows.map(
    ({ response, part, versions, assignmentId, classId, title, className, ownerId, ownerName, ...row }) => ({
      ...row,
      madeBy: row.madeBy ?? "",
      answer: response === null ? null : said(row.kind, response, part, versions),
      holds:
        assignmentId !== null
          ? { where: "assignment", assignmentId, classId: classId!, title: title!, className: className! }
          : ownerId !== null
            ? { where: "teacher", personId: ownerId, displayName: ownerName ?? "" }
            : { where: "school" },
    }),
  );
}

/** What was answered, in words, by the newest version that it is an answer to. */
function said(name: string, response: unknown, part: string | null, versions: LineRow["versions"]): string {
  const kind = kindOf(name);
  if (!kind.schema.response.safeParse(response).success) return "";
  for (const { body, key } of versions) {
    const outcome = kind.grade(response, key, body);
    if (outcome.state !== "scored") continue;
    return outcome.receipt.parts.find(({ id }) => id === part)?.text ?? outcome.receipt.read;
  }
  return "";
}
