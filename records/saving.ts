import { kindOf, type Fields } from "@/questions";

import { database } from "./database";
import { NotFound } from "./errors";
import { id, isId, position } from "./ids";
import { fieldsSent } from "./fields";
import type { Viewer } from "./viewer";
import { ownAttempts } from "./visibility";

export type Saved =
  /** Committed: it will be there after a power cut. */
  | { state: "saved"; savedAt: Date; answered: boolean }
  /** The attempt was submitted before; nothing changed. */
  | { state: "closed" }
  /** No honest form of this question could have sent this; nothing changed. */
  | { state: "malformed"; why: string };

export interface Save {
  attemptId: string;
  position: number;
  /** A UUID made by whoever saves, new for each change: the same change sent twice is one. */
  revisionId: string;
  /** The answer's form fields, without the question's prefix. Absent: only the flag changes. */
  fields?: unknown;
  /** Absent: the flag stays as it is. */
  flagged?: boolean;
}

/**
 * Saves a change of an answer in an open attempt of the viewer's own. What arrives last counts, whatever device it
 * came from; a revision that arrives a second time changes nothing, so that a repeated save cannot undo a later one.
 * Throws NotFound.
 */
export async function saveResponse(viewer: Viewer, save: Save): Promise<Saved> {
  const attemptId = id(save.attemptId);
  const at = position(save.position);
  if (!isId(save.revisionId)) return { state: "malformed", why: "A revision's id is a UUID." };

  const [item] = await database().$queryRaw<{ kind: string; body: unknown; closed: boolean }[]>`
    SELECT i."kind", i."body", a."submittedAt" IS NOT NULL AS "closed"
    FROM "Attempt" a
    JOIN "QuizVersionItem" qi ON qi."quizVersionId" = a."quizVersionId" AND qi."position" = ${at}
    JOIN "ItemVersion" i ON i."id" = qi."itemVersionId"
    WHERE ${ownAttempts(viewer)} AND a."id" = ${attemptId}::uuid`;
  if (!item) throw new NotFound();
  if (item.closed) return { state: "closed" };

  let fields: Fields | null = null;
  let answered = false;
  if (save.fields !== undefined) {
    fields = fieldsSent(save.fields);
    if (!fields) return { state: "malformed", why: "These are not the fields of a form." };
    const reading = kindOf(item.kind).read(fields, item.body);
    if (reading.state === "malformed") return { state: "malformed", why: reading.why };
    answered = reading.state === "read" && !reading.unsettled;
  }
  return write(viewer, { attemptId, at, revisionId: save.revisionId, fields, answered, flagged: save.flagged ?? null });
}

interface Write {
  attemptId: string;
  at: number;
  revisionId: string;
  fields: Fields | null;
  answered: boolean;
  flagged: boolean | null;
}

/**
 * One statement, and so one transaction. It takes a share lock on the attempt: saves do not wait for each other, but
 * submitting (which locks the row for itself) waits for every save under way, and a save that comes after it finds
 * the attempt closed.
 */
async function write(viewer: Viewer, { attemptId, at, revisionId, fields, answered, flagged }: Write): Promise<Saved> {
  const json = fields && JSON.stringify(fields);
  const [written] = await database().$queryRaw<{ open: boolean; savedAt: Date | null; answered: boolean | null }[]>`
    WITH open AS MATERIALIZED (
      SELECT a."schoolId", a."id" FROM "Attempt" a
      WHERE ${ownAttempts(viewer)} AND a."id" = ${attemptId}::uuid AND a."submittedAt" IS NULL
      FOR SHARE
    ), revision AS (
      INSERT INTO "Revision" ("schoolId", "attemptId", "id", "position", "fields", "flagged", "savedAt")
      SELECT "schoolId", "id", ${revisionId}::uuid, ${at}, ${json}::jsonb, ${flagged}::boolean, clock_timestamp()
      FROM open
      ON CONFLICT DO NOTHING
      RETURNING "schoolId", "attemptId", "position", "fields", "flagged", "savedAt"
    ), response AS (
      INSERT INTO "Response" ("schoolId", "attemptId", "position", "fields", "answered", "flagged", "savedAt")
      SELECT "schoolId", "attemptId", "position", coalesce("fields", '{}'), ${answered}, coalesce("flagged", false), "savedAt"
      FROM revision
      ON CONFLICT ("schoolId", "attemptId", "position") DO UPDATE SET
        "fields" = CASE WHEN ${json}::jsonb IS NULL THEN "Response"."fields" ELSE excluded."fields" END,
        "answered" = CASE WHEN ${json}::jsonb IS NULL THEN "Response"."answered" ELSE excluded."answered" END,
        "flagged" = coalesce(${flagged}::boolean, "Response"."flagged"),
        "savedAt" = greatest("Response"."savedAt", excluded."savedAt")
      RETURNING "savedAt", "answered"
    )
    SELECT EXISTS (SELECT 1 FROM open) AS "open", r."savedAt", r."answered"
    FROM (SELECT 1) one LEFT JOIN response r ON true`;
  if (!written?.open) return { state: "closed" };
  if (written.savedAt) return { state: "saved", savedAt: written.savedAt, answered: written.answered ?? false };
  return repeated(viewer, { attemptId, at, revisionId });
}

/** The answer to a revision that was saved before: what stands now. */
async function repeated(
  viewer: Viewer,
  { attemptId, at, revisionId }: { attemptId: string; at: number; revisionId: string },
): Promise<Saved> {
  const [before] = await database().$queryRaw<{ position: number; savedAt: Date; answered: boolean | null }[]>`
    SELECT v."position", v."savedAt", r."answered"
    FROM "Attempt" a
    JOIN "Revision" v ON v."schoolId" = a."schoolId" AND v."attemptId" = a."id" AND v."id" = ${revisionId}::uuid
    LEFT JOIN "Response" r
      ON r."schoolId" = a."schoolId" AND r."attemptId" = a."id" AND r."position" = v."position"
    WHERE ${ownAttempts(viewer)} AND a."id" = ${attemptId}::uuid`;
  if (!before) throw new Error("A revision was neither saved nor there before.");
  if (before.position !== at) return { state: "malformed", why: "This revision's id was used for another question." };
  return { state: "saved", savedAt: before.savedAt, answered: before.answered ?? false };
}
