import { createHash } from "node:crypto";

import type { Prisma } from "@/prisma/client/client";
import { kindOf } from "@/questions";

import { database, type Transaction } from "./database";
import { newId } from "./new-id";
import type { SystemViewer } from "./viewer";

/** A course as far as the records keep it: its quizzes. A compiled course is one. */
export interface PublishableCourse {
  id: string;
  /** In the course's order. */
  quizzes: readonly PublishableQuiz[];
}

export interface PublishableQuiz {
  /** Unique in the installation. */
  id: string;
  lessonId: string;
  title: string;
  shortTitle: string;
  items: readonly PublishableItem[];
}

export interface PublishableItem {
  id: string;
  kind: string;
  points: number;
  prompt: string;
  body: unknown;
  key: { answer: unknown; why: unknown };
}

export interface Published {
  releaseId: string;
  /** False when this content was the newest release already. */
  changed: boolean;
  /** How many versions were new. */
  newItems: number;
  newQuizzes: number;
}

/**
 * Publishes a course: new versions of what has changed, and a release that names the version of each quiz. What was
 * published before is neither changed nor deleted, so that an attempt goes on showing what it began with. The same
 * content again changes nothing. One transaction; two at once go one after the other. Throws when an item does not
 * fit its kind.
 */
export async function publish(_: SystemViewer, course: PublishableCourse): Promise<Published> {
  const quizzes = course.quizzes.map(hashed);
  const hash = hashOf([course.id, quizzes.map((quiz) => quiz.hash)]);
  return database().$transaction(
    async (transaction) => {
      await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('annals: publish', 0))`;
      const newest = await transaction.release.findFirst({
        where: { courseId: course.id },
        orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
        select: { id: true, hash: true },
      });
      if (newest?.hash === hash) return { releaseId: newest.id, changed: false, newItems: 0, newQuizzes: 0 };
      const items = await itemVersions(
        transaction,
        quizzes.flatMap((quiz) => quiz.items),
      );
      const versions = await quizVersions(transaction, course.id, quizzes, items.ids);
      const releaseId = await release(transaction, { courseId: course.id, hash }, versions.ids);
      return { releaseId, changed: true, newItems: items.made, newQuizzes: versions.made };
    },
    { timeout: 60_000, maxWait: 60_000 },
  );
}

type HashedItem = PublishableItem & { hash: string };
type HashedQuiz = Omit<PublishableQuiz, "items"> & { items: HashedItem[]; hash: string };

function hashed(quiz: PublishableQuiz): HashedQuiz {
  const items = quiz.items.map((item) => {
    fits(item);
    return { ...item, hash: hashOf([item.kind, item.prompt, item.body, item.key]) };
  });
  const { id, lessonId, title, shortTitle } = quiz;
  return {
    ...quiz,
    items,
    hash: hashOf([id, lessonId, title, shortTitle, items.map((i) => [i.id, i.hash, i.points])]),
  };
}

/** Bad content is caught here, not by the learner who meets it. */
function fits({ id, kind, body, key }: PublishableItem): void {
  const { schema } = kindOf(kind);
  for (const [part, found] of [
    ["body", schema.body.safeParse(body)],
    ["key", schema.key.safeParse(key.answer)],
  ] as const)
    if (!found.success) throw new Error(`The ${part} of '${id}' is not one of kind '${kind}': ${found.error.message}`);
}

/** The version of every item, written where there is none with this content. */
async function itemVersions(
  transaction: Transaction,
  items: HashedItem[],
): Promise<{ ids: Map<string, string>; made: number }> {
  const unique = [...new Map(items.map((item) => [versionKey(item), item])).values()];
  const before = await transaction.itemVersion.findMany({
    where: { itemId: { in: unique.map((item) => item.id) } },
    select: { id: true, itemId: true, hash: true, version: true },
  });
  const ids = new Map(before.map(({ id, itemId, hash }) => [versionKey({ id: itemId, hash }), id]));
  const last = new Map<string, number>();
  for (const { itemId, version } of before) last.set(itemId, Math.max(version, last.get(itemId) ?? 0));
  const missing = unique.filter((item) => !ids.has(versionKey(item)));
  const rows = missing.map((item) => {
    const version = 1 + (last.get(item.id) ?? 0);
    last.set(item.id, version);
    const { id: itemId, hash, kind, prompt, body, key } = item;
    const row = { id: newId(), itemId, version, hash, kind, prompt };
    ids.set(versionKey(item), row.id);
    return { ...row, body: body as Prisma.InputJsonValue, key: key as Prisma.InputJsonValue };
  });
  await transaction.itemVersion.createMany({ data: rows });
  return { ids, made: rows.length };
}

/** The version of every quiz, in order. */
async function quizVersions(
  transaction: Transaction,
  courseId: string,
  quizzes: HashedQuiz[],
  itemIds: Map<string, string>,
): Promise<{ ids: string[]; made: number }> {
  const before = await transaction.quizVersion.findMany({
    where: { quizId: { in: quizzes.map((quiz) => quiz.id) } },
    select: { id: true, quizId: true, hash: true },
  });
  const known = new Map(before.map(({ id, quizId, hash }) => [versionKey({ id: quizId, hash }), id]));
  const missing = quizzes.filter((quiz) => !known.has(versionKey(quiz))).map((quiz) => ({ quiz, versionId: newId() }));
  await transaction.quizVersion.createMany({
    data: missing.map(({ quiz: { id: quizId, lessonId, title, shortTitle, hash }, versionId }) => {
      return { id: versionId, quizId, courseId, lessonId, title, shortTitle, hash };
    }),
  });
  await transaction.quizVersionItem.createMany({
    data: missing.flatMap(({ quiz, versionId }) =>
      quiz.items.map((item, index) => ({
        quizVersionId: versionId,
        position: index + 1,
        itemVersionId: itemIds.get(versionKey(item))!,
        points: item.points,
      })),
    ),
  });
  for (const { quiz, versionId } of missing) known.set(versionKey(quiz), versionId);
  return { ids: quizzes.map((quiz) => known.get(versionKey(quiz))!), made: missing.length };
}

/** A new release, or an old one with the same content made the newest again. */
async function release(
  transaction: Transaction,
  { courseId, hash }: { courseId: string; hash: string },
  quizVersionIds: string[],
): Promise<string> {
  const [again] = await transaction.$queryRaw<{ id: string }[]>`
    UPDATE "Release" SET "publishedAt" = clock_timestamp() WHERE "courseId" = ${courseId} AND "hash" = ${hash}
    RETURNING "id"`;
  if (again) return again.id;
  const releaseId = newId();
  await transaction.$executeRaw`
    INSERT INTO "Release" ("id", "courseId", "hash", "publishedAt")
    VALUES (${releaseId}::uuid, ${courseId}, ${hash}, clock_timestamp())`;
  await transaction.releaseQuiz.createMany({
    data: quizVersionIds.map((quizVersionId, index) => ({ releaseId, position: index + 1, quizVersionId })),
  });
  return releaseId;
}

function versionKey({ id, hash }: { id: string; hash: string }): string {
  return `${id} ${hash}`;
}

/** SHA-256 of a value's JSON with the names of every object in order: how a file is laid out does not count. */
function hashOf(value: unknown): string {
  const ordered = (_: string, each: unknown) =>
    each && typeof each === "object" && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each;
  return createHash("sha256").update(JSON.stringify(value, ordered)).digest("hex");
}
