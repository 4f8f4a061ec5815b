import { certainties } from "@/assessment";
import { Prisma } from "@/prisma/client/client";
import { kindOf, type Fields } from "@/questions";

import { database } from "./database";
import { NotFound } from "./errors";
import { id, isId, position } from "./ids";
import { fieldsSent } from "./fields";
import { sameEvidence } from "./grade-item";
import { tellWatchers } from "./live-news";
import { overdue, settle } from "./overdue";
import type { Certainty } from "./rules";
import type { Viewer } from "./viewer";
import { ownAttempts } from "./visibility";

export type Saved =
  /** Committed: it will be there after a power cut. */
  { state: "saved"; savedAt: Date; answered: boolean } | NotTaken;

/** Why an answer was not taken; nothing changed. */
export type NotTaken =
  /** The attempt was submitted before, or its time is over. */
  | { state: "closed" }
  /** This question was answered right, or its last try was used. */
  | { state: "done" }
  /** The answer was made for another question, or another variant or version of this one. */
  | { state: "elsewhere"; why: string }
  /** No honest form of this question could have sent this. */
  | { state: "malformed"; why: string };

export interface Save {
  attemptId: string;
  position: number;
  /** A UUID made by whoever saves, new for each change: the same change sent twice is one. */
  revisionId: string;
  /** The question that the answer was made for, as `attemptQuestion` named it. Absent: whichever is asked here. */
  version?: string | undefined;
  /** The answer's form fields, without the question's prefix. Absent: the answer stays as it is. */
  fields?: unknown;
  /** 'low', 'middle' or 'high'; absent or null: it stays as it is. After the first try it always does. */
  certainty?: unknown;
  /** True or false; absent or null: the flag stays as it is. */
  flagged?: unknown;
  /** A UUID made for each loading of a page, and 1, 2, 3, … for its changes: of one page the highest turn stands,
   * however late a lower one arrives. Absent, and of two pages: what arrives last. */
  page?: string | undefined;
  turn?: number | undefined;
}

/**
 * Saves a change of an answer in an open attempt of the viewer's own, until its time and the grace after it are over. What arrives last counts, whatever device it
 * came from; but a revision that arrives a second time changes nothing, and one that a later change of the same page
 * has overtaken is kept as history only, so that neither can undo a later one. Throws NotFound.
 */
export async function saveResponse(viewer: Viewer, save: Save): Promise<Saved> {
  const attemptId = id(save.attemptId);
  const at = position(save.position);
  const { page, turn } = save;

  const [item] = await database().$queryRaw<Asked[]>`
    SELECT i."kind", i."body", r."itemVersionId" AS "version", r."fields", r."closed" AS "done", a."assignmentId",
           (a."rules"->>'certainty')::boolean AS "asksCertainty", a."submittedAt" IS NOT NULL AS "closed",
           ${overdue} IS TRUE AS "overdue"
    FROM "Attempt" a
    JOIN "Response" r ON r."schoolId" = a."schoolId" AND r."attemptId" = a."id" AND r."position" = ${at}
    JOIN "ItemVersion" i ON i."id" = r."itemVersionId"
    WHERE ${ownAttempts(viewer)} AND a."id" = ${attemptId}::uuid`;
  if (!item) throw new NotFound();
  if (item.overdue) await settle(Prisma.sql`${ownAttempts(viewer)} AND a."id" = ${attemptId}::uuid`);
  if (item.closed || item.overdue) return { state: "closed" };
  if (save.version !== undefined && save.version !== item.version) return anotherQuestion;
  if (!isId(save.revisionId)) return { state: "malformed", why: "A revision's id is a UUID." };
  if ((page === undefined) !== (turn === undefined) || (page !== undefined && !(isId(page) && isTurn(turn))))
    return { state: "malformed", why: "A page's id is a UUID, and its turns are 1, 2, 3, …" };

  const certainty = save.certainty ?? null;
  if (certainty !== null && !isCertainty(certainty))
    return { state: "malformed", why: "Certainty is low, middle or high." };
  if (certainty !== null && !item.asksCertainty)
    return { state: "malformed", why: "This attempt does not ask how sure you are." };

  const flagged = save.flagged ?? null;
  if (flagged !== null && typeof flagged !== "boolean") return { state: "malformed", why: "A flag is true or false." };

  let fields: Fields | null = null;
  let answered = false;
  if (save.fields !== undefined) {
    fields = fieldsSent(save.fields);
    if (!fields) return { state: "malformed", why: "These are not the fields of a form." };
    const reading = kindOf(item.kind).read(fields, item.body);
    if (reading.state === "malformed") return { state: "malformed", why: reading.why };
    answered = reading.state === "read" && !reading.unsettled;
  }
  if (item.done && fields) {
    if (!sameEvidence({ fields }, { fields: item.fields })) return { state: "done" };
    fields = null;
  }
  const saved = await write(viewer, {
    attemptId,
    at,
    revisionId: save.revisionId,
    fields,
    answered,
    certainty,
    flagged,
    page: page ?? null,
    turn: turn ?? null,
  });
  if (saved.state === "saved") tellWatchers(item.assignmentId);
  return saved;
}

interface Asked {
  kind: string;
  body: unknown;
  version: string;
  fields: Fields;
  done: boolean;
  assignmentId: string | null;
  asksCertainty: boolean;
  closed: boolean;
  /** Its time has run out, the grace too. */
  overdue: boolean;
}

/** What is said to an answer that was made for something else. */
export const anotherQuestion = {
  state: "elsewhere",
  why: "This was made for another question. Load the page again to see the one that is asked here.",
} as const;

function isCertainty(sent: unknown): sent is Certainty {
  return certainties.some((each) => each === sent);
}

function isTurn(sent: unknown): boolean {
  return Number.isSafeInteger(sent) && (sent as number) >= 1 && (sent as number) < 2 ** 31;
}

interface Write {
  attemptId: string;
  at: number;
  revisionId: string;
  fields: Fields | null;
  answered: boolean;
  certainty: Certainty | null;
  flagged: boolean | null;
  page: string | null;
  turn: number | null;
}

/**
 * One statement, and so one transaction. It takes a share lock on the attempt: saves do not wait for each other, but
 * submitting (which locks the row for itself) waits for every save under way, and a save that comes after it finds
 * the attempt closed. Then it locks the response, so that of two saves of one question the second sees the first.
 */
async function write(viewer: Viewer, change: Write): Promise<Saved> {
  const { attemptId, at, revisionId, answered, certainty, flagged, page, turn } = change;
  const json = change.fields && JSON.stringify(change.fields);
  const [written] = await database().$queryRaw<
    { open: boolean; done: boolean | null; savedAt: Date | null; answered: boolean | null }[]
  >`
    WITH open AS MATERIALIZED (
      SELECT a."schoolId", a."id" FROM "Attempt" a
      WHERE ${ownAttempts(viewer)} AND a."id" = ${attemptId}::uuid AND a."submittedAt" IS NULL
        AND (a."acceptedUntil" IS NULL OR a."acceptedUntil" >= now())
      FOR SHARE
    ), answer AS MATERIALIZED (
      SELECT r."schoolId", r."attemptId", r."position", r."closed" AND ${json}::jsonb IS NOT NULL AS "done",
             coalesce(r."page" = ${page}::uuid AND r."turn" > ${turn}::int, false) AS "overtaken"
      FROM open JOIN "Response" r
        ON r."schoolId" = open."schoolId" AND r."attemptId" = open."id" AND r."position" = ${at}
      FOR UPDATE OF r
    ), revision AS (
      INSERT INTO "Revision"
        ("schoolId", "attemptId", "id", "position", "fields", "flagged", "certainty", "page", "turn", "savedAt")
      SELECT "schoolId", "attemptId", ${revisionId}::uuid, "position", ${json}::jsonb, ${flagged}::boolean,
             ${certainty}, ${page}::uuid, ${turn}::int, clock_timestamp()
      FROM answer WHERE NOT "done"
      ON CONFLICT DO NOTHING
      RETURNING "schoolId", "attemptId", "position", "savedAt"
    ), judged AS (
      SELECT v.*, answer."overtaken" OR later."answer" AS "late", answer."overtaken" OR later."flag" AS "flaggedLate"
      FROM revision v, answer, LATERAL (
        SELECT coalesce(bool_or(l."fields" IS NOT NULL), false) AS "answer",
               coalesce(bool_or(l."fields" IS NOT NULL OR l."flagged" IS NOT NULL), false) AS "flag"
        FROM "Revision" l
        WHERE l."schoolId" = v."schoolId" AND l."attemptId" = v."attemptId"
          AND l."position" = v."position" AND l."page" = ${page}::uuid AND l."turn" > ${turn}::int
      ) later
    ), response AS (
      UPDATE "Response" r SET
        "fields" = CASE WHEN v."late" THEN r."fields" ELSE coalesce(${json}::jsonb, r."fields") END,
        "answered" = CASE WHEN v."late" OR ${json}::jsonb IS NULL THEN r."answered" ELSE ${answered} END,
        "page" = CASE WHEN v."late" OR ${json}::jsonb IS NULL THEN r."page" ELSE ${page}::uuid END,
        "turn" = CASE WHEN v."late" OR ${json}::jsonb IS NULL THEN r."turn" ELSE ${turn}::int END,
        "certainty" = CASE WHEN v."late" OR r."triesUsed" > 0 THEN r."certainty"
                           ELSE coalesce(${certainty}, r."certainty") END,
        "flagged" = CASE WHEN v."flaggedLate" THEN r."flagged" ELSE coalesce(${flagged}::boolean, r."flagged") END,
        "savedAt" = greatest(r."savedAt", v."savedAt")
      FROM judged v
      WHERE r."schoolId" = v."schoolId" AND r."attemptId" = v."attemptId" AND r."position" = v."position"
      RETURNING r."savedAt", r."answered"
    )
    SELECT EXISTS (SELECT 1 FROM open) AS "open", (SELECT "done" FROM answer) AS "done", r."savedAt", r."answered"
    FROM (SELECT 1) one LEFT JOIN response r ON true`;
  if (!written?.open) return { state: "closed" };
  if (written.done) return { state: "done" };
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
