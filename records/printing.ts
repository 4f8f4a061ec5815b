import { createHash } from "node:crypto";

import { Prisma } from "@/prisma/client/client";
import { kindOf } from "@/questions";
import { drawVariant } from "@/questions/variant";

import { currentQuizzes } from "./current-quizzes";
import { database } from "./database";
import { NotFound } from "./errors";
import { slug } from "./ids";
import type { ItemKey, Why } from "./item-key";
import type { QuizScope } from "./publish";
import { seedAt } from "./seed";
import type { Viewer } from "./viewer";
import { mayTeach } from "./visibility";

/** Which sheet of paper is meant. */
export interface PaperWanted {
  quizId: string;
  /** 'A' to 'Z': neighbours in a room get different ones. What each asks, and in what order, is the same every time. */
  paper: string;
  /** As it stands on a sheet that was printed before; without it, the quiz as it is published now. */
  edition?: string | undefined;
}

/** A quiz to be answered with a pen. Holds nothing of the keys. */
export interface QuizPaper {
  quizId: string;
  courseId: string;
  lessonId: string;
  scope: QuizScope;
  title: string;
  paper: string;
  /** What tells this published state of the quiz from others, in eight letters and figures. */
  edition: string;
  maxPoints: number;
  questions: PaperQuestion[];
}

export interface PaperQuestion {
  position: number;
  points: number;
  kind: string;
  prompt: string;
  /** In the order and variant of this paper. */
  body: unknown;
}

/** The same with what is right, for who marks it. */
export interface QuizPaperKey extends Omit<QuizPaper, "questions"> {
  questions: (PaperQuestion & { answer: unknown; why: Why })[];
}

/** A quiz on paper, to whoever is signed in. Throws NotFound. */
export async function quizPaper(_: Viewer, wanted: PaperWanted): Promise<QuizPaper> {
  const { head, seed, drawn } = await drawPaper(wanted);
  const asked = await database().$queryRaw<Asked[]>`
    SELECT i."id"::text AS "version", i."kind", i."prompt", i."body" FROM "ItemVersion" i
    WHERE i."id" IN (${Prisma.join(idsOf(drawn))})`;
  return { ...head, questions: onPaper(drawn, asked, seed).map(({ question }) => question) };
}

/**
 * The key to a paper, to those who may teach; to everyone else there is none. Throws NotFound. One of the few queries
 * that take keys to a person: it names who may have them.
 */
export async function quizPaperKey(viewer: Viewer, wanted: PaperWanted): Promise<QuizPaperKey> {
  const { head, seed, drawn } = await drawPaper(wanted);
  const asked = await database().$queryRaw<(Asked & { key: ItemKey })[]>`
    SELECT i."id"::text AS "version", i."kind", i."prompt", i."body", i."key" FROM "ItemVersion" i
    WHERE ${mayTeach(viewer)} AND i."id" IN (${Prisma.join(idsOf(drawn))})`;
  const questions = onPaper(drawn, asked, seed).map(({ question, row: { key } }) => {
    return { ...question, answer: key.answer, why: key.why };
  });
  return { ...head, questions };
}

interface Asked {
  version: string;
  kind: string;
  prompt: string;
  body: unknown;
}

interface Drawn {
  position: number;
  points: number;
  /** Id of the item version. */
  version: string;
}

/** Which versions a paper asks, as an attempt with its seed would draw them. */
async function drawPaper({ quizId, paper, edition }: PaperWanted) {
  if (!/^[A-Z]$/.test(paper) || (edition !== undefined && !/^[0-9a-f]{8}$/.test(edition))) throw new NotFound();
  // An edition of before is found in any release that ever showed it.
  const version =
    edition === undefined
      ? Prisma.sql`v."id" IN (SELECT q."quizVersionId" FROM ${currentQuizzes} q WHERE q."quizId" = ${slug(quizId)})`
      : Prisma.sql`v."quizId" = ${slug(quizId)} AND left(v."hash", 8) = ${edition}`;
  const [found] = await database().$queryRaw<(Omit<QuizPaper, "questions" | "paper" | "maxPoints"> & Positions)[]>`
    SELECT v."quizId", v."courseId", v."lessonId", v."scope", v."title", left(v."hash", 8) AS "edition",
           (SELECT jsonb_agg(p ORDER BY p."position") FROM (
              SELECT i."position", min(i."points") AS "points",
                     array_agg(i."itemVersionId" ORDER BY i."variant") AS "variants"
              FROM "QuizVersionItem" i WHERE i."quizVersionId" = v."id" GROUP BY i."position"
            ) p) AS "positions"
    FROM "QuizVersion" v WHERE ${version}
    ORDER BY v."createdAt" DESC LIMIT 1`;
  if (!found) throw new NotFound();
  const { positions, ...quiz } = found;
  // Of the quiz's name too, so that the papers of two quizzes do not go hand in hand; not of its edition, so that a
  // slip that was mended does not shuffle everything else.
  const seed = createHash("sha256").update(`${quizId} ${paper}`).digest().readInt32BE();
  const drawn = positions.map(({ position, points, variants }): Drawn => {
    return { position, points, version: variants[drawVariant(seedAt(seed, position), variants.length) - 1]! };
  });
  return { head: { ...quiz, paper, maxPoints: drawn.reduce((sum, { points }) => sum + points, 0) }, seed, drawn };
}

interface Positions {
  positions: { position: number; points: number; variants: string[] }[];
}

const idsOf = (drawn: readonly Drawn[]) => drawn.map(({ version }) => Prisma.sql`${version}::uuid`);

/** The questions in order, each with its row. Throws NotFound when the query gave none: they are not this viewer's. */
function onPaper<Row extends Asked>(drawn: readonly Drawn[], asked: readonly Row[], seed: number) {
  const rows = new Map(asked.map((row) => [row.version, row]));
  return drawn.map(({ position, points, version }) => {
    const row = rows.get(version);
    if (!row) throw new NotFound();
    const { kind, prompt } = row;
    const body = kindOf(kind).arrange(row.body, seedAt(seed, position));
    return { row, question: { position, points, kind, prompt, body } satisfies PaperQuestion };
  });
}
