import pg from "pg";
import { expect, inject, test } from "vitest";
import { migrate, migrationsOfCheckout } from "../scripts/migrate.mjs";

/** A database as far as the first migration, with what a school of then had in it. */
async function schoolOfThen(): Promise<{ url: string; query: (sql: string) => Promise<Record<string, unknown>[]> }> {
  const { url: server } = inject("database");
  const name = `old_${crypto.randomUUID().replaceAll("-", "")}`;
  await once(server, `CREATE DATABASE ${name}`);
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  const [first] = migrationsOfCheckout();
  await once(url, first!.sql);
  await once(
    url,
    `CREATE TABLE "_prisma_migrations" (
       "id" VARCHAR(36) PRIMARY KEY, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ,
       "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ,
       "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0);
     INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at)
     VALUES ('1', '${first!.checksum}', '${first!.name}', now());`,
  );
  await once(url, rowsOfThen);
  return { url, query: (sql) => once(url, sql) };
}

async function once(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

const id = (n: number) => `00000000-0000-7000-8000-00000000000${n}`;

/** Three questions; one attempt submitted, one open in which the first is answered and the second flagged only. */
const rowsOfThen = `
  INSERT INTO "School" (id, name) VALUES ('${id(0)}', 'S');
  INSERT INTO "Person" ("schoolId", id, "userName", "userNameFolded", "displayName", role)
    VALUES ('${id(0)}', '${id(0)}', 'a', 'a', 'A', 'learner');
  INSERT INTO "ItemVersion" (id, "itemId", version, hash, kind, prompt, body, key)
    SELECT i::uuid, 'item-' || i, 1, 'h', 'date', '?', '{}', '{}' FROM unnest(ARRAY['${id(1)}', '${id(2)}', '${id(3)}']) i;
  INSERT INTO "QuizVersion" (id, "quizId", "courseId", "lessonId", title, "shortTitle", hash)
    VALUES ('${id(0)}', 'q', 'c', 'l', 't', 's', 'h');
  INSERT INTO "QuizVersionItem" ("quizVersionId", position, "itemVersionId", points)
    VALUES ('${id(0)}', 1, '${id(1)}', 2), ('${id(0)}', 2, '${id(2)}', 1), ('${id(0)}', 3, '${id(3)}', 1);
  INSERT INTO "Attempt" ("schoolId", id, "personId", "quizId", "quizVersionId", number, seed, "submittedAt", points, "maxPoints")
    VALUES ('${id(0)}', '${id(1)}', '${id(0)}', 'q', '${id(0)}', 1, 1, now(), 2, 4),
           ('${id(0)}', '${id(2)}', '${id(0)}', 'q', '${id(0)}', 2, 2, NULL, NULL, NULL);
  INSERT INTO "Response" ("schoolId", "attemptId", position, fields, answered, outcome, fraction, points, receipt)
    VALUES ('${id(0)}', '${id(1)}', 1, '{"text": ["1939"]}', true, 'scored', 1, 2, '{"read": "1939"}'),
           ('${id(0)}', '${id(1)}', 2, '{}', false, 'blank', 0, 0, NULL),
           ('${id(0)}', '${id(1)}', 3, '{}', false, 'blank', 0, 0, NULL);
  INSERT INTO "Response" ("schoolId", "attemptId", position, fields, answered, flagged)
    VALUES ('${id(0)}', '${id(2)}', 1, '{"text": ["1940"]}', true, false),
           ('${id(0)}', '${id(2)}', 2, '{}', false, true);
  INSERT INTO "Revision" ("schoolId", "attemptId", id, position, fields)
    VALUES ('${id(0)}', '${id(2)}', '${id(9)}', 1, '{"text": ["1940"]}');`;

test("rules and variants: what was answered before is kept, and every question of an attempt has its row", async () => {
  const { url, query } = await schoolOfThen();
  const before = await query(`SELECT * FROM "Response" ORDER BY 2, 3`);
  expect((await migrate(url)).applied[0]).toMatch(/^0002_/);

  const after = await query(`SELECT * FROM "Response" ORDER BY "attemptId", position`);
  expect(after.map(({ attemptId, position, itemVersionId }) => [attemptId, position, itemVersionId])).toEqual(
    [1, 2].flatMap((attempt) => [1, 2, 3].map((position) => [id(attempt), position, id(position)])),
  );
  // Nothing that was there is another; what is new has the value that means "as it always was".
  expect(after.slice(0, 5)).toEqual(before.map((row) => expect.objectContaining(row) as unknown));
  expect(after[5]).toMatchObject({ fields: {}, answered: false, flagged: false, savedAt: null, outcome: null });
  for (const row of after)
    expect(row).toMatchObject({ certainty: null, hintsTaken: 0, triesUsed: 0, closed: false, page: null, mark: null });

  const plain = { certainty: false, tries: 1, penalty: 0 };
  expect(await query(`SELECT rules, practice FROM "Attempt"`)).toEqual([
    { rules: plain, practice: false },
    { rules: plain, practice: false },
  ]);
  expect(await query(`SELECT rules FROM "QuizVersion"`)).toEqual([{ rules: { ...plain, bands: [] } }]);
  expect(await query(`SELECT DISTINCT variant FROM "QuizVersionItem"`)).toEqual([{ variant: 1 }]);
  expect(await query(`SELECT DISTINCT rules FROM "ItemVersion"`)).toEqual([{ rules: { hints: [] } }]);
  expect(await query(`SELECT count(*)::int AS n FROM "Revision"`)).toEqual([{ n: 1 }]);
});

test("a database keeps points above 0 unless certainty was asked, and never lower than twice what could be won", async () => {
  const { url, query } = await schoolOfThen();
  await migrate(url);
  const set = (points: number, certainty: boolean) =>
    query(
      `UPDATE "Attempt" SET points = ${points}, rules = jsonb_set(rules, '{certainty}', '${certainty}') WHERE number = 1`,
    );
  await set(-8, true);
  await set(0, false);
  await expect(set(-8.1, true)).rejects.toThrow("Attempt_points_check");
  await expect(set(4.1, true)).rejects.toThrow("Attempt_points_check");
  await expect(set(-0.1, false)).rejects.toThrow("Attempt_points_check");
});
