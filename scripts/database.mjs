/** The database that this installation uses: the one DATABASE_URL names, or the embedded one, started for it. */
import { migrate } from "./migrate.mjs";
import { startPostgres } from "./postgres.mjs";
import { Refusal } from "./refusal.mjs";

/**
 * A running, migrated database.
 *
 * @returns {Promise<{ url: string, embedded: Awaited<ReturnType<typeof startPostgres>> | null }>}
 */
export async function openDatabase({ folder, say }) {
  const own = process.env.DATABASE_URL;
  if (own && !/^postgres(ql)?:\/\//.test(own)) {
    throw new Refusal("DATABASE_URL is not the address of a PostgreSQL: it begins with postgresql://, or is left out.");
  }
  if (own) {
    // Migrations hold a session lock, which a transaction pooler cannot.
    await migrate(process.env.DIRECT_DATABASE_URL || own, { say });
    return { url: own, embedded: null };
  }
  const embedded = await startPostgres({ dataDir: folder, say });
  try {
    await migrate(embedded.url, { say });
    return { url: embedded.url, embedded };
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}
