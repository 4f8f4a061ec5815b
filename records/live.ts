import { createHash } from "node:crypto";

import { classAtWork, whereabouts, type QuestionState, type Work, type WorkedQuestion } from "@/assessment/live";
import { Prisma } from "@/prisma/client/client";

import { currentQuizzes } from "./current-quizzes";
import { database } from "./database";
import { NotFound } from "./errors";
import { id } from "./ids";
import { settle } from "./overdue";
import { shownOrder } from "./question-order";
import { placesOf, type Slot } from "./question-places";
import { meantFor, voided } from "./terms";
import type { Viewer } from "./viewer";
import { assignmentsTaughtBy } from "./visibility";

/**
 * A class at work on an assignment, as far as it was saved. It goes to browsers as it is, so moments are ISO texts; the
 * times that tick there are counted from `now`, the database's clock.
 */
export interface LiveView {
  assignment: { id: string; title: string; classId: string; className: string; timeZone: string; shuffle: boolean };
  now: string;
  /** The same as long as nothing but `now` has changed. */
  mark: string;
  totals: Record<"learners" | "notBegun" | "working" | "handedIn", number>;
  /** Everyone for whom it is meant, and whoever sits it all the same; by name. */
  learners: LiveLearner[];
  /** In the order of the paper. */
  questions: LiveQuestion[];
  /** From how many seconds without a save on a learner is called quiet: see assessment/live. */
  patience: number;
}

export interface LiveLearner {
  personId: string;
  name: string;
  state: "not begun" | "working" | "handed in";
  /** Of the attempt that runs, or else of the last. */
  attemptId: string | null;
  answered: number;
  of: number;
  /** The question saved last, by its place in the paper, and when that was. */
  last: number | null;
  savedAt: string | null;
  /** The question that is probably before them: the first without an answer after that one, in their own order. */
  at: number | null;
  submittedAt: string | null;
  /** When it ends by itself, with their exceptions, their profile and what they were given; null: nothing ends it. */
  endsAt: string | null;
  timeFactor: number;
  /** Works, and has saved nothing for longer than is usual here. */
  quiet: boolean;
}

export interface LiveQuestion extends QuestionState {
  /** Where it stands in the paper. */
  number: number;
  prompt: string;
}

/** An assignment of a class that the viewer teaches, as its class works on it now. Throws NotFound. */
export async function liveView(viewer: Viewer, input: { classId: string; assignmentId: string }): Promise<LiveView> {
  const [classId, assignmentId] = [id(input.classId), id(input.assignmentId)];
  return viewOf(
    Prisma.sql`${assignmentsTaughtBy(viewer)} AND s."id" = ${assignmentId}::uuid AND s."classId" = ${classId}::uuid`,
  );
}

/** The same for whoever may see it: whether somebody may is asked of each. Throws NotFound. */
export function viewForWatchers(of: { schoolId: string; assignmentId: string }): Promise<LiveView> {
  return viewOf(Prisma.sql`(
    c."schoolId" = s."schoolId" AND c."id" = s."classId" AND s."removedAt" IS NULL
    AND s."schoolId" = ${of.schoolId}::uuid AND s."id" = ${of.assignmentId}::uuid)`);
}

async function viewOf(which: Prisma.Sql): Promise<LiveView> {
  let row = await rowOf(which);
  if (row.learners.some((each) => each.overdue)) {
    await settle(Prisma.sql`a."schoolId" = ${row.schoolId}::uuid AND a."assignmentId" = ${row.id}::uuid`);
    row = await rowOf(which);
  }
  return toView(row);
}

interface Row {
  schoolId: string;
  id: string;
  title: string;
  classId: string;
  className: string;
  timeZone: string;
  shuffle: boolean;
  now: Date;
  learners: LearnerRow[];
  slots: (Slot & { prompt: string })[];
}

interface LearnerRow {
  personId: string;
  name: string;
  timeFactor: number;
  attemptId: string | null;
  quizVersionId: string | null;
  /** What its order is drawn by, and whether it is drawn at all. */
  seed: number;
  shuffle: boolean;
  startedAt: string | null;
  submittedAt: string | null;
  endsAt: string | null;
  overdue: boolean;
  /** What was saved, as [position, answered, epoch seconds, tries, best fraction of them]. */
  saved: [number, boolean, number, number, number | null][];
}

/** So many letters of a prompt tell which question it is. */
const longestPrompt = 160;

/** One round trip. Of each learner the attempt that runs, or else the last; what was voided is as though it had not been. */
async function rowOf(which: Prisma.Sql): Promise<Row> {
  const [row] = await database().$queryRaw<Row[]>`
    WITH given AS MATERIALIZED (
      SELECT s.*, c."name" AS "className", coalesce(c."timeZone", sc."timeZone") AS "timeZone"
      FROM "Assignment" s
      JOIN "Class" c ON c."schoolId" = s."schoolId" AND c."id" = s."classId"
      JOIN "School" sc ON sc."id" = s."schoolId"
      WHERE ${which}
    ), who AS (
      SELECT e."personId" FROM given s
      JOIN "Enrolment" e ON e."schoolId" = s."schoolId" AND e."classId" = s."classId" AND ${meantFor}
      UNION
      SELECT a."personId" FROM given s
      JOIN "Attempt" a ON a."schoolId" = s."schoolId" AND a."assignmentId" = s."id" AND a."submittedAt" IS NULL
    ), sitting AS MATERIALIZED (
      SELECT p."id" AS "personId", p."displayName" AS "name", p."timeFactor", a."id" AS "attemptId", a."schoolId",
             a."quizVersionId", a."seed", a."rules" -> 'shuffle' AS "shuffle", a."startedAt", a."submittedAt", a."endsAt",
             a."submittedAt" IS NULL AND coalesce(a."acceptedUntil" < now(), false) AS "overdue"
      FROM given s
      CROSS JOIN who
      JOIN "Person" p ON p."schoolId" = s."schoolId" AND p."id" = who."personId"
      LEFT JOIN LATERAL (
        SELECT a.* FROM "Attempt" a
        WHERE a."schoolId" = s."schoolId" AND a."assignmentId" = s."id" AND a."personId" = p."id" AND NOT ${voided}
        ORDER BY a."submittedAt" IS NULL DESC, a."number" DESC
        LIMIT 1
      ) a ON true
    ), versions AS (
      SELECT DISTINCT t."quizVersionId" AS "id" FROM sitting t WHERE t."quizVersionId" IS NOT NULL
      UNION
      SELECT coalesce(s."quizVersionId", (
        SELECT q."quizVersionId" FROM ${currentQuizzes} q WHERE q."quizId" = s."quizId" LIMIT 1))
      FROM given s WHERE NOT EXISTS (SELECT 1 FROM sitting t WHERE t."quizVersionId" IS NOT NULL)
    )
    SELECT s."schoolId", s."id", s."title", s."classId", s."className", s."timeZone", s."shuffle", now() AS "now",
           (SELECT coalesce(json_agg(json_build_object(
               'personId', t."personId", 'name', t."name", 'timeFactor', t."timeFactor", 'attemptId', t."attemptId",
               'quizVersionId', t."quizVersionId", 'seed', t."seed", 'shuffle', t."shuffle", 'startedAt', t."startedAt", 'submittedAt', t."submittedAt",
               'endsAt', t."endsAt", 'overdue', t."overdue", 'saved', (
                 SELECT coalesce(json_agg(json_build_array(
                     r."position", r."answered", extract(epoch FROM r."savedAt"), r."triesUsed",
                     CASE WHEN r."triesUsed" > 0 THEN (
                       SELECT max(y."fraction") FROM "Try" y
                       WHERE y."schoolId" = r."schoolId" AND y."attemptId" = r."attemptId"
                         AND y."position" = r."position") END)), '[]')
                 FROM "Response" r
                 WHERE r."schoolId" = t."schoolId" AND r."attemptId" = t."attemptId" AND r."savedAt" IS NOT NULL))
               ORDER BY t."name" COLLATE "und-x-icu", t."personId"), '[]')
            FROM sitting t) AS "learners",
           (SELECT coalesce(json_agg(json_build_object(
               'quizVersionId', v."quizVersionId", 'position', v."position", 'itemVersionId', v."itemVersionId",
               'itemId', i."itemId", 'prompt', left(i."prompt", ${longestPrompt}::int))
               ORDER BY v."quizVersionId" DESC, v."position", v."variant"), '[]')
            FROM "QuizVersionItem" v
            JOIN "ItemVersion" i ON i."id" = v."itemVersionId"
            WHERE v."quizVersionId" IN (SELECT "id" FROM versions)) AS "slots"
    FROM given s`;
  if (!row) throw new NotFound();
  return row;
}

function toView({ now, learners: rows, slots, ...row }: Row): LiveView {
  const { title, classId, className, timeZone, shuffle } = row;
  const papers = papersOf(slots);
  const works = rows.map((each) => workOf(each, papers.get(each.quizVersionId ?? "") ?? []));
  const { questions, patience } = classAtWork(
    works.filter((work) => work !== null),
    now,
  );
  const learners = rows.map((each, index) => learnerOf(each, works[index]!, { now, patience }));
  const among = (state: LiveLearner["state"]) => learners.filter((each) => each.state === state).length;
  const view = {
    assignment: { id: row.id, title, classId, className, timeZone, shuffle },
    totals: {
      learners: learners.length,
      notBegun: among("not begun"),
      working: among("working"),
      handedIn: among("handed in"),
    },
    learners,
    questions: linesOf(papers).map(({ place, position, prompt }) => {
      return { ...(questions.get(place) ?? untouched), place, number: position, prompt };
    }),
    patience,
  };
  const mark = createHash("sha256").update(JSON.stringify(view)).digest("base64url").slice(0, 22);
  return { ...view, now: now.toISOString(), mark };
}

const untouched = {
  ...{ asked: 0, answered: 0, here: 0, waiting: 0, seconds: null, tried: 0, triedInVain: 0, passedOver: 0, stuck: [] },
};

interface Line {
  place: string;
  position: number;
  prompt: string;
}

/** What each version of the quiz asks, in order: one line a position, whichever of its variants is drawn. */
function papersOf(slots: Row["slots"]): Map<string, Line[]> {
  const places = placesOf(slots);
  const papers = new Map<string, Line[]>();
  for (const { quizVersionId, position, itemVersionId, prompt } of slots) {
    const paper = papers.get(quizVersionId) ?? [];
    papers.set(quizVersionId, paper);
    if (paper.at(-1)?.position !== position)
      paper.push({ place: places.get(itemVersionId)!, position, prompt: cut(prompt) });
  }
  return papers;
}

/** The beginning of a long prompt, to its last whole word. */
const cut = (prompt: string) => (prompt.length < longestPrompt ? prompt : `${prompt.replace(/\s+\S*$/, "")} …`);

/** Every question that one of the papers asks; of a newer paper the place counts. (Ids of versions grow.) */
function linesOf(papers: Map<string, Line[]>): Line[] {
  const lines = new Map<string, Line>();
  for (const line of [...papers.values()].flat()) if (!lines.has(line.place)) lines.set(line.place, line);
  return [...lines.values()].sort((a, b) => a.position - b.position);
}

function workOf({ startedAt, submittedAt, saved, seed, shuffle }: LearnerRow, paper: readonly Line[]): Work | null {
  if (startedAt === null) return null;
  const done = new Map(saved.map((each) => [each[0], each]));
  const places = new Map(paper.map(({ place, position }) => [position, place]));
  const questions = shownOrder([...places.keys()], { seed, shuffle: shuffle === true }).map(
    (position): WorkedQuestion => {
      const place = places.get(position)!;
      const [, answered = false, at = null, tries = 0, best = null] = done.get(position) ?? [];
      const savedAt = at === null ? null : new Date(at * 1000);
      return { place, position, answered, savedAt, tries, triedRight: best === 1 };
    },
  );
  return {
    startedAt: new Date(startedAt),
    submittedAt: submittedAt === null ? null : new Date(submittedAt),
    questions,
  };
}

function learnerOf(
  row: LearnerRow,
  work: Work | null,
  { now, patience }: { now: Date; patience: number },
): LiveLearner {
  const { personId, name, timeFactor, attemptId } = row;
  const iso = (at: Date | string | null) => (at === null ? null : new Date(at).toISOString());
  const who = { personId, name, attemptId, timeFactor };
  if (!work) {
    const nowhere = { answered: 0, of: 0, last: null, savedAt: null, at: null, submittedAt: null, endsAt: null };
    return { ...who, ...nowhere, state: "not begun", quiet: false };
  }
  const { answered, of, last, savedAt, at, quietSince } = whereabouts(work);
  const running = work.submittedAt === null;
  return {
    ...who,
    ...{ answered, of, last, savedAt: iso(savedAt), at: at?.position ?? null, submittedAt: iso(work.submittedAt) },
    state: running ? "working" : "handed in",
    endsAt: running ? iso(row.endsAt) : null,
    quiet: quietSince !== null && (now.getTime() - quietSince.getTime()) / 1000 > patience,
  };
}
