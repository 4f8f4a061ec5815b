/**
 * Brings a database to the schema of this checkout: each migration and its mark in one transaction, so that a start
 * killed in the middle leaves the database as it was before or after, never between. The marks are kept where
 * Prisma's own tools look for them.
 */
import { createHash, randomUUID } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { Refusal } from "./refusal.mjs";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const FOLDER = join(ROOT, "prisma", "migrations");
/** The oldest PostgreSQL that is supported; why it is this one: docs/decisions/. */
export const OLDEST_POSTGRES = 15;
/** Any constant: who holds this lock migrates. */
const MIGRATION_LOCK = 7_281_938;

/**
 * Applies the migrations that the database lacks. Safe to call from several processes at once.
 *
 * @param {string} url A direct connection (not through a transaction pooler).
 * @param {{ say?: (line: string) => void }} [options]
 * @returns {Promise<{ applied: string[] }>} Names of the migrations applied now.
 * @throws {Refusal} when the server is too old, or the database was written by a newer version of Annals.
 */
export async function migrate(url, { say = () => {} } = {}) {
  const client = await connect(url);
  try {
    await refuseOldServer(client);
    const ours = migrationsOfCheckout();
    if (missing(ours, await applied(client)).length === 0) return { applied: [] };

    // One at a time, also when several servers of a school start together.
    await client.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await client.query(MARKS);
    const todo = missing(ours, await applied(client));
    if (todo.length > 0)
      say(todo.length === 1 ? `Applying migration ${todo[0].name} …` : `Applying ${todo.length} migrations …`);
    for (const migration of todo) await apply(client, migration);
    return { applied: todo.map(({ name }) => name) };
  } finally {
    await client.end().catch(() => {});
  }
}

/** What this checkout holds, in order. */
export function migrationsOfCheckout() {
  return readdirSync(FOLDER)
    .filter((name) => existsSync(join(FOLDER, name, "migration.sql")))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(FOLDER, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

/** The table that Prisma's tools keep their marks in. */
const MARKS = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

async function apply(client, { name, sql, checksum }) {
  await client.query("BEGIN");
  try {
    await client.query(sql);
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw Object.assign(error, { message: `Migration ${name}: ${error.message}` });
  }
}

async function connect(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 15_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    const { host, pathname } = placeOf(url);
    throw new Refusal(
      `The database ${pathname} at ${host} does not let us in (${error.message || error.code}): check DATABASE_URL.`,
    );
  }
}

/** Host and database of an address, without its password. */
function placeOf(url) {
  try {
    const { host, pathname } = new URL(url);
    return { host: host || "localhost", pathname: pathname.slice(1) || "postgres" };
  } catch {
    return { host: "an address that cannot be read", pathname: "in DATABASE_URL" };
  }
}

async function refuseOldServer(client) {
  const { rows } = await client.query("SHOW server_version_num");
  const major = Math.floor(Number(rows[0].server_version_num) / 10_000);
  if (major < OLDEST_POSTGRES) {
    throw new Refusal(
      `This is PostgreSQL ${major}, and Annals needs ${OLDEST_POSTGRES} or newer: upgrade the server, or unset DATABASE_URL to use the embedded one.`,
    );
  }
}

async function applied(client) {
  const { rows: there } = await client.query("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS yes");
  if (!there[0].yes) return [];
  const { rows } = await client.query(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
       FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name`,
  );
  return rows;
}

/** The migrations that the database lacks; refuses a database whose history is not the beginning of ours. */
function missing(ours, theirs) {
  const known = new Map(ours.map((migration) => [migration.name, migration]));
  const foreign = theirs.filter(({ name }) => !known.has(name));
  if (foreign.length > 0) {
    throw new Refusal(
      `This database was written by a newer version of Annals (it has ${foreign.at(-1).name}, which this checkout lacks): update the checkout.`,
    );
  }
  const failed = theirs.find(({ finished }) => !finished);
  if (failed) {
    throw new Refusal(
      `The migration ${failed.name} was begun on this database by another tool and did not finish: restore the backup from before it.`,
    );
  }
  const edited = theirs.find(({ name, checksum }) => known.get(name).checksum !== checksum);
  if (edited) {
    throw new Refusal(
      `The migration ${edited.name} in this checkout is not the one that this database was made with: use the version of Annals that made it.`,
    );
  }
  const have = new Set(theirs.map(({ name }) => name));
  return ours.filter(({ name }) => !have.has(name));
}
