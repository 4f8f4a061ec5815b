import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { describe, expect, inject, it } from "vitest";
import { freshDatabase } from "../test/database";
import { migrate, migrationsOfCheckout } from "./migrate.mjs";

async function emptyDatabase(): Promise<string> {
  const { url } = inject("database");
  const name = `empty_${crypto.randomUUID().replaceAll("-", "")}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  return Object.assign(new URL(url), { pathname: `/${name}` }).href;
}

describe("migrations", () => {
  const all = migrationsOfCheckout().map(({ name }) => name);

  it("are applied once, also by several servers that start together", async () => {
    const url = await emptyDatabase();
    const results = await Promise.all([1, 2, 3, 4].map(() => migrate(url)));
    expect(results.flatMap(({ applied }) => applied)).toEqual(all);
    expect(await migrate(url)).toEqual({ applied: [] });
  });

  it("make what prisma/schema.prisma says", () => {
    const folder = join(import.meta.dirname, "..", "prisma");
    const schema = readFileSync(join(folder, "schema.prisma"), "utf8");
    // Else: node scripts/new-migration.mjs what-changed
    expect(readFileSync(join(folder, "migrations", "latest.prisma"), "utf8")).toBe(schema);
  });

  it("refuse a database of a newer version, in one sentence that names what it has", async () => {
    const { url, query } = await freshDatabase();
    await query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '9999_later', now())`,
    );
    await expect(migrate(url)).rejects.toMatchObject({
      name: "Refusal",
      message: expect.stringMatching(
        /^This database was written by a newer version of Annals \(it has 9999_later/,
      ) as string,
    });
  });

  it("refuse a database that was made by another text of the same migration", async () => {
    const { url, query } = await freshDatabase();
    await query(`UPDATE "_prisma_migrations" SET checksum = 'another'`);
    await expect(migrate(url)).rejects.toMatchObject({
      name: "Refusal",
      message: expect.stringContaining(all[0]!) as string,
    });
  });

  it("say in one sentence that a database does not let us in, without its password", async () => {
    const url = "postgresql://someone:hunter2@127.0.0.1:1/nowhere";
    await expect(migrate(url)).rejects.toMatchObject({ name: "Refusal" });
    await expect(migrate(url)).rejects.not.toThrow(/hunter2/);
  });
});

describe("the database itself", () => {
  it("keeps what the schema language cannot say: points when submitted and only then, passwords as argon2id", async () => {
    const { query } = await freshDatabase();
    const school = "00000000-0000-7000-8000-000000000001";
    await query(`INSERT INTO "School" (id, name) VALUES ('${school}', 'S')`);
    const person = (hash: string) =>
      query(
        `INSERT INTO "Person" ("schoolId", id, "userName", "userNameFolded", "displayName", role, "passwordHash")
         VALUES ('${school}', '${school}', 'a', 'a', 'A', 'learner', ${hash})`,
      );
    await expect(person(`'secret'`)).rejects.toThrow("Person_passwordHash_check");
    await person("NULL");
    await query(
      `INSERT INTO "QuizVersion" (id, "quizId", "courseId", "lessonId", title, "shortTitle", hash) VALUES ('${school}', 'q', 'c', 'l', 't', 's', 'h')`,
    );
    const attempt = (number: number, rest: string) =>
      query(
        `INSERT INTO "Attempt" ("schoolId", id, "personId", "quizId", "quizVersionId", number, seed, "submittedAt", points, "maxPoints")
         VALUES ('${school}', gen_random_uuid(), '${school}', 'q', '${school}', ${number}, 1, ${rest})`,
      );
    await expect(attempt(1, "now(), NULL, NULL")).rejects.toThrow("Attempt_points_check");
    await expect(attempt(1, "NULL, 1, 2")).rejects.toThrow("Attempt_points_check");
    await attempt(1, "NULL, NULL, NULL");
    await expect(attempt(2, "NULL, NULL, NULL")).rejects.toThrow("Attempt_open_key");
    await attempt(2, "now(), 1, 2");
  });
});
