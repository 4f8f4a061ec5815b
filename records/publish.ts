import { createHash } from "node:crypto";
import { z } from "zod";

import type { Prisma } from "@/prisma/client/client";
import { kindOf } from "@/questions";

import { database, type Transaction } from "./database";
import type { ItemKey } from "./item-key";
import { newId } from "./new-id";
import type { ItemRules, QuizRules } from "./rules";
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
  /** The lesson that it follows; of a long quiz the last that it is about. */
  lessonId: string;
  /** What it is about; a lesson when left out. */
  scope?: QuizScope;
  title: string;
  shortTitle: string;
  rules: QuizRules;
  items: readonly PublishableItem[];
}

/** A question of a quiz: one thing asked, or several parallel ones of which an attempt draws one. */
export interface PublishableItem {
  /** Unique in the course. */
  id: string;
  kind: string;
  points: number;
  rules: ItemRules;
  /** How its author rates it; both or neither. The same for every variant. */
  skill?: string;
  difficulty?: number;
  /** At least one, and at most 500; an ordinary question has one, under the question's own id. */
  variants: readonly PublishableVariant[];
}

export interface PublishableVariant {
  /** Unique in the course: 'treaties-when~molotov-ribbentrop-pact-1939'. In two quizzes it is one and the same. */
  id: string;
  /** Where they are not the question's: of a slot each variant is a question of its own. */
  kind?: string;
  rules?: ItemRules;
  prompt: string;
  /** All that a browser may have. */
  body: unknown;
  /** The rest. Its hints cost what the question's rules say. */
  key: ItemKey;
}

export type QuizScope = "lesson" | "part" | "course";

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
      if (newest?.hash === hash) {
        await rate(transaction, quizzes);
        return { releaseId: newest.id, changed: false, newItems: 0, newQuizzes: 0 };
      }
      const items = await itemVersions(
        transaction,
        quizzes.flatMap((quiz) => quiz.items.flatMap((item) => item.variants)),
      );
      const versions = await quizVersions(transaction, course.id, quizzes, items.ids);
      await rate(transaction, quizzes);
      const releaseId = await release(transaction, { courseId: course.id, hash }, versions.ids);
      return { releaseId, changed: true, newItems: items.made, newQuizzes: versions.made };
    },
    { timeout: 60_000, maxWait: 60_000 },
  );
}

/** A variant as the version that it becomes. */
type HashedVariant = PublishableVariant & { kind: string; rules: ItemRules; hash: string };
type HashedItem = Omit<PublishableItem, "variants"> & { variants: HashedVariant[] };
type HashedQuiz = Omit<PublishableQuiz, "items" | "scope"> & { scope: QuizScope; items: HashedItem[]; hash: string };

function hashed(quiz: PublishableQuiz): HashedQuiz {
  const { id, lessonId, scope = "lesson", title, shortTitle, rules } = quiz;
  if (!quizRules.safeParse(rules).success) throw new Error(`The rules of the quiz '${id}' are none.`);
  const items = quiz.items.map((item) => {
    fits(item);
    const variants = item.variants.map((variant) => {
      const { kind = item.kind, rules = item.rules, prompt, body, key } = variant;
      return { ...variant, kind, rules, hash: hashOf([kind, prompt, body, key, rules]) };
    });
    return { ...item, variants };
  });
  const ids = items.flatMap((item) => item.variants.map((variant) => variant.id));
  if (new Set(ids).size < ids.length) throw new Error(`Two questions or variants of the quiz '${id}' have one id.`);
  const asked = items.map((item) => [item.id, item.points, item.variants.map(({ id, hash }) => [id, hash])]);
  // Quizzes of a lesson have had this hash since before there were others.
  const scoped = scope === "lesson" ? [] : [scope];
  return { ...quiz, scope, items, hash: hashOf([id, lessonId, title, shortTitle, rules, asked, ...scoped]) };
}

const share = z.number().min(0).max(1);
const bands = z.array(z.object({ from: share, say: z.string() }));
const quizRules = z.object({
  certainty: z.boolean(),
  tries: z.int().min(1).max(5),
  penalty: share,
  bands,
});
const itemRules = z.object({ hints: z.array(z.object({ cost: share })).max(10) });
const aroundTheKey = z.object({
  hints: z.array(z.object({ text: z.string().min(1), cost: share })).optional(),
  answers: z.record(z.string(), z.string()).optional(),
  bands: bands.optional(),
});

/** Bad content is caught here, not by the learner who meets it. */
function fits({ id, points, skill, difficulty, variants, ...item }: PublishableItem): void {
  if (!Number.isSafeInteger(points) || points < 1) throw new Error(`'${id}' is worth ${points}, which no question is.`);
  if ((skill === undefined) !== (difficulty === undefined) || ![undefined, 1, 2, 3].includes(difficulty))
    throw new Error(`'${id}' is rated '${skill}', ${difficulty}: that is no rating.`);
  if (variants.length < 1 || variants.length > 500)
    throw new Error(`'${id}' has ${variants.length} variants: a question has 1 to 500.`);
  for (const { id, body, key, kind = item.kind, rules = item.rules } of variants) {
    if (!itemRules.safeParse(rules).success) throw new Error(`The rules of '${id}' are none.`);
    const { schema } = kindOf(kind);
    for (const [part, found] of [
      ["body", schema.body.safeParse(body)],
      ["key", schema.key.safeParse(key.answer)],
      ["hints and feedback", aroundTheKey.safeParse(key)],
    ] as const)
      if (!found.success)
        throw new Error(`The ${part} of '${id}' is not one of kind '${kind}': ${found.error.message}`);
    const costs = (hints: readonly { cost: number }[]) => JSON.stringify(hints.map(({ cost }) => cost));
    if (costs(key.hints ?? []) !== costs(rules.hints))
      throw new Error(`The hints of '${id}' do not cost what its rules say.`);
  }
}

/** The version of every item, written where there is none with this content. */
async function itemVersions(
  transaction: Transaction,
  items: HashedVariant[],
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
    const { id: itemId, hash, kind, prompt } = item;
    const row = { id: newId(), itemId, version, hash, kind, prompt };
    ids.set(versionKey(item), row.id);
    return { ...row, body: json(item.body), key: json(item.key), rules: json(item.rules) };
  });
  await transaction.itemVersion.createMany({ data: rows });
  return { ids, made: rows.length };
}

/**
 * Writes how the questions are rated now onto the versions that are published now. A rating is no part of what was
 * asked: it is in no hash, makes no version, and an author may think better of it.
 */
async function rate(transaction: Transaction, quizzes: readonly HashedQuiz[]): Promise<void> {
  const rated = quizzes.flatMap(({ items }) =>
    items.flatMap(({ skill, difficulty, variants }) =>
      skill === undefined ? [] : variants.map(({ id, hash }) => ({ itemId: id, hash, skill, difficulty })),
    ),
  );
  await transaction.$executeRaw`
    UPDATE "ItemVersion" i SET "skill" = r."skill", "difficulty" = r."difficulty"
    FROM jsonb_to_recordset(${JSON.stringify(rated)}::jsonb)
      AS r("itemId" text, "hash" text, "skill" text, "difficulty" smallint)
    WHERE i."itemId" = r."itemId" AND i."hash" = r."hash"
      AND (i."skill", i."difficulty") IS DISTINCT FROM (r."skill", r."difficulty")`;
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
    data: missing.map(({ quiz: { id: quizId, lessonId, scope, title, shortTitle, rules, hash }, versionId }) => {
      return { id: versionId, quizId, courseId, lessonId, scope, title, shortTitle, rules: json(rules), hash };
    }),
  });
  await transaction.quizVersionItem.createMany({
    data: missing.flatMap(({ quiz, versionId }) =>
      quiz.items.flatMap((item, index) =>
        item.variants.map((variant, place) => ({
          quizVersionId: versionId,
          position: index + 1,
          variant: place + 1,
          itemVersionId: itemIds.get(versionKey(variant))!,
          points: item.points,
        })),
      ),
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

function json(value: unknown): Prisma.InputJsonValue {
  return value as Prisma.InputJsonValue;
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
