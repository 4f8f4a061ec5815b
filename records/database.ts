import "server-only";

import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";

import { PrismaClient } from "@/prisma/client/client";

/**
 * The one Prisma client and the one pool of this process. They hang on globalThis because Next bundles this module
 * more than once. They are made at the first query, so that a build needs no database.
 */
interface Connection {
  url: string;
  pool: pg.Pool;
  client: Database;
}

const holder = globalThis as typeof globalThis & { annalsDatabase?: Connection };

// The key of an item is left out of every query that does not name it.
const omit = { itemVersion: { key: true } } as const;

export type Database = PrismaClient<never, typeof omit>;
/** What is handed to the function of `database().$transaction`. */
export type Transaction = Parameters<Parameters<Database["$transaction"]>[0]>[0];

function connection(): Connection {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set: npm start sets it, and so does npm test.");
  if (holder.annalsDatabase?.url === url) return holder.annalsDatabase;
  const pool = new pg.Pool({
    connectionString: url,
    max: Number(process.env.DATABASE_CONNECTIONS ?? 10),
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
  });
  // A connection that breaks while idle (the database restarts) is replaced by the pool; unheard, it ends the process.
  pool.on("error", () => {});
  const client = new PrismaClient({
    adapter: new PrismaPg(pool, { disposeExternalPool: false }),
    omit,
    transactionOptions: { maxWait: 10_000, timeout: 20_000 },
  }) as Database;
  holder.annalsDatabase = { url, pool, client };
  return holder.annalsDatabase;
}

/** The database, through Prisma. Only records may call this. */
export function database(): Database {
  return connection().client;
}

/** The pool under it, for the library that counts sign-ins. */
export function databasePool(): pg.Pool {
  return connection().pool;
}

/** The same, when it is in use; null before the first query and after the last. */
export function openPool(): pg.Pool | null {
  return holder.annalsDatabase?.pool ?? null;
}

/** Lets go of every connection; for commands and tests that end. */
export async function closeDatabase(): Promise<void> {
  const open = holder.annalsDatabase;
  delete holder.annalsDatabase;
  await open?.client.$disconnect();
  await open?.pool.end();
}
