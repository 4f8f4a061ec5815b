import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";

/**
 * A database of its own, migrated and empty. For tests named `*.db.test.ts`.
 *
 * @returns its address and a way to ask it directly, past the product.
 */
export async function freshDatabase(): Promise<{ url: string; query: typeof query }> {
  const { url: server, template } = inject("database");
  const name = `t_${randomBytes(8).toString("hex")}`;
  const first = new pg.Client({ connectionString: server });
  await first.connect();
  await first.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  await first.end();
  const address = new URL(server);
  address.pathname = `/${name}`;
  return { url: address.href, query };

  async function query<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> {
    const client = new pg.Client({ connectionString: address.href });
    await client.connect();
    try {
      return (await client.query<Row>(sql, values)).rows;
    } finally {
      await client.end();
    }
  }
}
